"""The lists of the catalogue: what every index page, facet and count is read from.

Made anew from briefs, events and topics at the end of each build, in one transaction: lists are small and cheap.
Slugs are minted here, through the register, once every title is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

from . import __version__
from .curate import Register, RegisterRow, free_slug, mint_slugs, slug
from .engine.codec import encode, pack, unpack
from .engine.store import Store
from .index.cards import article_card, day_of, event_card, outlet_card, story_card
from .index.sharing import Sharing
from .language.organisations import fold_outlet
from .model import (
    ArticleCard,
    Brief,
    Comparison,
    Decision,
    Event,
    EventCard,
    Links,
    Outlet,
    Sourced,
    Stats,
    Story,
    Topic,
    TopicCard,
)
from .pipeline import Workshop
from .render.recorded import COMPARED, comparison_records

Cuts = tuple[tuple[str, str, int], ...]
"""(role, rule, lines cut) of one capture."""

_TABLES = ("article", "event", "story", "topic", "topic_article", "topic_event", "outlet")

_PROGRAMS = ("pelican", "jinja2", "markdown-it-py", "beautifulsoup4", "resiliparse", "nh3", "PyStemmer")


@dataclass(frozen=True, slots=True)
class _Outlets:
    """Outlets by every name they have, as it is filed."""

    by_name: dict[str, Outlet]
    taken: set[str]
    written: Mapping[str, str]
    """How most articles write the name of an outlet that sources.toml does not know, by the name as it is filed."""

    def find(self, name: str | None) -> Outlet | None:
        """The outlet of a name; a name that sources.toml does not know becomes an outlet of its own."""
        if name is None:
            return None
        filed = fold_outlet(name)
        found = self.by_name.get(filed)
        if found is None:
            name = self.written.get(filed, name)
            own = free_slug(slug(filed) or "outlet", self.taken)
            self.taken.add(own)
            found = self.by_name[filed] = Outlet(own, name)
        return found


def list_all(shop: Workshop, _key: str) -> bytes:
    """Make the lists in a worker, from the facts "register", "named links" and "topics"; return the register's rows."""
    with Store(shop.store.path) as store:
        register = Register(store.known("register", tuple[RegisterRow, ...]))
        register = make_lists(
            store,
            register,
            outlets=shop.task.outlets,
            decisions=shop.task.decisions,
            links=store.known("named links", Links),
            topics=store.known("topics", tuple[Topic, ...]),
        )
        return encode(register.rows)


def make_lists(
    store: Store,
    register: Register,
    *,
    outlets: Sequence[Outlet],
    decisions: Sequence[Decision],
    links: Links,
    topics: Sequence[Topic],
) -> Register:
    """Fill the list tables of the catalogue; return the register with the slugs that were minted."""
    named = _outlets(
        outlets, Counter(brief.source for _, brief in store.each("brief", Brief) if brief.source)
    )
    events = dict(store.each("event", Event))
    register = _mint(store, register, events, links.stories, named)
    slugs = _Slugs.of(store, decisions, register, events)
    store.begin()
    for table in _TABLES:
        store.db.execute(f"DELETE FROM {table}")
    stories = {event: story for story in links.stories for event in story.events}
    withheld = _articles(store, slugs, links=links, events=events, outlets=named)
    cards = _events(store, slugs, events, stories, named)
    _stories(store, register, links.stories, cards)
    _topics(store, topics)
    compared = _outlet_rows(store, named, events, withheld)
    store.set_fact("stats", replace(_stats(store), compared=tuple(sorted(compared.items()))))
    store.commit()
    return register


def _outlets(outlets: Sequence[Outlet], sources: Mapping[str, int]) -> _Outlets:
    """``sources``: the outlets' names as articles have them, with the number of articles."""
    by_name: dict[str, Outlet] = {}
    for outlet in outlets:
        for name in (*outlet.aliases, outlet.name):
            by_name[fold_outlet(name)] = outlet
    written: dict[str, str] = {}
    for name in sorted(sources, key=lambda name: (-sources[name], name)):
        written.setdefault(fold_outlet(name), name)
    return _Outlets(by_name, {outlet.slug for outlet in outlets}, written)


def _mint(
    store: Store, register: Register, events: Mapping[str, Event], stories: Sequence[Story], outlets: _Outlets
) -> Register:
    """Give every article, event and story its address. A title that changes later changes no address."""
    articles: dict[str, str] = {}
    for id, brief in store.each("brief", Brief):
        outlet = outlets.find(brief.source)
        articles[id] = f"{brief.title} {outlet.name}" if outlet else brief.title
    dated: dict[str, str] = {}
    for id, event in events.items():
        day = day_of(event.date.value if event.date else None)
        dated[id] = f"{event.title.value} {day[:4]}" if day else event.title.value
    register = mint_slugs(register, articles, kind="article")
    register = mint_slugs(register, dated, kind="event")
    return mint_slugs(register, {story.id: story.title for story in stories}, kind="story")


