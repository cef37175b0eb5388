"""Cards of the catalogue to the lines of lists, and the small parts they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from site_gen.language import fold
from site_gen.language.names import any_language
from site_gen.language.tables import table
from site_gen.model import ArticleCard, EventCard, FigureMention, StoryCard, TopicCard, TopicName

from . import urls
from .frame import Frame
from .views import ArticleLine, EventLine, Mark, Named, StoryLine, TopicGroup, TopicLine

COLOURS = 8
"""Of the palette in site.css."""

_EXACT = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?)?)?", re.ASCII)
_DIGIT = re.compile(r"\d")
_KINDS = (
    ("subject", "Subjects"),
    ("person", "People"),
    ("place", "Places"),
    ("organisation", "Organisations"),
)


LONG_HEADLINE = 160
"""Characters. Of 7,620 headlines of news articles, 12 are longer."""


@lru_cache(maxsize=4096)
def machine_date(text: str | None) -> str:
    """Return an EDTF date as HTML's ``datetime`` takes it, its marks of doubt left off; empty where it has no such form."""
    plain = (text or "").rstrip("~?%")
    return plain if _EXACT.fullmatch(plain) else ""


def day_of(text: str | None) -> str:
    """Return the day of an EDTF date as ``2016-12-22``; empty where it names no single day."""
    plain = machine_date(text)
    return plain[:10] if len(plain) >= 10 else ""


def article_line(card: ArticleCard, frame: Frame) -> ArticleLine:
    """Return an article as a line of a list."""
    outlet = None
    if card.source:
        outlet = Named(card.source, frame.url(urls.outlet(card.source_slug)) if card.source_slug else "")
    event = None
    if card.event_slug and card.event_title:
        event = Named(headline(card.event_title), frame.url(urls.event(card.event_slug)))
    taken_down = card.rights == "taken-down"
    return ArticleLine(
        title=headline(shown_title(card)),
        language=card.language,
        url=frame.url(urls.article(card.slug)),
        outlet=outlet,
        agency=card.agency if card.agency and not _is_outlet(card.agency, card.source or "") else "",
        date=frame.interface.date(card.date),
        machine_date=machine_date(card.date),
        basis=(card.date_basis or "") if card.date else "",
        summary=card.summary if card.rights in ("full", "excerpt") else "",
        event=event,
        is_taken_down=taken_down,
        words=card.words,
        former=0 if taken_down else card.former,
    )


def shown_title(card: ArticleCard) -> str:
    """Return the title of an article; nothing of it where it was taken down."""
    return "" if card.rights == "taken-down" else card.title


def headline(title: str) -> str:
    """Return a headline as lists show it: one that is longer than any outlet's is cut behind a word. Its page has it whole."""
    if len(title) <= LONG_HEADLINE:
        return title
    return f"{title[:LONG_HEADLINE].rpartition(' ')[0] or title[:LONG_HEADLINE]}…"


