"""Cards: what a list says of one article, event, story, topic or outlet. Small, so that lists of thousands stay small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .topic import RightsMode, TopicKind

ShownRights = RightsMode | Literal["taken-down"]


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """One line of a list of articles."""

    id: str
    slug: str
    title: str
    source: str | None
    """Main name of the outlet."""
    source_slug: str | None
    agency: str | None
    date: str | None
    """EDTF: published, stated or concluded."""
    date_basis: str | None
    language: str
    words: int
    summary: str
    event: str | None
    """Id of its event."""
    event_slug: str | None
    event_title: str | None
    rights: ShownRights = "full"
    authors: tuple[str, ...] = ()
    """For citations; none of an article that was taken down."""
    captured: str | None = None
    """When it was captured, ISO 8601, where known."""
    url: str | None = None
    """Address at the publisher."""
    excerpt: tuple[str, ...] = ()
    """Ids of the paragraphs that are shown, with ``excerpt``."""
    begins: tuple[str, int] | None = None
    """The block that a dateline opens, and the character behind it where the report begins."""
    former: int = 0
    """Former versions of it that the archive has."""

    def shows(self, paragraph: str) -> bool:
        """Whether the words of a paragraph may be shown."""
        return self.rights == "full" or paragraph in self.excerpt


@dataclass(frozen=True, slots=True)
class EventCard:
    """One line of a list of events."""

    id: str
    slug: str
    title: str
    language: str
    """Of the title."""
    date: str | None
    date_basis: str | None
    place: str | None
    sources: tuple[str, ...]
    """Names of its outlets, in order of publication."""
    articles: int
    story: str | None
    story_slug: str | None
    story_title: str | None
    names: tuple[str, ...] = ()
    """Main people and places, for a card's second line."""
    unknown: int = 0
    """Articles whose outlet is not known."""
    reported: tuple[str, str] | None = None
    """First and last publication of its articles (EDTF), where its own day is not certain; None where they have none."""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One line of a list of stories."""

    id: str
    slug: str
    title: str
    from_date: str | None
    to_date: str | None
    events: int
    articles: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic as the page of an article or event names it; says nothing that changes with other articles."""

    slug: str
    label: str
    kind: TopicKind


@dataclass(frozen=True, slots=True)
class TopicCard:
    """One line of a list of topics."""

    slug: str
    label: str
    kind: TopicKind
    articles: int
    events: int


@dataclass(frozen=True, slots=True)
class SharedWith:
    """How much wording one outlet shares with another, over the events that both report."""

    slug: str
    name: str
    """Of the other outlet."""
    events: int
    """That both report."""
    sharing: int
    """Events among them in which the two have wording in common."""
    share: float
    """Mean share, 0..1, of an article's words that also stand in the other's article on the event."""


@dataclass(frozen=True, slots=True)
class OutletCard:
    """One line of the list of outlets."""

    slug: str
    name: str
    articles: int
    from_date: str | None
    to_date: str | None
    own_wording: float | None
    """Mean share of own wording over its articles that stand in events, 0..1."""
    shares_with: tuple[SharedWith, ...] = ()
    """Outlets that report events it reports, most shared first."""


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day of a list, and how many articles it holds."""

    period: str
    """``2016``, ``2016-12``, ``2016-12-22`` or ``undated``."""
    articles: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The archive in figures."""

    captures: int
    articles: int
    outlets: int
    events: int
    stories: int
    topics: int
    from_date: str | None
    to_date: str | None
    words: int
    removed_lines: int
    inferred_dates: int
    undated: int
    languages: tuple[tuple[str, int], ...]
    rules: tuple[tuple[str, str, int], ...]
    """(role, rule, lines cut), most first."""
    findings: tuple[tuple[str, str, int], ...]
    """(code, level, count)."""
    versions: tuple[tuple[str, str], ...]
    """(name of a program or library, its version)."""
    former_versions: int = 0
    """Of the articles, those captured again later: they have a page, and stand in no list."""
    listed_outlets: int = 0
    """Outlets that have a page: those of ``outlets``, and those of sources.toml that have no article."""
    compared: tuple[tuple[str, int], ...] = ()
    """(data file, records in it) of what comparing found, as far as rights allow."""
