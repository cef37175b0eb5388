"""The cleaner from Python: pages in, articles out, in their order."""

from __future__ import annotations

import pytest

from site_gen.standalone import Extracted, Page, extract, extract_all
from site_gen.standalone.pages import Kind
from tests.standalone.test_commands import NOTICE, SIGNED, a_page


def test_a_page_gives_plain_values_and_the_whole_article() -> None:
    """What a program wants at once, and behind it what each value rests on."""
    found = extract(SIGNED.encode())
    assert (found.title, found.authors, found.published, found.source, found.language) == (
        "Ships", ("Ann Bee",), "2019-05-17T09:00", "Ansel Mirror", "en",
    )  # fmt: skip
    assert found.text == "The harbour master counted nine ships off Port Ansel on Monday, he said."
    assert found.article is not None
    assert found.article.title.evidence.rule
    assert {line.role for line in found.lines} >= {"title", "body"}


def test_a_page_is_the_same_as_bytes_and_as_text() -> None:
    """Though a text declares another encoding than it has by now."""
    page = SIGNED.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Ann Bee", "Ann Bée")
    assert extract(page).authors == extract(page.encode("iso-8859-1")).authors == ("Ann Bée",)


@pytest.mark.parametrize(("kind", "shows_tags"), [("html", False), ("text", True), (None, True)])
def test_a_fragment_is_read_as_it_is_said(kind: Kind | None, shows_tags: bool) -> None:
    """Few tags do not tell that a text is HTML."""
    sentence = "The harbour master counted nine ships off Port Ansel on Monday, he said."
    found = extract(f"<p>A &amp; B met.</p> <p>{sentence}</p>", kind=kind)
    assert (sentence in found.text, "<p>" in found.text) == (True, shows_tags)


def test_markdown_keeps_what_the_text_folds() -> None:
    """Headings, items with their numbers, quotations, links."""
    text = """Divers found a tear in the hull of the Maresol on Monday, [the harbour office](https://port.example/r) said.

## What happens next

The ship waits for the spring tide, which the office expects on Thursday. Until then:

1. its 14 sailors stay on board,
2. two tugs stand by,
3. the channel is closed.

> We have time, and the weather is with us."""
    found = extract(f"# Grain ship runs aground\n\n{text}\n", kind="markdown")
    assert found.title == "Grain ship runs aground"
    assert found.markdown == text


@pytest.mark.parametrize("content", [b"", "", b"\x00\x01\x02" * 99, " \n", "\ud800", b"\xff\xfe"])
def test_what_cannot_be_read_is_empty_and_says_why(content: bytes | str) -> None:
    """Never raised: the finding has a code, and a remedy."""
    found = extract(content)
    assert (found.title, found.authors, found.text, found.markdown, found.blocks) == (None, (), "", "", ())
    assert found.findings


def test_pages_of_a_site_are_learned_together_and_come_in_their_order() -> None:
    """By the site that is said, or by their addresses; what cannot be read keeps its place."""
    for where in ("site", "url"):
        pages = [
            Page(a_page(n), **{where: f"https://{site}.example/{n if where == 'url' else ''}"})  # type: ignore[arg-type]
            for n in range(4)
            for site in ("mirror", "post")
        ]
        found = list(extract_all([*pages[:3], Page(b""), *pages[3:]]))
        assert [one.title for one in found] == [
            *(f"Ships counted {n}" for n in (0, 0, 1)), None, *(f"Ships counted {n}" for n in (1, 2, 2, 3, 3)),
        ]  # fmt: skip
        assert all(NOTICE not in one.text for one in found)
        assert found[3] == Extracted(None, found[3].findings)


def test_a_page_among_others_of_another_site_is_cleaned_as_alone() -> None:
    """What waited is what went in."""
    (found,) = extract_all([Page(SIGNED, url="https://mirror.example/1")])
    assert found == extract(SIGNED, url="https://mirror.example/1")
