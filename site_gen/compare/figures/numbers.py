"""Numbers that a text writes: in digits or words, with hedge, range, currency, percent, unit and what it is counted by.

Goes in: a sentence of a block. Comes out: numbers with their places, values in the unit's base, and how finely they are
given. Dates, years, times, telephone numbers, scores and labels ("Flight 11") are no figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import prod
from typing import Any

from site_gen.language import table

from ..numerals import HYPHENS, Numeral, beginnings, lexicon, numeral
from ..pieces import Number, Piece
from ..reading import word_set
from ..surroundings import happening_table
from .ages import person_age
from .asides import is_stamp, rate_base
from .hedges import hedge_sign, hedged
from .measures import currency, longest_unit, mass, money_before
from .screening import GRAM, is_conversion, is_figure, is_gram, is_metre, is_other_zone
from .tallies import two_part

MAX_RANGE_RATIO = 10
"""More than so many times the first number, the second is no range's end: "fell 5,000 to 226,000" is a step and where it
led. A judgement."""
AGE = "age"
"""The unit of a person's years."""


def numbers(row: Sequence[Piece], language: str) -> list[Number]:
    """The figures of a sentence, in order."""
    found: list[Number] = []
    begins = beginnings(language)
    behind = 0
    for i in [i for i, (text, form, _, _) in enumerate(row) if form in begins or text[0].isdecimal()]:
        if i >= behind and (number := two_part(row, i, language)):
            if not (is_other_zone(row, number, found) or is_stamp(row, number, language)):
                found.append(hedged(row, number, language))
            behind = number.last + 1
            continue
        number = _number(row, i, language) if i >= behind else None
        if number is None:
            continue
        number = _carried(row, number, found, language)
        number = _ranged(row, _compound(row, number, language), language)
        if person_age(row, number, language):
            number = _aged(row, number, language)
            found.append(number)
        elif is_figure(row, number, language):
            if is_conversion(row, number, found):
                found[-1] = replace(
                    found[-1], also=(*found[-1].also, (number.unit, number.base, number.grain))
                )
            else:
                found.append(hedged(row, number, language))
        behind = number.last + 1
    return found


def _carried(row: Sequence[Piece], number: Number, found: list[Number], language: str) -> Number:
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


def _aged(row: Sequence[Piece], number: Number, language: str) -> Number:
    """The number as years of a person's age, "-old" included."""
    unit = YEAR.get(number.unit, 1.0)
    years = number.base / unit if number.unit in YEAR else number.value
    low, high = (None if bound is None else bound / unit for bound in (number.low, number.high))
    last = number.last
    while last + 1 < len(row) and row[last + 1].form in word_set(language, "old") | HYPHENS:
        last += 1
    return replace(
        number,
        last=last,
        end=row[last].end,
        unit=AGE,
        base=years,
        grain=min(1.0, years),
        low=low,
        high=high,
        is_age=False,
    )


YEAR = {"month": 12, "s": 365.25 * 86400}
"""A year in the units that time is told in."""


def _number(row: Sequence[Piece], i: int, language: str) -> Number | None:
    before = row[i - 1] if i and row[i - 1].end == row[i].start else None
    tied = row[i].is_number and before is not None
    money = money_before(row, i, language) is not None
    if (
        tied
        and before
        and (before.text in "#§/:" or (before.is_word and not money and not currency(before.form, language)))
    ):
        return None
    found = numeral(row, i, language, is_money=money)
    if found is None and _is_one_and_more(row, i, language):
        found = Numeral(i, i, 1.0, 1.0)
    return _measured(row, found, language) if found else None


def _measured(row: Sequence[Piece], found: Numeral, language: str) -> Number:
    """The number with the currency before it or the unit behind it, and with what it is counted by."""
    first, last, value = found.first, found.last, found.value
    number = Number(first, last, row[first].start, row[last].end, value, value, found.grain)
    if found.low is not None:
        number = replace(number, low=found.low, high=found.high, is_vague=True)
    if money := money_before(row, first, language):
        code, at = money
        number = replace(number, first=at, start=row[at].start, unit=code)
    elif not number.is_vague:
        number = _unit_behind(row, number, language, is_scaled=found.is_scaled)
    return replace(number, per=_per(row, number, language))


