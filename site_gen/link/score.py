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
    days_between,
    nearness,
    own_features,
    rivalry,
    standing,
    text_likeness,
    timeless,
    weekday_agrees,
)  # fmt: skip
from .memory import Memory
from .telling import telling

Array = Any

MIN_SCORE = 0.03
"""Pairs below this are forgotten: they cannot carry a group, and are most of all pairs."""
LOOKS = ("first", "second")
"""The tables of weights."""
COLUMNS = 5
"""What is kept of a pair: its log-odds by itself, and as far as it has few rivals, in both looks; and what rules took off."""
OTHER_FIGURES_COST = 1.0
"""Of reports days apart that both tell figures, and no common one: this week's number and last week's."""
OTHER_FIGURES_DAYS = 5
AGAIN_COST = 10.0
"""Of reports days apart in much the same words whose figures differ: the weekly count, the next match, another edition."""
AGAIN_TEXT, AGAIN_FIGURES = 0.6, 0.5
WEEKLY_COST = 3.0
"""Of reports that tell the same day of different weeks and do not share figures: each week's match of a club, its sittings of
a court. Of 50 true pairs of newscluster five days apart and more, whose dates are often wrong, it is one."""
FAR_COST = 3.0
"""Of reports weeks apart that do not share figures and words of a title: a yearly prize, a rematch, an inquest."""
FAR_DAYS = 15
NAMELESS_COST = 5.0
"""Of two texts of some length, one of them undated, that have no name and no place in common: two guides to one thing, two pages
of one trade. Of 800 true undated pairs of the development sets (ecb, of single sentences, left aside) 37 have none, 34 of them galaxy's."""
SHORT_BOTH = 1.0
"""Above it both are short, and may tell of one event in a sentence without a name."""
UNTOLD_COST = 5.0
"""Of two texts that have nothing in common which a reader could be shown: no name of several words, no place, no word of both
titles, and few words. Numbers do not count: two long texts have some in common by chance. Of 1,261 true pairs with dates of
newscluster, galaxy and the round-ups it is six."""
SHORT_EACH = 1.9
"""From it both of two texts are of a paragraph or two, and may name nothing."""
FEW_WORDS, FEW_OF_TITLE = 0.3, 0.15
"""Likeness of two texts, and of a title with the other's lead, below which little is in common."""
TIMELESS_COST = 5.0
"""Of two texts of which neither tells a day and which no dates bring near, that have no rare name of several words, no wording and
few figures in common: two guides to one subject. Of 1,143 true undated pairs of newscluster, galaxy and the round-ups it is
eleven, eight of them galaxy's; of ecb's, which are of single sentences, none. Of 50 false ones of two archives of mixed pages
without their dates it is 29. Of two dated near each other more is asked for: that their names have little in common, and that
their titles are not the same. Of 1,171 true pairs with dates it is three, of 144 false ones of pages of one week 84."""
ONE_NAME, SAME_TEXT, SAME_FIGURES, SOME_WORDING = 1.85, 0.7, 0.5, 0.02
"""Of two such texts: what a rare name of several words weighs, and what is much alike in words and figures, or copied."""
SOME_NAMES, SAME_TITLE = 0.2, 0.95
"""Likeness of the names of two texts, and of titles that are the same but for a word or two without weight."""
UNNAMED_COST = 5.0
"""Of two dated texts of some length that have no name of any kind and no place in common, few words and little of their titles:
two shopping guides, two local notes. Of 1,171 true pairs with dates of newscluster, galaxy and the round-ups it is one."""
LEAST_WORDS, LEAST_TITLE, NOT_SHORT = 0.15, 0.3, 1.5
"""Likeness of two texts and of their titles below which next to nothing is in common; from the last on both are of a paragraph."""
NO_FIGURES, SOME_FIGURES, SOME_TITLE = 0.05, 0.1, 0.15
"""Likeness of the figures, and of a title with the other's title or lead. Of pairs 15 days apart and more that are alike
in their words, half of newscluster's true ones (wrong dates) and one in ten of the round-ups' false ones share figures and
words of both titles so."""


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf-8"))


@cache
def _weights(table: str, names: tuple[str, ...]) -> list[float]:
    return [float(_table()[table][name]) for name in names]


def costs(corpus: Corpus, pairs: Array, made: Array) -> Array:
    """Return what rules take off the log-odds of each pair; ``made`` are its features."""
    column = {name: made[:, i] for i, name in enumerate(OWN)}
    column |= {"weekday_agrees": weekday_agrees(corpus, *pairs.T), "timeless": timeless(corpus, *pairs.T)}
    total = np.zeros(len(made))
    for rule, cost in RULES:
        total += np.where(rule(column), cost, 0.0)
    return total


def _other_figures(column: dict[str, Array]) -> Array:
    told = (column["numbers_told"] > 0) & (column["numbers_alike"] < NO_FIGURES)
    return told & _days_apart(column, OTHER_FIGURES_DAYS)


def _weekly(column: dict[str, Array]) -> Array:
    """A weekday in common, another date: the columns say so as ``day_differs`` and ``weekday_agrees``."""
    told = (column["day_differs"] > 0) & (column["weekday_agrees"] > 0)
    return told & (column["numbers_alike"] < SOME_FIGURES) & _days_apart(column, OTHER_FIGURES_DAYS)


