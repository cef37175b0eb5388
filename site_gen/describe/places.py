"""Places of a folded text in the capture it came from."""

from __future__ import annotations

import html
import re
from typing import Literal

from site_gen.model import Span

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w{2,32});?|<[^>]*>|\s+")


class Placed:
    """Maps characters of a block's text to characters of the capture.

    A block's text is the capture's with runs of white space folded (and, for HTML, tags and entities resolved): where
    the two differ only so, every place is exact; elsewhere the whole block stands for its parts.
    """

    __slots__ = ("_exact", "_map", "_sources", "_span")

    def __init__(self, capture_text: str, text: str, span: Span) -> None:
        self._span = span
        self._sources = (capture_text, text)
        self._exact = capture_text.startswith(text, span[0]) and span[1] - span[0] == len(text)
        self._map: list[int] | Literal[False] | None = False

    def span(self, start: int, end: int) -> Span:
        """The place in the capture of characters ``start`` to ``end`` of the text."""
        if self._exact:
            return (self._span[0] + start, self._span[0] + end)
        if self._map is False:  # aligned once, and only where a place is asked for
            self._map = _align(*self._sources, self._span)
        if self._map is None or end <= start:
            return self._span
        return (self._map[start], self._map[end - 1] + 1)


def _align(capture_text: str, text: str, span: Span) -> list[int] | None:
    """Where each character of the text stands in the capture; None where the two differ in more than space and markup."""
    places: list[int] = []
    at, end = span
    for char in text:
        while at < end and capture_text[at] != char:
            match = _ENTITY.match(capture_text, at, end)
            if (
                match is None
                or html.unescape(match.group()) == char
                or (char == " " and match.group().isspace())
            ):
                break
            at = match.end()
        if at >= end:
            return None
        match = _ENTITY.match(capture_text, at, end)
        places.append(at)
        if capture_text[at] == char and not (match and char == " "):
            at += 1
        elif match:
            at = match.end()
        else:
            return None
    return places
