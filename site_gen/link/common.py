"""How usual a word is in news at large: the share of articles that hold its stem.

A small archive cannot tell a common word from the name of its one event by itself; these tables can. They are lists of
stems (and one of numbers) and shares in ``common.<language>.txt`` beside this module, made by ``python -m benchmarks.linking_learn common``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

RARE_SHARE = 1 / 2_000
"""Of a word that is not in the table: the table holds stems of one article in 250 and more."""
UNKNOWN_SHARE = 1 / 500
"""Of any word of a language without a table."""
NUMBERS = "numbers"
"""The table of numbers, as ``common.numbers.txt``: "20" stands in one article of six, whatever it counts."""


@cache
def _shares(language: str) -> dict[str, float] | None:
    path = files(__package__) / f"common.{language}.txt"
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {stem: int(per_10k) / 10_000 for stem, per_10k in rows}


def usual_share(stem: str, language: str) -> float:
    """Return the share (0..1) of articles in that language that usually hold a stem."""
    shares = _shares(language)
    if shares is None:
        return UNKNOWN_SHARE
    return shares.get(stem, RARE_SHARE)
