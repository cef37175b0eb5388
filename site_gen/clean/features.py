"""What can be seen of a line, as numbers: the ground on which the article is told from what stands around it.

In: a sheet of pieces. Out: one row of numbers a piece, in the order of ``names(is_markup)``. All between about -1
and 5, so that weights can be compared. Language is read only through tables of words; most features need none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from . import phrases
from .pieces import Piece, Sheet

_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"""[.!?…:;。؟।！？][\s\])}"'”’»›]*$|[.!?…,]\s?[”"’'»]$""")
_PROSE_END = re.compile(r"""[.!?…。؟।！？][\s\])}"'”’»›]*$""")
_BRACKETED = re.compile(r"(?<=[.!?…])\s*\([^()]{4,200}\)\s*$")
_NUMBERS = re.compile(r"\d+")
_MARKS = re.compile(r"[|›»•·→▸▶©@#]|https?:|www\.")
_QUOTE = re.compile(r"[\"“”„«»]")

PROSE_WORDS = 10
"""Fewest words of a line of prose; below it headlines and links are as common (development pages, all sets)."""
BINS = (1, 2, 3, 5, 8, 12, 18, 28, 45)
"""Upper ends of the classes of line length, in words; each about doubles the odds of being prose."""
TAGS = ("p", "h1", "h2", "h3", "li", "td", "blockquote", "figcaption", "div", "dt", "pre")
CHROME = ("nav", "aside", "footer", "form", "header", "button")
KINDS = (
    "embed", "comments", "related", "newsletter", "share", "advertisement", "credit", "caption", "byline", "date",
    "label", "standfirst", "nav",
)  # fmt: skip
TEXT = (
    "bias", "log_words", *(f"words_{n}" for n in BINS), "ends", "prose_end", "capitals", "capitals_all", "digits",
    "marks", "quotes", "commas", "lower_start", "small_words", "title", "title_share", "twice", "before_title",
    "after_title", "position", "prose_before", "prose_after", "prose_prev", "prose_next", "prose_prev2",
    "prose_next2", "near", "wide", "first_prose", "after_last_prose", "tail", "tail_words", "furniture", "cut_words",
    "run_short", "length_prev", "length_next", "since_tail",
)  # fmt: skip
MARKUP = (
    *(f"tag_{t}" for t in TAGS), *(f"chrome_{c}" for c in CHROME), *(f"kind_{k}" for k in KINDS),
    "hidden", "main", "main_none", "links", "links_all", "holder_share", "outer_share", "holder_best", "outer_best",
    "holder_links", "in_best", "chrome_main", "prose_outside", "p_prose", "link_prose",
)  # fmt: skip


def names(is_markup: bool) -> tuple[str, ...]:
    """Names of the features of a text, or of a page, in the order of the rows."""
    return TEXT + MARKUP if is_markup else TEXT


class Look(NamedTuple):
    """What is seen of one line alone."""

    words: int
    prose: float
    """Its words where it is a line of prose, else 0."""
    row: tuple[float, ...]


