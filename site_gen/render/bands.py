"""Bands of time as SVG: columns whose height is the number of articles, years or months below, the largest events above.

What svg.py says of figures holds here. The columns stretch to any width and texts keep their size: places across are percents,
and what is written must have room where the page is narrow.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, pairwise, product

from markupsafe import Markup, escape

WIDTH = 960
"""Units across."""
HEIGHT, FOOT = 74, 20
"""Pixels of the columns at most, and of the line of dates below them."""
NARROW, MEDIUM = 340, 700
"""Pixels across on a phone, where a date that would touch its neighbour is left out, and where events are first named."""
MAX_MARKS = 480
"""More days than this are drawn as weeks, months or years: a mark stays at least two units wide."""
PEAK_CHARS = (48, 64, 80, 100)
"""Of a label above a band, the most that its place has room for; a longer one ends after a word."""
PEAKS = 4
"""Events named above a band at most."""
PEAK_ROWS, ROW = 3, 18
"""Lines of labels, and the height of one."""
MOST_MONTHS = 7
"""Months named below a band; a longer span names every second, third or sixth."""


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


Across = Callable[[date], float]
"""From a day to its place across a band."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A peak in its place."""

    peak: Peak
    text: str
    x: float
    row: int
    """0 is nearest to the columns."""
    start: float
    end: float
    """Where the words stand, in pixels of a medium page."""


def band(
    spans: Sequence[Span], *, label: str, ticks: Sequence[tuple[date, str]], peaks: Sequence[Peak] = ()
) -> Markup:
    """Return stretches of time as columns, height = articles. Empty where there are fewer than two stretches.

    ``spans`` oldest first; ``ticks`` are (day, text) under the line; ``peaks``, the weightiest first, are labels over it that lead
    somewhere, each on a line to its column.
    """
    if len(spans) < 2:
        return Markup("")
    first, last = spans[0].start, spans[-1].start
    total = max((last - first).days, 1)
    most = max(s.articles for s in spans)
    gap = min((b.start - a.start).days for a, b in pairwise(spans))
    width = round(max(2.0, min(8.0, WIDTH * gap / (total + gap) - 1)), 1)

    def x_of(day: date) -> float:
        return round((min(max(day, first), last) - first).days / total * (WIDTH - width), 1)

    labels = _placed(peaks, x_of, width)
    rows = 1 + max(found.row for found in labels) if labels else 0
    top = 4 + ROW * rows
    floor = HEIGHT + top - 4
    heights = {s.start: max(round((floor - top) * s.articles / most, 1), 2.0) for s in spans}
    columns = "".join(_column(s, x_of(s.start), width, floor, heights[s.start]) for s in spans)
    named = "".join(_peak(found, top, floor - _height_at(found.peak.day, heights)) for found in labels)
    return Markup(
        f'<svg class="band rows-{rows}" direction="ltr" width="100%" height="{floor + FOOT}" role="group" aria-label="{escape(label)}">'
        f'<svg viewBox="0 0 {WIDTH} {floor}" width="100%" height="{floor}" preserveAspectRatio="none">{columns}</svg>'
        f'<line class="axis" x1="0" x2="100%" y1="{floor}" y2="{floor}"/>'
        f"{''.join(_ticks(ticks, x_of, floor))}{named}</svg>"
    )


def year_ticks(spans: Sequence[Span]) -> tuple[tuple[date, str], ...]:
    """Return the years that have articles, to stand under a band."""
    return tuple((date(year, 1, 1), str(year)) for year in sorted({span.start.year for span in spans}))


