"""Lists of articles and of what holds them: topics, outlets, events, stories."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from site_gen.model import (
    ArticleCard,
    EventCard,
    Outlet,
    OutletCard,
    Period,
    SharedWith,
    Story,
    StoryCard,
    Topic,
    TopicCard,
)

from . import bands, structured, svg, urls
from . import views as v
from .citing import list_citation
from .frame import Frame
from .lines import article_line, day_of, event_line, story_line, topic_line
from .maps import place_map
from .periods import captioned, months_band, period_links, period_words

MOST_USED = 12
"""Topics named at the head of an index."""
_SCHEMA_TYPES = {"person": "Person", "place": "Place", "organisation": "Organization", "subject": "Thing"}
MAX_RELATED = 16
MAX_SHARES = 20
"""Outlets named on an outlet's page with which it shares wording."""
KIND_TITLES = {
    "": "Topics",
    "subject": "Subjects",
    "person": "People",
    "place": "Places",
    "organisation": "Organisations",
}


def topic_page(
    topic: Topic,
    *,
    articles: Sequence[ArticleCard],
    total: int,
    events: Sequence[EventCard],
    periods: Sequence[Period],
    months: Sequence[Period],
    neighbours: Sequence[TopicCard],
    frame: Frame,
) -> v.TopicPage:
    """Return the view of a topic; ``articles`` and ``events`` are its newest, ``neighbours`` the cards of its broader, narrower and related topics."""
    base = urls.topic(topic.kind, topic.slug)
    by_slug = {card.slug: card for card in neighbours}
    is_split = total > frame.site.per_page
    feeds = _feeds(base, topic.label, articles, frame)

    def named(slugs: Iterable[str]) -> tuple[v.Named, ...]:
        lines = [topic_line(by_slug[slug], frame) for slug in slugs if slug in by_slug]
        return tuple(v.Named(line.label, line.url) for line in lines)

    shown = [card for card in articles if card.rights != "taken-down"]
    related = [(by_slug[slug], n) for slug, n in topic.related if slug in by_slug]
    return v.TopicPage(
        head=structured.head(
            frame,
            topic.label,
            section="topics",
            links=feeds,
            record=structured.collection_record(topic.label, frame, _thing(topic)),
        ),
        crumbs=_kind_crumbs(topic.kind, frame),
        label=topic.label,
        kind=topic.kind,
        description=topic.description or "",
        aliases=topic.aliases,
        broader=named(topic.broader),
        narrower=named(topic.narrower),
        same_as=topic.same_as,
        band=months_band(months, base, frame, is_split=is_split),
        total=total,
        events=tuple(event_line(card, frame) for card in events),
        total_events=len(topic.events),
        articles=tuple(article_line(card, frame) for card in articles),
        periods=period_links(periods, base, frame) if is_split else (),
        related=tuple((topic_line(card, frame), n) for card, n in related[:MAX_RELATED]),
        feeds=tuple(link.href for link in feeds),
        cite=list_citation(topic.label, frame, has_files=bool(shown)),
        coins=tuple(structured.coins(card, frame) for card in shown),
        map=place_map(*topic.position, label=f"{topic.label}: {position_words(*topic.position)}")
        if topic.position
        else Markup(""),
        position=position_words(*topic.position) if topic.position else "",
        position_basis=topic.position_basis,
    )


