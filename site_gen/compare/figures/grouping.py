"""Which numbers of an event count one thing, and which may well do.

Goes in: reckoned numbers of all articles. Comes out: groups of their places in the list, and the places of those in doubt.
Groups grow from the surest pair down; of two as sure, numbers that agree go before those that differ.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from site_gen.model.comparison import is_money

from .agreement import agree, alike
from .apart import is_own_measure
from .corrected import corrections
from .counted import Count, Reckoned
from .numbers import AGE
from .surely import parted
from .tallies import CLOCK, TALLY
from .weighing import Tellings, likelihood, tellings

AMOUNT_STEP = 0.1
"""Of the logarithm: amounts within a tenth of one another are weighed against each other."""
MAX_PAIRS = 60_000
"""Pairs of numbers weighed in one event; the kinds with fewest numbers first."""
DOUBTFUL = 0.4
"""Likelihood from which a number is not said to be one outlet's alone. Of 0.3 to 0.7 on 31 real events: 254 facts of 433 found
at 0.3, 260 from 0.4 on, with as many that others have."""
AGREEING = 0.05
"""What agreeing is worth where a number may go with this or with that one: outlets that tell of one thing mostly agree."""
LIKELY = 0.45
"""Likelihood from which two numbers are put together; of two groups, the mean of their pairs. Of 0.35 to 0.5 the best on 19
real events, each by weights learned without it: 0.95 / 0.89, and of what differs 17 of 25 flagged against 15 at 0.5."""


ALONE = 0.15
"""Likelihood from which two numbers that differ are put together where each is the only one of its article for the other."""
RIVAL = 0.4
"""A number is not the only one where another of its article is as likely as this share. Of 24 real events, each by weights
learned without it: what differs is flagged 0.88 / 0.75 with these two, 0.89 / 0.61 without; pairs 0.93 / 0.90, 0.94 / 0.88."""
MONEY = "money"
"""Sums of all currencies are weighed against each other."""
COMMON_UNITS = frozenset({"s", "month", "%", AGE, CLOCK})
"""Units that any two things may be told in: sharing one says nothing."""


def _keys(r: Reckoned) -> list[str]:
    """What a number is found by: kind, happening, rate, and amount (steps of a tenth, its neighbours too)."""
    keys = [f"/{r.count.per}"] if r.count.per else []
    if r.number.unit and r.number.unit not in COMMON_UNITS and not is_money(r.number.unit):
        keys.append("unit")
    keys += [key for key in (r.count.kind, f"!{r.count.happening}") if len(key) > 1]
    if r.number.base > 0:
        step = round(math.log(r.number.base) / AMOUNT_STEP)
        keys += [f"={step + k}" for k in (-1, 0, 1)]
    return keys


def grouped(found: Sequence[Reckoned]) -> tuple[list[list[int]], list[int]]:
    """Return the numbers of the groups' members, and of those that may well be another's."""
    known = tellings(found)
    scored = {(a, b): likelihood(found[a], found[b], known) for a, b in _candidates(found)}
    scored |= dict.fromkeys(_alone(scored, found), LIKELY)
    made = _Groups(len(found))
    for a, b in _by_likelihood(scored, found):
        one, two = made.both(a, b)
        if one != two and _may_merge(made.members[one], made.members[two], found, known, scored):
            made.merge(one, two)
    corrected = corrections(found)
    for a, b in corrected:
        one, two = made.both(a, b)
        if one != two:
            made.merge(one, two)
    doubtful = _doubtful(scored, made, found)
    settled = {made.number[i] for pair in corrected for i in pair}
    groups = [
        part
        for n, g in sorted(made.members.items())
        for part in ([sorted(g)] if n in settled else parted(sorted(g), found, known))
    ]
    taken_apart = [i for part in groups if len(part) < len(made.of(part[0])) for i in part]
    return sorted(groups), sorted(doubtful | _written_again(taken_apart, found))


class _Groups:
    """Numbers in groups, at first each in its own; a group is called by the least of its members' first groups."""

    def __init__(self, count: int) -> None:
        self.number = list(range(count))
        """By number: its group."""
        self.members = {i: [i] for i in range(count)}

    def of(self, i: int) -> list[int]:
        """The members of a number's group."""
        return self.members[self.number[i]]

    def both(self, a: int, b: int) -> tuple[int, int]:
        """The groups of two numbers, the lesser first."""
        one, two = self.number[a], self.number[b]
        return (one, two) if one < two else (two, one)

    def merge(self, one: int, two: int) -> None:
        """Put the second of two groups into the first."""
        moved = self.members.pop(two)
        for i in moved:
            self.number[i] = one
        self.members[one] += moved


