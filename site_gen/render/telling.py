"""The parts of an event's comparison, as rows: speakers, figures, and what one outlet tells alone.

Every rendering keeps its references in the order of the event; renderings that are the same stand once. Words of an
outlet of which only metadata may be shown are left out; the references to them stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from site_gen.language.names import any_language
from site_gen.model import (
    Article,
    ArticleCard,
    Figure,
    FigureMention,
    Quote,
    QuoteMention,
    Unique,
)
from site_gen.model.comparison import FigureStatus, is_money

from . import urls
from .frame import Frame
from .lines import number_language, number_words, within_a_sentence
from .markup import SHAPES, differing, isolated, quotation_marks, text_html
from .views import (
    FigureRow,
    FigureValue,
    Mark,
    QuoteRow,
    QuoteText,
    Ref,
    SpeakerRow,
    UniqueRow,
    UniqueText,
)

_SHOWABLE = ("full", "excerpt")


@dataclass(frozen=True, slots=True)
class Told:
    """Who tells: the articles of an event, their marks, and the page this is for."""

    cards: Sequence[ArticleCard]
    """In the order of the event."""
    marks: Mapping[str, Mark]
    frame: Frame
    articles: Mapping[str, Article] = field(default_factory=dict)
    """By id, where their texts are at hand."""
    _places: dict[str, int] = field(init=False, default_factory=dict)
    _addresses: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for place, card in enumerate(self.cards):
            self._places[card.id] = place
            self._addresses[card.id] = self.frame.url(urls.article(card.slug))

    def order(self, article: str) -> int:
        """Return the place of an article in the event."""
        return self._places.get(article, len(self.cards))

    def card(self, article: str) -> ArticleCard | None:
        """Return the card of an article of the event; None for any other."""
        place = self._places.get(article)
        return None if place is None else self.cards[place]

    def shows(self, article: str) -> bool:
        """Whether words of this article may be shown, its figures among them."""
        card = self.card(article)
        return card is not None and card.rights in _SHOWABLE

    def shows_words(self, article: str, paragraph: str) -> bool:
        """Whether the words of a paragraph of this article may be shown."""
        card = self.card(article)
        return card is not None and card.shows(paragraph)

    def shows_at_length(self, article: str) -> bool:
        """Whether whole sentences of this article may be shown beyond its excerpt: passages, what it alone tells."""
        card = self.card(article)
        return card is not None and card.rights == "full"

    def ref(self, article: str, paragraph: str, said: str = "") -> Ref:
        """Return a mark that leads to a paragraph of an article of the event; to its page, where not all of it is shown.

        ``said`` is in the words of the article.
        """
        address = self._addresses.get(article) or self.frame.url(urls.article(article))
        anchor = f"#{paragraph}" if self.shows_words(article, paragraph) else ""
        language = self.language(article) if said else ""
        return Ref(self.marks[article], f"{address}{anchor}", paragraph.lstrip("p"), said, language)

    def paragraph(self, article: str, paragraph: str) -> str:
        """Return the text of a paragraph; empty where the article's texts are not at hand."""
        held = self.articles.get(article)
        return next((b.text for b in held.blocks if b.id == paragraph), "") if held else ""

    def place(self, article: str, paragraph: str) -> int:
        """Return the place of a paragraph in its article; -1 where the article's texts are not at hand."""
        held = self.articles.get(article)
        return next((n for n, b in enumerate(held.blocks) if b.id == paragraph), -1) if held else -1

    def language(self, article: str) -> str:
        """Return the language of an article of the event."""
        card = self.card(article)
        return card.language if card else ""


def speaker_rows(
    quotes: Sequence[Quote], told: Told
) -> tuple[tuple[SpeakerRow, ...], tuple[SpeakerRow, ...]]:
    """Return (speakers quoted by two or more outlets, speakers of one outlet only), most outlets first.

    A speaker may stand in both: with the utterances that several carry, and with those that one carries.
    """
    several: dict[str, list[QuoteRow]] = {}
    single: dict[str, list[QuoteRow]] = {}
    roles: dict[str, tuple[str, str]] = {}
    for quote in quotes:
        row = _quote_row(quote, told)
        if row is None:
            continue
        name = quote.speaker.name if quote.speaker else ""
        if quote.speaker and quote.speaker.role:
            roles.setdefault(name, (quote.speaker.role, _role_language(quote, told)))
        (several if row.outlets > 1 else single).setdefault(name, []).append(row)
    return _speakers(several, roles), _speakers(single, roles)


