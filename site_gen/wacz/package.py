"""Records and pages to one WACZ file, version 1.1.1 (specs.webrecorder.net), written with zipfile.

The same records and pages give the same bytes: files carry no time, records no name made up by chance.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote, urlsplit

from ..ingest import WarcRecord

VERSION = "1.1.1"
ARCHIVE = "archive/data.warc.gz"
INDEX = "indexes/index.cdx.gz"
LOOKUP = "indexes/index.idx"
PAGES = "pages/pages.jsonl"
_INDEX_HEAD = {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}
_PAGES_HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": True}
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP file can say."""
_BLOCK_LINES = 1024
"""Lines of the index in one compressed block, of which a reader fetches one a look-up; as in the reference program."""
_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"^www\d*\.")
_PLAIN = "!$%&'()*+,/:;=?@[]^|\\~"
"""What browsers leave as it is in the path and the query of an address, beside letters and digits."""
_DIGESTS = ("warc-block-digest", "warc-payload-digest")


@dataclass(frozen=True, slots=True)
class Page:
    """A line of the list of pages."""

    id: str
    url: str
    moment: str
    title: str
    text: str


def write(
    file: BinaryIO, records: Iterable[WarcRecord], pages: Iterable[Page], about: dict[str, str]
) -> None:
    """Write a WACZ file. ``pages`` is read when all records are written; ``about`` is what its ``datapackage.json`` says."""
    listed: list[dict[str, Any]] = []
    with zipfile.ZipFile(file, "w") as package:
        lines: list[tuple[str, str, str]] = []
        with _Member(package, ARCHIVE, listed) as member:
            for record in records:
                headers = _headers(record)
                packed = _gzipped(_warc(headers, record.block))
                lines.append(_cdx(record, headers, member.size, len(packed)))
                member.write(packed)
        found = [f"!meta 0 {_json(_INDEX_HEAD)}\n"]
        with _Member(package, INDEX, listed) as member:
            for first, data in _blocks(sorted(lines)):
                place = {"offset": member.size, "length": len(data), "digest": _sha256(data)}
                found.append(f"{first} {_json({**place, 'filename': INDEX.rpartition('/')[2]})}\n")
                member.write(data)
        with _Member(package, LOOKUP, listed) as member:
            member.write("".join(found).encode())
        with _Member(package, PAGES, listed) as member:
            member.write(f"{_json(_PAGES_HEAD)}\n".encode())
            for page in pages:
                member.write(f"{_json(_page_line(page))}\n".encode())
        _describe(package, {**about, "resources": listed})


def _page_line(page: Page) -> dict[str, str]:
    return {"id": page.id, "url": page.url, "ts": page.moment, "title": page.title, "text": page.text}


def _describe(package: zipfile.ZipFile, about: dict[str, Any]) -> None:
    """Write what the package holds, and the digest of that."""
    data = json.dumps(
        {"profile": "data-package", "wacz_version": VERSION, **about}, ensure_ascii=False, indent=2
    ).encode()
    digest = {"path": "datapackage.json", "hash": _sha256(data)}
    for name, text in (("datapackage.json", data), ("datapackage-digest.json", json.dumps(digest).encode())):
        with _Member(package, name, []) as member:
            member.write(text)


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


class _Member:
    """A file of the package under way, written aside; on its end it is packed and listed with its digest.

    Its size must be known before: readers that fetch parts take it that a small file has no ZIP64 field.
    """

    def __init__(self, package: zipfile.ZipFile, path: str, listed: list[dict[str, Any]]) -> None:
        self.size = 0
        self._package, self._path, self._listed = package, path, listed
        self._digest = hashlib.sha256()
        self._aside = tempfile.TemporaryFile(dir=Path(str(package.filename)).parent)  # noqa: SIM115 (closed on exit)

    def __enter__(self) -> _Member:
        return self

    def write(self, data: bytes) -> None:
        self.size += len(data)
        self._digest.update(data)
        self._aside.write(data)

    def __exit__(self, kind: object, *_: object) -> None:
        with self._aside:
            if kind is None:
                self._pack()

    def _pack(self) -> None:
        info = zipfile.ZipInfo(self._path, _NO_TIME)
        info.create_system, info.external_attr = 3, 0o644 << 16
        info.compress_type = zipfile.ZIP_STORED if self._path.endswith(".gz") else zipfile.ZIP_DEFLATED
        self._aside.seek(0)
        with self._package.open(info, "w", force_zip64=self.size > zipfile.ZIP64_LIMIT) as packed:
            shutil.copyfileobj(self._aside, packed, 1 << 20)
        hashed = f"sha256:{self._digest.hexdigest()}"
        name = self._path.rpartition("/")[2]
        self._listed.append({"name": name, "path": self._path, "hash": hashed, "bytes": self.size})


