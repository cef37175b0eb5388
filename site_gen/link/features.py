"""What two articles have in common, as numbers that a logistic regression can weigh.

Invariants: every feature is symmetric in its pair; unknown dates give 0 for the gap and 1 for ``undated``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from .corpus import NO_DAY, Corpus
from .numbered import numbered
from .when import about_when

DAYS = (0, 1, 2, 4, 8, 30, 300)
"""The days between two publications count in steps: a day late is nothing, four are much, a year little more than a month."""
PLAIN = (
    "one", "text", "text_root", "title", "title_lead", "names", "full_names", "numbers", "numbers_alike", "numbers_told",
    "wording", "places", *(f"days_{last}" for last in DAYS[1:]), "undated", "same_outlet", "short", "rarest", "shared",
    "day_agrees", "day_differs", "day_named",
)  # fmt: skip
"""Features of two articles by themselves; what each is stands in ``_chunk``. They hang on nothing but the rows of the
two, so that what they weigh may be remembered."""
STANDING = ("better_rank", "worse_rank", "crowd_most", "crowd_least", "about_near", "about_far")
"""How the pair stands among all candidates of its two articles, as far as these are many (``rivalry``); the last two are
those of ``when``."""
FEW = tuple(f"few*{name}" for name in PLAIN)
"""The same features once more, as far as a pair has few rivals: to be the likest of a handful says little, so that the
words themselves must say more."""
PRODUCTS = (
    ("names", "text"), ("title", "text"), ("undated", "text"), ("undated", "title"), ("undated", "names"),
    ("undated", "shared"), ("undated", "rarest"), ("short", "text"), ("short", "names"), ("short", "title"),
    ("short", "shared"),
)  # fmt: skip
"""Pairs of features that count differently together: an undated pair needs more text, a short one has less of it."""
OWN = (*PLAIN, *(f"{a}*{b}" for a, b in PRODUCTS))
"""In the order of the columns of ``own_features``."""
NAMES = (*OWN, *FEW, *STANDING)
"""In the order of the columns of ``features``."""
CHUNK = 8_000
"""Pairs compared at a time: the words of 8,000 pairs of long articles take about 30 MB. The pairs are millions."""
OWNERS = 20_000
"""Articles whose candidates are ranked at a time."""
SHORT_WORDS = 150
"""An article of as few words counts as fully short (1); one of three times as many as not short (0)."""
CROWD_RANK = 10
"""The tenth nearest article shows how alike any two articles of that subject and time are."""
USUAL_CROWD = 0.11
"""That likeness in the development sets on average: what is taken where there are few articles."""
RIVAL_DAYS = 14
"""Articles of so many days before and after may be rivals of a dated one; of an undated one all may, and it of all."""
MANY_RIVALS = 40
"""With so many articles in its window a pair counts as half at home among few and half among many; with 20 as a fifth, with
100 as six sevenths. 30, 40 and 50 do much the same: the most is lost for newscluster (60 in a window) with more, for small
archives with less."""
STEPS = 20
"""Of that share."""

Array = Any


@dataclass(frozen=True, slots=True)
class Nearness:
    """How each candidate stands among the other candidates of its two articles."""

    better: Array
    """Of each pair: the rank (0 = nearest) that one article has for the other, the smaller of the two."""
    worse: Array
    crowd: Array
    """Of each article: the text similarity of its tenth nearest; 0 where it has fewer."""


def features(corpus: Corpus, pairs: Array) -> Iterator[tuple[slice, Array]]:
    """Yield the features of all pairs in parts: (which pairs, a float32 array of shape (pairs, len(NAMES))).

    ``pairs`` must be all candidates: how each ranks among the others counts.
    """
    text = text_likeness(corpus, pairs[:, 0], pairs[:, 1])
    many = rivalry(corpus, pairs)
    near = nearness(len(corpus), pairs, text)
    standings = standing(corpus, pairs, text, near, many)
    for part, own in own_features(corpus, pairs, text):
        few = own[:, : len(PLAIN)] * (1 - many[part, None])
        yield part, np.hstack([own, few, standings[part]]).astype(np.float32)


def own_features(corpus: Corpus, pairs: Array, text: Array) -> Iterator[tuple[slice, Array]]:
    """Yield, in parts, what pairs have in common by themselves: float32 of shape (pairs, len(OWN)).

    ``text`` are their ``text_likeness``. A row of the result hangs on the rows of its two articles alone.
    """
    figures = _lengths(corpus.numbers)
    for part in parts(len(pairs)):
        columns = _chunk(corpus, pairs[part], text[part], figures)
        made = np.empty((len(pairs[part]), len(OWN)), dtype=np.float32)
        for place, name in enumerate(PLAIN):
            made[:, place] = columns[name]
        for place, (a, b) in enumerate(PRODUCTS, len(PLAIN)):
            made[:, place] = columns[a] * columns[b]
        yield part, made


def rivalry(corpus: Corpus, pairs: Array) -> Array:
    """Return how far each pair stands among many (1.0) or among few (0.0): by the articles that either could be of one event with.

    In steps, so that in a large archive one article more changes nothing.
    """
    days = corpus.first_day
    dated = np.sort(days[days != NO_DAY])
    around = np.searchsorted(dated, days + RIVAL_DAYS, "right") - np.searchsorted(dated, days - RIVAL_DAYS)
    others = np.where(days == NO_DAY, len(days), around + len(days) - len(dated)) - 1.0
    many = others**2 / (others**2 + MANY_RIVALS**2)
    return np.round(STEPS * np.minimum(many[pairs[:, 0]], many[pairs[:, 1]])) / STEPS


def standing(corpus: Corpus, pairs: Array, text: Array, near: Nearness, many: Array) -> Array:
    """Return how each of all candidate pairs stands among those of its two articles, in the columns of STANDING."""
    made = np.empty((len(pairs), len(STANDING)), np.float32)
    made[:, 0], made[:, 1] = many * np.log1p(near.better), many * np.log1p(near.worse)
    a, b = (many * near.crowd[side] + (1 - many) * USUAL_CROWD for side in pairs.T)
    made[:, 2], made[:, 3] = np.maximum(a, b), np.minimum(a, b)
    del a, b
    for place, share in enumerate(about_when(corpus.first_day, pairs, text, numbered(corpus.urls)), 4):
        made[:, place] = many * share
    return made


def parts(count: int) -> list[slice]:
    """Return so many pairs cut into parts, to be compared one after the other."""
    return [slice(start, start + CHUNK) for start in range(0, count, CHUNK)]


def _chunk(corpus: Corpus, pairs: Array, text: Array, figures: Array) -> dict[str, Array]:
    """The columns of a few pairs; ``figures`` are the lengths of the rows of numbers."""
    a, b = pairs[:, 0], pairs[:, 1]
    gap, undated = gaps(corpus, a, b)
    total, rarest = _common(corpus, a, b)
    agreement = days_agree(corpus, a, b)
    has_number = np.diff(corpus.numbers.indptr) > 0
    title_lead = dot(corpus.title, corpus.lead, a, b) + dot(corpus.lead, corpus.title, a, b)
    return {
        "one": np.ones(len(a)),
        "text": text,
        "text_root": np.sqrt(text),
        "title": dot(corpus.title, corpus.title, a, b),
        "title_lead": title_lead / 2,
        "names": dot(corpus.names, corpus.names, a, b),
        "full_names": np.log1p(weight(corpus.full_names, a, b)),
        "numbers": np.log1p(weight(corpus.numbers, a, b)),
        "numbers_alike": _alike(corpus.numbers, figures, a, b),
        "numbers_told": (has_number[a] & has_number[b]).astype(float),
        "wording": wording(corpus, a, b),
        "places": np.log1p(weight(corpus.sites, a, b)),
        **days_between(gap),
        "undated": undated,
        "day_agrees": (agreement > 0).astype(float),
        "day_differs": (agreement < 0).astype(float),
        "day_named": undated * day_named(corpus, a, b),
        "same_outlet": same_outlet(corpus, a, b),
        "short": _short(corpus, a, b),
        "rarest": rarest,
        "shared": np.log1p(total),
    }


def days_between(gap: Array) -> dict[str, Array]:
    """Return the days between two publications in steps: each 0 before its step, 1 after it, a part within."""
    log = np.log1p(gap)
    ends = [np.log1p(end) for end in DAYS]
    return {
        f"days_{last}": np.clip((log - low) / (high - low), 0, 1)
        for last, (low, high) in zip(DAYS[1:], pairwise(ends), strict=True)
    }


def _lengths(rows: Any) -> Array:
    return np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1), dtype=float).ravel())


def _alike(rows: Any, lengths: Array, a: Array, b: Array) -> Array:
    """Cosine (0..1) of rows of rarities."""
    return dot(rows, rows, a, b) / np.maximum(lengths[a] * lengths[b], 1e-9)


def nearness(count: int, pairs: Array, text: Array) -> Nearness:
    """Return the standing of each pair by its value in ``text``, the highest first.

    In runs of articles, because sorting takes several times the room of what is sorted.
    """
    value: Array = np.round(text, 5)
    rank = np.empty(pairs.shape, dtype=np.int32)
    crowd = np.zeros(count)
    for first in range(0, count, OWNERS):
        at, side = np.nonzero((pairs >= first) & (pairs < first + OWNERS))
        order = np.lexsort((pairs[at, 1 - side], -value[at], pairs[at, side]))
        at, side = at[order], side[order]
        owner = pairs[at, side]
        place = np.arange(len(owner)) - np.searchsorted(owner, owner)
        rank[at, side] = place
        tenth = place == CROWD_RANK
        crowd[owner[tenth]] = value[at[tenth]]
    one, other = rank[:, 0], rank[:, 1]
    return Nearness(np.minimum(one, other), np.maximum(one, other), crowd)


def gaps(corpus: Corpus, a: Array, b: Array) -> tuple[Array, Array]:
    """Days between two articles (0 where unknown), and 1.0 where unknown."""
    days = corpus.first_day
    unknown = (days[a] == NO_DAY) | (days[b] == NO_DAY)
    return np.where(unknown, 0, np.abs(days[a] - days[b])), unknown.astype(float)


def days_agree(corpus: Corpus, a: Array, b: Array) -> Array:
    """1 where the openings tell a common day, -1 where they tell different ones, 0 where one tells none.

    Month and day decide where both openings give one, else the weekday. Where the two speak against each other the day
    decides between dated articles (one weekday, a week apart), and nothing between others.
    """
    by_date, by_weekday = _common_days(corpus.month_days, a, b), _common_days(corpus.weekdays, a, b)
    unsure = (by_date < 0) & (by_weekday > 0) & (gaps(corpus, a, b)[1] > 0)
    return np.where(by_date == 0, by_weekday, np.where(unsure, 0, by_date))


def weekday_agrees(corpus: Corpus, a: Array, b: Array) -> Array:
    """1.0 where the openings tell a weekday in common, be it of one week or of two."""
    return (_common_days(corpus.weekdays, a, b) > 0).astype(float)


def timeless(corpus: Corpus, a: Array, b: Array) -> Array:
    """1.0 where neither of two articles tells a day, and one at least is longer than a short one."""
    told = corpus.tells_day[a] | corpus.tells_day[b]
    return (~told & (np.maximum(corpus.words[a], corpus.words[b]) > SHORT_WORDS)).astype(float)


def day_named(corpus: Corpus, a: Array, b: Array) -> Array:
    """1.0 where one article names, anywhere, the day on which the other was published or one of the two before."""
    named, news = corpus.named_days, corpus.news_days
    return ((dot(named, news, a, b) + dot(news, named, a, b)) > 0).astype(float)


def _common_days(rows: Any, a: Array, b: Array) -> Array:
    told = np.diff(rows.indptr) > 0
    both = np.asarray(rows[a].multiply(rows[b]).sum(axis=1)).ravel()
    return np.where(told[a] & told[b], np.where(both > 0, 1, -1), 0)


def same_outlet(corpus: Corpus, a: Array, b: Array) -> Array:
    """1.0 where both come from one known outlet."""
    codes = corpus.outlet_codes
    return ((codes[a] == codes[b]) & (codes[a] >= 0)).astype(float)


def wording(corpus: Corpus, a: Array, b: Array) -> Array:
    """Similarity (Jaccard, 0..1) of the word 5-shingles, estimated; 0 where an article is too short to have any."""
    one, other = corpus.signatures[a], corpus.signatures[b]
    return (one == other).mean(axis=1) * one.any(axis=1)


def text_likeness(corpus: Corpus, a: Array, b: Array) -> Array:
    """Cosine (0..1) of the articles' weighted words; in parts, because the words of a pair take kilobytes."""
    found = np.empty(len(a))
    for part in parts(len(a)):
        found[part] = dot(corpus.terms, corpus.terms, a[part], b[part])
    return found


