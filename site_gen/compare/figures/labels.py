"""What one number counts, in the article's own words: by this numbers are weighed against each other.

Goes in: the pieces of a sentence, a number, its noun, its happening and its scope. Comes out: the label with how much it
tells. "people killed in the war", "offer ($ per share)", "age of Jane Doe": what is counted, unit, scope. What a figure is
headed by on a page is another matter (``headings``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from site_gen.language import fold, table
from site_gen.model.comparison import is_money

from ..nouns import PEOPLE, Phrase
from ..pieces import Number, Piece
from ..reading import word_set, words_of
from ..surroundings import happening_table
from .happened import BODILY, Happening
from .numbers import AGE
from .tallies import CLOCK, TALLY

HEAD_WORDS = 4
"""Words of a noun before or behind a measure."""

Label = tuple[str, int]
"""The words, and how much they tell: higher is better."""


def label_of(
    row: Sequence[Piece],
    number: Number,
    phrase: Phrase,
    told: Happening,
    scope: str | None,
    text: str,
    language: str,
) -> Label:
    """Return what the number counts, in the article's words."""
    at, name, is_near = told
    first, last = phrase
    behind = _trimmed(row, first, last, text, language)
    if behind.casefold() in word_set(language, "any_people"):
        behind = _people(language)
    if number.unit == AGE:
        return _age(row, number, behind, text, language)
    if number.is_age and (behind := behind or _head_behind(row, number, text, language)):
        is_old = any(p.form in word_set(language, "old") for p in row[number.last + 1 : first])
        return _named(language, "age_of" if is_old else "length_of", behind), 3
    if number.unit:
        return _measure(row, number, name, text, language)
    if not behind:
        return _bare(row, number, told, text, language)
    if last == first and row[last].form in word_set(language, "occasions"):
        return " ".join(filter(None, (behind, scope))), 0
    says_itself = row[last].form in happening_table(language)
    word = "" if says_itself or not is_near else _happened(row, at, text, language)
    if word and at > last and word != behind:
        return " ".join(filter(None, (behind, word, scope))), 4 + bool(scope)
    if word and word.casefold() not in behind.casefold():
        return f"{behind} {word}", 4
    return " ".join(filter(None, (behind, scope))), 2 + bool(scope)


def _people(language: str) -> str:
    """The noun for people, as it is written inside a sentence."""
    noun = str(table(language).get("kinds", {}).get(PEOPLE, ("",))[0])
    return noun.capitalize() if table(language).get("capital_nouns") else noun


def _happened(row: Sequence[Piece], at: int, text: str, language: str) -> str:
    """The word that says what happened, fit to stand behind a noun: "killed" for "killing"; empty where there is none."""
    if at < 0:
        return ""
    names = happening_table(language).get(row[at].form, ())
    fit = table(language).get("happened", {})
    if names and names[0] in fit:
        return str(fit[names[0]])
    word = text[row[at].start : row[at].end]
    return (
        word if word.endswith(tuple(table(language).get("number_reading", {}).get("participles", ()))) else ""
    )


def _age(row: Sequence[Piece], number: Number, noun: str, text: str, language: str) -> Label:
    owner = _name_before(row, number.first, text, language)
    if not owner and is_hyphenated(row, number):
        owner = noun or _name_behind(row, number.last, text)
    owner = owner or head_before(row, number, text, language)
    return (_named(language, "age_of", owner), 3) if owner else (around(row, number, text), 0)


def _named(language: str, form: str, owner: str) -> str:
    """The words for an age or a length of time, with what has it: "age of Jane Doe", "length of war"."""
    return str(table(language).get("number_reading", {}).get(form, "{}")).format(owner)


def is_hyphenated(row: Sequence[Piece], number: Number) -> bool:
    """Whether an age stands before its owner: "47-year-old Jane Doe", "six-year war"."""
    return any(p.text in "-‑" for p in row[number.first : number.last + 2])


