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


@cache
def _weights() -> Array:
    table = tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf-8"))["weights"]
    return np.array([float(table[name]) for name in NAMES])


def scores(corpus: Corpus, pairs: Array) -> Array:
    """Return the same_event_score (0..1, six places) of each candidate pair."""
    if not len(pairs):
        return np.zeros(0)
    found = np.empty(len(pairs))
    for part, made in features(corpus, pairs):
        odds = made.astype(np.float64) @ _weights()
        found[part] = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    languages = np.unique(np.array(corpus.languages), return_inverse=True)[1]
    across = np.flatnonzero(languages[pairs[:, 0]] != languages[pairs[:, 1]])
    if len(across):
        found[across] = scores_across(corpus, pairs[across])
    return np.round(found, 6)
