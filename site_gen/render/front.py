"""The home page, and the pages that lead to the rest: search, data, how it was made, 404, hand-written ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from site_gen.model import (
    ArticleCard,
    EventCard,
    OutletCard,
    Period,
    Stats,
    StoryCard,
    TopicCard,
)

from . import bands, structured, urls
from . import views as v
from .dates import archive_band
from .frame import Frame
from .interface import without_region
from .lines import article_line, day_of, event_line, marks_of, story_line, topic_groups
from .original import role_words
from .periods import period_words
from .remarks import meanings

HOME_EVENTS = 8
HOME_HEADLINES = 6
"""Of the lead."""
HOME_STORIES = 6
HOME_ARTICLES = 8
HOME_OUTLETS = 60
HOME_YEARS = 40
HOME_TOPICS = 14
"""Of each kind."""
DATA_FILES = (
    ("articles.jsonl", "articles", "An article: its record with grounds, its text in paragraphs, the lines that were cut"),
    ("events.jsonl", "events", "An event: its articles, date and place, and why they were put together"),
    ("stories.jsonl", "stories", "A story: its events in order"),
    ("passages.jsonl", "", "A passage that two or more articles share"),
    ("quotes.jsonl", "", "An utterance, and how each outlet renders it"),
    ("figures.jsonl", "", "What is counted, and each outlet's number for it"),
    ("unique.jsonl", "", "A sentence that one outlet of an event has alone"),
    ("topics.jsonl", "topics", "A subject, person, place or organisation, and the articles on it"),
    ("topics.ttl", "topics", "The same as a thesaurus: a concept of SKOS, in Turtle"),
    ("sources.jsonl", "listed_outlets", "An outlet"),
    ("findings.jsonl", "", "What the build remarked about a capture"),
)  # fmt: skip
"""(file, field of Stats that counts it, what a record is). What comparing found is counted by file; findings are complete last."""
FACETS = (
    ("outlet", "Outlet"),
    ("topic", "Subject"),
    ("person", "Person"),
    ("place", "Place"),
    ("organisation", "Organisation"),
    ("event", "Event"),
    ("language", "Language"),
    ("basis", "Ground of the date"),
)
"""Facets of the search page, in their order: (facet of the index, label)."""
SEARCH_WORDS = {
    "label": "Search the archive",
    "search": "Search",
    "loading": "Searching",
    "none": "Nothing found.",
    "more": "Show more results",
    "clear": "Clear all filters",
    "failed": "The search index could not be loaded. Load the page anew, or use the indexes below: they lead to every article.",
    "sort": "Sort by",
    "relevance": "relevance",
    "newest": "newest first",
    "oldest": "oldest first",
    "narrow": "Narrow down",
    "all": "Show all",
    "fewer": "Show fewer",
    "event": "Event:",
    "dates": "Date",
    "from": "Since",
    "to": "Until",
    "group": "Group by event",
    "moreOfEvent": "All of them on the page of the event",
    "paragraph": "paragraph",
    "beginning": "Words that begin with “{word}”",
    "cut": "Very many words begin with “{word}”: the results are those of a part of them.",
    "try": "What to try",
    "without": "Search without {part}",
    "apart": "Search for the words of {part} apart",
    "unfiltered": "Search without filters and dates",
    "partCount": "Each part by itself",
    "noneOn": "No article is dated {day}.",
    "within": "Search this date for {words}",
    "undated": "undated",
    "latest": "The newest articles",
    "inferred": "inferred",
    "supplied": "supplied",
}
SEARCH_ADVICE = ("Try fewer or shorter words.", "Try another spelling of a name.")
SEARCH_HELP = (
    ("harbour master", "articles with all the words, in any of their forms"),
    ("\u201charbour master\u201d", "the words as they stand, one after another"),
    ("harbour OR port", "articles with one of the words, or both; OR in capitals"),
    ("harbour -fire", "without a word or phrase"),
    ("harb*", "words that begin so"),
    ("12 March 1931", "words, and the way to the day, month or year"),
)
"""What a reader may write, and what it finds."""


def home_page(
    stats: Stats,
    *,
    events: Sequence[EventCard],
    stories: Sequence[StoryCard],
    articles: Sequence[ArticleCard],
    topics: Sequence[TopicCard],
    outlets: Sequence[OutletCard],
    days: Sequence[Period],
    years: Sequence[Period],
    lead: tuple[EventCard, Sequence[ArticleCard]] | None,
    lead_opening: v.Opening | None = None,
    frame: Frame,
) -> v.HomePage:
    """Return the home page; ``events`` and ``articles`` are the newest, ``topics`` the most used.

    ``lead`` is the event of ``lead_of`` with its articles, ``lead_opening`` how its own page begins.
    """
    first, coverage = lead or (None, ())
    marks = marks_of(coverage)
    firsts = {marks[card.id].name: card for card in reversed(coverage) if card.rights != "taken-down"}
    shown = [
        card
        for card in coverage
        if firsts.get(marks[card.id].name) is card and first and card.title != first.title
    ][:HOME_HEADLINES]
    rest = [card for card in events if card is not first][:HOME_EVENTS]
    peaks = sorted((c for c in events if day_of(c.date)), key=lambda c: (-c.articles, c.id))[: bands.PEAKS]
    site = frame.site.settings
    return v.HomePage(
        head=structured.head(
            frame, site.title, description=site.description, record=structured.site_record(frame)
        ),
        description=site.description,
        figures=_figures(stats, sum(period.articles for period in years), frame),
        span=frame.interface.span(stats.from_date, stats.to_date),
        band=archive_band(days, frame, peaks),
        lead=event_line(first, frame) if first else None,
        opening=lead_opening,
        headlines=tuple((marks[card.id], article_line(card, frame)) for card in shown),
        events=tuple(event_line(card, frame) for card in rest),
        stories=tuple(story_line(card, frame) for card in stories[:HOME_STORIES]),
        articles=tuple(article_line(card, frame) for card in articles[:HOME_ARTICLES]),
        topics=topic_groups(topics, frame, HOME_TOPICS),
        outlets=tuple(
            v.Named(card.name, frame.url(urls.outlet(card.slug))) for card in shown_outlets(outlets)
        ),
        years=tuple(
            v.Period(period_words(p.period, frame), frame.url(urls.period(p.period)), p.articles)
            for p in years[:HOME_YEARS]
        ),
    )


def shown_outlets(outlets: Sequence[OutletCard]) -> tuple[OutletCard, ...]:
    """The outlets with the most articles, in the order given: of a long list by name, not its first letters alone."""
    most = {
        card.slug for card in sorted(outlets, key=lambda card: (-card.articles, card.slug))[:HOME_OUTLETS]
    }
    return tuple(card for card in outlets if card.slug in most)


def lead_of(events: Sequence[EventCard]) -> EventCard | None:
    """Return the event that most outlets report, the newest of them."""
    if not events:
        return None
    most = max(len(card.sources) for card in events)
    return next(card for card in events if len(card.sources) == most)


def _figures(stats: Stats, listed: int, frame: Frame) -> tuple[v.Named, ...]:
    """The archive in figures; former versions of an article are in no list, and not counted here."""
    say = frame.interface.count
    rows = (
        (say("{n} article", "{n} articles", listed), "articles/", listed),
        (say("{n} outlet", "{n} outlets", stats.outlets), "sources/", stats.outlets),
        (say("{n} event", "{n} events", stats.events), "events/", stats.events),
        (say("{n} story", "{n} stories", stats.stories), "stories/", stats.stories),
        (say("{n} topic", "{n} topics", stats.topics), "topics/", stats.topics),
    )
    return tuple(v.Named(str(text), frame.url(address)) for text, address, n in rows if n)


def indexes(frame: Frame) -> tuple[v.Named, ...]:
    """Return the indexes of the archive that list anything, for whoever cannot search."""
    say, listed = frame.interface.text, frame.site.sections
    rows = (
        ("Events", "events/", "events" in listed),
        ("Stories", "stories/", "stories" in listed),
        ("Topics", "topics/", "topics" in listed),
        ("Outlets", "sources/", True),
        ("Dates", "dates/", True),
        ("Articles", "articles/", True),
    )
    return tuple(v.Named(str(say(label)), frame.url(address)) for label, address, has_any in rows if has_any)


def search_page(frame: Frame) -> v.SearchPage:
    """Return the search page."""
    say = frame.interface.text
    return v.SearchPage(
        head=structured.head(frame, str(say("Search")), section="search"),
        is_on=frame.site.search,
        bundle=frame.url("search/index/"),
        words=structured.safe_json(_search_words(frame)),
        help=tuple((query, str(say(meaning))) for query, meaning in SEARCH_HELP),
        indexes=indexes(frame),
    )


def _search_words(frame: Frame) -> dict[str, object]:
    """The words that the script of the search page says; ``{n}`` stays for it to fill."""
    say = frame.interface
    said: dict[str, object] = {key: str(say.text(text)) for key, text in SEARCH_WORDS.items()}
    said["advice"] = [str(say.text(text)) for text in SEARCH_ADVICE]
    said["results"] = say.forms("{n} result", "{n} results")
    said["articles"] = say.forms("{n} article", "{n} articles")
    said["language"] = say.language
    said["facets"] = {name: str(say.text(label)) for name, label in FACETS}
    return said


def data_page(stats: Stats, frame: Frame) -> v.DataPage:
    """Return the page that explains the data files."""
    say = frame.interface
    files = []
    compared = dict(stats.compared)
    for name, counted, meaning in DATA_FILES:
        number = getattr(stats, counted) if counted else compared.get(name.removesuffix(".jsonl"))
        is_lines = name.endswith(".jsonl")
        described = f"data/schema/{name.removesuffix('.jsonl')}.json"
        schema = v.Named("schema", frame.url(described)) if is_lines else None
        files.append((v.Named(name, frame.url(f"data/{name}")), str(say.text(meaning)), number, schema))
    base = frame.permanent("data/") or "data/"
    head = structured.head(frame, str(say.text("Data")), section="data")
    return v.DataPage(head, tuple(files), base)


def made_page(stats: Stats, frame: Frame) -> v.MadePage:
    """Return the page that says how the archive was made."""
    say = frame.interface
    each = "articles described; each value stated, inferred or supplied"
    with_former = (
        "articles described, former versions ({n}) among them; each value stated, inferred or supplied"
    )
    described = with_former if stats.former_versions else each
    steps = (
        ("Ingest", stats.captures, "captures read"),
        ("Clean", stats.removed_lines, "lines cut as boilerplate, each with its rule"),
        ("Describe", stats.articles, described),
        ("Date", stats.inferred_dates, "dates inferred, each with its ground"),
        ("Link", stats.events, "events that two or more articles report"),
        ("Index", stats.topics, "subjects, people, places and organisations with a page"),
    )
    return v.MadePage(
        head=structured.head(frame, str(say.text("How this archive was made")), section="made"),
        steps=tuple(
            (str(say.text(name)), say.number(n), str(say.text(did, n=say.number(stats.former_versions))))
            for name, n, did in steps
        ),
        languages=_languages(stats, frame),
        rules=tuple((role_words(role, frame), rule, n) for role, rule, n in stats.rules),
        findings=tuple(_remark(code, level, n, frame) for code, level, n in stats.findings),
        versions=stats.versions,
    )


def _languages(stats: Stats, frame: Frame) -> tuple[tuple[str, int], ...]:
    """Languages by their names, most articles first, those of all regions together."""
    counts: Counter[str] = Counter()
    for code, n in stats.languages:
        counts[frame.interface.language_name(without_region(code))] += n
    return tuple(counts.most_common())


def _remark(code: str, level: str, number: int, frame: Frame) -> v.Remark:
    title, means = meanings().get(code, ("", ""))
    return v.Remark(code, title, means, str(frame.interface.text(level)), number)


def not_found_page(frame: Frame) -> v.NotFoundPage:
    """Return 404.html, whose addresses are absolute because it is served anywhere."""
    head = structured.head(frame, str(frame.interface.text("Page not found")))
    plain = v.Head(head.title, "", head.root, "", head.csp, (), (v.HeadMeta("robots", "noindex"),))
    return v.NotFoundPage(plain, indexes(frame))


def handwritten_page(title: str, html: str, frame: Frame) -> v.HandwrittenPage:
    """Return a hand-written page. ``html`` is trusted: made from Markdown with raw HTML off.

    A heading that opens the text is the title, and does not stand twice.
    """
    return v.HandwrittenPage(
        structured.head(frame, title), title, Markup(_OPENING_HEADING.sub("", html, count=1))
    )


_OPENING_HEADING = re.compile(r"\A\s*<h1[^>]*>.*?</h1>", re.DOTALL)
