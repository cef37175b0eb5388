"""Texts that a scraper has cleaned well already: cleaning them again loses none of the article."""

from __future__ import annotations

import pytest

from site_gen.clean.captions import is_caption
from site_gen.model import Basis, Evidence, Given, Sourced

from .captures import LONG, TITLE, a_capture, cleaned, roles, scrape

GIVEN = (Given("title", Sourced(TITLE, Basis.SUPPLIED, Evidence("metadata.csv"))),)


@pytest.mark.parametrize(
    "line",
    [
        "First of all, the engineer spoke:",
        "(Jane Doe/Harbour Pictures)",
        "Old report: this page is nine years old",
    ],
)
def test_a_text_whose_title_was_given_has_no_other_title(line: str) -> None:
    """A line of the report stays one."""
    body, _ = cleaned(a_capture(scrape(line, *LONG), given=GIVEN))
    assert roles(body)[line] != "title"
    assert [block.text for block in body.blocks if block.text in LONG] == list(LONG)


def test_the_headline_of_a_text_is_its_title_though_another_was_given() -> None:
    """Shortened by whoever gave it, the title is still found in its line."""
    headline = "Harbour board shuts its old swing bridge until spring"
    body, _ = cleaned(a_capture(scrape(headline, *LONG), given=GIVEN))
    assert roles(body)[headline] == "title"


def test_a_paragraph_ending_in_a_colon_below_an_advertisement_is_no_link() -> None:
    """Nor are the paragraphs below it."""
    lead = (
        "The engineer wrote of the bridge in a letter that the board read aloud on Tuesday night, and in which she gave "
        "the three places where the iron had gone:"
    )
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:2], "Advertisement", lead, *LONG[2:])))
    assert roles(body)[lead] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "FILE - In this March 3, 1931 file photo, the bridge stands open. It will be shut until spring.",
        "The old bridge on the evening before it was shut to all but trams and carts. (Jane Doe/AFP via Getty Images)",
        "Wilhelmina Ostrander speaks to the board of the harbour on Tuesday. (QP Photo/Jane Doe)",
        "Image caption The bridge has stood since the great flood",
        "FILE - In this March 3, 1931 file photo, the bridge stands open. "
        "It will be shut until spring, and then again." + " So the board says." * 22,
    ],
)
def test_a_caption_is_told_by_its_credit_or_how_it_begins(line: str) -> None:
    """However many sentences it has."""
    body, _ = cleaned(a_capture(scrape(TITLE, line, *LONG)))
    assert roles(body)[line] == "image_caption"
    assert body.blocks[0].kind == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The bridge will be shut until spring, the board said in a statement on Tuesday. (Reuters)",
        "She showed the board her photos of the iron (there are nine) and asked for money for the work.",
        "The minister told the harbour's newspaper (via telephone) that she would pay.",
    ],
)
def test_a_paragraph_with_an_agency_or_a_photograph_is_no_caption(line: str) -> None:
    """An agency behind the last sentence credits the report."""
    assert not is_caption(line)


def test_one_paragraph_between_menus_is_the_article() -> None:
    """Nothing around it is prose, and most words of the capture are its own."""
    whole = " ".join(LONG) + "(END)"
    text = "\n".join(
        ["Home", "News", "Sport", "Subscribe", "", TITLE, whole, "Share", "Related articles", "Weather"]
    )
    body, findings = cleaned(a_capture(text))
    assert [block.text for block in body.blocks] == [whole]
    assert not findings


def test_a_long_last_paragraph_without_a_stop_is_kept() -> None:
    """Cut short by the scraper, or closed by an agency's number."""
    last = LONG[3].rstrip(".") + " and the board promised an answer before the month was [QP1N1YH067]"
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:3], last)))
    assert roles(body)[last] == "body"
