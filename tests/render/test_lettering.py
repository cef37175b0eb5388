"""Lines for a drawer that only sets letters: Arabic joined, and in the order in which it is seen."""

from __future__ import annotations

import pytest

from site_gen.render.lettering import as_seen, is_from_right, joined


def test_arabic_letters_take_the_form_that_their_neighbours_ask_for() -> None:
    """Beh first, in the middle, last and alone; alef joins nothing after it; lam and alef are one."""
    assert joined("ببب ب") == "\ufe91\ufe92\ufe90 \ufe8f"
    assert joined("باب") == "\ufe91\ufe8e\ufe8f"
    assert joined("بلا لا") == "\ufe91\ufefc \ufefb"
    assert joined("بل") == "\ufe91\ufede"
    assert joined("بَب") == joined("بب")
    assert joined("Bridge, 9 dead") == "Bridge, 9 dead"


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("one two (3)", "one two (3)"),
        ("ءا", "\ufe8d\ufe80"),
        ("ء 1,300 ء", "\ufe80 1,300 \ufe80"),
        ("(ء) Apollo 11 ء", "\ufe80 Apollo 11 (\ufe80)"),
        ("he said ءا to 5", "he said \ufe8d\ufe80 to 5"),
        ("ء 90%", "90% \ufe80"),
        ("", ""),
    ],
)
def test_what_runs_from_the_right_is_turned_but_not_numbers_and_latin(line: str, seen: str) -> None:
    """A bracket is turned with its line; numbers and Latin words keep their own order."""
    assert as_seen(line) == seen


def test_the_first_letter_says_the_direction_of_a_line() -> None:
    """Numbers and signs do not."""
    assert is_from_right("1931: جسر Alder")
    assert not is_from_right("1931: Alder جسر")
    assert not is_from_right("1931")
