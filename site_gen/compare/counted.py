"""What a number counts: the noun behind it, what happened to it, where and when, and who says so.

Goes in: the pieces of a sentence and a number in it. Comes out: a ``Count``. Nouns and happenings come from tables
(``kinds``, ``happenings``); other nouns stand for themselves. The label is made of the article's own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language import fold, table
from site_gen.language.names import demonyms

from .labels import label_of, scope_of
from .pieces import Number, Piece
from .reading import kind_table, stem, word_set

MAX_NOUN_WORDS = 6
"""Words between a number and its noun ("900 newly hired Spanish factory workers")."""
REACH = 14
"""Words over which a happening belongs to a number."""


@dataclass(frozen=True, slots=True)
class Count:
    """What one number counts."""

    kind: str
    """Line of the table of kinds, or the noun's stem; empty where the text names no noun."""
    happening: str
    """Line of the table of happenings; empty where none stands near."""
    happening_is_near: bool
    """Whether the happening stands right beside the number or its noun."""
    narrowing: frozenset[str]
    """Folded words that narrow the noun: peoples and names ("U.S." citizens)."""
    adjectives: frozenset[str]
    """Stems of the other words between number and noun."""
    context: frozenset[str]
    """Stems of the sentence, number left out."""
    scope: str | None
    """Where or when it holds, as the text says."""
    year: str
    """Year that the sentence dates it to; empty for none."""
    span: str
    """Class of the scope in time: "part", "yearly" …; empty for the whole."""
    label: str
    """What is counted in the article's words: "people killed in the war"."""
    weight: int
    """How much the label tells: higher is better."""


@lru_cache(maxsize=16)
def _happenings(language: str) -> Mapping[str, tuple[str, ...]]:
    """Folded words and the happenings that each can mean, in the order of the table ("lost": lives, value)."""
    found: dict[str, list[str]] = {}
    for name, forms in table(language).get("happenings", {}).items():
        for form in forms:
            found.setdefault(fold(form), []).append(name)
    return {form: tuple(names) for form, names in found.items()}


@lru_cache(maxsize=16)
def _stops(language: str) -> frozenset[str]:
    names = ("small_words", "auxiliaries", "speech_verbs", "clause_openers", "relatives")
    return frozenset().union(*(word_set(language, n) for n in names))


def count(row: Sequence[Piece], number: Number, text: str, language: str, others: Sequence[Number]) -> Count:
    """Return what the number counts; ``others`` are the figures of the sentence, this one among them."""
    first, last = _noun(row, number, language)
    nouns = row[first : last + 1]
    kind = _kind(row, first, last, language) or _taken_up(row, number, language, others)
    at, happening, near = _happening(row, number, first, last, language, others)
    if not kind and happening in ("death", "injury", "missing", "arrest", "rescue") and not number.unit:
        kind = "people"
    scope, span = scope_of(row, max(last, number.last), at, text, language, others, number)
    label, weight = label_of(row, number, first, last, at, scope, text, language)
    return Count(
        kind=kind,
        happening=happening,
        happening_is_near=near,
        narrowing=_narrowing(row, number, nouns, language),
        adjectives=frozenset(stem(p.form, language) for p in nouns[:-1] if p.is_word and p.text.islower()),
        context=_context(row, number, language),
        scope=scope,
        year=_year(row, number),
        span=span,
        label=label,
        weight=weight,
    )


def _narrowing(row: Sequence[Piece], number: Number, nouns: Sequence[Piece], language: str) -> frozenset[str]:
    """Words that make the number count a part: peoples, names, "of the"."""
    words = {p.form for p in nouns[:-1] if p.text[0].isupper() or p.form in demonyms()}
    behind = [p.form for p in row[number.last + 1 : number.last + 3]]
    is_part = len(behind) == 2 and behind[0] in word_set(language, "partitives") and behind[1] in PARTED
    return frozenset(words | {behind[0]} if is_part else words)


PARTED = frozenset({"the", "those", "these", "them"})


