"""One view a page. The first field of each is the page's head; the rest is said under the field."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .parts import (
    ArticleLine,
    Calendar,
    CaptureFacts,
    Citation,
    CoverageRow,
    EventLine,
    FigureRow,
    Head,
    LeftOutRow,
    Mark,
    MatrixRow,
    Named,
    PassageRow,
    Period,
    Reason,
    RecordValue,
    Shown,
    Sibling,
    SideBySideRow,
    SpeakerRow,
    StoryLine,
    TextBlock,
    TopicGroup,
    TopicLine,
    UniqueRow,
)


@dataclass(frozen=True, slots=True)
class HomePage:
    """ "What is in here, and where do I begin?" """

    head: Head
    description: str
    """One sentence about the archive; empty where none is set."""
    figures: tuple[Named, ...]
    """Articles, outlets, events, span: the number in ``text`` with its noun, and where it leads."""
    span: str
    """From the first day to the last, in words; empty where nothing is dated."""
    band: Markup
    """The whole span as SVG; empty where fewer than two days are known."""
    lead: EventLine | None
    """The event with the most outlets among the newest."""
    headlines: tuple[tuple[Mark, ArticleLine], ...]
    """How each outlet of the lead headed it, in the order of publication."""
    events: tuple[EventLine, ...]
    """Newest events, the lead left out."""
    stories: tuple[StoryLine, ...]
    articles: tuple[ArticleLine, ...]
    """Newest articles, where the archive has few events."""
    topics: tuple[TopicGroup, ...]
    """Most used topics of each kind."""
    outlets: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """ "What did this outlet write?" """

    head: Head
    crumbs: tuple[Named, ...]
    title: str
    language: str
    mark: Mark | None
    """Its letter in its event."""
    outlet: Named | None
    agency: str
    section: str
    standfirst: str
    authors: tuple[str, ...]
    place: str
    date: Shown | None
    words: int
    blocks: tuple[TextBlock, ...]
    has_marks: bool
    """Whether any paragraph is marked as shared."""
    rights: str
    """full, excerpt, metadata-only: whether the text stands here whole."""
    rights_uri: str
    """Rights statement."""
    contributors: tuple[str, ...]
    """"Reporting: A Name (Amman)", a line each."""
    event: EventLine | None
    siblings: tuple[Sibling, ...]
    """Other outlets on this event, in order of publication."""
    before: EventLine | None
    """Event before this one in its story."""
    after: EventLine | None
    topics: tuple[TopicGroup, ...]
    record: tuple[RecordValue, ...]
    """Every metadata value with its ground."""
    capture: CaptureFacts
    versions: tuple[ArticleLine, ...]
    """Other captures of this article."""
    findings: tuple[str, ...]
    """What the build remarked about this capture."""
    cite: Citation
    filters: tuple[tuple[str, str], ...]
    """(filter, value) for the search index."""
    metas: tuple[tuple[str, str], ...]
    """(name, value) that a search result shows."""
    sort_date: str
    """ISO date that search sorts by; empty where undated."""


@dataclass(frozen=True, slots=True)
class TakenDownPage:
    """The page that stays where an article was taken down. It names no text, title or author."""

    head: Head
    outlet: Named | None
    date: str
    """In words; empty where undated."""


@dataclass(frozen=True, slots=True)
class OriginalPage:
    """ "What was cut, and why?" The cleaned article beside the lines of its capture."""

    head: Head
    crumbs: tuple[Named, ...]
    title: str
    language: str
    article_url: str
    download: str
    """Of the original bytes; empty where they are not offered."""
    download_name: str
    rows: tuple[SideBySideRow, ...]
    rules: tuple[tuple[str, str, int], ...]
    """(role in words, rule, lines cut), most first."""
    kept: int
    """Lines kept."""
    cut: int
    edits: tuple[tuple[str, str, str], ...]
    """(was, now, rule): characters mended inside kept lines."""
    path: str
    """Key of the capture, for decisions.csv."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """ "What happened, and what did each make of it?" """

    head: Head
    crumbs: tuple[Named, ...]
    title: str
    language: str
    headline_of: Named | None
    """The outlet whose headline stands as title."""
    date: Shown | None
    place: Shown | None
    figures: tuple[Named, ...]
    """"5 outlets", "12 quotes" …, each with the part of the page it leads to."""
    coverage: tuple[CoverageRow, ...]
    matrix: Markup
    """Who shares wording with whom, as SVG; empty where nothing is shared."""
    matrix_rows: tuple[MatrixRow, ...]
    """The same as a table."""
    passages: tuple[PassageRow, ...]
    """Longest first."""
    more_passages: tuple[PassageRow, ...]
    """The rest, folded."""
    speakers: tuple[SpeakerRow, ...]
    """Speakers quoted by two or more outlets, most outlets first."""
    single_speakers: tuple[SpeakerRow, ...]
    """Quotes of one outlet only, folded."""
    counts: tuple[FigureRow, ...]
    """Figures that several outlets give: differing first."""
    single_counts: tuple[FigureRow, ...]
    """Figures of one outlet only, folded."""
    unique: tuple[UniqueRow, ...]
    story: Named | None
    timeline: tuple[EventLine, ...]
    """Events of the story around this one, in order."""
    this_url: str
    """Address by which the timeline knows this event."""
    topics: tuple[TopicGroup, ...]
    reasons: tuple[Reason, ...]
    left_out: tuple[LeftOutRow, ...]
    cite: Citation
    coins: tuple[str, ...]
    """One ContextObject an article, for citation managers."""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two articles of one event, side by side; shared passages aligned."""

    head: Head
    crumbs: tuple[Named, ...]
    event: Named
    a: Sibling
    b: Sibling
    words: int
    """Shared words."""
    rows: tuple[tuple[tuple[TextBlock, ...], tuple[TextBlock, ...], bool], ...]
    """(paragraphs of a, paragraphs of b, whether they share wording): shared ones at one height, the rest between."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A chain of events."""

    head: Head
    crumbs: tuple[Named, ...]
    title: str
    span: str
    band: Markup
    """Its events on a line of time, as SVG; empty where undated."""
    events: tuple[EventLine, ...]
    """In order of date."""
    articles: int
    outlets: tuple[str, ...]
    because: tuple[str, ...]
    """Why they form a story."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """ "What does the archive hold on this?" """

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    kind: str
    """person, place, organisation, subject."""
    aliases: tuple[str, ...]
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    same_as: tuple[str, ...]
    """External identifiers."""
    band: Markup
    """Articles a month or year, as SVG; empty where undated."""
    total: int
    """Articles."""
    events: tuple[EventLine, ...]
    articles: tuple[ArticleLine, ...]
    """Newest first."""
    periods: tuple[Period, ...]
    """Years of the list, where it is longer than a page."""
    related: tuple[tuple[TopicLine, int], ...]
    """(topic, articles in common)."""
    feed: str


@dataclass(frozen=True, slots=True)
class TopicsPage:
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


@dataclass(frozen=True, slots=True)
class OutletPage:
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
    band: Markup
    """Articles a month or year, as SVG; empty where undated."""
    articles: tuple[ArticleLine, ...]
    periods: tuple[Period, ...]
    feed: str


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """All outlets by name."""

    head: Head
    outlets: tuple[tuple[Named, int, str, str, Markup], ...]
    """(name, articles, span in words, own wording, the same as a bar)."""


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Newest events, and the way to the older ones."""

    head: Head
    events: tuple[EventLine, ...]
    total: int
    periods: tuple[Period, ...]
    """Years with events, where there are more than a page holds."""


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """All stories."""

    head: Head
    stories: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """Newest articles, and the way to the older ones."""

    head: Head
    articles: tuple[ArticleLine, ...]
    total: int
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """A year, month or day of a topic's or outlet's list."""

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    """Whose list it is."""
    period: str
    """In words."""
    total: int
    articles: tuple[ArticleLine, ...]
    """Empty where the period is split again."""
    periods: tuple[Period, ...]
    """Its months or days, where it holds more than a page."""


