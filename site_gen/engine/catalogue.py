"""The catalogue as rendering reads it (``model.Catalogue``), on top of the store's lists.

Every order is fixed: dates newest first with the undated last, then titles, then ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from ..model import (
    Article,
    ArticleCard,
    Comparison,
    Event,
    EventCard,
    Finding,
    Listing,
    Outlet,
    OutletCard,
    Period,
    Stats,
    Story,
    StoryCard,
    Topic,
    TopicCard,
    TopicName,
)
from .codec import unpack
from .store import Store

T = TypeVar("T")

UNDATED = "undated"
KEPT_CARDS = 2048
"""Cards, outlets and stories kept of what was read; a card is about 1 kB."""
KEPT_WHOLE = 32
"""Articles, events and comparisons kept whole: those of one event are asked for one after another."""
_NEWEST = "ORDER BY article.day IS NULL, article.day DESC, article.title, article.id"


Rows = list[tuple[Any, ...]]
Ask = Callable[[str, tuple[object, ...]], Rows]
"""A query and its values to the rows that answer it."""


def asking(store: Store, kept: int = 0) -> Ask:
    """Return what asks a store, and keeps the answers to the last ``kept`` questions: two catalogues may ask the same."""

    def ask(query: str, values: tuple[object, ...]) -> Rows:
        return store.db.execute(query, values).fetchall()

    return lru_cache(maxsize=kept)(ask) if kept else ask


class StoredCatalogue:
    """Read access for pages; implements ``model.Catalogue``.

    What was read of late is kept: after the store has changed, make a new one. ``read`` makes a value of what the store
    holds of it; to compare answers only, they can be left packed. ``ask`` is given where catalogues share their answers.
    """

    def __init__(
        self, store: Store, read: Callable[[bytes, type[Any]], Any] = unpack, ask: Ask | None = None
    ) -> None:
        self._store = store
        self._read = read
        self._rows = ask or asking(store)
        self._db = store.db
        self._article = self._kept_result("article", Article)
        self._event = self._kept_result("event", Event)
        self._comparison = self._kept_result("comparison", Comparison)
        self._article_card = self._kept("SELECT card FROM article WHERE id = ?", ArticleCard)
        self._event_card = self._kept("SELECT card FROM event WHERE id = ?", EventCard)
        self._topic_card = self._kept("SELECT card FROM topic WHERE slug = ?", TopicCard)
        self._outlet = self._kept("SELECT value FROM outlet WHERE slug = ?", Outlet)
        self._story = self._kept("SELECT value FROM story WHERE id = ?", Story)
        self._topics_of = lru_cache(maxsize=KEPT_WHOLE)(self._read_topics_of)
        self._has_period = lru_cache(maxsize=KEPT_CARDS)(self._read_has_period)
        self._periods = lru_cache(maxsize=KEPT_WHOLE)(self._read_periods)

    def _kept_result(self, stage: str, kind: type[T]) -> Callable[[str], T]:
        def get(key: str) -> T:
            return self._value("SELECT value FROM result WHERE stage = ? AND key = ?", kind, stage, key)

        return lru_cache(maxsize=KEPT_WHOLE)(get)

    def _kept(self, query: str, kind: type[T]) -> Callable[[str], T]:
        def get(key: str) -> T:
            return self._value(query, kind, key)

        return lru_cache(maxsize=KEPT_CARDS)(get)

    def article(self, id: str) -> Article:
        """Return an article. KeyError where there is none."""
        return self._article(id)

    def article_card(self, id: str) -> ArticleCard:
        """Return an article's card."""
        return self._article_card(id)

    def event(self, id: str) -> Event:
        """Return an event."""
        return self._event(id)

    def event_card(self, id: str) -> EventCard:
        """Return an event's card."""
        return self._event_card(id)

    def comparison(self, event: str) -> Comparison:
        """Return the comparison of an event's articles."""
        return self._comparison(event)

    def story(self, id: str) -> Story:
        """Return a story."""
        return self._story(id)

    def story_card(self, id: str) -> StoryCard:
        """Return a story's card."""
        return self._value("SELECT card FROM story WHERE id = ?", StoryCard, id)

    def topic(self, slug: str) -> Topic:
        """Return a topic."""
        return self._value("SELECT value FROM topic WHERE slug = ?", Topic, slug)

    def topic_card(self, slug: str) -> TopicCard:
        """Return a topic's card."""
        return self._topic_card(slug)

    def outlet(self, slug: str) -> Outlet:
        """Return an outlet."""
        return self._outlet(slug)

    def outlet_card(self, slug: str) -> OutletCard:
        """Return an outlet's card."""
        return self._value("SELECT card FROM outlet WHERE slug = ?", OutletCard, slug)

    def topics_of(self, article: str) -> tuple[TopicName, ...]:
        """Topics of one article, most used first, then by label."""
        return self._topics_of(article)

    def _read_topics_of(self, article: str) -> tuple[TopicName, ...]:
        query = (
            "SELECT slug, label, kind FROM topic_article JOIN topic ON topic.slug = topic_article.topic"
            " WHERE article = ? ORDER BY articles DESC, label, slug"
        )
        return tuple(TopicName(*row) for row in self._rows(query, (article,)))

    def versions_of(self, article: str) -> tuple[ArticleCard, ...]:
        """Other captures of the same article, latest first."""
        query = (
            "SELECT COALESCE(version_of, id) FROM article AS one WHERE id = ?"
            " AND (version_of IS NOT NULL OR EXISTS (SELECT 1 FROM article WHERE article.version_of = one.id))"
        )
        found = self._rows(query, (article,))
        if not found:
            return ()
        main = found[0][0]
        query = (
            "SELECT card FROM (SELECT * FROM article WHERE id = ? UNION ALL SELECT * FROM article WHERE version_of = ?)"
            f" AS article WHERE id != ? {_NEWEST}"
        )
        return self._values(query, (main, main, article), ArticleCard)

    def is_former(self, article: str) -> bool:
        """Whether an article was captured again later, so that lists name another in its place."""
        return bool(self._rows("SELECT 1 FROM article WHERE id = ? AND version_of IS NOT NULL", (article,)))

    def findings_of(self, key: str) -> tuple[Finding, ...]:
        """Findings on one capture, by its key."""
        query = (
            "SELECT 1 FROM finding WHERE key = ? UNION ALL"
            " SELECT 1 FROM article JOIN finding ON finding.key = article.id WHERE article.key = ? LIMIT 1"
        )
        if not self._rows(query, (key, key)):
            return ()
        ids = [row[0] for row in self._rows("SELECT id FROM article WHERE key = ?", (key,))]
        return tuple(f for item in (key, *ids) for f in self._store.findings(item))

    def cards(
        self, listing: Listing, period: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[ArticleCard, ...]:
        """Articles of a list, newest first, from the ``offset``-th; of one year, month or day where ``period`` is given."""
        source, where, values = _from(listing)
        if period == UNDATED:
            where += " AND article.day IS NULL"
        elif period is not None:
            where += " AND article.day >= ? AND article.day < ?"
            values = (*values, period, f"{period}~")
        query = f"SELECT card FROM {source} WHERE {where} {_NEWEST} LIMIT ? OFFSET ?"
        return self._values(query, (*values, -1 if limit is None else limit, offset), ArticleCard)

    def count(self, listing: Listing) -> int:
        """Articles of a list."""
        source, where, values = _from(listing)
        return int(self._rows(f"SELECT COUNT(*) FROM {source} WHERE {where}", values)[0][0])

    def has_period(self, period: str) -> bool:
        """Whether any article appeared in a year, month or day."""
        return self._has_period(period)

    def _read_has_period(self, period: str) -> bool:
        query = "SELECT 1 FROM article WHERE day >= ? AND day < ? AND version_of IS NULL LIMIT 1"
        return bool(self._rows(query, (period, f"{period}~")))

    def periods(self, listing: Listing, within: str | None = None) -> tuple[Period, ...]:
        """Years of a list (newest first, ``undated`` last), the months of a year, or the days of a month."""
        return self._periods(listing, within)

    def _read_periods(self, listing: Listing, within: str | None) -> tuple[Period, ...]:
        source, where, values = _from(listing)
        length = 4
        if within is not None:
            where += " AND article.day >= ? AND article.day < ?"
            values = (*values, f"{within}-", f"{within}-~")
            length = len(within) + 3
        query = (
            f"SELECT COALESCE(substr(article.day, 1, {length}), '{UNDATED}') AS period, COUNT(*) FROM {source}"
            f" WHERE {where} GROUP BY period ORDER BY period = '{UNDATED}', period DESC"
        )
        return tuple(Period(period, count) for period, count in self._rows(query, values))

    def events(self, limit: int | None = None) -> Iterator[EventCard]:
        """All events, newest first."""
        query = "SELECT card FROM event ORDER BY day IS NULL, day DESC, title, id LIMIT ?"
        for (card,) in self._db.execute(query, (-1 if limit is None else limit,)):
            yield self._read(card, EventCard)

    def events_on(self, period: str, limit: int | None = None) -> tuple[EventCard, ...]:
        """Events of a year, month or day, newest first; those of no date at all under ``undated``."""
        if period == "undated":
            undated = "SELECT card FROM event WHERE day IS NULL ORDER BY title, id LIMIT ?"
            return self._values(undated, (-1 if limit is None else limit,), EventCard)
        query = "SELECT card FROM event WHERE day >= ? AND day < ? ORDER BY day DESC, title, id LIMIT ?"
        return self._values(query, (period, f"{period}~", -1 if limit is None else limit), EventCard)

    def events_of_topic(self, slug: str, limit: int | None = None) -> tuple[EventCard, ...]:
        """Events of a topic, newest first."""
        query = (
            "SELECT card FROM topic_event JOIN event ON event.id = topic_event.event WHERE topic = ?"
            " ORDER BY day IS NULL, day DESC, title, id LIMIT ?"
        )
        return self._values(query, (slug, -1 if limit is None else limit), EventCard)

    def stories(self) -> tuple[StoryCard, ...]:
        """All stories, most articles first."""
        return self._values("SELECT card FROM story ORDER BY articles DESC, title, id", (), StoryCard)

    def topics(self, kind: str | None = None) -> Iterator[TopicCard]:
        """Topics, most used first, then by label."""
        where, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind,))
        query = f"SELECT card FROM topic {where} ORDER BY articles DESC, label, slug"
        for (card,) in self._db.execute(query, values):
            yield self._read(card, TopicCard)

    def outlets(self) -> tuple[OutletCard, ...]:
        """Outlets by name."""
        return self._values("SELECT card FROM outlet ORDER BY name COLLATE NOCASE, slug", (), OutletCard)

    def days(self) -> tuple[Period, ...]:
        """Every day that has articles, oldest first."""
        query = (
            "SELECT day, COUNT(*) FROM article WHERE day IS NOT NULL AND version_of IS NULL AND length(day) = 10"
            " GROUP BY day ORDER BY day"
        )
        return tuple(Period(day, count) for day, count in self._db.execute(query))

    def findings(self) -> Iterator[Finding]:
        """All findings in order of place."""
        return self._store.findings()

    def stats(self) -> Stats:
        """The archive in figures."""
        return self._store.known("stats", Stats)

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, versions too, in order."""
        for (id,) in self._db.execute("SELECT id FROM article ORDER BY id"):
            yield id

    def event_ids(self) -> Iterator[str]:
        """Ids of all events, in order."""
        for (id,) in self._db.execute("SELECT id FROM event ORDER BY id"):
            yield id

    def _value(self, query: str, kind: type[T], *values: str) -> T:
        rows = self._rows(query, values)
        if not rows:
            raise KeyError(*values)
        return self._read(rows[0][0], kind)  # type: ignore[no-any-return]

    def _values(self, query: str, values: tuple[object, ...], kind: type[T]) -> tuple[T, ...]:
        return tuple(self._read(row[0], kind) for row in self._rows(query, values))


def _from(listing: Listing) -> tuple[str, str, tuple[str, ...]]:
    """Return the tables, the condition and its values of a list. Versions stand behind their article, not in lists."""
    if listing.kind == "topic":
        source = "topic_article JOIN article ON article.id = topic_article.article"
        return source, "topic_article.topic = ? AND article.version_of IS NULL", (listing.key,)
    if listing.kind == "source":
        return "article", "article.source = ? AND article.version_of IS NULL", (listing.key,)
    return "article", "article.version_of IS NULL", ()
