"""What pages leave around an article that was copied as text: captions, signatures, dates and labels of sections."""

from __future__ import annotations

import pytest

from .captures import LONG, TITLE, a_capture, cleaned, roles, scrape

HEADS = {
    "Ferries wait below the bridge. AP": "image_caption",
    "The bridge on Wednesday [Ana Bell/Reuters]": "image_caption",
    "Engineers looked at the iron. (AFP: Noel Celes)": "image_caption",
    "HBN Photo/Ann Bell": "image_credit",
    "Ann Bell, Arts Correspondent": "byline",
    "May 17, 2019 / 1:57 PM / Harbour News": "date_line",
    "Quarrymouth - 14 NOV 2017 - 19:32 CET": "date_line",
    "143 Comments": "comment",
}


def roles_of(text: str) -> dict[str, str]:
    """The role of each line of a scrape."""
    return roles(cleaned(a_capture(text))[0])


@pytest.mark.parametrize("line", sorted(HEADS))
def test_a_line_between_title_and_text_has_its_role(line: str) -> None:
    """By its form; each stands alone between the title and the first paragraph."""
    assert roles_of(scrape(TITLE, line, *LONG))[line] == HEADS[line]


@pytest.mark.parametrize("line", ("jk/dpa/AFP", "HBN/wires", "(HARBOUR 24 with AFP and REUTERS)"))
def test_a_closing_line_of_agencies_is_a_credit_and_the_paragraph_above_it_stays(line: str) -> None:
    """It is no picture's credit, so what stands above it is no caption."""
    found = roles_of(scrape(TITLE, *LONG, line))
    assert found[line] == "credit_line"
    assert found[LONG[-1]] == "body"


def test_a_sign_of_copyright_below_the_text_makes_no_caption_of_the_last_paragraph() -> None:
    """The line is the publisher's notice."""
    found = roles_of(scrape(TITLE, *LONG, "© L'Éclair"))
    assert (found["© L'Éclair"], found[LONG[-1]]) == ("publisher_notice", "body")


def test_a_caption_with_its_agency_is_not_taken_for_the_title() -> None:
    """Though it shares more words with the text than the title does."""
    caption = "Ferries wait at the old swing bridge for repairs by the harbour board. AP"
    found = roles_of(scrape("Metro", "Shut until spring, board decides", "By Ann Bell", caption, *LONG))
    assert found["Shut until spring, board decides"] == "title"


def test_a_line_of_the_date_goes_on_no_line_above_it() -> None:
    """Though the one ends in a comma and the other begins in lower case."""
    found = roles_of(
        "\n".join((TITLE, "Par Ann Bell et Cal Dee ,", "publié le 04/03/2020 à 07:30", "", *LONG))
    )
    assert found["publié le 04/03/2020 à 07:30"] == "date_line"


def test_a_label_between_the_name_of_a_section_and_the_title_is_a_kicker() -> None:
    """Both are labels; a headline's own first line is none."""
    found = roles_of(scrape("News", "Harbour works", TITLE, *LONG))
    assert (found["News"], found["Harbour works"]) == ("section_label", "section_label")
