"""What may not be shown is shown nowhere: pages, data, search index, feeds and originals alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.publish.packed import unpacked

from .conftest import Built, an_archive, build, text_of

TITLE = "Grain ship runs aground off Port Ansel"
FIRST = "The harbour of Port Ansel was closed"
SECOND = "Divers found a tear of nine metres"
LATER = "Fishermen said that the channel had not been dredged"


def everything(built: Built) -> str:
    """All text of the site; packed files of the index unpacked."""
    parts = []
    for path in sorted(p for p in built.output.rglob("*") if p.is_file()):
        data = path.read_bytes()
        parts.append(data.decode("utf-8", "replace"))
        if path.is_relative_to(built.output / "search" / "index"):
            parts.append(json.dumps(unpacked(data)[1], ensure_ascii=False))
    return "\n".join(parts)


def words_of_search(built: Built) -> set[str]:
    """Every word that the search index knows."""
    parts = (unpacked(path.read_bytes()) for path in (built.output / "search" / "index").glob("*/w*.js"))
    return {word for _name, head, _data in parts for word in head["words"].split("\n")}


def built_with(tmp_path: Path, rights: str = "", decisions: str = "") -> Built:
    """An archive of two articles, one of them under a rights mode or taken down."""
    files = {
        "archive.toml": '[site]\ntitle = "A"\nauthor = "B"\nurl = "https://a.example/"\n',
        "captures/a.txt": text_of(TITLE),
        "captures/b.txt": "Council votes for a library\n\nThe council of Port Ansel voted on Monday for a new library by nine to four.\n",
        "metadata.csv": f"path,source,published,rights\ncaptures/a.txt,The Lantern,2016-12-20,{rights}\n",
        "decisions.csv": f"kind,a,b,value,who,why\n{decisions}",
    }
    return build(an_archive(tmp_path / "content", files), tmp_path / "build")


@pytest.mark.parametrize(
    ("rights", "shown", "hidden"),
    [
        ("full", (TITLE, FIRST, SECOND, LATER), ()),
        ("excerpt", (TITLE, FIRST, SECOND), (LATER,)),
        ("metadata-only", (TITLE,), (FIRST, SECOND, LATER)),
    ],
)
def test_a_rights_mode_holds_in_every_file(
    tmp_path: Path, rights: str, shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    """Given in metadata.csv for one capture."""
    built = built_with(tmp_path, rights)
    text = everything(built)
    assert [part for part in shown if part not in text] == []
    assert [part for part in hidden if part in text] == []
    assert ("dredged" in words_of_search(built)) == (rights == "full")


def test_a_takedown_leaves_a_page_and_drops_the_text_everywhere(tmp_path: Path) -> None:
    """A page stays; the text is gone, and so is the original."""
    built = built_with(
        tmp_path, decisions="take down,captures/a.txt,,,An Archivist,asked for by the author\n"
    )
    text = everything(built)
    assert [part for part in (FIRST, SECOND, LATER) if part in text] == []
    record = next(a for a in built.records("articles") if a["capture"]["path"] == "captures/a.txt")
    assert record["access"] == "taken-down"
    assert (built.output / record["url"] / "index.html").is_file()
    assert not (built.output / "originals" / f"{record['capture']['sha256']}.bin").exists()


def test_an_event_is_not_named_for_an_article_that_was_taken_down(tmp_path: Path) -> None:
    """Its headline is gone from titles, addresses, reasons and data; the others keep their event."""
    grounded = "Grain ship runs aground off Port Ansel"
    files = {
        "archive.toml": '[site]\ntitle = "A"\nauthor = "B"\nurl = "https://a.example/"\n',
        "captures/a.txt": text_of(grounded),
        "captures/b.txt": text_of("Ansel harbour shut after grain ship grounds"),
        "captures/c.txt": text_of("Ship grounded, Port Ansel harbour closed"),
        "metadata.csv": "path,source,published,rights\n"
        "captures/a.txt,The Lantern,2016-12-20,\ncaptures/b.txt,The Post,2016-12-20,\n"
        "captures/c.txt,The Ledger,2016-12-21,\n",
    }
    content = an_archive(tmp_path / "content", files)
    before = build(content, tmp_path / "build")
    titled = before.records("events")[0]["title"]["value"]
    told = [r["because"] for r in before.records("events")[0]["reasons"]]
    named = next(a["capture"]["path"] for a in before.records("articles") if a["title"]["value"] == titled)
    (content / "decisions.csv").write_text(
        f"kind,a,b,value,who,why\ntake down,{named},,,An Archivist,asked for\n", encoding="utf-8"
    )
    after = build(content, tmp_path / "build")
    assert len(after.records("events")) == 1
    assert after.records("events")[0]["title"]["value"] != titled
    slug = titled.casefold().replace(" ", "-").replace(",", "")
    names = " ".join(p.relative_to(after.output).as_posix() for p in after.output.rglob("*"))
    assert titled not in everything(after)
    assert slug not in everything(after) and slug not in names
    gone = next(a["id"] for a in after.records("articles") if a["access"] == "taken-down")
    kept = [r["because"] for r in after.records("events")[0]["reasons"] if gone in (r["a"], r["b"])]
    assert told and all(told) and kept and not any(kept), "of a pair with it the score alone is left"


SAID = "We asked for the channel to be dredged in every year since the flood"


@pytest.mark.parametrize(
    ("rights", "quoted", "counted"),
    [("full", True, True), ("excerpt", False, True), ("metadata-only", False, False)],
)
def test_a_comparison_quotes_no_more_than_is_shown(
    tmp_path: Path, rights: str, quoted: bool, counted: bool
) -> None:
    """An utterance below the excerpt stands neither on the event's page nor in the data; a figure is a fact."""
    own = f"“{SAID},” said Ada Venn, a pilot.\n\nThe salvors counted 4,711 sacks of grain on the quay.\n"
    files = {
        "archive.toml": '[site]\ntitle = "A"\nauthor = "B"\nurl = "https://a.example/"\n',
        "captures/a.txt": f"{text_of(TITLE)}\n\n{own}",
        "captures/b.txt": text_of("Ansel harbour shut after grain ship grounds"),
        "metadata.csv": f"path,source,published,rights\ncaptures/a.txt,The Lantern,2016-12-20,{rights}\n"
        "captures/b.txt,The Post,2016-12-20,\n",
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "build")
    assert len(built.records("events")) == 1
    text = everything(built)
    assert (SAID in text) == quoted
    assert ("4,711" in text) == counted


def test_the_data_say_what_was_cut_of_a_text_that_is_shown_whole(tmp_path: Path) -> None:
    """Line and rule of each, empty lines left out; of other texts nothing."""
    text = f"Skip to main content\n\n{text_of(TITLE)}\n\nAdvertisement\n"
    files = {
        "captures/a.txt": text,
        "captures/b.txt": text.replace(TITLE, "Ansel harbour shut"),
        "metadata.csv": "path,source,rights\ncaptures/a.txt,The Lantern,full\ncaptures/b.txt,The Post,excerpt\n",
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "build", is_data_only=True)
    removed = {a["capture"]["path"]: a["removed"] for a in built.records("articles")}
    cut = {r["text"]: r["rule"] for r in removed["captures/a.txt"]}
    assert cut.keys() >= {"Skip to main content", "Advertisement"} and all(cut) and all(cut.values())
    assert removed["captures/b.txt"] == []
