"""Whose a surname alone is, where relatives of one surname are told of."""

from __future__ import annotations

import pytest

from site_gen.describe.names import find_names
from site_gen.model import Block


def alone(text: str, language: str = "en") -> list[str]:
    """To whom the mentions of "Brandt" alone are given, in reading order."""
    block = Block("p1", "paragraph", text, (0, len(text)))
    found = find_names((block,), language)
    return [m.name for m in found if text[m.start : m.end] == "Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "The court heard that Brandt's son, Karl Brandt, drove the lorry. Later Brandt left.",
        "Mayor Brandt opened the dam with his daughter Ida Brandt. Later Brandt left.",
        "Mayor Brandt won. Karl Brandt, his brother, lost. Later Brandt left.",
        "Karl Brandt drove the lorry while the elder Brandt waited.",
        "Karl Brandt drove the lorry. Later Mrs. Brandt left.",
        "Ida Brandt drove the lorry. Later Mr Brandt left.",
    ],
)
def test_a_surname_of_another_is_not_given_to_the_relative_named_in_full(text: str) -> None:
    """A son is named in full because he is not the one of whom the text told before."""
    assert set(alone(text)) == {"Brandt"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("His father, Karl Brandt, drove the lorry. Later Brandt left.", "Karl Brandt"),
        ("Karl Brandt drove the lorry. Brandt's wife, Ida, waited. Later Brandt left.", "Karl Brandt"),
        ("Mayor Brandt won. Karl Brandt, the mayor, thanked all. Later Brandt left.", "Karl Brandt"),
        ("Karl Brandt drove the lorry. Later Mr. Brandt left.", "Karl Brandt"),
    ],
)
def test_a_surname_goes_to_the_only_bearer_whom_nothing_sets_apart(text: str, person: str) -> None:
    """Kin alone is no reason: who is named first in full keeps the name."""
    assert set(alone(text)) == {person}


def test_kin_is_told_in_french_too() -> None:
    """The words are those of the text's language."""
    assert alone(
        "Le maire Brandt a ouvert le barrage avec son fils, Karl Brandt. Ce soir Brandt part.", "fr"
    ) == [
        "Brandt",
        "Brandt",
    ]


def test_a_surname_is_the_first_bearers_where_another_comes_when_it_is_in_use() -> None:
    """Of two who are named before, of an elder and a younger, behind "the" and an office it stays open."""
    assert set(alone("Karl Brandt drove. Brandt left. Ida Brandt came. Brandt left.")) == {"Karl Brandt"}
    assert alone("Karl Brandt drove. Ida Brandt came. Brandt left.") == []
    assert alone("Karl Brandt drove. Brandt left, the elder Brandt too. Max Brandt came.") == []
    assert alone("Karl Brandt drove. Mr. Brandt left. Ida Brandt came.") == ["Karl Brandt"]
    assert alone("Karl Brandt drove. The Brandt family left. Ida Brandt came.") == []
    assert alone("Karl Brandt drove. President Brandt left. Ida Brandt came.") == []


def test_a_surname_that_went_about_before_is_no_latecomers() -> None:
    """Who is named in full only later may be another than the one of whom the text told."""
    text = "For Brandt it was a bad day. Ida Brandt came. For Brandt, that was too much. Karl Brandt left."
    assert alone(text) == []


def test_an_office_is_not_given_to_who_is_named_later_without_it() -> None:
    """ "President Brandt" is not the Ida Brandt who comes later; a courtesy is."""
    assert alone("President Brandt left. Ida Brandt came.") == ["Brandt"]
    assert alone("President Brandt left. The President Ida Brandt came.") == ["Ida Brandt"]
    assert alone("Mrs. Brandt left. Ida Brandt came.") == ["Ida Brandt"]
