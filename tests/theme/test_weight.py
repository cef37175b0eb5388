"""What a first visit loads, fonts apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pages import ARTICLE_KB, EVENT_KB, fullest, twenty_outlets, weigh

from .sample import Sample


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
