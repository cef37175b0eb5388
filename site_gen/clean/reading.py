"""Everything the rules may look at when they give a line its role.

Made once a capture from the sheet, what repeats on the site, and which lines the scores call the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from site_gen.language import sentences

from . import features, headline, phrases, repeats
from .pieces import MENU, Sheet
from .written import NOTHING, Written, written

NEAR_LINES = 14
"""Lines around the article among which its byline, date, pictures and credits may stand."""
TAIL_SHARE = 0.3
"""Most of an article's prose that may stand behind its closing credit line and still be the publisher's notice."""
OPENING_LINES = 9
"""Lines below the title among which standfirst, captions, credits and the first paragraph stand."""
_COPYRIGHT = re.compile(r"(?i)(?:©|\(c\)|copyright)[\s:]{0,9}(?:\d{4}|.{0,200}(?:rights|reserved))")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet with what is known of its lines; all tuples have one entry a piece."""

    sheet: Sheet
    texts: tuple[str, ...]
    looks: tuple[features.Look, ...]
    """What is seen of each line alone."""
    keys: tuple[str, ...]
    """Letters and digits of each line, case folded."""
    places: dict[str, int]
    """The first line of each of these forms."""
    words: tuple[int, ...]
    prose: tuple[bool, ...]
    """Whether the line is a sentence or more of prose."""
    inside: tuple[bool, ...]
    """Whether the scores put the line inside the article."""
    boilerplate: tuple[bool, ...]
    """Whether the line repeats on the site's captures so that it is the site's."""
    title: int
    first: int
    """First line of prose inside the article; the number of lines where there is none."""
    tail: int
    """From here on nothing belongs to the article."""
    is_heading_of_links: tuple[bool, ...]
    """Whether the line is the heading of links to other articles, by its words."""
    written: Written = NOTHING
    """What a page's source says of lines beyond their elements."""

    def is_far(self, index: int) -> bool:
        """Whether a page's line stands so far from the article that only what is outside it can be meant."""
        if not self.sheet.is_markup or self.inside[index]:
            return False
        above = self.first if self.title < 0 else min(self.title, self.first)
        return index < above - NEAR_LINES or index > self.tail + NEAR_LINES

    def text(self, index: int) -> str:
        """The text of a line; empty beyond the ends."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def key(self, index: int) -> str:
        """The compared form of a line; empty beyond the ends."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""


def is_copyright(text: str) -> bool:
    """Whether a line says whose the rights are, with the year or in words."""
    line = phrases.bare(text)
    if not ("©" in line or "(c)" in line or "copyright" in line):
        return False
    return _COPYRIGHT.search(text) is not None or phrases.holds("rights_reserved", text) > 0


@lru_cache(maxsize=4096)
def is_credit(text: str) -> bool:
    """Whether a line says who gathered or wrote the report, and nothing else."""
    text = text.lstrip("([*_ ")
    found = phrases.opens("credit_starts", text)
    if found and len(text.split()) <= 70:
        rest = text[len(found.group()) :].lstrip()
        if rest[:1] in ":：" or (" " in found.group() and rest[:1].isupper()):
            return len(rest) > 1 and not re.search(r"[.!?][”\"'’]?\s+\S", rest[:-1] + " ")
    if text.count(" ") >= CREDITS_WORDS and len(text.split()) > CREDITS_WORDS:
        return False
    return phrases.bare(text).rstrip(")").endswith(_credit_ends()) or _are_credits(text)


def _are_credits(text: str) -> bool:
    """Whether every sentence says who reported from where or who helped: "Bee reported from Ostrey. Cal Dee contributed."."""
    if not (phrases.holds("credit_from", text) or phrases.bare(text.rstrip()).endswith(_credit_ends())):
        return False
    said = [text[start:end] for start, end in sentences(text)]
    return bool(said) and all(
        len(one.split()) <= CREDIT_WORDS
        and (phrases.holds("credit_from", one) > 0 or phrases.bare(one).endswith(_credit_ends()))
        for one in said
    )


CREDITS_WORDS, CREDIT_WORDS = 40, 16
"""Longest line of credits, and longest sentence that only says who reported from where, in words."""


