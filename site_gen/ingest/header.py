"""Labelled lines above a plain text: the header of a mail or a news posting, or what a scraper wrote there.

``Subject: …``, ``From: …``, ``Date: …``; ``Title: …``, ``Author: …``, ``URL: …``. Only a block that names a title and one
more field is a header: a report may begin with a label by chance. It ends at an empty line, or at the first line whose
label is not known. Nothing is guessed.
"""

from __future__ import annotations

import re

from .fields import field_of
from .front_matter import Entry, FrontMatter

_LABELLED = re.compile(r"(?P<key>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _-]{1,24}?)(?:\(s\))?[ \t]?:[ \t]*(?P<value>\S.*)$")
_MAIL = {"subject": "title", "from": "authors", "organization": "source", "organisation": "source",
    "objet": "title", "betreff": "title", "asunto": "title", "oggetto": "title"}  # fmt: skip
"""Labels of mails that are fields under another name."""
_PASSED_OVER = frozenset({
    "to", "cc", "de", "von", "da", "para", "an", "gesendet", "sender", "newsgroups", "path", "lines", "xref", "references", "followup-to", "distribution", "keywords",
    "approved", "message-id", "reply-to", "received", "content-type", "mime-version", "url source", "published time",
})  # fmt: skip
"""Labels of headers that say nothing of the article."""
_MAX_LINES = 40
_ADDRESS = re.compile(r"\S+@\S+")
_MARKS = " \t\"'()<>,;"


def header(text: str) -> FrontMatter:
    """Return the labelled lines above a text; no entries and a body from 0 where there are none."""
    entries: list[Entry] = []
    start = len(text) - len(text.lstrip())
    number = text.count("\n", 0, start) + 1
    end = start
    for count, line in enumerate(text[start:].split("\n", _MAX_LINES)[:_MAX_LINES]):
        span = (end, end + len(line))
        found = _LABELLED.match(line)
        name = _name(found["key"]) if found else None
        if found and name is not None:
            entries.append(Entry(name, _value(name, found["value"]), number + count, span))
        elif entries and line[:1] in " \t" and line.strip():
            last = entries[-1]
            entries[-1] = last._replace(value=f"{last.value} {line.strip()}", span=(last.span[0], span[1]))
        else:
            break
        end = span[1] + 1
    fields = {entry.key for entry in entries if entry.key and entry.value}
    if "title" not in fields or len(fields) < FEWEST_FIELDS:
        return FrontMatter((), 0)
    return FrontMatter(tuple(entry for entry in entries if entry.key and entry.value), min(end, len(text)))


FEWEST_FIELDS = 2


def _name(label: str) -> str | None:
    """The field that a label names, "" for one that is passed over, None for one that is not known."""
    plain = label.strip().casefold()
    if plain in _PASSED_OVER or plain.startswith("x-"):
        return ""
    return _MAIL.get(plain) or field_of(label)


def _value(name: str, written: str) -> str:
    """The value; of a mail's sender the name alone, which is none where only an address stands."""
    value = written.strip()
    return _ADDRESS.sub("", value).strip(_MARKS) if name == "authors" and "@" in value else value
