"""The day of an event, from what its articles say of time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_gen.link.calendar import day_of
from site_gen.model import Article, Basis, DateClue, Event, edtf
from tests.link.archive import concluded
from tests.make import an_article, an_event, stated


def clue(kind: str, text: str, *, block: str = "p1", **parts: object) -> DateClue:
    """A mention of time in the opening paragraph."""
    return DateClue(kind, text, (0, len(text)), block, **parts)  # type: ignore[arg-type]


def told(id: str, *clues: DateClue, published: str | None = None) -> Article:
    """An article that says these things of time."""
    return replace(an_article(id=id, source=f"Outlet {id}", published=published), clues=clues)


THURSDAY = clue("weekday", "Thursday", weekday=3)
FRIDAY = clue("weekday", "Friday", weekday=4)
MAY_18 = clue("month_day", "May 18", month=5, day=18)


def event_of(articles: list[Article]) -> Event:
    """Their event, its date concluded."""
    return concluded(an_event(articles), articles)


def test_a_month_and_day_a_weekday_and_an_age_leave_one_year() -> None:
    """18 May is a Thursday in 2006, 2017 and 2023; "nearly nine-year" after 2008 leaves 2017."""
    age = clue(
        "age_years", "nearly nine-year-old strike", block="p3", years=9, qualifier="nearly", of="strike"
    )
    began = clue("year", "in 2008", block="p5", year=2008)
    articles = [told("a", THURSDAY, age), told("b", MAY_18, began), told("c", THURSDAY)]
    event = event_of(articles)
    assert event.date is not None
    assert (event.date.value, event.date.basis) == ("2017-05-18", Basis.INFERRED)
    assert "2017" in (event.date.evidence.note or "") and "Thursday" in (event.date.evidence.note or "")
    assert dict(event.published)["a"].value == "2017-05-18~"
    assert {id for id, _ in event.published} == {"a", "b", "c"}


def test_without_the_age_the_year_stays_unknown() -> None:
    """A year of the past is no year of the event: 18 May 2006 was a Thursday, too."""
    began = clue("since", "since 2006", block="p5", year=2006)
    assert event_of([told("a", THURSDAY), told("b", MAY_18, began)]).date is None


def test_a_stated_publication_date_turns_weekdays_into_the_day() -> None:
    """Thursday, in a report of Saturday 20 May 2017; an undated report of Thursday rests on it."""
    event = event_of([told("a", THURSDAY, published="2017-05-20"), told("b", THURSDAY)])
    assert event.date is not None and event.date.value == "2017-05-18"
    assert [(i, d.value) for i, d in event.published] == [("b", "2017-05-18~")]


def test_the_ground_of_a_date_holds_no_headline() -> None:
    """A report without an outlet may be taken down: its headline must not stand where nobody looks for it."""
    unknown = [replace(told(id, MAY_18, published="2017-05-19"), source=None) for id in ("b", "c")]
    event = event_of([told("a", MAY_18, published="2017-05-19"), *unknown])
    note = event.date.evidence.note if event.date else ""
    assert note and "Outlet a and 2 reports of unknown outlets" in note
    assert not any(article.title.value in note for article in unknown)


def test_yesterday_is_counted_from_the_day_of_publication() -> None:
    """And a time of day in the date does not matter."""
    yesterday = clue("relative", "yesterday", offset_days=-1)
    event = event_of([told("a", yesterday, published="2017-05-19T06:30:00+02:00"), told("b", MAY_18)])
    assert event.date is not None and event.date.value == "2017-05-18"


def test_a_day_that_is_still_to_come_is_not_the_day_of_what_happened() -> None:
    """Both say what will follow on Friday; one says that it happened on Thursday, the other says no day."""
    ahead = replace(FRIDAY, is_ahead=True)
    event = event_of(
        [told("a", THURSDAY, ahead, published="2017-05-18"), told("b", ahead, published="2017-05-18")]
    )
    assert event.date is not None and event.date.value == "2017-05-18"
    assert event_of([told("a", MAY_18), told("b", replace(THURSDAY, is_ahead=True))]).date is None


def test_what_will_be_today_is_of_today() -> None:
    """A report of Friday says what will happen on Friday."""
    ahead = replace(FRIDAY, is_ahead=True)
    event = event_of([told(id, ahead, published="2017-05-19") for id in "ab"])
    assert event.date is not None and event.date.value == "2017-05-19"


def test_an_undated_article_that_tells_another_day_gets_no_date() -> None:
    """Contradiction: its opening says Friday."""
    event = event_of([told("a", THURSDAY, published="2017-05-19"), told("b", FRIDAY), told("c", THURSDAY)])
    assert dict(event.published).keys() == {"c"}


def test_articles_that_tell_different_days_conclude_nothing_certain() -> None:
    """Two days with equal grounds: at most about the first report."""
    event = event_of([told("a", THURSDAY, published="2017-05-20"), told("b", FRIDAY, published="2017-05-20")])
    assert event.date is None or event.date.value.endswith("~")
    assert event.published == ()


def test_reports_that_name_no_day_date_the_event_about_the_first_of_them() -> None:
    """Close together only: far apart they date nothing."""
    near = event_of([told("a", published="2017-05-19"), told("b", published="2017-05-20")])
    assert near.date is not None and near.date.value == "2017-05-19~"
    assert event_of([told("a", published="2017-05-19"), told("b", published="2017-06-20")]).date is None


@pytest.mark.parametrize("clues", [(), (THURSDAY,), (MAY_18,), (clue("year", "2017", year=2017),)])
def test_clues_that_are_not_enough_conclude_nothing(clues: tuple[DateClue, ...]) -> None:
    """None alone makes a day."""
    assert event_of([told("a", *clues), told("b", *clues)]).date is None


def test_a_full_date_in_an_opening_is_the_day() -> None:
    """ "May 18, 2017", with nothing against it."""
    full = clue("day", "May 18, 2017", year=2017, month=5, day=18)
    event = event_of([told("a", full), told("b", THURSDAY)])
    assert event.date is not None and event.date.value == "2017-05-18"


def test_a_full_date_long_before_all_that_was_published_is_background() -> None:
    """A caption's "June 18, 2014" does not date what was reported in May 2018, nor does a day still to come."""
    for year in (2014, 2019):
        caption = clue("day", f"June 18, {year}", year=year, month=6, day=18)
        event = event_of([told("a", caption, published="2018-05-29"), told("b", published="2018-05-30")])
        assert event.date is not None and event.date.value == "2018-05-29~"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "../2016-12-22", "2016-12-22/.."])
def test_a_date_at_the_end_of_the_calendar_ends_no_build(published: str) -> None:
    """Programs write the year 1 where they know no date; no day is told before or behind all days."""
    ahead = clue("weekday", "on Sunday", weekday=6, is_ahead=True)
    clues = (THURSDAY, FRIDAY, ahead, clue("relative", "yesterday", offset_days=-1))
    full = clue("day", "May 18, 2017", year=2017, month=5, day=18)
    days = {day_of(c, edtf.bounds(published)[at]) for c in clues for at in (0, 1)}  # type: ignore[index]
    assert len(days) > 1
    articles = [told("a", *clues, published=published), told("b", full, THURSDAY), told("c", full)]
    assert event_of(articles).articles == ("a", "b", "c")


def test_two_reports_of_one_outlet_are_one_outlet_that_says() -> None:
    """ "Outlet a says", not "say"."""
    pair = [
        replace(told(id, MAY_18, published="2017-05-19"), source=stated("The Lantern")) for id in ("a", "b")
    ]
    event = event_of(pair)
    assert event.date is not None and (event.date.evidence.note or "").startswith("The Lantern says")
