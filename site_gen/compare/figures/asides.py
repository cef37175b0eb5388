"""Numbers that count nothing of what is told: of a page, of a name, of what a share or a rate is reckoned by.

Goes in: a number and the pieces around it. Comes out: whether it is such a one ("Image 3 of 12", "Updated 2:39 p.m.", "60 Minutes
reported", "four in ten", "38 deaths per 100,000").
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import table

from ..pieces import Number, Piece
from ..reading import word_set

ROUND = (10.0, 100.0, 1000.0)
"""Of so many is told how many do something ("four in ten")."""
LEAST_RATE = 100
"""From so many on a rate is counted by a number ("per 100,000")."""
PAGE_WITHIN = 4
"""Pieces between a number and the word for a picture or for what a page says of itself."""
LONG = 4
"""Letters of a word that is written small only where not all words are capitals."""


def is_aside(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a number tells of a page, belongs to a name, or is what a share or rate is reckoned by."""
    if number.unit:
        return _is_in_a_title(row, number, language)
    return (
        _is_of_a_gallery(row, number, language)
        or _is_of_a_share(row, number, language)
        or rate_base(row, number.first, language) is not None
    )


def is_stamp(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a time of day is that of the page: "Updated 2:39 p.m.", "This story was updated at 4:15 p.m."; where a sentence
    opens with it, "Posted at 9:10 a.m.", too.
    """
    before = [p.form for p in row[max(0, number.first - PAGE_WITHIN) : number.first] if p.is_word]
    if not word_set(language, "stamps").isdisjoint(before):
        return True
    return number.first <= PAGE_WITHIN and bool(before) and before[0] in word_set(language, "opening_stamps")


def rate_base(row: Sequence[Piece], i: int, language: str) -> str | None:
    """The number at a piece as it is written where a rate is counted by it ("per 100,000"); None elsewhere."""
    if not 0 < i < len(row) or row[i - 1].form not in word_set(language, "rate_words"):
        return None
    digits = row[i].text.replace(",", "").replace(".", "")
    return row[i].text if digits.isdecimal() and int(digits) >= LEAST_RATE else None


def _is_of_a_gallery(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it counts the pictures of a page: "Hide Caption 1 of 10", "Slideshow (18 images)", "PHOTOS: 12 ...", or is one's number."""
    i = number.first - 1
    if i > 0 and row[i].form in word_set(language, "partitives") and row[i - 1].is_number:
        i -= 2
    while i >= 0 and row[i].text in "(:":
        i -= 1
    return i >= 0 and row[i].form in word_set(language, "galleries") and row[i].text[0].isupper()


def _is_of_a_share(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it is either number of a share: "four in ten voters", "three out of 10"."""
    length = _link(row, number.first, language)
    i = number.first - length - 1
    if number.value in ROUND and length and i >= 0:
        is_score = i > 0 and row[i - 1].text in "-‑–"
        return _value(row[i], language) is not None and not is_score
    end = next((k for k in (2, 3) if _link(row, number.last + k, language) == k - 1), 0)
    then = number.last + end
    is_base = bool(end) and then < len(row) and _value(row[then], language) in ROUND
    return is_base and number.value < ROUND[0] and not _is_measured(row, then + 1, language)


def _link(row: Sequence[Piece], i: int, language: str) -> int:
    """How many pieces before a piece make it the whole of a share: "in", "out of"; 0 for none."""
    one, two = (row[k].form if 0 <= k < len(row) else "" for k in (i - 1, i - 2))
    if two in word_set(language, "share_particles") and one in word_set(language, "partitives"):
        return 2
    return 1 if one in word_set(language, "share_links") else 0


def _value(piece: Piece, language: str) -> float | None:
    """The value of digits or of a word for a small number; None for other words."""
    if piece.is_number:
        return float(piece.text) if piece.text.isdecimal() else None
    found = table(language).get("number_words", {}).get(piece.form)
    return float(found) if found is not None else None


def _is_measured(row: Sequence[Piece], i: int, language: str) -> bool:
    """Whether a unit stands at a piece: "four in ten days" is no share."""
    return i < len(row) and row[i].form in table(language).get("units", {})


def capitals_are_names(language: str) -> bool:
    """False for a language that writes all nouns with capitals: "12 Menschen" is no address."""
    return not table(language).get("capital_nouns", False)


def _is_in_a_title(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a length of time is a name: "60 Minutes" with a capital, in a sentence that is not all capitals."""
    if number.unit not in ("s", "month") or not capitals_are_names(language):
        return False
    unit = row[number.last]
    is_name = unit.is_word and unit.text.istitle() and row[number.first].is_number
    return is_name and any(p.is_word and p.text.islower() and len(p.text) > LONG for p in row)
