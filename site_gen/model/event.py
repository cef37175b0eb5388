"""Events, the stories they form, and why articles were put together."""

from __future__ import annotations

from dataclasses import dataclass

from .sourced import Sourced


@dataclass(frozen=True, slots=True)
class Because:
    """One reason for a link, in words a reader can check."""

    kind: str
    """names, places, numbers, wording, title, dates, decision."""
    text: str
    """What is shared: "Aleppo, Idlib, Ahrar al-Sham", "300,000; 34,000", "39% of the words"."""


@dataclass(frozen=True, slots=True)
class LinkReason:
    """Why article ``a`` and article ``b`` report one event."""

    a: str
    b: str
    score: float
    """same_event_score, 0..1, rounded to 3 places."""
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The nearest article that was not taken into the event, and why not."""

    article: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened once, and the articles of different outlets that report it (two or more)."""

    id: str
    articles: tuple[str, ...]
    """In order of publication, then outlet, then id."""
    title: Sourced[str]
    """A headline of one of its articles."""
    date: Sourced[str] | None
    """EDTF; the day of the event."""
    place: Sourced[str] | None
    reasons: tuple[LinkReason, ...]
    left_out: tuple[LeftOut, ...]
    published: tuple[tuple[str, Sourced[str]], ...] = ()
    """(article id, publication date concluded from the event) for articles that state none; approximate, inferred."""
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A chain of events over time."""

    id: str
    title: str
    events: tuple[str, ...]
    """In order of date."""
    from_date: str | None
    """EDTF."""
    to_date: str | None
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class VersionGroup:
    """Captures of one article of one outlet; the latest stands for it, the others are its versions."""

    articles: tuple[str, ...]
    """Latest first."""
    why: str


@dataclass(frozen=True, slots=True)
class Links:
    """The result of linking a corpus."""

    events: tuple[Event, ...]
    stories: tuple[Story, ...]
    versions: tuple[VersionGroup, ...]


@dataclass(frozen=True, slots=True)
class LinkedAgain:
    """How much of the last linking was done anew, beside how much there is; the rest was remembered."""

    articles: int = 0
    pairs: int = 0
    """Candidates: pairs of articles worth comparing."""
    pairs_compared: int = 0
    events: int = 0
    events_made: int = 0
