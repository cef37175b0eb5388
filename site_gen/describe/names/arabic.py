"""Names in Arabic, which has no capitals: places by the gazetteer, people behind an office ("الرئيس X Y")."""

from __future__ import annotations

import re
from functools import cache

from site_gen.language import table
from site_gen.language.gazetteer import place_named
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
            step = _place_at(block, matches, at, found)
            at += step or 1
    return found


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
