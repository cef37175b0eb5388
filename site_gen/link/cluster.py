"""Articles gathered into groups: average linkage over the scored pairs, a person's decisions first.

Two groups are joined while the mean score of all their pairs is at least the threshold, the best pair of groups
first. A pair that was never scored counts as 0. So one bridging article cannot chain two events together. What a person
put together counts as one article, as like another as the most alike of its members.

Invariants: what must be together is; what must not be is not, unless the decisions contradict one another (then "same"
was applied before and wins; the caller reports it). The result hangs neither on input order nor on the last bits of floats.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]


def cluster(
    count: int,
    scored: Iterable[tuple[int, int, float]],
    *,
    threshold: float,
    together: Sequence[Sequence[int]] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[int, ...]]:
    """Return the groups of 0..count-1, each sorted, in order of their smallest member; loners are groups of one."""
    groups = _Groups(count, together, apart)
    for a, b, score in scored:
        groups.link(a, b, score)
    heap = [(-groups.mean(a, b), a, b) for a, near in groups.near.items() for b in near if a < b]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if groups.joinable(a, b) and groups.mean(a, b) == -negative:
            for other, mean in groups.join(a, b):
                if mean >= threshold:
                    heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(tuple(sorted(members)) for members in groups.members.values())


class _Groups:
    """Groups being joined: members, sizes, sums of scores between neighbours, and who must stay apart."""

    def __init__(self, count: int, together: Sequence[Sequence[int]], apart: Iterable[Pair]) -> None:
        self.of = list(range(count))
        for bound in together:
            for member in bound:
                self.of[member] = min(bound)
        self.members: dict[int, list[int]] = {}
        for member, group in enumerate(self.of):
            self.members.setdefault(group, []).append(member)
        self.size = dict.fromkeys(self.members, 1)
        self.near: dict[int, dict[int, float]] = {group: {} for group in self.members}
        self.apart: dict[int, set[int]] = {}
        for a, b in apart:
            self._part(self.of[a], self.of[b])

    def _part(self, a: int, b: int) -> None:
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def link(self, a: int, b: int, score: float) -> None:
        one, other = self.of[a], self.of[b]
        if one != other:
            for x, y in ((one, other), (other, one)):
                self.near[x][y] = max(score, self.near[x].get(y, 0.0))

    def mean(self, a: int, b: int) -> float:
        return round(self.near[a][b] / (self.size[a] * self.size[b]), 6)

    def joinable(self, a: int, b: int) -> bool:
        return (
            a in self.members and b in self.members and b in self.near[a] and b not in self.apart.get(a, ())
        )

    def join(self, a: int, b: int) -> list[tuple[int, float]]:
        """Take group b into a; return a's neighbours with the new mean scores."""
        self.members[a] += self.members.pop(b)
        self.size[a] += self.size.pop(b)
        for other in sorted(self.apart.pop(b, ())):
            self.apart[other].discard(b)
            self._part(a, other)
        for other, score in self.near.pop(b).items():
            del self.near[other][b]
            if other != a:
                self.near[a][other] = self.near[a].get(other, 0.0) + score
                self.near[other][a] = self.near[a][other]
        return [(other, self.mean(a, other)) for other in sorted(self.near[a])]
