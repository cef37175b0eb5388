"""The page of an event: what happened, and what each outlet made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from site_gen.model import (
    Article,
    ArticleCard,
    Comparison,
    Event,
    EventCard,
    LinkReason,
    Sourced,
    StoryCard,
    TopicName,
)

from . import cite, structured, svg, urls
from .article import Around, cited_article, is_comparable, ordered_pair, published_value
from .cards import is_drawable
from .citing import list_citation
from .evidence import Titles, shown, shown_date
from .frame import Frame
from .grounds import said_in
from .lines import (
    article_line,
    event_line,
    marks_of,
    outlets_words,
    place_name,
    reported_words,
    shown_title,
    topic_groups,
)
from .matrix import LEAST_SHARE, compare_url, matrix_picture, matrix_rows, most_shared, rest_told
from .opening import brief, opening
from .telling import Told, count_rows, speaker_rows, unique_rows
from .views import (
    Citation,
    CoverageRow,
    EventPage,
    Head,
    LeftOutRow,
    Mark,
    Named,
    Reason,
    Shown,
)
from .wording import shared_rows

PASSAGES_SHOWN = 6
"""The longest shared passages; the rest is folded."""
TIMELINE_EVENTS = 4
"""Events of the story shown before and after this one."""
TOPICS_SHOWN = 10
"""Of each kind."""
CARD = "card.png"
"""The event's picture, in its folder."""
MAX_REASONS = 40
"""A large event has hundreds of pairs: the strongest are shown, all are in the data."""
_BECAUSE = {
    "names": "Names",
    "places": "Places",
    "numbers": "Numbers",
    "wording": "Wording",
    "title": "Headlines",
    "dates": "Dates",
    "decision": "Decision",
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the catalogue has on an event, besides its comparison."""

    around: Around
    articles: Mapping[str, Article]
    """Its articles by id."""
    topics: tuple[TopicName, ...]
    """Of all its articles, most of its articles first."""
    left_out: Mapping[str, ArticleCard]
    story: StoryCard | None = None
    timeline: tuple[EventCard, ...] = ()
    """All events of its story, in order."""


def event_page(gathered: Gathered, frame: Frame) -> EventPage:
    """Return the view of an event."""
    around = gathered.around
    event, card, comparison = around.event, around.card, around.comparison
    marks = marks_of(around.articles)
    told = Told(around.articles, marks, frame, gathered.articles)
    shared = shared_rows(comparison.passages, told, partial(_side_by_side, around, frame))
    speakers, singles = speaker_rows(comparison.quotes, told)
    counts, single_counts = count_rows(comparison.figures, told)
    titles = _titles(around, frame)
    story = gathered.story
    return EventPage(
        head=_head(around, frame),
        crumbs=_crumbs(story, frame),
        title=card.title,
        language=card.language,
        headline_of=_headline_of(around, frame),
        date=shown_date(event.date, frame, titles=titles) if event.date else None,
        reported=reported_words(card, frame),
        place=_place(event.place, gathered, titles, frame) if event.place else None,
        figures=_figures(around, frame),
        opening=opening(event.title.value, gathered.articles, told),
        brief=brief(counts, speakers, told),
        coverage=tuple(_coverage(gathered, marks, frame)),
        matrix=matrix_picture(around, marks, frame),
        matrix_rows=matrix_rows(around, marks, frame),
        most_shared=most_shared(around, marks, frame),
        matrix_rest=rest_told(around, frame),
        passages=shared.told[:PASSAGES_SHOWN],
        more_passages=shared.told[PASSAGES_SHOWN:],
        quoted_passages=shared.quoted,
        repeated_passages=shared.repeated,
        speakers=speakers,
        single_speakers=singles,
        counts=counts,
        single_counts=single_counts,
        unique=unique_rows(comparison.unique, told),
        story=Named(story.title, frame.url(urls.story(story.slug))) if story else None,
        timeline=tuple(event_line(c, frame) for c in neighbours(gathered.timeline, event.id)),
        this_url=frame.url(urls.event(card.slug)),
        topics=topic_groups(gathered.topics, frame, TOPICS_SHOWN),
        reasons=_reasons(around, marks, frame),
        left_out=tuple(
            LeftOutRow(
                article_line(gathered.left_out[out.article], frame),
                f"{out.score:.2f}",
                said_in(out.why, frame.interface),
            )
            for out in event.left_out
            if out.article in gathered.left_out
        ),
        cite=_citation(gathered, frame),
        coins=tuple(structured.coins(c, frame) for c in around.articles if c.rights != "taken-down"),
    )


def _side_by_side(around: Around, frame: Frame, articles: Sequence[str]) -> str:
    """The address of two articles side by side; empty for more, and for two that have no such page."""
    cards = [card for card in around.articles if card.id in articles]
    return compare_url(cards[0], cards[1], around, frame) if len(cards) == 2 else ""


def neighbours(timeline: Sequence[EventCard], id: str) -> tuple[EventCard, ...]:
    """Return the events of a story next to one, that one among them; none where it stands alone."""
    at = next((i for i, card in enumerate(timeline) if card.id == id), None)
    if at is None or len(timeline) < 2:
        return ()
    first = max(0, at - TIMELINE_EVENTS)
    return tuple(timeline[first : at + TIMELINE_EVENTS + 1])


def compare_pairs(around: Around) -> tuple[tuple[str, str], ...]:
    """Return the pairs of articles that have a page side by side, in the order of the event."""
    ids = [id for id in around.event.articles if any(card.id == id for card in around.articles)]
    pairs = {
        ordered_pair(o.a, o.b, ids)
        for o in around.comparison.overlaps
        if o.words > 0 and o.a in ids and o.b in ids
    }
    return tuple(
        pair
        for pair in sorted(pairs, key=lambda p: (ids.index(p[0]), ids.index(p[1])))
        if is_comparable(around, *pair)
    )


def cited_event(gathered: Gathered, frame: Frame) -> tuple[cite.Cited, ...]:
    """Return the articles of an event as citations, for one file of all."""
    items = []
    for card in gathered.around.articles:
        article = gathered.articles.get(card.id)
        if article is None or card.rights == "taken-down":
            continue
        published = published_value(article, gathered.around.event)
        date = shown_date(published, frame) if published else None
        items.append(cited_article(article, card, date, frame))
    return tuple(items)


def _place(place: Sourced[str], gathered: Gathered, titles: Titles, frame: Frame) -> Shown:
    """Where it happened, leading to the page of the place."""
    url = place_name(place.value, gathered.topics, frame).url
    return shown(place, frame, titles=titles, url=url)


def _titles(around: Around, frame: Frame) -> Titles:
    by_id = {card.id: card for card in around.articles}

    def find(id: str) -> Named | None:
        card = by_id.get(id)
        if card is None:
            return None
        return Named(card.source or shown_title(card), frame.url(urls.article(card.slug)))

    return find


def _head(around: Around, frame: Frame) -> Head:
    card = around.card
    when, outlets = frame.interface.date(card.date) or reported_words(card, frame), outlets_words(card, frame)
    parts = [when, card.place or "", outlets, ", ".join(card.sources)]
    return structured.head(
        frame,
        card.title,
        section="events",
        description=" · ".join(part for part in parts if part),
        metas=structured.picture_metas(frame, CARD, card.title) if card_texts(around, frame) else (),
        links=structured.items(
            frame, [urls.article(c.slug) for c in around.articles if c.rights != "taken-down"]
        ),
        record=structured.event_record(card, around.articles, frame),
    )


def card_texts(around: Around, frame: Frame) -> tuple[str, str, str, str] | None:
    """What the event's picture says: title, line above, line below, archive; None where none is drawn.

    In the place of a title in letters that the theme's fonts lack stands the archive's.
    """
    card, say = around.card, frame.interface
    place = [card.place] if card.place else []
    above = " · ".join([*([say.date(card.date)] if card.date else []), *place])
    counts = (outlets_words(card, frame), str(say.count("{n} article", "{n} articles", card.articles)))
    if not frame.site.card_fonts:
        return None
    titles, others = frame.site.card_fonts
    below, archive = " · ".join(count for count in counts if count), frame.site.settings.title
    if not (is_drawable(below, others) and is_drawable(archive, others)):
        return None
    above = above if is_drawable(above, others) else ""
    if not is_drawable(card.title, titles):
        return archive, above, below, ""
    return card.title, above, below, archive


def _crumbs(story: StoryCard | None, frame: Frame) -> tuple[Named, ...]:
    say = frame.interface.text
    if story:
        return (
            Named(str(say("Stories")), frame.url("stories/")),
            Named(story.title, frame.url(urls.story(story.slug))),
        )
    return (Named(str(say("Events")), frame.url("events/")),)


def _headline_of(around: Around, frame: Frame) -> Named | None:
    title = around.event.title.value
    for card in around.articles:
        if card.title == title and card.source and card.rights != "taken-down":
            return Named(card.source, frame.url(urls.article(card.slug)))
    return None


def _figures(around: Around, frame: Frame) -> tuple[Named, ...]:
    say, comparison = frame.interface, around.comparison
    made = [
        Named(str(said), "#coverage")
        for n, said in (
            (len(around.card.sources), outlets_words(around.card, frame)),
            (len(around.articles), say.count("{n} article", "{n} articles", len(around.articles))),
        )
        if n
    ]
    shared = _shared_share(comparison, {card.id: card.words for card in around.articles})
    if shared is not None and shared >= LEAST_SHARE and comparison.passages:
        made.append(
            Named(str(say.text("{share} of the wording shared", share=say.percent(shared))), "#shared")
        )
    if comparison.quotes:
        made.append(Named(str(say.count("{n} quote", "{n} quotes", len(comparison.quotes))), "#quoted"))
    if comparison.figures:
        made.append(Named(str(say.count("{n} figure", "{n} figures", len(comparison.figures))), "#figures"))
    return tuple(made)


def _shared_share(comparison: Comparison, words: Mapping[str, int]) -> float | None:
    """The share of all words of the event that stand in more than one article; None where it was not measured."""
    known = [(own.share, words[own.article]) for own in comparison.own if own.article in words]
    total = sum(n for _, n in known)
    return sum((1 - share) * n for share, n in known) / total if total else None


def _coverage(gathered: Gathered, marks: Mapping[str, Mark], frame: Frame) -> Iterable[CoverageRow]:
    own = {item.article: item.share for item in gathered.around.comparison.own}
    titles = _titles(gathered.around, frame)
    for card in gathered.around.articles:
        share = own.get(card.id)
        mark = marks[card.id]
        yield CoverageRow(
            mark=mark,
            line=article_line(card, frame),
            own=frame.interface.percent(share) if share is not None else "",
            bar=svg.bar(share, mark.colour) if share is not None else Markup(""),
            published=_published(gathered, card, frame, titles),
        )


def _published(gathered: Gathered, card: ArticleCard, frame: Frame, titles: Titles) -> Shown | None:
    article = gathered.articles.get(card.id)
    value = published_value(article, gathered.around.event) if article else None
    if article is None or value is None:
        return None
    beside = frame.url(urls.original(card.slug)) if card.rights == "full" else ""
    return shown_date(value, frame, article=article, beside=beside, titles=titles)


def _reasons(around: Around, marks: Mapping[str, Mark], frame: Frame) -> tuple[Reason, ...]:
    """Why pairs were put together, strongest first; of an article that was taken down, the score alone."""
    event = around.event
    withdrawn = {card.id for card in around.articles if card.rights == "taken-down"}
    strongest = sorted(event.reasons, key=lambda r: (-r.score, r.a, r.b))[:MAX_REASONS]
    return tuple(
        Reason(
            a=marks[_in_order(r, event)[0]],
            b=marks[_in_order(r, event)[1]],
            score=f"{r.score:.2f}",
            because=tuple(
                (
                    str(frame.interface.text(_BECAUSE.get(b.kind, b.kind.capitalize()))),
                    said_in(b.text, frame.interface),
                )
                for b in r.because
                if not withdrawn & {r.a, r.b}
            ),
        )
        for r in strongest
        if r.a in marks and r.b in marks
    )


def _in_order(reason: LinkReason, event: Event) -> tuple[str, str]:
    return ordered_pair(reason.a, reason.b, event.articles)


def _citation(gathered: Gathered, frame: Frame) -> Citation:
    card, say = gathered.around.card, frame.interface.text
    title = card.title
    if card.date:
        title = str(say("{title}, {date}", title=title, date=frame.interface.date(card.date)).unescape())
    if all(item.source for item in gathered.around.articles):
        coverage = frame.interface.count(
            "coverage by {n} outlet", "coverage by {n} outlets", len(card.sources)
        )
    else:
        coverage = frame.interface.count("coverage in {n} article", "coverage in {n} articles", card.articles)
    whole = frame.interface.text("{title}: {part}", title=title, part=coverage.unescape())
    return list_citation(str(whole.unescape()), frame)
