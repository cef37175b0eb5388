"""The rows of a table that closes all it opens, read without a parser: nearly all tables, in a tenth of the time.

In: a table's source. Out: its cells, the same that a parser gives, or none where anything would have to be guessed.
"""

from __future__ import annotations

import html
import re
from html.entities import name2codepoint

from . import tags
from .pieces import folded

Lines = list[list[tuple[str, str]]]
"""The cells of each row: ``td`` or ``th``, and the text."""

_PART = re.compile(r"<(/?)(tr|td|th)(?=[\s/>])[^<>]*>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&(#(?:3[2-9]|[4-9]\d|1[6-9]\d|2\d\d|\d{4})(?=;)|\w*)(;?)")
_UNUSUAL = re.compile(
    r"<[!?]|</?(?:script|style|template|noscript|svg|math|textarea|select|iframe|object|title|body|html|head)\b"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]",
    re.I,
)
"""What is no plain text between tags: comments, elements that are not read, control characters."""


def lines(source: str) -> Lines:
    """The rows of a table; none where a row or a cell is left open, or a tag or character may be read in two ways."""
    if _UNUSUAL.search(source) or any(tags.is_within_quotes(tag) for tag in _TAG.findall(source)):
        return []
    found: Lines = []
    row, cell, start = False, "", 0
    for part in _PART.finditer(source):
        closes, name = bool(part[1]), part[2].lower()
        follows = row == closes if name == "tr" else row and cell == (name if closes else "")
        if (cell and name == "tr") or not follows or part[0].endswith("/>"):
            return []
        if name == "tr":
            row = not closes
            found += [] if closes else [[]]
        elif closes:
            text = _text(source[start : part.start()])
            if text is None:
                return []
            found[-1].append((name, text))
            cell = ""
        else:
            cell, start = name, part.end()
    return [] if row else found


def _text(inner: str) -> str | None:
    """What is seen of a cell; None where a character is written in a way that parsers read differently."""
    shown = _TAG.sub(" ", inner) if "<" in inner else inner
    if "<" in shown:
        return None
    if "&" in shown:
        if not all(
            end and (name in name2codepoint or name[:1] == "#") for name, end in _ENTITY.findall(shown)
        ):
            return None
        shown = html.unescape(shown)
    return folded(shown)
