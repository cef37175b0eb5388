"""The archive's public records: what ``data/*.jsonl`` holds, one dataclass a file.

The JSON Schemas in ``data/schema/`` are made from these classes, so that schema and data cannot part. Names here are
public: they change only with a note in the CHANGELOG. What is unknown is ``null``, never an empty string.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import msgspec

from ..model import (
    Article,
    ArticleCard,
    Block,
    Comparison,
    Event,
    Evidence,
    FigureMention,
    Finding,
    OutletCard,
    Sourced,
    Story,
    Topic,
)

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
class BlockRecord:
    """A block of the cleaned article."""

    id: str
    kind: str
    text: str
    span: tuple[int, int]


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


@dataclass(slots=True)
class StoryRecord:
    """A line of stories.jsonl."""

    id: str
    url: str
    title: str
    events: tuple[str, ...]
    from_date: str | None
    to_date: str | None


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


EXCERPT_BLOCKS = 2
"""Paragraphs of an article whose rights mode is ``excerpt``, on its page and in the data."""

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


def sourced(value: Sourced[str]) -> SourcedRecord:
    """Return a sourced value as it is published."""
    return SourcedRecord(value.value, value.basis.value, _evidence(value.evidence))


def _optional(value: Sourced[str] | None) -> SourcedRecord | None:
    return None if value is None else sourced(value)


def _evidence(evidence: Evidence) -> EvidenceRecord:
    return EvidenceRecord(
        evidence.rule, evidence.spans or None, evidence.file, evidence.articles or None, evidence.note
    )


def article_record(
    article: Article,
    card: ArticleCard,
    *,
    published: Sourced[str] | None,
    story: str | None,
    topics: tuple[str, ...],
    versions: tuple[str, ...],
) -> ArticleRecord:
    """Return the public record of an article; its text only as far as its rights allow.

    Of one that was taken down: where it came from, its outlet, date and language, and nothing that it says.
    """
    ref = article.capture
    shows_text = card.rights == "full"
    kept = article.blocks if shows_text else _excerpt(article) if card.rights == "excerpt" else ()
    removed = tuple(
        RemovedRecord(line.span, line.text, line.role, line.rule)
        for line in article.lines
        if line.block is None and line.role != "empty" and shows_text
    )
    record = ArticleRecord(
        id=article.id,
        url=f"articles/{card.slug}/",
        capture=CaptureRecord(
            ref.path, ref.sha256, ref.bytes, ref.media_type, ref.record, ref.captured, ref.encoding
        ),
        title=sourced(article.title),
        standfirst=_optional(article.standfirst) if card.rights != "taken-down" else None,
        source=_optional(article.source),
        agency=_optional(article.agency),
        credited_agencies=tuple(sourced(a) for a in article.credited_agencies),
        authors=tuple(sourced(a) for a in article.authors),
        contributors=tuple(ContributorRecord(c.name, c.role, c.place) for c in article.contributors),
        published=_optional(published),
        modified=_optional(article.modified),
        place=_optional(article.place),
        language=sourced(article.language),
        section=_optional(article.section),
        original_url=_optional(article.url),
        rights=_optional(article.rights),
        access=card.rights,
        words=article.words,
        body=tuple(BlockRecord(b.id, b.kind, b.text, b.span) for b in kept),
        removed=removed,
        event=card.event,
        story=story,
        topics=topics,
        versions=versions,
    )
    return _withdrawn(record) if card.rights == "taken-down" else record


def _withdrawn(record: ArticleRecord) -> ArticleRecord:
    return replace(
        record,
        title=None,
        authors=(),
        contributors=(),
        place=None,
        section=None,
        original_url=None,
        topics=(),
    )


def _excerpt(article: Article) -> tuple[Block, ...]:
    return tuple(block for block in article.blocks if block.kind == "paragraph")[:EXCERPT_BLOCKS]


def event_record(
    event: Event, slug: str, sources: tuple[str, ...], rights: Mapping[str, str] = MappingProxyType({})
) -> EventRecord:
    """Return the public record of an event; ``sources`` are the names of its outlets, ``rights`` modes by article.

    Of an article that was taken down, a reason says its score alone.
    """
    return EventRecord(
        id=event.id,
        url=f"events/{slug}/",
        title=sourced(event.title),
        date=_optional(event.date),
        place=_optional(event.place),
        articles=event.articles,
        sources=sources,
        story=event.story,
        reasons=tuple(
            ReasonRecord(
                r.a,
                r.b,
                r.score,
                tuple(
                    BecauseRecord(b.kind, b.text)
                    for b in r.because
                    if "taken-down" not in (rights.get(r.a), rights.get(r.b))
                ),
            )
            for r in event.reasons
        ),
    )


def comparison_records(comparison: Comparison, rights: Mapping[str, str]) -> list[tuple[str, object]]:
    """Return (file, record) for everything of a comparison, as far as each article's rights mode allows.

    Whole sentences only of articles in ``full``; quotations and figures also of those in ``excerpt``.
    """
    whole = frozenset(id for id, mode in rights.items() if mode != "full")
    hidden = frozenset(id for id, mode in rights.items() if mode not in ("full", "excerpt"))
    event = comparison.event
    out: list[tuple[str, object]] = []
    for passage in comparison.passages:
        shared = tuple(
            MentionRecord(m.article, m.paragraph, m.span, m.text)
            for m in passage.mentions
            if m.article not in whole
        )
        if len(shared) > 1:
            out.append(("passages", PassageRecord(event, shared, passage.words, passage.agency)))
    for quote in comparison.quotes:
        speaker = SpeakerRecord(quote.speaker.name, quote.speaker.role) if quote.speaker else None
        said = tuple(
            QuoteMentionRecord(m.article, m.paragraph, m.span, m.text, m.kind, m.attributed_as)
            for m in quote.mentions
            if m.article not in hidden
        )
        if said:
            out.append(("quotes", QuoteRecord(event, speaker, said, quote.conflict)))
    for figure in comparison.figures:
        counted = tuple(_figure_mention(m) for m in figure.mentions if m.article not in hidden)
        if counted:
            out.append(("figures", FigureRecord(event, figure.counts, figure.status, counted)))
    out += [
        ("unique", UniqueRecord(event, told.article, told.paragraph, told.span, told.text))
        for told in comparison.unique
        if told.article not in whole
    ]
    return out


def _figure_mention(m: FigureMention) -> FigureMentionRecord:
    return FigureMentionRecord(
        m.article,
        m.paragraph,
        m.span,
        m.text,
        m.value,
        m.low,
        m.high,
        m.qualifier,
        m.unit or None,
        m.scope,
        m.said_by,
    )


def story_record(story: Story, slug: str) -> StoryRecord:
    """Return the public record of a story."""
    return StoryRecord(
        story.id, f"stories/{slug}/", story.title, story.events, story.from_date, story.to_date
    )


def topic_record(topic: Topic) -> TopicRecord:
    """Return the public record of a topic."""
    folder = {"person": "people", "place": "places", "organisation": "organisations"}.get(
        topic.kind, "topics"
    )
    return TopicRecord(
        slug=topic.slug,
        url=f"{folder}/{topic.slug}/",
        label=topic.label,
        kind=topic.kind,
        aliases=topic.aliases,
        broader=topic.broader,
        narrower=topic.narrower,
        same_as=topic.same_as,
        articles=topic.articles,
        events=topic.events,
        position=topic.position,
    )


def source_record(card: OutletCard) -> SourceRecord:
    """Return the public record of an outlet."""
    return SourceRecord(
        card.slug,
        f"sources/{card.slug}/",
        card.name,
        card.articles,
        card.from_date,
        card.to_date,
        card.own_wording,
    )


def finding_record(finding: Finding) -> FindingRecord:
    """Return the public record of a finding."""
    return FindingRecord(finding.code, finding.level.value, finding.where, finding.message, finding.hint)
