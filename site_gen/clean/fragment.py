"""Links and tables of a page's kept fragments, read with Beautiful Soup.

In: the source of one fragment (a paragraph, a table), never a whole page. Out: plain text with links, or cells. No
tag leaves this module.
"""

from __future__ import annotations

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


def links(source: str, text: str, base: str) -> tuple[Link, ...]:
    """Return the links of a fragment as places in its text; none where they cannot be placed.

    ``text`` is the fragment's visible text, white space folded. A link within the page, to a script or to a relative
    address without a base is left out.
    """
    if "<a" not in source[:MAX_FRAGMENT].lower() or len(source) > MAX_FRAGMENT:
        return ()
    found: list[Link] = []
    place = 0
    for anchor in _soup(source).find_all("a", href=True):
        label = folded(anchor.get_text())
        start = text.find(label, place) if label else -1
        if start < 0:
            continue
        place = start + len(label)
        href = str(anchor["href"])
        target = "" if href.startswith("#") else address(href, base)
        if target:
            found.append(Link(start, place, target))
    return tuple(found)


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
