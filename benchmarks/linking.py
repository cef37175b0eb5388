"""How well articles of one event are put together: ours beside TF-IDF with average linkage, in one run.

    python -m benchmarks.linking [--data ../shared/data/linking] [--cache FOLDER]

No event is judged by weights that were learned from it: a pair of articles is scored by a model that has seen no pair of
either article's fold of events (five folds). Prints the table and writes docs/measurements/linking.md.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking_learn import (
    FOLD_PAIRS,
    SETS,
    fold_of,
    learn_joins,
    learned,
    loaded,
    scored,
    training_sets,
    unseen,
)
from site_gen.link.candidates import candidates
from site_gen.link.cluster import JOIN, Judge, cluster, logistic
from site_gen.link.corpus import NO_DAY, Corpus, read
from site_gen.link.features import NAMES, features, text_likeness
from site_gen.link.score import costs
from site_gen.model import Brief, Fingerprint
from site_gen.settings import LinkSettings

REPORT = Path(__file__).parent.parent / "docs" / "measurements" / "linking.md"
BASELINE_THRESHOLD = 0.2
"""Of the cosine of the baseline: the best of .2, .25, .3, .35 on most sets."""

Scores = Callable[[Corpus, Any], Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; shares 0..1."""

    data: str
    method: str
    articles: int
    events: int
    pair_p: float
    pair_r: float
    bcubed_p: float
    bcubed_r: float
    seconds: float

    def text(self) -> str:
        """The line as Markdown."""
        pair, cubed = _f1(self.pair_p, self.pair_r), _f1(self.bcubed_p, self.bcubed_r)
        return (
            f"| {self.data} | {self.articles} / {self.events} | {self.method} | {self.pair_p:.3f} / {self.pair_r:.3f} "
            f"| {pair:.3f} | {self.bcubed_p:.3f} / {self.bcubed_r:.3f} | **{cubed:.3f}** | {self.seconds:.1f} |"
        )


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def judged(gold: dict[str, str], groups: dict[str, int]) -> tuple[float, float, float, float]:
    """Return pair precision and recall, BCubed precision and recall, over the articles that gold knows."""
    ids = sorted(gold)
    both = Counter((gold[i], groups[i]) for i in ids)
    of_gold, of_found = Counter(gold[i] for i in ids), Counter(groups[i] for i in ids)
    right, found, wanted = (sum(n * (n - 1) for n in c.values()) for c in (both, of_found, of_gold))
    cubed_p = sum(n * n / of_found[group] for (_, group), n in both.items()) / len(ids)
    cubed_r = sum(n * n / of_gold[event] for (event, _), n in both.items()) / len(ids)
    return right / max(found, 1), right / max(wanted, 1), cubed_p, cubed_r


def measured(data: str, method: str, gold: dict[str, str], corpus: Corpus, odds: Scores, judge: Judge) -> Row:
    """Return the quality and cost of one method on one corpus, of which gold may know a part only."""
    begun = time.process_time()
    pairs = candidates(corpus, LinkSettings().max_gap_days)
    links = scored(pairs, odds(corpus, pairs), text_likeness(corpus, pairs[:, 0], pairs[:, 1]))
    days = [None if day == NO_DAY else int(day) for day in corpus.first_day]
    found = cluster(days, links, judge=judge, threshold=LinkSettings().same_event_score)
    groups = {corpus.ids[row]: number for number, rows in enumerate(found) for row in rows}
    seconds = time.process_time() - begun
    return Row(data, method, len(gold), len(set(gold.values())), *judged(gold, groups), seconds)


def cosine(corpus: Corpus, pairs: Any) -> Any:
    """The baseline: TF-IDF cosine, as odds that are even at the threshold."""
    return 40 * (text_likeness(corpus, pairs[:, 0], pairs[:, 1]) - BASELINE_THRESHOLD)


def folds_of(gold: dict[str, str], corpus: Corpus) -> Any:
    """The fold of each article's event; -1 where gold does not know it."""
    return np.array([fold_of(gold[i]) if i in gold else -1 for i in corpus.ids])


def crossed(models: dict[tuple[int, int], Any], gold: dict[str, str]) -> Scores:
    """Return odds by models that have not seen the events of either article."""

    def odds(corpus: Corpus, pairs: Any) -> Any:
        fold = folds_of(gold, corpus)
        low, high = unseen(fold[pairs[:, 0]], fold[pairs[:, 1]])
        found = np.zeros(len(pairs))
        for part, made in features(corpus, pairs):
            for (i, j), weights in models.items():
                mine = (low[part] == i) & (high[part] == j)
                found[np.arange(part.start, part.start + len(made))[mine]] = made[mine].astype(
                    float
                ) @ weights - costs(made[mine])
        return found

    return odds


def crossed_joins(models: dict[tuple[int, int], Judge], folds: Any) -> Judge:
    """Return a judge of joins that has not seen the events of the articles in question: of two folds at most."""

    def judge(found: Any, one: Any, other: Any) -> float:
        seen = sorted({int(folds[row]) for row in (*one, *other)} - {-1}) or [0]
        asked = [(i, j) for i in seen for j in seen if i < j] or [(seen[0], seen[0])]
        return float(np.mean([models[folds](found, one, other) for folds in asked]))

    return judge


def plain(found: Any, _one: Any, _other: Any) -> float:
    """The judge of plain average linkage: the mean score."""
    return float(found[JOIN.index("mean")])


def rows(data: Path, cache: Path | None) -> list[Row]:
    """Return the whole table."""
    models, proposed = learned(training_sets(data, cache))
    judges = {folds: logistic(learn_joins(proposed, without=folds).tolist()) for folds in FOLD_PAIRS}
    made: list[Row] = []
    for name, _ in SETS:
        gold, briefs, prints = loaded(data, name, cache)
        others = len(briefs) - len(gold)
        label = {
            "hidden": f"the same among {others:,} others",
            "mixed": f"all of these and {others:,} others in one archive",
        }.get(name, name)
        made += _both(label, gold, briefs, prints, (models, judges))
    return made


def _both(
    label: str,
    gold: dict[str, str],
    briefs: list[Brief],
    prints: list[Fingerprint],
    models: tuple[dict[tuple[int, int], Any], dict[tuple[int, int], Judge]],
) -> list[Row]:
    corpus = read(briefs, prints)
    of_pairs, of_joins = models
    joined = crossed_joins(of_joins, folds_of(gold, corpus))
    return [
        measured(label, "TF-IDF, average linkage", gold, corpus, cosine, plain),
        measured(label, "site_gen", gold, corpus, crossed(of_pairs, gold), joined),
    ]


def report(table: list[Row]) -> str:
    """Return the page of figures."""
    head = (
        "# Linking: which articles report one event\n\n"
        "Made by `python -m benchmarks.linking`. No event is judged by weights learned from it: five folds of\n"
        "events, a pair is scored by a model that has seen neither article's fold. Texts count as clean, so that linking is\n"
        f"measured by itself; {len(NAMES)} features. Threshold {LinkSettings().same_event_score}, candidates up to "
        f"{LinkSettings().max_gap_days} days apart, for every set the same.\n\n"
        "| set | articles / events | method | pairs P / R | pair F1 | BCubed P / R | BCubed F1 | CPU s |\n|---|---|---|---|---|---|---|---|\n"
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
