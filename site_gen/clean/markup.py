"""Rules for pages: what the element that holds a line says about it. They stand in the table of ``rules.py``."""

from __future__ import annotations

import re

from site_gen.model import Role

from . import captions, heads, phrases, pictures, shapes
from .pieces import CONSENT, MENU
from .reading import Reading
from .written import HEADING_WORDS

BYLINE_WORDS = 14
NEAR_TITLE = 14
"""Lines below the title among which a byline, date or standfirst may stand."""


def _piece_kind(reading: Reading, index: int) -> str:
    return reading.sheet.pieces[index].kind if reading.sheet.is_markup else ""


def _near_head(reading: Reading, index: int) -> bool:
    return reading.title >= 0 and -4 <= index - reading.title <= NEAR_TITLE and index <= reading.first + 1


def menu(reading: Reading, index: int) -> Role | None:
    """A line of a menu: of a ``nav`` element without a sentence, or of a list of links of a word or three."""
    return "nav" if _piece_kind(reading, index) == MENU else None


def consent(reading: Reading, index: int) -> Role | None:
    """A line of a dialog that asks for consent to cookies, as its element's names say, unless it holds the page's title."""
    return "nav" if _piece_kind(reading, index) == CONSENT else None


def hidden(reading: Reading, index: int) -> Role | None:
    """A line that its markup hides and that the scores put outside the article."""
    return "nav" if reading.sheet.pieces[index].hidden and not reading.inside[index] else None


def marked_comment(reading: Reading, index: int) -> Role | None:
    """A line inside the page's comments."""
    return "comment" if _piece_kind(reading, index) == "comments" and not reading.inside[index] else None


def marked_caption(reading: Reading, index: int) -> Role | None:
    """A line that its element calls a caption, inside the article's run; not its date, and its credit apart."""
    piece = reading.sheet.pieces[index]
    if piece.kind != "caption" and piece.tag != "figcaption":
        return None
    if piece.kind == "credit" or not reading.sheet.is_markup or reading.words[index] > 120:
        return None
    within = max(reading.title, reading.first - NEAR_TITLE) <= index < reading.tail
    if not within or reading.words[index] < 2 or heads.date_line(reading, index):
        return None
    if _is_credit_alone(reading, index) or _is_name_by_caption(reading, index):
        return "image_credit"
    is_again = reading.places[reading.key(index)] < index and not reading.inside[index]
    return "image_caption_duplicate" if is_again else "image_caption"


def _is_credit_alone(reading: Reading, index: int) -> bool:
    """Whether a caption's line says who made the picture and nothing of what is seen: "Jane Doe / Agency" may say both."""
    text = reading.text(index)
    is_open = phrases.opens("image_credit_starts", text) is not None or text[:1] in "([©"
    if _SENTENCE.search(text) or (captions.ends_in_credit(text) and not is_open):
        return False
    return pictures.image_credit(reading, index) is not None


_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s")
NAME_WORDS = 4
"""Longest name of who made a picture, in words."""


def _is_name_by_caption(reading: Reading, index: int) -> bool:
    """Whether a caption's line is but a name beside a line that says what is seen: who made the picture."""
    pieces, words = reading.sheet.pieces, reading.text(index).split()
    if len(words) > NAME_WORDS or not all(word[:1].isupper() for word in words):
        return False
    own = pieces[index]
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(pieces)]
    return any(
        reading.prose[i]
        and pieces[i].kind == "caption"
        and (pieces[i].holder == own.holder or (pieces[i].group == own.group and own.group > 0))
        for i in near
    )


def marked_credit(reading: Reading, index: int) -> Role | None:
    """A line that its element calls a picture's credit."""
    return "image_credit" if _piece_kind(reading, index) == "credit" and reading.words[index] <= 16 else None


def marked_byline(reading: Reading, index: int) -> Role | None:
    """A line near the title that its element calls the author's."""
    if _piece_kind(reading, index) != "byline" or reading.words[index] > BYLINE_WORDS or reading.prose[index]:
        return None
    return (
        "byline"
        if _near_head(reading, index) and not phrases.is_one("furniture", reading.text(index))
        else None
    )


