"""``site_gen clean``: the cleaner as an extractor of its own, for files or for a stream of records.

All pages of one site are learned together. What memory should not hold waits in a temporary file.
"""

from __future__ import annotations

import binascii
import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from . import clean, describe, ingest
from .engine.codec import pack, unpack
from .model import Body, Capture, Finding, Level, Record, SiteLines, Survey
from .settings import CleanSettings, IngestSettings


class InputRecord(msgspec.Struct):
    """A line of the input of ``clean --jsonl``."""

    id: str
    url: str | None = None
    site: str | None = None
    html_b64: str | None = None
    html: str | None = None
    text: str | None = None


def clean_files(files: Iterable[Path], *, as_json: bool) -> Iterator[str]:
    """Yield the articles of each file: their text, or one JSON object a line; texts of several stand under the names of their files."""
    names: dict[int, str] = {}

    def answer(number: int, capture: Capture, body: Body) -> bytes:
        if as_json:
            return msgspec.json.encode({"path": names[number], **_fields(capture, body)})
        head = f"==> {names[number]} <==\n\n" if len(names) > 1 else ""
        return f"{head}{describe.cited(capture, body).title.value}\n\n{body.text()}\n".encode()

    with _waiting() as waiting:
        for path in files:
            for capture in _from_file(path):
                number = len(names)
                names[number] = str(path) if capture.record is None else f"{path}#{capture.record}"
                waiting.put(number, clean.site_of(capture), capture)
        _clean(waiting, answer, names)
        yield from ((waiting.answer(number) or b"").decode() for number in names)


def clean_records(stream: BinaryIO) -> Iterator[bytes]:
    """Read records from a stream to its end, then yield ``{id, text, title, authors, date}`` for each, in its order."""
    ids: dict[int, str] = {}
    with _waiting() as waiting:
        for number, line in enumerate(stream, start=1):
            if (found := _input_record(line, number)) is None:
                continue
            ids[number] = found.id
            if (capture := _capture_of(found, number)) is not None:
                waiting.put(number, found.site or clean.site_of(capture), capture)
        _clean(waiting, lambda number, capture, body: _answer(ids[number], capture, body))
        yield from (waiting.answer(number) or _no_answer(id) for number, id in ids.items())


class _Waiting:
    """Captures until they are cleaned, in memory or in a file, and the answers that were made of them."""

    HELD_CHARS = 50_000_000
    """Of captures in memory: 50 to 200 MB."""

    def __init__(self, path: Path) -> None:
        self.sites: dict[str, list[int]] = {}
        """Numbers of the captures that are learned together."""
        self._held: dict[int, Capture] = {}
        self._chars = 0
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("BEGIN")
        self._db.execute("CREATE TABLE capture (number INTEGER PRIMARY KEY, packed BLOB)")
        self._db.execute("CREATE TABLE answer (number INTEGER PRIMARY KEY, line BLOB)")

    def put(self, number: int, site: str, capture: Capture) -> None:
        """Keep a capture of a site."""
        self.sites.setdefault(site, []).append(number)
        if self._chars + len(capture.text) <= self.HELD_CHARS:
            self._held[number] = capture
            self._chars += len(capture.text)
        else:
            self._db.execute("INSERT INTO capture VALUES (?, ?)", (number, pack(capture)))

    def capture(self, number: int) -> Capture:
        """Return a capture that was kept."""
        if (held := self._held.get(number)) is not None:
            return held
        row = self._db.execute("SELECT packed FROM capture WHERE number = ?", (number,)).fetchone()
        return unpack(row[0], Capture)

    def answered(self, number: int, line: bytes) -> None:
        """Keep the answer, and no longer the capture."""
        if (held := self._held.pop(number, None)) is not None:
            self._chars -= len(held.text)
        self._db.execute("INSERT INTO answer VALUES (?, ?)", (number, line))

    def answer(self, number: int) -> bytes | None:
        """Return the answer; None where there was no capture."""
        row = self._db.execute("SELECT line FROM answer WHERE number = ?", (number,)).fetchone()
        return bytes(row[0]) if row else None

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


@contextmanager
def _waiting() -> Iterator[_Waiting]:
    with (
        tempfile.TemporaryDirectory(prefix="site_gen-") as folder,
        closing(_Waiting(Path(folder) / "captures.sqlite")) as waiting,
    ):
        yield waiting


SHEETS_HELD = 50
"""Pages of a site that are not laid out a second time once the site is learned."""


