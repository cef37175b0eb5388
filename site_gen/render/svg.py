"""Figures as SVG: bars, bands of time, the matrix of shared wording.

Pure text with presentation attributes and classes of site.css; no style attribute and no script, so that the strict
Content-Security-Policy holds. Colours come from classes, so that dark pages and print need no other figure.
Invariant: each figure has a text alternative, or stands beside the same data as text.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from markupsafe import Markup, escape

BAND_WIDTH = 960
"""Units across; on the page the columns stretch to any width, and the text keeps its size."""
BAND_HEIGHT = 96
NARROW = 340
"""Pixels across on a phone: a text that would touch its neighbour there is left out on narrow pages."""
MAX_MARKS = 480
"""More days than this are drawn as weeks, months or years: a mark stays at least two units wide."""
PEAK_CHARS = 48
"""Of a label above a band; a longer one ends after a word."""
CELL, SMALL_CELL = 52, 36
"""Sides of a cell: of ten articles at most, and of more, so that twenty stand on a page without scrolling."""
LABEL = 26


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a band: where it begins, how many articles it holds, where it leads."""

    start: date
    articles: int
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Peak:
    """A label above the band."""

    day: date
    text: str
    url: str


def bar(share: float, colour: int = 0) -> Markup:
    """Return a share (0..1) as a bar; the figure beside it says the same, so it is hidden from those who hear the page."""
    width = round(max(0.0, min(share, 1.0)) * 100, 1)
    fill = f"c{colour}" if colour else "ink"
    return Markup(
        '<svg class="bar" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false"><rect class="rest" width="100" height="8"/><rect class="{fill}" width="{width:g}" height="8"/></svg>'
    )


def band(
    spans: Sequence[Span], *, label: str, ticks: Sequence[tuple[date, str]], peaks: Sequence[Peak] = ()
) -> Markup:
    """Return stretches of time as columns, height = articles. Empty where there are fewer than two stretches.

    ``spans`` oldest first; ``ticks`` are (day, text) under the line; ``peaks`` are labels over it, leading somewhere.
    """
    if len(spans) < 2:
        return Markup("")
    first, last = spans[0].start, spans[-1].start
    total = max((last - first).days, 1)
    top = 22 if peaks else 4
    floor = BAND_HEIGHT - 20
    most = max(s.articles for s in spans)
    gap = min((b.start - a.start).days for a, b in pairwise(spans))
    width = round(max(2.0, min(8.0, BAND_WIDTH * gap / (total + gap) - 1)), 1)

    def x_of(day: date) -> float:
        return round((day - first).days / total * (BAND_WIDTH - width), 1)

    columns = "".join(
        _column(s, x_of(s.start), width, floor, round((floor - top) * s.articles / most, 1)) for s in spans
    )
    return Markup(
        f'<svg class="band" direction="ltr" width="100%" height="{BAND_HEIGHT}" role="group" aria-label="{escape(label)}">'
        f'<svg viewBox="0 0 {BAND_WIDTH} {floor}" width="100%" height="{floor}" preserveAspectRatio="none">{columns}</svg>'
        f'<line class="axis" x1="0" x2="100%" y1="{floor}" y2="{floor}"/>'
        f"{''.join(_ticks(ticks, x_of, first, last, floor))}{''.join(_peaks(peaks, x_of, first, last))}</svg>"
    )


def _percent(x: float) -> str:
    return f"{round(x / BAND_WIDTH * 100, 2):g}%"


def _column(span: Span, x: float, width: float, floor: int, height: float) -> str:
    tall = max(height, 2.0)
    return (
        f'<a href="{escape(span.url)}" aria-label="{escape(span.label)}"><title>{escape(span.label)}</title>'
        f'<rect class="hit" x="{x:g}" y="0" width="{width:g}" height="{floor}"/>'
        f'<rect class="col" x="{x:g}" y="{floor - tall:g}" width="{width:g}" height="{tall:g}"/></a>'
    )


def _ticks(ticks: Sequence[tuple[date, str]], x_of, first: date, last: date, floor: int) -> list[str]:  # type: ignore[no-untyped-def]
    parts, free, narrow_free = [], -1.0, -1.0
    for day, text in ticks:
        x = x_of(min(max(day, first), last))
        wide, narrow = 7.5 * len(text), x / BAND_WIDTH * NARROW
        is_end = narrow + wide > NARROW
        start = x - wide if is_end else x
        if start < free:
            continue
        narrow_start = narrow - wide if is_end else narrow
        kind = "tick" if narrow_start >= narrow_free else "tick tick-wide"
        parts.append(
            f'<text class="{kind}" x="{_percent(x)}" y="{floor + 15}" text-anchor="{"end" if is_end else "start"}">{escape(text)}</text>'
        )
        free = start + wide + 12
        if kind == "tick":
            narrow_free = narrow_start + wide + 8
    return parts


