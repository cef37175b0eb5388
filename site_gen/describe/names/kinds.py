"""What a run of capitalised words names, as far as its words and its neighbours tell."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, is_usual_name, place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import demonyms
from site_gen.model.article import NameKind

from .bodies import letters_behind, organisation
from .persons import (
    MAX_PERSON_WORDS,
    follows,
    is_a_surname_here,
    is_glued,
    is_kin,
    is_person_by,
    is_written_as_a_person,
    opens_name,
    person,
    role_around,
    speaks,
)
from .runs import Run, Word, joined
from .tables import Tables, tables
from .titles import Within, office_alone, titled
from .trimming import trimmed


@dataclass(slots=True)
class Named:
    """A run, or its part, with its kind."""

    name: str
    kind: NameKind | None
    """None: not told yet (a single word that may be a surname, a place or nothing)."""
    block: str
    start: int
    end: int
    role: str | None = None
    sure: bool = True
    """False where only the shape of the words tells: two capitalised words that may be a person, letters that may be a body."""
    speaks: bool = False
    """Whether a word not told yet does what people do."""
    placed: int = 0
    """Whether it stands where places do: 0 no, 1 perhaps, 2 surely."""
    is_kin: bool = False
    """Whether the text says here whose relative the person is: "his son, X"."""
    is_set_apart: bool = False
    """Whether a word tells one of a name from the other: "the elder X"."""
    stays_open: bool = False
    """Whether nobody of several is meant by it: behind "the", or behind what may be another given name ("Will X")."""
    letters: str = ""
    """The letters in brackets right behind a body's name, by which it goes from there on."""


def named(run: Run, language: str, in_lower: frozenset[str]) -> list[Named]:
    """What a run names: mostly one name, two where a title holds one ("U.N. envoy X"); none for mere capitals.

    ``in_lower`` holds folded words that the article also writes small: at a sentence's start they are no names.
    """
    known = tables(language)
    if state := _state_cut_short(run, known):
        return [state]
    words = trimmed(run, known, in_lower)
    if not words:
        return []
    role, words, within = titled(words, run, known)
    inside = _inside(within, run)
    if not words:
        return inside
    found = _kind(words, run, known, has_title=role is not None)
    if found is None:
        return [*inside, *_inside(office_alone(words, run, known), run)]
    kind, words, sure = found
    if kind == "organisation" and _is_a_cry(words, known, in_lower):
        return inside
    if kind == "organisation" and (person := _who_speaks_for(words, known)):
        whole, words = words, words[:-person]
        inside.append(
            Named(joined(whole[-person:]), "person", run.block, whole[-person].start, whole[-1].end)
        )
    is_doubtful = not sure and kind is not None
    if is_doubtful and (words[-1].folded in in_lower or words[0].folded in in_lower):
        return inside
    text = run.text[words[0].start - run.start : words[-1].end - run.start]
    if kind == "organisation":
        text = known.bodies.get(_key(words), text)
    name = Named(text.strip(), kind, run.block, words[0].start, words[-1].end, sure=sure)
    name.letters = letters_behind(run) if kind == "organisation" and words[-1] is run.words[-1] else ""
    if kind in ("person", None):
        _say_of_a_person(name, role, words, run, known)
    if len(words) == 1:
        _say_of_a_word(name, sure, words, run, known, in_lower)
    return [*inside, name]


def _say_of_a_person(name: Named, role: str | None, words: list[Word], run: Run, known: Tables) -> None:
    """Note what the text calls a person or a single word, and what sets the bearer apart from others of the surname."""
    name.role = role or role_around(words, run, known)
    name.is_kin = is_kin(words, run, name.role)
    name.is_set_apart = follows(words, run, "elder_words")
    first = run.words[0]
    is_cut_off = first is not words[0] and (first.folded in known.articles or is_given_name(first.folded))
    name.stays_open = is_cut_off or (bool(run.before) and run.before[-1].folded in known.articles)


def _say_of_a_word(
    name: Named, sure: bool, words: list[Word], run: Run, known: Tables, in_lower: frozenset[str]
) -> None:
    """Note whether a place of one word, or a word that is not told yet, speaks, and whether it stands where places do."""
    if name.kind == "place":
        name.speaks = speaks(run, known)
        is_placed = bool(run.before) and run.before[-1].folded in known.place_prepositions
        name.placed = 1 if is_placed else _placed(words[0], run, known)
    if name.kind is None:
        name.speaks = sure or speaks(run, known) or is_person_by(words, run, known)
        is_common = words[0].folded in in_lower or words[0].folded in known.nots
        name.placed = 0 if is_common else _placed(words[0], run, known)


