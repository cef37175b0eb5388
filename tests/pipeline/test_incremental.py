"""Whatever is edited between two builds: what is made from kept results is what a build from nothing makes."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import Built, an_archive, build, text_of

NOTICE = "The Quay Post is delivered by hand in all nine parishes; ask the newsagent for its winter rates."
PAGE = """<!doctype html><html lang="en"><head><title>Grain ship aground | The Lantern</title>
<meta property="og:site_name" content="The Lantern"><meta property="article:published_time" content="2019-03-13">
</head><body><nav><a href="/">Home</a></nav><article><h1>Grain ship aground at Port Ansel</h1>{}</article></body></html>"""


def _page(turn: int = 0) -> str:
    """A saved page whose paragraphs are those of ``text_of``."""
    return PAGE.format("".join(f"<p>{text}</p>" for text in text_of("", turn=turn).split("\n\n") if text))


SETTINGS = "[publish]\nsearch = false\n"
FILES = {
    "captures/post/1.txt": text_of("Grain ship runs aground at Port Ansel") + f"\n\n{NOTICE}",
    "captures/post/2.txt": text_of("Port Ansel closed by grain ship", turn=2) + f"\n\n{NOTICE}",
    "captures/lantern/1.html": _page(1),
    "captures/feed.jsonl": '{"id": "a", "title": "Choir wins", "source": "The Lantern", "date": "2019-04-01", '
    '"text": "The choir of Kelso Bay won the cup on Monday. Nobody had expected it to win anything at all."}\n',
    "archive.toml": SETTINGS,
    "captures/empty.txt": " \n",
    "metadata.csv": "path,source,published\npost/,The Quay Post,\npost/1.txt,,2019-03-13\n",
}

Edit = Callable[[Path], object]


def _write(name: str, text: str) -> Edit:
    def edit(content: Path) -> None:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def _decide(row: str) -> Edit:
    return _write("decisions.csv", f"kind,a,b,value,who,why\n{row}\n")


EDITS: tuple[tuple[str, tuple[Edit, ...], int], ...] = (
    ("nothing", (), 0),
    (
        "a capture says more, one is added",
        (
            _write("captures/post/2.txt", text_of("Port closed", turn=3) + f"\n\n{NOTICE}"),
            _write("captures/post/3.txt", text_of("Wheat lost off Port Ansel", turn=4)),
        ),
        2,
    ),
    ("a capture is emptied", (_write("captures/post/3.txt", "\n"),), 0),
    (
        "it is filled again, a record changes",
        (
            _write("captures/post/3.txt", text_of("Wheat lost", turn=4)),
            _write("captures/feed.jsonl", FILES["captures/feed.jsonl"].replace("cup", "bowl")),
        ),
        2,
    ),
    (
        "a record is broken, a row edited",
        (
            _write("captures/feed.jsonl", '{"id": "a", "text": '),
            _write("metadata.csv", FILES["metadata.csv"].replace("03-13", "03-14")),
        ),
        1,
    ),
    ("a row names an outlet", (_write("metadata.csv", "path,source\npost/,The Post\npost/2.txt,Fish Day\n"),), 3),
    ("two reports are parted", (_decide("not same event,captures/post/1.txt,captures/post/2.txt,,Ada,"),), 2),
    ("that is withdrawn, one is taken down", (_decide("take down,captures/post/1.txt,,,Ada,asked"),), 2),
    (
        "a capture is moved, one removed",
        (
            lambda content: (content / "captures/post/2.txt").rename(content / "captures/post/9.txt"),
            lambda content: (content / "captures/post/1.txt").unlink(),
        ),
        1,
    ),
    ("the settings change", (_write("archive.toml", SETTINGS + "[clean]\nlearn_repeated_lines = false\n"),), 4),
)  # fmt: skip
"""(what is done, how, the most captures that may be described again)."""


def _cold(content: Path, folder: Path, *, is_data_only: bool) -> Built:
    """A build of the same content with nothing kept, in a folder of its own."""
    shutil.copytree(content, folder / "content")
    return build(folder / "content", folder / "site", is_data_only=is_data_only)


def _described(output: Path) -> dict[str, bytes]:
    """The cache key of every description in the catalogue beside a site."""
    found = sorted(output.parent.rglob("catalogue.sqlite"))
    assert len(found) == 1
    with closing(sqlite3.connect(found[0])) as db:
        return dict(db.execute("SELECT key, digest FROM result WHERE stage = 'describe'"))


@pytest.mark.slow
def test_after_every_edit_a_warm_build_is_the_cold_one_and_little_is_done_again(tmp_path: Path) -> None:
    """Byte for byte, through a row of edits of captures, records, metadata, decisions and settings.

    All pages are compared every fifth time, else the data, which the pages are made from too.
    """
    content = an_archive(tmp_path / "warm" / "content", FILES)
    output = tmp_path / "warm" / "site"
    build(content, output)
    for number, (what, edits, most) in enumerate(EDITS):
        before = _described(output)
        for edit in edits:
            edit(content)
        is_data_only = number % 5 != 4
        if is_data_only:  # which never replaces a site with pages
            (output / "index.html").unlink(missing_ok=True)
        warm = build(content, output, is_data_only=is_data_only).digests()
        cold = _cold(content, tmp_path / f"cold-{number}", is_data_only=is_data_only).digests()
        assert {name for name in warm | cold if warm.get(name) != cold.get(name)} == set(), what
        after = _described(output)
        assert sum(before.get(key) != seal for key, seal in after.items()) <= most, what


def test_a_catalogue_that_is_gone_or_damaged_changes_nothing(tmp_path: Path) -> None:
    """It is a cache: without it, or with a part of it overwritten, the same site comes out."""
    content = an_archive(tmp_path / "content", FILES)
    first = build(content, tmp_path / "site").digests()
    (kept,) = tmp_path.rglob("catalogue.sqlite")
    kept.write_bytes(kept.read_bytes()[:5000] + b"\0" * 20_000)
    assert build(content, tmp_path / "site").digests() == first
    shutil.rmtree(kept.parent)
    assert build(content, tmp_path / "site").digests() == first


def test_what_was_set_aside_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that was missing, or memory that ran out, must not leave a capture out for ever."""
    content = an_archive(tmp_path / "content", FILES)
    whole = build(content, tmp_path / "whole").digests()
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import sys\nsys.modules['py3langid'] = None\nsys.modules['py3langid.langid'] = None\n", "utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(broken))
    failed = build(content, tmp_path / "site")
    assert "ENG-001" in {code for code, _where in failed.codes()}
    monkeypatch.delenv("PYTHONPATH")
    assert build(content, tmp_path / "site").digests() == whole


def test_what_was_set_aside_tells_no_folder_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings are published: a message of the system is shown without the folders in front of a name."""
    content = an_archive(tmp_path / "content", FILES)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import io, pathlib\nreal = pathlib.Path.open\n"
        "def opened(self, *a, **k):\n"
        "    if self.name == '2.txt': raise FileNotFoundError(2, 'No such file', str(self))\n"
        "    return real(self, *a, **k)\n"
        "pathlib.Path.open = opened\n",
        "utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(broken))
    found = [f for f in build(content, tmp_path / "site").records("findings") if f["code"] == "ENG-001"]
    assert found
    assert str(tmp_path) not in str(found)
