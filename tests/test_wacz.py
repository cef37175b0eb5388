"""Captured pages as a web archive in one file: what goes in, what stays out, and what other programs make of it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from site_gen.engine.report import Silence
from site_gen.errors import ContentError, OutputError
from site_gen.wacz import pack
from site_gen.wacz.choose import moment_of
from site_gen.wacz.package import sort_key

from .ingest.test_warc import warc
from .pipeline.conftest import SENTENCES, an_archive, build, text_of
from .test_cli import ROOT, site_gen

PORT = "https://gazette.example"


def _page(title: str, *, turn: int = 0, lines: str = "\n") -> str:
    body = "".join(f"<p>{sentence}</p>{lines}" for sentence in SENTENCES[turn:] + SENTENCES[:turn])
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{lines}{body}</article></body></html>"


def _line(id: str, **fields: str) -> str:
    return json.dumps({"id": id, **fields}) + "\n"


CRAWL = warc(
    ("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(_page("Wheat ship refloated").encode())),
    ("200 OK", "Content-Type: image/png", b"\x89PNG picture"),
    ("404 Not Found", "Content-Type: text/html", b"<p>nothing here</p>"),
)  # fmt: skip
CLOSED = warc(
    ("200 OK", "Content-Type: text/html", _page("Harbour dues to rise", turn=3).encode()),
    ("200 OK", "Content-Type: image/png", b"\x89PNG other picture"),
).replace(b"gazette", b"closed!")
FILES = {
    "archive.toml": '[site]\ntitle = "The Harbour"\n',
    "sources.toml": '[closed]\nname = "The Closed Shop"\nrights = "metadata-only"\n',
    "metadata.csv": (
        "path,source,url,captured\n"
        f"captures/saved.html,The Gazette,{PORT}/saved,2016-12-23T09:00:00+02:00\n"
        f"captures/timeless.html,The Gazette,{PORT}/timeless,\n"
        "captures/closed.warc.gz,The Closed Shop,,\n"
    ),
    "captures/saved.html": _page("Ferry timetable café").replace("\n", "\r\n").encode("cp1252"),
    "captures/timeless.html": _page("Lighthouse painted", turn=1),
    "captures/homeless.html": _page("Net menders meet", turn=2),
    "captures/plain.txt": text_of("Plain words from the quay", turn=4),
    "captures/lines.jsonl": _line("whole", html=_page("Pilot boat launched"), url=f"{PORT}/b?y=2&x=1", captured="2016-12-24")
    + _line("text", text=text_of("Only words", turn=5), url=f"{PORT}/text", captured="2016-12-24"),
    "captures/crawl.warc.gz": CRAWL,
    "captures/closed.warc.gz": CLOSED,
    "captures/empty.html": "<html><body></body></html>",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive and its site."""
    folder = tmp_path_factory.mktemp("replayed")
    build(an_archive(folder / "content", FILES), folder / "build")
    return folder


@pytest.fixture(scope="module")
def packed(built: Path) -> Path:
    """The file made of it by the command, which says what it did beside it."""
    done = site_gen(
        "wacz", built / "x.wacz", "--content", built / "content", "--output", built / "build", "--json"
    )
    assert done.returncode == 0, done.stderr
    (built / "said.json").write_text(done.stdout)
    return built / "x.wacz"


def _lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def test_every_capture_is_in_it_or_is_named_with_a_reason(packed: Path) -> None:
    """A text, no address, no moment, rights, nothing in it; pictures of a file that holds what may not be shown."""
    said = json.loads((packed.parent / "said.json").read_text())
    assert {one["capture"]: one["why"].partition(" (")[0].partition(",")[0] for one in said["left_out"]} == {
        "captures/closed.warc.gz": "records that are no pages",
        "captures/closed.warc.gz#urn:uuid:response-1": "its text may not be shown whole",
        "captures/empty.html": "no article was made of it",
        "captures/homeless.html": "no address",
        "captures/lines.jsonl#text": "a text",
        "captures/plain.txt": "a text",
        "captures/timeless.html": "no moment of capture",
    }
    assert (said["pages"], said["records"]) == (3, 5)
    assert b"CLOSED" not in packed.read_bytes()
    with zipfile.ZipFile(packed) as package:
        archive = gzip.decompress(package.read("archive/data.warc.gz"))
    assert b"closed!" not in archive
    assert b"other picture" not in archive


