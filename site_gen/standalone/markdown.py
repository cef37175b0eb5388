"""Blocks as Markdown (CommonMark, with GitHub's tables): headings, lists, tables, quotations and links as the page has them.

What stands in a text is escaped where Markdown would read it as a mark, and nowhere else. Captions are left out, as they are of ``Body.text``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from site_gen.model import Block

_MARK = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|~(?=~)")
"""A character that Markdown would read as a mark wherever it stands."""
_START = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}\s*$|~{3})")
"""What Markdown would read as a mark where a line begins with it."""
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"[\s<>\\]")


def markdown_of(blocks: Sequence[Block], title: str | None = None) -> str:
    """Return blocks as Markdown, the title as its first heading where there is one; no line end behind the last."""
    head = [f"# {_line(title)}"] if title else []
    return "\n\n".join([*head, *(text for block in blocks if (text := _block(block)))])


def _block(block: Block) -> str:
    """One block; "" for a caption."""
    if block.kind == "caption":
        return ""
    if block.kind == "heading":
        return f"{'#' * block.level} {_inline(block)}"
    if block.kind == "list":
        return _list(_lines(block), block.numbers)
    if block.kind == "table" and block.rows:
        return _table(block.rows, has_head=block.has_head)
    if block.kind in ("quote", "embed"):
        return _quoted([*_lines(block), *(["", f"— {_escaped(block.cite)}"] if block.cite else [])])
    time = f"**{_escaped(block.cite)}** " if block.kind == "entry" and block.cite else ""
    return time + "\\\n".join(_lines(block))


def _quoted(lines: Sequence[str]) -> str:
    """Lines of a quotation, each a line of its own where it is shown, too."""
    ends = ["\\" if line and after else "" for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(f"> {line}{end}".rstrip() for line, end in zip(lines, ends, strict=True))


def _list(lines: Sequence[str], numbers: Sequence[int]) -> str:
    """A list; lines of one number are paragraphs of one item."""
    if not numbers:
        return "\n".join(f"- {line}" for line in lines)
    items = groupby(zip(numbers, lines, strict=True), key=lambda item: item[0])
    return "\n".join(_item(f"{number}. ", [line for _number, line in group]) for number, group in items)


def _item(mark: str, lines: Sequence[str]) -> str:
    return mark + ("\n\n" + " " * len(mark)).join(lines)


def _table(rows: Sequence[Sequence[str]], *, has_head: bool) -> str:
    """A table, its rows made equally long; its head is empty where it has none, for GitHub's tables need one."""
    width = max(map(len, rows))
    even = [[*map(_cell, row), *[""] * (width - len(row))] for row in rows]
    head, body = (even[0], even[1:]) if has_head else ([""] * width, even)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * width, *body))


def _cell(text: str) -> str:
    return _escaped(" ".join(text.split())).replace("|", "\\|")


def _lines(block: Block) -> list[str]:
    return [_line_start(line) for line in _inline(block).split("\n")]


def _line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _inline(block: Block) -> str:
    """The text of a block, with its links."""
    found, at = [], 0
    for link in block.links:
        found += [_escaped(block.text[at : link.start]), _link(block.text[link.start : link.end], link.href)]
        at = link.end
    return "".join((*found, _escaped(block.text[at:])))


def _link(text: str, address: str) -> str:
    inner = text.strip()
    if not inner:
        return text
    before, _, behind = text.partition(inner)
    safe = _ADDRESS.sub(lambda mark: f"%{ord(mark[0]):02X}", address)
    where = f"<{safe}>" if "(" in safe or ")" in safe else safe
    return f"{before}[{_escaped(inner)}]({where}){behind}"


def _escaped(text: str) -> str:
    return _MARK.sub(r"\\\g<0>", text)


def _line_start(line: str) -> str:
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    return f"\\{line}" if _START.match(line) else line