def _is_a_cry(words: list[Word], known: Tables, in_lower: frozenset[str]) -> bool:
    """Whether capitals only shout: four words or more of them, or a word that the article also writes small ("do the RIGHT thing")."""
    if len(words) > LONGEST_IN_CAPITALS:
        return all(w.text.isupper() for w in words)
    is_alone = len(words) == 1 and words[0].text.isupper() and len(words[0].text) > LEAST_CRY
    return is_alone and words[0].folded in in_lower and words[0].folded not in known.acronyms


LONGEST_IN_CAPITALS, LEAST_CRY = 3, 3


def _who_speaks_for(words: list[Word], known: Tables) -> int:
    """How many words at the end of a body's name are a person's, of a body that is called after nobody; 0 where none are."""
    if words[0].folded not in known.called_after_nobody:
        return 0
    first = next((n for n in range(1, len(words) - 1) if is_given_name(words[n].folded)), 0)
    is_joined = any(not w.is_capital for w in words[first:])
    return len(words) - first if first and not is_joined and len(words) - first <= MAX_PERSON_WORDS else 0


def _inside(within: list[Within], run: Run) -> list[Named]:
    return [Named(joined(part), kind, run.block, part[0].start, part[-1].end) for part, kind in within]


def _state_cut_short(run: Run, known: Tables) -> Named | None:
    """The state behind a town and a comma: "Elgin, Ill."."""
    word, before = run.words[0], run.before[-2:]
    if len(run.words) > 1 or len(before) < 2 or before[1].text != "," or not before[0].is_capital:
        return None
    has_point = "." in word.text or (bool(run.after) and run.after[0].text == "." and run.gap_behind == 0)
    name = known.states.get(word.folded.replace(".", "")) if has_point else None
    end = word.end + (word.text[-1] != ".")
    return Named(name, "place", run.block, word.start, end) if name else None


def _placed(word: Word, run: Run, known: Tables) -> int:
    """How surely an unknown word is a place by what stands before: 2 "near X", "killed in X"; 1 "in X"; 0 nothing."""
    if not run.before or word is not run.words[0] or is_glued(word.text) or not word.text.isalpha():
        return 0
    before = run.before[-1].text.lower()
    if before in _NEAR:
        return 2
    if before != "in":
        return 0
    return 2 if len(run.before) > 1 and run.before[-2].folded in known.place_verbs else 1


_NEAR = frozenset({"near", "outside", "à"})


_DISTRICTS = frozenset({"district", "province", "region", "county", "division", "zone", "sector"})
"""Heads of places that are one of several of a kind, unless a name stands before them."""


def _kind(
    words: list[Word], run: Run, known: Tables, *, has_title: bool
) -> tuple[NameKind | None, list[Word], bool] | None:
    """The kind of the words, the words that make the name, and whether it is sure. None where they name nothing."""
    text = joined(words)
    folded = [w.folded for w in words]
    if has_title:
        is_person = len(words) <= MAX_PERSON_WORDS and is_written_as_a_person(words, known)
        return (None if len(words) == 1 else "person", words, True) if is_person else None
    if _is_known_body(words, known):
        return "organisation", words, True
    if folded[-1] in known.chambers and all(f in known.parties for f in folded[:-1]) and len(words) > 1:
        return None
    if (whole := " ".join(folded)) in known.no_bodies or whole in demonyms():
        return None
    if " ".join(folded[-2:]) in known.buildings:
        return ("place", words, True) if len(words) > 2 else None
    if folded[-2:] == ["white", "house"]:  # whoever holds it: "the Quill White House"
        return "organisation", words[-2:], True
    if _is_team(words, folded, known):
        return "organisation", words, True
    if (sure := organisation(words, folded, run, known)) is not None:
        return "organisation", words, sure
    if found := _place(text, words, folded, run, known):
        return found
    if len(words) == 1:
        return _single(words, folded, run, known)
    if all(f in demonyms() or f in known.nots for f in folded):
        return None
    sure = person(words, folded, run, known)
    return None if sure is None else ("person", words, sure)


