"""Numerals: what value a run of digits or number words has.

Goes in: the pieces of a sentence and a place in it. Comes out: a ``Numeral``, or None where none begins there. Units, hedges
and ranges are for ``numbers``. The words and their values come from each language's tables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language import fold, table

from .pieces import Piece

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
HYPHENS = frozenset("-‑–")
MOST = 1e30
"""Nothing that an article counts is more: a longer run of digits is a key, or noise, and would be more than a float holds."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A value and the pieces that write it."""

    first: int
    last: int
    value: float
    grain: float
    """The step to which it is given (34,000: 1,000; 5.3: 0.1)."""
    is_scaled: bool = False
    """Whether a word or letter for thousands or more is in it."""
    low: float | None = None
    """Bounds of a number that is only a size ("dozens", "several thousand"); None elsewhere."""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of a language, folded."""

    simple: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    """Plurals that only give a size ("dozens"), and the least and greatest number they can mean."""
    several: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    half: Mapping[str, float]
    prefixes: tuple[str, ...]
    """Letters that are written on to a number ("و")."""
    thousands: str
    decimal: str
    has_scores: bool
    """Whether eighty is four twenties."""
    leads: frozenset[str]
    """Scales that are numbers without an article ("mille morts")."""


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon:
    """Return the number words of a language."""
    tables = table(language)
    reading = tables.get("number_reading", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(w) for w in reading.get(name, ()))

    return Lexicon(
        {fold(k): float(v) for k, v in tables.get("number_words", {}).items()},
        {fold(k): float(v) for k, v in tables.get("number_scales", {}).items()},
        {fold(k): (float(v[0]), float(v[1])) for k, v in tables.get("number_sizes", {}).items()},
        words("several"),
        words("and"),
        words("articles"),
        {fold(k): float(v) for k, v in tables.get("number_parts", {}).items()},
        tuple(reading.get("prefixes", ())),
        reading.get("thousands", ","),
        reading.get("decimal", "."),
        bool(reading.get("scores")),
        words("leading"),
    )


@lru_cache(maxsize=16)
def openers(language: str) -> frozenset[str]:
    """Folded words with which a number in words can begin, prefixes included."""
    known = lexicon(language)
    plain = {*known.simple, *known.scales, *known.vague, *known.several, *known.half}
    return frozenset(plain | {p + w for p in known.prefixes for w in plain})


@lru_cache(maxsize=16)
def beginnings(language: str) -> frozenset[str]:
    """Folded words with which a number in words can begin, articles included."""
    return openers(language) | lexicon(language).articles


def may_count(text: str, language: str) -> bool:
    """Whether a text can hold a numeral: it has a digit, or a number word where the language's can be told by letters alone."""
    if _DIGIT.search(text):
        return True
    words = _plain_openers(language)
    return words is None or not words.isdisjoint(_NO_LETTERS.split(text.lower()))


_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")
_NO_LETTERS = re.compile(r"[^a-z]+")


_OF_NUMBERS = ("number_words", "number_scales", "number_sizes", "number_parts")


@lru_cache(maxsize=16)
def _plain_openers(language: str) -> frozenset[str] | None:
    """The openers, where all are written with plain letters and none takes a prefix; None elsewhere ("fünf", "veintitrés")."""
    known = openers(language)
    tables = table(language)
    written = (word for name in _OF_NUMBERS for word in tables.get(name, {}))
    is_plain = not lexicon(language).prefixes and all(word.isascii() for word in (*known, *written))
    return frozenset(part for word in known for part in word.split("-")) if is_plain else None


def numeral(row: Sequence[Piece], i: int, language: str, *, is_money: bool) -> Numeral | None:
    """The numeral that begins at a piece; ``is_money`` where a currency's sign stands before it."""
    if not row[i].is_number and not row[i].is_word:
        return None
    found = _begun(row, i, language, is_money=is_money)
    return found if found and found.value <= MOST else None


def _begun(row: Sequence[Piece], i: int, language: str, *, is_money: bool) -> Numeral | None:
    """The numeral that begins at a number or a word, however great."""
    if row[i].is_number:
        return _in_digits(row, i, language, is_money=is_money)
    form, known = row[i].form, lexicon(language)
    if form not in openers(language):
        after = row[i + 1].form if i + 1 < len(row) else ""
        if form not in known.articles or not (
            after in known.scales or after in known.articles or after in known.half
        ):
            return None
    return _size(row, i, language) or _part(row, i, language) or _in_words(row, i, language)