def _role_language(quote: Quote, told: Told) -> str:
    """The language of the only articles that could have given a role; empty where they are of several."""
    languages = {told.language(m.article) for m in quote.mentions}
    return languages.pop() if len(languages) == 1 else ""


def _speakers(
    by_name: Mapping[str, list[QuoteRow]], roles: Mapping[str, tuple[str, str]]
) -> tuple[SpeakerRow, ...]:
    """``roles``: by name, (role, its language)."""
    rows = []
    for name, quotes in by_name.items():
        role, language = roles.get(name, ("", ""))
        rows.append(SpeakerRow(name, role, tuple(quotes), language))
    return tuple(
        sorted(rows, key=lambda r: (r.name == "", -max(q.outlets for q in r.quotes), -len(r.quotes), r.name))
    )


def _quote_row(quote: Quote, told: Told) -> QuoteRow | None:
    known = [m for m in quote.mentions if told.shows_words(m.article, m.paragraph)]
    known.sort(key=lambda m: (m.kind != "verbatim", told.order(m.article), m.span))
    groups: dict[tuple[str, str], list[QuoteMention]] = {}
    for mention in known:
        groups.setdefault((mention.kind, _folded(mention.text)), []).append(mention)
    if not groups:
        return None
    first = known[0]
    texts = []
    left_out = told.frame.interface.text("words left out")
    for (kind, _), same in groups.items():
        plain = (
            same[0] is first
            or kind == "paraphrase"
            or told.language(same[0].article) != told.language(first.article)
        )
        html = (
            text_html(same[0].text)
            if plain
            else differing(same[0].text, first.text, left_out, is_part=_is_part(same, known))
        )
        refs = tuple(told.ref(m.article, m.paragraph, m.attributed_as or "") for m in _one_each(same))
        language = told.language(same[0].article)
        texts.append(QuoteText(html, kind == "paraphrase", refs, language, *quotation_marks(language)))
    outlets = len({told.marks[m.article].name for m in known})
    return QuoteRow(tuple(texts), _conflict(quote, told), outlets)


def _is_part(same: Sequence[QuoteMention], known: Iterable[QuoteMention]) -> bool:
    """Whether the article of a rendering gives more of the utterance in other marks."""
    article = same[0].article
    return any(m.article == article and m.kind == "verbatim" and m not in same for m in known)


def _conflict(quote: Quote, told: Told) -> Markup:
    """Who gives the utterance to whom, in the words of the interface; empty where nobody contradicts."""
    if not quote.attributions:
        return escape(quote.conflict or "")
    (outlet, said), (other, other_said) = quote.attributions
    speak = told.frame.interface
    return speak.text(
        "{outlet} gives it to “{said}”, {other} to “{other_said}”",
        outlet=isolated(outlet, around=speak.language),
        said=isolated(said, around=speak.language),
        other=isolated(other, around=speak.language),
        other_said=isolated(other_said, around=speak.language),
    )


def _one_each(mentions: Iterable[QuoteMention]) -> tuple[QuoteMention, ...]:
    """The first mention in each article."""
    found: dict[str, QuoteMention] = {}
    for mention in mentions:
        found.setdefault(mention.article, mention)
    return tuple(found.values())


def count_rows(figures: Iterable[Figure], told: Told) -> tuple[tuple[FigureRow, ...], tuple[FigureRow, ...]]:
    """Return (figures that several articles give, figures of one only), in their order, smallest number first."""
    several: list[FigureRow] = []
    single: list[FigureRow] = []
    for figure in figures:
        mentions = [_unrepeated(m, figure.counts) for m in figure.mentions if told.shows(m.article)]
        if not mentions:
            continue
        status = _status(figure.status, mentions)
        row = FigureRow(_capital(figure.counts), status, _values(mentions, told), figure.language)
        is_single = figure.status == "single" or len({m.article for m in mentions}) == 1
        (single if is_single else several).append(row)
    return tuple(several), tuple(single)


