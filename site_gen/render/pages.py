"""Pages of the archive: what there is to render, and how each is gathered from the catalogue.

``keys`` streams what there is; ``pages`` renders one key, which may be several files (an article, the page beside its
original and its citations are one key, so that the article is read once). Keys are independent of each other, so that
they render in any order and in any process; the same key over the same catalogue gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import jinja2

from site_gen.model import TOPIC_KINDS, Catalogue, Listing, Page, Period
from site_gen.settings import Settings

from . import gather, gather_periods
from .desk import Desk
from .frame import Frame, SiteContext
from .periods import page_count


@dataclass(frozen=True, slots=True, order=True)
class PageKey:
    """One thing to render."""

    kind: str
    """A key of ``KINDS``."""
    key: str = ""
    """Id of an article, event or story; slug of a topic or outlet; a period; a kind of topic."""
    part: str = ""
    """A period of a topic's or outlet's list, with a number for its further pages; such a number of a day."""


SINGLE = (
    "home",
    "articles",
    "events",
    "stories",
    "topics",
    "outlets",
    "dates",
    "search",
    "data",
    "made",
    "404",
)
"""Kinds of which there is one."""

KINDS: Mapping[str, Callable[..., Iterator[Page]]] = {
    "home": gather.home,
    "articles": gather.articles,
    "article": gather.article,
    "events": gather.events,
    "event": gather.event,
    "stories": gather.stories,
    "story": gather.story,
    "topics": gather.topics,
    "topic": gather.topic,
    "topic-period": gather_periods.topic_period,
    "outlets": gather.outlets,
    "outlet": gather.outlet,
    "outlet-period": gather_periods.outlet_period,
    "dates": gather_periods.dates,
    "year": gather_periods.year,
    "month": gather_periods.month,
    "day": gather_periods.day,
    "search": gather.search,
    "data": gather.data,
    "made": gather.made,
    "404": gather.not_found,
}


def keys(catalogue: Catalogue, settings: Settings) -> Iterator[PageKey]:
    """Yield the keys of all pages, streamed. A former version of an article has a page of its own too."""
    for kind in SINGLE:
        yield PageKey(kind)
    for kind in TOPIC_KINDS:
        yield PageKey("topics", kind)
    yield from _events_and_articles(catalogue)
    for story in catalogue.stories():
        yield PageKey("story", story.id)
    yield from _lists(catalogue, settings.index.per_page)
    yield from _dates(catalogue, settings.index.per_page)


def pages(key: PageKey, catalogue: Catalogue, env: jinja2.Environment, site: SiteContext) -> Iterator[Page]:
    """Yield the files of one key. KeyError for a kind that is not in ``KINDS``, or a key the catalogue lacks."""
    speak = env.globals["interface"]

    def frame(path: str, absolute: str = "") -> Frame:
        return Frame(site, speak, path, absolute, catalogue.has_period)  # type: ignore[arg-type]

    desk = Desk(catalogue, env, site, frame)
    yield from KINDS[key.kind](desk, key.key, key.part)


def _events_and_articles(catalogue: Catalogue) -> Iterator[PageKey]:
    """The articles of an event stand behind it, so that what they are made from is asked for at one time."""
    with_event: set[str] = set()
    for event in catalogue.event_ids():
        yield PageKey("event", event)
        for article in catalogue.event(event).articles:
            if article not in with_event:
                with_event.add(article)
                yield PageKey("article", article)
    for article in catalogue.article_ids():
        if article not in with_event:
            yield PageKey("article", article)


def _lists(catalogue: Catalogue, per_page: int) -> Iterator[PageKey]:
    for topic in catalogue.topics():
        yield PageKey("topic", topic.slug)
        if topic.articles > per_page:
            for period in gather_periods.split(catalogue, Listing("topic", topic.slug), per_page):
                yield PageKey("topic-period", topic.slug, period)
    for outlet in catalogue.outlets():
        yield PageKey("outlet", outlet.slug)
        if outlet.articles > per_page:
            for period in gather_periods.split(catalogue, Listing("source", outlet.slug), per_page):
                yield PageKey("outlet-period", outlet.slug, period)


def _dates(catalogue: Catalogue, per_page: int) -> Iterator[PageKey]:
    every = Listing("all")
    for year in catalogue.periods(every):
        if year.period == "undated":
            yield from _day(year, per_page)
            continue
        yield PageKey("year", year.period)
        for month in catalogue.periods(every, year.period):
            if len(month.period) != 7:
                continue
            yield PageKey("month", month.period)
            for day in catalogue.periods(every, month.period):
                if len(day.period) == 10:
                    yield from _day(day, per_page)


def _day(day: Period, per_page: int) -> Iterator[PageKey]:
    """A day, or undated articles, on as many pages as they fill."""
    yield PageKey("day", day.period)
    for number in range(2, page_count(day.articles, per_page) + 1):
        yield PageKey("day", day.period, str(number))
