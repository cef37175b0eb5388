"""What a story is called: a word of its own headlines, or names that its events share.

Nothing is invented: a word is written as a headline has it, a name as the articles have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from ..language import fold, words
from ..language.names import any_language, demonyms
from .common import RARE_SHARE, usual_share
from .fingerprint import stem

OWN_SHARE = 1 / 3
"""A word names a story where more than this share of the headlines that have it are the story's."""
MOST, MANY = 1 / 2, 2 / 5
"""Share of a story's headlines that have the word that names it; the lesser one will do for a word that is mostly its own."""
LONG_STORY = 10
"""Events from which on a longer word that is no name and not quite unusual may name a story ("Impeachment")."""
USUAL_SHARE, LETTERS_OF_A_SUBJECT = 0.1, 5
"""Of articles that have such a word, at most; and its letters."""
NAMES_IN_TITLE = 2
"""Where no headline says which of the shared names is the story's."""
LETTERS_OF_A_WORD = 4
"""Shorter ones (of, St., dam) say little in a headline."""


def headline_words(events: Iterable[Sequence[str]]) -> Counter[str]:
    """In how many events' headings each word stands, by its stem; an event is its title and its articles' headlines."""
    return Counter(found for headlines in events for found in _heading(headlines))


def title_of(
    events: Sequence[Sequence[str]],
    shared: Sequence[str],
    mentioned: Mapping[str, int],
    everywhere: Mapping[str, int],
) -> str:
    """Return the title of a story: its word, or the name that has this word, else one or two of the shared names.

    ``events`` are the title of each event and its articles' headlines, ``shared`` the names that connect the events, best first,
    ``mentioned`` all names of its articles, each with the number of these. ``everywhere`` is ``headline_words`` of all
    events: what heads many others is no story's own. Empty where nothing is shared.
    """
    headings = [_heading(headlines) for headlines in events]
    said: dict[str, list[str]] = {}
    for heading in headings:
        for found, written in heading.items():
            said.setdefault(found, []).append(written)
    articles = sum(len(headlines) - 1 for headlines in events)
    headlines_with = Counter(found for headlines in events for line in headlines for found in _stems(line))
    if word := _own_word(said, len(events), everywhere, headlines_with):
        every = (*shared, *(name for name, _ in _most_first(mentioned)))
        having = (name for name in every if mentioned.get(name, 0) * 2 >= articles and word in _stems(name))
        return next((name for name in having if _is_meant(name, word, headings)), None) or _written(
            said[word]
        )
    own = {found for found, forms in said.items() if len(forms) > everywhere[found] * OWN_SHARE}
    # "Pelée Kills Again" is of Mont Pelée: one of the words of a name that are the story's own.
    heads = {
        name: sum(_heads(_stems(name).keys(), own, heading.keys()) for heading in headings) for name in shared
    }
    ranked = sorted(shared, key=lambda name: -heads[name])
    is_named = bool(ranked) and heads[ranked[0]] > len(events) * MOST
    return ", ".join(ranked[: 1 if is_named else NAMES_IN_TITLE])


def _heads(name: Set[str], own: Set[str], heading: Set[str]) -> bool:
    """Whether a heading has a name's own word, or all its words, and one of them is the story's own."""
    is_whole = name <= heading
    return any(word in own and (is_whole or word not in _kinds()) for word in name & heading)


def _is_meant(name: str, word: str, headings: Sequence[Mapping[str, str]]) -> bool:
    """Whether headlines that have the word mean the name: the word does not only say what it is, or one has all of its words.

    "House votes again" is not of the White House.
    """
    return word not in _kinds() or any(_stems(name).keys() <= heading.keys() for heading in headings)


def _most_first(mentioned: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(mentioned.items(), key=lambda item: (-item[1], item[0]))


def _heading(headlines: Sequence[str]) -> dict[str, str]:
    """The words of an event's title and of half of its headlines or more, by their stems, as the first has them."""
    title, *each = [_stems(headline) for headline in headlines]
    number = Counter(found for stems in each for found in stems)
    written = {found: form for stems in (*reversed(each), title) for found, form in stems.items()}
    return {
        found: form for found, form in written.items() if found in title or number[found] * 2 >= len(each)
    }


def _stems(text: str) -> dict[str, str]:
    """The words of a headline or a name, by their stems, as they are written; a later one counts where it has a capital."""
    found: dict[str, str] = {}
    for word in words(text):
        key = stem(fold(word.text), "en") if len(word.text) >= LETTERS_OF_A_WORD else None
        if key is not None and (key not in found or word.text[0].isupper()):
            found[key] = word.text
    return found


def _own_word(
    said: Mapping[str, list[str]],
    events: int,
    everywhere: Mapping[str, int],
    headlines_with: Mapping[str, int],
) -> str:
    """The stem of the word that heads most of a story's events and few others; empty where none does.

    Of two that head as many events it is the one that more single headlines have, by ``headlines_with``.
    """
    found = []
    for key, forms in said.items():
        number, share = len(forms), len(forms) / everywhere[key]
        is_most = number > events * MOST or (number >= events * MANY and share > MOST)
        if number > 1 and share > OWN_SHARE and is_most and _may_name(key, forms, events):
            found.append((-number, -headlines_with[key], key))
    return min(found)[2] if found else ""


def _may_name(key: str, forms: Sequence[str], events: int) -> bool:
    """Whether a word says enough: an unusual one with a capital, or in a long story one that is not too usual.

    Of whom a thing is ("Norlandish", "Conservative") and what a body or a place is ("House", "Bay") say too little.
    """
    if key in _kinds() or any(fold(form) in _whose() for form in forms):
        return False
    usual = usual_share(key, "en")
    if usual <= RARE_SHARE and sum(form[0].isupper() for form in forms) > len(forms) / 2:
        return True
    return events >= LONG_STORY and len(key) >= LETTERS_OF_A_SUBJECT and usual <= USUAL_SHARE


@cache
def _kinds() -> frozenset[str]:
    """The stems of words that say what a body or a place is ("house", "court", "bay")."""
    words_of_kind = (
        any_language("organisation_heads")
        | any_language("organisation_openers")
        | any_language("place_heads")
    )
    return frozenset(key for word in words_of_kind if (key := stem(fold(word), "en")) is not None)


@cache
def _whose() -> frozenset[str]:
    return any_language("party_words") | frozenset(demonyms())


def _written(forms: Sequence[str]) -> str:
    """The commonest form, one without all capitals before one with, its first letter a capital."""
    counted = Counter(forms)
    best = min(counted, key=lambda form: (_shouts(form), -counted[form], form))
    return best[:1].upper() + best[1:]


def _shouts(form: str) -> bool:
    """Whether a word is written in capitals, and is no abbreviation."""
    return form.isupper() and len(form) > LETTERS_OF_A_WORD
