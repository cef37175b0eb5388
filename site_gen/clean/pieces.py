"""The visible lines of a capture before they have a role: what every reader of a format hands to the rules.

In: the decoded text of a capture. Out: ``Piece`` in the order of the capture; together they hold all visible text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from site_gen.model import Span

MENU = "menu"
"""``Piece.kind`` of a menu's lines. They are not learned, not scored, and no rule but one is asked about them."""

CONSENT = "consent"
"""``Piece.kind`` of the lines of a dialog that asks for consent to cookies. They are not scored."""


class Piece(NamedTuple):
    """One visible line: a line of a text, a block element's text of a page. A tuple: a page has hundreds."""

    text: str
    """White space folded to one space, ends stripped; never empty."""
    span: Span
    """Of the decoded capture, first to last visible character."""
    number: int
    """1-based line of the capture on which it starts."""
    tag: str = ""
    """Nearest block element: ``p``, ``h2``, ``li``, ``td``, ``blockquote``, ``figcaption``, ``div`` … Empty in a text."""
    level: int = 0
    """Of a heading."""
    source: Span = (0, 0)
    """The piece with the inline markup around it, for links; (0, 0) in a text."""
    link_chars: int = 0
    """Characters of ``text`` that stand inside links."""
    chrome: str = ""
    """Nearest ancestor that is furniture by its element or class: ``nav``, ``aside``, ``footer``, ``form`` …"""
    kind: str = ""
    """What its ancestors' classes call it: ``caption``, ``credit``, ``byline``, ``related``, ``embed`` …"""
    holder: int = 0
    """Number of the nearest container element; pieces of one container share it."""
    outer: int = 0
    """Number of the container around that one."""
    group: int = 0
    """Number of the table, list or figure that holds it; 0 where none does."""
    row: int = 0
    """Number of the table row or list item."""
    hidden: bool = False
    """Hidden by its markup (``hidden``, ``display:none``)."""
    main: bool = False
    """Inside an element that calls itself the article or its body."""
    quoted: bool = False
    """Inside a block quotation."""
    look: int = 0
    """Number of the way its element and those around it are written: name and classes; siblings share it."""
    depth: int = 0
    """How many elements are open around it."""


piece_of = partial(tuple.__new__, Piece)
"""A piece from all of its fields, in order: a third of the time of ``Piece(…)``."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A capture laid out as pieces, with what its markup says about the whole."""

    pieces: tuple[Piece, ...]
    titles: tuple[str, ...] = ()
    """The page's title by its markup or by what was given, the surest first."""
    is_title_guessed: bool = False
    """Whether the title is only a line on top of a text that another line says again: it may be the site's name."""
    outlet: str = ""
    """The outlet's name where it was given; empty where not."""
    is_markup: bool = False
    language: str = ""
    """As declared; empty where not."""
    cut: str = ""
    """Why the input was not read to its end: ``size``, ``depth``; empty where it was."""
    groups: tuple[tuple[int, Span], ...] = ()
    """Number and source span of each table, list and figure."""

    @property
    def is_note(self) -> bool:
        """Whether it is a text of a few lines, with nothing around the article."""
        return not self.is_markup and len(self.pieces) <= NOTE_LINES


NOTE_LINES = 6
"""Most lines of a text that is read as a note. A judgement."""


def folded(text: str) -> str:
    """The text with runs of white space (NBSP too) as one space, ends stripped."""
    return " ".join(text.split())


class LineNumbers:
    """Line numbers of ascending offsets in one pass over the text."""

    __slots__ = ("_line", "_offset", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset = 0
        self._line = 1

    def at(self, offset: int) -> int:
        """1-based line of an offset; offsets must not descend."""
        if offset > self._offset:
            self._line += self._text.count("\n", self._offset, offset)
            self._offset = offset
        return self._line