@dataclass(frozen=True, slots=True)
class _Slugs:
    """The register's slugs; neutral ones where a slug would say the headline of an article that was taken down.

    The register keeps what it minted: an article that is shown again has its former address again.
    """

    register: Register
    withdrawn: frozenset[str]
    """Ids of articles that were taken down."""
    neutral: Mapping[str, str]
    """Slugs in the place of the register's, by id."""

    @classmethod
    def of(
        cls, store: Store, decisions: Sequence[Decision], register: Register, events: Mapping[str, Event]
    ) -> _Slugs:
        down = {d.a for d in decisions if d.kind == "take down"}
        briefs = store.each("brief", Brief) if down else ()
        titles = {id: brief.title for id, brief in briefs if id in down or brief.key in down}
        neutral = {id: f"taken-down-{id.removeprefix('a-')}" for id in titles}
        for id, event in events.items():
            said = [slug(titles[article]) for article in event.articles if article in titles]
            if any(words and register.slug(id).startswith(words) for words in said):
                neutral[id] = f"{slug(event.title.value)}-{id.removeprefix('e-')}"
        return cls(register, frozenset(titles), neutral)

    def slug(self, id: str) -> str:
        """The slug of an article, event or story."""
        return self.neutral.get(id) or self.register.slug(id)


def _articles(
    store: Store,
    slugs: _Slugs,
    *,
    links: Links,
    events: Mapping[str, Event],
    outlets: _Outlets,
) -> dict[str, ArticleCard]:
    """Returns the cards of those that are not shown whole."""
    withheld: dict[str, ArticleCard] = {}
    version_of = {id: group.articles[0] for group in links.versions for id in group.articles[1:]}
    former = {group.articles[0]: len(group.articles) - 1 for group in links.versions}
    event_of = {id: event for event in events.values() for id in event.articles}
    concluded: dict[str, Sourced[str]] = {
        id: date for event in events.values() for id, date in event.published
    }
    for id, brief in store.each("brief", Brief):
        outlet = outlets.find(brief.source)
        event = event_of.get(id) or event_of.get(version_of.get(id, ""))
        card = article_card(
            brief,
            slugs.slug(id),
            outlet=outlet,
            concluded=concluded.get(id),
            event=(event, slugs.slug(event.id)) if event else None,
            is_taken_down=id in slugs.withdrawn,
            former=former.get(id, 0),
        )
        row = (
            id, brief.key, card.slug, card.date, day_of(card.date), card.title, card.source_slug, card.event,
            version_of.get(id), pack(card),
        )  # fmt: skip
        store.db.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        if card.rights != "full":
            withheld[id] = card
    return withheld


def _events(
    store: Store,
    slugs: _Slugs,
    events: Mapping[str, Event],
    stories: Mapping[str, Story],
    outlets: _Outlets,
) -> dict[str, EventCard]:
    cards: dict[str, EventCard] = {}
    for id in sorted(events):
        event = events[id]
        members = [store.get("brief", article, Brief) for article in event.articles]
        names = dict.fromkeys(found.name for brief in members if (found := outlets.find(brief.source)))
        story = stories.get(id)
        card = event_card(
            event,
            slugs.slug(id),
            members,
            sources=tuple(names),
            story=(story, slugs.slug(story.id)) if story else None,
        )
        cards[id] = card
        row = (id, card.slug, day_of(card.date or _first_report(card)), card.title, card.story, pack(card))
        store.db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", row)
    return cards


def _first_report(card: EventCard) -> str | None:
    """Under which date an event is listed whose own day is not certain."""
    return card.reported[0] if card.reported else None


def _stories(
    store: Store, register: Register, stories: Sequence[Story], cards: Mapping[str, EventCard]
) -> None:
    for found in stories:
        # An event whose comparison was set aside has no card.
        events = tuple(id for id in found.events if id in cards)
        chain = [cards[id] for id in events]
        dates = [card.date for card in chain if card.date]
        # Linking dates a story by its articles; by now the days of its events are concluded.
        story = replace(found, events=events)
        story = replace(story, from_date=dates[0], to_date=dates[-1]) if dates else story
        card = story_card(story, register.slug(story.id), chain)
        row = (story.id, card.slug, card.title, card.articles, pack(card), pack(story))
        store.db.execute("INSERT INTO story VALUES (?, ?, ?, ?, ?, ?)", row)


