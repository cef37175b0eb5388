"""The gold of real events: positions laid on texts that stand outside the project."""

import json
from pathlib import Path

import pytest

from benchmarks.comparison_gold import GOLD, HALVES, GoldError, digest, real_events
from benchmarks.comparison_scores import score
from benchmarks.linking_data import article
from tests.make import a_linking_set, linking_records

TEXT = {
    "a": "A ferry  sank off Norham.\n\nThree sailors died. “We saw it go,” Jane Doe said.",
    "b": "A ferry sank off Norham on Monday.\nThree sailors died, the coast guard said.",
}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return a_linking_set(tmp_path, TEXT)


def _gold(folder: Path, **changed: str) -> Path:
    bodies = {r["id"]: article(r) for r in linking_records(TEXT)}
    text = {id: "\n".join(b.text for b in made.blocks) for id, made in bodies.items()}

    def at(id: str, wanted: str) -> list[int]:
        start = text[id].index(wanted)
        return [start, start + len(wanted)]

    three = [at(id, "Three") for id in TEXT]
    event = {
        "name": "ferry",
        "kind": "disaster",
        "half": "kept",
        "set": "galaxy",
        "articles": {k: {"id": i, "digest": digest(bodies[i])} | changed for k, i in zip("AB", TEXT, strict=True)},
        "quotes": [{"speaker": "Doe", "at": {"A": [at("a", "We saw it go,")]}}],
        "figures": [{"status": "same", "at": {"A": [three[0]], "B": [three[1]]}}],
        "traps": [],
        "unique": [],
    }  # fmt: skip
    path = folder / "gold.json"
    path.write_text(json.dumps([event]), encoding="utf-8")
    return path


def test_a_position_is_laid_on_the_paragraph_where_it_stands(shared: Path) -> None:
    (half, gold), *_ = real_events(shared, _gold(shared))
    assert half == "kept"
    assert gold.quotes == [("Doe", {"a": (("p2", 21, 34),)})]


def test_what_is_found_is_scored_by_its_place(shared: Path) -> None:
    (_, gold), *_ = real_events(shared, _gold(shared))
    errors: list[str] = []
    tallies = score(gold, errors)
    assert not errors
    assert (tallies["quotes: speaker"].right, tallies["figures: linked pairs"].right) == (1, 1)


def test_a_text_that_was_not_annotated_is_refused(shared: Path) -> None:
    with pytest.raises(GoldError, match="ferry: article a is not the text that was annotated"):
        real_events(shared, _gold(shared, digest="0"))


def test_an_article_that_the_set_lacks_is_named(shared: Path) -> None:
    with pytest.raises(GoldError, match="ferry: galaxy has no article x"):
        real_events(shared, _gold(shared, id="x"))


def test_absent_texts_are_told_by_where_they_should_be(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"galaxy\.jsonl\.gz: absent"):
        real_events(tmp_path, _gold(tmp_path))


def test_the_gold_of_the_project_holds_no_words_of_an_article() -> None:
    for event in json.loads(GOLD.read_text(encoding="utf-8")):
        assert event["half"] in HALVES
        places = [
            p
            for row in (*event["quotes"], *(event["figures"] or ()))
            for spans in row["at"].values()
            for p in spans
        ]
        assert all(type(x) is int for place in places for x in place)
        assert all(len(quote["speaker"]) < 40 for quote in event["quotes"])
