"""Whether numbers that differ count one thing so surely that a page may say that outlets differ.

Goes in: a group of numbers that were put together, and all numbers of the event. Comes out: the group, or its parts that agree
among themselves. Numbers that are equal bear one another out; numbers that differ do not, and to say that two outlets contradict one
another is a charge against both: it takes more than the likelihood from which equal numbers stand together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from site_gen.model.comparison import is_money

from ..pieces import Number
from .agreement import agree_in_units, alike
from .counted import Reckoned
from .happened import BODILY, FATES
from .numbers import AGE
from .tallies import TALLY
from .weighing import Tellings, likeness

BIAS = -1.1
WEIGHTS: Mapping[str, float] = {
    "near": 3.2,
    "bodily": 1.3,
    "rivals": -0.19,
    "percent": -2.2,
    "money": 0.1,
    "measure": 0.9,
    "told": 0.75,
    "deep": -0.42,
}
"""What speaks for one thing behind two numbers that differ: how alike the words beside them are (``near``), the same done to people,
other numbers of the two articles that could be meant as well, the kind of the unit, how much the poorer of the two labels tells, and
how far down its text the lower of them stands: what an event is about stands at the top of its reports.
A logistic regression over the pair most alike of each of 278 groups that were read, rounded; ``python -m benchmarks.learn_flags``
fits them anew (docs/measurements/comparison.md)."""
SURE = 0.5
"""Likelihood from which a difference is shown: it keeps every difference of the golds that has like words beside it. Higher, some of
these go (docs/measurements/comparison-tried.md)."""
PART = "part"
"""The class of a time that is a part of the whole; the others are rates."""
LIKE, LIKE_MEASURE = 0.2, 0.1
"""Likeness of the words beside two numbers from which they may count one thing; there are few measures in a report."""


def parted(group: Sequence[int], found: Sequence[Reckoned], known: Tellings) -> list[list[int]]:
    """The group whole where its numbers agree, or one pair that differs surely counts one thing; else its parts that agree."""
    if len(group) < 2:
        return [list(group)]
    if agree_in_units([found[i].number for i in group]):
        return _of_one_rate(group, found)
    unlike = [
        (found[i], found[j])
        for i, j in combinations(group, 2)
        if found[i].article != found[j].article and not alike(found[i].number, found[j].number)
    ]
    if not unlike or any(surely_one(a, b, found, known) >= SURE for a, b in unlike):
        return [list(group)]
    return _agreeing(group, found)


def _of_one_rate(group: Sequence[int], found: Sequence[Reckoned]) -> list[list[int]]:
    """The group whole, or by rate where numbers that agree are told of other times ("150,000 a month" and 148,000 in all).

    One number that is written everywhere may leave out its rate, where it is not of what people come to one after another.
    """
    row = [found[i] for i in group]
    rates = dict.fromkeys(r.count.span if r.count.span != PART else "" for r in row)
    is_one = len({(r.number.unit, r.number.base) for r in row}) == 1 and not may_grow(row)
    if len(rates) - (is_one and "" in rates) < 2:
        return [list(group)]
    return [[i for i in group if found[i].count.span in ((rate,) if rate else ("", PART))] for rate in rates]


def may_grow(group: Sequence[Reckoned]) -> bool:
    """Whether numbers count what people and things come to one after another, of which a part of the time has a part."""
    happenings = {r.count.happening for r in group}
    return len(happenings) == 1 and happenings <= FATES and group[0].number.unit != AGE


def _agreeing(group: Sequence[int], found: Sequence[Reckoned]) -> list[list[int]]:
    """The members that agree with one another, each in the first part where it does."""
    parts: list[list[int]] = []
    for i in group:
        home = next((p for p in parts if agree_in_units([found[j].number for j in (*p, i)])), None)
        if home is None:
            parts.append([i])
        else:
            home.append(i)
    return parts


def surely_one(a: Reckoned, b: Reckoned, found: Sequence[Reckoned], known: Tellings) -> float:
    """How likely two numbers that differ count one thing: 0 to 1.

    1 where no gold says: ages (tied by names, or like words), other currencies, two languages. 0 for other rates ("a day" and no
    such word), how long ago something was, and where the words beside them are hardly alike.
    """
    unit = a.number.unit
    if _is_of_other_rates(a, b) or (a.count.is_ago and b.count.is_ago):
        return 0.0
    if unit == b.number.unit == AGE:
        return float(_is_of_one_person(a, b, known) and not _holds(a.number, b.number))
    if unit != b.number.unit or a.language != b.language:
        return 1.0
    told = measures(a, b, found, known)
    if told["near"] < (LIKE_MEASURE if _is_measure(unit) else LIKE):
        return 0.0
    return 1 / (1 + math.exp(-BIAS - sum(w * told[name] for name, w in WEIGHTS.items())))


def _is_of_one_person(a: Reckoned, b: Reckoned, known: Tellings) -> bool:
    """Whether two ages are of one name, or have like words beside them; words of two languages cannot tell."""
    if a.language != b.language or not a.count.owner.isdisjoint(b.count.owner):
        return True
    return likeness(a.count.marks, b.count.marks, known)[0] >= LIKE


def _is_of_other_rates(a: Reckoned, b: Reckoned) -> bool:
    one, two = a.count.span, b.count.span
    return one != two and not {one, two} <= {"", PART}


def _holds(n: Number, m: Number) -> bool:
    """Whether one is a range and the other a number within it."""
    if (n.low is None) == (m.low is None):
        return False
    whole, one = (n, m) if n.low is not None else (m, n)
    return (whole.low or 0.0) <= one.base <= (whole.high or math.inf)


def measures(a: Reckoned, b: Reckoned, found: Sequence[Reckoned], known: Tellings) -> dict[str, float]:
    """The measures of two numbers of one unit that differ, by the names of ``WEIGHTS``."""
    unit = a.number.unit
    near, _ = likeness(a.count.marks, b.count.marks, known)
    return {
        "near": near,
        "bodily": a.count.happening == b.count.happening and a.count.happening in BODILY,
        "rivals": math.log1p(_rivals(a, found)) + math.log1p(_rivals(b, found)),
        "percent": unit == "%",
        "money": is_money(unit),
        "measure": _is_measure(unit),
        "told": min(a.count.weight, b.count.weight),
        "deep": math.log1p(max(a.block, b.block)),
    }


def _is_measure(unit: str) -> bool:
    """Whether a unit is of lengths, weights, times and the like, of which a report has few."""
    return bool(unit) and unit not in ("%", TALLY) and not is_money(unit)


def _rivals(r: Reckoned, found: Sequence[Reckoned]) -> int:
    """How many other numbers its article has of its unit, of bare numbers of its kind."""
    return len(
        {
            q.number.base
            for q in found
            if q.article == r.article
            and q.number.unit == r.number.unit
            and (r.number.unit or q.count.kind == r.count.kind)
            and not alike(q.number, r.number)
        }
    )
