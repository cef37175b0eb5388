"""Events in German and in Spanish, from scrapes to what their pages say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from site_gen.describe.names import find_names
from site_gen.model import Block

from .conftest import Built, an_archive, build

EVENTS = tomllib.loads(
    (Path(__file__).parents[1] / "fixtures" / "languages" / "events.toml").read_text(encoding="utf-8")
)["events"]
NUMBERED = pytest.mark.parametrize("event", EVENTS, ids=lambda e: f"{e['language']} {e['day']}")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The archive of all of them; the outlets are supplied, all else is found."""
    folder = tmp_path_factory.mktemp("languages")
    files, rows = {}, ["path,source"]
    for event in EVENTS:
        for number, article in enumerate(event["articles"], 1):
            path = f"captures/{event['day']}-{number}.txt"
            files[path] = article["text"].lstrip()
            rows.append(f"{path},{article['outlet']}")
    files["metadata.csv"] = "\n".join(rows) + "\n"
    return build(an_archive(folder / "content", files), folder / "build")


def _articles(built: Built, event: dict[str, Any]) -> list[dict[str, Any]]:
    """The records of an event's articles, in the order of the gold."""
    by_path = {a["capture"]["path"]: a for a in built.records("articles")}
    return [by_path[f"captures/{event['day']}-{n}.txt"] for n in range(1, len(event["articles"]) + 1)]


@NUMBERED
def test_the_reports_are_one_event_on_its_day(built: Built, event: dict[str, Any]) -> None:
    """One of them bears no date: its weekday is that of the others."""
    ids = {str(a["id"]) for a in _articles(built, event)}
    (found,) = [e for e in built.records("events") if ids & set(e["articles"])]
    assert (set(found["articles"]), found["date"]["value"]) == (ids, event["day"])


@NUMBERED
def test_authors_days_and_subjects_are_read(built: Built, event: dict[str, Any]) -> None:
    """What the capture does not tell is unknown, or about the event's day."""
    for article, gold in zip(_articles(built, event), event["articles"], strict=True):
        assert article["language"]["value"] == event["language"]
        assert [a["value"] for a in article["authors"]] == ([gold["author"]] if "author" in gold else [])
        day = gold["published"] if "published" in gold else f"{event['day']}~"
        assert article["published"]["value"].split("T")[0] == day
        assert event["subject"] in article["topics"]


@NUMBERED
def test_people_are_named_and_nothing_else_is_a_person(built: Built, event: dict[str, Any]) -> None:
    """Nouns with capitals, offices and places are none."""
    found = set()
    for article in _articles(built, event):
        told = (b for b in article["body"] if b["kind"] == "paragraph")
        blocks = tuple(Block(b["id"], "paragraph", b["text"], (0, len(b["text"]))) for b in told)
        found |= {n.name for n in find_names(blocks, event["language"]) if n.kind == "person"}
    assert found == set(event["people"])


@NUMBERED
def test_quotations_have_their_speakers(built: Built, event: dict[str, Any]) -> None:
    """Also where only the surname stands beside the words."""
    ids = {str(a["id"]) for a in _articles(built, event)}
    found = {
        (q["speaker"]["name"] if q["speaker"] else None, m["text"])
        for q in built.records("quotes")
        for m in q["mentions"]
        if m["article"] in ids
    }
    assert {tuple(pair) for pair in event["quotes"]} <= found


@NUMBERED
def test_figures_of_two_reports_are_set_side_by_side(built: Built, event: dict[str, Any]) -> None:
    """With whether they differ, however they are written."""
    ids = {str(a["id"]) for a in _articles(built, event)}
    found = [
        (f["status"], {m["text"].casefold() for m in f["mentions"]})
        for f in built.records("figures")
        if {m["article"] for m in f["mentions"]} <= ids
    ]
    for status, one, other in event["figures"]:
        wanted = {one.casefold().split()[0], other.casefold().split()[0]}
        assert any(
            s == status and all(any(t.startswith(w) for t in texts) for w in wanted) for s, texts in found
        )
