"""Articles gathered into groups: the most alike first, as long as the groups are alike on average (average linkage).

A score already tells how a pair stands beside the other links of its two articles (``beside``), so that the mean between
two groups is most of what a join needs: one bridging article cannot chain two events together. It is the mean of log-odds: a
pair that is hardly in doubt says more than one that is a little likely. A pair that is no link, because it was no candidate or
its score is too low to be kept, counts against a join, but speaks a third as loudly as a pair that was weighed; a pair of two
languages that is no link half as loudly again, because words cannot be compared.
The best link says something beside the mean. And two groups of several reports each are likely two events, because each has
found its company without the other, while a single report is likely a part of the large group it resembles: so a join asks for
more, the larger the smaller of the two groups is, and for a little less, the larger the other is (``Joining``). Of two single
articles their score alone decides. What a rule of text took off a pair (``rules``) keeps two reports from founding an event and
never helps a link to be the best, but says nothing in the mean: a report that others of the event bear out may have little in
common with one of them.
What a person put together counts as one article, as like another as the most alike of its members.

Invariants: what must be together is; what must not be is not, unless the decisions contradict one another (then "same"
was applied before and wins; the caller reports it). The result hangs neither on input order nor on the last bits of floats.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[int, int]
Scored = tuple[int, int, float]
"""Two articles, their same_event_score (0..1)."""

SILENT = -4.0
"""The log-odds that a pair without a score is taken to have; one that was weighed has no less."""
SURE = 4.0
"""Log-odds are cut at this, or at those of the threshold where it is higher: what is surer says no more. With 8.0 newscluster
and ecb lose .003."""
ACROSS = 0.5
"""What a pair of two languages that is no link weighs less still: half. A judgement; no development set has two languages."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What a join is judged by.

    ``best``, ``company`` and ``room`` are rounded from a regression on the joins of simulated gatherings of events, learned and
    measured as in docs/measurements/linking-tried.md: on events that nothing was learned from they gain .04 in the sum of seven sets.
    """

    unscored: float = 0.3
    """What a pair without a score weighs in the mean. Of 0.3 and 0.5 the first is better in six of seven rows of the benchmark, by
    .001 to .005."""
    best: float = 0.25
    """How much of the way from the mean to the best link between two groups counts."""
    company: float = 1.0
    """What is asked for beyond the threshold, in log-odds, times the logarithm of the size of the smaller group."""
    room: float = 0.15
    """What is asked for less, times the logarithm of the size of the larger."""


AVERAGE_LINKAGE = Joining(unscored=1.0, best=0.0, company=0.0, room=0.0)
"""The usual way, to compare with."""


def cluster(
    count: int,
    scored: Iterable[Scored],
    *,
    threshold: float,
    eased: Mapping[Pair, float] | None = None,
    together: Sequence[Sequence[int]] = (),
    apart: Iterable[Pair] = (),
    languages: Sequence[str] = (),
    joining: Joining | None = None,
) -> list[tuple[int, ...]]:
    """Return the groups of the articles 0..count-1, each sorted, in order of their smallest member.

    Loners are groups of one. No two groups are joined of which no two articles reach ``threshold``. ``languages`` are those
    of the articles; without them all are of one. ``eased`` are pairs whose score a rule of text lowered, and what it would be.
    """
    spoken = list(languages) or [""] * count
    groups = _Groups(spoken, together, apart, joining or Joining(), max(SURE, _odds(threshold)))
    without = eased or {}
    for a, b, score in scored:
        if spoken[a] == spoken[b] or score >= threshold:
            groups.link(a, b, score, max(score, without.get((a, b), 0.0)))
    heap = [(-groups.mean(a, b), a, b) for a, b in groups.neighbours() if groups.belong(a, b, threshold)]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if not groups.joinable(a, b) or groups.mean(a, b) != -negative or not groups.belong(a, b, threshold):
            continue
        for other in groups.join(a, b):
            if groups.belong(a, other, threshold):
                heapq.heappush(heap, (-groups.mean(a, other), min(a, other), max(a, other)))
    return sorted(tuple(sorted(members)) for members in groups.members.values())


def _odds(score: float) -> float:
    """The log-odds of a score (0..1), no less than SILENT."""
    if score >= 1:
        return math.inf
    return max(SILENT, math.log(score / (1 - score))) if score > 0 else SILENT


def _chance(odds: float) -> float:
    """The score (0..1, six places) of log-odds, so that the last bits of floats decide nothing."""
    return round(1 / (1 + math.exp(-odds)), 6)


class _Groups:
    """Groups being joined: members, sizes, links between neighbours, and who must stay apart."""

    def __init__(
        self,
        languages: Sequence[str],
        together: Sequence[Sequence[int]],
        apart: Iterable[Pair],
        joining: Joining,
        sure: float,
    ) -> None:
        self.joining, self.sure = joining, sure
        self.of = list(range(len(languages)))
        for bound in together:
            for member in bound:
                self.of[member] = min(bound)
        self.members: dict[int, list[int]] = {}
        for member, group in enumerate(self.of):
            self.members.setdefault(group, []).append(member)
        self.size = dict.fromkeys(self.members, 1)
        several = len(set(languages)) > 1
        self.spoken = {group: Counter([languages[group]]) for group in self.members} if several else {}
        """Of a group: its articles by language; empty where there is one."""
        self.near: dict[int, dict[int, tuple[float, int, float]]] = {group: {} for group in self.members}
        """Of two neighbours: sum and number of the log-odds between them (eased), and the highest (as scored)."""
        self.apart: dict[int, set[int]] = {}
        for a, b in apart:
            self._part(self.of[a], self.of[b])

    def _part(self, a: int, b: int) -> None:
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def link(self, a: int, b: int, score: float, eased: float) -> None:
        """Say how alike two articles are; ``eased`` is what counts in the mean."""
        one, other = self.of[a], self.of[b]
        if one != other:
            known, _, best = self.near[one].get(other, (-math.inf, 1, -math.inf))
            odds = max(known, min(self.sure, _odds(eased))), 1, max(best, min(self.sure, _odds(score)))
            self.near[one][other] = self.near[other][one] = odds

    def neighbours(self) -> list[Pair]:
        return [(a, b) for a, near in self.near.items() for b in near if a < b]

    def mean(self, a: int, b: int) -> float:
        """The chance (0..1) that the mean of the log-odds between two groups stands for."""
        return _chance(self._mean_odds(a, b))

    def belong(self, a: int, b: int, threshold: float) -> bool:
        """Whether two groups are alike enough to be one, and two of their articles by themselves."""
        by, best = self.joining, self.near[a][b][2]
        small, large = sorted((self.size[a], self.size[b]))
        odds = self._mean_odds(a, b)
        if best > odds:
            odds = (1 - by.best) * odds + by.best * best
        odds += by.room * math.log(large) - by.company * math.log(small)
        return min(_chance(odds), _chance(best)) >= threshold

    def _mean_odds(self, a: int, b: int) -> float:
        total, count, _ = self.near[a][b]
        silent = float(self.size[a] * self.size[b] - count)
        if self.spoken:
            one, other = self.spoken[a], self.spoken[b]
            within = sum(number * other[language] for language, number in one.items())
            silent -= ACROSS * min(silent, self.size[a] * self.size[b] - within)
        silent *= self.joining.unscored
        return (total + silent * SILENT) / (count + silent)

    def joinable(self, a: int, b: int) -> bool:
        return (
            a in self.members and b in self.members and b in self.near[a] and b not in self.apart.get(a, ())
        )

    def join(self, a: int, b: int) -> list[int]:
        """Take group b into a; return a's neighbours."""
        self.members[a] += self.members.pop(b)
        self.size[a] += self.size.pop(b)
        if self.spoken:
            self.spoken[a] += self.spoken.pop(b)
        for group in sorted(self.apart.pop(b, ())):
            self.apart[group].discard(b)
            self._part(a, group)
        for group, (total, count, best) in self.near.pop(b).items():
            del self.near[group][b]
            if group != a:
                known, number, highest = self.near[a].get(group, (0.0, 0, -math.inf))
                self.near[a][group] = self.near[group][a] = (
                    known + total,
                    number + count,
                    max(highest, best),
                )
        return sorted(self.near[a])
