"""What results show: lines of articles, their texts, and the values of facets with the articles that have them."""

from __future__ import annotations

from array import array
from itertools import pairwise

from ...model import FacetValue, Searchable
from .pack import numbers
from .postings import Write

TEXT_CHARS = 11_000
"""Of a part of texts before packing: about 6 kB to load, two articles."""
LINES = 20
"""Articles in one part of lines: about 2 kB to load."""
LABELS = 256
"""Values of a facet whose names stand in one part."""


class Texts:
    """Texts in the order of the articles, several to a part ``x``."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._held: list[list[str]] = []
        self._chars = 0
        self._part = 0

    def add(self, article: Searchable) -> tuple[int, int]:
        """Take in a text; return the number of its part and its place there."""
        where = (self._part, len(self._held))
        self._held.append([field for block in article.blocks for field in block])
        self._chars += sum(len(text) for _anchor, text in article.blocks)
        if self._chars >= TEXT_CHARS:
            self.close()
        return where

    def close(self) -> None:
        """Write what is held."""
        if self._held:
            self._write(f"x{self._part}", self._held, b"")
            self._held, self._chars, self._part = [], 0, self._part + 1


class Lines:
    """What a result says of each article, in parts ``c``."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._held: list[list[object]] = []
        self._part = 0

    def add(self, article: Searchable, where: tuple[int, int]) -> None:
        """Take in an article whose text stands ``where``."""
        value = {
            found.facet: found for found in article.values if found.facet in ("outlet", "event", "basis")
        }
        event = value.get("event")
        self._held.append(
            [
                article.title,
                article.url,
                article.language if article.language != "und" else "",
                value["outlet"].label if "outlet" in value else "",
                article.date,
                value["basis"].key if "basis" in value else "",
                [event.label, event.key] if event else 0,
                *where,
            ]
        )
        if len(self._held) == LINES:
            self.close()

    def close(self) -> None:
        """Write what is held."""
        if self._held:
            self._write(f"c{self._part}", self._held, b"")
            self._held, self._part = [], self._part + 1


class Facets:
    """Which articles have which value: a part ``f-outlet`` for each facet, names beyond the first in ``f-outlet-1`` …"""

    def __init__(self) -> None:
        self._docs: dict[str, dict[FacetValue, array[int]]] = {}

    def add(self, doc: int, article: Searchable) -> None:
        """Take in an article's values."""
        for value in sorted(set(article.values), key=lambda v: (v.facet, v.label, v.key)):
            self._docs.setdefault(value.facet, {}).setdefault(value, array("I")).append(doc)

    def write(self, write: Write) -> dict[str, int]:
        """Write all parts, values of most articles first; return the number of values of each facet."""
        for facet in sorted(self._docs):
            rows = sorted(self._docs[facet].items(), key=lambda row: (-len(row[1]), row[0].label, row[0].key))
            names = [[value.label, value.key] if value.key else value.label for value, _docs in rows]
            gaps = [gap for _value, docs in rows for gap in _gaps(docs)]
            data = numbers([len(docs) for _value, docs in rows]) + numbers(gaps)
            write(f"f-{facet}", names[:LABELS], data)
            for start in range(LABELS, len(names), LABELS):
                write(f"f-{facet}-{start // LABELS}", names[start : start + LABELS], b"")
        return {facet: len(values) for facet, values in sorted(self._docs.items())}


def _gaps(docs: array[int]) -> list[int]:
    return [docs[0], *(b - a for a, b in pairwise(docs))]
