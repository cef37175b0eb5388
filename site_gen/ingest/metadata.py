"""metadata.csv: what a person supplies about captures, in a spreadsheet.

The first column, ``path``, names a capture (``captures/a.txt``, or ``captures/b.jsonl#7`` for a record inside a file), a
whole file of records, or a folder (``captures/reuters/``) for all captures in it. The narrower row wins, cell by cell.
The ``captures/`` in front may be left off. Spreadsheets' ways are understood: a byte order mark, other encodings, ``;`` or
tabs between cells, a line ``sep=;``.

Invariant: a row that cannot be used is a finding with its line; every other row is read.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_gen.model import Basis, Finding, Given
from site_gen.settings import IngestSettings

from .decode import decode
from .fields import ALIASES, FIELDS, Written, field_of, read_fields
from .findings import finding

FILE = "metadata.csv"
_PATH_NAMES = frozenset({"path", "file", "filename", "file name", "capture", "key"})
_ROOT = "captures/"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: .xlsx and .ods, the old .xls."""
_ID = re.compile("a-[0-9a-f]{12}")
"""An article's, which may stand for the path."""
_MOST_NEAREST = 50
"""Rows without a capture for which the nearest name is looked up; the rest are named without one."""
_MOST_LINES = 5
"""A row over more lines than this has most likely a quotation mark that is not closed."""


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """One row: what it is about, and the cells that could be read."""

    path: str
    """As ``metadata_key`` writes it; ends in ``/`` for a folder."""
    line: int
    """Line of metadata.csv on which the row begins, 1-based."""
    given: tuple[Given, ...]


def metadata_key(written: str) -> str:
    """Return a path the way rows are looked up: ``captures/`` in front, forward slashes, NFC, no ``./``."""
    text = unicodedata.normalize("NFC", written.strip()).replace("\\", "/").lstrip("/")
    while text.startswith("./"):
        text = text[2:]
    return text if text.startswith(_ROOT) or text == "" or _ID.fullmatch(text) else _ROOT + text


def read_metadata(
    data: bytes, settings: IngestSettings
) -> tuple[tuple[MetadataRow, ...], tuple[Finding, ...]]:
    """Return the rows of metadata.csv in order, and findings on columns, rows and cells. Never raises."""
    if data.startswith(_WORKBOOKS):
        message, hint = (
            "A spreadsheet's own format, not CSV; nothing of it is read.",
            "Save it as CSV (UTF-8).",
        )
        return (), (finding("ING-031", FILE, message, hint),)
    content = decode(data, FILE)
    findings = [f for f in content.findings if f.code not in ("ING-008", "ING-010")]
    table = _table(content.text)
    header = next(table, None)
    if header is None or not any(cell.strip() for cell in header[1]):
        return (), tuple(findings)
    columns, problems = _columns(header)
    findings += problems
    if "path" not in columns:
        message = f"No column path; the first line is {', '.join(header[1])[:80]!r}."
        return (), (
            *findings,
            finding("ING-031", f"{FILE}:{header[0]}", message, "Name the first column path."),
        )
    rows: list[MetadataRow] = []
    for line, cells in table:
        row, problems = _row((line, cells), columns, len(header[1]), settings)
        findings += problems
        if row is not None:
            rows.append(row)
    return tuple(rows), (*findings, *_duplicates(rows))


def given_by_key(rows: Iterable[MetadataRow]) -> dict[str, tuple[Given, ...]]:
    """Return the cells of each path; of two rows for one path the later stands behind, so that it wins."""
    table: dict[str, tuple[Given, ...]] = {}
    for row in rows:
        table[row.path] = table.get(row.path, ()) + row.given
    return table


def given_for(table: Mapping[str, tuple[Given, ...]], key: str, id: str = "") -> tuple[Given, ...]:
    """Return all that rows say of a capture, the widest first: its folders, its file, its record, its article's id."""
    if not table:
        return ()
    places = (*_places(metadata_key(key)), id)
    return tuple(one for place in places for one in table.get(place, ()))