def month_ticks(first: date, last: date) -> tuple[date, ...]:
    """Return the months of a span at an even distance, at most MOST_MONTHS: every one, second, third or sixth."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    step = next((step for step in (1, 2, 3, 6) if (end - begin) // step < MOST_MONTHS), 12)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in range(begin, end + 1, step))


def _percent(x: float) -> str:
    return f"{round(x / WIDTH * 100, 2):g}%"


def _column(span: Span, x: float, width: float, floor: int, height: float) -> str:
    return (
        f'<a href="{escape(span.url)}" aria-label="{escape(span.label)}"><title>{escape(span.label)}</title>'
        f'<rect class="hit" x="{x:g}" y="0" width="{width:g}" height="{floor}"/>'
        f'<rect class="col" x="{x:g}" y="{floor - height:g}" width="{width:g}" height="{height:g}"/></a>'
    )


def _ticks(ticks: Sequence[tuple[date, str]], x_of: Across, floor: int) -> list[str]:
    parts, free, narrow_free = [], -1.0, -1.0
    for day, text in ticks:
        x = x_of(day)
        wide, narrow = 7.5 * len(text), x / WIDTH * NARROW
        is_end = narrow + wide > NARROW
        start = x - wide if is_end else x
        if start < free:
            continue
        narrow_start = narrow - wide if is_end else narrow
        kind = "tick" if narrow_start >= narrow_free else "tick tick-wide"
        parts.append(
            f'<text class="{kind}" x="{_percent(x)}" y="{floor + 16}" text-anchor="{"end" if is_end else "start"}">{escape(text)}</text>'
        )
        free = start + wide + 12
        if kind == "tick":
            narrow_free = narrow_start + wide + 4
    return parts


def _placed(peaks: Sequence[Peak], x_of: Across, width: float) -> list[_Label]:
    """Labels in rows: none over another, nor over a line that comes down from a higher row.

    Of all ways to set them the one that has the most of them, the weightiest first, in the lowest rows.
    """
    beginnings = [_begun(peak, min(x_of(peak.day) + width / 2, WIDTH)) for peak in peaks[:PEAKS]]
    best: list[_Label] = []
    ranked = sorted(
        product((*range(PEAK_ROWS), PEAK_ROWS), repeat=len(beginnings)),
        key=lambda rows: (rows.count(PEAK_ROWS), [row == PEAK_ROWS for row in rows], sum(rows), rows),
    )
    for rows in ranked:
        best = [replace(x, row=row) for x, row in zip(beginnings, rows, strict=True) if row < PEAK_ROWS]
        if all(x.start >= 0 for x in best) and all(_is_clear(a, b) for a, b in combinations(best, 2)):
            break
    for n, chars in product(range(len(best)), PEAK_CHARS[1:]):
        longer = replace(_begun(best[n].peak, best[n].x, chars), row=best[n].row)
        others = best[:n] + best[n + 1 :]
        if longer.start >= 0 and all(_is_clear(longer, other) for other in others):
            best[n] = longer
    return best


def _begun(peak: Peak, x: float, chars: int = PEAK_CHARS[0]) -> _Label:
    """A label in the lowest row, to the right of its line, or to the left where the page ends before it."""
    text = textwrap.shorten(peak.text, chars, placeholder="…")
    at, wide = x / WIDTH * MEDIUM, 6.6 * len(text) + 14
    start = at if at + wide < MEDIUM else at - wide
    return _Label(peak, text, x, 0, start, start + wide)


def _is_clear(one: _Label, other: _Label) -> bool:
    low, high = (one, other) if one.row < other.row else (other, one)
    if low.row == high.row:
        return low.end <= high.start or high.end <= low.start
    return not low.start - 6 < high.x / WIDTH * MEDIUM < low.end + 6


def _height_at(day: date, heights: dict[date, float]) -> float:
    """The height of the column that a day falls into: the last that begins by then."""
    return heights[max((start for start in heights if start <= day), default=min(heights))]


def _peak(found: _Label, top: int, foot: float) -> str:
    line = top - 8 - ROW * found.row
    is_end = found.start < found.x / WIDTH * MEDIUM - 1
    across = _percent(found.x)
    return (
        f'<a class="peak-link" href="{escape(found.peak.url)}"><line class="lead" x1="{across}" x2="{across}" y1="{line - 9}" y2="{foot - 2:g}"/>'
        f'<text class="peak" x="{across}" dx="{-6 if is_end else 6}" y="{line}" text-anchor="{"end" if is_end else "start"}">{escape(found.text)}</text></a>'
    )


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
