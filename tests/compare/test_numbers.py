"""Numbers that a text writes."""

from __future__ import annotations

import pytest

from site_gen.compare.figures.agreement import alike
from site_gen.compare.figures.hedges import spelled
from site_gen.compare.figures.numbers import numbers
from site_gen.compare.pieces import Number, pieces


def figures(text: str, language: str = "en") -> list[Number]:
    return numbers(pieces(text, 0, len(text), language), language)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("34,000 people", 34000, ""),
        ("thirty-four thousand people", 34000, ""),
        ("two hundred and fifty-three cows", 253, ""),
        ("a dozen ships", 12, ""),
        ("half a million homes", 500000, ""),
        ("$2.4bn", 2.4e9, "USD"),
        ("a £3m prize", 3e6, "GBP"),
        ("5.3 per cent", 5.3, "%"),
        ("35K users", 35000, ""),
        ("10 miles", 16093.44, "m"),
        ("a 101-metre ship", 101, "m"),
        ("over 5 km² of forest", 5e6, "m2"),
        ("about 71.5g of it", 0.0715, "kg"),
        ("seven years", 84, "month"),
        ("fell down the 30m shaft", 30, "m"),
        ("at a depth of 30m", 30, "m"),
        ("a mile-and-a-half", 2414.016, "m"),
        ("an hour and a half", 5400, "s"),
        ("two and a half hours", 9000, "s"),
        ("the two-car crash", 2, ""),
        ("١٢ قتيلا", 12, ""),
    ],
)
def test_a_number_is_read_in_its_base_unit(text: str, value: float, unit: str) -> None:
    """Digits of several scripts, words, scales, currency, percent and units."""
    (number,) = figures(text, "ar" if "قتيلا" in text else "en")
    assert number.base == pytest.approx(value) and number.unit == unit


def test_french_numbers_use_spaces_and_commas() -> None:
    """The language decides which mark groups and which divides."""
    assert [n.value for n in figures("3 000 habitants et 4,5 millions d'euros", "fr")] == [3000, 4.5e6]


@pytest.mark.parametrize(
    "text",
    [
        "on Dec. 31, 2017",
        "in 2011",
        "Psalm 12:46",
        "at 7:15",
        "Flight 3756 landed",
        "call 555-0199",
        "won 3-1",
        "the note ² at the foot, and ① of ⁵⁰",
        "close out a 4-12 season",
        "the 10th time",
        "the 1990s",
        "one of the boats",
        "at 41.46 north, where ice lay",
        "of 9 Broadway, an office",
        "Ring 0300 123 4567 for help",
        "The office, on +44 20 7946 0018, is open",
        "a helpline, 1800 222 333, was opened",
        "Those who saw it should call the police on 101 or 555.",
        "an 18-wheeler",
        "the new 5g masts",
    ],
)
def test_dates_labels_and_scores_are_no_figures(text: str) -> None:
    """None of these counts anything."""
    assert figures(text) == []


@pytest.mark.parametrize("text", ["Jane Doe, 47, said", "a 47-year-old clerk", "a man of 47 who", "aged 47"])
def test_the_age_of_a_person_has_its_own_unit(text: str) -> None:
    """However it is written."""
    (number,) = figures(text)
    assert (number.unit, number.base) == ("age", 47)


def test_the_age_of_a_thing_is_a_figure() -> None:
    """A war's age counts, a person's does not."""
    (number,) = figures("the nearly six-year-old war")
    assert number.is_age and number.qualifier == "nearly"


def test_a_range_is_one_number_and_a_change_is_two() -> None:
    """ "Between" joins, "from … to" does not."""
    (number,) = figures("between 20 and 30 people")
    assert (number.low, number.high) == (20, 30)
    assert [n.value for n in figures("rose from 20 to 30 boats")] == [20, 30]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2 to 3,000 people came", 2000, 3000),
        ("between 2 and 3 million people", 2e6, 3e6),
        ("30 to 40 million people", 30e6, 40e6),
        ("1.5 to 2.5 million people", 1.5e6, 2.5e6),
        ("between 8-10,000 troops", 8000, 10_000),
        ("35 or 40 thousand men", 35_000, 40_000),
        ("between 5 and 1,000 people came", 5, 1000),
        ("between 50 and 6,000 men", 50, 6000),
    ],
)
def test_the_start_of_a_range_has_the_scale_of_its_end_where_it_stays_below_it(
    text: str, low: float, high: float
) -> None:
    """ "2 to 3,000" are two thousand and more; five thousand are no start of a range to a thousand."""
    (number,) = figures(text)
    assert (number.low, number.high) == (low, high)


def test_a_step_and_where_it_led_are_two_numbers() -> None:
    """Hundreds of thousands are not the end of a range that begins with some thousands."""
    assert [n.value for n in figures("Claims fell 5,000 to 226,000 last week.")] == [5000, 226000]
    assert [n.value for n in figures("Between 20 and 300 people came.")] == [160]


def test_a_conversion_in_brackets_is_not_counted_twice() -> None:
    """The number in brackets is the same in another unit."""
    assert len(figures("10 miles (16 km) away")) == 1


def test_hedges_are_kept() -> None:
    """The words before a number stay with it."""
    assert [n.qualifier for n in figures("more than 20 cows, some 30 pigs")] == ["more than", "some"]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("Près de 300 vaches", "près de"), ("300 vaches", None)],
)
def test_hedges_are_told_as_the_text_writes_them(text: str, hedge: str | None) -> None:
    assert [spelled(n, text) for n in figures(text, "fr")] == [hedge]


