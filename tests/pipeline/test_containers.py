"""Files of records that no process can get through: a finding, and the rest of the archive."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

from .conftest import Built, an_archive, build, text_of

BYTES = 1_500_000_000
"""Address space that each process of a build may use: enough for any but the file that is to fail."""
BOMB = gzip.compress(b"a" * 50_000_000, 9) * 60
"""Three thousand million letters in one line."""


def line(name: str, *, turn: int = 0) -> bytes:
    """A record of an article."""
    record = {"id": name, "text": text_of(f"Grain ship {name} runs aground off Port Ansel", turn=turn)}
    return json.dumps(record).encode() + b"\n"


def small() -> None:
    """Limit a process, and those that it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def test_a_file_of_records_that_needs_too_much_memory_is_named_and_the_rest_is_published(
    tmp_path: Path,
) -> None:
    """What came before in it is kept; files behind it are read; the build process itself never holds it."""
    files: dict[str, str | bytes] = {
        "archive.toml": "[ingest]\nmax_capture_bytes = 2_900_000_000\n",
        "captures/a.jsonl": line("Meridian"),
        "captures/b.jsonl.gz": gzip.compress(line("Aurora", turn=1)) + BOMB,
        "captures/c.jsonl": line("Thetis", turn=2),
    }
    content, output = an_archive(tmp_path / "content", files), tmp_path / "build"
    command = ["build", "--content", str(content), "--output", str(output), "--data-only", "--jobs", "1"]
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", *command],
        preexec_fn=small,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    lines = (output / "data" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = [f for f in map(json.loads, lines) if f["code"] == "ENG-001"]
    assert [f["where"] for f in found] == ["captures/b.jsonl.gz"], lines
    assert "no further than its first 1 captures: MemoryError" in found[0]["message"]
    articles = (output / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert {a["capture"]["record"] for a in map(json.loads, articles)} == {"Meridian", "Aurora", "Thetis"}


def test_a_record_that_goes_from_its_file_goes_from_the_archive(tmp_path: Path) -> None:
    """And one that is changed is read again; the others are taken over."""
    content = an_archive(
        tmp_path / "content", {"captures/a.jsonl": line("Meridian") + line("Aurora", turn=1)}
    )

    def records(built: Built) -> set[str]:
        return {a["capture"]["record"] for a in built.records("articles")}

    assert records(build(content, tmp_path / "build", is_data_only=True)) == {"Meridian", "Aurora"}
    an_archive(content, {"captures/a.jsonl": line("Aurora", turn=1) + line("Thetis", turn=2)})
    assert records(build(content, tmp_path / "build", is_data_only=True)) == {"Aurora", "Thetis"}
    (content / "captures/a.jsonl").unlink()
    an_archive(content, {"captures/b.txt": text_of("Port Ansel opens again")})
    assert records(build(content, tmp_path / "build", is_data_only=True)) == {None}
