"""Whether two numbers of different articles count one thing, and whether they agree.

Goes in: two reckoned numbers. Comes out: a score, 0 where they count different things; equal numbers of different
things score 0. What makes them one is, from the surest down: one kind of thing to which the same happened; the same
amount in another unit; a telling amount of one kind; sentences that say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .counted import Count
from .pieces import Number

ROUNDING_SMALL, ROUNDING_LARGE = 0.025, 0.05
"""How far a rounded number may lie from the exact one (below and from 1,000), as a share of it; never beyond half a step."""
HEDGED_ROUNDING = 0.1
"""The same for "about" and "nearly"."""
MAX_RATIO = 6.0
"""Numbers further apart do not count one thing."""
MAX_TOLL_RATIO = 3.0
"""Tolls further apart are of different happenings, or of a part and the whole."""
UNIT_CONTEXT = 0.3
"""For measures that differ, of which nothing says what they measure."""
NEAR_RATIO = 1.3
"""Numbers of one kind of thing no further apart are one number differently reported, if the sentences have a word in common."""
SMALL_TOLL, LEAD_BLOCKS = 100, 4
"""A small toll that differs is the event's only where both articles open with it, or the sentences are alike."""
PEOPLE = "people"
"""The kind that every other kind of person is part of ("19,000 people", "19,000 employees")."""
CONVERTED = 0.03
"""A number in another unit lies within this of the one that it was converted from."""
NEAR_MONEY = 1.15
"""Sums of money no further apart may be one sum differently reported."""
MIN_TELLING = 13
"""Smaller numbers are equal by chance too often to be tied by being equal."""
SAME_CONTEXT, LIKE_CONTEXT, SCANT_CONTEXT = 0.5, 0.3, 0.1
"""Share of the shorter sentence's words that the other sentence has: the same statement, a like one, a word in common."""
TOLLS = frozenset(
    {
        "death",
        "injury",
        "missing",
        "movement",
        "arrest",
        "rescue",
        "layoff",
        "infection",
    }
)
"""Happenings of which an event has one number, on which outlets differ."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number in an article with what it counts."""

    article: int
    block: int
    number: Number
    count: Count
    said_by: str | None


def same_count(a: Reckoned, b: Reckoned) -> float:
    """How surely two numbers count one thing; 0 where they do not."""
    x, y = a.count, b.count
    if a.number.unit != b.number.unit or conflict(a, b):
        return 0.0
    equal = agree((a.number, b.number))
    shared = len(x.context & y.context) / max(1, min(len(x.context), len(y.context)))
    kind = bool(x.kind) and x.kind == y.kind
    happening = bool(x.happening) and x.happening == y.happening
    rule = _may_agree if equal else _may_differ
    if not rule(a, b, kind=kind, happening=happening, shared=shared):
        return 0.0
    return round(1.0 * equal + 0.6 * kind + 0.6 * happening + shared + _nearness(a.number, b.number), 6)


def _nearness(a: Number, b: Number) -> float:
    top = max(abs(a.base), abs(b.base))
    return 0.5 * min(abs(a.base), abs(b.base)) / top if top else 0.5


def conflict(a: Reckoned, b: Reckoned) -> bool:
    """Whether the numbers plainly count different things: other happenings, other kinds of people or things."""
    x, y = a.count, b.count
    other_kind = bool(x.kind and y.kind and x.kind != y.kind)
    if a.number.is_age and b.number.is_age:
        return other_kind
    if x.happening and y.happening and x.happening != y.happening:
        shared = len(x.context & y.context) / max(1, min(len(x.context), len(y.context)))
        return x.happening_is_near or y.happening_is_near or shared < SAME_CONTEXT
    if not other_kind or a.number.unit:
        return False
    return PEOPLE not in (x.kind, y.kind) or not agree((a.number, b.number))


def _may_agree(a: Reckoned, b: Reckoned, *, kind: bool, happening: bool, shared: float) -> bool:
    """Whether two numbers that agree count one thing."""
    largest = max(a.number.value, b.number.value)
    telling = min(_digits(a.number), _digits(b.number)) > 1 and largest >= MIN_TELLING
    if a.number.unit:
        other_unit = a.number.unit_word != b.number.unit_word
        converted = telling and other_unit and _is_close(a.number, b.number)
        needed = SCANT_CONTEXT if telling else LIKE_CONTEXT / 2 if kind else LIKE_CONTEXT
        return converted or happening or shared >= needed
    if kind:
        return largest >= MIN_TELLING or happening or shared >= LIKE_CONTEXT
    people = PEOPLE in (a.count.kind, b.count.kind)
    return (happening or people or telling) and shared >= (LIKE_CONTEXT if telling else SAME_CONTEXT)


def _digits(number: Number) -> int:
    """Significant figures of a number: 2,100,000 has two."""
    return len(f"{number.value:.10g}".replace(".", "").replace("e+", "").strip("0")) or 1


def _is_close(a: Number, b: Number) -> bool:
    return abs(a.base - b.base) <= CONVERTED * max(a.base, b.base)


def _may_differ(a: Reckoned, b: Reckoned, *, kind: bool, happening: bool, shared: float) -> bool:
    """Whether two numbers that differ count one thing all the same."""
    small, large = sorted((abs(a.number.base), abs(b.number.base)))
    if not small or large / small > MAX_RATIO or a.count.year != b.count.year:
        return False
    x, y = a.count, b.count
    if a.number.unit:
        told = happening or not (x.happening and y.happening)
        money = len(a.number.unit) == 3 and large / small <= NEAR_MONEY and told
        likely = shared >= (LIKE_CONTEXT if kind or happening else UNIT_CONTEXT)
        return money or (likely and large / small <= MAX_TOLL_RATIO)
    if bool(x.narrowing) != bool(y.narrowing):
        return False
    if kind and happening and x.happening in TOLLS:
        near = x.happening_is_near and y.happening_is_near
        leads = large >= SMALL_TOLL or max(a.block, b.block) < LEAD_BLOCKS or shared > 2 * SCANT_CONTEXT
        return (near or shared >= LIKE_CONTEXT) and leads and large / small <= MAX_TOLL_RATIO
    if happening and PEOPLE in (x.kind, y.kind) and x.happening in TOLLS and not shared >= SCANT_CONTEXT:
        return False
    ratio = large / small
    if kind and x.kind != PEOPLE and ratio <= NEAR_RATIO and large >= MIN_TELLING:
        return shared >= SCANT_CONTEXT
    return kind and shared >= (
        LIKE_CONTEXT + SCANT_CONTEXT
        if ratio <= MAX_TOLL_RATIO and large >= MIN_TELLING
        else SAME_CONTEXT + SCANT_CONTEXT
    )


def agree(row: Sequence[Number]) -> bool:
    """Whether one number can stand behind all: equal, or rounded, or hedged alike."""
    spans = [_span(n) for n in row]
    low, high = max(s[0] for s in spans), min(s[1] for s in spans)
    return low <= high


def _span(number: Number) -> tuple[float, float]:
    """The values that a number as written may stand for."""
    if number.low is not None and number.high is not None:
        return number.low, number.high
    base, half = number.base, number.grain / 2
    if number.is_age:
        return (base - half, base) if number.sign == "-" else (base - half, base + number.grain * 0.99)
    share = (
        HEDGED_ROUNDING if number.sign in ("~", "-") else ROUNDING_LARGE if base >= 1000 else ROUNDING_SMALL
    )
    room = min(half, abs(base) * share) * 0.999
    if number.sign == ">":
        return base, base + room
    if number.sign in ("<", "-"):
        return base - room, base
    return base - room, base + room
