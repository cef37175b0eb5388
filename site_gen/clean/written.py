"""What the source of a page says of a line beyond its element: it is an item of a list, all bold, one sentence with the next.

In: the sheet of a page, its source, and which lines the scores put inside the article; only those are looked at. Out:
the places of such lines. Scores never see it: it decides how a line reads, not whether it is kept.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .pieces import Piece, Sheet

HEADING_WORDS = 14
"""Longest line that can be a heading, in words."""
PARAGRAPHS = frozenset(("p", "div", "section", "article", "center", "body", ""))
"""Elements whose lines are headings by their bold type alone."""
_BOLD = re.compile(r"<(b|strong)(?=[\s>])[^<>]*>.*?</\1\s*>", re.S | re.I)
_STYLED = re.compile(r"<span\s[^<>]*font-weight:\s*(?:bold|[6-9]00)[^<>]*>.*?</span\s*>", re.S | re.I)
_TAG = re.compile(r"<[^<>]*>")
_LETTERS = re.compile(r"[^\W_]")
_LIST = re.compile(r"<[uo]l[\s>]", re.I)
_BOUNDARY = re.compile(
    r"</?(?:p|div|[uo]l|li|d[ltd]|table|t[rdh]|h[1-6]|section|article|aside|header|footer|main|figure|figcaption|blockquote"
    r"|pre|br|hr|nav|form|script|iframe|address)(?=[\s/>])",
    re.I,
)
MOST_BETWEEN = 2_000
"""Longest source between two halves of a sentence, in characters: a button, a note that opens on a click."""
_CLOSERS = "\"'”’»)]"
_CLOSED = frozenset(".!?…:;。؟")
_GOES_ON = re.compile(r"[a-zß-öø-ÿ\d,;.:)\]”’»!?]")
_MARKS = re.compile(r"[)\],;.:!?”’»\"']+")


@dataclass(frozen=True, slots=True)
class Written:
    """Places of lines, by what their source says."""

    items: frozenset[int] = frozenset()
    """Paragraphs that are the only line of an item of a list."""
    bold: frozenset[int] = frozenset()
    """Short paragraphs all in bold type."""
    continued: frozenset[int] = frozenset()
    """Lines that go on with the sentence of the line before."""
    quotes: bool = True
    """Whether quotations are marked as such: not where most of the article stands inside them."""


NOTHING = Written()


def written(sheet: Sheet, source: str, inside: tuple[bool, ...]) -> Written:
    """Return what the source of a page says of the lines inside its article; a text says which are quotations, if anything."""
    pieces = sheet.pieces
    kept = [i for i, is_inside in enumerate(inside) if is_inside]
    if not sheet.is_markup:
        return Written(quotes=_quotes(pieces, kept))
    return Written(
        items=_items(sheet, source, kept),
        bold=frozenset(i for i in kept if _may_head(pieces[i]) and _is_bold(_source(pieces[i], source))),
        continued=_continued(pieces, source, kept),
        quotes=_quotes(pieces, kept),
    )


def _quotes(pieces: Sequence[Piece], kept: Sequence[int]) -> bool:
    quoted = sum(len(pieces[i].text) for i in kept if pieces[i].quoted)
    return 2 * quoted <= sum(len(pieces[i].text) for i in kept)


def _source(piece: Piece, source: str) -> str:
    return source[piece.source[0] : piece.source[1]]


def _items(sheet: Sheet, source: str, kept: list[int]) -> frozenset[int]:
    """Lines in an element of their own in an item of a list, alone there."""
    lines = Counter(piece.row for piece in sheet.pieces if piece.row)
    lists = {number for number, span in sheet.groups if _LIST.match(source, span[0])}
    return frozenset(
        i
        for i in kept
        if (piece := sheet.pieces[i]).tag in PARAGRAPHS and lines[piece.row] == 1 and piece.group in lists
    )


def _may_head(piece: Piece) -> bool:
    return piece.tag in PARAGRAPHS and piece.text.count(" ") < HEADING_WORDS


def _is_bold(written: str) -> bool:
    """Whether all letters of a fragment stand in bold type."""
    rest = _STYLED.sub("", _BOLD.sub("", written))
    return len(rest) < len(written) and not _LETTERS.search(html.unescape(_TAG.sub("", rest)))


def _continued(pieces: tuple[Piece, ...], source: str, kept: list[int]) -> frozenset[int]:
    """Lines that go on with the sentence of the line before: a button, or an element unknown to the standard, parts them."""
    inside, found = frozenset(kept), set[int]()
    for i in range(1, len(pieces)):
        is_of_article = (i - 1 in inside or i - 1 in found) and (
            i in inside or _MARKS.fullmatch(pieces[i].text)
        )
        if is_of_article and _goes_on(pieces[i - 1], pieces[i], source):
            found.add(i)
    return frozenset(found)


def _goes_on(before: Piece, behind: Piece, source: str) -> bool:
    start, end = before.span[1], behind.span[0]
    if (
        before.holder != behind.holder
        or end - start > MOST_BETWEEN
        or ("-" in before.tag and "-" in behind.tag)
    ):
        return False
    if not _GOES_ON.match(behind.text) or before.text.rstrip(_CLOSERS)[-1:] in _CLOSED:
        return False
    return not _BOUNDARY.search(source, start, end)


def between(before: Piece, behind: Piece, source: str) -> str:
    """What stands between two halves of a sentence: a space or nothing."""
    gap = _TAG.sub("", source[before.span[1] : behind.span[0]])
    return " " if gap and gap.isspace() and not _MARKS.match(behind.text) else ""
