"""A pair judged beside the other links of its two articles: the second look.

The first look weighs what two articles have in common. Whether that is much hangs on their other links: an article that
is likelier with another is less likely with this one, two articles that are both linked with a third belong together, and
what is much company in one archive is little in another. All this says something as far as the two have rivals
(``features.rivalry``): in a handful of articles each is the nearest of another, and the second look is hardly more than
the first. In: all pairs worth a second look with the log-odds of the first, and how alike they are in telling words. Out: a
column for each of ``BESIDE``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from .features import nearness, parts
from .telling import COLUMNS

LINKED = 0.5
"""Score from which two articles count as company."""
PRIOR_ARTICLES, PRIOR_COMPANY = 3, 2.0
"""An archive of a few articles says little of itself: it counts as if it had three more, each with company of two."""
MIDDLE_COMPANY = 1.2
"""What the company is counted from, so that an archive of events of three articles (log 3 = 1.1) is a usual one."""
MOST_ODDS, SCALE = 8.0, 4.0
"""Log-odds are cut at the first and divided by the second, so that they are of the size of the other columns."""
NO_RIVAL = -4.0
"""Log-odds of the best other link of an article that has none."""
BESIDE = (
    "first", "odds", "better_place", "worse_place", "company_least", "company_most", "rival_least", "rival_most", "common",
    "common_share", "usual", "better_place*usual", "worse_place*usual", "company_least*usual", "company_most*usual",
    "odds*usual", "odds*rival_least", "odds*rival_most", "odds*common_share", "odds*company_least", *COLUMNS,
)  # fmt: skip
"""``first`` and ``odds`` are the log-odds of the first look; all but ``first`` count as far as the pair has rivals.
``place`` is the rank of the pair among the links of an article, ``company`` the sum of its other scores (logged), the
``rival`` its best other link, ``common`` the products of the scores of both with a third, summed, ``usual`` the
company that an article of this archive usually has; the last are those of ``telling``."""

Array = Any


def beside(count: int, pairs: Array, odds: Array, many: Array, telling: Array) -> Array:
    """Return the columns of BESIDE, float64 of shape (pairs, len(BESIDE)), for an archive of ``count`` articles.

    ``odds`` are the log-odds of the first look, ``many`` tells how far each pair stands among many (0..1), ``telling``
    how alike the two are in telling words; ``pairs`` must be all that are worth a second.
    """
    scores = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    a, b = pairs[:, 0], pairs[:, 1]
    near = nearness(count, pairs, odds)
    company = np.bincount(a, scores, count) + np.bincount(b, scores, count)
    least, most = _ordered(company[a] - scores, company[b] - scores)
    rival_least, rival_most = (_scaled(rival) for rival in _ordered(*_rivals(count, pairs, odds)))
    common = _common(count, pairs, scores)
    usual = np.full(len(pairs), usual_company(pairs[scores >= LINKED].ravel().tolist()))
    column = {
        "odds": _scaled(odds),
        "better_place": np.log1p(near.better),
        "worse_place": np.log1p(near.worse),
        "company_least": np.log1p(least),
        "company_most": np.log1p(most),
        "rival_least": rival_least,
        "rival_most": rival_most,
        "common": np.log1p(common),
        "common_share": common / (least + 0.5),
        "usual": usual,
        **dict(zip(COLUMNS, telling.T, strict=True)),
    }
    made = np.empty((len(pairs), len(BESIDE)))
    made[:, 0] = odds / SCALE
    for place, name in enumerate(BESIDE[1:], 1):
        made[:, place] = many * np.prod([column[n] for n in name.split("*")], axis=0)
    return made


def usual_company(linked: Iterable[int]) -> float:
    """Return how much company a linked article of an archive has: log of articles, 0.0 for events of about three.

    ``linked`` names both articles of every pair whose score is ``LINKED`` or more. Rounded, so that an article more
    does not change every event of a large archive.
    """
    pairs = Counter(linked)
    mean = (sum(pairs.values()) + PRIOR_ARTICLES * PRIOR_COMPANY) / (len(pairs) + PRIOR_ARTICLES)
    return round(math.log(mean + 1) - MIDDLE_COMPANY, 1)


def _ordered(one: Array, other: Array) -> tuple[Array, Array]:
    """Of two values of a pair the smaller and the larger, to six places."""
    return np.round(np.minimum(one, other), 6), np.round(np.maximum(one, other), 6)


def _scaled(odds: Array) -> Array:
    return np.clip(odds, -MOST_ODDS, MOST_ODDS) / SCALE


def _rivals(count: int, pairs: Array, odds: Array) -> tuple[Array, Array]:
    """The log-odds of the best link of each article of a pair with another than the other."""
    owner, values = pairs.T.ravel(), np.tile(odds, 2)
    order = np.lexsort((-values, owner))
    owner, values = owner[order], values[order]
    place = np.arange(len(owner)) - np.searchsorted(owner, owner)
    best, second = np.full(count, NO_RIVAL), np.full(count, NO_RIVAL)
    best[owner[place == 0]] = values[place == 0]
    second[owner[place == 1]] = values[place == 1]
    a, b = pairs[:, 0], pairs[:, 1]
    return tuple(np.where(odds >= best[side], second[side], best[side]) for side in (a, b))


def _common(count: int, pairs: Array, scores: Array) -> Array:
    """Of each pair the products of the scores of both with a third article, summed."""
    ends = (np.concatenate([pairs[:, 0], pairs[:, 1]]), np.concatenate([pairs[:, 1], pairs[:, 0]]))
    links = csr_matrix((np.tile(scores, 2), ends), shape=(count, count))
    found = np.zeros(len(pairs))
    for part in parts(len(pairs)):
        one, other = links[pairs[part, 0]], links[pairs[part, 1]]
        found[part] = np.asarray(one.multiply(other).sum(axis=1)).ravel()
    return np.round(found, 6)
