"""Where and when a number holds: the phrase of place or time behind what it counts, and whether it is of a part of the time.

Goes in: the pieces of a sentence, a number, the places of its noun and its happening. Comes out: "in the war", "on the first
day", and the class of a time that narrows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from site_gen.language import table

from ..pieces import Number, Piece
from ..reading import word_set, words_of

SCOPE_WORDS = 5
"""Words of place or time kept in a label behind the verb."""
SCOPE_REACH = 12
"""Words behind a number in which a time that narrows is looked for."""

Scope = tuple[str | None, str]
"""The phrase of place or time, and the class of a time that narrows ("part", "yearly"); empty for the whole."""


def scope_of(
    row: Sequence[Piece],
    number: Number,
    end: int,
    at: int,
    text: str,
    language: str,
    others: Sequence[Number],
) -> Scope:
    """The phrase of place or time behind the noun or its verb, and the class of a time that narrows it."""
    stop = next((n.first for n in others if n.first > number.last), len(row))
    span, phrase = _narrowed(row, number, stop, text, language)
    openers = word_set(language, "scope_openers")
    i = max(end, at) + 1
    if i + 1 < stop and row[i].form in openers and _opens_scope(row[i + 1], language):
        return _phrase(row, i, text, stop, language) or None, span
    return phrase or None, span


def _opens_scope(piece: Piece, language: str) -> bool:
    """Whether a word behind a preposition can begin a place or time: no number, no pronoun, nothing of "at least"."""
    is_small = piece.form in word_set(language, "small_words")
    if is_small and piece.form not in word_set(language, "determiners"):
        return False
    return piece.is_word and piece.form not in ("least", "most", "all", "last", "first")


def _narrowed(row: Sequence[Piece], number: Number, stop: int, text: str, language: str) -> tuple[str, str]:
    """Class and words of a time near the number that makes it a part or a rate; empty where there is none."""
    first = max(0, number.first - 1)
    last = number.last
    words = 0
    while last + 1 < stop and words < SCOPE_REACH and row[last + 1].text not in ";:—":
        last += 1
        words += row[last].is_word
    before, behind = text[row[first].start : number.start], text[number.end : row[last].end]
    here = f"{before}|{behind}".casefold()
    if not _any_scope(language).search(here):
        return "", ""
    for name, pattern in _scope_patterns(language):
        if match := pattern.search(here):
            return name, match.group()
    return "", ""


@lru_cache(maxsize=16)
def _scope_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            name,
            re.compile(
                rf"\b(?:{'|'.join(re.escape(p) for p in phrases)})\b(?!-)(?! (?:after|ago|later|earlier|before)\b)"
            ),
        )
        for name, phrases in table(language).get("scopes", {}).items()
        if phrases
    )


@lru_cache(maxsize=16)
def _any_scope(language: str) -> re.Pattern[str]:
    """A pattern that is found where one of the scopes' may be; one that is never found where the language has none."""
    phrases = (p for row in table(language).get("scopes", {}).values() for p in row)
    return re.compile("|".join(re.escape(p) for p in phrases) or "(?!)")


def _phrase(row: Sequence[Piece], i: int, text: str, stop: int, language: str) -> str:
    """The phrase that begins at a piece and ends before ``stop``; empty where it narrows nothing."""
    reached = last = _reach(row, i, stop, language)
    dangling = words_of(language, "no_heads", "determiners", "small_words")
    while last > i and (row[last].form in dangling or _is_loose(row, last)):
        last -= 1
    leads_to_number = last < reached == stop - 1 and stop < len(row)
    if last == i or leads_to_number:
        return ""
    if any(p.form in word_set(language, "no_scopes") for p in row[i : last + 1]):
        return ""
    behind = row[last + 1].form if last + 1 < len(row) else ""
    opens_clause = row[i].form in word_set(language, "clause_openers")
    if opens_clause and behind in words_of(language, "clause_subjects", "auxiliaries"):
        return ""
    return text[row[i].start : row[last].end]


def _reach(row: Sequence[Piece], i: int, stop: int, language: str) -> int:
    """The last of the few words from a piece before ``stop``, a verb or a mark; the piece itself for none."""
    last, words = i, 0
    for j in range(i + 1, min(len(row), stop)):
        if not row[j].is_word and row[j].text not in "-'’." and not row[j].is_number:
            break
        if row[j].text == "." and not (
            j + 1 < len(row) and (row[j + 1].is_number or row[j + 1].start == row[j].end)
        ):
            break
        words += row[j].is_word
        if row[j].text.islower() and row[j].form.endswith("ed"):
            break
        if words > SCOPE_WORDS or (words > 1 and row[j].form in word_set(language, "scope_ends")):
            break
        last = j
    return last


def _is_loose(row: Sequence[Piece], i: int) -> bool:
    """Whether a mark belongs to no word: any but the point of an abbreviation ("Dec.")."""
    before = row[i - 1].text
    is_abbreviation = row[i].text == "." and before[0].isupper() and len(before) < LONG_WORD
    return not (row[i].is_word or row[i].is_number or is_abbreviation)


LONG_WORD = 5
"""Letters that the abbreviations of months and places do not have."""
