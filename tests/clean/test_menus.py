"""Menus: read by their form, set aside before anything is scored; what may be more than a menu is not."""

from __future__ import annotations

import time

import pytest

from site_gen.clean import scan
from site_gen.clean.pieces import MENU

from .captures import LONG, a_capture, cleaned, page, paragraphs

HTML = "text/html"
LINKS = ("Harbour", "Ferries &amp; trams", "Tides")


def a_list(*items: str) -> str:
    """A list of links."""
    return (
        "<ul>"
        + "".join(f'<li class=x><a href="/{n}">{item}</a></li>' for n, item in enumerate(items))
        + "</ul>"
    )


def found(source: str) -> list[str]:
    """The lines that are a menu's."""
    return [piece.text for piece in scan.sheet(source).pieces if piece.kind == MENU]


def test_the_lines_of_a_menu_are_lines_with_a_place_and_a_rule() -> None:
    """Nothing is lost: the archive can show them struck through."""
    source = page(paragraphs(*LONG), before=a_list(*LINKS))
    body, _ = cleaned(a_capture(source, HTML))
    line = next(line for line in body.lines if line.text == "Ferries & trams")
    assert (line.role, line.rule) == ("nav", "menu")
    assert source[slice(*line.span)] == "Ferries &amp; trams"
    assert [line.text for line in body.lines[:2]] == ["Home", "News"]
    assert [block.text for block in body.blocks] == list(LONG)


@pytest.mark.parametrize(
    "element",
    [
        a_list("Harbour", "Ferries"),
        a_list(
            "How the swing bridge came to be shut", "Who will pay for the winter", "What the ferry costs now"
        ),
        f"<ul><li>Harbour</li>{a_list(*LINKS)[4:]}",
        f"<nav><h1>Harbour</h1>{a_list('Tides', 'Trams')}</nav>",
        f"<nav><p>{LONG[0]}</p><p>Tides</p></nav>",
        f"<nav><!-- {a_list(*LINKS)}</nav><p>Tides</p>",
        f"<nav><p>Tides</p><article><p>{LONG[0]}</p></article>",
    ],
)
def test_what_may_be_more_than_a_menu_is_read_like_the_rest(element: str) -> None:
    """Two links, long ones, words outside links, a headline, a sentence, an element without an end."""
    assert found(f"<html><body>{element}<p>{LONG[1]}</p></body></html>") == []


def test_a_list_of_links_inside_the_article_is_the_article_s() -> None:
    """Short names in a list that the page's own article holds are its list, not a menu."""
    assert found(page(paragraphs(*LONG[:2]), a_list(*LINKS), paragraphs(*LONG[2:]))) == ["Home", "News"]


def test_scripts_and_comments_within_a_menu_are_no_lines() -> None:
    """Their places are kept free: the line behind them stands where it stood."""
    source = "<body><nav><a href=/>Home</a><script>a = '<p>Tides</p>'</script><!-- <p>Trams</p> --><div>Ferries</div></nav>"
    pieces = [piece for piece in scan.sheet(source).pieces if piece.kind == MENU]
    assert (
        [source[slice(*piece.span)] for piece in pieces]
        == [piece.text for piece in pieces]
        == ["Home", "Ferries"]
    )


@pytest.mark.parametrize(
    "tag", ["<nav>", "<ul><li>", "<ul><li><a href=x>Tides</a><ul>", "<nav><!--", "<nav><select>"]
)
def test_a_page_of_menus_without_an_end_costs_no_more_than_its_length(tag: str) -> None:
    """Each is looked at a bounded number of times."""
    start = time.process_time()
    scan.sheet("<body>" + tag * 50_000)
    assert time.process_time() - start < 6


def test_what_looks_like_a_tag_and_is_none_has_a_place_of_its_own() -> None:
    """A damaged tag is text: its line does not end before it begins."""
    for text in ("<€span>", "<\nul>"):
        source = f"<nav><a href=/a>Harbour</a><div>{text}\t\t</div></nav><p>{LONG[0]}</p>"
        places = [piece.span for piece in scan.sheet(source).pieces if piece.kind == MENU]
        assert len(places) == 2 and all(start < end for start, end in places)
