"""Numbers that are no figures: dates, years, times, labels, telephone numbers, scores, conversions.

Goes in: a number and the pieces around it. Comes out: whether it is a figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import table

from ..numerals import lexicon
from ..pieces import Number, Piece
from ..reading import kind_table, word_set, words_of
from ..surroundings import country_of, happening_table
from .ages import at
from .asides import capitals_are_names, is_aside
from .tallies import CLOCK

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four bare digits between these are a year."""


def is_figure(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a number counts or measures something: no date, year, time, label, score or idle "one"."""
    return not any(test(row, number, language) for test in _TESTS)


def _is_date(row: Sequence[Piece], number: Number, language: str) -> bool:
    months = words_of(language, "months", "months_short")
    if number.unit or number.value > LAST_YEAR or number.value != int(number.value):
        return False
    before, after = at(row, number.first - 1), at(row, number.last + 1)
    if before.text == "." and at(row, number.first - 2).form in months:
        return True
    if after.form in ("de", "of") and at(row, number.last + 2).form in months:
        return True
    if _is_day_beside(row, number, language):
        return True
    is_may = after.form == "may" and after.text == "may"
    return (
        (before.form in months and before.text[0].isupper())
        or before.form in months - {"may", "march"}
        or (after.form in months and not is_may and number.value <= 31)
    )


def _is_day_beside(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it is the second of two days of one month: "on Dec. 12 and 13"."""
    joint, day = at(row, number.first - 1), at(row, number.first - 2)
    if (
        not (row[number.first].is_number and day.text.isdecimal())
        or max(number.value, int(day.text)) > LAST_DAY
    ):
        return False
    if kind_table(language).get(at(row, number.last + 1).form):
        return False
    i = number.first - 3
    month = at(row, i - 1 if at(row, i).text == "." else i)
    return joint.form in words_of(language, "joining", "tally_links") and (
        month.form in words_of(language, "months", "months_short") and month.text[0].isupper()
    )


LAST_DAY = 31


def _is_year(row: Sequence[Piece], number: Number, language: str) -> bool:
    digits = row[number.first].text
    if number.unit or not (
        digits.isdecimal() and len(digits) == 4 and FIRST_YEAR <= number.value <= LAST_YEAR
    ):
        return False
    before, after = at(row, number.first - 1), at(row, number.last + 1)
    counted = kind_table(language).get(after.form) is not None
    is_led = number.grain < WHOLE_CENTURY and before.form in word_set(language, "determiners")
    return not (counted or (not is_led and _is_plain_plural(after, before, language)))


WHOLE_CENTURY = 100
"""Step of a number that is rather a count behind "the" than a year: "the 2000 planets", not "the 2018 elections"."""


def _is_plain_plural(after: Piece, before: Piece, language: str) -> bool:
    """Whether a bare year is followed by what it counts ("2000 planets") and not led by what dates ("in")."""
    if not after.text.islower() or before.form in word_set(language, "before_years"):
        return False
    known = words_of(language, "small_words", "speech_verbs", "auxiliaries")
    return after.form not in known and len(after.form) > 3 and after.form[-1] == "s" != after.form[-2]


def _is_time(row: Sequence[Piece], number: Number, language: str) -> bool:
    before, after, then = (at(row, i) for i in (number.first - 1, number.last + 1, number.last + 2))
    if number.unit == "s":
        near = {p.form for p in row[max(0, number.first - HOUR_WITHIN) : number.first]}
        if not near.isdisjoint(word_set(language, "hour_words")):
            return True
        return before.form in word_set(language, "before_hours") and number.value <= 24
    if number.unit:
        return False
    marks = word_set(language, "times")
    if before.form in word_set(language, "clock_words") or (
        before.form in marks and at(row, number.first - 2).is_number
    ):
        return True
    if after.text == ":" and then.is_number and after.start == at(row, number.last).end == then.start - 1:
        return True
    digits = row[number.first].text
    if before.form in word_set(language, "before_hours") and digits[-3:-2] == "." and number.value < 24:
        return True
    dotted = f"{after.form}.{at(row, number.last + 3).form}" if then.text == "." else ""
    return after.form in marks or dotted in marks or (after.form == "o" and then.text in "'’")


HOUR_WITHIN = 3
"""Pieces between a word that opens a time of day and its minutes ("الساعة السادسة إلا أربع دقائق")."""


def _is_telephone(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it is a part of a telephone number: it begins with a nought, stands in a row of bare digits as long as one,
    or is asked to be called ("call the police on 101").
    """
    first, last = number.first, number.last
    if number.unit or not row[first].text.isdecimal():
        return False
    groups = [p.text for p in row[first : last + 1] if p.is_number]
    while not _are_dialled(groups) and first > 0 and _is_dialled(row, first - 1):
        first -= 1
        groups += [row[first].text] * row[first].is_number
    while not _are_dialled(groups) and last + 1 < len(row) and _is_dialled(row, last + 1):
        last += 1
        groups += [row[last].text] * row[last].is_number
    if _are_dialled(groups):
        return True
    before = {p.form for p in row[max(0, first - CALLED_WITHIN) : first]}
    after = at(row, last + 1)
    counts = after.is_word and after.form not in word_set(language, "small_words")
    return not counts and not before.isdisjoint(word_set(language, "calling_words"))


def _are_dialled(groups: Sequence[str]) -> bool:
    """Whether digits beside one another are a telephone number, whatever digits are beside them."""
    if any(len(g) > 1 and g[0] == "0" for g in groups):
        return True
    return len(groups) > 2 and sum(map(len, groups)) >= LEAST_DIALLED


LEAST_DIALLED = 7
"""Digits of a telephone number of three groups or more."""
CALLED_WITHIN = 5
"""Words within which a number behind "call" is the one to be called."""


def _is_dialled(row: Sequence[Piece], i: int) -> bool:
    """Whether a piece can stand in a telephone number: digits without a point or comma, or a mark between such."""
    if row[i].is_number:
        return row[i].text.isdecimal()
    return row[i].text in "()+-‑–./" and any(
        p.text.isdecimal()
        for p in (at(row, i - 1), at(row, i + 1))
        if p.start == row[i].end or p.end == row[i].start
    )


def _is_label(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether digits tell which thing it is, not how many: "1 of 3", "32 Example Regiment", "page 4", "Example 7"."""
    if number.unit or not row[number.last].is_number:
        return False
    if _is_numbered_part(row, number, language):
        return True
    if capitals_are_names(language) and _names_a_thing(row, number):
        return True
    before, after = at(row, number.first - 1), at(row, number.last + 1)
    if before.text == ".":
        before = at(row, number.first - 2)
    counts = after.is_word and after.text.islower()
    if before.form in word_set(language, "labels") and not (counts and before.text.islower()):
        return True
    small = word_set(language, "small_words")
    if not (before.is_word and before.text[0].isupper()) or before.form in small or number.first < 2:
        return False
    if not capitals_are_names(language) and after.is_word and after.text[0].isupper():
        return False
    return not counts or after.form in small


def _is_numbered_part(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a sentence opens with "1 of 3", of which the number is either."""
    first = 0 if number.first == 0 else 2
    between = at(row, number.last + 1) if first == 0 else at(row, number.first - 1)
    other = at(row, number.last + 2) if first == 0 else row[0]
    return number.first == first and between.form in word_set(language, "partitives") and other.is_number


def _names_a_thing(row: Sequence[Piece], number: Number) -> bool:
    """Whether digits begin a name: capitals follow, no plural among them, and no noun ("32 Example Regiment,")."""
    i = number.last + 1
    while i < len(row) and row[i].is_word and row[i].text[0].isupper() and not row[i].form.endswith("s"):
        i += 1
    is_run = i - number.last > 2
    return is_run and not (i < len(row) and row[i].is_word and len(row[i].form) > 3)


def _is_joined(row: Sequence[Piece], number: Number, language: str) -> bool:
    """A telephone number, a score, a fraction, an ordinal: digits or letters tied to the number."""
    after, then = at(row, number.last + 1), at(row, number.last + 2)
    before = at(row, number.first - 1)
    last = row[number.last]
    if _is_in_a_noun(row, number, language):
        return True
    if after.start == last.end and after.is_word and last.is_number:
        return True
    if after.text in "-–/:." and after.start == last.end and then.is_number and then.start == after.end:
        return True
    tied = before.text in "-–/:" and before.end == row[number.first].start and row[number.first].is_number
    return tied and at(row, number.first - 2).end == before.start


def _is_score(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether two numbers tied by a hyphen are what a game or a season came to ("a 4-12 season", "won 3-1")."""
    is_tied = number.last - number.first == 2 and row[number.first + 1].text in "-‑–"
    if number.unit or not is_tied:
        return False
    near = (at(row, number.last + 1).form, at(row, number.first - 1).form)
    return not word_set(language, "score_words").isdisjoint(near)


def _is_place(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it is a place on the map or in a street: "41.46 north", "9 Broadway"."""
    after, then = at(row, number.last + 1), at(row, number.last + 2)
    if number.unit or not row[number.first].is_number or then.is_word or then.is_number:
        return False
    if after.form in word_set(language, "directions") and after.text.islower():
        return True
    is_name = after.is_word and after.text[0].isupper() and not after.text.isupper()
    return (
        capitals_are_names(language)
        and is_name
        and not after.form.endswith("s")
        and not country_of(after.text)
    )


def _is_in_a_noun(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it is tied to a word that it does not count ("18-wheeler", "two-stage"): no kind of people or things."""
    mark, tied = at(row, number.last + 1), at(row, number.last + 2)
    if number.unit or mark.text not in "-‑" or mark.start != row[number.last].end or mark.end != tied.start:
        return False
    return tied.is_word and tied.form not in kind_table(language)


def _is_share(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether it says of how many one is: "one in nine of the town's workers" counts no nine."""
    link, one = at(row, number.first - 1), at(row, number.first - 2)
    if number.unit or link.form not in word_set(language, "share_links"):
        return False
    return one.form == "1" or table(language).get("number_words", {}).get(one.form) == 1


def _is_idle(row: Sequence[Piece], number: Number, language: str) -> bool:
    """ "one" and its like where nothing is counted ("one of the", "not one ship"), and "the two" that stand for persons."""
    if number.unit or row[number.first].is_number or number.value > 2 or number.first != number.last:
        return False
    before, after = at(row, number.first - 1), at(row, number.last + 1)
    if after.text in "-‑" and after.start == row[number.last].end:
        after = at(row, number.last + 2)
    small = word_set(language, "small_words")
    if number.value == 1 and _is_article(row, number, language):
        return after.form not in happening_table(language)
    if number.value == 2:
        pointed = before.form in word_set(language, "definite") or before.form in word_set(
            language, "joining"
        )
        verbs = words_of(language, "auxiliaries", "speech_verbs")
        return pointed and (not after.is_word or after.form in small or after.form in verbs)
    return (
        not after.is_word
        or before.form in word_set(language, "not_words")
        or after.form in small
        or kind_table(language).get(after.form) is None
    )


def _is_article(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether "one" is the language's article, too: "un soldat" counts nobody, "un mort" does."""
    known = lexicon(language)
    return bool(known.articles & known.simple.keys()) and row[number.first].form in known.simple


def is_metre(row: Sequence[Piece], j: int, language: str) -> bool:
    """Whether an "m" that touches its number is a metre: "30m high", "30m-high", "fell down the 30m shaft"."""
    if j >= len(row) or row[j].form != "m":
        return False
    behind = at(row, j + 2) if at(row, j + 1).text in "-‑" else at(row, j + 1)
    if behind.form in word_set(language, "extents"):
        return True
    tied = row[j - 1].is_number and row[j - 1].end == row[j].start
    near = {p.form for p in (*row[max(0, j - EXTENT_WITHIN) : j], *row[j + 1 : j + 3])}
    return tied and not near.isdisjoint(word_set(language, "extending"))


EXTENT_WITHIN = 6
"""Pieces before a number in which a word of length or depth makes its "m" a metre."""


def is_gram(row: Sequence[Piece], number: Number) -> bool:
    """Whether the "g" behind a number is a gram: it touches the digits ("71.7g"), of which a small whole one names a network."""
    behind = row[number.last + 1]
    touches = behind.text == GRAM and behind.start == row[number.last].end
    return touches and (number.value > LAST_NETWORK or number.value != int(number.value))


GRAM, LAST_NETWORK = "g", 6


def is_conversion(row: Sequence[Piece], number: Number, found: list[Number]) -> bool:
    """Whether the number only repeats the one before it in another unit or currency: "10 miles (16 km)"."""
    if not found or not number.unit:
        return False
    gap = row[found[-1].last + 1 : number.first]
    if gap and gap[0].text in "-‑":
        gap = gap[2:]
    opened = [p.text for p in gap if not p.is_word]
    if opened[:1] != ["("] or len(gap) > 4:
        return False
    return bool(found[-1].unit)


def is_other_zone(row: Sequence[Piece], number: Number, found: Sequence[Number]) -> bool:
    """Whether a time of day only repeats the one before its bracket for another zone: "21:40 local time (18:40 GMT)"."""
    before = found[-1] if found else None
    if before is None or before.unit != number.unit or number.unit != CLOCK:
        return False
    return at(row, number.first - 1).text == "(" and number.first - before.last <= ZONE_WITHIN


ZONE_WITHIN = 5
"""Pieces between two times of which the second is the first in another zone."""

_TESTS = (
    _is_date,
    _is_year,
    _is_time,
    _is_telephone,
    _is_label,
    _is_joined,
    _is_score,
    _is_place,
    _is_share,
    _is_idle,
    is_aside,
)
"""What a number must not be to be a figure, in order."""
