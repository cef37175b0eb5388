"""Which of an event's headlines may name it: one that tells, and neither asks, judges, teases nor addresses its reader.

In: a headline and its language. Out: how many faults it has as a neutral title. The words stand in ``<language>.link.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from ..language import fold, table, words

_BRACKETED = re.compile(r"[\[(]([^\[\]()]{2,30})[\])]")
_LABEL = re.compile(r"^([^:|]{2,30})[:|]\s")
_ASKED = re.compile(r"[?!؟]")
_TAIL = re.compile(r"\s(?:\|\s|-\s+[A-Z][^\s-]*(?:\s+\S+){0,7}$)")


def faults(headline: str, language: str) -> int:
    """Return how many of five faults a headline has.

    A newsroom's label ("UPDATE:", "(LEAD)"), a teaser's opening ("Here's why"), a mark of question or exclamation, words
    that judge or address the reader ("should", "you"), and what a page has behind its headline ("… - Norham News Now").
    """
    said = [fold(word.text) for word in words(headline)]
    first = said[0] if said else ""
    return (
        _is_labelled(headline, language)
        + (first in _entries(language, "headline_teasers"))
        + bool(_ASKED.search(headline))
        + bool(_TAIL.search(headline))
        + any(word in _entries(language, "headline_judgements") for word in said)
    )


def _is_labelled(headline: str, language: str) -> bool:
    labels = [found[1] for found in _BRACKETED.finditer(headline)]
    opening = _LABEL.match(headline)
    labels += [opening[1]] if opening else []
    known = _entries(language, "headline_labels")
    return any(fold(word.text) in known for label in labels for word in words(label)[:1])


@cache
def _entries(language: str, name: str) -> frozenset[str]:
    return frozenset(table(language).get(name, ()))
