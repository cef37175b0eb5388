"""Articles gathered into groups: the most alike first, as long as the two groups belong together as groups.

Two groups are proposed to one another while the mean score of their pairs is not hopeless (``LEAST_MEAN``), the best
proposal first; a pair that was never scored counts as 0. Two of their articles must be linked by themselves. Whether the
two are joined is judged from the groups as wholes, not from their nearest articles: how alike they are beside how alike
each is within, how many articles bear it out, how many days lie between the two. So one bridging article cannot chain
two events together, and two rulings two days apart, each reported by three outlets in much the same words, stay two.
What is too large a group in one archive is half an event in another: a join is judged beside the company that an article
of this archive usually has (``usual_company``). The weights stand in ``weights.toml``. What a person put together counts
as one article, as like another as the most alike of its members.

Invariants: what must be together is; what must not be is not, unless the decisions contradict one another (then "same"
was applied before and wins; the caller reports it). The result hangs neither on input order nor on the last bits of floats.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median

Pair = tuple[int, int]
Scored = tuple[int, int, float, float]
"""Two articles, their same_event_score (0..1), the likeness of their texts (0..1)."""
Judge = Callable[[Sequence[float], Sequence[int], Sequence[int]], float]
"""From the features of a join, and the members of both groups, to the chance (0..1) that it is right."""

LEAST_MEAN = 0.15
"""Groups whose pairs score less on average are never joined."""
UNSCORED_ODDS, UNSCORED_TEXT = -5.0, 0.03
"""Of a pair that was no candidate."""
MOST_ODDS = 6.0
LINKED = 0.5
"""Score from which two articles count as company."""
PRIOR_ARTICLES, PRIOR_COMPANY = 3, 2.0
"""An archive of a few articles says little of itself: it counts as if it had three more, each with company of two."""
MIDDLE_COMPANY = 1.2
"""What the company is counted from, so that an archive of events of three articles (log 3 = 1.1) is a usual one."""
DAYS = (0, 1, 2, 4, 8, 30)
"""Days between two groups count in these steps."""
JOIN = (
    "one", "odds", "mean", "best", "smaller", "larger", *(f"days_{last}" for last in DAYS[1:]), "undated", "touching",
    "days_nearest", "text", "beside_within", "beside_within*smaller", "loners", "spread",
    "company", "company*smaller", "company*larger",
)  # fmt: skip
"""What a join is judged by, in the order of ``_Groups.features``."""


def cluster(
    days: Sequence[int | None],
    scored: Iterable[Scored],
    *,
    judge: Judge,
    threshold: float,
    together: Sequence[Sequence[int]] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[int, ...]]:
    """Return the groups of the articles 0..len(days)-1, each sorted, in order of their smallest member.

    ``days`` are ordinals of the days of publication, None where unknown. Loners are groups of one.
    """
    groups = _Groups(days, together, apart)
    linked = []
    for a, b, score, text in scored:
        groups.link(a, b, score, text)
        if score >= LINKED:
            linked += [a, b]
    groups.company = usual_company(linked)
    heap = [(-groups.mean(a, b), a, b) for a, near in groups.near.items() for b in near if a < b]
    heap = [entry for entry in heap if -entry[0] >= LEAST_MEAN]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if not groups.joinable(a, b) or groups.mean(a, b) != -negative or groups.best(a, b) < threshold:
            continue
        found = groups.features(a, b)
        if round(judge(found, groups.members[a], groups.members[b]), 6) >= threshold:
            for other, mean in groups.join(a, b):
                if mean >= LEAST_MEAN:
                    heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(tuple(sorted(members)) for members in groups.members.values())


def usual_company(linked: Iterable[int]) -> float:
    """Return how much company a linked article of an archive has: log of articles, 0.0 for events of about three.

    ``linked`` names both articles of every pair whose score is ``LINKED`` or more. Rounded, so that an article more
    does not change every event of a large archive.
    """
    pairs = Counter(linked)
    mean = (sum(pairs.values()) + PRIOR_ARTICLES * PRIOR_COMPANY) / (len(pairs) + PRIOR_ARTICLES)
    return round(math.log(mean + 1) - MIDDLE_COMPANY, 1)


def logistic(weights: Sequence[float]) -> Judge:
    """Return the judge that weighs the features of a join."""

    def judge(features: Sequence[float], _one: Sequence[int], _other: Sequence[int]) -> float:
        odds = sum(w * f for w, f in zip(weights, features, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    return judge


class _Links:
    """What is known between two groups: sums over the scored pairs."""

    __slots__ = ("best", "count", "odds", "score", "text")

    def __init__(self, score: float, text: float) -> None:
        odds = math.log(max(score, 1e-6) / max(1 - score, 1e-6))
        self.score, self.text, self.best, self.count = score, text, score, 1
        self.odds = max(-MOST_ODDS, min(MOST_ODDS, odds))

    def add(self, other: _Links) -> None:
        self.score += other.score
        self.odds += other.odds
        self.text += other.text
        self.best = max(self.best, other.best)
        self.count += other.count


class _Groups:
    """Groups being joined: members, sizes, links between neighbours, likeness within, and who must stay apart."""

    def __init__(
        self, days: Sequence[int | None], together: Sequence[Sequence[int]], apart: Iterable[Pair]
    ) -> None:
        self.of = list(range(len(days)))
        for bound in together:
            for member in bound:
                self.of[member] = min(bound)
        self.days = days
        self.members: dict[int, list[int]] = {}
        for member, group in enumerate(self.of):
            self.members.setdefault(group, []).append(member)
        self.size = dict.fromkeys(self.members, 1)
        self.near: dict[int, dict[int, _Links]] = {group: {} for group in self.members}
        self.within: dict[int, tuple[float, int]] = {}
        """Of a group: sum and number of the likenesses of its pairs."""
        self.company = 0.0
        self.apart: dict[int, set[int]] = {}
        for a, b in apart:
            self._part(self.of[a], self.of[b])

    def _part(self, a: int, b: int) -> None:
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def link(self, a: int, b: int, score: float, text: float) -> None:
        one, other = self.of[a], self.of[b]
        known = self.near[one].get(other)
        if one != other and (known is None or known.score < score):
            self.near[one][other] = self.near[other][one] = _Links(score, text)

    def mean(self, a: int, b: int) -> float:
        return round(self.near[a][b].score / (self.size[a] * self.size[b]), 6)

    def best(self, a: int, b: int) -> float:
        return self.near[a][b].best

    def joinable(self, a: int, b: int) -> bool:
        return (
            a in self.members and b in self.members and b in self.near[a] and b not in self.apart.get(a, ())
        )

    def features(self, a: int, b: int) -> list[float]:
        """What a join of two groups is judged by, in the order of ``JOIN``."""
        links = self.near[a][b]
        pairs = self.size[a] * self.size[b]
        text = (links.text + UNSCORED_TEXT * (pairs - links.count)) / pairs
        odds = (links.odds + UNSCORED_ODDS * (pairs - links.count)) / pairs
        within, known = (sum(part) for part in zip(self._within(a), self._within(b), strict=True))
        beside = math.log((text + 0.02) / (within / known + 0.02)) if known else 0.0
        small, large = sorted((math.log(self.size[a]), math.log(self.size[b])))
        *steps, undated, touching, nearest = self._apart_in_time(a, b)
        company = self.company
        return [
            1.0, odds, links.score / pairs, links.best, small, large, *steps, undated, touching, nearest,
            text, beside, beside * small, 0.0 if known else 1.0, self._spread(a, b),
            company, company * small, company * large,
        ]  # fmt: skip

    def _within(self, group: int) -> tuple[float, int]:
        return self.within.get(group, (0.0, 0))

    def _known_days(self, group: int) -> list[int]:
        return [day for member in self.members[group] if (day := self.days[member]) is not None]

    def _apart_in_time(self, a: int, b: int) -> list[float]:
        """Days between the middles in steps, whether unknown, whether a day is common, and days between the nearest."""
        one, other = self._known_days(a), self._known_days(b)
        if not one or not other:
            return [0.0] * (len(DAYS) - 1) + [1.0, 0.0, 0.0]
        gap = abs(median(one) - median(other))
        steps = [max(0.0, min(1.0, (gap - low) / (high - low))) for low, high in pairwise(DAYS)]
        nearest = min(abs(x - y) for x in one for y in other)
        return [*steps, 0.0, float(nearest == 0), math.log1p(nearest)]

    def _spread(self, a: int, b: int) -> float:
        days = self._known_days(a) + self._known_days(b)
        return math.log1p(max(days) - min(days)) if days else 0.0

    def join(self, a: int, b: int) -> list[tuple[int, float]]:
        """Take group b into a; return a's neighbours with the new mean scores."""
        links, pairs = self.near[a][b], self.size[a] * self.size[b]
        (one, n), (other, m) = self._within(a), self._within(b)
        self.within[a] = (
            one + other + links.text + UNSCORED_TEXT * (pairs - links.count),
            n + m + pairs,
        )
        self.members[a] += self.members.pop(b)
        self.size[a] += self.size.pop(b)
        for group in sorted(self.apart.pop(b, ())):
            self.apart[group].discard(b)
            self._part(a, group)
        for group, theirs in self.near.pop(b).items():
            del self.near[group][b]
            if group == a:
                continue
            if mine := self.near[a].get(group):
                mine.add(theirs)
            else:
                self.near[a][group] = self.near[group][a] = theirs
        return [(group, self.mean(a, group)) for group in sorted(self.near[a])]
