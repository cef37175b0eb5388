"""Which pairs of articles are worth scoring: those that share rare words and lie close in time.

Pruned postings: each article is looked up by its few weightiest words, and a word that is too usual inside a time
window is no way in. So the work for one article is bounded by ``KEYS`` × ``MAX_POSTINGS``, however dense the days are.
Undated articles are looked up in the whole corpus under the same bound.

Invariants: each pair once, as ``a < b``, sorted; at most ``NEAREST`` new pairs an article and pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack

from .corpus import NO_DAY, Corpus

KEYS = 48
"""Weightiest words an article is looked up by."""
MAX_POSTINGS = 200
"""A word in more articles of a window than this is no way in."""
NEAREST = 40
"""Candidates kept for an article: more than the largest development event has articles (22)."""
MIN_OVERLAP = 0.03
"""Cosine over the key words below which a pair is never scored."""
FAR_POSTINGS, FAR_OVERLAP, FAR_NEAREST = 60, 0.15, 10
"""Of dated articles further apart than a window: rarer words, more of them in common, fewer candidates. Outlets and
scrapers write the day of capture for that of publication; the development sets have such dates."""
PART = 4_000
BLOCK = 600
"""Most articles looked up at once: bounds memory."""
SPAN_DAYS = 4
"""Articles of so many days are looked up in one pool, which reaches back from the first of these days."""

Matrix = Any
Pairs = Any
"""int32 array of shape (pairs, 2)."""


def candidates(corpus: Corpus, max_gap_days: int) -> Pairs:
    """Return the pairs worth scoring."""
    keys = _keys(corpus)
    found = [_dated(corpus, keys, max_gap_days), _far(corpus, keys, max_gap_days), _undated(corpus, keys)]
    if len(set(corpus.languages)) > 1:
        found.append(_across_languages(corpus, max_gap_days))
    return _unique(found, len(corpus))


def _keys(corpus: Corpus) -> Matrix:
    """What each article is looked up by: its weightiest words, and those of its title."""
    titled = corpus.title.copy()
    titled.data = np.ones_like(titled.data)
    return _pruned(corpus.terms, KEYS).maximum(corpus.terms.multiply(titled)).tocsr()


def _unique(found: list[Pairs], count: int) -> Pairs:
    """Each pair once, as a < b, sorted: sorted as one number, which takes a third of the room of rows."""
    pairs = np.concatenate([p for p in found if len(p)] or [np.zeros((0, 2), np.int32)])
    numbers = np.unique(pairs.min(axis=1).astype(np.int64) * count + pairs.max(axis=1))
    return np.stack(np.divmod(numbers, max(1, count)), axis=1).astype(np.int32)


def _pruned(rows: Matrix, size: int) -> Matrix:
    """The heaviest ``size`` entries of each row; of equal ones the first. In parts, because sorting takes room."""
    parts = [_pruned_part(rows[i : i + PART], size) for i in range(0, rows.shape[0], PART)]
    return vstack(parts).tocsr() if parts else rows


def _pruned_part(rows: Matrix, size: int) -> Matrix:
    owner = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((rows.indices, -np.round(rows.data, 5), owner))
    rank = np.arange(len(order)) - rows.indptr[owner[order]]
    kept = np.sort(order[rank < size])
    counts = np.bincount(owner[kept], minlength=rows.shape[0])
    indptr = np.concatenate([[0], np.cumsum(counts)])
    return csr_matrix((rows.data[kept], rows.indices[kept], indptr), shape=rows.shape)


def _dated(corpus: Corpus, keys: Matrix, max_gap_days: int) -> Pairs:
    """Pairs of dated articles at most ``max_gap_days`` apart: each is looked up among those of its day or before."""
    days = corpus.first_day
    order = np.argsort(days, kind="stable")
    order = order[days[order] != NO_DAY]
    sorted_days = days[order]
    found = []
    for start, stop in _spans(sorted_days):
        low = np.searchsorted(sorted_days, sorted_days[start] - max_gap_days)
        pool = _pool(keys, order[low:stop])
        found += [_look_up(keys, order[a:b], pool) for a, b in _cut(start, stop)]
    pairs = np.concatenate(found) if found else np.zeros((0, 2), np.int32)
    return pairs[np.abs(days[pairs[:, 0]] - days[pairs[:, 1]]) <= max_gap_days]


def _spans(sorted_days: Any) -> list[tuple[int, int]]:
    """Articles of SPAN_DAYS days of the calendar at a time: an article more moves no border between two others."""
    if not len(sorted_days):
        return []
    borders = np.flatnonzero(np.diff(sorted_days // SPAN_DAYS)) + 1
    return list(pairwise([0, *borders.tolist(), len(sorted_days)]))


def _cut(begin: int, end: int) -> list[tuple[int, int]]:
    return [(a, min(a + BLOCK, end)) for a in range(begin, end, BLOCK)]


def _far(corpus: Corpus, keys: Matrix, max_gap_days: int) -> Pairs:
    """Pairs of dated articles further apart, each with the few that share most of its rarest words."""
    days = corpus.first_day
    postings = np.bincount(keys.indices, minlength=keys.shape[1])
    rare = keys[:, np.flatnonzero((postings > 1) & (postings <= FAR_POSTINGS))].tocsr()
    across = rare.T.tocsr()
    found = []
    for begin, end in _cut(0, len(corpus)):
        product = (rare[begin:end] @ across).tocoo()
        a, b = product.row + begin, product.col
        kept = (product.data >= FAR_OVERLAP) & (days[a] != NO_DAY) & (days[b] != NO_DAY)
        kept &= np.abs(days[a] - days[b]) > max_gap_days
        found.append(_nearest(a[kept], b[kept], product.data[kept], FAR_NEAREST))
    return np.concatenate(found) if found else np.zeros((0, 2), np.int32)


def _undated(corpus: Corpus, keys: Matrix) -> Pairs:
    rows = np.flatnonzero(corpus.first_day == NO_DAY)
    if not len(rows):
        return np.zeros((0, 2), np.int32)
    everything = _pool(keys, np.arange(len(corpus)))
    found = [_look_up(keys, rows[a:b], everything) for a, b in _cut(0, len(rows))]
    return np.concatenate(found)


def _across_languages(corpus: Corpus, max_gap_days: int) -> Pairs:
    """Pairs of different languages by the skeletons of their names and their figures."""
    keys = hstack([corpus.skeletons, corpus.numbers]).tocsr()
    languages = np.unique(np.array(corpus.languages), return_inverse=True)[1]
    days = corpus.first_day
    most = np.bincount(languages).argmax()
    others = np.flatnonzero(languages != most)
    everything = _pool(keys, np.arange(len(corpus)))
    found = []
    for begin, end in _cut(0, len(others)):
        pairs = _look_up(keys, others[begin:end], everything, differ=languages)
        a, b = pairs[:, 0], pairs[:, 1]
        near = (np.abs(days[a] - days[b]) <= max_gap_days) | (days[a] == NO_DAY) | (days[b] == NO_DAY)
        found.append(pairs[near])
    return np.concatenate(found) if found else np.zeros((0, 2), np.int32)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Articles to look among: made once for all that are looked up in it."""

    among: Any
    usable: Any
    """Words that are a way in."""
    postings: Matrix
    """A row a usable word, a column an article."""


def _pool(keys: Matrix, among: Any) -> _Pool:
    rows = keys[among]
    postings = np.bincount(rows.indices, minlength=keys.shape[1])
    usable = np.flatnonzero((postings > 1) & (postings <= MAX_POSTINGS))
    return _Pool(among, usable, rows[:, usable].T.tocsr())


def _look_up(keys: Matrix, rows: Any, pool: _Pool, differ: Any = None) -> Pairs:
    """The nearest in the pool for each of ``rows`` by their common keys, as pairs of row numbers."""
    product = (keys[rows][:, pool.usable] @ pool.postings).tocoo()
    a, b = rows[product.row], pool.among[product.col]
    kept = (a != b) & (product.data >= MIN_OVERLAP)
    if differ is not None:
        kept &= differ[a] != differ[b]
    return _nearest(a[kept], b[kept], product.data[kept], NEAREST)


def _nearest(a: Any, b: Any, likeness: Any, most: int) -> Pairs:
    """The likest ``b`` of each ``a``."""
    order = np.lexsort((b, -np.round(likeness, 5), a))
    a, b = a[order], b[order]
    near = np.arange(len(a)) - np.searchsorted(a, a) < most
    return np.stack([a[near], b[near]], axis=1).astype(np.int32)
