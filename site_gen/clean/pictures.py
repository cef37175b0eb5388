"""Rules for what pictures, players and failed scrapes leave as lines: stubs, captions, credits.

Each takes a ``Reading`` and an index and returns a role or None; the order stands in ``rules.py``.
"""

from __future__ import annotations

import re
from functools import cache

from site_gen.model import Role

from . import captions, phrases, signatures
from .reading import Reading, is_copyright

_NO_NAME = r"[\d\s()\[\]/:|,–-]"
_GALLERY_REST = re.compile(rf"{_NO_NAME}+")
_COUNTED = re.compile(r"([^\W\d_]+) \d{1,3}(?: ?/ ?| [^\W\d_]{1,4} )\d{1,3}")
_CREDIT_SIGN = re.compile(r"\W*(?:©|\(c\)\s|ⓒ)", re.I)
_ASPECT = re.compile(r"^\W*(?:\d+\s*[x×:]\s*\d+\s+)?(?:image|img|photo|picture|bild|صورة)\W*$", re.I)
_ONLY_MARKS = re.compile(r"[\W_]+")
_FIELDS = re.compile(r'\s*\[?\s*\{\s*"[^"\s]{1,60}"\s*:.*[\]}]\s*', re.S)
SINGLE_WORDS = 20
"""Longest line above a credit that is taken for the picture's caption; longer ones are paragraphs."""
CAPTION_LEAST, CAPTION_WORDS = 3, 40
"""Shortest and longest caption, in words; longer lines that stand twice are paragraphs scraped twice."""


def artefact(reading: Reading, index: int) -> Role | None:
    """What a scraper's own failure left: ``undefined``, ``null``, marks without a letter, fields for a program; the number of a printed page."""
    text = reading.text(index)
    if not text[:1].isalpha() and (_ONLY_MARKS.fullmatch(text) or _are_fields(reading, index)):
        return "artefact"
    return "artefact" if phrases.is_one("artefacts", text) or _is_page_head(reading, index) else None


def _are_fields(reading: Reading, index: int) -> bool:
    """Whether a line is a record for a program, ``{"colour": 7, "shape": "round"}``, and no sample that is shown as source."""
    text = reading.text(index)
    is_open = text[:1] in "{[" and len(text) >= FIELDS_CHARS and reading.sheet.pieces[index].tag != "pre"
    return is_open and text.count('":') >= FIELDS_LEAST and _FIELDS.fullmatch(text) is not None


FIELDS_CHARS, FIELDS_LEAST = 80, 4
"""Fewest characters and fields of such a record: of the development pages two lines, neither the article's. A judgement."""


def _is_page_head(reading: Reading, index: int) -> bool:
    """Whether a line of a text is the head or foot of a printed page: ``The Quay Post  Page 2 of 3``."""
    if reading.sheet.is_markup or index == reading.title or reading.words[index] > PAGE_HEAD_WORDS:
        return False
    words = phrases.words_of(reading.text(index))
    numbered = [n for n, word in enumerate(words[:-1]) if word in phrases.entries("page_words")]
    return bool(numbered) and words[numbered[-1] + 1].isdecimal() and len(words) - numbered[-1] <= PAGE_WORDS


PAGE_HEAD_WORDS, PAGE_WORDS = 9, 4
"""Longest head of a page, in words, and longest count of pages at its end."""


def image_artefact(reading: Reading, index: int) -> Role | None:
    """The stub of a picture: ``Image``, with a ratio or size at most."""
    if reading.words[index] > STUB_WORDS:
        return None
    return "image_artefact" if _ASPECT.match(reading.text(index)) else None


STUB_WORDS = 4
"""Most words of such a stub: ``16 x 9 image``."""


def gallery_stub(reading: Reading, index: int) -> Role | None:
    """A gallery reduced to its label: ``Slideshow (12 images)``."""
    if reading.words[index] > 6:
        return None
    if reading.looks[index].digits and _is_counted(reading.text(index)):
        return "gallery_stub"
    bare, names = phrases.bare(reading.text(index)), phrases.entries("gallery_words")
    if not _gallery_start().match(bare):
        return None
    rest = _GALLERY_REST.sub(" ", bare).strip()
    if rest in names and rest != bare:
        return "gallery_stub"
    first, _, second = rest.rpartition(" ")
    return "gallery_stub" if first in names and second in names else None


@cache
def _gallery_start() -> re.Pattern[str]:
    """The first word of a gallery's name at the beginning of a line, behind what is no part of it."""
    words = sorted({name.split()[0] for name in phrases.entries("gallery_words")})
    return re.compile(rf"{_NO_NAME}*(?:{'|'.join(map(re.escape, words))})")


def _is_counted(text: str) -> bool:
    """Whether a line counts the pictures of a gallery: ``Image 2 of 5``, ``Photo 2/5``."""
    found = _COUNTED.fullmatch(phrases.bare(text))
    return found is not None and found[1] in phrases.entries("picture_names")


