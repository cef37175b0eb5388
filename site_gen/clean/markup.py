"""Rules for pages: what the element that holds a line says about it. They stand in the table of ``rules.py``."""

from __future__ import annotations

from site_gen.model import Role

from . import phrases
from .pieces import MENU
from .reading import Reading

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


def hidden(reading: Reading, index: int) -> Role | None:
    """A line that its markup hides and that the scores put outside the article."""
    return "nav" if reading.sheet.pieces[index].hidden and not reading.inside[index] else None


def marked_comment(reading: Reading, index: int) -> Role | None:
    """A line inside the page's comments."""
    return "comment" if _piece_kind(reading, index) == "comments" and not reading.inside[index] else None


def marked_caption(reading: Reading, index: int) -> Role | None:
    """A line that its element calls a caption, inside the article's run."""
    piece = reading.sheet.pieces[index]
    if piece.kind != "caption" and piece.tag != "figcaption":
        return None
    if piece.kind == "credit" or not reading.sheet.is_markup or reading.words[index] > 120:
        return None
    within = max(reading.title, reading.first - NEAR_TITLE) <= index < reading.tail
    return "image_caption" if within and reading.words[index] > 1 else None


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
    return "standfirst" if _near_head(reading, index) and reading.title < index < reading.first + 1 else None


def marked_heading(reading: Reading, index: int) -> Role | None:
    """A heading element inside the article."""
    return "heading" if reading.sheet.pieces[index].level and reading.inside[index] else None


def marked_shape(reading: Reading, index: int) -> Role | None:
    """An item of a list, a row of a table or a quotation inside the article, by its element."""
    if not reading.inside[index]:
        return None
    piece = reading.sheet.pieces[index]
    if piece.kind == "embed":
        return "embed"
    roles: dict[str, Role] = {
        "li": "list_item",
        "dd": "list_item",
        "dt": "list_item",
        "td": "table_row",
        "th": "table_row",
        "tr": "table_row",
        "blockquote": "quote",
    }
    return roles.get(piece.tag)