def _topics(store: Store, topics: Sequence[Topic]) -> None:
    for topic in topics:
        card = TopicCard(topic.slug, topic.label, topic.kind, len(topic.articles), len(topic.events))
        row = (topic.slug, topic.kind, topic.label, card.articles, pack(card), pack(topic))
        store.db.execute("INSERT INTO topic VALUES (?, ?, ?, ?, ?, ?)", row)
        pairs = [(topic.slug, id) for id in sorted(set(topic.articles))]
        store.db.executemany("INSERT INTO topic_article VALUES (?, ?)", pairs)
        pairs = [(topic.slug, id) for id in sorted(set(topic.events))]
        store.db.executemany("INSERT INTO topic_event VALUES (?, ?)", pairs)


def _outlet_rows(
    store: Store, outlets: _Outlets, events: Mapping[str, Event], withheld: Mapping[str, ArticleCard]
) -> Counter[str]:
    """Returns how many records of each kind the comparisons give, since they are read here."""
    compared: Counter[str] = Counter(dict.fromkeys(COMPARED, 0))
    own: dict[str, dict[str, float]] = defaultdict(dict)
    source_of = dict(store.db.execute("SELECT id, source FROM article WHERE event IS NOT NULL"))
    shared = Sharing()
    for event, comparison in store.each("comparison", Comparison):
        for share in comparison.own:
            own[source_of.get(share.article) or ""][share.article] = share.share
        if event in events:
            shared.add([(article, source_of.get(article)) for article in events[event].articles], comparison)
        compared.update(name for name, _record in comparison_records(comparison, withheld))
    names = {outlet.slug: outlet.name for outlet in outlets.by_name.values()}
    counts = {
        slug: (count, first, last)
        for slug, count, first, last in store.db.execute(
            "SELECT source, COUNT(*), MIN(day), MAX(day) FROM article WHERE version_of IS NULL GROUP BY source"
        )
    }
    for outlet in sorted({id(o): o for o in outlets.by_name.values()}.values(), key=lambda o: o.slug):
        count, first, last = counts.get(outlet.slug, (0, None, None))
        if count == 0 and outlet.kind == "agency":
            continue
        card = outlet_card(outlet, articles=count, days=(first, last), own=own.get(outlet.slug, {}))
        card = replace(card, shares_with=shared.of(outlet.slug, names))
        row = (outlet.slug, outlet.name, pack(card), pack(outlet))
        store.db.execute("INSERT INTO outlet VALUES (?, ?, ?, ?)", row)
    return compared


def _stats(store: Store) -> Stats:
    """Count the archive."""
    languages: Counter[str] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    words = inferred = undated = 0
    for _id, cuts in store.each("cuts", Cuts):
        rules.update({(role, rule): count for role, rule, count in cuts})
    for (packed,) in store.db.execute("SELECT card FROM article"):
        card = unpack(packed, ArticleCard)
        languages[card.language] += 1
        words += card.words
        inferred += card.date_basis == "inferred"
        undated += card.date is None
    one = store.db.execute
    first, last = one("SELECT MIN(day), MAX(day) FROM article").fetchone()
    findings = one(
        "SELECT code, level, COUNT(*) FROM (SELECT DISTINCT code, level, place, message FROM finding)"
        " GROUP BY code, level ORDER BY code"
    ).fetchall()
    return Stats(
        captures=one("SELECT COUNT(*) FROM result WHERE stage = 'intake'").fetchone()[0],
        articles=one("SELECT COUNT(*) FROM article").fetchone()[0],
        outlets=one("SELECT COUNT(DISTINCT source) FROM article WHERE source IS NOT NULL").fetchone()[0],
        events=one("SELECT COUNT(*) FROM event").fetchone()[0],
        stories=one("SELECT COUNT(*) FROM story").fetchone()[0],
        topics=one("SELECT COUNT(*) FROM topic").fetchone()[0],
        from_date=first,
        to_date=last,
        words=words,
        removed_lines=sum(rules.values()),
        inferred_dates=inferred,
        undated=undated,
        languages=tuple(sorted(languages.items(), key=lambda item: (-item[1], item[0]))),
        rules=tuple(
            (role, rule, n) for (role, rule), n in sorted(rules.items(), key=lambda i: (-i[1], i[0]))
        ),
        findings=tuple((code, level, n) for code, level, n in findings),
        versions=(("site_gen", __version__), *((name, version(name)) for name in _PROGRAMS)),
        former_versions=one("SELECT COUNT(*) FROM article WHERE version_of IS NOT NULL").fetchone()[0],
        listed_outlets=one("SELECT COUNT(*) FROM outlet").fetchone()[0],
    )
