"""What is shown under a speaker's name."""

from __future__ import annotations

import pytest

from site_gen.compare.offices import office


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("harbour master at Norham", "harbour master at Norham"),
        ("keeper of the light and author of", "keeper of the light and author"),
        ("Prime Minister", "Prime Minister"),
        ("son capitaine", "capitaine"),
        ("her lawyer", "lawyer"),
        ("her", None),
        ("of the observers", None),
        ("in his Report", None),
        ("of Norham College", "of Norham College"),
        ("envoy to the UN", "envoy to the UN"),
        ("one of them", None),
        ("the Vale Gazette’s", None),
        ("A. S.", None),
        ("Jane M.", None),
        ("الاثنين بتوقيت المدينة، وضع الرجل", None),
        ("", None),
        (None, None),
    ],
)
def test_only_what_describes_somebody_is_shown(said: str | None, shown: str | None) -> None:
    """An office, a calling or kin; no words that hang on something else."""
    assert office(said) == shown
