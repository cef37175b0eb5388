"""What two numbers cannot be one thing for, whatever the measures say.

Goes in: two numbers with what they count. Comes out: whether they are too far from one another, of a part and the whole, or of things
to which other things happened.
"""

from __future__ import annotations

from ..nouns import OF, REST, persons, things
from ..pieces import Number
from .agreement import alike
from .counted import Count, Reckoned
from .happened import BODILY, CHANGES, FATES, LENGTH_ONLY, MONEY_ONLY
from .tallies import CLOCK, TALLY
from .tallies import PART as VOTES_AGAINST


def are_apart(a: Reckoned, b: Reckoned) -> bool:
    """Whether numbers that differ are of two things: a part and the whole, a length of time and how long ago, a sum
    and its growth, a price and its part in cash, the ways from two places, heads and a rate.
    """
    x, y = a.count, b.count
    if _is_part(a) != _is_part(b) or x.is_ago != y.is_ago or x.is_step != y.is_step:
        return True
    if x.paid_in != y.paid_in or _are_of_other_moments(a, b):
        return True
    if x.measured_from and y.measured_from and x.measured_from.isdisjoint(y.measured_from):
        return True
    if (a.number.unit and x.is_other != y.is_other) or _are_of_other_bodies(a.number, b.number):
        return True
    of_people = {x.kind, y.kind} <= persons("en")
    return of_people and _is_fraction(a.number) != _is_fraction(b.number)


def _are_of_other_moments(a: Reckoned, b: Reckoned) -> bool:
    """Whether they hold at other times, or are of what is another an hour later: prices, winds, the way to a storm."""
    x, y = a.count.moment, b.count.moment
    if (x.days and y.days and x.days.isdisjoint(y.days)) or are_of_other_years(a, b):
        return True
    if a.number.unit == "%" and x.is_denied != y.is_denied:
        return True
    has_moved = a.number.unit in MOVING or not CHANGES.isdisjoint({a.count.happening, b.count.happening})
    return has_moved and a.number.unit in MOVING | {"%"} and (x.is_moving or y.is_moving)


MOVING = frozenset({"point", "m/s", "m"})
"""Units of what moves from hour to hour in a market or a storm, beside shares in hundred that rise or fall."""


def are_of_other_years(a: Reckoned, b: Reckoned) -> bool:
    """Whether the sentences name other years; of victims, whether one names years and the other none ("the 1999 attack")."""
    one, two = a.count.moment.years, b.count.moment.years
    is_victims = not a.number.unit and {a.count.happening, b.count.happening} <= BODILY
    return one.isdisjoint(two) and (bool(one and two) or (is_victims and bool(one or two)))


def _are_of_other_bodies(n: Number, m: Number) -> bool:
    """Whether two tallies are of bodies of other sizes: five to four, and five to two."""
    if n.unit != TALLY or m.unit != TALLY:
        return False
    small, large = sorted(x.base + round((x.base % 1) * VOTES_AGAINST) for x in (n, m))
    return small < SAME_BODY * large


SAME_BODY = 0.85
"""Share of the larger number of votes from which the smaller is of the same body."""


def is_own_measure(x: Count, y: Count) -> bool:
    """Whether both are told to be a sum or length of which a report has few: a fine, bail, a profit, a depth."""
    return x.happening == y.happening and x.happening in OWN_MEASURES


OWN_MEASURES = (MONEY_ONLY | LENGTH_ONLY) - {"price"}


def _is_fraction(n: Number) -> bool:
    """Whether no heads can be so many: 8.9, though 2.5 million can."""
    return not n.unit and n.low is None and n.base < LEAST_SCALED and n.base != int(n.base)


LEAST_SCALED = 1000
"""From which a number may be written with a point and a word for thousands."""


def is_far(n: Number, m: Number) -> bool:
    """Whether two numbers are too far from one another to be of one thing; a range's middle may be."""
    if n.is_vague or m.is_vague:
        return False
    one, two = abs(n.base), abs(m.base)
    if n.unit == CLOCK:
        return abs(one - two) > MAX_MINUTES
    is_far = max(one, two) > MAX_RATIO * min(one, two)
    return is_far and not ((n.low is not None or m.low is not None) and alike(n, m))


MAX_MINUTES = 30
"""Outlets that give the time of one happening differ by no more; a judgement."""
MAX_RATIO = 6.0
"""Outlets that count one thing hardly ever differ by more; of the pairs that the weights were learned from none does."""


def _is_part(r: Reckoned) -> bool:
    """Whether it counts some of what was counted before ("23 of those hurt", "20 others")."""
    return not r.number.unit and not r.count.narrowing.isdisjoint({OF, REST})


OUTCOMES = FATES | {"revenue", "profit", "rise", "decline"}
"""Happenings of which a thing has one: what two of them are told of are two things, though both may have been aboard."""

ROOM = "capacity"
"""How many a thing may hold: not those who were in it, nor those to whom anything happened."""


def contradict(x: Count, y: Count) -> bool:
    """Whether other things happened, right beside the numbers, to what each counts; or a rate is counted by other things,
    or one counts heads and the other how many "per 100,000".
    """
    if (x.per and y.per and x.per != y.per) or _is_thing_and_person(x.kind, y.kind):
        return True
    if x.per[:1].isdigit() != y.per[:1].isdigit():
        return True
    both_near = x.happening_is_near and y.happening_is_near
    told = {x.happening, y.happening}
    return both_near and len(told) > 1 and (told <= OUTCOMES or ROOM in told)


def _is_thing_and_person(one: str, two: str) -> bool:
    """Whether one counts things and the other people; a customer may be a household."""
    people = persons("en") - {"customers"}
    return (one in things("en") and two in people) or (two in things("en") and one in people)
