"""The page of an article: its text with notes in the margin, its record with grounds, its place among the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.language.organisations import fold_outlet
from site_gen.model import (
    REMOVED_ROLES,
    Article,
    ArticleCard,
    Block,
    Comparison,
    Event,
    EventCard,
    Finding,
    Outlet,
    Sourced,
    TopicName,
)

from . import cite, structured, urls
from .evidence import Titles, shown, shown_date
from .frame import Frame
from .lines import article_line, event_line, marks_of, place_name, topic_groups
from .margin import Margin, margins
from .markup import block_html, outlined
from .styles import readable
from .views import (
    ArticlePage,
    CaptureFacts,
    Citation,
    Head,
    Mark,
    Named,
    RecordValue,
    Shown,
    Sibling,
    TakenDownPage,
    TextBlock,
)

_ROLES = {
    "reporting": "Reporting",
    "writing": "Writing",
    "editing": "Editing",
    "contributing": "Contributing",
    "photograph": "Photograph",
    "translation": "Translation",
}
_SUFFIXES = {"text/html": "html", "text/markdown": "md", "application/json": "json"}


@dataclass(frozen=True, slots=True)
class Around:
    """An article's event and those around it, as the catalogue has them."""

    event: Event
    card: EventCard
    articles: tuple[ArticleCard, ...]
    """Of the event, in its order."""
    comparison: Comparison
    before: EventCard | None = None
    after: EventCard | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What else the catalogue has on an article."""

    topics: tuple[TopicName, ...] = ()
    versions: tuple[ArticleCard, ...] = ()
    findings: tuple[Finding, ...] = ()
    outlet: Outlet | None = None
    around: Around | None = None
    titles: Mapping[str, Named] = field(default_factory=dict)
    """Articles that evidence names, by id: title and address from the root."""


def article_page(article: Article, card: ArticleCard, beside: Beside, frame: Frame) -> ArticlePage:
    """Return the view of an article."""
    around = beside.around
    marks = marks_of(around.articles) if around else {}
    margin = margins(article.id, around.comparison, around.articles, marks, frame) if around else {}
    blocks = text_blocks(shown_blocks(article.blocks, card), margin)
    date = _published(article, card, frame, beside)
    cited = cited_article(article, card, date, frame)
    rights_uri = _rights_uri(article, beside.outlet)
    return ArticlePage(
        head=_head(article, card, beside, frame, rights_uri),
        crumbs=_crumbs(card, frame),
        title=card.title,
        language=card.language,
        mark=marks.get(article.id),
        outlet=article_line(card, frame).outlet,
        agency=article_line(card, frame).agency,
        section=_beside_outlet(article.section, article),
        standfirst=article.standfirst.value if article.standfirst and card.rights != "metadata-only" else "",
        authors=_writers(article),
        place=place_name(article.place.value, beside.topics, frame) if article.place else None,
        date=date,
        words=article.words,
        blocks=blocks,
        has_marks=any(block.notes for block in blocks),
        rights=card.rights,
        rights_uri=rights_uri,
        contributors=_contributors(article, frame),
        event=event_line(around.card, frame) if around else None,
        siblings=siblings(article.id, around, marks, frame) if around else (),
        before=event_line(around.before, frame) if around and around.before else None,
        after=event_line(around.after, frame) if around and around.after else None,
        topics=topic_groups(beside.topics, frame),
        record=_record(article, beside, frame, date, _beside_url(card, frame)),
        capture=_capture(article, card, frame),
        versions=tuple(article_line(version, frame) for version in beside.versions),
        findings=tuple(f"{f.code}: {f.message}" for f in beside.findings),
        cite=_citation(cited, frame),
    )


def taken_down_page(card: ArticleCard, frame: Frame) -> TakenDownPage:
    """Return the view that stays where an article was taken down: outlet and date only."""
    line = article_line(card, frame)
    head = structured.head(frame, str(frame.interface.text("Taken down")), section="articles")
    return TakenDownPage(head=head, outlet=line.outlet, date=line.date)


def text_blocks(
    blocks: Sequence[Block], margin: Mapping[str, Margin] | None = None, prefix: str = ""
) -> tuple[TextBlock, ...]:
    """Return the blocks of a text with their notes.

    ``prefix`` goes before each anchor, where two texts stand on one page.
    """
    made = []
    for block in outlined(blocks):
        here = (margin or {}).get(block.id)
        html = block_html(block, here.highlights if here else ())
        notes = here.notes if here else ()
        made.append(TextBlock(f"{prefix}{block.id}", block.id.lstrip("p"), block.kind, html, notes))
    return tuple(made)


def shown_blocks(blocks: Sequence[Block], card: ArticleCard) -> Sequence[Block]:
    """Return the blocks of a text that the outlet's rights mode shows: all, the first paragraphs, or none."""
    return [block for block in blocks if card.shows(block.id)]


