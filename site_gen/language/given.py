"""Given names: whether a word can open a person's name, in any of many countries.

``given.txt`` beside this module holds them, made by ``python -m benchmarks.given_names`` from the lists of Faker (MIT).
The tables ``given_he`` and ``given_she`` of a language, which also tell the pronoun, count too. Read once, on first use.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from .gazetteer import place_named
from .names import any_language
from .words import fold

TABLE = "given.txt"


@lru_cache(maxsize=1 << 16)
def is_given_name(folded: str) -> bool:
    """Whether a folded word is known as a given name; of a double name ("jean-pierre") the first half is looked up.

    A listed word that is also the name of a place ("Austin", "Charlotte") is none here: it tells nothing by itself.
    """
    first = folded.partition("-")[0]
    if first in any_language("given_he") or first in any_language("given_she"):
        return True
    if first not in _listed():
        return False
    place = place_named(first)
    return place is None or (place.kind == "city" and fold(place.name) != first)


def may_be_given_name(folded: str) -> bool:
    """Whether a folded word is a given name of some people, a place's name or not ("Lewis", "Paris")."""
    return folded.partition("-")[0] in _listed()


@cache
def _listed() -> frozenset[str]:
    lines = (files(__package__) / TABLE).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())
