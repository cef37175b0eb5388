"""The chance that two articles report one event: a logistic regression over their features.

Its weights stand in ``weights.toml`` beside this module, a number a feature, with the command that learned them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from .across import scores_across
from .cluster import JOIN
from .corpus import Corpus
from .features import NAMES, days_between, features

Array = Any

OTHER_FIGURES_COST = 1.0
"""Of reports days apart that both tell figures, and no common one: this week's number and last week's."""
OTHER_FIGURES_DAYS = 5
AGAIN_COST = 10.0
"""Of reports days apart in much the same words whose figures differ: the weekly count, the next match, another edition."""
AGAIN_TEXT, AGAIN_FIGURES = 0.6, 0.5
FAR_COST = 3.0
"""Of reports weeks apart that do not share figures and words of a title: a yearly prize, a rematch, an inquest."""
FAR_DAYS = 15
NO_FIGURES, SOME_FIGURES, SOME_TITLE = 0.05, 0.1, 0.15
"""Likeness of the figures, and of a title with the other's title or lead. Of pairs 15 days apart and more that are alike
in their words, half of newscluster's true ones (wrong dates) and one in ten of the round-ups' false ones share figures and
words of both titles so."""


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf-8"))


@cache
def _weights() -> Array:
    return np.array([float(_table()["weights"][name]) for name in NAMES])


def join_weights() -> list[float]:
    """Return the weights of the features of a join of two groups."""
    return [float(_table()["joins"][name]) for name in JOIN]


def costs(made: Array) -> Array:
    """Return what rules take off the log-odds of each pair; ``made`` are its features."""
    column = {name: made[:, i] for i, name in enumerate(NAMES)}
    total = np.zeros(len(made))
    for rule, cost in RULES:
        total += np.where(rule(column), cost, 0.0)
    return total


def _other_figures(column: dict[str, Array]) -> Array:
    told = (column["numbers_told"] > 0) & (column["numbers_alike"] < NO_FIGURES)
    return told & _days_apart(column, OTHER_FIGURES_DAYS)


def _again(column: dict[str, Array]) -> Array:
    """Much the same words on other days: no figure in common, or another day told and few figures in common."""
    alike = column["numbers_alike"]
    differ = (alike < NO_FIGURES) | ((column["day_differs"] > 0) & (alike < AGAIN_FIGURES))
    same_words = column["text"] >= AGAIN_TEXT
    return same_words & (column["numbers_told"] > 0) & differ & _days_apart(column, OTHER_FIGURES_DAYS)


def _far(column: dict[str, Array]) -> Array:
    in_title = np.maximum(column["title"], column["title_lead"]) >= SOME_TITLE
    borne_out = (column["numbers_alike"] >= SOME_FIGURES) & in_title
    return _days_apart(column, FAR_DAYS) & ~borne_out


def _days_apart(column: dict[str, Array], least: int) -> Array:
    """Which pairs are so many days apart or more; undated ones are not."""
    steps = days_between(np.array([least - 0.5]))
    return np.sum([column[name] for name in steps], axis=0) >= sum(step[0] for step in steps.values())


RULES = (
    (_other_figures, OTHER_FIGURES_COST),
    (_again, AGAIN_COST),
    (_far, FAR_COST),
)
"""What the regression has not learned, because the development sets hold too few such pairs."""


def scores(corpus: Corpus, pairs: Array) -> Array:
    """Return the same_event_score (0..1, six places) of each candidate pair."""
    if not len(pairs):
        return np.zeros(0)
    found = np.empty(len(pairs))
    for part, made in features(corpus, pairs):
        odds = made.astype(np.float64) @ _weights() - costs(made)
        found[part] = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    languages = np.unique(np.array(corpus.languages), return_inverse=True)[1]
    across = np.flatnonzero(languages[pairs[:, 0]] != languages[pairs[:, 1]])
    if len(across):
        found[across] = scores_across(corpus, pairs[across])
    return np.round(found, 6)
