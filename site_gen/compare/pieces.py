"""The pieces of a sentence in which numbers are read, and the number as it is read.

Goes in: a span of a block. Comes out: runs of digits, runs of letters and marks, each with its place; digits of every
script are given as 0–9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from site_gen.language import fold, table

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪", "01234567890123456789,.%")
_OTHER_DIGIT = re.compile("[٠-٩۰-۹٬٫٪]")
_REST = r"\d+(?:[.,]\d+)?|[^\W\d_]+|[^\w\s]|[^\W_]"
_PIECE = re.compile(rf"\d+(?:[.,\u00a0\u202f]\d{{3}}(?!\d))+(?:[.,]\d+)?|{_REST}")
_SPACED = re.compile(
    rf"\d{{1,3}}(?:[\u00a0\u202f ]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d{{3}}(?!\d))+(?:[.,]\d+)?|{_REST}"
)


class Piece(NamedTuple):
    """A run of digits, a run of letters or a mark, with its place in the block."""

    text: str
    form: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as the text writes it."""

    first: int
    """First and last piece: hedge left out, currency and unit included."""
    last: int
    start: int
    end: int
    value: float
    """As written, scale applied, in the unit of the text."""
    base: float
    """In the base unit of ``unit``."""
    grain: float
    """In the base unit: the step to which it is given (34,000: 1,000; 5.3: 0.1)."""
    unit: str = ""
    unit_word: str = ""
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    sign: str = ""
    """">" at least, "<" at most, "~" about, "-" a little under, "" as it stands."""
    is_age: bool = False
    """Written "N-year-old" or "N-year" before a noun."""
    per: str = ""
    """What a rate is counted by: the folded noun behind "per" or "a" ("share", "year"); empty for none."""
    also: tuple[tuple[str, float, float], ...] = ()
    """The same in other units as the text gives it in brackets: unit, value and grain in its base."""
    is_vague: bool = False
    """Only a size ("dozens", "several thousand"): ``low`` and ``high`` say which."""

    def grain_of_unit(self) -> float:
        """One of its unit, in the base unit."""
        return self.base / self.value if self.value else 1.0


@lru_cache(maxsize=256)
def pieces(text: str, start: int, end: int, language: str) -> tuple[Piece, ...]:
    """The pieces of a sentence; digits of every script as 0–9, spaces inside a number kept only where the language groups so.

    Those of the sentences read last are remembered.
    """
    plain = text.translate(_DIGITS) if not text.isascii() and _OTHER_DIGIT.search(text) else text
    pattern = _SPACED if _groups_with_spaces(language) else _PIECE
    found = pattern.finditer(plain, start, end)
    return tuple([Piece(piece := m.group(), fold(piece), *m.span()) for m in found])


def parts(row: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """A sentence as numbers are read in it: whole, or, of more than ``MOST_PIECES``, in parts that end at a space where one is.

    For each number its whole row is gone through: a table in one sentence would cost the square of its numbers.
    """
    found: list[tuple[Piece, ...]] = []
    while len(row) > MOST_PIECES:
        spaces = (i for i in range(MOST_PIECES, MOST_PIECES // 2, -1) if row[i - 1].end < row[i].start)
        end = next(spaces, MOST_PIECES)
        found.append(row[:end])
        row = row[end:]
    return [*found, row]


MOST_PIECES = 500
"""Pieces of a sentence with digits that is read as one: of 30,687 of 2,536 development texts one has more (1,899), and three more than 387."""


@lru_cache(maxsize=64)
def _groups_with_spaces(language: str) -> bool:
    return bool(table(language).get("number_reading", {}).get("thousands") == " ")
