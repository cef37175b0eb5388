"""Sparse matrices of a row an article: how they are read, and what is made of them.

In: keys, with counts or without, a row at a time. Out: scipy's matrices, their columns in the order of the keys. What
changes a matrix in place says so; none is copied that need not be.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

PART = 4_000
"""Rows worked on at once where a step takes room of its own."""

Matrix = Any
"""scipy.sparse.csr_matrix of float32, a row an article."""


class _Vocabulary(dict[str, int]):
    """Numbers of keys; one that is asked for the first time gets the next."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number


@dataclass(slots=True)
class Column:
    """A sparse matrix while it is read: a vocabulary and the entries of each row, all counted or all flagged."""

    vocabulary: _Vocabulary = field(default_factory=_Vocabulary)
    indptr: array[int] = field(default_factory=lambda: array("q", [0]))
    indices: array[int] = field(default_factory=lambda: array("i"))
    counts: array[float] = field(default_factory=lambda: array("f"))

    def add(self, row: Sequence[tuple[str, int]]) -> None:
        """Add a row of keys with their counts."""
        self.flag(key for key, _ in row)
        self.counts.extend(count for _, count in row)

    def flag(self, keys: Iterable[str]) -> None:
        """Add a row of keys that count 1 each."""
        self.indices.extend(map(self.vocabulary.__getitem__, keys))
        self.indptr.append(len(self.indices))

    def sort(self, *others: Column) -> Any:
        """Number the columns anew in the order of their keys; return the new number of each old one.

        ``others`` share the vocabulary.
        """
        ordered = sorted(self.vocabulary)
        numbers = np.empty(len(ordered), np.int32)
        numbers[[self.vocabulary[key] for key in ordered]] = np.arange(len(ordered), dtype=np.int32)
        for column in (self, *others):
            column.indices = array("i", numbers[np.frombuffer(column.indices, np.int32)].tobytes())
        self.vocabulary.clear()
        self.vocabulary.update((key, number) for number, key in enumerate(ordered))
        return numbers

    def first_rows(self, order: Any) -> Any:
        """Return of each column the first row in this order that has it; the number of rows where none has.

        To be asked before ``matrix``, which gives the entries away.
        """
        height = len(self.indptr) - 1
        place = np.full(height, len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        indptr, indices = np.frombuffer(self.indptr, np.int64), np.frombuffer(self.indices, np.int32)
        first = np.full(len(self.vocabulary), len(order), np.int32)
        for begin in range(0, height, PART):
            bounds = indptr[begin : begin + PART + 1]
            rows = np.repeat(place[begin : begin + PART], np.diff(bounds))
            np.minimum.at(first, indices[bounds[0] : bounds[-1]], rows)
        return first

    def matrix(self, order: Any) -> Matrix:
        """The rows in this order; the entries are given away, so that they are not held twice."""
        shape = (len(self.indptr) - 1, len(self.vocabulary))
        indices = np.frombuffer(self.indices, np.int32)
        counts = np.frombuffer(self.counts, np.float32) if self.counts else np.ones(len(indices), np.float32)
        self.counts, self.indices = array("f"), array("i")
        found = csr_matrix((counts, indices, np.array(self.indptr, np.int64)), shape=shape)[order]
        found.sort_indices()
        return found


def entries(rows: Matrix, row: int) -> tuple[Any, Any]:
    """Return the columns and values of one row, as they stand, without making a matrix of it."""
    part = slice(rows.indptr[row], rows.indptr[row + 1])
    return rows.indices[part], rows.data[part]


def flagged(rows: list[set[int]], width: int) -> Matrix:
    """A matrix of 1 where a row's set holds the number of the column."""
    indptr = np.cumsum([0, *(len(row) for row in rows)])
    indices = np.array([column for row in rows for column in sorted(row)], dtype=np.int32)
    return csr_matrix((np.ones(len(indices), np.float32), indices, indptr), shape=(len(rows), width))


def flags(counts: Matrix) -> Matrix:
    """A copy with 1 for every entry."""
    made = counts.copy()
    made.data[:] = 1
    return made


def of_several_words(mentions: Matrix, vocabulary: dict[str, int]) -> Matrix:
    """A copy with the columns of names of two or more words alone."""
    several = np.fromiter((" " in name for name in vocabulary), np.float32, len(vocabulary))
    made = weighted(mentions.copy(), several)
    made.eliminate_zeros()
    return made


def logged(counts: Matrix) -> Matrix:
    """The matrix with 1 + log of every count; changed in place."""
    counts.data = 1 + np.log(counts.data)
    return counts


def weighted(rows: Matrix, weights: Any) -> Matrix:
    """The matrix with every entry times the weight of its column; changed in place."""
    rows.data *= weights[rows.indices].astype(np.float32, copy=False)
    return rows


def unit(rows: Matrix) -> Matrix:
    """The matrix with rows brought to length 1, empty ones kept; changed in place, in parts."""
    for first in range(0, rows.shape[0], PART):
        part = rows[first : first + PART]
        lengths = np.sqrt(np.asarray(part.multiply(part).sum(axis=1)).ravel())
        scale = (1 / np.maximum(lengths, 1e-9)).astype(rows.data.dtype)
        begin = rows.indptr[first]
        rows.data[begin : begin + part.nnz] *= np.repeat(scale, np.diff(part.indptr))
    return rows
