"""The articles of the sample archive, as the stages before comparison make them, in one process and without a catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from site_gen import clean, describe, ingest
from site_gen.content import Content, read
from site_gen.model import Article, Capture, Finding, Record

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "fixtures" / "sample" / "gold.json"


@cache
def archive_gold() -> dict[str, Any]:
    """What a person read in the captures of ``content/``."""
    gold: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return gold


@cache
def archive() -> dict[str, Article]:
    """Every article of ``content/`` by the key of its capture."""
    content = read(ROOT / "content")
    sites: dict[str, list[Capture]] = {}
    for capture in _captures(content):
        survey = clean.survey(capture, content.settings.clean)
        sites.setdefault(survey.site, []).append(capture)
    return {
        capture.key: describe.article(
            capture,
            body,
            outlets=content.outlets,
            vocabulary=content.vocabulary,
            decisions=(),
            settings=content.settings.describe,
        )[0]
        for _, captures in sorted(sites.items())
        for capture, body in zip(captures, clean.bodies(captures, content.settings.clean), strict=True)
    }


def _captures(content: Content) -> Iterator[Capture]:
    given = ingest.given_by_key(content.metadata)
    for record in _records(content):
        capture, _ = ingest.capture(
            record,
            id=record.key,
            given=ingest.given_for(given, record.key),
            settings=content.settings.ingest,
        )
        if capture is not None:
            yield capture


def _records(content: Content) -> Iterator[Record]:
    for file in content.files:
        with (content.folder / file.path).open("rb") as stream:
            for item in ingest.records(file.path, stream, file.size_bytes, content.settings.ingest):
                if not isinstance(item, Finding):
                    yield item
