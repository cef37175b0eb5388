"""Exports of news databases: many documents in one text, each between the lines that the database puts there.

``1 of 25 DOCUMENTS`` (LexisNexis, ProQuest) stands before a document, ``End of Document`` (Nexis Uni) and ``Document HM0000…``
(Factiva) behind it. What stands outside of documents, such as a list of what was asked for, is counted and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .findings import finding, too_large
from .rows import text_lines

_BEFORE = re.compile(r"\s*(?:Document \d+ of \d+|(?:Document )?\d+ of \d+ DOCUMENTS?)\s*", re.I)
_BEHIND = re.compile(r"\s*(?:End of Document|Document ([A-Z]{2,12}\d{8,16}[a-z0-9]{4,16}))\s*")
_MARKED = re.compile(
    rb"^[ \t]*(?:\d+ of \d+ doc|document \d+ of|end of document|document [A-Z]{2,12}\d{8})", re.M | re.I
)
_FEWEST = 2
"""Marks from which a text is an export: an article has none, and a document alone one."""


class _Document(NamedTuple):
    line: int
    name: str
    text: str


def count_documents(data: bytes) -> int:
    """Return how many documents of a database a text holds; 0 for a text that is no export of several."""
    if not _MARKED.search(data):
        return 0
    text = data.decode("latin-1").replace("\r", "")
    marks = (_BEFORE.fullmatch(line) or _BEHIND.fullmatch(line) for line in text.split("\n"))
    kinds = [bool(mark.re is _BEFORE) for mark in marks if mark]
    count = max(kinds.count(True), kinds.count(False))
    return count if count >= _FEWEST else 0


def export_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield a record for each document of an export, in order, with its line; one for the whole where it has no marks.

    Raises ValueError at a document that is longer than a capture may be; those before it are given.
    """
    yield from document_records(path, text_lines(stream, settings.max_capture_bytes), settings)


def document_records(path: str, lines: Iterable[str], settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the documents that lines of text hold; a text without marks is one capture, the file's own."""
    outside = count = 0
    for one in _documents(lines, settings.max_capture_bytes):
        if not one.name:
            outside += sum(bool(line.strip()) for line in one.text.split("\n"))
            continue
        count += 1
        data = one.text.encode("utf-8", "surrogatepass")
        if len(data) > settings.max_capture_bytes:
            yield too_large(f"{path}:{one.line}", settings)
        else:
            yield Record(path, one.name, data, "text/plain", line=one.line)
    if outside:
        message = f"Documents: {count}; lines outside of them left out: {outside}."
        yield finding("ING-018", path, message, "Nothing to do.")


def _documents(lines: Iterable[str], most: int) -> Iterator[_Document]:
    """The documents, each with its name, and without one what stands outside of them. Raises ValueError for one without end."""
    held: list[str] = []
    start, number, size, is_open = 1, 0, 0, False
    names: set[str] = set()

    def made(name: str) -> _Document:
        nonlocal number
        number += 1
        first = name = name or f"document-{number}"
        while name in names:
            name = f"{first}-{number}"
        names.add(name)
        return _Document(start, name, "".join(held).strip("\n") + "\n")

    for at, line in enumerate(lines, start=1):
        plain = line.rstrip("\r\n")
        if _BEFORE.fullmatch(plain):
            if any(map(str.strip, held)):
                yield made("") if is_open else _Document(start, "", "".join(held))
            held, start, size, is_open = [], at + 1, 0, True
        elif found := _BEHIND.fullmatch(plain):
            yield made(found[1] or "")
            held, start, size, is_open = [], at + 1, 0, False
        else:
            held.append(line)
            size += len(line)
            if size > most:
                raise ValueError(f"what begins at line {start} is longer than {most:,} characters")
    if any(map(str.strip, held)):
        yield made("") if is_open or not number else _Document(start, "", "".join(held))
