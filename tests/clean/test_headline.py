"""The headline of a whole page that was copied as text, found among its menus."""

from __future__ import annotations

import time

from site_gen.clean import titles
from site_gen.model import Body

from .captures import a_capture, cleaned

REPORT = (
    "The swing bridge over the Ansel opened again on Tuesday after nine days of repairs, the harbour board said.",
    "Engineers had found a crack in the bearing of the bridge when it would not close behind a coal barge.",
    "Families on the wrong bank had waited for the repairs with the ferry that runs once an hour, the board said.",
    "The board will look at the bearing again in spring, and pay for the ferry until the repairs are done.",
    "Nobody was hurt when the bridge stuck, but a school stayed shut and two shops on the bank ran out of bread.",
)
MENU = (
    "Home",
    "News",
    "Harbour",
    "Town Hall Diary",
    "Sport on Sunday",
    "Letters to the Editor",
    "Weather",
    "About",
)
TITLE = "Swing Bridge Opens After Nine Days of Repairs"


def title_of(*lines: str) -> str:
    """The text of the line that cleaning calls the title; empty where none is."""
    return next((line.text for line in body_of(*lines).lines if line.role == "title"), "")


def body_of(*lines: str) -> Body:
    """A capture of these lines, cleaned."""
    return cleaned(a_capture("\n".join(lines)))[0]


def test_the_line_above_day_and_byline_is_the_headline_and_no_line_of_the_menu() -> None:
    """Though lines of the menu stand nearer to the report."""
    below = ("Share this page now", "Your Harbour, Your News")
    assert title_of(*MENU, TITLE, "4 March 2021", "By Ada Harbour", *below, *REPORT) == TITLE


def test_a_menu_with_sentences_hides_no_headline_below_it() -> None:
    """What a menu says of its pages reads as prose, and stands above the headline."""
    menu = (
        "Our Services",
        "We build websites and applications that engage your customers and grow your business.",
    )
    assert title_of(*MENU, *menu, *MENU, TITLE, "4 March 2021", *REPORT, *REPORT) == TITLE


def test_the_line_that_a_trail_ends_with_is_the_headline_and_not_the_trail() -> None:
    """ "Home / Harbour / Title" stands above the title, and has its words, too."""
    assert title_of(*MENU, f"Home / Harbour / {TITLE}", TITLE, *REPORT) == TITLE


def test_a_line_that_the_first_one_says_with_the_name_of_the_site_is_the_headline() -> None:
    """The page's name is often copied, too."""
    first = f"{TITLE} - Ansel Bugle"
    assert title_of(first, *MENU, "Nine Days on the Wrong Bank of the Ansel", TITLE, *REPORT) == TITLE


def test_the_name_of_a_site_above_and_below_its_page_is_no_headline() -> None:
    """It stands twice, as a title does that is copied with the page's name."""
    name = "Ada Harbour – Bridges and Repairs"
    assert title_of(name, *MENU[:4], TITLE, "4 March 2021", *REPORT, "About", name) == TITLE


def test_a_kicker_on_top_of_a_text_is_no_headline() -> None:
    """Of few words, above a line that weighs nearly as much."""
    assert title_of("After the Repairs", TITLE, "4 March 2021", *REPORT) == TITLE


def test_a_heading_within_a_report_is_no_headline() -> None:
    """A text that begins with its first paragraph has none, and loses nothing."""
    body = body_of(*REPORT[:2], "Repairs of the Swing Bridge", *REPORT[2:], *REPORT)
    assert "title" not in {line.role for line in body.lines}


def test_a_word_without_an_end_costs_no_more_than_its_length() -> None:
    """Whether a line ends as a sentence does is asked of each word once."""
    start = time.process_time()
    assert titles.may_be_title("The word " + "a" * 100_000)
    assert time.process_time() - start < 2
