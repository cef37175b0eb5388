"""Captures in JSON Lines: one object a line, with ``id``, ``html`` or ``text``, and what the supplier knows of it.

Lines are streamed: memory holds one line, and the ids. A line that is no object is a finding with its number,
and the rest goes on.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_beyond
from .decode import Decoded, decode, tidied
from .fields import field_of
from .findings import finding, too_large
from .wordpress import as_record

CONTENT_KEYS = ("html", "html_b64", "text")
"""Where the capture itself stands; the first that holds something is read."""
TEXT_KEYS = ("body", "content", "articlebody", "article_text", "full_text", "fulltext", "maintext")
"""Other names under which programs write the text, in any case; read where none of CONTENT_KEYS holds something."""
OWN_KEYS = frozenset({"id", *CONTENT_KEYS, "captured", "encoding"})
_KEY = re.compile(rb'"(\w{1,40})"\s*:')
_LONGEST_ID = 200
_WIDE_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def jsonl_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield a record for each line, and a finding for each that is too long, in order of the lines.

    A record's id is its ``id``, else ``line-7``; of a line that is no object, ``read_object`` says so. An id that came before gets ``-2``, with a finding.
    """
    yield from _records(path, _lines(stream, settings.max_capture_bytes), settings)


def json_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the records of a .json file: one object, an array of objects, or one object a line.

    One that holds no text, such as a program's settings, is noted and left out.
    """
    data = read_beyond(stream, settings.max_capture_bytes)
    first = data.lstrip(codecs.BOM_UTF8).lstrip()
    line, _, rest = first.partition(b"\n")
    is_lines = first.startswith(b"{") and line.rstrip().endswith(b"}") and bool(rest.strip())
    if is_lines or (len(data) > settings.max_capture_bytes and first.startswith(b"{")):
        yield from _records(
            path, _numbered(_Joined(data, stream).readline, b"", settings.max_capture_bytes), settings
        )
    elif len(data) > settings.max_capture_bytes:
        yield too_large(path, settings)
    elif not first:
        yield finding(
            "ING-001", path, "The file is empty.", "Write one JSON object a line, or delete the file."
        )
    elif not _may_hold_captures(data):
        yield finding("ING-004", path, "A .json file without html or text is no capture.", "Nothing to do.")
    else:
        yield from _records(path, _elements(_as_text(data).removeprefix("\ufeff")), settings)


def _may_hold_captures(data: bytes) -> bool:
    """Whether a .json file has a key under which a text stands; a program's settings have none."""
    keys = {key.decode("ascii") for key in _KEY.findall(data)}
    return any(key in CONTENT_KEYS or key.casefold() in TEXT_KEYS for key in keys)


def _records(
    path: str, lines: Iterable[tuple[int, bytes | None]], settings: IngestSettings
) -> Iterator[Record | Finding]:
    seen: dict[str, int] = {}
    unread: set[str] = set()
    is_empty = True
    for number, line in lines:
        where = f"{path}:{number}"
        if line is not None and not line.strip():
            continue
        is_empty = False
        if line is None:
            yield too_large(where, settings)
            continue
        table, _ = _object(line)
        if table is None:  # counted as a record, so that it is left out with its reason (``read_object``)
            yield Record(path, _id({}, number, seen, where)[0], line, "application/json", line=number)
            continue
        name, about_id = _id(table, number, seen, where)
        if about_id:
            yield about_id
        new = sorted(
            key for key in table.keys() - OWN_KEYS - unread - {_content_key(table)} if field_of(key) is None
        )
        if new:
            unread.update(new)
            hint = f"Nothing to do; read are {', '.join(sorted(OWN_KEYS))} and the columns of metadata.csv."
            yield finding("ING-014", where, f"Fields not read, here and below: {_listed(new)}.", hint)
        yield Record(path, name, line, "application/json", line=number, captured=_captured(table))
    if is_empty:
        yield finding(
            "ING-001", path, "The file holds no line.", "Write one JSON object a line, or delete the file."
        )


def read_object(
    record: Record, where: str
) -> tuple[dict[str, Any] | None, Decoded | None, bool, tuple[Finding, ...]]:
    """Return a JSONL record's fields, its decoded content, whether that is HTML, and what was odd.

    The fields are None where the line is no object; the content is None where there is none.
    """
    table, problem = _object(record.data)
    if table is None:
        hint = "Mend this line; the others are read."
        return None, None, False, (finding("ING-012", where, f"Not a JSON object: {problem}.", hint),)
    key = _content_key(table)
    if key is None:
        hint = 'Give each record "html" or "text".'
        message = f"Neither html nor text; there is {_listed(list(table)) or 'nothing'}."
        return table, None, False, (finding("ING-015", where, message, hint),)
    if key == "html_b64":
        return _from_base64(table, where)
    text, findings = tidied(table[key], where)
    findings = (*_not_utf8(record.data, where), *findings)
    return table, Decoded(text, "utf-8", "utf-8", findings), key == "html", findings


