"""Characters that no page, feed or file may hold."""

from __future__ import annotations

from site_gen.language.words import without_controls, writable


def test_controls_go_and_page_breaks_become_line_ends() -> None:
    """Tabs and line ends stay; so do C1 controls, which are letters decoded wrongly."""
    assert without_controls("a\0b\x07\tc\n\x1b[31m\x7f\ufffe\U0001fffe\ufdd0d\x92") == "ab\tc\nd\x92"
    assert without_controls("one\x0ctwo\x0bthree") == "one\ntwo\nthree"


def test_half_characters_are_replaced() -> None:
    """They cannot be written as UTF-8."""
    assert writable("a\ud800b\x01") == "a\ufffdb"
