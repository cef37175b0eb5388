"""The visible lines of a text or Markdown capture, each with its place.

In: the decoded text, or the outline that ingest made of a Markdown capture. Out: a ``Sheet``. A line is what stands
between two line ends; lines of white space alone have no piece.
"""

from __future__ import annotations

import re

from site_gen.model import Capture, Span

from .features import key
from .pieces import LineNumbers, Piece, Sheet, folded

MAX_LINES = 20_000
"""Lines read of one text; a book has fewer."""
MAX_LINE_CHARS = 200_000
"""A longer line is read to here; nobody writes such a paragraph."""
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
_GOES_ON = re.compile(r"[a-zà-öø-ÿα-ωа-яşğ,;.)’”»]|['’]s\b|[-–—]\s")
_STOPS = re.compile(r"[.!?…:。؟][\])}\"'”’»]*$")
_BREAKS_OFF = re.compile(r"[a-zà-öø-ÿ,(“«\"‘–—-]$")
_BULLET = re.compile(r"\s*[•‣▪◦*·–—-]\s")
LABEL_WORDS = 8
"""Longest link label, in words, that is put back between the two parts of its sentence."""
TITLE_CHARS = 20
"""Letters and digits of the shortest title recognised by its being said twice."""
MIN_WRAPPED, MIN_WIDTH, MAX_WIDTH, FULL_LINE = 12, 50, 120, 0.75
"""A text of at least so many lines, the longest between so many characters, is taken for wrapped where half its full
lines break off in a sentence (short ones are menus and ends of paragraphs); a line of at least this part of the width
is full."""
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
    """Return the lines of a text in order; ``cut`` is ``size`` where it was not read to its end.

    Lines that a scraper broke at a link or that were wrapped at a width are put together again: the piece's span
    then covers them all.
    """
    lines, cut = _lines(text)
    starts = joins(text, lines)
    numbers = LineNumbers(text)
    pieces: list[Piece] = []
    for place, (start, end) in enumerate(lines):
        if starts[place] and pieces:
            start = pieces.pop().span[0]
        joined = folded(text[start:end])
        pieces.append(Piece(text=joined, span=(start, end), number=numbers.at(start)))
    if not titles and pieces:
        titles = _named_above(pieces)
    return Sheet(pieces=tuple(pieces), titles=titles, cut=cut)


def _lines(text: str) -> tuple[list[Span], str]:
    """The spans of all lines with something visible, ends stripped."""
    found: list[Span] = []
    for match in _LINE.finditer(text):
        if len(found) >= MAX_LINES:
            return found, "size"
        raw = match.group()
        if len(raw) > MAX_LINE_CHARS:
            return [*found, (match.start(), match.start() + MAX_LINE_CHARS)], "size"
        if not _BLANK.fullmatch(raw):
            found.append((match.start() + len(raw) - len(raw.lstrip()), match.start() + len(raw.rstrip())))
    return found, ""


def joins(text: str, lines: list[Span]) -> list[bool]:
    """Say for each line whether it goes on the line before it.

    Only lines that follow each other without a blank one. A line goes on where it begins in lower case or with a
    closing mark and the line before does not end a sentence; a few words between two such parts (a link's label)
    belong to both. In a text wrapped at a width every full line is gone on with.
    """
    raw = [text[start:end] for start, end in lines]
    near = [
        i > 0 and "\n" not in text[lines[i - 1][1] : lines[i][0]].replace("\n", "", 1)
        for i in range(len(lines))
    ]
    width = _wrap_width(raw, near)
    goes_on = [
        near[i] and bool(_GOES_ON.match(line)) and not _STOPS.search(raw[i - 1]) and not _BULLET.match(line)
        for i, line in enumerate(raw)
    ]
    for i in range(1, len(raw) - 1):
        label = near[i] and not goes_on[i] and goes_on[i + 1] and len(raw[i].split()) <= LABEL_WORDS
        if label and _BREAKS_OFF.search(raw[i - 1]) and len(raw[i - 1].split()) >= 3:
            goes_on[i] = True
        if width and near[i] and len(raw[i - 1]) >= width * FULL_LINE and not _BULLET.match(raw[i]):
            goes_on[i] = True
    if width and len(raw) > 1 and near[-1] and len(raw[-2]) >= width * FULL_LINE:
        goes_on[-1] = True
    return goes_on


def _wrap_width(raw: list[str], near: list[bool]) -> int:
    """The width at which a text was wrapped; 0 where it was not."""
    lengths = [len(line) for line in raw]
    if len(lengths) < MIN_WRAPPED or max(lengths) > MAX_WIDTH:
        return 0
    longest = sorted(lengths)[int(len(lengths) * 0.9)]
    full = [raw[i - 1] for i in range(1, len(raw)) if near[i] and len(raw[i - 1]) >= longest * FULL_LINE]
    broken = sum(1 for line in full if not _STOPS.search(line))
    return longest if longest >= MIN_WIDTH and full and broken * 2 >= len(full) else 0


def _named_above(pieces: list[Piece]) -> tuple[str, ...]:
    """The first line where a later one says the same, or its beginning: a scraper put the page's name on top."""
    first = key(pieces[0].text)
    for piece in pieces[1:]:
        later = key(piece.text)
        if len(later) >= TITLE_CHARS and first.startswith(later):
            return (piece.text,)
    return ()


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