def _is_outlet(agency: str, source: str) -> bool:
    """Whether the agency is the outlet itself: of the same name, or by its initials ("PP" of "Port Press")."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", source) if word[:1].isupper())
    return agency == source or (len(initials) > 1 and agency.replace(".", "") == initials)


def event_line(card: EventCard, frame: Frame) -> EventLine:
    """Return an event as a line of a list."""
    story = None
    if card.story_slug and card.story_title:
        story = Named(card.story_title, frame.url(urls.story(card.story_slug)))
    return EventLine(
        title=headline(card.title),
        language=card.language,
        url=frame.url(urls.event(card.slug)),
        date=frame.interface.date(card.date) or reported_words(card, frame),
        machine_date=machine_date(card.date),
        basis=(card.date_basis or "") if card.date else "",
        place=card.place or "",
        marks=tuple(Mark(letter(i), i % COLOURS + 1, name) for i, name in enumerate(card.sources)),
        unknown=card.unknown,
        articles=card.articles,
        story=story,
        names=card.names,
    )


def reported_words(card: EventCard, frame: Frame) -> str:
    """Return when an event of no certain day was reported: "reported 2 – 5 May 1931"; empty where no report is dated."""
    if card.reported is None:
        return ""
    return str(frame.interface.text("reported {span}", span=frame.interface.span(*card.reported)).unescape())


def outlets_words(card: EventCard, frame: Frame) -> str:
    """Return how many outlets report an event, "2 outlets known" where some reports have none; empty for none."""
    count = len(card.sources)
    if not count:
        return ""
    if card.unknown:
        return str(frame.interface.count("{n} outlet known", "{n} outlets known", count))
    return str(frame.interface.count("{n} outlet", "{n} outlets", count))


def story_line(card: StoryCard, frame: Frame) -> StoryLine:
    """Return a story as a line of a list."""
    return StoryLine(
        title=card.title,
        url=frame.url(urls.story(card.slug)),
        span=frame.interface.span(card.from_date, card.to_date),
        events=card.events,
        articles=card.articles,
        outlets=card.sources,
    )


def topic_line(card: TopicCard | TopicName, frame: Frame) -> TopicLine:
    """Return a topic as a line of a list, with how many articles it has where its card says so."""
    articles = card.articles if isinstance(card, TopicCard) else 0
    return TopicLine(card.label, frame.url(urls.topic(card.kind, card.slug)), card.kind, articles)


def topic_groups(
    cards: Iterable[TopicCard | TopicName], frame: Frame, limit: int | None = None
) -> tuple[TopicGroup, ...]:
    """Return topics by kind, in their order; at most ``limit`` of each kind; kinds without topics left out."""
    by_kind: dict[str, list[TopicLine]] = {kind: [] for kind, _ in _KINDS}
    for card in cards:
        lines = by_kind[card.kind]
        if limit is None or len(lines) < limit:
            lines.append(topic_line(card, frame))
    return tuple(
        TopicGroup(str(frame.interface.text(label)), urls.KIND_FOLDERS[kind], tuple(by_kind[kind]))
        for kind, label in _KINDS
        if by_kind[kind]
    )


def place_name(name: str, topics: Iterable[TopicName], frame: Frame) -> Named:
    """Return a place with the address of its page, where one of the topics is that place."""
    folded = fold(name)
    pages = (t.slug for t in topics if t.kind == "place" and fold(t.label) == folded)
    slug = next(pages, None)
    return Named(name, frame.url(urls.topic("place", slug)) if slug else "")


def number_words(mention: FigureMention, frame: Frame) -> str:
    """Return a number as the text has it, with its qualifier: "more than 300", "a year or so"; a word that opened a sentence
    without its capital. Beside digits the qualifier is in the words of the interface, beside a word in those of the text.
    """
    text, qualifier = mention.text, mention.qualifier
    if not _DIGIT.search(text) or (qualifier and text.casefold().startswith(qualifier)):
        text = text[:1].lower() + text[1:]
    if not qualifier or qualifier.casefold() in text.casefold():
        return text
    said = str(frame.interface.text(qualifier).unescape()) if _DIGIT.search(text) else qualifier
    if said == qualifier and fold(qualifier) in any_language("hedges_after"):
        return f"{text} {qualifier}"
    joint = "" if qualifier.endswith(("'", "’")) else " "
    return f"{said}{joint}{text}"


def number_language(mention: FigureMention, language: str) -> str:
    """Return the language of ``number_words`` in an article of a language; empty for digits, and beside a qualifier of the interface."""
    text, qualifier = mention.text, mention.qualifier
    is_ours = qualifier and _DIGIT.search(text) and qualifier.casefold() not in text.casefold()
    return language if any(char.isalpha() for char in text) and not is_ours else ""


def within_a_sentence(text: str, language: str) -> str:
    """Return words as they stand within a sentence: "The army" as "the army", where the language has such an article."""
    first = text.partition(" ")[0]
    return first.lower() + text[len(first) :] if first.casefold() in _articles(language) else text


@lru_cache(maxsize=64)
def _articles(language: str) -> frozenset[str]:
    words = table(language.partition("-")[0])
    return frozenset((*words.get("articles", ()), *words.get("small_articles", ())))


def letter(index: int) -> str:
    """Return A, B … Z, AA, AB … for 0, 1 …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def marks_of(cards: Sequence[ArticleCard]) -> Mapping[str, Mark]:
    """Return the mark of each article of an event by its id.

    A letter and colour an outlet, in the order of the articles, as on the event's card; a second article of one outlet
    is ``A2``. A report whose outlet is not known has a letter of its own, behind those of the outlets.
    """
    known = dict.fromkeys(card.source for card in cards if card.source)
    unknown = (card.id for card in cards if not card.source)
    order = {key: i for i, key in enumerate((*known, *unknown))}
    seen: Counter[str] = Counter()
    marks = {}
    for card in cards:
        key = card.source or card.id
        seen[key] += 1
        turn = "" if seen[key] == 1 else str(seen[key])
        colour = order[key] % COLOURS + 1
        marks[card.id] = Mark(letter(order[key]) + turn, colour, card.source or headline(shown_title(card)))
    return marks
