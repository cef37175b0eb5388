"""A text laid out as words and marks.

What stands between two spaces is read once and remembered: most of a text is words that were written so before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, chain, compress, count
from operator import add, itemgetter
from typing import NamedTuple

from site_gen.language import fold
from site_gen.language.names import any_language

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|[^\W\d_]\.(?=\s)|(?:[dDlL]|[Qq]u)['’](?=[^\W\d_])"
    r"|[^\W_]+(?:[’'‐‑-](?=[^\W_])[^\W_]+|/[A-Z]+(?![a-z])|&(?=[A-Z])[A-Z]+)*|\d+|[^\w\s]"
)
_SMALL = re.compile(r"[\dA-Z][^\W_]*|([^\W\d_A-Z]\w*(?:['’-]\w+)*)")
"""Words with a capital or a figure are passed over without a group."""
_CHUNK = re.compile(r"\S+")
CHUNKS_KEPT = 1 << 17
"""Written words remembered with their marks: those of a language in use, not those of an archive."""


class Token(NamedTuple):
    """A word or mark, the same object wherever what stands between two spaces is written so again."""

    text: str
    at: int
    """Where it begins behind the space before it."""
    is_word: bool
    is_capital: bool
    folded: str


_new = tuple.__new__
"""A NamedTuple's own constructor takes half as long again."""


@lru_cache(maxsize=CHUNKS_KEPT)
def _read(chunk: str, *, is_last: bool = False) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """The words and marks of what stands between two spaces, the possessive ending cut off its word; and, folded, the words
    in it that begin small.

    A letter and a stop are an initial, but not at the end of a text.
    """
    stem = chunk[:-1] if chunk[-1] in ",." else chunk
    if len(stem) > 1 and stem.isascii() and stem.isalpha():  # most words, told without a pattern
        mark = () if stem is chunk else (_new(Token, (chunk[-1], len(stem), False, False, chunk[-1])),)
        if stem.islower():
            return (_new(Token, (stem, 0, True, False, stem)), *mark), (stem,)
        if stem.istitle() and not (chunk[-1] == "." and _is_abbreviated(stem)):
            return (_new(Token, (stem, 0, True, True, stem.lower())), *mark), ()
    found: list[Token] = []
    for match in _TOKEN.finditer(chunk if is_last else f"{chunk} "):
        word, start = match.group(), match.start()
        first = word[0]
        is_word = first.isalpha()
        if is_word and word[-2:] in ("'s", "’s", "'S", "’S"):
            word = word[:-2]
        elif is_word and word[-1] in "'’" and len(word) > 2:
            word = word[:-1]
        capital = is_word and ((first.isupper() and not _is_compound(word)) or _is_particled(word))
        last = found[-1] if found else None
        if word == "." and last and last.is_capital and _ends_at(last, start) and _is_abbreviated(last.text):
            found.pop()
            word, start, is_word, capital = last.text + ".", last.at, True, True
        found.append(_new(Token, (word, start, is_word, capital, fold(word))))
    return tuple(found), tuple(fold(word) for word in _SMALL.findall(chunk) if word)


def _ends_at(token: Token, place: int) -> bool:
    return token.at + len(token.text) == place


class Layout:
    """The words and marks of a text in order, and where each begins."""

    __slots__ = ("_begins", "_first", "_has_lines", "capitals", "small", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._has_lines = "\n" in text
        chunks = text.split()
        read = [*map(_read, chunks)]
        if read and chunks[-1].endswith(".") and not text[-1].isspace():
            read[-1] = _read(chunks[-1], is_last=True)
        parts = [tokens for tokens, _ in read]
        self.small = [small for _, small in read]
        ends = accumulate(map(len, chunks), initial=0)
        if sum(map(len, chunks)) + len(chunks) - 1 == len(text):
            self._begins = [*map(add, ends, count())]
        else:
            self._begins = [match.start() for match in _CHUNK.finditer(text)]
        self._first = [*accumulate(map(len, parts), initial=0)]
        self.words = [*chain.from_iterable(parts)]
        self.capitals = [*compress(range(len(self.words)), map(_IS_CAPITAL, self.words))]

    def start(self, at: int) -> int:
        """Where a word begins in the text."""
        begin: int = self._begins[bisect_right(self._first, at) - 1]
        return begin + self.words[at].at

    def gap(self, at: int) -> int:
        """The characters between a word and the one before it."""
        before = self.words[at - 1]
        if here := self.words[at].at:
            return int(here - before.at - len(before.text))
        return self.start(at) - self.start(at - 1) - len(before.text)

    def is_spaced(self, at: int) -> bool:
        """Whether only a space (or nothing, behind "d'") parts a word from the one before; an item of a list ends its line."""
        gap = self.gap(at)
        if self._has_lines and self.text[self.start(at) - 1] == "\n":
            return False
        return gap == 1 or (gap == 0 and self.words[at - 1].text[-1] in "'’")


_IS_CAPITAL = itemgetter(Token._fields.index("is_capital"))


def _is_abbreviated(word: str) -> bool:
    """ "Gen", "Sen", "St": a title or the opening of a name cut short, whose point ends no sentence."""
    if len(word) > 4:
        return False
    short = fold(word)
    return short in any_language("name_openers_cut") or (
        short in any_language("person_titles") and short in any_language("abbreviations")
    )


def _is_particled(word: str) -> bool:
    """ "al-Assad": a small particle joined to a capital."""
    head, _, rest = word.partition("-")
    return bool(rest) and rest[0].isupper() and fold(head) in any_language("name_articles")


def _is_compound(word: str) -> bool:
    """ "Iranian-backed": an adjective made of a name."""
    parts = word.replace("‐", "-").replace("‑", "-").split("-")
    return len(parts) > 1 and len(parts[-1]) > 2 and parts[-1].islower()


def written_small(layouts: list[Layout]) -> frozenset[str]:
    """Folded words that the texts write without a capital."""
    return frozenset(chain.from_iterable(chain.from_iterable(layout.small for layout in layouts)))
