"""Countries, cities and states of the world by name: a kept gazetteer, so that places need no model to be told.

``places.tsv`` beside this module holds it, made by ``python -m benchmarks.gazetteer`` from GeoNames (cities of 15,000
people and more; https://www.geonames.org, CC BY 4.0) and ISO 3166 names in the archive's languages. Read once, on
first use (30 ms).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from .words import fold

LARGE_CITY_PEOPLE = 150_000
"""A city of this size is told by its bare name; a smaller one only behind a word such as "in" or "near"."""
TABLE = "places.tsv"
PLACE_AND_HOUR = re.compile(r"[A-ZÀ-Ý][^\d,.;:|–—]{2,40}\s[-–—|/]\s.{0,12}\b\d{4}\b.*\b\d{1,2}[:.h]\d{2}\b")
"""A place that is not known, parted from a day with its hour: "Quayside - 14 NOV 2017 - 19:32 CET"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer."""

    name: str
    """Its main name, English for countries."""
    kind: str
    """country, city or state."""
    country: str
    """ISO 3166-1 alpha-2, "" for what has none."""
    population: int


@lru_cache(maxsize=20_000)
def place_named(name: str) -> Place | None:
    """Return the place that has this name, the largest where several have it; None where none has."""
    row = _rows().get(fold_place(name))
    return _place(row) if row else None


MIN_LIKENESS = 50
"""Least likeness (0..100) of a city's other name to its main one. GeoNames lists names that once were or that few use, and
that mean another place, or a person, to most readers ("Newtown" for Tallahassee, "Stalin" for Varna)."""


@lru_cache(maxsize=20_000)
def is_usual_name(name: str, place: Place) -> bool:
    """Whether a name means this place by itself: a country's, one in other letters, or one like a city's main name."""
    folded = fold_place(name)
    if place.kind != "city" or not folded.isascii():
        return True
    main = fold_place(place.name)
    if folded in main.split():
        return True
    begins_alike = any({folded[0], main[0]} <= sounds for sounds in (*_SOUNDS, {main[0]}))
    is_known_to_many = begins_alike or place.population >= KNOWN_TO_MANY_PEOPLE
    return is_known_to_many and fuzz.ratio(folded, main) >= MIN_LIKENESS


_SOUNDS = (
    {"c", "k", "q"},
    {"g", "i", "j", "y"},
    {"s", "z"},
    {"b", "f", "p", "v", "w"},
    {"d", "t"},
    {"o", "u"},
)
"""First letters that stand for each other where a city's name is written in another way ("Cracow" for Kraków)."""
KNOWN_TO_MANY_PEOPLE = 5_000_000
"""People of a city that readers know under a name with another beginning ("Bombay"): "Manning" means no town in China."""


@lru_cache(maxsize=20_000)
def fold_place(name: str) -> str:
    """A place's name as it is filed: folded, "the" and points left off ("U.S." and "US" are one)."""
    plain = name.lower() if name.isascii() else fold(name)
    folded = " ".join(plain.replace(".", "").replace("'", " ").split())
    return folded.removeprefix("the ")


@lru_cache(maxsize=20_000)
def _place(row: str) -> Place:
    name, kind, country, people = row.split("\t")
    return Place(name, kind, country, int(people))


@cache
def _rows() -> dict[str, str]:
    """Each folded name to the rest of its line of the table."""
    found: dict[str, str] = {}
    for line in (files(__package__) / TABLE).read_text(encoding="utf-8").splitlines():
        names, _, row = line.partition("\t")
        for name in names.split("|"):
            found[name] = row
    return found