def _again(column: dict[str, Array]) -> Array:
    """Much the same words on other days: no figure in common, another day told and few figures in common, or another week."""
    alike = column["numbers_alike"]
    differ = (alike < NO_FIGURES) | ((column["day_differs"] > 0) & (alike < AGAIN_FIGURES))
    is_other = ((column["numbers_told"] > 0) & differ) | _weekly(column)
    return (column["text"] >= AGAIN_TEXT) & is_other & _days_apart(column, OTHER_FIGURES_DAYS)


def _far(column: dict[str, Array]) -> Array:
    in_title = np.maximum(column["title"], column["title_lead"]) >= SOME_TITLE
    borne_out = (column["numbers_alike"] >= SOME_FIGURES) & in_title
    return _days_apart(column, FAR_DAYS) & ~borne_out


def _nameless(column: dict[str, Array]) -> Array:
    shared = column["names"] + column["full_names"] + column["places"]
    return (shared == 0) & (column["undated"] > 0) & (column["short"] <= SHORT_BOTH)


def _untold(column: dict[str, Array]) -> Array:
    told = column["full_names"] + column["places"] + column["title"]
    is_little = (column["text"] < FEW_WORDS) & (column["title_lead"] < FEW_OF_TITLE)
    is_sentence = (column["undated"] > 0) & (column["short"] >= SHORT_EACH)
    return (told == 0) & is_little & ~is_sentence


def _timeless(column: dict[str, Array]) -> Array:
    borne_out = (column["full_names"] >= ONE_NAME) | (column["wording"] >= SOME_WORDING)
    borne_out |= (column["text"] >= SAME_TEXT) | (column["numbers_alike"] >= SAME_FIGURES)
    borne_out |= (column["short"] > SHORT_BOTH) & (column["title_lead"] >= FEW_OF_TITLE)
    far = (column["undated"] > 0) | _days_apart(column, FAR_DAYS)
    near = ~far & (column["names"] < SOME_NAMES) & (column["title"] < SAME_TITLE)
    return (column["timeless"] > 0) & (far | near) & ~borne_out


def _unnamed(column: dict[str, Array]) -> Array:
    named = column["names"] + column["full_names"] + column["places"]
    borne_out = (column["text"] >= LEAST_WORDS) | (column["title"] >= LEAST_TITLE)
    borne_out |= (column["wording"] >= SOME_WORDING) | (column["numbers_alike"] >= SAME_FIGURES)
    return (named == 0) & (column["undated"] == 0) & (column["short"] <= NOT_SHORT) & ~borne_out


def _days_apart(column: dict[str, Array], least: int) -> Array:
    """Which pairs are so many days apart or more; undated ones are not."""
    steps = days_between(np.array([least - 0.5]))
    return np.sum([column[name] for name in steps], axis=0) >= sum(step[0] for step in steps.values())


RULES = (
    (_other_figures, OTHER_FIGURES_COST),
    (_again, AGAIN_COST),
    (_weekly, WEEKLY_COST),
    (_far, FAR_COST),
    (_nameless, NAMELESS_COST),
    (_untold, UNTOLD_COST),
    (_timeless, TIMELESS_COST),
    (_unnamed, UNNAMED_COST),
)
"""What the regression has not learned, because the development sets hold too few such pairs."""


@dataclass(frozen=True, slots=True)
class PairScores:
    """The scores of all candidate pairs, and what of them is worth remembering."""

    values: Array
    """same_event_score (0..1, six places)."""
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
    total = _both_looks(corpus, pairs, odds, texts)
    return PairScores(np.round(_chance(total), 6), odds, texts, int(new.sum()))


def _both_looks(corpus: Corpus, pairs: Array, odds: Array, texts: Array) -> Array:
    """The log-odds of each pair after the second look; of those ruled out before, or of two languages, after the first."""
    many = rivalry(corpus, pairs)
    near = nearness(len(corpus), pairs, texts)
    among = standing(corpus, pairs, texts, near, many)
    across = _of_two_languages(corpus, pairs)
    first, first_few = odds[:, :2].astype(np.float64).T
    total = first + np.where(across, 0.0, (1 - many) * first_few + _weighed(among, "first", STANDING))
    chance = _chance(total)
    left = np.flatnonzero(chance >= MIN_SCORE)
    second, second_few, off = odds[left, 2:].astype(np.float64).T
    again = second + (1 - many[left]) * second_few + _weighed(among[left], "second", STANDING)
    del first, first_few, among  # of all pairs, millions in a large archive
    words = telling(corpus, pairs, near.better, chance, left)
    again += _weighed(beside(len(corpus), pairs[left], total[left], many[left], words), "second", BESIDE)
    total[left] = np.where(across[left], total[left], held_back(total[left], again, off))
    return total


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
        off = costs(corpus, pairs[part], made)
        for place, look in zip((0, 2), LOOKS, strict=True):
            odds[part, place] = _weighed(made, look, OWN) - off
            odds[part, place + 1] = _weighed(made[:, : len(PLAIN)], look, FEW)
        odds[part, -1] = off
    across = np.flatnonzero(_of_two_languages(corpus, pairs))
    if len(across):
        odds[across, 0] = odds_across(corpus, pairs[across])
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
