"""One file to records: what it is, by its suffix and by a look inside.

The look inside decides where the two disagree, and says so. What is no text is set aside with a finding; the file itself
stays where it is.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import BinaryIO, Literal

from site_gen.language import languages, table
from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_whole
from .export import count_documents, export_records
from .feed import feed_records, is_feed
from .findings import finding, too_large
from .guess import wide_encoding
from .jsonl import json_records, jsonl_records
from .mail import mail_records, mailbox_records
from .marked import manner_of
from .mhtml import mhtml_records
from .office import office_records
from .rows import row_records
from .warc import DAMAGE, wacz_records, warc_records
from .webarchive import webarchive_records
from .zipped import zip_records

Kind = Literal["text/plain", "text/html", "text/markdown", "unknown"]

SINGLE: dict[str, Kind] = {
    ".txt": "text/plain", ".text": "text/plain",
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".shtml": "text/html",
    ".md": "text/markdown", ".markdown": "text/markdown", ".mdown": "text/markdown",
}  # fmt: skip
"""Files that are one capture each, by suffix."""

Reader = Callable[[str, BinaryIO, IngestSettings], Iterator[Record | Finding]]


def _feed_or_text(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """The entries of a feed; another XML file is one capture, read by its content."""
    head = stream.read(_HEAD_BYTES)
    stream.seek(0)
    if is_feed(head):
        yield from feed_records(path, stream, settings)
        return
    yield from _single(path, stream, len(head), settings)


def _zip(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    yield from zip_records(path, stream, settings, read=records, folders=page_folders)


CONTAINERS: tuple[tuple[str, Reader], ...] = (
    (".jsonl", jsonl_records),
    (".ndjson", jsonl_records),
    (".json", json_records),
    (".warc", warc_records),
    (".warc.gz", warc_records),
    (".wacz", wacz_records),
    (".mhtml", mhtml_records),
    (".mht", mhtml_records),
    (".webarchive", webarchive_records),
    (".csv", row_records),
    (".tsv", row_records),
    (".tab", row_records),
    (".eml", mail_records),
    (".mbox", mailbox_records),
    (".rss", _feed_or_text),
    (".atom", _feed_or_text),
    (".rdf", _feed_or_text),
    (".xml", _feed_or_text),
    (".zip", _zip),
    (".export.txt", export_records),
    (".docx", office_records),
    (".odt", office_records),
)
"""Files that hold captures, by the end of their names."""
_STREAMED = (".jsonl", ".ndjson", ".csv", ".tsv")
"""Files of records that are read compressed, too, with ``.gz`` behind their names."""
_OTHERS_TOO = (".json", ".csv", ".tsv", ".tab", ".xml", ".rdf", ".zip")
"""Ends of names that most often are some program's, or the archivist's own."""

ASSETS = frozenset({
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".woff",
    ".woff2", ".ttf", ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".m4a", ".mov", ".db", ".ini", ".tmp", ".bak", ".download",
    ".url", ".webloc", ".lnk", ".desktop",
})  # fmt: skip
"""What browsers and file managers leave beside a page."""

_SIGNATURES: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    ((b"%PDF-",), "a PDF", "Save its text as .txt, or the page it was printed from as HTML."),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "a picture", "Type its text into a .txt file, or have it read by OCR."),
    ((b"PK\x03\x04", b"PK\x05\x06"), "a ZIP or office file", "Name it .zip, .docx or .odt if it is one; of others, save the text."),
    ((b"\xd0\xcf\x11\xe0",), "an old Word or Excel file", "Save the document as text or HTML."),
    ((b"{\\rtf",), "an RTF document", "Save it as text or HTML."),
    ((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"Rar!", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd"), "a packed file", "Unpack it."),
    ((b"\x7fELF", b"MZ\x90"), "a program", "Remove it."),
    ((b"RIFF",), "a sound, a film or a picture", "Keep it elsewhere; captures are texts."),
    ((b"SQLite format 3", b"bplist00"), "a database or a list of a program", "Export its texts, as JSONL for example."),
)  # fmt: skip
"""How files begin that are no text, what they are, and what to do with one."""
_BEGINNINGS = tuple(one for beginnings, _what, _remedy in _SIGNATURES for one in beginnings)
_HEAD_BYTES = 4096
_MOST_CONTROLS = 0.1
"""Share of control characters from which a file is no text; captures with stray ones stay far below."""
_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*\b|!--)", re.I)


def records(
    path: str, stream: BinaryIO, size_bytes: int, settings: IngestSettings
) -> Iterator[Record | Finding]:
    """Yield the captures of one file, not yet decoded, and findings on what is none. In order of the file.

    A file that is too large is not read; a container is streamed, and the limit holds for each record of it.
    """
    if size_bytes == 0:
        yield finding("ING-001", path, "The file is empty.", "Capture the article again, or delete the file.")
        return
    reader = _container(path)
    if reader is not None:
        yield from _guarded(path, reader(path, _unpacked(path, stream), settings))
        return
    yield from _single(path, stream, size_bytes, settings)


def is_capture_name(name: str) -> bool:
    """Whether a file's name ends as captures' do. Not ``.json``, ``.csv`` and the like: most such files are some program's."""
    is_one = PurePosixPath(f"a{name}").suffix.lower() in SINGLE
    return is_one or (is_container(name) and not name.lower().endswith(_OTHERS_TOO))


