"""How an event's page opens: what happened in the words of one report, and in brief what comparing them found.

Nothing is written here: the report's sentences stand as they are, with their source; the rest repeats the page below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from site_gen.language.words import sentences
from site_gen.model import Article, ArticleCard
from site_gen.model.comparison import GAP

from .article import shown_blocks
from .compiled import as_html, quoted
from .markup import isolated, text_html
from .telling import Told
from .views import BriefItem, BriefLine, FigureRow, Opening, QuoteRow, SpeakerRow

ENOUGH_WORDS = 25
"""An opening of fewer words goes on to the next sentence."""
MOST_WORDS = 75
"""No sentence is added that would make the opening longer."""
MAX_FIGURES = 3
MAX_SPEAKERS = 6
MAX_CONFLICTS = 2


def opening(title: str, articles: Mapping[str, Article], told: Told) -> Opening | None:
    """Return the first sentences of the article whose headline is the event's title, or of the first one shown.

    None where no article of the event may be shown.
    """
    shown = [card for card in told.cards if card.id in articles and told.shows(card.id)]
    for card in sorted(shown, key=lambda card: (card.title != title, told.order(card.id))):
        found = list(_first_sentences(articles[card.id], card))
        if found:
            paragraph = found[0][0]
            texts = tuple(text_html(text) for _id, text in found)
            return Opening(texts, told.ref(card.id, paragraph), card.language)
    return None


def _first_sentences(article: Article, card: ArticleCard) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of the paragraphs an article begins with; the last may be cut behind a sentence, none is passed over."""
    count = 0
    for block in shown_blocks(article.blocks, card):
        if count >= ENOUGH_WORDS:
            return
        if block.kind != "paragraph":
            continue
        end = 0
        for _start, stop in sentences(block.text, card.language):
            words = len(block.text[end:stop].split())
            if count and (count >= ENOUGH_WORDS or count + words > MOST_WORDS):
                break
            count, end = count + words, stop
        if end:
            yield block.id, block.text[:end].strip()
        if end < len(block.text.rstrip()):
            return


def brief(counts: Iterable[FigureRow], speakers: Sequence[SpeakerRow], told: Told) -> tuple[BriefLine, ...]:
    """Return what comparing the articles found, a line each: figures that differ, who is quoted, disputed words."""
    say = told.frame.interface
    differing = [range_told(row) for row in counts if row.status == "differ" and len(row.values) > 1]
    names = [isolated(row.name) for row in speakers if row.name]
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
    renderings = [(text.language != language, text.html.striptags()) for text in quote.texts]
    _is_foreign, words = min(renderings, key=lambda found: (found[0], len(found[1])))
    return as_html(f"{isolated(f'“{words}”')}: {quoted(quote.conflict)}")


def range_told(row: FigureRow) -> Markup:
    """Return the least and the most behind what is counted, or in the gap of its clause."""
    said = f"{isolated(row.values[0].text)} – {isolated(row.values[-1].text)}"
    before, gap, behind = row.counts.partition(GAP)
    if not gap:
        return as_html(f"{isolated(row.counts)}: {said}")
    return isolated(as_html(f"{quoted(before)}<b>{said}</b>{quoted(behind)}"))
