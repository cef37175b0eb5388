"""Dates that a page shows its readers, and whether they are said to be of publication or of a change.

In: the markup of a page and the place of its headline. Out: the dates that stand as texts of their own (a node that is
a date and little else), in the order of the page. Dates inside sentences are not dates of the page and are passed over.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from site_gen.language import fold
from site_gen.model import Span

from .dates import dates_in, month_number, read_date
from .markup import Marked, read, visible

MAX_NODE_CHARS = 140
MAX_OTHER_LETTERS = 24
"""Letters beside date and label in a node that is a date: room for "12 min read" or a short byline, not for a sentence."""
LABEL_CHARS = 160
"""Markup before a date in which its label may stand ("Last updated: <b>")."""
BEHIND_CHARS, BEFORE_CHARS, CLOSE_CHARS = 9_000, 1_500, 4_000
"""Markup behind and before the headline in which the page's own date stands. Measured on the development pages."""
LIST_DATES = 4
"""As many unlabelled dates close behind a headline are a list of events or posts, not the page's date."""
MAX_NODE_MARKUP = 280
_NODE = re.compile(r">([^<>\d]*+\d[^<>]*+)(?=<)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d\d?[./-]\d\d?[./-]\d\d")
CHANGED = re.compile(
    r"updat|modif|mis a jour|mise a jour|aktualisier|actualiza|aggiorna|bijgewerkt|revis|reviewed|last edit|geandert|stand:|guncelle|обновлен|изменен|تحديث",
    re.I,
)
PUBLISHED = re.compile(
    r"publi|posted|veroffentlicht|erschienen|gepubliceerd|erstellt|created|issued|olusturulma|yayin|опубликован|نشر",
    re.I,
)
_NOISE = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|min(?:ute)?s?|read(?:ing)?|time|on|at|by|in|le|um|uhr|gmt|est|edt|pst|cet|utc|am|pm|date",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:valid|expire|until|through|deadline|effective|starts?|ends?|born|died|copyright|since|event|access|join|member|license|as of|today)",
    re.I,
)
"""Words before a date that is not the page's own."""
_CHANGED_CLASS = re.compile(r"""(?:class|itemprop|id)=["'][^"']*(?:updat|modif|changed|lastmod)""", re.I)
_OTHER_CLASS = re.compile(r"""(?:class|id)=["'][^"']*(?:hours|today|weather|event|copyright|expir)""", re.I)
_RANGE = re.compile(r"\d\s*[-–/]\s*$")


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
    page = read(text)
    stated = {t.span: value for t in page.times if (value := _attribute(t))}
    nodes = _dated_nodes(text, page.skipped)
    found = [shown for match in nodes if (shown := _shown(text, match, stated))]
    unread = [(span, value) for span, value in stated.items() if not _holds(span, found)]
    return tuple(sorted([*found, *_times(text, unread)], key=lambda d: d.span)) if unread else tuple(found)


def _dated_nodes(text: str, skipped: tuple[Span, ...]) -> Iterator[re.Match[str]]:
    """The texts between two tags that hold what may be a year, those of scripts and comments left out."""
    at = 0
    for start, end in (*skipped, (len(text), len(text))):
        nodes = _NODE.finditer(text, at, start + 1)
        yield from (m for m in nodes if len(m[1]) <= MAX_NODE_MARKUP and _YEAR.search(m[1]))
        at = max(at, end - 1)


def _attribute(time: Marked) -> str | None:
    """The day, or moment, that a ``<time>`` with some text states for programs."""
    value = read_date(time.attributes.get("datetime", "")) if time.text else None
    return value if value and len(value) >= len("2016-12-22") else None


def _holds(span: Span, dates: list[ShownDate]) -> bool:
    return any(span[0] <= d.span[0] < span[1] for d in dates)


