"""Whether two numbers of different articles count one thing, and whether they agree.

Goes in: two reckoned numbers and how telling each mark is in the event. Comes out: how surely they count one thing. The
evidence is a handful of measures (``evidence``); each is worth its weight of ``WEIGHTS``, another
where the numbers agree than where they differ: equal numbers of different things are common, and so are two for one thing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import mul
from typing import NamedTuple

from ..nouns import OF, PEOPLE, REST, persons
from ..pieces import Number
from .agreement import alike, in_one_unit
from .apart import are_apart, contradict, is_far, is_own_measure
from .counted import Reckoned
from .numbers import AGE
from .tallies import CLOCK, TALLY

MIN_TELLING = 13
"""Smaller numbers are equal by chance too often to be tied by being equal."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """How telling the marks of an event are."""

    of: Mapping[str, float]
    """By mark: 1 for one sentence's own, near 0 for what every sentence has."""
    sums: Mapping[int, tuple[float, float]]
    """By the identity of a number's marks: what they tell together, weighed by nearness and plain."""


def tellings(found: Sequence[Reckoned]) -> Tellings:
    """Return how telling the marks of an event's counting sentences are."""
    holders: dict[str, set[tuple[int, int, int]]] = {}
    places: set[tuple[int, int, int]] = set()
    for r in found:
        place = r.article, r.block, r.sentence
        places.add(place)
        for m in r.count.marks:
            holders.setdefault(m, set()).add(place)
    most = math.log(1 + len(places)) or 1.0
    of = {m: math.log(1 + len(places) / len(h)) / most for m, h in holders.items()}
    marks = (r.count.marks for r in found)
    return Tellings(of, {id(x): (sum(w * of[m] for m, w in x.items()), sum(of[m] for m in x)) for x in marks})


class Evidence(NamedTuple):
    """The measures of two numbers, each between 0 and 1."""

    telling: float
    """How rarely two numbers would be as alike by chance."""
    ratio: float
    kind: bool
    """Whether both count one kind, other than plain people."""
    people: bool
    other_kind: bool
    part_kind: bool
    """Whether one counts people and the other a kind of them."""
    happening: bool
    near_happening: bool
    """Whether the same happened, told right beside both numbers."""
    other_happening: bool
    near: float
    """How alike their surroundings are, nearness weighed."""
    sentence: float
    """Share of the shorter sentence that the other has."""
    narrowing: bool
    other_narrowing: bool
    lead: bool
    """Whether both stand in their articles' first paragraphs."""
    language: bool
    """Whether they are in two languages."""
    size: float
    label: float
    """How alike their labels are."""
    hedge: bool


BIAS_AGREEING, BIAS_DIFFERING = -1.6, -6.2
WEIGHTS: Mapping[str, tuple[float, float]] = {
    "telling": (2.5, -0.4),
    "ratio": (-0.1, 3.8),
    "kind": (1.6, 0.7),
    "people": (0.3, -0.1),
    "other_kind": (-1.0, -0.7),
    "part_kind": (-0.7, -1.1),
    "happening": (0.7, 0.9),
    "near_happening": (1.1, 0.3),
    "other_happening": (0.5, -0.5),
    "near": (1.9, 1.5),
    "sentence": (2.1, 1.4),
    "narrowing": (1.2, -0.1),
    "other_narrowing": (-0.1, -0.3),
    "lead": (0.1, 1.1),
    "language": (1.1, 1.0),
    "size": (0.9, 1.8),
    "label": (0.8, 1.3),
    "hedge": (-0.2, 1.2),
}
"""What each measure is worth where two numbers agree, and where they differ: a logistic regression over 2,125 pairs of numbers
of 40 events, rounded. ``python -m benchmarks.learn_figures`` fits the sixteen of them whose gold the project can hold; the
other twenty-four are real events, annotated by hand for this."""
MEASURES = Evidence._fields


def evidence(a: Reckoned, b: Reckoned, known: Tellings) -> Evidence:
    """The measures of a pair."""
    x, y = a.count, b.count
    n, m = a.number, b.number
    one, two = x.kind, y.kind
    same_happening = bool(x.happening) and x.happening == y.happening
    kind = bool(one) and one == two
    part = not kind and PEOPLE in (one, two) and {one, two} <= persons("en")
    own, other = x.narrowing - {OF, REST}, y.narrowing - {OF, REST}
    near, sentence = likeness(x.marks, y.marks, known)
    return Evidence(
        telling=_telling(n, m),
        ratio=_ratio(n, m),
        kind=kind and one != PEOPLE,
        people=kind and one == PEOPLE,
        other_kind=bool(one and two) and not kind and not part,
        part_kind=part,
        happening=same_happening,
        near_happening=same_happening and x.happening_is_near and y.happening_is_near,
        other_happening=bool(x.happening and y.happening) and not same_happening,
        near=near,
        sentence=sentence,
        narrowing=bool(own & other),
        other_narrowing=bool(own and other) and not own & other,
        lead=max(a.block, b.block) < LEAD_BLOCKS,
        language=a.language != b.language,
        size=min(1.0, math.log10(1 + min(abs(n.base), abs(m.base))) / MANY_DIGITS),
        label=_overlap(x.told, y.told, known),
        hedge=bool(n.sign) and n.sign == m.sign,
    )


