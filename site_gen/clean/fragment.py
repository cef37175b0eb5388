"""Links and tables of a page's kept fragments, read with Beautiful Soup.

In: the source of one fragment (a paragraph, a table), never a whole page. Out: plain text with links, or cells. No
tag leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from site_gen.model import Link

from .pieces import folded

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

SCHEMES = frozenset(("http", "https", "mailto"))
MAX_FRAGMENT = 200_000
"""Longest fragment read, in characters; a longer one keeps its text and loses its links."""
MAX_ROWS = 2_000


def _soup(source: str, only: str = "") -> BeautifulSoup:
    from bs4 import BeautifulSoup
    from bs4.filter import SoupStrainer

    return BeautifulSoup(source, "lxml", parse_only=SoupStrainer(only) if only else None)


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
    relative address without a base is left out. All are read in one go: making a soup costs more than filling it.
    """
    found: list[tuple[Link, ...]] = [()] * len(fragments)
    linked = [i for i, (source, _) in enumerate(fragments) if _has_link(source)]
    if not linked:
        return found
    # Only anchors are made, and an empty one before each fragment says whose the next are.
    whole = "".join(f'<a href="{_MARK}{i}"></a>{fragments[i][0]}</a>' for i in linked)
    labels: dict[int, list[tuple[str, str]]] = {i: [] for i in linked}
    now = linked[0]
    for anchor in _soup(whole, only="a").find_all("a", href=True):
        href = str(anchor["href"])
        if href.startswith(_MARK) and href[len(_MARK) :].isdecimal():
            now = int(href[len(_MARK) :])
        elif now in labels:
            labels[now].append((anchor.get_text(), href))
    for i in linked:
        found[i] = tuple(_placed(labels[i], fragments[i][1], base))
    return found


_MARK = "#fragment-"


def _has_link(source: str) -> bool:
    return len(source) <= MAX_FRAGMENT and ("<a" in source or "<A" in source)


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


def rows(source: str) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return a table's cells row by row, and whether the first row is its head; nothing where it is no plain table.

    Rows are made equally long; a table within a table, or of one column, is no plain table.
    """
    if len(source) > MAX_FRAGMENT:
        return (), False
    table = _soup(source).find("table")
    if table is None or table.find("table") is not None:
        return (), False
    lines = table.find_all("tr")[:MAX_ROWS]
    cells = [[folded(cell.get_text(" ")) for cell in line.find_all(["td", "th"])] for line in lines]
    head = bool(lines) and all(cell.name == "th" for cell in lines[0].find_all(["td", "th"]))
    cells = [row for row in cells if any(row)]
    width = max((len(row) for row in cells), default=0)
    if width < 2:
        return (), False
    return tuple(tuple(row + [""] * (width - len(row))) for row in cells), head