def _in_digits(row: Sequence[Piece], i: int, language: str, *, is_money: bool) -> Numeral:
    value, grain = _digits(row[i].text, language)
    last = i
    if i + 1 < len(row) and row[i + 1].text in FRACTIONS:
        value, last = value + FRACTIONS[row[i + 1].text], i + 1
    is_scaled = False
    while (scale := _scale(row, last, language, is_money=is_money)) is not None:
        factor, last = scale
        value, grain = value * factor, grain * factor
        is_scaled = is_scaled or factor >= 1000
    return Numeral(i, last, value, grain, is_scaled)


def _digits(text: str, language: str) -> tuple[float, float]:
    """Value and grain of a run of digits; a point or comma before three digits groups where the language groups with it."""
    known = lexicon(language)
    plain = re.sub(r"[\u00a0\u202f ]", "", text)
    parts, marks = re.split(r"[.,]", plain), re.findall(r"[.,]", plain)
    groups = len(marks) > 1 and len(set(marks)) == 1
    divides = marks and (
        marks[-1] == known.decimal or len(parts[-1]) != 3 or (known.thousands == " " and marks[-1] == ",")
    )
    if divides and not groups:
        return float(f"{''.join(parts[:-1])}.{parts[-1]}"), 10.0 ** -len(parts[-1])
    whole = "".join(parts)
    return float(whole), grain_of(int(whole)) if float(whole) <= MOST else 1.0


def grain_of(value: int) -> float:
    """The step to which a whole number is given: 34,000 is given to the thousand."""
    grain = 1
    while value and value % (grain * 10) == 0:
        grain *= 10
    return float(grain)


def _scale(row: Sequence[Piece], i: int, language: str, *, is_money: bool) -> tuple[float, int] | None:
    """A scale behind a number ("million", "bn", "k") and its piece; single letters only where they touch the digits."""
    known = lexicon(language)
    j = i + 2 if i + 2 < len(row) and row[i + 1].text in HYPHENS else i + 1
    if j >= len(row):
        return None
    form = bare(row[j].form, known, known.scales)
    if form is None or (form == "m" and not is_money):
        return None
    touches = row[j].start == row[i].end
    if len(form) == 1 and not touches and not is_money:
        return None
    return known.scales[form], j


def bare(form: str, known: Lexicon, words: Mapping[str, object]) -> str | None:
    """The word without a letter written on to it, where the table has it; None elsewhere."""
    if form in words:
        return form
    return next((form[1:] for p in known.prefixes if form.startswith(p) and form[1:] in words), None)


def _size(row: Sequence[Piece], i: int, language: str) -> Numeral | None:
    """ "dozens", "tens of thousands", "several thousand": a size, no number."""
    known = lexicon(language)
    if row[i].form in known.several and i + 1 < len(row):
        scale = known.scales.get(row[i + 1].form, 0.0)
        if scale >= 100 and row[i + 1].form not in known.vague:
            return Numeral(i, i + 1, 2 * scale, scale, True, 2 * scale, 9 * scale)
        return None
    if row[i].form not in known.vague:
        return None
    low, high = known.vague[row[i].form]
    last = i
    if i + 2 < len(row) and row[i + 1].form in known.joints | {"of", "de"} and row[i + 2].form in known.vague:
        factor = known.vague[row[i + 2].form][0] / 2
        low, high, last = low / 2 * factor, high * factor, i + 2
    return Numeral(i, last, low, low, True, low, high)


def _part(row: Sequence[Piece], i: int, language: str) -> Numeral | None:
    """ "half a million", "a quarter of a million", "a dozen", "a hundred"."""
    known = lexicon(language)
    factor, j = 1.0, i
    if row[j].form in known.articles and j + 1 < len(row) and row[j + 1].form in known.half:
        j += 1
    if (part := bare(row[j].form, known, known.half)) is not None:
        factor, j = known.half[part], j + 1
        while j < len(row) and row[j].form in known.articles | {"of", "de", "d"}:
            j += 1
    elif row[j].form in known.articles:
        j += 1
    if j == i or j >= len(row) or len(row[j].form) <= 2 or row[j].form not in known.scales:
        return None
    scale = known.scales[row[j].form]
    value, last = factor * scale, j
    further = _in_words(row, j, language) if factor == 1.0 else None
    if further and further.value != scale:
        return Numeral(i, further.last, further.value, further.grain, further.is_scaled)
    return Numeral(i, last, value, value, value >= 1000)


