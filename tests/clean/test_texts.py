"""Text scrapes: every line gets the role a reader would give it."""

from __future__ import annotations

import pytest

from site_gen.model import Basis, Evidence, Given, Sourced

from .captures import LONG, TITLE, a_capture, cleaned, roles, scrape

CASES = {
    "Skip to main content": "nav",
    "READ MORE: Mill stairs to be lit by gas": "pull_link",
    "OPINION: Who will pay for the bridge?": "pull_link",
    "Watch: the last tram crosses": "embed_caption",
    "Gallery ( 7 pictures )": "gallery_stub",
    "undefined": "artefact",
    "Related Coverage": "related_heading",
    "Advertisement": "advertisement",
    "Photograph: Quay Post archive": "image_credit",
    "(Image credit: Quay Pictures)": "image_credit",
    "Image 2 of 5": "gallery_stub",
    "Also on quaypost.example": "pull_link",
    "On QuayPost.example: Mill stairs to be lit by gas": "pull_link",
    '{"layout": 2, "columns": 4, "button": "Ferry tickets", "colour": {"hue": 213, "brightness": 0.83}}': "artefact",
}


@pytest.mark.parametrize("line", sorted(CASES))
def test_a_stray_line_between_paragraphs_is_cut_under_its_own_role(line: str) -> None:
    """Pull links, stubs and leftovers inside the text each have their role."""
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:2], line, *LONG[2:])))
    found = roles(body)
    assert found[line] == CASES[line]
    assert all(found[text] == "body" for text in LONG)
    assert [block.text for block in body.blocks] == list(LONG)


@pytest.mark.parametrize(
    "line",
    (
        "On Tuesday.evening the ferry stopped",
        "Image 2 of the bridge",
        "From the board: what the repairs will cost",
        '{"ferry": 2} is all that the board wrote down',
    ),
)
def test_a_heading_that_only_looks_like_such_a_line_is_kept(line: str) -> None:
    """A label needs an address, a counter both numbers, a record its fields."""
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:2], line, *LONG[2:])))
    assert roles(body)[line] == "heading"


def test_menu_section_title_and_text_are_told_apart() -> None:
    """What stands above the title is menu and section, not article."""
    body, findings = cleaned(a_capture(scrape("Skip to content", "World News", TITLE, *LONG)))
    found = roles(body)
    assert (found["Skip to content"], found["World News"], found[TITLE]) == ("nav", "section_label", "title")
    assert findings == ()


def test_a_title_that_stands_twice_is_shown_once() -> None:
    """The second of two equal titles is a duplicate, the credit below it a picture's."""
    body, _ = cleaned(a_capture(f"{TITLE}\n\n{TITLE}\n© Quay Pictures\n\n" + scrape(*LONG)))
    assert [line.role for line in body.lines[:3]] == ["title", "title_duplicate", "image_credit"]


def test_a_byline_of_several_names_and_a_day_is_no_title() -> None:
    """In capitals, and with more words of the text than the title has."""
    title, byline = (
        "Nine Days on the Wrong Bank",
        "By ADA HARBOUR and MARIA BRIDGE, Board of Repairs MARCH 4, 2021",
    )
    body, _ = cleaned(a_capture(scrape(title, byline, *LONG)))
    assert roles(body)[title] == "title"
    assert roles(body)[byline] != "title"


def test_a_caption_scraped_twice_is_kept_once() -> None:
    """Two equal lines that follow each other are a caption and its copy."""
    caption = "The swing bridge from the fish market."
    body, _ = cleaned(a_capture(f"{TITLE}\n\n{caption}\n{caption}\n\n" + scrape(*LONG)))
    assert [line.role for line in body.lines[1:3]] == ["image_caption", "image_caption_duplicate"]
    assert body.blocks[0].kind == "caption"


def test_what_stands_behind_the_closing_credit_is_the_publishers() -> None:
    """A credit ends the article; prose behind it is a notice."""
    notice = (
        "The Quay Post prints the news of nine parishes on both banks and has done so since the great flood."
    )
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG, "Reporting by Ada Quill in Port Lowe", notice)))
    found = roles(body)
    assert found["Reporting by Ada Quill in Port Lowe"] == "credit_line"
    assert found[notice] == "publisher_notice"


def test_a_sub_heading_with_text_below_it_is_kept() -> None:
    """A short line without an end mark above prose is a heading, not a link."""
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:2], "A winter without trams", *LONG[2:])))
    assert roles(body)["A winter without trams"] == "heading"
    assert [block.kind for block in body.blocks].count("heading") == 1


