"""What came in: a record of a file, and the capture decoded from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from .body import Link
from .sourced import Sourced, Span

OutlineKind = Literal["paragraph", "heading", "quote", "list", "table", "caption", "code"]


@dataclass(frozen=True, slots=True)
class Record:
    """One capture's bytes as they lie in the content folder, not yet decoded."""

    path: str
    """Relative to the content folder, POSIX, such as ``captures/reuters/000.txt``."""
    record: str | None
    """Id inside a container (JSONL ``id``, WARC record id), else None."""
    data: bytes
    """The file, the JSON line, the payload of the WARC response, or the page that an MHTML file wraps."""
    media_type: str
    """``text/plain``, ``text/html``, ``text/markdown`` or ``application/json`` (one JSONL line)."""
    line: int | None = None
    """Line of the container on which it stands, 1-based, for findings."""
    charset: str | None = None
    """Encoding declared by the container (an HTTP header), if any."""
    url: str | None = None
    """Address the container gives it (WARC-Target-URI), if any."""
    captured: str | None = None
    """When the container says it was captured, ISO 8601, if it does."""
    wrapped_in: tuple[str, int] | None = None
    """(SHA-256, bytes) of the file, where that is the original and ``data`` was unpacked from it: MHTML."""

    @property
    def original(self) -> tuple[str, int]:
        """(SHA-256, bytes) of the capture as it came."""
        return self.wrapped_in or (hashlib.sha256(self.data).hexdigest(), len(self.data))

    @property
    def key(self) -> str:
        """The path, with ``#record`` behind it inside a container: the first column of metadata.csv."""
        return self.path if self.record is None else f"{self.path}#{self.record}"


@dataclass(frozen=True, slots=True)
class Given:
    """One field that somebody gave beside the text: a JSONL key, front matter, a cell of metadata.csv."""

    field: str
    """One of title, source, agency, authors, published, place, language, section, url, rights, topics, captured."""
    value: Sourced[str]
    """As written there; several values of a cell stay separated by ``;``."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One block of a Markdown capture, its inline markup stripped to plain text."""

    kind: OutlineKind
    """``caption`` is a picture that stands alone: its alternative text and title."""
    text: str
    """White space folded; the items of a list and the rows of a table each on a line of their own."""
    span: Span
    """Of the capture's text: whole lines, without the last line's end."""
    level: int = 0
    """Of a heading, 1..6."""
    links: tuple[Link, ...] = ()
    """Of ``text``."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a table; the first row is its head."""
    numbers: tuple[int, ...] = ()
    """Of an ordered list, for each line of ``text`` the number of its item."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured article, decoded. All spans of the archive count characters of ``text``."""

    id: str
    """Permanent accession id, such as ``a-3f9c51d20b7e``."""
    path: str
    record: str | None
    media_type: str
    """``text/plain``, ``text/html`` or ``text/markdown``: how to read ``text``."""
    sha256: str
    """Of the original bytes."""
    size_bytes: int
    encoding: str
    encoding_basis: str
    """``bom``, ``declared``, ``utf-8`` (valid as such) or ``guessed``."""
    text: str
    """Decoded, with ``\r\n`` and ``\r`` made ``\n``, a byte order mark and NUL characters taken out; nothing else changed."""
    given: tuple[Given, ...] = ()
    """A field may stand here twice (front matter and metadata.csv); the last one wins."""
    captured: str | None = None
    """When it was captured, ISO 8601, where known."""
    url: str | None = None
    """Address that came with the record, where one did."""
    body_start: int = 0
    """Character of ``text`` at which the body begins, behind front matter; 0 where there is none."""
    outline: tuple[Outline, ...] = ()
    """Blocks of a Markdown capture in order; empty for every other media type."""

    @property
    def key(self) -> str:
        """The path, with ``#record`` behind it inside a container."""
        return self.path if self.record is None else f"{self.path}#{self.record}"

    def field(self, name: str) -> Sourced[str] | None:
        """The value somebody gave for a field; the last given wins. None where nobody did."""
        found = None
        for given in self.given:
            if given.field == name:
                found = given.value
        return found