def weight(rows: Any, a: Array, b: Array) -> Array:
    """Sum of the rarities of what both have (each row holds its rarities, so the root of their products)."""
    shared = rows[a].multiply(rows[b]).tocsr()
    shared.data = np.sqrt(shared.data)
    return np.asarray(shared.sum(axis=1), dtype=float).ravel()


def dot(left: Any, right: Any, a: Array, b: Array) -> Array:
    """Products of rows ``a`` of one matrix with rows ``b`` of another."""
    return np.asarray(left[a].multiply(right[b]).sum(axis=1), dtype=float).ravel()


def _common(corpus: Corpus, a: Array, b: Array) -> tuple[Array, Array]:
    """Weight of all shared words (the square of the rarity of each, over 10), and rarity of the rarest over 10."""
    shared = corpus.terms[a].multiply(corpus.terms[b]).tocsr()
    shared.data = corpus.rarity[shared.indices]
    rarest = shared.max(axis=1).toarray().ravel() / 10 if shared.nnz else np.zeros(len(a))
    shared.data = shared.data**2
    return np.asarray(shared.sum(axis=1), dtype=float).ravel() / 10, rarest


def _short(corpus: Corpus, a: Array, b: Array) -> Array:
    words = np.maximum(np.minimum(corpus.words[a], corpus.words[b]), 10)
    return np.clip(1 - np.log(words / SHORT_WORDS) / np.log(3), 0, 2)
