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
from .corpus import Corpus
from .features import NAMES, features

Array = Any

PLACE_ONLY_COST = 6.0
"""What it costs a pair, in log-odds, to share a place and nothing else that a reader would call a reason."""
PLACE_ONLY_TEXT = 0.25
"""Text similarity below which a shared place is no reason by itself. A judgement: a short council report and a
shipwreck of one town stood at .19."""


@cache
def _weights() -> Array:
    table = tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf-8"))["weights"]
    return np.array([float(table[name]) for name in NAMES])


def _only_a_place(made: Array) -> Array:
    """Which pairs share names of places but no person, organisation, number, wording or word of a title."""
    column = {name: made[:, i] for i, name in enumerate(NAMES)}
    other = column["title"] + column["numbers"] + column["wording"]
    no_other_name = column["full_names"] <= column["places"] + 1e-6
    return (column["places"] > 0) & no_other_name & (other <= 0) & (column["text"] < PLACE_ONLY_TEXT)


def scores(corpus: Corpus, pairs: Array) -> Array:
    """Return the same_event_score (0..1, six places) of each candidate pair."""
    if not len(pairs):
        return np.zeros(0)
    found = np.empty(len(pairs))
    for part, made in features(corpus, pairs):
        odds = made.astype(np.float64) @ _weights()
        odds[_only_a_place(made)] -= PLACE_ONLY_COST
        found[part] = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    languages = np.unique(np.array(corpus.languages), return_inverse=True)[1]
    across = np.flatnonzero(languages[pairs[:, 0]] != languages[pairs[:, 1]])
    if len(across):
        found[across] = scores_across(corpus, pairs[across])
    return np.round(found, 6)
