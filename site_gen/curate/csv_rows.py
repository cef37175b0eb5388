"""CSV files of the archivist: rows by column name, each with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from site_gen.model import Finding

from .findings import finding, nearest


class Row(NamedTuple):
    """The cells of a row by the columns' names, white space trimmed; a missing cell is an empty text."""

    line: int
    cells: dict[str, str]


def csv_rows(
    data: bytes, file: str, columns: Sequence[str], required: Sequence[str]
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Return the rows that hold something, and findings on encoding, columns and rows. Never raises.

    Comma, semicolon or tab between cells, as spreadsheets write them. No rows where a required column is missing.
    """
    text, problems = _decoded(data, file)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: (head.count(mark), mark == ","))
    table = _numbered(text, delimiter)
    if not table:
        return (), problems
    names = [cell.strip().casefold() for cell in table[0][1]]
    findings = [*problems, *_about_columns(names, file, columns)]
    missing = [name for name in required if name not in names]
    if missing:
        message = f"No column {' and '.join(missing)}."
        hint = f"Begin the file with the line: {','.join(columns)}"
        return (), (*findings, finding("CUR-001", f"{file}:{table[0][0]}", message, hint))
    rows = []
    for line, cells in table[1:]:
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            message = f"{len(cells)} cells under {len(names)} columns; the last ones are not read."
            hint = "Put quotation marks around a cell that holds a comma."
            findings.append(finding("CUR-003", f"{file}:{line}", message, hint))
        given = dict(zip(names, (cell.strip() for cell in cells), strict=False))
        rows.append(Row(line, {name: given.get(name, "") for name in columns}))
    return tuple(rows), tuple(findings)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    try:
        return _plain(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", "replace")
        line = data[: error.start].count(b"\n") + 1
        message = "Not UTF-8; read as Windows-1252."
        found = finding("CUR-003", f"{file}:{line}", message, "Save the file as CSV UTF-8.")
        return _plain(text), (found,)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _numbered(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return rows
        except csv.Error:
            cells = []
        if any(cell.strip() for cell in cells):
            rows.append((line, cells))
        line = reader.line_num + 1


def _about_columns(names: Sequence[str], file: str, columns: Sequence[str]) -> list[Finding]:
    found = []
    for name in names:
        if name and name not in columns:
            hint = nearest(name, columns, f"Known are {', '.join(columns)}.")
            found.append(finding("CUR-002", f"{file}:1", f'Unknown column "{name}"; not read.', hint))
    return found
