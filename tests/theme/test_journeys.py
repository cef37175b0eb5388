"""Readers' ways through the sample archive in a real browser, under the headers of netlify.toml.

By keyboard alone from a search to a quoted paragraph and back; the same without JavaScript; on a phone, dark, from right
to left; onto paper. And for every kind of page: nothing is asked of another host, and the policy stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from .sample import KINDS, Sample

pytestmark = pytest.mark.browser

NAME = "Rostron"
"""A captain of the sample's Titanic."""
MANY_TABS = 400


@contextmanager
def reading(browser: Any, host: str, **options: object) -> Iterator[tuple[Any, list[str]]]:
    """A page, and what happened that should not: errors, requests to others, what the policy stopped."""
    faults: list[str] = []
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            faults.append(asked.url) if not asked.url.startswith((host, "data:", "blob:")) else None
        ),
    )
    try:
        yield page, faults
    finally:
        context.close()


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until an element of this kind has the focus."""
    for _ in range(MANY_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no {selector} is reached by keyboard on {page.url}")


def is_soon(page: Any, condition: str) -> bool:
    """Whether a condition holds within five seconds: pages scroll smoothly. The policy of the site forbids to wait in the page."""
    for _ in range(50):
        if page.evaluate(condition):
            return True
        page.wait_for_timeout(100)
    return False


def test_by_keyboard_from_a_search_to_a_quoted_paragraph_and_back(
    browser: Any, hosts: dict[str, str]
) -> None:
    """Home, a name, the event of a result, a quote's paragraph, and back to the same search."""
    with reading(browser, hosts["en"]) as (page, faults):
        page.goto(hosts["en"])
        tab_to(page, "input[type=search]")
        page.keyboard.type(NAME)
        page.keyboard.press("Enter")
        page.wait_for_selector(".found-list a")
        searched = page.url
        tab_to(page, ".found-list a[href*='/events/']")
        page.keyboard.press("Enter")
        page.wait_for_selector("#quoted .ref")
        tab_to(page, "#quoted a.ref")
        page.keyboard.press("Enter")
        page.wait_for_selector(".block:target")
        assert re.search(r"/articles/[^/]+/#p\d+$", page.url)
        assert is_soon(
            page, "document.querySelector('.block:target').getBoundingClientRect().top < innerHeight"
        )
        page.go_back()
        page.wait_for_selector("#quoted")
        page.go_back()
        page.wait_for_selector(".found-list a")
        assert page.url == searched and NAME in page.input_value("input[type=search]")
        assert faults == []


def test_without_javascript_the_indexes_lead_to_the_same_paragraph(
    browser: Any, hosts: dict[str, str]
) -> None:
    """Home, people, a name, an event, a quote's paragraph, and back."""
    with reading(browser, hosts["en"], java_script_enabled=False) as (page, faults):
        page.goto(hosts["en"])
        page.click("nav a:has-text('Topics')")
        page.click(f"main a:has-text('{NAME}')")
        page.click("main .event-card-title a")
        page.click("#quoted a.ref")
        assert re.search(r"/articles/[^/]+/#p\d+$", page.url)
        page.go_back()
        assert page.is_visible("#quoted")
        page.goto(f"{hosts['en']}search/")
        assert page.is_visible("nav.indexes a")
        assert faults == []


def test_on_a_phone_in_the_dark_from_right_to_left(
    browser: Any, hosts: dict[str, str], samples: dict[str, Sample]
) -> None:
    """The event page mirrors, darkens, fits, and leads to its articles by touch."""
    options = {
        "viewport": {"width": 360, "height": 740},
        "color_scheme": "dark",
        "has_touch": True,
        "is_mobile": True,
    }
    with reading(browser, hosts["ar"], **options) as (page, faults):
        page.goto(hosts["ar"] + samples["ar"].kinds["event"])
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        light = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        assert max(light) < 60
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        mark, text = (
            page.locator(f".coverage li:first-child {part}").bounding_box()
            for part in (".mark", ".coverage-what")
        )
        assert mark["x"] > text["x"]
        page.tap(".coverage-title a")
        page.wait_for_selector("article.story")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert faults == []