MANY_DIGITS = 6
"""A number of so many digits is as large as any."""
LEAD_BLOCKS = 3
"""Paragraphs that tell the event's main facts."""


def likeness(x: Mapping[str, float], y: Mapping[str, float], known: Tellings) -> tuple[float, float]:
    """How alike the surroundings of two numbers are (nearness weighed), and what share of the shorter sentence both have."""
    if x.keys().isdisjoint(y):
        return 0.0, 0.0
    of, common = known.of, [m for m in x if m in y]
    (total_x, plain_x), (total_y, plain_y) = known.sums[id(x)], known.sums[id(y)]
    near = sum(math.sqrt(x[m] * y[m]) * of[m] for m in common)
    plain = min(plain_x, plain_y)
    share = sum(of[m] for m in common) / plain if plain else 0.0
    top = math.sqrt(total_x * total_y)
    return round(near / top if top else 0.0, 9), round(share, 9)


def _ratio(n: Number, m: Number) -> float:
    """How near two numbers are: their ratio; of percentages, which are small, rather their difference."""
    small, large = sorted((abs(n.base), abs(m.base)))
    ratio = small / large if large else 1.0
    return max(ratio, 1 - (large - small) / POINTS) if n.unit == "%" else ratio


POINTS = 20
"""Percentage points from which only the ratio counts."""


def _overlap(x: frozenset[str], y: frozenset[str], known: Tellings) -> float:
    """Share of the words of two labels that both have, weighed by how telling they are."""
    if x.isdisjoint(y):
        return 0.0
    every = sum(known.of.get(m, 1.0) for m in sorted(x | y))
    return sum(known.of.get(m, 1.0) for m in sorted(x & y)) / every if every else 0.0


def likelihood(a: Reckoned, b: Reckoned, known: Tellings) -> float:
    """How likely two numbers of different articles count one thing: 0 to 1."""
    if a.number.unit == AGE:
        return _same_age(a, b, known)
    if a.number.unit != b.number.unit:
        return _same_vote(a, b) if TALLY in (a.number.unit, b.number.unit) else _same_sum(a, b, known)
    if is_far(a.number, b.number) or contradict(a.count, b.count):
        return 0.0
    is_agreed = alike(a.number, b.number)
    if not is_agreed and are_apart(a, b):
        return 0.0
    if a.number.base != b.number.base and a.count.is_expected != b.count.is_expected:
        return 0.0
    measures = evidence(a, b, known)
    if not (is_agreed or is_own_measure(a.count, b.count) or _is_borne_out(a.number.unit, measures)):
        return 0.0
    if max(a.number.value, b.number.value) <= FEW and not a.number.unit and not _few_alike(measures):
        return 0.0
    is_sized = a.number.is_vague or b.number.is_vague
    if (is_sized and not _is_sized_alike(measures)) or (
        a.number.unit and not _measures_alike(a.number.unit, measures)
    ):
        return 0.0
    column = 0 if is_agreed else 1
    sum_of = sum(map(mul, _columns()[column], measures))
    return round(1 / (1 + math.exp(-(BIAS_AGREEING, BIAS_DIFFERING)[column] - sum_of)), 9)


@cache
def _columns() -> tuple[tuple[float, ...], ...]:
    """The two columns of ``WEIGHTS``."""
    return tuple(zip(*WEIGHTS.values(), strict=True))


def _same_vote(a: Reckoned, b: Reckoned) -> float:
    """How likely a tally ("128-9") and a number of those who voted are of one vote: by being its first part."""
    tally, plain = (a, b) if a.number.unit == TALLY else (b, a)
    is_told = not plain.number.unit and plain.count.happening == VOTE
    return UNCONVERTED if is_told and plain.number.base == tally.number.value else 0.0


VOTE = "vote"
"""The happening of those who voted."""


