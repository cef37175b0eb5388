"""A number by itself: its numeral with currency or unit, what a rate is counted by, and its smaller parts.

Goes in: the pieces of a sentence and a place in it. Comes out: the number that begins there ("$5 million a year", "2 hours
and 31 minutes", "a million and a half"), or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..numerals import HYPHENS, Numeral, lexicon, numeral
from ..pieces import Number, Piece
from ..reading import word_set
from ..surroundings import happening_table
from .asides import rate_base
from .measures import currency, longest_unit, mass, money_before
from .screening import GRAM, is_gram, is_metre


def number_at(row: Sequence[Piece], i: int, language: str) -> Number | None:
    """Return the number that begins at a piece, in the unit that it is told in; None where none begins there."""
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


def compound(row: Sequence[Piece], number: Number, language: str) -> Number:
    """The number with a smaller one of its dimension behind it ("2 hours and 31 minutes") or a part ("and a half")."""
    j = _joint_end(row, number.last + 1, language)
    while j < len(row) and row[j].text == "," and number.unit in PARTED:
        j = _joint_end(row, j + 1, language)
    if j == number.last + 1 and not (number.unit in PARTED and j < len(row) and row[j].is_number):
        return number
    if part := _fraction(row, j, language):
        return _with_part(row, number, *part, language)
    other = number_at(row, j, language) if j < len(row) and number.unit in PARTED else None
    if other is None or other.unit != number.unit or not 0 < other.base < number.grain_of_unit():
        return number
    base = number.base + other.base
    value = base / (number.base / number.value) if number.value else base
    return compound(
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
