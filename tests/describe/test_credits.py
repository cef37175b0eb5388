"""Who contributed, from where and for whom; which agencies are thanked."""

from __future__ import annotations

import pytest

from site_gen.describe.credits import agencies_thanked, read_credits


@pytest.mark.parametrize(
    ("line", "people", "agencies"),
    [
        (
            "Associated Press writers Ann Bee in Quaytown and Cal Dee in Norham contributed to this report.",
            [("Ann Bee", "Quaytown"), ("Cal Dee", "Norham")],
            ["Associated Press"],
        ),
        ("Staff writer Ann Bee contributed to this story.", [("Ann Bee", None)], []),
        (
            "Harbour News’ Ann Bee and HBN's Cal Dee contributed to this report.",
            [("Ann Bee", None), ("Cal Dee", None)],
            [],
        ),
        ("Reuters contributed to this report.", [], ["Reuters"]),
        ("The storm contributed to this week's losses.", [], []),
    ],
)
def test_those_who_contributed_are_named_with_their_place_and_their_agency(
    line: str, people: list[tuple[str, str | None]], agencies: list[str]
) -> None:
    """The house and office before a name are no part of it."""
    found = read_credits(line, (10, 10 + len(line)))
    assert [(c.name, c.place) for c in found.contributors] == people
    assert [c.value for c in found.agencies] == agencies
    spans = [*(c.span for c in found.contributors), *(c.span for c in found.agencies)]
    assert all(line[a - 10 : b - 10].strip() for a, b in spans)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(avec l'AFP)", ["AFP"]),
        ("Some information for this report came from Reuters and AFP.", ["Reuters", "AFP"]),
        ("With friends from school", []),
        ("Information from the harbour office", []),
    ],
)
def test_a_line_that_thanks_agencies_only_credits_them(line: str, agencies: list[str]) -> None:
    """Every name in it must be an agency's."""
    assert [c.value for c in agencies_thanked(line, (0, len(line)))] == agencies
