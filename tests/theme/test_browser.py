"""Readers' journeys in a real browser, over the pages of the shelf served from a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.publish import search
from site_gen.render import searchables
from tests.render.conftest import THEME, a_site, render_all
from tests.render.shelf import a_shelf

from .sample import served

pytestmark = pytest.mark.browser


def _write(folder: Path, language: str = "en") -> None:
    shelf = a_shelf()
    for path, data in render_all(shelf, language=language).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    shutil.copytree(THEME / "static", folder / "theme")
    found = searchables(shelf, a_site(shelf, language=language), [THEME / "templates"])
    search.write(folder / "search" / "index", found)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder, with its search index, below another folder as on a shared host."""
    root = tmp_path_factory.mktemp("host")
    _write(root / "a")
    _write(root / "ar", "ar")
    return root


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The address of a server over it."""
    with served(folder) as address:
        yield address


def _page(browser: Any, faults: list[str], **options: object) -> Any:
    page = browser.new_context(**options).new_page()
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


def test_without_javascript_the_indexes_lead_to_an_article(browser: Any, address: str) -> None:
    """The search page says so; event, quote and article are three clicks from home."""
    page = _page(browser, [], java_script_enabled=False)
    page.goto(f"{address}/a/search/")
    assert "needs JavaScript" in page.inner_text("main")
    page.click("nav.indexes a:has-text('Events')")
    page.click("a:has-text('Alder bridge falls')")
    page.click("#quoted .ref >> nth=1")
    assert page.url.endswith("/articles/a2-slug/#p3")


def test_the_ground_of_a_date_opens_without_a_script(browser: Any, address: str) -> None:
    """A mark is a disclosure: closed at first, open at a click."""
    page = _page(browser, [], java_script_enabled=False)
    page.goto(f"{address}/a/articles/a4-slug/")
    ground = page.locator(".byline .evidence")
    assert not ground.is_visible()
    page.click(".byline summary")
    assert ground.is_visible() and "event-date" in ground.inner_text()


def test_marks_of_shared_wording_can_be_put_away(browser: Any, address: str) -> None:
    """A box without script hides marks and notes."""
    page = _page(browser, [], java_script_enabled=False)
    page.goto(f"{address}/a/articles/a1-slug/")
    colour = "getComputedStyle(document.querySelector('.text mark.shared')).backgroundColor"
    shown = page.evaluate(colour)
    page.uncheck(".mark-switch")
    assert page.evaluate(colour) != shown
    assert not page.locator(".notes").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["a", "ar"])
def test_no_page_is_wider_than_its_window(browser: Any, address: str, scheme: str, language: str) -> None:
    """From a small phone to a desk, light and dark, in both directions; no fault is logged."""
    faults: list[str] = []
    page = _page(browser, faults, viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for path in (
        "", "articles/a1-slug/", "articles/a4-slug/", "articles/a1-slug/original/", "events/bridge-falls/",
        "events/bridge-falls/compare/a1-slug--a2-slug/", "topics/", "sources/", "dates/1931/", "data/", "made/",
    ):  # fmt: skip
        page.goto(f"{address}/{language}/{path}")
        for width in (1280, 760, 320):
            page.set_viewport_size({"width": width, "height": 640})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
    assert not faults


def test_letters_of_the_table_of_shared_wording_stand_over_their_numbers(browser: Any, address: str) -> None:
    """However wide the page is, and from right to left."""
    for language in ("a", "ar"):
        page = _page(browser, [], viewport={"width": 1920, "height": 900})
        page.goto(f"{address}/{language}/events/bridge-falls/")
        page.evaluate("document.querySelector('.matrix-box details').open = true")
        ends = """row => [...row.cells].slice(1).map(cell => { const range = new Range(); range.selectNodeContents(cell);
          return getComputedStyle(cell).direction === 'rtl' ? range.getBoundingClientRect().left : range.getBoundingClientRect().right })"""
        letters = page.locator(".matrix-table thead tr").evaluate(ends)
        numbers = [
            found for row in page.locator(".matrix-table tbody tr").all() for found in [row.evaluate(ends)]
        ]
        for row in numbers:
            shown = [(a, b) for a, b in zip(letters, row, strict=True) if b]
            assert shown and all(abs(a - b) < 2 for a, b in shown), (language, letters, row)


def test_a_word_without_end_stays_on_a_phone(browser: Any, address: str) -> None:
    """An address in a passage that differs is broken, not cut at the edge."""
    page = _page(browser, [], viewport={"width": 320, "height": 640})
    page.goto(f"{address}/a/events/bridge-falls/")
    page.evaluate(
        f"document.querySelector('.passage-text p').append(Object.assign(document.createElement('u'), {{textContent: '{'x' * 90}'}}))"
    )
    edges = "[...document.querySelectorAll('.passage-text, .passage-text *')].map(node => node.getBoundingClientRect().right)"
    assert max(page.evaluate(edges)) <= 320


def test_an_article_prints(browser: Any, address: str) -> None:
    """The text goes to paper without navigation."""
    page = _page(browser, [])
    page.goto(f"{address}/a/articles/a1-slug/")
    page.emulate_media(media="print")
    assert not page.locator(".masthead-nav").is_visible()
    assert page.locator(".text").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_opened_from_a_disk_a_folder_leads_to_its_page(browser: Any, folder: Path) -> None:
    """No server is needed to read; style and links work."""
    page = _page(browser, [])
    page.goto((folder / "a" / "index.html").as_uri())
    page.click("nav a:has-text('Events')")
    page.wait_for_url("**/events/index.html")
    page.click("a:has-text('Alder bridge falls')")
    page.wait_for_url("**/bridge-falls/index.html")
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"
