"""What two articles have in common, as numbers that a logistic regression can weigh.

Invariants: every feature is symmetric in its pair; unknown dates give 0 for the gap and 1 for ``undated``.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .corpus import NO_DAY, Corpus

NAMES = (
    "one",
    "text",
    "text_root",
    "text_squared",
    "title",
    "title_lead",
    "lead",
    "names",
    "full_names",
    "numbers",
    "wording",
    "places",
    "gap",
    "same_day",
    "undated",
    "undated_text",
    "same_outlet",
    "short",
    "short_text",
    "rarest",
    "shared",
    "names_text",
    "title_text",
)
"""In the order of the columns of ``features``."""
CHUNK = 100_000
SHORT_WORDS = 150
"""An article of as few words counts as fully short (1); one of three times as many as not short (0)."""

Array = Any


def features(corpus: Corpus, pairs: Array) -> Array:
    """Return a float32 array of shape (pairs, len(NAMES))."""
    chunks = [_chunk(corpus, pairs[i : i + CHUNK]) for i in range(0, len(pairs), CHUNK)]
    return np.concatenate(chunks) if chunks else np.zeros((0, len(NAMES)), np.float32)


def _chunk(corpus: Corpus, pairs: Array) -> Array:
    a, b = pairs[:, 0], pairs[:, 1]
    text = _dot(corpus.terms, corpus.terms, a, b)
    title = _dot(corpus.title, corpus.title, a, b)
    names = _dot(corpus.names, corpus.names, a, b)
    gap, undated = gaps(corpus, a, b)
    short = _short(corpus, a, b)
    total, rarest = _common(corpus, a, b)
    columns = {
        "one": np.ones(len(a)),
        "text": text,
        "text_root": np.sqrt(text),
        "text_squared": text**2,
        "title": title,
        "title_lead": (_dot(corpus.title, corpus.lead, a, b) + _dot(corpus.lead, corpus.title, a, b)) / 2,
        "lead": _dot(corpus.lead, corpus.lead, a, b),
        "names": names,
        "full_names": np.log1p(_weight(corpus.full_names, a, b)),
        "numbers": np.log1p(_weight(corpus.numbers, a, b)),
        "wording": wording(corpus, a, b),
        "places": np.log1p(_weight(corpus.sites, a, b)),
        "gap": np.log1p(gap),
        "same_day": ((gap == 0) & (undated == 0)).astype(float),
        "undated": undated,
        "undated_text": undated * text,
        "same_outlet": same_outlet(corpus, a, b),
        "short": short,
        "short_text": short * text,
        "rarest": rarest,
        "shared": np.log1p(total),
        "names_text": names * text,
        "title_text": title * text,
    }
    return np.stack([columns[name] for name in NAMES], axis=1).astype(np.float32)


def gaps(corpus: Corpus, a: Array, b: Array) -> tuple[Array, Array]:
    """Days between two articles (0 where unknown), and 1.0 where unknown."""
    days = corpus.first_day
    unknown = (days[a] == NO_DAY) | (days[b] == NO_DAY)
    return np.where(unknown, 0, np.abs(days[a] - days[b])), unknown.astype(float)


def same_outlet(corpus: Corpus, a: Array, b: Array) -> Array:
    """1.0 where both come from one known outlet."""
    codes = np.unique(np.array(corpus.outlets, dtype=object).astype(str), return_inverse=True)[1]
    known = np.array([bool(o) for o in corpus.outlets])
    return ((codes[a] == codes[b]) & known[a]).astype(float)


def wording(corpus: Corpus, a: Array, b: Array) -> Array:
    """Similarity (Jaccard, 0..1) of the word 5-shingles, estimated; 0 where an article is too short to have any."""
    one, other = corpus.signatures[a], corpus.signatures[b]
    return (one == other).mean(axis=1) * one.any(axis=1)


def _dot(left: Any, right: Any, a: Array, b: Array) -> Array:
    return np.asarray(left[a].multiply(right[b]).sum(axis=1), dtype=float).ravel()


def _weight(rows: Any, a: Array, b: Array) -> Array:
    """Sum of the rarities of what both have (each row holds its rarities, so the root of their products)."""
    shared = rows[a].multiply(rows[b])
    shared.data = np.sqrt(shared.data)
    return np.asarray(shared.sum(axis=1), dtype=float).ravel()


def _common(corpus: Corpus, a: Array, b: Array) -> tuple[Array, Array]:
    """Number of shared words (each by its squared rarity over 10), and the weight of the rarest."""
    shared = corpus.weights[a].multiply(corpus.weights[b])
    total = np.asarray(shared.sum(axis=1), dtype=float).ravel() / 10
    rarest = shared.max(axis=1).toarray().ravel() if shared.nnz else np.zeros(len(a))
    return total, np.sqrt(rarest) / 10


def _short(corpus: Corpus, a: Array, b: Array) -> Array:
    words = np.maximum(np.minimum(corpus.words[a], corpus.words[b]), 10)
    return np.clip(1 - np.log(words / SHORT_WORDS) / np.log(3), 0, 2)
