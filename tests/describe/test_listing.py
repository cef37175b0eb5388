"""Front pages and lists of articles are told from articles."""

from __future__ import annotations

import pytest

from site_gen import clean
from site_gen.settings import CleanSettings

from .captures import a_capture, described

TEASERS = (
    (
        "Harbour board shuts swing bridge until spring",
        "The board voted on Tuesday, saying its iron has rusted through.",
    ),
    (
        "Mill owners ask town for a second ferry",
        "They say that flour cannot wait for the ice to melt in the bay.",
    ),
    (
        "School on the east bank wins prize for garden",
        "Pupils grew forty kinds of beans in a yard of sixty feet.",
    ),
    ("Council refuses to raise the tolls again", "The vote was nine to four after a debate until midnight."),
    ("Why the herring came back to the bay", "Researchers say that colder water and fewer nets explain it."),
    (
        "Theatre opens winter season with a comedy",
        "The company plays nightly at eight until the end of February.",
    ),
)
GRID = "".join(
    f'<article><h2><a href="/n/{i}">{t}</a></h2><p>{s}</p></article>' for i, (t, s) in enumerate(TEASERS)
)
TABLE = "".join(
    f'<tr><td><a href="/n/{i}.html"><b>{t}</b></a><br>{s} <a href="/n/{i}.html">More</a></td></tr>'
    for i, (t, s) in enumerate(TEASERS)
)
POSTS = "".join(
    f'<div class="post"><h2><a href="/n/{i}">{t}</a></h2><div class="meta">By Ada Moor on May {i + 1}, 2024</div>'
    f'<div class="entry"><p>{s} {TEASERS[i - 1][1]} {TEASERS[i - 2][1]}</p><p><a href="/n/{i}">Continue reading</a></p></div></div>'
    for i, (t, s) in enumerate(TEASERS)
)
ARTICLE_TYPE = '<meta property="og:type" content="article">'


def codes(body: str, *, head: str = "", url: str = "https://quaypost.example/news") -> list[str]:
    """Codes of what description says of a page."""
    source = f"<html lang=en><head><title>The Quay Post</title>{head}</head><body><main>{body}</main></body></html>"
    capture = a_capture(source, media_type="text/html", url=url)
    cleaned, _ = clean.body(capture, site_lines=None, decisions=(), settings=CleanSettings())
    return [finding.code for finding in described((capture, cleaned))[1]]


@pytest.mark.parametrize("body", [GRID, f"<table>{TABLE}</table>"], ids=["grid", "table"])
def test_a_page_of_teasers_is_published_with_a_warning(body: str) -> None:
    """Titles that lead to the page's own site, each with a sentence."""
    assert "DSC-009" in codes(body)


def test_a_page_of_teasers_whose_headlines_are_cut_is_told_too() -> None:
    """Of a weblog's posts cleaning keeps what stands below the links; one whose posts are elsewhere, or with a headline, is none."""
    assert "DSC-009" in codes(POSTS)
    assert "DSC-009" not in codes(POSTS, head=ARTICLE_TYPE)
    assert "DSC-009" not in codes(POSTS.replace('href="/n', 'href="https://mill.example/n'))
    assert "DSC-009" not in codes(f"<h1>What the town talked about in winter</h1>{POSTS}")


def test_what_calls_itself_an_article_or_lists_things_elsewhere_is_one() -> None:
    """A round-up of links to other sites, or of one outlet's reports with an article's type, is an article."""
    assert "DSC-009" not in codes(GRID, head=ARTICLE_TYPE)
    assert "DSC-009" not in codes(GRID.replace('href="/n', 'href="https://mill.example/n'))


def test_a_report_with_headings_that_are_links_is_no_list() -> None:
    """Long sections are told, whatever their headings lead to."""
    long = " ".join(s for _, s in TEASERS * 3)
    told = "".join(f'<h2><a href="/n/{i}">{t}</a></h2><p>{long}</p>' for i, (t, _) in enumerate(TEASERS))
    assert "DSC-009" not in codes(f"<article>{told}</article>")


def test_a_front_page_of_which_nothing_is_left_is_told() -> None:
    """Its address says that it is one."""
    card = f"<div><h1>{TEASERS[0][0]}</h1><p>{TEASERS[0][1]}</p></div>"
    assert "DSC-009" in codes(card, url="https://quaypost.example/")
    assert "DSC-009" not in codes(card, url="https://quaypost.example/2024/swing-bridge")