def _unrepeated(mention: FigureMention, counts: str) -> FigureMention:
    """A number without the place or time that what is counted says already."""
    is_said = mention.scope and _folded(mention.scope) in _folded(counts)
    return replace(mention, scope=None) if is_said else mention


def _capital(words: str) -> str:
    """Words as they open a line; a name that begins with a small letter is left ("iPhones")."""
    return words if words[1:2].isupper() else f"{words[:1].upper()}{words[1:]}"


def _status(status: FigureStatus, mentions: Sequence[FigureMention]) -> str:
    """Which word the page shows: numbers that agree without being the same are "rounded" ("nearly six", "five"); sums in
    several currencies stand beside one another without a verdict, for the rate is seldom told.
    """
    if status == "scope differs":
        return "scope"
    units = {m.unit for m in mentions}
    if status == "agree" and len(units) > 1 and all(map(is_money, units)):
        return "currencies"
    written = {(m.value, m.low, m.high) for m in mentions}
    return "rounded" if status == "agree" and len(written) > 1 else status


def _values(mentions: Sequence[FigureMention], told: Told) -> tuple[FigureValue, ...]:
    """The same number stands once; scope and speaker stand beside it where all share them, else beside each mark."""
    if len(mentions) == 1:
        return (_value(mentions, told),)
    ordered = sorted(mentions, key=lambda m: (m.value, told.order(m.article), m.span))
    groups: dict[str, list[FigureMention]] = {}
    for mention in ordered:
        groups.setdefault(_folded(number_words(mention, told.frame)), []).append(mention)
    return tuple(_value(same, told) for same in groups.values())


def _value(same: Sequence[FigureMention], told: Told) -> FigureValue:
    say = told.frame.interface.text
    by = [_speaker(m, told) for m in same]
    scope, speaker = _common(m.scope for m in same), _common(by)
    refs: dict[str, Ref] = {}
    for m, said_by in zip(same, by, strict=True):
        own = [m.scope] if m.scope and not scope else []
        if said_by and not speaker:
            own.append(str(say("said by {name}", name=said_by).unescape()))
        said = str(say(", ").join(own).unescape()) if own else ""
        refs.setdefault(m.article, told.ref(m.article, m.paragraph, said))
    language = told.language(same[0].article)
    words = number_words(same[0], told.frame)
    return FigureValue(
        words, scope, speaker, tuple(refs.values()), language, number_language(same[0], language)
    )


def _speaker(mention: FigureMention, told: Told) -> str:
    """Who says a number, as within a sentence; a mere "he", of whom the text does not say more, is nobody."""
    said_by = mention.said_by or ""
    is_pronoun = any(said_by.casefold() in any_language(kind) for kind in _PRONOUNS)
    return "" if is_pronoun else within_a_sentence(said_by, told.language(mention.article))


def _common(parts: Iterable[str | None]) -> str:
    """What all say; empty where they differ."""
    said = {part or "" for part in parts}
    return said.pop() if len(said) == 1 else ""


def unique_rows(unique: Iterable[Unique], told: Told) -> tuple[UniqueRow, ...]:
    """Return what each outlet tells alone, in the order of the event."""
    by_article: dict[str, list[Unique]] = {}
    for item in unique:
        if told.shows_at_length(item.article):
            by_article.setdefault(item.article, []).append(item)
    rows = []
    for article in sorted(by_article, key=told.order):
        refs = [(item, told.ref(article, item.paragraph)) for item in by_article[article]]
        texts = tuple(UniqueText(item.text, ref.url, ref.paragraph) for item, ref in refs)
        rows.append(UniqueRow(told.marks[article], told.language(article), texts))
    return tuple(rows)


def _folded(text: str) -> str:
    """Case, spaces and the shapes of quotation marks and dashes do not make another rendering."""
    plain = text.casefold().translate(SHAPES)
    return " ".join(plain.split()).strip(" .,;:")


_PRONOUNS = ("pronouns_one", "pronouns_many", "pronouns_thing")
