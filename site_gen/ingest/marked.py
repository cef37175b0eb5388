"""Whether a text that is called plain was written in HTML or Markdown.

Scrapers keep an article's paragraphs as ``<p>`` in a field called text, or write Markdown. Told only by what no plain
text begins with, so that a report that quotes a tag stays one.
"""

from __future__ import annotations

import re
from typing import Literal

_OPENS_HTML = re.compile(
    r"\s*<(?:!doctype html|html|body|article|section|main|div|p|h[1-6]|span)\b[^<>]*>", re.I
)
_CLOSES = re.compile(r"</(?:p|div|h[1-6]|li|article|section|span|body|html)>|<br\s*/?>", re.I)
_FEWEST_TAGS = 2
_HEADING = re.compile(r"\s*#{1,2} \S.*(?:\n|$)")
_LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\(https?://[^\s()]+\)")
_FEWEST_LINKS = 2


def manner_of(text: str) -> Literal["text/plain", "text/html", "text/markdown"]:
    """Return how a text is written: HTML where it opens with a tag and closes several, Markdown where its first line is
    a heading with ``#``, or several links stand in it."""
    if _OPENS_HTML.match(text) and len(_CLOSES.findall(text)) >= _FEWEST_TAGS:
        return "text/html"
    if _HEADING.match(text) or len(_LINK.findall(text)) >= _FEWEST_LINKS:
        return "text/markdown"
    return "text/plain"
