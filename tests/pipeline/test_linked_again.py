"""Built again after an edit: only the neighbourhood of what was edited is linked anew, and what comes out is a fresh build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import Built, an_archive, build, text_of

STRIKE = (
    "Quarrymen at Upper Fennick laid down their tools on Monday over a cut of their night wages, the union of stoneworkers said.",
    "The owner, Fennick Granite, offered 340 crowns a week; the men ask for 395.",
    "“Nobody goes down that shaft for less than last year,” said Brannoc Tull, who speaks for the quarrymen.",
    "Carts stood empty at the gate of Upper Fennick, and the railway cancelled two stone trains to Kelso Bay.",
    "Fennick Granite employs 612 people in four quarries.",
    "The stoneworkers will vote again on Friday.",
)
FAIR = (
    "The autumn fair of Little Sorrel opened on Thursday with a prize for the heaviest pumpkin, which weighed 71 kilos.",
    "Its grower, Odile Marchbank, has won the prize four times since the fair came back to Little Sorrel.",
    "Children rode on the wooden horses until the lamps were put out.",
)
OUTLETS = ("post", "lantern", "courier")


def _report(title: str, sentences: tuple[str, ...], turn: int) -> str:
    return "\n\n".join((title, *sentences[turn:], *sentences[:turn]))


FILES = {
    **{f"captures/{name}/ship.txt": text_of(title, turn=turn) for turn, (name, title) in enumerate(zip(OUTLETS, ("Grain ship runs aground at Port Ansel", "Port Ansel closed by the Meridian", "Meridian aground: harbour shut"), strict=True))},
    **{f"captures/{name}/strike.txt": _report(title, STRIKE, turn) for turn, (name, title) in enumerate(zip(OUTLETS, ("Quarrymen strike at Upper Fennick", "Stoneworkers down tools over wages", "Fennick Granite quarries stand still"), strict=True))},
    "captures/post/fair.txt": _report("Giant pumpkin opens the fair of Little Sorrel", FAIR, 0),
    "archive.toml": "[publish]\nsearch = false\n",
    "metadata.csv": "path,source,published\npost/,The Quay Post,2020-10-06\nlantern/,The Lantern,2020-10-06\ncourier/,The Courier,2020-10-07\n",
}  # fmt: skip
METADATA = FILES["metadata.csv"]


@pytest.fixture
def as_if_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers take every archive for a large one, in which rarity counts in steps."""
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(
        "import site_gen.link.corpus\nsite_gen.link.corpus.LARGE_ARCHIVE = 0\n", "utf-8"
    )
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'start'}:{root}")


def _events(built: Built) -> dict[str, set[str]]:
    """The captures of each event, by its id."""
    keys = {article["id"]: article["capture"]["path"] for article in built.records("articles")}
    return {event["id"]: {keys[id] for id in event["articles"]} for event in built.records("events")}


def _same_as_fresh(content: Path, warm: Built, folder: Path) -> bool:
    shutil.copytree(content, folder / "content")
    return warm.digests() == build(folder / "content", folder / "site", is_data_only=True).digests()


@pytest.mark.usefixtures("as_if_large")
def test_what_is_edited_is_linked_anew_with_its_neighbours_and_nothing_else(tmp_path: Path) -> None:
    """A report added, changed, removed, a decision made: each time the bytes of a fresh build, and the events keep their ids."""
    content, output = an_archive(tmp_path / "content", FILES), tmp_path / "site"
    captures = content / "captures"
    first = build(content, output, is_data_only=True)
    ids = {min(paths): id for id, paths in _events(first).items()}
    ship, strike = ids["captures/courier/ship.txt"], ids["captures/courier/strike.txt"]
    assert first.summary.linked_again.events_made == 2

    same = build(content, output, is_data_only=True).summary.linked_again
    assert (same.pairs_compared, same.events_made) == (0, 0)

    (captures / "mercury").mkdir()
    (captures / "mercury" / "ship.txt").write_text(
        text_of("Wheat ship stuck off Port Ansel", turn=3), "utf-8"
    )
    (content / "metadata.csv").write_text(METADATA + "mercury/,The Mercury,2020-10-07\n", "utf-8")
    added = build(content, output, is_data_only=True)
    assert "captures/mercury/ship.txt" in _events(added)[ship]
    assert 3 <= added.summary.linked_again.pairs_compared < added.summary.linked_again.pairs
    assert "Linked anew: " in added.summary.as_text() and '"pairs_compared": ' in added.summary.as_json()
    assert _same_as_fresh(content, added, tmp_path / "added")

    (captures / "post" / "strike.txt").write_text(
        _report("Third day of the strike at Upper Fennick", STRIKE, 3), "utf-8"
    )
    changed = build(content, output, is_data_only=True)
    assert strike in _events(changed)
    assert _same_as_fresh(content, changed, tmp_path / "changed")

    (captures / "lantern" / "ship.txt").unlink()
    removed = build(content, output, is_data_only=True)
    assert _events(removed)[ship] == {f"captures/{name}/ship.txt" for name in ("post", "courier", "mercury")}
    assert _same_as_fresh(content, removed, tmp_path / "removed")

    row = "not same event,captures/mercury/ship.txt,captures/post/ship.txt,,Ada,another ship\n"
    (content / "decisions.csv").write_text(f"kind,a,b,value,who,why\n{row}", "utf-8")
    decided = build(content, output, is_data_only=True)
    assert decided.summary.linked_again.pairs_compared == 0
    assert _events(decided).keys() >= {ship, strike}
    assert _same_as_fresh(content, decided, tmp_path / "decided")


def test_a_memory_that_is_damaged_or_gone_changes_nothing(tmp_path: Path) -> None:
    """It is a cache: all is compared again, and the same comes out."""
    content, output = an_archive(tmp_path / "content", FILES), tmp_path / "site"
    build(content, output, is_data_only=True)
    (kept,) = tmp_path.rglob("links.memory")
    whole = kept.read_bytes()
    row = "same event,captures/post/fair.txt,captures/post/ship.txt,,Ada,\n"
    for number, damage in enumerate(
        (whole[:-40], b"\0" * len(whole), whole[:200] + b"\0" * 40 + whole[240:])
    ):
        kept.write_bytes(damage)
        (content / "decisions.csv").write_text(
            f"kind,a,b,value,who,why\n{row if number % 2 else ''}", "utf-8"
        )
        built = build(content, output, is_data_only=True)
        again = built.summary.linked_again
        if number:
            assert again.pairs_compared == again.pairs > 0
        assert _same_as_fresh(content, built, tmp_path / f"fresh-{number}")
