"""Rules for the article's own lines: what is left, by its shape.

Each takes a ``Reading`` and an index and returns a role or None; the order stands in ``rules.py``.
"""

from __future__ import annotations

import re

from site_gen.model import Role

from .reading import Reading

HEADING_WORDS = 14
"""Longest heading inside an article, in words."""
ALIKE = frozenset(("li", "dt", "dd", "td", "th"))
"""Elements of lists and tables. Cut where they were alike, 700 words on 20 development pages were the article's; 200 were not."""


def duplicate(reading: Reading, index: int) -> Role | None:
    """A paragraph that stands a second time, or a quotation pulled out of one; of a page's lines only sentences: items and cells may be alike."""
    if _is_pulled(reading, index):
        return "duplicate"
    if reading.words[index] < 8 or (reading.sheet.is_markup and _may_be_alike(reading, index)):
        return None
    before = reading.places[reading.keys[index]]
    return "duplicate" if before < index and reading.inside[before] else None


PULLED_LEAST, PULLED_WORDS, MOST_LINES = 6, 40, 2_000
"""Shortest and longest quotation pulled out of the text, in words; a longer article is not searched for it."""


def _is_pulled(reading: Reading, index: int) -> bool:
    """Whether a page's quotation is a part of one of the article's paragraphs, set in large type to catch the eye."""
    if not reading.sheet.pieces[index].quoted or not PULLED_LEAST <= reading.words[index] <= PULLED_WORDS:
        return False
    key = reading.key(index)
    return len(reading.keys) <= MOST_LINES and any(
        len(other) > len(key) and key in other and reading.inside[i] for i, other in enumerate(reading.keys)
    )


def _may_be_alike(reading: Reading, index: int) -> bool:
    return not reading.prose[index] or reading.sheet.pieces[index].tag in ALIKE


def list_item(reading: Reading, index: int) -> Role | None:
    """A line with a bullet."""
    return "list_item" if reading.inside[index] and _BULLET.match(reading.text(index)) else None


_BULLET = re.compile(r"[•‣▪◦*–-]\s+\S")


def heading(reading: Reading, index: int) -> Role | None:
    """A short line that is no sentence, with prose or a list below it."""
    text = reading.text(index)
    if (
        reading.sheet.is_markup
        or reading.words[index] > HEADING_WORDS
        or closes(text)
        or not reading.inside[index]
    ):
        return None
    below = range(index + 1, min(index + 3, len(reading.prose)))
    return "heading" if any(reading.prose[i] and reading.inside[i] for i in below) else None


def closes(text: str) -> bool:
    """Whether a line ends as a sentence or a clause does: with a mark, inside closing quotes or brackets or not."""
    return text.rstrip("\"'”’»)] ").endswith((".", "!", "…", "。", "؟", ":", ";", ",")) or (
        text.endswith(("”", '"', "»")) and "?" in text
    )


def body(reading: Reading, index: int) -> Role | None:
    """Everything else inside the article."""
    return "body" if reading.inside[index] else "nav"