def _content_key(table: dict[str, Any]) -> str | None:
    """Under which of its keys a record has its page or text; None where it has none."""
    named = chain(CONTENT_KEYS, (key for name in TEXT_KEYS for key in table if key.casefold() == name))
    return next((key for key in named if isinstance(table.get(key), str) and table[key].strip()), None)


def page_of(record: Record) -> bytes | None:
    """Return the bytes of a JSONL record's page: as they were encoded, or in UTF-8. None where it holds a text or nothing."""
    table, content, is_html, _findings = read_object(record, "")
    if table is None or content is None or not is_html:
        return None
    page = table.get("html")
    if isinstance(page, str) and page.strip():
        return page.encode("utf-8", "replace")
    return base64.b64decode(table["html_b64"])


def _from_base64(
    table: dict[str, Any], where: str
) -> tuple[dict[str, Any], Decoded | None, bool, tuple[Finding, ...]]:
    try:
        data = base64.b64decode(table["html_b64"], validate=False)
    except (binascii.Error, ValueError) as error:
        found = finding(
            "ING-015", where, f"html_b64 is not base64: {error}.", 'Give the record "html" or "text".'
        )
        return table, None, False, (found,)
    charset = table.get("encoding")
    content = decode(data, where, charset=charset if isinstance(charset, str) else None, is_markup=True)
    return table, content, True, content.findings


class _Joined:
    """Lines of bytes already read, then of the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readline(self, size: int) -> bytes:
        line = self._head.readline(size)
        if line.endswith(b"\n") or len(line) >= size:
            return line
        return line + self._rest.readline(size - len(line))


def _elements(text: str) -> Iterator[tuple[int, bytes]]:
    """Line and source of each element of an array, or of the one value there is. Broken source comes as it is, last."""
    decoder = json.JSONDecoder()
    space = re.compile(r"[\s,]*")
    at = len(text) - len(text.lstrip())
    is_array = text[at : at + 1] == "["
    at = _after(space, text, at + is_array)
    line, counted = 1, 0
    while at < len(text) and not (is_array and text[at] == "]"):
        line, counted = line + text.count("\n", counted, at), at
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield line, text[at:].encode("utf-8", "surrogatepass")
            return
        yield line, text[at:end].encode("utf-8", "surrogatepass")
        at = _after(space, text, end)


def _after(space: re.Pattern[str], text: str, at: int) -> int:
    found = space.match(text, at)
    return found.end() if found else at


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line; None for a line that is too long, which is skipped without being held."""
    first = stream.read(2)
    if first in _WIDE_BOMS:
        text = io.TextIOWrapper(stream, _WIDE_BOMS[first], errors="replace", newline="\n")
        try:
            yield from _numbered(lambda size: text.readline(size).encode(), b"", most)
        finally:
            text.detach()
    else:
        yield from _numbered(stream.readline, first, most)


def _numbered(
    readline: Callable[[int], bytes], prefix: bytes, most: int
) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while True:
        end = prefix.find(b"\n") + 1
        line, prefix = (prefix[:end], prefix[end:]) if end else (prefix + readline(most + 1), b"")
        if not line:
            return
        number += 1
        is_too_long = len(line) > most and not line.endswith(b"\n")
        while is_too_long and (rest := readline(most + 1)) and not rest.endswith(b"\n"):
            pass
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        yield number, None if is_too_long else line.rstrip(b"\r\n")


def _object(line: bytes) -> tuple[dict[str, Any] | None, str]:
    """The object of a line, or None and what is wrong with it."""
    try:
        table = json.loads(_as_text(line))
    except json.JSONDecodeError as error:
        return None, f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        return None, str(error) or "nested too deeply"
    if not isinstance(table, dict):
        return None, f"a {type(table).__name__}"
    return as_record(table), ""


def _as_text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line, "").text


def _not_utf8(line: bytes, where: str) -> tuple[Finding, ...]:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return tuple(f for f in decode(line, where).findings if f.code in ("ING-008", "ING-009"))
    return ()


def _id(table: dict[str, Any], number: int, seen: dict[str, int], where: str) -> tuple[str, Finding | None]:
    raw = table.get("id")
    name = str(raw).strip() if isinstance(raw, str | int) and not isinstance(raw, bool) else ""
    found = None
    if raw not in (None, "") and (not name or len(name) > _LONGEST_ID or not name.isprintable()):
        hint = f"Give the record a short text as id. Until then it is line-{number}."
        found, name = finding("ING-019", where, f"The id {str(raw)[:60]!r} cannot be used.", hint), ""
    name = name or f"line-{number}"
    first = name
    while name in seen:
        seen[first] += 1
        name = f"{first}-{seen[first]}"
    seen[name] = 1
    if name != first:
        hint = "Give each record an id of its own."
        found = finding("ING-013", where, f'The id "{first}" came before; this record is "{name}".', hint)
    return name, found


def _captured(table: dict[str, Any]) -> str | None:
    value = table.get("captured")
    return value if isinstance(value, str) and value.isprintable() and value else None


def _listed(names: list[str]) -> str:
    shown = ", ".join((name if name.isprintable() else ascii(name))[:40] for name in names[:8])
    return shown if len(names) <= 8 else f"{shown} and {len(names) - 8} more"
