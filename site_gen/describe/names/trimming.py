"""A run without the words that are no part of its name: what opens a sentence, points to a place or tells of a party."""

from __future__ import annotations

from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language
from site_gen.language.organisations import is_acronym

from .persons import MAX_PERSON_WORDS, is_a_surname_here, is_plainly_a_person
from .runs import Run, Word, joined
from .tables import Tables

_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "l", "un", "une", "des"})


def trimmed(run: Run, known: Tables, in_lower: frozenset[str]) -> list[Word]:
    """The run without the words that only the start of a sentence, or a direction, put in capitals."""
    words = _without_start(run, known, in_lower)
    while words and not _may_begin(words[0], known):
        words = words[1:]
    if len(words) > 1 and _points_to_a_place(words, known):
        words = words[1:]
    while words and not words[-1].is_capital:
        words = words[:-1]
    words = words[_belongs_to_a_people(words, known) :]
    if len(words) > 2 and _opens_another(run, words):
        words = words[:-1]
    return [] if len(words) == 1 and _is_nothing(words[0], run, known) else words


def _is_nothing(word: Word, run: Run, known: Tables) -> bool:
    """Whether a lone word names nothing: a common one, unless a surname stands so, or a letter."""
    is_common = word.folded in known.nots and not is_a_surname_here(word.folded, run, known)
    return is_common or len(word.text) < 2 or "/" in word.text


def _without_start(run: Run, known: Tables, in_lower: frozenset[str]) -> list[Word]:
    """The run without what opens its sentence; the run's own list where nothing is left off."""
    words = run.words
    while words and (
        words[0].text[-1] in "'’" or (words[0].folded in known.starts and _may_drop(words, run))
    ):
        words = words[1:]
    if words is not run.words or not run.starts_sentence:
        return words
    first = words[0]
    is_small_elsewhere = first.folded in in_lower and not is_acronym(first.text)
    if is_small_elsewhere and (_is_titled_surname(words, known) or _is_a_whole_name(words, in_lower)):
        return words
    if is_small_elsewhere and (first.folded in _ARTICLES or _may_drop(words, run)):
        return words[1:]
    return words[1:] if _opens_with_a_deed(words) else words


def _is_titled_surname(words: list[Word], known: Tables) -> bool:
    """Whether a title and one or two words open a sentence: "President Brink", though the article writes "the president", too."""
    title = words[0].folded
    is_title = title in known.own_titles and title not in any_language("kin_words")
    return len(words) in (2, 3) and is_title and words[1].folded not in known.heads


def _is_a_whole_name(words: list[Word], in_lower: frozenset[str]) -> bool:
    """Whether a given name that is a word, too, opens a sentence and a name: "Bill Brink", "Mark Brink"."""
    is_opened = len(words) == 2 and is_given_name(words[0].folded)
    return is_opened and words[1].folded not in in_lower and place_named(words[1].text) is None


def _may_begin(word: Word, known: Tables) -> bool:
    """Whether a name may begin with a word: a letter first, in capitals or a particle."""
    return word.text[0].isalpha() and (word.is_capital or word.folded in known.particles)


def _points_to_a_place(words: list[Word], known: Tables) -> bool:
    """Whether a direction stands before a place's name and is no part of it ("Northern Leeds", not "North Korea")."""
    return bool(
        words[0].folded in known.directions
        and place_named(joined(words[1:]))
        and not _is_known_place(words)
        and " ".join(w.folded for w in words) not in known.regions
    )


def _opens_with_a_deed(words: list[Word]) -> bool:
    """Whether what a sentence opens with is done to the person behind it: "Replacing Ada Brink: who may follow"."""
    if len(words) < 3 or not words[0].folded.endswith("ing") or is_given_name(words[0].folded):
        return False
    return is_given_name(words[1].folded) and place_named(words[0].text) is None


def _belongs_to_a_people(words: list[Word], known: Tables) -> int:
    """One where a party or a people stands before a person's given name and surname: "Democrats Ada Brink", "Briton Ada Brink"."""
    if not 2 < len(words) < MAX_PERSON_WORDS:
        return 0
    is_party = words[0].folded in known.parties and not is_acronym(words[0].text)
    if not (is_party or words[0].folded in known.own_demonyms):
        return 0
    behind = words[1:]
    no_person = known.heads | known.place_heads | known.nots | known.title_words
    if not no_person.isdisjoint(w.folded for w in behind):
        return 0
    return int((is_party and is_given_name(behind[0].folded)) or is_plainly_a_person(joined(behind)))


def _opens_another(run: Run, words: list[Word]) -> bool:
    """Whether the last word begins a name of its own, with a short form in brackets: "Ada Brink Katherine (Kate) Brink"."""
    behind = run.after[:4]
    if words[-1] is not run.words[-1] or len(behind) < 4 or not is_given_name(words[-1].folded):
        return False
    is_short_form = behind[0].text == "(" and behind[1].text.istitle() and behind[2].text == ")"
    return is_short_form and behind[3].is_capital


def _may_drop(words: list[Word], run: Run) -> bool:
    """Whether a word like "New" or "The" is no part of the name: at a sentence's start, unless with it stands a place."""
    if place_named(joined(words)) or (len(words) > 1 and place_named(joined(words[:2]))):
        return False
    return words is not run.words or run.starts_sentence or words[0].folded in _ARTICLES


def _is_known_place(words: list[Word]) -> bool:
    found = place_named(joined(words))
    return found is not None and found.population >= LARGE_CITY_PEOPLE