def _unit_behind(row: Sequence[Piece], number: Number, language: str, *, is_scaled: bool) -> Number:
    """The number with the unit behind it, in whose base its value is told; unchanged where none stands there.

    ``is_scaled``: a word like "million" ends it.
    """
    j = number.last + 1
    hyphen = j < len(row) and row[j].text in HYPHENS
    j = _unit_start(row, j + hyphen, language, is_scaled=is_scaled)
    found, length = longest_unit(row, j, language)
    if not found and is_metre(row, j, language):
        found, length = METRE, 1
    if not found:
        return number
    words = row[j : j + length]
    if length == 1 and words[0].form == GRAM and not is_gram(row, number):
        return number
    unit, factor, offset = found
    scale = mass(words[-1].form, language)
    if scale and not is_scaled and (number.value < scale[2] or _is_weighed(row, language)):
        unit, factor = scale[:2]
    return replace(
        number,
        last=j + length - 1,
        end=words[-1].end,
        unit=unit,
        unit_word=_written([w for w in words if w.is_word or w.text in "%°"]),
        base=number.value * factor + offset,
        grain=number.grain * factor,
        low=number.low * factor if number.low is not None else None,
        high=number.high * factor if number.high is not None else None,
        is_age=bool(hyphen) and (unit == "month" or (unit == "s" and factor >= DAY)),
    )


def _unit_start(row: Sequence[Piece], j: int, language: str, *, is_scaled: bool) -> int:
    """Where a unit may begin from ``j`` on: behind the point of "mn.", what links a scale ("million d'euros"), an adjective of
    units."""
    if is_scaled:
        if j < len(row) and row[j].text == "." and row[j - 1].form in word_set(language, "abbreviations"):
            j += 1
        if j < len(row) and row[j].form in word_set(language, "scale_links"):
            j += 1 + (j + 1 < len(row) and row[j + 1].text in "'’")
    return j + (j + 1 < len(row) and row[j].form in word_set(language, "before_units"))


def _is_weighed(row: Sequence[Piece], language: str) -> bool:
    """Whether the sentence tells of a weight: its pounds are no money."""
    known = happening_table(language)
    return any(WEIGHT in known.get(p.form, ()) for p in row)


WEIGHT = "weight"


def _written(words: Sequence[Piece]) -> str:
    """The words of a unit, folded but for the name of a people ("Egyptian pounds")."""
    return " ".join(w.text if len(words) > 1 and w.text.istitle() else w.form for w in words)


METRE = ("m", 1.0, 0.0)
DAY = 86400.0
"""Seconds: the shortest unit in which the age of a thing is told."""


def _per(row: Sequence[Piece], number: Number, language: str) -> str:
    """The noun that a rate is counted by: "per share", "a share", "-a-share", "per Example share"."""
    i = number.last + 1
    while i < len(row) and row[i].text in HYPHENS:
        i += 1
    if base := _rate_behind(row, i, language):
        return base
    if i >= len(row) or row[i].form not in word_set(language, "per_words"):
        return ""
    for j in range(i + 1, min(i + 4, len(row))):
        if row[j].form in word_set(language, "per_nouns"):
            is_ago = j + 1 < len(row) and row[j + 1].form in word_set(language, "after_units")
            return "" if is_ago else row[j].form
        if row[j].is_word and not row[j].text[0].isupper() and row[i].form not in PER_ALWAYS:
            return ""
    return ""


def _rate_behind(row: Sequence[Piece], i: int, language: str) -> str:
    """The number by which a rate is counted, behind a few words ("road deaths per 100,000"); empty for none."""
    for j in range(i, min(i + RATE_WITHIN, len(row))):
        if base := rate_base(row, j, language):
            return base
        if not row[j].is_word:
            break
    return ""


