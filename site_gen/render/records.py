"""The archive's public records: what ``data/*.jsonl`` holds, one dataclass a file.

The JSON Schemas in ``data/schema/`` are made from these classes, so that schema and data cannot part. Names here are
public: they change only with a note in the CHANGELOG. What is unknown is ``null``, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

_encoder = msgspec.json.Encoder()


@dataclass(slots=True)
class EvidenceRecord:
    """What a value rests on."""

    rule: str
    spans: tuple[tuple[int, int], ...] | None = None
    file: str | None = None
    articles: tuple[str, ...] | None = None
    note: str | None = None


@dataclass(slots=True)
class SourcedRecord:
    """A value with its basis: stated, inferred or supplied."""

    value: str
    basis: str
    evidence: EvidenceRecord


@dataclass(slots=True)
class CaptureRecord:
    """The capture an article was read from."""

    path: str
    sha256: str
    bytes: int
    media_type: str
    record: str | None
    captured: str | None
    encoding: str


@dataclass(slots=True)
class ContributorRecord:
    """A person credited below an article."""

    name: str
    role: str
    place: str | None


@dataclass(slots=True)
class LinkRecord:
    """A link of a block: start and end count characters of its text."""

    start: int
    end: int
    href: str


@dataclass(slots=True)
class BlockRecord:
    """A block of the cleaned article."""

    id: str
    kind: str
    text: str
    span: tuple[int, int]
    numbers: tuple[int, ...]
    cite: str | None
    links: tuple[LinkRecord, ...]


@dataclass(slots=True)
class RemovedRecord:
    """A line that was cut, with the rule that cut it."""

    span: tuple[int, int]
    text: str
    role: str
    rule: str


@dataclass(slots=True)
class ArticleRecord:
    """A line of articles.jsonl."""

    id: str
    url: str
    capture: CaptureRecord
    title: SourcedRecord | None
    """Null where the article was taken down."""
    standfirst: SourcedRecord | None
    source: SourcedRecord | None
    agency: SourcedRecord | None
    credited_agencies: tuple[SourcedRecord, ...]
    authors: tuple[SourcedRecord, ...]
    contributors: tuple[ContributorRecord, ...]
    published: SourcedRecord | None
    modified: SourcedRecord | None
    place: SourcedRecord | None
    language: SourcedRecord
    section: SourcedRecord | None
    original_url: SourcedRecord | None
    rights: SourcedRecord | None
    access: str
    """full, excerpt, metadata-only or taken-down: how much of the text this archive may show."""
    words: int
    body: tuple[BlockRecord, ...]
    removed: tuple[RemovedRecord, ...]
    event: str | None
    story: str | None
    topics: tuple[str, ...]
    versions: tuple[str, ...]


@dataclass(slots=True)
class BecauseRecord:
    """One reason for a link."""

    kind: str
    text: str


@dataclass(slots=True)
class ReasonRecord:
    """Why two articles report one event."""

    a: str
    b: str
    score: float
    because: tuple[BecauseRecord, ...]


@dataclass(slots=True)
class LeftOutRecord:
    """An article near an event that was not taken into it."""

    article: str
    score: float
    why: str | None


@dataclass(slots=True)
class EventRecord:
    """A line of events.jsonl."""

    id: str
    url: str
    title: SourcedRecord
    date: SourcedRecord | None
    place: SourcedRecord | None
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    story: str | None
    reasons: tuple[ReasonRecord, ...]
    left_out: tuple[LeftOutRecord, ...]


@dataclass(slots=True)
class StoryRecord:
    """A line of stories.jsonl."""

    id: str
    url: str
    title: str
    events: tuple[str, ...]
    from_date: str | None
    to_date: str | None
    because: tuple[BecauseRecord, ...]


@dataclass(slots=True)
class MentionRecord:
    """A place in an article: span counts characters of the paragraph's text."""

    article: str
    paragraph: str
    span: tuple[int, int]
    text: str


@dataclass(slots=True)
class PassageRecord:
    """A line of passages.jsonl: wording that articles of one event share."""

    event: str
    mentions: tuple[MentionRecord, ...]
    words: int
    agency: str | None
    quoted: bool


@dataclass(slots=True)
class SpeakerRecord:
    """Who said it."""

    name: str
    role: str | None


@dataclass(slots=True)
class QuoteMentionRecord:
    """An utterance as one article renders it."""

    article: str
    paragraph: str
    span: tuple[int, int]
    text: str
    kind: str
    attributed_as: str | None
    verb: str | None


@dataclass(slots=True)
class QuoteRecord:
    """A line of quotes.jsonl."""

    event: str
    speaker: SpeakerRecord | None
    mentions: tuple[QuoteMentionRecord, ...]
    conflict: str | None


@dataclass(slots=True)
class FigureMentionRecord:
    """A number in an article."""

    article: str
    paragraph: str
    span: tuple[int, int]
    text: str
    value: float
    low: float | None
    high: float | None
    qualifier: str | None
    unit: str | None
    scope: str | None
    said_by: str | None


@dataclass(slots=True)
class FigureRecord:
    """A line of figures.jsonl: what is counted, and each outlet's number for it."""

    event: str
    counts: str
    status: str
    mentions: tuple[FigureMentionRecord, ...]
    language: str


@dataclass(slots=True)
class UniqueRecord:
    """A line of unique.jsonl: a sentence whose content one article of the event has alone."""

    event: str
    article: str
    paragraph: str
    span: tuple[int, int]
    text: str


@dataclass(slots=True)
class TopicRecord:
    """A line of topics.jsonl."""

    slug: str
    url: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    same_as: tuple[str, ...]
    articles: tuple[str, ...]
    events: tuple[str, ...]
    position: tuple[float, float] | None
    description: str | None


@dataclass(slots=True)
class SourceRecord:
    """A line of sources.jsonl."""

    slug: str
    url: str
    name: str
    articles: int
    from_date: str | None
    to_date: str | None
    own_wording: float | None


@dataclass(slots=True)
class FindingRecord:
    """A line of findings.jsonl."""

    code: str
    level: str
    where: str
    message: str
    hint: str


FILES: tuple[tuple[str, type, str], ...] = (
    ("articles", ArticleRecord, "every article with its metadata, text and what was cut"),
    ("events", EventRecord, "groups of articles that report one event, and why"),
    ("stories", StoryRecord, "chains of events"),
    ("passages", PassageRecord, "wording that articles of one event share"),
    ("quotes", QuoteRecord, "utterances, their speakers and renderings"),
    ("figures", FigureRecord, "what is counted, and each outlet's number"),
    ("unique", UniqueRecord, "sentences that one outlet alone has"),
    ("topics", TopicRecord, "people, places, organisations and subjects"),
    ("sources", SourceRecord, "outlets"),
    ("findings", FindingRecord, "what the build has to say about its input"),
)
"""(name of the file, its record, what it holds), in the order of the data page."""


def schema(name: str, kind: type) -> bytes:
    """Return the JSON Schema (2020-12) of one file's lines."""
    (found,), components = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{name}.jsonl",
        "description": f"One line of {name}.jsonl. {(kind.__doc__ or '').strip()}",
        **found,
        "$defs": components,
    }
    return msgspec.json.format(msgspec.json.encode(whole, order="sorted"), indent=2) + b"\n"


def line(record: object) -> bytes:
    """Return a record as a line of JSON."""
    return _encoder.encode(record) + b"\n"
