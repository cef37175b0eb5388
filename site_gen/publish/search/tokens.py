"""Every word of every article with its place, on disk in runs, and the runs merged word by word.

A run is as many articles as memory should hold at once. Merging reads a slice of each run at a time, so that memory
depends on the words of the language in use, not on the length of the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

from ...model import Searchable
from .words import words

RUN_WORDS = 2_000_000
"""Words in one run: about 80 MB while it is sorted."""
BODY_AT = 64
"""Place of the first word below the title. A match before it is in the title."""
BREAK = 1
"""Places left free between paragraphs: no phrase runs across."""


class Places(NamedTuple):
    """Places of words: three arrays of one length, ordered by key, then article, then place."""

    key: Any
    doc: Any
    place: Any


class Tokens:
    """The words of an archive as they are added. A resource: its runs lie in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runs = 0
        self.lengths: list[int] = []
        """Words of each article."""
        self._number: dict[str, int] = defaultdict(count().__next__)
        self._counts: dict[str, Any] = {}
        self._held: list[tuple[str, int, Any, Any]] = []
        self._held_words = 0

    def add(self, article: Searchable) -> None:
        """Take in the next article."""
        import numpy as np

        title = words(article.title)[: BODY_AT - 2]
        texts = [words(text) for _anchor, text in article.blocks]
        sizes = [len(title), *map(len, texts)]
        numbered = map(self._number.__getitem__, chain(title, *texts))
        ids = np.fromiter(numbered, dtype=np.int32, count=sum(sizes))
        skipped = [0, *(BODY_AT - len(title) + BREAK * n for n in range(len(texts)))]
        places = np.arange(len(ids)) + np.repeat(skipped, sizes)
        self._held.append((article.language, len(self.lengths), ids, places.astype(np.int32)))
        self.lengths.append(len(ids))
        self._held_words += len(ids)
        if self._held_words >= RUN_WORDS:
            self.flush()

    def flush(self) -> None:
        """Write what is held as a run."""
        import numpy as np

        if not self._held:
            return
        for language in sorted({held[0] for held in self._held}):
            ids = np.concatenate([held[2] for held in self._held if held[0] == language])
            self._count(language, np.bincount(ids, minlength=len(self._number)))
        ids = np.concatenate([held[2] for held in self._held])
        docs = np.repeat([held[1] for held in self._held], [len(held[2]) for held in self._held])
        places = np.concatenate([held[3] for held in self._held])
        np.save(self.folder / f"run{self.runs}.npy", np.stack([ids, docs.astype(np.int32), places]))
        self.runs += 1
        self._held, self._held_words = [], 0

    def _count(self, language: str, counted: Any) -> None:
        before = self._counts.get(language)
        if before is not None:
            counted[: len(before)] += before
        self._counts[language] = counted

    def surfaces(self) -> list[str]:
        """Return every word as it is written, by its number."""
        return list(self._number)

    def counts(self) -> dict[str, Any]:
        """Return how often each surface stands in the archive, by language."""
        import numpy as np

        size = len(self._number)
        return {code: np.pad(found, (0, size - len(found))) for code, found in self._counts.items()}

    def run(self, number: int) -> Places:
        """Return a run as it was written: surfaces by number, in the order of the text."""
        import numpy as np

        return Places(*np.load(self.folder / f"run{number}.npy"))


def in_order(key: Any, doc: Any, place: Any) -> Places:
    """Return places of one run, which come in the order of the text, ordered by key first."""
    import numpy as np

    order = np.argsort(key, kind="stable")
    return Places(key[order], doc[order], place[order])


class Sorted:
    """Runs ordered by key, on disk, read a slice at a time."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._runs: list[Any] = []

    def add(self, places: Places) -> None:
        """Write one run."""
        import numpy as np

        path = self._folder / f"{self._name}{len(self._runs)}.npy"
        np.save(path, np.stack([column.astype(np.int32) for column in places]))
        self._runs.append(np.load(path, mmap_mode="r"))

    def slices(self, counts: Any) -> Iterator[tuple[int, int, Places]]:
        """Yield (first key, key behind the last, their places), about RUN_WORDS places at a time."""
        for low, high in _ranges(counts):
            yield low, high, self._between(low, high)

    def _between(self, low: int, high: int) -> Places:
        import numpy as np

        parts = []
        for run in self._runs:
            first, last = np.searchsorted(run[0], (low, high))
            parts.append(np.array(run[:, first:last]))
        key, doc, place = np.concatenate(parts, axis=1)
        return in_order(key, doc, place) if len(parts) > 1 else Places(key, doc, place)


def _ranges(counts: Sequence[int] | Any) -> Iterator[tuple[int, int]]:
    """Ranges of keys that hold about RUN_WORDS places each; one key is never divided."""
    import numpy as np

    total = np.cumsum(counts)
    low = 0
    while low < len(counts):
        before = int(total[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(total, before + RUN_WORDS, side="right")))
        yield low, high
        low = high
