"""Which characters a line is made of, counted: its words, capitals, digits, marks, ends of sentences.

In: a line, white space folded. Out: ``Made``. Lines of Western European letters are counted as bytes, all others
letter by letter; both ways count the same.
"""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-Þ]{1,3}\b")
_DIGITS = re.compile(r"\d")
_SIGN = "|›»•·→▸▶©@#"
_MARKS = re.compile(rf"[{_SIGN}]|https?:|www\.")
_ADDRESS = re.compile(r"https?:|www\.")
_QUOTE = '"“”„«»'
_STOP = ".!?…。؟！？"
_STOPS = re.compile(rf"[{_STOP}](?=\s|$|[”\"»)])")
_WESTERN = "cp1252"
"""One byte a character, and nearly all that stands in Western European pages."""


class Made(NamedTuple):
    """What a line is made of, in numbers."""

    words: int
    capitals: int
    """Words that begin with a capital or a digit."""
    small: int
    """Words of up to three small letters."""
    digits: int
    marks: int
    """Signs of links, lists and rights, and addresses."""
    stops: int
    """Ends of sentences."""
    has_quote: bool


_made_of = partial(tuple.__new__, Made)
"""What a line is made of from all of its numbers, in order."""


def made(text: str) -> Made:
    """Return what a line is made of."""
    try:
        raw = text.encode() if text.isascii() else text.encode(_WESTERN)
    except UnicodeEncodeError:
        return _by_letter(text)
    shape = raw.translate(_SHAPE)
    if _ODD in shape:
        return _by_letter(text)
    words = shape.split()
    spaced = b" " + shape
    ends = raw.translate(_ENDS)
    marks = len(raw) - len(raw.translate(None, _SIGNS))
    if (b":" in raw and b"http" in raw) or b"www" in raw:
        marks += len(_ADDRESS.findall(text))
    return _made_of((
        len(words),
        spaced.count(b" A") + spaced.count(b" 0"),
        words.count(b"a") + words.count(b"aa") + words.count(b"aaa"),
        shape.count(b"0"),
        marks,
        ends.count(b".|") + ends.endswith(b"."),
        len(raw.translate(None, _QUOTES)) < len(raw),
    ))  # fmt: skip


def _by_letter(text: str) -> Made:
    found = _WORD.findall(text)
    initials = "".join([w[0] for w in found])
    return Made(
        len(found),
        sum(map(str.isupper, initials)) + sum(map(str.isdigit, initials)),
        len(_SMALL.findall(text)),
        len(_DIGITS.findall(text)),
        len(_MARKS.findall(text)),
        len(_STOPS.findall(text)),
        any(mark in text for mark in _QUOTE),
    )


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


def _end_of(character: str) -> str:
    """Whether a character ends a sentence, or stands behind what does."""
    if character in _STOP:
        return "."
    return "|" if character.isspace() or character in '”"»)' else "a"


def _bytes_of(characters: str) -> bytes:
    return b"".join(c.encode(_WESTERN, "ignore") for c in characters)


_ALL = [bytes([b]).decode(_WESTERN, "replace") for b in range(256)]
_ODD = b"?"
"""A letter that is small to one count and large to the other: such lines are counted letter by letter."""
_SHAPE = "".join([_kind_of(character) for character in _ALL]).encode()
_ENDS = "".join([_end_of(character) for character in _ALL]).encode()
_SIGNS, _QUOTES = _bytes_of(_SIGN), _bytes_of(_QUOTE)
