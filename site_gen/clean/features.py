"""What can be seen of one line alone, as numbers and as the forms in which it is compared.

What is seen of a line among its neighbours stands in ``surroundings.py``; both together are the ground on which the
article is told from what stands around it. Language is read only through tables of words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from . import characters, phrases
from .pieces import MENU, Sheet

_WORD = re.compile(r"\w+")
_STOPPED = frozenset(".!?…。؟।！？")
_ENDED = _STOPPED | frozenset(":;")
_CLOSERS = " ])}\"'”’»›"
"""Marks that may stand behind the last one of a sentence."""
_QUOTES = frozenset("”\"’'»")
_BEHIND = re.compile(r"(?<=[.!?…])[\"”’»]?(?:\s+|(?=\())(\S{1,12})\s*$")
"""One word behind the last sentence of a paragraph."""
_BRACKETED = re.compile(r"(?<=[.!?…])\s*\([^()]{4,200}\)\s*$")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d")
_OPENING = frozenset("\"“„«‘'»")

PROSE_WORDS = 10
"""Fewest words of a line of prose; below it headlines and links are as common (development pages, all sets)."""
RUNNING_WORDS, SMALL_SHARE = 20, 0.25
"""Fewest words of a line that is prose without a stop, and the part of them that are short and small. A judgement."""
UNSPACED_CHARS = 2
"""Characters that count as a word in writing without spaces (Japanese, Chinese, Thai)."""
ALONE = (
    "log_words", "ends", "prose_end", "capitals", "capitals_all", "digits", "marks", "quotes", "commas",
    "lower_start", "small_words", "word_length", "stops", "shouted", "colon", "question", "dated", "quote_start",
    "tail", "tail_words", "furniture", "newsletter", "notice", "credit", "byline", "pull", "image_credit", "comment",
    "section",
)  # fmt: skip
"""Names of the numbers of one line alone."""


class Look(NamedTuple):
    """What is seen of one line alone."""

    words: int
    prose: float
    """Its words where it is a line of prose, else 0."""
    key: str
    """Letters and digits only, case folded: the line as it is compared with another."""
    row: tuple[float, ...]
    """In the order of ``ALONE``."""
    newsletter: int
    """Phrases of invitations to subscribe, follow or pay."""
    notice: int
    """Phrases of the publisher's notices."""
    digits: int
    is_furniture: bool
    """Whether a control or label of a page is all it is: ``Share``, ``Skip to main content``."""


_look_of = partial(tuple.__new__, Look)
"""What is seen of a line from all of its fields, in order."""
UNSEEN = Look(0, 0.0, "", (0.0,) * len(ALONE), 0, 0, 0, is_furniture=False)
"""Of a line that nobody looks at."""


@lru_cache(maxsize=16_384)
def look(text: str) -> Look:
    """Return what is seen of one line alone."""
    found, capitals, small, digits, marks, stops, has_quote = characters.made(text)
    words, length = _count(text, found), len(text)
    initial, final = text[0] if text else "", text[-1:]
    last = final if final in _STOPPED else text.rstrip(_CLOSERS)[-1:]
    if last not in _ENDED and words > PROSE_WORDS and (behind := _BEHIND.search(text)):
        last = "." if behind[1].casefold().strip("-()[]") in phrases.entries("end_marks") else last
    prose_end = last in _STOPPED
    many = found or 1
    newsletter, notice, said = _said(text, words)
    commas = text.count(",")
    if not text.isascii():
        commas += text.count("،") + text.count("、")
    row = (
        math.log1p(words),
        last in _ENDED or (final in _QUOTES and text[:-1].rstrip()[-1:] == ","),
        prose_end,
        capitals / many,
        words > 1 and capitals >= words,
        min(1.0, digits / max(1, length) * 3),
        marks if marks < 3 else 3,
        has_quote,
        commas if commas < 6 else 6,
        initial.islower(),
        small / many,
        min(12.0, length / many),
        stops if stops < 8 else 8,
        text.isupper(),
        final == ":",
        final == "?",
        digits > 1 and _YEAR.search(text) is not None,
        initial in _OPENING,
        *said,
    )
    prose = float(words) if words >= PROSE_WORDS and prose_end else 0.0
    key = "".join(phrases.words_of(text))
    return _look_of((words, prose, key, row, newsletter, notice, digits, said[_FURNITURE]))


