"""Pages saved as one file by a browser (MHTML): the HTML part, its address and the day it was saved."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_whole
from .findings import finding

if TYPE_CHECKING:
    from email.message import Message

_ENDLESS_HEADER = re.compile(rb"^content-type:(?:[^\n]|\n[ \t]){8000}", re.I | re.M)
"""A part's type, with the lines it goes on in: email takes its parameters apart in time that grows with the square."""


def has_endless_header(data: bytes) -> bool:
    """Whether the header of a part has no end, which would take ``email`` very long."""
    return _ENDLESS_HEADER.search(data) is not None


def mhtml_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the page of an MHTML file, or a finding where it has none or is too large."""
    data = read_whole(path, stream, settings)
    if isinstance(data, Finding):
        yield data
        return
    if has_endless_header(data):
        yield finding("ING-017", path, "Damaged: a header without end.", "Save the page again as HTML.")
        return
    from email import message_from_bytes  # heavy to import; most runs read no such file

    message_file: Message = message_from_bytes(data)
    page = next((part for part in message_file.walk() if part.get_content_type() == "text/html"), None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        yield finding("ING-002", path, "The MHTML file holds no page.", "Save the page again as HTML.")
        return
    yield Record(
        path,
        None,
        payload,
        "text/html",
        charset=page.get_content_charset(),
        url=_address(message_file, page),
        captured=_moment(message_file),
        wrapped_in=(hashlib.sha256(data).hexdigest(), len(data)),
    )


def _address(whole: Message, page: Message) -> str | None:
    named = (whole.get("Snapshot-Content-Location"), page.get("Content-Location"))
    return next(
        (text for raw in named if raw and (text := str(raw).strip()).startswith(("http://", "https://"))),
        None,
    )


def _moment(whole: Message) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(whole["Date"])).isoformat() if whole["Date"] else None
    except ValueError:
        return None
