"""Blocks as Markdown: what a reader of Markdown makes of it is what the blocks say."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from site_gen.model import Block, Link
from site_gen.standalone.markdown import markdown_of

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def a_block(text: str, kind: str = "paragraph", **more: object) -> Block:
    """A block of a kind."""
    return Block(id="p1", kind=kind, text=text, span=(0, 1), **more)  # type: ignore[arg-type]


def read(markdown: str) -> str:
    """The text that a reader of Markdown shows."""
    shown = re.sub(r"<[^>]+>", "", READER.render(markdown).replace("<br />", ""))
    return unescape(shown).strip("\n")


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (a_block("Ships", "heading", level=3), "### Ships"),
        (a_block("one\ntwo", "list"), "- one\n- two"),
        (a_block("one\nmore\ntwo", "list", numbers=(3, 3, 4)), "3. one\n\n   more\n4. two"),
        (a_block("He said.\nShe did.", "quote"), "> He said.\\\n> She did."),
        (a_block("Nine ships!", "embed", cite="Ann Bee"), "> Nine ships!\n>\n> — Ann Bee"),
        (a_block("The tide turned.", "entry", cite="14:05"), "**14:05** The tide turned."),
        (a_block("Port Ansel", "caption"), ""),
        (
            a_block("a\tb\nc", "table", rows=(("a", "b|b"), ("c",)), has_head=True),
            "| a | b\\|b |\n| --- | --- |\n| c |  |",
        ),
        (a_block("a", "table", rows=(("a", "b"),)), "|  |  |\n| --- | --- |\n| a | b |"),
        (a_block("a\nb", "table"), "a\\\nb"),
        (
            a_block("See the report now", links=(Link(4, 14, "https://a.example/x y(1)"),)),
            "See [the report](<https://a.example/x%20y(1)>) now",
        ),
    ],
)
def test_each_kind_of_block_has_its_form(block: Block, markdown: str) -> None:
    """Headings, lists, quotations, posts with authors, entries with times, tables, links; a caption has none, as in the text."""
    assert markdown_of((block,)) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "# no heading", "- no item", "7. no item", "7) no item", "> no quotation", "*no* _stress_ snake_case", "[no](link)",
        "a <b> c < d", "AT&T &amp; R&D", "`no code`", "back\\\\slash", "~~kept~~", "===", "---", "1986. A year", "+ plus",
    ],
)  # fmt: skip
def test_marks_in_a_text_stay_what_they_are(text: str) -> None:
    """Shown as they stand in the capture, in a paragraph, an item and a quotation."""
    for kind in ("paragraph", "list", "quote"):
        assert read(markdown_of((a_block(text, kind),))) == text


def test_what_is_no_mark_is_not_escaped() -> None:
    """A person reads the Markdown too."""
    text = "AT&T grew 5 % (snake_case, R&D) - 3 < 4 - for $1.50; No. 7 won #1!"
    assert markdown_of((a_block(text),)) == text


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"], include_characters=" "), min_size=1)
)
def test_any_text_is_read_as_it_stands(text: str) -> None:
    """White space folded, as in every block."""
    text = " ".join(text.split())
    assert read(markdown_of((a_block(text),))) == text
