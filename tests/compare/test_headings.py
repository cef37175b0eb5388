"""Headings of figures: short noun phrases of the article's own words."""

from __future__ import annotations

import pytest

from site_gen.compare.figures.counted import count
from site_gen.compare.figures.headings import heading
from site_gen.compare.figures.numbers import numbers
from site_gen.compare.pieces import pieces


def headed(text: str, n: int = 0, *, language: str = "en") -> str:
    row = pieces(text, 0, len(text), language)
    found = numbers(row, language)
    return heading(row, found[n], count(row, found[n], text, language, found), text, language)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The keeper won 53 percent of the vote.", "share of the vote"),
        ("A poll found 60 percent think the dam is safe.", "share who think the dam is safe"),
        ("The bridge cost $5 million and took a year.", "cost of the bridge"),
        ("The council raised $5 million for the bridge at Vale.", "sum raised for the bridge at Vale"),
        ("The Norham Trust received $5 million.", "sum received by Norham Trust"),
        ("The mill announced a $50 million investment in the U.S.", "investment in the U.S."),
        ("He held a 20% stake in Pell.", "stake in Pell"),
        ("The captain had 38 years in the company's service.", "years in the company's service"),
        ("They landed with 30 seconds of fuel in the tanks.", "seconds of fuel in the tanks"),
        ("She has five days to decide.", "days to decide"),
        ("It was done one day after the vote.", "days after the vote"),
        ("It began a three-day period of mourning.", "length of period of mourning"),
        ("The ferry lay 12 miles off Vale.", "miles off Vale"),
        ("The boat sank at 2:20 a.m. on Monday.", "time of day: boat sank"),
        ("Her shares fell 4 percent.", "fall of shares"),
    ],
)
def test_a_measure_is_headed_by_what_is_measured(text: str, words: str) -> None:
    """By what was done with a sum, of what a share is, from where a distance leads; else by its kind and the words before it."""
    assert headed(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill created 1,100 jobs for weavers.", "jobs created for weavers"),
        ("Some 88 million Norvalers are entitled to vote.", "Norvalers that are entitled to vote"),
        ("About 54,000 people had taken refuge in the hall.", "people who had taken refuge in the hall"),
        ("She sued three House committees in May.", "House committees sued in May"),
        ("Five current and former bank clerks spoke.", "current and former bank clerks that spoke"),
        ("He led five members of the rowing club.", "members of the rowing club"),
        ("The board sent a 75-page letter on the dam.", "pages of letter on the dam"),
        ("Two of them were moved to Vale.", "those that were moved to Vale"),
        ("The ferry had 2,201 aboard.", "those aboard"),
        ("Two sides landed in the valley.", "sides landed in the valley"),
    ],
)
def test_a_number_is_headed_by_what_it_counts(text: str, words: str) -> None:
    """Its noun whole, with what was done to it, what is said of it or what narrows it."""
    assert headed(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Its pilots, of whom there are about two hundred, may not leave.", "number"),
        ("Her hull is insured for £1,000,000.", "sum: hull is insured"),
    ],
)
def test_what_stands_beside_a_number_begins_with_no_pronoun(text: str, words: str) -> None:
    """Whose hull it is and of whom there are so many stands elsewhere: such a word says nothing in a heading."""
    assert headed(text) == words


@pytest.mark.parametrize(
    ("text", "n", "words"),
    [
        ("A poll found 48 percent chose Brandt.", 0, "share who chose Brandt"),
        ("The poll was clear: 41 percent gave the debate to Pell.", 0, "share who gave the debate to Pell"),
        ("The mill stood in 12 feet of water.", 0, "feet of water"),
        ("The mill stood in 12ft of water.", 0, "feet of water"),
        ("They lit an 8-metre-tall brass lamp.", 0, "height of brass lamp"),
        ("They lit a 26-inch-wide lamp.", 0, "width of lamp"),
        ("She held a 29-year-old fire brigade clerk.", 0, "age of fire brigade clerk"),
        ("Two watchmen who died in Wednesday night's fire were old.", 0, "watchmen who died"),
    ],
)
def test_a_heading_is_whole(text: str, n: int, words: str) -> None:
    """Units have their plurals, an extent its name, a share its verb; and no word is cut in two."""
    assert headed(text, n) == words


@pytest.mark.parametrize(
    ("text", "n", "words"),
    [
        ("Pell won it, 50.8% to 48.5%, in May.", 0, "share"),
        ("Only 12 of the 53 Norham clerks agreed.", 0, "number: Norham clerks agreed"),
        ("It rose from 210 in May to 255.1 per 100,000 in 1912.", 1, "number: per 100,000 in 1912"),
        ("The age was raised from 18 to 21.", 0, "number: age was raised"),
        ("It was 3 percent in 1912 at Vale.", 0, "share in 1912 at Vale"),
    ],
)
def test_no_other_number_stands_beside_a_kind(text: str, n: int, words: str) -> None:
    """It would head one number with another; a year may stay."""
    assert headed(text, n) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brandt, 61 and a former Norham clerk, was there.", "age of Brandt"),
        ("At noon the 47-year-old fainted in the hall.", "age: noon"),
        ("The body of a 22-year-old was found.", "age: body"),
        ("They held Ida Brandt, a 22-year-old, in June.", "age of Ida Brandt"),
        ("The 47-year-old's boat was found.", "age: boat was found"),
    ],
)
def test_an_age_is_headed_by_whose_it_is(text: str, words: str) -> None:
    """By the name before it; what its owner did or has is nobody."""
    assert headed(text) == words
