"""The periods that a long list is split into, the bands that show how its articles lie in time, and numbered pages.

A list longer than a page shows its newest articles and leads to its years; a year longer than a page to its months;
a month to its days. A period's address never shifts when articles are added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from site_gen.model import ArticleCard, Listing, Period

from . import bands, structured, urls
from . import views as v
from .frame import Frame
from .lines import article_line

NEAR = 2
"""Pages before and after the present one that are named by number."""
GRAINS = {
    "day": "Articles by day",
    "week": "Articles by week",
    "month": "Articles by month",
    "year": "Articles by year",
    "event": "Articles by event",
}
"""What a column of a band holds."""


def period_page(
    listing: Listing,
    label: str,
    kind: str,
    period: str,
    *,
    articles: Sequence[ArticleCard],
    total: int,
    periods: Sequence[Period],
    number: int,
    frame: Frame,
) -> v.PeriodPage:
    """Return a page of a year, month or day of a list; ``kind`` is that of the topic whose list it is."""
    base = urls.listing(listing, kind)
    words = period_words(period, frame)
    crumbs = [v.Named(label, frame.url(base))]
    parts = period.split("-") if period != "undated" else []
    for size in range(1, len(parts)):
        above = "-".join(parts[:size])
        crumbs.append(v.Named(period_words(above, frame), frame.url(urls.within(base, above))))
    section = "topics" if listing.kind == "topic" else "sources"
    return v.PeriodPage(
        head=structured.head(frame, numbered_title(f"{label}, {words}", number, frame), section=section),
        crumbs=tuple(crumbs),
        label=label,
        period=words,
        total=total,
        articles=tuple(article_line(card, frame) for card in articles),
        periods=period_links(periods, base, frame),
        pages=() if periods else numbered_pages(urls.within(base, period), number, total, frame),
    )


def period_words(period: str, frame: Frame) -> str:
    """Return a period in words: "2016", "December 2016", "22 December 2016", "Undated"."""
    return str(frame.interface.text("Undated")) if period == "undated" else frame.interface.date(period)


def period_links(
    periods: Iterable[Period], base: str, frame: Frame, current: str = ""
) -> tuple[v.Period, ...]:
    """Return the periods of a list as links; ``base`` is the list's address."""
    return tuple(
        v.Period(
            period_words(p.period, frame),
            frame.url(urls.within(base, p.period)),
            p.articles,
            p.period == current,
        )
        for p in periods
    )


def months_band(periods: Sequence[Period], base: str, frame: Frame, *, is_split: bool) -> v.Band:
    """Return the dated periods of a list (years or months, any order) as a band; they lead on where the list is split."""
    dated = sorted((p for p in periods if p.period != "undated"), key=lambda p: p.period)
    spans = []
    for p in dated:
        start = date.fromisoformat((p.period + "-01-01")[:10])
        target = urls.within(base, p.period[:4]) if is_split else urls.period(p.period)
        said = frame.interface.count("{n} article", "{n} articles", p.articles)
        spans.append(
            bands.Span(start, p.articles, frame.url(target), f"{period_words(p.period, frame)}: {said}")
        )
    ticks = bands.year_ticks(spans)
    if len(ticks) < 3:
        ticks = tuple((s.start, period_words(p.period, frame)) for s, p in zip(spans, dated, strict=True))
    return captioned(spans, "month" if dated and len(dated[0].period) == 7 else "year", ticks, frame)


def captioned(
    spans: Sequence[bands.Span],
    grain: str,
    ticks: Sequence[tuple[date, str]],
    frame: Frame,
    peaks: Sequence[bands.Peak] = (),
) -> v.Band:
    """Return a band that says what its columns hold, a ``grain`` of GRAINS each, and how many the tallest stands for."""
    title = str(frame.interface.text(GRAINS[grain]))
    most = max((span.articles for span in spans), default=0)
    at_most = str(frame.interface.text("tallest column: {n}", n=frame.interface.number(most)))
    return v.Band(bands.band(spans, label=title, ticks=ticks, peaks=peaks), title, at_most)


def page_count(total: int, per_page: int) -> int:
    """Return how many pages a list fills that cannot be split by date; an empty one fills one."""
    return max(1, -(-total // per_page))


def numbered_pages(address: str, number: int, total: int, frame: Frame) -> tuple[v.Named, ...]:
    """Return the numbers of a list's pages, the first, the last and those around this one; none where one page holds all."""
    last = page_count(total, frame.site.per_page)
    if last == 1:
        return ()
    shown = sorted({1, last, *range(max(1, number - NEAR), min(last, number + NEAR) + 1)})
    made: list[v.Named] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            made.append(v.Named("…"))
        made.append(v.Named(str(page), "" if page == number else frame.url(urls.numbered(address, page))))
    return tuple(made)


def numbered_title(title: str, number: int, frame: Frame) -> str:
    """Return the title of a page of a list, with its number where it is not the first."""
    return (
        title
        if number == 1
        else str(frame.interface.text("{title}, page {n}", title=title, n=number).unescape())
    )
