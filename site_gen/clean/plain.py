"""The visible lines of a text capture, each with its place.

In: the decoded text. Out: a ``Sheet``. A line is what stands
between two line ends; lines of white space alone have no piece.
"""

from __future__ import annotations

import re

from site_gen.model import Span

from . import layout
from .features import key
from .pieces import LineNumbers, Piece, Sheet, folded

MAX_LINES = 20_000
"""Lines read of one text; a book has fewer."""
MAX_LINE_CHARS = 200_000
"""A longer line is read to here; nobody writes such a paragraph."""
_LINE = re.compile(r"([^\n\r\u2028\u2029\x0b\x0c\x85]+)")
_ESCAPED_LINE = re.compile(r"(?:\\[nr])*((?:(?!\\[nr])[^\n\r\u2028\u2029\x0b\x0c\x85])*)")
"""A line of a text whose line ends were written as two characters, ``\\n``, by the program that stored it."""
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
TITLE_CHARS = 20
"""Letters and digits of the shortest title recognised by its being said twice."""
NAMED_LINES, NAME_CHARS, BARS = 4, 30, ("-", "–", "—", "|", "·", "•", ":")
"""Lines on top of a text among which the page's name may stand, below a link or two; the longest name of a site behind the
title, in letters; and what parts the two."""


def sheet(text: str, titles: tuple[str, ...] = (), *, start: int = 0) -> Sheet:
    """Return the lines of a text in order; ``cut`` is ``size`` where it was not read to its end.

    Lines that a scraper broke at a link or that were wrapped at a width are put together again: the piece's span
    then covers them all. A line that holds several paragraphs, or the title (``titles``: as given) and the text behind
    it, is divided. ``start``: where the text begins behind what stands above it.
    """
    lines, cut = _lines(text, start)
    lines = layout.divided(text, layout.without_title(text, _joined(text, lines), titles))
    numbers = LineNumbers(text)
    pieces = [
        Piece(text=folded(text[start:end]), span=(start, end), number=numbers.at(start))
        for start, end in lines
    ]
    guessed = () if titles else _named_above(pieces)
    return Sheet(pieces=tuple(pieces), titles=titles or guessed, is_title_guessed=bool(guessed), cut=cut)


def _lines(text: str, start: int) -> tuple[list[Span], str]:
    """The spans of all lines with something visible, ends stripped."""
    found: list[Span] = []
    is_escaped = text.count("\\n") > max(1, text.count("\n"))
    for match in (_ESCAPED_LINE if is_escaped else _LINE).finditer(text, start):
        if len(found) >= MAX_LINES:
            return found, "size"
        raw, first = match[1], match.start(1)
        if len(raw) > MAX_LINE_CHARS:
            return [*found, (first, first + MAX_LINE_CHARS)], "size"
        if not _BLANK.fullmatch(raw):
            found.append((first + len(raw) - len(raw.lstrip()), first + len(raw.rstrip())))
    return found, ""


def _joined(text: str, lines: list[Span]) -> list[Span]:
    """The lines with those that go on another put together with it."""
    found: list[Span] = []
    for (start, end), goes_on in zip(lines, layout.goes_on(text, lines), strict=True):
        found.append((found.pop()[0] if goes_on and found else start, end))
    return found


def _named_above(pieces: list[Piece]) -> tuple[str, ...]:
    """The title, where one of the first lines says it, alone or with the site's name behind, and a later one says it again."""
    for place, above in enumerate(pieces[:NAMED_LINES]):
        first = key(above.text)
        for piece in pieces[place + 1 :] if len(first) >= TITLE_CHARS else ():
            later = key(piece.text)
            behind = len(first) - len(later)
            is_it = place == 0 or (
                above.text[len(piece.text) :].lstrip()[:1] in BARS and 0 < behind <= NAME_CHARS
            )
            if len(later) >= TITLE_CHARS and first.startswith(later) and is_it:
                return (piece.text,)
    return ()
