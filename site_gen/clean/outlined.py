"""A Markdown capture, from the outline that ingest made of it: its lines, and what they do not say.

In: a capture with an outline. Out: a ``Sheet``, one piece a block, the items of a list and the rows of a table on lines of
their own; and the source of links, cells and numbers of its blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model import Capture, Link, Outline, Span

from . import fragment
from .blocks import Kept, Source
from .pieces import LineNumbers, Piece, Sheet, folded

_KIND_TAGS = {
    "paragraph": "p",
    "heading": "h2",
    "quote": "blockquote",
    "list": "li",
    "table": "td",
    "caption": "figcaption",
    "code": "pre",
}


def sheet(capture: Capture, titles: tuple[str, ...] = ()) -> Sheet:
    """Return the blocks of a Markdown capture as pieces: its lists and tables whole, its headings with their level."""
    numbers = LineNumbers(capture.text)
    pieces: list[Piece] = []
    for order, block in enumerate(capture.outline, 1):
        text = "\n".join([folded(line) for line in block.text.split("\n")])
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
                quoted=block.kind == "quote",
            )
        )
    heads = tuple(piece.text for piece in pieces if piece.level == 1)[:1]
    groups = tuple((piece.group, piece.span) for piece in pieces if piece.group)
    return Sheet(pieces=tuple(pieces), titles=(*titles, *heads), groups=groups)


def source(capture: Capture, base: str) -> Source:
    """How the links, cells and numbers of kept lines are read. ``base``: the address of the capture, or ''."""
    outline = {block.span: block for block in capture.outline}

    def links(items: Sequence[Kept]) -> list[tuple[Link, ...]]:
        return [_links(outline.get(item.piece.span), item.text, base) for item in items]

    def rows(span: Span) -> tuple[tuple[tuple[str, ...], ...], bool]:
        block = outline.get(span)
        return (block.rows, True) if block else ((), False)

    def numbers(span: Span, _lines: Sequence[Piece]) -> tuple[int, ...]:
        block = outline.get(span)
        return block.numbers if block else ()

    return Source(links, rows, numbers)


def _links(block: Outline | None, text: str, base: str) -> tuple[Link, ...]:
    if block is None or block.text != text:
        return ()
    return tuple(link for link in block.links if fragment.address(link.href, base))