def siblings(
    id: str, around: Around, marks: Mapping[str, Mark], frame: Frame, *, only: str = ""
) -> tuple[Sibling, ...]:
    """Return the other articles of the event, or ``only`` one, with how much of this one each carries too."""
    shares = shares_of(around.comparison)
    slug_of = {card.id: card.slug for card in around.articles}
    made = []
    for card in around.articles:
        if card.id == id or (only and card.id != only):
            continue
        share = shares.get((id, card.id), 0.0)
        a, b = ordered_pair(id, card.id, around.event.articles)
        compare = ""
        if is_comparable(around, id, card.id):
            compare = frame.url(urls.compare(around.card.slug, slug_of[a], slug_of[b]))
        shared = frame.interface.percent(share) if share >= 0.005 else ""
        made.append(Sibling(marks[card.id], article_line(card, frame), compare, shared))
    return tuple(made)


def shares_of(comparison: Comparison) -> dict[tuple[str, str], float]:
    """Return, by (a, b), the share of a's words that b carries too."""
    shares = {}
    for overlap in comparison.overlaps:
        shares[overlap.a, overlap.b] = overlap.share_of_a
        shares[overlap.b, overlap.a] = overlap.share_of_b
    return shares


def ordered_pair(a: str, b: str, order: Sequence[str]) -> tuple[str, str]:
    """Return two articles in the order of their event; one that is not of it (an older capture) comes last."""
    places = {id: place for place, id in enumerate(order)}
    return (a, b) if places.get(a, len(places)) <= places.get(b, len(places)) else (b, a)


def is_comparable(around: Around, a: str, b: str) -> bool:
    """Whether two articles have a page side by side: both shown whole, and wording in common."""
    whole = {card.id for card in around.articles if card.rights == "full"}
    if a not in whole or b not in whole:
        return False
    return any(o.words > 0 and {o.a, o.b} == {a, b} for o in around.comparison.overlaps)


def cited_article(article: Article, card: ArticleCard, date: Shown | None, frame: Frame) -> cite.Cited:
    """Return an article as its citation knows it."""
    notes = []
    say = frame.interface.text
    if date and date.basis != "stated":
        basis = say("Date inferred") if date.basis == "inferred" else say("Date supplied")
        notes.append(f"{basis}: {date.evidence.note}" if date.evidence.note else str(basis))
    if article.capture.captured:
        notes.append(str(say("Captured {date}", date=frame.interface.date(article.capture.captured[:10]))))
    return cite.Cited(
        id=article.id,
        title=card.title,
        authors=_writers(article),
        outlet=card.source or "",
        date=card.date or "",
        date_words=frame.interface.date(card.date),
        note="; ".join(notes),
        language=card.language,
        url=frame.permanent(urls.article(card.slug)),
        original_url=article.url.value if article.url else "",
        archive=frame.site.settings.title,
        basis=date.basis if date else "",
        captured=(article.capture.captured or "")[:10],
    )


def _writers(article: Article) -> tuple[str, ...]:
    """The authors to name beside the outlet: a page that signs with the outlet's own name has none."""
    return tuple(author.value for author in article.authors if _beside_outlet(author, article))


def _beside_outlet(value: Sourced[str] | None, article: Article) -> str:
    """A value as it stands beside the name of the outlet: empty where it only says that name again."""
    if value is None:
        return ""
    names = {fold_outlet(named.value) for named in (article.source, article.agency) if named}
    return "" if fold_outlet(value.value) in names else value.value


def published_value(article: Article, event: Event | None) -> Sourced[str] | None:
    """Return the date of publication: as described, else as concluded from the event."""
    concluded = dict(event.published).get(article.id) if event else None
    return concluded or article.published


def _published(article: Article, card: ArticleCard, frame: Frame, beside: Beside) -> Shown | None:
    value = published_value(article, beside.around.event if beside.around else None)
    if value is None:
        return None
    line = _beside_url(card, frame)
    return shown_date(value, frame, article=article, beside=line, titles=_titles(beside, frame))


def _titles(beside: Beside, frame: Frame) -> Titles:
    def find(id: str) -> Named | None:
        named = beside.titles.get(id)
        return Named(named.text, frame.url(named.url), named.language) if named else None

    return find


def _beside_url(card: ArticleCard, frame: Frame) -> str:
    return frame.url(urls.original(card.slug)) if card.rights == "full" else ""


def _rights_uri(article: Article, outlet: Outlet | None) -> str:
    if article.rights and article.rights.value.startswith(("http://", "https://")):
        return article.rights.value
    return (outlet.rights_uri if outlet else None) or structured.RIGHTS_NOT_EVALUATED


