"""Cards of articles, events, stories and outlets: what lists say of them, concluded dates among it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import (
    RIGHTS_MODES,
    ArticleCard,
    Brief,
    Event,
    EventCard,
    Outlet,
    OutletCard,
    RightsMode,
    ShownRights,
    Sourced,
    Story,
    StoryCard,
    edtf,
)

MAIN_NAMES = 4
"""Names on an event's card."""


def day_of(date: str | None) -> str | None:
    """Return the day, month or year under which a date is listed; None where there is no date."""
    return edtf.listed_under(date)


def article_card(
    brief: Brief,
    slug: str,
    *,
    outlet: Outlet | None,
    concluded: Sourced[str] | None = None,
    event: tuple[Event, str] | None = None,
    is_taken_down: bool = False,
    former: int = 0,
) -> ArticleCard:
    """Return the card of an article; ``event``: its event and the slug; ``former``: how many former versions it has."""
    date, basis = brief.published, brief.published_basis
    if date is None and concluded is not None:
        date, basis = concluded.value, concluded.basis.value
    rights: ShownRights = "taken-down" if is_taken_down else rights_mode(brief, outlet)
    return ArticleCard(
        id=brief.id,
        slug=slug,
        title=brief.title,
        source=outlet.name if outlet else None,
        source_slug=outlet.slug if outlet else None,
        agency=brief.agency,
        date=date,
        date_basis=basis,
        language=brief.language,
        words=brief.words,
        summary=brief.summary if rights in ("full", "excerpt") else "",
        event=event[0].id if event else None,
        event_slug=event[1] if event else None,
        event_title=event[0].title.value if event else None,
        rights=rights,
        authors=() if is_taken_down else brief.authors,
        captured=brief.captured,
        url=None if is_taken_down else brief.url,
        excerpt=brief.opening if rights == "excerpt" else (),
        begins=brief.begins,
        former=former,
    )


def rights_mode(brief: Brief, outlet: Outlet | None) -> RightsMode:
    """Return how much of an article may be shown: what a person gave for it, else what holds for its outlet."""
    own = next((mode for mode in RIGHTS_MODES if brief.rights == mode), None)
    return own or (outlet.rights if outlet else "full")


def event_card(
    event: Event,
    slug: str,
    members: Sequence[Brief],
    *,
    sources: Sequence[str],
    story: tuple[Story, str] | None,
) -> EventCard:
    """Return the card of an event; ``members`` in the event's order, ``sources`` names of their outlets without repeats."""
    title_of = {brief.title: brief.language for brief in members}
    return EventCard(
        id=event.id,
        slug=slug,
        title=event.title.value,
        language=title_of.get(event.title.value, members[0].language if members else "und"),
        date=event.date.value if event.date else None,
        date_basis=event.date.basis.value if event.date else None,
        place=event.place.value if event.place else None,
        sources=tuple(sources),
        articles=len(event.articles),
        story=story[0].id if story else None,
        story_slug=story[1] if story else None,
        story_title=story[0].title if story else None,
        names=_main_names(members),
        unknown=sum(not brief.source for brief in members),
        reported=None if event.date else _reported(members),
    )


def _reported(members: Sequence[Brief]) -> tuple[str, str] | None:
    """The first and the last publication of an event's articles, without hours; None where no article is dated."""
    dates = sorted((b.published for b in members if b.published and day_of(b.published)), key=edtf.sort_key)
    return (dates[0].partition("T")[0], dates[-1].partition("T")[0]) if dates else None


def _main_names(members: Sequence[Brief]) -> tuple[str, ...]:
    spread: dict[str, tuple[int, int]] = {}
    for brief in members:
        for name in brief.names:
            articles, count = spread.get(name.name, (0, 0))
            spread[name.name] = (articles + 1, count + name.count)
    ranked = sorted(spread, key=lambda n: (-spread[n][0], -spread[n][1], n))
    return tuple(n for n in ranked if spread[n][0] > 1)[:MAIN_NAMES]


def story_card(story: Story, slug: str, events: Iterable[EventCard]) -> StoryCard:
    """Return the card of a story, of the cards of its events in order."""
    cards = list(events)
    sources = dict.fromkeys(source for card in cards for source in card.sources)
    return StoryCard(
        id=story.id,
        slug=slug,
        title=story.title,
        from_date=story.from_date,
        to_date=story.to_date,
        events=len(cards),
        articles=sum(card.articles for card in cards),
        sources=tuple(sources),
    )


def outlet_card(
    outlet: Outlet, *, articles: int, days: tuple[str | None, str | None], own: Mapping[str, float]
) -> OutletCard:
    """Return the card of an outlet; ``own`` holds the share of own wording of its articles that stand in events."""
    shares = [own[key] for key in sorted(own)]
    mean = round(sum(shares) / len(shares), 4) if shares else None
    return OutletCard(outlet.slug, outlet.name, articles, days[0], days[1], mean)
