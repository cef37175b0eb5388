"""Bad input: each case is a finding with its place and remedy, the rest is published, nothing is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.content import read
from site_gen.errors import ContentError
from site_gen.explain import explanation

from .conftest import Built, an_archive, build, text_of

GOOD = "captures/good.txt"


def built_with(tmp_path: Path, name: str, data: str | bytes, **others: str) -> Built:
    """Build one good capture beside one bad file, data only."""
    files: dict[str, str | bytes] = {GOOD: text_of("Grain ship runs aground off Port Ansel"), name: data}
    files.update({key.replace("__", "/"): value for key, value in others.items()})
    return build(an_archive(tmp_path / "content", files), tmp_path / "build", is_data_only=True)


def findings_on(built: Built, name: str) -> list[dict[str, str]]:
    """Findings whose place is this file or a line or record of it."""
    return [f for f in built.records("findings") if f["where"].split(":")[0].split("#")[0] == name]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("captures/empty.txt", b""),
        ("captures/blank.txt", b" \n\n\t \n"),
        ("captures/binary.txt", bytes(range(256)) * 20),
        ("captures/picture.jpg", b"\xff\xd8\xff\xe0" + bytes(200)),
        ("captures/huge.txt", b"word " * 2_200_000),
        (
            "captures/boilerplate.txt",
            b"Skip to main content\n\nAdvertisement\n\nRead more\n\nFollow us\n",
        ),
    ],
)
def test_what_is_no_article_is_named_and_the_rest_is_published(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """An empty file, a binary, a file too large, one that is all boilerplate."""
    built = built_with(tmp_path, name, data)
    found = findings_on(built, name)
    assert found, built.records("findings")
    assert all(f["message"] and f["hint"] for f in found)
    assert GOOD in {a["capture"]["path"] for a in built.records("articles")}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "captures/latin.txt",
            text_of("Tempête à Port-Anselme: le navire échoué").encode("latin-1", "replace"),
        ),
        ("captures/utf16.txt", text_of("Grain ship aground, again").encode("utf-16")),
        ("captures/nul.txt", text_of("Grain ship\0 aground off the cape").encode()),
        ("captures/crlf.txt", text_of("Grain ship aground off the point").replace("\n", "\r\n").encode()),
    ],
)
def test_odd_encodings_are_read_and_published(tmp_path: Path, name: str, data: bytes) -> None:
    """Latin-1, UTF-16, a NUL and Windows line ends."""
    built = built_with(tmp_path, name, data)
    article = next(a for a in built.records("articles") if a["capture"]["path"] == name)
    text = " ".join(block["text"] for block in article["body"])
    assert "\0" not in text + article["title"]["value"]
    assert "Divers found a tear of nine metres" in text


def test_a_latin_1_title_keeps_its_letters(tmp_path: Path) -> None:
    """The guess of an encoding is right for a Western text."""
    data = text_of("Tempête à Port-Anselme").encode("cp1252")
    built = built_with(tmp_path, "captures/latin.txt", data)
    titles = {a["title"]["value"] for a in built.records("articles")}
    assert "Tempête à Port-Anselme" in titles


def test_a_broken_line_of_jsonl_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """File and line."""
    records = [
        json.dumps({"id": str(n), "title": f"Report {n} of the grounding", "text": text_of("", turn=n)})
        for n in range(2)
    ]
    built = built_with(tmp_path, "captures/a.jsonl", f"{records[0]}\n{{broken\n{records[1]}\n")
    assert any(f["where"].startswith("captures/a.jsonl:2") for f in findings_on(built, "captures/a.jsonl"))
    assert {a["capture"]["record"] for a in built.records("articles")} >= {"0", "1"}


def test_a_bad_row_of_metadata_is_named_with_its_line(tmp_path: Path) -> None:
    """A bad date, an unknown column, a row for a file that is not there."""
    rows = "path,title,publishd,published\ncaptures/good.txt,,,31.31.2016\ncaptures/god.txt,x,,2016\n"
    built = built_with(tmp_path, "metadata.csv", rows)
    messages = {f["where"]: f"{f['message']} {f['hint']}" for f in findings_on(built, "metadata.csv")}
    assert "publishd" in messages["metadata.csv:1"]
    assert "published" in messages["metadata.csv:1"]
    assert "31.31.2016" in messages["metadata.csv:2"]
    assert "captures/good.txt" in messages["metadata.csv:3"]
    assert len(built.records("articles")) == 1


def test_two_captures_of_one_article_are_kept_and_one_is_listed(tmp_path: Path) -> None:
    """The same text twice, not byte for byte, is one article with two versions, not coverage by two outlets."""
    same = text_of("Grain ship runs aground off Port Ansel")
    built = built_with(tmp_path, "captures/again.txt", f"{same}\n")
    articles = built.records("articles")
    assert len(articles) == 2
    assert all(len(a["versions"]) == 1 for a in articles)
    assert len(built.summary.former_versions) == 1
    assert "1 article is a former version of another, and lists count 1: " in built.summary.as_text()
    former = built.summary.former_versions[0]
    (latest,) = (a["id"] for a in articles if a["capture"]["path"] != former)
    assert f"version     {latest}  articles/" in (said := explanation(former, built.output))
    assert "(latest version)" in said and "(former version)" in explanation(latest, built.output)
    assert built.records("events") == []


def test_articles_of_one_title_have_addresses_of_their_own(tmp_path: Path) -> None:
    """A duplicate slug gets a number."""
    other = "Grain ship runs aground off Port Ansel\n\n" + "\n\n".join(
        f"Council member {name} spoke for the new library in a debate that had nothing to do with ships."
        for name in ("Ames", "Bell", "Carr")
    )
    built = built_with(tmp_path, "captures/same-title.txt", other)
    urls = [a["url"] for a in built.records("articles")]
    assert len(urls) == len(set(urls)) == 2


def test_a_symbolic_link_out_of_the_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    """A capture cannot make the build publish other files of the machine."""
    secret = tmp_path / "secret.txt"
    secret.write_text(text_of("Secret"), encoding="utf-8")
    content = an_archive(tmp_path / "content", {GOOD: text_of("Grain ship runs aground")})
    (content / "captures" / "link.txt").symlink_to(secret)
    (content / "captures" / "folder").symlink_to(tmp_path)
    built = build(content, tmp_path / "build", is_data_only=True)
    assert {("CON-002", "captures/link.txt"), ("CON-002", "captures/folder")} <= built.codes()
    assert [a["capture"]["path"] for a in built.records("articles")] == [GOOD]


def test_an_empty_archive_builds_and_says_so(tmp_path: Path) -> None:
    """No captures is no crash."""
    built = build(an_archive(tmp_path / "content", {}), tmp_path / "build")
    assert built.summary.published == 0
    assert (tmp_path / "build" / "index.html").exists()


def test_a_file_whose_name_cannot_be_written_down_is_named_and_left_out(tmp_path: Path) -> None:
    """A name in another encoding, or with a line end in it, would break tables and addresses."""
    content = an_archive(tmp_path / "content", {GOOD: text_of("Grain ship runs aground")})
    for name in (b"caf\xe9.txt", b"two\nlines.txt"):
        (content / "captures" / os.fsdecode(name)).write_text(text_of("Grain ship"), encoding="utf-8")
    built = build(content, tmp_path / "build", is_data_only=True)
    assert sum(code == "CON-005" for code, _where in built.codes()) == 2
    assert len(built.records("articles")) == 1


@pytest.mark.parametrize("made", ["captures", "articles"])
def test_an_archive_without_captures_says_so(tmp_path: Path, made: str) -> None:
    """Whether their folder is missing or nothing is in it."""
    (tmp_path / made).mkdir()
    (finding,) = read(tmp_path).findings
    assert (finding.code, finding.where) == ("CON-001", "captures/")


def test_texts_beside_the_captures_are_named_where_there_are_none(tmp_path: Path) -> None:
    """A folder of scrapes is no content folder; where there are captures, a text beside them is none of the program's."""
    for name in ("a.txt", "b.html", "c.md", "d.jsonl", "thesis.pdf"):
        (tmp_path / name).write_text("Text")
    (finding,) = read(tmp_path).findings
    assert "(beside it lies a.txt, b.html, c.md and more)" in finding.message
    assert finding.hint == "move captured articles into captures/"
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "a.txt").write_text("Text")
    assert read(tmp_path).findings == ()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("metadata.xlsx", "metadata.csv"),
        ("Metadata.csv", "metadata.csv"),
        ("archive.toml.txt", "archive.toml"),
        ("source.toml", "sources.toml"),
        ("decision.csv", "decisions.csv"),
    ],
)
def test_a_file_whose_name_is_a_slip_is_named(tmp_path: Path, name: str, meant: str) -> None:
    """Unless the file that is read says something; what ``init`` writes, says nothing."""
    content = an_archive(tmp_path, {GOOD: text_of("Grain ship runs aground"), name: "x"})
    (content / "archive.toml").unlink(missing_ok=True)
    (content / "decisions.csv").write_text("kind,a,b,value,who,why\n")
    (content / "sources.toml").write_text("# [gazette]\n")
    (finding,) = read(content).findings
    assert (finding.code, finding.where) == ("CON-009", name)
    assert f"save it as {meant}" in finding.hint
    said = {"archive.toml": "[site]\n", "sources.toml": '[gazette]\nname = "The Gazette"\n'}
    (content / meant).write_text(
        said.get(meant, {"m": "path,source\na.txt,X\n"}.get(meant[0], "kind,a,b\n,,\n"))
    )
    assert "CON-009" not in {found.code for found in read(content).findings}


