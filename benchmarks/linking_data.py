"""The development sets as articles: a record of title and text becomes what the first stages make of it."""

from __future__ import annotations

import gzip
import hashlib
import json
import pickle
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import site_gen
from site_gen import describe, ingest
from site_gen.link import fingerprint
from site_gen.model import Article, Block, Body, Brief, Capture, Fingerprint, Record
from site_gen.settings import IngestSettings

JsonRecord = dict[str, Any]


def records(path: Path) -> list[JsonRecord]:
    """Return the records of a JSON Lines file, gzipped or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def article(record: JsonRecord) -> Article:
    """Return the article that ingest and describe make of a record of a JSON Lines capture file.

    Its text is taken as clean, a block a paragraph: so linking is measured by itself.
    """
    kept = {k: v for k, v in record.items() if k in {"id", "title", "text", "date", "source", "url"} and v}
    line = json.dumps(kept).encode()
    settings = IngestSettings()
    read = next(
        r
        for r in ingest.records("captures/set.jsonl", BytesIO(line), len(line), settings)
        if isinstance(r, Record)
    )
    capture, _ = ingest.capture(read, id=record["id"], settings=settings)
    assert capture is not None, f"{record['id']}: not a capture"
    return describe.article(capture, _body(capture))[0]


def _body(capture: Capture) -> Body:
    found = [m for m in re.finditer(r"[^\n]+", capture.text) if m.group().strip()]
    blocks = tuple(
        Block(f"p{n}", "paragraph", " ".join(m.group().split()), m.span()) for n, m in enumerate(found, 1)
    )
    return Body(capture.id, blocks, ())


@cache
def code() -> bytes:
    """A digest of all that a brief and a fingerprint are made by."""
    home = Path(site_gen.__file__).parent
    parts = [home / name for name in ("ingest", "describe", "language", "model")]
    files = [Path(__file__), *(home / "link" / name for name in ("fingerprint.py", "skeleton.py"))]
    files += [file for part in parts for file in part.rglob("*") if file.suffix in {".py", ".toml", ".txt"}]
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(files))).digest()


def prepared(
    path: Path, cache: Path | None = None
) -> tuple[list[JsonRecord], list[Brief], list[Fingerprint]]:
    """Return the records of a set, their briefs and fingerprints; kept in ``cache`` where a folder is given.

    What is kept is found again by the digest of the set and of the code that describes it.
    """
    rows = records(path)
    seal = hashlib.sha256(path.read_bytes() + code()).hexdigest()[:12]
    kept = cache / f"{path.name}-{seal}.pickle" if cache else None
    if kept is not None and kept.exists():
        briefs, prints = pickle.loads(kept.read_bytes())
        return rows, briefs, prints
    made = [(describe.brief(a), fingerprint(a)) for a in map(article, rows)]
    briefs, prints = [b for b, _ in made], [f for _, f in made]
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps((briefs, prints)))
    return rows, briefs, prints
