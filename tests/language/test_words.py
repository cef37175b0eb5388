"""Characters that no page, feed or file may hold."""

from __future__ import annotations

from site_gen.language.words import sentences, without_controls, writable


def test_controls_go_and_page_breaks_become_line_ends() -> None:
    """Tabs and line ends stay; so do C1 controls, which are letters decoded wrongly."""
    assert without_controls("a\0b\x07\tc\n\x1b[31m\x7f\ufffe\U0001fffe\ufdd0d\x92") == "ab\tc\nd\x92"
    assert without_controls("one\x0ctwo\x0bthree") == "one\ntwo\nthree"


def test_half_characters_are_replaced() -> None:
    """They cannot be written as UTF-8."""
    assert writable("a\ud800b\x01") == "a\ufffdb"


def test_a_german_sentence_does_not_end_behind_an_abbreviation_or_an_ordinal() -> None:
    """ "20 Mio. Euro" and "am 4. Mai" are no ends; English has no such ordinals."""
    text = "Die Stadt gab dafür 20 Mio. Euro aus. Am 4. Mai wird gebaut. Das Bad hat max. 300 Plätze."
    said = [text[a:b] for a, b in sentences(text, "de")]
    assert said == [
        "Die Stadt gab dafür 20 Mio. Euro aus.",
        "Am 4. Mai wird gebaut.",
        "Das Bad hat max. 300 Plätze.",
    ]
    assert len(sentences("He came on June 4. May was over.", "en")) == 2
