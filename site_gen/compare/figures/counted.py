"""What a number counts: the noun behind it, what happened to it, where and when, and what stands around it.

Goes in: the pieces of a sentence and a number in it. Comes out: a ``Count``. Nouns and happenings come from tables
(``kinds``, ``happenings``); other nouns stand for themselves. The label is made of the article's own words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_gen.language import fold
from site_gen.language.names import any_language, demonyms
from site_gen.model.comparison import is_money

from ..nouns import PEOPLE, REST, kind_of, narrowing_of, noun, taken_up
from ..numerals import lexicon
from ..pieces import Number, Piece
from ..reading import word_set, words_of
from ..surroundings import country_of, happening_table, marks_of, surroundings
from .happened import BODILY, CHANGES, happening
from .labels import around, is_hyphenated, label_of
from .moments import NO_MOMENT, Moment, moment_of
from .numbers import AGE
from .scopes import scope_of
from .tallies import CLOCK


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
    """Countries and folded names that narrow the noun ("U.S." citizens); "of" for "of the"."""
    marks: Mapping[str, float]
    """What the sentence says around the number, weighed by nearness (``surroundings``)."""
    owner: frozenset[str]
    """Folded words of the name whose age it is; empty elsewhere."""
    per: str
    """What a rate is counted by ("share"); empty for none."""
    scope: str | None
    """Where or when it holds, as the text says."""
    span: str
    """Class of the scope in time: "part", "yearly" …; empty for the whole."""
    label: str
    """What is counted in the article's words: "people killed in the war"."""
    weight: int
    """How much the label tells: higher is better."""
    told: frozenset[str]
    """Marks of the label's words."""
    is_ago: bool = False
    """Whether a length of time only says when something was ("ten weeks ago")."""
    is_other: bool = False
    """Whether others beside those told of are counted ("three other clerks"), or several lengths of time summed up ("a total of 45 years")."""
    is_step: bool = False
    """Whether a bare number is by how much another grew or fell ("up 13,000", "rose by 20")."""
    is_expected: bool = False
    """Whether it was expected beforehand ("economists forecast 150,000")."""
    paid_in: str = ""
    """What a part of a price is paid in ("$60 per share in cash"): the whole may be more."""
    measured_from: frozenset[str] = frozenset()
    """Folded words of the place from which a distance is told ("270 miles south of Norham")."""
    is_former: bool = False
    """Whether it was told before and is no longer ("revising the toll down from eight")."""
    moment: Moment = NO_MOMENT
    """When and in what kind of sentence it is told."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number in an article with what it counts."""

    article: int
    block: int
    sentence: int
    language: str
    number: Number
    count: Count
    said_by: str | None


def count(row: Sequence[Piece], number: Number, text: str, language: str, others: Sequence[Number]) -> Count:
    """Return what the number counts; ``others`` are the figures of the sentence, this one among them."""
    phrase = _, last = noun(row, number, language)
    kind = kind_of(row, phrase, language) or taken_up(row, number, others, language)
    told = at, name, is_near = happening(row, number, phrase, language)
    if not kind and name in BODILY and not number.unit:
        kind = PEOPLE
    scope, span = scope_of(row, number, max(last, number.last), at, text, language, others)
    label, weight = label_of(row, number, phrase, told, scope, text, language)
    return Count(
        kind=kind,
        happening=name,
        happening_is_near=is_near,
        narrowing=narrowing_of(row, number, phrase, language) | _rest(row, number, name, others, language),
        marks=surroundings(row, number, last, language),
        owner=_owner(row, number, language) if number.unit == AGE else frozenset(),
        per=number.per.removesuffix("s"),
        scope=scope,
        span=span,
        label=label,
        weight=weight,
        told=marks_of(label if weight else around(row, number, text), language),
        is_other=_is_other(row, number, language),
        is_step=_is_step(row, number, language),
        is_expected=_is_expected(row, number, name, language),
        paid_in=_paid_in(row, number, language),
        measured_from=_measured_from(row, number, language),
        is_former=_is_former(row, number, language),
        moment=moment_of(row, number, language),
        is_ago=any(
            p.form in word_set(language, "after_units") for p in row[number.last + 1 : number.last + 2]
        ),
    )


def _is_other(row: Sequence[Piece], number: Number, language: str) -> bool:
    behind = row[number.last + 1].form if number.last + 1 < len(row) else ""
    is_sum = number.unit in ("month", "s") and number.qualifier in word_set(language, "totals")
    return behind in word_set(language, "remainders") or is_sum


