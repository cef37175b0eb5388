"""The key under which a word of a quotation is compared: its stem, in one spelling, near-synonyms under one of them.

Goes in: a comparable word and its language. Comes out: a key, empty for a word that tells nothing. Two translations
of one utterance choose other words of one meaning; the tables of ``synonyms`` name the commonest of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from site_gen.language import fold, table
from site_gen.language.names import demonyms

from .reading import comparable, is_small, number_of, stem

_SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=..)our"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"fence"), "fense"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=ward)s$"), ""),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
)
"""British to American endings. A word that only looks like one is turned alike on both sides, which does no harm."""
MIN_SPELLED = 5
"""Letters from which a word has a British spelling."""
MIN_AGENT = 7
"""Letters from which a stem in -ist is compared without it ("terrorist", "terror")."""


@lru_cache(maxsize=200_000)
def concept(form: str, language: str) -> str:
    """Return the key of a comparable word; "" for a small word."""
    number = number_of(form, language)
    if number or is_small(form, language):
        return number or ""
    key = root(form, language)
    return _synonyms(language).get(key, key)


def root(form: str, language: str) -> str:
    """The stem of a word in one spelling, a nationality as its country."""
    if language != "en":
        return stem(form, language)
    country = demonyms().get(form, "")
    form = country if country and " " not in country else form
    found = stem(american(form), language)
    return found[:-3] if len(found) >= MIN_AGENT and found.endswith("ist") else found


def american(form: str) -> str:
    """An English word in American spelling."""
    if len(form) < MIN_SPELLED or not form.isalpha():
        return form
    for pattern, plain in _SPELLINGS:
        form = pattern.sub(plain, form)
    return form


@cache
def _synonyms(language: str) -> Mapping[str, str]:
    """Each root of a row of synonyms to the first of its row."""
    found: dict[str, str] = {}
    for row in table(language).get("synonyms", ()):
        roots = [root(comparable(fold(w)), language) for w in row]
        for one in roots:
            found.setdefault(one, found.get(roots[0], roots[0]))
    return found
