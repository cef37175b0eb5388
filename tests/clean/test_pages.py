"""Web pages: blocks with links, tables and lists; places in the source; hostile input."""

from __future__ import annotations

import time

import pytest

from site_gen.clean import fragment, scan

from .captures import LONG, TITLE, a_capture, cleaned, page, paragraphs, roles

HTML = "text/html"


def test_a_page_gives_its_paragraphs_and_nothing_of_the_furniture() -> None:
    """Menu, title and footer are lines with roles; only the article is in blocks."""
    body, findings = cleaned(a_capture(page(paragraphs(*LONG)), HTML))
    assert [block.text for block in body.blocks] == list(LONG)
    found = roles(body)
    assert (found[TITLE], found["Home"]) == ("title", "nav")
    assert found["© 1931 The Quay Post. All rights reserved."] == "publisher_notice"
    assert findings == ()


def test_lines_of_a_page_point_at_their_source() -> None:
    """A span's source, entities resolved, begins and ends as the line does."""
    source = page(
        paragraphs(
            "Fish &amp; chips cost <b>ninepence</b> on the quay this week, the board said on Monday.", *LONG
        )
    )
    body, _ = cleaned(a_capture(source, HTML))
    line = next(line for line in body.lines if line.text.startswith("Fish & chips"))
    start, end = line.span
    assert source[start:].startswith("Fish &amp;")
    assert source[:end].endswith("Monday.")


def test_links_are_kept_by_their_places_and_only_with_safe_addresses() -> None:
    """A relative link is resolved, a script's address is dropped, its words stay."""
    text = (
        'The <a href="/board">harbour board</a> asked <a href="javascript:alert(1)">its lawyers</a> to read '
        '<a href="https://example.org/act">the act</a> again before the bridge is closed for the winter.'
    )
    body, _ = cleaned(a_capture(page(paragraphs(text, *LONG)), HTML, url="https://quay.example/a/1"))
    block = body.blocks[0]
    assert [(block.text[link.start : link.end], link.href) for link in block.links] == [
        ("harbour board", "https://quay.example/board"),
        ("the act", "https://example.org/act"),
    ]


def test_lists_headings_quotations_and_tables_keep_their_shape() -> None:
    """Items stand on lines of their own; a table has its cells and its head."""
    shapes = (
        "<h2>What it costs</h2><ul><li>Tolls on the ferry: one penny</li><li>Parcels are carried free</li></ul>"
        "<blockquote><p>It will be a long winter for the east bank, and a cold one, I fear.</p></blockquote>"
        "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Otter</td><td>40</td></tr></table>"
    )
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]), shapes, paragraphs(*LONG[2:])), HTML))
    kinds = {block.kind: block for block in body.blocks}
    assert kinds["heading"].text == "What it costs"
    assert kinds["list"].text.split("\n") == ["Tolls on the ferry: one penny", "Parcels are carried free"]
    assert kinds["table"].rows == (("Boat", "Seats"), ("Otter", "40"))
    assert kinds["table"].has_head


def test_no_markup_reaches_a_block() -> None:
    """A script inside a paragraph leaves nothing; an escaped tag is text."""
    text = "The clerk wrote &lt;b&gt;no&lt;/b&gt; in the margin<script>alert(1)</script> and closed the minute book for the year."
    body, _ = cleaned(a_capture(page(paragraphs(text, *LONG)), HTML))
    assert "alert" not in body.blocks[0].text
    assert "<b>no</b>" in body.blocks[0].text


@pytest.mark.parametrize(
    "href", ["javascript:x", " data:text/html,x", "//", "http://", "vbscript:x", "http://[::1"]
)
def test_an_address_that_leads_nowhere_safe_is_no_link(href: str) -> None:
    """Only http, https and mailto, with a host."""
    assert fragment.address(href, "") == ""


