"""``site_gen clean``: files, standard input, or a stream of records, to lines of text, Markdown or JSON."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from site_gen import clean, describe, ingest
from site_gen.model import Body, Capture, Finding, Level, Record
from site_gen.settings import IngestSettings

from .extracted import Extracted, described, known_title
from .markdown import markdown_of
from .pages import id_of
from .remarks import Remarks
from .waiting import clean_all, waiting_room

STDIN = "<stdin>"
"""What remarks and answers call standard input."""


class Named(msgspec.Struct):
    """What the stream itself reads of a record; the rest is read as that of a .jsonl file."""

    id: Any = msgspec.UNSET
    """Given back as it came, of whatever type; else ``line-7``."""
    site: Any = None


def clean_files(
    files: Iterable[Path | BinaryIO], remarks: Remarks, *, as_json: bool = False, as_markdown: bool = False
) -> Iterator[str]:
    """Yield the articles of each file: their text, or one JSON object a line; texts of several stand under the names of their files.

    A file that is open already is standard input.
    """
    names: dict[int, str] = {}

    def answer(number: int, capture: Capture, body: Body, findings: tuple[Finding, ...]) -> bytes:
        _cleaned(findings, names[number], capture.key, remarks)
        found = described(capture, body)
        if as_json:
            return msgspec.json.encode({"path": names[number], **found.fields(as_markdown=as_markdown)})
        head = f"==> {names[number]} <==\n\n" if len(names) > 1 else ""
        return f"{head}{_page(found, as_markdown=as_markdown)}\n".encode()

    with waiting_room() as waiting:
        for file in files:
            for name, capture in _from_file(file, remarks):
                number = len(names)
                names[number] = name
                waiting.put(number, clean.site_of(capture), capture)
        clean_all(waiting, answer)
        yield from (line.decode() for number in names if (line := waiting.answer(number)) and line.strip())


def clean_records(stream: BinaryIO, remarks: Remarks, *, as_markdown: bool = False) -> Iterator[bytes]:
    """Read records from a stream to its end, then yield ``{id, text, title, authors, date}`` for each, in its order.

    A line that is no record is remarked, and gives no answer; a record without a text has an empty one.
    """
    ids: dict[int, Any] = {}

    def answer(number: int, capture: Capture, body: Body, findings: tuple[Finding, ...]) -> bytes:
        _cleaned(findings, f"{STDIN}:{number}", capture.key, remarks)
        return _answer(ids[number], capture, body, as_markdown=as_markdown)

    with waiting_room() as waiting:
        for number, line in ingest.numbered_lines(stream, IngestSettings().max_capture_bytes):
            if line is not None and not line.strip():
                continue
            named, capture = _from_line(number, line, remarks)
            if named is None:
                continue
            ids[number] = f"line-{number}" if named.id in (msgspec.UNSET, None) else named.id
            if capture is not None:
                waiting.put(number, str(named.site or "") or clean.site_of(capture), capture)
        clean_all(waiting, answer)
        yield from (waiting.answer(number) or _record(id, "", None, [], None) for number, id in ids.items())


def _from_file(file: Path | BinaryIO, remarks: Remarks) -> Iterator[tuple[str, Capture]]:
    """The captures of a file, each with its name; what is none is remarked, and a file that holds none counts as lost."""
    if not isinstance(file, Path):
        yield from _from_stdin(file.read(), remarks)
        return
    try:
        if file.is_file():
            with file.open("rb") as stream:
                yield from _captures(str(file), file.name, stream, file.stat().st_size, remarks)
        else:  # a pipe, such as the shell makes of <(command)
            data = file.read_bytes()
            yield from _captures(str(file), file.name, io.BytesIO(data), len(data), remarks)
    except OSError as error:
        remarks.lost(str(file), _why_not_read(file, error))


def _from_stdin(data: bytes, remarks: Remarks) -> Iterator[tuple[str, Capture]]:
    """The captures of standard input: a page or text, or records as JSON."""
    if data:
        name = "stdin.json" if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") else "stdin"
        yield from _captures(STDIN, name, io.BytesIO(data), len(data), remarks)
    else:
        remarks.lost(STDIN, "nothing came. Name files, or give --jsonl with records on standard input.")


def _why_not_read(file: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return f"a folder, not a file. Name its files: {file / '*'}"
    if isinstance(error, FileNotFoundError):
        return "there is no such file."
    return f"may not be read: {error.strerror}."


def _captures(
    given: str, name: str, stream: BinaryIO, size_bytes: int, remarks: Remarks
) -> Iterator[tuple[str, Capture]]:
    """The captures of a file called ``given``; its name says how it is read."""
    before, notes = remarks.told, list[Finding]()
    for item in ingest.records(name, stream, size_bytes, IngestSettings()):
        if isinstance(item, Finding):
            notes += [item] if item.level == Level.NOTE else []
            _remark((item,), given, name, remarks)
        else:
            capture, findings = ingest.capture(item, id=id_of(item, 0), settings=IngestSettings())
            _remark(findings, given, name, remarks)
            if capture is not None:
                remarks.answered += 1
                yield given if capture.record is None else f"{given}#{capture.record}", capture
    if remarks.told == before:
        for finding in notes:
            remarks.say(finding, given + finding.where.removeprefix(name), is_lost=True)


def _from_line(number: int, line: bytes | None, remarks: Remarks) -> tuple[Named | None, Capture | None]:
    """What a line names and its capture; no name where it is no record, no capture where the record holds none."""
    where = f"{STDIN}:{number}"
    if line is None:
        remarks.lost(where, "longer than a capture may be. Split it.")
        return None, None
    record = Record(STDIN, f"line-{number}", line, "application/json", line=number)
    capture, findings = ingest.capture(record, id=id_of(record, 0), settings=IngestSettings())
    _remark(findings, where, where, remarks)
    remarks.answered += capture is not None
    return _named(line), capture


def _named(line: bytes) -> Named | None:
    """What a record names itself; the slower reader takes what the faster one does not: NaN, bytes that are no UTF-8."""
    try:
        return msgspec.json.decode(line, type=Named)
    except (msgspec.MsgspecError, ValueError):
        pass
    try:
        table = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return Named(table.get("id"), table.get("site")) if isinstance(table, dict) else None


def _remark(findings: Iterable[Finding], place: str, key: str, remarks: Remarks) -> None:
    """Say findings, but for notes, under a place as it was given; an error tells of something that is lost."""
    for finding in findings:
        if finding.level != Level.NOTE:
            remarks.say(
                finding, place + finding.where.removeprefix(key), is_lost=finding.level == Level.ERROR
            )


def _cleaned(findings: Iterable[Finding], place: str, key: str, remarks: Remarks) -> None:
    """Say what cleaning found; its remedies are an archive's. A page without a text was read all the same, and is answered."""
    for finding in findings:
        if finding.level != Level.NOTE:
            remarks.say(replace(finding, hint=""), place + finding.where.removeprefix(key))


def _page(found: Extracted, *, as_markdown: bool) -> str:
    """Title and text, as a person reads them."""
    if as_markdown:
        return markdown_of(found.blocks, found.title)
    return "\n\n".join(part for part in (found.title, found.text) if part)


def _answer(id: object, capture: Capture, body: Body, *, as_markdown: bool) -> bytes:
    said = describe.cited(capture, body)
    authors = [author.value for author in said.authors]
    date = said.published.value if said.published else None
    text = markdown_of(body.blocks) if as_markdown else body.text()
    return _record(id, text, known_title(said.title), authors, date)


def _record(id: object, text: str, title: str | None, authors: list[str], date: str | None) -> bytes:
    out = {"id": id, "text": text, "title": title, "authors": authors, "date": date}
    return msgspec.json.encode(out) + b"\n"
