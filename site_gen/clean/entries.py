"""What belongs to a block beside its text: the time of a live blog's entry, the author of an embedded post.

In: the pieces of a sheet and their roles. Out: ``Block.cite`` by the piece's index. Refuses to guess: a page is a live
blog only where times stand before several of its paragraphs, inside the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.model import Role

from .pieces import Piece

ENTRIES = 3
"""Fewest times, each before kept lines, that make an article a live blog; fewer are its date and its update."""
REACH = 3
"""Lines between an entry's time and its first paragraph: a heading, an author."""
AUTHOR_WORDS = 16
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\d{1,2}\s*[ap]\.?m\b", re.I)
_DASH = re.compile(r"^\s*[—–-]+\s*(?=\S)")


def times(pieces: Sequence[Piece], roles: Sequence[Role]) -> dict[int, str]:
    """Return the time of each live-blog entry by the index of its first paragraph; nothing for other articles."""
    kept = [i for i, role in enumerate(roles) if role == "body"]
    if len(kept) < ENTRIES:
        return {}
    found: dict[int, str] = {}
    for index in range(max(0, kept[0] - REACH), kept[-1]):
        if roles[index] == "date_line" and has_clock(pieces[index].text):
            below = range(index + 1, min(index + 1 + REACH, len(roles)))
            first = next((i for i in below if roles[i] in ("body", "date_line")), None)
            if first is not None and roles[first] == "body":
                found[first] = pieces[index].text
    return found if len(found) >= ENTRIES else {}


def has_clock(text: str) -> bool:
    """Whether a line tells an hour."""
    return _CLOCK.search(text) is not None


def author(text: str) -> str:
    """The author of an embedded post, from the line that closes it behind a dash; empty where none does."""
    last = text.rpartition("\n")[2]
    opened = _DASH.match(last)
    if opened is None or len(last.split()) > AUTHOR_WORDS:
        return ""
    return last[opened.end() :].strip()