def _is_step(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a number without a unit stands right behind "up" or "down", or behind a change and "by"."""
    if number.unit or number.first < 2:
        return False
    before, verb = row[number.first - 1].form, row[number.first - 2].form
    is_by = before in word_set(language, "by_words")
    return before in word_set(language, "particles") or (
        is_by and not CHANGES.isdisjoint(happening_table(language).get(verb, ()))
    )


def _is_expected(row: Sequence[Piece], number: Number, name: str, language: str) -> bool:
    """Whether a word of expecting stands in the clause before the number; of victims and times of day a "could" or "will" too."""
    may_be = number.unit == CLOCK or (name in BODILY and not number.unit)
    words = words_of(language, "expecting", "supposing") if may_be else word_set(language, "expecting")
    first = max(0, number.first - EXPECTED_WITHIN)
    while any(p.text in ",;:—–" for p in row[first : number.first]):
        first += 1
    return any(p.form in words for p in row[first : number.first])


EXPECTED_WITHIN = 10
"""Pieces of the clause before a number."""


def _paid_in(row: Sequence[Piece], number: Number, language: str) -> str:
    """The word for what a sum is paid in, behind it and its rate ("$22 per share in Doe stock"); empty for none."""
    if not is_money(number.unit):
        return ""
    behind = row[number.last + 1 : number.last + 1 + PAID_WITHIN]
    at = next((i for i, p in enumerate(behind) if p.form in word_set(language, "within_words")), len(behind))
    if any(p.text in ",;:" for p in behind[:at]):
        return ""
    means = word_set(language, "payments")
    return next((p.form for p in behind[at + 1 : at + 1 + MEANS_WITHIN] if p.form in means), "")


PAID_WITHIN, MEANS_WITHIN = 8, 3
"""Pieces behind a sum in which "in cash" stands, and words from "in" to "cash"."""


def _measured_from(row: Sequence[Piece], number: Number, language: str) -> frozenset[str]:
    """The name behind a length and "of" or "from", a direction at most between them; empty where none stands there."""
    if number.unit != METRE:
        return frozenset()
    at = number.last + 1
    if at < len(row) and row[at].text == "(":
        at = next((i for i in range(at, len(row)) if row[i].text == ")"), at) + 1
    while at < len(row) and (
        row[at].form in words_of(language, "directions", "compass") or row[at].text in "-‑()"
    ):
        at += 1
    if at >= len(row) or row[at].form not in word_set(language, "measuring_links"):
        return frozenset()
    named: list[str] = []
    for piece in row[at + 1 : at + 1 + NAMED_WITHIN]:
        if not piece.is_word or (named and not piece.text[0].isupper()):
            break
        if piece.text[0].isupper():
            named.append(fold(demonyms().get(piece.form, piece.form)))
    return frozenset(named)


METRE, NAMED_WITHIN = "m", 5
"""The unit of lengths; words in which the place is named behind "from"."""


def _is_former(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether its sentence says that the number was told before and is no longer."""
    reports = word_set(language, "former_reports")
    if any(f"{p.form} {q.form}" in reports for p, q in pairwise(row)):
        return True
    if word_set(language, "revising").isdisjoint(p.form for p in row):
        return False
    before = row[max(0, number.first - FROM_WITHIN) : number.first]
    return any(p.form in word_set(language, "former_openers") for p in before)


FROM_WITHIN = 4
"""Pieces before a number within which "from" makes it the one that was revised."""


def is_reference(row: Sequence[Piece], number: Number, what: Count, language: str) -> bool:
    """Whether a small number only takes up what is known ("the two countries agreed"), and tells of nothing that happened to it."""
    is_told = what.happening_is_near or is_hyphenated(row, number)
    if number.unit or number.value > FEW or is_told or not number.first or not what.kind:
        return False
    return row[number.first - 1].form in words_of(language, "definite", "taking_up")


FEW = 3
"""So many are taken up by their number."""


def _rest(
    row: Sequence[Piece], number: Number, name: str, others: Sequence[Number], language: str
) -> frozenset[str]:
    """``REST`` for "20 others" where the sentence has told of some to whom the same happened; empty elsewhere."""
    behind = row[number.last + 1].form if number.last + 1 < len(row) else ""
    if behind not in word_set(language, "remainders"):
        return frozenset()
    earlier = (n for n in others if n.first < number.first)
    is_rest = any(happening(row, n, noun(row, n, language), language)[1] == name for n in earlier)
    return frozenset({REST} if is_rest else ())


def _owner(row: Sequence[Piece], number: Number, language: str) -> frozenset[str]:
    """The words of the name nearest to an age, before it ("Jane Doe, 47,", "Jane Doe, a 47-year-old clerk") or behind "-year-old"."""
    before = _name_before(row, number.first - 1, language)
    if before or not is_hyphenated(row, number):
        return frozenset(before)
    return frozenset(_name_behind(row, number.last + 1, language))


def _name_before(row: Sequence[Piece], i: int, language: str) -> list[str]:
    """The words in capitals that end at a place, an article, a mark and "is" behind them passed over."""
    if i > 0 and row[i].form in lexicon(language).articles and row[i - 1].text == ",":
        i -= 1
    i -= i > 0 and row[i].form in word_set(language, "age_links") and row[i - 1].text == ","
    while i >= 0 and (row[i].text in ",(" or row[i].form in word_set(language, "being")):
        i -= 1
    before: list[str] = []
    while i >= 0 and row[i].text[0].isupper() and row[i].form not in word_set(language, "small_words"):
        before.append(row[i].form)
        i -= 1
    return before


def _name_behind(row: Sequence[Piece], first: int, language: str) -> list[str]:
    """The first words in capitals within seven from a place, up to what ends a name; a country is none, nor a body ("US Army")."""
    behind: list[str] = []
    for piece in row[first : first + 7]:
        if piece.is_word and piece.text[0].isupper() and not country_of(piece.text):
            behind.append(piece.form)
        elif behind and behind[-1] in any_language("organisation_heads") and piece.is_word:
            behind = []
        elif (
            behind or piece.text in ",;:." or piece.form in words_of(language, "scope_openers", "noun_links")
        ):
            break
    return [] if behind and behind[-1] in any_language("organisation_heads") else behind
