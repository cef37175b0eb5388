"""An archive packed for keeping: a bag that the Library of Congress' own program finds whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import bagit
import pytest

from site_gen.bag import pack
from site_gen.engine.report import Silence
from site_gen.errors import ContentError, OutputError

from .pipeline.conftest import an_archive, build, text_of
from .test_cli import site_gen


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive and its site; its name holds what is special elsewhere."""
    folder = tmp_path_factory.mktemp("bagged") / "50%41 [#1]? {x}"
    files = {
        "archive.toml": '[site]\ntitle = "The Harbour"\nurl = "https://harbour.example/"\n',
        "captures/Äther & 100%.txt": text_of("Grain ship runs aground off Port Ansel"),
        "captures/.hidden": "a draft",
        ".git/config": "of another program",
        "notes/two\nlines\r.txt": "A name that no list of one path a line could hold",
    }
    content = an_archive(folder / "content", files)
    (content / "captures" / "out.txt").symlink_to("/etc/hostname")
    (content / "captures" / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"A name of another encoding")
    build(content, folder / "build")
    return folder


def test_a_bag_holds_the_archive_and_its_site(built: Path, tmp_path: Path) -> None:
    """It is valid; it has what a build needs, byte for byte, and no link's target from elsewhere."""
    done = site_gen("bag", tmp_path / "bag", "--content", built / "content", "--output", built / "build")
    assert done.returncode == 0, done.stderr
    assert "out.txt: a link that leads elsewhere" in done.stderr
    assert r"captures/caf\udce9.txt: its name is not valid UTF-8" in done.stderr
    packed = tmp_path / "bag" / "data"
    assert not list(packed.rglob("out.txt"))
    assert not list(packed.rglob(".*"))
    for name in ("archive.toml", "register.csv", "captures/Äther & 100%.txt"):
        assert (packed / "content" / name).read_bytes() == (built / "content" / name).read_bytes()
    subprocess.run(
        ["sha256sum", "--check", "--quiet", "manifest-sha256.txt"], cwd=packed / "site", check=True
    )
    site = build(packed / "content", tmp_path / "again")
    assert site.digests().keys() == {
        p.relative_to(packed / "site").as_posix() for p in (packed / "site").rglob("*") if p.is_file()
    }


def test_another_program_finds_it_whole(built: Path, tmp_path: Path) -> None:
    """And a bag that lost a file, or in which a byte changed, not."""
    content = shutil.copytree(built / "content", tmp_path / "content", symlinks=True)
    (content / "captures" / "Äther & 100%.txt").rename(content / "captures" / "plain.txt")
    build(content, tmp_path / "build")
    pack(content, tmp_path / "build", tmp_path / "bag", progress=Silence())
    found = bagit.Bag(str(tmp_path / "bag"))
    found.validate()
    assert "data/content/notes/two\nlines\r.txt" in found.entries
    assert found.info["External-Identifier"] == "https://harbour.example/"
    capture = tmp_path / "bag" / "data" / "content" / "captures" / "plain.txt"
    capture.write_bytes(capture.read_bytes().replace(b"grain", b"GRAIN") + b" ")
    assert not bagit.Bag(str(tmp_path / "bag")).is_valid()


