"""Front matter and the outline of a Markdown text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen import ingest
from site_gen.ingest.front_matter import front_matter
from site_gen.ingest.markdown import LARGEST_CHARS, outline
from site_gen.model import Basis, Link

from .reading import read

YAML = """---
title: "Pier: closed"   # for now
author:
  - name: Ann Lee
    email: ann@gazette.example
  - Bo Ek
date: 22 December 2016
tags: [harbour, 'city life', "trade"]
source: The Gazette
slug: ../../etc/passwd
---

# Pier closed

The pier is closed.
"""

PELICAN = "Title: Pier closed\nDate: 2016-12-22 10:30\nAuthors: Ann Lee; Bo Ek\n  and others\n\nThe pier is closed.\n"
TOML = '+++\ntitle = "Pier closed"\ndate = 2016-12-22\nauthors = ["Ann Lee", "Bo Ek"]\n+++\nThe pier is closed.\n'


def test_yaml_front_matter_gives_fields_with_their_lines() -> None:
    """Lists in both notations, quoted texts, comments; a slug of the file's own is not obeyed."""
    made = read("a.md", YAML).only
    values = {g.field: g.value.value for g in made.given}
    assert values == {
        "title": "Pier: closed",
        "authors": "Ann Lee; Bo Ek",
        "published": "2016-12-22",
        "topics": "harbour; city life; trade",
        "source": "The Gazette",
    }
    date = made.field("published")
    assert date is not None
    assert (date.basis, date.evidence.rule, date.evidence.file) == (
        Basis.STATED,
        "front-matter",
        "captures/a.md:7",
    )
    start, end = date.evidence.spans[0]
    assert made.text[start:end] == "date: 22 December 2016"
    assert made.text[made.body_start :].startswith("# Pier closed")


@pytest.mark.parametrize("text", [PELICAN, TOML])
def test_other_front_matter_is_read_too(text: str) -> None:
    """Pelican's header lines and TOML between plus signs."""
    made = read("a.md", text).only
    assert made.text[made.body_start :] == "The pier is closed.\n"
    assert [b.text for b in made.outline] == ["The pier is closed."]
    title, date = made.field("title"), made.field("published")
    assert title is not None
    assert date is not None
    assert (title.value, date.value[:10]) == ("Pier closed", "2016-12-22")


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is a sentence.\n\nAnd another.",
        "---\n\nA rule above, a text below.\n\n---\n\nMore.",
        "The pier is closed.\n\ntitle: no\n",
        "---\ntitle: never closed\n\nThe pier is closed.",
        "",
    ],
)
def test_a_text_without_front_matter_keeps_every_character(text: str) -> None:
    """A thematic break or a colon in the first line is no front matter."""
    assert front_matter(text).body_start == 0
    assert ingest.front_matter_span(text) == (0, 0)


def test_front_matter_that_is_never_closed_is_reported() -> None:
    """The text is read as it stands."""
    found = read("a.md", "---\ntitle: never closed\n\nThe pier is closed.")
    assert found.codes == ["ING-020"]
    assert found.only.given == ()


BLOCKS = """# The *pier*

It is [closed](https://gazette.example/a) to
all, <b>truly</b>. ![a gull](gull.png)

> She said so.
>
> Twice.

- one
  - inner
- [two](mailto:a@b.example)

| Day | Dead |
|-----|------|
| Mon | 3    |

![](x.png "The pier at noon")

<div>In a <i>box</i> &amp; more</div>

<script>alert(1)</script>

    code
"""


def test_the_outline_holds_each_block_as_plain_text() -> None:
    """Markup is gone, links are kept, quotations come paragraph by paragraph, tags leave only their text."""
    found = outline(BLOCKS)
    assert [(b.kind, b.text) for b in found] == [
        ("heading", "The pier"),
        ("paragraph", "It is closed to all, truly."),
        ("quote", "She said so."),
        ("quote", "Twice."),
        ("list", "one\ninner\ntwo"),
        ("table", "Day | Dead\nMon | 3"),
        ("caption", "The pier at noon"),
        ("paragraph", "In a box & more"),
        ("code", "code"),
    ]
    assert found[0].level == 1
    assert found[1].links == (Link(6, 12, "https://gazette.example/a"),)
    assert found[4].links == (Link(10, 13, "mailto:a@b.example"),)
    assert found[5].rows == (("Day", "Dead"), ("Mon", "3"))


def test_spans_count_the_whole_text_with_its_front_matter() -> None:
    """A block's span gives back its own lines."""
    made = read("a.md", YAML).only
    assert [made.text[slice(*b.span)] for b in made.outline] == ["# Pier closed", "The pier is closed."]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd"]
)
def test_a_link_that_leads_elsewhere_than_the_web_is_dropped(target: str) -> None:
    """Its text stays."""
    block = outline(f"See [this]({target}) now.")[0]
    assert block.links == ()
    assert "this" in block.text


@pytest.mark.parametrize("piece", ["[", "![", "<!-- ", "<a ", "*a **b ", ">", "`x``", "<script>"])
def test_hostile_markdown_takes_no_longer_than_a_large_text(piece: str) -> None:
    """Ten thousand characters of openings without an end stay far under a second."""
    began = time.process_time()
    outline(piece * (10_000 // len(piece)))
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "line",
    ["a: b" + " " * 90_000 + "c", 'a: ["' + "\\" * 90_000, "- " + " " * 90_000 + "x", "a: " + "#" * 90_000],
)
def test_hostile_front_matter_takes_no_time(line: str) -> None:
    """Long runs of spaces, strokes and marks."""
    began = time.process_time()
    front_matter(f"---\ntitle: x\n{line}\n---\ntext")
    assert time.process_time() - began < 1


def test_markdown_that_is_too_large_is_read_as_text() -> None:
    """No outline, a finding, and every character kept."""
    text = "word " * (LARGEST_CHARS // 5 + 1)
    found = read("a.md", text)
    assert (found.only.media_type, found.only.text, found.codes) == ("text/plain", text, ["ING-021"])


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab \n-#>*[]()!|`<:/'\"", max_size=120))
def test_outlines_are_in_order_and_inside_the_text(text: str) -> None:
    """Whatever the Markdown, spans do not overlap and links lie inside their block's text."""
    last = 0
    for block in outline(text):
        assert last <= block.span[0] <= block.span[1] <= len(text)
        last = block.span[1]
        assert block.text == block.text.strip() or block.kind == "code"
        assert all(0 <= a.start < a.end <= len(block.text) for a in block.links)


def test_what_clippers_write_as_the_source_is_the_address() -> None:
    """``source: https://…`` is no outlet's name; of an outlet's own address the host stays. Links to notes are names."""
    text = '---\ntitle: T\nsource: https://post.example/boat\nauthor:\n  - "[[Mara Quill]]"\n  - "[[people/reck|Jonas Reck]]"\n---\nIt ran aground.'
    capture = read("a.md", text).only
    assert capture.url == "https://post.example/boat"
    assert {one.field: one.value.value for one in capture.given} == {
        "url": "https://post.example/boat", "authors": "Mara Quill; Jonas Reck", "title": "T",
    }  # fmt: skip
    home = read(
        "a.md", "---\nsource: https://post.example/\nauthor: [[Mara Quill]]\n---\nIt ran aground."
    ).only
    assert {one.field: one.value.value for one in home.given} == {
        "source": "post.example",
        "authors": "Mara Quill",
    }
