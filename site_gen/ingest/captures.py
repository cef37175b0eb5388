"""A record to a capture: decoded, with everything somebody gave beside its text.

The order of ``Capture.given`` is the order of trust, least first: front matter or JSONL keys, then metadata.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from site_gen.model import Basis, Capture, Evidence, Finding, Given, Outline, Record, Sourced
from site_gen.settings import IngestSettings

from .dates import read_date
from .decode import Decoded, decode
from .fields import Written, field_of, read_fields
from .findings import finding
from .front_matter import FrontMatter, front_matter
from .header import header
from .jsonl import read_object
from .markdown import LARGEST_CHARS, outline
from .marked import manner_of
from .saved import saved_note

_JEKYLL = re.compile(r"(\d{4}-\d{2}-\d{2})-.+\.(?:md|markdown)")
"""Name of a post's file."""
_KNOWN_ELSEWHERE = frozenset({
    "slug", "status", "draft", "layout", "template", "save_as", "summary", "description", "excerpt", "subtitle", "id", "type",
    "weight", "aliases", "image", "modified", "updated", "lastmod", "date_modified", "translation", "series", "uuid",
})  # fmt: skip
"""Keys of front matter that other programs use; leaving them out needs no finding."""


def capture(
    record: Record, *, id: str, given: tuple[Given, ...] = (), settings: IngestSettings
) -> tuple[Capture | None, tuple[Finding, ...]]:
    """Return the decoded capture of a record, or None where nothing can be read, and what was odd about it.

    ``id`` is its accession id, ``given`` what metadata.csv says of it: it wins over what the record itself carries.
    """
    where = record.path if record.line is None else f"{record.path}:{record.line}"
    if record.line is None and record.record is not None:
        where = record.key
    if record.media_type == "application/json":
        made, findings = _from_json(record, id, where, settings)
    else:
        content = decode(
            record.data, where, charset=record.charset, is_markup=record.media_type == "text/html"
        )
        made = _capture(record, id, content, record.media_type)
        findings = content.findings
    if made is None:
        return None, findings
    if made.media_type == "text/markdown":
        made, more = _with_markdown(made, where, settings)
        findings += more
    elif made.media_type == "text/plain":
        made, more = _with_header(made, where, settings)
        findings += more
    elif made.media_type == "text/html":
        note = saved_note(made.text)
        made = replace(made, url=made.url or note.url, captured=made.captured or note.captured)
    if not made.text.strip():
        return None, (
            *findings,
            finding("ING-001", where, "The capture is empty.", "Capture the article again."),
        )
    return _captured(replace(made, given=made.given + given)), findings


def _captured(made: Capture) -> Capture:
    """The capture with the moment that somebody gave for it; else with what its container says, if it does."""
    given = made.field("captured")
    return replace(made, captured=given.value) if given else made


def _capture(record: Record, id: str, content: Decoded, media_type: str) -> Capture:
    sha256, size_bytes = record.original
    return Capture(
        id=id,
        path=record.path,
        record=record.record,
        media_type=media_type,
        sha256=sha256,
        size_bytes=size_bytes,
        encoding=content.encoding,
        encoding_basis=content.basis,
        text=content.text,
        captured=record.captured,
        url=record.url,
    )


def _from_json(
    record: Record, id: str, where: str, settings: IngestSettings
) -> tuple[Capture | None, tuple[Finding, ...]]:
    table, content, is_html, findings = read_object(record, where, settings)
    if table is None or content is None:
        return None, findings
    made = _capture(record, id, content, "text/html" if is_html else manner_of(content.text))
    written = [Written(key, value, where) for key, value in table.items() if field_of(key)]
    fields, problems = read_fields(written, "jsonl", basis=Basis.STATED, settings=settings)
    url = next((field.value.value for field in fields if field.field == "url"), made.url)
    return replace(made, given=fields, url=url), findings + problems


def _with_markdown(
    made: Capture, where: str, settings: IngestSettings
) -> tuple[Capture, tuple[Finding, ...]]:
    head = front_matter(made.text)
    fields, findings = _front_fields(head, where, settings)
    fields = (*_of_jekyll(head, where), *fields)
    url = next((field.value.value for field in fields if field.field == "url"), made.url)
    made = replace(made, given=fields + made.given, url=url, body_start=head.body_start)
    if len(made.text) <= LARGEST_CHARS:
        return replace(made, outline=_outline(made)), findings
    message = f"{len(made.text):,} characters of Markdown; read as plain text."
    hint = "Split the file, one article each."
    return replace(made, media_type="text/plain"), (*findings, finding("ING-021", where, message, hint))


def _of_jekyll(head: FrontMatter, where: str) -> Iterator[Given]:
    """The day of a post of Jekyll, which stands in the name of its file; one in its front matter goes before."""
    named = _JEKYLL.fullmatch(where.rpartition("/")[2])
    day = read_date(named[1]) if named and any(entry.key == "layout" for entry in head.entries) else None
    if named and day:
        evidence = Evidence("front-matter", (), where, note=f"written {named[0]!r}")
        yield Given("published", Sourced(day, Basis.STATED, evidence))


def _with_header(made: Capture, where: str, settings: IngestSettings) -> tuple[Capture, tuple[Finding, ...]]:
    """A plain text with what the labelled lines above it say; what came with its record wins over them."""
    head = header(made.text)
    if not head.entries:
        return made, ()
    written = [Written(e.key, e.value, f"{where}:{e.line}", e.span) for e in head.entries]
    fields, findings = read_fields(written, "header", basis=Basis.STATED, settings=settings)
    url = made.url or next((field.value.value for field in fields if field.field == "url"), None)
    return replace(made, given=fields + made.given, url=url, body_start=head.body_start), findings


def _outline(made: Capture) -> tuple[Outline, ...]:
    return outline(made.text, made.body_start)


def _front_fields(
    head: FrontMatter, where: str, settings: IngestSettings
) -> tuple[tuple[Given, ...], tuple[Finding, ...]]:
    written = [Written(e.key, e.value, f"{where}:{e.line}", e.span) for e in head.entries]
    fields, findings = read_fields(written, "front-matter", basis=Basis.STATED, settings=settings)
    return fields, (*findings, *_front_findings(head, where))


def _front_findings(head: FrontMatter, where: str) -> list[Finding]:
    found = []
    names = (e.key for e in head.entries if not field_of(e.key))
    unread = [name for name in names if name.casefold() not in _KNOWN_ELSEWHERE]
    if unread:
        message = f"Front matter not read: {', '.join(unread)}."
        found.append(
            finding("ING-014", where, message, "Nothing to do; read are the columns of metadata.csv.")
        )
    if head.is_open:
        message = "Front matter is opened with --- and never closed; read as text."
        found.append(finding("ING-020", f"{where}:1", message, "Close it with a line of ---."))
    if head.unread_lines:
        message = f"{head.unread_lines} lines of the front matter cannot be read."
        found.append(finding("ING-020", where, message, 'Write each as "key: value".'))
    return found
