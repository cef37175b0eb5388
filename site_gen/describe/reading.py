"""One capture opened for description: its text, its cleaned body, and what its markup states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from site_gen.model import Body, Capture, Line, Outlet

from . import jsonld, markup
from .claim import Claim

MAX_HTML_CHARS = 5_000_000
"""Beyond it only the beginning is read for metadata."""
_HOST = re.compile(r"^(?:https?:)?//(?:[^/@]*@)?([^/:?#]+)", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the rules of every field may look at. Compared by identity, so that what is read from it once can be kept."""

    capture: Capture
    body: Body
    outlets: tuple[Outlet, ...]
    markup: markup.Markup
    node: jsonld.Node | None
    url: Claim | None
    """Canonical address as the page or its record gives it; absolute http(s) only."""

    @property
    def is_html(self) -> bool:
        """Whether the capture has markup to read."""
        return self.capture.media_type == "text/html"

    def lines(self, *roles: str) -> tuple[Line, ...]:
        """Lines of the body by role, in order."""
        by_role = _by_role(self)
        found = [by_role[role] for role in roles if role in by_role]
        return tuple(
            line for _, line in (sorted(chain(*found), key=_PLACE) if len(found) > 1 else chain(*found))
        )

    def said(self, line: Line) -> str:
        """The text of a line as a reader should see it: with the characters that cleaning mended."""
        return next((edit.now for edit in self.body.edits if edit.span == line.span), line.text)


_PLACE = itemgetter(0)


@lru_cache(maxsize=2)
def _by_role(reading: Reading) -> dict[str, list[tuple[int, Line]]]:
    """The lines of each role with their places: they are asked for a dozen times a page."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for place, line in enumerate(reading.body.lines):
        found.setdefault(line.role, []).append((place, line))
    return found


def open_capture(capture: Capture, body: Body, outlets: tuple[Outlet, ...]) -> Reading:
    """Return the capture ready for the rules."""
    if capture.media_type != "text/html":
        return Reading(capture, body, outlets, markup.Markup(), None, _record_url(capture))
    found = markup.read(capture.text[:MAX_HTML_CHARS])
    url = _page_url(found, capture)
    title = next(iter(found.titles), None)
    node = jsonld.article_node(
        found.json_ld, url=url.value if url else None, title=title.value if title else None
    )
    return Reading(capture, body, outlets, found, node, url)


def _record_url(capture: Capture) -> Claim | None:
    return Claim(capture.url, "record", (0, 0)) if capture.url and host(capture.url) else None


def _page_url(found: markup.Markup, capture: Capture) -> Claim | None:
    """The canonical link, og:url, or the record's address; a canonical link to the front page is none."""
    canonical = [claim for rel, claim in found.links if rel == "canonical"]
    for claim in [*canonical, *found.meta("og:url", "twitter:url", "parsely-link")]:
        if host(claim.value) and re.search(r"[^/:]/+[^/?#]", claim.value[8:]):
            return claim
    return _record_url(capture)


def host(url: str) -> str:
    """The host of an absolute or protocol-relative address, lower-case, ``www.`` left off; "" where there is none."""
    match = _HOST.match(url.strip())
    return match[1].lower().removeprefix("www.") if match and "." in match[1] else ""
