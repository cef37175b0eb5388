"""Names in Arabic, which has no capitals: places by the gazetteer, people behind an office ("الرئيس X Y").

A person is told only behind an office or a title, past the adjectives and bodies that go with it ("the Syrian president",
"the spokesman of civil defence"), and only where a given name and another follow.
"""

from __future__ import annotations

import re
from functools import cache

from site_gen.language import fold, table
from site_gen.language.gazetteer import place_named
from site_gen.language.names import demonyms
from site_gen.model import Block

from .kinds import Named

_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0640]+")
_PREFIXES = ("", "و", "ب", "ل", "ف", "ك", "وب", "ول")
MAX_PLACE_WORDS = 3


@cache
def _stops() -> frozenset[str]:
    t = table("ar")
    plain = [*t["not_name_starts"], *t["place_prepositions"], *t["name_links"], *t["place_openers"]]
    return frozenset([*plain, *(f"ال{word}" for word in t["place_openers"])])


def arabic_names(blocks: tuple[Block, ...]) -> list[Named]:
    """Places and titled people of the blocks. Words that are also common nouns are passed over by the gazetteer's size guard."""
    found: list[Named] = []
    for block in blocks:
        matches = list(_WORD.finditer(block.text))
        at = 0
        while at < len(matches):
            step = _person_at(block, matches, at, found) or _place_at(block, matches, at, found)
            at += step or 1
    return _with_surnames(blocks, found)


def _person_at(block: Block, matches: list[re.Match[str]], at: int, found: list[Named]) -> int:
    """The words from an office to the end of the name behind it, the name added to ``found``; 0 where there is none."""
    if _bare(matches[at].group()) not in _offices():
        return 0
    opening, first = at, at + 1
    while first < len(matches) and first - at <= MAX_OFFICE_WORDS and _is_spaced(block.text, matches, first):
        if matches[first].group() in _offices() and first - opening > 2:
            opening = first  # another office: the name is its holder's
        if (end := _name_end(block.text, matches, first)) > first:
            start, stop = matches[first].start(), matches[end - 1].end()
            role = block.text[matches[opening].start() : matches[first - 1].end()]
            found.append(Named(block.text[start:stop], "person", block.id, start, stop, role))
            return end - at
        first += 1
    return 0


def _name_end(text: str, matches: list[re.Match[str]], first: int) -> int:
    """Where a name ends that begins here: a given name without an article, and one or two words more; ``first`` where none begins."""
    word = matches[first].group()
    if word.startswith("ال") or not _is_name_word(word) or _bare(word) in _offices():
        return first
    end = first + 1
    while end < len(matches) and end - first < MAX_PERSON_WORDS and _is_spaced(text, matches, end):
        before, here = matches[end - 1].group(), matches[end].group()
        if not _is_name_word(here) or (
            end - first > 1 and before not in _particles() and here not in _particles()
        ):
            break
        end += 1
    while end > first and matches[end - 1].group() in _particles():
        end -= 1
    is_whole = end - first > 1 and (matches[end - 1].group().startswith("ال") or word in _given_names())
    return end if is_whole else first


def _is_name_word(word: str) -> bool:
    return len(word) > 1 and word not in _stops() and fold(word) not in demonyms() and word not in _offices()


def _is_spaced(text: str, matches: list[re.Match[str]], at: int) -> bool:
    return text[matches[at - 1].end() : matches[at].start()] == " "


def _bare(word: str) -> str:
    """A word without "and"."""
    return word[1:] if word.startswith("و") and word[1:] in _offices() else word


@cache
def _offices() -> frozenset[str]:
    return frozenset([*table("ar")["person_titles"], *table("ar")["role_heads"]])


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("ar")["name_particles"])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(table("ar")["given_names"])


MAX_OFFICE_WORDS = 4
"""Words from an office to the name: "the spokesman of the civil defence X Y"."""
MAX_PERSON_WORDS = 4


def _with_surnames(blocks: tuple[Block, ...], found: list[Named]) -> list[Named]:
    """The names, and the family names with an article by which the text goes on to call the same people."""
    family = {
        n.name.split()[-1]: n.name
        for n in found
        if n.kind == "person" and n.name.split()[-1].startswith("ال")
    }
    taken = {(n.block, at) for n in found for at in range(n.start, n.end)}
    again = [
        Named(family[word.group()], "person", block.id, word.start(), word.end())
        for block in (blocks if family else ())
        for word in _WORD.finditer(block.text)
        if word.group() in family and (block.id, word.start()) not in taken
    ]
    return [*found, *again]


def _place_at(block: Block, matches: list[re.Match[str]], at: int, found: list[Named]) -> int:
    for length in range(min(MAX_PLACE_WORDS, len(matches) - at), 0, -1):
        start, end = matches[at].start(), matches[at + length - 1].end()
        text = block.text[start:end]
        for prefix in _PREFIXES:
            rest = text.removeprefix(prefix)
            if len(rest) < 3 or (prefix and rest == text):
                continue
            place = place_named(rest) or (
                place_named("ال" + rest[1:]) if prefix == "ل" and rest.startswith("ل") else None
            )
            if (
                place
                and rest not in _stops()
                and (place.kind == "country" or len(rest) > 3 or _in_place(matches, at))
            ):
                found.append(Named(rest, "place", block.id, end - len(rest), end))
                return length
    return 0


def _in_place(matches: list[re.Match[str]], at: int) -> bool:
    """Whether "in", "from", "city of" stands before."""
    t = table("ar")
    return at > 0 and matches[at - 1].group() in {*t["place_prepositions"], *t["place_openers"]}