@dataclass(frozen=True, slots=True)
class DatesPage:
    """All years."""

    head: Head
    band: Markup
    """Every day of the archive, as SVG; empty where fewer than two are known."""
    years: tuple[Period, ...]
    """Newest first; undated last."""


@dataclass(frozen=True, slots=True)
class YearPage:
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


@dataclass(frozen=True, slots=True)
class MonthPage:
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


@dataclass(frozen=True, slots=True)
class DayPage:
    """A day: its events and articles. Also the page of undated articles."""

    head: Head
    crumbs: tuple[Named, ...]
    label: str
    total: int
    events: tuple[EventLine, ...]
    articles: tuple[ArticleLine, ...]
    before: Named | None
    after: Named | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search box, and the indexes for readers without JavaScript."""

    head: Head
    is_on: bool
    """Whether a search index is written."""
    bundle: str
    """Address of the folder with the search index."""
    words: Markup
    """What the script says, as JSON that cannot end its element."""
    indexes: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """What the data files are, and how to read them."""

    head: Head
    files: tuple[tuple[Named, str, str, Named], ...]
    """(file, what a record is, number of records in words, its schema)."""
    base: str
    """Address of the data folder, absolute where the archive has one."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """ "How this archive was made": counts by stage, rules that fired, findings by code, versions."""

    head: Head
    steps: tuple[tuple[str, str, str], ...]
    """(step, number, what it did in words)."""
    languages: tuple[tuple[str, int], ...]
    rules: tuple[tuple[str, str, int], ...]
    """(role in words, rule, lines cut)."""
    findings: tuple[tuple[str, str, int], ...]
    """(code, level, number)."""
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404: says so, and offers search and indexes."""

    head: Head
    indexes: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A page that a person wrote, as Pelican read it."""

    head: Head
    title: str
    html: Markup
    """Made from Markdown without raw HTML."""


View = (
    HomePage
    | ArticlePage
    | TakenDownPage
    | OriginalPage
    | EventPage
    | ComparePage
    | StoryPage
    | TopicPage
    | TopicsPage
    | OutletPage
    | OutletsPage
    | EventsPage
    | StoriesPage
    | ArticlesPage
    | PeriodPage
    | DatesPage
    | YearPage
    | MonthPage
    | DayPage
    | SearchPage
    | DataPage
    | MadePage
    | NotFoundPage
    | HandwrittenPage
)
"""Every page a template can be asked for; its template is ``pages/<name in lower case>.html``."""
