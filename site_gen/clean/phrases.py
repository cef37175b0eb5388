"""The word tables of the cleaning rules, of all languages together.

A capture's language is not known yet when it is cleaned, and pages mix languages, so a line is compared with every
language's table at once. The tables stand in ``site_gen/language/*.clean.toml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from site_gen.language import languages, table

_EDGES = " \t-–—:·•|»«›‹→>#*…."


@cache
def entries(name: str) -> frozenset[str]:
    """All phrases of a table, in lower case."""
    return frozenset(word for language in languages() for word in table(language).get(name, ()))


@cache
def _pattern(name: str, *, anywhere: bool) -> re.Pattern[str]:
    every = sorted(entries(name), key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(re.escape(phrase) for phrase in every)
    if not body:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if anywhere else rf"(?:{body})(?!\w)")


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The line in lower case without marks at its ends, as whole lines are compared."""
    return text.casefold().strip(_EDGES).replace("’", "'")


def is_one(name: str, text: str) -> bool:
    """Whether the whole line is a phrase of the table."""
    return bare(text) in entries(name)


@lru_cache(maxsize=4096)
def are_all(name: str, text: str) -> bool:
    """Whether the line is a phrase of the table, or a row of its one-word phrases."""
    return is_one(name, text) or all(is_one(name, word) for word in bare(text).split() or ("",))


@lru_cache(maxsize=16384)
def opens(name: str, text: str) -> re.Match[str] | None:
    """The phrase of the table with which the line begins, or None."""
    return _pattern(name, anywhere=False).match(bare(text))


@lru_cache(maxsize=16384)
def holds(name: str, text: str) -> int:
    """How many phrases of the table stand in the line."""
    return sum(1 for _ in _pattern(name, anywhere=True).finditer(bare(text)))
