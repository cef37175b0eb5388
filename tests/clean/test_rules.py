"""What the rules keep that looks like what they cut, and cut that looks like what they keep."""

from __future__ import annotations

import pytest

from site_gen.clean import signatures

from .captures import LONG, TITLE, a_capture, cleaned, page, paragraphs, roles, scrape

HTML = "text/html"


def test_a_short_title_may_stand_again_as_a_heading() -> None:
    """A word or two are too little to be known again."""
    html = page(paragraphs(*LONG[:2]), "<h2>Ferries</h2>", paragraphs(*LONG[2:]), title="Ferry")
    assert roles(cleaned(a_capture(html.replace("<h2>Ferries", "<h2>Ferry"), HTML))[0])["Ferry"] == "heading"


def test_a_first_sentence_that_says_who_said_it_is_no_standfirst() -> None:
    """Reports begin so, and the next paragraph says their words again."""
    said = "The harbour board will close the swing bridge until spring, its engineer said."
    body, _ = cleaned(
        a_capture(scrape(TITLE, said, f"{LONG[0]} Its engineer will close the harbour board.", *LONG[1:]))
    )
    assert roles(body)[said] == "body"


@pytest.mark.parametrize("call", ("Sign up for our newsletter", "Subscribe to our newsletter"))
def test_a_call_to_subscribe_between_paragraphs_is_cut(call: str) -> None:
    """Wherever a page sets it."""
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]), f"<p>{call}</p>", paragraphs(*LONG[2:])), HTML))
    assert roles(body)[call] == "newsletter"


MENTIONS = (
    "The museum told its members in a newsletter that the pier, which is older than the town hall, will not be painted white again, and that the keys are with the mayor.",
    "“I do not subscribe to the view that a harbour needs a bridge at all,” said the miller, who has rowed across it every morning for thirty years and more.",
)


@pytest.mark.parametrize("line", MENTIONS)
def test_a_last_paragraph_that_mentions_a_newsletter_is_the_articles(line: str) -> None:
    """In a text and on a page."""
    lines = (*LONG, *(text.replace("the", "this") for text in LONG), line)
    for capture in (a_capture(scrape(TITLE, *lines)), a_capture(page(paragraphs(*lines)), HTML)):
        assert roles(cleaned(capture)[0])[line] == "body"


def test_a_short_item_that_names_newsletters_is_the_articles() -> None:
    """On a page; a call to its reader between the items is none."""
    items = (
        "Read all newsletters of the week",
        "Sort the newsletters by the town they name",
        "Write to one of them",
    )
    listed = "".join(f"<li>{item}</li>" for item in (*items, "Subscribe to the newsletter"))
    found = roles(
        cleaned(a_capture(page(paragraphs(*LONG[:2]), f"<ul>{listed}</ul>", paragraphs(*LONG[2:])), HTML))[0]
    )
    assert [found[item] for item in items] == ["list_item"] * 3
    assert found["Subscribe to the newsletter"] == "newsletter"


@pytest.mark.parametrize(
    "call",
    (
        "Want the Quay Post in your inbox every morning before the ferries leave and the market opens its stalls? It costs nothing, and you can leave whenever it bores you.",
        "The Quay Post is read in nine towns, four villages and a lighthouse, by people who row and people who do not. Subscribe now for a month of mornings.",
    ),
)
def test_a_long_invitation_below_the_text_is_cut(call: str) -> None:
    """A sentence of it speaks to the reader, or opens with the call."""
    assert roles(cleaned(a_capture(scrape(TITLE, *LONG, *MENTIONS, call)))[0])[call] == "newsletter"


def test_a_heading_in_capitals_that_is_a_link_is_a_heading() -> None:
    """A line that is no heading and looks so leads elsewhere."""
    link = "<a href=/x>THE BRIDGE THAT WAS</a>"
    for tag, role in (("h2", "heading"), ("p", "pull_link")):
        html = page(paragraphs(*LONG[:2]), f"<{tag}>{link}</{tag}>", paragraphs(*LONG[2:]))
        assert roles(cleaned(a_capture(html, HTML))[0])["THE BRIDGE THAT WAS"] == role


def test_all_links_of_a_list_in_a_text_are_cut() -> None:
    """As far as prose begins again."""
    links = [f"Ferry number {n} painted green" for n in ("one", "two", "three", "four", "five", "six")]
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG[:2], "Related Coverage", *links, *LONG[2:])))
    assert {roles(body)[link] for link in links} == {"pull_link"}


def test_a_line_with_an_arrow_inside_a_text_is_a_link() -> None:
    """Also where a paragraph follows it, as one follows a heading."""
    body, _ = cleaned(
        a_capture(
            scrape(TITLE, *LONG[:2], "» The ferry and its captain", "The ferry and its bell", *LONG[2:])
        )
    )
    assert roles(body)["» The ferry and its captain"] == "pull_link"
    assert roles(body)["The ferry and its bell"] == "heading"


