"""Lists of articles and places, word by word, cut into parts of like size.

``w`` parts hold words, their stems' rules, and in which articles they stand and how often; ``p`` parts beside them the
places, which phrases alone need. The places of the most frequent words would be too long to load: they stand in ``q``
parts, divided by the word that follows and by the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from .pack import numbers, spans, steps
from .stems import alike
from .tokens import BODY_AT, Places

PART_BYTES = 16_000
"""Of a ``w`` part before packing: about 10 kB to load for a word."""
SLACK = 0.25
"""Share of a part by which its end may move to a place where forms of one word are not divided."""
NEIGHBOUR_BYTES = 24_000
"""Of a ``q`` part before packing."""
BUCKETS = 32
"""Into which neighbours that are not frequent themselves are divided."""

Write = Callable[[str, object, bytes], None]
"""Name of a part, its head, its numbers."""


class Lists(NamedTuple):
    """Postings of a range of words. Arrays of bytes' ends are by word; the first word has index 0."""

    articles: Any
    """By word: number of articles."""
    docs: bytes
    docs_end: Any
    counts: bytes
    """Twice how often, and one where the title has it too."""
    counts_end: Any
    places: bytes
    places_end: Any


def lists(found: Places, low: int, high: int) -> Lists:
    """Return the postings of the keys from ``low`` to below ``high``, which ``found`` holds in order."""
    import numpy as np

    new = np.ones(len(found.key), dtype=bool)
    new[1:] = (np.diff(found.key) != 0) | (np.diff(found.doc) != 0)
    first = np.flatnonzero(new)
    key, doc = found.key[first], found.doc[first]
    often = np.diff(first, append=len(found.key))
    articles = np.bincount(key - low, minlength=high - low)
    ends = np.cumsum(articles)
    begins = (ends - articles)[articles > 0]
    docs, docs_at = spans(steps(doc, begins))
    counts, counts_at = spans(often * 2 + (found.place[first] < BODY_AT))
    places, places_at = spans(steps(found.place, first))
    places_ends = np.cumsum(np.bincount(found.key - low, minlength=high - low))
    return Lists(
        articles, docs, _at(docs_at, ends), counts, _at(counts_at, ends), places, _at(places_at, places_ends)
    )


def _at(bytes_end: Any, ends: Any) -> Any:
    """Where the bytes of each word end, from where those of each number end; a zero stands before the first."""
    import numpy as np

    return np.concatenate(([0], np.concatenate(([0], bytes_end))[ends]))


def cuts(terms: Sequence[str], made: Lists, low: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of words, each a part: cut near PART_BYTES where neighbours have least in common."""
    import numpy as np

    count = len(made.articles)
    letters = np.array([len(term) for term in terms[low : low + count]])
    size = np.cumsum(letters + 2) + made.docs_end[1:] + made.counts_end[1:]
    at = 0
    while at < count:
        before = int(size[at - 1]) if at else 0
        early = max(at + 1, int(np.searchsorted(size, before + PART_BYTES * (1 - SLACK))))
        late = max(early, int(np.searchsorted(size, before + PART_BYTES * (1 + SLACK))))
        end = count if late >= count else _best_cut(terms, low + early, low + late) - low
        yield at, end
        at = end


def _best_cut(terms: Sequence[str], early: int, late: int) -> int:
    return min(
        range(early, late + 1), key=lambda n: (alike(terms[n - 1], terms[n]), abs(2 * n - early - late))
    )


def word_part(made: Lists, start: int, end: int, codes: Sequence[int]) -> bytes:
    """Return the numbers of a ``w`` part: articles by word, rule by word, then all articles, then all counts."""
    return (
        numbers(made.articles[start:end])
        + numbers(codes)
        + made.docs[made.docs_end[start] : made.docs_end[end]]
        + made.counts[made.counts_end[start] : made.counts_end[end]]
    )


def place_part(made: Lists, start: int, end: int, is_frequent: Any) -> bytes:
    """Return the numbers of a ``p`` part: bytes by word (none for a frequent word), then the places."""
    import numpy as np

    sizes = np.where(is_frequent, 0, np.diff(made.places_end[start : end + 1]))
    rows = [
        made.places[made.places_end[n] : made.places_end[n + 1]]
        for n in range(start, end)
        if not is_frequent[n - start]
    ]
    return numbers(sizes) + b"".join(rows)


def bucket(word: str) -> int:
    """Return the bucket of a neighbour; the page's script counts the same."""
    value = 0
    for char in word:
        value = (value * 31 + ord(char)) % 65521
    return value % BUCKETS


class Frequent(NamedTuple):
    """The words whose places are divided by their neighbours."""

    number: Any
    """By word: its number among the frequent, -1 where it is none."""
    bucket: Any
    """By word: its bucket as a neighbour."""
    words: int
    """How many they are."""

    @property
    def keys(self) -> int:
        """Lists of one frequent word: by frequent word that follows, by bucket of what follows, of what goes before."""
        return self.words + 2 * BUCKETS


def neighbours(word: Any, doc: Any, place: Any, frequent: Frequent) -> Places:
    """Return the places of frequent words of a run in the order of the text, under keys that name their neighbours."""
    import numpy as np

    follows = np.zeros(len(word), dtype=bool)
    follows[:-1] = (np.diff(doc) == 0) & (np.diff(place) == 1)
    mine = frequent.number[word]
    at = np.flatnonzero(mine >= 0)
    after = word[np.minimum(at + 1, len(word) - 1)]
    exact = frequent.number[after]
    key = np.where(exact >= 0, exact, frequent.words + frequent.bucket[after])
    key = np.where(follows[at], key, frequent.words)
    before = word[np.maximum(at - 1, 0)]
    has_rare = (at > 0) & follows[np.maximum(at - 1, 0)] & (frequent.number[before] < 0)
    rare = at[has_rare]
    other = frequent.words + BUCKETS + frequent.bucket[before[has_rare]]
    keys = np.concatenate((mine[at] * frequent.keys + key, mine[rare] * frequent.keys + other))
    order = np.argsort(keys, kind="stable")
    both = np.concatenate((at, rare))[order]
    return Places(keys[order], doc[both], place[both])


def neighbour_parts(made: Lists) -> Iterator[tuple[int, bytes]]:
    """Yield (first key, numbers) of each ``q`` part: bytes by key, then each list: articles, docs, counts, places."""
    import numpy as np

    rows = []
    for n, articles in enumerate(made.articles):
        a, b, c = (
            data[end[n] : end[n + 1]]
            for data, end in (
                (made.docs, made.docs_end),
                (made.counts, made.counts_end),
                (made.places, made.places_end),
            )
        )
        rows.append(numbers([articles]) + a + b + c if articles else b"")
    size = np.cumsum([len(row) + 1 for row in rows])
    at = 0
    while at < len(rows):
        before = int(size[at - 1]) if at else 0
        end = max(at + 1, int(np.searchsorted(size, before + NEIGHBOUR_BYTES, side="right")))
        yield at, numbers([len(row) for row in rows[at:end]]) + b"".join(rows[at:end])
        at = end
