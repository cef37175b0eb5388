"""Small archives drawn from the development sets: a few events, some reports of other things, with dates and without.

Most archives begin so, and the large sets teach nothing of them. One half of the draws is of events of any kind, the other
of an event and those most like it: an archive on one subject.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_gen.model import Brief, Fingerprint

LEAST = 3
"""Reports of the smallest event drawn."""
EVENTS, SINGLES, REPORTS = (1, 1, 2, 4, 6), (1, 2, 4, 8), (3, 4, 5)
"""Of an archive: how many events, how many reports of other things, how many reports an event has."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One small archive."""

    kind: str
    briefs: list[Brief]
    prints: list[Fingerprint]


def draws(
    gold: dict[str, str], briefs: list[Brief], prints: list[Fingerprint], *, count: int, seed: int
) -> Iterator[Draw]:
    """Yield so many archives of each kind, always the same for a seed; ``gold`` is the event of each article."""
    by_id = {brief.id: brief for brief in briefs}, {seen.id: seen for seen in prints}
    is_dated = sum(brief.published is not None for brief in briefs) > len(briefs) / 2
    nearest = _Nearest(gold, prints)
    for are_alike in (False, True):
        chosen = random.Random(seed)
        for _ in range(count):
            ids = _archive(gold, chosen, nearest if are_alike else None)
            own = [by_id[0][id] for id in ids], [by_id[1][id] for id in ids]
            kind = "alike" if are_alike else "any"
            if is_dated:
                yield Draw(kind, *own)
            yield Draw(f"{kind}, undated", [replace(brief, published=None) for brief in own[0]], own[1])


def articles_of(gold: dict[str, str]) -> dict[str, list[str]]:
    """Return the ids of the articles of each event, in their order."""
    events = defaultdict(list)
    for id in sorted(gold):
        events[gold[id]].append(id)
    return events


def _archive(gold: dict[str, str], chosen: random.Random, nearest: _Nearest | None) -> list[str]:
    events = articles_of(gold)
    large = [event for event in sorted(events) if len(events[event]) >= LEAST]
    count, single = chosen.choice(EVENTS), chosen.choice(SINGLES)
    if nearest is None:
        mine = chosen.sample(large, count)
        others = chosen.sample([event for event in sorted(events) if event not in mine], single)
    else:
        first = chosen.choice(large)
        near = nearest.to(first)[: 2 * count + single]
        mine = [first, *(event for event in near if len(events[event]) >= LEAST)][:count]
        others = [event for event in near if event not in mine][:single]
    reports = [
        chosen.sample(events[event], min(len(events[event]), chosen.choice(REPORTS))) for event in mine
    ]
    return [id for ids in reports for id in ids] + [chosen.choice(events[event]) for event in others]


class _Nearest:
    """Events by the rarity of the names and title words that they share with one."""

    def __init__(self, gold: dict[str, str], prints: list[Fingerprint]) -> None:
        self._words: dict[str, set[str]] = {}
        for seen in prints:
            if seen.id in gold:
                words = self._words.setdefault(gold[seen.id], set())
                words.update(seen.title_terms, (name for name, _ in seen.names))
        self._usual = Counter(word for words in self._words.values() for word in words)

    def to(self, event: str) -> list[str]:
        """Return the other events, the likest first."""
        return sorted((e for e in self._words if e != event), key=lambda e: (-self._alike(event, e), e))

    def _alike(self, one: str, other: str) -> float:
        shared = sorted(self._words[one] & self._words[other])
        return round(sum(1 / self._usual[w] for w in shared) / (1 + math.sqrt(len(self._words[other]))), 9)
