"""The word tables of the cleaning rules, of all languages together.

A capture's language is not known yet when it is cleaned, and pages mix languages, so a line is compared with every
language's table at once. The tables stand in ``site_gen/language/*.clean.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from site_gen.language import languages, table

_WORD = re.compile(r"\w+")
_WESTERN = "cp1252"
_SPACED = bytes(
    code if _WORD.match(bytes([code]).decode(_WESTERN, "replace")) else ord(" ") for code in range(256)
)
"""Western European letters with a space for what is of no word."""
_EDGES = " \t-–—:·•|»«›‹→>#*…."


@cache
def entries(name: str) -> frozenset[str]:
    """All phrases of a table, letters folded."""
    return frozenset(word.casefold() for language in languages() for word in table(language).get(name, ()))


@cache
def _beginnings(name: str) -> dict[str, tuple[str, ...]]:
    """The phrases by their first words, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(entries(name), key=lambda phrase: (-len(phrase), phrase)):
        for first in words_of(phrase)[:1]:
            found[first] = (*found.get(first, ()), phrase)
    return found


@cache
def _pattern(name: str, first: str) -> re.Pattern[str]:
    """What a line opens with whose first word this is: patterns of whole tables take 20 ms to be made."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, _beginnings(name)[first]))})(?!\w)")


@cache
def _by_rarest(names: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The tables' phrases by their longest word: a line without that word does not hold the phrase."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in names:
        for phrase in sorted(entries(name)):
            word = max(_WORD.findall(phrase), key=len, default="")
            found[word] = (*found.get(word, ()), (name, phrase))
    return found


@cache
def _rarest_words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_by_rarest(names))


def _places(phrase: str, line: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in a line as words of its own: start, and its length below 0."""
    at = line.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (_is_letter(line[at - 1 : at]) or _is_letter(line[end : end + 1])):
            yield at, -len(phrase)
        at = line.find(phrase, at + 1)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The line in lower case without marks at its ends, as whole lines are compared."""
    return text.casefold().strip(_EDGES).replace("’", "'")


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of the bare line, in order."""
    line = bare(text)
    if line.isascii():
        return tuple(line.encode().translate(_SPACED).decode().split())
    try:
        return tuple(line.encode(_WESTERN).translate(_SPACED).decode(_WESTERN).split())
    except UnicodeEncodeError:
        return tuple(_WORD.findall(line))


def is_one(name: str, text: str) -> bool:
    """Whether the whole line is a phrase of the table."""
    return bare(text) in entries(name)


def are_all(name: str, text: str) -> bool:
    """Whether the line is a phrase of the table, or a row of its one-word phrases."""
    known, line = entries(name), bare(text)
    if line in known:
        return True
    words = line.split()
    return (
        bool(words) and words[0].strip(_EDGES) in known and all(word.strip(_EDGES) in known for word in words)
    )


def opens(name: str, text: str) -> re.Match[str] | None:
    """The phrase of the table with which the line begins, or None."""
    words = words_of(text)
    is_known = words and words[0] in _beginnings(name)
    return _pattern(name, words[0]).match(bare(text)) if is_known else None


@cache
def _tables_by_beginning(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        for start in _beginnings(name):
            found[start] = (*found.get(start, ()), name)
    return found


def opened(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The tables with a phrase of which the line begins, of those named: ``opens`` of all at once."""
    words = words_of(text)
    known = _tables_by_beginning(names).get(words[0], ()) if words else ()
    return tuple([name for name in known if _pattern(name, words[0]).match(bare(text))])


def held(names: tuple[str, ...], text: str) -> dict[str, int]:
    """How many phrases of each table stand in the line; tables of which none does are left out."""
    words = words_of(text)
    if _rarest_words(names).isdisjoint(words):
        return {}
    known, line = _by_rarest(names), bare(text)
    met: dict[str, list[str]] = {}
    for word in known.keys() & set(words):
        for name, phrase in known[word]:
            if phrase in line:
                met.setdefault(name, []).append(phrase)
    counts = {
        name: _count(sorted(place for phrase in own for place in _places(phrase, line)))
        for name, own in met.items()
    }
    return {name: count for name, count in counts.items() if count}


def _count(places: list[tuple[int, int]]) -> int:
    """How many places, start and negative length, overlap none before them."""
    count = end = 0
    for start, length in places:
        if start >= end:
            count, end = count + 1, start - length
    return count


def holds(name: str, text: str) -> int:
    """How many phrases of the table stand in the line."""
    return held((name,), text).get(name, 0)
