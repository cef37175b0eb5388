"""What a first visit loads, fonts apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.pages import ARTICLE_KB, EVENT_KB, fullest, twenty_outlets, weigh

from .sample import Sample, served


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An event that twenty outlets report, who all share wording with one another."""
    return twenty_outlets(tmp_path_factory.mktemp("twenty"))


def test_an_article_is_light(english: Sample, twenty: Path) -> None:
    """The fullest of the sample archive, and one that has nineteen others beside it."""
    for site in (english.folder, twenty):
        assert weigh(site, fullest(site, "articles/*/index.html"))["sum"] <= ARTICLE_KB * 1000


def test_an_event_of_twenty_outlets_is_light(twenty: Path) -> None:
    """They are one event, and its page has them all."""
    page = fullest(twenty, "events/*/index.html")
    assert (twenty / page / "index.html").read_text(encoding="utf-8").count('class="coverage-outlet"') == 20
    assert weigh(twenty, page)["sum"] <= EVENT_KB * 1000


@pytest.mark.browser
def test_a_phone_paints_in_our_faces_from_the_page_and_one_style_sheet(browser: Any, english: Sample) -> None:
    """No file of a font is asked for, and the text and the headings are drawn in those that the style sheet holds."""
    sizes = {"viewport": {"width": 390, "height": 844}}
    with served(english.folder) as address:
        for at in (
            "",
            fullest(english.folder, "events/*/index.html"),
            fullest(english.folder, "articles/*/index.html"),
        ):
            page = browser.new_context(**sizes).new_page()
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))  # noqa: B023
            page.goto(f"{address}/{at}", wait_until="networkidle")
            assert sorted(
                name for name in asked if name not in ("", "icon.svg") and "base64" not in name
            ) == [
                "site.css",
                "site.js",
            ], at
            assert page.evaluate("document.fonts.check('1em \"Broadsheet Text\"', 'Mont Pelée')")
            loaded = "[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)"
            assert "Broadsheet Basic" in {name.strip('"') for name in page.evaluate(loaded)}
            page.context.close()
