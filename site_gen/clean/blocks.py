"""The blocks of the cleaned article, from the lines that are kept.

In: the sheet and a role for each piece. Out: ``Block`` in reading order with ids p1, p2 …, and for each piece the id
of the block that holds it. Pieces of one list or table make one block; every other kept piece is a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from site_gen.model import Block, Link, Role, Span

from . import entries, features
from .pieces import Piece, Sheet

KINDS: dict[str, str] = {
    "body": "paragraph",
    "heading": "heading",
    "list_item": "list",
    "quote": "quote",
    "table_row": "table",
    "image_caption": "caption",
    "embed": "embed",
}
"""Kind of block by role; a role that is not here is not in the body."""
JOINED = frozenset(("list", "table", "embed"))
MIN_LEVEL, MAX_LEVEL = 2, 6


@dataclass(frozen=True, slots=True)
class Kept:
    """A piece that is kept, as it will read."""

    index: int
    piece: Piece
    kind: str
    text: str
    glue: str = "\n"
    """What stands between it and the piece before, where both are of one block."""


Links = Callable[[Sequence[Kept]], list[tuple[Link, ...]]]
Rows = Callable[[Span], tuple[tuple[tuple[str, ...], ...], bool]]
Numbers = Callable[[Span, Sequence[Piece]], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """How what the lines do not say is read from the capture; each is asked of kept pieces only."""

    links: Links
    """Of each piece."""
    rows: Rows
    """Cells of the table in a span, and whether the first row is its head."""
    numbers: Numbers
    """Of the list in a span: a number for each of these lines; none where it is not ordered."""


def kept(sheet: Sheet, roles: Sequence[Role], texts: Sequence[str], *, seams: dict[int, str]) -> list[Kept]:
    """The pieces whose roles belong to the body, in order.

    ``seams``: of pieces that go on with the sentence of the piece before, what stands between the two.
    """
    found: list[Kept] = []
    for i, (piece, role) in enumerate(zip(sheet.pieces, roles, strict=True)):
        if role not in KINDS or not texts[i]:
            continue
        kind, text = KINDS[role], texts[i]
        if i in seams and found and found[-1].index == i - 1 and found[-1].kind != "table":
            found.append(Kept(i, piece, found[-1].kind, text, seams[i]))
        else:
            found.append(Kept(i, piece, kind, _BULLET.sub("", text) if kind == "list" else text))
    return found


_BULLET = re.compile(r"^[•‣▪◦*–-]\s+(?=\S)")
"""The sign of an item, which a page of the archive sets itself."""


def _runs(pieces: list[Kept]) -> list[list[Kept]]:
    runs: list[list[Kept]] = []
    for item in pieces:
        last = runs[-1][-1] if runs else None
        if last is not None and (item.glue != "\n" or _are_joined(last, item)):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _are_joined(last: Kept, item: Kept) -> bool:
    """Whether two pieces are of one list, table or post; a post ends with the line that names its author."""
    if item.kind not in JOINED or last.kind != item.kind or last.piece.group != item.piece.group:
        return False
    if item.kind == "embed" and entries.author("\n" + last.text):
        return False
    return bool(item.piece.group) or item.index == last.index + 1


def _unless_laid_out(pieces: list[Kept], groups: dict[int, Span], rows: Rows) -> list[Kept]:
    """The pieces; those of a table that has no rows and columns, a frame around text, are paragraphs."""
    numbers = {item.piece.group for item in pieces if item.kind == "table"}
    frames = {n for n in numbers if n not in groups or not rows(groups[n])[0]}
    return [
        replace(item, kind="paragraph")
        if item.kind == "table" and item.piece.group in frames and features.is_prose(item.text)
        else item
        for item in pieces
    ]


def made(
    pieces: list[Kept], sheet: Sheet, *, source: Source, times: dict[int, str]
) -> tuple[tuple[Block, ...], dict[int, str]]:
    """Return the blocks, and the block's id for each kept piece's index.

    A heading that its element does not call one stands below the last that does.

    ``times``: of live-blog entries, by the index of the paragraph that begins one.
    """
    blocks: list[Block] = []
    ids: dict[int, str] = {}
    groups = dict(sheet.groups)
    source = replace(source, rows=cache(source.rows))
    pieces = _unless_laid_out(pieces, groups, source.rows)
    found = dict(zip([item.index for item in pieces], source.links(pieces), strict=True))
    level = MIN_LEVEL - 1
    for number, run in enumerate(_runs(pieces), 1):
        name = f"p{number}"
        own = run[0].piece.level
        block = _block(name, run, groups, links=[found[item.index] for item in run], source=source)
        if block.kind == "heading":
            level = own or level
            block = replace(block, level=min(MAX_LEVEL, max(MIN_LEVEL, own or level + 1)))
        blocks.append(_cited(block, times.get(run[0].index, "")))
        ids.update((item.index, name) for item in run)
    return tuple(blocks), ids


def _block(
    name: str, run: list[Kept], groups: dict[int, Span], *, links: list[tuple[Link, ...]], source: Source
) -> Block:
    first, last = run[0], run[-1]
    kind = first.kind
    text = first.text + "".join(item.glue + item.text for item in run[1:])
    cells: tuple[tuple[str, ...], ...] = ()
    has_head = False
    group = groups.get(first.piece.group)
    if kind == "table":
        cells, has_head = source.rows(group) if group else ((), False)
        text = "\n".join("\t".join(row) for row in cells) if cells else text
    return Block(
        id=name,
        kind=kind,  # type: ignore[arg-type]
        text=text,
        span=(first.piece.span[0], max(first.piece.span[1], last.piece.span[1])),
        rows=cells,
        has_head=has_head,
        numbers=_numbers(run, text, group, source) if kind == "list" and group else (),
        links=() if cells else _laid(run, links),
    )


def _numbers(run: list[Kept], text: str, group: Span, source: Source) -> tuple[int, ...]:
    """The numbers of an ordered list's lines; none where the lines say them themselves."""
    found = source.numbers(group, [item.piece for item in run if item is run[0] or item.glue == "\n"])
    lines = text.split("\n")
    if len(found) != len(lines):
        return ()
    are_said = any(line.startswith((f"{n}.", f"{n})")) for n, line in zip(found, lines, strict=True))
    return () if are_said else found


def _cited(block: Block, time: str) -> Block:
    """The block with its author or its entry's time."""
    if block.kind == "embed":
        return _posted(block)
    return replace(block, kind="entry", cite=time) if time and block.kind == "paragraph" else block


def _posted(block: Block) -> Block:
    """An embedded post with the author that its last line names beside its text."""
    post, _, _ = block.text.rpartition("\n")
    author = entries.author(block.text)
    if not post or not author:
        return block
    links = tuple(link for link in block.links if link.end <= len(post))
    return replace(block, text=post, cite=author, links=links)


def _laid(run: list[Kept], links: list[tuple[Link, ...]]) -> tuple[Link, ...]:
    """The links of pieces as places in the text of their block."""
    found: list[Link] = []
    offset = 0
    for item, own in zip(run, links, strict=True):
        offset += len(item.glue) if item is not run[0] else 0
        found += [Link(offset + link.start, offset + link.end, link.href) for link in own]
        offset += len(item.text)
    return tuple(found)
