"""Two numbers that are told as one: "between 20 and 30", "seven-to-nine", and "from 7.9 years to 7.6".

Goes in: a number and the pieces around it. Comes out: the range that it opens, or the number in the unit of the one that it is
reached from; unchanged where it is neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import prod
from typing import Any

from site_gen.language import table

from ..numerals import HYPHENS, lexicon
from ..pieces import Number, Piece
from ..reading import word_set
from .hedges import hedge_sign
from .measured import number_at
from .measures import currency

MAX_RANGE_RATIO = 10
"""More than so many times the first number, the second is no range's end: "fell 5,000 to 226,000" is a step and where it
led. A judgement."""


@lru_cache(maxsize=16)
def _ranges(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table(language).get("number_reading", {})
    return found


def carried(row: Sequence[Piece], number: Number, found: list[Number], language: str) -> Number:
    """The number with the unit of the one that it is reached from, where it has none: "from 7.9 years in 2014 to 7.6"."""
    reading = _ranges(language)
    before = found[-1] if found else None
    if number.unit or before is None or before.unit not in CARRIED or before.low is not None:
        return number
    behind = row[number.last + 1] if number.last + 1 < len(row) else None
    leading = {p.form for p in row[max(0, before.first - CARRIED_WITHIN) : before.first]}
    is_reached = number.first and row[number.first - 1].form in reading.get("range", [])[:1]
    is_bare = behind is None or not behind.is_word or behind.form in word_set(language, "scope_openers")
    if not (is_reached and is_bare) or leading.isdisjoint(reading.get("range_openers", [])[1:]):
        return number
    step = before.grain_of_unit()
    if not 1 / MAX_CARRIED < number.value / (before.value or 1.0) < MAX_CARRIED:
        return number
    return replace(
        number,
        unit=before.unit,
        unit_word=before.unit_word,
        base=number.value * step,
        grain=number.grain * step,
    )


CARRIED = frozenset({"month", "s", "%", "m", "kg"})
CARRIED_WITHIN = 5
"""Words between "from" and the first number of a change."""
MAX_CARRIED = 3.0
"""Times by which a thing may change and the second number still be told in the unit of the first; a judgement."""


def _joint(row: Sequence[Piece], j: int, reading: Mapping[str, Any]) -> tuple[int, int]:
    """Where what joins a range stands, and where its end may begin; hyphens around the word count as spaces ("seven-to-nine")."""
    if row[j].text in HYPHENS and row[j + 1].form in reading.get("range", [])[:1]:
        j += 1
        return j, j + 1 + (j + 1 < len(row) and row[j + 1].text in HYPHENS)
    return j, j + 1


def _behind_hedge(row: Sequence[Piece], number: Number, language: str) -> int:
    """The piece where a number begins, one word of a hedge included ("between about 300 and 3,400")."""
    i = number.first - 1
    return i if i >= 0 and hedge_sign(row[i].form, language) else number.first


def ranged(row: Sequence[Piece], number: Number, language: str) -> Number:
    """The number with its partner in "between 20 and 30", "20 to 30", "20-30"; unchanged where there is none."""
    reading = _ranges(language)
    j = number.last + 1
    if j + 1 >= len(row) or number.is_vague or row[number.last].text.startswith("00"):
        return number
    j, then = _joint(row, j, reading)
    before, lead = _words_before(row, number, language)
    openers = reading.get("range_openers", [])
    is_opened = (
        before in openers[:1] or lead in word_set(language, "ages") or lead in reading.get("range_nouns", [])
    )
    if not _may_join(row[j], reading, is_opened=is_opened, is_change=before in openers[1:]):
        return number
    other = _range_end(row, then, language)
    if other is None or other.value <= number.value or (number.unit and number.unit != other.unit):
        return number
    number = _told_as(number, other, _scale_of(row, other, language))
    if not is_opened and other.base > MAX_RANGE_RATIO * number.base > 0:
        return number
    return replace(
        other,
        first=number.first,
        start=number.start,
        value=(number.value + other.value) / 2,
        base=(number.base + other.base) / 2,
        low=min(number.base, other.base),
        high=max(number.base, other.base),
    )


def _words_before(row: Sequence[Piece], number: Number, language: str) -> tuple[str, str]:
    """The word before a number and its hedge, and the one before that; empty at the sentence's start."""
    first = _behind_hedge(row, number, language)
    before, lead = (row[i].form if i >= 0 else "" for i in (first - 1, first - 2))
    return before, lead


def _may_join(joint: Piece, reading: Mapping[str, Any], *, is_opened: bool, is_change: bool) -> bool:
    """Whether a word or hyphen joins a range here: "and" where it is opened ("between"), "to" but in a change ("from 20 to 30")."""
    first, *others = reading.get("range", [""])
    if joint.text in "-‑–—":
        return True
    if is_change or joint.form not in (first, *others):
        return False
    return is_opened or joint.form not in others or joint.form in reading.get("range_or", [])


def _range_end(row: Sequence[Piece], at: int, language: str) -> Number | None:
    """The number that begins at a piece, or behind a sign of currency there."""
    is_signed = at + 1 < len(row) and not row[at].is_word and currency(row[at].form, language)
    return number_at(row, at + 1 if is_signed else at, language) if at < len(row) else None


def _told_as(number: Number, end: Number, scale: float) -> Number:
    """The start of a range in the unit and scale of its end: "20 to 30 miles", "2 to 3,000", not "between 5 and 1,000"."""
    if not number.unit and end.unit:
        number = replace(number, unit=end.unit, base=number.value * end.base / (end.value or 1.0))
    is_short = number.value < 100 and end.value >= 1000 and end.value > 100 * number.value
    if is_short and number.value * scale < end.value:
        number = replace(number, value=number.value * scale, base=number.base * scale)
    return number


def _scale_of(row: Sequence[Piece], number: Number, language: str) -> float:
    """What a number is counted in: its words of scale together, else the highest power of a thousand in it."""
    scales = lexicon(language).scales
    if words := [scales[p.form] for p in row[number.first : number.last + 1] if p.form in scales]:
        return prod(words)
    step = 1000.0
    while step * 1000 <= number.value:
        step *= 1000
    return step