def _is_known_body(words: list[Word], known: Tables) -> bool:
    """Whether every reader knows the name of a body, though no word of it says so; letters only as letters."""
    if _key(words) not in known.bodies:
        return False
    return (
        len(words) > 1
        or len(words[0].text) > MAX_LETTERS
        or words[0].text[1:2].isupper()
        or "." in words[0].text
    )


def _is_team(words: list[Word], folded: list[str], known: Tables) -> bool:
    """Whether a team's own name stands behind its town or state: "Norland Ravens", were Norland a town."""
    for size in (2, 1):
        if len(words) > size and " ".join(folded[-size:]) in known.teams:
            place = place_named(joined(words[:-size]))
            return (place is not None and place.kind != "country") or " ".join(
                folded[:-size]
            ) in known.team_homes
    return False


def _key(words: list[Word]) -> str:
    return " ".join(w.folded.replace(".", "") for w in words)


MAX_LETTERS = 4
"""Longest name of a known body that may be its letters ("GOP", "ISIS")."""


def _place(
    text: str, words: list[Word], folded: list[str], run: Run, known: Tables
) -> tuple[NameKind | None, list[Word], bool] | None:
    """The place that words name: a region, one of the gazetteer, one by its head ("Lake") or by a word beside it; else None."""
    if _is_lord_or_word(folded, run, known):
        return None
    if " ".join(folded) in known.regions:
        return "place", words, True
    place = place_named(text)
    if place and (len(words) > 1 or folded[0] not in known.nots):
        is_large = place.population >= LARGE_CITY_PEOPLE and is_usual_name(text, place)
        is_told = place.kind != "city" or is_large or _stands_as_place(run, known)
        return ("place", words, True) if is_told else None
    if (place is None and _is_some_district(folded, known)) or _is_surname(folded, run, known):
        return None
    if len(words) > 1 and (folded[-1] in known.place_heads or folded[0] in known.place_openers):
        base = folded[-1] in known.heads_left_off and place_named(joined(words[:-1]))
        return "place", words[:-1] if base else words, True
    return ("place", words, True) if _is_called_a_place(folded, run, known) else None


def _is_lord_or_word(folded: list[str], run: Run, known: Tables) -> bool:
    """Whether a place's name is a noble's ("the Duke of York"), or a plain word that begins a sentence."""
    before = [w.folded for w in run.before[-2:]]
    if len(before) == 2 and before[1] == "of" and before[0] in known.nobles:
        return True
    return len(folded) == 1 and run.starts_sentence and folded[0] in known.plain_places


def _stands_as_place(run: Run, known: Tables) -> bool:
    """Whether a preposition of places stands before a name, or "province" or the like behind it."""
    if run.before and run.before[-1].folded in known.place_prepositions:
        return True
    return bool(run.after) and run.after[0].folded in known.place_words


def _is_some_district(folded: list[str], known: Tables) -> bool:
    """Whether words name one of several of a kind, and not which: "Southern District"."""
    return folded[-1] in _DISTRICTS and all(f in known.of_districts for f in folded[:-1])


def _is_surname(folded: list[str], run: Run, known: Tables) -> bool:
    """Whether the head of a place is a person's surname behind a given name: "Ada Lake", not "in Ada Lake" nor "North Lake"."""
    if len(folded) != 2 or folded[-1] not in known.place_heads:
        return False
    if folded[-1] not in known.also_surnames and role_around(run.words[-2:], run, known) is None:
        return False
    is_in = bool(run.before) and run.before[-1].folded in known.place_prepositions
    return not is_in and folded[0] not in known.directions and opens_name(folded)


def _is_called_a_place(folded: list[str], run: Run, known: Tables) -> bool:
    """Whether the text says beside a name that it is a place's: "Brindle province", "the town of Brindle"."""
    if run.after and run.after[0].folded in known.place_words and folded[0] not in demonyms():
        return True
    before = [w.folded for w in run.before[-2:]]
    return len(before) == 2 and before[1] == "of" and before[0] in known.place_words


def _single(
    words: list[Word], folded: list[str], run: Run, known: Tables
) -> tuple[NameKind | None, list[Word], bool] | None:
    """One word: a surname, a place behind "in", or nothing; settled when the whole article is known."""
    if folded[0] in demonyms() or folded[0] in known.titles:
        return None
    is_common = folded[0] in known.nots or (run.starts_sentence and folded[0] in known.no_start)
    if is_common and not is_a_surname_here(folded[0], run, known):
        return None
    return None, words, False
