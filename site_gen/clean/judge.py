"""How likely each line is the article's: the log-odds of a row of numbers.

In: a table of ``surroundings``. Out: one number a row. Two judges, their mean is the verdict: a weighted sum
(``weights.toml``, which a person can read) and boosted trees (``trees.json``, which see what two marks mean together).
The trees are asked only where the sum does not already say no. ``python -m benchmarks.learn_weights`` makes both.
"""

from __future__ import annotations

import json
import math
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


LEAVES = 16
"""Most leaves of a tree: each is a bit of 16."""
_FIRST = np.array([(leaves & -leaves).bit_length() - 1 for leaves in range(1 << LEAVES)], dtype=np.int64)
"""The lowest of the leaves that are left."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees laid end to end, to be asked all at once: every node says which leaves its answer leaves open.

    The leaf a row comes to is the first of those that all nodes left open (Lucchese et al., QuickScorer, SIGIR 2015).
    """

    starts: Whole
    """First node of each tree."""
    feature: Whole
    threshold: Array
    open_above: NDArray[np.uint16]
    """Leaves of its tree that a node leaves open to a row above its threshold; one below leaves all open."""
    value: Array
    """Tree by leaf."""

    def says(self, table: Array) -> Array:
        """The sum of the leaves that each row comes to."""
        columns = np.ascontiguousarray(table.T)
        is_above = columns[self.feature] > self.threshold[:, None]
        opened = np.where(is_above, self.open_above[:, None], np.uint16((1 << LEAVES) - 1))
        leaf = _FIRST[np.bitwise_and.reduceat(opened, self.starts, axis=0)]
        return np.asarray(np.take_along_axis(self.value, leaf, axis=1).sum(axis=0))


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
    starts: list[int] = []
    nodes: list[tuple[int, float, int]] = []
    value = np.zeros((len(trees["roots"]), LEAVES))
    for number, root in enumerate(trees["roots"]):
        leaves: list[float] = []
        starts.append(len(nodes))
        _lay(trees, int(root), nodes, leaves)
        if len(nodes) == starts[-1]:
            nodes.append((0, math.inf, 0))
        value[number, : len(leaves)] = leaves
    feature, threshold, opened = zip(*nodes, strict=True)
    return Forest(
        starts=np.array(starts, dtype=np.int64),
        feature=np.array(feature, dtype=np.int64),
        threshold=np.array(threshold, dtype=np.float64),
        open_above=np.array(opened, dtype=np.uint16),
        value=value,
    )


def _lay(
    trees: dict[str, list[float]], node: int, nodes: list[tuple[int, float, int]], leaves: list[float]
) -> None:
    """Add what lies under a node: the nodes of its tree, and its leaves from below to above."""
    if trees["feature"][node] < 0:
        leaves.append(trees["value"][node])
        return
    first = len(leaves)
    _lay(trees, int(trees["below"][node]), nodes, leaves)
    closed = (1 << len(leaves)) - (1 << first)
    nodes.append((int(trees["feature"][node]), trees["threshold"][node], (1 << LEAVES) - 1 - closed))
    _lay(trees, int(trees["above"][node]), nodes, leaves)
