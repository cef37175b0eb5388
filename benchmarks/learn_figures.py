"""Learn what each measure of two numbers is worth, from the events whose figures are known.

    python -m benchmarks.learn_figures

Prints, for numbers that agree and for numbers that differ, a bias and the weights of ``site_gen.compare.figures.weighing.MEASURES``,
and how well the weights learned from the other events do on each event. Pairs: numbers of two articles of one event in one
unit, no further apart than six times; of pairs that differ, those of which neither has its equal in the other article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from site_gen.compare.figures.agreement import alike
from site_gen.compare.figures.apart import MAX_RATIO
from site_gen.compare.figures.counted import Reckoned
from site_gen.compare.figures.numbers import AGE
from site_gen.compare.figures.weighing import MEASURES, evidence, tellings

from .comparison_events import known_events
from .comparison_gold import Gold
from .fitting import fitted, numbers_of

COPIED = 0.8
"""Share of a sentence's marks that another has from which it is a copy; equal numbers in copies that no gold names are left out."""
STIFFNESS = 2.0
"""Of the L2 penalty."""


def pairs(gold: Gold) -> Iterator[tuple[bool, tuple[float, ...], bool]]:
    """Whether two numbers agree, their measures, and whether they count one thing."""
    found, known = numbers_of(gold)
    telling = tellings(found)
    for i, j in combinations(range(len(found)), 2):
        a, b = found[i], found[j]
        if a.article == b.article or a.number.unit != b.number.unit or a.number.unit == AGE:
            continue
        small, large = sorted((abs(a.number.base), abs(b.number.base)))
        if not small or large > MAX_RATIO * small or a.number.is_vague or b.number.is_vague:
            continue
        same, equal = bool(known[i] & known[j]), alike(a.number, b.number)
        measures = evidence(a, b, telling)
        is_copy = equal and not same and measures.sentence >= COPIED
        if is_copy or not (same or equal or not (_has_equal(a, b, found) or _has_equal(b, a, found))):
            continue
        yield equal, measures, same


def _has_equal(a: Reckoned, b: Reckoned, found: Sequence[Reckoned]) -> bool:
    """Whether the other's article has a number equal to this one, of its kind."""
    return any(
        r.article == b.article
        and (r.number.unit, r.number.base, r.count.kind) == (a.number.unit, a.number.base, a.count.kind)
        for r in found
    )


def main() -> None:
    """Fit, check by leaving out each event, print."""
    made = [(g.name, *pair) for g in known_events() for pair in pairs(g)]
    for name, equal in (("agreeing", True), ("differing", False)):
        part = [(event, measures, same) for event, is_equal, measures, same in made if is_equal == equal]
        rows = np.array([m for _, m, _ in part])
        same = np.array([s for _, _, s in part])
        of = np.array([e for e, _, _ in part])
        guess = np.zeros(len(part), dtype=bool)
        for event in sorted(set(of)):
            out = of == event
            w = fitted(rows[~out], same[~out], STIFFNESS)
            guess[out] = w[0] + rows[out] @ w[1:] > 0
        hits = (guess & same).sum()
        print(f"{name}: {len(part)} pairs, {same.sum()} of one thing; each event by the others: ", end="")
        print(f"precision {hits / max(1, guess.sum()):.2f}, recall {hits / max(1, same.sum()):.2f}")
        bias, *weights = fitted(rows, same, STIFFNESS)
        print(
            f"  bias {bias:.1f}; ", ", ".join(f"{m} {w:.1f}" for m, w in zip(MEASURES, weights, strict=True))
        )


if __name__ == "__main__":
    main()
