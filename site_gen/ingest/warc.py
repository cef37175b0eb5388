"""Captures in web archives: WARC (plain or compressed) and WACZ, read with FastWARC, one record at a time.

A page is a response with status 200, or a resource, whose type is HTML. Everything else in an archive (pictures, requests,
revisits) is counted in one note. What stands before a damaged place is kept.
"""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_whole
from .findings import finding

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_KEPT_KINDS = ("response", "resource", "revisit")
_DRAINED_BYTES = 1 << 20
DAMAGE = (
    OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What the readers of packed files and of files in files raise where one is damaged or nested without end."""
LARGEST_BLOCK = 256 * 1024**2
"""Bytes of a record that is handed on; a larger one, a film perhaps, would be held in memory whole."""


def warc_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the pages of a WARC file in order, and findings. A page keeps its address, day of capture and declared charset."""
    yield from _pages(path, path, stream, settings, {})


def wacz_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the pages of the WARC files inside a WACZ, in order of their names. Nothing is unpacked to disk."""
    seen: dict[str, int] = {}
    try:
        with zipfile.ZipFile(stream) as package:
            names = sorted(n for n in package.namelist() if n.endswith((".warc", ".warc.gz")))
            for name in names:
                with package.open(name) as member:
                    yield from _pages(path, f"{path}!{name}", member, settings, seen)
    except DAMAGE as error:
        yield finding("ING-017", path, f"The WACZ cannot be read: {error}.", "Fetch the file again.")
        return
    if not names:
        yield finding("ING-017", path, "The WACZ holds no WARC file.", "Fetch the file again.")


def _pages(
    path: str, where: str, stream: Any, settings: IngestSettings, seen: dict[str, int]
) -> Iterator[Record | Finding]:
    from fastwarc.warc import ArchiveIterator

    others = pages = cut = 0
    try:
        for entry in ArchiveIterator(stream, parse_http=True, auto_decode="all"):
            if _is_cut(entry):
                cut += 1
                message = f"Record {entry.record_id} is cut short."
                yield finding("ING-017", where, message, "Fetch the file again.")
            elif not _is_page(entry):
                others += 1
            else:
                pages += 1
                yield from _page(path, entry, settings, seen)
    except DAMAGE as error:
        message = f"Damaged after {pages + others} records: {error}."
        yield finding("ING-017", where, message, "Fetch the file again; the records before it were read.")
        cut += 1
    if not (pages or others or cut):
        yield finding("ING-017", where, "The web archive holds no record.", "Fetch the file again.")
    if others:
        message = f"Pages: {pages}; other records (pictures, requests, errors) left out: {others}."
        yield finding("ING-018", where, message, "Nothing to do.")


def _is_cut(entry: Any) -> bool:
    """Whether a record ends before its own headers do, those of WARC or those of HTTP."""
    if not all(entry.headers.get(name) for name in ("WARC-Type", "WARC-Record-ID", "Content-Length")):
        return True
    return bool(
        _kind(entry) == "response"
        and entry.is_http
        and not (entry.http_headers and entry.http_headers.status_code)
    )


def _kind(entry: Any) -> str:
    return str(entry.record_type).rpartition(".")[2].lower()


def _is_page(entry: Any) -> bool:
    kind = _kind(entry)
    if kind == "response":
        return bool(
            entry.is_http
            and entry.http_headers
            and entry.http_headers.status_code == 200
            and (entry.http_content_type or "").lower() in _PAGE_TYPES
        )
    declared = (entry.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    return kind == "resource" and declared in _PAGE_TYPES


def _page(
    path: str, entry: Any, settings: IngestSettings, seen: dict[str, int]
) -> Iterator[Record | Finding]:
    name = _record_id(entry, seen)
    where = f"{path}#{name}"
    data = read_whole(where, entry.reader, settings)
    if isinstance(data, Finding):
        while entry.reader.read(_DRAINED_BYTES):
            pass  # a reader left in the midst of what was sent compressed loses its place in the file
        yield data
        return
    if not data.strip():
        yield finding("ING-001", where, "The page is empty.", "Nothing to do, or capture it again.")
        return
    if not _is_encoded(entry) and len(data) < entry.content_length:
        message = f"The page is cut short: {len(data):,} of {entry.content_length:,} bytes."
        yield finding("ING-017", where, message, "Fetch the file again; what there is was read.")
    yield Record(
        path,
        name,
        data,
        "text/html",
        charset=entry.http_charset,
        url=entry.headers.get("WARC-Target-URI"),
        captured=_moment(entry),
    )


def _moment(entry: Any) -> str | None:
    return entry.record_date.strftime("%Y-%m-%dT%H:%M:%SZ") if entry.record_date else None


def _record_id(entry: Any, seen: dict[str, int]) -> str:
    first = name = (entry.record_id or "").strip("<> ") or f"record-{len(seen) + 1}"
    while name in seen:
        seen[first] += 1
        name = f"{first}-{seen[first]}"
    seen[name] = 1
    return str(name)


def _is_encoded(entry: Any) -> bool:
    """Whether the payload was sent compressed or in chunks, so that its length is not the one declared."""
    headers = entry.http_headers
    return bool(headers and (headers.get("Content-Encoding") or headers.get("Transfer-Encoding")))


# Records as they came, to be handed on


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """A record of a web archive as it came: what a server answered, or what was saved of it."""

    page: str | None
    """Id under which ``warc_records`` gives it; None for what is no page."""
    kind: str
    """``response``, ``resource`` or ``revisit``."""
    url: str
    moment: str
    """UTC, ``2016-12-22T10:00:00Z``; empty where the record has none."""
    headers: tuple[tuple[str, str], ...]
    """Those of WARC, in order."""
    block: bytes
    """Headers of HTTP and all that follows, still encoded as it was sent."""
    status: int | None
    mime: str
    sha256: str = ""
    """Of a page's decoded payload, as in its article's record."""


def kept_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[WarcRecord]:
    """Yield the responses, resources and revisits of a WARC or WACZ file in order, whole.

    Requests, which may hold what is private, and notes of the program that captured are passed over, and so is what
    ``warc_records`` finds cut; at a damaged place the file ends.
    """
    seen: dict[str, int] = {}
    if not path.lower().endswith(".wacz"):
        yield from _kept(stream, settings, seen)
        return
    try:
        with zipfile.ZipFile(stream) as package:
            for name in sorted(n for n in package.namelist() if n.endswith((".warc", ".warc.gz"))):
                with package.open(name) as member:
                    yield from _kept(member, settings, seen)
    except DAMAGE:
        return


def _kept(stream: Any, settings: IngestSettings, seen: dict[str, int]) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator

    try:
        for entry in ArchiveIterator(stream, parse_http=False):
            kind = _kind(entry)
            if kind not in _KEPT_KINDS or entry.content_length > LARGEST_BLOCK:
                continue
            entry.freeze()
            block = entry.reader.read()
            entry.reader.seek(0)
            entry.parse_http(auto_decode="all")
            if not _is_cut(entry):
                yield _as_it_came(entry, kind, block, settings, seen)
    except DAMAGE:
        return


def _as_it_came(
    entry: Any, kind: str, block: bytes, settings: IngestSettings, seen: dict[str, int]
) -> WarcRecord:
    is_page = _is_page(entry)
    declared = entry.http_content_type if kind != "resource" else entry.headers.get("Content-Type")
    return WarcRecord(
        page=_record_id(entry, seen) if is_page else None,
        kind=kind,
        url=entry.headers.get("WARC-Target-URI") or "",
        moment=_moment(entry) or "",
        headers=tuple(entry.headers),
        block=block,
        status=entry.http_headers.status_code if entry.http_headers else None,
        mime=(declared or "").partition(";")[0].strip().lower(),
        sha256=_digest(entry.reader, settings.max_capture_bytes + 1) if is_page else "",
    )


def _digest(reader: Any, most: int) -> str:
    """The SHA-256 of what a reader gives, of ``most`` bytes of it at most; never held whole."""
    digest = hashlib.sha256()
    while most > 0 and (data := reader.read(min(most, _DRAINED_BYTES))):
        digest.update(data)
        most -= len(data)
    return digest.hexdigest()
