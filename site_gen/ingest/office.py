"""Documents of text programs (``.docx``, ``.odt``): their paragraphs as plain text. Databases hand out their exports so, too."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, XMLParser

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_whole
from .export import count_documents, document_records
from .findings import finding
from .warc import DAMAGE

_PARTS = ("word/document.xml", "content.xml")
"""Where the text of a document stands: Word's, OpenDocument's."""
_PARAGRAPHS = frozenset({"p", "h"})
_BREAKS = {"br": "\n", "line-break": "\n", "tab": " ", "s": " ", "cr": "\n"}
_HIDDEN = frozenset({"delText", "instrText", "annotation", "note", "tracked-changes", "fldSimple"})
"""What is no text of the document: deleted, commands of fields, notes of readers."""


def office_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the text of a document, or each document of an export of a database; a finding where it cannot be read."""
    try:
        whole = read_whole(path, stream, settings)
        source = _source(path, stream, settings) if isinstance(whole, bytes) else whole
        if isinstance(source, Finding):
            yield source
            return
        parser = XMLParser()
        parser.feed(source)
        text = "\n\n".join(_paragraphs(parser.close()))
    except (*DAMAGE, ParseError, RecursionError) as error:
        yield finding("ING-017", path, f"The document cannot be read: {error}.", "Save it as text or HTML.")
        return
    if not text.strip():
        yield finding("ING-001", path, "The document holds no text.", "Save it again, or delete the file.")
    elif count_documents(text.encode("utf-8", "replace")):
        yield from (
            replace(one, line=None) if isinstance(one, Record) else one
            for one in document_records(path, text.splitlines(keepends=True), settings)
        )
    else:
        assert isinstance(whole, bytes)
        original = (hashlib.sha256(whole).hexdigest(), len(whole))
        yield Record(path, None, text.encode("utf-8", "surrogatepass"), "text/plain", wrapped_in=original)


def _source(path: str, stream: BinaryIO, settings: IngestSettings) -> bytes | Finding:
    """The part of a document in which its text stands."""
    stream.seek(0)
    with zipfile.ZipFile(stream) as package:
        name = next((part for part in _PARTS if part in package.namelist()), None)
        if name is None:
            return finding(
                "ING-002", path, "No document of Word or OpenDocument.", "Save it as text or HTML."
            )
        with package.open(name) as part:
            return read_whole(path, part, settings)  # type: ignore[arg-type]


def _paragraphs(root: Element) -> Iterator[str]:
    """The text of each paragraph that has any, in order; one inside another (a text box) behind it."""
    for one in root.iter():
        if _local(one) in _PARAGRAPHS and (text := "".join(_texts(one)).strip()):
            yield text


def _texts(paragraph: Element) -> Iterator[str]:
    """The texts of a paragraph and the white space between them; paragraphs inside it have their own turn."""
    yield paragraph.text or ""
    for part in paragraph:
        name = _local(part)
        if name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _PARAGRAPHS and name not in _HIDDEN:
            yield from _texts(part)
        yield part.tail or ""


def _local(part: Element) -> str:
    return str(part.tag).rpartition("}")[2]