STEM_LETTERS = 6
"""Letters of a stem that sentences are compared by: "employ" and "employees", "province" and "provincial" are one."""
MONEY_ONLY = frozenset({"price", "revenue", "profit", "fine", "damages"})
MEASURE_ONLY = frozenset({"magnitude", "depth", "height", "length", "speed", "width", "distance"})
TIME_ONLY = frozenset({"sentence"})
COUNT_ONLY = frozenset(
    {
        "death",
        "injury",
        "missing",
        "movement",
        "arrest",
        "rescue",
        "homeless",
        "remaining",
        "aboard",
        "vote",
    }
)


def _fits(happening: str, number: Number) -> bool:
    """Whether a happening can be what a number of this unit measures: people die, prices are paid in money."""
    unit = number.unit
    is_money = len(unit) == 3 and unit.isupper()
    if happening in MONEY_ONLY:
        return is_money or unit == "%"
    if happening in MEASURE_ONLY:
        return bool(unit and not is_money and unit != "%") or number.grain < 1
    if happening in TIME_ONLY:
        return unit in ("month", "day")
    return not (happening in COUNT_ONLY and unit)


def _context(row: Sequence[Piece], number: Number, language: str) -> frozenset[str]:
    small = word_set(language, "small_words")
    return frozenset(
        stem(p.form, language)[:STEM_LETTERS]
        for i, p in enumerate(row)
        if p.is_word and p.form not in small and len(p.form) > 1 and not number.first <= i <= number.last
    )


def _noun(row: Sequence[Piece], number: Number, language: str) -> tuple[int, int]:
    """First and last piece of the noun phrase behind the number; an empty range (first > last) where there is none."""
    kinds = kind_table(language)
    first = _after_number(row, number, language)
    last, head = first - 1, -1
    for i in range(first, min(len(row), first + MAX_NOUN_WORDS)):
        piece = row[i]
        if piece.text in ".'’-" and i > first and i + 1 < len(row) and row[i - 1].end == piece.start:
            continue
        if not piece.is_word or (
            _stops_noun(piece, language, is_first=i == first) and piece.form not in kinds
        ):
            break
        if (
            i > first
            and _is_verb_like(piece, language)
            and (head >= 0 or piece.form in _happenings(language))
        ):
            break
        last = i
        if piece.form in kinds:
            head = i
    if head >= 0 and (last == head or _is_plural(row[head].form) or row[head].form == row[last].form):
        last = head
    return first, last


def _stops_noun(piece: Piece, language: str, *, is_first: bool) -> bool:
    """Whether a word ends the noun phrase before it; a letter of an abbreviation ("U.S.") does not."""
    if len(piece.text) == 1 and piece.text.isupper():
        return False
    is_noun_too = is_first and piece.form in word_set(language, "speech_verbs")
    return piece.form in _stops(language) and not is_noun_too


def _is_plural(form: str) -> bool:
    """Whether a kind's noun can head its phrase though more words follow ("people homeless", not "rebel resistance")."""
    return form.endswith("s") or form in (
        "people",
        "children",
        "men",
        "women",
        "police",
        "troops",
        "personnel",
        "staff",
        "crew",
    )


def _is_verb_like(piece: Piece, language: str) -> bool:
    return piece.form in _happenings(language) or bool(re.search(r"(?:ed|ing)$", piece.form))


def _after_number(row: Sequence[Piece], number: Number, language: str) -> int:
    """The piece where the noun may begin: "more", "other", "of the" and hyphens are stepped over."""
    skip = word_set(language, "before_noun")
    i = number.last + 1
    while i < len(row) and (row[i].form in skip or (row[i].text in "-‑" and row[i - 1].end == row[i].start)):
        i += 1
    return i


def _kind(row: Sequence[Piece], first: int, last: int, language: str) -> str:
    if last < first:
        return ""
    kinds = kind_table(language)
    kind = kinds.get(row[last].form)
    joined = row[last + 1 : last + 3]
    if (
        kind
        and len(joined) == 2
        and joined[0].form in word_set(language, "joining")
        and joined[1].form in kinds
    ):
        return "people" if kind != kinds[joined[1].form] else kind
    if row[last].form in _happenings(language) and not kind:
        return ""
    return kind or stem(row[last].form, language)


