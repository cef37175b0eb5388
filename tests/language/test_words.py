"""Characters that no page, feed or file may hold."""

from __future__ import annotations

from site_gen.language.words import fold, sentences, without_controls, words, words_only, writable


def test_controls_go_and_page_breaks_become_line_ends() -> None:
    """Tabs and line ends stay; so do C1 controls, which are letters decoded wrongly."""
    assert without_controls("a\0b\x07\tc\n\x1b[31m\x7f\ufffe\U0001fffe\ufdd0d\x92") == "ab\tc\nd\x92"
    assert without_controls("one\x0ctwo\x0bthree") == "one\ntwo\nthree"


def test_a_stroke_that_stands_alone_is_no_word() -> None:
    """Arabic papers write a tatweel for a dash; inside a word, where it only draws it out, it is folded away."""
    found = words("فتح الطريق ـ بعد أسبوع ـــ أبداً")
    assert [(w.text, w.start) for w in found] == [
        ("فتح", 0),
        ("الطريق", 4),
        ("بعد", 13),
        ("أسبوع", 17),
        ("أبدا", 27),
    ]
    assert words_only("ـ عام 1445 هـ ـ") == ["عام", "1445", "هـ"]
    assert fold("محـــمد") == fold("محمد")


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
