"""The chance that two articles report one event: two logistic regressions, one after the other.

The first weighs what the two have in common and how they stand among their candidates. Pairs that it does not rule out
(``MIN_SCORE``) are weighed again, with the same and with how they stand beside the other links of their articles
(``beside``). How far such company says anything hangs on how many rivals a pair has (``rivalry``). Their weights stand in
``weights.toml`` beside this module, a number a feature, with the command that learned them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from .across import odds_across
from .beside import BESIDE, beside
from .corpus import Corpus
from .features import (
    FEW,
    OWN,
    PLAIN,
    STANDING,
    nearness,
    own_features,
    rivalry,
    standing,
    text_likeness,
)  # fmt: skip
from .memory import Memory
from .rules import costs
from .telling import telling

Array = Any

MIN_SCORE = 0.03
"""Pairs below this are forgotten: they cannot carry a group, and are most of all pairs."""
LOOKS = ("first", "second")
"""The tables of weights."""
COLUMNS = 6
"""What is kept of a pair: its log-odds by itself, and as far as it has few rivals, in both looks; what rules took off; and what of
it rules of text did."""


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf-8"))


@cache
def _weights(table: str, names: tuple[str, ...]) -> list[float]:
    return [float(_table()[table][name]) for name in names]


@dataclass(frozen=True, slots=True)
class PairScores:
    """The scores of all candidate pairs, and what of them is worth remembering."""

    values: Array
    """same_event_score (0..1, six places)."""
    eased: dict[int, float]
    """Of the places of pairs from which rules of text took something: the score (six places) without it, where it is not below
    MIN_SCORE."""
    odds: Array
    """Log-odds of what the two have in common by themselves: float32 of shape (pairs, COLUMNS)."""
    texts: Array
    """text_likeness (0..1)."""
    again: int
    """How many were compared, not remembered."""


def scores(
    corpus: Corpus, pairs: Array, known: Array | None = None, memory: Memory | None = None
) -> PairScores:
    """Return the scores of the candidate pairs; ``known`` are the places of pairs in the memory, -1 where new.

    How a pair stands among the others counts, so that ``pairs`` must be all candidates.
    """
    odds, texts = np.zeros((len(pairs), COLUMNS), np.float32), np.zeros(len(pairs))
    new = np.ones(len(pairs), dtype=bool) if known is None else known < 0
    if memory is not None and known is not None:
        odds[~new], texts[~new] = memory.odds[known[~new]], memory.texts[known[~new]]
    texts[new], odds[new] = _compared(corpus, pairs[new])
    total, left = _both_looks(corpus, pairs, odds, texts)
    values, eased = np.round(_chance(total), 6), _eased(total, odds, left)
    return PairScores(values, eased, odds, texts, int(new.sum()))


def _eased(total: Array, odds: Array, left: Array) -> dict[int, float]:
    """What the scores of the pairs ``left`` would be without what rules of text took off, by their places."""
    places = left[odds[left, -1] > 0]
    values: Array = np.round(_chance(total[places] + odds[places, -1]), 6)
    kept = values >= MIN_SCORE
    return dict(zip(places[kept].tolist(), values[kept].tolist(), strict=True))


def _both_looks(corpus: Corpus, pairs: Array, odds: Array, texts: Array) -> tuple[Array, Array]:
    """The log-odds of each pair after the second look; of those ruled out before, or of two languages, after the first.

    And the places of those that the first look did not rule out.
    """
    many = rivalry(corpus, pairs)
    near = nearness(len(corpus), pairs, texts)
    among = standing(corpus, pairs, texts, near, many)
    across = _of_two_languages(corpus, pairs)
    first, first_few = odds[:, :2].astype(np.float64).T
    total = first + np.where(across, 0.0, (1 - many) * first_few + _weighed(among, "first", STANDING))
    chance = _chance(total)
    left = np.flatnonzero(chance >= MIN_SCORE)
    second, second_few, off = odds[left, 2:5].astype(np.float64).T
    again = second + (1 - many[left]) * second_few + _weighed(among[left], "second", STANDING)
    del first, first_few, among  # of all pairs, millions in a large archive
    words = telling(corpus, pairs, near.better, chance, left)
    again += _weighed(beside(len(corpus), pairs[left], total[left], many[left], words), "second", BESIDE)
    total[left] = np.where(across[left], total[left], held_back(total[left], again, off))
    return total, left


def held_back(first: Array, second: Array, off: Array) -> Array:
    """Return the log-odds of the second look, but of pairs that a rule took something off no more than of the first.

    The regressions have not learned what the rules know; so a second look does not overrule them.
    """
    return np.where(off > 0, np.minimum(first, second), second)


def _chance(odds: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def _compared(corpus: Corpus, pairs: Array) -> tuple[Array, Array]:
    """The likeness of the texts of pairs, and the log-odds of what they have in common in both looks."""
    texts, odds = text_likeness(corpus, pairs[:, 0], pairs[:, 1]), np.zeros((len(pairs), COLUMNS), np.float32)
    for part, made in own_features(corpus, pairs, texts):
        off, of_text = costs(corpus, pairs[part], made)
        for place, look in zip((0, 2), LOOKS, strict=True):
            odds[part, place] = _weighed(made, look, OWN) - off
            odds[part, place + 1] = _weighed(made[:, : len(PLAIN)], look, FEW)
        odds[part, 4], odds[part, 5] = off, of_text
    across = np.flatnonzero(_of_two_languages(corpus, pairs))
    if len(across):
        odds[across, 0], odds[across, 5] = odds_across(corpus, pairs[across]), 0.0
    return texts, odds


def _of_two_languages(corpus: Corpus, pairs: Array) -> Array:
    codes = {language: code for code, language in enumerate(sorted(set(corpus.languages)))}
    languages = np.array([codes[language] for language in corpus.languages], dtype=np.int32)
    return languages[pairs[:, 0]] != languages[pairs[:, 1]]


def _weighed(made: Array, look: str, names: tuple[str, ...]) -> Array:
    """The weighted sum of columns, one after the other: a product of matrices adds in an order that hangs on their size."""
    total = np.zeros(len(made))
    for place, weight in enumerate(_weights(look, names)):
        total += weight * made[:, place].astype(np.float64)
    return total
