"""Invented events in French, Arabic, German and Spanish, and what their comparison says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from site_gen.compare import comparison
from site_gen.language import fold
from site_gen.model import Comparison
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event

EVENTS = tomllib.loads(
    (Path(__file__).parents[1] / "fixtures" / "languages" / "compared.toml").read_text(encoding="utf-8")
)["events"]
LEAST = {"headings": 0.6, "figures": 0.6, "quotes": 0.65, "told": 0.65}
"""Shares of what the gold of one event says that are reached."""


def compared(event: dict[str, Any]) -> Comparison:
    articles = tuple(
        an_article(text, id=f"a{n}", source=f"Outlet {n}", language=event["language"])
        for n, text in enumerate(event["articles"])
    )
    return comparison(an_event(articles), articles, settings=CompareSettings())[0]


def plain(text: str) -> str:
    return " ".join(fold(text).translate(str.maketrans("\"'›‹", "    ")).split()).strip(" .,;،-")


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: str(e["name"]))
def test_figures_are_headed_and_linked_as_the_gold_says(event: dict[str, Any]) -> None:
    """A heading may say more behind a space or colon; numbers of one figure stand together, agreeing or not."""
    figures = compared(event).figures
    headings = {m.text: plain(f.counts) for f in figures for m in f.mentions}
    right = [
        f"{headings.get(n, '')} ".replace(":", " ").startswith(f"{plain(h)} ") for h, n in event["headings"]
    ]
    assert share(right) >= LEAST["headings"], (headings, right)
    made = {(f.status, *sorted(plain(m.text) for m in f.mentions)) for f in figures}
    linked = [(s, *sorted(map(plain, numbers))) in made for s, *numbers in event["figures"]]
    assert share(linked) >= LEAST["figures"], (made, linked)


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: str(e["name"]))
def test_quotations_are_linked_and_what_one_tells_is_found_as_the_gold_says(event: dict[str, Any]) -> None:
    """The words of one speaker in as many reports as have them; a sentence that one report alone has."""
    result = compared(event)
    linked = [
        any(
            plain(words) in plain(m.text) and len({x.article for x in q.mentions}) == reports
            for q in result.quotes
            for m in q.mentions
        )
        for _speaker, words, reports in event["quotes"]
    ]
    assert share(linked) >= LEAST["quotes"], (result.quotes, linked)
    told = {(u.article, plain(u.text)) for u in result.unique}
    found = [any(a == f"a{n}" and plain(words) in t for a, t in told) for n, words in event["told"]]
    assert share(found) >= LEAST["told"], (told, found)
