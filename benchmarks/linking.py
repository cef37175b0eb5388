"""How well articles of one event are put together: ours beside TF-IDF with average linkage, in one run.

    python -m benchmarks.linking [--data ../shared/data/linking] [--cache FOLDER]

No event is judged by weights that were learned from it: a pair of articles is scored by models that have seen no pair of
either article's fold of events (five folds). Which events share a fold moves a set by .01 and more, so that all is done
for three splits into folds, and the table holds the means. Prints it and writes docs/measurements/linking.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking_learn import SETS, Set, folded, held_out, training_sets
from site_gen.link.cluster import UNSCORED, cluster
from site_gen.link.features import NAMES
from site_gen.link.score import MIN_SCORE
from site_gen.settings import LinkSettings

REPORT = Path(__file__).parent.parent / "docs" / "measurements" / "linking.md"
BASELINE_THRESHOLD = 0.2
"""Of the cosine of the baseline: the best of .2, .25, .3, .35 on most sets."""
SPLITS = 3

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


def grouped(part: Set, odds: Any, *, unscored: float = UNSCORED) -> Judged:
    """Return how good the groups are that these odds of a set's pairs make."""
    scores = np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), 6)
    kept = scores >= MIN_SCORE
    links = zip(*part.pairs[kept].T.tolist(), scores[kept].tolist(), strict=True)
    found = cluster(len(part.ids), links, threshold=LinkSettings().same_event_score, unscored=unscored)
    groups = {part.ids[row]: number for number, rows in enumerate(found) for row in rows}
    return judged(gold_of(part), groups)


def gold_of(part: Set) -> dict[str, str]:
    """The events of the articles that gold knows."""
    return {id: event for id, event in zip(part.ids, part.events.tolist(), strict=True) if event}


def cosine(part: Set) -> Any:
    """The baseline: TF-IDF cosine, as odds that are even at the threshold."""
    return 40 * (part.x[:, NAMES.index("text")] - BASELINE_THRESHOLD)


def rows(data: Path, cache: Path | None) -> list[Row]:
    """Return the whole table."""
    sets = training_sets(data, cache)
    ours: dict[str, list[Judged]] = {name: [] for name, _ in SETS}
    for split in range(SPLITS):
        for part, odds in held_out([folded(part, split) for part in sets]):
            ours[part.name].append(grouped(part, odds))
    made = []
    for part in sets:
        gold = gold_of(part)
        others = len(part.ids) - len(gold)
        label = {
            "hidden": f"the same among {others:,} others",
            "mixed": f"all of these and {others:,} others in one archive",
        }.get(part.name, part.name)
        size = (len(gold), len(set(gold.values())))
        made.append(
            Row(label, "TF-IDF, average linkage", *size, (grouped(part, cosine(part), unscored=1.0),))
        )
        made.append(Row(label, "site_gen", *size, tuple(ours[part.name])))
    return made


def report(table: list[Row]) -> str:
    """Return the page of figures."""
    head = (
        "# Linking: which articles report one event\n\n"
        "Made by `python -m benchmarks.linking`. No event is judged by weights learned from it: five folds of\n"
        f"events, a pair is scored by models that have seen neither article's fold; means of {SPLITS} splits into folds, in\n"
        f"brackets the lowest and the highest. Texts count as clean, so that linking is measured by itself; {len(NAMES)} features\n"
        f"in the first look. Threshold {LinkSettings().same_event_score}, candidates up to "
        f"{LinkSettings().max_gap_days} days apart, for every set the same.\n\n"
        "| set | articles / events | method | pairs P / R | pair F1 | BCubed P / R | BCubed F1 |\n|---|---|---|---|---|---|---|\n"
    )
    return head + "\n".join(row.text() for row in table) + "\n"


def main() -> None:
    """Measure, print, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/data/linking"))
    asked.add_argument("--cache", type=Path, help="keep described articles here")
    given = asked.parse_args()
    text = report(rows(given.data, given.cache))
    print(text)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    noted = REPORT.read_text(encoding="utf-8").partition("\n## ") if REPORT.exists() else ("", "", "")
    REPORT.write_text(text + noted[1] + noted[2], encoding="utf-8")


if __name__ == "__main__":
    main()