def test_an_article_and_an_event_go_to_paper(browser: Any, hosts: dict[str, str], english: Sample) -> None:
    """A few pages of PDF: text, record and citation, without the ways of the screen."""
    with reading(browser, hosts["en"]) as (page, faults):
        for kind, most in (("article", 5), ("event", 14)):
            page.goto(hosts["en"] + english.kinds[kind])
            page.emulate_media(media="print")
            assert not page.is_visible(".masthead-nav") and not page.is_visible(".foot")
            assert page.is_visible("h1") and page.is_visible(".cite-text")
            paper = page.pdf(prefer_css_page_size=True)
            assert paper.startswith(b"%PDF") and 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= most
            page.emulate_media(media="screen")
        assert faults == []


def test_what_an_event_page_folds_is_on_paper(browser: Any, hosts: dict[str, str], english: Sample) -> None:
    """Closed on the screen, laid out in print without a script; only the table that repeats the picture is not."""
    folds = "[...document.querySelectorAll('.event-main .fold:not([open])')].filter(fold => !fold.closest('.matrix-box'))"
    heights = f"{folds}.map(fold => fold.lastElementChild.getBoundingClientRect().height)"
    with reading(browser, hosts["en"]) as (page, faults):
        page.goto(hosts["en"] + english.kinds["event"])
        closed = page.evaluate(f"{folds}.length")
        page.emulate_media(media="print")
        assert closed and all(height > 0 for height in page.evaluate(heights))
        assert page.evaluate("getComputedStyle(document.querySelector('.event-body')).display") == "block"
        assert faults == []


def test_a_citation_and_the_address_of_a_paragraph_are_copied(
    browser: Any, hosts: dict[str, str], english: Sample
) -> None:
    """A button beside each citation; a click on a paragraph's number."""
    permissions = ["clipboard-read", "clipboard-write"]
    with reading(browser, hosts["en"], permissions=permissions) as (page, faults):
        page.goto(hosts["en"] + english.kinds["article"])
        page.click(".cite-styles .copy >> nth=0")
        page.wait_for_selector(".copied:not(:empty)")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.endswith(".") and page.inner_text("h1")[:20] in copied
        page.click("#p3 .block-number")
        page.wait_for_function("navigator.clipboard.readText().then((text) => text.endsWith('#p3'))")
        assert faults == []


def test_no_kind_of_page_asks_another_host_or_breaks_the_policy(
    browser: Any, hosts: dict[str, str], english: Sample
) -> None:
    """Each is opened with scripts on; every request goes to the host it came from, and nothing is reported."""
    with reading(browser, hosts["en"]) as (page, faults):
        for kind in KINDS:
            page.goto(hosts["en"] + english.kinds[kind])
        assert faults == []


def test_an_article_leads_to_its_former_versions_wherever_it_is_listed(english: Sample) -> None:
    """Lists have the latest capture alone: its outlet's page, its day, its event and story say that there is another, and where."""
    lists = [page for page in english.pages if "#versions-title" in english.read(page)]
    for kind in ("sources/", "dates/", "events/", "stories/", "articles/index.html"):
        assert any(page.startswith(kind) for page in lists)
    for page in lists:
        for address in re.findall(r'href="([^"]+)#versions-title"', english.read(page)):
            there = (english.folder / page).parent / address / "index.html"
            assert 'id="versions-title"' in there.read_text(encoding="utf-8")


def test_the_data_page_says_how_many_records_each_file_has(english: Sample) -> None:
    """Also where rights hold texts back, and of outlets without an article; remarks are complete last, and not counted."""
    files = re.findall(
        r'data/([a-z]+)\.jsonl">.*?<span class="count">(?:(\d+) records?)?', english.read("data/index.html")
    )
    lines = {path.stem: path.read_bytes().count(b"\n") for path in (english.folder / "data").glob("*.jsonl")}
    assert {name for name, _said in files} == set(lines)
    assert {name: said for name, said in files if said} == {
        name: str(number) for name, number in lines.items() if name != "findings"
    }
