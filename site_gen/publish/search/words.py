"""Words of a text as search compares them. The page's script does the same with ``RULES``; a test holds the two together.

A word is a run of letters, digits and marks; a character of a script without spaces is a word by itself. ``fold`` takes
away case, accents, Arabic vowels, tatweel, variants of alef, ya and ta marbuta, and the article ال that is written onto
its word.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

SAME = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ",
    "ٱ": "ا", "ة": "ه", "ى": "ي", "ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه",
    **{chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)},
}  # fmt: skip
"""Letters written in two ways, and digits, after decomposition (NFKD) and lower case."""
DROPPED = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u00ad\u200b-\u200d\u2060\ufeff "
)
"""Class of characters that do not count: accents, vowel points, tatweel, joiners."""
ARTICLE = "^و?(?:[بكف]?ال|لل)(?=[\u0621-\u064a]{3})"
"""The Arabic article with what may be written before it (light stemming, Larkey et al. 2002), before three letters or more."""
SINGLE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Class of characters that are words by themselves: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
MARKED = (
    (0x300, 0x1E00), (0x20D0, 0x2100), (0x2CE0, 0x2E00), (0x3020, 0x30A0), (0xA660, 0xAC00), (0xFB1E, 0xFB1F),
    (0xFE00, 0xFE30), (0x10A00, 0x11F00),
)  # fmt: skip
"""Blocks of Unicode that hold marks of living scripts: to look at all characters takes half a second."""
LONGEST = 64
"""Characters of a word that count; longer runs are no words."""

RULES = {"same": SAME, "dropped": DROPPED, "article": ARTICLE, "single": SINGLE, "longest": LONGEST}
"""All of the above, for the page's script."""

_TABLE = str.maketrans(SAME)
_DROPPED = re.compile(f"[{DROPPED}]")
_ARTICLE = re.compile(ARTICLE)


_PLAIN = re.compile(r"[^\W_]+")


_SPECIAL = re.compile("[^\0-\u012f\u0131-\u02ff\u2010-\u205f\u20a0-\u20cf]")
"""Beyond Latin letters and punctuation there may be marks and words of one character: the slower pattern is for them."""


@cache
def _pattern() -> re.Pattern[str]:
    marks = _ranges(
        [n for a, b in MARKED for n in range(a, b) if unicodedata.category(chr(n)).startswith("M")]
    )
    marks += "\u00ad\u200b-\u200d\u2060\ufeff"
    return re.compile(f"[{SINGLE}][{marks}]*|[^\\W_{SINGLE}](?:[^\\W_{SINGLE}]|[{marks}])*")


def _ranges(numbers: list[int]) -> str:
    """Characters by number as the inside of a class."""
    out: list[list[int]] = []
    for number in numbers:
        if out and out[-1][1] == number - 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in out)


def words(text: str) -> list[str]:
    """Return the words of a text in order, in lower case, not folded."""
    if text.isascii() or not _SPECIAL.search(text):
        return _PLAIN.findall(text.replace("\u00ad", "").lower())
    return _pattern().findall(unicodedata.normalize("NFC", text).lower())


def fold(word: str) -> str:
    """Return a word as it is compared; the word itself where nothing of it would be left."""
    if word.isascii():
        return sys.intern(word[:LONGEST])
    plain = unicodedata.normalize("NFKD", word).lower().translate(_TABLE)
    return _ARTICLE.sub("", _DROPPED.sub("", plain))[:LONGEST] or word[:LONGEST]
