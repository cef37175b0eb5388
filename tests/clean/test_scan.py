"""A page laid out as lines: what its elements say of each."""

from __future__ import annotations

import pytest

from site_gen.clean import scan


def test_what_is_hidden_hides_all_inside_it() -> None:
    """However deep a line stands; what comes behind is seen."""
    found = scan.sheet("<div hidden><div><p>Not yet.</p></div></div><p>Now.</p>")
    assert [(piece.text, piece.hidden) for piece in found.pieces] == [("Not yet.", True), ("Now.", False)]


def test_an_element_of_links_inside_the_article_is_none_of_its_own() -> None:
    """What calls itself related does not belong to what calls itself the article."""
    found = scan.sheet(
        '<article><div class="related-stories"><p>Other news</p></div><p>The news.</p></article>'
    )
    assert [(piece.text, piece.main) for piece in found.pieces] == [
        ("Other news", False),
        ("The news.", True),
    ]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("The pier<br>fell.", ["The pier fell."]),
        ("The pier fell.<br><br>Nobody was hurt.", ["The pier fell.", "Nobody was hurt."]),
    ],
)
def test_one_break_is_a_space_and_two_end_the_line(written: str, lines: list[str]) -> None:
    """Old pages set their paragraphs so."""
    assert [piece.text for piece in scan.sheet(f"<div>{written}</div>").pieces] == lines


def test_a_link_that_nobody_closed_ends_with_its_paragraph() -> None:
    """What comes behind is not taken for a link."""
    found = scan.sheet("<p><a href=/x>Tide tables</p><p>The pier fell.</p>")
    assert [piece.link_chars for piece in found.pieces] == [len("Tide tables"), 0]


@pytest.mark.parametrize(
    ("html", "language"),
    [("<html lang=en><p lang=fr>Bonjour", "en"), ("<html><p lang=fr>Bonjour", "")],
)
def test_a_page_has_the_language_of_its_root_alone(html: str, language: str) -> None:
    """A quotation in another language says nothing of the page."""
    assert scan.sheet(html).language == language


def test_a_page_of_too_many_lines_says_that_it_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not read is not lost silently."""
    monkeypatch.setattr(scan, "MAX_PIECES", 3)
    assert scan.sheet("<p>One.</p>" * 3).cut == "size"
    assert scan.sheet("<p>One.</p>" * 2).cut == ""


def test_of_the_names_of_a_page_the_surest_comes_first() -> None:
    """Wherever it stands in the source."""
    found = scan.sheet(
        '<meta name="twitter:title" content="Pier!"><meta property="og:title" content="Pier falls">'
        "<title>Pier falls - The Lantern</title><h1>The pier has fallen</h1>"
    )
    assert found.titles == ("Pier falls", "Pier!", "The pier has fallen", "Pier falls - The Lantern")
