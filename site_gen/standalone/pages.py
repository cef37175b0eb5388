"""The cleaner from Python: one page, or many, those of a site together."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from site_gen import clean, ingest
from site_gen.engine.codec import pack, unpack
from site_gen.model import Capture, Finding, Record
from site_gen.settings import IngestSettings

from .extracted import Extracted, described
from .waiting import clean_all, cleaned, waiting_room

Kind = Literal["html", "text", "markdown"]
_MEDIA_TYPES: dict[Kind, str] = {"html": "text/html", "text": "text/plain", "markdown": "text/markdown"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page or text to be cleaned."""

    content: bytes | str
    """As it was fetched. Of bytes the encoding is found out."""
    url: str | None = None
    """Its address: dates and outlets are read from it, links made whole, and pages of one host learned together."""
    site: str | None = None
    """Pages of one site are learned together; else those of one host are, by ``url`` or by what the page names as its address."""
    kind: Kind | None = None
    """How to read it; else its content tells. Say it of fragments of HTML."""
    name: str = "page"
    """What findings call it."""


def extract(content: bytes | str, *, url: str | None = None, kind: Kind | None = None) -> Extracted:
    """Return the article of one page or text, cleaned alone. Never raises on any content: its findings say what was odd."""
    capture, findings = _capture(Page(content, url, kind=kind), 0)
    if capture is None:
        return Extracted(None, findings)
    body, found = cleaned(capture)
    return described(capture, body, (*findings, *found))


def extract_all(pages: Iterable[Page]) -> Iterator[Extracted]:
    """Yield the article of each page, in their order; pages of one site are learned together.

    All pages are read before the first answer comes. Beyond some 100 MB they wait in a temporary file.
    """
    before: dict[int, tuple[Finding, ...]] = {}
    with waiting_room() as waiting:
        for number, page in enumerate(pages):
            capture, before[number] = _capture(page, number)
            if capture is not None:
                waiting.put(number, page.site or clean.site_of(capture), capture)
        clean_all(
            waiting,
            lambda number, capture, body, found: pack(described(capture, body, (*before[number], *found))),
        )
        for number, findings in before.items():
            packed = waiting.answer(number)
            yield unpack(packed, Extracted) if packed else Extracted(None, findings)


def _capture(page: Page, number: int) -> tuple[Capture | None, tuple[Finding, ...]]:
    """The capture of a page, and what was odd; None where nothing can be read."""
    findings: list[Finding] = []
    for item in _records(page):
        if isinstance(item, Finding):
            findings.append(item)
            continue
        record = replace(item, url=page.url, charset="utf-8" if isinstance(page.content, str) else None)
        capture, found = ingest.capture(record, id=id_of(record, number), settings=IngestSettings())
        return capture, (*findings, *found)
    return None, tuple(findings)


def _records(page: Page) -> Iterator[Record | Finding]:
    data = page.content.encode("utf-8", "replace") if isinstance(page.content, str) else page.content
    if page.kind is not None:
        return iter([Record(page.name, None, data, _MEDIA_TYPES[page.kind])])
    return ingest.records(page.name, io.BytesIO(data), len(data), IngestSettings())


def id_of(record: Record, number: int) -> str:
    """Return an id for a capture that has none of an archive: unlike that of any other of the same run."""
    told = f"{record.key}\n{number}" if number else record.key
    return "a-" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:12]
