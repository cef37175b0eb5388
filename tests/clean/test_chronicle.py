"""The days of a chronology are its own; the day of a page, of a teaser and of a live blog's entry are not."""

from __future__ import annotations

import pytest

from site_gen.model import Body

from .captures import LONG, a_capture, cleaned, roles, scrape

DAYS = ("March 16, 2021", "April 2, 2021", "May 30, 2021", "June 4, 2022")
PUBLISHED = "September 1, 2022"
HEAD = "<h1>The swing bridge, year by year</h1><p>By Ada Moor</p>"


def told(inner: str) -> Body:
    """A page cleaned."""
    page = f"<html><head><title>The swing bridge, year by year</title></head><body><article>{HEAD}{inner}</article></body></html>"
    return cleaned(a_capture(page, "text/html"))[0]


def chronology(*marks: str, days: tuple[str, ...] = DAYS) -> str:
    """A part of the article below each day, the day inside these elements."""
    opened, closed = "".join(f"<{m}>" for m in marks), "".join(f"</{m}>" for m in reversed(marks))
    return "".join(
        f"{opened}{day}{closed}<p>{LONG[i % 4]} So it was in part {i}.</p>" for i, day in enumerate(days)
    )


@pytest.mark.parametrize("marks", [("h3",), ("p",), ("p", "b"), ("li",)], ids="-".join)
def test_the_days_of_a_chronology_are_kept_and_the_pages_own_is_not(marks: tuple[str, ...]) -> None:
    """Below an opening, each day above its part, however it is written."""
    body = told(f"<p>{PUBLISHED}</p><p>{LONG[3]}</p>{chronology(*marks)}")
    shown = {line.text for line in body.lines if line.block}
    assert set(DAYS) <= shown
    assert PUBLISHED not in shown


def test_the_first_day_above_all_paragraphs_is_kept_with_those_written_alike() -> None:
    """A heading is no stamp where the other days are headings; a paragraph may be the page's own day."""
    assert DAYS[0] in {line.text for line in told(chronology("h3")).lines if line.block}
    assert DAYS[0] not in {line.text for line in told(chronology("p")).lines if line.block}


def test_days_of_a_text_are_headings() -> None:
    """A scrape says no more than that they stand above paragraphs."""
    parts = [line for i, day in enumerate(DAYS) for line in (day, f"{LONG[i % 4]} So it was in part {i}.")]
    found = roles(cleaned(a_capture(scrape("The swing bridge, year by year", PUBLISHED, LONG[3], *parts)))[0])
    assert {found[day] for day in DAYS} <= {"heading", "body"}
    assert found[PUBLISHED] == "date_line"


@pytest.mark.parametrize(
    "days",
    [DAYS[:2], DAYS[:1] * 4, ("10:05", "10:40", "11:15", "12:30"), ("March 16, 2021 10:05", "March 16, 2021 11:10", "March 17, 2021 9:00")],
    ids=["two", "one day again", "hours", "days with hours"],
)  # fmt: skip
def test_two_days_the_same_day_and_hours_are_no_chronology(days: tuple[str, ...]) -> None:
    """They are stamps, or times of a live blog's entries."""
    body = told(f"<p>{LONG[3]}</p>{chronology('p', days=days)}")
    assert not {line.text for line in body.lines if line.block} & set(days)


def test_days_in_a_row_head_nothing() -> None:
    """Only the last of them stands above a paragraph."""
    row = "".join(f"<p>{day}</p>" for day in DAYS)
    body = told(f"<p>{LONG[3]}</p><p>{LONG[2]}</p>{row}<p>{LONG[0]}</p><p>{LONG[1]}</p>")
    assert not {line.text for line in body.lines if line.block} & set(DAYS)
