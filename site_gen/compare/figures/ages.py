"""Ages of persons: which numbers are somebody's years.

Goes in: a number and the pieces around it. Comes out: whether it is a person's age.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..numerals import lexicon
from ..pieces import Number, Piece
from ..reading import kind_table, word_set


def at(row: Sequence[Piece], i: int) -> Piece:
    """The piece at a place; an empty line's where the sentence has none."""
    return row[i] if 0 <= i < len(row) else Piece("\n", "", 0, 0)


def person_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a number is a person's age: "Doe, 47,", "aged 47", "a 47-year-old clerk"."""
    if not 0 < number.value <= OLDEST or number.is_vague:
        return False
    if _is_called_an_age(row, number, language):
        return True
    if number.unit == "":
        return _is_plain_age(row, number, language)
    if _is_apposed_age(row, number, language):
        return True
    if number.unit in ("month", "s") and _is_of_age(row, number, language):
        return True
    return _is_hyphenated_age(row, number, language)


def _is_called_an_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a word for an age stands before: "aged 47", "the age of 47"."""
    ages, before = word_set(language, "ages"), at(row, number.first - 1)
    is_linked = before.form in word_set(language, "age_links")
    return before.form in ages or (is_linked and at(row, number.first - 2).form in ages)


def _is_plain_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a number without a unit is an age: of a range, told as one, between marks behind a name, or "a man of 47"."""
    if _is_aged_range(row, number, language) or _is_told_as_age(row, number, language):
        return True
    owner, before, after = (at(row, i) for i in (number.first - 2, number.first - 1, number.last + 1))
    if before.text in ",(":
        ends = after.text in ",).;" or _goes_on(row, number.last + 1, language)
        return ends and owner.text[:1].isupper() and row[number.first].is_number
    if before.form in word_set(language, "partitives"):
        if owner.form in word_set(language, "ages"):
            return True
        counts = after.is_word and after.text.islower() and after.form != "who"
        return kind_table(language).get(owner.form) in ("men", "women", "children") and not counts
    return _is_hyphenated_age(row, number, language)


def _goes_on(row: Sequence[Piece], i: int, language: str) -> bool:
    """Whether "and" and an article stand there: what else one is behind an age ("Doe, 47 and a former clerk, said")."""
    is_joined = at(row, i).form in word_set(language, "joining")
    return is_joined and at(row, i + 1).form in lexicon(language).articles | word_set(
        language, "definite_articles"
    )


def _is_hyphenated_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether "year-old" stands behind, of a person: "a 47-year-old clerk", and no "47-year-old bridge"."""
    if not number.is_age or at(row, number.last + 1).text not in "-‑":
        return False
    is_old = at(row, number.last + 2).form in word_set(language, "old")
    return is_old and at(row, number.last + 3).form not in word_set(language, "aged_things")


def _is_apposed_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether years stand between marks behind a name ("Jane Doe, 34 ans,", "Jane Doe, de 71 años,", "(34 عاما)")."""
    if number.unit != "month" or number.unit_word not in word_set(language, "years_of_age"):
        return False
    i = number.first - 1
    i -= at(row, i).form in word_set(language, "age_links")
    mark, name, after = at(row, i), at(row, i - 1), at(row, number.last + 1)
    is_name = name.text[:1].isupper() or (mark.text == "(" and name.is_word)
    return mark.text in ",(" and is_name and after.text in ",).;\n"


def _is_of_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether "old" or "of age" stands behind years ("at 49 years of age")."""
    link, age = (at(row, number.last + i).form for i in (1, 2))
    is_of = link in word_set(language, "partitives") and age in word_set(language, "ages")
    return is_of or link in word_set(language, "old")


def _is_aged_range(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether two numbers are all that is said of some ("were between 13 and 15 when …")."""
    if number.low is None or at(row, number.last + 1).form not in word_set(language, "age_closers"):
        return False
    return at(row, number.first - 2).form in word_set(language, "being")


OLDEST = 120
"""No person is older."""


def _is_told_as_age(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a number is all that is said of somebody: "He was 50.", "Doe was 47 when …", "the girl was 13 when …"."""
    who, verb, after = (at(row, i) for i in (number.first - 2, number.first - 1, number.last + 1))
    if verb.form not in word_set(language, "being") or not row[number.first].is_number:
        return False
    opening = row[: number.first - 1]
    small = word_set(language, "small_words") | word_set(language, "pronouns_thing")
    is_named = all(p.text[0].isupper() and p.form not in small for p in opening)
    is_person = (
        kind_table(language).get(who.form) in ("men", "women", "children") and after.text not in ".;\n"
    )
    is_one = who.form in word_set(language, "pronouns_one") or (bool(opening) and is_named) or is_person
    return is_one and (after.text in ".;\n" or after.form in word_set(language, "age_closers"))
