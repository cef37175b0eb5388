"""Fit weights to pairs of numbers of which a reader said whether they are one: for ``learn_figures`` and ``learn_flags``.

Goes in: an event with its gold. Comes out: its numbers as the program reckons them, which of the gold's figures each is, and
the bias and weights that tell them best.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from site_gen.compare.figures import reckoned
from site_gen.compare.figures.counted import Reckoned
from site_gen.compare.reading import read
from site_gen.compare.speakers.utterances import Attribution

from .comparison_gold import Gold, places

NOBODY = Attribution((), {}, ())
"""Who says what is no measure of a number."""


def numbers_of(gold: Gold) -> tuple[list[Reckoned], list[set[int]]]:
    """The numbers of an event that count something, and of each the numbers of the gold's figures that it is one of."""
    readings = [read(a) for a in gold.articles]
    found = reckoned(readings, [NOBODY] * len(readings))
    known: list[set[int]] = [set() for _ in found]
    for n, (_, values) in enumerate(gold.figures):
        for article, texts in values.items():
            for block, low, high in (p for text in texts for p in places(gold, article, text)):
                for i, r in enumerate(found):
                    at = gold.articles[r.article].id, readings[r.article].blocks[r.block].block.id
                    if at == (article, block) and low < r.number.end and r.number.start < high:
                        known[i].add(n)
    return found, known


def fitted(rows: Any, same: Any, stiffness: float) -> Any:
    """Bias and weights of a logistic regression of ``same`` on ``rows``, with an L2 penalty on all but the bias."""
    ones = np.c_[np.ones(len(rows)), rows]
    sign = np.where(same, 1, -1)

    def loss(w: Any) -> tuple[Any, Any]:
        margin = sign * (ones @ w)
        pull = -(ones * (sign / (1 + np.exp(margin)))[:, None]).sum(0)
        free = np.r_[0, w[1:]]
        return np.logaddexp(0, -margin).sum() + stiffness * (free**2).sum() / 2, pull + stiffness * free

    return minimize(loss, np.zeros(ones.shape[1]), jac=True).x


def likely(row: Sequence[float], weights: Sequence[float]) -> float:
    """What a bias and weights make of measures: 0 to 1."""
    return 1 / (1 + math.exp(-weights[0] - sum(w * m for w, m in zip(weights[1:], row, strict=True))))
