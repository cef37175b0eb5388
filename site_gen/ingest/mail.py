"""Mails: one saved as a file (``.eml``), or many in a mailbox (``.mbox``): the page or text, its subject, its day and who sent it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_whole
from .decode import decode
from .findings import finding
from .jsonl import object_records
from .mhtml import has_endless_header

if TYPE_CHECKING:
    from email.message import EmailMessage

_QUOTED = re.compile(rb">+From ")
"""A line of a mail that would begin another one in a mailbox, as mailboxes write it."""
_SENT_TO_MANY = ("List-Unsubscribe", "List-Id", "List-ID")
"""Fields of what is sent to subscribers: its sender is the outlet, not a writer."""


def mail_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the page or text of a mail with what its header states, or a finding where it has none. What is attached is left."""
    data = read_whole(path, stream, settings)
    if isinstance(data, Finding):
        yield data
        return
    read = _read(path, data)
    if isinstance(read, Finding):
        yield read
        return
    packed = json.dumps(read, ensure_ascii=False).encode("utf-8", "surrogatepass")
    whole = (hashlib.sha256(data).hexdigest(), len(data))
    yield Record(path, None, packed, "application/json", wrapped_in=whole)


def mailbox_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the mails of a mailbox in order, each named by its ``Message-ID``; one that cannot be read, or is too large, is a finding."""
    yield from object_records(path, _tables(path, stream, settings), settings)


def _tables(
    path: str, stream: BinaryIO, settings: IngestSettings
) -> Iterator[tuple[int, bytes | None] | Finding]:
    for line, data in _mails(stream, settings.max_capture_bytes):
        read = _read(f"{path}:{line}", data) if data is not None else None
        if isinstance(read, Finding):
            yield read
        else:
            packed = json.dumps(read, ensure_ascii=False).encode("utf-8", "surrogatepass") if read else None
            yield line, packed


def _mails(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Line and bytes of each mail; None for one that is longer than a capture may be, which is not held."""
    held: list[bytes] = []
    begun = size = 0
    is_after_blank = True
    for number, line in enumerate(iter(lambda: stream.readline(most + 1), b""), start=1):
        if is_after_blank and line.startswith(b"From "):
            if begun:
                yield begun, b"".join(held) if size <= most else None
            held, begun, size = [], number, 0
        elif begun:
            size += len(line)
            if size <= most:
                held.append(line[1:] if _QUOTED.match(line) else line)
        is_after_blank = not line.strip()
    if begun:
        yield begun, b"".join(held) if size <= most else None


def _read(where: str, data: bytes) -> dict[str, str] | Finding:
    """A mail under our keys, or what is wrong with it."""
    if has_endless_header(data):
        return finding("ING-017", where, "Damaged: a header without end.", "Save the mail again, or as HTML.")
    from email import message_from_bytes, policy  # heavy to import; most runs read no such file

    mail = message_from_bytes(data, policy=policy.default)
    content = _content(mail)
    if not content:
        return finding("ING-002", where, "The mail holds no text.", "Save the mail again, as text or HTML.")
    return content | _header(mail)


def _content(mail: EmailMessage) -> dict[str, str]:
    """The page, else the text of a mail, under our keys; empty where it has neither."""
    for kind, key in (("text/html", "html"), ("text/plain", "text")):
        for part in mail.walk():
            if part.get_content_type() == kind and not part.is_attachment():
                payload = part.get_payload(decode=True)
                charset = part.get_content_charset()
                found = decode(payload, "", charset=charset).text if isinstance(payload, bytes) else ""
                if found.strip():
                    return {key: found}
    return {}


def _header(mail: EmailMessage) -> dict[str, str]:
    """What the header states, under our keys."""
    is_sent_to_many = any(_said(mail, name) for name in _SENT_TO_MANY)
    stated = {
        "title": _said(mail, "Subject"),
        "published": _moment(mail),
        "source" if is_sent_to_many else "authors": _sender(mail),
        **({} if is_sent_to_many else {"source": _said(mail, "Organization")}),
        "url": _said(mail, "Archived-At").strip("<>"),
        "id": _said(mail, "Message-ID").strip("<>"),
    }
    return {key: value for key, value in stated.items() if value}


def _said(mail: EmailMessage, name: str) -> str:
    """A field of the header as one line; "" where there is none, or one that cannot be read."""
    try:
        return " ".join(str(mail.get(name) or "").split())
    except (
        ValueError,
        LookupError,
        AttributeError,
        IndexError,
        TypeError,
    ):  # of the parser, on broken fields
        return ""


def _sender(mail: EmailMessage) -> str:
    """The sender's name; "" where only an address stands."""
    from email.utils import parseaddr

    name = parseaddr(_said(mail, "From"))[0]
    return "" if "@" in name else name


def _moment(mail: EmailMessage) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_said(mail, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
