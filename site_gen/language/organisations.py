"""Whether two names name one organisation, and the folded form under which organisations and outlets are filed.

Knows writing, not the world: spelling, word order, the country before a name, formal openings, company forms, and letters that
are a name's initials.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .names import POSSESSIVE, any_language, demonyms, unpointed
from .words import fold, normalise

_SPELLINGS = {
    "theatre": "theater", "harbour": "harbor", "licence": "license", "organisations": "organizations",
    "defence": "defense", "centre": "center", "organisation": "organization", "labour": "labor", "programme": "program",
    "defences": "defenses", "int'l": "international", "intl": "international", "dept": "department",
}  # fmt: skip
_SMALL = frozenset(
    {"of", "the", "for", "and", "on", "to", "in", "de", "du", "des", "la", "le", "les", "l", "d", "et", "a"}
)
_COMPANY_FORMS = frozenset(
    {"inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "ag", "sa", "nv", "limited", "incorporated"}
)
_BODIES = frozenset({"committee", "movement", "society"})


@lru_cache(maxsize=100_000)
def acronym_of(name: str) -> str:
    """The initials of a name of two or more weighty words ("International Committee of the Red Cross": ``icrc``), else ""."""
    words = [w for w in _organisation_words(name) if w not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: two to eight capitals, with or without points ("UN", "U.N.", "SANA")."""
    letters = name.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper() and letters.isascii()


@lru_cache(maxsize=100_000)
def _organisation_words(name: str) -> tuple[str, ...]:
    """The words of an organisation's name, folded, in one spelling, "the" left off, nationality as its country."""
    words: list[str] = []
    for raw in normalise(POSSESSIVE.sub("", name.strip())).split():
        words.extend(unpointed(raw))
    while words and words[0] in ("the", "la", "le", "les", "l"):
        words = words[1:]
    if len(words) > 1 and words[0] in demonyms():
        words = [*demonyms()[words[0]].split(), *words[1:]]
    while len(words) > 1 and words[-1] in _COMPANY_FORMS:
        words.pop()
    return tuple(_SPELLINGS.get(w, w) for w in words)


@lru_cache(maxsize=100_000)
def fold_organisation(name: str) -> str:
    """An organisation's name as it is filed: ``Russia's Ministry of Defence`` and ``Russian Defense Ministry`` are one."""
    words = list(_organisation_words(name))
    for head in sorted(any_language("organisation_inverted")):
        if head in words[:-2] and words[words.index(head) + 1] == "of":
            at = words.index(head)
            rest = words[at + 2 :]
            words = words[:at] + (rest[1:] if rest[:1] == ["the"] and len(rest) > 1 else rest) + [head]
            break
    return " ".join(_SAME_STATE.get(w, w) for w in words if w != "the")


_SAME_STATE = {"us": "united states", "usa": "united states", "uk": "united kingdom", "un": "united nations", "eu": "european union"}  # fmt: skip


def fold_outlet(name: str) -> str:
    """An outlet's name as it is filed: "The Brindle Herald" and "BRINDLE HERALD" are one."""
    folded = fold(name)
    return folded.removeprefix("the ") or folded


def same_organisation(a: str, b: str) -> bool:
    """Whether two names name one organisation: in another order or spelling, as acronym, or the name a full title ends in.

    "Red Cross" is "International Committee of the Red Cross" but not "American Red Cross"; "Army" alone is nobody's army.
    """
    first, second = fold_organisation(a), fold_organisation(b)
    if not first or not second:
        return False
    if first == second:
        return True
    if is_acronym(a) or is_acronym(b):
        return _is_acronym_for(a, b) or _is_acronym_for(b, a)
    return core_of_organisation(a) == core_of_organisation(b)


def _is_acronym_for(short: str, long: str) -> bool:
    """Whether letters are a name's; of "U.S. Navy", which opens with letters, they are not."""
    first = fold(long).removeprefix("the ").split()[0]
    if (
        not is_acronym(short)
        or is_acronym(long)
        or any(is_acronym(w) and fold(w) == first for w in long.split()[:2])
    ):
        return False
    letters = fold(re.sub(r"[.&]", "", short))
    form = fold(long.split()[-1]).strip(".")
    return letters == acronym_of(long) or (form in _COMPANY_FORMS and letters == acronym_of(long) + form[0])


def _is_formal_opening(words: Sequence[str]) -> bool:
    """Whether words before a name make it only more formal: "International", "International Committee of"."""
    if words[0] == "international":
        words = words[1:]
    return not words or (len(words) == 2 and words[0] in _BODIES and words[1] == "of")


@lru_cache(maxsize=100_000)
def core_of_organisation(name: str) -> str:
    """The folded name without a formal opening: "red cross" for "International Committee of the Red Cross".

    A core that only says what kind of body it is ("Criminal Court") keeps its opening: it would be another body's name.
    """
    folded = fold_organisation(name)
    words = folded.split()
    for start in (3, 2, 1):
        core = words[start:]
        if len(core) > 1 and _is_formal_opening(words[:start]) and not _is_generic(core):
            return " ".join(core)
    return folded


def _is_generic(core: list[str]) -> bool:
    heads, openers = any_language("organisation_heads"), any_language("organisation_openers")
    return core[-1] in heads or core[0] in openers or (core[0] in heads and core[1] in _SMALL)
