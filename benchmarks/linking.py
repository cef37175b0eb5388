"""How well articles of one event are put together: ours beside TF-IDF with average linkage, in one run.

    python -m benchmarks.linking [--data ../shared/data/linking] [--cache FOLDER]

No event is judged by weights that were learned from it: a pair of articles is scored by models that have seen no pair of
either article's fold of events (five folds). Which events share a fold moves a set by .01 and more, so that all is done
for three splits into folds, and the table holds the means; a second one is of small archives, drawn from the same sets
and not learned from. Prints them and puts them into docs/measurements/linking.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.cleaning import put_table
from benchmarks.linking_learn import (
    Set,
    far_sets,
    folded,
    learned,
    page_sets,
    small_sets,
    stranger_sets,
    training_sets,
)
from site_gen.link.cluster import AVERAGE_LINKAGE, Joining, cluster
from site_gen.link.features import NAMES
from site_gen.link.rules import costs
from site_gen.link.score import MIN_SCORE
from site_gen.settings import LinkSettings

REPORT = Path(__file__).parent.parent / "docs" / "measurements" / "linking.md"
BASELINE_THRESHOLD = 0.2
"""Of the cosine of the baseline: the best of .2, .25, .3, .35 on most sets."""
SPLITS = 3
SMALL_DRAWS, FAR_EVENTS, STRANGERS, SMALL_SEED = 50, 25, 50, 99
"""Small archives measured of each kind and part, events among reports of other times, and archives of ten strangers (of larger
ones fewer); nothing is learned from them."""

Judged = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; shares 0..1."""

    data: str
    method: str
    articles: int
    events: int
    splits: tuple[Judged, ...]
    """Pair precision and recall, BCubed precision and recall, of each split."""

    def text(self) -> str:
        """The line as Markdown."""
        pair_p, pair_r, cubed_p, cubed_r = np.mean(self.splits, axis=0)
        cubed = [_f1(p, r) for _, _, p, r in self.splits]
        spread = f" ({min(cubed):.3f}–{max(cubed):.3f})" if len(cubed) > 1 else ""
        return (
            f"| {self.data} | {self.articles} / {self.events} | {self.method} | {pair_p:.3f} / {pair_r:.3f} "
            f"| {_f1(pair_p, pair_r):.3f} | {cubed_p:.3f} / {cubed_r:.3f} | **{np.mean(cubed):.3f}**{spread} |"
        )


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def judged(gold: dict[str, str], groups: dict[str, int]) -> Judged:
    """Return pair precision and recall, BCubed precision and recall, over the articles that gold knows."""
    ids = sorted(gold)
    both = Counter((gold[i], groups[i]) for i in ids)
    of_gold, of_found = Counter(gold[i] for i in ids), Counter(groups[i] for i in ids)
    right, found, wanted = (sum(n * (n - 1) for n in c.values()) for c in (both, of_found, of_gold))
    cubed_p = sum(n * n / of_found[group] for (_, group), n in both.items()) / len(ids)
    cubed_r = sum(n * n / of_gold[event] for (event, _), n in both.items()) / len(ids)
    return right / max(found, 1), right / max(wanted, 1), cubed_p, cubed_r


def groups_of(
    part: Set,
    odds: Any,
    *,
    threshold: float = LinkSettings().same_event_score,
    joining: Joining | None = None,
) -> dict[str, int]:
    """Return the number of the group of each article, as these odds of a set's pairs make them.

    With ``joining`` as that says, and what rules of text took off counts.
    """
    of_text = costs(part.corpus, part.pairs, part.x)[1] if joining is None else np.zeros(len(odds))
    scores, without = _scores(odds), _scores(odds + of_text)
    kept = without >= MIN_SCORE
    pairs = list(zip(*part.pairs[kept].T.tolist(), strict=True))
    eased = dict(zip(pairs, without[kept].tolist(), strict=True))
    links = ((a, b, score) for (a, b), score in zip(pairs, scores[kept].tolist(), strict=True))
    found = cluster(len(part.ids), links, threshold=threshold, eased=eased, joining=joining)
    return {part.ids[row]: number for number, rows in enumerate(found) for row in rows}


def _scores(odds: Any) -> Any:
    return np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), 6)


def gold_of(part: Set) -> dict[str, str]:
    """The events of the articles that gold knows."""
    return {id: event for id, event in zip(part.ids, part.events.tolist(), strict=True) if event}


