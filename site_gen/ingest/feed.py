"""Entries of a feed: RSS, Atom, RDF, and the file that WordPress exports. What the feed gives of an entry's text is what is read.

An entry becomes a JSON object under our keys, and from there on is read as a line of JSONL is. The file is streamed: memory
holds one entry. Of a file of WordPress only posts and pages that were published are read: drafts and pictures are not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, TreeBuilder, tostring
from xml.parsers import expat

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .findings import finding, too_large
from .jsonl import object_records

_ENTRIES = frozenset({"item", "entry"})
_ROOT = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*\?>\s*|<!--(?>.*?-->)\s*|<!DOCTYPE rss[^>]*>\s*)*+<(?:rss|feed|rdf:RDF)\b",
    re.S,
)
_PART_BYTES = 1 << 16
_MARKUP = re.compile(r"<[a-zA-Z/!]")
_MANY_PARTS = re.compile(r"\s[-–—|»:>]\s|[|»]")
"""What stands between the parts of a feed's title; one of several parts names a section, too, and is not taken for the outlet."""
_CONTENT, _WORDPRESS = "http://purl.org/rss/1.0/modules/content/", "http://wordpress.org/export/"


def is_feed(head: bytes) -> bool:
    """Whether a file begins as a feed does."""
    return _ROOT.match(head.lstrip(b"\xef\xbb\xbf")) is not None


def feed_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield a record for each entry, in order, with its line; what stands before a damaged place is kept."""
    reader = _Reader()
    try:
        yield from object_records(path, _objects(reader, stream, settings.max_capture_bytes), settings)
    except (expat.ExpatError, LookupError) as error:
        hint = "Mend this line, or fetch the feed again; what stands before was read."
        yield finding("ING-017", f"{path}:{getattr(error, 'lineno', 1)}", f"Damaged: {error}.", hint)
    except _TooLargeError:
        yield too_large(f"{path}:{reader.line}", settings)
    if reader.briefs:
        message = f"{reader.briefs} of {reader.entries} entries give no whole text; what they give, a summary most often, was read."
        yield finding("ING-025", path, message, "Capture their pages for the whole texts.")
    if reader.unpublished:
        message = f"{reader.unpublished} drafts, pictures and other entries that are no published posts were left out."
        yield finding("ING-018", path, message, "Nothing to do.")


class _TooLargeError(Exception):
    """An entry is larger than a capture may be."""


class _Reader:
    """Takes a feed apart as it comes; finished entries wait in ``done`` with their lines."""

    def __init__(self) -> None:
        self.done: list[tuple[int, Element]] = []
        self.line = self.entries = self.briefs = self.unpublished = self.chars = 0
        self.outlet = ""
        self._path: list[str] = []
        self._builder: TreeBuilder | None = None
        self._title: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(_local(name))
        if self._builder is None and self._path[-1] in _ENTRIES:
            self._builder, self.line, self.chars = TreeBuilder(), self.parser.CurrentLineNumber, 0
        if self._builder is not None:
            self._builder.start(name, attributes)
            self.chars += len(name) + sum(map(len, attributes.values()))

    def _end(self, name: str) -> None:
        local = self._path.pop()
        if self._builder is None:
            if local == "title" and self._path[1:] in ([], ["channel"]):
                self.outlet = _outlet("".join(self._title))
            return
        self._builder.end(name)
        if local in _ENTRIES and not _ENTRIES.intersection(self._path):
            self.done.append((self.line, self._builder.close()))
            self._builder = None

    def _data(self, data: str) -> None:
        self.chars += len(data)
        if self._builder is not None:
            self._builder.data(data)
        elif self._path[-1:] == ["title"]:
            self._title = [*self._title, data] if self.outlet == "" else self._title


def _objects(reader: _Reader, stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes]]:
    """Line and JSON object of each entry that is an article."""
    part, problem = b" ", None
    while part and problem is None:
        part = stream.read(_PART_BYTES)
        try:
            reader.parser.Parse(part, not part)
        except expat.ExpatError as error:
            problem = error
        for line, entry in reader.done:
            if (table := _read(reader, entry)) is not None:
                yield line, json.dumps(table, ensure_ascii=False).encode("utf-8", "surrogatepass")
        reader.done = []
        if reader.chars > most:
            raise _TooLargeError
    if problem is not None:
        raise problem


def _read(reader: _Reader, entry: Element) -> dict[str, Any] | None:
    """An entry under our keys; None for one of WordPress that is no published post."""
    parts = list(entry)
    kind, status = (_text(_first(parts, name, _WORDPRESS)) for name in ("post_type", "status"))
    if kind not in ("", "post", "page") or status not in ("", "publish"):
        reader.unpublished += 1
        return None
    reader.entries += 1
    whole = _whole(parts)
    reader.briefs += not whole
    text = whole or _body(_first(parts, "description")) or _body(_first(parts, "summary"))
    table = {
        "id": _text(_first(parts, "guid")) or _text(_first(parts, "id")) or _address(parts),
        "html" if _MARKUP.search(text) else "text": text,
        "title": _text(_first(parts, "title")),
        "url": _address(parts),
        "published": _published(parts),
        "authors": _names(parts),
        "source": _source(parts) or reader.outlet,
        "topics": _topics(parts),
    }
    return {key: value for key, value in table.items() if value}


def _published(parts: list[Element]) -> str:
    """When an entry was published, else changed, as it is written; empty where nothing says it."""
    days = (_first(parts, name) for name in ("published", "pubDate", "date", "issued", "updated"))
    return next((_text(day) for day in days if day is not None), "")


def _source(parts: list[Element]) -> str:
    """The outlet that an entry itself names: Atom's in a title, RSS's alone; empty where it names none."""
    source = _first(parts, "source")
    return _text(_first(list(source if source is not None else ()), "title")) or _text(source)


def _topics(parts: list[Element]) -> list[str]:
    """The categories of an entry, by Atom's attribute or the text."""
    told = (p for p in parts if _local(p.tag) in ("category", "subject"))
    return [name for p in told if (name := p.get("term") or _text(p))]