def test_a_credit_in_the_middle_of_a_text_does_not_end_it() -> None:
    """A round-up has several, each below its part."""
    again = [f"In the next town, too, {text[0].lower()}{text[1:]}" for text in LONG]
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG, again[0], "Reporting by Ann Bee", *again[1:])))
    assert [roles(body)[text] for text in again] == ["body"] * 4


def test_the_date_below_a_picture_is_not_its_caption() -> None:
    """And is no text of the article."""
    figure = "<figure><img src=x><figcaption><p>The bridge before its repairs.</p><p>5 March 1931</p></figcaption></figure>"
    body, _ = cleaned(a_capture(page(paragraphs(LONG[0]), figure, paragraphs(*LONG[1:])), HTML))
    found = roles(body)
    assert (found["The bridge before its repairs."], found["5 March 1931"]) == ("image_caption", "date_line")


def test_a_link_in_bold_type_is_no_heading() -> None:
    """A heading stands above its paragraphs, a link leads away from them."""
    for line, is_heading in (("What the mayor wrote", True), ("<a href=/x>What the mayor wrote</a>", False)):
        html = page(paragraphs(*LONG[:2]), f"<p><b>{line}</b></p>", paragraphs(*LONG[2:]))
        role = roles(cleaned(a_capture(html, HTML))[0])["What the mayor wrote"]
        assert (role == "heading") == is_heading


def test_a_paragraph_that_a_teaser_told_first_is_kept() -> None:
    """It is a duplicate only of what is the article's."""
    teaser = f'<aside class="teaser"><ul><li><a href=/x>{LONG[0]}</a></li></ul></aside>'
    body, _ = cleaned(a_capture(page(paragraphs(*LONG), before=teaser), HTML))
    assert [block.text for block in body.blocks] == list(LONG)


def test_items_behind_dashes_are_lines_of_their_own() -> None:
    """Though the line above does not end as a sentence does."""
    body, _ = cleaned(
        a_capture(f"{TITLE}\n\n{LONG[0]}\n\nThe board will pay for\n- new iron\n- the ferry\n\n{LONG[1]}")
    )
    assert {"- new iron", "- the ferry"} <= roles(body).keys()


def test_two_posts_are_two_blocks_and_their_links_are_those_of_their_words() -> None:
    """The line with the author ends a post; the link of its day is not the text's."""
    post = (
        '<blockquote class="twitter-tweet"><p>{words} <a href="https://quay.example/p">pictures</a></p>'
        '— Ann Bee (@annbee) <a href="https://quay.example/s">March 5, 2020</a></blockquote>'
    )
    posts = (post.format(words="The bridge is shut, see"), post.format(words="The ferry is late, see"))
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]), *posts, paragraphs(*LONG[2:])), HTML))
    embeds = [block for block in body.blocks if block.kind == "embed"]
    assert [(block.text, [link.href for link in block.links]) for block in embeds] == [
        ("The bridge is shut, see pictures", ["https://quay.example/p"]),
        ("The ferry is late, see pictures", ["https://quay.example/p"]),
    ]


def test_a_link_within_the_page_is_left_out() -> None:
    """It leads nowhere in the archive."""
    html = page(paragraphs(f'{LONG[0]} <a href="#note">A note.</a> <a href="/b">A page.</a>', *LONG[1:]))
    body, _ = cleaned(a_capture(html, HTML, url="https://quay.example/a"))
    assert [link.href for link in body.blocks[0].links] == ["https://quay.example/b"]


def test_a_line_without_end_is_read_to_a_point_and_said_to_be_cut() -> None:
    """Nothing is left out silently."""
    _, findings = cleaned(a_capture("bridge " * 40_000))
    assert "CLN-002" in [finding.code for finding in findings]


def test_the_notice_below_a_text_is_no_paragraph_of_it() -> None:
    """Though it is as long as one, and nothing else stands around the text."""
    notice = "This material may not be published without permission of the Quay Post. All rights reserved."
    body, _ = cleaned(a_capture(scrape(TITLE, *LONG, notice)))
    assert [block.text for block in body.blocks] == list(LONG)
    assert roles(body)[notice] == "publisher_notice"


@pytest.mark.parametrize(
    ("line", "is_it"), [("Ann Bee", True), ("Ann Arbor", False), ("Charlotte Amalie", False)]
)
def test_a_town_with_a_given_name_is_nobody_who_wrote(line: str, is_it: bool) -> None:
    """Places stand above reports as their writers do."""
    assert signatures.is_names(line) == is_it
