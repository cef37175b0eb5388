"""Rules for lines that lead elsewhere: controls, links to other articles, invitations.

Each takes a ``Reading`` and an index and returns a role or None; the order stands in ``rules.py``.
"""

from __future__ import annotations

import re

from site_gen.model import Role

from . import captions, ends, phrases, pictures, shapes
from .reading import Reading

_LINK_MARK = re.compile(r"^\s*[»›>→▸▶]+\s*\S|\S\s*[»›>→▸▶]+\s*$")


LINK_SHARE = 0.9
"""Part of a line's letters inside links from which it is a link itself."""
SHOUTED_WORDS = 3
LEAST_PULLED = 4
"""Words of a line that begins with two such as "Read also" and, without a colon, goes on to name an article."""
LINK_WORDS = 20
"""Longest link's label, in words."""


def advertisement(reading: Reading, index: int) -> Role | None:
    """The label of an advertisement's place."""
    if reading.words[index] <= 6 and phrases.is_one("advertisement_words", reading.text(index)):
        return "advertisement"
    return None


def comment(reading: Reading, index: int) -> Role | None:
    """An invitation to comment, or the count of comments."""
    whole = reading.text(index)
    text = whole.strip("0123456789 ()")
    is_counted = text != whole and phrases.is_one("comment_counts", text)
    return "comment" if is_counted or phrases.is_one("comment_words", text) else None


def embed_caption(reading: Reading, index: int) -> Role | None:
    """The name of a film or sound that was embedded: ``Watch: …``; in a text, what a player left: ``CLOSE The film's name``."""
    is_left = (
        not reading.sheet.is_markup and index != reading.title and captions.is_of_player(reading.text(index))
    )
    return "embed_caption" if is_left or _prefixed(reading, index, "embed_prefixes") else None


def pull_link(reading: Reading, index: int) -> Role | None:
    """A link to another article inside the text: ``READ MORE: …``, ``OPINION: …``, or a link all in capitals."""
    may_lead = not reading.sheet.is_markup or reading.sheet.pieces[index].link_chars
    if may_lead and (_shouted_link(reading, index) or _link_behind_address(reading, index)):
        return "pull_link"
    return "pull_link" if _prefixed(reading, index, "pull_prefixes") else None


def _shouted_link(reading: Reading, index: int) -> bool:
    """Whether a page's line is one link, all in capitals, and no heading; of 400 words so found 21 were the article's."""
    piece = reading.sheet.pieces[index]
    whole = piece.link_chars >= LINK_SHARE * len(piece.text)
    return whole and reading.words[index] >= SHOUTED_WORDS and not piece.level and piece.text.isupper()


_ADDRESS_LABEL = re.compile(r"(?:\w+ )?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}:\s", re.I)
"""What says where a link leads: "On QuayPost.example: "."""


def _link_behind_address(reading: Reading, index: int) -> bool:
    """Whether a page's line is the address of a site and a link, and no sentence; of a text's line its words say so."""
    piece = reading.sheet.pieces[index]
    if not reading.sheet.is_markup:
        return _names_address(reading, index)
    if not piece.link_chars or reading.prose[index]:
        return False
    label = _ADDRESS_LABEL.match(piece.text)
    return label is not None and piece.link_chars >= LINK_SHARE * (len(piece.text) - label.end())


_ADDRESS = re.compile(r"\s(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\s|\W*$)", re.I)


def _names_address(reading: Reading, index: int) -> bool:
    """Whether a text's line says on which site something stands, and perhaps what: "Also on quaypost.example", "On …: …"."""
    text = reading.text(index)
    if reading.prose[index] or reading.words[index] > LINK_WORDS or index == reading.title:
        return False
    found = phrases.opens("address_starts", text) if "." in text else None
    return found is not None and _ADDRESS.match(text, found.end()) is not None


def _prefixed(reading: Reading, index: int, name: str) -> bool:
    if reading.words[index] > PREFIXED_WORDS:
        return False
    text = reading.text(index).lstrip("[( ")
    found = phrases.opens(name, text)
    if not found:
        return False
    head, rest = text[: found.end()], text[found.end() :].lstrip()
    if rest[:1] in ":：|>»→" and len(rest) > 1:
        return not reading.prose[index] or head.isupper() or " " in head
    if (
        " " in head
        and rest[:1].isupper()
        and reading.words[index] > LEAST_PULLED
        and not reading.prose[index]
    ):
        return not reading.sheet.is_markup
    shouted = head.isupper() and not rest[:20].isupper() and any(c.isalpha() for c in head)
    return shouted and bool(rest) and not reading.prose[index]


PREFIXED_WORDS = 35
"""Longest line, in words, that leads elsewhere by how it begins."""


def related_heading(reading: Reading, index: int) -> Role | None:
    """The heading of links to other articles, or of a row of subjects: ``Related coverage``, ``Topics Ohio Weather``."""
    if not reading.is_heading_of_links[index]:
        return "related_heading" if _row_of_subjects(reading, index) else None
    if reading.boilerplate[index] and phrases.is_one("furniture", reading.text(index)):
        return None
    return "related_heading"


def _row_of_subjects(reading: Reading, index: int) -> bool:
    """Whether a page's line is a label and links behind it, and no sentence."""
    piece = reading.sheet.pieces[index]
    if reading.prose[index] or not 0 < piece.link_chars < len(piece.text):
        return False
    label = phrases.opens("tail_headings", piece.text)
    return label is not None and piece.link_chars >= LINK_SHARE * (len(piece.text) - label.end() - 2)


def related_link(reading: Reading, index: int) -> Role | None:
    """A short line under such a heading, until prose begins again."""
    if _goes_on(reading, index) or (reading.sheet.is_markup and reading.inside[index]):
        return None
    if True not in reading.is_heading_of_links[max(0, index - LINKS_BELOW) : index]:
        return None
    for before in range(index - 1, max(-1, index - LINKS_BELOW - 1), -1):
        if reading.is_heading_of_links[before] and related_heading(reading, before):
            if not reading.sheet.is_markup and before < reading.title < index:
                return None
            break
        if _goes_on(reading, before):
            return None
    else:
        return None
    return None if ends.credit_line(reading, index) else "pull_link"


LINKS_BELOW = 11
"""Lines below a heading of links that may be its links."""


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a line is prose, or too long in a text to be a link: a paragraph before a list, a post that is quoted."""
    long = not reading.sheet.is_markup and reading.words[index] > LINK_WORDS
    return long or reading.prose[index]


def furniture(reading: Reading, index: int) -> Role | None:
    """A control or label of the page: ``Skip to main content``, ``Share``, ``Menu``."""
    return "nav" if reading.looks[index].is_furniture else None


def stray_link(reading: Reading, index: int) -> Role | None:
    """A short line of a text, no sentence, that no paragraph follows, or that an arrow marks as a link."""
    if reading.sheet.is_markup or reading.prose[index] or not reading.inside[index]:
        return None
    if not 3 <= reading.words[index] <= LINK_WORDS or reading.first >= len(reading.prose):
        return None
    if _LINK_MARK.search(reading.text(index)):
        return "pull_link"
    last = index + 1 >= reading.tail or all(
        ends.credit_line(reading, i) or pictures.artefact(reading, i) for i in range(index + 1, reading.tail)
    )
    return "pull_link" if last and not shapes.closes(reading.text(index)) else None
