"""Captures in JSON Lines: one object a line, with ``id``, ``html`` or ``text``, and what the supplier knows of it.

Lines are streamed: memory holds one line, and the ids. A line that is no object is a finding with its number,
and the rest goes on.
"""

from __future__ import annotations

import binascii
import codecs
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .arrays import count_references, elements
from .bounded import read_beyond
from .decode import Decoded, decode, tidied
from .fields import FIELDS, field_of
from .findings import finding, too_large
from .keys import CONTENT_KEYS, content, content_key, has_content_key, is_page
from .wordpress import as_record

OWN_KEYS = frozenset({"id", *CONTENT_KEYS, "captured", "encoding"})
RECORD_KEYS = (*sorted(OWN_KEYS), *FIELDS)
"""What a key of a record may mean."""
_KEY = re.compile(rb'"([\w .-]{1,40})"\s*:')
_LONGEST_ID = 200
_CUT_SHORT = re.compile(r"\[\+(\d+) chars\]\s*$")
"""How NewsAPI ends a text that it gives in part."""
_SHORTEST_TEXT = 200
"""Characters of a value that is offered as a record's text."""
_WIDE_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def jsonl_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield a record for each line, and a finding for each that is too long, in order of the lines.

    A record's id is its ``id``, else ``line-7``; of a line that is no object, ``read_object`` says so. An id that came before gets ``-2``, with a finding.
    """
    yield from object_records(path, numbered_lines(stream, settings.max_capture_bytes), settings)


def json_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the records of a .json file: one object, an array of objects, or one object a line.

    One that holds no text, such as a program's settings, is noted and left out.
    """
    data = read_beyond(stream, settings.max_capture_bytes)
    first = data.lstrip(codecs.BOM_UTF8).lstrip()
    line, _, rest = first.partition(b"\n")
    is_lines = first.startswith(b"{") and line.rstrip().endswith(b"}") and bool(rest.strip())
    if is_lines or (len(data) > settings.max_capture_bytes and first.startswith(b"{")):
        yield from object_records(
            path, _numbered(_Joined(data, stream).readline, b"", settings.max_capture_bytes), settings
        )
    elif len(data) > settings.max_capture_bytes:
        yield too_large(path, settings)
    elif not first:
        yield finding(
            "ING-001", path, "The file is empty.", "Write one JSON object a line, or delete the file."
        )
    elif not _may_hold_captures(data) and (count := count_references(_as_text(data))):
        message = f"Entries with titles and addresses, but without a text: {count}."
        yield finding(
            "ING-015", path, message, 'Give each entry the text under "text", or the page under "html".'
        )
    elif not _may_hold_captures(data):
        yield finding("ING-004", path, "A .json file without html or text is no capture.", "Nothing to do.")
    else:
        yield from object_records(path, elements(_as_text(data).removeprefix("\ufeff")), settings)


def _may_hold_captures(data: bytes) -> bool:
    """Whether a .json file has a key under which a text stands; a program's settings have none."""
    keys = sorted({key.decode("ascii") for key in _KEY.findall(data)})
    return has_content_key(keys)


def object_records(
    path: str, lines: Iterable[tuple[int, bytes | None] | Finding], settings: IngestSettings
) -> Iterator[Record | Finding]:
    """Yield a record for each object, with its line, and a finding for each that is too long: None. Empty ones are passed over.

    Findings among them are handed on.
    """
    seen: dict[str, int] = {}
    unread: set[str] = set()
    is_empty = True
    for one in lines:
        if isinstance(one, Finding):
            is_empty = False
            yield one
            continue
        number, line = one
        where = f"{path}:{number}"
        if line is not None and not line.strip():
            continue
        is_empty = False
        if line is None:
            yield too_large(where, settings)
            continue
        table, _ = _object(line, settings.fields)
        if table is None:  # counted as a record, so that it is left out with its reason (``read_object``)
            yield Record(path, _id({}, number, seen, where)[0], line, "application/json", line=number)
            continue
        name, about_id = _id(table, number, seen, where)
        if about_id:
            yield about_id
        new = sorted(
            key for key in table.keys() - OWN_KEYS - unread - {content_key(table)} if field_of(key) is None
        )
        if new:
            unread.update(new)
            yield _on_unread(new, table, where)
        yield Record(path, name, line, "application/json", line=number, captured=_captured(table))
    if is_empty:
        yield finding(
            "ING-001", path, "The file holds no line.", "Write one JSON object a line, or delete the file."
        )


def _on_unread(new: list[str], table: dict[str, Any], where: str) -> Finding:
    """The finding on fields of unknown names. A text that no field titles is worth a warning: its title may stand under one of them."""
    unread = f"not read, here and below: {listed(new)}."
    key, texts = content_key(table), [name for name in new if isinstance(table[name], str)]
    if key is None or is_page(key) or not texts or any(field_of(name) == "title" for name in table):
        hint = f"Nothing to do; read are {', '.join(sorted(OWN_KEYS))} and the columns of metadata.csv."
        return finding("ING-014", where, f"Fields {unread}", hint)
    say = f'such as {json.dumps(texts[0][:40])} = "title"'
    hint = f"Where one is a title, an outlet or a date, say so in archive.toml under [ingest.fields], {say}."
    return finding("ING-028", where, f"No field is called a title; fields {unread}", hint)


