"""What a wrong --content or --output, or an emptied folder, must not cost anybody: the site that stands, and the archive."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from site_gen.content import read
from site_gen.engine.report import Silence
from site_gen.errors import ContentError, OutputError
from site_gen.site import build_site

from .conftest import an_archive, build, text_of

ARTICLE = text_of("Grain ship runs aground off Port Ansel")


def archive(tmp_path: Path) -> Path:
    """An archive of one article."""
    return an_archive(tmp_path / "mine", {"archive.toml": "", "captures/a.txt": ARTICLE})


@pytest.mark.parametrize("left", ["missing", "empty", "unreadable"])
def test_a_site_is_not_replaced_by_an_empty_one(tmp_path: Path, left: str) -> None:
    """The folder was not mounted, or emptied, or holds nothing that can be read; asked to, it is done all the same."""
    content, output = archive(tmp_path), tmp_path / "site"
    before = build(content, output, is_data_only=True).digests()
    register = (content / "register.csv").read_bytes()
    (content / "captures" / "a.txt").unlink()
    if left == "missing":
        shutil.rmtree(content / "captures")
    elif left == "unreadable":
        (content / "captures" / "b.txt").write_bytes(b"%PDF-1.7 scan")
    with pytest.raises(OutputError, match=r"a site of 1 article, .* --allow-empty"):
        build(content, output, is_data_only=True)
    found = {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()}
    assert found == before.keys()
    assert (content / "register.csv").read_bytes() == register
    summary = build_site(
        content, output, theme=None, jobs=1, is_data_only=True, may_be_empty=True, progress=Silence()
    )
    assert summary.published == 0


def test_data_alone_never_replaces_pages(tmp_path: Path) -> None:
    """A site with pages stays; data files may replace data files."""
    content, output = archive(tmp_path), tmp_path / "site"
    build(content, output)
    with pytest.raises(OutputError, match="--data-only would replace it"):
        build(content, output, is_data_only=True)
    assert (output / "index.html").is_file()
    build(content, tmp_path / "data", is_data_only=True)
    build(content, tmp_path / "data", is_data_only=True)


@pytest.mark.parametrize(
    "name", ["captures/site", "captures", "static", "static/site", "pages/site", "theme/site", "."]
)
def test_a_site_is_not_built_where_a_build_reads(tmp_path: Path, name: str) -> None:
    """The second build would publish the first one."""
    content = archive(tmp_path)
    with pytest.raises(OutputError, match="Name another --output"):
        build(content, content / name, is_data_only=True)
    assert sorted(p.name for p in content.iterdir()) == ["archive.toml", "captures"]


def test_a_site_beside_the_captures_is_not_read_back(tmp_path: Path) -> None:
    """In the content folder under a name of its own: the second build gives what the first gave."""
    content = archive(tmp_path)
    first = build(content, content / "site")
    assert build(content, content / "site").digests() == first.digests()


def test_a_folder_inside_an_archive_is_no_archive(tmp_path: Path) -> None:
    """No register is left among the captures."""
    content = archive(tmp_path)
    (content / "captures" / "2016").mkdir()
    with pytest.raises(ContentError, match=f"Did you mean --content {content}"):
        build(content / "captures", tmp_path / "site", is_data_only=True)
    assert not (content / "captures" / "register.csv").exists()


def test_the_archivists_files_are_no_captures(tmp_path: Path) -> None:
    """Wherever below captures/ they lie: named, and not published."""
    files = {f"captures/{name}": ARTICLE for name in ("register.csv", "deep/metadata.csv", "topics.toml")}
    built = build(an_archive(archive(tmp_path), files), tmp_path / "site", is_data_only=True)
    assert {where for code, where in built.codes() if code == "CON-006"} == set(files)
    assert [a["capture"]["path"] for a in built.records("articles")] == ["captures/a.txt"]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("sources.toml", '[a]\nname = "A\n', "sources.toml:2"),
        ("sources.toml", '[a]\nnam = "A"\nrights = "excerpt"\n', "sources.toml:1"),
        ("decisions.csv", "what,where\ntake down,captures/a.txt\n", "decisions.csv:1"),
    ],
)
def test_nothing_is_built_where_what_may_be_shown_cannot_be_read(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    """Without rights and take-downs every text would be published."""
    content = an_archive(archive(tmp_path), {name: text})
    with pytest.raises(ContentError, match=f"{says}.* so nothing is built"):
        build(content, tmp_path / "site", is_data_only=True)
    assert not (tmp_path / "site").exists()


def test_a_register_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    """Every address would be given anew, and nobody could say what the old ones were; one saved by a spreadsheet is read."""
    content = archive(tmp_path)
    build(content, tmp_path / "site", is_data_only=True)
    register = content / "register.csv"
    kept = register.read_bytes()
    register.write_bytes(b"id,key\n" + kept.partition(b"\n")[2])
    broken = register.read_bytes()
    with pytest.raises(
        ContentError, match=r"register.csv:1.* so nothing is built without it. Put back its last copy"
    ):
        build(content, tmp_path / "site", is_data_only=True)
    assert register.read_bytes() == broken
    register.write_bytes(b"\xef\xbb\xbf" + kept.replace(b",", b";").replace(b"\n", b"\r\n"))
    build(content, tmp_path / "site", is_data_only=True)
    assert register.read_bytes() == kept


def test_a_row_of_the_register_that_cannot_be_read_is_left_to_be_restored(tmp_path: Path) -> None:
    """It is all that is left of an address; so nothing is written over it until it is mended."""
    content = archive(tmp_path)
    build(content, tmp_path / "site", is_data_only=True)
    register = content / "register.csv"
    kept = register.read_bytes()
    register.write_bytes(kept.replace(b",article,", b",artcle,", 1))
    broken = register.read_bytes()
    codes = {code for code, _where in build(content, tmp_path / "site", is_data_only=True).codes()}
    assert {"CUR-020", "PUB-005"} <= codes
    assert register.read_bytes() == broken
    register.write_bytes(kept)
    build(content, tmp_path / "site", is_data_only=True)
    assert register.read_bytes() == kept


class Meddler(Silence):
    """Somebody who writes into the register while articles are linked."""

    def __init__(self, register: Path) -> None:
        self.register = register

    def begin(self, stage: str, total: int | None) -> None:
        """Add a row of an article that came and went."""
        if stage == "link":
            rows = self.register.read_text("utf-8").splitlines()
            made_up = rows[-1].replace("captures/a.txt", "captures/gone.txt").replace("a-", "a-0", 1)
            self.register.write_text("\n".join([*rows, made_up, ""]), "utf-8")


def test_a_register_that_was_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """By hand, or by a build to another folder: what it says is kept, and the build says that what it minted is not."""
    content, output = archive(tmp_path), tmp_path / "site"
    build(content, output, is_data_only=True)
    (content / "captures" / "b.txt").write_text(text_of("Ferry timetable changes", turn=2), "utf-8")
    register = content / "register.csv"
    build_site(content, output, theme=None, jobs=1, is_data_only=True, progress=Meddler(register))
    assert "captures/gone.txt" in register.read_text("utf-8")
    assert "captures/b.txt" not in register.read_text("utf-8")
    assert '"PUB-005"' in (output / "data" / "findings.jsonl").read_text("utf-8")
    assert ("PUB-005", "register.csv") not in build(content, output, is_data_only=True).codes()
    rows = register.read_text("utf-8")
    assert "captures/gone.txt" in rows and "captures/b.txt" in rows


def test_a_day_in_a_decision_is_read_as_in_metadata_csv(tmp_path: Path) -> None:
    """A spreadsheet writes days anew in the manner of its country when it saves the table."""
    table = "kind;a;b;value;who;why\ndate;captures/a.txt;;14/03/2019;R. Adler;Print edition\n"
    for settings, rest in (
        ("", "14/03/2019"),
        ('[ingest]\ndates = "month-first"\n', "03/14/2019"),
        ("", "2019-03-14"),
    ):
        files = {"archive.toml": settings, "decisions.csv": table.replace("14/03/2019", rest)}
        (decision,) = read(an_archive(archive(tmp_path), files)).decisions
        assert decision.value == "2019-03-14"


def test_a_row_about_a_line_in_which_another_record_stands_now_ends_the_build(tmp_path: Path) -> None:
    """Else a line put on top of a file would show what was taken down; the article's own id is always clear."""
    lines = [
        json.dumps(
            {
                "title": f"Vote {n}",
                "text": f"The council of Port Ansel voted on motion {n} late on Monday night.",
            }
        )
        for n in range(3)
    ]
    taken = "kind,a,b,value,who,why\ntake down,{},,,Ada,asked\n"
    content = an_archive(
        tmp_path / "content",
        {"captures/a.jsonl": "\n".join(lines[:2]), "decisions.csv": taken.format("a.jsonl#line-2")},
    )
    first = build(content, tmp_path / "site")
    assert first.summary.taken_down == ("captures/a.jsonl#line-2",)
    register = (content / "register.csv").read_text()
    id = next(row.split(",")[1] for row in register.splitlines() if "#line-2" in row)
    (content / "captures/a.jsonl").write_text("\n".join([lines[2], *lines[:2]]))
    with pytest.raises(
        ContentError,
        match=rf'decisions.csv:2: "captures/a.jsonl#line-2" was the article {id}, which is "captures/a.jsonl#line-3" now',
    ):
        build(content, tmp_path / "site")
    assert (content / "register.csv").read_text() == register
    (content / "decisions.csv").write_text(taken.format(id))
    (content / "metadata.csv").write_text(f"path,published\n{id},2019-03-04\n")
    again = build(content, tmp_path / "site")
    assert again.summary.taken_down == ("captures/a.jsonl#line-3",)
    assert (
        dict(again.summary.findings)["warning"] == 3
    )  # three articles without an outlet, and no row that names nothing
