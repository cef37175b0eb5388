"""A catalogue in memory, over invented articles: what rendering is tested on without an engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from site_gen.model import (
    Article,
    ArticleCard,
    Basis,
    Because,
    Block,
    CaptureRef,
    Comparison,
    Contributor,
    Event,
    EventCard,
    Evidence,
    Figure,
    FigureMention,
    Finding,
    LeftOut,
    Level,
    Line,
    Link,
    LinkReason,
    Listing,
    Outlet,
    OutletCard,
    Overlap,
    OwnWording,
    Passage,
    PassageMention,
    Period,
    Quote,
    QuoteMention,
    SharedWith,
    Sourced,
    Speaker,
    Stats,
    Story,
    StoryCard,
    Topic,
    TopicCard,
    TopicName,
    Unique,
)

SHARED = "divers searched the water below the third pier until nightfall and found no one else"
QUOTE = "We heard a sound like a ship's horn, and then the road was gone"


@dataclass
class Shelf:
    """A catalogue from dicts; orders are those that ``Catalogue`` promises."""

    articles_by_id: dict[str, Article] = field(default_factory=dict)
    article_cards: dict[str, ArticleCard] = field(default_factory=dict)
    events_by_id: dict[str, Event] = field(default_factory=dict)
    event_cards: dict[str, EventCard] = field(default_factory=dict)
    comparisons: dict[str, Comparison] = field(default_factory=dict)
    stories_by_id: dict[str, Story] = field(default_factory=dict)
    story_cards: dict[str, StoryCard] = field(default_factory=dict)
    topics_by_slug: dict[str, Topic] = field(default_factory=dict)
    outlets_by_slug: dict[str, Outlet] = field(default_factory=dict)
    all_findings: tuple[Finding, ...] = ()

    def article(self, id: str) -> Article:
        return self.articles_by_id[id]

    def article_card(self, id: str) -> ArticleCard:
        return self.article_cards[id]

    def event(self, id: str) -> Event:
        return self.events_by_id[id]

    def event_card(self, id: str) -> EventCard:
        return self.event_cards[id]

    def comparison(self, event: str) -> Comparison:
        return self.comparisons[event]

    def story(self, id: str) -> Story:
        return self.stories_by_id[id]

    def story_card(self, id: str) -> StoryCard:
        return self.story_cards[id]

    def topic(self, slug: str) -> Topic:
        return self.topics_by_slug[slug]

    def topic_card(self, slug: str) -> TopicCard:
        topic = self.topics_by_slug[slug]
        return TopicCard(slug, topic.label, topic.kind, len(topic.articles), len(topic.events))

    def outlet(self, slug: str) -> Outlet:
        return self.outlets_by_slug[slug]

    def outlet_card(self, slug: str) -> OutletCard:
        return next(card for card in self.outlets() if card.slug == slug)

    def topics_of(self, article: str) -> tuple[TopicName, ...]:
        cards = (c for c in self.topics() if article in self.topics_by_slug[c.slug].articles)
        return tuple(TopicName(c.slug, c.label, c.kind) for c in cards)

    def has_period(self, period: str) -> bool:
        return any((card.date or "").startswith(period) for card in self.article_cards.values())

    def versions_of(self, article: str) -> tuple[ArticleCard, ...]:
        return ()

    def findings_of(self, key: str) -> tuple[Finding, ...]:
        return tuple(f for f in self.all_findings if f.where.startswith(key))

    def article_ids(self) -> Iterator[str]:
        return iter(sorted(self.article_cards))

    def event_ids(self) -> Iterator[str]:
        return iter(sorted(self.event_cards))

    def cards(
        self, listing: Listing, period: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[ArticleCard, ...]:
        cards = [c for c in self.article_cards.values() if self._holds(listing, c)]
        if period:
            cards = [c for c in cards if _in(c.date, period)]
        cards.sort(key=lambda c: (c.title, c.id))
        cards.sort(key=lambda c: c.date or "", reverse=True)
        return tuple(cards[offset:][:limit])

    def _holds(self, listing: Listing, card: ArticleCard) -> bool:
        if listing.kind == "topic":
            return card.id in self.topics_by_slug[listing.key].articles
        return listing.kind == "all" or card.source_slug == listing.key

    def count(self, listing: Listing) -> int:
        return len(self.cards(listing))

    def periods(self, listing: Listing, within: str | None = None) -> tuple[Period, ...]:
        chars = {None: 4, 4: 7, 7: 10}[len(within) if within else None]
        found: dict[str, int] = {}
        for card in self.cards(listing, within):
            plain = (card.date or "").rstrip("~?%")[:chars]
            name = plain if len(plain) == chars else "" if within else "undated"
            if name:
                found[name] = found.get(name, 0) + 1
        return tuple(
            Period(p, n) for p, n in sorted(found.items(), key=lambda i: (i[0] != "undated", i[0]))[::-1]
        )

    def events(self, limit: int | None = None) -> Iterator[EventCard]:
        order = sorted(self.event_cards.values(), key=lambda c: (c.date or "", c.id), reverse=True)
        return iter(order[:limit])

    def events_on(self, period: str, limit: int | None = None) -> tuple[EventCard, ...]:
        return tuple(c for c in self.events() if _in(c.date, period))[:limit]

    def events_of_topic(self, slug: str, limit: int | None = None) -> tuple[EventCard, ...]:
        return tuple(c for c in self.events() if c.id in self.topics_by_slug[slug].events)[:limit]

    def stories(self) -> tuple[StoryCard, ...]:
        return tuple(self.story_cards.values())

    def topics(self, kind: str | None = None) -> Iterator[TopicCard]:
        cards = [self.topic_card(slug) for slug, t in self.topics_by_slug.items() if kind in (None, t.kind)]
        return iter(sorted(cards, key=lambda c: (-c.articles, c.label)))

    def outlets(self) -> tuple[OutletCard, ...]:
        cards = []
        for outlet in sorted(self.outlets_by_slug.values(), key=lambda o: o.name):
            held = [c for c in self.article_cards.values() if c.source_slug == outlet.slug]
            dates = sorted(c.date for c in held if c.date)
            first, last = (dates[0], dates[-1]) if dates else (None, None)
            shared = tuple(
                SharedWith(o.slug, o.name, 2, 1, 0.31)
                for o in self.outlets_by_slug.values()
                if o is not outlet
            )
            cards.append(OutletCard(outlet.slug, outlet.name, len(held), first, last, 0.62, shared))
        return tuple(cards)

    def days(self) -> tuple[Period, ...]:
        found: dict[str, int] = {}
        for card in self.article_cards.values():
            if card.date and len(card.date.rstrip("~?%")) >= 10:
                found[card.date[:10]] = found.get(card.date[:10], 0) + 1
        return tuple(Period(day, n) for day, n in sorted(found.items()))

    def findings(self) -> Iterator[Finding]:
        return iter(self.all_findings)

    def stats(self) -> Stats:
        dates = sorted(c.date for c in self.article_cards.values() if c.date)
        return Stats(
            captures=len(self.article_cards),
            articles=len(self.article_cards),
            outlets=len(self.outlets_by_slug),
            events=len(self.event_cards),
            stories=len(self.story_cards),
            topics=len(self.topics_by_slug),
            from_date=dates[0] if dates else None,
            to_date=dates[-1] if dates else None,
            words=sum(c.words for c in self.article_cards.values()),
            removed_lines=7,
            inferred_dates=1,
            undated=sum(1 for c in self.article_cards.values() if not c.date),
            languages=(("en", 3), ("fr", 1), ("ar", 1)),
            rules=(("pull_link", "pull-link", 4), ("nav", "navigation", 3)),
            findings=(("CLN-003", "note", 2),),
            versions=(("site_gen", "0.1.0"),),
        )


def _in(date: str | None, period: str) -> bool:
    return not date if period == "undated" else bool(date and date.startswith(period))


def stated(value: str, *spans: tuple[int, int]) -> Sourced[str]:
    """A value that the capture states at these spans."""
    return Sourced(value, Basis.STATED, Evidence("dateline", spans))


def a_card(id: str, title: str, source: str | None, **more: object) -> ArticleCard:
    """A card with only the parts that a test cares about."""
    base = ArticleCard(
        id=id,
        slug=f"{id}-slug",
        title=title,
        source=source,
        source_slug=source.lower().replace(" ", "-") if source else None,
        agency=None,
        date="1931-05-04",
        date_basis="stated",
        language="en",
        words=120,
        summary="A first sentence that says what happened.",
        event=None,
        event_slug=None,
        event_title=None,
    )
    return replace(base, **more)  # type: ignore[arg-type]


def article_of(card: ArticleCard, texts: Sequence[str], **more: object) -> Article:
    """An article whose capture holds one navigation line, the title, and one line a paragraph."""
    rows = [("nav", "Home > News"), ("title", card.title), *(("body", text) for text in texts)]
    lines, blocks, at = [], [], 0
    for number, (role, text) in enumerate(rows, 1):
        span = (at, at + len(text))
        block = f"p{len(blocks) + 1}" if role == "body" else None
        if block:
            blocks.append(Block(block, "paragraph", text, span))
        rule = {"nav": "navigation", "title": "first-line", "body": "sentence"}[role]
        lines.append(Line(number, span, text, role, rule, block))  # type: ignore[arg-type]
        at += len(text) + 1
    published = None
    if card.date and card.date_basis == "stated":
        published = stated(card.date, lines[1].span)
    base = Article(
        id=card.id,
        capture=CaptureRef(f"captures/{card.id}.txt", None, "ab" * 32, 5400, "text/plain", "utf-8", "utf-8"),
        title=stated(card.title, lines[1].span),
        standfirst=None,
        source=Sourced(card.source, Basis.SUPPLIED, Evidence("metadata", file="metadata.csv:3"))
        if card.source
        else None,
        agency=None,
        credited_agencies=(),
        authors=(stated("Ada Venn"),),
        contributors=(Contributor("Jon Pell", "reporting", "Port Alder", (0, 0)),),
        published=published,
        modified=None,
        place=stated("PORT ALDER"),
        language=Sourced(
            card.language, Basis.INFERRED, Evidence("words", note="Its commonest words are of this language.")
        ),
        section=None,
        url=None,
        rights=None,
        given_topics=(),
        blocks=tuple(blocks),
        lines=tuple(lines),
        edits=(),
        names=(),
        clues=(),
        words=card.words,
    )
    return replace(base, **more)  # type: ignore[arg-type]


TEXTS = {
    "a1": (
        "PORT ALDER - The Alder road bridge fell into the estuary on Monday morning, killing 14 people.",
        f"Police said {SHARED}.",
        f"“{QUOTE},” said Mira Osk, a toll keeper who saw it fall from the eastern bank.",
        "The bridge, opened in 1902, carried the only road between the two halves of the town.",
    ),
    "a2": (
        "At least 11 people died when the Alder bridge collapsed, officials said.",
        f"Rescue boats and {SHARED}, the harbour office reported.",
        f"“{QUOTE.replace('a ship', 'the ship')},” Osk, the toll keeper, told this newspaper.",
        "A report of 1929 had called the third pier sound.",
    ),
    "a3": (
        "Le pont d’Alder s’est effondré lundi matin, faisant quatorze morts.",
        "« Nous avons entendu un bruit de sirène », a dit la gardienne du péage.",
    ),
    "a4": (
        "انهار جسر ألدر صباح الاثنين، وقُتل 14 شخصا على الأقل، بحسب الشرطة.",
        "وقالت حارسة الجسر إنها سمعت صوتا يشبه صفارة السفينة قبل أن يختفي الطريق.",
    ),
    "a5": ("The council met on Friday to name the builders of the new bridge.", "Three firms had offered."),
    "a6": ("Undated, this note says that the ferry will run at night.",),
}


def a_shelf() -> Shelf:
    """An archive of six articles: an event of four outlets in three languages, one of two, an undated note."""
    event, later = (
        ("e1", "bridge-falls", "Alder bridge falls into the estuary"),
        ("e2", "builders", "Council names builders"),
    )
    at = {"event": event[0], "event_slug": event[1], "event_title": event[2]}
    then = {"event": later[0], "event_slug": later[1], "event_title": later[2]}
    cards = [
        a_card("a1", event[2], "The Lantern", words=210, **at),
        a_card("a2", "Eleven dead as bridge gives way", "Port Courier", date="1931-05-05", words=180, **at),
        a_card("a3", "Le pont d’Alder s’effondre", "Le Guetteur", date="1931-05-05", language="fr", words=90, **at),
        a_card("a4", "انهيار جسر ألدر", "المنارة", date="1931-05-05~", date_basis="inferred", language="ar", words=80, source_slug="al-manara", **at),
        a_card("a5", later[2], "The Lantern", date="1931-06-12", words=60, **then),
        a_card("a7", "New builders for Alder", "Port Courier", date="1931-06-13", words=70, **then),
        a_card("a6", "Ferry to run at night", None, date=None, date_basis=None, words=11),
    ]  # fmt: skip
    texts = {**TEXTS, "a7": ("The council named the builders of the new bridge on Friday.",)}
    articles = {card.id: article_of(card, texts[card.id]) for card in cards}
    first = articles["a1"].blocks[0]
    linked = replace(first, links=(Link(13, 35, "https://example.org/bridge?a=1&b=2"),))
    articles["a1"] = replace(articles["a1"], blocks=(linked, *articles["a1"].blocks[1:]))
    return Shelf(
        articles_by_id=articles,
        article_cards={card.id: card for card in cards},
        events_by_id=_events(event, later),
        event_cards={
            "e1": EventCard("e1", event[1], event[2], "en", "1931-05-04", "inferred", "Port Alder", ("The Lantern", "Port Courier", "Le Guetteur", "المنارة"), 4, "s1", "alder", "The Alder bridge", ("Mira Osk", "Port Alder")),
            "e2": EventCard("e2", later[1], later[2], "en", "1931-06-12", "stated", None, ("The Lantern", "Port Courier"), 2, "s1", "alder", "The Alder bridge"),
        },
        comparisons={"e1": _comparison(), "e2": Comparison("e2", (), (), (), (), (), ())},
        stories_by_id={"s1": Story("s1", "The Alder bridge", ("e1", "e2"), "1931-05-04", "1931-06-12", (Because("names", "Port Alder, the bridge"),))},
        story_cards={"s1": StoryCard("s1", "alder", "The Alder bridge", "1931-05-04", "1931-06-12", 2, 6, ("The Lantern", "Port Courier"))},
        topics_by_slug=_topics(),
        outlets_by_slug={
            "the-lantern": Outlet("the-lantern", "The Lantern", place="Port Alder", description="An evening paper."),
            "port-courier": Outlet("port-courier", "Port Courier"),
            "le-guetteur": Outlet("le-guetteur", "Le Guetteur", language="fr"),
            "al-manara": Outlet("al-manara", "المنارة", language="ar"),
        },
        all_findings=(Finding("CLN-003", Level.NOTE, "captures/a1.txt:1", 'cut "Home > News"', "add a decision"),),
    )  # fmt: skip


def _events(event: tuple[str, str, str], later: tuple[str, str, str]) -> dict[str, Event]:
    concluded = Sourced(
        "1931-05-05~", Basis.INFERRED, Evidence("event-date", articles=("a1",), note="The others of the event appeared on 5 May.")
    )  # fmt: skip
    day = Sourced(
        "1931-05-04",
        Basis.INFERRED,
        Evidence("weekday", articles=("a1", "a2"), note="“Monday” before 5 May 1931."),
    )
    reasons = (
        LinkReason(
            "a1", "a2", 0.91, (Because("wording", "24 % of the words"), Because("names", "Alder, Osk"))
        ),
        LinkReason("a1", "a4", 0.62, (Because("dates", "4 May 1931"),)),
    )
    return {
        "e1": Event("e1", ("a1", "a2", "a3", "a4"), stated(event[2]), day, stated("Port Alder"), reasons, (LeftOut("a5", 0.31, "a month later"),), (("a4", concluded),), "s1"),
        "e2": Event("e2", ("a5", "a7"), stated(later[2]), stated("1931-06-12"), None, (), (), (), "s1"),
    }  # fmt: skip


def _mention(article: str, paragraph: int, part: str) -> tuple[str, str, tuple[int, int], str]:
    text = TEXTS[article][paragraph - 1]
    start = text.index(part)
    return article, f"p{paragraph}", (start, start + len(part)), part


def _comparison() -> Comparison:
    other = QUOTE.replace("a ship", "the ship")
    said = (
        QuoteMention(*_mention("a1", 3, QUOTE), "verbatim", "Mira Osk, a toll keeper"),
        QuoteMention(*_mention("a2", 3, other), "verbatim", "Osk, the toll keeper"),
    )
    dead = (
        FigureMention(*_mention("a1", 1, "14"), 14, unit="people"),
        FigureMention(*_mention("a2", 1, "At least 11"), 11, qualifier="at least", said_by="officials"),
        FigureMention(*_mention("a4", 1, "14"), 14, qualifier="at least", said_by="الشرطة"),
    )
    year = (FigureMention(*_mention("a1", 4, "1902"), 1902),)
    return Comparison(
        event="e1",
        passages=(Passage((PassageMention(*_mention("a1", 2, SHARED)), PassageMention(*_mention("a2", 2, SHARED))), 16),),
        quotes=(
            Quote(Speaker("Mira Osk", "toll keeper"), said, None),
            Quote(None, (QuoteMention(*_mention("a3", 2, "Nous avons entendu un bruit de sirène"), "verbatim", "la gardienne"),)),
        ),
        figures=(Figure("people killed", "differ", dead), Figure("year of opening", "single", year)),
        unique=(Unique(*_mention("a2", 4, TEXTS["a2"][3])),),
        overlaps=(Overlap("a1", "a2", 34, 0.39, 0.44), Overlap("a1", "a3", 0, 0.0, 0.0)),
        own=(OwnWording("a1", 0.61), OwnWording("a2", 0.56), OwnWording("a3", 1.0), OwnWording("a4", 1.0)),
    )  # fmt: skip


def _topics() -> dict[str, Topic]:
    every = ("a7", "a5", "a2", "a3", "a4", "a1")
    return {
        "bridges": Topic("bridges", "Bridges", "subject", (), (), ("ferries",), (), every, ("e2", "e1"), (("mira-osk", 2),)),
        "ferries": Topic("ferries", "Ferries", "subject", ("Boats",), ("bridges",), (), (), ("a6",), ()),
        "mira-osk": Topic("mira-osk", "Mira Osk", "person", ("Osk",), (), (), ("https://example.org/osk",), ("a2", "a1"), ("e1",)),
        "port-alder": Topic("port-alder", "Port Alder", "place", (), (), (), (), ("a2", "a1"), ("e1",)),
        "harbour-office": Topic("harbour-office", "Harbour Office", "organisation", (), (), (), (), ("a2",), ("e1",)),
    }  # fmt: skip
