"""How likely each line is the article's: the log-odds of a row of numbers.

In: a table of ``surroundings``. Out: one number a row. Two judges, whose mean is the verdict: a weighted sum
(``weights.toml``, which a person can read) and boosted trees (``trees.json``, which see what two marks mean together, and
of pages what the sum says of the lines around). The trees are asked only where the sum does not already say no. ``python -m benchmarks.learn_weights`` makes both.
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

from . import around, surroundings
from .surroundings import Array

SURELY_NOT = -4.0
"""Log-odds of the sum below which the trees are not asked: lines of menus, half of a page. Quality does not change."""
TREES_SHARE = {"page": 0.7}
"""The trees' part of the verdict where they see what the sum says around a line; else a half. Held out, .85 does the same."""
DECIMALS = 6
"""To which scores are rounded, so that no last bit decides."""
Whole = NDArray[np.int64]


ROWS = 64
"""Rows that the trees are asked about at once: their answers, a megabyte, stay in the processor's cache."""
LEAVES = 16
"""Most leaves of a tree: each is a bit of 16."""
_FIRST = np.array(
    [(~closed & (closed + 1)).bit_length() - 1 for closed in range(1 << LEAVES)], dtype=np.int64
)
"""The lowest of the leaves that are not closed."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees side by side, to be asked all at once: every node says which leaves its answer closes.

    The leaf a row comes to is the first of those that no node closed (Lucchese et al., QuickScorer, SIGIR 2015).
    """

    feature: Whole
    """Of each node, node by tree, laid end to end; a tree has one node fewer than leaves."""
    threshold: NDArray[np.float32]
    """Nodes by one, as rough as the rows are asked, which takes a quarter less time; infinite where a tree has fewer nodes."""
    closed_above: NDArray[np.uint16]
    """Nodes by one: the leaves of its tree that a node closes to a row above its threshold."""
    value: Array
    """Leaves, tree by tree, laid end to end."""
    first: Whole
    """Trees by one: the place of each tree's first leaf."""

    def says(self, table: Array) -> Array:
        """The sum of the leaves that each row comes to; some rows at a time, so that long pages need no more room."""
        blocks = [self._says(table[at : at + ROWS]) for at in range(0, len(table), ROWS)]
        return np.concatenate(blocks) if blocks else np.zeros(0)

    def _says(self, table: Array) -> Array:
        is_above = np.ascontiguousarray(table.T, dtype=np.float32).take(self.feature, axis=0) > self.threshold
        closed = np.multiply(is_above, self.closed_above, dtype=np.uint16)
        closed = np.bitwise_or.reduce(closed.reshape(LEAVES - 1, -1), axis=0)
        leaf = _FIRST.take(closed).reshape(len(self.first), -1) + self.first
        return np.asarray(self.value.take(leaf).sum(axis=0))


@dataclass(frozen=True, slots=True)
class Judge:
    """What was learned for one manner of reading."""

    bias: float
    weights: Array
    forest: Forest | None
    share: float = 0.5
    """The trees' part of the verdict."""
    sees_around: bool = False
    """Whether the trees see the columns of ``around`` too."""

    def says(self, table: Array) -> tuple[float, ...]:
        """The log-odds of each row."""
        plain = np.round(table @ self.weights + self.bias, DECIMALS)
        if self.forest is not None:
            asked = np.flatnonzero(plain > SURELY_NOT)
            if len(asked):
                seen = with_around(table, plain, asked) if self.sees_around else table[asked]
                plain[asked] += self.share * (self.forest.says(seen) - plain[asked])
        return tuple(np.round(plain, DECIMALS).tolist())


def with_around(table: Array, plain: Array, asked: Whole) -> Array:
    """The rows asked about, with what the sum says around them; a table's first column tells the words of a line."""
    return np.concatenate((table.T[:, asked], around.columns(plain, np.expm1(table[:, 0]))[:, asked])).T


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
    share = TREES_SHARE.get(manner)
    made = forest(trees) if trees else None
    return Judge(float(sums["bias"]), weights, made, share or 0.5, sees_around=share is not None)


def forest(trees: dict[str, list[float]]) -> Forest:
    """The trees of a manner, from lists of the same length but for ``roots``; a feature of -1 marks a leaf."""
    count = len(trees["roots"])
    feature = np.zeros((LEAVES - 1, count), dtype=np.int64)
    threshold = np.full((LEAVES - 1, count), math.inf)
    closed = np.zeros((LEAVES - 1, count), dtype=np.uint16)
    value = np.zeros((count, LEAVES))
    for number, root in enumerate(trees["roots"]):
        nodes: list[tuple[int, float, int]] = []
        leaves: list[float] = []
        _lay(trees, int(root), nodes, leaves)
        for place, node in enumerate(nodes):
            feature[place, number], threshold[place, number], closed[place, number] = node
        value[number, : len(leaves)] = leaves
    return Forest(
        feature=feature.ravel(),
        threshold=threshold.reshape(-1, 1).astype(np.float32),
        closed_above=closed.reshape(-1, 1),
        value=value.ravel(),
        first=np.arange(0, count * LEAVES, LEAVES, dtype=np.int64).reshape(-1, 1),
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
    nodes.append((int(trees["feature"][node]), trees["threshold"][node], closed))
    _lay(trees, int(trees["above"][node]), nodes, leaves)
