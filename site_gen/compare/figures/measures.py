"""Units and currencies: the words of a language that say what a number measures, and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from site_gen.language import fold, table

from ..numerals import HYPHENS
from ..pieces import Piece, pieces

Unit = tuple[str, float, float]
"""Base unit, factor, and what is added (degrees)."""


def money_before(row: Sequence[Piece], first: int, language: str) -> tuple[str, int] | None:
    """The currency whose sign stands before a number, and the piece where it begins: "£", "US$", "$US"."""
    before = row[first - 1] if first else None
    if before is None or before.is_number:
        return None
    other = row[first - 2] if first > 1 and row[first - 2].end == before.start else None
    if before.is_word:
        signed = other is not None and not other.is_word and before.end == row[first].start
        code = currency(other.form, language) if other and signed else None
        return (currency(before.form + other.form, language) or code, first - 2) if other and code else None
    code = currency(before.form, language)
    if code is None:
        return None
    if other and other.is_word:
        return currency(other.form + before.form, language) or code, first - 2
    return code, first - 1


@lru_cache(maxsize=4096)
def currency(form: str, language: str) -> str | None:
    """The currency that a sign or word stands for; None where it is none."""
    return _currencies(language).get(form)


@lru_cache(maxsize=16)
def _currencies(language: str) -> Mapping[str, str]:
    return {fold(word): str(code) for word, code in table(language).get("currencies", {}).items()}


def longest_unit(row: Sequence[Piece], j: int, language: str) -> tuple[Unit | None, int]:
    """The unit that begins at a piece and how many pieces it takes; hyphens inside it ("light-years") count as spaces."""
    units = _units(language)
    if j >= len(row) or row[j].form not in _unit_openers(language):
        return None, 0
    for length in (4, 3, 2, 1):
        words = row[j : j + length]
        if len(words) < length or words[-1].text in HYPHENS:
            continue
        spaced = " ".join(w.form for w in words if w.text not in HYPHENS)
        found = units.get(spaced)
        if found is None and length > 1 and all(b.start == a.end for a, b in pairwise(words)):
            found = units.get("".join(w.form for w in words))
        if found:
            return found, length
    return None, 0


@lru_cache(maxsize=16)
def _units(language: str) -> Mapping[str, Unit]:
    """Folded words of a language, and the unit that each is."""
    tables = table(language)
    found: dict[str, Unit] = {"%": ("%", 1.0, 0.0)}
    found |= {
        fold(w): (str(code), 1.0, 0.0)
        for w, code in tables.get("currencies", {}).items()
        if w[0].isalpha() and w[-1].isalpha()
    }
    found |= {fold(w): ("%", 1.0, 0.0) for w in tables.get("number_reading", {}).get("percent", [])}
    for words, (unit, factor, *offset) in tables.get("units", {}).items():
        found[fold(words)] = (str(unit), float(factor), float(offset[0]) if offset else 0.0)
    return found


@lru_cache(maxsize=16)
def _unit_openers(language: str) -> frozenset[str]:
    """The pieces with which a unit can begin."""
    units = _units(language)
    return frozenset(units) | {pieces(unit, 0, len(unit), language)[0].form for unit in units}


@lru_cache(maxsize=1024)
def mass(word: str, language: str) -> tuple[str, float, float] | None:
    """For a word that is money and a mass: the mass, its factor, and the value from which it is money."""
    found = table(language).get("masses", {}).get(word)
    return (str(found[0]), float(found[1]), float(found[2])) if found else None
