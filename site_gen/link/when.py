"""About when an undated article was written: the days of the dated articles most like it.

An article that gives no date still stands among others that do. Where those most like it lie within a few days of one
another, so does it; where they are spread over years, nothing is known. Where its outlet numbers its articles, the number in its
address tells between which days it was written (``numbered``). It is used to compare, never shown as a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .corpus import NO_DAY
from .numbered import Rows, Spans, spans

SHARPNESS = 4
"""The likeness of two texts counts to this power: of 1 to 8 the one by which the days of dated articles of the
development sets, hidden from it, are told best (the likeliest day is within three of the true one for 27 of 100)."""
DOUBT = 0.15
"""A likeness that says nothing: as if each article had one more like it so, of no day."""
NEAR_DAYS, FAR_DAYS = 3, 15
SPAN_LIKENESS = 0.3
"""What the days count between which a number puts an article: as much as one article of those days so much like it."""
SPREAD = 16
SLACK_DAYS = 2
"""Two outlets, or two zones of time, may date one report so differently."""
LIKELIEST = 4
"""Days of an undated article that may be its own, when the rows of numbers are made out."""
CHUNK = 20_000
DAY_KEYS = 10_000_000
"""More than there are days."""

Array = Any


def about_when(days: Array, pairs: Array, text: Array, rows: Rows) -> tuple[Array, Array]:
    """Return, of each pair with an undated article, how likely (0..1) the two are a few days apart, and how likely weeks.

    ``days`` are ordinals, NO_DAY where unknown; ``pairs`` are all candidates. Both are 0 for dated pairs, and where nothing
    is known. Of an undated and a dated article the pair itself says nothing of the day, only the others do; and days
    outside those between which the article's number puts it (``rows``) say nothing at all.
    """
    near, far = np.zeros(len(pairs)), np.zeros(len(pairs))
    unknown = days[pairs] == NO_DAY
    one = np.flatnonzero(unknown.sum(axis=1) == 1)
    if len(one):
        undated = np.where(unknown[one, 0], pairs[one, 0], pairs[one, 1])
        other = days[np.where(unknown[one, 0], pairs[one, 1], pairs[one, 0])].astype(np.int64)
        weights = text[one] ** SHARPNESS
        told = _told(undated, other, weights, len(days))
        between = spans(days, rows, _likely(told))
        if between:
            weights = weights * _inside(between, undated, other, len(days))
            articles, filled, shares = _filled(between)
            told = _told(
                np.concatenate([undated, articles]),
                np.concatenate([other, filled]),
                np.concatenate([weights, shares]),
                len(days),
            )
        rest = told.total[undated] - weights
        near[one] = (told.within(undated, other, NEAR_DAYS) - weights) / (rest + DOUBT**SHARPNESS)
        wide = told.within(undated, other, FAR_DAYS) - weights
        far[one] = (rest - wide) / (rest + DOUBT**SHARPNESS)
        both = np.flatnonzero(unknown.all(axis=1))
        for first in range(0, len(both), CHUNK):
            part = both[first : first + CHUNK]
            near[part], far[part] = _both(told, pairs[part])
    return np.round(np.clip(near, 0, 1), 6), np.round(np.clip(far, 0, 1), 6)


def _likely(told: _Told) -> tuple[Array, Array, Array]:
    """Articles, their likeliest days, and how likely each of these is by the dated articles most like it."""
    keys, at = np.unique(told.keys, return_index=True)
    articles, days = keys // DAY_KEYS, told.days[at]
    shares = told.within(articles, days, NEAR_DAYS) / (told.total[articles] + DOUBT**SHARPNESS)
    shares = np.round(shares, 6)
    order = np.lexsort((days, -shares, articles))
    ranked = articles[order]
    kept = order[np.arange(len(order)) - np.searchsorted(ranked, ranked) < LIKELIEST]
    return articles[kept], days[kept], shares[kept]


def _inside(between: Spans, articles: Array, days: Array, count: int) -> Array:
    """Which days lie where the number of an article puts it, or nearly; all where it puts it nowhere."""
    low, high = np.zeros(count, np.int64), np.full(count, DAY_KEYS)
    for article, (first, last) in between.items():
        low[article], high[article] = first - SLACK_DAYS, last + SLACK_DAYS
    return (days >= low[articles]) & (days <= high[articles])


def _filled(between: Spans) -> tuple[Array, Array, Array]:
    """The days between which numbers put articles, as days that they tell: at most SPREAD, evenly spaced."""
    articles, days, weights = [], [], []
    for article, (first, last) in sorted(between.items()):
        told = sorted(
            {round(day) for day in np.linspace(first, last, min(SPREAD, last - first + 1)).tolist()}
        )
        articles += [article] * len(told)
        days += told
        weights += [SPAN_LIKENESS**SHARPNESS / len(told)] * len(told)
    return np.array(articles, np.int64), np.array(days, np.int64), np.array(weights)


@dataclass(frozen=True, slots=True)
class _Told:
    """The days that the dated candidates of undated articles tell, in order of article and day."""

    starts: Array
    """Of each article, where its days begin; one more than there are articles."""
    days: Array
    weights: Array
    keys: Array
    """Article and day as one number, in order."""
    sums: Array
    """Of the weights before each; one more than there are days."""
    total: Array

    def within(self, rows: Array, days: Array, reach: int) -> Array:
        """The weight that an article gives to the days around one."""
        low = np.searchsorted(self.keys, _key(rows, days - reach), side="left")
        return self.sums[np.searchsorted(self.keys, _key(rows, days + reach), side="right")] - self.sums[low]


def _key(rows: Array, days: Array) -> Array:
    return rows.astype(np.int64) * DAY_KEYS + days


def _told(rows: Array, days: Array, weights: Array, count: int) -> _Told:
    order = np.lexsort((days, rows))
    rows, days, weights = rows[order], days[order], weights[order]
    return _Told(
        np.searchsorted(rows, np.arange(count + 1)),
        days,
        weights,
        _key(rows, days),
        np.concatenate([[0.0], np.cumsum(weights)]),
        np.bincount(rows, weights, count),
    )


def _both(told: _Told, pairs: Array) -> tuple[Array, Array]:
    """Of pairs of undated articles: each day that the first tells, beside the days that the second tells."""
    a, b = pairs[:, 0], pairs[:, 1]
    sizes = told.starts[a + 1] - told.starts[a]
    owner = np.repeat(np.arange(len(pairs)), sizes)
    at = np.repeat(told.starts[a] - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes) + np.arange(
        len(owner)
    )
    likely = (told.total[a] + DOUBT**SHARPNESS) * (told.total[b] + DOUBT**SHARPNESS)
    near, wide = (
        np.bincount(
            owner, told.weights[at] * told.within(b[owner], told.days[at], reach), minlength=len(pairs)
        )
        for reach in (NEAR_DAYS, FAR_DAYS)
    )
    return near / likely, (told.total[a] * told.total[b] - wide) / likely