def marked_standfirst(reading: Reading, index: int) -> Role | None:
    """A line below the title that its element calls the standfirst, where the scores do not count it to the text."""
    if reading.inside[index]:
        return None
    if _piece_kind(reading, index) != "standfirst" or not 4 <= reading.words[index] <= 90:
        return None
    if phrases.opens("byline_words", reading.text(index)) and not reading.prose[index]:
        return None
    return "standfirst" if _near_head(reading, index) and reading.title < index < reading.first + 1 else None


def sentence_end(reading: Reading, index: int) -> Role | None:
    """The marks that close a sentence of the article, where an element of the page parts them from it."""
    return "body" if index in reading.written.continued and not reading.words[index] else None


SENTENCE_WORDS = 12
"""Fewest words of a sentence that is no heading though its element says so: a standfirst, a call."""


def marked_heading(reading: Reading, index: int) -> Role | None:
    """A heading element inside the article, unless it holds a sentence."""
    piece = reading.sheet.pieces[index]
    if not piece.level or not reading.inside[index]:
        return None
    is_sentence = reading.prose[index] and reading.words[index] >= SENTENCE_WORDS and piece.text[-1:] == "."
    return None if is_sentence else "heading"


LAST_HEADINGS = 2
"""Most headings at an article's end that are cut: more of them in a row are a list whose texts are pictures or are not read."""


def empty_heading(reading: Reading, index: int) -> Role | None:
    """The last heading of a page's article, or the last two, with nothing of the article below."""
    piece = reading.sheet.pieces[index]
    if not piece.level or not reading.inside[index] or not reading.sheet.is_markup:
        return None
    if index <= reading.first or index == reading.title:
        return None
    below, is_end = _headings(reading, range(index + 1, len(reading.inside)))
    above = _headings(reading, range(index - 1, reading.first, -1))[0] if is_end else 0
    return "nav" if is_end and 1 + above + below <= LAST_HEADINGS else None


def _headings(reading: Reading, indexes: range) -> tuple[int, bool]:
    """How many of the article's headings follow each other there, counted to two, and whether nothing but them does."""
    found = 0
    for index in indexes:
        piece = reading.sheet.pieces[index]
        is_heading = reading.inside[index] and piece.level > 0
        found += is_heading
        is_shown = reading.inside[index] or piece.kind == "caption" or piece.tag == "figcaption"
        if found == LAST_HEADINGS or (is_shown and not is_heading):
            return found, False
    return found, True


SHAPES: dict[str, Role] = {
    "li": "list_item",
    "dd": "list_item",
    "dt": "list_item",
    "td": "table_row",
    "th": "table_row",
    "tr": "table_row",
}


def marked_shape(reading: Reading, index: int) -> Role | None:
    """An item of a list, a row of a table or a quotation inside the article, by its element."""
    if not reading.inside[index]:
        return None
    piece = reading.sheet.pieces[index]
    if piece.kind == "embed":
        return "embed"
    if piece.tag in SHAPES:
        return SHAPES[piece.tag]
    if index in reading.written.items:
        return "list_item"
    return "quote" if piece.quoted and not piece.level and reading.written.quotes else None


CAPITALS_WORDS, CAPITALS_CHARS = 10, 4
"""Longest heading in capitals, in words, and the fewest letters of one."""


def bold_heading(reading: Reading, index: int) -> Role | None:
    """A short line all in bold type or in capitals, with prose or a list below it."""
    if not reading.inside[index]:
        return None
    if index not in reading.written.bold and not _is_in_capitals(reading, index):
        return None
    piece = reading.sheet.pieces[index]
    if piece.link_chars > len(piece.text) / 2 or _is_closed(piece.text):
        return None
    below = range(index + 1, min(index + 4, len(reading.prose)))
    first = next((i for i in below if reading.inside[i]), -1)
    return "heading" if first >= 0 and _is_text(reading, first) else None


def _is_closed(text: str) -> bool:
    return shapes.closes(text) and not text.endswith(":")


def _is_in_capitals(reading: Reading, index: int) -> bool:
    text = reading.text(index)
    is_short = reading.words[index] <= CAPITALS_WORDS and len(text) >= CAPITALS_CHARS
    return is_short and reading.sheet.pieces[index].tag == "p" and text.isupper() and ":" not in text


def _is_text(reading: Reading, index: int) -> bool:
    is_item = reading.sheet.pieces[index].tag in SHAPES or index in reading.written.items
    return reading.prose[index] or is_item or reading.words[index] > HEADING_WORDS
