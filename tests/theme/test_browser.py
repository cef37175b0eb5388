"""Readers' journeys in a real browser, over the pages of the shelf served from a folder."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.render.conftest import THEME, render_all
from tests.render.shelf import a_shelf

pytestmark = pytest.mark.browser


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _write(folder: Path, language: str = "en") -> None:
    for path, data in render_all(a_shelf(), language=language).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    shutil.copytree(THEME / "static", folder / "theme")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder, with its search index, below another folder as on a shared host."""
    root = tmp_path_factory.mktemp("host")
    _write(root / "a")
    _write(root / "ar", "ar")
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(root / "a"),
        "--output-subdir",
        "pagefind",
        "--quiet",
    ]
    subprocess.run(command, check=True, capture_output=True)
    return root


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The address of a server over it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def _page(browser: Any, faults: list[str], **options: object) -> Any:
    page = browser.new_context(**options).new_page()
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


def test_search_an_article_by_keyboard_and_come_back(browser: Any, address: str) -> None:
    """Type, step to a result, open it at its paragraph, go back to the same search; the policy lets all of it run."""
    faults: list[str] = []
    page = _page(browser, faults)
    page.goto(f"{address}/a/")
    page.fill("input[type=search]", "harbour")
    page.keyboard.press("Enter")
    page.wait_for_selector(".found-list a")
    assert "1 result" in page.inner_text("[role=status]")
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/a2-slug/**")
    assert page.url.endswith("/a/articles/a2-slug/#p2")
    page.go_back()
    page.wait_for_selector(".found-list a")
    assert page.input_value("#q") == "harbour"
    assert not faults


def test_a_facet_narrows_and_the_address_holds_it(browser: Any, address: str) -> None:
    """Counts stand beside the values; a reload keeps the choice."""
    page = _page(browser, [])
    page.goto(f"{address}/a/search/?q=bridge")
    page.wait_for_selector(".facet input")
    page.locator("details[data-name=outlet] label", has_text="The Lantern").locator("input").check()
    page.wait_for_url("**outlet=The+Lantern**")
    page.reload()
    page.wait_for_selector(".found-list a")
    assert set(page.locator(".found-list .article-line-meta b").all_inner_texts()) == {"The Lantern"}


def test_nothing_found_says_what_to_try(browser: Any, address: str) -> None:
    """Advice is shown, and said to those who hear the page."""
    page = _page(browser, [])
    page.goto(f"{address}/a/search/?q=zzzzqq")
    page.wait_for_selector(".found-advice:not([hidden])")
    assert page.inner_text("[role=status]") == "Nothing found."


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
def test_no_page_is_wider_than_a_small_phone(browser: Any, address: str, scheme: str, language: str) -> None:
    """320 pixels, light and dark, in both directions; no fault is logged."""
    faults: list[str] = []
    page = _page(browser, faults, viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for path in (
        "", "articles/a1-slug/", "articles/a4-slug/", "articles/a1-slug/original/", "events/bridge-falls/",
        "events/bridge-falls/compare/a1-slug--a2-slug/", "topics/", "sources/", "dates/1931/", "data/", "made/",
    ):  # fmt: skip
        page.goto(f"{address}/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert not faults


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