def _thing(topic: Topic) -> dict[str, object]:
    """A topic in terms of schema.org."""
    about: dict[str, object] = {"@type": _SCHEMA_TYPES[topic.kind], "name": topic.label}
    if topic.description:
        about["description"] = topic.description
    if topic.same_as:
        about["sameAs"] = list(topic.same_as)
    if topic.position:
        latitude, longitude = topic.position
        about["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return about


def position_words(latitude: float, longitude: float) -> str:
    """Return a position as ``44.64° N 63.58° W``."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north} {abs(longitude):.2f}° {east}"


def _kind_crumbs(kind: str, frame: Frame) -> tuple[v.Named, ...]:
    say = frame.interface.text
    crumbs = [v.Named(str(say("Topics")), frame.url("topics/"))]
    if kind != "subject":
        crumbs.append(v.Named(str(say(KIND_TITLES[kind])), frame.url(f"{urls.KIND_FOLDERS[kind]}/")))
    return tuple(crumbs)


def _feeds(base: str, title: str, articles: Sequence[ArticleCard], frame: Frame) -> tuple[v.HeadLink, ...]:
    """The feeds of a list; none where none is written: the archive has no address, or nothing is dated."""
    is_written = frame.site.has_feeds and any(card.date and card.rights != "taken-down" for card in articles)
    return structured.feed_links(base, title, frame) if is_written else ()


def topics_page(cards: Iterable[TopicCard], kind: str, frame: Frame) -> v.TopicsPage:
    """Return the index of topics A to Z; of one kind, or of all where ``kind`` is empty. ``cards`` are most used first."""
    every = list(cards)
    lines = [topic_line(card, frame) for card in every if kind in ("", card.kind)]
    by_letter: dict[str, list[v.TopicLine]] = {}
    for line in sorted(lines, key=lambda item: (_sorted_as(item.label), item.label, item.url)):
        by_letter.setdefault(_initial(line.label), []).append(line)
    title = str(frame.interface.text(KIND_TITLES[kind]))
    numbers = {name: sum(1 for card in every if card.kind == name) for name in KIND_TITLES if name}
    kinds = [v.Period(str(frame.interface.text("All")), frame.url("topics/"), len(every), kind == "")]
    for name, n in numbers.items():
        if n:
            folder = frame.url(f"{urls.INDEX_FOLDERS[name]}/")
            kinds.append(v.Period(str(frame.interface.text(KIND_TITLES[name])), folder, n, kind == name))
    return v.TopicsPage(
        head=structured.head(
            frame, title, section="topics", record=structured.collection_record(title, frame)
        ),
        kind=kind,
        most=tuple(lines[:MOST_USED]) if len(lines) > MOST_USED else (),
        groups=tuple(
            v.TopicGroup(letter, f"letter-{ord(letter[0]):x}", tuple(found))
            for letter, found in sorted(by_letter.items(), key=lambda item: (item[0] == "#", item[0]))
        ),
        kinds=tuple(kinds) if len(kinds) > 2 or kind else (),
    )


def _sorted_as(label: str) -> str:
    """Accents do not count in the order of an index, as library filing rules have it."""
    plain = unicodedata.normalize("NFKD", label.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _initial(label: str) -> str:
    plain = _sorted_as(label).lstrip(" \"'“‘«(")
    return plain[0].upper() if plain and plain[0].isalpha() else "#"


def outlet_page(
    outlet: Outlet,
    card: OutletCard,
    *,
    articles: Sequence[ArticleCard],
    periods: Sequence[Period],
    months: Sequence[Period],
    frame: Frame,
) -> v.OutletPage:
    """Return the view of an outlet."""
    base = urls.outlet(card.slug)
    is_split = card.articles > frame.site.per_page
    feeds = _feeds(base, card.name, articles, frame)
    say = frame.interface
    about = {"@type": "NewsMediaOrganization", "name": card.name}
    return v.OutletPage(
        head=structured.head(
            frame,
            card.name,
            section="sources",
            description=outlet.description or "",
            links=feeds,
            record=structured.collection_record(card.name, frame, about),
        ),
        crumbs=(v.Named(str(say.text("Outlets")), frame.url("sources/")),),
        name=card.name,
        aliases=outlet.aliases,
        description=outlet.description or "",
        place=outlet.place or "",
        domains=outlet.domains,
        is_agency=outlet.kind == "agency",
        rights=outlet.rights,
        rights_uri=outlet.rights_uri or structured.RIGHTS_NOT_EVALUATED,
        total=card.articles,
        span=say.span(card.from_date, card.to_date),
        own=say.percent(card.own_wording) if card.own_wording is not None else "",
        own_bar=svg.bar(card.own_wording) if card.own_wording is not None else Markup(""),
        shares=tuple(_shared_line(shared, frame) for shared in card.shares_with[:MAX_SHARES]),
        band=months_band(months, base, frame, is_split=is_split),
        articles=tuple(article_line(c, frame) for c in articles),
        periods=period_links(periods, base, frame) if is_split else (),
        feeds=tuple(link.href for link in feeds),
    )


def _shared_line(shared: SharedWith, frame: Frame) -> v.SharedLine:
    return v.SharedLine(
        outlet=v.Named(shared.name, frame.url(urls.outlet(shared.slug))),
        events=shared.events,
        sharing=shared.sharing,
        share=frame.interface.percent(shared.share),
        bar=svg.bar(shared.share),
    )


def outlets_page(cards: Iterable[OutletCard], frame: Frame) -> v.OutletsPage:
    """Return the view of all outlets."""
    say = frame.interface
    title = str(say.text("Outlets"))
    rows = tuple(
        (
            v.Named(card.name, frame.url(urls.outlet(card.slug))),
            card.articles,
            say.span(card.from_date, card.to_date),
            say.percent(card.own_wording) if card.own_wording is not None else "",
            svg.bar(card.own_wording) if card.own_wording is not None else Markup(""),
        )
        for card in cards
    )
    record = structured.collection_record(title, frame)
    return v.OutletsPage(structured.head(frame, title, section="sources", record=record), rows)


def events_page(
    cards: Sequence[EventCard], total: int, years: Sequence[tuple[str, int]], frame: Frame
) -> v.EventsPage:
    """Return the newest events; ``years`` (year, events) lead to the older ones."""
    title = str(frame.interface.text("Events"))
    periods = tuple(v.Period(period_words(year, frame), frame.url(urls.period(year)), n) for year, n in years)
    head = structured.head(frame, title, section="events", record=structured.collection_record(title, frame))
    return v.EventsPage(head, tuple(event_line(card, frame) for card in cards), total, periods)


def stories_page(cards: Iterable[StoryCard], frame: Frame) -> v.StoriesPage:
    """Return all stories."""
    title = str(frame.interface.text("Stories"))
    head = structured.head(frame, title, section="stories", record=structured.collection_record(title, frame))
    return v.StoriesPage(head, tuple(story_line(card, frame) for card in cards))


def story_page(
    story: Story,
    card: StoryCard,
    events: Sequence[EventCard],
    updated: Sequence[Sequence[ArticleCard]],
    frame: Frame,
) -> v.StoryPage:
    """Return the view of a story; ``updated`` holds, event by event, the articles that have former versions."""
    spans = []
    for event in events:
        if day := day_of(event.date):
            label = f"{frame.interface.date(event.date)}: {event.title}"
            spans.append(
                bands.Span(date.fromisoformat(day), event.articles, frame.url(urls.event(event.slug)), label)
            )
    spans.sort(key=lambda span: (span.start, span.url))
    ticks = [(span.start, frame.interface.date(span.start.isoformat())) for span in spans]
    return v.StoryPage(
        head=structured.head(
            frame, card.title, section="stories", record=structured.collection_record(card.title, frame)
        ),
        crumbs=(v.Named(str(frame.interface.text("Stories")), frame.url("stories/")),),
        title=card.title,
        span=frame.interface.span(card.from_date, card.to_date),
        band=captioned(spans, "event", ticks, frame),
        events=tuple(event_line(event, frame) for event in events),
        versions=tuple(tuple(article_line(one, frame) for one in of) for of in updated),
        articles=card.articles,
        outlets=card.sources,
        because=tuple(reason.text for reason in story.because),
    )


def articles_page(
    cards: Sequence[ArticleCard], total: int, years: Sequence[Period], frame: Frame
) -> v.ArticlesPage:
    """Return the newest articles; the years lead to all others."""
    title = str(frame.interface.text("Articles"))
    periods = tuple(
        v.Period(period_words(p.period, frame), frame.url(urls.period(p.period)), p.articles) for p in years
    )
    head = structured.head(
        frame, title, section="articles", record=structured.collection_record(title, frame)
    )
    return v.ArticlesPage(head, tuple(article_line(card, frame) for card in cards), total, periods)
