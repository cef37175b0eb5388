"""How alike two articles are in the words that set them apart from their neighbours.

Reports of one week on one subject share much that every report of it has. A word that few of the neighbours of an article
have, those most like it, tells what it is about beyond its subject: the same words again, weighed not by how rare they are
in the archive but by how rare among these. A neighbour counts as far as it is likely to report something else, so that an
event of many reports does not make its own words usual.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from .columns import Matrix, unit
from .corpus import Corpus
from .features import dot, parts

NEIGHBOURS = 20
"""An article's nearest so many, and those of which it is one of the nearest, are its neighbours. With 10 the benchmark says
a little less, with all candidates much the same."""
PRIOR_NEIGHBOURS = 4.0
"""Neighbours that have words as the archive has them: a few neighbours say little. 2 and 10 do as well."""
RAREST = 0.001
"""Share of neighbours that a word has at least."""
ROWS = 100
"""Articles whose neighbours' words are counted at a time."""
COLUMNS = ("telling", "telling_root", "telling_title", "telling_title_root")
"""Likeness (0..1) of the texts so weighed, its root, and the same of the titles."""

Array = Any


def telling(corpus: Corpus, pairs: Array, better: Array, chance: Array, asked: Array) -> Array:
    """Return the columns of COLUMNS for the pairs ``asked`` (their places), float64 of shape (asked, 4).

    ``pairs`` are all candidates, ``better`` the rank of each (``features.nearness``), ``chance`` (0..1) that it is of one
    event: they say who neighbours whom, and how far.
    """
    near = better < NEIGHBOURS
    links = _links(len(corpus), pairs[near], np.round(1 - chance[near], 4))
    made = np.empty((len(asked), len(COLUMNS)))
    for place, words in ((0, corpus.terms), (2, corpus.title)):
        weighed = _weighed(words, corpus.rarity, links)
        for part in parts(len(asked)):
            a, b = pairs[asked[part]].T
            made[part, place] = np.round(dot(weighed, weighed, a, b), 6)
        made[:, place + 1] = np.sqrt(made[:, place])
    return made


def _links(count: int, pairs: Array, apart: Array) -> Matrix:
    """A matrix of how far the article of a row neighbours that of a column."""
    ends = (np.concatenate([pairs[:, 0], pairs[:, 1]]), np.concatenate([pairs[:, 1], pairs[:, 0]]))
    return csr_matrix((np.tile(apart, 2), ends), shape=(count, count))


def _weighed(words: Matrix, rarity: Array, links: Matrix) -> Matrix:
    """The rows of words, rare in the archive, as rows of words that are rare among the neighbours; of length 1."""
    data = np.empty_like(words.data)
    neighbours = np.asarray(links.sum(axis=1)).ravel() + PRIOR_NEIGHBOURS
    for first in range(0, words.shape[0], ROWS):
        own = _flags(words[first : first + ROWS])
        near, their_words = _neighbours(links[first : first + ROWS], words)
        counted = ((near @ their_words).multiply(own) + own).tocsr()  # one more each: none is lost
        counted.sort_indices()
        begin = words.indptr[first]
        part = slice(begin, begin + own.nnz)
        usual = rarity[words.indices[part]]
        share = counted.data - 1 + PRIOR_NEIGHBOURS * np.exp(-usual)
        share /= np.repeat(neighbours[first : first + ROWS], np.diff(own.indptr))
        data[part] = words.data[part] / np.maximum(usual, RAREST) * -np.log(np.clip(share, RAREST, 1))
    return unit(csr_matrix((data, words.indices, words.indptr), shape=words.shape))


def _neighbours(links: Matrix, words: Matrix) -> tuple[Matrix, Matrix]:
    """Some rows of links over the neighbours that they name alone, and whether these have each word.

    All words at once would be copied for every step: a product of matrices wants both of one type.
    """
    named = np.unique(links.indices)
    places = np.searchsorted(named, links.indices)
    near = csr_matrix((links.data, places, links.indptr), shape=(links.shape[0], len(named)))
    return near, _flags(words[named])


def _flags(rows: Matrix) -> Matrix:
    """1.0 wherever something stands."""
    return csr_matrix((np.ones(rows.nnz), rows.indices, rows.indptr), shape=rows.shape)
