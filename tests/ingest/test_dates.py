"""Dates as people write them."""

from __future__ import annotations

import pytest

from site_gen.ingest.dates import read_date, read_epoch

READ = [
    ("2016-12-22", "2016-12-22"),
    ("2016-12-22~", "2016-12-22~"),
    ("1902-05-03/1902-05-05", "1902-05-03/1902-05-05"),
    ("2016", "2016"),
    ("2016/12/22", "2016-12-22"),
    ("2016.12.2", "2016-12-02"),
    ("20161222", "2016-12-22"),
    ("2016-12-22 14:05:00", "2016-12-22T14:05:00"),
    ("2016-12-22T14:05:00.123+0200", "2016-12-22T14:05:00+02:00"),
    ("3/4/2016", "2016-04-03"),
    ("3.4.2016", "2016-04-03"),
    ("12/31/2016", "2016-12-31"),
    ("22 December 2016", "2016-12-22"),
    ("Dec. 22, 2016", "2016-12-22"),
    ("December 22nd, 2016", "2016-12-22"),
    ("Thursday, 22 December 2016, 2:05 p.m.", "2016-12-22T14:05"),
    ("Thu, 22 Dec 2016 10:00:00 +0000", "2016-12-22T10:00:00+00:00"),
    ("22 Dec 2016 10:00 GMT", "2016-12-22T10:00Z"),
    ("Dec 22, 2016 at 12:15 am", "2016-12-22T00:15"),
    ("December 2016", "2016-12"),
    ("1er mai 1902", "1902-05-01"),
    ("jeudi 22 décembre 2016", "2016-12-22"),
    ("22 ديسمبر 2016", "2016-12-22"),
    ("٢٢ ديسمبر ٢٠١٦", "2016-12-22"),
    ("c. 1902", "1902~"),
    ("about 22 December 2016", "2016-12-22~"),
]


@pytest.mark.parametrize(("text", "date"), READ)
def test_a_date_is_read_whole(text: str, date: str) -> None:
    """EDTF, ISO, numbers, words in three languages, with time and zone where they stand there."""
    assert read_date(text) == date


@pytest.mark.parametrize(
    "text",
    ["", "soon", "Thursday", "22 December", "3/4/16", "32 May 2016", "31/11/2016", "2016-13-01", "December 22 2016 2017",
     "22 Smarch 2016", "12 13 December 2016", "2016-12-22 25:00", "updated 22 December 2016", "13/13/2016"],
)  # fmt: skip
def test_what_is_not_wholly_understood_is_no_date(text: str) -> None:
    """Half a date read would be a wrong date."""
    assert read_date(text) is None


def test_the_order_of_day_and_month_is_a_setting() -> None:
    """It holds for strokes; points always mean day first."""
    assert read_date("3/4/2016", "month-first") == "2016-03-04"
    assert read_date("3.4.2016", "month-first") == "2016-04-03"
    assert read_date("31/12/2016", "month-first") == "2016-12-31"


def test_a_number_that_is_no_unix_time_is_no_date() -> None:
    """Years and small numbers are not seconds."""
    assert read_epoch(2016) is None
    assert read_epoch(10**18) is None