PER_ALWAYS = frozenset({"per", "par"})
RATE_WITHIN = 5
"""Pieces behind a number within which stands what its rate is counted by ("38 road deaths per 100,000")."""


def _compound(row: Sequence[Piece], number: Number, language: str) -> Number:
    """The number with a smaller one of its dimension behind it ("2 hours and 31 minutes") or a part ("and a half")."""
    j = _joint_end(row, number.last + 1, language)
    while j < len(row) and row[j].text == "," and number.unit in PARTED:
        j = _joint_end(row, j + 1, language)
    if j == number.last + 1 and not (number.unit in PARTED and j < len(row) and row[j].is_number):
        return number
    if part := _fraction(row, j, language):
        return _with_part(row, number, *part, language)
    other = _number(row, j, language) if j < len(row) and number.unit in PARTED else None
    if other is None or other.unit != number.unit or not 0 < other.base < number.grain_of_unit():
        return number
    base = number.base + other.base
    value = base / (number.base / number.value) if number.value else base
    return _compound(
        row,
        replace(number, last=other.last, end=other.end, base=base, value=value, grain=other.grain),
        language,
    )


def _with_part(row: Sequence[Piece], number: Number, part: float, last: int, language: str) -> Number:
    """ "a million and a half" is 1.5 million, "two and a half million" 2.5 million; 2¼ hours are "two hours and a quarter" or "two
    and a quarter hours".
    """
    scales = lexicon(language).scales
    step = number.base / number.value if number.value else 1.0
    scale = scales.get(row[number.last].form, 1.0) if not number.unit else 1.0
    value = number.value + part * scale
    is_scaled = (
        last + 1 < len(row)
        and not number.unit
        and len(row[last + 1].form) > 2
        and row[last + 1].form in scales
    )
    if is_scaled:
        last, scale = last + 1, scales[row[last + 1].form]
        value *= scale
    made = replace(
        number, last=last, end=row[last].end, value=value, base=value * step, grain=part * scale * step
    )
    return made if made.unit else _unit_behind(row, made, language, is_scaled=is_scaled)


def _is_one_and_more(row: Sequence[Piece], i: int, language: str) -> bool:
    """Whether an article and a unit with a part behind it begin there: "a mile and a half"."""
    known = lexicon(language)
    if row[i].form not in known.articles:
        return False
    unit, length = longest_unit(row, i + 1, language)
    j = _joint_end(row, i + 1 + length, language)
    return unit is not None and j > i + 1 + length and _fraction(row, j, language) is not None


def _joint_end(row: Sequence[Piece], j: int, language: str) -> int:
    """The piece behind "and", hyphens around it included ("mile-and-a-half"); ``j`` itself where there is none."""
    joints = lexicon(language).joints
    k = j
    while k < len(row) and (row[k].form in joints or row[k].text in HYPHENS):
        k += 1
    return k if any(p.form in joints for p in row[j:k]) else j


PARTED = frozenset({"s", "m", "kg", "month"})
"""Dimensions that are told in two units at once ("8 days, 3 hours", "5 feet 4 inches")."""


def _fraction(row: Sequence[Piece], j: int, language: str) -> tuple[float, int] | None:
    """ "a half", "a quarter" behind a number and "and"."""
    known = lexicon(language)
    if j + 1 < len(row) and row[j].form in known.articles:
        j += 1 + (row[j + 1].text in HYPHENS)
    if j >= len(row) or row[j].form not in known.half:
        return None
    behind = row[j + 1].form if j + 1 < len(row) else ""
    return None if behind in {"of", "de"} | known.articles else (known.half[row[j].form], j)


@lru_cache(maxsize=16)
def _ranges(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table(language).get("number_reading", {})
    return found


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


def _ranged(row: Sequence[Piece], number: Number, language: str) -> Number:
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
    return _number(row, at + 1 if is_signed else at, language) if at < len(row) else None


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
