"""Gathering of periods: years, months and days of the archive, and those a long list is split into."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model import ArticleCard, Catalogue, EventCard, Listing, Page

from . import urls
from .dates import dates_page, day_page, month_page, year_page
from .desk import EVERY, Desk
from .periods import page_count, period_page


def topic_period(desk: Desk, key: str, part: str) -> Iterator[Page]:
    """A year, month or day of a topic's list."""
    found = desk.catalogue.topic_card(key)
    yield from _period(desk, Listing("topic", key), label=found.label, kind=found.kind, part=part)


def outlet_period(desk: Desk, key: str, part: str) -> Iterator[Page]:
    """A year, month or day of an outlet's list."""
    label = desk.catalogue.outlet_card(key).name
    yield from _period(desk, Listing("source", key), label=label, kind="subject", part=part)


def _period(desk: Desk, listing: Listing, *, label: str, kind: str, part: str) -> Iterator[Page]:
    ask, per_page = desk.catalogue, desk.site.per_page
    period, _, number = part.partition(":")
    page = int(number or 1)
    path = urls.numbered(urls.within(urls.listing(listing, kind), period), page)
    total = _total(ask, period, listing)
    inner = ask.periods(listing, period) if total > per_page and not is_last(period) else ()
    view = period_page(
        listing,
        label,
        kind,
        period,
        articles=ask.cards(listing, period, per_page, (page - 1) * per_page),
        total=total,
        periods=tuple(p for p in inner if len(p.period) > len(period)),
        number=page,
        frame=desk.frame(path),
    )
    yield desk.page(view, path)


def dates(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """All years."""
    ask = desk.catalogue
    yield desk.page(dates_page(ask.periods(EVERY), ask.days(), desk.frame("dates/")), "dates/")


def year(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """A year."""
    ask = desk.catalogue
    years = [p for p in ask.periods(EVERY) if p.period != "undated"]
    months = ask.periods(EVERY, key)
    dated = [m for m in months if len(m.period) == 7]
    view = year_page(
        key,
        months=dated,
        days={m.period: ask.periods(EVERY, m.period) for m in dated},
        events=ask.events_on(key, desk.site.per_page),
        loose=_loose(ask, key, 4),
        around=around(ask, key),
        total=next((p.articles for p in years if p.period == key), 0),
        frame=desk.frame(urls.period(key)),
    )
    yield desk.page(view, urls.period(key))


def month(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """A month."""
    ask = desk.catalogue
    months = [p for p in ask.periods(EVERY, key[:4]) if len(p.period) == 7]
    total = next((p.articles for p in months if p.period == key), 0)
    is_short = total <= desk.site.per_page
    view = month_page(
        key,
        days=ask.periods(EVERY, key),
        events=ask.events_on(key, desk.site.per_page),
        articles=ask.cards(EVERY, key) if is_short else _loose(ask, key, 7),
        around=around(ask, key),
        total=total,
        frame=desk.frame(urls.period(key)),
    )
    yield desk.page(view, urls.period(key))


def _loose(ask: Catalogue, period: str, chars: int) -> tuple[ArticleCard, ...]:
    """Articles of a period that are known no more exactly than it: they stand in none of its parts."""
    inner = sum(p.articles for p in ask.periods(EVERY, period) if len(p.period) > chars)
    cards = ask.cards(EVERY, period) if inner < _total(ask, period) else ()
    return tuple(card for card in cards if len((card.date or "").rstrip("~?%")) <= chars)


def _total(ask: Catalogue, period: str, listing: Listing = EVERY) -> int:
    is_inner = period != "undated" and len(period) > 4
    above = ask.periods(listing, period[:-3]) if is_inner else ask.periods(listing)
    return next((p.articles for p in above if p.period == period), 0)


def day(desk: Desk, key: str, part: str) -> Iterator[Page]:
    """A page of a day; of undated articles where the key is ``undated``."""
    ask, per_page = desk.catalogue, desk.site.per_page
    page = int(part or 1)
    path = urls.numbered(urls.period(key), page)
    total = _total(ask, key)
    view = day_page(
        key,
        events=_page_of(ask.events_on(key), page, per_page, total),
        articles=ask.cards(EVERY, key, per_page, (page - 1) * per_page),
        around=around(ask, key) if key != "undated" else (None, None),
        number=page,
        total=total,
        frame=desk.frame(path),
    )
    yield desk.page(view, path)


def _page_of(events: tuple[EventCard, ...], page: int, per_page: int, total: int) -> tuple[EventCard, ...]:
    """The events of one of the pages that a day's articles fill; the last page has what is left."""
    is_end = page == page_count(total, per_page)
    return events[(page - 1) * per_page : None if is_end else page * per_page]


def around(ask: Catalogue, period: str) -> tuple[str | None, str | None]:
    """Return the year, month or day before and the one after that have articles, in another year or month where need be."""
    return _beside(ask, period, 1), _beside(ask, period, -1)


def _beside(ask: Catalogue, period: str, step: int) -> str | None:
    """The next older period of its length (``step`` 1), or newer (-1); None at the end, and for one without articles."""
    above = period[:-3] if len(period) > 4 else None
    same = _parts(ask, above, len(period))
    if period not in same:
        return None
    at = same.index(period) + step
    if 0 <= at < len(same):
        return same[at]
    while above and (above := _beside(ask, above, step)):
        if inner := _parts(ask, above, len(period)):
            return inner[0 if step > 0 else -1]
    return None


def _parts(ask: Catalogue, above: str | None, chars: int) -> list[str]:
    """The years, or the months of a year, or the days of a month, newest first."""
    return [p.period for p in ask.periods(EVERY, above) if len(p.period) == chars and p.period != "undated"]


def split(catalogue: Catalogue, listing: Listing, per_page: int, within: str | None = None) -> Iterator[str]:
    """Yield the periods of a long list that have a page: its years; the parts of those longer than a page.

    What no date splits further, a day or the undated, goes on on numbered pages: ``undated``, ``undated:2`` …
    """
    for found in catalogue.periods(listing, within):
        if within is not None and len(found.period) <= len(within):
            continue
        yield found.period
        if found.articles <= per_page:
            continue
        if is_last(found.period):
            yield from (f"{found.period}:{n}" for n in range(2, page_count(found.articles, per_page) + 1))
        else:
            yield from split(catalogue, listing, per_page, found.period)


def is_last(period: str) -> bool:
    """Whether no date splits a period further: a day, or undated articles."""
    return period == "undated" or len(period) == 10