def test_two_units_of_one_length_are_one_number() -> None:
    """Hours and minutes, feet and inches, a quarter of an hour."""
    assert [n.base for n in figures("2 hours and 31 minutes outside")] == [9060]
    assert [n.base for n in figures("two hours and a quarter")] == [8100]


def test_a_rate_says_what_it_is_counted_by() -> None:
    """ "A share", "-a-share" and "per Example share" are one rate; "a day after" is none."""
    rates = ("$70 a share", "a $70-a-share bid", "$70 per Example share")
    assert {n.per for text in rates for n in figures(text)} == {"share"}
    assert [n.per for n in figures("He paid $70 a day after the sale.")] == [""]


def test_pounds_are_money_or_a_mass() -> None:
    """A small number of pounds without a sign is a mass."""
    assert [n.unit for n in figures("48 pounds of rock; 30 million pounds; £40")] == ["kg", "GBP", "GBP"]


def test_a_converted_sum_keeps_both() -> None:
    """What stands in brackets is the same in another unit."""
    (number,) = figures("It cost £3.5bn ($4.4bn).")
    assert number.also == (("USD", pytest.approx(4.4e9), pytest.approx(1e8)),)


def test_those_who_are_called_are_counted() -> None:
    """A number behind "call" that counts something is no telephone number."""
    assert [n.value for n in figures("They will call 20 witnesses; 300 500-mark files were read.")] == [
        20,
        300,
    ]


def test_a_currency_of_two_words_is_a_unit() -> None:
    """The people's name before it says which pounds are meant, and "each" does not part a sum from its conversion."""
    (number,) = figures("fined 30,000 Egyptian pounds each ($1,688)")
    assert (number.unit, number.unit_word, number.also[0][0]) == ("EGP", "Egyptian pounds", "USD")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Some 2000 planets; the 2019 budget", [2000]),
        ("The 2000 planets; the 2018 elections; the 1950 floods", [2000]),
        ("In 1900 people came", [1900]),
        ("Founded in the year 1500, to close in 2099", []),
        ("Of 1499 and of 2100", [1499, 2100]),
        ("A fleet of 2,019", [2019]),
        ("They paid $1999", [1999]),
    ],
)
def test_a_year_before_a_plural_counts(text: str, values: list[int]) -> None:
    """ "2000 planets" is no year, "in 2000 planets" and "the 2019 budget" are; "the" before an uneven number tells a year."""
    assert [n.value for n in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("at 11:36 a.m. the bell rang", "en", 696),
        ("shots at 8.30pm", "en", 1230),
        ("by 12 a.m.", "en", 0),
        ("at 14:30", "en", 870),
        ("à 14h30", "fr", 870),
    ],
)
def test_a_time_of_day_is_told_in_minutes(text: str, language: str, minutes: int) -> None:
    """Outlets that time one happening can be compared."""
    (number,) = figures(text, language)
    assert (number.unit, number.base) == ("clock", minutes)


@pytest.mark.parametrize("text", ["a vote of 52-48", "The council voted 52 to 48", "passed 52-48"])
def test_the_tally_of_a_vote_is_one_figure(text: str) -> None:
    """A sport's score is none."""
    (number,) = figures(text)
    assert (number.unit, number.base) == ("tally", pytest.approx(52.0048))


def test_a_change_is_told_in_the_unit_that_it_began_with() -> None:
    """The second number leaves its unit out."""
    first, second = figures("fell from 7.9 years in 2014 to 7.6 in 2017")
    assert (second.unit, second.base) == ("month", pytest.approx(7.6 * 12)) and first.unit == "month"


def test_a_length_of_time_may_have_a_word_before_its_unit() -> None:
    """ "Three consecutive years" are three years."""
    (number,) = figures("for three consecutive years")
    assert (number.unit, number.base) == ("month", 36)


@pytest.mark.parametrize("text", ["Jane Doe, 39; she", "gave her age as 39"])
def test_an_age_before_a_semicolon_or_behind_as(text: str) -> None:
    """Both are ages of a person."""
    (number,) = figures(text)
    assert (number.unit, number.base) == ("age", 39)


def test_the_end_of_a_range_is_alike_to_it() -> None:
    """ "At least" is its lower end, "up to" its upper one."""
    (whole,) = figures("$2 million to $5 million")
    assert alike(figures("at least $2 million")[0], whole) and alike(whole, figures("up to $5 million")[0])
    assert not alike(figures("at least $3 million")[0], whole)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It fell to $US6,500 on Monday.", "USD"),
        ("They paid $A4m.", "AUD"),
        ("They paid NZ$4m.", "NZD"),
    ],
)
def test_a_country_beside_the_sign_names_the_currency(text: str, unit: str) -> None:
    row = pieces(text, 0, len(text), "en")
    assert [n.unit for n in numbers(row, "en")] == [unit]


def test_how_old_a_girl_was_when_something_happened_is_her_age() -> None:
    """A number of anything else that stands so is none."""
    texts = ("The girl was 13 when the dam broke.", "The wall was 13 when the dam broke.")
    assert [[n.unit for n in numbers(pieces(t, 0, len(t), "en"), "en")] for t in texts] == [["age"], [""]]