def _in_words(row: Sequence[Piece], i: int, language: str) -> Numeral | None:
    known = lexicon(language)
    total, current, last, j = 0.0, 0.0, -1, i
    previous = ""
    while j < len(row):
        step = _next_word(row, j, last, known)
        if step is None:
            break
        j, form, is_tied = step
        if form in known.simple:
            value = known.simple[form]
            if last >= 0 and not _adds(value, previous, known, is_tied=is_tied):
                break
            current = _added(current, value, known)
        elif last < 0 and not _may_lead(form, known):
            break
        elif known.scales[form] >= 1000:
            current = max(current, 0.0 if total else 1.0) or total
            total = (0.0 if current == total else total) + current * known.scales[form]
            current = 0.0
        else:
            current = max(current, 1.0) * known.scales[form]
        previous, last, j = form, j, j + 1
    value = total + current
    if (factor := _times(row, j, previous, known)) > 1:
        value, last, previous, total = value * factor, j + 1, row[j + 1].form, value
    if last < 0 or value > MOST:
        return None
    return Numeral(i, last, value, _step_of(value, previous, known), total > 0)


def _times(row: Sequence[Piece], j: int, previous: str, known: Lexicon) -> float:
    """The thousands that a counted plural is of ("trois dizaines de milliers"); 1 elsewhere."""
    is_of = previous in known.vague and j + 1 < len(row) and row[j].form in OF
    factor = known.scales.get(row[j + 1].form, 1.0) if is_of else 1.0
    return factor if factor >= THOUSAND else 1.0


OF = frozenset({"of", "de"})
THOUSAND = 1000


def _step_of(value: float, last: str, known: Lexicon) -> float:
    """The step to which a number in words is given: a dozen where it ends in "dozen", else that of its digits."""
    scale = known.scales.get(last, 0.0)
    return max(scale, grain_of(int(value))) if 0 < scale < HUNDRED else grain_of(int(value))


HUNDRED = 100
"""Scales below it are no powers of ten."""


def _may_lead(form: str, known: Lexicon) -> bool:
    """Whether a scale alone is a number: in languages that say "hundred men" without an article."""
    return not known.articles or form in known.leads


def _next_word(row: Sequence[Piece], j: int, last: int, known: Lexicon) -> tuple[int, str, bool] | None:
    """Place and bare form of the number word that goes on at ``j`` behind hyphens and "and", and whether it is tied."""
    is_tied = False
    while last >= 0 and j + 1 < len(row) and (row[j].text in HYPHENS or row[j].form in known.joints):
        is_tied = is_tied or row[j].text in HYPHENS or row[j].form in known.joints
        j += 1
    form = row[j].form
    for words in (known.simple, known.scales):
        found = bare(form, known, words)
        if found is not None and (found == form or last >= 0 or words is known.scales or len(found) > 2):
            if words is known.scales and len(found) <= 2:
                return None
            return j, found, is_tied or found != form
    return None


def _adds(value: float, previous: str, known: Lexicon, *, is_tied: bool) -> bool:
    """Whether a simple number goes on with what stands before ("forty five", "two hundred and six"), no new number."""
    if previous in known.scales:
        return value < known.scales[previous] or known.scales[previous] < 100
    before = known.simple.get(previous, 0.0)
    if known.has_scores and is_tied and before == 4 and value == 20:
        return True
    if before >= 20 and before % 10 == 0 and value < (20 if known.has_scores else 10):
        return True
    if known.has_scores and is_tied and before == 10 and 7 <= value <= 9:
        return True
    return bool(known.prefixes) and value >= 10 > before and (is_tied or value == 10)


def _added(current: float, value: float, known: Lexicon) -> float:
    is_scores = known.has_scores and value == 20 and current % 100 == 4
    return current + 76 if is_scores else current + value
