"""Whole builds: an archive made in a moment, and what a build of it gives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_gen.engine.report import Silence
from site_gen.site import build_site
from site_gen.summary import Summary

SENTENCES = (
    "The harbour of Port Ansel was closed on Tuesday after the grain ship Meridian ran aground at its mouth, the harbour master said.",
    "Divers found a tear of nine metres in the hull, and tugs pumped water from the hold through the night.",
    "“We were lucky that the sea was calm,” said Ingrid Halvorsen, the harbour master.",
    "The Meridian carried 18,000 tonnes of wheat from Kelso Bay, according to the shipping line.",
    "Forty-one sailors were taken off by the lifeboat; two were treated for cold in the hospital of Port Ansel.",
    "Fishermen said that the channel had not been dredged since the spring floods.",
)


@dataclass(frozen=True, slots=True)
class Built:
    """A built archive."""

    output: Path
    summary: Summary

    def records(self, name: str) -> list[dict[str, Any]]:
        """The lines of a data file."""
        text = (self.output / "data" / f"{name}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def codes(self) -> set[tuple[str, str]]:
        """(code, where) of every finding."""
        return {(f["code"], f["where"]) for f in self.records("findings")}

    def digests(self) -> dict[str, str]:
        """SHA-256 of every file, by path."""
        files = sorted(p for p in self.output.rglob("*") if p.is_file())
        return {
            p.relative_to(self.output).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files
        }


def text_of(title: str, *, turn: int = 0) -> str:
    """A short article as a scraper leaves it; ``turn`` puts its sentences in another order."""
    body = SENTENCES[turn:] + SENTENCES[:turn]
    return "\n\n".join((title, *body))


def an_archive(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A content folder with these files."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    (folder / "captures").mkdir(parents=True, exist_ok=True)
    return folder


def build(content: Path, output: Path, *, jobs: int = 1, is_data_only: bool = False) -> Built:
    """Build an archive without a word."""
    summary = build_site(
        content, output, theme=None, jobs=jobs, is_data_only=is_data_only, progress=Silence()
    )
    return Built(output, summary)