def unmatched_metadata(rows: Sequence[MetadataRow], keys: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for each row that names no capture of ``keys`` (the keys of all records), with the nearest name."""
    known: dict[str, None] = {}
    for key in keys:
        known.update(dict.fromkeys(_places(metadata_key(key))))
    missing = [row for row in rows if row.path not in known]
    names = sorted(known)
    found = []
    for count, row in enumerate(missing):
        near = _nearest(row.path, names) if count < _MOST_NEAREST else None
        hint = f'Did you mean "{near}"?' if near else "Correct the path, or delete the row."
        found.append(finding("ING-035", f"{FILE}:{row.line}", f'There is no capture "{row.path}".', hint))
    return tuple(found)


def _places(key: str) -> Iterator[str]:
    """Every path that means a capture, widest first."""
    path = key.partition("#")[0]
    at = path.find("/")
    while at >= 0:
        yield path[: at + 1]
        at = path.find("/", at + 1)
    yield path
    if key != path:
        yield key


def _nearest(path: str, names: Sequence[str]) -> str | None:
    from rapidfuzz import fuzz, process

    def name(place: str) -> str:
        return place.rstrip("/").rpartition("/")[2].partition(".")[0]

    found = process.extract(path, names, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=70, limit=10)
    wanted = name(path).casefold()
    return next(
        (str(one) for one, _score, _at in found if fuzz.ratio(wanted, name(one).casefold()) >= 55), None
    )


def _table(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of each row that holds something."""
    first, _, rest = text.partition("\n")
    skipped = 0
    delimiter = _delimiter(first)
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        text, skipped, delimiter = rest, 1, first.strip()[4]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = ["\0"]
        if any(cell.strip() for cell in cells):
            yield line, cells


def _delimiter(header: str) -> str:
    counts = [(header.count(mark), -rank, mark) for rank, mark in enumerate(",;\t|")]
    return max(counts)[2]


def _columns(header: tuple[int, list[str]]) -> tuple[dict[str, int], list[Finding]]:
    """Place of each column that is known, under its own name; findings on the others."""
    columns: dict[str, int] = {}
    found = []
    known = sorted({"path", *FIELDS, *ALIASES})
    for at, cell in enumerate(header[1]):
        name = cell.strip()
        plain = name.casefold().replace("_", " ")
        if plain in _PATH_NAMES:
            columns.setdefault("path", at)
        elif field_of(name):
            columns.setdefault(name, at)
        elif name:
            near = difflib.get_close_matches(name.casefold(), known, n=1, cutoff=0.7)
            hint = f'Did you mean "{near[0]}"?' if near else f"Known are path, {', '.join(FIELDS)}."
            is_rights = near == ["rights"]
            if is_rights:
                columns.setdefault("rights", at)
            done = "read as rights, so that nothing is shown against them" if is_rights else "not read"
            where = f"{FILE}:{header[0]}"
            found.append(finding("ING-030", where, f'Unknown column "{name[:60]}"; {done}.', hint))
    return columns, found


def _row(
    row: tuple[int, list[str]], columns: Mapping[str, int], width: int, settings: IngestSettings
) -> tuple[MetadataRow | None, list[Finding]]:
    line, cells = row
    where = f"{FILE}:{line}"
    if cells == ["\0"]:
        return None, [
            finding("ING-031", where, "The row cannot be read.", "Look for a quotation mark too many.")
        ]
    path = cells[columns["path"]] if columns["path"] < len(cells) else ""
    if not path.strip() or "\n" in path.strip():
        message = "The row names no capture." if not path.strip() else "The path runs over several lines."
        return None, [
            finding("ING-032", where, message, 'Write its path under "path", such as captures/a.txt.')
        ]
    found = list(_odd_shape(where, cells, width))
    written = [
        Written(name, cells[at], where) for name, at in columns.items() if name != "path" and at < len(cells)
    ]
    fields, problems = read_fields(written, "metadata.csv", basis=Basis.SUPPLIED, settings=settings)
    return MetadataRow(metadata_key(path), line, fields), [*found, *problems]


def _odd_shape(where: str, cells: Sequence[str], width: int) -> Iterator[Finding]:
    if any(cell.strip() for cell in cells[width:]):
        message = f"{len(cells)} cells under {width} columns; the last ones are not read."
        yield finding("ING-034", where, message, "Put quotation marks around a cell that holds a comma.")
    lines = 1 + sum(cell.count("\n") for cell in cells)
    if lines > _MOST_LINES:
        message = f"The row runs over {lines} lines."
        yield finding("ING-034", where, message, "Look for a quotation mark that is not closed.")


def _duplicates(rows: Sequence[MetadataRow]) -> list[Finding]:
    first: dict[str, int] = {}
    found = []
    for row in rows:
        if row.path in first:
            message = f'"{row.path}" stands on line {first[row.path]}, too; where they differ, this row wins.'
            found.append(finding("ING-033", f"{FILE}:{row.line}", message, "Keep one of the two rows."))
        first.setdefault(row.path, row.line)
    return found
