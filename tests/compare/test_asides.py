"""Numbers of a page, of a name, and what shares and rates are reckoned by."""

from __future__ import annotations

import pytest

from site_gen.compare import comparison
from site_gen.compare.figures.numbers import numbers
from site_gen.compare.pieces import pieces
from site_gen.model import Figure
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event


def found(text: str) -> list[str]:
    """The figures of a sentence as they are written."""
    return [text[n.start : n.end] for n in numbers(pieces(text, 0, len(text), "en"), "en")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hide Caption 3 of 10 The mill after the flood", []),
        ("Slideshow (18 images)", []),
        ("(PHOTOS: 12 mills of the valley)", []),
        ("The photos show 12 mills.", ["12"]),
        ("Updated at 7:38 p.m.", []),
        ("This story was updated at 4:15 p.m.", []),
        ("Posted at 9:10 a.m. by the desk", []),
        ("The boat sank at 9:10 a.m. on Monday.", ["9:10 a.m."]),
        ("Doe spoke on 60 Minutes about the mill.", []),
        ("Doe spoke for 60 minutes about the mill.", ["60 minutes"]),
        ("Roughly 4 in 10 voters blame the mill.", []),
        ("Three out of ten weavers stayed.", []),
        ("The mill lost four in ten days.", ["four", "ten days"]),
        ("The mill's team won 8-7 in 10 innings.", ["10"]),
        ("Rule 19 forbids such words.", []),
    ],
)
def test_a_number_of_a_page_a_name_or_a_share_is_no_figure(text: str, left: list[str]) -> None:
    assert found(text) == left


def test_what_a_rate_is_counted_by_is_no_figure_but_belongs_to_it() -> None:
    text = "The valley saw 38.1 road deaths per 100,000 people."
    (rate,) = numbers(pieces(text, 0, len(text), "en"), "en")
    assert (rate.value, rate.per) == (38.1, "100,000")


def test_years_of_age_are_an_age() -> None:
    text = "At 49 years of age, Doe runs the mill."
    assert [n.unit for n in numbers(pieces(text, 0, len(text), "en"), "en")] == ["age"]


def _shared(*texts: str, dates: tuple[str, ...] = ()) -> list[Figure]:
    days = dates or ("2024-05-01",) * len(texts)
    articles = tuple(
        an_article(t, id=f"a{n}", source=f"Outlet {n}", published=day)
        for n, (t, day) in enumerate(zip(texts, days, strict=True), 1)
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    return [f for f in result.figures if len({m.article for m in f.mentions}) > 1]


def test_heads_and_a_rate_are_never_one_figure() -> None:
    assert not _shared("The flood killed 40 people.", "The flood killed 40 people per 100,000 residents.")


def test_numbers_that_agree_but_count_other_times_are_neither_shown_as_one_nor_as_differing() -> None:
    assert not _shared("The mill cut 148,000 jobs.", "The mill cut 150,000 jobs a month.")


@pytest.mark.parametrize(("day", "status"), [("2024-05-03", "differ"), ("2024-07-01", "agree")])
def test_an_age_a_year_higher_weeks_later_is_a_birthday(day: str, status: str) -> None:
    first, later = "Ada Brandt, 58, built the dam.", "Ada Brandt, 59, built the dam."
    (figure,) = _shared(first, later, dates=("2024-05-01", day))
    assert figure.status == status
