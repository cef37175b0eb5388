"""How likely each line is the article's: the log-odds of a row of numbers.

In: a table of ``surroundings``. Out: one number a row. Two judges, their mean is the verdict: a weighted sum
(``weights.toml``, which a person can read) and boosted trees (``trees.json``, which see what two marks mean together).
The trees are asked only where the sum does not already say no. ``python -m benchmarks.learn_weights`` makes both.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from . import surroundings
from .surroundings import Array

SURELY_NOT = -4.0
"""Log-odds of the sum below which the trees are not asked: lines of menus, half of a page. Quality does not change."""
DECIMALS = 6
"""To which scores are rounded, so that no last bit decides."""
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees laid end to end; a leaf is a node whose both branches lead to itself."""

    roots: Whole
    feature: Whole
    threshold: Array
    below: Whole
    above: Whole
    value: Array
    depth: int

    def says(self, table: Array) -> Array:
        """The sum of the leaves that each row comes to."""
        node = np.broadcast_to(self.roots, (len(table), len(self.roots)))
        rows = np.arange(len(table))[:, None]
        for _ in range(self.depth):
            is_below = table[rows, self.feature[node]] <= self.threshold[node]
            node = np.where(is_below, self.below[node], self.above[node])
        return np.asarray(self.value[node].sum(axis=1))


@dataclass(frozen=True, slots=True)
class Judge:
    """What was learned for one manner of reading."""

    bias: float
    weights: Array
    forest: Forest | None

    def says(self, table: Array) -> tuple[float, ...]:
        """The log-odds of each row."""
        plain = table @ self.weights + self.bias
        if self.forest is not None:
            asked = np.flatnonzero(plain > SURELY_NOT)
            if len(asked):
                plain[asked] = (plain[asked] + self.forest.says(table[asked])) / 2
        return tuple(np.round(plain, DECIMALS).tolist())


@cache
def judge(manner: str) -> Judge:
    """The judge of one manner of reading: ``page``, ``text`` or ``tidy``."""
    folder = files(__package__)
    sums = tomllib.loads((folder / "weights.toml").read_text(encoding="utf-8"))[manner]
    trees = json.loads((folder / "trees.json").read_text(encoding="utf-8"))
    return made(manner, sums, trees.get(manner))


def made(manner: str, sums: dict[str, float], trees: dict[str, list[float]] | None) -> Judge:
    """A judge from what the two files hold of a manner."""
    names = surroundings.names(manner == "page")
    weights = np.array([float(sums.get(name, 0.0)) for name in names])
    return Judge(float(sums["bias"]), weights, forest(trees) if trees else None)


def forest(trees: dict[str, list[float]]) -> Forest:
    """The trees of a manner, from lists of the same length but for ``roots``; a feature of -1 marks a leaf."""
    feature = np.array(trees["feature"], dtype=np.int64)
    own = np.arange(len(feature))
    leaf = feature < 0
    return Forest(
        roots=np.array(trees["roots"], dtype=np.int64),
        feature=np.where(leaf, 0, feature),
        threshold=np.array(trees["threshold"], dtype=np.float64),
        below=np.where(leaf, own, np.array(trees["below"], dtype=np.int64)),
        above=np.where(leaf, own, np.array(trees["above"], dtype=np.int64)),
        value=np.array(trees["value"], dtype=np.float64),
        depth=int(trees["depth"][0]),
    )
