"""How well events are found that neither look has learned anything from: a stricter measure than ``linking``.

    python -m benchmarks.linking_unseen [--data ../shared/data/linking] [--cache FOLDER] [--split NUMBER]

In ``linking`` a pair is scored by models that have not seen its folds, but the second look of every fold learns from first
odds that other folds' models gave, and those have seen it. Here the events of one of five parts are hidden from both looks
altogether, as if nobody knew what their articles report; then the articles of that part are judged, among all others, a
pair of two of them by the weights of all other events, as a new archive is. The models have seen a fifth fewer events than
those that ship. Prints a table; writes nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking import gold_of, groups_of
from benchmarks.linking_learn import FOLDS, Set, fold_of, learned, training_sets

SPLIT = 77
"""Of events into hidden parts; another one than the folds that the looks learn by."""


def hidden(part: Set, number: int, split: int = SPLIT) -> Set:
    """Return a set in which nothing is learned from the events of a part."""
    is_hidden = np.array([bool(e) and fold_of(e, split) == number for e in part.events], dtype=bool)
    return replace(part, folds=np.where(is_hidden, -1, part.folds))


def counted(gold: dict[str, str], groups: dict[str, int], asked: list[str]) -> Any:
    """Return counts for the articles asked for, among all that gold knows: articles, BCubed sums, pairs right, found, wanted.

    A pair counts half at each of its articles that is asked for: over all parts once, whichever parts its events are of.
    """
    both = Counter((gold[i], groups[i]) for i in gold)
    of_gold, of_found = Counter(gold.values()), Counter(groups[i] for i in gold)
    precision = sum(both[gold[i], groups[i]] / of_found[groups[i]] for i in asked)
    recall = sum(both[gold[i], groups[i]] / of_gold[gold[i]] for i in asked)
    right = _pairs(both, Counter((gold[i], groups[i]) for i in asked))
    found = _pairs(of_found, Counter(groups[i] for i in asked))
    return np.array(
        [len(asked), precision, recall, right, found, _pairs(of_gold, Counter(gold[i] for i in asked))]
    )


def _pairs(all_: Counter[Any], asked: Counter[Any]) -> float:
    """How many pairs of one class the articles asked for have, each half where its other article is not asked for."""
    return sum(n * (all_[key] - 1) / 2 for key, n in asked.items())


def measured(sets: list[Set], split: int = SPLIT) -> dict[str, Any]:
    """Return the counts of each set, each article counted where its event was hidden."""
    total: dict[str, Any] = {}
    for number in range(FOLDS):
        _, scored = learned([hidden(part, number, split) for part in sets], unknown_by_all=True)
        for part, odds in scored:
            gold = gold_of(part)
            asked = [id for id, event in gold.items() if fold_of(event, split) == number]
            if ": " not in part.name:
                made = counted(gold, groups_of(part, odds), asked)
                total[part.name] = total.get(part.name, 0) + made
    return total


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/data/linking"))
    asked.add_argument("--cache", type=Path, help="keep described articles here")
    asked.add_argument("--split", type=int, default=SPLIT, help="another division of the events into parts")
    given = asked.parse_args()
    print("| set | pairs P / R | BCubed P / R | BCubed F1 |\n|---|---|---|---|")
    made = measured(training_sets(given.data, given.cache), given.split)
    for name, (count, p, r, right, found, wanted) in made.items():
        pairs = f"{right / max(1, found):.3f} / {right / max(1, wanted):.3f}"
        print(f"| {name} | {pairs} | {p / count:.3f} / {r / count:.3f} | {2 * p * r / (p + r) / count:.3f} |")


if __name__ == "__main__":
    main()