@cache
def _credit_ends() -> tuple[str, ...]:
    return tuple(sorted(phrases.entries("credit_ends")))


def read(
    sheet: Sheet, standing: tuple[int, ...], captures: int, inside: tuple[bool, ...], source: str = ""
) -> Reading:
    """Return the reading of a sheet. ``standing``: on how many of the site's captures each line stands."""
    looks = [features.UNSEEN if piece.kind == MENU else features.look(piece.text) for piece in sheet.pieces]
    prose = tuple([look.prose > 0 for look in looks])
    body = tuple(i for i, kept in enumerate(inside) if kept and prose[i])
    running = body if sheet.is_markup else _running(sheet, inside)
    tail = _tail(sheet, running, standing)
    if not sheet.is_markup:
        tail = _prolonged(sheet, tail, inside)
    first = body[0] if body else len(sheet.pieces)
    keys = tuple([look.key for look in looks])
    boilerplate = tuple([
        count > 0 and repeats.is_boilerplate(piece.text, count, captures, at_edge=i < first or i >= tail)
        for i, (piece, count) in enumerate(zip(sheet.pieces, standing, strict=True))
    ])  # fmt: skip
    return Reading(
        sheet=sheet,
        texts=tuple([piece.text for piece in sheet.pieces]),
        looks=tuple(looks),
        keys=keys,
        places={key: place for place, key in reversed(tuple(enumerate(keys)))},
        words=tuple([look.words for look in looks]),
        prose=prose,
        inside=inside,
        boilerplate=boilerplate,
        title=headline.place(sheet, body, standing, inside),
        first=first,
        tail=tail,
        is_heading_of_links=tuple(
            [
                0 < look.words <= 8 and phrases.is_one("tail_headings", piece.text)
                for piece, look in zip(sheet.pieces, looks, strict=True)
            ]
        ),
        written=written(sheet, source, inside),
    )


def _prolonged(sheet: Sheet, tail: int, inside: tuple[bool, ...]) -> int:
    """The end of a text's article, moved behind the kept lines that go on with it; a closing credit ends it."""
    if tail > 0 and is_credit(sheet.pieces[tail - 1].text):
        return tail
    while tail < len(inside) and inside[tail] and (sheet.is_note or _goes_on(sheet, tail)):
        tail += 1
    return tail


def _running(sheet: Sheet, inside: tuple[bool, ...]) -> tuple[int, ...]:
    """The article's lines that are prose, or as long and written like it."""
    return tuple(i for i, kept in enumerate(inside) if kept and features.is_running(sheet.pieces[i].text))


def _tail(sheet: Sheet, body: tuple[int, ...], standing: tuple[int, ...]) -> int:
    """Index behind the article's last line: after its closing credit, or after the last prose that is no notice."""
    if not body:
        return len(sheet.pieces)
    last = len(body) - 1
    while last > 0 and _is_notice(sheet.pieces[body[last]].text, standing[body[last]]):
        last -= 1
    end = body[last] + 1
    for index in range(body[len(body) // 2], end):
        if is_credit(sheet.pieces[index].text):
            behind = sum(1 for i in body if i > index)
            if behind <= max(1, TAIL_SHARE * len(body)):
                return index + 1
    return end


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Whether a short line behind a text's last paragraph is its last sentence."""
    text = sheet.pieces[index].text
    return features.is_sentence(text) and not is_credit(text) and not _is_notice(text, 0)


def _is_notice(text: str, count: int) -> bool:
    look = features.look(text)
    invites = look.newsletter and (look.words <= INVITATION_WORDS or invites_reader(text))
    return count >= repeats.SHORT_PAGES or bool(look.notice or invites)


INVITATION_WORDS = 25
"""Longest line, in words, of which the words of an invitation alone make one at the end of an article."""


@lru_cache(maxsize=1024)
def invites_reader(text: str) -> bool:
    """Whether a sentence with words of invitations opens with them or speaks to its reader; a report mentions newsletters."""
    return any(_invites(text[start:end].lstrip("-–—* ")) for start, end in sentences(text))


def _invites(sentence: str) -> bool:
    if phrases.opens("newsletter_words", sentence):
        return True
    return phrases.holds("newsletter_words", sentence) > 0 and phrases.holds("reader_words", sentence) > 0
