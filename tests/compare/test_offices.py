"""What is shown under a speaker's name."""

from __future__ import annotations

import pytest

from site_gen.compare.quotes.offices import names_body, office


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("harbour master at Norham", "harbour master at Norham"),
        ("keeper of the light and author of", "keeper of the light and author"),
        ("Prime Minister", "Prime Minister"),
        ("son capitaine", "capitaine"),
        ("her lawyer", "lawyer"),
        ("including Sen.", "Sen."),
        ("senior adviser", "senior adviser"),
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


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("al-Norham college", True),
        ("They", True),
        ("Report", True),
        ("states", True),
        ("They waved flags", False),
        ("in a letter", False),
        ("told reporters Keepers", False),
        ("", True),
    ],
)
def test_words_that_open_as_no_name_does_are_no_speaker(name: str, is_name: bool) -> None:
    """A clause that was not understood stands over no quotation."""
    assert names_body(name) is is_name
