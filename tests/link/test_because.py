"""Why two articles were put together, or one left out, in words."""

from __future__ import annotations

import pytest

from site_gen.link.because import told_apart


@pytest.mark.parametrize(
    ("score", "least", "said"),
    [
        (0.22, 0.55, ("0.22", "0.55")),
        (0.5493, 0.55, ("0.549", "0.550")),
        (0.54996, 0.55, ("0.54996", "0.55000")),
    ],
)
def test_a_likeness_below_the_least_is_told_as_a_lower_number(
    score: float, least: float, said: tuple[str, str]
) -> None:
    """ "0.55 is below 0.55" is not true of any two numbers."""
    assert told_apart(score, least) == said