@lru_cache(maxsize=4096)
def look(text: str) -> Look:
    """Return what is seen of one line alone, in the order of ``TEXT`` up to ``small_words``."""
    found = _WORD.findall(text)
    words = len(found)
    capitals = sum(1 for w in found if w[0].isupper() or w[0].isdigit())
    ends = bool(_ENDS.search(text))
    prose_end = bool(_PROSE_END.search(text))
    many = max(1, words)
    row = (
        1.0,
        math.log1p(words),
        *(1.0 if words <= top else 0.0 for top in BINS),
        float(ends),
        float(prose_end),
        capitals / many,
        float(words > 1 and capitals >= words),
        min(1.0, sum(map(len, _NUMBERS.findall(text))) / max(1, len(text)) * 3),
        min(3.0, float(len(_MARKS.findall(text)))),
        float(bool(_QUOTE.search(text))),
        min(4.0, float(text.count(",") + text.count("،"))),
        float(text[:1].islower()),
        sum(1 for w in found if len(w) <= 3 and w.islower()) / many,
    )
    return Look(words, float(words) if words >= PROSE_WORDS and prose_end else 0.0, row)


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or did before the credit in brackets behind its last sentence."""
    return bool(_PROSE_END.search(_BRACKETED.sub("", text)))


def key(text: str) -> str:
    """A line as it is compared with another: letters and digits only, case folded."""
    return "".join(_WORD.findall(text.casefold()))


def _title_words(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w for t in titles[:2] for w in _WORD.findall(t.casefold()) if len(w) > 3)


def title_place(sheet: Sheet) -> int:
    """Index of the piece that is the page's title, or -1 where none is.

    Of the lines equal to a title the last that still stands before most of the prose; menus repeat it earlier.
    """
    keys = [key(piece.text) for piece in sheet.pieces]
    for title in sheet.titles:
        wanted = key(title)
        found = [i for i, k in enumerate(keys) if k and (k == wanted or (len(k) > 20 and k in wanted))]
        heads = [i for i in found if sheet.pieces[i].level] or found
        if heads:
            return heads[0]
    return -1


def rows(sheet: Sheet, votes: tuple[float, ...] | None = None) -> list[tuple[float, ...]]:
    """Return one row of features a piece. ``votes`` is unused by texts."""
    pieces = sheet.pieces
    looks = [look(piece.text) for piece in pieces]
    context = _context(sheet, looks)
    if not sheet.is_markup:
        return [(*seen.row, *around) for seen, around in zip(looks, context, strict=True)]
    markup = _markup(pieces, looks)
    return [(*s.row, *c, *m) for s, c, m in zip(looks, context, markup, strict=True)]


def _context(sheet: Sheet, looks: list[Look]) -> list[tuple[float, ...]]:
    pieces = sheet.pieces
    count = len(pieces)
    title = title_place(sheet)
    title_words = _title_words(sheet.titles)
    seen = Counter(piece.text for piece in pieces)
    prose = [seen_line.prose for seen_line in looks]
    total = sum(prose) or 1.0
    sums = [0.0]
    for value in prose:
        sums.append(sums[-1] + value)
    firsts = [i for i, value in enumerate(prose) if value > 0]
    first, last = (firsts[0], firsts[-1]) if firsts else (0, count)
    out: list[tuple[float, ...]] = []
    since_tail, short_run = 99, 0
    for i, piece in enumerate(pieces):
        text, words = piece.text, looks[i].words
        tail = words <= 8 and phrases.is_one("tail_headings", text)
        furniture = words <= 6 and phrases.is_one("furniture", text)
        since_tail = 0 if tail else since_tail + 1
        short_run = short_run + 1 if words < PROSE_WORDS else 0
        found = _WORD.findall(text.casefold()) if title_words and words < 40 else ()
        shared = sum(1 for w in found if w in title_words)
        cut = phrases.holds("newsletter_words", text) + phrases.holds("notice_words", text)

        def at(index: int) -> float:
            return min(1.0, prose[index] / 30) if 0 <= index < count else 0.0

        def window(reach: int, here: int = i) -> float:
            return sums[min(count, here + reach + 1)] - sums[max(0, here - reach)] - prose[here]

        out.append((
            float(i == title),
            shared / len(title_words) if title_words else 0.0,
            float(seen[text] > 1),
            float(title >= 0 and i < title),
            float(title >= 0 and i > title),
            i / max(1, count),
            sums[i] / total,
            1 - sums[i + 1] / total,
            at(i - 1), at(i + 1), at(i - 2), at(i + 2),
            min(2.0, window(3) / 60),
            min(2.0, window(8) / 200),
            float(i < first),
            float(i > last),
            float(tail),
            float(words <= 8 and bool(phrases.opens("tail_headings", text))),
            float(furniture),
            min(2.0, float(cut)),
            min(2.0, short_run / 5),
            math.log1p(looks[i - 1].words) / 3 if i else 0.0,
            math.log1p(looks[i + 1].words) / 3 if i + 1 < count else 0.0,
            1.0 if 0 < since_tail <= 6 else 0.0,
        ))  # fmt: skip
    return out


def _markup(pieces: tuple[Piece, ...], looks: list[Look]) -> list[tuple[float, ...]]:
    holder_prose: Counter[int] = Counter()
    outer_prose: Counter[int] = Counter()
    holder_chars: Counter[int] = Counter()
    holder_links: Counter[int] = Counter()
    any_main = any(piece.main for piece in pieces)
    outside = 0.0
    for piece, seen in zip(pieces, looks, strict=True):
        weight = seen.prose * (1 - piece.link_chars / len(piece.text)) * (0.2 if piece.hidden else 1.0)
        holder_prose[piece.holder] += weight  # type: ignore[assignment]
        outer_prose[piece.outer] += weight  # type: ignore[assignment]
        holder_chars[piece.holder] += len(piece.text)
        holder_links[piece.holder] += piece.link_chars
        outside += weight
    total = outside or 1.0
    best_holder = min(holder_prose, key=lambda k: (-holder_prose[k], k), default=0)
    best_outer = min(outer_prose, key=lambda k: (-outer_prose[k], k), default=0)
    inside = [i for i, piece in enumerate(pieces) if piece.holder == best_holder]
    low, high = (inside[0], inside[-1]) if inside else (0, 0)
    out: list[tuple[float, ...]] = []
    for i, (piece, seen) in enumerate(zip(pieces, looks, strict=True)):
        links = piece.link_chars / len(piece.text)
        in_best = float(low <= i <= high)
        out.append((
            *(float(piece.tag == tag) for tag in TAGS),
            *(float(piece.chrome == chrome) for chrome in CHROME),
            *(float(piece.kind == kind) for kind in KINDS),
            float(piece.hidden),
            float(piece.main),
            float(not any_main),
            links,
            float(links > 0.9),
            holder_prose[piece.holder] / total,
            outer_prose[piece.outer] / total,
            float(piece.holder == best_holder),
            float(piece.outer == best_outer or piece.holder == best_outer),
            holder_links[piece.holder] / max(1, holder_chars[piece.holder]),
            in_best,
            float(bool(piece.chrome) and piece.main),
            float(seen.prose > 0 and not in_best),
            float(seen.prose > 0 and piece.tag == "p"),
            float(seen.prose > 0) * links,
        ))  # fmt: skip
    return out
