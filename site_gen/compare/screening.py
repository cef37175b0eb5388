"""Numbers that are no figures: dates, years, times, people's ages, labels, telephone numbers, scores, conversions.

Goes in: a number and the pieces around it. Comes out: whether it is a figure.
"""

from __future__ import annotations

from .pieces import Number, Piece
from .reading import kind_table, word_set

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four bare digits between these are a year."""


def is_figure(row: list[Piece], number: Number, language: str) -> bool:
    """Whether a number counts or measures something: no date, year, time, age, label, score or idle "one"."""
    tests = (_is_date, _is_year, _is_time, _is_person_age, _is_label, _is_joined, _is_idle_one)
    return not any(test(row, number, language) for test in tests)


def _at(row: list[Piece], i: int) -> Piece:
    return row[i] if 0 <= i < len(row) else Piece("\n", "", 0, 0)


def _is_date(row: list[Piece], number: Number, language: str) -> bool:
    months = word_set(language, "months") | word_set(language, "months_short")
    if number.unit or number.value > LAST_YEAR or number.value != int(number.value):
        return False
    before, after = _at(row, number.first - 1), _at(row, number.last + 1)
    if before.text == "." and _at(row, number.first - 2).form in months:
        return True
    if after.form in ("de", "of") and _at(row, number.last + 2).form in months:
        return True
    is_may = after.form == "may" and after.text == "may"
    return (
        (before.form in months and before.text[0].isupper())
        or before.form in months - {"may", "march"}
        or (after.form in months and not is_may and number.value <= 31)
    )


def _is_year(row: list[Piece], number: Number, language: str) -> bool:
    digits = row[number.first].text
    if number.unit or not (digits.isdigit() and len(digits) == 4 and FIRST_YEAR <= number.value <= LAST_YEAR):
        return False
    after = _at(row, number.last + 1)
    return kind_table(language).get(after.form) is None


def _is_time(row: list[Piece], number: Number, language: str) -> bool:
    if number.unit:
        return False
    after, then = _at(row, number.last + 1), _at(row, number.last + 2)
    if after.text == ":" and then.is_number and after.start == _at(row, number.last).end == then.start - 1:
        return True
    marks = word_set(language, "times")
    dotted = f"{after.form}.{_at(row, number.last + 3).form}" if then.text == "." else ""
    return after.form in marks or dotted in marks or (after.form == "o" and then.text in "'’")


def _is_person_age(row: list[Piece], number: Number, language: str) -> bool:
    before, after = _at(row, number.first - 1), _at(row, number.last + 1)
    if before.form in word_set(language, "ages"):
        return True
    if (
        number.unit == ""
        and before.text in ",("
        and after.text in ",)."
        and _at(row, number.first - 2).text[:1].isupper()
    ):
        return number.value <= 120
    if number.unit == "month" and after.form in word_set(language, "old"):
        return True
    if number.is_age and after.text in "-‑" and _at(row, number.last + 2).form in word_set(language, "old"):
        noun = _at(row, number.last + 3)
        return (
            not noun.is_word
            or noun.form in kind_table(language)
            or noun.form in word_set(language, "small_words")
            or noun.text[0].isupper()
        )
    return False


def _is_label(row: list[Piece], number: Number, language: str) -> bool:
    before, after = _at(row, number.first - 1), _at(row, number.last + 1)
    if number.unit or not row[number.last].is_number:
        return False
    if before.text == ".":
        before = _at(row, number.first - 2)
    labels = word_set(language, "labels")
    if before.form in labels and not (after.is_word and after.text.islower() and before.text.islower()):
        return True
    named = (
        before.text[:1].isupper()
        and before.is_word
        and number.first > 1
        and before.form not in word_set(language, "small_words")
    )
    return named and not (
        after.is_word and after.text.islower() and after.form not in word_set(language, "small_words")
    )


def _is_joined(row: list[Piece], number: Number, language: str) -> bool:
    """A telephone number, a score, a fraction, an ordinal: digits or letters tied to the number."""
    after, then = _at(row, number.last + 1), _at(row, number.last + 2)
    before = _at(row, number.first - 1)
    last = row[number.last]
    if after.start == last.end and after.is_word and last.is_number:
        return True
    if after.text in "-–/:." and after.start == last.end and then.is_number and then.start == after.end:
        return True
    tied = before.text in "-–/:" and before.end == row[number.first].start and row[number.first].is_number
    return tied and _at(row, number.first - 2).end == before.start


def _is_idle_one(row: list[Piece], number: Number, language: str) -> bool:
    """ "one" and its like where nothing is counted ("one of the", "on one hand", "not one ship")."""
    if number.unit or row[number.first].is_number or number.value > 1 or number.first != number.last:
        return False
    before, after = _at(row, number.first - 1), _at(row, number.last + 1)
    return (
        not after.is_word
        or before.form in word_set(language, "not_words")
        or after.form in word_set(language, "small_words")
        or kind_table(language).get(after.form) is None
    )


def is_conversion(row: list[Piece], number: Number, found: list[Number]) -> bool:
    """Whether the number only repeats the one before it in another unit or currency: "10 miles (16 km)"."""
    if not found or not number.unit:
        return False
    gap = row[found[-1].last + 1 : number.first]
    opened = [p.text for p in gap if not p.is_word]
    if opened[:1] != ["("] or len(gap) > 4:
        return False
    return bool(found[-1].unit)