def _clean(
    waiting: _Waiting, answer: Callable[[int, Capture, Body], bytes], names: Mapping[int, str] | None = None
) -> None:
    """Clean all captures, those of a site together, and keep what ``answer`` makes of each; one alone has nothing to teach.

    ``names`` are the captures' files as they were given, for what is to remark.
    """
    for _site, numbers in sorted(waiting.sites.items()):
        sheets: dict[int, clean.Sheet] = {}
        repeated = clean.learn(_surveys(waiting, numbers, sheets)) if len(numbers) > 1 else None
        for number in numbers:
            capture, sheet = waiting.capture(number), sheets.pop(number, None)
            body = _body(capture, repeated, sheet, (names or {}).get(number, capture.key))
            waiting.answered(number, answer(number, capture, body))


def _surveys(waiting: _Waiting, numbers: Sequence[int], sheets: dict[int, clean.Sheet]) -> Iterator[Survey]:
    """The surveys of captures; the first of their sheets are kept."""
    for number in numbers:
        capture = waiting.capture(number)
        sheet = clean.sheet_of(capture)
        if len(sheets) < SHEETS_HELD:
            sheets[number] = sheet
        yield clean.survey(capture, CleanSettings(), sheet)


def _answer(id: str, capture: Capture, body: Body) -> bytes:
    said = describe.cited(capture, body)
    authors = [author.value for author in said.authors]
    date = said.published.value if said.published else None
    return _record(id, body.text(), said.title.value, authors, date)


def _no_answer(id: str) -> bytes:
    return _record(id, "", None, [], None)


def _record(id: str, text: str, title: str | None, authors: list[str], date: str | None) -> bytes:
    out = {"id": id, "text": text, "title": title, "authors": authors, "date": date}
    return msgspec.json.encode(out) + b"\n"


def _input_record(line: bytes, number: int) -> InputRecord | None:
    if not line.strip():
        return None
    try:
        return msgspec.json.decode(line, type=InputRecord)
    except (msgspec.MsgspecError, ValueError) as error:
        _say(f"<stdin>:{number}: not a record: {error}. Expected {{id, url, site, html_b64 or text}}")
        return None


def _capture_of(found: InputRecord, number: int) -> Capture | None:
    is_html = found.text is None
    return _capture(
        Record(
            path=found.site or "stdin",
            record=found.id,
            data=_html(found, number) if is_html else (found.text or "").encode(),
            media_type="text/html" if is_html else "text/plain",
            url=found.url,
        )
    )


def _html(found: InputRecord, number: int) -> bytes:
    """The page of a record; none, and a word about it, where its base64 cannot be read."""
    if found.html_b64 is None:
        return (found.html or "").encode()
    try:
        return binascii.a2b_base64("".join(found.html_b64.split()), strict_mode=True)
    except ValueError as error:
        _say(f"<stdin>:{number}: html_b64 is no base64: {error}. Encode the page's bytes again")
        return b""


def _from_file(path: Path) -> Iterator[Capture]:
    with path.open("rb") as stream:
        for item in ingest.records(path.name, stream, path.stat().st_size, IngestSettings()):
            if isinstance(item, Finding):
                _remark(item, path)
            elif (capture := _capture(item, path)) is not None:
                yield capture


def _remark(finding: Finding, path: Path | None = None) -> None:
    """Say a finding and its remedy, under the file's path as it was given."""
    where = str(path) + finding.where.removeprefix(path.name) if path else finding.where
    _say(f"{where}: {finding.code} {finding.message} {finding.hint}")


def _capture(record: Record, path: Path | None = None) -> Capture | None:
    id = "a-" + hashlib.sha256(record.key.encode("utf-8", "replace")).hexdigest()[:12]
    capture, findings = ingest.capture(record, id=id, given=(), settings=IngestSettings())
    for finding in findings:
        if capture is None:
            _remark(finding, path)
    return capture


def _body(capture: Capture, repeated: SiteLines | None, sheet: clean.Sheet | None, place: str) -> Body:
    body, findings = clean.body(
        capture, site_lines=repeated, decisions=(), settings=CleanSettings(), sheet=sheet
    )
    for finding in findings:
        if finding.level != Level.NOTE:
            _say(f"{place}{finding.where.removeprefix(capture.key)}: {finding.code} {finding.message}")
    return body


def _fields(capture: Capture, body: Body) -> dict[str, object]:
    article, _found = describe.article(capture, body, with_names=False)
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
