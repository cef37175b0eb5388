"""A text capture described: what stands around the title as bare lines, whatever cleaning called it."""

from __future__ import annotations

import pytest

from .captures import a_page, a_text, described

TITLE = ("title", "Ferry sinks off the northern pier")
STORY = (
    "body",
    "A ferry sank off the northern pier on Monday, and all hands were brought ashore by the pilots' boat.",
)


def source(*lines: tuple[str, str]) -> tuple[str, str] | None:
    """The outlet of such a text and the rule that named it."""
    found = described(a_text(*lines))[0].source
    return (found.value, found.evidence.rule) if found else None


@pytest.mark.parametrize(
    ("line", "value", "modified"),
    [
        (
            "Wed 4 May 2016 17.31 BST Last modified on Thu 5 May 2016 08.10 BST",
            "2016-05-04T17:31+01:00",
            "2016-05-05T08:10+01:00",
        ),
        (
            "PUBLISHED: July 21, 2018 at 6:05 a.m. | UPDATED: July 22, 2018 at 9:14 a.m.",
            "2018-07-21T06:05",
            "2018-07-22T09:14",
        ),
        ("Quayside 17 ENE 2020 - 21:45 CET", "2020-01-17T21:45+01:00", None),
        ("The ferry was built on 4 May 2016 and refitted twice since", None, None),
    ],
)
@pytest.mark.parametrize("role", ["nav", "body", "date_line"])
def test_a_date_below_the_title_is_the_articles(
    role: str, line: str, value: str | None, modified: str | None
) -> None:
    """Alone on its line, with label and zone; a sentence with a date is none, unless cleaning called it a date line."""
    if value is None and role == "date_line":
        return
    article, _ = described(a_text(TITLE, (role, line), STORY))
    assert (article.published.value if article.published else None) == value
    assert (article.modified.value if article.modified else None) == modified


def test_a_date_further_down_is_not_the_articles() -> None:
    """Behind the first paragraph, dates are of what is told or linked."""
    article, _ = described(a_text(TITLE, STORY, ("nav", "4 May 2016")))
    assert article.published is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Rebecca Stone, industry correspondent", ["Rebecca Stone"]),
        ("Lucía Ferrer", ["Lucía Ferrer"]),
        ("New Zealand", []),
        ("Associated Press", []),
        ("Health Ministry", []),
    ],
)
def test_a_person_alone_beside_the_date_wrote_it(line: str, names: list[str]) -> None:
    """Places, agencies and offices did not."""
    article, _ = described(a_text(TITLE, ("nav", line), ("date_line", "4 May 2016"), STORY))
    assert [a.value for a in article.authors] == names


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((("title_duplicate", f"{TITLE[1]} - The Bay Sentinel"), TITLE, STORY), ("The Bay Sentinel", "title's end")),
        ((("nav", f"{TITLE[1]} | Politics | The Bay Sentinel"), TITLE, STORY), ("The Bay Sentinel", "title's end")),
        ((TITLE, ("byline", "By Ann Bee, The Bay Sentinel"), STORY), ("The Bay Sentinel", "byline")),
        ((TITLE, ("byline", "By Ann Bee | ab@x.example | Bay Sentinel Staff Writer"), STORY), ("Bay Sentinel", "byline")),
        ((("nav", "Harbour Herald"), TITLE, STORY), ("Harbour Herald", "masthead")),
        ((("nav", "World News"), ("nav", "Daily Life"), TITLE, STORY), None),
        ((TITLE, STORY, ("image_credit", "© Le Courrier du Lac")), ("Le Courrier du Lac", "copyright line")),
        ((TITLE, ("image_credit", "© Getty Images"), STORY), None),
        ((TITLE, STORY, ("publisher_notice", "© 2017 Harbour Media Ltd")), ("Harbour Media Ltd", "copyright holder")),
        ((("nav", "Harbour Herald"), TITLE, STORY, ("publisher_notice", "© 2017 Harbour Media Ltd")), ("Harbour Herald", "masthead")),
        ((TITLE, STORY, ("publisher_notice", "Follow Ann Bee on Twitter")), None),
    ],
)  # fmt: skip
def test_the_outlet_is_named_around_the_article(
    lines: tuple[tuple[str, str], ...], expected: tuple[str, str] | None
) -> None:
    """Behind the title or the byline, above it, or by a ©; a company only where nothing else is named."""
    assert source(*lines) == expected


def test_a_pages_title_tag_names_its_outlet_before_the_company_that_holds_the_rights() -> None:
    """ "Headline | The Outlet" is the page's own word for itself."""
    page = f"<html><head><title>{TITLE[1]} | The Bay Sentinel</title></head><body><h1>{TITLE[1]}</h1></body></html>"
    capture, _ = a_page(page)
    _, body = a_text(("publisher_notice", "© 2017 Harbour Media Ltd"))
    article, _ = described((capture, body))
    assert article.source is not None
    assert (article.source.value, article.source.evidence.rule) == ("The Bay Sentinel", "title's end")


@pytest.mark.parametrize("line", ["By Ann Bee, Associated Press", "Ann Bee | AP", "AP"])
def test_an_agency_in_the_bylines_place_is_the_agency_of_the_copy(line: str) -> None:
    """And no outlet: that stays to be supplied."""
    article, _ = described(a_text(TITLE, ("byline", line), STORY))
    assert article.agency is not None
    assert article.agency.value == "AP"
    assert article.source is not None
    assert article.source.evidence.rule == "agency for outlet"


def test_a_place_alone_on_its_line_with_a_dash_is_the_dateline() -> None:
    """Scrapers part it from its sentence."""
    article, _ = described(a_text(TITLE, ("nav", "VIENNA —"), STORY))
    assert article.place is not None
    assert article.place.value == "Vienna"


@pytest.mark.parametrize("label", ["Reading Time", "Smart Harbours"])
def test_a_label_beside_the_date_is_no_author_where_a_known_name_stands_there(label: str) -> None:
    """Words with capitals have the form of a name; one given name that is known tells which line is of people."""
    lines = (("nav", "Sara Bee"), ("date_line", "4 March 2021"), ("nav", label))
    assert [a.value for a in described(a_text(TITLE, *lines, STORY))[0].authors] == ["Sara Bee"]


def test_a_name_to_which_the_word_before_it_is_glued_is_read_without_it() -> None:
    """ "BySara Bee", as a scraper puts two elements together."""
    article, _ = described(a_text(TITLE, ("nav", "BySara Bee"), ("date_line", "4 March 2021"), STORY))
    assert [a.value for a in article.authors] == ["Sara Bee"]


@pytest.mark.parametrize(
    ("around", "title"),
    [
        ((), "River takes the old bridge | Blue Heron"),
        ((("nav", "BLUE HERON"),), "River takes the old bridge"),
        ((("notice", "Write to Blue Heron, Box 3"),), "River takes the old bridge"),
        ((("nav", "Heron"),), "River takes the old bridge | Blue Heron"),
    ],
)
def test_a_name_behind_a_bar_is_no_part_of_the_title_where_the_page_says_it_again(
    around: tuple[tuple[str, str], ...], title: str
) -> None:
    """As a line of the opening, or in the small print; else it may be half of the headline."""
    page = a_text(("title", "River takes the old bridge | Blue Heron"), *around, STORY)
    assert described(page)[0].title.value == title
