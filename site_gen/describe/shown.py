"""Dates that a page shows its readers, and whether they are said to be of publication or of a change.

In: the markup of a page and the place of its headline. Out: the dates that stand as texts of their own (a node that is
a date and little else), in the order of the page. Dates inside sentences are not dates of the page and are passed over.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language import fold
from site_gen.model import Span

from .dates import dates_in
from .markup import visible

MAX_NODE_CHARS = 140
MAX_OTHER_LETTERS = 24
"""Letters beside date and label in a node that is a date: room for "12 min read" or a short byline, not for a sentence."""
LABEL_CHARS = 160
"""Markup before a date in which its label may stand ("Last updated: <b>")."""
BEHIND_CHARS, BEFORE_CHARS = 9_000, 2_500
"""Markup behind and before the headline in which the page's own date stands. Measured on the development pages."""
_NODE = re.compile(r">([^<>]{4,280})(?=<)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d\d?[./-]\d\d?[./-]\d\d")
CHANGED = re.compile(
    r"updat|modif|mis a jour|mise a jour|aktualisier|actualiza|aggiorna|bijgewerkt|revis|reviewed|last edit|geandert|stand:|تحديث", re.I
)
_PUBLISHED = re.compile(r"publi|posted|veroffentlicht|erschienen|gepubliceerd|erstellt|created|issued|نشر", re.I)
_NOISE = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|min(?:ute)?s?|read(?:ing)?|time|on|at|by|in|le|um|uhr|gmt|est|edt|pst|cet|utc|am|pm|date",
    re.I,
)
_SKIP = re.compile(r"<(script|style|svg|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date that stands by itself."""

    value: str
    """EDTF, a day at least."""
    kind: str
    """``published``, ``changed`` or ``plain`` (no label)."""
    span: Span


@lru_cache(maxsize=2)
def shown_dates(text: str) -> tuple[ShownDate, ...]:
    """The dates a page shows as texts of their own."""
    skipped = [m.span() for m in _SKIP.finditer(text)]
    found: list[ShownDate] = []
    at = 0
    for match in _NODE.finditer(text):
        while at < len(skipped) and skipped[at][1] <= match.start() + 1:
            at += 1
        if not _YEAR.search(match[1]):
            continue
        if at < len(skipped) and skipped[at][0] <= match.start() < skipped[at][1]:
            continue
        if shown := _shown(text, match):
            found.append(shown)
    return tuple(found)


def _shown(text: str, match: re.Match[str]) -> ShownDate | None:
    node = " ".join(html.unescape(match[1]).split())
    date = next((d for d in dates_in(node) if len(d[0]) >= 10), None)
    if date is None or len(node) > MAX_NODE_CHARS:
        return None
    value, start, end = date
    before, after = fold(node[:start]), fold(node[end:])
    label = before if re.search(r"[^\W\d_]{4}", before) else fold(visible(text[max(0, match.start() - LABEL_CHARS) : match.start() + 1].partition(">")[2])[-40:])
    kind = "changed" if CHANGED.search(label) else "published" if _PUBLISHED.search(label) else "plain"
    rest = _NOISE.sub("", CHANGED.sub("", _PUBLISHED.sub("", before + " " + after)))
    if sum(c.isalpha() for c in rest) > MAX_OTHER_LETTERS:
        return None
    return ShownDate(value, kind, (match.start(1), match.end(1)))


def near(dates: tuple[ShownDate, ...], heading: Span) -> list[ShownDate]:
    """The dates around the headline: those behind it in order, then those before it, nearest first."""
    behind = [d for d in dates if heading[1] <= d.span[0] <= heading[1] + BEHIND_CHARS]
    before = [d for d in dates if heading[0] - BEFORE_CHARS <= d.span[0] < heading[0]]
    return [*behind, *reversed(before)]
