"""Whether numbers as they are written can be one number.

Goes in: numbers of one unit, or of several that a text converts. Comes out: yes or no. "34,000" and "some 34,200" agree, "at
least 6,000" and "7,500" do not: one of the two says more than the other. Sums in two currencies of which no text gives the
rate agree where a rate of the last thirty years makes them one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from ..pieces import Number
from .tallies import CLOCK

ROUNDING_SMALL, ROUNDING_LARGE = 0.025, 0.05
"""How far a rounded number may lie from the exact one (below and from 1,000), as a share of it; never beyond half a step."""
OPEN_END, FEW = 0.5, 24
"""By how much more, as a share of it, a small round number may be behind "more than": "a dozen" and "two dozen" only say where it begins."""
HEDGED_ROUNDING = 0.09
"""The same for "about" and "nearly"; less than would let "about 4,500" be "some 5,000"."""
UNIT_STEP, UNIT_ROUNDING = 3.0, 0.15
"""From how many times the smaller a unit is another ("years" beside "months", not feet beside metres), and how far a length of time in
it may lie from the finer one: "two decades" for 18 years."""
SHORT_TON, LONG_TON = 907.18474, 1.12
"""Kilograms of the ton that "ton" is read as, and how many of it the longest is: which is meant, no report says."""
LENGTHS = frozenset({"s", "month"})
"""Lengths of time, which are told in the unit that comes near."""
HEDGED_MINUTES = 15.0
"""Minutes that "just before" and "about" leave to a time of day."""
MORE_THAN = 0.1
"""How far beyond a round number behind "more than" the exact one may lie, as a share of it, and never a whole step."""
WORTH: Mapping[str, tuple[float, float]] = {
    "AUD": (0.47, 1.11),
    "CAD": (0.61, 1.10),
    "CHF": (0.55, 1.38),
    "CNY": (0.11, 0.17),
    "EUR": (0.82, 1.61),
    "GBP": (1.03, 2.12),
    "HKD": (0.12, 0.14),
    "INR": (0.011, 0.033),
    "JPY": (0.0061, 0.0134),
    "NZD": (0.39, 0.89),
    "SGD": (0.53, 0.84),
    "USD": (1.0, 1.0),
}
"""Dollars that one of a currency was worth at least and at most from 1995 to 2025 (the yearly tables of central banks, widened
a little); a currency that is not here is not judged."""
WORTH_SINCE = date(1995, 1, 1).toordinal()
"""Number of the day from which it holds."""


def in_one_unit(n: Number, m: Number) -> tuple[Number, Number] | None:
    """The two in one unit, one of them as its text converts it in brackets; None where no text does."""
    if n.unit == m.unit:
        return n, m
    for unit, base, grain in n.also:
        if unit == m.unit:
            return replace(n, unit=unit, base=base, value=base, grain=grain), m
    for unit, base, grain in m.also:
        if unit == n.unit:
            return n, replace(m, unit=unit, base=base, value=base, grain=grain)
    return None


def agree_in_units(row: Sequence[Number], *, are_recent: bool = False) -> bool:
    """Whether the numbers agree, as far as they can be told in one unit; ``are_recent`` where ``WORTH`` holds for all."""
    if len({n.unit for n in row}) == 1:
        return agree(row, is_one=True)
    return all(
        agree(pair, is_one=True) if (pair := in_one_unit(n, m)) else not are_recent or _may_be_worth(n, m)
        for n, m in combinations(row, 2)
    )


def _may_be_worth(n: Number, m: Number) -> bool:
    """Whether some rate of the last decades makes two sums one; True where a rate is not known."""
    if n.unit not in WORTH or m.unit not in WORTH:
        return True
    (low, high), (least, most) = ([rate * x.base for rate in WORTH[x.unit]] for x in (n, m))
    return low <= most * (1 + HEDGED_ROUNDING) and least <= high * (1 + HEDGED_ROUNDING)


def alike(n: Number, m: Number) -> bool:
    """Whether two numbers agree so that it says something: a wide range holds many single numbers by chance."""
    if n.base == m.base and n.low is None and m.low is None:
        return True
    if (n.low is not None or m.low is not None) and (_bounds(n, m) or _bounds(m, n)):
        return True
    if n.base == m.base or _is_near(n, m):
        return agree((n, m)) and not (_is_wide(n) ^ _is_wide(m))
    return False


def _bounds(end: Number, whole: Number) -> bool:
    """Whether one is the end of the other's range: "at least 12" of "12 to 31", "up to 31" of it."""
    if not _is_wide(whole) or end.low is not None:
        return False
    return (end.sign == ">" and end.base == whole.low) or (end.sign == "<" and end.base == whole.high)