def test_a_folder_that_may_not_be_opened_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may open every folder; so the system's answer stands in for another account's."""
    files = {GOOD: text_of("Grain ship runs aground"), "captures/closed/a.txt": text_of("Closed")}
    content = an_archive(tmp_path / "content", files)
    opened = os.scandir

    def scandir(folder: Path) -> Iterator[os.DirEntry[str]]:
        if Path(folder).name == closed:
            raise PermissionError(13, "Permission denied", str(folder))
        return opened(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    closed = "closed"
    found = read(content)
    assert [file.path for file in found.files] == [GOOD]
    assert [(f.code, f.where) for f in found.findings] == [("CON-004", "captures/closed/")]
    closed = "captures"
    with pytest.raises(ContentError, match="may not be opened: Permission denied"):
        read(content)


def test_the_folder_that_a_browser_saves_beside_a_page_holds_no_capture(tmp_path: Path) -> None:
    """In the languages of browsers; a folder that only begins like a page is an ordinary one."""
    page = "<html><body><p>Frames of advertisements are pages, too.</p></body></html>"
    inside = ("Flood_files", "Flut-Dateien", "flood_reports", "Alone_files")
    files = {f"captures/{name}/frame.html": page for name in inside}
    files |= {"captures/Flood.HTM": page, "captures/Flut.html": page, "captures/flood.html": page}
    found = read(an_archive(tmp_path, files))
    assert {file.path for file in found.files} == {
        "captures/Flood.HTM", "captures/Flut.html", "captures/flood.html",
        "captures/flood_reports/frame.html", "captures/Alone_files/frame.html",
    }  # fmt: skip
    assert [(f.code, f.where) for f in found.findings] == [
        ("CON-008", "captures/Flood_files/"),
        ("CON-008", "captures/Flut-Dateien/"),
    ]


def test_a_capture_whose_name_begins_with_a_dot_is_named(tmp_path: Path) -> None:
    """As scrapers name a file by a headline that begins with three dots; what systems and programs hide is passed over."""
    names = ("...and then the flood.txt", "._a.txt", ".DS_Store", ".keep", ".eslintrc.json", ".git/a.txt")
    found = read(an_archive(tmp_path, {f"captures/{name}": "Text" for name in (*names, "a.txt")}))
    assert [file.path for file in found.files] == ["captures/a.txt"]
    assert [(f.code, f.where) for f in found.findings] == [("CON-007", "captures/...and then the flood.txt")]
