"""A disk without room: what is said, and what is not made of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from site_gen.engine.disk import full_disk_named
from site_gen.engine.run import Pool
from site_gen.errors import OutputError

FULL = Path("/dev/full")
"""A device of Linux that answers each writing as a full disk does."""
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


def test_a_full_disk_is_an_error_with_its_remedy() -> None:
    """Of a file and of the catalogue; any other error stays what it is."""
    with (
        pytest.raises(OutputError, match=r"site: no room is left .* Make room"),
        full_disk_named(Path("site")),
    ):
        FULL.write_bytes(b"x")
    with pytest.raises(OutputError, match="no room is left"), full_disk_named(Path("site")):
        raise sqlite3.OperationalError("database or disk is full")
    with pytest.raises(IsADirectoryError), full_disk_named(Path("site")):
        Path("/").write_bytes(b"x")


def _write(_context: None, _key: str) -> None:
    FULL.write_bytes(b"x")


def _no_context(_path: str) -> None:
    return None


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_is_no_fault_of_the_document_under_way(tmp_path: Path, jobs: int) -> None:
    """It would be left out of the site, and so would all behind it."""
    pool = Pool(jobs, tmp_path)
    with pytest.raises(OSError, match="No space left"):
        list(pool.run(_write, ["a", "b"], open_context=_no_context, context_path=tmp_path))
    pool.close()