def _whole(parts: list[Element]) -> str:
    """The text of an entry, markup and all: ``content:encoded`` or Atom's ``content``."""
    encoded = _first(parts, "encoded", _CONTENT)
    return _body(encoded if encoded is not None else _first(parts, "content"))


def _body(part: Element | None) -> str:
    """The text of an element; of one that holds elements itself (XHTML) these, as markup."""
    if part is None:
        return ""
    if not len(part):
        return (part.text or "").strip()
    for one in part.iter():
        one.tag = _local(one.tag)
    return "".join(tostring(one, encoding="unicode") for one in part)


def _names(parts: list[Element]) -> list[str]:
    """Who wrote an entry: ``author`` with a name, or as text, or ``dc:creator``; of a mail's address the name behind it."""
    found = []
    for part in parts:
        if _local(part.tag) in ("author", "creator"):
            text = _text(_first(list(part), "name")) or _text(part)
            named = re.fullmatch(r"\S+@\S+(?:\s+\((.*)\))?", text)
            found.append((named[1] or "") if named else text)
    return [name for name in found if name]


def _address(parts: list[Element]) -> str:
    links = [part for part in parts if _local(part.tag) == "link"]
    named = [
        part.get("href", "") or _text(part) for part in links if part.get("rel", "alternate") == "alternate"
    ]
    guid = _text(_first(parts, "guid"))
    return next((text for text in (*named, guid) if text.startswith(("http://", "https://"))), "")


def _first(parts: Iterable[Element], name: str, space: str = "") -> Element | None:
    return next((p for p in parts if _local(p.tag) == name and p.tag.startswith(space)), None)


def _text(part: Element | None) -> str:
    return " ".join("".join(part.itertext()).split()) if part is not None else ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _outlet(title: str) -> str:
    """The outlet that a feed's title names; "" where it may name a section, too."""
    title = " ".join(title.split())
    return "" if _MANY_PARTS.search(title) else title