def test_a_bag_says_what_it_holds_as_ro_crate(built: Path, tmp_path: Path) -> None:
    """Version 1.1: a description of itself, a root with all that it must say, and parts that are there."""
    pack(built / "content", built / "build", tmp_path / "bag", progress=Silence())
    place = tmp_path / "bag" / "data"
    crate = json.loads((place / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    found = {one["@id"]: one for one in crate["@graph"]}
    assert len(found) == len(crate["@graph"])
    about, root = found["ro-crate-metadata.json"], found["./"]
    assert (about["about"], about["conformsTo"]["@id"]) == ({"@id": "./"}, "https://w3id.org/ro/crate/1.1")
    assert (root["@type"], root["name"], root["url"]) == (
        "Dataset",
        "The Harbour",
        "https://harbour.example/",
    )
    assert date.fromisoformat(root["datePublished"])
    assert root["description"] and found[root["license"]["@id"]]["name"]
    parts = [one["@id"] for one in root["hasPart"]]
    assert {"content/", "site/", "site/data/articles.jsonl"} <= set(parts)
    for id in parts:
        assert (place / id).is_dir() == id.endswith("/")
        assert (place / id).exists()
        assert found[id]["name"] and found[id]["description"]


def test_a_bag_is_the_same_each_time(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its day is the only thing that the content does not say, and SOURCE_DATE_EPOCH says that."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    bags = [tmp_path / "a", tmp_path / "deep" / "b"]
    for folder in bags:
        pack(built / "content", built / "build", folder, progress=Silence())
    first, second = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*") if p.is_file()} for f in bags)
    assert first == second
    assert b"Bagging-Date: 1970-01-02\n" in first[Path("bag-info.txt")]
    assert b"%25" in first[Path("manifest-sha256.txt")]


class Told:
    """Keeps what it is told of the work."""

    def __init__(self) -> None:
        self.done: list[int | str] = []
        self.total: int | None = None

    def begin(self, stage: str, total: int | None) -> None:
        """The work begins."""
        self.total, self.done = total, [stage]

    def advance(self, count: int = 1) -> None:
        """Files are packed."""
        self.done += [count]

    def end(self) -> None:
        """The work is done, or given up."""
        self.done += ["end"]


def test_who_waits_is_told_of_each_file_and_of_the_end(built: Path, tmp_path: Path) -> None:
    """Also of the end of work that fails."""
    told = Told()
    pack(built / "content", built / "build", tmp_path / "bag", progress=told)
    assert told.total and told.done == ["bag", *[1] * told.total, "end"]
    mended = shutil.copytree(built / "build", tmp_path / "mended")
    (mended / "index.html").write_bytes(b"<p>changed")
    with pytest.raises(OutputError):
        pack(built / "content", mended, tmp_path / "other", progress=told)
    assert told.done[-1] == "end"


def test_an_archive_is_packed_with_its_own_site_alone(built: Path, tmp_path: Path) -> None:
    """Not with another archive's, nor with one made before a capture was changed; nothing is left of the bag."""
    other = an_archive(tmp_path / "other", {"captures/b.txt": text_of("Ferry keeps its licence")})
    content = shutil.copytree(built / "content", tmp_path / "content", symlinks=True)
    (content / "captures" / "Äther & 100%.txt").write_text("Another text")
    for archive, message in (
        (other, "is not there, and .* has an article made of it"),
        (content, "has changed since"),
    ):
        with pytest.raises(OutputError, match=message):
            pack(archive, built / "build", tmp_path / "bag", progress=Silence())
    assert not (tmp_path / "bag").exists()


def test_what_cannot_be_packed_leaves_nothing(built: Path, tmp_path: Path) -> None:
    """No archive, no site, a folder that is there, one inside the site, a page that was changed by hand, a file where a folder should be."""
    content, site = built / "content", built / "build"
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("mine")
    mended = shutil.copytree(site, tmp_path / "mended")
    (mended / "index.html").write_bytes(b"<p>changed")
    before = sorted(tmp_path.iterdir())
    for error, message, arguments in (
        (ContentError, "no archive here", (tmp_path, site, tmp_path / "bag")),
        (OutputError, "no built site", (content, tmp_path, tmp_path / "bag")),
        (OutputError, "is there already", (content, site, tmp_path / "full")),
        (OutputError, "cannot lie in", (content, site, site / "bag")),
        (OutputError, r"index\.html: has changed since", (content, mended, tmp_path / "bag")),
        (OutputError, "could not be written", (content, site, tmp_path / "full" / "x" / "deep" / "bag")),
    ):
        with pytest.raises(error, match=message):
            pack(*arguments, progress=Silence())
    assert sorted(tmp_path.iterdir()) == before
