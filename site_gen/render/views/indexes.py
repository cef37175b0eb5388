"""Pages that lead on: lists, dates, search, data. The first field of each is the page's head; the rest is said under it."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from .parts import (
    ArticleLine,
    Band,
    Calendar,
    Citation,
    EventLine,
    Head,
    Named,
    Period,
    SharedLine,
    StoryLine,
    TopicGroup,
    TopicLine,
)


class TopicPage(Struct, gc=False):
    """ "What does the archive hold on this?" """

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    kind: str
    """person, place, organisation, subject."""
    description: str
    """From the vocabulary; empty where it has none."""
    aliases: tuple[str, ...]
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    same_as: tuple[str, ...]
    """External identifiers."""
    band: Band
    """Articles a month or year, as SVG; empty where undated."""
    total: int
    """Articles."""
    events: tuple[EventLine, ...]
    """The newest."""
    total_events: int
    articles: tuple[ArticleLine, ...]
    """Newest first."""
    periods: tuple[Period, ...]
    """Years of the list, where it is longer than a page."""
    related: tuple[tuple[TopicLine, int], ...]
    """(topic, articles in common)."""
    feeds: tuple[str, ...]
    """Addresses of its Atom and its JSON feed; none where none is written."""
    cite: Citation
    coins: tuple[str, ...]
    """One ContextObject an article, for citation managers."""
    map: Markup
    """Where a place lies, as SVG; empty where it is not known."""
    position: str
    """The same in words, such as ``44.64° N 63.58° W``."""
    position_basis: str
    """supplied, or inferred from its name."""


class TopicsPage(Struct, gc=False):
    """All topics, or those of one kind, A to Z."""

    head: Head
    kind: str
    """person, place, organisation, subject; empty for the page of all."""
    most: tuple[TopicLine, ...]
    """Most used."""
    groups: tuple[TopicGroup, ...]
    """A group a letter."""
    kinds: tuple[Period, ...]
    """The pages by kind, with the number of topics in ``articles``."""


class OutletPage(Struct, gc=False):
    """An outlet and its articles."""

    head: Head
    crumbs: tuple[Named, ...]
    name: str
    aliases: tuple[str, ...]
    description: str
    place: str
    domains: tuple[str, ...]
    is_agency: bool
    rights: str
    rights_uri: str
    total: int
    span: str
    own: str
    """Mean share of own wording; empty where not measured."""
    own_bar: Markup
    """The same as a bar."""
    shares: tuple[SharedLine, ...]
    """Outlets that report the same events, most shared wording first."""
    band: Band
    """Articles a month or year, as SVG; empty where undated."""
    articles: tuple[ArticleLine, ...]
    periods: tuple[Period, ...]
    feeds: tuple[str, ...]
    """Addresses of its Atom and its JSON feed; none where none is written."""


class OutletsPage(Struct, gc=False):
    """All outlets by name."""

    head: Head
    outlets: tuple[tuple[Named, int, str, str, Markup], ...]
    """(name, articles, span in words, own wording, the same as a bar)."""


class EventsPage(Struct, gc=False):
    """Newest events, and the way to the older ones."""

    head: Head
    events: tuple[EventLine, ...]
    total: int
    periods: tuple[Period, ...]
    """Years with events, where there are more than a page holds."""


class StoriesPage(Struct, gc=False):
    """All stories."""

    head: Head
    stories: tuple[StoryLine, ...]


class ArticlesPage(Struct, gc=False):
    """Newest articles, and the way to the older ones."""

    head: Head
    articles: tuple[ArticleLine, ...]
    total: int
    periods: tuple[Period, ...]


class PeriodPage(Struct, gc=False):
    """A year, month or day of a topic's or outlet's list."""

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    """Whose list it is."""
    period: str
    """In words."""
    total: int
    articles: tuple[ArticleLine, ...]
    """Where the period is split again, its newest."""
    periods: tuple[Period, ...]
    """Its months or days, where it holds more than a page."""
    pages: tuple[Named, ...]
    """Numbers of its pages, where a day or undated articles fill several; no address: this page, or a gap."""


class DatesPage(Struct, gc=False):
    """All years."""

    head: Head
    band: Band
    """Every day of the archive, as SVG; empty where fewer than two are known."""
    years: tuple[Period, ...]
    """Newest first; undated last."""


class YearPage(Struct, gc=False):
    """A year: twelve calendars and its events."""

    head: Head
    crumbs: tuple[Named, ...]
    year: str
    total: int
    months: tuple[Calendar, ...]
    """Months that have articles, January first."""
    events: tuple[EventLine, ...]
    articles: tuple[ArticleLine, ...]
    """Articles known only by their year."""
    before: Named | None
    after: Named | None


class MonthPage(Struct, gc=False):
    """A month: its calendar, events and articles."""

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    total: int
    calendar: Calendar
    events: tuple[EventLine, ...]
    articles: tuple[ArticleLine, ...]
    """Where the month holds no more than a page; else its days lead on."""
    before: Named | None
    after: Named | None


class DayPage(Struct, gc=False):
    """A day: its events and articles, a page of them at a time. Also undated articles."""

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    total: int
    """Articles, on all its pages."""
    events: tuple[EventLine, ...]
    """On the first page."""
    articles: tuple[ArticleLine, ...]
    pages: tuple[Named, ...]
    """Numbers of its pages, where it fills several; no address: this page, or a gap."""
    before: Named | None
    after: Named | None


class SearchPage(Struct, gc=False):
    """The search box, and the indexes for readers without JavaScript."""

    head: Head
    is_on: bool
    """Whether a search index is written."""
    bundle: str
    """Address of the folder with the search index."""
    words: Markup
    """What the script says, as JSON that cannot end its element."""
    help: tuple[tuple[str, str], ...]
    """(what a reader may write, what it finds)."""
    indexes: tuple[Named, ...]


class DataPage(Struct, gc=False):
    """What the data files are, and how to read them."""

    head: Head
    files: tuple[tuple[Named, str, int | None, Named | None], ...]
    """(file, what a record is, number of records where it is known, its schema where it has one)."""
    base: str
    """Address of the data folder, absolute where the archive has one."""


class Remark(Struct, gc=False):
    """What the build remarked, by the code of the finding, as the documentation says it (in English)."""

    code: str
    title: str
    """What is the matter, in a line; empty for a code that the documentation lacks."""
    means: str
    level: str
    """In words: error, warning, note."""
    number: int


class MadePage(Struct, gc=False):
    """ "How this archive was made": counts by stage, rules that fired, findings by code, versions."""

    head: Head
    steps: tuple[tuple[str, str, str], ...]
    """(step, number, what it did in words)."""
    languages: tuple[tuple[str, int], ...]
    rules: tuple[tuple[str, str, int], ...]
    """(role in words, rule, lines cut)."""
    findings: tuple[Remark, ...]
    versions: tuple[tuple[str, str], ...]


class NotFoundPage(Struct, gc=False):
    """404: says so, and offers search and indexes."""

    head: Head
    indexes: tuple[Named, ...]


class HandwrittenPage(Struct, gc=False):
    """A page that a person wrote, as Pelican read it."""

    head: Head
    title: str
    html: Markup
    """Made from Markdown without raw HTML."""
