"""Under which of its keys a record has its page or text, by whatever program it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

CONTENT_KEYS = ("html", "html_b64", "text")
"""Where the capture itself stands; the first that holds something is read."""
HTML_KEYS = ("contenthtml", "bodyhtml", "htmlcontent", "htmlbody", "rawhtml", "pagehtml", "htmlsource")
"""Other names of a page, small letters alone; read where none of CONTENT_KEYS holds something."""
TEXT_KEYS = (
    "body", "content", "articlebody", "articletext", "articlecontent", "fulltext", "maintext", "maincontent", "bodytext",
    "contenttext", "textcontent", "plaintext", "textplain", "cleantext", "cleanedtext", "rawtext", "storytext", "newstext",
)  # fmt: skip
"""Other names of a text, small letters alone; read where no page stands either."""
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_SEVERAL = "\n\n"


def content_key(table: dict[str, Any]) -> str | None:
    """Return under which of its keys a record has its page or text; None where it has none."""
    return next((key for key in _named(table) if content(table, key)), None)


def content(table: dict[str, Any], key: str) -> str:
    """Return what stands under a key, paragraphs in a list as one text; "" where that is no text."""
    value = table.get(key)
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        value = _SEVERAL.join(value)
    return value if isinstance(value, str) and value.strip() else ""


def is_page(key: str) -> bool:
    """Whether a key names a page, not a text."""
    return key == "html" or plain(key) in HTML_KEYS


def has_content_key(keys: Iterable[str]) -> bool:
    """Whether a page or text stands under any of these keys."""
    return next(_named(dict.fromkeys(keys)), None) is not None


def plain(key: str) -> str:
    """Return a key in small letters, without what stands between its words."""
    return _NOT_LETTERS.sub("", key).casefold()


def _named(table: dict[str, Any]) -> Iterator[str]:
    """The keys that may have the page or text, best first."""
    yield from (key for key in CONTENT_KEYS if key in table)
    names = {key: plain(key) for key in table}
    for name in chain(HTML_KEYS, TEXT_KEYS):
        yield from (key for key in table if names[key] == name and key not in CONTENT_KEYS)
