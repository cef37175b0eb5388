"""Numbers that a text writes: in digits or words, with hedge, range, currency, percent, unit and what it is counted by.

Goes in: a sentence of a block. Comes out: numbers with their places, values in the unit's base, and how finely they are
given. Dates, years, times, telephone numbers, scores and labels ("Flight 11") are no figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..numerals import HYPHENS, beginnings
from ..pieces import Number, Piece
from ..reading import word_set
from .ages import person_age
from .asides import is_stamp
from .hedges import hedged
from .measured import compound, number_at
from .ranges import carried, ranged
from .screening import is_conversion, is_figure, is_other_zone
from .tallies import two_part

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
        number = number_at(row, i, language) if i >= behind else None
        if number is None:
            continue
        number = carried(row, number, found, language)
        number = ranged(row, compound(row, number, language), language)
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
