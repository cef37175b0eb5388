"""Given names and the short forms by which the same people go ("William", "Bill"), from the tables ``short_given``."""

from __future__ import annotations

from functools import cache
from itertools import chain

from .tables import languages, table
from .words import fold


def rows_of_given(given: str) -> frozenset[int]:
    """Numbers of the rows of short forms that a given name stands in ("Chris" in those of Christopher and Christine)."""
    return _numbers().get(given, frozenset())


def like_given(given: str) -> tuple[str, ...]:
    """The folded names that stand in a row with a given name, itself included; none for one that has no row."""
    return tuple(sorted({name for number in rows_of_given(given) for name in _rows()[number]}))


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    rows = chain.from_iterable(table(code).get("short_given", ()) for code in languages())
    return tuple(tuple(fold(name) for name in row) for row in rows)


@cache
def _numbers() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_rows()):
        for name in row:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
