"""Rules for lines that lead elsewhere: controls, links to other articles, invitations.

Each takes a ``Reading`` and an index and returns a role or None; the order stands in ``rules.py``.
"""

from __future__ import annotations

import re

from site_gen.model import Role

from . import ends, phrases, pictures, shapes
from .reading import Reading

_LINK_MARK = re.compile(r"^\s*[»›>→▸▶]+\s*\S|\S\s*[»›>→▸▶]+\s*$")


LINK_WORDS = 20
"""Longest link's label, in words."""


def advertisement(reading: Reading, index: int) -> Role | None:
    """The label of an advertisement's place."""
    if reading.words[index] <= 6 and phrases.is_one("advertisement_words", reading.text(index)):
        return "advertisement"
    return None


def comment(reading: Reading, index: int) -> Role | None:
    """An invitation to comment, or the count of comments."""
    text = re.sub(r"^[\d\s()]+|[\d\s()]+$", "", reading.text(index))
    return "comment" if reading.words[index] <= 10 and phrases.is_one("comment_words", text) else None


def embed_caption(reading: Reading, index: int) -> Role | None:
    """The name of a film or sound that was embedded: ``Watch: …``."""
    return "embed_caption" if _prefixed(reading, index, "embed_prefixes") else None


def pull_link(reading: Reading, index: int) -> Role | None:
    """A link to another article inside the text: ``READ MORE: …``, ``OPINION: …``."""
    return "pull_link" if _prefixed(reading, index, "pull_prefixes") else None


def _prefixed(reading: Reading, index: int, name: str) -> bool:
    text = reading.text(index)
    found = phrases.opens(name, text)
    if not found or reading.words[index] > 35:
        return False
    head, rest = text.strip()[: found.end()], text.strip()[found.end() :].lstrip()
    if rest[:1] in ":：|>»→" and len(rest) > 1:
        return not reading.prose[index] or head.isupper() or " " in head
    shouted = head.isupper() and not rest[:20].isupper() and any(c.isalpha() for c in head)
    return shouted and bool(rest) and not reading.prose[index]


def related_heading(reading: Reading, index: int) -> Role | None:
    """The heading of links to other articles: ``Related coverage``, ``Most read``."""
    if reading.words[index] > 8 or not phrases.is_one("tail_headings", reading.text(index)):
        return None
    if reading.boilerplate[index] and phrases.is_one("furniture", reading.text(index)):
        return None
    return "related_heading"


def related_link(reading: Reading, index: int) -> Role | None:
    """A short line under such a heading, until prose begins again."""
    for before in range(index - 1, max(-1, index - 12), -1):
        if related_heading(reading, before):
            break
        if reading.prose[before]:
            return None
    else:
        return None
    return None if reading.prose[index] or ends.credit_line(reading, index) else "pull_link"


def furniture(reading: Reading, index: int) -> Role | None:
    """A control or label of the page: ``Skip to main content``, ``Share``, ``Menu``."""
    return "nav" if reading.words[index] <= 6 and phrases.are_all("furniture", reading.text(index)) else None


def stray_link(reading: Reading, index: int) -> Role | None:
    """A short line of a text, no sentence, that no paragraph follows, or that an arrow marks as a link."""
    if reading.sheet.is_markup or reading.prose[index] or not reading.inside[index]:
        return None
    if not 3 <= reading.words[index] <= LINK_WORDS:
        return None
    if _LINK_MARK.search(reading.text(index)):
        return "pull_link"
    last = index + 1 >= reading.tail or all(
        ends.credit_line(reading, i) or pictures.artefact(reading, i) for i in range(index + 1, reading.tail)
    )
    return "pull_link" if last and not shapes.closes(reading.text(index)) else None