def _times(text: str, unread: list[tuple[Span, str]]) -> Iterator[ShownDate]:
    """Times whose text is no date that can be read alone, by what they state: "03/01/2017", "Dec 19".

    "2 days ago" may as well be the last change, and counts as one.
    """
    for span, value in unread:
        shown = fold(_TAGS.sub(" ", text[span[0] : span[1]]))
        if kind := _kind(text, text.index(">", span[0]), "", shown):
            is_day = _TWO_NUMBERS.search(shown) or any(
                month_number(a or b) for a, b in _BY_NUMBER.findall(shown)
            )
            yield ShownDate(value, "changed" if kind == "plain" and not is_day else kind, span)


_TWO_NUMBERS = re.compile(r"\d\D+\d")
_BY_NUMBER = re.compile(r"([^\W\d_]{3,})\.? \d|\d\.? ([^\W\d_]{3,})")


def _shown(text: str, match: re.Match[str], stated: dict[Span, str]) -> ShownDate | None:
    node = " ".join(html.unescape(match[1]).split())
    found = next((d for d in dates_in(node) if len(d[0]) >= 10), None)
    if found is None or len(node) > MAX_NODE_CHARS:
        return None
    value, start, end = found
    if _RANGE.search(node[:start]):
        return None
    kind = _kind(text, match.start(), fold(node[:start]), fold(node[end:]))
    exact = next((v for span, v in stated.items() if span[0] < match.start() < span[1]), value)
    return ShownDate(_finer(value, exact), kind, (match.start(1), match.end(1))) if kind else None


def _finer(shown: str, exact: str) -> str:
    """The moment that the element states, where it is the day that is shown or plainly another; the shown one else (a zone)."""
    days = [date.fromisoformat(v[:10]) for v in (shown, exact)]
    return shown if abs((days[0] - days[1]).days) == 1 or len(shown) > len(exact) else exact


def _kind(text: str, at: int, before: str, after: str) -> str | None:
    """What the words in and before a date call it; None where it is another thing's date, or part of a sentence."""
    ahead = text[max(0, at - LABEL_CHARS) : at + 1].rpartition("</h1>")[2]
    label = before if re.search(r"[^\W\d_]{4}", before) else fold(visible(ahead.partition(">")[2])[-40:])
    tags = _opening_tags(text, at)
    if _OTHER.search(label) or _OTHER_CLASS.search(tags):
        return None
    if _other_letters(before + " " + after) > MAX_OTHER_LETTERS:
        return None
    is_changed = CHANGED.search(label) or _CHANGED_CLASS.search(tags)
    return "published" if PUBLISHED.search(label) else "changed" if is_changed else "plain"


def has_only_a_date(text: str) -> bool:
    """Whether a line holds dates with their labels, and few letters besides."""
    rest, at = "", 0
    for _, start, end in dates_in(text):
        rest, at = rest + " " + text[at:start], end
    return _other_letters(fold(rest + " " + text[at:])) <= MAX_OTHER_LETTERS


def _other_letters(folded: str) -> int:
    return sum(c.isalpha() for c in _NOISE.sub("", CHANGED.sub("", PUBLISHED.sub("", folded))))


def _opening_tags(text: str, at: int) -> str:
    """The last three tags before a place, where they are not longer than ``TAG_CHARS`` together."""
    ahead = text[max(0, at - TAG_CHARS) : at + 1]
    return "".join(_TAG.findall(ahead)[-3:])


TAG_CHARS = 600
_TAG = re.compile(r"<[a-z][^>]*>", re.I)
_TAGS = re.compile(r"<[^>]*>")


def near(dates: tuple[ShownDate, ...], heading: Span) -> list[ShownDate]:
    """The dates around the headline: close behind it, close before it, then further behind; none where they make a list."""
    behind = [d for d in dates if heading[1] <= d.span[0] <= heading[1] + BEHIND_CHARS]
    before = [d for d in dates if heading[0] - BEFORE_CHARS <= d.span[0] < heading[0]]
    close = [d for d in behind if d.span[0] <= heading[1] + CLOSE_CHARS]
    plain = [d.value[:10] for d in close if d.kind == "plain"]
    if len(plain) >= LIST_DATES and len(set(plain)) > 1:
        return [d for d in close if d.kind != "plain"]
    return [*close, *reversed(before), *behind[len(close) :]]
