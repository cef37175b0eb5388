"""Numbers that a text writes: in digits or words, with hedge, range, scale, currency, percent and unit.

Goes in: a sentence of a block. Comes out: numbers with their places, values in the unit's base, and how finely they are
given. Dates, years, times, people's ages, telephone numbers, scores and labels ("Flight 11") are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from site_gen.language import fold, table

from .pieces import Number, Piece
from .screening import is_conversion, is_figure

MAX_QUALIFIER_WORDS = 4


def numbers(row: list[Piece], language: str) -> list[Number]:
    """The figures of a sentence, in order."""
    found: list[Number] = []
    i = 0
    while i < len(row):
        number = _number(row, i, language)
        if number is None:
            i += 1
            continue
        number = _ranged(row, number, language)
        if is_figure(row, number, language) and not is_conversion(row, number, found):
            found.append(_hedged(row, number, language))
        i = number.last + 1
    return found


@lru_cache(maxsize=16)
def _words(language: str) -> tuple[Mapping[str, float], Mapping[str, float], Mapping[str, Any]]:
    tables = table(language)
    simple = {fold(k): float(v) for k, v in tables.get("number_words", {}).items()}
    scales = {fold(k): float(v) for k, v in tables.get("number_scales", {}).items()}
    return simple, scales, tables.get("number_reading", {})


def _number(row: list[Piece], i: int, language: str) -> Number | None:
    if row[i].is_number:
        return _in_digits(row, i, language)
    return _in_words(row, i, language) if row[i].is_word else None


def _in_digits(row: list[Piece], i: int, language: str) -> Number | None:
    before = row[i - 1] if i and row[i - 1].end == row[i].start else None
    if before and before.text in "#§/:":
        return None
    if before and before.is_word and not _currency(before.form, language):
        return None
    value, grain = _digits(row[i].text, language)
    last, scale = i, _scale(row, i, language)
    if scale:
        value, grain, last = value * scale[0], grain * scale[0], scale[1]
    return _with_unit(row, i, last, value, grain, language)


def _digits(text: str, language: str) -> tuple[float, float]:
    """Value and grain of a run of digits; a point or comma before three digits groups where the language groups with it."""
    reading = _words(language)[2]
    thousands, decimal = reading.get("thousands", ","), reading.get("decimal", ".")
    plain = re.sub(r"[\u00a0\u202f ]", "", text)
    parts = re.split(r"[.,]", plain)
    marks = re.findall(r"[.,]", plain)
    groups = len(marks) > 1 and len(set(marks)) == 1
    if (
        marks
        and not groups
        and (marks[-1] == decimal or len(parts[-1]) != 3 or (thousands == " " and marks[-1] == ","))
    ):
        whole, fraction = "".join(parts[:-1]), parts[-1]
        return float(f"{whole}.{fraction}"), 10.0 ** -len(fraction)
    whole = "".join(parts)
    return float(whole), _grain(int(whole))


def _grain(value: int) -> float:
    grain = 1
    while value and value % (grain * 10) == 0:
        grain *= 10
    return float(grain)


def _scale(row: list[Piece], i: int, language: str) -> tuple[float, int] | None:
    """A scale behind a number ("million", "bn", "k") and its piece; single letters only where they touch the digits."""
    scales = _words(language)[1]
    j = i + 2 if i + 2 < len(row) and row[i + 1].text in "-‑" else i + 1
    if j >= len(row) or row[j].form not in scales:
        return None
    touches = row[j].start == row[i].end
    if (
        len(row[j].form) <= 2
        and not touches
        and not (len(row[j].form) == 2 or _has_currency(row, i, language))
    ):
        return None
    if row[j].form == "m" and not _has_currency(row, i, language):
        return None
    return scales[row[j].form], j


def _has_currency(row: list[Piece], i: int, language: str) -> bool:
    return bool(i and _currency(row[i - 1].form, language))


def _in_words(row: list[Piece], i: int, language: str) -> Number | None:
    simple, scales, reading = _words(language)
    half = reading.get("half", [])
    articles = reading.get("articles", [])
    if row[i].form in half or (row[i].form in articles and i + 1 < len(row) and row[i + 1].form in scales):
        return _half_or_whole(row, i, scales, half, articles, language)
    if row[i].form not in simple:
        return None
    total, current, last, j = 0.0, 0.0, i, i
    while j < len(row):
        form = row[j].form
        if form in simple and (
            j == i
            or row[j - 1].form not in simple
            or simple[row[j - 1].form] >= 20 > simple[form]
            or row[j - 1].text == "-"
        ):
            current += simple[form]
        elif form in scales and len(form) > 2:
            current = max(current, 1.0) * scales[form]
            if scales[form] >= 1000:
                total, current = total + current, 0.0
        elif (row[j].text == "-" or form in reading.get("and", [])) and j + 1 < len(row):
            following = row[j + 1].form
            big = total or current >= 100
            if not (following in simple and (row[j].text == "-" or big)) and not (
                row[j].text == "-" and following in scales
            ):
                break
            j += 1
            continue
        else:
            break
        last = j
        j += 1
    value = total + current
    return _with_unit(row, i, last, value, _grain(int(value)), language)


def _half_or_whole(
    row: list[Piece], i: int, scales: Mapping[str, float], half: list[str], articles: list[str], language: str
) -> Number | None:
    """ "half a million", "a dozen", "a hundred"."""
    factor, j = (0.5, i + 1) if row[i].form in half else (1.0, i)
    if j < len(row) and row[j].form in articles:
        j += 1
    if j >= len(row) or row[j].form not in scales or len(row[j].form) <= 2:
        return None
    value = factor * scales[row[j].form]
    return _with_unit(row, i, j, value, value, language)


@lru_cache(maxsize=4096)
def _currency(form: str, language: str) -> str | None:
    currencies = table(language).get("currencies", {})
    found = currencies.get(form)
    return str(found) if found else None


def _with_unit(row: list[Piece], first: int, last: int, value: float, grain: float, language: str) -> Number:
    """The number with the currency before it and the unit behind it."""
    number = Number(first, last, row[first].start, row[last].end, value, value, grain)
    before = row[first - 1] if first else None
    if before and (code := _currency(before.form, language)) and not before.is_word:
        at = first - 1
        if at and row[at - 1].is_word and row[at - 1].end == before.start:
            code = _currency(row[at - 1].form + before.form, language) or code
            at -= 1
        return replace(number, first=at, start=row[at].start, unit=code)
    return _unit_behind(row, number, language)


def _unit_behind(row: list[Piece], number: Number, language: str) -> Number:
    j = number.last + 1
    hyphen = j < len(row) and row[j].text in "-‑–"
    j += hyphen
    for length in (3, 2, 1):
        words = row[j : j + length]
        if len(words) < length:
            continue
        found = _unit(" ".join(w.form for w in words), language)
        if found is None and length == 2 and words[1].start == words[0].end:
            found = _unit(words[0].form + words[1].form, language)
        if found:
            unit, factor = found
            last = j + length - 1
            return replace(
                number,
                last=last,
                end=row[last].end,
                unit=unit,
                unit_word=" ".join(w.form for w in words),
                base=number.value * factor,
                grain=number.grain * factor,
                is_age=bool(hyphen) and unit in ("month", "day"),
            )
    return number


@lru_cache(maxsize=8192)
def _unit(words: str, language: str) -> tuple[str, float] | None:
    tables = table(language)
    if words == "%" or words in tables.get("number_reading", {}).get("percent", []):
        return "%", 1.0
    if words in tables.get("units", {}):
        unit, factor = tables["units"][words]
        return str(unit), float(factor)
    code = tables.get("currencies", {}).get(words)
    return (str(code), 1.0) if code and words.isalpha() else None


def _ranged(row: list[Piece], number: Number, language: str) -> Number:
    """The number with its partner in "between 20 and 30", "20 to 30", "20-30"; unchanged where there is none."""
    reading = _words(language)[2]
    j = number.last + 1
    if j + 1 >= len(row):
        return number
    joint = row[j]
    opened = number.first and row[number.first - 1].form in reading.get("range_openers", [])[:1]
    changing = number.first and row[number.first - 1].form in reading.get("range_openers", [])[1:]
    if not (joint.text in "-‑–—" or (joint.form in reading.get("range", []) and not changing)):
        return number
    if joint.form in reading.get("range", [])[1:] and not opened:
        return number
    other = _number(row, j + 1, language)
    if other is None or other.value <= number.value or (number.unit and number.unit != other.unit):
        return number
    if not number.unit and other.unit:
        number = replace(number, unit=other.unit, base=number.value * other.base / (other.value or 1.0))
    if number.value < 100 and other.value >= 1000 and other.value > 100 * number.value:
        scale = other.grain
        number = replace(number, value=number.value * scale, base=number.base * scale)
    if not opened and other.base > MAX_RANGE_RATIO * number.base > 0:
        return number
    middle = (number.base + other.base) / 2
    return replace(
        other,
        first=number.first,
        start=number.start,
        value=(number.value + other.value) / 2,
        base=middle,
        low=min(number.base, other.base),
        high=max(number.base, other.base),
    )


MAX_RANGE_RATIO = 10
"""More than so many times the first number, the second is no range's end: "fell 5,000 to 226,000" is a step and where it
led. A judgement."""


def _hedged(row: list[Piece], number: Number, language: str) -> Number:
    """The number with the hedge before it ("more than") or behind it ("or so")."""
    hedges = table(language).get("qualifiers", {})
    for length in range(MAX_QUALIFIER_WORDS, 0, -1):
        before = row[max(0, number.first - length) : number.first]
        phrase = " ".join(p.form for p in before)
        if len(before) == length and phrase in hedges:
            return replace(number, qualifier=phrase, sign=hedges[phrase])
    behind = " ".join(p.form for p in row[number.last + 1 : number.last + 3])
    if behind in hedges:
        return replace(number, qualifier=behind, sign=hedges[behind])
    return number
