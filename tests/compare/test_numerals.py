"""Numerals in words and digits, of three languages."""

from __future__ import annotations

import pytest

from site_gen.compare.figures.numbers import numbers
from site_gen.compare.numerals import may_count
from site_gen.compare.pieces import Number, pieces


def figures(text: str, language: str = "en") -> list[Number]:
    return numbers(pieces(text, 0, len(text), language), language)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "one hundred and five boats", 105),
        ("en", "£10,000 million", 1e10),
        ("en", "two and a half million homes", 2.5e6),
        ("en", "a million and a half homes", 1.5e6),
        ("en", "a quarter of a million homes", 250_000),
        ("fr", "quatre-vingt-seize témoins", 96),
        ("fr", "dix-huit navires", 18),
        ("fr", "une trentaine de morts", 30),
        ("fr", "mille cinq cents maisons", 1500),
        ("fr", "deux douzaines de morts", 24),
        ("fr", "trois dizaines de milliers de morts", 30_000),
        ("es", "dos docenas de muertos", 24),
        ("fr", "37 millions de francs", 37e6),
        ("ar", "مائة وعشرون ألفا", 120_000),
        ("ar", "خمسة وثلاثين مليون جنيه", 35e6),
        ("ar", "أربعمائة واثنتي عشرة شهادة", 412),
        ("ar", "ربع مليون شخص", 250_000),
    ],
)
def test_a_number_in_words_has_its_value(language: str, text: str, value: float) -> None:
    """Tens and units, scores, scales, parts of a scale, and letters written on to a number."""
    assert [n.value for n in figures(text, language)] == [pytest.approx(value)]


@pytest.mark.parametrize("language", ["de", "es", "it", "nl", "pt"])
def test_a_point_groups_and_a_comma_divides_where_the_language_writes_so(language: str) -> None:
    """1.200 neighbours are not one and a fifth."""
    assert [n.value for n in figures("1.200 km; 3,5 km", language)] == [1200, 3.5]


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        ("en", "a dozen ships", 12),
        ("en", "two dozen ships", 12),
        ("en", "12 dozen ships", 12),
        ("en", "two hundred ships", 100),
        ("en", "twenty-four ships", 1),
        ("de", "zwei Dutzend Schiffe", 12),
    ],
)
def test_a_number_in_dozens_is_given_to_the_dozen(language: str, text: str, step: float) -> None:
    """So that "nearly two dozen" may be 23, as "nearly 200" may be 195."""
    assert [n.grain for n in figures(text, language)] == [step]


def test_a_size_is_a_span_and_no_number() -> None:
    """ "Dozens" and "several thousand" only say how large."""
    assert [(n.low, n.high, n.is_vague) for n in figures("dozens of cars")] == [(24, 99, True)]
    assert [(n.low, n.high) for n in figures("quelques centaines de milliers de morts", "fr")] == [
        (100_000, 999_000)
    ]
    assert [(n.low, n.high, n.is_vague) for n in figures("several thousand people")] == [(2000, 9000, True)]


def test_a_text_without_digits_and_number_words_is_not_read() -> None:
    """Quickly told where a language's number words are plain letters."""
    assert may_count("Twenty boats", "en") and may_count("3 boats", "en") and may_count("لا شيء", "ar")
    assert not may_count("Boats came home", "en")


@pytest.mark.parametrize(
    "told",
    ["1" + "0" * 400, "9" * 5000, "7" * 308 + " million", "2" + " million" * 60, "six" + " billion" * 40],
)
def test_what_is_more_than_anything_counts_is_no_number(told: str) -> None:
    """A key or noise of hundreds of digits; what stands beside it is read."""
    assert figures(f"The port of Kelso Bay said {told} people came.") == []
    assert [
        n.value for n in figures(f"The port said {told} people came, and 12 tonnes to {told} tonnes left.")
    ] == [12]
