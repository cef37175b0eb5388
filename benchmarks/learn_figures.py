"""Learn what each measure of two numbers is worth, from the events whose figures are known.

    python -m benchmarks.learn_figures

Prints, for numbers that agree and for numbers that differ, a bias and the weights of ``site_gen.compare.weighing.MEASURES``,
and how well the weights learned from the other events do on each event. Pairs: numbers of two articles of one event in one
unit, no further apart than six times; of pairs that differ, those of which neither has its equal in the other article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import minimize

from site_gen.compare.agreement import alike
from site_gen.compare.apart import MAX_RATIO
from site_gen.compare.counted import Reckoned, count, is_reference
from site_gen.compare.numbers import AGE, numbers
from site_gen.compare.pieces import pieces
from site_gen.compare.reading import read
from site_gen.compare.weighing import MEASURES, evidence, tellings

from .comparison import Gold, archive, invented, places, sample

COPIED = 0.8
"""Share of a sentence's marks that another has from which it is a copy; equal numbers in copies that no gold names are left out."""
STIFFNESS = 2.0
"""Of the L2 penalty."""


def reckoned(gold: Gold) -> list[tuple[Reckoned, str]]:
    """The numbers of an event, each with the id of its block."""
    found: list[tuple[Reckoned, str]] = []
    for a, article in enumerate(gold.articles):
        reading = read(article)
        for b, passus in enumerate(reading.blocks):
            for s, (start, end) in enumerate(passus.sentences):
                row = pieces(passus.block.text, start, end, reading.language)
                here = numbers(row, reading.language)
                for n in here:
                    told = count(row, n, passus.block.text, reading.language, here)
                    if not is_reference(row, n, told, reading.language):
                        found.append((Reckoned(a, b, s, reading.language, n, told, None), passus.block.id))
    return found


def entries(gold: Gold, found: Sequence[tuple[Reckoned, str]]) -> list[set[int]]:
    """For each number, the gold's figures that it is one of."""
    known: list[set[int]] = [set() for _ in found]
    for n, (_, values) in enumerate(gold.figures):
        for article, texts in values.items():
            for block, low, high in (p for text in texts for p in places(gold, article, text)):
                for i, (r, at) in enumerate(found):
                    here = gold.articles[r.article].id == article and at == block
                    if here and low < r.number.end and r.number.start < high:
                        known[i].add(n)
    return known


def pairs(gold: Gold) -> Iterator[tuple[bool, tuple[float, ...], bool]]:
    """Whether two numbers agree, their measures, and whether they count one thing."""
    found = reckoned(gold)
    known, telling = entries(gold, found), tellings([r for r, _ in found])
    for i, j in combinations(range(len(found)), 2):
        a, b = found[i][0], found[j][0]
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


def _has_equal(a: Reckoned, b: Reckoned, found: Sequence[tuple[Reckoned, str]]) -> bool:
    """Whether the other's article has a number equal to this one, of its kind."""
    return any(
        r.article == b.article
        and (r.number.unit, r.number.base, r.count.kind) == (a.number.unit, a.number.base, a.count.kind)
        for r, _ in found
    )


def fitted(rows: Any, same: Any, stiffness: float = STIFFNESS) -> Any:
    """Bias and weights of a logistic regression with an L2 penalty."""
    ones = np.c_[np.ones(len(rows)), rows]
    sign = np.where(same, 1, -1)

    def loss(w: Any) -> tuple[Any, Any]:
        margin = sign * (ones @ w)
        pull = -(ones * (sign / (1 + np.exp(margin)))[:, None]).sum(0)
        free = np.r_[0, w[1:]]
        return np.logaddexp(0, -margin).sum() + stiffness * (free**2).sum() / 2, pull + stiffness * free

    return minimize(loss, np.zeros(ones.shape[1]), jac=True).x


def main() -> None:
    """Fit, check by leaving out each event, print."""
    events = [g for g in (sample(), *invented(), *archive()) if g is not None]
    made = [(g.name, *pair) for g in events for pair in pairs(g)]
    for name, equal in (("agreeing", True), ("differing", False)):
        part = [(event, measures, same) for event, is_equal, measures, same in made if is_equal == equal]
        rows = np.array([m for _, m, _ in part])
        same = np.array([s for _, _, s in part])
        of = np.array([e for e, _, _ in part])
        guess = np.zeros(len(part), dtype=bool)
        for event in sorted(set(of)):
            out = of == event
            w = fitted(rows[~out], same[~out])
            guess[out] = w[0] + rows[out] @ w[1:] > 0
        hits = (guess & same).sum()
        print(f"{name}: {len(part)} pairs, {same.sum()} of one thing; each event by the others: ", end="")
        print(f"precision {hits / max(1, guess.sum()):.2f}, recall {hits / max(1, same.sum()):.2f}")
        bias, *weights = fitted(rows, same)
        print(
            f"  bias {bias:.1f}; ", ", ".join(f"{m} {w:.1f}" for m, w in zip(MEASURES, weights, strict=True))
        )


if __name__ == "__main__":
    main()
