"""Articles gathered into groups: the most alike first, as long as the groups are alike on average (average linkage).

A score already tells how a pair stands beside the other links of its two articles (``beside``), so that the mean of the
scores between two groups is all that a join needs: one bridging article cannot chain two events together. A pair that is
no link, because it was no candidate or its score is too low to be kept, counts against a join, but speaks half as loudly
as a pair that was weighed; a pair of two languages that is no link half as loudly again, because words cannot be compared.
What a person put together counts as one article, as like another as the most alike of its members.

Invariants: what must be together is; what must not be is not, unless the decisions contradict one another (then "same"
was applied before and wins; the caller reports it). The result hangs neither on input order nor on the last bits of floats.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]
Scored = tuple[int, int, float]
"""Two articles, their same_event_score (0..1)."""

UNSCORED = 0.5
"""What a pair without a score weighs in the mean, as 0.0. Of 1.0, 0.7 and 0.5 with the threshold that each does best with
the rows of the benchmark differ by .005; with 0.5 the best threshold is the setting's, 0.5."""
ACROSS = 0.5
"""What a pair of two languages that is no link weighs less still: half. A judgement; no development set has two languages."""


def cluster(
    count: int,
    scored: Iterable[Scored],
    *,
    threshold: float,
    together: Sequence[Sequence[int]] = (),
    apart: Iterable[Pair] = (),
    unscored: float = UNSCORED,
    languages: Sequence[str] = (),
) -> list[tuple[int, ...]]:
    """Return the groups of the articles 0..count-1, each sorted, in order of their smallest member.

    Loners are groups of one. No two groups are joined of which no two articles reach ``threshold``. ``languages`` are those
    of the articles; without them all are of one.
    """
    spoken = list(languages) or [""] * count
    groups = _Groups(spoken, together, apart, unscored)
    for a, b, score in scored:
        if spoken[a] == spoken[b] or score >= threshold:
            groups.link(a, b, score)
    heap = [(-groups.mean(a, b), a, b) for a, near in groups.near.items() for b in near if a < b]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if not groups.joinable(a, b) or groups.mean(a, b) != -negative:
            continue
        for other, mean in groups.join(a, b):
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(tuple(sorted(members)) for members in groups.members.values())


class _Groups:
    """Groups being joined: members, sizes, links between neighbours, and who must stay apart."""

    def __init__(
        self,
        languages: Sequence[str],
        together: Sequence[Sequence[int]],
        apart: Iterable[Pair],
        unscored: float,
    ) -> None:
        self.unscored = unscored
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
        self.near: dict[int, dict[int, tuple[float, int]]] = {group: {} for group in self.members}
        """Of two neighbours: sum and number of the scores between them."""
        self.apart: dict[int, set[int]] = {}
        for a, b in apart:
            self._part(self.of[a], self.of[b])

    def _part(self, a: int, b: int) -> None:
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def link(self, a: int, b: int, score: float) -> None:
        one, other = self.of[a], self.of[b]
        if one != other and score > self.near[one].get(other, (0.0, 0))[0]:
            self.near[one][other] = self.near[other][one] = (score, 1)

    def mean(self, a: int, b: int) -> float:
        total, count = self.near[a][b]
        silent = float(self.size[a] * self.size[b] - count)
        if self.spoken:
            one, other = self.spoken[a], self.spoken[b]
            within = sum(number * other[language] for language, number in one.items())
            silent -= ACROSS * min(silent, self.size[a] * self.size[b] - within)
        return round(total / (count + self.unscored * silent), 6)

    def joinable(self, a: int, b: int) -> bool:
        return (
            a in self.members and b in self.members and b in self.near[a] and b not in self.apart.get(a, ())
        )

    def join(self, a: int, b: int) -> list[tuple[int, float]]:
        """Take group b into a; return a's neighbours with the new mean scores."""
        self.members[a] += self.members.pop(b)
        self.size[a] += self.size.pop(b)
        if self.spoken:
            self.spoken[a] += self.spoken.pop(b)
        for group in sorted(self.apart.pop(b, ())):
            self.apart[group].discard(b)
            self._part(a, group)
        for group, (score, count) in self.near.pop(b).items():
            del self.near[group][b]
            if group != a:
                known, number = self.near[a].get(group, (0.0, 0))
                self.near[a][group] = self.near[group][a] = (known + score, number + count)
        return [(group, self.mean(a, group)) for group in sorted(self.near[a])]