# WARC


def _headers(record: WarcRecord) -> list[tuple[str, str]]:
    """The record's headers, its length and digests set right.

    Digests that came with it stay where the block is whole: they are evidence.
    """
    declared = next((value for name, value in record.headers if name.lower() == "content-length"), None)
    is_whole = declared in (None, str(len(record.block)))
    headers = [
        (name, value)
        for name, value in record.headers
        if name.lower() != "content-length" and (is_whole or name.lower() not in _DIGESTS)
    ]
    has = {name.lower() for name, _value in headers}
    payload = record.block
    if record.kind == "response":
        payload = record.block.partition(b"\r\n\r\n")[2]
    if record.kind != "revisit" and "warc-payload-digest" not in has:
        headers.append(("WARC-Payload-Digest", _sha1(payload)))
    if "warc-block-digest" not in has:
        headers.append(("WARC-Block-Digest", _sha1(record.block)))
    return [*headers, ("Content-Length", str(len(record.block)))]


def _warc(headers: Iterable[tuple[str, str]], block: bytes) -> bytes:
    """A record of WARC 1.1 (ISO 28500:2017, clause 4); what would end a header's line is a space."""
    lines = [f"{name}: {' '.join(value.splitlines())}\r\n" for name, value in headers]
    head = "".join(("WARC/1.1\r\n", *lines, "\r\n")).encode("utf-8", "replace")
    return head + block + b"\r\n\r\n"


def _gzipped(data: bytes) -> bytes:
    """A member of gzip without a time or a name."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS + 16)
    return packer.compress(data) + packer.flush()


def _sha1(data: bytes) -> str:
    """As WARC files write it: in base 32."""
    digest = hashlib.sha1(data, usedforsecurity=False).digest()
    return f"sha1:{base64.b32encode(digest).decode()}"


# Index


def _cdx(
    record: WarcRecord, headers: Iterable[tuple[str, str]], offset: int, length: int
) -> tuple[str, str, str]:
    """Key, time (14 digits) and the rest of a line of CDXJ."""
    line = {
        "url": record.url,
        "digest": next((value for name, value in headers if name.lower() == "warc-payload-digest"), ""),
        "mime": "warc/revisit" if record.kind == "revisit" else record.mime or "unk",
        "offset": str(offset),
        "length": str(length),
        "status": str(record.status or 200),
        "filename": ARCHIVE.rpartition("/")[2],
    }
    return sort_key(record.url), "".join(c for c in record.moment if c.isdigit()), _json(line)


def sort_key(url: str) -> str:
    """Return an address as readers of WACZ look it up: host turned round, ``www`` off, small letters, parameters sorted."""
    try:
        parts = urlsplit(url.lower())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        return url
    if parts.scheme not in _PORTS or not host:
        return url
    key = ",".join(reversed(_WWW.sub("", host, count=1).split(".")))
    key += f":{port}" if port and port != _PORTS[parts.scheme] else ""
    key += f"){quote(parts.path, safe=_PLAIN) or '/'}"
    query = "&".join(sorted(quote(parts.query, safe=_PLAIN).split("&")))
    return f"{key}?{query}" if query else key


def _blocks(lines: list[tuple[str, str, str]]) -> Iterator[tuple[str, bytes]]:
    """Key and time of the first line of each block, and the block, compressed by itself."""
    for start in range(0, len(lines), _BLOCK_LINES):
        part = lines[start : start + _BLOCK_LINES]
        text = "".join(f"{key} {moment} {rest}\n" for key, moment, rest in part)
        yield f"{part[0][0]} {part[0][1]}", _gzipped(text.encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
