"""Numbers that differ because they are of two things, and ages told as a range."""

from __future__ import annotations

import pytest

from site_gen.compare import comparison
from site_gen.compare.figures.numbers import AGE, numbers
from site_gen.compare.pieces import pieces
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event


def together(one: str, two: str) -> set[frozenset[str]]:
    """What numbers of the two texts come into one figure."""
    articles = an_article(one, id="a", source="a"), an_article(two, id="b", source="b")
    found, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    groups = (f.mentions for f in found.figures if len({m.article for m in f.mentions}) > 1)
    return {frozenset(m.text for m in mentions) for mentions in groups}


@pytest.mark.parametrize(
    ("one", "two", "are_one"),
    [
        (
            "Orlo Mills offered to buy Brask Steel for $70 a share.",
            "Orlo Mills would acquire the shares of Brask Steel for $60 per share in cash.",
            False,
        ),
        (
            "Orlo Mills offered to buy Brask Steel for $70 a share.",
            "Orlo Mills offered to buy Brask Steel for $60 a share.",
            True,
        ),
        (
            "On Monday the storm Tilda was 185 miles east of Norvale, moving slowly.",
            "On Monday the storm Tilda was 270 miles (435 km) south of Orlo, moving slowly.",
            False,
        ),
        (
            "On Monday the storm Tilda was 185 miles east of Norvale, moving slowly.",
            "On Monday the storm Tilda was 190 miles from Norvale, moving slowly.",
            True,
        ),
    ],
)
def test_a_part_in_cash_and_the_way_from_another_place_are_other_numbers(
    one: str, two: str, are_one: bool
) -> None:
    assert bool(together(one, two)) is are_one


def test_a_range_of_which_somebody_was_is_of_ages() -> None:
    text = "The other girls were between 13 and 15 when the mill closed."
    (number,) = numbers(pieces(text, 0, len(text), "en"), "en")
    assert (number.unit, number.low, number.high) == (AGE, 13, 15)