def _by_likelihood(
    scored: Mapping[tuple[int, int], float], found: Sequence[Reckoned]
) -> list[tuple[int, int]]:
    """The pairs that may be put together, the likeliest first."""
    likely = {
        (a, b): score + AGREEING * alike(found[a].number, found[b].number)
        for (a, b), score in scored.items()
        if score >= LIKELY
    }
    return sorted(likely, key=lambda pair: (-likely[pair], pair))


def _doubtful(scored: Mapping[tuple[int, int], float], made: _Groups, found: Sequence[Reckoned]) -> set[int]:
    """The numbers that may well be those of another group, which has none of their article or the equal one."""
    holders = {n: {found[i].article for i in g} for n, g in made.members.items()}
    number = made.number
    return {
        i
        for (a, b), score in scored.items()
        if number[a] != number[b]
        and (holders[number[a]].isdisjoint(holders[number[b]]) or _is_equal(found[a], found[b]))
        and _is_doubtful(found[a], found[b], score)
        for i in (a, b)
    }


def _written_again(taken_apart: Sequence[int], found: Sequence[Reckoned]) -> set[int]:
    """The numbers that equal one of these in its own article, these among them: what may be another outlet's is nobody's alone."""
    values = {(found[i].article, found[i].number.unit, found[i].number.base) for i in taken_apart}
    return {i for i, r in enumerate(found) if values and (r.article, r.number.unit, r.number.base) in values}


def _alone(scored: Mapping[tuple[int, int], float], found: Sequence[Reckoned]) -> list[tuple[int, int]]:
    """Pairs that differ and are rather unlikely, but each the only one of its article that can be the other's.

    A number that its article repeats is no rival of itself.
    """
    rows: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), score in scored.items():
        if score > 0:
            rows[a, found[b].article].append((score, b))
            rows[b, found[a].article].append((score, a))
    chosen: list[tuple[int, int]] = []
    for (a, b), score in scored.items():
        if ALONE <= score < LIKELY and _may_be_one(found[a], found[b]) and _are_near(found[a], found[b]):
            both = ((b, rows[a, found[b].article]), (a, rows[b, found[a].article]))
            if all(_stands_out(one, score, others, found) for one, others in both):
                chosen.append((a, b))
    return chosen


def _stands_out(
    one: int, score: float, others: Sequence[tuple[float, int]], found: Sequence[Reckoned]
) -> bool:
    """Whether no other number of its article comes near it, but where that says the same again."""
    here = found[one].number
    for rival, other in others:
        if rival > RIVAL * score and not alike(found[other].number, here):
            return False
    return True


def _may_be_one(a: Reckoned, b: Reckoned) -> bool:
    """Whether two numbers that differ have one unit, kind or happening, and nothing that tells them apart."""
    one, two = a.count, b.count
    if alike(a.number, b.number) or a.number.is_vague or b.number.is_vague:
        return False
    if _years(one.scope) != _years(two.scope) or one.is_other != two.is_other:
        return False
    happenings = {one.happening, two.happening} - {""}
    has_one = len(happenings) == 1 and one.happening == two.happening
    is_few = not a.number.unit and max(a.number.base, b.number.base) <= FEW
    has_tie = (
        has_one
        or (one.told == two.told and not (is_few and _is_kind_alone(one)))
        or (not is_few and (a.number.unit or (one.kind and one.kind == two.kind)))
    )
    return bool(has_tie) and len(happenings) <= 1


def _are_near(a: Reckoned, b: Reckoned) -> bool:
    """Whether two numbers that little speaks for differ by little; ages, and sums of which a report has one, need not."""
    if a.number.unit == AGE or is_own_measure(a.count, b.count):
        return True
    small, large = sorted((abs(a.number.base), abs(b.number.base)))
    return large == 0 or round(small / large, 6) >= NEAR_ALONE