def _peaks(peaks: Sequence[Peak], x_of, first: date, last: date) -> list[str]:  # type: ignore[no-untyped-def]
    parts: list[str] = []
    taken: list[tuple[float, float]] = []
    for peak in peaks:
        text = textwrap.shorten(peak.text, PEAK_CHARS, placeholder="…")
        x, wide = x_of(min(max(peak.day, first), last)), 6.6 * len(text) + 10
        start = x if x + wide < BAND_WIDTH else x - wide
        if any(start < b and start + wide > a for a, b in taken) or start < 0:
            continue
        taken.append((start, start + wide))
        anchor = "start" if start == x else "end"
        parts.append(
            f'<a class="peak-link" href="{escape(peak.url)}"><text class="peak" x="{_percent(x)}" y="13" text-anchor="{anchor}">{escape(text)}</text></a>'
        )
    return parts


def matrix(
    letters: Sequence[tuple[str, int, str]],
    cells: Sequence[Sequence[tuple[float, str, str] | None]],
    *,
    label: str,
) -> Markup:
    """Return who shares wording with whom. Row = article, column = the other one; shade = share of the row's words.

    ``letters``: (letter, colour, name) an article. ``cells``: a row an article of (share 0..1, address, text
    alternative), None where nothing is shared. Cells lead to the two texts side by side.
    """
    n = len(letters)
    size = CELL if n <= 10 else SMALL_CELL
    side = LABEL + n * size
    parts = []
    for i, (name, colour, title) in enumerate(letters):
        middle = LABEL + i * size + size / 2
        for x, y in ((LABEL / 2, middle), (middle, LABEL / 2)):
            parts.append(
                f'<g><title>{escape(title)}</title><rect class="c{colour}" x="{x - 9:g}" y="{y - 9:g}" width="18" height="18" rx="3"/>'
                f'<text class="on-c" x="{x:g}" y="{y + 4:g}" text-anchor="middle">{escape(name)}</text></g>'
            )
    for i, row in enumerate(cells):
        for j, cell in enumerate(row):
            parts.append(_cell(i, j, cell, size))
    return Markup(
        f'<svg class="matrix" direction="ltr" viewBox="0 0 {side} {side}" width="{side}" height="{side}" role="group" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def _cell(i: int, j: int, cell: tuple[float, str, str] | None, size: int) -> str:
    x, y = LABEL + j * size, LABEL + i * size
    box = f'x="{x + 1}" y="{y + 1}" width="{size - 2}" height="{size - 2}" rx="2"'
    if i == j:
        return f'<rect class="self" {box}/>'
    if cell is None:
        return f'<rect class="none" {box}/>'
    share, url, said = cell
    shade = 1 + min(int(share * 10), 4) if share >= 0.01 else 0
    inner = (
        f'<title>{escape(said)}</title><rect class="s{shade}" {box}/>'
        f'<text class="t{shade}" x="{x + size / 2:g}" y="{y + size / 2 + 4:g}" text-anchor="middle">{round(share * 100)}</text>'
    )
    return f'<a href="{escape(url)}">{inner}</a>' if url else f"<g>{inner}</g>"


def buckets(days: Sequence[tuple[str, int]]) -> tuple[str, tuple[tuple[str, date, int], ...]]:
    """Return days with their articles as marks of a band: ("day" | "week" | "month" | "year", (period, start, articles)).

    Days (``2016-12-22``, number), oldest first. The finest grain that needs at most MAX_MARKS columns for the span.
    A week is named by the month of its first article, because that is where it leads.
    """
    dated = [(date.fromisoformat(day), n) for day, n in days]
    if not dated:
        return "day", ()
    span = (dated[-1][0] - dated[0][0]).days + 1
    grain = next(
        (name for name, size in (("day", 1), ("week", 7), ("month", 30)) if span / size <= MAX_MARKS), "year"
    )
    sums: dict[date, int] = {}
    first: dict[date, date] = {}
    for day, n in dated:
        start = _start_of(day, grain)
        sums[start] = sums.get(start, 0) + n
        first.setdefault(start, day)
    chars = {"day": 10, "week": 7, "month": 7, "year": 4}[grain]
    return grain, tuple((first[start].isoformat()[:chars], start, n) for start, n in sorted(sums.items()))


def _start_of(day: date, grain: str) -> date:
    if grain == "week":
        return day - timedelta(days=day.weekday())
    if grain == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if grain == "year" else day
