"""Embedded posts keep their authors, entries of a live blog their times; calls and lists of teasers are no article."""

from __future__ import annotations

import pytest

from site_gen import clean
from site_gen.clean import segment
from site_gen.engine.codec import pack, unpack

from .captures import LONG, SETTINGS, TITLE, a_capture, cleaned, page, paragraphs, roles

HTML = "text/html"
POST = (
    '<blockquote class="twitter-tweet"><p>The bridge is shut and nobody told the geese.</p>'
    '— Osric Penhale (@penhale) <a href="https://example.org/1">January 5, 1931</a></blockquote>'
)


def test_an_embedded_post_is_kept_with_its_author() -> None:
    """The post's words are an embed, its author stands beside them, and the plain text has both."""
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]), POST, paragraphs(*LONG[2:])), HTML))
    post = next(block for block in body.blocks if block.kind == "embed")
    assert post.text == "The bridge is shut and nobody told the geese."
    assert post.cite == "Osric Penhale (@penhale) January 5, 1931"
    assert post.plain().endswith("\n— Osric Penhale (@penhale) January 5, 1931")


@pytest.mark.parametrize("kind", ["bluesky-embed", "mastodon-embed", "text-post-media"])
def test_a_post_of_another_network_is_a_post_too(kind: str) -> None:
    """Networks call their posts by a class of their own."""
    post = POST.replace("twitter-tweet", kind)
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]), post, paragraphs(*LONG[2:])), HTML))
    found = next(block for block in body.blocks if block.kind == "embed")
    assert found.cite is not None and found.cite.startswith("Osric Penhale")


def test_entries_of_a_live_blog_have_their_times() -> None:
    """Times before several paragraphs are the entries' times, not lines of the text."""
    entries = "".join(
        f"<div><time>{hour}:15</time><p>{text}</p></div>"
        for hour, text in zip((14, 13, 12, 11), LONG, strict=True)
    )
    body, findings = cleaned(a_capture(page(entries), HTML))
    assert findings == ()
    assert [(block.kind, block.cite) for block in body.blocks] == [
        ("entry", f"{hour}:15") for hour in (14, 13, 12, 11)
    ]


def test_one_time_below_the_title_makes_no_live_blog() -> None:
    """The time of an article is its date."""
    body, _ = cleaned(a_capture(page("<div><time>14:15</time></div>", paragraphs(*LONG)), HTML))
    assert {block.kind for block in body.blocks} == {"paragraph"}


def test_a_single_line_break_is_a_space() -> None:
    """Words on both sides of a break are not glued together."""
    body, _ = cleaned(
        a_capture(page(paragraphs(LONG[0].replace("board voted", "board<br>voted"), *LONG[1:])), HTML)
    )
    assert body.blocks[0].text == LONG[0]


CALLS = {
    "Follow the Quay Post on Facebook": "newsletter",
    "Download the Quay Post app": "newsletter",
    '<a href="/geese">GEESE OF THE EAST BANK DEMAND A BRIDGE OF THEIR OWN</a>': "pull_link",
    'Topics <a href="/t/bridges">Bridges</a> <a href="/t/geese">Geese</a>': "related_heading",
}


@pytest.mark.parametrize("line", sorted(CALLS))
def test_a_call_to_the_reader_inside_a_page_is_cut(line: str) -> None:
    """Networks, apps, links in capitals and rows of subjects are not the article's words."""
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2], line, *LONG[2:])), HTML))
    assert [block.text for block in body.blocks] == list(LONG)
    assert CALLS[line] in roles(body).values()


def test_a_page_none_of_whose_lines_is_surely_an_articles_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A front page of teasers: nothing is kept, and a finding says so."""
    capture = a_capture(page(paragraphs(*LONG)), HTML)
    monkeypatch.setattr(segment, "scores", lambda sheet, standing: (segment.SURE,) * len(sheet.pieces))
    body, findings = cleaned(capture)
    assert body.blocks == ()
    assert [finding.code for finding in findings] == ["CLN-004"]


def test_a_sheet_can_be_kept_between_survey_and_cleaning() -> None:
    """Read once, packed and unpacked, it gives the same survey and the same body as the capture."""
    capture = a_capture(page(paragraphs(*LONG), POST, "<ul><li>One penny</li><li>Two pence</li></ul>"), HTML)
    sheet = unpack(pack(clean.sheet_of(capture)), clean.Sheet)
    assert clean.survey(capture, SETTINGS, sheet) == clean.survey(capture, SETTINGS)
    again = clean.body(capture, site_lines=None, decisions=(), settings=SETTINGS, sheet=sheet)
    assert again == cleaned(capture)
    assert TITLE in roles(again[0])
