"""A described article, and the small things about it that travel between articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .body import Block, Edit, Line, text_of
from .sourced import Sourced, Span

NameKind = Literal["person", "place", "organisation"]

ClueKind = Literal["day", "month_day", "month", "year", "weekday", "since", "age_years", "relative"]


@dataclass(frozen=True, slots=True)
class CaptureRef:
    """Where an article came from; the original bytes stay in the content folder."""

    path: str
    record: str | None
    sha256: str
    bytes: int
    media_type: str
    encoding: str
    encoding_basis: str
    captured: str | None = None

    @property
    def key(self) -> str:
        """The path, with ``#record`` behind it inside a container."""
        return self.path if self.record is None else f"{self.path}#{self.record}"


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person credited below an article, with what they did and from where."""

    name: str
    role: str
    """reporting, writing, editing, contributing, photograph, translation."""
    place: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the body, and the longest form the article itself gives for it."""

    name: str
    """Longest form within this article ("Bashar al-Assad" for a mention "Assad"); titles left off."""
    kind: NameKind
    block: str
    start: int
    """Of the block's text."""
    end: int
    role: str | None = None
    """What the text calls a person at this mention: "U.N. spokesman", "President"."""


@dataclass(frozen=True, slots=True)
class DateClue:
    """A mention of time in the body, not yet resolved: "Thursday", "December 22", "in 2011", "nearly six-year"."""

    kind: ClueKind
    text: str
    span: Span
    """Of the decoded capture."""
    block: str | None
    """Block that holds it; None for a removed line."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 = Monday, as datetime.date.weekday."""
    years: float | None = None
    """For age_years ("nearly six-year-old war": 6) — the thing aged need not be named."""
    offset_days: int | None = None
    """For relative: yesterday -1, today 0, tomorrow 1."""
    qualifier: str | None = None
    """nearly, about, more than …, normalised to English."""
    of: str | None = None
    """What is aged or began: the noun behind it ("war"), where the text names one."""
    is_ahead: bool = False
    """Of a weekday: the text says that it is today or still to come ("will be held on Sunday", "next Sunday")."""


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article with its metadata, each value sourced. Unknown is None or an empty tuple."""

    id: str
    capture: CaptureRef
    title: Sourced[str]
    """Never empty: where no title was found, the first words of the text, inferred."""
    standfirst: Sourced[str] | None
    source: Sourced[str] | None
    """The outlet that published it, under its main name."""
    agency: Sourced[str] | None
    """The agency whose copy it is (dateline, credit); never from a mention in the text."""
    credited_agencies: tuple[Sourced[str], ...]
    """Agencies thanked for contributing: "With reporting by AP, AFP, and Reuters"."""
    authors: tuple[Sourced[str], ...]
    contributors: tuple[Contributor, ...]
    published: Sourced[str] | None
    """EDTF; with time and zone where stated."""
    modified: Sourced[str] | None
    place: Sourced[str] | None
    """Of the dateline."""
    language: Sourced[str]
    """BCP 47, such as ``en``, ``ar``, ``fr``; ``und`` where it cannot be told."""
    section: Sourced[str] | None
    url: Sourced[str] | None
    """Canonical address."""
    rights: Sourced[str] | None
    given_topics: tuple[Sourced[str], ...]
    """Topics that a person or the publisher named."""
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]
    names: tuple[NameMention, ...]
    clues: tuple[DateClue, ...]
    words: int
    """Words of the paragraphs, headings, quotes and lists."""

    def text(self) -> str:
        """The body as plain text, a blank line between blocks; captions left out, authors of posts behind a dash."""
        return text_of(self.blocks)


@dataclass(frozen=True, slots=True)
class BriefName:
    """A name of an article and how often it stands there."""

    name: str
    kind: NameKind
    count: int
    forms: tuple[str, ...] = ()
    """Other forms in the same article ("Assad")."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What corpus-wide stages may know of an article: about 1 kB, never its body."""

    id: str
    key: str
    """Path and record of the capture."""
    title: str
    source: str | None
    agency: str | None
    published: str | None
    """EDTF, as described (before any conclusion across an event)."""
    published_basis: str | None
    language: str
    section: str | None
    summary: str
    """Standfirst, or the first sentence, 300 characters at most."""
    url: str | None
    words: int
    sha256: str
    names: tuple[BriefName, ...]
    given_topics: tuple[str, ...]
    terms: tuple[str, ...] = ()
    """Vocabulary terms (labels of topics.toml) that its text uses."""
    authors: tuple[str, ...] = ()
    place: str | None = None
    captured: str | None = None
    rights: str | None = None
    """As a person gave it for this article: full, excerpt, metadata-only, or the address of a statement."""
    opening: tuple[str, ...] = ()
    """Ids of its first paragraphs: all that ``excerpt`` shows of its text."""
    begins: tuple[str, int] | None = None
    """The block that a dateline opens, and the character behind it where the report begins; None where none shows one."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What linking knows of an article's text: sparse counts and digests, never the text."""

    id: str
    terms: tuple[tuple[str, int], ...]
    """(stem, count) of title and body, sorted; stop words left out, the most frequent kept (a few hundred)."""
    title_terms: tuple[str, ...]
    lead_terms: tuple[str, ...]
    names: tuple[tuple[str, int], ...]
    """(folded name, count)."""
    places: tuple[str, ...]
    numbers: tuple[str, ...]
    """Normalised figures of the body, years left out."""
    clues: tuple[DateClue, ...]
    minhash: tuple[int, ...]
    """Signature of word 5-shingles, for near-duplicates and wire copy."""
    words: int
    language: str = "und"
    skeletons: tuple[str, ...] = ()
    """Names of several words reduced to their consonants, to compare them across scripts."""
