"""What can be seen of one line alone, as numbers and as the forms in which it is compared.

What is seen of a line among its neighbours stands in ``surroundings.py``; both together are the ground on which the
article is told from what stands around it. Language is read only through tables of words.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from . import phrases
from .pieces import Sheet

_WORD = re.compile(r"\w+")
_STOPPED = frozenset(".!?…。؟।！？")
_ENDED = _STOPPED | frozenset(":;")
_CLOSERS = " ])}\"'”’»›"
"""Marks that may stand behind the last one of a sentence."""
_QUOTES = frozenset("”\"’'»")
_BEHIND = re.compile(r"(?<=[.!?…])[\"”’»]?(?:\s+|(?=\())(\S{1,12})\s*$")
"""One word behind the last sentence of a paragraph."""
_BRACKETED = re.compile(r"(?<=[.!?…])\s*\([^()]{4,200}\)\s*$")
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-Þ]{1,3}\b")
_DIGITS = re.compile(r"\d")
_MARKS = re.compile(r"[|›»•·→▸▶©@#]|https?:|www\.")
_QUOTE = re.compile(r"[\"“”„«»]")
_STOPS = re.compile(r"[.!?…。؟！？](?=\s|$|[”\"»)])")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WESTERN = "cp1252"
"""One byte a character, and nearly all that stands in Western European pages."""
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d")
_OPENING = re.compile(r"[\"“„«‘'»]")

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


@lru_cache(maxsize=16_384)
def look(text: str) -> Look:
    """Return what is seen of one line alone."""
    folded = phrases.words_of(text)
    found, capitals, small, digits = _shape(text)
    words = _count(text, found)
    last = text.rstrip(_CLOSERS)[-1:]
    if last not in _ENDED and words > PROSE_WORDS and (behind := _BEHIND.search(text)):
        last = "." if behind[1].casefold().strip("-()[]") in phrases.entries("end_marks") else last
    prose_end = last in _STOPPED
    many = max(1, found)
    short = words <= 8
    furniture = words <= 6 and phrases.are_all("furniture", text)
    newsletter, notice = phrases.holds("newsletter_words", text), phrases.holds("notice_words", text)
    row = (
        math.log1p(words),
        float(last in _ENDED or (text[-1:] in _QUOTES and text[:-1].rstrip()[-1:] == ",")),
        float(prose_end),
        capitals / many,
        float(words > 1 and capitals >= words),
        min(1.0, digits / max(1, len(text)) * 3),
        min(3.0, float(len(_MARKS.findall(text)))),
        float(_QUOTE.search(text) is not None),
        min(6.0, float(text.count(",") + (0 if text.isascii() else text.count("،") + text.count("、")))),
        float(text[:1].islower()),
        small / many,
        min(12.0, len(text) / many),
        min(8.0, float(len(_STOPS.findall(text)))),
        float(text.isupper()),
        float(text[-1:] == ":"),
        float(text[-1:] == "?"),
        float(digits > 1 and _YEAR.search(text) is not None),
        float(_OPENING.match(text) is not None),
        float(short and phrases.is_one("tail_headings", text)),
        float(short and phrases.opens("tail_headings", text) is not None),
        float(furniture),
        min(2.0, float(newsletter)),
        min(2.0, float(notice)),
        float(phrases.opens("credit_starts", text) is not None),
        float(words <= 14 and phrases.opens("byline_words", text) is not None),
        float(words <= 35 and phrases.opens("pull_prefixes", text) is not None),
        float(words <= 16 and phrases.opens("image_credit_starts", text) is not None),
        float(words <= 10 and phrases.holds("comment_words", text) > 0),
        float(words <= 4 and phrases.is_one("section_labels", text)),
    )
    prose = float(words) if words >= PROSE_WORDS and prose_end else 0.0
    return Look(words, prose, "".join(folded), row, newsletter, notice, digits, furniture)


def _shape(text: str) -> tuple[int, int, int, int]:
    """How many words a line has, how many begin with a capital or a digit, how many are short and small; its digits."""
    try:
        shape = text.encode(_WESTERN).translate(_SHAPE)
    except UnicodeEncodeError:
        shape = _ODD
    if _ODD not in shape:
        words = shape.split()
        spaced = b" " + shape
        small = words.count(b"a") + words.count(b"aa") + words.count(b"aaa")
        return len(words), spaced.count(b" A") + spaced.count(b" 0"), small, shape.count(b"0")
    found = _WORD.findall(text)
    initials = "".join([w[0] for w in found])
    capitals = sum(map(str.isupper, initials)) + sum(map(str.isdigit, initials))
    return len(found), capitals, len(_SMALL.findall(text)), len(_DIGITS.findall(text))


def _kind_of(character: str) -> str:
    """What kind of character it is: a capital, a small letter, a digit, a space for what is of no word."""
    if character == "_" or not _WORD.match(character):
        return "_" if character == "_" else " "
    if _DIGITS.match(character):
        return "0"
    is_small = _SMALL.match(character) is not None
    if is_small == (character.isupper() or character.isdigit()):
        return "?"
    return "a" if is_small else "A"


_ODD = b"?"
"""A letter that is small to one count and large to the other: such lines are counted letter by letter."""
_SHAPE = "".join(_kind_of(bytes([b]).decode(_WESTERN, "replace")) for b in range(256)).encode()


def _is_stopped(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _STOPPED


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or did before the credit in brackets behind its last sentence."""
    return _is_stopped(_BRACKETED.sub("", text))


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


def title_place(sheet: Sheet) -> int:
    """Index of the piece that is the page's title, or -1 where none is.

    Of the lines equal to a title the first heading, else the first line.
    """
    keys = [key(piece.text) for piece in sheet.pieces] if sheet.titles else []
    for title in sheet.titles:
        wanted = key(title)
        found = [i for i, k in enumerate(keys) if k and (k == wanted or (len(k) > 20 and k in wanted))]
        heads = [i for i in found if sheet.pieces[i].level] or found
        if heads:
            return heads[0]
    return -1
