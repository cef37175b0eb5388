"""Rules for what closes an article and what stands around it: credits, notices, what repeats or lies outside.

Each takes a ``Reading`` and an index and returns a role or None; the order stands in ``rules.py``.
"""

from __future__ import annotations

import re

from site_gen.model import Role

from . import phrases, pictures
from .reading import INVITATION_WORDS, OPENING_LINES, Reading, invites_reader, is_copyright, is_credit


def credit_line(reading: Reading, index: int) -> Role | None:
    """Who gathered, wrote or sent the report, or where to reach him: ``Reporting by …``, ``Source: …``, ``ann@bee.example``."""
    text = reading.text(index)
    late = index >= reading.first
    opening = 0 < index - reading.title <= OPENING_LINES and _is_correspondent(reading, index)
    if opening or (late and is_credit(text)):
        return "credit_line"
    closing = index >= reading.tail or index == reading.tail - 1
    if late and index >= reading.tail and _are_addresses(text):
        return "credit_line"
    if late and pictures.closes_text(reading, index) and _is_signed_off(text):
        return "credit_line"
    short = 2 <= reading.words[index] <= 10 and not reading.prose[index] and not text.endswith(".")
    if closing and late and short and phrases.holds("credit_words", text):
        return "credit_line"
    return None


def _are_addresses(text: str) -> bool:
    """Whether a line behind the text is addresses alone, where its writer can be reached: ``ann@bee.example @annbee``."""
    words = text.split()
    return 0 < len(words) <= SIGNED_OFF_WORDS and all(map(_ADDRESS.fullmatch, words))


def _is_signed_off(text: str) -> bool:
    """Whether a line behind the text is a house, or editors' initials, and agencies: ``jk/dpa/AFP``, ``(Harbour TV with AFP)``."""
    parts = [part for part in _SIGNS.split(phrases.bare(text)) if part.strip()]
    agencies = [part for part in parts if phrases.is_one("agency_words", part)]
    others = [part for part in parts if part not in agencies]
    return (
        bool(agencies)
        and len(parts) > 1
        and sum(len(part.split()) for part in others) <= SIGNED_OFF_WORDS
        and not phrases.opens("image_credit_starts", text)
    )


SIGNED_OFF_WORDS = 5
"""Most words of a closing line beside its agencies."""
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+[,;.]?|@\w{2,30}[,;.]?|(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|threads|bsky)\.\w{2,6}/\S+"
)
_SIGNS = re.compile(r"\s*[/(),+;|–—-]\s*|\s+(?:and|with|et|avec|und|mit|y|con|و)\s+")


def _is_correspondent(reading: Reading, index: int) -> bool:
    """Whether a line says that a correspondent wrote, without naming him."""
    if reading.words[index] > CORRESPONDENT_WORDS or reading.prose[index]:
        return False
    text = reading.text(index)
    return "," not in text and phrases.opens("credit_starts", text) is not None


CORRESPONDENT_WORDS = 8


def newsletter(reading: Reading, index: int) -> Role | None:
    """An invitation to subscribe, sign up, follow or pay; not what an article says of newsletters and subscribers."""
    if _is_call(reading, index):
        return "newsletter"
    if not reading.looks[index].newsletter:
        return None
    if not reading.inside[index] or reading.boilerplate[index]:
        return "newsletter"
    words, at_edge = reading.words[index], index >= reading.tail or index < reading.first
    if not at_edge and words > MENTION_WORDS:
        return None
    is_sure = not reading.sheet.is_markup and words <= INVITATION_WORDS
    return "newsletter" if is_sure or invites_reader(reading.text(index)) else None


CALL_WORDS = 25
"""Longest invitation to a network, in words."""
MENTION_WORDS = 12
"""Longest line between paragraphs, in words, that is an invitation by its words."""


def _is_call(reading: Reading, index: int) -> bool:
    """Whether a short line asks its reader to do something on a network: ``Follow … on …``, ``Download the … app``."""
    text = reading.text(index)
    if reading.words[index] > CALL_WORDS or index == reading.title:
        return False
    return phrases.opens("call_starts", text) is not None and phrases.holds("network_words", text) > 0


def publisher_notice(reading: Reading, index: int) -> Role | None:
    """What the publisher says about itself and its rights, outside the article or behind its closing credit."""
    if reading.sheet.is_markup and reading.inside[index]:
        return None
    text = reading.text(index)
    if reading.words[index] <= AGE_WORDS and phrases.opens("age_notices", text):
        return "publisher_notice"
    if reading.words[index] <= 60 and is_copyright(text):
        return "publisher_notice"
    if "©" in text and reading.words[index] <= 8 and pictures.closes_text(reading, index):
        return "publisher_notice"
    if index >= reading.tail and (reading.prose[index] or reading.looks[index].notice):
        return "publisher_notice"
    return None


AGE_WORDS = 16
"""Longest line that tells how old a page is, in words."""


def repeated(reading: Reading, index: int) -> Role | None:
    """A line that stands on several captures of the same outlet."""
    if not reading.boilerplate[index]:
        return None
    return "publisher_notice" if reading.prose[index] else "nav"


def above_title(reading: Reading, index: int) -> Role | None:
    """A line of a text above its title."""
    if reading.sheet.is_markup or not 0 <= index < reading.title or reading.prose[index]:
        return None
    return None if reading.sheet.is_note and reading.inside[index] else "nav"


def behind_article(reading: Reading, index: int) -> Role | None:
    """A line behind the article's last paragraph and closing credit."""
    return (
        "nav" if index >= reading.tail and not (reading.sheet.is_markup and reading.inside[index]) else None
    )


def outside(reading: Reading, index: int) -> Role | None:
    """A line that the scores put outside the article."""
    if reading.inside[index]:
        return None
    if reading.prose[index] and not reading.sheet.is_markup and reading.first < index < reading.tail:
        return "pull_link"
    return "nav"
