"""Dates as pages write them."""

from __future__ import annotations

import pytest

from site_gen.describe.dates import read_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-05-02T10:11:12+0200", "2024-05-02T10:11:12+02:00"),
        ("2020-05-12 00:00:00", "2020-05-12"),
        ("Tue, 12 May 2020 10:00:00 GMT", "2020-05-12T10:00Z"),
        ("May 12, 2020 at 3:45 pm", "2020-05-12T15:45"),
        ("12. März 2020", "2020-03-12"),
        ("2020. május 5.", "2020-05-05"),
        ("2023 Jan 7", "2023-01-07"),
        ("12 de mayo de 2020", "2020-05-12"),
        ("٢٢ ديسمبر ٢٠١٦", "2016-12-22"),
        ("13/4/2016", "2016-04-13"),
        ("04/13/2016", "2016-04-13"),
        ("3/4/2016", None),
        ("2024-13-01", None),
        ("31 February 2020", None),
        ("Thursday", None),
        ("December 22", None),
        ("December 2019", "2019-12"),
        ("1588888888", "2020-05-07T22:01:28Z"),
        ("THU, JAN 14 20213:41 PM EST", "2021-01-14T15:41-05:00"),
    ],
)
def test_a_date_is_read_as_written_or_not_at_all(text: str, value: str | None) -> None:
    """Zones and times are kept; what could be two days is none."""
    assert read_date(text) == value


def test_the_page_may_tell_how_numbers_are_meant() -> None:
    """Day first or month first, where somebody says so."""
    assert read_date("3/4/2016", day_first=True) == "2016-04-03"
    assert read_date("3/4/2016", day_first=False) == "2016-03-04"