_OPENING_TABLES = ("tail_headings", "credit_starts", "byline_words", "pull_prefixes", "image_credit_starts")
_HOLDING_TABLES = ("newsletter_words", "notice_words", "comment_words")
_FURNITURE = ALONE.index("furniture") - ALONE.index("tail")


def _said(text: str, words: int) -> tuple[int, int, tuple[int, ...]]:
    """What the words of a line say, by the tables of words: phrases of invitations, of notices, the last columns of ``ALONE``."""
    opens = phrases.opened(_OPENING_TABLES, text)
    holds = phrases.held(_HOLDING_TABLES, text)
    newsletter, notice = holds.get("newsletter_words", 0), holds.get("notice_words", 0)
    short = words <= 8
    return newsletter, notice, (
        short and phrases.is_one("tail_headings", text),
        short and "tail_headings" in opens,
        words <= 6 and phrases.are_all("furniture", text),
        newsletter if newsletter < 2 else 2,
        notice if notice < 2 else 2,
        "credit_starts" in opens,
        words <= 14 and "byline_words" in opens,
        words <= 35 and "pull_prefixes" in opens,
        words <= 16 and "image_credit_starts" in opens,
        words <= 10 and "comment_words" in holds,
        words <= 4 and phrases.is_one("section_labels", text),
    )  # fmt: skip


def _is_stopped(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _STOPPED


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or did before the credit in brackets behind its last sentence."""
    return _is_stopped(_BRACKETED.sub("", text))


@lru_cache(maxsize=16_384)
def key(text: str) -> str:
    """A line as it is compared with another: letters and digits only, case folded."""
    return "".join(phrases.words_of(text))


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more of prose: ``look`` without the rest."""
    return (
        len(text) >= PROSE_WORDS
        and _is_stopped(text)
        and _count(text, len(_WORD.findall(text))) >= PROSE_WORDS
    )


def is_running(text: str) -> bool:
    """Whether a line is prose, or long and written like it: cut short, ending in a colon or in a mark of the agency."""
    seen = look(text)
    if seen.prose:
        return True
    small = seen.row[ALONE.index("small_words")]
    return seen.words >= RUNNING_WORDS and small >= SMALL_SHARE and not seen.row[ALONE.index("marks")]


def _count(text: str, words: int) -> int:
    """The words of a line, those of writing without spaces too."""
    if words and len(text) > 4 * words and not text.isascii():
        return words + len(_UNSPACED.findall(text)) // UNSPACED_CHARS
    return words


PART_CHARS = 20
"""A line of more letters that a title holds is the title: behind it stands the outlet's name."""


def title_place(sheet: Sheet, keys: Sequence[str] | None = None) -> int:
    """Index of the piece that is the page's title, or -1 where none is.

    Of the lines equal to a title the first heading, else the first line. ``keys``: of the pieces, empty for a menu's
    lines, where they are at hand.
    """
    if not sheet.titles:
        return -1
    if keys is None:
        keys = ["" if piece.kind == MENU else look(piece.text).key for piece in sheet.pieces]
    long = [(i, k) for i, k in enumerate(keys) if len(k) > PART_CHARS]
    for title in sheet.titles:
        wanted = key(title)
        if len(wanted) > PART_CHARS:
            found = [i for i, k in long if k in wanted]
        else:
            found = [i for i, k in enumerate(keys) if k == wanted and k]
        heads = [i for i in found if sheet.pieces[i].level] or found
        if heads:
            return heads[0]
    return -1
