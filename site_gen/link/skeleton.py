"""Names reduced to their consonants, so that one name written in two scripts or spellings compares equal.

"Bashar al-Assad", "Bachar el-Assad" and "بشار الأسد" give one skeleton. A word of a name counts by itself only where it
keeps three consonants: shorter ones match by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

MIN_WORD = 3
"""Consonants of a word that counts by itself: "nsr", "lksndr"."""
MIN_NAME = 5
"""Of all words of a name together. Shorter skeletons collide: "John Lee" and "Jean Lau" would be one name."""
_BREAK = re.compile(r"[\s\-‐.]+")
_SAME_SOUND = (
    ("ph", "f"), ("tch", "s"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("qu", "k"),
    ("ck", "k"), ("x", "ks"), ("q", "k"), ("dj", "g"), ("j", "g"), ("p", "b"), ("v", "f"), ("z", "s"),
)  # fmt: skip
"""In order. Arabic has no p and v; French writes "ch" and "dj" for sh and j."""
_SOFT_C = re.compile(r"c(?=[eiy])")
_VOWELS = re.compile(r"[aeiouyhw]")
_NOT_LETTER = re.compile(r"[^a-z]+")
_DOUBLE = re.compile(r"(.)\1+")
_PARTICLES = frozenset({"al", "el", "l", "de", "di", "du", "la", "le", "les", "des", "bin", "ben", "ibn", "van", "von", "of", "the", "and", "et"})  # fmt: skip


def skeletons(names: Iterable[str]) -> tuple[str, ...]:
    """Return the skeletons of all names and of their longer words, sorted, each once."""
    found: set[str] = set()
    for name in names:
        found |= _of_name(name)
    return tuple(sorted(found))


@cache
def _of_name(name: str) -> frozenset[str]:
    parts = [p for word in _BREAK.split(name) if (p := _word(word))]
    found = {part for part in parts if len(part) >= MIN_WORD}
    if len(parts) > 1 and sum(map(len, parts)) >= MIN_NAME:
        found.add(" ".join(parts))
    return frozenset(found)


def _word(word: str) -> str:
    from unidecode import unidecode

    is_arabic = any("\u0600" <= c <= "\u06ff" for c in word)
    if is_arabic and word.startswith("ال") and len(word) > 4:
        word = word[2:]
    plain = _NOT_LETTER.sub("", unidecode(word).lower())
    if plain in _PARTICLES:
        return ""
    plain = _SOFT_C.sub("s", plain)
    for written, sound in _SAME_SOUND:
        plain = plain.replace(written, sound)
    plain = plain.replace("c", "k")
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", plain))
