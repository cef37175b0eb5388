"""The blocks of a Markdown text as an outline: plain text, links kept, each with the lines it came from.

CommonMark with tables, read by markdown-it-py. HTML inside Markdown is recognised so that its tags can be taken off; no
markup comes out of this module, only text, and no Token crosses its border.

Invariant: the spans of an outline are in order and do not overlap.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from site_gen.model import Link, Outline, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LARGEST_CHARS = 300_000
"""A longer text (50,000 words) is not outlined: brackets without end cost markdown-it-py 6 s for as many characters."""
_UNSEEN = (
    (re.compile("<!--"), "-->"),
    (re.compile(r"<script\b", re.I), "</script>"),
    (re.compile(r"<style\b", re.I), "</style>"),
)
"""What a browser does not show: from the opening to the closing."""
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.I)
_Piece = tuple[str, str | None]
"""A run of text, and the address it links to."""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")


def outline(text: str, start: int = 0) -> tuple[Outline, ...]:
    """Return the blocks of ``text`` from character ``start`` on, in order; spans count all of ``text``.

    Paragraphs inside a quotation come out one by one as ``quote``; a list is one block, its items on lines of their own.
    """
    body = text[start:]
    starts = _line_starts(body, start)
    tokens = _parser().parse(body)
    return tuple(block for group in _top_level(tokens) for block in _blocks(group, text, starts))


def _line_starts(body: str, start: int) -> list[int]:
    starts = [start]
    starts.extend(start + m.end() for m in re.finditer("\n", body))
    starts.append(start + len(body))
    return starts


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block at the outermost level."""
    first = 0
    depth = 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[first : at + 1]
            first = at + 1


def _blocks(group: Sequence[Token], text: str, starts: Sequence[int]) -> Iterator[Outline]:
    kind = group[0].type
    if kind == "blockquote_open":
        for inner in _top_level(group[1:-1]):
            yield from (_as_quote(block) for block in _blocks(inner, text, starts))
    elif kind in ("bullet_list_open", "ordered_list_open"):
        yield from _list(group, _span(group[0], text, starts))
    elif kind == "table_open":
        yield from _table(group, _span(group[0], text, starts))
    elif kind in ("fence", "code_block"):
        code = group[0].content.rstrip("\n")
        if code.strip():
            yield Outline("code", code, _span(group[0], text, starts))
    elif kind == "html_block":
        plain = _folded([(_visible(group[0].content), None)])[0]
        if plain:
            yield Outline("paragraph", plain, _span(group[0], text, starts))
    elif kind in ("paragraph_open", "heading_open"):
        yield from _paragraph(group, _span(group[0], text, starts))


def _visible(markup: str) -> str:
    """The text of a piece of HTML; what is never closed ends with the piece."""
    for opening, closing in _UNSEEN:
        kept, at, lower = [], 0, markup.lower()
        while found := opening.search(markup, at):
            kept.append(markup[at : found.start()])
            end = lower.find(closing, found.end())
            at = len(markup) if end < 0 else end + len(closing)
        markup = "".join((*kept, markup[at:]))
    return html.unescape(_TAGS.sub(" ", markup))


def _as_quote(block: Outline) -> Outline:
    if block.kind != "paragraph":
        return block
    return Outline("quote", block.text, block.span, links=block.links)


def _span(token: Token, text: str, starts: Sequence[int]) -> Span:
    first, last = token.map or [0, 0]
    start, end = starts[first], starts[min(last, len(starts) - 1)]
    return (start, start + len(text[start:end].rstrip()))


def _paragraph(group: Sequence[Token], span: Span) -> Iterator[Outline]:
    inline = group[1].children or []
    level = int(group[0].tag[1]) if group[0].type == "heading_open" else 0
    text, links = _folded(_pieces(inline))
    if text:
        yield Outline("heading" if level else "paragraph", text, span, level, links)
        return
    pictures = [t for t in inline if t.type == "image"]
    captions = [str(t.attrs.get("title") or t.content) for t in pictures]
    caption = " ".join(" ".join(captions).split())
    if caption:
        yield Outline("caption", caption, span)


def _list(group: Sequence[Token], span: Span) -> Iterator[Outline]:
    """One block; paragraphs of an item are joined, nested items get lines of their own and the number of the outer one."""
    items: list[list[_Piece]] = []
    numbers: list[int] = []
    number = int(group[0].attrs.get("start", 1)) - 1
    for token in group:
        if token.type == "list_item_open":
            items.append([])
            number += token.level == group[0].level + 1
            numbers.append(number)
        elif token.type == "inline" and items:
            items[-1] += [(" ", None), *_pieces(token.children or [])]
        elif token.type in ("fence", "code_block") and items:
            items[-1].append((f" {token.content}", None))
    folded = [_folded(item) for item in items]
    text, links = _joined(folded)
    if text:
        shown = (n for n, (line, _) in zip(numbers, folded, strict=True) if line)
        is_ordered = group[0].type == "ordered_list_open"
        yield Outline("list", text, span, links=links, numbers=tuple(shown) if is_ordered else ())


def _table(group: Sequence[Token], span: Span) -> Iterator[Outline]:
    rows: list[list[tuple[str, tuple[Link, ...]]]] = []
    for token in group:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(_folded(_pieces(token.children or [])))
    text, links = _joined([_joined(row, " | ") for row in rows])
    if text:
        cells = tuple(tuple(cell for cell, _ in row) for row in rows)
        yield Outline("table", text, span, links=links, rows=cells)


def _joined(parts: Sequence[tuple[str, tuple[Link, ...]]], mark: str = "\n") -> tuple[str, tuple[Link, ...]]:
    """The texts that hold something, joined; links moved to their places in the whole."""
    text = ""
    links: list[Link] = []
    for part, own in parts:
        if not part:
            continue
        text += mark if text else ""
        links += (Link(link.start + len(text), link.end + len(text), link.href) for link in own)
        text += part
    return text, tuple(links)


def _pieces(inline: Sequence[Token]) -> list[_Piece]:
    """The runs of text of a line; pictures leave nothing, breaks a space, tags nothing."""
    pieces: list[_Piece] = []
    href: str | None = None
    for token in inline:
        if token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            href = target if _SAFE_LINK.fullmatch(target) else None
        elif token.type == "link_close":
            href = None
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append((" ", href))
        elif token.type == "html_inline":
            pieces.append((" " if token.content.lower().startswith("<br") else "", href))
        elif token.type in ("text", "code_inline", "text_special"):
            pieces.append((token.content, href))
    return pieces


def _one_spaced(text: str) -> str:
    """The text with each run of white space as one space, those at its ends too."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def _folded(pieces: Sequence[_Piece]) -> tuple[str, tuple[Link, ...]]:
    """The text with white space folded and trimmed, and its links in that text."""
    text = ""
    links: list[Link] = []
    for raw, href in pieces:
        piece = _one_spaced(raw)
        if not text or text.endswith(" "):
            piece = piece.lstrip()
        start, text = len(text), text + piece
        if not href or not piece:
            continue
        if links and links[-1].end == start and links[-1].href == href:
            links[-1] = Link(links[-1].start, len(text), href)
        else:
            links.append(Link(start, len(text), href))
    end = len(text.rstrip())
    trimmed = (Link(a.start, min(a.end, end), a.href) for a in links)
    return text[:end], tuple(a for a in trimmed if a.end > a.start)