def test_every_visible_line_is_in_the_body_with_its_place() -> None:
    """Spans point at the line's own characters; no visible line is missing."""
    text = scrape("Menu", TITLE, *LONG, "Share", "READ MORE: Mill stairs to be lit by gas")
    body, _ = cleaned(a_capture(text))
    assert [text[slice(*line.span)] for line in body.lines] == [line for line in text.split("\n") if line]
    assert all(line.rule for line in body.lines)
    assert {line.block for line in body.lines if line.role == "body"} == {block.id for block in body.blocks}


def test_lines_that_a_scraper_broke_at_a_link_are_put_together() -> None:
    """A sentence broken around its link is one paragraph again, its span covering all parts."""
    broken = LONG[0].replace(" swing bridge ", "\nswing bridge\n")
    text = f"{TITLE}\n{broken}\n" + "\n".join(LONG[1:])
    body, _ = cleaned(a_capture(text))
    assert LONG[0] in [block.text for block in body.blocks]


def test_a_capture_that_is_all_boilerplate_says_so_and_keeps_its_lines() -> None:
    """Nothing but menu: no blocks, all lines, one finding."""
    body, findings = cleaned(a_capture("Home\nNews\nSport\nSign in\nSubscribe"))
    assert not any(block.kind == "paragraph" for block in body.blocks)
    assert len(body.lines) == 5
    assert [finding.code for finding in findings] == ["CLN-004"]


def test_an_empty_capture_is_a_finding() -> None:
    """White space alone is no text."""
    body, findings = cleaned(a_capture(" \n\u200b\n"))
    assert (body.lines, [finding.code for finding in findings]) == ((), ["CLN-001"])


def test_a_rule_that_is_switched_off_does_not_fire() -> None:
    """The setting ``off`` leaves a rule out by its name."""
    from site_gen import clean
    from site_gen.settings import CleanSettings

    capture = a_capture(scrape(TITLE, *LONG[:2], "READ MORE: Mill stairs to be lit by gas", *LONG[2:]))
    body, _ = clean.body(
        capture, site_lines=None, decisions=(), settings=CleanSettings(off=("pull-link", "outside-article"))
    )
    assert "pull-link" not in {line.rule for line in body.lines}


def test_a_note_of_a_few_sentences_is_kept_whole() -> None:
    """An agency's flash has no headline and no neighbours to be judged by."""
    text = (
        "The grain ship Meridian ran aground at the mouth of Port Ansel early on Tuesday, the harbour master said.\n"
        "Forty-one sailors were taken off by the lifeboat, and nobody was seriously hurt.\n"
    )
    kept, _findings = cleaned(a_capture(text))
    assert [block.text for block in kept.blocks] == text.strip().split("\n")


SHORT = (
    "A judge let the disputed ballots into the count on Wednesday, and the lead of the miller's daughter grew to 57.",
    "The clerk of the county said that 172 ballots had been run through one machine twice on the night of the vote.",
    "Her rival told his supporters in the market hall that he would ask a higher court to look at every envelope.",
    "About sixty people had come to hear the ruling, and one man was led out.",
    "The count goes on at the town hall on Monday morning at nine.",
    "It may last a week.",
)
PAGE = (
    "Skip to main content", "Subscribe", "Log In", "Ohm Valley", "Politics",
    "Judge lets disputed ballots into the count and the lead grows",
    "By Ada Quill", "Share", *SHORT, "Most read", "Storm shuts the coast road for six hours",
    "Copyright 1931 The Quay Post. All rights reserved. Nothing may be printed again without permission.",
)  # fmt: skip


def test_the_last_paragraphs_of_a_short_report_in_a_pages_text_are_the_articles() -> None:
    """Prose behind the surest paragraphs is no publisher's notice; neither is the short sentence that ends them."""
    body, _ = cleaned(a_capture("\n".join(PAGE)))
    assert [block.text for block in body.blocks if block.kind == "paragraph"] == list(SHORT)


@pytest.mark.parametrize("line", ["ADVERTISEMENT", "Subscribe now from one crown a month"])
def test_an_advertisement_inside_a_short_report_does_not_end_it(line: str) -> None:
    """What stands behind an advertisement's label or a call to subscribe is still the article."""
    at = PAGE.index(SHORT[3])
    body, _ = cleaned(a_capture("\n".join((*PAGE[:at], line, *PAGE[at:]))))
    assert [block.text for block in body.blocks if block.kind == "paragraph"] == list(SHORT)


