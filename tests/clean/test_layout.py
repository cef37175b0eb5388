"""How scrapers lay an article out: in one line, wrapped at a width, double-spaced, with its title in front."""

from __future__ import annotations

import textwrap

import pytest

from site_gen.clean import layout
from site_gen.model import Basis, Evidence, Given, Sourced

from .captures import LONG, TITLE, a_capture, cleaned, roles, scrape

LINE = " ".join(LONG)
GIVEN = (Given("title", Sourced(TITLE, Basis.STATED, Evidence("jsonl"))),)


def texts(text: str, given: tuple[Given, ...] = ()) -> list[str]:
    """The blocks of a text."""
    body, _ = cleaned(a_capture(text, given=given))
    return [block.text for block in body.blocks]


def wrapped(*paragraphs: str) -> str:
    """The paragraphs wrapped at 72 columns, a blank line between each two."""
    return "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in paragraphs)


LAYOUTS = {
    "wrapped at a width": f"{TITLE}\n\n{wrapped(*LONG)}",
    "wrapped and double-spaced": f"{TITLE}\n\n{wrapped(*LONG)}".replace("\n", "\n\n"),
    "wrapped, paragraphs indented": f"{TITLE}\n\n" + "\n".join(f"   {textwrap.fill(p, 72)}" for p in LONG),
    "double-spaced": scrape(TITLE, *LONG).replace("\n", "\n\n"),
    "no space where a paragraph ends": f"{TITLE}\n" + "".join(LONG),
    "line ends written out": scrape(TITLE, *LONG).replace("\n", "\\n"),
    "wide gaps in one line": f"{TITLE}\n" + "    ".join(LONG),
}


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_paragraphs_are_those_of_the_article(layout: str) -> None:
    """Whatever the scraper did with line ends, title and paragraphs come out as they were."""
    body, _ = cleaned(a_capture(LAYOUTS[layout]))
    assert roles(body)[TITLE] == "title"
    assert [block.text for block in body.blocks] == list(LONG)


def test_headlines_below_each_other_are_not_taken_for_wrapped_text() -> None:
    """Lines of one length that break off and go on with capitals stay apart."""
    menu = [f"Council of ward {n} asks the ferry company for a later boat home" for n in range(6)]
    body, _ = cleaned(a_capture("\n".join([TITLE, "", *LONG, "", "Most read", *menu])))
    assert {line.text for line in body.lines} >= set(menu)


@pytest.mark.parametrize("line", [LINE, LONG[0], "The swing bridge is shut.", TITLE])
def test_the_only_line_of_a_capture_is_its_text(line: str) -> None:
    """Nothing of it is lost: not a sentence without a title, not a headline without a text."""
    assert texts(line) == [line]


def test_a_few_lines_are_kept_whole() -> None:
    """Title and an unfinished sentence; a first line that is a sentence is text, not title."""
    assert texts(f"{TITLE}\nFerries run from the fish market every twenty minutes until then") == [
        "Ferries run from the fish market every twenty minutes until then"
    ]
    assert texts("The swing bridge is shut.\nFerries run instead.") == [
        "The swing bridge is shut.",
        "Ferries run instead.",
    ]


def test_a_given_title_is_not_repeated() -> None:
    """Taken off the line that it begins, unless the sentence only begins with the same words."""
    assert texts(f"{TITLE} {LINE}", GIVEN) == [LINE]
    assert texts(f"{TITLE.upper()} - {LINE}", GIVEN) == [LINE]
    sentence = (
        f"{TITLE} were late, and nobody in the market hall believed that they would be done by the spring."
    )
    assert texts(sentence, GIVEN) == [sentence]


def test_a_long_line_is_laid_out_in_paragraphs_that_hold_all_of_it() -> None:
    """Ten thousand words of one line: paragraphs of whole sentences, no word lost."""
    line = " ".join(
        f"The pilot of boat {n} saw a light on the eastern pier and turned back." for n in range(700)
    )
    found = texts(line)
    assert " ".join(found) == line
    assert max(len(text.split()) for text in found) < 120
    assert all(text.endswith(".") for text in found)


def test_a_long_paragraph_among_others_stays_one() -> None:
    """A capture that states its paragraphs keeps them."""
    long = " ".join(f"The pilot of boat {n} saw a light on the pier." for n in range(26))
    assert long in texts(
        scrape(TITLE, *LONG, *LONG[:2], long, LONG[2], "It was a calm night, the pilots say. " * 12)
    )


def test_leftover_entities_are_mended_in_a_text_and_recorded() -> None:
    """``&quot;`` and ``&#39;`` are a scraper's leftovers; the original stands in the edit."""
    raw = LONG[2].replace("“", "&quot;").replace("”", "&quot;")
    body, findings = cleaned(a_capture(scrape(TITLE, *LONG[:2], raw)))
    assert body.blocks[-1].text == raw.replace("&quot;", '"')
    assert [(edit.was, edit.rule) for edit in body.edits] == [(raw, "entities")]
    assert "CLN-006" in {finding.code for finding in findings}


def test_the_head_of_a_printed_page_is_no_heading() -> None:
    """Between the paragraphs of two pages."""
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:2], "The Quay Post  Page 2 of 3", *LONG[2:])))
    assert roles(body)["The Quay Post Page 2 of 3"] == "artefact"


@pytest.mark.parametrize(
    ("line", "is_joined"),
    [
        ("von Birte Lenz", False),
        ("di Giulia Ferrante e Ugo Sala", False),
        ("von der Brücke und dem Ufer", True),
    ],
)
def test_a_byline_in_small_letters_below_a_headline_does_not_go_on_with_it(
    line: str, is_joined: bool
) -> None:
    """ "von Ann Bee" names who wrote; "von der Brücke" goes on."""
    text = f"Flutwelle nach Dammbruch\n{line}\nDer Damm brach am Mittwoch."
    starts = [0, 25, 26 + len(line)]
    ends = [24, 25 + len(line), len(text)]
    assert layout.goes_on(text, list(zip(starts, ends, strict=True)))[1] is is_joined
