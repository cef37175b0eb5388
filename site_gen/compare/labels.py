"""Where a figure holds, and what it counts in the article's own words.

Goes in: the pieces of a sentence, a number, its noun and its happening. Comes out: the scope and the label, verbatim but
for "…" in the number's place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.language import table

from .pieces import Number, Piece
from .reading import kind_table, word_set

SCOPE_WORDS = 5
"""Words of place or time kept in a label behind the verb."""


def scope_of(
    row: Sequence[Piece],
    end: int,
    at: int,
    text: str,
    language: str,
    others: Sequence[Number],
    number: Number,
) -> tuple[str | None, str]:
    """The phrase of place or time behind the noun or its verb, and the class of a time that narrows."""
    sentence = text[row[0].start : row[-1].end].casefold()
    begin = max(end, at if at > end else end)
    openers = word_set(language, "scope_openers")
    stop = next((n.first for n in others if n.first > number.last), len(row))
    here = text[row[max(0, number.first - 1)].start : row[min(stop, len(row)) - 1].end].casefold()
    span = next(
        (
            name
            for name, phrases in table(language).get("scopes", {}).items()
            if any(re.search(rf"\b{re.escape(p)}\b(?!-)", here) for p in phrases)
        ),
        "",
    )
    for i in range(begin + 1, min(len(row), begin + 6, stop)):
        if row[i].text in ".;:":
            break
        if row[i].form in openers:
            return _phrase(row, i, text, stop, language), span
    named = [p for p in table(language).get("scopes", {}).get(span, ()) if p in here] if span else []
    return (named[0] if named and named[0] in sentence else None), span


def _phrase(row: Sequence[Piece], i: int, text: str, stop: int, language: str) -> str:
    last, words = i, 0
    for j in range(i + 1, min(len(row), stop)):
        if not row[j].is_word and row[j].text not in "-'’." and not row[j].is_number:
            break
        if row[j].text == "." and not (
            j + 1 < len(row) and (row[j + 1].is_number or row[j + 1].start == row[j].end)
        ):
            break
        words += row[j].is_word
        if words > SCOPE_WORDS or (words > 1 and row[j].form in word_set(language, "scope_ends")):
            break
        last = j
    return text[row[i].start : row[last].end]


def label_of(
    row: Sequence[Piece],
    number: Number,
    first: int,
    last: int,
    at: int,
    scope: str | None,
    text: str,
    language: str,
) -> tuple[str, int]:
    """The noun, its verb and its scope in the article's words, "…" for the number; how much they tell."""
    noun = text[row[first].start : row[last].end] if last >= first else ""
    if number.is_age and noun:
        return f"{noun} ({number.unit_word})", 3
    if not noun or (number.unit and noun.casefold() not in kind_table(language)):
        return _around(row, number, text), 2 if at >= 0 else 1
    behind = at > max(last, number.last) and not _has_object(row, at, language)
    if behind:
        verb = text[row[at].start : row[at].end]
        return " ".join(filter(None, (noun, verb, scope))), 4 + bool(scope)
    if 0 <= at < number.first:
        before = text[row[at].start : row[at].end]
        return (f"{before} … {noun}" if before.endswith("ing") else f"{noun} {before}"), 3
    return " ".join(filter(None, (noun, scope))), 2 + bool(scope)


def _has_object(row: Sequence[Piece], at: int, language: str) -> bool:
    """Whether a participle goes on to something else ("buses carrying people")."""
    after = row[at + 1] if at + 1 < len(row) else None
    return (
        row[at].form.endswith("ing")
        and after is not None
        and after.is_word
        and after.form not in word_set(language, "small_words")
    )


def _around(row: Sequence[Piece], number: Number, text: str) -> str:
    """The words around a number that has no noun, "…" in its place."""
    start = number.first - len((number.qualifier or "").split())
    first = start
    while first > max(0, start - AROUND_BEFORE) and row[first - 1].text not in ',;:()"“”':
        first -= 1
    last = number.last
    while last + 1 < len(row) and last - number.last < AROUND_BEHIND and row[last + 1].is_word:
        last += 1
    before = text[row[first].start : row[start - 1].end] if first < start else ""
    behind = text[row[number.last + 1].start : row[last].end] if last > number.last else ""
    return (
        " ".join(filter(None, (before, "…", behind))) if before or behind else text[number.start : number.end]
    )


AROUND_BEFORE, AROUND_BEHIND = 5, 3
"""Words that stand for what a number without a noun counts."""
