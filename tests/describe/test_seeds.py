"""The five real captures against their hand-made gold, where they lie beside the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_gen import describe, index
from site_gen.model import Article, Basis
from site_gen.settings import IndexSettings

from .captures import a_text, described

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
GOLD = SEEDS / "gold_cleaning.json"
pytestmark = pytest.mark.skipif(not GOLD.is_file(), reason="the real captures (../shared/seeds) are not here")


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Article, dict[str, Any]]]:
    """Each seed described from the gold's own roles, and its gold."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))["files"]
    return {name[:3]: (_described(name, gold[name]), gold[name]) for name in sorted(gold)}


def _described(name: str, gold: dict[str, Any]) -> Article:
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    roles = ((gold["roles"].get(str(n), "empty"), line) for n, line in enumerate(lines, 1))
    return described(a_text(*roles, id=name[:3]))[0]


def test_titles_are_those_of_the_gold(seeds: dict[str, tuple[Article, dict[str, Any]]]) -> None:
    """All five."""
    assert [a.title.value for a, _ in seeds.values()] == [g["title"] for _, g in seeds.values()]


def test_outlets_and_agencies_are_those_of_the_gold_traps_included(
    seeds: dict[str, tuple[Article, dict[str, Any]]],
) -> None:
    """Two captures say who they are, one only in what is cut; three do not, whatever they quote."""
    outlets = {k: a.source.value if a.source else None for k, (a, _) in seeds.items()}
    assert outlets == {k: g["source"]["display"] for k, (_, g) in seeds.items()}
    assert [a.agency.value if a.agency else None for a, _ in seeds.values()] == [
        "Reuters",
        None,
        None,
        None,
        None,
    ]
    assert [a.source.basis for a, _ in seeds.values() if a.source] == [Basis.INFERRED, Basis.STATED]


def test_contributors_and_credited_agencies_are_those_of_the_gold(
    seeds: dict[str, tuple[Article, dict[str, Any]]],
) -> None:
    """Names, roles, places."""
    for article, gold in seeds.values():
        assert [(c.name, c.role, c.place) for c in article.contributors] == [
            (c["name"], c["role"], c["place"]) for c in gold["contributors"]
        ]
        assert [a.value for a in article.credited_agencies] == [c["name"] for c in gold["credited_agencies"]]


def test_no_publication_date_is_claimed_and_every_clue_of_the_gold_is_found(
    seeds: dict[str, tuple[Article, dict[str, Any]]],
) -> None:
    """No file states a year."""
    assert [a.published for a, _ in seeds.values()] == [None] * 5
    kinds = {k: {c.kind for c in a.clues} for k, (a, _) in seeds.items()}
    assert "month_day" in kinds["001"]
    assert all("weekday" in kinds[k] for k in ("000", "002", "003", "004"))
    assert all("age_years" in kinds[k] for k in kinds)
    assert {2011} == {
        c.year for k in ("001", "003") for c in seeds[k][0].clues if c.kind == "since" and c.year != 2012
    }


def test_names_of_the_corpus_are_merged_and_none_wrongly(
    seeds: dict[str, tuple[Article, dict[str, Any]]],
) -> None:
    """One president, one United Nations, one Red Cross."""
    topics, _ = index.topics([describe.brief(a) for a, _ in seeds.values()], (), (), settings=IndexSettings())
    by_label = {t.label: t for t in topics}
    assert len(by_label["Bashar al-Assad"].articles) == 5
    assert {"Assad", "Bashar Assad"} <= set(by_label["Bashar al-Assad"].aliases)
    assert {"UN", "U.N."} <= set(by_label["United Nations"].aliases)
    assert sum("Red Cross" in t.label for t in topics) == 1
    assert sum("Assad" in t.label for t in topics) == 1