def read_object(
    record: Record, where: str, settings: IngestSettings
) -> tuple[dict[str, Any] | None, Decoded | None, bool, tuple[Finding, ...]]:
    """Return a JSONL record's fields, its decoded content, whether that is HTML, and what was odd.

    The fields are None where the line is no object; the content is None where there is none.
    """
    table, problem = _object(record.data, settings.fields)
    if table is None:
        hint = "Mend this line; the others are read."
        return None, None, False, (finding("ING-012", where, f"Not a JSON object: {problem}.", hint),)
    key = content_key(table)
    if key is None:
        hint = _where_the_text_may_be(table)
        message = f"Neither html nor text; there is {listed(list(table)) or 'nothing'}."
        return table, None, False, (finding("ING-015", where, message, hint),)
    if key == "html_b64":
        return _from_base64(table, where)
    text, findings = tidied(content(table, key), where)
    findings = (*_not_utf8(record.data, where), *findings, *_cut_short(text, where))
    return table, Decoded(text, "utf-8", "utf-8", findings), is_page(key), findings


def _cut_short(text: str, where: str) -> tuple[Finding, ...]:
    """The finding on a text of which a search interface gives the beginning, and says so."""
    if not (found := _CUT_SHORT.search(text[-40:])):
        return ()
    message = f"The text is a beginning: its supplier left out {found[1]} characters."
    return (finding("ING-026", where, message, "Capture the page for the whole text."),)


def _where_the_text_may_be(table: dict[str, Any]) -> str:
    """What to do about a record without a text: its longest value may be one under a name that nobody knows."""
    key = max(table, key=lambda key: len(content(table, key)), default="")
    if len(content(table, key)) < _SHORTEST_TEXT:
        return 'Give each record "html" or "text".'
    return f'If the text stands under "{key[:40]}", write {json.dumps(key[:40])} = "text" under [ingest.fields] in archive.toml.'


def page_of(record: Record, settings: IngestSettings) -> bytes | None:
    """Return the bytes of a record's page; of a line of JSONL, as they were encoded, or in UTF-8. None where it holds a text or nothing."""
    if record.media_type != "application/json":
        return record.data if record.media_type == "text/html" else None
    table, decoded, is_html, _findings = read_object(record, "", settings)
    if table is None or decoded is None or not is_html:
        return None
    key = content_key(table)
    return (
        _bytes_of(table["html_b64"])
        if key == "html_b64"
        else content(table, key or "").encode("utf-8", "replace")
    )


def _from_base64(
    table: dict[str, Any], where: str
) -> tuple[dict[str, Any], Decoded | None, bool, tuple[Finding, ...]]:
    try:
        data = _bytes_of(table["html_b64"])
    except ValueError as error:
        hint = 'Encode the page\'s bytes again, or give the record "html".'
        found = finding("ING-015", where, f"html_b64 is not base64: {error}.", hint)
        return table, None, False, (found,)
    charset = table.get("encoding")
    content = decode(data, where, charset=charset if isinstance(charset, str) else None, is_markup=True)
    return table, content, True, content.findings


def _bytes_of(text: str) -> bytes:
    """The bytes of base64, in lines or not. Raises ValueError for anything else: what is passed over would be text that is lost."""
    return binascii.a2b_base64("".join(text.split()), strict_mode=True)


class _Joined:
    """Lines of bytes already read, then of the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readline(self, size: int) -> bytes:
        line = self._head.readline(size)
        if line.endswith(b"\n") or len(line) >= size:
            return line
        return line + self._rest.readline(size - len(line))


def numbered_lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
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


def _object(line: bytes, names: Mapping[str, str]) -> tuple[dict[str, Any] | None, str]:
    """The object of a line, its keys as ``names`` has them, or None and what is wrong with it."""
    try:
        table = json.loads(_as_text(line))
    except json.JSONDecodeError as error:
        return None, f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        return None, str(error) or "nested too deeply"
    if not isinstance(table, dict):
        return None, f"a {type(table).__name__}"
    table = as_record(table)
    return {names.get(key, key): value for key, value in table.items()} if names else table, ""


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
    if name != first and raw not in (None, ""):  # several may stand on one line
        hint = "Give each record an id of its own."
        found = finding("ING-013", where, f'The id "{first}" came before; this record is "{name}".', hint)
    return name, found


def _captured(table: dict[str, Any]) -> str | None:
    value = table.get("captured")
    return value if isinstance(value, str) and value.isprintable() and value else None


def listed(names: list[str]) -> str:
    """Return names in one line, the first eight of many."""
    shown = ", ".join((name if name.isprintable() else ascii(name))[:40] for name in names[:8])
    return shown if len(names) <= 8 else f"{shown} and {len(names) - 8} more"
