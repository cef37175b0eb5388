"""The names that a page gives itself: in its meta elements, its structured data, its title, its first headings."""

from __future__ import annotations

import html
import json
import re

from site_gen.language.words import writable

from .pieces import Piece, folded

_META = re.compile(r"""(property|name|content)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.I)
_TITLE_METAS = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title")
_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){1,400})"')
MAX_JSON = 200_000
"""Part of one block of structured data that is looked at."""


class Names:
    """Collects what a page calls itself while it is read."""

    __slots__ = ("_headlines", "_metas", "_titles")

    def __init__(self) -> None:
        self._metas: dict[str, str] = {}
        self._titles: list[str] = []
        self._headlines: list[str] = []

    def note_meta(self, written: str) -> None:
        """Take a title from a meta element."""
        if "title" not in written and "TITLE" not in written and "Title" not in written:
            return
        found = {m.group(1).lower(): m.group(2).strip("\"'") for m in _META.finditer(written)}
        name = (found.get("property") or found.get("name") or "").lower()
        if name in _TITLE_METAS and found.get("content"):
            self._metas.setdefault(name, folded(html.unescape(found["content"])))

    def note_raw(self, name: str, source: str, places: tuple[int, int, int]) -> None:
        """Take a title from the title element, a headline from structured data."""
        start, inner, end = places
        if name == "title":
            self._titles.append(folded(html.unescape(source[inner : min(end, inner + 1000)])))
        elif name == "script" and not self._headlines and "ld+json" in source[start:inner]:
            for match in _HEADLINE.finditer(source, inner, min(end, inner + MAX_JSON)):
                self._headlines.append(_json_text(match.group(1)))

    def titles(self, pieces: list[Piece]) -> tuple[str, ...]:
        """All names, surest first: OpenGraph and kin, JSON-LD, first h1s, the title element."""
        named = [self._metas[name] for name in _TITLE_METAS if name in self._metas]
        first = [piece.text for piece in pieces if piece.level == 1][:3]
        every = [*named, *self._headlines[:1], *first, *self._titles[:1]]
        return tuple(dict.fromkeys(title for title in every if title))


def _json_text(escaped: str) -> str:
    try:
        return folded(writable(html.unescape(str(json.loads(f'"{escaped}"')))))
    except ValueError:
        return folded(escaped)
