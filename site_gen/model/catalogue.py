"""What rendering may ask of the catalogue. The store implements it; a test may too, from a dict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from .article import Article
from .card import ArticleCard, EventCard, OutletCard, Period, Stats, StoryCard, TopicCard, TopicName
from .comparison import Comparison
from .event import Event, Story
from .finding import Finding
from .topic import Outlet, Topic


@dataclass(frozen=True, slots=True)
class Listing:
    """Which articles a list holds."""

    kind: Literal["all", "topic", "source"]
    key: str = ""
    """Slug of the topic or outlet."""


class Catalogue(Protocol):
    """Read-only; every order is fixed: dates newest first with undated last, then titles, then ids."""

    def article(self, id: str) -> Article:
        """Return an article. KeyError where there is none (so for all below)."""
        ...

    def article_card(self, id: str) -> ArticleCard: ...
    def event(self, id: str) -> Event: ...
    def event_card(self, id: str) -> EventCard: ...
    def comparison(self, event: str) -> Comparison: ...
    def story(self, id: str) -> Story: ...
    def story_card(self, id: str) -> StoryCard: ...
    def topic(self, slug: str) -> Topic: ...
    def topic_card(self, slug: str) -> TopicCard: ...
    def outlet(self, slug: str) -> Outlet: ...
    def outlet_card(self, slug: str) -> OutletCard: ...

    def topics_of(self, article: str) -> tuple[TopicName, ...]:
        """Topics that have a page, of one article: subjects, people, places, organisations; most used first."""
        ...

    def versions_of(self, article: str) -> tuple[ArticleCard, ...]:
        """Other captures of the same article, latest first."""
        ...

    def findings_of(self, key: str) -> tuple[Finding, ...]:
        """Findings on one capture, by its key."""
        ...

    def cards(
        self, listing: Listing, period: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[ArticleCard, ...]:
        """Articles of a list, newest first, from the ``offset``-th; of one year, month or day where ``period`` is given."""
        ...

    def count(self, listing: Listing) -> int: ...

    def has_period(self, period: str) -> bool:
        """Whether any article appeared in a year, month or day."""
        ...

    def periods(self, listing: Listing, within: str | None = None) -> tuple[Period, ...]:
        """Years of a list (newest first, ``undated`` last), or the months of a year, or the days of a month."""
        ...

    def events(self, limit: int | None = None) -> Iterator[EventCard]:
        """All events, newest first."""
        ...

    def events_on(self, period: str, limit: int | None = None) -> tuple[EventCard, ...]:
        """Events of a year, month or day."""
        ...

    def events_of_topic(self, slug: str, limit: int | None = None) -> tuple[EventCard, ...]: ...

    def stories(self) -> tuple[StoryCard, ...]:
        """All stories, most articles first."""
        ...

    def topics(self, kind: str | None = None) -> Iterator[TopicCard]:
        """Topics, most used first, then by label."""
        ...

    def outlets(self) -> tuple[OutletCard, ...]:
        """Outlets by name."""
        ...

    def days(self) -> tuple[Period, ...]:
        """Every day that has articles, oldest first: the band of the home page."""
        ...

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, versions too: stream them where every article gets a page."""
        ...

    def event_ids(self) -> Iterator[str]: ...

    def findings(self) -> Iterator[Finding]: ...
    def stats(self) -> Stats: ...
