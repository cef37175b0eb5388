"""Blocks to HTML: escaped, nested rightly, links only where they are safe."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from site_gen.model import Block, Link
from site_gen.render.markup import NAME_CHARS, Highlight, block_html, differing, is_safe, outlined, text_html


def test_text_is_escaped_and_never_becomes_markup() -> None:
    """A capture that holds HTML shows it as text."""
    block = Block("p1", "paragraph", '<img src=x onerror="alert(1)"> & more', (0, 9))
    assert block_html(block) == "<p>&lt;img src=x onerror=&#34;alert(1)&#34;&gt; &amp; more</p>"


def test_a_link_keeps_its_text_and_names_no_window() -> None:
    """Links carry rel and an escaped address."""
    made = text_html("see the report", (Link(4, 14, 'https://example.org/?a=1&b="2"'),))
    assert made == (
        'see <a href="https://example.org/?a=1&amp;b=&#34;2&#34;" rel="noopener nofollow external">the report</a>'
    )


def test_an_unsafe_link_is_shown_as_text_only() -> None:
    """javascript:, data: and addresses with control characters are no links."""
    for href in ("javascript:alert(1)", "data:text/html,x", "//example.org", "https://e.org/\x00"):
        assert not is_safe(href)
        assert text_html("a b", (Link(0, 1, href),)) == "a b"


def test_marks_that_overlap_share_one_element_with_both_classes() -> None:
    """Two marks over one stretch give one mark there, not crossing elements."""
    made = text_html("abcdef", (), (Highlight(0, 4, "shared"), Highlight(2, 6, "quoted")))
    assert made == (
        '<mark class="shared">ab</mark><mark class="quoted shared">cd</mark><mark class="quoted">ef</mark>'
    )


def test_a_mark_is_cut_where_a_link_begins() -> None:
    """Links stay whole; a mark that crosses their edge becomes two."""
    made = text_html("ab cd", (Link(3, 5, "https://e.org"),), (Highlight(0, 4, "shared"),))
    assert made == (
        '<mark class="shared">ab </mark><a href="https://e.org" rel="noopener nofollow external">'
        '<mark class="shared">c</mark>d</a>'
    )


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["a", "b"])), max_size=4),
)
def test_no_character_is_lost_and_elements_nest(
    text: str, links: list[tuple[int, int]], marks: list[tuple[int, int, str]]
) -> None:
    """Whatever the spans are, the text comes out whole and the elements are balanced."""
    made = text_html(
        text, [Link(a, b, "https://e.org/") for a, b in links], [Highlight(a, b, k) for a, b, k in marks]
    )
    assert (
        made.replace("<br>", "\n").__class__(re.sub("<[^>]*>", "", made.replace("<br>", "\n"))).unescape()
        == text
    )
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(a|mark)\b", made):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert not stack


def test_a_list_is_one_item_a_line_with_its_own_links() -> None:
    """Spans of the whole text are moved to the item they fall in."""
    block = Block("p1", "list", "one\ntwo", (0, 7), links=(Link(4, 7, "https://e.org/"),))
    assert "<li>one</li>" in block_html(block)
    assert '<li><a href="https://e.org/"' in block_html(block)


def test_an_ordered_list_counts_as_its_page_did() -> None:
    """It begins where the page's list does, leaves out the number of an item that was cut, and keeps lines of one item together."""
    plain = Block("p1", "list", "one\ntwo", (0, 7), numbers=(1, 2))
    assert block_html(plain) == "<ol><li>one</li><li>two</li></ol>"
    later = replace(plain, text="a\nb\nc\nd", numbers=(4, 4, 5, 7))
    assert block_html(later) == '<ol start="4"><li>a<br>b</li><li>c</li><li value="7">d</li></ol>'


def test_a_table_has_a_head_where_the_block_says_so() -> None:
    """Head cells are th with a scope."""
    block = Block("p1", "table", "a b", (0, 3), rows=(("Ship", "Lost"), ("Alma", "<3>")), has_head=True)
    assert '<th scope="col">Ship</th>' in block_html(block)
    assert "<td>&lt;3&gt;</td>" in block_html(block)


def test_a_table_is_named_by_its_first_row_that_says_something() -> None:
    """For readers who hear the page: the table, and the box in which it scrolls."""
    block = Block("p1", "table", "a b", (0, 3), rows=(("", " "), ("Ship “A”", "", "Lost <3>")))
    assert block_html(block).count('aria-label="Ship “A”, Lost &lt;3&gt;"') == 2
    long = block_html(replace(block, rows=(("word " * 90, "tail"), ("b", "c"))))
    name = long.split('aria-label="')[1].split('"')[0]
    assert name.endswith("word…") and len(name) <= NAME_CHARS + 1
    assert "aria-label" not in block_html(replace(block, rows=(("", ""), ("", ""))))


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((3, 3, 3), (2, 2, 2)),
        ((2, 4, 4, 3, 2), (2, 3, 3, 3, 2)),
        ((4, 2, 3), (2, 2, 3)),
        ((2, 3, 4, 6, 3), (2, 3, 4, 5, 3)),
        ((0, 2, 3), (2, 2, 3)),
    ],
)
def test_headings_go_down_one_level_at_a_time(levels: tuple[int, ...], shown: tuple[int, ...]) -> None:
    """Whatever sizes a page chose; siblings stay siblings, and other blocks are as they were."""
    text = Block("p0", "paragraph", "a", (0, 1))
    blocks = [Block(f"p{n}", "heading", "a", (0, 1), level=level) for n, level in enumerate(levels, start=1)]
    made = outlined([text, *blocks])
    assert made[0] is text
    assert tuple(block.level for block in made[1:]) == shown


def test_differing_words_are_underlined_but_not_case_or_commas() -> None:
    """Only words that a reader would call different are marked."""
    assert (
        differing("They saw the ship, and fled", "they saw a ship and fled")
        == "They saw <u>the</u> ship, and fled"
    )


def test_words_that_a_rendering_leaves_out_are_marked_where_they_stood() -> None:
    """One sign a gap, at the end too, with words for a reader who hears it; dropped punctuation is no gap."""
    gap = '<u class="gap"><span aria-hidden="true">[…]</span><span class="unseen">[words left out]</span></u>'
    said = Markup("words left out")
    assert differing("they saw ship", "they saw the ship – and fled", said) == f"they saw {gap} ship {gap}"
    assert differing("they saw it", "they saw – it", said) == "they saw it"
    assert differing("saw ship", "they saw the ship", said, is_part=True) == f"saw {gap} ship"
    assert differing("they saw ship", "they saw the ship") == "they saw ship"
