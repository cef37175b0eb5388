"""The output folder: locked, written aside, swapped in whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.errors import BusyError, OutputError
from site_gen.publish.output import (
    MANIFEST,
    check_apart,
    fresh_staging,
    only_build,
    swap_in,
    work_folder,
    write_manifest,
)


def publish(output: Path, text: str) -> None:
    """Publish a site of one page."""
    with only_build(output) as work:
        staging = fresh_staging(work)
        (staging / "index.html").write_text(text)
        write_manifest(staging)
        swap_in(staging, output, work)


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    """No file of the former site stays."""
    output = tmp_path / "build"
    publish(output, "one")
    (output / "left.html").write_text("old")
    publish(output, "two")
    assert (output / "index.html").read_text() == "two"
    assert sorted(p.name for p in output.iterdir()) == ["index.html", MANIFEST]


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path) -> None:
    """As BagIt writes it: SHA-256, two spaces, path."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_bytes(b"x")
    assert write_manifest(tmp_path) == (1, 1)
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    assert (tmp_path / MANIFEST).read_text() == f"{digest}  a/b.txt\n"


def test_two_builds_of_one_output_are_kept_apart(tmp_path: Path) -> None:
    """The second says who is in the way and touches nothing."""
    output = tmp_path / "build"
    with only_build(output), pytest.raises(BusyError, match="another build"), only_build(output):
        pass


def test_a_folder_that_no_build_made_is_never_replaced(tmp_path: Path) -> None:
    """--output ~/Documents must not cost anybody their documents."""
    output = tmp_path / "documents"
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputError, match="no build of site_gen has made"), only_build(output):
        pass
    assert (output / "thesis.txt").exists()


def test_a_build_killed_between_the_two_renames_is_mended_by_the_next(tmp_path: Path) -> None:
    """The former site comes back when the next build begins."""
    output = tmp_path / "build"
    publish(output, "one")
    output.rename(work_folder(output) / "former")
    with only_build(output):
        assert (output / "index.html").read_text() == "one"


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """A clear error, before any work."""
    output = tmp_path / "build"
    output.write_text("")
    with pytest.raises(OutputError, match="is not a folder"), only_build(output):
        pass


@pytest.mark.parametrize(
    ("output", "told"),
    [("archive/pages/site", "lies in archive/pages/"), ("look/site", "lies in the theme")],
)
def test_an_output_in_what_a_build_reads_is_refused_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, told: str
) -> None:
    """A folder of the archive by its name there, the theme by its path."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match=told):
        check_apart(Path("archive"), Path(output), theme=Path("look"))
