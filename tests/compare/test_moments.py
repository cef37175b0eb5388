"""When numbers that differ are of two moments or places, and when they are one number told more or less finely."""

from __future__ import annotations

import pytest

from site_gen.compare.figures.numbers import numbers
from site_gen.compare.pieces import pieces
from tests.compare.test_apart import together
from tests.compare.test_figures import figures


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Shares of Brask Steel fell 9 percent in Orlo before the bell.",
            "Shares of Brask Steel fell 13 percent in Orlo within minutes.",
        ),
        ("The index dropped 600 points in Orlo.", "The index dropped 500 points in Orlo."),
        (
            "The storm Tilda brought winds of 80 mph to Orlo.",
            "The storm Tilda brought winds of 66 mph to Orlo.",
        ),
        (
            "The mill doctors reported 40,000 new cases of fever on Friday.",
            "The mill doctors reported 47,000 new cases of fever on Tuesday.",
        ),
        (
            "The fever could kill 300,000 people in Norvale, doctors said.",
            "The fever has killed 200,000 people, doctors said.",
        ),
        ("A gunman killed 10 people at the mill.", "The 1999 attack on the mill killed 13 people."),
        (
            "About 55 percent of the town is without water from the river.",
            "About 47 percent of the town has water from the river.",
        ),
        (
            "The train will reach Orlo at 9:45 a.m. on Sunday.",
            "The train reached Orlo at 10:15 a.m. on Sunday.",
        ),
        (
            "The high judges of Orlo ruled 5-4 for the mill, the clerk said.",
            "The lower judges of Orlo ruled 5-2 for the mill, the clerk said.",
        ),
        ("The school chose the clerks after the 2010 census.", "The school waits for the 2020 census."),
        ("Ten of 12 clerks at the mill were hurt.", "Fire at the mill hurt 12 clerks."),
    ],
)
def test_numbers_of_two_moments_or_of_a_part_and_the_whole_do_not_differ(one: str, two: str) -> None:
    assert not [f for f in figures(one, two) if f.status != "agree"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A gunman killed 10 people at the mill.", "The attack on the mill killed 13 people."),
        ("Profit at Brask Steel fell 9 percent in Orlo.", "Profit at Brask Steel fell 13 percent in Orlo."),
        (
            "The mill doctors reported 40,000 new cases of fever on Friday.",
            "The mill doctors reported 47,000 new cases of fever on Friday.",
        ),
        ("The train reached Orlo at 9:45 a.m. on Sunday.", "The train reached Orlo at 10:15 a.m. on Sunday."),
        ("The judges of Orlo ruled 5-4 for the mill.", "The judges of Orlo ruled 6-3 for the mill."),
        ("About 4,500 people marched to the mill.", "Some 5,000 people marched to the mill."),
        ("Ada Brandt ran the mill for 10 years.", "Ada Brandt ran the mill for twelve years."),
    ],
)
def test_numbers_of_one_thing_that_differ_are_shown_so(one: str, two: str) -> None:
    assert [f.status for f in figures(one, two)] == ["differ"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The mill paid more than $4,000 for the lamp.", "The mill paid more than $4,300 for the lamp."),
        ("More than 90 percent of the town is in the dark.", "Some 95 percent of the town is in the dark."),
        ("The inquiry into the mill took two years.", "The inquiry into the mill took 22 months."),
        ("The war for the mill lasted two decades.", "The war for the mill lasted 18 years."),
        (
            "The rocket rose from the pier at 9:51 a.m. on Monday.",
            "The rocket rose from the pier just before 10 a.m. on Monday.",
        ),
        ("The lamp at the mill weighs nearly 1.3 tons.", "The lamp at the mill weighs 2,900 pounds."),
        ("The dam broke at 4:30 p.m. on Sunday.", "The dam broke at 16.30 on Sunday."),
        ("The dam broke at 4:30 p.m. on Sunday.", "The dam broke around 16:30 on Sunday."),
    ],
)
def test_one_number_told_more_or_less_finely_agrees(one: str, two: str) -> None:
    assert [f.status for f in figures(one, two)] == ["agree"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a seven-to-nine-year term", 84, 108),
        ("ranges between about 300 and 3,400 grams", 0.3, 3.4),
        ("with a range of 300 to 3,400 grams", 0.3, 3.4),
    ],
)
def test_a_range_may_be_hyphened_hedged_or_wide(text: str, low: float, high: float) -> None:
    (number,) = numbers(pieces(text, 0, len(text), "en"), "en")
    assert (number.low, number.high) == (pytest.approx(low), pytest.approx(high))


def test_a_time_in_another_zone_is_not_counted_twice() -> None:
    text = "The dam broke at 21:40 local time (18:40 GMT) on Friday."
    assert [n.base for n in numbers(pieces(text, 0, len(text), "en"), "en")] == [21 * 60 + 40]


def test_a_stretch_to_which_more_than_leads_links_nothing() -> None:
    """ "More than 25,000 lives" are not the town's 26,000 people."""
    one = "More than 25,000 lives were lost at the mill."
    assert frozenset({"25,000", "26,000"}) not in together(one, "The town has 26,000 people.")


def test_the_second_of_two_days_is_no_figure() -> None:
    text = "It rained in Orlo on Dec. 12 and 13, and on May 2 and 40 clerks left."
    assert [n.base for n in numbers(pieces(text, 0, len(text), "en"), "en")] == [40]


def test_a_former_number_is_corrected_by_the_one_that_comes_near() -> None:
    """Not by that of another attack, nor is the present one corrected that stands beside it."""
    one = (
        "The fire at the mill killed 11 people. The 2004 fire in Norvale killed 40 people. Another killed 30 people in Tarvo. "
        "The clerk initially reported 10 people dead in the fire, but later said that 11 had died."
    )
    assert frozenset({"11", "10"}) in together(one, "The fire at the mill killed 11 people.")


def test_an_hour_and_a_colon_may_end_a_sentence() -> None:
    """Nothing stands behind it that could be its minutes."""
    text = "The mill rang at 16:"
    assert [n.base for n in numbers(pieces(text, 0, len(text), "en"), "en")] == [16]
