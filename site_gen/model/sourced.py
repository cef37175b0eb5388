"""A value with the ground it stands on: the archive's promise to its readers.

Invariant: what is unknown is ``None`` in the place of a ``Sourced``, never a guess shown as fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

Span = tuple[int, int]
"""Start and end, in characters; of the decoded capture unless the field says "of the block"."""


class Basis(StrEnum):
    """How the archive came to know a value."""

    STATED = "stated"
    """The capture says so."""
    INFERRED = "inferred"
    """A named rule concluded it."""
    SUPPLIED = "supplied"
    """A person said so, in metadata.csv or in a decision."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a value rests on. At least one of spans, file, articles or note says where to look."""

    rule: str
    """Name of the rule that read or concluded it, such as ``json-ld`` or ``dateline``."""
    spans: tuple[Span, ...] = ()
    file: str | None = None
    """File and row, such as ``metadata.csv:3``."""
    articles: tuple[str, ...] = ()
    """Ids of the articles that a conclusion across articles used."""
    note: str | None = None
    """One sentence for a reader: how the rule came to the value."""


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value, its basis and its evidence."""

    value: T
    basis: Basis
    evidence: Evidence
