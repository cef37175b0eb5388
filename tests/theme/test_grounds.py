"""The grounds that a build gives are said in the language of the interface."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.render.grounds import said_in
from site_gen.render.interface import interface

from .sample import Sample

LOCALE = Path(__file__).resolve().parents[2] / "themes" / "broadsheet" / "locale"


def notes(value: object) -> Iterator[str]:
    """What rules say, wherever it stands in a record; a person's own words are not theirs."""
    if isinstance(value, dict):
        if value.get("note") and value.get("rule") != "decision":
            yield value["note"]
        if value.get("kind") in ("wording", "dates", "decision"):
            yield value["text"]
        for part in value.values():
            yield from notes(part)
    elif isinstance(value, list):
        for part in value:
            yield from notes(part)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_ground_of_the_sample_is_translated(english: Sample, language: str) -> None:
    """A rule that words its ground anew is found here: its form belongs into site_gen/render/grounds.py."""
    speaks = interface(language, (LOCALE,))
    said = set()
    for name in ("articles", "events"):
        for line in (english.folder / "data" / f"{name}.jsonl").read_text("utf-8").splitlines():
            said |= set(notes(json.loads(line)))
    assert len(said) > 20
    assert [note for note in sorted(said) if said_in(note, speaks) == note] == []
