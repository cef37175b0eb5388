"""Dates: all years, a year of calendars, a month, a day."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Mapping, Sequence
from datetime import date

from site_gen.model import ArticleCard, EventCard, Period

from . import bands, structured, urls
from . import views as v
from .frame import Frame
from .lines import article_line, event_line
from .periods import captioned, numbered_pages, numbered_title, period_words

SHADES = (1, 2, 4, 8)
"""Least articles of a day for each shade of the calendar."""


def dates_page(years: Sequence[Period], days: Sequence[Period], frame: Frame) -> v.DatesPage:
    """Return all years, with a band of the whole span."""
    title = str(frame.interface.text("Dates"))
    links = tuple(
        v.Period(period_words(p.period, frame), frame.url(urls.period(p.period)), p.articles) for p in years
    )
    return v.DatesPage(structured.head(frame, title, section="dates"), archive_band(days, frame), links)


def archive_band(days: Sequence[Period], frame: Frame, peaks: Sequence[EventCard] = ()) -> v.Band:
    """Return every day of the archive that has articles as a band; ``peaks`` are events named above it."""
    grain, marks = bands.buckets([(p.period, p.articles) for p in days if len(p.period) == 10])
    say = frame.interface
    spans = []
    for period, start, n in marks:
        said = say.count("{n} article", "{n} articles", n)
        spans.append(bands.Span(start, n, frame.url(urls.period(period)), f"{say.date(period)}: {said}"))
    ticks = bands.year_ticks(spans)
    if spans and len(ticks) < 3:
        months = bands.month_ticks(spans[0].start, spans[-1].start)
        ticks = tuple((month, say.date(month.isoformat()[:7])) for month in months)
    labels = [
        bands.Peak(date.fromisoformat((card.date or "")[:10]), card.title, frame.url(urls.event(card.slug)))
        for card in peaks
    ]
    return captioned(spans, grain, ticks, frame, labels)


def year_page(
    year: str,
    *,
    months: Sequence[Period],
    days: Mapping[str, Sequence[Period]],
    events: Sequence[EventCard],
    loose: Sequence[ArticleCard],
    around: tuple[str | None, str | None],
    total: int,
    frame: Frame,
) -> v.YearPage:
    """Return a year: its months as calendars (oldest first), its events, and articles known by no month.

    ``days`` are the days of each month; ``around`` the years with articles before and after.
    """
    calendars = tuple(
        month_calendar(m.period, m.articles, days.get(m.period, ()), frame)
        for m in sorted(months, key=lambda m: m.period)
        if len(m.period) == 7
    )
    return v.YearPage(
        head=structured.head(frame, year, section="dates"),
        crumbs=_crumbs("", frame),
        year=year,
        total=total,
        months=calendars,
        events=tuple(event_line(card, frame) for card in events),
        articles=tuple(article_line(card, frame) for card in loose),
        before=_neighbour(around[0], frame),
        after=_neighbour(around[1], frame),
    )


def month_page(
    month: str,
    *,
    days: Sequence[Period],
    events: Sequence[EventCard],
    articles: Sequence[ArticleCard],
    around: tuple[str | None, str | None],
    total: int,
    frame: Frame,
) -> v.MonthPage:
    """Return a month: calendar, events, and its articles where they fit on a page."""
    label = period_words(month, frame)
    return v.MonthPage(
        head=structured.head(frame, label, section="dates"),
        crumbs=_crumbs(month[:4], frame),
        label=label,
        total=total,
        calendar=month_calendar(month, total, days, frame),
        events=tuple(event_line(card, frame) for card in events),
        articles=tuple(article_line(card, frame) for card in articles),
        before=_neighbour(around[0], frame),
        after=_neighbour(around[1], frame),
    )


def day_page(
    period: str,
    *,
    events: Sequence[EventCard],
    articles: Sequence[ArticleCard],
    around: tuple[str | None, str | None],
    number: int,
    total: int,
    frame: Frame,
) -> v.DayPage:
    """Return a page of a day, or of undated articles where ``period`` is ``undated``; ``total`` articles on all."""
    label = period_words(period, frame)
    above = "" if period == "undated" else period[:7]
    return v.DayPage(
        head=structured.head(frame, numbered_title(label, number, frame), section="dates"),
        crumbs=_crumbs(above, frame),
        label=label,
        total=total,
        events=tuple(event_line(card, frame) for card in events),
        articles=tuple(article_line(card, frame) for card in articles),
        pages=numbered_pages(urls.period(period), number, total, frame),
        before=_neighbour(around[0], frame),
        after=_neighbour(around[1], frame),
    )


def month_calendar(month: str, total: int, days: Sequence[Period], frame: Frame) -> v.Calendar:
    """Return a month as weeks, Monday first; days with articles lead to their page."""
    year, number = int(month[:4]), int(month[5:7])
    by_day = {int(p.period[8:10]): p.articles for p in days if len(p.period) == 10}
    weeks = tuple(
        tuple(_day(month, day, by_day.get(day, 0), frame) for day in week)
        for week in Weeks(firstweekday=0).monthdayscalendar(year, number)
    )
    return v.Calendar(
        label=period_words(month, frame),
        url=frame.url(urls.period(month)),
        articles=total,
        weekdays=frame.interface.weekdays,
        weeks=weeks,
    )


def _day(month: str, day: int, articles: int, frame: Frame) -> v.CalendarDay:
    if not day or not articles:
        return v.CalendarDay(day, "", 0, "", 0)
    period = f"{month}-{day:02d}"
    said = frame.interface.count("{n} article", "{n} articles", articles)
    label = f"{frame.interface.date(period)}: {said}"
    shade = sum(1 for least in SHADES if articles >= least)
    return v.CalendarDay(day, frame.url(urls.period(period)), articles, label, shade)


def _crumbs(above: str, frame: Frame) -> tuple[v.Named, ...]:
    crumbs = [v.Named(str(frame.interface.text("Dates")), frame.url("dates/"))]
    parts = above.split("-") if above else []
    for size in range(1, len(parts) + 1):
        period = "-".join(parts[:size])
        crumbs.append(v.Named(period_words(period, frame), frame.url(urls.period(period))))
    return tuple(crumbs)


def _neighbour(period: str | None, frame: Frame) -> v.Named | None:
    return v.Named(period_words(period, frame), frame.url(urls.period(period))) if period else None