@pytest.mark.parametrize("mark", ["Enditem", "-ENDS-", "(END)"])
def test_an_agencys_end_mark_behind_the_last_sentence_does_not_cut_its_paragraph(mark: str) -> None:
    """The paragraph ends with a sentence all the same."""
    last = f"About 40,000 people cross the harbour bridge each day, by the county's own figures. {mark}"
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG, last)))
    assert body.blocks[-1].text == last


DATE_LINES = (
    "Published: Feb. 7, 2019 at 8:34 a.m. ET",
    "PUBLISHED THU, JAN 14 20213:41 PM ESTUPDATED THU, JAN 14 20216:10 PM EST",
    "Publié le 26 mai 2019 à 23h48 - Mis à jour le 27 mai 2019 à 08h12",
)


@pytest.mark.parametrize("line", DATE_LINES)
def test_a_line_of_dates_is_known_by_its_words_however_the_hour_is_written(line: str) -> None:
    """Hours with stops, hours with an h, and two dates that a scraper put together make a date line."""
    body, _ = cleaned(a_capture(scrape(TITLE, line, *LONG)))
    assert roles(body)[line] == "date_line"


def test_the_outlets_name_on_top_of_a_text_is_not_its_title() -> None:
    """A masthead is known by the notice of copyright, or because somebody gave the outlet."""
    text = scrape("Harbour Post", "Home Sport Ferries", TITLE, *LONG, "© Harbour Post 1931 - Legal notices")
    assert roles(cleaned(a_capture(text))[0])[TITLE] == "title"
    given = Given("source", Sourced("Harbour Post", Basis.SUPPLIED, Evidence("metadata.csv")))
    text = scrape("Harbour Post", TITLE, *LONG)
    assert roles(cleaned(a_capture(text, given=(given,)))[0])[TITLE] == "title"


def test_a_row_of_controls_above_a_photograph_is_no_caption() -> None:
    """A line made of furniture alone is furniture, even above a picture's credit."""
    body, _ = cleaned(a_capture(scrape(TITLE, "Share Print Email", "Photograph: Quay Post archive", *LONG)))
    assert roles(body)["Share Print Email"] == "nav"


@pytest.mark.parametrize(
    "line",
    [
        "JUST WATCHED The last tram crosses Replay More Videos ... MUST WATCH The last tram crosses 01:16",
        "Media playback is unsupported on your device Media caption The last tram crosses the bridge",
        "CLOSE The last tram crosses the bridge, and nobody waves it off at the gate. Hallow Herald",
    ],
)
def test_what_a_player_leaves_in_a_text_is_no_sentence_of_it(line: str) -> None:
    """Its notice or its button in capitals, and the film's name; above the text it is no standfirst."""
    for lines in ((line, *LONG), (LONG[0], line, *LONG[1:])):
        assert roles(cleaned(a_capture(scrape(TITLE, *lines)))[0])[line] == "embed_caption"


@pytest.mark.parametrize(
    "line",
    [
        "Photos: The last tram The tram leaves the depot for the last time on Sunday, as hundreds look on. Hide Caption 3 of 8",
        "It was built in 1911. Hide Caption 3 of 8 Photos: The last tram The driver takes her cap off and waves to all of them.",
        "Image 1 of / 2 Caption Close Image 1 of 2 The tram leaves the depot. Image 2 of 2 The driver takes her cap off.",
    ],
)
def test_the_captions_of_a_gallery_in_a_text_are_captions(line: str) -> None:
    """However many of them stand in a line, and also behind the last paragraph."""
    for lines in ((LONG[0], line, *LONG[1:]), (*LONG, line)):
        assert roles(cleaned(a_capture(scrape(TITLE, *lines)))[0])[line] == "image_caption"


@pytest.mark.parametrize(
    "line",
    [
        "Just watched by hundreds, the last tram left the depot on Sunday, and the driver took off her cap to them.",
        "Close to the depot stands the house of the driver, who took off her cap to hundreds of people on Sunday.",
        "She looked at picture 3 of 8 for a long time, said the driver, and then went home without another word to us.",
    ],
)
def test_sentences_with_the_words_of_players_and_galleries_stay(line: str) -> None:
    """Only the form of a button, a notice or a count with its control tells."""
    assert roles(cleaned(a_capture(scrape(TITLE, LONG[0], line, *LONG[1:])))[0])[line] == "body"
