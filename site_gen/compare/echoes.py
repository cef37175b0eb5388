"""Words that another outlet has in marks.

Goes in: readings. Comes out: whether a stretch of one holds some words in a row that stand inside another outlet's quotations:
what is quoted there is no outlet's alone, though nobody was found to say it here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from .reading import Reading, Token

SHORT = (2, 3)
"""Words of a quotation that is short: another outlet's words where all of it stands in marks there too."""
IN_A_ROW, TELLING = 4, 2
"""Words that are no chance together, and how many of them tell something and are no name ("Centers for Disease Control")."""


class Echoes:
    """The words in marks of an event; ``meaning`` gives the stem of a word that tells something."""

    def __init__(self, readings: Sequence[Reading], meaning: Callable[[str, str], str]) -> None:
        self._readings, self._meaning = readings, meaning
        self._quoting: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for reading in readings:
            for block, passus in enumerate(reading.blocks):
                for q in passus.quotations:
                    for size in (*SHORT, IN_A_ROW):
                        for words in self._rows(reading, block, (q.start, q.end), size):
                            self._quoting[words].add(reading.outlet)

    def has(self, article: int, block: int, span: tuple[int, int]) -> bool:
        """Whether another outlet quotes words of a stretch."""
        reading = self._readings[article]
        rows = chain(self._rows(reading, block, span, IN_A_ROW), self._short(reading, block, span))
        return any(self._quoting.get(words, set()) - {reading.outlet} for words in rows)

    def _short(self, reading: Reading, block: int, span: tuple[int, int]) -> Iterator[tuple[str, ...]]:
        """The words of each quotation of two or three that a stretch has."""
        for q in reading.blocks[block].quotations:
            if span[0] <= q.start and q.end <= span[1]:
                size = sum(q.start <= t.start < q.end for t in reading.tokens_of(block))
                if size in SHORT:
                    yield from self._rows(reading, block, (q.start, q.end), size)

    def _rows(
        self, reading: Reading, block: int, span: tuple[int, int], size: int
    ) -> Iterator[tuple[str, ...]]:
        text = reading.blocks[block].block.text
        tokens = [t for t in reading.tokens_of(block) if span[0] <= t.start < span[1]]
        tells = [self._tells(t, text, reading.language) for t in tokens]
        for i in range(len(tokens) - size + 1):
            if sum(tells[i : i + size]) >= TELLING:
                yield tuple(t.form for t in tokens[i : i + size])

    def _tells(self, token: Token, text: str, language: str) -> bool:
        return not text[token.start].isupper() and bool(self._meaning(token.form, language))