def _is_near(n: Number, m: Number) -> bool:
    """Whether two numbers are near enough to be one rounded; ranges, sizes and lengths of time always are."""
    if n.low is not None or m.low is not None or n.is_age or m.is_age:
        return True
    small, large = sorted((abs(n.base), abs(m.base)))
    return small >= (1 - 2 * HEDGED_ROUNDING) * large


def _is_wide(number: Number) -> bool:
    return number.low is not None and number.high is not None and not number.is_vague


def agree(row: Sequence[Number], *, is_one: bool = False) -> bool:
    """Whether one number can stand behind all: equal, or rounded, or hedged alike, or cut short ("3.8" for 3.86).

    ``is_one`` where they are known to count one thing: then "more than 4,000" may be 4,300.
    """
    ranges = [n for n in row if _is_wide(n)]
    if ranges and any(n.low is None and not n.sign for n in row):
        return False
    if not all(_is_one_range(n, m) for n, m in combinations(ranges, 2)):
        return False
    finest, least = min(n.grain for n in row), min(min(n.grain, n.grain_of_unit()) for n in row)
    spans = [
        _span(
            n,
            is_coarse=n.grain > finest,
            is_other_unit=n.grain >= 0.99 * n.grain_of_unit() > UNIT_STEP * least,
            more=MORE_THAN if is_one else 0.0,
        )
        for n in row
    ]
    low, high = max(s[0] for s in spans), min(s[1] for s in spans)
    return low <= high


def _is_one_range(n: Number, m: Number) -> bool:
    """Whether two ranges begin and end alike; "10 to 15" and "10-14" do not, though they share most of it."""
    ends = ((n.low, m.low), (n.high, m.high))
    return all(
        abs((a or 0.0) - (b or 0.0)) <= ROUNDING_LARGE * max(abs(a or 0.0), abs(b or 0.0)) for a, b in ends
    )


def _span(number: Number, *, is_coarse: bool, is_other_unit: bool, more: float) -> tuple[float, float]:
    """The values that a number as written may stand for; ``is_coarse`` where another is given more finely.

    ``is_other_unit`` where another is told in a smaller unit: "two years" beside 22 months; ``more``: how far beyond it, as a share
    of it, "more than" may lead.
    """
    if number.low is not None and number.high is not None:
        return number.low, number.high
    if number.unit == CLOCK:
        return _hours(number)
    base, half = number.base, number.grain / 2
    if number.unit == "kg" and abs(number.grain_of_unit() - SHORT_TON) < 1:
        return base * (1 - ROUNDING_LARGE), base * LONG_TON * (1 + ROUNDING_SMALL)
    if number.is_age:
        return (base - half, base) if number.sign == "-" else (base - half, base + number.grain * 0.99)
    share = (
        HEDGED_ROUNDING if number.sign in ("~", "-") else ROUNDING_LARGE if base >= 1000 else ROUNDING_SMALL
    )
    room = min(half, abs(base) * share) * 0.999
    above = min(number.grain, abs(base) * share) * 0.999 if is_coarse else room
    if is_other_unit and number.unit in LENGTHS:
        room = max(room, min(number.grain_of_unit() / 2, base * UNIT_ROUNDING))
        above = max(above, min(number.grain_of_unit() * 0.999, base * UNIT_ROUNDING))
    if number.sign == ">":
        beyond = max(room, min(number.grain, base * more) * 0.999)
        return base, base + (base * OPEN_END if 2 * number.grain >= base and base <= FEW else beyond)
    if number.sign in ("<", "-"):
        return base - room, base
    return base - room, base + above


def _hours(number: Number) -> tuple[float, float]:
    """The minutes that a time of day may stand for: "just before ten" for 9:51."""
    base, half = number.base, number.grain / 2 * 0.999
    before = HEDGED_MINUTES if number.sign in ("<", "-", "~") else 0.0 if number.sign == ">" else half
    after = HEDGED_MINUTES if number.sign in (">", "~") else 0.0 if number.sign in ("<", "-") else half
    return base - before, base + after
