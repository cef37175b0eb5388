"""The development sets as articles: a record of title and text becomes what the first stages would have made of it.

Names are found by a simple rule here (runs of capitalised words that do not open a sentence), so that linking can be
measured by itself, without the stages before it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from site_gen.language import sentences, words
from site_gen.model import (
    Article,
    Basis,
    Block,
    Brief,
    BriefName,
    CaptureRef,
    Evidence,
    NameMention,
    Sourced,
)

_JOINS = frozenset({"of", "the", "de", "al", "bin", "van", "von", "la"})
_EVIDENCE = Evidence("benchmark")

Record = dict[str, Any]


def records(path: Path) -> list[Record]:
    """Return the records of a JSON Lines file, gzipped or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def article(record: Record) -> Article:
    """Return the article a record would become: its paragraphs as blocks, its names by their capitals."""
    paragraphs = [p.strip() for p in re.split(r"\n+", record["text"]) if p.strip()]
    title = record.get("title") or " ".join(record["text"].split()[:12])
    blocks = tuple(Block(f"p{i}", "paragraph", p, (0, 0)) for i, p in enumerate(paragraphs, 1))
    date = str(record["date"])[:10] if record.get("date") else None
    digest = hashlib.sha256(record["text"].encode()).hexdigest()
    return Article(
        id=record["id"],
        capture=CaptureRef(record["id"], None, digest, 0, "text/plain", "utf-8", "declared"),
        title=_stated(title),
        standfirst=None,
        source=_stated(record["source"]) if record.get("source") else None,
        agency=None,
        credited_agencies=(),
        authors=(),
        contributors=(),
        published=_stated(date) if date else None,
        modified=None,
        place=None,
        language=_stated(record.get("language") or "en"),
        section=None,
        url=_stated(record["url"]) if record.get("url") else None,
        rights=None,
        given_topics=(),
        blocks=blocks,
        lines=(),
        edits=(),
        names=tuple(_names(blocks)),
        clues=(),
        words=len(record["text"].split()),
    )


def brief(made: Article) -> Brief:
    """Return the brief of such an article."""
    counts = Counter(m.name for m in made.names)
    return Brief(
        id=made.id,
        key=made.capture.key,
        title=made.title.value,
        source=made.source.value if made.source else None,
        agency=None,
        published=made.published.value if made.published else None,
        published_basis="stated" if made.published else None,
        language=made.language.value,
        section=None,
        summary="",
        url=made.url.value if made.url else None,
        words=made.words,
        sha256=made.capture.sha256,
        names=tuple(BriefName(n, "organisation", c) for n, c in sorted(counts.items())),
        given_topics=(),
    )


def _stated(value: str) -> Sourced[str]:
    return Sourced(value, Basis.STATED, _EVIDENCE)


def _names(blocks: Iterable[Block]) -> Iterator[NameMention]:
    for block in blocks:
        for start, end in sentences(block.text):
            for name in _capitalised(block.text[start:end]):
                yield NameMention(name, "organisation", block.id, 0, 0)


def _capitalised(sentence: str) -> Iterator[str]:
    run: list[str] = []
    for number, word in enumerate([w.text for w in words(sentence)]):
        if (word[0].isupper() and (number > 0 or word.isupper())) or (run and word in _JOINS):
            run.append(word)
        else:
            yield from _run(run)
            run = []
    yield from _run(run)


def _run(run: list[str]) -> Iterator[str]:
    while run and run[-1] in _JOINS:
        run = run[:-1]
    if run and len(run[0]) > 1:
        yield " ".join(run)
