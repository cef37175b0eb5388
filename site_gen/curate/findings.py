"""The findings of this room: code, level and what it means. Codes are stable."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.model import Finding, Level

CODES: dict[str, tuple[Level, str]] = {
    "CUR-001": (Level.ERROR, "A file of the archivist cannot be read; nothing of it is used."),
    "CUR-002": (Level.WARNING, "A key, table or column is not known; it is not read."),
    "CUR-003": (Level.WARNING, "A value is not what its key holds; it is not read."),
    "CUR-004": (Level.WARNING, "An entry has no name or label; it is not read."),
    "CUR-005": (Level.WARNING, "A name or alias stands in two entries; the first keeps it."),
    "CUR-006": (Level.WARNING, "A broader term is not in the vocabulary."),
    "CUR-007": (Level.ERROR, "The rights of an outlet cannot be read; only its metadata is published."),
    "CUR-008": (Level.WARNING, "A broader term leads back to the term itself; the link is left out."),
    "CUR-010": (Level.WARNING, "A row of decisions.csv has no kind that is known; it is not read."),
    "CUR-011": (Level.WARNING, "A row of decisions.csv lacks what its kind needs; it is not read."),
    "CUR-012": (Level.WARNING, "A decision matches nothing in the archive."),
    "CUR-013": (Level.NOTE, "A decision does not say who made it or why."),
    "CUR-014": (Level.WARNING, "Two decisions contradict each other; the later one holds."),
    "CUR-015": (
        Level.WARNING,
        "The date of a decision may be of two days; the first number is read as the day.",
    ),
    "CUR-020": (Level.WARNING, "A row of register.csv cannot be read; it is kept out."),
    "CUR-021": (Level.WARNING, "Two rows of register.csv have one id or one slug; the first holds."),
    "CUR-022": (Level.WARNING, "A row of register.csv moves to an id that is not there."),
}

_NEAR = 55
"""Least likeness (0..100) of a word that is offered in place of another: one letter wrong in three."""

_SLIP = 80
"""Least likeness (0..100) of a word that is taken for another: a letter missing, doubled or in the wrong place."""


def finding(code: str, where: str, message: str, hint: str) -> Finding:
    """Return a finding with the level of its code. KeyError for a code that is not in the table."""
    return Finding(code, CODES[code][0], where, message, hint)


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return ``Did you mean "x"?`` with the nearest of the known words, or the other hint where none is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.casefold(), sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f'Did you mean "{best[0]}"?' if best else otherwise


def is_near(word: str, known: str) -> bool:
    """Whether a word may be a slip of the pen for a known one: a letter or two wrong."""
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(word.casefold(), known) >= _SLIP)


def near_captures(path: str, keys: Iterable[str]) -> list[str]:
    """Up to three keys of captures that a path may be a slip for, nearest first: their files' names are alike, or all but so."""
    from rapidfuzz import fuzz, process

    def name(key: str) -> str:
        return key.casefold().rpartition("/")[2].partition(".")[0]

    known = sorted(keys)
    found = process.extract(path, known, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=10)
    return [key for key, _score, _at in found if fuzz.ratio(name(path), name(key)) >= _NEAR][:3]
