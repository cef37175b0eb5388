"""Words that another outlet has in marks.

Goes in: readings. Comes out: whether a stretch of one holds some words in a row that stand inside another outlet's quotations:
what is quoted there is no outlet's alone, though nobody was found to say it here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from ..reading import Reading, Token

SHORT = (1, 2, 3)
"""Telling words of a quotation that is short: another outlet's where they stand in marks there too, small words left out."""
IN_A_ROW, TELLING = 4, 2
"""Words that are no chance together, and how many of them tell something and are no name ("Centers for Disease Control")."""


class Echoes:
    """The words in marks of an event; ``meaning`` gives the stem of a word that tells something."""

    def __init__(self, readings: Sequence[Reading], meaning: Callable[[str, str], str]) -> None:
        self._readings, self._meaning = readings, meaning
        self._quoting: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._pointed: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for reading in readings:
            for block, passus in enumerate(reading.blocks):
                for q in passus.quotations:
                    self._take_up(reading, block, (q.start, q.end))

    def _take_up(self, reading: Reading, block: int, span: tuple[int, int]) -> None:
        for words in self._rows(reading, block, span):
            self._quoting[words].add(reading.outlet)
        telling = self._telling(reading, block, span)
        for size in SHORT:
            for i in range(len(telling) - size + 1):
                self._pointed[telling[i : i + size]].add(reading.outlet)

    def has(self, article: int, block: int, span: tuple[int, int]) -> bool:
        """Whether another outlet quotes words of a stretch."""
        reading = self._readings[article]
        if any(
            self._quoting.get(words, set()) - {reading.outlet} for words in self._rows(reading, block, span)
        ):
            return True
        return any(
            self._pointed.get(words, set()) - {reading.outlet} for words in self._short(reading, block, span)
        )

    def _short(self, reading: Reading, block: int, span: tuple[int, int]) -> Iterator[tuple[str, ...]]:
        """The telling words of each short quotation that a stretch has."""
        for q in reading.blocks[block].quotations:
            if span[0] <= q.start and q.end <= span[1]:
                telling = self._telling(reading, block, (q.start, q.end))
                if len(telling) in SHORT:
                    yield telling

    def _telling(self, reading: Reading, block: int, span: tuple[int, int]) -> tuple[str, ...]:
        text = reading.blocks[block].block.text
        return tuple(
            t.form for t in self._inside(reading, block, span) if self._tells(t, text, reading.language)
        )

    def _rows(self, reading: Reading, block: int, span: tuple[int, int]) -> Iterator[tuple[str, ...]]:
        text = reading.blocks[block].block.text
        tokens = self._inside(reading, block, span)
        tells = [self._tells(t, text, reading.language) for t in tokens]
        for i in range(len(tokens) - IN_A_ROW + 1):
            if sum(tells[i : i + IN_A_ROW]) >= TELLING:
                yield tuple(t.form for t in tokens[i : i + IN_A_ROW])

    def _inside(self, reading: Reading, block: int, span: tuple[int, int]) -> tuple[Token, ...]:
        low, high = reading.bounds[block : block + 2]
        first, end = (bisect_left(reading.tokens, at, low, high, key=attrgetter("start")) for at in span)
        return reading.tokens[first:end]

    def _tells(self, token: Token, text: str, language: str) -> bool:
        return not text[token.start].isupper() and bool(self._meaning(token.form, language))
