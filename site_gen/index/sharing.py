"""Who shares wording with whom: pairs of outlets, over the events that both report.

In: the comparison of each event and the outlets of its articles. Out: for an outlet, those it meets in events, with
how often and how much. Neutral by design: it counts what stands in both, and says nothing of who had it first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import permutations

from site_gen.model import Comparison, SharedWith

MAX_SHARED_WITH = 50
"""Outlets kept for one: an outlet meets hundreds in a large archive; a reader looks at the first."""


class Sharing:
    """Sums over the events of an archive; ``add`` each, then ask ``of`` each outlet."""

    def __init__(self) -> None:
        self._events: dict[str, Counter[str]] = defaultdict(Counter)
        self._sharing: dict[str, Counter[str]] = defaultdict(Counter)
        self._pairs: dict[str, Counter[str]] = defaultdict(Counter)
        self._shares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))

    def add(self, articles: Sequence[tuple[str, str | None]], comparison: Comparison) -> None:
        """Count one event: its articles with the slugs of their outlets (None where unknown), and its comparison."""
        shares = {(o.a, o.b): o.share_of_a for o in comparison.overlaps}
        shares |= {(o.b, o.a): o.share_of_b for o in comparison.overlaps}
        met: dict[tuple[str, str], bool] = {}
        for (a, one), (b, other) in permutations(articles, 2):
            if one is None or other is None or one == other:
                continue
            share = shares.get((a, b), 0.0)
            self._pairs[one][other] += 1
            self._shares[one][other] += share
            met[one, other] = met.get((one, other), False) or share > 0
        for (one, other), is_shared in met.items():
            self._events[one][other] += 1
            self._sharing[one][other] += is_shared

    def of(self, outlet: str, names: Mapping[str, str]) -> tuple[SharedWith, ...]:
        """Return whom an outlet meets, most shared wording first; ``names`` of outlets by slug."""
        made = [
            SharedWith(
                slug,
                names.get(slug, slug),
                events,
                self._sharing[outlet][slug],
                round(self._shares[outlet][slug] / self._pairs[outlet][slug], 4),
            )
            for slug, events in self._events.get(outlet, Counter()).items()
        ]
        return tuple(sorted(made, key=lambda s: (-s.share, -s.events, s.name, s.slug))[:MAX_SHARED_WITH])