def _name_before(row: Sequence[Piece], first: int, text: str, language: str) -> str:
    i = first - 1
    i -= i > 0 and row[i].form in word_set(language, "age_links") and row[i - 1].text == ","
    while i >= 0 and row[i].text in ",(":
        i -= 1
    last = i
    while i >= 0 and (row[i].text[0].isupper() or (row[i].text in "-.’'" and i < last)):
        i -= 1
    while i + 1 <= last and (not row[i + 1].is_word or row[i + 1].form in word_set(language, "small_words")):
        i += 1
    return text[row[i + 1].start : row[last].end] if i < last and first - 1 > last else ""


def _name_behind(row: Sequence[Piece], last: int, text: str) -> str:
    near = list(takewhile(lambda p: p.text not in ",;:", row[last + 1 : last + 8]))
    names = [p for p in near if p.is_word and p.text[0].isupper()]
    return text[names[0].start : names[-1].end] if names else ""


def _measure(row: Sequence[Piece], number: Number, name: str, text: str, language: str) -> Label:
    """The noun that a unit measures, behind the number ("$47 billion purchase") or before it ("shares fell 4 percent")."""
    before = head_before(row, number, text, language)
    if number.unit in (CLOCK, TALLY):
        called = str(table(language).get("dimensions", {}).get(number.unit, ""))
        return (f"{before}: {called}", 2) if before and number.unit == CLOCK else (called, 1)
    unit = _unit_text(row, number, language)
    if measured := table(language).get("measured", {}).get(name):
        return f"{before}: {measured} ({unit})" if before else f"{measured} ({unit})", 3
    if away := _away(row, number, text, language):
        return f"{unit} {away}", 3
    behind = _head_behind(row, number, text, language)
    head = behind or before
    if head:
        return f"{head} ({unit})", 3 if behind else 2
    dimension = "money" if is_money(number.unit) else number.unit
    called = table(language).get("dimensions", {}).get(dimension)
    return f"{called} ({unit})" if called else around(row, number, text), 0


def _away(row: Sequence[Piece], number: Number, text: str, language: str) -> str:
    """Where a distance leads: "off Peterby", "south of the harbour"; empty where no place stands right behind it."""
    if number.unit != "m" or number.per:
        return ""
    near, first = words_of(language, "directions", "away_words"), number.last + 1
    last = first - 1
    while last + 1 < len(row) and (row[last + 1].form in near or row[last + 1].text in "-‑"):
        last += 1
    if last < first or row[first].form in word_set(language, "partitives"):
        return ""
    end = last
    while end + 1 < len(row) and end - last < PLACE_PIECES and _is_of_place(row, end + 1, language):
        end += 1
    has_name = any(
        p.is_word and p.form not in words_of(language, "determiners") for p in row[last + 1 : end + 1]
    )
    return text[row[first].start : row[end].end] if has_name else ""


PLACE_PIECES = 5
"""Words and hyphens of a place."""


def _is_of_place(row: Sequence[Piece], i: int, language: str) -> bool:
    """Whether a piece can stand in the name of a place or in a short phrase for one ("the harbour", "St. Orin")."""
    if row[i].form in word_set(language, "determiners") or (
        row[i].text in "-‑" and row[i].start == row[i - 1].end
    ):
        return True
    return _is_nominal(row, i, language) and row[i].form not in words_of(
        language, "scope_ends", "plain_forms"
    )


def _unit_text(row: Sequence[Piece], number: Number, language: str) -> str:
    """The unit as the article writes it, with what a rate is counted by: "$ per share"."""
    if number.unit_word:
        unit = number.unit_word
    else:
        unit = next(
            (p.text for p in row[number.first : number.last + 1] if not p.is_word and not p.is_number), ""
        )
    per = str(table(language).get("number_reading", {}).get("per", ""))
    return f"{unit} {per} {number.per}" if number.per and per else unit


def _head_behind(row: Sequence[Piece], number: Number, text: str, language: str) -> str:
    """The noun phrase that follows a measure: directly, or behind "of" and "in"."""
    links = word_set(language, "measure_links")
    i = number.last + 1
    if number.per:
        while i < len(row) and row[i].form != number.per:
            i += 1
        i += 1
    while i < len(row) and (row[i].text in '-‑“"‘' or row[i].form in links):
        i += 1
    if i < len(row) and row[i].form in word_set(language, "no_heads"):
        return ""
    last = i - 1
    while last + 1 < len(row) and last + 1 - i < HEAD_WORDS and _is_nominal(row, last + 1, language):
        last += 1
    return _no_time(_trimmed(row, i, last, text, language), language)


