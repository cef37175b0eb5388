"""Notes in the margin: which paragraphs of an article other outlets have too, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from site_gen.model import ArticleCard, Comparison, Figure, FigureMention, Passage, Quote
from site_gen.model.comparison import FigureStatus

from . import urls
from .frame import Frame
from .lines import number_language, number_words
from .markup import Highlight
from .views import Mark, Note, Ref

_ORDER = ("passage", "quote", "figure-differs", "figure")


class Margin(Struct, gc=False):
    """What is marked in one paragraph, and the notes beside it."""

    highlights: tuple[Highlight, ...]
    notes: tuple[Note, ...]


class _Found(Struct, gc=False):
    """Something that this article has in common with others."""

    kind: str
    css: str
    paragraph: str
    start: int
    end: int
    others: tuple[tuple[str, str, str, str], ...]
    """(article, paragraph, what is said there, its language)."""


def margins(
    id: str, comparison: Comparison, cards: Sequence[ArticleCard], marks: Mapping[str, Mark], frame: Frame
) -> dict[str, Margin]:
    """Return, by paragraph, what this article shares with the others of its event.

    Notes lead to the first paragraph of each other article, in the order of the event.
    """
    addresses = {
        c.id: (frame.url(urls.article(c.slug)), c.rights == "full") for c in cards if c.rights != "taken-down"
    }
    order = {card.id: index for index, card in enumerate(cards)}
    by_paragraph: dict[str, list[_Found]] = {}
    for found in _found(id, comparison, {card.id: card.language for card in cards}, frame):
        by_paragraph.setdefault(found.paragraph, []).append(found)
    made = {}
    for paragraph, all_found in by_paragraph.items():
        highlights = tuple(Highlight(f.start, f.end, f.css) for f in all_found)
        notes = tuple(_notes(all_found, marks, addresses, order))
        made[paragraph] = Margin(highlights, notes)
    return made


def _notes(
    all_found: Sequence[_Found],
    marks: Mapping[str, Mark],
    addresses: Mapping[str, tuple[str, bool]],
    order: Mapping[str, int],
) -> Iterable[Note]:
    for kind in _ORDER:
        refs: dict[str, Ref] = {}
        others = [other for found in all_found if found.kind == kind for other in found.others]
        for article, paragraph, said, language in sorted(
            others, key=lambda item: order.get(item[0], len(order))
        ):
            if article in addresses and article not in refs:
                address, is_whole = addresses[article]
                url = f"{address}#{paragraph}" if is_whole else address
                refs[article] = Ref(marks[article], url, paragraph.lstrip("p"), said, language)
        if refs:
            yield Note(kind, tuple(refs.values()))  # type: ignore[arg-type]


def _found(id: str, comparison: Comparison, languages: Mapping[str, str], frame: Frame) -> Iterable[_Found]:
    for passage in comparison.passages:
        yield from _in_passage(id, passage)
    for quote in comparison.quotes:
        yield from _in_quote(id, quote)
    for figure in comparison.figures:
        if len(figure.mentions) > 1:
            yield from _in_figure(id, figure, languages, frame)


def _in_passage(id: str, passage: Passage) -> Iterable[_Found]:
    others = tuple((m.article, m.paragraph, "", "") for m in passage.mentions if m.article != id)
    if others:
        for mention in passage.mentions:
            if mention.article == id:
                yield _Found("passage", "shared", mention.paragraph, *mention.span, others)


def _in_quote(id: str, quote: Quote) -> Iterable[_Found]:
    others = tuple((m.article, m.paragraph, "", "") for m in quote.mentions if m.article != id)
    if others:
        for mention in quote.mentions:
            if mention.article == id:
                yield _Found("quote", "quoted", mention.paragraph, *mention.span, others)


def _in_figure(id: str, figure: Figure, languages: Mapping[str, str], frame: Frame) -> Iterable[_Found]:
    mine = [m for m in figure.mentions if m.article == id]
    others = [m for m in figure.mentions if m.article != id] if mine else []
    for mention in mine:
        if others:
            unlike = [m for m in others if _differs(mention, m, figure.status)]
            kind = "figure-differs" if unlike else "figure"
            told = tuple(
                (
                    m.article,
                    m.paragraph,
                    number_words(m, frame),
                    number_language(m, languages.get(m.article, "")),
                )
                for m in unlike or others
            )
            yield _Found(kind, "figure", mention.paragraph, *mention.span, told)


def _differs(one: FigureMention, two: FigureMention, status: FigureStatus) -> bool:
    """Whether another's number is not this one: of a group that differs, those that say the same are left out."""
    if status != "differ":
        return status != "agree"
    return (one.value, one.unit, one.low, one.high) != (two.value, two.unit, two.low, two.high)
