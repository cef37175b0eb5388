"""Hedges: the words that say how surely or how finely a number is meant ("more than", "or so")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from site_gen.language import fold, table

from ..pieces import Number, Piece
from ..reading import word_set

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


def spelled(number: Number, text: str) -> str | None:
    """The hedge as the text writes it, small letters kept small ("près de"); None for none, as it is read where it is not found."""
    wanted = (number.qualifier or "").split()
    if not wanted:
        return None
    before = list(_WORD.finditer(text, max(0, number.start - REACH), number.start))[-len(wanted) :]
    behind = list(_WORD.finditer(text, number.end, number.end + REACH))[: len(wanted)]
    for found in (before, behind):
        if [fold(m.group()) for m in found] == wanted:
            end = found[-1].end()
            return text[found[0].start() : end + (text[end : end + 1] in _APOSTROPHES)].lower()
    return number.qualifier


_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = ("'", "’")
REACH = 40
"""Characters around a number in which its hedge stands."""


@lru_cache(maxsize=16)
def _hedges(language: str) -> Mapping[str, str]:
    return {fold(k): str(v) for k, v in table(language).get("qualifiers", {}).items()}


@lru_cache(maxsize=16)
def _hedge_ends(language: str) -> frozenset[str]:
    """The last words of hedges."""
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _hedges(language))