def _same_sum(a: Reckoned, b: Reckoned, known: Tellings) -> float:
    """How likely sums in two currencies are one: by the conversion that a text gives, else by what they are told of."""
    if pair := in_one_unit(a.number, b.number):
        return likelihood(replace(a, number=pair[0]), replace(b, number=pair[1]), known)
    x, y = a.count, b.count
    near, share = likeness(x.marks, y.marks, known)
    is_like = near >= LIKE_SUM or share >= ONE_SENTENCE or (bool(x.per) and x.per == y.per)
    told = _overlap(x.told, y.told, known) > 0 or (bool(x.happening) and x.happening == y.happening)
    within = max(a.number.base, b.number.base) <= MAX_RATE * min(a.number.base, b.number.base)
    return UNCONVERTED if is_like and told and within and not contradict(x, y) else 0.0


LIKE_SUM = 0.4
"""Likeness of surroundings from which sums in two currencies are taken for one."""
MAX_RATE = 2000
"""No two currencies in use stand further apart than a euro and the smallest of them; a judgement."""
UNCONVERTED = 0.55
"""Likelihood given to such a pair: below any that numbers themselves bear out."""


FEW = 2
"""Of anything there are two somewhere in an article."""


def _few_alike(told: Evidence) -> bool:
    """Whether "two" counts one thing in both: told of it, narrowed or named alike, or with like words beside it."""
    return bool(told.happening or told.narrowing or told.label > ONE_NAME or told.near >= LIKE_WORDS)


ONE_NAME = 0.5
"""Share of the words of two labels from which they name one thing."""


def _is_borne_out(unit: str, told: Evidence) -> bool:
    """Whether more than the numbers speaks for one thing, where they differ: like words beside them, or a word of the labels."""
    return told.near >= (LIKE_WORDS if unit == CLOCK else LEAST_WORDS) or bool(told.label and unit != CLOCK)


LEAST_WORDS = 0.15
"""Likeness of surroundings without which numbers that differ are two things, if their labels share nothing."""


def _measures_alike(unit: str, told: Evidence) -> bool:
    """Whether a unit is of one thing: a rare number, one noun, a word of the label, or like words beside the number."""
    return bool(
        told.telling > FEW_DIGITS
        or told.kind
        or told.label
        or told.near >= (LIKE_WORDS if unit == "%" else ANY_WORDS)
    )


FEW_DIGITS = 0.5
"""A measure of one or two digits is equal to another by chance too often."""
LIKE_WORDS, ANY_WORDS = 0.25, 0.1
"""Likeness of surroundings from which two percentages, of which news is full, and two other measures are told of one thing."""


def _is_sized_alike(told: Evidence) -> bool:
    """Whether a mere size ("thousands") can be of what the other number counts: one kind, one happening or one sentence."""
    kind = told.kind or told.people
    return bool(kind and (told.happening or told.sentence >= ONE_SENTENCE))


ONE_SENTENCE = 0.6
"""Share of the shorter sentence's marks from which two sentences say the same."""


def _same_age(a: Reckoned, b: Reckoned, known: Tellings) -> float:
    """How likely two ages are one person's: by name where both name one, else by being equal in like sentences."""
    x, y = a.count.owner, b.count.owner
    if x and y and x & y:
        return 1.0 if abs(a.number.base - b.number.base) <= AGE_ROOM else 0.0
    are_ranges = a.number.low is not None and b.number.low is not None
    close = AGE_ROOM if are_ranges else 0
    apart = abs(a.number.base - b.number.base)
    if apart > close or (x and y):
        is_alike = bool(a.count.kind) and a.count.kind == b.count.kind and not (x and y)
        return UNNAMED_AGE if is_alike and apart <= AGE_SLIP else 0.0
    return min(1.0, ONE_AGE + likeness(a.count.marks, b.count.marks, known)[1])


ONE_AGE = 0.5
"""How likely equal ages are one person's where a text leaves open whose: few people's ages are told in one event."""
UNNAMED_AGE, AGE_SLIP = 0.3, 2
"""How likely ages so many years apart, of like persons of whom one is not named ("a five-year-old boy", "the boy, 6"), are one's: where nothing
else of the articles comes near, it is the one whose age the outlets give differently."""
AGE_ROOM = 5
"""Years by which two outlets may differ on one person's age."""


def _telling(n: Number, m: Number) -> float:
    """How rarely two numbers would be as alike by chance: more digits, less chance."""
    digits = min(_digits(n.value), _digits(m.value))
    least = min(n.value, m.value)
    if least < MIN_TELLING:
        return 0.5 if digits > 1 else 0.2 * (least > 2)
    return min(1.0, digits / 3) * (STOCK if n.unit in ("s", "month") else 1.0)


STOCK = 0.6
"""Lengths of time ("48 hours", "ten years") are stock amounts: equal ones tell less."""


@lru_cache(maxsize=4096)
def _digits(value: float) -> int:
    """Significant figures of a number: 2,100,000 has two."""
    return len(f"{value:.10g}".replace(".", "").replace("e+", "").strip("0")) or 1
