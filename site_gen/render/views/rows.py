"""Rows of the event's page and of the page beside the original. All addresses are relative to the page that holds them."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from .parts import ArticleLine, Mark, Named, Ref, Shown, TextBlock


class LineRow(Struct, gc=False):
    """A line of the capture beside what became of it."""

    anchor: str
    """``L12``; empty for the second and later lines that start on one line of the file."""
    number: int
    text: str
    role: str
    """In words."""
    rule: str
    is_cut: bool


class SideBySideRow(Struct, gc=False):
    """Lines of the capture on one side; on the other what they became."""

    lines: tuple[LineRow, ...]
    is_cut: bool
    block: TextBlock | None
    """The cleaned paragraph; None where the lines were cut or went into the record."""
    became: str
    """Where they went instead: "title", "byline"; empty where cut."""


class CoverageRow(Struct, gc=False):
    """One article of an event."""

    mark: Mark
    line: ArticleLine
    own: str
    """Share of own wording, such as ``61%``; empty where not measured."""
    bar: Markup
    """The same as a bar; empty where not measured."""
    published: Shown | None
    """Date of publication with its ground."""


class MatrixRow(Struct, gc=False):
    """A row of the table behind the matrix: how much of one article stands in each other."""

    mark: Mark
    cells: tuple[Named, ...]
    """Share of its words in each other article; the address leads to the two side by side."""


class PassageText(Struct, gc=False):
    """A shared passage as some articles carry it."""

    refs: tuple[Ref, ...]
    html: Markup
    """Words that differ from the first rendering are ``<u>``."""
    language: str


class PassageRow(Struct, gc=False):
    """A passage that several outlets share."""

    words: int
    agency: str
    texts: tuple[PassageText, ...]
    """Different renderings; the same wording stands once."""
    others: tuple[Ref, ...]
    """Where else it stands, in articles that are not shown at length."""
    more_texts: tuple[PassageText, ...] = ()
    """The rest of a long run, folded."""
    paragraphs: int = 1
    """How many passages follow one another here, one a paragraph."""
    compare_url: str = ""
    """Of a run that two articles share: the two side by side."""


class QuoteText(Struct, gc=False):
    """A rendering of an utterance."""

    html: Markup
    """Words that differ from the first rendering are ``<u>``, "[…]" stands for those left out; without quotation marks."""
    is_paraphrase: bool
    refs: tuple[Ref, ...]
    """Where it stands; ``said`` names the attribution where it differs."""
    language: str
    opens: str = "“"
    closes: str = "”"
    """The marks of its language."""


class QuoteRow(Struct, gc=False):
    """An utterance and its renderings."""

    texts: tuple[QuoteText, ...]
    conflict: Markup
    """Where outlets give it to different speakers; else empty."""
    outlets: int


class Opening(Struct, gc=False):
    """What happened, in the first sentences of one report."""

    texts: tuple[Markup, ...]
    """Its paragraphs."""
    ref: Ref
    language: str


class BriefItem(Struct, gc=False):
    """A finding in words, with the part of the page it leads to."""

    html: Markup
    """Names and numbers of the archive, each isolated."""
    url: str


class BriefLine(Struct, gc=False):
    """One thing that comparing the articles found."""

    label: str
    items: tuple[BriefItem, ...]
    is_run_on: bool
    """Whether the items stand in one line: names."""


class SpeakerRow(Struct, gc=False):
    """A speaker and what the outlets quote."""

    name: str
    role: str
    quotes: tuple[QuoteRow, ...]
    role_language: str = ""


class FigureValue(Struct, gc=False):
    """A number as some outlets give it."""

    text: str
    scope: str
    said_by: str
    refs: tuple[Ref, ...]
    language: str = ""
    """Of scope and speaker."""
    text_language: str = ""
    """Of the number; empty where it is digits, or in words of the interface."""


class FigureRow(Struct, gc=False):
    """What is counted, and the numbers."""

    counts: str
    status: str
    """agree, rounded, currencies, differ, scope, single: which word the template shows."""
    values: tuple[FigureValue, ...]
    language: str = ""
    """Of what is counted."""


class UniqueText(Struct, gc=False):
    """A sentence that one outlet alone has."""

    text: str
    url: str
    paragraph: str


class UniqueRow(Struct, gc=False):
    """What one outlet tells alone."""

    mark: Mark
    language: str
    texts: tuple[UniqueText, ...]


class Reason(Struct, gc=False):
    """Why two articles were put together."""

    a: Mark
    b: Mark
    score: str
    """0 to 1, two places."""
    because: tuple[tuple[str, str], ...]
    """(kind of reason in words, what is shared)."""


class LeftOutRow(Struct, gc=False):
    """The nearest article that was not taken in."""

    line: ArticleLine
    score: str
    why: str
