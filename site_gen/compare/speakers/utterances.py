"""Quotations with who says them.

What ``speakers`` finds and ``quotes`` and ``figures`` go by.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..marks import Quotation
from .voices import Voice


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation and who says it."""

    block: int
    sentence: int
    quotation: Quotation
    voice: Voice | None
    is_led: bool
    """Whether the words that attribute it stand in its sentence, before it."""
    is_alone: bool
    """Whether its sentence is nothing but quotation and attribution."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one article."""

    utterances: tuple[Utterance, ...]
    voices: dict[tuple[int, int], tuple[Voice, ...]]
    """Voices by block and sentence, in order."""
    people: tuple[str, ...]
    """Full names of the article's people, in order of appearance."""