def _year(row: Sequence[Piece], number: Number) -> str:
    """The bare year nearest behind the number, else before it."""
    years = [(i > number.last, -abs(i - number.first), p.text) for i, p in enumerate(row) if _is_year(p)]
    return max(years)[2] if years else ""


def _is_year(piece: Piece) -> bool:
    return len(piece.text) == 4 and piece.text.isdigit() and piece.text[:2] in ("17", "18", "19", "20")


def _taken_up(row: Sequence[Piece], number: Number, language: str, others: Sequence[Number]) -> str:
    """The kind of the number before, for "11 of them"; empty elsewhere."""
    behind = [p.form for p in row[number.last + 1 : number.last + 3]]
    earlier = [n for n in others if n.last < number.first]
    if len(behind) < 2 or not earlier or behind[1] not in word_set(language, "of_them"):
        return ""
    return _kind(row, *_noun(row, earlier[-1], language), language)


def _happening(
    row: Sequence[Piece], number: Number, first: int, last: int, language: str, others: Sequence[Number]
) -> tuple[int, str, bool]:
    """Place and name of the happening nearest to the number, and whether it stands right beside it.

    A change ("rose to 45", "more than doubled") only says how the number came about: what else happened goes before it.
    """
    low, high = _clause(row, number, others)
    end = max(last, number.last)
    found: list[tuple[bool, int, int, str]] = []
    change = 0
    for i in range(low, high + 1):
        meant = (n for n in _happenings(language).get(row[i].form, ()) if _fits(n, number))
        name = next(meant, None)
        if name is None or number.first <= i <= number.last:
            continue
        distance = _distance(row, number, end, i, language)
        if distance <= REACH:
            is_change = name in CHANGES and not number.unit
            change = i if is_change and distance <= NEAR and i < number.first else change
            found.append((is_change, distance, i, name))
    if not found:
        return -1, "", False
    is_change, distance, i, name = min(found)
    near = distance <= NEAR or bool(change and not is_change and i < change)
    return i, name, near


CHANGES = frozenset({"rise", "decline"})


def _distance(row: Sequence[Piece], number: Number, end: int, i: int, language: str) -> int:
    """Words between a happening and the number or its noun; its hedge is not counted, a new clause counts as several."""
    if number.last < i <= end:
        return 0
    if i > end:
        return _behind(row, end, i, language)
    hedge = len((number.qualifier or "").split())
    between = row[i + 1 : number.first]
    return max(1, sum(p.is_word for p in between) - hedge + 1) + _crossed(between, language)


def _crossed(between: Sequence[Piece], language: str) -> int:
    """What it costs to step from one clause into the next."""
    joints = (
        word_set(language, "joining")
        | word_set(language, "coordinators")
        | word_set(language, "clause_openers")
    )
    return NEW_CLAUSE * sum(p.form in joints for p in between)


NEW_CLAUSE = 3
NEAR = 3
"""Words (auxiliaries left out) between a happening and its number that leave no doubt."""


def _behind(row: Sequence[Piece], end: int, i: int, language: str) -> int:
    auxiliary = word_set(language, "auxiliaries") | word_set(language, "relatives")
    if i == end + 1:
        return 0
    between = row[end + 1 : i]
    bracketed = bool(between) and between[0].text == "," and any(p.text == "," for p in between[1:])
    plain = sum(p.is_word and p.form not in auxiliary for p in between) + 1
    return 2 if bracketed else plain + _crossed(between, language)


def _clause(row: Sequence[Piece], number: Number, others: Sequence[Number]) -> tuple[int, int]:
    """First and last piece of the number's clause: to the next semicolon, or past other numbers of the same sort."""
    low, high = number.first, number.last
    while low > 0 and row[low - 1].text not in ";:":
        low -= 1
    while high + 1 < len(row) and row[high + 1].text not in ";:":
        high += 1
    return low, high