def test_its_records_are_the_captures_as_they_came(packed: Path) -> None:
    """Read by warcio, which finds their digests right; a response still packed as its server sent it."""
    warcio = pytest.importorskip("warcio.archiveiterator", reason="warcio comes with the extra `test`")
    with zipfile.ZipFile(packed) as package:
        data = package.read("archive/data.warc.gz")
    found = {}
    for record in warcio.ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        url = record.rec_headers.get_header("WARC-Target-URI")
        found[url] = (record.rec_type, record.rec_headers.get_header("WARC-Date"), record.raw_stream.read())
    saved = FILES["captures/saved.html"]
    assert found[f"{PORT}/saved"] == ("resource", "2016-12-23T07:00:00Z", saved)
    assert found[f"{PORT}/b?y=2&x=1"][:2] == ("resource", "2016-12-24T00:00:00Z")
    kind, moment, sent = found[f"{PORT}/1"]
    assert (kind, moment) == ("response", "2016-12-22T10:00:00Z")
    assert b"Wheat ship refloated" in gzip.decompress(sent)
    assert found[f"{PORT}/2"][2] == b"\x89PNG picture"
    assert len(found) == 5


def test_its_index_leads_to_each_record(packed: Path) -> None:
    """A look-up by the key of an address finds a block of the index, and in it the place of the record."""
    with zipfile.ZipFile(packed) as package:
        archive, index = package.read("archive/data.warc.gz"), package.read("indexes/index.cdx.gz")
        head, *blocks = package.read("indexes/index.idx").decode().splitlines()
    assert head.startswith("!meta 0 ")
    lines = []
    for block in blocks:
        place = json.loads(block.split(" ", 2)[2])
        data = index[place["offset"] : place["offset"] + place["length"]]
        assert place["digest"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        lines += gzip.decompress(data).decode().splitlines()
    assert lines == sorted(lines)
    keys = {}
    for line in lines:
        key, moment, rest = line.split(" ", 2)
        place = json.loads(rest)
        start = int(place["offset"])
        record = gzip.decompress(archive[start : start + int(place["length"])])
        assert f"WARC-Target-URI: {place['url']}\r\n".encode() in record
        assert key == sort_key(place["url"])
        keys[key] = (moment, place["status"], place["mime"])
    assert keys["example,gazette)/b?x=1&y=2"] == ("20161224000000", "200", "text/html")
    assert keys["example,gazette)/3"] == ("20161222100000", "404", "text/html")


def test_its_pages_are_listed_with_title_time_and_text(packed: Path) -> None:
    """By address; each is in the archive."""
    with zipfile.ZipFile(packed) as package:
        head, *pages = _lines(package.read("pages/pages.jsonl"))
    assert head["format"] == "json-pages-1.0"
    assert [(page["url"], page["ts"], page["title"]) for page in pages] == [
        (f"{PORT}/1", "2016-12-22T10:00:00Z", "Wheat ship refloated"),
        (f"{PORT}/b?y=2&x=1", "2016-12-24T00:00:00Z", "Pilot boat launched"),
        (f"{PORT}/saved", "2016-12-23T07:00:00Z", "Ferry timetable café"),
    ]
    assert all("the harbour master" in page["text"] for page in pages)


def test_it_lists_its_files_with_their_digests(packed: Path) -> None:
    """datapackage.json as WACZ 1.1.1 and Frictionless have it; archives are not packed twice."""
    with zipfile.ZipFile(packed) as package:
        about, digest = (
            json.loads(package.read(f"{name}.json")) for name in ("datapackage", "datapackage-digest")
        )
        hashed = hashlib.sha256(package.read("datapackage.json")).hexdigest()
        assert digest == {"path": "datapackage.json", "hash": f"sha256:{hashed}"}
        assert (about["profile"], about["wacz_version"], about["title"]) == (
            "data-package",
            "1.1.1",
            "The Harbour",
        )
        listed = {one["path"]: one for one in about["resources"]}
        assert {*listed, "datapackage.json", "datapackage-digest.json"} == set(package.namelist())
        for path, one in listed.items():
            data = package.read(path)
            assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
            assert (one["bytes"], one["name"]) == (len(data), path.rpartition("/")[2])
            info = package.getinfo(path)
            local = packed.read_bytes()[info.header_offset :][:30]
            assert local[28:30] == b"\0\0", "ReplayWeb.page finds a small file by its name's length alone"
            is_stored = info.compress_type == zipfile.ZIP_STORED
            assert is_stored == path.endswith(".gz")


def test_it_is_the_same_each_time(built: Path, packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever it is made; SOURCE_DATE_EPOCH gives it a day of making."""
    place = built / "content", built / "build"
    pack(*place, built / "again.wacz", progress=Silence)
    assert (built / "again.wacz").read_bytes() == packed.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    pack(*place, built / "dated.wacz", progress=Silence)
    with zipfile.ZipFile(built / "dated.wacz") as package:
        assert json.loads(package.read("datapackage.json"))["created"] == "1970-01-02T00:00:00Z"


def test_a_container_is_read_by_a_worker_under_its_limits(built: Path, tmp_path: Path) -> None:
    """As when it was listed: the command's own process has nothing to read one with."""
    script = tmp_path / "pack.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom site_gen.engine.report import Silence\nfrom site_gen.wacz import pack\n"
        f"if __name__ == '__main__':\n    built, file = Path({str(built)!r}), Path({str(tmp_path / 'x.wacz')!r})\n"
        "    print(pack(built / 'content', built / 'build', file, progress=Silence).pages, 'fastwarc' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.split() == ["3", "False"]


def test_a_packed_archive_is_read_again(packed: Path, tmp_path: Path) -> None:
    """The program itself takes it as a capture: the same articles come out."""
    content = an_archive(tmp_path / "content", {"captures/x.wacz": packed.read_bytes()})
    titles = {record["title"]["value"] for record in build(content, tmp_path / "build").records("articles")}
    assert titles == {"Wheat ship refloated", "Pilot boat launched", "Ferry timetable café"}


def test_what_cannot_be_packed_leaves_nothing(built: Path, tmp_path: Path) -> None:
    """No archive, no site, a file that is there or stands where a folder should, a changed capture, rights changed since."""
    content, site = built / "content", built / "build"
    (tmp_path / "there.wacz").write_text("mine")
    changed = tmp_path / "changed"
    shutil.copytree(built, changed)
    with (changed / "content" / "captures" / "saved.html").open("ab") as file:
        file.write(b"<p>more")
    closed = tmp_path / "closed"
    shutil.copytree(changed, closed)
    (closed / "content" / "sources.toml").write_text('[gazette]\nname = "The Gazette"\nrights = "excerpt"\n')
    out = tmp_path / "x.wacz"
    for error, message, arguments in (
        (ContentError, "no archive here", (tmp_path, site, out)),
        (OutputError, "no built site", (content, tmp_path, out)),
        (OutputError, "is there already", (content, site, tmp_path / "there.wacz")),
        (OutputError, "ends in .wacz", (content, site, tmp_path / "x.zip")),
        (OutputError, "cannot lie in", (content, site, site / "x.wacz")),
        (OutputError, "could not be written", (content, site, tmp_path / "there.wacz" / "x.wacz")),
        (OutputError, r"saved\.html: has changed", (changed / "content", changed / "build", out)),
        (OutputError, r"sources\.toml: has changed", (closed / "content", closed / "build", out)),
    ):
        with pytest.raises(error, match=message):
            pack(*arguments, progress=Silence)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changed", "closed", "there.wacz"]


def test_where_no_page_can_go_in_no_file_is_written(tmp_path: Path) -> None:
    """A text is no page; the command says so, and ends as one that did nothing."""
    content = an_archive(tmp_path / "content", {"captures/a.txt": text_of("Wheat ship refloated")})
    build(content, tmp_path / "build")
    done = site_gen("wacz", tmp_path / "x.wacz", "--content", content, "--output", tmp_path / "build")
    assert done.returncode == 2
    assert (
        done.stdout
        == "Left out, a text, not a page: captures/a.txt\nNothing can go in, so nothing was written\n"
    )
    assert not list(tmp_path.glob("*.wacz*"))


def test_a_folder_that_cannot_be_written_is_named(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where what was begun cannot even be removed, as on a disk that is read-only."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr("site_gen.wacz.choose.write", refuse)
    with pytest.raises(OutputError, match=r"x\.wacz: could not be written: Read-only file system"):
        pack(built / "content", built / "build", tmp_path / "x.wacz", progress=Silence())


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Gazette.example/A/B?b=2&a=1#top", "example,gazette)/a/b?a=1&b=2"),
        ("http://gazette.example:8080", "example,gazette:8080)/"),
        ("https://gazette.example:443/é", "example,gazette)/%C3%A9"),
        ("urn:x", "urn:x"),
    ],
)
def test_an_address_is_looked_up_by_its_parts(url: str, key: str) -> None:
    """As ReplayWeb.page does."""
    assert sort_key(url) == key


def test_a_moment_is_utc_and_never_made_up() -> None:
    """What is no time stays none."""
    assert moment_of("2016-12-22T10:00:00.5+02:00") == "2016-12-22T08:00:00Z"
    assert moment_of("2016-12-22") == "2016-12-22T00:00:00Z"
    assert [moment_of(text) for text in (None, "", "2016-12", "yesterday", "0001-01-01T00:00+14:00")] == [
        ""
    ] * 5