def cosine(part: Set) -> Any:
    """The baseline: TF-IDF cosine, as odds that are even at the threshold."""
    return 40 * (part.x[:, NAMES.index("text")] - BASELINE_THRESHOLD)


@dataclass(slots=True)
class Small:
    """What was found in small archives of one kind: pairs, and archives with a wrong one."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    spoilt: int = 0
    archives: int = 0

    def add(self, gold: Mapping[str, str], groups: Mapping[str, Hashable]) -> None:
        """Count one archive: the event of each article by gold, and the group it was put into."""
        before = self.wrong
        for a, b in combinations(sorted(gold), 2):
            is_one, is_joined = gold[a] == gold[b], groups[a] == groups[b]
            self.right += is_one and is_joined
            self.wrong += is_joined and not is_one
            self.missed += is_one and not is_joined
        self.spoilt += self.wrong > before
        self.archives += 1

    def text(self, kind: str) -> str:
        """The line as Markdown."""
        p, r = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.missed)
        found = f"{p:.3f} / {r:.3f}" if self.right + self.missed else "–"
        return f"| {kind} | {found} | {self.wrong / self.archives:.2f} | {self.spoilt} of {self.archives} |"


def measured(data: Path, cache: Path | None) -> tuple[list[Row], dict[str, Small]]:
    """Return the rows of both tables; nothing is learned from the small archives of the second."""
    sets = training_sets(data, cache)
    sets += small_sets(data, cache, "measured", count=SMALL_DRAWS, seed=SMALL_SEED, weight=0.0)
    sets += far_sets(data, cache, "measured", count=FAR_EVENTS, seed=SMALL_SEED)
    sets += stranger_sets(data, cache, "measured", count=STRANGERS, seed=SMALL_SEED, weight=0.0)
    sets += page_sets(data, cache, "measured", count=STRANGERS, seed=SMALL_SEED)
    ours: dict[str, list[Judged]] = {}
    small: dict[str, Small] = {}
    for split in range(SPLITS):
        _, held_out = learned([folded(part, split) for part in sets])
        for part, odds in held_out:
            label, _, kind = part.name.partition(": ")
            if label == "measured":
                small.setdefault(kind, Small()).add(gold_of(part), groups_of(part, odds))
            elif not kind:
                found = judged(gold_of(part), groups_of(part, odds))
                ours.setdefault(part.name, []).append(found)
    return [row for part in sets if part.name in ours for row in _rows(part, ours[part.name])], small


def _rows(part: Set, ours: list[Judged]) -> tuple[Row, Row]:
    """The baseline and ours on one set."""
    gold = gold_of(part)
    others = len(part.ids) - len(gold)
    label = {
        "hidden": f"the same among {others:,} others",
        "mixed": f"all of these and {others:,} others in one archive",
    }.get(part.name, part.name)
    size = (len(gold), len(set(gold.values())))
    baseline = judged(gold, groups_of(part, cosine(part), threshold=0.5, joining=AVERAGE_LINKAGE))
    return Row(label, "TF-IDF, average linkage", *size, (baseline,)), Row(
        label, "site_gen", *size, tuple(ours)
    )


TABLE = "<!-- table: python -m benchmarks.linking -->"
SMALL_TABLE = "<!-- table: python -m benchmarks.linking, small archives -->"


def tables(table: list[Row], small: dict[str, Small]) -> tuple[str, str]:
    """Return the two tables of the page: the sets, and small archives."""
    head = (
        "| set | articles / events | method | pairs P / R | pair F1 | BCubed P / R | BCubed F1 |",
        "|---|---|---|---|---|---|---|",
    )
    small_head = ("| archives of | pairs P / R | wrong pairs each | with a wrong link |", "|---|---|---|---|")
    rows = "\n".join((*head, *(row.text() for row in table)))
    return rows, "\n".join((*small_head, *(found.text(kind) for kind, found in small.items())))


def main() -> None:
    """Measure, print, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/data/linking"))
    asked.add_argument("--cache", type=Path, help="keep described articles here")
    given = asked.parse_args()
    for mark, text in zip((TABLE, SMALL_TABLE), tables(*measured(given.data, given.cache)), strict=True):
        print(text)
        put_table(mark, text, REPORT)


if __name__ == "__main__":
    main()
