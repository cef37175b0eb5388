"""Hedges: the words that say how surely or how finely a number is meant ("more than", "or so")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from site_gen.language import fold, table

from .pieces import Number, Piece
from .reading import word_set

MAX_QUALIFIER_WORDS = 4


def hedged(row: Sequence[Piece], number: Number, language: str) -> Number:
    """The number with the hedge before it ("more than") or behind it ("or so")."""
    hedges, ends = _hedges(language), _hedge_ends(language)
    is_led = number.first > 0 and row[number.first - 1].form in ends
    for length in range(MAX_QUALIFIER_WORDS if is_led else 0, 0, -1):
        before = row[max(0, number.first - length) : number.first]
        phrase = " ".join(p.form for p in before)
        if len(before) == length and phrase in hedges:
            return replace(number, qualifier=phrase, sign=hedges[phrase])
    for length in (2, 1):
        behind = " ".join(p.form for p in row[number.last + 1 : number.last + 1 + length])
        if behind in hedges and (length == 2 or behind in word_set(language, "hedges_behind")):
            return replace(number, qualifier=behind, sign=hedges[behind])
    return number


def hedge_sign(phrase: str, language: str) -> str:
    """The sign that a hedge stands for; empty for other words."""
    return _hedges(language).get(phrase, "")


@lru_cache(maxsize=16)
def _hedges(language: str) -> Mapping[str, str]:
    return {fold(k): str(v) for k, v in table(language).get("qualifiers", {}).items()}


@lru_cache(maxsize=16)
def _hedge_ends(language: str) -> frozenset[str]:
    """The last words of hedges."""
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _hedges(language))
