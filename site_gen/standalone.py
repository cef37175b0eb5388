"""``site_gen clean``: the cleaner as an extractor of its own, for files or for a stream of records."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from . import clean, describe, ingest
from .engine.codec import pack, unpack
from .model import Article, Capture, Finding, Level, Record, SiteLines, Survey
from .settings import CleanSettings, DescribeSettings, IngestSettings


class InputRecord(msgspec.Struct):
    """A line of the input of ``clean --jsonl``."""

    id: str
    url: str | None = None
    site: str | None = None
    html_b64: str | None = None
    html: str | None = None
    text: str | None = None


def clean_files(files: Iterable[Path], *, as_json: bool) -> Iterator[str]:
    """Yield the articles of each file: their text, or one JSON object a line; texts of several stand under the names of their files. All are learned together, site by site."""
    captures = [(path, capture) for path in files for capture in _from_file(path)]
    repeated = _learn(capture for _path, capture in captures)
    for path, capture in captures:
        article = _article(capture, repeated.get(clean.site_of(capture)))
        name = str(path) if capture.record is None else f"{path}#{capture.record}"
        if as_json:
            yield msgspec.json.encode({"path": name, **_fields(article)}).decode()
        else:
            head = f"==> {name} <==\n\n" if len(captures) > 1 else ""
            yield f"{head}{article.title.value}\n\n{article.text()}\n"


def clean_records(stream: BinaryIO) -> Iterator[bytes]:
    """Read records from a stream to its end, then yield ``{id, text, title, authors, date}`` for each, in its order.

    All pages of one ``site`` are learned together. The records wait in a temporary file, not in memory.
    """
    with tempfile.TemporaryDirectory(prefix="site_gen-") as folder:
        db = sqlite3.connect(Path(folder) / "records.sqlite", isolation_level=None)
        db.execute(
            "CREATE TABLE record (number INTEGER PRIMARY KEY, id TEXT, site TEXT, capture BLOB, sheet BLOB, survey BLOB)"
        )
        db.execute("BEGIN")
        for number, line in enumerate(stream, start=1):
            if line.strip():
                _keep(db, number, line)
        db.execute("CREATE INDEX record_site ON record (site)")
        repeated = {
            site: _site_lines(db, site)
            for (site,) in db.execute("SELECT DISTINCT site FROM record ORDER BY site")
        }
        rows = db.execute("SELECT id, site, capture, sheet FROM record ORDER BY number")
        for id, site, packed, laid in rows:
            article = (
                _article(unpack(packed, Capture), repeated[site], unpack(laid, clean.Sheet))
                if packed
                else None
            )
            fields = (
                _fields(article) if article else {"text": "", "title": None, "authors": [], "published": None}
            )
            out = {"id": id, "text": fields["text"], "title": fields["title"], "authors": fields["authors"]}
            yield msgspec.json.encode({**out, "date": fields["published"]}) + b"\n"
        db.close()


def _keep(db: sqlite3.Connection, number: int, line: bytes) -> None:
    try:
        found = msgspec.json.decode(line, type=InputRecord)
    except (msgspec.MsgspecError, ValueError) as error:
        _say(f"<stdin>:{number}: not a record: {error}. Expected {{id, url, site, html_b64 or text}}")
        return
    is_html = found.text is None
    record = Record(
        path=found.site or "stdin",
        record=found.id,
        data=_html(found, number) if is_html else (found.text or "").encode(),
        media_type="text/html" if is_html else "text/plain",
        url=found.url,
    )
    capture = _capture(record)
    site = found.site or (clean.site_of(capture) if capture else "")
    row: tuple[object, ...] = (number, found.id, site, None, None, None)
    if capture is not None:
        sheet = clean.sheet_of(capture)
        survey = clean.survey(capture, CleanSettings(), sheet)
        row = (number, found.id, site, pack(capture), pack(sheet), pack(survey))
    db.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", row)


def _html(found: InputRecord, number: int) -> bytes:
    """The page of a record; none, and a word about it, where its base64 cannot be read."""
    if found.html_b64 is None:
        return (found.html or "").encode()
    try:
        return base64.b64decode("".join(found.html_b64.split()), validate=True)
    except ValueError as error:
        _say(f"<stdin>:{number}: html_b64 is no base64: {error}. Encode the page's bytes again")
        return b""


def _site_lines(db: sqlite3.Connection, site: str) -> SiteLines:
    rows = db.execute(
        "SELECT survey FROM record WHERE site = ? AND survey IS NOT NULL ORDER BY number", (site,)
    )
    return clean.learn(unpack(row[0], Survey) for row in rows)


def _learn(captures: Iterable[Capture]) -> dict[str, SiteLines]:
    surveys: dict[str, list[Survey]] = {}
    for capture in captures:
        survey = clean.survey(capture, CleanSettings())
        surveys.setdefault(clean.site_of(capture), []).append(survey)
    return {site: clean.learn(found) for site, found in sorted(surveys.items())}


def _from_file(path: Path) -> Iterator[Capture]:
    with path.open("rb") as stream:
        for item in ingest.records(path.name, stream, path.stat().st_size, IngestSettings()):
            if isinstance(item, Finding):
                _say(f"{item.where.replace(path.name, str(path), 1)}: {item.code} {item.message}")
            elif (capture := _capture(item)) is not None:
                yield capture


def _capture(record: Record) -> Capture | None:
    id = "a-" + hashlib.sha256(record.key.encode("utf-8", "replace")).hexdigest()[:12]
    capture, findings = ingest.capture(record, id=id, given=(), settings=IngestSettings())
    for finding in findings:
        if capture is None:
            _say(f"{finding.where}: {finding.code} {finding.message}")
    return capture


def _article(capture: Capture, repeated: SiteLines | None, sheet: clean.Sheet | None = None) -> Article:
    body, findings = clean.body(
        capture, site_lines=repeated, decisions=(), settings=CleanSettings(), sheet=sheet
    )
    for finding in findings:
        if finding.level != Level.NOTE:
            _say(f"{finding.where}: {finding.code} {finding.message}")
    article, _found = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    return article


def _fields(article: Article) -> dict[str, object]:
    return {
        "title": article.title.value,
        "authors": [author.value for author in article.authors],
        "published": article.published.value if article.published else None,
        "source": article.source.value if article.source else None,
        "language": article.language.value,
        "text": article.text(),
    }


def _say(message: str) -> None:
    click.echo(message, err=True)
