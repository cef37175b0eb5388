"""The gold of flags that were read, and what is learned from it."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.comparison_events import SHARED
from benchmarks.comparison_gold import GoldError, digest, real_events
from benchmarks.learn_flags import BATCHES, GOLD, NEAR, Flag, learned, left, main, read_flags, table
from benchmarks.linking_data import article
from site_gen.compare.figures.surely import WEIGHTS
from tests.make import a_linking_set, linking_records

TEXT = {
    "a": "A ferry sank off Norham.\nThree sailors died in the wreck. The band has 12 members.",
    "b": "A ferry sank off Norham.\nFive sailors died in the wreck. The band has 12 members.",
}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return a_linking_set(tmp_path, TEXT)


def _gold(folder: Path, *flags: tuple[str, str, str], **changed: str) -> Path:
    """The gold of one event with these labels and numbers."""
    made = {k: article(r) for k, r in zip("AB", linking_records(TEXT), strict=True)}
    text = {k: "\n".join(b.text for b in m.blocks) for k, m in made.items()}

    def at(k: str, number: str) -> list[list[int]]:
        return [[text[k].index(number), text[k].index(number) + len(number)]]

    event = {
        "name": "ferry",
        "half": "work",
        "set": "galaxy",
        "articles": {k: {"id": m.id, "digest": digest(m)} | changed for k, m in made.items()},
        "figures": [{"status": label, "at": {"A": at("A", a), "B": at("B", b)}} for label, a, b in flags],
    }
    path = folder / "gold.json"
    path.write_text(json.dumps([event | {"quotes": [], "traps": [], "unique": []}]), encoding="utf-8")
    return path


def test_a_flag_is_read_with_its_label_and_the_measures_of_its_numbers(shared: Path) -> None:
    """Three and five dead sailors: the words beside them are alike, and both tell what people suffered."""
    (flag,) = read_flags(shared, _gold(shared, ("right", "Three", "Five")))
    assert (flag.batch, flag.event, flag.label) == ("work", "ferry", "right")
    assert flag.likest is not None
    told = dict(zip(WEIGHTS, flag.likest, strict=True))
    assert told["near"] > 0.5 and told["bodily"] == 1 and told["percent"] == 0


def test_numbers_that_agree_are_not_weighed(shared: Path) -> None:
    """They were flagged for their times."""
    assert read_flags(shared, _gold(shared, ("wrong", "12", "12"))) == []


def test_another_text_than_the_one_that_was_read_is_refused(shared: Path) -> None:
    with pytest.raises(GoldError, match="is not the text that was annotated"):
        read_flags(shared, _gold(shared, ("right", "Three", "Five"), digest="0"))


def test_an_article_may_be_of_another_set_than_its_event(shared: Path) -> None:
    with pytest.raises(GoldError, match="absent"):
        read_flags(shared, _gold(shared, ("right", "Three", "Five"), set="ecb"))


def _flag(event: int, label: str, near: float, batch: str = "work", **measures: float) -> Flag:
    """A flag of one pair of which nothing speaks but the words beside its numbers and these measures."""
    row = tuple((measures | {"near": near}).get(name, 0.0) for name in WEIGHTS)
    return Flag(batch, str(event), label, ((0.5, row),))


ALIKE = [_flag(n, "right", 0.8 + n / 100, BATCHES[n % 2]) for n in range(10)]
UNLIKE = [_flag(10 + n, "wrong", 0.2 - n / 100, BATCHES[n % 2]) for n in range(30)]


def test_what_tells_right_flags_from_wrong_ones_is_learned() -> None:
    """And what never varies is worth nothing."""
    bias, *weights = learned([*ALIKE, *UNLIKE])
    assert bias < -1 and weights[NEAR] > 3
    assert all(abs(w) < 1e-6 for n, w in enumerate(weights) if n != NEAR)


def test_a_doubtful_flag_teaches_nothing() -> None:
    known = [*ALIKE, *UNLIKE]
    assert learned([*known, *(_flag(50, "doubtful", 0.1) for _ in range(20))]) == learned(known)


@pytest.mark.parametrize("by", ["event", "batch"])
def test_what_is_left_out_is_judged_by_what_the_others_taught(by: str) -> None:
    """Right ones stay and wrong ones go; those that alone speak for their own kind are not shown, for they do not teach themselves."""
    own = [_flag(50, "right", 0.0, BATCHES[2], percent=1.0) for _ in range(20)]
    known = [*ALIKE, *UNLIKE, *own]
    assert own[0].is_shown(learned(known))
    assert set(left(known, by)) == set(ALIKE)


def test_right_and_wrong_are_counted_by_batch() -> None:
    rows = table([*ALIKE, *UNLIKE]).splitlines()
    assert rows[2].startswith("| work | 5 / 15 |") and rows[2].endswith("| 5 / 0 | 5 / 0 | 5 / 0 |")
    assert rows[-1].startswith("| all | 10 / 30 |")


def test_absent_texts_are_told_by_where_they_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["learn_flags", "--shared", str(tmp_path)])
    with pytest.raises(SystemExit, match=r"jsonl\.gz: absent; the texts of the real events are not part"):
        main()


def test_the_gold_holds_positions_and_no_text() -> None:
    """Each flag in two articles at least, and nothing of it but its label and where it stands."""
    events = json.loads(GOLD.read_text(encoding="utf-8"))
    assert {e["half"] for e in events} == set(BATCHES)
    assert len({e["name"] for e in events}) == len(events)
    for flag in (f for e in events for f in e["figures"]):
        assert set(flag) == {"status", "at"} and flag["status"] in ("right", "wrong", "doubtful")
        assert len(flag["at"]) > 1
        assert all(type(x) is int for spans in flag["at"].values() for span in spans for x in span)


def test_each_number_of_the_gold_lies_within_one_paragraph_of_its_text() -> None:
    if not (SHARED / "data" / "linking").is_dir():
        pytest.skip("../shared/data/linking is not here")
    wanted = json.loads(GOLD.read_text(encoding="utf-8"))
    for event, (_, gold) in zip(wanted, real_events(SHARED, GOLD), strict=True):
        for flag, (_, laid) in zip(event["figures"], gold.figures, strict=True):
            for spans, (places,) in zip(flag["at"].values(), laid.values(), strict=True):
                assert [high - low for _, low, high in places] == [high - low for low, high in spans]
