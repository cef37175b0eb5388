"""Words that another outlet has in marks.

Goes in: readings. Comes out: whether a stretch of one holds some words in a row that stand inside another outlet's quotations:
what is quoted there is no outlet's alone, though nobody was found to say it here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from .reading import Reading, Token

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
                    for words in self._rows(reading, block, (q.start, q.end)):
                        self._quoting[words].add(reading.outlet)

    def has(self, article: int, block: int, span: tuple[int, int]) -> bool:
        """Whether another outlet quotes words of a stretch."""
        reading = self._readings[article]
        return any(
            self._quoting.get(words, set()) - {reading.outlet} for words in self._rows(reading, block, span)
        )

    def _rows(self, reading: Reading, block: int, span: tuple[int, int]) -> Iterator[tuple[str, ...]]:
        text = reading.blocks[block].block.text
        tokens = [t for t in reading.tokens_of(block) if span[0] <= t.start < span[1]]
        tells = [self._tells(t, text, reading.language) for t in tokens]
        for i in range(len(tokens) - IN_A_ROW + 1):
            if sum(tells[i : i + IN_A_ROW]) >= TELLING:
                yield tuple(t.form for t in tokens[i : i + IN_A_ROW])

    def _tells(self, token: Token, text: str, language: str) -> bool:
        return not text[token.start].isupper() and bool(self._meaning(token.form, language))
