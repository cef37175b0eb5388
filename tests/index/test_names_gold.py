"""How names are scored against positions in the texts of real events."""

import json
from pathlib import Path

import pytest

from benchmarks.comparison_gold import GoldError, digest
from benchmarks.linking_data import article
from benchmarks.names import GOLD, HALVES, events, score
from tests.make import a_linking_set, linking_records

TEXT = {
    "a": "President Omar al-Hadidi met Ada Brink in Norham on Monday.\nHadidi said nothing.",
    "b": "Hadidi met Ada Brink, a lawyer.",
}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder with the two articles."""
    return a_linking_set(tmp_path, TEXT)


def _gold(folder: Path, names: list[tuple[str, list[str]]], **changed: str) -> Path:
    made = {r["id"]: article(r) for r in linking_records(TEXT)}
    text = {id: "\n".join(b.text for b in m.blocks) for id, m in made.items()}
    rows = [
        {
            "kind": [kind],
            "at": {
                k: [[text[i].index(f), text[i].index(f) + len(f)] for f in forms if f in text[i]]
                for k, i in zip("AB", TEXT, strict=True)
            },
        }
        for kind, forms in names
    ]
    known = {
        k: {"id": i, "digest": digest(made[i]), "until": len(text[i])} | changed
        for k, i in zip("AB", TEXT, strict=True)
    }
    event = {"name": "met", "half": HALVES[0], "set": "galaxy", "articles": known, "names": rows}
    path = folder / "gold.json"
    path.write_text(json.dumps([event]), encoding="utf-8")
    return path


def test_forms_of_one_name_are_counted_as_pairs_and_the_rest_as_no_names(shared: Path) -> None:
    """A surname of two articles beside the full name; a person whom the gold does not know."""
    (event,) = events(shared, _gold(shared, [("person", ["Omar al-Hadidi", "\nHadidi"])]))
    found = score(event, errors := [])
    assert (found.merged, found.wrong_names, found.missed) == (1, 0, 0)
    assert found.no_names > 0 and any("Ada Brink" in e for e in errors)


def test_two_names_under_one_topic_are_a_wrong_merge(shared: Path) -> None:
    """The gold says that the surname means another."""
    gold = _gold(shared, [("person", ["Omar al-Hadidi"]), ("person", ["\nHadidi"])])
    (event,) = events(shared, gold)
    assert score(event, []).wrong_names == 1


def test_another_text_than_the_one_that_was_read_is_refused(shared: Path) -> None:
    """By its digest."""
    with pytest.raises(GoldError):
        events(shared, _gold(shared, [], digest="0"))


def test_the_gold_holds_positions_and_no_text() -> None:
    """All lots, and nothing of a name but where it stands."""
    rows = json.loads(GOLD.read_text(encoding="utf-8"))
    assert {row["half"] for row in rows} == set(HALVES)
    assert all(set(name) == {"kind", "at"} for row in rows for name in row["names"])
