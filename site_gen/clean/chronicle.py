"""The days of a chronology, and the values of a list: date lines that stand above parts of an article are its own.

In: a reading and the roles of its lines. Out: which date lines are none of the page's stamps. An article has one day or two
of its own; three and more that differ inside it, each right above a line of it, are what it tells about. Times of a live
blog are not asked: they belong to its entries.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model import Role

from . import blocks, entries
from .reading import Reading

FEWEST = 3
"""Fewest such lines that differ."""
ABOVE = 2
"""Lines above an article's first paragraph among which its first day stands, written as the others are."""
PLAIN = frozenset(("p", "div", "span", "time"))
"""Elements in which a page's own day stands above the first paragraph too."""


def own_dates(reading: Reading, roles: Sequence[Role]) -> frozenset[int]:
    """Return the places of the date lines that are the article's; empty where fewer than three differ."""
    if roles[reading.first + 1 : reading.tail].count("date_line") < FEWEST:
        return frozenset()
    told = [i for i in _with_text_below(reading, roles) if not entries.has_clock(reading.text(i))]
    within = [i for i in told if reading.first < i < reading.tail]
    if len({reading.key(i) for i in within}) < FEWEST:
        return frozenset()
    pieces = reading.sheet.pieces
    looks = {pieces[i].look for i in within if pieces[i].tag not in PLAIN} - {0}
    above = range(reading.first - ABOVE, reading.first)
    return frozenset((*within, *(i for i in told if i in above and pieces[i].look in looks)))


def _with_text_below(reading: Reading, roles: Sequence[Role]) -> list[int]:
    """The date lines below which a line of the article stands, in a text a paragraph; in a page the scores keep them, too."""
    is_page, found, is_kept = reading.sheet.is_markup, list[int](), False
    for index in range(len(roles) - 1, -1, -1):
        if roles[index] == "date_line" and is_kept and (reading.inside[index] or not is_page):
            found.append(index)
        is_kept = roles[index] in blocks.KINDS and (is_page or reading.prose[index])
    return found[::-1]
