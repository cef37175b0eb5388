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
WHOLE = 10
"""Articles. Of more, only those that share wording with another stand in the matrix."""


def matrix_picture(around: Around, marks: Mapping[str, Mark], frame: Frame) -> Markup:
    """Return the matrix as a picture; empty where next to nothing is shared."""
    shares = shares_of(around.comparison)
    if not any(share >= LEAST_SHARE for share in shares.values()):
        return Markup("")
    cards = drawn(around)
    letters = [(marks[c.id].letter, marks[c.id].colour, marks[c.id].name) for c in cards]
    cells = [[_cell(a, b, around, marks, shares, frame) for b in cards] for a in cards]
    label = str(frame.interface.text("Who shares wording with whom"))
    return svg.matrix(letters, cells, label=label, is_mirrored=frame.interface.direction == "rtl")


def drawn(around: Around) -> tuple[ArticleCard, ...]:
    """Return the articles that stand in the matrix: all of a small event, of a larger those that share wording with another."""
    if len(around.articles) <= WHOLE:
        return around.articles
    sharing = {id for pair, share in shares_of(around.comparison).items() if share > 0 for id in pair}
    return tuple(card for card in around.articles if card.id in sharing)


def rest_told(around: Around, frame: Frame) -> str:
    """How many articles the matrix leaves out, as a sentence; empty for none."""
    rest = len(around.articles) - len(drawn(around))
    said = frame.interface.count(
        "The other article shares no wording.", "The other {n} articles share no wording.", rest
    )
    return str(said.unescape()) if rest else ""


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

    cards = drawn(around)
    return tuple(MatrixRow(marks[a.id], tuple(cell(a, b) for b in cards)) for a in cards)


def most_shared(around: Around, marks: Mapping[str, Mark], frame: Frame) -> str:
    """The pair of outlets with most wording in common, as a sentence; empty for two articles and where they share nothing."""
    shares = {
        (a, b): share
        for (a, b), share in shares_of(around.comparison).items()
        if a in marks and b in marks and marks[a].name != marks[b].name
    }
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
