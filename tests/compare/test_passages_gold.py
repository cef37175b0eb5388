"""How shared wording is scored against positions in the texts of real events."""

import json
from pathlib import Path

import pytest

from benchmarks.comparison_gold import GoldError, digest
from benchmarks.comparison_passages import GOLD, HALVES, scores, table
from benchmarks.linking_data import article
from tests.make import a_linking_set, linking_records

COPY = (
    "The last ferry left the burning pier with two hundred people aboard shortly before midnight on Sunday."
)
SAID = "“We counted every lamp along the quay and not a single one of them was burning that night,” Jane Doe said."
TEXT = {
    "a": f"NORHAM (Reuters) - {COPY}\n{SAID}\nA fog came down.",
    "b": f"It was a bad night. {COPY}\nNobody sang, for the wind was too loud and the band had gone home early that day.\nA witness: {SAID}",
}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return a_linking_set(tmp_path, TEXT)


def _gold(folder: Path, wanted: list[tuple[str, str]], **changed: str) -> Path:
    made = {r["id"]: article(r) for r in linking_records(TEXT)}
    text = {id: "\n".join(b.text for b in m.blocks) for id, m in made.items()}
    rows = [
        {"kind": kind, "agency": ["Reuters"] if kind == "copy" else [None]}
        | {"at": {k: [text[i].index(said), text[i].index(said) + len(said)] for k, i in zip("AB", TEXT, strict=True)}}
        for kind, said in wanted
    ]  # fmt: skip
    event = {
        "name": "ferry",
        "half": "work",
        "set": "galaxy",
        "articles": {
            k: {"id": i, "digest": digest(made[i])} | changed for k, i in zip("AB", TEXT, strict=True)
        },
        "passages": rows,
    }
    path = folder / "gold.json"
    path.write_text(json.dumps([event]), encoding="utf-8")
    return path


def test_found_passages_are_counted_by_characters_and_by_what_the_page_lists(shared: Path) -> None:
    """The copy is listed and credited, the quotation found but not listed."""
    path = _gold(shared, [("copy", COPY), ("quote", SAID)])
    _, (_, found) = (*scores(shared, errors := [], ("work",), path),)
    assert (found.passages.right, found.passages.covered, found.passages.wanted) == (2, 2, 2)
    assert dict(found.listed) == {"copy": 1} and found.agencies["right"] == 1
    assert errors == [] and max(found.own) < 0.001
    assert "| by passages | 1.00 / 1.00 (2) |" in table([("work", found)])


def test_what_the_gold_does_not_know_is_wrong_and_what_we_lack_is_missed(shared: Path) -> None:
    (_, found), _ = scores(
        shared, errors := [], ("work",), _gold(shared, [("quote", SAID), ("copy", "night")])
    )
    assert (found.passages.right, found.passages.found, found.passages.wanted) == (1, 2, 2)
    assert found.listed["none"] == 1 and len(errors) > 2


def test_another_text_than_the_one_that_was_read_is_refused(shared: Path) -> None:
    with pytest.raises(GoldError):
        scores(shared, [], ("work",), _gold(shared, [], digest="0"))


def test_the_gold_holds_positions_and_no_text() -> None:
    """Both halves, and no word longer than an id."""
    events = json.loads(GOLD.read_text(encoding="utf-8"))
    assert {e["half"] for e in events} == set(HALVES)
    assert all(set(p) <= {"kind", "at", "agency"} for e in events for p in e["passages"])
