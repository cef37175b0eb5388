"""Factories of the model's nouns for tests: each gives a valid whole from the few parts a test cares about."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from site_gen.model import (
    Article,
    Basis,
    Block,
    CaptureRef,
    Event,
    Evidence,
    NameMention,
    Sourced,
)


def stated(value: str) -> Sourced[str]:
    """A value that the capture states."""
    return Sourced(value, Basis.STATED, Evidence("test"))


def some_blocks(texts: Iterable[str]) -> tuple[Block, ...]:
    """Paragraphs p1, p2 … of these texts."""
    blocks: list[Block] = []
    at = 0
    for number, text in enumerate(texts, 1):
        blocks.append(Block(f"p{number}", "paragraph", text, (at, at + len(text))))
        at += len(text) + 2
    return tuple(blocks)


def an_article(
    text: str | Sequence[str] = "Nothing happened. Nobody came.",
    *,
    id: str = "a1",
    title: str = "Nothing happened",
    source: str | None = "The Lantern",
    agency: str | None = None,
    credited_agencies: Sequence[str] = (),
    published: str | None = None,
    language: str = "en",
    blocks: tuple[Block, ...] | None = None,
    names: tuple[NameMention, ...] = (),
) -> Article:
    """An article of these paragraphs (a string is split at blank lines); what is not given is unknown or empty."""
    paragraphs = text.strip().split("\n\n") if isinstance(text, str) else list(text)
    blocks = some_blocks(paragraphs) if blocks is None else blocks
    return Article(
        id=id,
        capture=CaptureRef(f"captures/{id}.txt", None, "0" * 64, 1, "text/plain", "utf-8", "declared"),
        title=stated(title),
        standfirst=None,
        source=stated(source) if source else None,
        agency=stated(agency) if agency else None,
        credited_agencies=tuple(stated(a) for a in credited_agencies),
        authors=(),
        contributors=(),
        published=stated(published) if published else None,
        modified=None,
        place=None,
        language=stated(language),
        section=None,
        url=None,
        rights=None,
        given_topics=(),
        blocks=blocks,
        lines=(),
        edits=(),
        names=names,
        clues=(),
        words=sum(len(b.text.split()) for b in blocks),
    )


def an_event(articles: Sequence[Article], *, id: str = "e1", title: str = "Nothing happened") -> Event:
    """The event that these articles report, in their order."""
    return Event(id, tuple(a.id for a in articles), stated(title), None, None, (), ())


def linking_records(texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """A record of a development set for each id and text: reports of one event by as many outlets."""
    return [
        {"id": id, "event": "1", "title": "A ferry sinks", "text": text, "source": f"{id}.example.org"}
        for id, text in texts.items()
    ]


def a_linking_set(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write a development set of these texts by their ids; return the shared folder that holds it."""
    made = folder / "shared" / "data" / "linking"
    made.mkdir(parents=True)
    lines = "\n".join(map(json.dumps, linking_records(texts)))
    (made / "galaxy.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return folder / "shared"
