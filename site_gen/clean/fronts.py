"""Teasers of other articles: on front pages and pages of sections, of which the scores keep a few, and below an article.

In: a page's sheet, which lines the scores put inside the article, and its source. Out: whether the page holds no article;
the verdicts without the teasers at its end.
A page of which a whole list is kept is published, and a finding of ``describe`` says what it is; a round-up of links has a
headline of its own, an opening, or leads elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from . import features, fragment
from .links import LINK_SHARE
from .pieces import MENU, Piece, Sheet

TITLE_WORDS = 3
"""Fewest words of a link that is another article's headline: "Read more" and names of sections have one or two."""
OWN_TITLE_WORDS = 4
"""Fewest words of a page's own headline: above a section's news stands its name."""
LABEL_WORDS = 4
"""Most words of a kept line that tells nothing: a section's name, a writer's."""
TEASER_WORDS = 60
"""Most words told below one of the headlines."""
ABOVE = 2
"""Lines above the first kept one among which its headline stands."""
FEWEST, MOST = 2, 4
"""How many such headlines are kept: one may be the article's own, and five are a list of articles (DSC-009)."""
OTHERS = 2
"""How many headlines that are not kept stand, at least, beside each one that is."""
ITEMS = frozenset(("li", "dt"))
_CALLED_ARTICLE = re.compile(
    r"""og:type["'][^<>]{0,40}["']article\b|["']article["'][^<>]{0,40}og:type|itemprop\s*=\s*["']?articleBody"""
    r"""|"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*BlogPosting)\"""",
    re.I,
)
"""What the source of an article's page calls it."""


def is_front(sheet: Sheet, inside: Sequence[bool], source: str) -> bool:
    """Whether all that is kept of a page are a few headlines that lead to other articles, a teaser below each, out of many."""
    if not sheet.is_markup or True not in inside:
        return False
    first = inside.index(True)
    titles = _told_of(sheet, inside, first)
    if not FEWEST <= len(titles) <= MOST or _has_headline(sheet, first):
        return False
    others = _others(sheet, titles)
    listed = [sheet.pieces[i] for i in titles]
    is_one_of_many = len(others) >= OTHERS * len(titles) and _hosts(listed, source) <= _hosts(others, source)
    return is_one_of_many and _CALLED_ARTICLE.search(source) is None


def _told_of(sheet: Sheet, inside: Sequence[bool], first: int) -> list[int]:
    """The headlines that are kept or of which a teaser is; none where a kept line is neither, nor a label."""
    found: list[int] = []
    last, told = -1, TEASER_WORDS
    for index in range(max(0, first - ABOVE), len(inside)):
        piece = sheet.pieces[index]
        if _is_title(piece):
            last, told = index, 0
        elif not inside[index] or _words(piece) <= LABEL_WORDS:
            continue
        else:
            told += _words(piece)
        if told > TEASER_WORDS or len(found) > MOST:
            return []
        if inside[index] and found[-1:] != [last]:
            found.append(last)
    return found


def without_teasers(sheet: Sheet, inside: tuple[bool, ...]) -> tuple[bool, ...]:
    """Return the verdicts on a page with what stands below its last heading of links cut, where all of it are such teasers."""
    if not sheet.is_markup or True not in inside:
        return inside
    first = inside.index(True)
    below = enumerate(sheet.pieces[first + 1 : len(inside) - inside[::-1].index(True)], first + 1)
    headings = [i for i, p in below if p.level and not p.link_chars and _heads_links(p.text)]
    if not headings:
        return inside
    last = _last_told(sheet, inside, first)
    heading = next((i for i in headings if i > last >= 0), len(inside))
    titles = sum(
        is_kept and _is_title(sheet.pieces[i]) for i, is_kept in enumerate(inside[heading:], heading)
    )
    return inside if titles < FEWEST else inside[:heading] + (False,) * (len(inside) - heading)


def _last_told(sheet: Sheet, inside: Sequence[bool], first: int) -> int:
    """The last kept line that is neither a headline that is a link, nor a teaser below one, nor a label; -1 where none is."""
    found, told = -1, TEASER_WORDS
    for index in range(first, len(inside)):
        piece = sheet.pieces[index]
        if _is_title(piece):
            told = 0
        elif inside[index] and _words(piece) > LABEL_WORDS:
            told += _words(piece)
            if told > TEASER_WORDS:
                found, told = index, TEASER_WORDS
    return found


def _heads_links(text: str) -> bool:
    """Whether a line is a heading of links to other articles, by its words, which have been looked at before."""
    return features.look(text).row[_TAIL] > 0


_TAIL = features.ALONE.index("tail")


def _words(piece: Piece) -> int:
    return piece.text.count(" ") + 1


def _is_title(piece: Piece) -> bool:
    return piece.link_chars >= LINK_SHARE * len(piece.text) and _words(piece) >= TITLE_WORDS


def _has_headline(sheet: Sheet, first: int) -> bool:
    """Whether the page's title, or a heading above the first kept line that is no link, is more than the name of a section."""
    place = features.title_place(sheet)
    above = [piece for piece in sheet.pieces[:first] if piece.level and not piece.link_chars]
    own = [*above, sheet.pieces[place]] if place >= 0 else above
    return any(_words(piece) >= OWN_TITLE_WORDS for piece in own)


def _others(sheet: Sheet, titles: Sequence[int]) -> list[Piece]:
    """The other headlines, of which nothing is kept: headings, items of lists, and what is written as those."""
    looks = {sheet.pieces[i].look for i in titles}
    return [
        piece
        for index, piece in enumerate(sheet.pieces)
        if index not in titles
        and piece.kind != MENU
        and not piece.chrome
        and (piece.level or piece.tag in ITEMS or piece.look in looks)
        and _is_title(piece)
    ]


def _hosts(titles: Sequence[Piece], source: str) -> set[str]:
    """The hosts that headlines lead to; empty for the page's own."""
    items = [(source[piece.source[0] : piece.source[1]], piece.text) for piece in titles]
    return {urlsplit(link.href).netloc for links in fragment.links(items, "") for link in links}
