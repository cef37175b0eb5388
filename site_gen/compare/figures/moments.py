"""When a number holds, and whether it moves from hour to hour: what two numbers that differ may be told apart by.

Goes in: the pieces of a sentence and a number in it. Comes out: a ``Moment``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..pieces import Number, Piece
from ..reading import speech_verbs, word_set
from .screening import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class Moment:
    """When a number holds, as its sentence says."""

    years: frozenset[str] = frozenset()
    """Years that the sentence names."""
    days: frozenset[str] = frozenset()
    """Days of the week in the number's own clause ("2,000 new cases on Friday")."""
    is_moving: bool = False
    """Whether the sentence tells of prices at a market or of a storm, which are others an hour later."""
    is_denied: bool = False
    """Whether something like "without" stands beside it: 55% without water are not 55% with it."""


NO_MOMENT = Moment()


def moment_of(row: Sequence[Piece], number: Number, language: str) -> Moment:
    """Return when a number holds."""
    forms = {p.form for p in row}
    near = row[max(0, number.first - DENIED_BEFORE) : number.last + 1 + DENIED_BEHIND]
    return Moment(
        years=frozenset(p.text for p in row if _is_year(p) and not number.start <= p.start < number.end),
        days=_days(row, number, language),
        is_moving=not forms.isdisjoint(word_set(language, "moving")),
        is_denied=any(p.form in word_set(language, "lacking") for p in near),
    )


DENIED_BEFORE, DENIED_BEHIND = 4, 10
"""Pieces around a share in which it is said that something is lacking."""


def _days(row: Sequence[Piece], number: Number, language: str) -> frozenset[str]:
    """The days of the week behind a number, before its clause ends or somebody speaks ("police said Tuesday")."""
    found: set[str] = set()
    for piece in row[number.last + 1 : number.last + 1 + DAY_WITHIN]:
        if piece.text in ",;:—–" or piece.form in speech_verbs(language):
            break
        if piece.form in word_set(language, "weekdays"):
            found.add(piece.form)
    return frozenset(found)


DAY_WITHIN = 10
"""Pieces behind a number in which its day stands."""


def _is_year(piece: Piece) -> bool:
    return len(piece.text) == 4 and piece.text.isdecimal() and FIRST_YEAR <= int(piece.text) <= LAST_YEAR