HOSTILE = {
    "100,000 nested tags": "<div>" * 100_000 + f"<p>{LONG[0]}</p>",
    "100,000 nested bold tags": "<b>" * 100_000 + f"<p>{LONG[0]}</p>",
    "one line of ten megabytes": "<p>" + "word " * 2_000_000,
    "half a page": page(paragraphs(*LONG))[:700],
    "no page": "",
    "unclosed quotes": '<a "' * 100_000,
    "unclosed comments": "<!--" * 100_000,
    "unclosed scripts": "<script>" * 100_000,
    "100,000 list items": "<li>x" * 100_000,
    "angle brackets": "<" * 500_000,
    "nul": "\0" * 100_000 + page(paragraphs(*LONG)),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_page_ends_as_data_and_quickly(name: str) -> None:
    """No exception, and no more than a few seconds of CPU, whatever comes."""
    start = time.process_time()
    body, _ = cleaned(a_capture(HOSTILE[name], HTML))
    assert time.process_time() - start < 8
    assert body.capture


def test_a_page_deeper_than_the_cap_keeps_its_text_and_says_so() -> None:
    """Text below the deepest element followed is still read."""
    body, findings = cleaned(a_capture("<div>" * (scan.MAX_DEPTH + 50) + paragraphs(*LONG), HTML))
    assert LONG[0] in roles(body)
    assert "CLN-003" in [finding.code for finding in findings]


def test_half_a_page_gives_what_is_there() -> None:
    """A page cut off in its article keeps the paragraphs before the cut."""
    source = page(paragraphs(*LONG))
    body, _ = cleaned(a_capture(source[: source.index(LONG[3]) + 40], HTML))
    assert [block.text for block in body.blocks][:3] == list(LONG[:3])


def test_a_heading_that_a_list_of_contents_names_stays_and_a_paragraph_said_twice_is_cut() -> None:
    """The list comes first, so the heading is the second of two; sentences stand twice by mistake alone."""
    head = "What the winter without a bridge will cost the east bank"
    contents = f"<ul><li><a href='#cost'>{head}</a></li></ul>"
    text = (
        paragraphs(LONG[0]),
        contents,
        paragraphs(*LONG[1:3]),
        f"<h2>{head}</h2>",
        paragraphs(*LONG[3:], LONG[1]),
    )
    body, _ = cleaned(a_capture(page(*text), HTML))
    assert [block.text for block in body.blocks if block.kind == "heading"] == [head]
    assert [block.text for block in body.blocks].count(LONG[1]) == 1


def test_a_writer_named_right_below_the_title_is_no_paragraph() -> None:
    """Though pictures and links stand between the name and the first sentence."""
    before = "<p>By Ada Quill Harbour correspondent, Port Ansel</p><h2>Related stories</h2><ul>" + "".join(
        f"<li><a href='/{n}'>{name}</a></li>"
        for n, name in enumerate(("Ferry to run all night", "Bridge tolls rise", "Eel pie week"))
    )
    body, _ = cleaned(a_capture(page(f"{before}</ul>", paragraphs(*LONG)), HTML))
    assert roles(body)["By Ada Quill Harbour correspondent, Port Ansel"] == "byline"


RECORD = '{"layout": 2, "columns": 4, "button": "Ferry tickets", "colour": {"hue": 213, "brightness": 0.83}}'


def test_a_record_for_a_program_is_no_paragraph_but_source_that_is_shown_is() -> None:
    """Shops leave their settings between paragraphs; a report on programs shows such a record in ``pre``."""
    between = f"<div>{RECORD}</div>"
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]) + between + paragraphs(*LONG[2:])), HTML))
    assert roles(body)[RECORD] == "artefact"
    shown = f"<pre>{RECORD}</pre>"
    body, _ = cleaned(a_capture(page(paragraphs(*LONG[:2]) + shown + paragraphs(*LONG[2:])), HTML))
    assert roles(body)[RECORD] != "artefact"
