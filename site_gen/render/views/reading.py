"""Pages to read: home, article, event, story. The first field of each is the page's head; the rest is said under it."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from .parts import (
    ArticleLine,
    Band,
    CaptureFacts,
    Citation,
    EventLine,
    Head,
    Mark,
    Named,
    Period,
    RecordValue,
    Shown,
    Sibling,
    StoryLine,
    TextBlock,
    TopicGroup,
)
from .rows import (
    BriefLine,
    CoverageRow,
    FigureRow,
    LeftOutRow,
    MatrixRow,
    Opening,
    PassageRow,
    Reason,
    SideBySideRow,
    SpeakerRow,
    UniqueRow,
)


class HomePage(Struct, gc=False):
    """ "What is in here, and where do I begin?" """

    head: Head
    description: str
    """One sentence about the archive; empty where none is set."""
    figures: tuple[Named, ...]
    """Articles, outlets, events, span: the number in ``text`` with its noun, and where it leads."""
    span: str
    """From the first day to the last, in words; empty where nothing is dated."""
    band: Band
    """The whole span as SVG; empty where fewer than two days are known."""
    lead: EventLine | None
    """The event with the most outlets among the newest."""
    opening: Opening | None
    """How the lead's own page begins: what happened, in one outlet's words."""
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
    """Those with the most articles, by name."""
    years: tuple[Period, ...]
    """Years with articles, newest first; undated last."""


class ArticlePage(Struct, gc=False):
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
    place: Named | None
    """Of the dateline, leading to its page where it has one."""
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


class TakenDownPage(Struct, gc=False):
    """The page that stays where an article was taken down. It names no text, title or author."""

    head: Head
    outlet: Named | None
    date: str
    """In words; empty where undated."""


class OriginalPage(Struct, gc=False):
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


class EventPage(Struct, gc=False):
    """ "What happened, and what did each make of it?" """

    head: Head
    crumbs: tuple[Named, ...]
    title: str
    language: str
    headline_of: Named | None
    """The outlet whose headline stands as title."""
    date: Shown | None
    reported: str
    """When its reports came, in words, where its own day is not certain; else empty."""
    place: Shown | None
    figures: tuple[Named, ...]
    """"5 outlets", "12 quotes" …, each with the part of the page it leads to."""
    opening: Opening | None
    """None where no article may be shown."""
    brief: tuple[BriefLine, ...]
    coverage: tuple[CoverageRow, ...]
    matrix: Markup
    """Who shares wording with whom, as SVG; empty where nothing is shared."""
    matrix_rows: tuple[MatrixRow, ...]
    """The same as a table."""
    most_shared: str
    """The two outlets of three or more articles with most wording in common, as a sentence; empty where none share any."""
    matrix_rest: str
    """How many articles of a large event share no wording and stand in no row, as a sentence; empty for none."""
    passages: tuple[PassageRow, ...]
    """Longest first."""
    more_passages: tuple[PassageRow, ...]
    """The rest, folded."""
    quoted_passages: tuple[PassageRow, ...]
    """Which the articles only quote, folded."""
    repeated_passages: tuple[PassageRow, ...]
    """Which one outlet's articles share, folded."""
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


class ComparePage(Struct, gc=False):
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


class StoryPage(Struct, gc=False):
    """A chain of events."""

    head: Head
    crumbs: tuple[Named, ...]
    title: str
    span: str
    band: Band
    """Its events on a line of time, as SVG; empty where undated."""
    events: tuple[EventLine, ...]
    """In order of date."""
    versions: tuple[tuple[ArticleLine, ...], ...]
    """By event: its articles that have former versions."""
    articles: int
    outlets: tuple[str, ...]
    because: tuple[str, ...]
    """Why they form a story."""
