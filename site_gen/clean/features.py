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
_ENDS = re.compile(r"""[.!?…:;。؟।！？][\s\])}"'”’»›]*$|[.!?…,]\s?[”"’'»]$""")
_PROSE_END = re.compile(r"""[.!?…。؟।！？][\s\])}"'”’»›]*$""")
_BRACKETED = re.compile(r"(?<=[.!?…])\s*\([^()]{4,200}\)\s*$")
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-Þ]{1,3}\b")
_DIGITS = re.compile(r"\d")
_MARKS = re.compile(r"[|›»•·→▸▶©@#]|https?:|www\.")
_QUOTE = re.compile(r"[\"“”„«»]")
_STOPS = re.compile(r"[.!?…。؟！？](?=\s|$|[”\"»)])")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d")
_OPENING = re.compile(r"[\"“„«‘'»]")

PROSE_WORDS = 10
"""Fewest words of a line of prose; below it headlines and links are as common (development pages, all sets)."""
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


@lru_cache(maxsize=16_384)
def look(text: str) -> Look:
    """Return what is seen of one line alone."""
    found = _WORD.findall(text)
    folded = phrases.words_of(text)
    words = _count(text, len(found))
    initials = "".join([w[0] for w in found])
    capitals = sum(map(str.isupper, initials)) + sum(map(str.isdigit, initials))
    prose_end = _PROSE_END.search(text) is not None
    many = max(1, len(found))
    digits = len(_DIGITS.findall(text))
    short = words <= 8
    newsletter, notice = phrases.holds("newsletter_words", text), phrases.holds("notice_words", text)
    row = (
        math.log1p(words),
        float(_ENDS.search(text) is not None),
        float(prose_end),
        capitals / many,
        float(words > 1 and capitals >= words),
        min(1.0, digits / max(1, len(text)) * 3),
        min(3.0, float(len(_MARKS.findall(text)))),
        float(_QUOTE.search(text) is not None),
        min(6.0, float(text.count(",") + (0 if text.isascii() else text.count("،") + text.count("、")))),
        float(text[:1].islower()),
        len(_SMALL.findall(text)) / many,
        min(12.0, len(text) / many),
        min(8.0, float(len(_STOPS.findall(text)))),
        float(text.isupper()),
        float(text[-1:] == ":"),
        float(text[-1:] == "?"),
        float(digits > 1 and _YEAR.search(text) is not None),
        float(_OPENING.match(text) is not None),
        float(short and phrases.is_one("tail_headings", text)),
        float(short and phrases.opens("tail_headings", text) is not None),
        float(words <= 6 and phrases.are_all("furniture", text)),
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
    return Look(words, prose, "".join(folded), row, newsletter, notice)


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or did before the credit in brackets behind its last sentence."""
    return bool(_PROSE_END.search(_BRACKETED.sub("", text)))


def key(text: str) -> str:
    """A line as it is compared with another: letters and digits only, case folded."""
    return "".join(phrases.words_of(text))


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more of prose: ``look`` without the rest."""
    if len(text) < PROSE_WORDS or _PROSE_END.search(text) is None:
        return False
    return _count(text, len(_WORD.findall(text))) >= PROSE_WORDS


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
