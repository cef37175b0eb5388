"""Who shares wording with whom: the articles of an event against one another, as a picture, a table and a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from site_gen.model import ArticleCard

from . import svg, urls
from .article import Around, is_comparable, ordered_pair, shares_of
from .frame import Frame
from .views import Mark, MatrixRow, Named

LEAST_SHARE = 0.005
"""Of an article's words: less is shown as nothing at all in percent."""


def matrix_picture(around: Around, marks: Mapping[str, Mark], frame: Frame) -> Markup:
    """Return the matrix as a picture; empty where next to nothing is shared."""
    shares = shares_of(around.comparison)
    if not any(share >= LEAST_SHARE for share in shares.values()):
        return Markup("")
    cards = around.articles
    letters = [(marks[c.id].letter, marks[c.id].colour, marks[c.id].name) for c in cards]
    cells = [[_cell(a, b, around, marks, shares, frame) for b in cards] for a in cards]
    return svg.matrix(letters, cells, label=str(frame.interface.text("Who shares wording with whom")))


def _cell(
    a: ArticleCard,
    b: ArticleCard,
    around: Around,
    marks: Mapping[str, Mark],
    shares: Mapping[tuple[str, str], float],
    frame: Frame,
) -> tuple[float, str, str] | None:
    share = shares.get((a.id, b.id), 0.0)
    if a.id == b.id or share <= 0:
        return None
    return share, compare_url(a, b, around, frame), _shares_said(marks[a.id], marks[b.id], share, frame)


def compare_url(a: ArticleCard, b: ArticleCard, around: Around, frame: Frame) -> str:
    """Return the address of two articles side by side; empty where they have no such page."""
    if not is_comparable(around, a.id, b.id):
        return ""
    slugs = {a.id: a.slug, b.id: b.slug}
    first, second = ordered_pair(a.id, b.id, around.event.articles)
    return frame.url(urls.compare(around.card.slug, slugs[first], slugs[second]))


def matrix_rows(around: Around, marks: Mapping[str, Mark], frame: Frame) -> tuple[MatrixRow, ...]:
    """Return the matrix as rows of a table."""
    shares = shares_of(around.comparison)

    def cell(a: ArticleCard, b: ArticleCard) -> Named:
        share = shares.get((a.id, b.id), 0.0)
        if a.id == b.id:
            return Named("")
        return Named(frame.interface.percent(share), compare_url(a, b, around, frame) if share > 0 else "")

    return tuple(MatrixRow(marks[a.id], tuple(cell(a, b) for b in around.articles)) for a in around.articles)


def most_shared(around: Around, marks: Mapping[str, Mark], frame: Frame) -> str:
    """The pair with most wording in common, as a sentence; empty for two articles and where nothing is shared."""
    shares = {pair: share for pair, share in shares_of(around.comparison).items() if marks.keys() >= {*pair}}
    if len(around.articles) < 3 or max(shares.values(), default=0.0) < LEAST_SHARE:
        return ""
    a, b = min(shares, key=lambda pair: (-shares[pair], pair))
    return _shares_said(marks[a], marks[b], shares[a, b], frame)


def _shares_said(a: Mark, b: Mark, share: float, frame: Frame) -> str:
    said = frame.interface.text(
        "{share} of the words of {a} ({letter_a}) are also in {b} ({letter_b})",
        share=frame.interface.percent(share),
        a=a.name,
        letter_a=a.letter,
        b=b.name,
        letter_b=b.letter,
    )
    return str(said.unescape())
