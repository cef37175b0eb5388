"""How an event's page opens: what happened in the words of one report, and in brief what comparing them found.

Nothing is written here: the report's sentences stand as they are but for the dateline, with their source; the rest
repeats the page below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from site_gen.language.words import fold, sentences, words_only
from site_gen.model import Article, ArticleCard, Block
from site_gen.model.comparison import GAP

from .article import shown_blocks
from .compiled import as_html, quoted
from .markup import isolated, quotation_marks, text_html
from .telling import Told
from .views import BriefItem, BriefLine, FigureRow, Opening, QuoteRow, SpeakerRow

ENOUGH_WORDS = 25
"""An opening of fewer words goes on to the next sentence."""
MOST_WORDS = 75
"""No sentence is added that would make the opening longer."""
TELLING = 0.4
"""Share of the most telling beginning's words of the title that is enough for a report to open with its own."""
LONG_WORD, WORD_BEGINNING = 4, 5
"""Letters from which a word says something, and those by which its forms are one."""
MAX_FIGURES = 3
MAX_SPEAKERS = 6
MAX_CONFLICTS = 2


def opening(title: str, articles: Mapping[str, Article], told: Told) -> Opening | None:
    """Return the first sentences of the article whose headline is the event's title, or of another that tells more of it.

    Another report of that language opens the event where the first begins with few words of the title: with a caption, a
    notice or a scene. None where no article of the event may be shown.
    """
    shown = [card for card in told.cards if card.id in articles and told.shows(card.id)]
    shown.sort(key=lambda card: (card.title != title, told.order(card.id)))
    begun = [(card, texts) for card in shown if (texts := _beginning(articles[card.id], card))]
    if not begun:
        return None
    begun = [(card, texts) for card, texts in begun if card.language == begun[0][0].language]
    weights = _weights(title, [card.title for card, _texts in begun])
    telling = [sum(weights.get(word, 0) for word in _key_words(_text(texts))) for _card, texts in begun]
    card, texts = next(row for row, n in zip(begun, telling, strict=True) if n >= TELLING * max(telling))
    return Opening(
        tuple(text_html(text) for _id, text in texts), told.ref(card.id, texts[0][0]), card.language
    )


def _weights(title: str, headlines: Sequence[str]) -> dict[str, int]:
    """By key word of the title: how many headlines have it."""
    said = [_key_words(headline) for headline in headlines]
    return {word: sum(word in words for words in said) for word in _key_words(title)}


def _text(texts: Iterable[tuple[str, str]]) -> str:
    return " ".join(text for _id, text in texts)


def _key_words(text: str) -> frozenset[str]:
    """How the longer words of a text begin, folded: what its inflections have in common."""
    return frozenset(fold(word)[:WORD_BEGINNING] for word in words_only(text) if len(word) >= LONG_WORD)


def _beginning(article: Article, card: ArticleCard) -> tuple[tuple[str, str], ...]:
    """With which sentences, as (id, text), an article begins: behind its dateline, where it has one."""
    blocks = shown_blocks(article.blocks, card)
    id, _at = card.begins or ("", 0)
    start = next((n for n, block in enumerate(blocks) if block.id == id), 0)
    return tuple(_first_sentences(blocks[start:], card))


def _first_sentences(blocks: Sequence[Block], card: ArticleCard) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of the paragraphs that stand first; the last may be cut behind a sentence, none is passed over."""
    id, at = card.begins or ("", 0)
    count = 0
    for block in blocks:
        if count >= ENOUGH_WORDS:
            return
        if block.kind != "paragraph":
            continue
        begin = end = at if block.id == id else 0
        for _start, stop in sentences(block.text, card.language):
            words = len(block.text[end:stop].split())
            if count and (count >= ENOUGH_WORDS or count + words > MOST_WORDS):
                break
            count, end = count + words, max(end, stop)
        if end > begin:
            yield block.id, block.text[begin:end].strip()
        if end < len(block.text.rstrip()):
            return


def brief(counts: Iterable[FigureRow], speakers: Sequence[SpeakerRow], told: Told) -> tuple[BriefLine, ...]:
    """Return what comparing the articles found, a line each: figures that differ, who is quoted, disputed words."""
    say = told.frame.interface
    differing = [
        range_told(row, say.language) for row in counts if row.status == "differ" and len(row.values) > 1
    ]
    names = [isolated(row.name, around=say.language) for row in speakers if row.name]
    conflicts = [_disputed(quote, say.language) for row in speakers for quote in row.quotes if quote.conflict]
    lines = (
        (say.text("Figures that differ"), "#figures", differing[:MAX_FIGURES], False),
        (say.text("Quoted by several outlets"), "#quoted", names[:MAX_SPEAKERS], True),
        (say.text("Attribution differs"), "#quoted", conflicts[:MAX_CONFLICTS], False),
    )
    return tuple(
        BriefLine(str(label), tuple(BriefItem(text, anchor) for text in texts), is_run_on)
        for label, anchor, texts, is_run_on in lines
        if texts
    )


def _disputed(quote: QuoteRow, language: str) -> Markup:
    """Who gives words to whom, behind the shortest rendering of them, in the language of the interface if there is one."""
    renderings = [(text.language != language, text.html.striptags(), text.language) for text in quote.texts]
    _is_foreign, words, spoken = min(renderings, key=lambda found: (found[0], len(found[1])))
    opens, closes = quotation_marks(spoken)
    return as_html(f"{isolated(f'{opens}{words}{closes}', spoken, language)}: {quoted(quote.conflict)}")


def range_told(row: FigureRow, language: str = "") -> Markup:
    """Return the least and the most behind what is counted, or in the gap of its clause, on a page in ``language``."""
    before, gap, behind = row.counts.partition(GAP)
    around = row.language if gap else language
    said = " – ".join(isolated(v.text, v.text_language, around) for v in (row.values[0], row.values[-1]))
    if not gap:
        return as_html(f"{isolated(row.counts, row.language, language)}: {said}")
    clause = as_html(f"{quoted(before)}<b>{said}</b>{quoted(behind)}")
    return isolated(clause, row.language, language)
