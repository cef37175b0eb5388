"""What happened to what a number counts: the word of the table of happenings nearest to it.

Goes in: the pieces of a sentence, a number and its noun. Comes out: the word's place, the happening's name, and whether it
stands right beside the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..nouns import Phrase
from ..pieces import Number, Piece
from ..reading import word_set, words_of
from ..surroundings import PREFIXED, happening_table

REACH = 14
"""Words over which a happening belongs to a number."""
NEW_CLAUSE = 3
"""Words that a step from one clause into the next counts for."""
NEAR = 3
"""Words (auxiliaries left out) between a happening and its number that leave no doubt."""
MONEY_ONLY = frozenset({"price", "revenue", "profit", "fine", "damages", "bail"})
LENGTH_ONLY = frozenset({"depth", "height", "length", "width", "distance"})
OTHER_MEASURES = {"magnitude": "", "speed": "m/s", "weight": "kg"}
TIME_ONLY = frozenset({"sentence"})
AREA_ONLY = frozenset({"burning"})
FATES = frozenset(
    {"death", "injury", "missing", "movement", "arrest", "rescue", "remaining", "layoff", "attendance"}
    | {"destruction", "infection", "charge", "conviction"}
)
"""What people and things come to, each to one of them: those who died are not those who were hurt."""
COUNT_ONLY = FATES | {"aboard", "capacity", "deployment", "shooting"}
BODILY = frozenset({"death", "injury", "missing", "arrest", "rescue", "aboard"})
"""What happens to people: a bare number beside it counts them."""
CHANGES = frozenset({"rise", "decline"})

Happening = tuple[int, str, bool]
"""Place, name, and whether it stands right beside the number; (-1, "", False) for none."""


def happening(row: Sequence[Piece], number: Number, phrase: Phrase, language: str) -> Happening:
    """Return the happening nearest to the number.

    A change ("rose to 45", "more than doubled") only says how the number came about: what else happened goes before it.
    """
    low, high = _clause(row, number)
    end = max(phrase[1], number.last)
    found: list[tuple[bool, int, int, str]] = []
    change = 0
    vocabulary = _vocabulary(language)
    for i in [i for i in range(low, high + 1) if row[i].form in vocabulary]:
        name = next((n for n in _names(row, i, number, language) if _fits(n, number)), None)
        if name is None or number.first <= i <= number.last:
            continue
        if i > end and row[i].form in word_set(language, "bearing"):
            continue
        distance = _distance(row, number, end, i, language)
        if distance <= REACH:
            is_change = name in CHANGES and not _changes_itself(number.unit)
            change = i if is_change and distance <= NEAR and i < number.first else change
            found.append((is_change, distance, i, name))
    if not found:
        return -1, "", False
    is_change, distance, i, name = min(found)
    return i, name, distance <= NEAR or bool(change and not is_change and i < change)


def _names(row: Sequence[Piece], i: int, number: Number, language: str) -> tuple[str, ...]:
    """The happenings that a word, or it with the next one or two, can mean; "up" and its like only right before the number."""
    known = happening_table(language)
    form = row[i].form
    if form in _first_words(language):
        for last in (i + 3, i + 2):
            if several := known.get(" ".join(p.form for p in row[i:last])):
                return several
    if form in word_set(language, "particles"):
        return known.get(form, ()) if i + 1 == number.first else ()
    if form in word_set(language, "without_object") and _has_object(row, i, language):
        return ()
    return known.get(form, ())


def _has_object(row: Sequence[Piece], i: int, language: str) -> bool:
    """Whether a word is followed by its object ("lost their roofs"), not by the end of a clause or a place or time."""
    after = row[i + 1] if i + 1 < len(row) else None
    ends = words_of(language, "scope_openers", "joining", "clause_openers")
    return after is not None and after.is_word and after.form not in ends


@lru_cache(maxsize=16)
def _vocabulary(language: str) -> frozenset[str]:
    """The words of happenings, and the first words of those that take two."""
    return frozenset(happening_table(language)) | _first_words(language)


@lru_cache(maxsize=16)
def _first_words(language: str) -> frozenset[str]:
    """The first words of the happenings that take two."""
    return frozenset(form.split()[0] for form in happening_table(language) if " " in form)


def _changes_itself(unit: str) -> bool:
    """Whether a number of this unit can be a rise or fall: a share or a sum; of all else it says where the change led."""
    return unit == "%" or (len(unit) == 3 and unit.isupper())


def _fits(name: str, number: Number) -> bool:
    """Whether a happening can be what a number of this unit measures: people die, prices are paid in money."""
    unit = number.unit
    if name in MONEY_ONLY:
        return _changes_itself(unit)
    if name in LENGTH_ONLY:
        return unit in ("m", "ly")
    if name in OTHER_MEASURES:
        return unit == OTHER_MEASURES[name] and (bool(unit) or number.value < 10)
    if name in AREA_ONLY:
        return unit == "m2"
    if name in TIME_ONLY:
        return unit in ("month", "s")
    return not (name in COUNT_ONLY and unit)


def _distance(row: Sequence[Piece], number: Number, end: int, i: int, language: str) -> int:
    """Words between a happening and the number or its noun; its hedge is not counted, a new clause counts as several."""
    if number.last < i <= end:
        return 0
    if i > end:
        return _behind(row, end, i, language)
    hedge = len((number.qualifier or "").split())
    words, crossed = _between(row[i + 1 : number.first], REACH + hedge, frozenset(), language)
    return max(1, words - hedge + 1) + crossed


def _between(row: Sequence[Piece], most: int, passed: frozenset[str], language: str) -> tuple[int, int]:
    """How many words are stepped over, those of ``passed`` left out, and what it costs to step from one clause into the next.

    Counted until both together are more than ``most``.
    """
    joints = words_of(language, "joining", "coordinators", "clause_openers")
    words = crossed = 0
    for text, form, _, _ in row:
        words += text[0].isalpha() and form not in passed
        crossed += NEW_CLAUSE * (form in joints)
        if words + crossed > most:
            break
    return words, crossed


def _behind(row: Sequence[Piece], end: int, i: int, language: str) -> int:
    if _joins_clause(row[i], language):
        return i - end + NEW_CLAUSE
    if i == end + 1:
        return 0
    is_apposed = row[end + 1].text == ","
    if is_apposed and any(p.text == "," for p in row[end + 2 : i]):
        return 2
    passed = words_of(language, "auxiliaries", "relatives")
    words, crossed = _between(row[end + 1 : i], REACH, passed, language)
    return words + 1 + crossed + NEW_CLAUSE * is_apposed


def _joins_clause(piece: Piece, language: str) -> bool:
    """Whether "and" is written onto a verb, which then opens the next clause ("وقتل")."""
    rest = next(
        (piece.form[len(p) :] for p in word_set(language, "verb_prefixes") if piece.form.startswith(p)), ""
    )
    return len(rest) >= PREFIXED and rest in happening_table(language)


def _clause(row: Sequence[Piece], number: Number) -> tuple[int, int]:
    """First and last piece of the number's part of the sentence, between semicolons and colons."""
    low, high = number.first, number.last
    while low > 0 and row[low - 1].text not in ";:":
        low -= 1
    while high + 1 < len(row) and row[high + 1].text not in ";:":
        high += 1
    return low, high
