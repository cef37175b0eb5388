"""Captures in a table (CSV, TSV): one article a row, its text in a column, what is known of it in the others.

A row becomes the JSON object of its filled cells, and from there on is read as a line of JSONL is. Rows are streamed. The
ways of spreadsheets are understood: a byte order mark, ``;`` or tabs between cells, a line ``sep=;``, other encodings.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .decode import decode
from .fields import field_of
from .findings import finding
from .jsonl import listed, numbered_lines, object_records
from .keys import has_content_key

_NEED = 'Name the column with the text "text" (or "html"), that with the headline "title"; the first line names the columns.'


def row_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield a record for each row that holds something, in order, with its line; one finding where no column holds a text.

    At a row that cannot be read, or is longer than a capture may be, the file ends with a finding.
    """
    table = _rows(text_lines(stream, settings.max_capture_bytes), settings.max_capture_bytes)
    try:
        head = next(table, None)
        if head is None:
            yield finding("ING-001", path, "The table is empty.", "Capture again, or delete the file.")
            return
        names = [cell.strip() for cell in head[1]]
        if not has_content_key(names):
            message = f"No column of the table holds a text; its first line is {listed(names)}."
            yield finding("ING-024", f"{path}:{head[0]}", message, _NEED)
            return
        yield from object_records(path, _objects(names, table), settings)
    except (csv.Error, ValueError) as error:
        message = f"A row cannot be read: {error}. Nothing behind it is."
        hint = "Look for a quotation mark that is not closed in the row behind the last that was read."
        yield finding("ING-017", path, message, hint)


def text_lines(stream: BinaryIO, most: int) -> Iterator[str]:
    """Yield the lines as text: UTF-8, or else in the encoding that the first other line seems to have. Raises ValueError for one without end."""
    encoding = ""
    for number, line in numbered_lines(stream, most):
        if line is None:
            raise ValueError(f"line {number} is longer than {most:,} bytes")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            encoding = encoding or decode(line, "").encoding
            text = line.decode(encoding, "replace")
        yield text.replace("\0", "") + "\n"


def _rows(lines: Iterator[str], most: int) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of each row that holds something. Raises csv.Error where one cannot be read."""
    first = next(lines, "")
    skipped, delimiter = 0, _delimiter(first)
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        skipped, delimiter, first = 1, first.strip()[4], next(lines, "")
    reader = csv.reader(_before(first, lines), delimiter=delimiter)
    while True:
        line = reader.line_num + 1 + skipped
        cells = _next(reader, most)
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells


def _before(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _delimiter(header: str) -> str:
    counts = [(header.count(mark), -rank, mark) for rank, mark in enumerate(",;\t|")]
    return max(counts)[2]


def _next(reader: Any, most: int) -> list[str] | None:
    """The next row, its cells as long as a capture may be; None at the end. The limit is one of the whole process."""
    before = csv.field_size_limit(most)
    try:
        cells: list[str] | None = next(reader, None)
        return cells
    finally:
        csv.field_size_limit(before)


def _objects(names: list[str], rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, bytes]]:
    """Line and JSON object of each row; of two columns of one name the first that is filled counts.

    A row without an id is named by its address, so that a row put before it does not rename it.
    """
    for line, cells in rows:
        filled: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=False):
            if name and cell.strip():
                filled.setdefault("id" if name.casefold() == "id" else name, cell)
        if "id" not in filled and (address := _address(filled)):
            filled["id"] = address
        yield line, json.dumps(filled, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _address(filled: dict[str, str]) -> str:
    return next((cell.strip() for name, cell in filled.items() if field_of(name) == "url"), "")