def _crumbs(card: ArticleCard, frame: Frame) -> tuple[Named, ...]:
    if card.event_slug and card.event_title:
        events = Named(str(frame.interface.text("Events")), frame.url("events/"))
        return (events, Named(card.event_title, frame.url(urls.event(card.event_slug))))
    return (Named(str(frame.interface.text("Articles")), frame.url("articles/")),)


def _contributors(article: Article, frame: Frame) -> tuple[str, ...]:
    lines = []
    for person in article.contributors:
        role = frame.interface.text(_ROLES.get(person.role, person.role.capitalize()))
        lines.append(f"{role}: {person.name}" + (f" ({person.place})" if person.place else ""))
    return tuple(lines)


def _capture(article: Article, card: ArticleCard, frame: Frame) -> CaptureFacts:
    ref = article.capture
    offered = frame.site.originals and card.rights == "full"
    return CaptureFacts(
        path=ref.key,
        sha256=ref.sha256,
        size=frame.interface.size(ref.bytes),
        media_type=ref.media_type,
        encoding=ref.encoding,
        captured=frame.interface.date(ref.captured) if ref.captured else "",
        address=article.url.value if article.url else "",
        download=frame.url(urls.download(ref.sha256)) if offered else "",
        download_name=download_name(article),
        beside_url=_beside_url(card, frame),
        lines_cut=cut_lines(article),
    )


def download_name(article: Article) -> str:
    """Return the name under which the original is saved: the file's own, or the record's inside a container."""
    ref = article.capture
    if ref.record is None:
        return ref.path.rsplit("/", 1)[-1]
    safe = "".join(char if char.isalnum() or char in "-_." else "-" for char in ref.record).strip(".-")
    return f"{safe or 'record'}.{_SUFFIXES.get(ref.media_type, 'txt')}"


def cut_lines(article: Article) -> int:
    """Return how many lines of the capture were cut as boilerplate."""
    return len([line for line in article.lines if line.role in REMOVED_ROLES])


def _record(
    article: Article, beside: Beside, frame: Frame, date: Shown | None, line_page: str
) -> tuple[RecordValue, ...]:
    say = frame.interface.text
    titles = _titles(beside, frame)

    def row(label: str, *values: Sourced[str] | None, language: str = "") -> RecordValue:
        made = tuple(
            shown(v, frame, article=article, beside=line_page, titles=titles, language=language)
            for v in values
            if v
        )
        return RecordValue(str(say(label)), made)

    language = article.language.value
    named = shown(
        article.language,
        frame,
        article=article,
        beside=line_page,
        text=frame.interface.language_name(language),
    )
    modified = (
        (shown_date(article.modified, frame, article=article, beside=line_page),) if article.modified else ()
    )
    rows = [
        row("Headline", article.title, language=language),
        row("Outlet", article.source),
        row("Agency", article.agency),
        row("Authors", *article.authors),
        RecordValue(str(say("Published")), (date,) if date else ()),
        RecordValue(str(say("Modified")), modified),
        row("Dateline", article.place),
        RecordValue(str(say("Language")), (named,)),
        row("Section", article.section),
        row("Agencies credited", *article.credited_agencies),
        row("Address", article.url),
        row("Rights", article.rights),
        row("Topics given", *article.given_topics),
    ]
    always = {str(say(label)) for label in ("Outlet", "Authors", "Published")}
    return tuple(r for r in rows if r.values or r.label in always)


def _citation(cited: cite.Cited, frame: Frame) -> Citation:
    """RIS is a file, which every manager takes; the rest stands in the page, so that an article needs one file less each."""
    file, name, _ = cite.FILES[0]
    records = (("BibTeX", cite.bibtex((cited,))), ("CSL-JSON", cite.csl((cited,))))
    return Citation(readable(cited, frame.interface), (Named(name, file),), records, cited.url, cited.note)


def _head(article: Article, card: ArticleCard, beside: Beside, frame: Frame, rights_uri: str) -> Head:
    about = [topic.label for topic in beside.topics[:12]]
    event = frame.url(urls.event(card.event_slug)) if card.event_slug else ""
    files = [(file, media_type) for file, _, media_type in cite.FILES[:1]]
    return structured.head(
        frame,
        card.title,
        section="articles",
        description=card.summary if card.rights in ("full", "excerpt") else "",
        metas=structured.article_metas(article, card),
        links=structured.signposts(
            frame,
            rights_uri=rights_uri,
            original=article.url.value if article.url else "",
            event=event,
            files=files,
        ),
        record=structured.article_record(article, card, frame, about=about),
    )
