"""Dates of any certainty: read, compared, said in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model import edtf

BOUNDS = [
    ("2016", date(2016, 1, 1), date(2016, 12, 31)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2016-12-22", date(2016, 12, 22), date(2016, 12, 22)),
    ("2016-12-22~", date(2016, 12, 22), date(2016, 12, 22)),
    ("2016-12?", date(2016, 12, 1), date(2016, 12, 31)),
    ("2016-12-22T14:05:00+02:00", date(2016, 12, 22), date(2016, 12, 22)),
    ("2016-12-22T14:05Z", date(2016, 12, 22), date(2016, 12, 22)),
    ("191X", date(1910, 1, 1), date(1919, 12, 31)),
    ("1902-05-XX", date(1902, 5, 1), date(1902, 5, 31)),
    ("1902-XX-XX", date(1902, 1, 1), date(1902, 12, 31)),
    ("2016-12-22/2016-12-28", date(2016, 12, 22), date(2016, 12, 28)),
    ("1902/1903-02", date(1902, 1, 1), date(1903, 2, 28)),
    ("../1912-04-15", date.min, date(1912, 4, 15)),
    ("1912/", date(1912, 1, 1), date.max),
]


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_a_date_means_the_days_between_its_bounds(text: str, first: date, last: date) -> None:
    """Each form of the subset has its first and last day, and keeps its own text."""
    assert edtf.bounds(text) == (first, last)
    found = edtf.parse(text)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "/", "../..", "16", "2016-13", "2015-02-29", "2016-12-32", "2016-1-2", "2016-12-22T25:00", "0000",
        "2016-12-22 14:05", "22/12/2016", "2016-12-28/2016-12-22", "2016T10:00", "201X-05", "2016-XX-03", "٢٠١٦",
        "2016-12-22~~", "2016-12-22/x", "2016-12-22T10:00+15:00", "yesterday",
    ],
)  # fmt: skip
def test_what_is_not_a_date_of_the_subset_is_none(text: str) -> None:
    """Impossible days, other notations and noise are refused without an error."""
    assert edtf.parse(text) is None
    assert not edtf.is_valid(text)


WORDS = [
    ("2016-12-22", "22 December 2016", "22 décembre 2016", "22 ديسمبر 2016"),
    ("2016-12-22~", "about 22 December 2016", "vers le 22 décembre 2016", "نحو 22 ديسمبر 2016"),
    ("2016-12?", "perhaps December 2016", "peut-être décembre 2016", "ربما ديسمبر 2016"),
    ("1912-05-01", "1 May 1912", "1er mai 1912", "1 مايو 1912"),
    (
        "1902-05-03/1902-05-05",
        "between 3 and 5 May 1902",
        "entre le 3 et le 5 mai 1902",
        "بين 3 و5 مايو 1902",
    ),
    ("1902-04-30/1902-05-02", "between 30 April and 2 May 1902", "entre le 30 avril et le 2 mai 1902", None),
    ("1902-12-30/1903-01-02", "between 30 December 1902 and 2 January 1903", None, None),
    ("1902-05/1902-07", "between May and July 1902", "entre mai et juillet 1902", None),
    ("1902/1905", "between 1902 and 1905", "entre 1902 et 1905", None),
    ("1902-05-03~/1902-05-05", "between about 3 May 1902 and 5 May 1902", None, None),
    ("../1902-05-03", "until 3 May 1902", "jusqu’au 3 mai 1902", "حتى 3 مايو 1902"),
    ("../1902-05", "until May 1902", "jusqu’en mai 1902", None),
    ("1902/..", "from 1902", "depuis 1902", None),
    ("191X", "the 1910s", "les années 1910", None),
    ("2016-12-22T14:05:00+02:00", "22 December 2016, 14:05 UTC+2", "22 décembre 2016, 14:05 UTC+2", None),
    ("2016-12-22T14:05-03:30", "22 December 2016, 14:05 UTC−3:30", None, None),
    ("2016-12-22T14:05Z", "22 December 2016, 14:05 UTC", None, "22 ديسمبر 2016، 14:05 UTC"),
]


@pytest.mark.parametrize(("text", "english", "french", "arabic"), WORDS)
def test_a_date_is_said_in_the_reader_s_language(
    text: str, english: str, french: str | None, arabic: str | None
) -> None:
    """The words a page shows, in the three languages that have a table."""
    assert edtf.in_words(text) == english
    assert french is None or edtf.in_words(text, "fr-CA") == french
    assert arabic is None or edtf.in_words(text, "ar") == arabic


def test_months_of_another_language_may_be_passed_in() -> None:
    """A language without a table borrows the sentence and brings its months."""
    german = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")  # fmt: skip
    assert edtf.in_words("1902-05-03", "de", months=german) == "3 Mai 1902"


def test_dates_sort_oldest_first_with_the_undated_last() -> None:
    """Days come before the month that holds them; moments of one day are in order of UTC."""
    ordered = [
        "1912",
        "2016-12-22",
        "2016-12-22T08:00Z",
        "2016-12-22T09:00+00:30",
        "2016-12-23~",
        "2017-01-01",
        "2017-01",
        "2017",
        None,
    ]
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=edtf.sort_key) == ordered


def test_newest_first_also_puts_the_undated_last() -> None:
    """A list for readers starts with the latest date."""
    assert sorted([None, "1912", "2016-12-22", "2016-12-21"], key=edtf.newest_first) == [
        "2016-12-22",
        "2016-12-21",
        "1912",
        None,
    ]


def test_parts_are_written_at_the_precision_given() -> None:
    """Marks follow the date; a day that does not exist is None."""
    assert edtf.written(2016, 12, 22, is_approximate=True) == "2016-12-22~"
    assert edtf.written(2016, 12, is_uncertain=True) == "2016-12?"
    assert edtf.written(2016, is_approximate=True, is_uncertain=True) == "2016%"
    assert edtf.written(2015, 2, 29) is None


def test_a_date_made_approximate_loses_its_time_and_keeps_its_doubt() -> None:
    """``about`` marks each end of an interval once."""
    assert edtf.about("2016-12-22") == "2016-12-22~"
    assert edtf.about("2016-12-22~") == "2016-12-22~"
    assert edtf.about("2016-12-22?") == "2016-12-22%"
    assert edtf.about("2016-12-22T10:00Z") == "2016-12-22~"
    assert edtf.about("2016-12-22/..") == "2016-12-22~/.."
    assert edtf.about("soon") == "soon"


def test_two_dates_overlap_where_they_can_mean_one_day() -> None:
    """A month overlaps its days, an open interval all days after its beginning."""
    assert edtf.overlap("2016-12", "2016-12-22~")
    assert edtf.overlap("2016/..", "2020-01-01")
    assert edtf.overlap("2016-12-22", "2016-12-22")
    assert edtf.overlap("2016-12-31", "2016-12") and edtf.overlap("2016-12", "2016-12-01")
    assert not edtf.overlap("2016-12-21", "2016-12-22")
    assert not edtf.overlap("2016", "no date")


@given(st.text(max_size=40))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    """Whatever stands in a cell, the answer is a date or None, and words come back."""
    found = edtf.parse(text)
    assert found is None or found.earliest <= found.latest
    assert isinstance(edtf.in_words(text), str)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives_being_written_and_read(day: date) -> None:
    """A day written as EDTF means that day again."""
    text = edtf.written(day.year, day.month, day.day)
    assert text is not None
    assert edtf.bounds(text) == (day, day)
