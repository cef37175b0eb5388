"""The clause around a measured number."""

from __future__ import annotations

import pytest

from site_gen.compare.figures.gapped import gapped
from site_gen.compare.figures.numbers import numbers
from site_gen.compare.pieces import pieces


def clause(text: str, n: int = 0, language: str = "en") -> str:
    row = pieces(text, 0, len(text), language)
    return gapped(row, numbers(row, language)[n], text, language)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They landed with less than 30 seconds of fuel in the tanks.", "landed with … of fuel in the tanks"),
        ("The three men -- Orrin Vale among them -- were fined 300 pounds.", "fined …"),
        ("After lunch, the keeper walked 12 miles, he said.", "the keeper walked …"),
        ("The town council won't give Norham's lord 40 percent.", "give Norham's lord …"),
        ("It was the city's worst flood, 40 percent of the streets lay under it.", "… of the streets lay"),
        ("The road to St. Orin runs 12 miles north.", "road to St. Orin runs … north"),
        ("It raised rates from 4 percent to 5 percent.", "raised rates from … to 5 percent"),
    ],
)
def test_a_clause_stands_for_what_is_measured(text: str, words: str) -> None:
    """Up to the marks that bound it, no half of a word and no small word at its ends, hedge and unit in the gap."""
    assert clause(text, text.startswith("The three")) == words


def test_a_name_is_not_cut_in_two() -> None:
    """A side goes on to the end of a name."""
    text = "The survey gave 40 percent to the mayor of Upper Norham Vale and others."
    assert clause(text) == "The survey gave … to the mayor of Upper Norham Vale"
    text = "The boats brought 40 tonnes to camps in the Bay of Grey Seals."
    assert clause(text) == "The boats brought … to camps in the Bay of Grey Seals"


def test_no_other_number_stands_before_the_gap() -> None:
    """What stands before an earlier number is told of that one."""
    assert clause("They sold 300 boats weighing together 40 tonnes.", 1) == "weighing together …"
