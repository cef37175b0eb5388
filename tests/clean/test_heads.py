"""The lines between a scrape's title and its report, and links in its middle; outlets, people and events are invented."""

from __future__ import annotations

import pytest

from site_gen.clean import signatures

from .captures import LONG, TITLE, a_capture, cleaned, roles, scrape

STANDFIRST = "Ferries take over from the fish market while rusted iron is replaced in three places"


def given(*lines: str) -> dict[str, str]:
    """Role by line of a scrape of these lines and four paragraphs."""
    return roles(cleaned(a_capture(scrape(*lines, *LONG)))[0])


def test_a_sentence_above_the_byline_sums_the_report_up() -> None:
    """It has no stop, stands below the title, and who wrote stands below it; a paragraph of the report does not."""
    found = given("Home", "News", TITLE, STANDFIRST, "By Martha Quill", "12 March 2021")
    assert found[STANDFIRST] == "standfirst"
    assert given("Home", "News", TITLE, "By Martha Quill", "12 March 2021")[LONG[0]] == "body"


def test_names_alone_beside_the_date_are_a_byline() -> None:
    """With the places whence they report, too; a place beside the date is none."""
    line = "Martha Quill in Lisbon, Joseph Ostrander in Oslo and Anna Berg"
    assert given(TITLE, line, "12 March 2021")[line] == "byline"
    assert given(TITLE, "Martha Quill", "12 March 2021")["Martha Quill"] == "byline"
    assert given(TITLE, "Harbour Correspondent", "12 March 2021")["Harbour Correspondent"] != "byline"


def test_a_name_that_no_list_has_is_a_byline_above_its_role() -> None:
    """The role says that it is a person."""
    assert given(TITLE, "Quorl Vasht", "Shipping Correspondent", "12 March 2021")["Quorl Vasht"] == "byline"
    assert given(TITLE, "Quorl Vasht", "12 March 2021")["Quorl Vasht"] != "byline"


@pytest.mark.parametrize(
    "line",
    [
        "15 April 2019 • 11:41pm",
        "Lisbon - 16 abr 2019 - 00:48CEST",
        "15/04/2019 14h05 Atualizado há 5 anos",
        "Güncelleme Tarihi: Ekim 30, 2020 23:47",
        "15 апреля 2019, 20:15 МСК",
        "PUBLISHED: 11:08, 14 August 2018 | UPDATED: 23:41, 14 August 2018",
    ],
)
def test_days_as_houses_of_many_countries_write_them_are_lines_of_the_date(line: str) -> None:
    """With hours and zones stuck to them, labels of several languages and the place of the report."""
    assert given(TITLE, line)[line] == "date_line"
    assert given(TITLE, f"{line} in Quorlhaven")[f"{line} in Quorlhaven"] != "date_line"


def test_a_title_does_not_go_on_with_a_byline_or_an_address() -> None:
    """They begin in small letters as the second half of a broken line does."""
    for line in ("by Harbour Sabre with Agencies", "by DPA", "news@quay.example", "@annquill"):
        text = "\n".join((TITLE, line, "12 March 2021", *LONG))
        assert roles(cleaned(a_capture(text))[0])[TITLE] == "title"


def test_an_article_goes_on_below_a_few_links_in_its_middle() -> None:
    """The paragraph below the links is kept, the links are not; a footer's links end it."""
    links = ("Recommended", "What we know of the bridge so far", "Ferries through the years")
    body, _ = cleaned(a_capture(scrape("Home", "News", TITLE, *LONG[:3], *links, LONG[3], "Most read")))
    found = roles(body)
    assert found[LONG[3]] == "body"
    assert {found[line] for line in links[1:]} == {"pull_link"}


def test_the_last_label_of_a_menu_of_sections_is_no_section() -> None:
    """Any section may be the last of a menu; alone above the title it is the article's."""
    assert given("Politics", "Business", "World", "Education", TITLE)["Education"] == "nav"
    assert given("Home", "Education", TITLE)["Education"] == "section_label"


def test_sentences_that_only_say_who_reported_from_where_are_a_credit() -> None:
    """And a sentence of the report that quotes one is not."""
    line = "Quill reported from Lisbon. Joseph Ostrander in Oslo contributed to this report."
    assert roles(cleaned(a_capture(scrape(TITLE, *LONG, line)))[0])[line] == "credit_line"


def test_speech_above_a_pictures_credit_is_no_caption() -> None:
    """Who is quoted stands in the report, however short the line is."""
    speech = "“It is as if we had lost our own front door,” said Wilhelmina Ostrander."
    found = roles(
        cleaned(a_capture(scrape(TITLE, *LONG[:2], speech, "Credit: Anna Berg/Quay Images", *LONG[2:])))[0]
    )
    assert found[speech] == "body"


@pytest.mark.parametrize(
    "line", ["Le Quai avec AFP", "Le Quai avec AFP et Anne Berg (Lisbonne, correspondante)"]
)
def test_a_house_signs_with_an_agency(line: str) -> None:
    """What stands behind "with" is an agency or a person."""
    assert signatures.is_house_with(line)
    assert not signatures.is_house_with("Le Quai avec vue sur la mer")


def test_a_reader_is_told_how_old_a_page_is() -> None:
    """Which is the publisher's notice, and no standfirst."""
    line = "This article is more than 5 years old"
    assert given(TITLE, line, "12 March 2021")[line] == "publisher_notice"


@pytest.mark.parametrize(
    "line", ("9.8", "9.8 /10", "0-10", "1-100", "225.86", "800-555-7516", "208-555-2016")
)
def test_a_score_a_price_or_a_telephone_number_is_no_date(line: str) -> None:
    """Numbers without an hour, a year or the three numbers of a day."""
    assert given(TITLE, line)[line] != "date_line"


@pytest.mark.parametrize("line", ("14.11.24", "14.11.", "19:32", "2016", "2016-01-05", "3.4.2016 07:30"))
def test_numbers_that_say_a_day_or_an_hour_are_a_date(line: str) -> None:
    """Without a word."""
    assert given(TITLE, line)[line] == "date_line"