def image_caption_duplicate(reading: Reading, index: int) -> Role | None:
    """The second of two equal lines that follow each other: a picture's text and its caption."""
    return "image_caption_duplicate" if _pairs(reading, index - 1) else None


def image_caption(reading: Reading, index: int) -> Role | None:
    """The first of two equal lines that follow each other, the line above a picture's credit, or one that ends in it."""
    if reading.sheet.is_markup and not _is_marked(reading, index):
        return None
    if _pairs(reading, index) or _is_caption(reading, index):
        return "image_caption"
    known = index > reading.title >= 0 and 3 <= reading.words[index] <= SINGLE_WORDS
    if not known:
        return None
    follows = index + 1 < len(reading.keys) and image_credit(reading, index + 1) is not None
    if not follows or phrases.are_all("furniture", reading.text(index)) or _is_of_head(reading, index):
        return None
    if _is_told(reading, index) or closes_text(reading, index + 1):
        return None
    return "image_caption" if not image_credit(reading, index) else None


def _is_marked(reading: Reading, index: int) -> bool:
    """Whether a page's line is a caption by its element; headings, items and links stand above credits, too."""
    piece = reading.sheet.pieces[index]
    return piece.kind == "caption" or piece.tag == "figcaption"


def closes_text(reading: Reading, index: int) -> bool:
    """Whether a text's line stands behind its last paragraph, where the house signs and no picture is left."""
    return (
        not reading.sheet.is_markup
        and reading.first < index
        and not any(
            is_prose and inside
            for is_prose, inside in zip(reading.prose[index:], reading.inside[index:], strict=True)
        )
    )


def _is_told(reading: Reading, index: int) -> bool:
    """Whether a text's line is somebody's words and who said them, which no caption is."""
    text = reading.text(index)
    is_said = not phrases.entries("said_words").isdisjoint(phrases.words_of(text))
    return not reading.sheet.is_markup and text[:1] in _OPENS and is_said


_OPENS = ("“", '"', "«", "„", "‘")


def _is_of_head(reading: Reading, index: int) -> bool:
    """Whether a line is of the page's head and not the picture's: it tells an hour or a day in figures, or is a button."""
    return _STAMP.search(reading.text(index)) is not None or reading.sheet.pieces[index].tag == "button"


_STAMP = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|^[^\W\d_]+\.? \d{1,2},? \d{4}$|^\d{1,2}\.? [^\W\d_]+ \d{4}$"
)


def _pairs(reading: Reading, index: int) -> bool:
    keys = reading.keys
    if not 0 <= index < len(keys) - 1 or keys[index] != keys[index + 1] or not keys[index]:
        return False
    words = reading.words[index]
    return words >= CAPTION_LEAST and (words <= CAPTION_WORDS or _is_caption(reading, index))


def _is_agencys(reading: Reading, index: int) -> bool:
    """Whether a text's line between title and report is letters, a stroke and a person's name: ``HBN Photo/Ann Bee``."""
    if reading.sheet.is_markup or not reading.title < index < reading.first:
        return False
    found = _AGENCYS.match(reading.text(index))
    return found is not None and signatures.is_named(found[1])


_AGENCYS = re.compile(r"[A-Z]{3,}(?: Photos?)?/([^\W\d_a-z][\w. '’-]+)$")


def _is_caption(reading: Reading, index: int) -> bool:
    """Whether a text's line says by itself that it is a caption; a page's markup says more."""
    if reading.sheet.is_markup or index == reading.title:
        return False
    text = reading.text(index)
    if captions.is_of_gallery(text):
        return True
    if closes_text(reading, index):
        return False
    if reading.title < index < reading.first and captions.is_signed(text):
        return True
    is_below_label = index > 0 and captions.is_label(reading.text(index - 1))
    return captions.is_caption(text) or (is_below_label and reading.words[index] <= CAPTION_WORDS)


def image_credit(reading: Reading, index: int) -> Role | None:
    """Who made a picture: ``© Agency``, ``Photo: …``, ``… /Agency Images``."""
    text, words = reading.text(index), reading.words[index]
    if words > 16 or is_copyright(text) or index == reading.title:
        return None
    if closes_text(reading, index) and not _pairs(reading, index - 2):
        return None
    if _is_agencys(reading, index):
        return "image_credit"
    if words <= 8 and not text[:1].isalpha() and _CREDIT_SIGN.match(text):
        return "image_credit"
    if text[:1] + text[-1:] in ("()", "[]") and not reading.sheet.is_markup:
        text = text[1:-1]
    found = phrases.opens("image_credit_starts", text)
    rest = phrases.bare(text)[found.end() :].lstrip() if found else ""
    if rest[:1] in (":", "/", "：") or (found and " " in found.group() and not reading.prose[index] and rest):
        return "image_credit"
    if captions.ends_in_credit(text) and words <= 14 and not reading.prose[index]:
        return "image_credit"
    if words > 5 or not _pairs(reading, index - 2):
        return None
    last = phrases.bare(text).rpartition(" ")[2]
    return "image_credit" if last in phrases.entries("image_credit_starts") else None
