"""Cases of heads and feet that a librarian can write (``heads.toml``, ``houses.toml``), and what is asked of each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from site_gen.model import Article

_HERE = Path(__file__).parent


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


STORIES: dict[str, list[str]] = _table("heads.toml")["stories"]
"""Three paragraphs of one report in each language."""


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table."""
    found: list[dict[str, Any]] = _table(name)["heads"]
    return found


def named(case: dict[str, Any]) -> str:
    """The first words of a case, for the list of tests."""
    return str(case["head"]).split("\n")[0][:40]


def scrape(case: dict[str, Any]) -> str:
    """Head, report and foot as a scraper leaves them."""
    first, *more = STORIES[case["language"]]
    foot = [case["foot"]] if "foot" in case else []
    return "\n\n".join((case["head"], case.get("dateline", "") + first, *more, *foot)) + "\n"


def check(article: Article, case: dict[str, Any]) -> None:
    """An article has the fields that the case names, its language, and the whole report."""
    expected = {**case["expected"], **dict.fromkeys(case.get("none", ()))}
    assert {name: value for name, value in _told(article).items() if name in expected} == expected
    assert article.language.value == case["language"]
    assert all(paragraph[60:] in article.text() for paragraph in STORIES[case["language"]])


def _told(article: Article) -> dict[str, Any]:
    return {
        "title": article.title.value,
        "source": article.source.value if article.source else None,
        "agency": article.agency.value if article.agency else None,
        "authors": [author.value for author in article.authors],
        "contributors": [list(filter(None, (c.name, c.place))) for c in article.contributors],
        "place": article.place.value if article.place else None,
        "date": article.published.value[:10] if article.published else None,
        "section": article.section.value if article.section else None,
    }
