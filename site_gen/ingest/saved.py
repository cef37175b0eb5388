"""What programs that save a page write into it: its address and the moment, in a comment at its top.

Chrome and Edge (``saved from url=(0041)https://…``), SingleFile (``url: … saved date: …``) and HTTrack (``Mirrored from …``).
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

_TOP_CHARS = 8_192
"""How far into a page the comment stands; SingleFile writes it behind the tag ``html``, whose attributes may be long."""
_BROWSER = re.compile(r"<!--\s*saved from url=\(\d{4}\)(?P<url>https?://\S+)\s*-->")
_SINGLEFILE = re.compile(
    r"Page saved with SingleFile\s+url:\s*(?P<url>https?://\S+)\s+saved date:\s*+(?P<moment>[^\n<>]{10,80}?)(?:[^\S\n]*+\n|\s*+-->)"
)
_HTTRACK = re.compile(
    r"<!--\s*Mirrored from (?P<url>[\w.-]+/\S*) by HTTrack Website Copier[^,<>]*,\s*+(?P<moment>[^<>]{10,60}?)\s*+-->"
)
_FORMS = ("%a %b %d %Y %H:%M:%S GMT%z", "%a, %d %b %Y %H:%M:%S GMT")


class Saved(NamedTuple):
    """Where a page was saved from, and when, as far as it says so."""

    url: str | None = None
    captured: str | None = None
    """ISO 8601."""


def saved_note(page: str) -> Saved:
    """Return what a saved page says of itself; nothing where no program wrote anything into it."""
    top = page[:_TOP_CHARS]
    if "saved" not in top and "Mirrored from" not in top:
        return Saved()
    found = _BROWSER.search(top) or _SINGLEFILE.search(top) or _HTTRACK.search(top)
    if not found:
        return Saved()
    url = found["url"] if "://" in found["url"] else f"http://{found['url']}"
    return Saved(url, _moment(found.groupdict().get("moment") or ""))


def _moment(written: str) -> str | None:
    plain = written.partition(" (")[0]
    for form in _FORMS:
        try:
            moment = datetime.strptime(plain, form)
        except ValueError:
            continue
        return moment.isoformat() if moment.tzinfo else f"{moment.isoformat()}Z"
    return None
