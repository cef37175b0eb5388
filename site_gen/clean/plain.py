"""The visible lines of a text or Markdown capture, each with its place.

In: the decoded text, or the outline that ingest made of a Markdown capture. Out: a ``Sheet``. A line is what stands
between two line ends; lines of white space alone have no piece.
"""

from __future__ import annotations

import re

from site_gen.model import Capture

from .pieces import LineNumbers, Piece, Sheet, folded

MAX_LINES = 50_000
"""Lines read of one text; a book has fewer."""
MAX_LINE_CHARS = 200_000
"""A longer line is read to here; nobody writes such a paragraph."""
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
_KIND_TAGS = {
    "paragraph": "p",
    "heading": "h2",
    "quote": "blockquote",
    "list": "li",
    "table": "td",
    "caption": "figcaption",
    "code": "pre",
}


def sheet(text: str, titles: tuple[str, ...] = ()) -> Sheet:
    """Return the lines of a text in order; ``cut`` is ``size`` where it was not read to its end."""
    numbers = LineNumbers(text)
    pieces: list[Piece] = []
    cut = ""
    for match in _LINE.finditer(text):
        if len(pieces) >= MAX_LINES:
            cut = "size"
            break
        raw = match.group()[:MAX_LINE_CHARS]
        cut = "size" if len(raw) < len(match.group()) else cut
        visible = folded(raw)
        if not visible or _BLANK.fullmatch(visible):
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        pieces.append(Piece(text=visible, span=(start, end), number=numbers.at(start)))
    return Sheet(pieces=tuple(pieces), titles=titles, cut=cut)


def outlined(capture: Capture, titles: tuple[str, ...] = ()) -> Sheet:
    """Return the blocks of a Markdown capture as pieces: its lists and tables whole, its headings with their level."""
    numbers = LineNumbers(capture.text)
    pieces: list[Piece] = []
    for order, block in enumerate(capture.outline, 1):
        text = folded(block.text)
        if not text:
            continue
        pieces.append(
            Piece(
                text=text,
                span=block.span,
                number=numbers.at(block.span[0]),
                tag=f"h{block.level}" if block.kind == "heading" else _KIND_TAGS[block.kind],
                level=block.level if block.kind == "heading" else 0,
                kind="caption" if block.kind == "caption" else "",
                link_chars=min(len(text), sum(link.end - link.start for link in block.links)),
                group=order if block.kind in ("list", "table") else 0,
            )
        )
    heads = tuple(piece.text for piece in pieces if piece.level == 1)[:1]
    return Sheet(pieces=tuple(pieces), titles=(*titles, *heads))
