"""Links and tables of a page's kept fragments; tables that leave something to be guessed are read with Beautiful Soup.

In: the source of one fragment (a paragraph, a table), never a whole page. Out: plain text with links, or cells. No
tag leaves this module.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from site_gen.model import Link

from . import regular, tags
from .pieces import folded

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

SCHEMES = frozenset(("http", "https", "mailto"))
MAX_FRAGMENT = 200_000
"""Longest fragment read, in characters; a longer one keeps its text and loses its links."""
MAX_ROWS = 2_000


def _soup(source: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    return BeautifulSoup(source, "lxml")


def address(href: str, base: str) -> str:
    """The address a link leads to, or '' where it leads nowhere a reader may go: only http, https and mailto."""
    try:
        whole = urljoin(base, href.strip()) if base else href.strip()
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or (parts.scheme != "mailto" and not parts.netloc):
        return ""
    return whole if whole.isprintable() and " " not in whole else ""


def links(fragments: Sequence[tuple[str, str]], base: str) -> list[tuple[Link, ...]]:
    """Return the links of each fragment as places in its text; none where they cannot be placed.

    A fragment is its source and its visible text, white space folded. A link within the page, to a script or to a
    relative address without a base is left out.
    """
    return [
        tuple(_placed(_anchors(source), text, base)) if len(source) <= MAX_FRAGMENT else ()
        for source, text in fragments
    ]


_ANCHOR = re.compile(r"<a(?=[\s/>])", re.I)
_HREF = re.compile(r"""[\s"'/]href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_CLOSED = re.compile(r"</a(?=[\s/>]|$)", re.I)


def _anchors(source: str) -> Iterator[tuple[str, str]]:
    """The label and address of each anchor that has one; an anchor goes on to its end or to the next anchor."""
    if "<a" not in source and "<A" not in source:
        return
    for part in _ANCHOR.split(source)[1:]:
        end = tags.end_of(part, 0)
        found = _HREF.search(part, 0, end)
        if found is None:
            continue
        closed = _CLOSED.search(part, end)
        inner = part[end : closed.start() if closed else len(part)]
        label = _shown(inner) if "<" in inner else inner
        yield html.unescape(label), html.unescape(found.group(1) or found.group(2) or found.group(3) or "")


def _shown(inner: str) -> str:
    first, *rest = inner.split("<!--")
    return _TAGS.sub("", first + "".join([part.partition("-->")[2] for part in rest]))


_TAGS = re.compile(r"<[/!?]?[A-Za-z!?][^>]*>?")


def _placed(anchors: Iterable[tuple[str, str]], text: str, base: str) -> Iterator[Link]:
    place = 0
    for words, href in anchors:
        label = folded(words)
        start = text.find(label, place) if label else -1
        if start < 0:
            continue
        place = start + len(label)
        target = "" if href.startswith("#") else address(href, base)
        if target:
            yield Link(start, place, target)


_TABLE = re.compile(r"<table(?=[\s/>])", re.I)
_CELL = re.compile(r"<t[dh](?=[\s/>])[^<]*(?:<(?!/?tr[\s/>])[^<]*)*?<t[dh](?=[\s/>])", re.I)
"""Two cells in one row."""


def rows(source: str) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return a table's cells row by row, and whether the first row is its head; nothing where it is no plain table.

    Rows are made equally long; a table within a table, or of one column, is no plain table.
    """
    # Nearly all tables of old pages hold the page: to see that takes no parser.
    if len(source) > MAX_FRAGMENT or len(_TABLE.findall(source, 1)) > 0 or not _CELL.search(source):
        return (), False
    lines = regular.lines(source)[:MAX_ROWS] or _guessed(source)
    cells = [[text for _, text in line] for line in lines]
    head = bool(lines) and all(name == "th" for name, _ in lines[0])
    cells = [row for row in cells if any(row)]
    width = max((len(row) for row in cells), default=0)
    if width < 2:
        return (), False
    return tuple(tuple(row + [""] * (width - len(row))) for row in cells), head


def _guessed(source: str) -> regular.Lines:
    """The rows of a table, mended as browsers do; none where another table stands in it."""
    table = _soup(source).find("table")
    if table is None or table.find("table") is not None:
        return []
    lines = table.find_all("tr")[:MAX_ROWS]
    return [
        [(cell.name, folded(cell.get_text(" "))) for cell in line.find_all(["td", "th"])] for line in lines
    ]
