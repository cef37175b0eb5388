"""The noun behind a number, and what it is a kind of."""

from __future__ import annotations

import pytest

from site_gen.compare.figures.numbers import numbers
from site_gen.compare.nouns import kind_of, narrowing_of, noun
from site_gen.compare.pieces import pieces


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("Two local crew members died.", "local crew members", "crew"),
        ("Some 35,000 fighters and civilians left.", "fighters and civilians", "people"),
        (
            "Two Example Press news agency journalists were hurt.",
            "Example Press news agency journalists",
            "journalists",
        ),
        ("Two policemen kept a lane open.", "policemen", "police"),
        ("Five of the mill's 17 pilots left.", "pilots", "crew"),
        ("Nine were hurt.", "", ""),
        ("They heard 97 witnesses speak.", "witnesses", "witnesses"),
    ],
)
def test_the_noun_ends_with_its_plural(text: str, phrase: str, kind: str) -> None:
    """A verb behind it is no part of it; two kinds together are people."""
    row = pieces(text, 0, len(text), "en")
    number = numbers(row, "en")[0]
    first, last = noun(row, number, "en")
    assert (text[row[first].start : row[last].end] if last >= first else "") == phrase
    assert kind_of(row, (first, last), "en") == kind


def test_peoples_and_countries_narrow_a_noun_alike() -> None:
    """ "US", "U.S." and "American" are one."""
    narrowed = set()
    for text in ("10 US citizens", "10 U.S. citizens", "10 American citizens"):
        row = pieces(text, 0, len(text), "en")
        number = numbers(row, "en")[0]
        narrowed.add(narrowing_of(row, number, noun(row, number, "en"), "en"))
    assert narrowed == {frozenset({"united states"})}
