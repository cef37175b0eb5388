"""Who an office stands for that the next speaker's name takes up."""

from __future__ import annotations

import pytest

from tests.compare.test_speakers import spoken

NEXT = "\n\n“We saw the men who took the boat,” Ada Brandt said at a hearing."


@pytest.mark.parametrize(
    "office", ["The harbour's director", "An attorney for the harbour", "Norvale's mayor", "A spokeswoman"]
)
def test_an_office_is_the_one_who_is_first_named_in_the_next_paragraph(office: str) -> None:
    text = f"{office} said on Monday that there had been a “long and silly quarrel” at the dam.{NEXT}"
    assert spoken(text)[0] == ("long and silly quarrel", "Ada Brandt")


@pytest.mark.parametrize(
    ("before", "next"),
    [
        ("Ada Brandt came to the dam. A lawyer for the harbour said it was “silly and long”.", NEXT),
        ("The mayor said it was “silly and long”.", NEXT),
        ("A witness said it was “silly and long”.", NEXT.replace("Brandt", "Brandt, a clerk,")),
        ("A lawyer for the harbour said it was “silly and long”.", f"\n\nIt rained.{NEXT}"),
        ("A spokesman for the harbour said it was “silly and long”.", NEXT.replace("Brandt", "Brandt, the mayor,")),
        ("A businessman said it was “silly and long”.", NEXT),
    ],
)  # fmt: skip
def test_nobody_is_taken_who_is_known_described_or_farther_on(before: str, next: str) -> None:
    """Nor for "the mayor", whom the text named before, nor a woman for "a businessman"."""
    assert spoken(before + next)[0][1] != "Ada Brandt"
