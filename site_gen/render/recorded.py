"""From the catalogue's nouns to the archive's public records (``records``), one function a file of ``data/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

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
from .records import (
    ArticleRecord,
    BecauseRecord,
    BlockRecord,
    CaptureRecord,
    ContributorRecord,
    EventRecord,
    EvidenceRecord,
    FigureMentionRecord,
    FigureRecord,
    FindingRecord,
    LeftOutRecord,
    LinkRecord,
    MentionRecord,
    PassageRecord,
    QuoteMentionRecord,
    QuoteRecord,
    ReasonRecord,
    RemovedRecord,
    SourcedRecord,
    SourceRecord,
    SpeakerRecord,
    StoryRecord,
    TopicRecord,
    UniqueRecord,
)

COMPARED = ("figures", "passages", "quotes", "unique")
"""Files of what comparing found."""


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
    kept = [block for block in article.blocks if card.shows(block.id)]
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
        standfirst=_optional(article.standfirst) if card.rights in ("full", "excerpt") else None,
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
        body=tuple(_block(b) for b in kept),
        removed=removed,
        event=card.event,
        story=story,
        topics=topics,
        versions=versions,
    )
    return _withdrawn(record) if card.rights == "taken-down" else record


def _block(block: Block) -> BlockRecord:
    links = tuple(LinkRecord(link.start, link.end, link.href) for link in block.links)
    return BlockRecord(block.id, block.kind, block.text, block.span, block.numbers, block.cite, links)


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


def event_record(
    event: Event,
    slug: str,
    sources: tuple[str, ...],
    withheld: Mapping[str, ArticleCard] = MappingProxyType({}),
) -> EventRecord:
    """Return the public record of an event; ``sources`` are the names of its outlets, ``withheld`` cards of articles not in ``full``.

    Of an article that was taken down, a reason says its score alone; what one is left out for names what both hold.
    """
    gone = {id for id, card in withheld.items() if card.rights == "taken-down"}
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
                tuple(BecauseRecord(b.kind, b.text) for b in r.because if not gone & {r.a, r.b}),
            )
            for r in event.reasons
        ),
        left_out=tuple(
            LeftOutRecord(out.article, out.score, None if gone & {out.article, *event.articles} else out.why)
            for out in event.left_out
        ),
    )


def comparison_records(
    comparison: Comparison, withheld: Mapping[str, ArticleCard]
) -> list[tuple[str, object]]:
    """Return (file, record) for everything of a comparison, as far as each article's rights mode allows.

    ``withheld`` holds the cards of the articles not in ``full``. Of those in ``excerpt`` come the quotations of the
    paragraphs that are shown, and figures, which are facts; no passages and no sentences.
    """
    whole = withheld.keys()
    hidden = frozenset(id for id, card in withheld.items() if card.rights != "excerpt")
    event = comparison.event
    out: list[tuple[str, object]] = []
    for passage in comparison.passages:
        shared = tuple(
            MentionRecord(m.article, m.paragraph, m.span, m.text)
            for m in passage.mentions
            if m.article not in whole
        )
        if len(shared) > 1:
            row = PassageRecord(event, shared, passage.words, passage.agency, passage.is_quoted)
            out.append(("passages", row))
    for quote in comparison.quotes:
        speaker = SpeakerRecord(quote.speaker.name, quote.speaker.role) if quote.speaker else None
        said = tuple(
            QuoteMentionRecord(m.article, m.paragraph, m.span, m.text, m.kind, m.attributed_as, m.verb)
            for m in quote.mentions
            if m.article not in withheld or withheld[m.article].shows(m.paragraph)
        )
        if said:
            out.append(("quotes", QuoteRecord(event, speaker, said, quote.conflict)))
    for figure in comparison.figures:
        counted = tuple(_figure_mention(m) for m in figure.mentions if m.article not in hidden)
        if counted:
            out.append(
                ("figures", FigureRecord(event, figure.counts, figure.status, counted, figure.language))
            )
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
        story.id,
        f"stories/{slug}/",
        story.title,
        story.events,
        story.from_date,
        story.to_date,
        tuple(BecauseRecord(b.kind, b.text) for b in story.because),
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
        description=topic.description,
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
