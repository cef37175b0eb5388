"""Words and sentences of a text, with their places.

Every function keeps places: offsets are characters of the text that was passed in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .tables import table

_WORD = re.compile(r"[^\W_]+(?:[.’'ʼ‐‑-](?=[^\W_])[^\W_]+)*(?<!['’]s)|[^\W_]+", re.UNICODE)
TATWEEL = "ـ"
"""Draws an Arabic word out; a letter to Unicode."""
_STROKES = re.compile(rf"(?<![^\W_]){TATWEEL}+(?![^\W_])")
_SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "…": "\u2026", TATWEEL: None, "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None,
    }
)  # fmt: skip
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي"})
_END = re.compile(r"[.!?؟…]+[\"'”’»)\]]*(?=\s|$)|[\n]+")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_CONTROLS = re.compile(f"[\0-\x08\x0e-\x1b\x7f{_NONCHARACTERS}]")
_CONTROL_BYTES = bytes((*range(9), *range(0x0B, 0x0D), *range(0x0E, 0x20), 0x7F))
"""Of ``_CONTROLS`` and ``_PAGE_BREAKS``: no character beyond ASCII has one of them in UTF-8."""
_ASCII = bytes(range(0x80))
_NONCHARACTER_BYTES = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
"""How U+FDD0 to U+FDEF begin and all others end."""
_UNSEEN = re.compile("[\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, spaces without width, and controls that turn the direction of what follows."""
_HALVES = re.compile("[\ud800-\udfff]")
_PAGE_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f]")
_TERMINAL = re.compile(r"\x1b(?:\[[0-9;:?]{0,40}[A-Za-z]|\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|[()][0AB])")
"""What tells a terminal how to show a text: its colour (``ESC [31m``), a window's title or a link, a set of characters."""


def without_controls(text: str) -> str:
    """The text without the characters that neither HTML nor XML 1.0 may hold; page and record breaks become line ends.

    What tells a terminal the colour of a text goes whole. C1 controls stay: in a text decoded wrongly they are letters.
    """
    if not _may_hold_controls(text):
        return text
    if "\x1b" in text:
        text = _TERMINAL.sub("", text)
    if _CONTROLS.search(text):
        text = _CONTROLS.sub("", text)
    return _PAGE_BREAKS.sub("\n", text) if _PAGE_BREAKS.search(text) else text


def _may_hold_controls(text: str) -> bool:
    """Whether any is there: a look at the bytes costs a tenth of a look at the characters. A few others look alike."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROL_BYTES)) < len(data):
        return True
    if text.isascii():
        return False
    rest = data.translate(None, _ASCII)
    return any(end in rest for end in _NONCHARACTER_BYTES)


def is_utf8(text: str) -> bool:
    """Whether a text, or the name of a file, can be written as UTF-8: no half characters stand in it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def writable(text: str) -> str:
    """The text as UTF-8, HTML and XML can hold it: ``without_controls``, and half characters as U+FFFD."""
    return without_controls(_HALVES.sub("\ufffd", text))


_C1 = re.compile("[\x80-\x9f]")
_C1_LETTERS = {chr(b): bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xA0)}


def in_order(text: str) -> str:
    """The text without what no reader sees and what turns the direction of all that follows; marks of direction and joiners stay.

    A C1 control becomes the letter of Windows-1252 that it was mistaken for (U+0092 an apostrophe), or nothing.
    """
    if text.isascii():
        return text
    return _C1.sub(lambda control: _C1_LETTERS[control.group()], _UNSEEN.sub("", text))


class Word(NamedTuple):
    """A word and its place."""

    text: str
    start: int
    end: int


_new = tuple.__new__
"""A NamedTuple's own constructor takes half as long again: words are made by the hundred million."""


def words(text: str) -> list[Word]:
    """The words of a text in order: letters and digits, inner apostrophes, hyphens and points kept ("al-Assad", "U.N", "34.5").

    Thousands separators split ("300,000" is two words); read figures with their own patterns.
    """
    return [_new(Word, (m[0], *m.span())) for m in _WORD.finditer(_without_strokes(text))]


def words_only(text: str) -> list[str]:
    """What ``words`` finds, without the places: a third of the work."""
    return _WORD.findall(_without_strokes(text))


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as matches, for those who make something of their own of each."""
    return _WORD.finditer(_without_strokes(text))


def _without_strokes(text: str) -> str:
    """The text with blanks for each tatweel that stands alone: Arabic papers write it for a dash, and it folds to nothing."""
    return _STROKES.sub(lambda m: " " * len(m[0]), text) if TATWEEL in text else text


def normalise(text: str) -> str:
    """Typographic variants made one: quotes, apostrophes, dashes, spaces. Length may change by removed invisible characters."""
    return text.translate(_SAME)


FOLDS_KEPT = 1 << 17
"""Folded words remembered: the words of a language in use, not those of an archive."""


@lru_cache(maxsize=FOLDS_KEPT)
def fold(word: str) -> str:
    """A word as it is compared: case, accents, Arabic letter variants and vowel marks folded away."""
    if word.isascii():
        return word.replace("`", "'").casefold()
    plain = unicodedata.normalize("NFKD", word.translate(_SAME).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.translate(_ARABIC)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(a.casefold().rstrip(".") for a in table(language).get("abbreviations", ()))


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The sentences of a text as (start, end), white space trimmed; a quotation's closing mark stays with its sentence.

    A point after an abbreviation of the language's table, a single initial ("J. Smith"), an ordinal ("4. Mai"), or
    between lower-case words does not end a sentence.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if not _ends(text, match, language):
            continue
        out.append((start, match.end()))
        start = match.end()
    out.append((start, len(text)))
    return [(a + len(s) - len(s.lstrip()), a + len(s.rstrip())) for a, b in out if (s := text[a:b]).strip()]


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return True
    after = text[match.end() : match.end() + 40].lstrip()
    if not after:
        return True
    head = after.lstrip("\"'“‘«([")
    if head[:1].islower():
        return False
    if mark[0] != ".":
        return True
    last = _word_before(text, match.start()).lstrip("\"'“‘«([").casefold()
    if len(mark) == 1 and (last in _abbreviations(language) or re.fullmatch(r"[^\W\d_]", last)):
        # An abbreviation ends a sentence only where a new one plainly begins: never before a name or number.
        return False
    if last.isdecimal() and fold(head.split(" ")[0].rstrip(",.")) in _behind_ordinals(language):
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", last) and len(mark) == 1:
        return head[:1].isupper() and head.split(" ")[0].casefold() in _starters(language)
    return True


def _word_before(text: str, end: int) -> str:
    """What stands before a place, back to the last white space."""
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    return text[start:end]


@cache
def _behind_ordinals(language: str) -> frozenset[str]:
    return frozenset(map(fold, table(language).get("behind_ordinals", ())))


@cache
def _starters(language: str) -> frozenset[str]:
    return frozenset(table(language).get("sentence_starters", ()))