def page_folders(names: Iterable[str]) -> dict[str, str]:
    """Return the folders among the names in one folder that a browser wrote beside a page it saved, each with its page.

    ``Flood.html`` is saved with ``Flood_files``; other languages' browsers call it ``Flood-Dateien`` (``page_folders`` of the tables).
    """
    names = tuple(names)
    paths = [PurePosixPath(name) for name in names]
    pages = [path for path in paths if SINGLE.get(path.suffix.lower()) == "text/html"]
    folders = {f"{page.stem}{end}": page.name for page in pages for end in _folder_ends()}
    return {name: folders[name] for name in names if name in folders}


@cache
def _folder_ends() -> tuple[str, ...]:
    return tuple(sorted({end for code in languages() for end in table(code).get("page_folders", ())}))


def is_container(path: str) -> bool:
    """Whether a file holds records, by its name: JSON, JSONL, WARC, WACZ, MHTML, web archives of Safari."""
    return _container(path) is not None


def _guarded(path: str, found: Iterator[Record | Finding]) -> Iterator[Record | Finding]:
    """Damage in a container ends it with a finding; what came before is kept."""
    try:
        yield from found
    except DAMAGE as error:
        yield finding(
            "ING-017", path, f"Damaged: {error}.", "Fetch the file again; what stands before was read."
        )


def _container(path: str) -> Reader | None:
    name = path.lower()
    plain = name.removesuffix(".gz")
    ends = (reader for end, reader in CONTAINERS if name.endswith(end))
    if name != plain and plain.endswith(_STREAMED):
        return _container(plain)
    return next(ends, None)


def _unpacked(path: str, stream: BinaryIO) -> BinaryIO:
    name = path.lower()
    if name.endswith(".gz") and not name.endswith(".warc.gz"):
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    return stream


def _single(
    path: str, stream: BinaryIO, size_bytes: int, settings: IngestSettings
) -> Iterator[Record | Finding]:
    suffix = PurePosixPath(path).suffix.lower()
    is_too_large = size_bytes > settings.max_capture_bytes
    data = too_large(path, settings) if is_too_large else read_whole(path, stream, settings)
    if isinstance(data, Finding):
        yield data
    elif not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        yield finding(
            "ING-001", path, "The file holds nothing but white space.", "Capture the article again."
        )
    elif suffix in ASSETS:
        yield finding(
            "ING-004", path, f"A {suffix} file is no capture.", "Nothing to do; keep it if the page needs it."
        )
    elif is_binary(data):
        what, hint = _what_it_is(data)
        yield finding("ING-002", path, f"Not text but {what}; set aside.", hint)
    else:
        yield from _text_file(path, suffix, data)


def _text_file(path: str, suffix: str, data: bytes) -> Iterator[Record | Finding]:
    named = SINGLE.get(suffix, "unknown")
    if named == "unknown" and _first_line_is_object(data):
        message = "Its first line is a JSON object; set aside."
        yield finding("ING-022", path, message, "Name the file .jsonl to have its records read.")
        return
    kind = sniffed(data, named)
    if kind != named:
        yield finding(
            "ING-005", path, f"Read as {kind}, by its content.", "Nothing to do, or rename the file."
        )
    if kind == "text/plain" and (count := count_documents(data)):
        message = f"{count} documents of a database in one file, read as one article."
        name = path.rpartition("/")[2].rpartition(".")[0]
        yield finding(
            "ING-027", path, message, f"Name the file {name}.export.txt to have each read by itself."
        )
    yield Record(path, None, data, kind)


def sniffed(data: bytes, named: Kind) -> Kind:
    """Return how to read a text: a page that opens as HTML is HTML whatever its name, and HTML has at least one tag.

    A plain text that opens with tags or headings is HTML or Markdown.
    """
    head = _head(data)
    if _HTML.match(head):
        return "text/html"
    if named == "text/html":
        return named if _TAG.search(head) or _TAG.search(_head(data, len(data))) else "text/plain"
    if named == "unknown":
        return "text/html" if len(_TAG.findall(head)) > 5 else "text/plain"
    return manner_of(head) if named == "text/plain" else named


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: a known signature, or full of control characters."""
    if data.startswith(_BEGINNINGS):
        return True
    head = data[:_HEAD_BYTES]
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or wide_encoding(data):
        return False
    controls = len(head) - len(
        head.translate(None, bytes(b for b in range(32) if b not in (9, 10, 12, 13, 27)))
    )
    return controls > len(head) * _MOST_CONTROLS


def _what_it_is(data: bytes) -> tuple[str, str]:
    """What a file that is no text is by its first bytes, and what to do with it."""
    for beginnings, what, remedy in _SIGNATURES:
        if data.startswith(beginnings):
            return what, remedy
    return "data of some program", "Give the article as text, HTML, Markdown, JSONL or WARC."


def _head(data: bytes, size: int = _HEAD_BYTES) -> str:
    head = data[:size]
    if b"\0" not in head:
        return head.decode("latin-1").removeprefix("ï»¿")
    return head.replace(b"\0", b"").lstrip(b"\xff\xfe").decode("latin-1")


def _first_line_is_object(data: bytes) -> bool:
    first = data[:1_000_000].lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip()
    return first.startswith(b"{") and first.endswith(b"}") and b":" in first
