"""The words around a number, brought to what they mean and weighed by how near they stand.

Goes in: the pieces of a sentence, a number in it and its noun. Comes out: marks and their weights. A mark is a line of the
tables of kinds or happenings, a place or a people's country, or a word's stem: the first three compare across languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from site_gen.language import fold, table, words
from site_gen.language.gazetteer import place_named
from site_gen.language.names import demonyms

from .concepts import concept
from .pieces import Number, Piece
from .reading import comparable, kind_table, words_of

STEM_LETTERS = 6
"""Letters of a stem that sentences are compared by: "employ" and "employees", "province" and "provincial" are one."""
DECAY = 0.3
"""How fast a word's weight falls with every word that stands between it and the number or its noun."""
CLAUSE_COST = 2
"""Words that a comma or a conjunction counts for."""
LEAST_TOWN = 50_000
"""Smaller places share their names with too many words."""


PREFIXED = 3
"""Letters of a verb onto which a particle may be written ("وقتل"); with a shorter one it may be another word."""


@lru_cache(maxsize=16)
def happening_table(language: str) -> Mapping[str, tuple[str, ...]]:
    """Folded words (or two words) and the happenings that each can mean, in the order of the table."""
    found: dict[str, list[str]] = {}
    joined = [fold(prefix) for prefix in table(language).get("verb_prefixes", ())]
    for name, forms in table(language).get("happenings", {}).items():
        for form in map(fold, forms):
            found.setdefault(form, []).append(name)
            for prefix in joined if len(form) >= PREFIXED else ():
                found.setdefault(prefix + form, []).append(name)
    return {form: tuple(names) for form, names in found.items()}


@lru_cache(maxsize=16)
def _idle(language: str) -> frozenset[str]:
    hedges = {w for phrase in table(language).get("qualifiers", {}) for w in fold(phrase).split()}
    idle = words_of(language, "small_words", "auxiliaries", "speech_verbs", "clause_openers", "relatives")
    return idle | words_of(language, "weekdays", "months") | hedges


@lru_cache(maxsize=50_000)
def country_of(text: str) -> str:
    """The country that a word names or whose people it names ("American", "Danes", "U.S."); empty for other words."""
    form = fold(text)
    for people in (form, form.removesuffix("s")):
        if people in demonyms():
            return demonyms()[people]
    if not text[0].isupper() and text[0].isascii():
        return ""
    place = place_named(text)
    if place is None or (place.kind != "country" and place.population < LEAST_TOWN):
        return ""
    return fold(place.name)


@lru_cache(maxsize=100_000)
def mark(text: str, form: str, language: str) -> str:
    """What a word means for comparison; empty where it tells nothing."""
    if text.isascii() and not text[0].isupper():
        pass
    elif country := country_of(text):
        return f"={country}"
    if form in _idle(language) or len(form) < 2:
        return ""
    if happenings := happening_table(language).get(form):
        return f"!{happenings[0]}"
    if kind := kind_table(language).get(form):
        return f"@{kind}"
    return concept(comparable(form), language)[:STEM_LETTERS]


def joined(row: Sequence[Piece], i: int) -> str:
    """The letters of an abbreviation written with points that begins at a piece ("U.S."), else the piece's text."""
    text = row[i].text
    if len(text) != 1 or not text.isupper():
        return text
    while (
        i + 2 < len(row)
        and row[i + 1].text == "."
        and len(row[i + 2].text) == 1
        and row[i + 2].text.isupper()
    ):
        text, i = text + row[i + 2].text, i + 2
    return text


def surroundings(row: Sequence[Piece], number: Number, last: int, language: str) -> dict[str, float]:
    """Marks of the sentence and their weights: 1 in the noun itself, less the farther away; ``last`` ends the noun."""
    weights: dict[str, float] = {}
    joints = words_of(language, "joining", "coordinators", "clause_openers")

    def walk(places: range) -> None:
        distance = 0.0
        for i in places:
            text, form, _, _ = row[i]
            if form in joints or text in ",;:()—":
                distance += CLAUSE_COST
            if not text[0].isalpha():
                continue
            found = mark(text if len(text) > 1 else joined(row, i), form, language)
            if found:
                weights[found] = max(weights.get(found, 0.0), 1 / (1 + DECAY * distance))
                distance += 1
            else:
                distance += 0.5

    walk(range(number.first - 1, -1, -1))
    end = max(last, number.last)
    walk(range(end + 1, len(row)))
    for i in range(number.last + 1, end + 1):
        if row[i].is_word and (found := mark(joined(row, i), row[i].form, language)):
            weights[found] = 1.0
    return weights


def marks_of(text: str, language: str) -> frozenset[str]:
    """The marks of a text's words."""
    found = (mark(w.text, fold(w.text), language) for w in words(text))
    return frozenset(m for m in found if m)
