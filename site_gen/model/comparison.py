"""What the outlets of one event share, quote, count, and tell alone. All spans count characters of the block's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .sourced import Span

FigureStatus = Literal["agree", "differ", "scope differs", "single"]
GAP = "…"
"""Stands for the number in the clause that says what a measure counts: "outside for …"."""


def is_money(unit: str) -> bool:
    """Whether the unit of a number is the code of a currency."""
    return len(unit) == 3 and unit.isupper()


@dataclass(frozen=True, slots=True)
class PassageMention:
    """A shared passage as one article carries it, inside one paragraph."""

    article: str
    paragraph: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Wording that two or more articles share, small differences bridged."""

    mentions: tuple[PassageMention, ...]
    words: int
    """Words that are the same in all mentions."""
    agency: str | None = None
    """Agency that one of the articles credits for it, where one does."""
    is_quoted: bool = False
    """Whether the articles only quote these words: hardly one of them stands outside quotation marks in both."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the fullest name any outlet gives, or the institution."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """An utterance as one article renders it."""

    article: str
    paragraph: str
    span: Span
    text: str
    """Without its quotation marks."""
    kind: Literal["verbatim", "paraphrase"]
    attributed_as: str | None
    """The speaker in this article's words: "U.N. spokesman Farhan Haq"."""
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance and its renderings."""

    speaker: Speaker | None
    mentions: tuple[QuoteMention, ...]
    conflict: str | None = None
    """Where outlets give it to different speakers: in words, no verdict."""
    attributions: tuple[tuple[str, str], ...] = ()
    """There, two outlets and the speaker that each names, for pages in other languages."""


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A number in an article."""

    article: str
    paragraph: str
    span: Span
    text: str
    value: float
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    """at least, more than, about, nearly, up to …"""
    unit: str = ""
    scope: str | None = None
    """Where or when it holds, as the text says."""
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What several outlets (or one) count, and their numbers for it."""

    counts: str
    """What is counted or measured, in the articles' words: "people killed in the war", "share of the vote"; in a language
    without headings a measure has its clause: "… par an"."""
    status: FigureStatus
    mentions: tuple[FigureMention, ...]
    language: str = ""
    """Of ``counts``: that of most of the event's articles, where one of the numbers stands in it."""


@dataclass(frozen=True, slots=True)
class Unique:
    """A sentence whose content only one article of the event has."""

    article: str
    paragraph: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words of ``a`` that ``b`` carries too, and the other way round."""

    a: str
    b: str
    words: int
    share_of_a: float
    """0..1 of a's words."""
    share_of_b: float


@dataclass(frozen=True, slots=True)
class OwnWording:
    """How much of an article stands in no article of another outlet of the event."""

    article: str
    share: float
    """0..1."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One event's coverage, side by side."""

    event: str
    passages: tuple[Passage, ...]
    """Longest first."""
    quotes: tuple[Quote, ...]
    """Most outlets first."""
    figures: tuple[Figure, ...]
    """Differing first, then most outlets."""
    unique: tuple[Unique, ...]
    overlaps: tuple[Overlap, ...]
    own: tuple[OwnWording, ...]