NEAR_ALONE = 0.8
"""Share of the larger from which the smaller is taken for it where each is only the likeliest of its article."""


def _is_kind_alone(count: Count) -> bool:
    """Whether it is called by nothing but its kind ("buses"): of some things there are few in any article."""
    return all(word.startswith("@") for word in count.told)


def _years(scope: str | None) -> list[str]:
    """The years that a scope names ("in October 2009")."""
    return _YEAR.findall(scope or "")


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
FEW = 12
"""Of anything there are so many somewhere in an article: what they count must have come to the same, or be called the same."""


def _is_doubtful(a: Reckoned, b: Reckoned, score: float) -> bool:
    """Whether a number may well be the other's: likely enough, or as near as two measures, sums or counts of one thing are."""
    n, m, one, two = a.number, b.number, a.count, b.count
    if score >= DOUBTFUL:
        return True
    if n.unit != m.unit or n.is_vague or m.is_vague:
        return False
    if not n.unit:
        return bool(one.kind) and one.kind == two.kind and n.base == m.base
    small, large = sorted((abs(n.base), abs(m.base)))
    near = NEAR_SUM if is_money(n.unit) else NEAR_MEASURE if n.unit not in COMMON_UNITS else 1.0
    return one.told == two.told or alike(n, m) or (near < 1 and small >= near * large)


def _is_equal(a: Reckoned, b: Reckoned) -> bool:
    """Whether two numbers are one, of one unit or kind: though the outlets have others to share, it is neither's alone."""
    n, m = a.number, b.number
    has_tie = n.unit or (a.count.kind and a.count.kind == b.count.kind)
    return bool(has_tie) and (n.unit, n.base) == (m.unit, m.base)


NEAR_SUM, NEAR_MEASURE = 0.93, 0.5
"""Shares of the larger of two sums or measures from which the smaller may be the same, told otherwise."""


def _candidates(found: Sequence[Reckoned]) -> list[tuple[int, int]]:
    """Pairs of numbers of different articles and one dimension that share a kind, a happening or a value."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, r in enumerate(found):
        unit = MONEY if is_money(r.number.unit) else "" if r.number.unit == TALLY else r.number.unit
        for key in _keys(r):
            buckets[unit, key].append(i)
    pairs: set[tuple[int, int]] = set()
    for _, bucket in sorted(buckets.items(), key=lambda x: (len(x[1]), x[0])):
        if len(pairs) > MAX_PAIRS:
            break
        pairs.update((a, b) for a, b in combinations(bucket, 2) if found[a].article != found[b].article)
    return sorted(pairs)


def _may_merge(
    left: Sequence[int],
    right: Sequence[int],
    found: Sequence[Reckoned],
    known: Tellings,
    scored: dict[tuple[int, int], float],
) -> bool:
    """False where one article would stand in the group with numbers that disagree, or the groups are not alike on the whole."""
    best: dict[tuple[int, int], float] = {}
    for i in left:
        for j in right:
            a, b = found[i], found[j]
            if _are_two_persons(a, b):
                return False
            if a.article == b.article:
                if not _is_restated(a, b):
                    return False
                continue
            key = (min(i, j), max(i, j))
            if key not in scored:
                scored[key] = likelihood(a, b, known)
            between = (a.article, b.article)
            best[between] = max(best.get(between, 0.0), scored[key])
    return bool(best) and sum(best.values()) >= LIKELY * len(best)


def _are_two_persons(a: Reckoned, b: Reckoned) -> bool:
    """Whether two ages are of persons who are named and share no name."""
    one, two = a.count.owner, b.count.owner
    return a.number.unit == b.number.unit == AGE and bool(one and two) and one.isdisjoint(two)


def _is_restated(a: Reckoned, b: Reckoned) -> bool:
    """Whether one article's second number only says the first again, perhaps rounded."""
    if a.number.unit != b.number.unit or a.number.base == b.number.base:
        return True
    same = bool(a.count.kind) and (a.count.kind, a.count.happening) == (b.count.kind, b.count.happening)
    return same and agree((a.number, b.number))
