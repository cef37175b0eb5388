"""Pages saved as one file by Safari (``.webarchive``): the page, its encoding and its address.

The file is a property list, as a rule a binary one. Pictures and frames in it are left; it does not say when it was saved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .bounded import read_whole
from .findings import finding


def webarchive_records(path: str, stream: BinaryIO, settings: IngestSettings) -> Iterator[Record | Finding]:
    """Yield the page of a web archive of Safari, or a finding where it has none or is too large."""
    data = read_whole(path, stream, settings)
    if isinstance(data, Finding):
        yield data
        return
    page = _page(data)
    payload = page.get("WebResourceData")
    if not isinstance(payload, bytes) or not payload.strip():
        message = "The web archive of Safari holds no page."
        yield finding("ING-002", path, message, "Save the page again, as page source.")
        return
    is_plain = page.get("WebResourceMIMEType") == "text/plain"
    yield Record(
        path,
        None,
        payload,
        "text/plain" if is_plain else "text/html",
        charset=_text(page, "WebResourceTextEncodingName"),
        url=_address(page),
        wrapped_in=(hashlib.sha256(data).hexdigest(), len(data)),
    )


def _page(data: bytes) -> dict[str, Any]:
    """The main resource of the list; empty where the bytes are none, or have none."""
    import plistlib  # heavy to import; most runs read no such file
    from xml.parsers.expat import ExpatError

    try:
        whole = plistlib.loads(data)
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RuntimeError,
        ExpatError,
    ):  # damaged, or nested without end
        return {}
    page = whole.get("WebMainResource") if isinstance(whole, dict) else None
    return page if isinstance(page, dict) else {}


def _text(page: dict[str, Any], key: str) -> str | None:
    value = page.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _address(page: dict[str, Any]) -> str | None:
    address = _text(page, "WebResourceURL")
    return address if address and address.startswith(("http://", "https://")) else None