def _no_time(head: str, language: str) -> str:
    """A noun of which a measure can be; empty for a time ("the previous day") and a hedge, of which none is."""
    words = [fold(w) for w in head.split()]
    return "" if not words or words[-1] in _unmeasured(language) or words[0].endswith("ly") else head


@lru_cache(maxsize=16)
def _unmeasured(language: str) -> frozenset[str]:
    """Words of times, units and hedges."""
    hedges = frozenset(fold(h) for h in table(language).get("qualifiers", {}) if " " not in h)
    units = frozenset(fold(u) for u in table(language).get("units", {}))
    return words_of(language, "time_nouns", "weekdays") | hedges | units


def head_before(row: Sequence[Piece], number: Number, text: str, language: str) -> str:
    """The noun phrase before a measure, verbs and prepositions between them stepped over."""
    i = number.first - 1
    steps = 0
    while i >= 0 and steps < 6 and not (_is_nominal(row, i, language) and not _is_verbal(row, i, language)):
        if row[i].text in ".;:()":
            return ""
        i, steps = i - 1, steps + 1
    last = i
    while i >= 0 and last - i < HEAD_WORDS and _is_nominal(row, i, language):
        if row[i].form in word_set(language, "plain_forms"):
            break
        i -= 1
    if i + 1 < last and row[i].text == "," and row[i + 1].form.endswith("ing"):
        i += 1
    return _no_time(_trimmed(row, i + 1, last, text, language), language) if last >= 0 and steps < 6 else ""


def _is_nominal(row: Sequence[Piece], i: int, language: str) -> bool:
    piece = row[i]
    if piece.text in "’'" and 0 < i < len(row) - 1:
        return row[i - 1].end == piece.start and row[i + 1].start == piece.end
    if not piece.is_word:
        return False
    if len(piece.text) == 1 and piece.text.islower():
        return i > 0 and row[i - 1].text in "’'"
    return piece.form not in words_of(language, *NO_NOUNS)


NO_NOUNS = ("small_words", "auxiliaries", "clause_openers", "according", "no_heads", "ages", "weekdays")
"""Tables of words that are never the noun of a label."""


def _is_verbal(row: Sequence[Piece], i: int, language: str) -> bool:
    form = row[i].form
    return (
        form in word_set(language, "speech_verbs")
        or form in word_set(language, "plain_forms")
        or form.endswith(("ed", "ing", "ly"))
        or (form in happening_table(language) and form not in word_set(language, "happening_nouns"))
    )


def _bare(row: Sequence[Piece], number: Number, told: Happening, text: str, language: str) -> Label:
    """A number without a noun: what happened ("nine were hurt" counts people), else what stands before it."""
    at, name, _ = told
    word = _happened(row, at, text, language)
    if word:
        return (f"{_people(language)} {word}" if name in BODILY else word), 2
    head = head_before(row, number, text, language)
    return (head, 1) if head else (around(row, number, text), 0)


def around(row: Sequence[Piece], number: Number, text: str) -> str:
    """The words nearest to a number of which nothing better is known; "…" in its place."""
    first = max(0, number.first - AROUND)
    while first < number.first and any(p.text in ",;:()" for p in row[first : number.first]):
        first += 1
    last = number.last
    while last + 1 < len(row) and last - number.last < AROUND and row[last + 1].is_word:
        last += 1
    before, behind = text[row[first].start : number.start], text[number.end : row[last].end]
    return f"{before}…{behind}".strip()


AROUND = 4
"""Pieces on either side."""


def _trimmed(row: Sequence[Piece], first: int, last: int, text: str, language: str) -> str:
    """The words from ``first`` to ``last`` without small words and marks at their ends."""
    small = word_set(language, "small_words")
    while first <= last and (not row[first].is_word or row[first].form in small):
        first += 1
    while first <= last and (not row[last].is_word or row[last].form in small):
        last -= 1
    return text[row[first].start : row[last].end] if first <= last else ""
