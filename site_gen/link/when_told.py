"""What undated articles say of time, kept small: enough to conclude the day of their event, if they tell it.

An archive may hold a hundred thousand articles, so that their clues are kept as bytes, and read again for the few groups that
need them. Of a clue only what it means and where it stands is kept, not its words.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable

from ..model import DateClue

TELLING = frozenset({"day", "month_day", "weekday", "year", "since", "age_years"})
MAX_CLUES = 40
"""Kept of an article, the first ones: what tells the day stands early."""


def packed(clues: Iterable[DateClue]) -> bytes:
    """Return the clues that can tell a day or a year, as bytes for ``unpacked`` of the same process."""
    telling = [c for c in clues if c.kind in TELLING][:MAX_CLUES]
    return marshal.dumps(
        [(c.kind, c.block, c.year, c.month, c.day, c.weekday, c.years, c.qualifier, c.of) for c in telling]
    )


def unpacked(data: bytes) -> tuple[DateClue, ...]:
    """Return the clues that ``packed`` took, without their words."""
    return tuple(
        DateClue(kind, "", (0, 0), block, year=year, month=month, day=day, weekday=weekday, years=years, qualifier=qualifier, of=of)
        for kind, block, year, month, day, weekday, years, qualifier, of in marshal.loads(data)
    )  # fmt: skip
