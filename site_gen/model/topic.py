"""Topics and the vocabulary, outlets and decisions that a person keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

TopicKind = Literal["person", "place", "organisation", "subject"]
TOPIC_KINDS: tuple[TopicKind, ...] = get_args(TopicKind)
"""Each has an index of its own beside that of all."""
RightsMode = Literal["full", "excerpt", "metadata-only"]
RIGHTS_MODES: tuple[RightsMode, ...] = get_args(RightsMode)
"""How much of an article a reader sees."""


@dataclass(frozen=True, slots=True)
class VocabularyTerm:
    """A term of the archivist's vocabulary: a row of topics.toml, or a concept of topics.ttl."""

    label: str
    kind: TopicKind
    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    """Words and phrases that assign a subject to an article."""
    broader: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    hidden: bool = False
    """Never made into a page."""
    where: str = ""
    """File and line, for findings."""
    position: tuple[float, float] | None = None
    """Of a place: latitude and longitude in degrees."""
    description: str | None = None
    """A sentence or two on what it is, or what is filed under it."""
    general: str | None = None
    """Key of a general subject in the tables of languages: given to articles that are about it, not to each that has a word of it."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of sources.toml, or an outlet known only by its name."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: Literal["publisher", "agency"] = "publisher"
    language: str | None = None
    place: str | None = None
    rights: RightsMode = "full"
    rights_uri: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject, person, place or organisation, and what the archive holds on it."""

    slug: str
    label: str
    kind: TopicKind
    aliases: tuple[str, ...]
    broader: tuple[str, ...]
    """Slugs."""
    narrower: tuple[str, ...]
    same_as: tuple[str, ...]
    articles: tuple[str, ...]
    """Ids, newest first, undated last."""
    events: tuple[str, ...]
    related: tuple[tuple[str, int], ...] = ()
    """(slug, articles in common), most first."""
    position: tuple[float, float] | None = None
    """Of a place: latitude and longitude in degrees; None where it is not known."""
    position_basis: str = ""
    """supplied by the vocabulary, or inferred from its name; empty where there is none."""
    description: str | None = None
    """From the vocabulary."""
    other_slugs: tuple[str, ...] = ()
    """Those that other names of it would have as topics of their own, and may have had: its address is where theirs lead."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of decisions.csv: what a person decided, and why."""

    kind: str
    """``same event``, ``not same event``, ``keep this line``, ``drop this line``, ``date``, ``take down``."""
    a: str
    """Key of a capture, or id of an article or event."""
    b: str
    """The other capture, or the line's text."""
    value: str
    who: str
    why: str
    where: str
    """``decisions.csv:7``."""
