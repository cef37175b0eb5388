"""What a .json file holds: the elements of its array, also of one inside an object or two (``{"articles": […]}``), or one value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .fields import field_of
from .keys import content_key
from .wordpress import as_record

_FEED = "jsonfeed.org/"
_SPACE = re.compile(r"[\s,]*")


def elements(text: str) -> Iterator[tuple[int, bytes]]:
    """Yield line and source of each element of an array, or of the one value there is. Broken source comes as it is, last.

    Of an object that is no record itself but has an array of records, as search interfaces answer, these are the elements.
    """
    decoder = json.JSONDecoder()
    at = _inside(text)
    is_array = text[at : at + 1] == "["
    line, counted = 1, 0
    at = _after(text, at + is_array)
    while at < len(text) and not (is_array and text[at] == "]"):
        line, counted = line + text.count("\n", counted, at), at
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield line, text[at:].encode("utf-8", "surrogatepass")
            return
        yield line, text[at:end].encode("utf-8", "surrogatepass")
        at = _after(text, end)


def count_references(text: str) -> int:
    """Return how many elements have a title and an address, where most have, as lists of references do; else 0."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return 0
    lists = [value] if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    found = max((_objects(one) for one in lists), key=len, default=[])
    named = sum({"title", "url"} <= {field_of(key) for key, said in one.items() if said} for one in found)
    return named if 2 * named > len(found) else 0


def _inside(text: str) -> int:
    """Where the array or value begins: that of the records, where an object holds them in an array."""
    start = len(text) - len(text.lstrip())
    whole = _whole(text) if text[start : start + 1] == "{" else None
    if whole is None or _is_record(whole):
        return start
    within = _values(whole)
    counts = {key: sum(_is_record(one) for one in _objects(value)) for key, value in within.items()}
    best = max(sorted(counts), key=counts.__getitem__, default="")
    return (_place_of(text, best, within[best]) or start) if counts.get(best) else start


def _values(whole: dict[str, Any]) -> dict[str, Any]:
    """What an object holds, and the objects in it that are no records: ``{"response": {"results": […]}}``."""
    inside = (one for one in whole.values() if isinstance(one, dict) and not _is_record(one))
    return {key: value for one in inside for key, value in one.items()} | whole


def _is_record(table: dict[str, Any]) -> bool:
    """Whether an object has a text, or a title, as an article has whose comments are no articles; a JSON Feed has its own."""
    is_feed = _FEED in str(table.get("version"))
    has_title = any(field_of(key) == "title" for key in table)
    return not is_feed and (has_title or content_key(as_record(table)) is not None)


def _place_of(text: str, key: str, value: Any) -> int:
    """Where the array under a key of the object begins; 0 where it is not found as it is usually written."""
    decoder = json.JSONDecoder()
    for found in re.finditer(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:\s*(?=\[)", text):
        if decoder.raw_decode(text, found.end())[0] == value:
            return found.end()
    return 0


def _whole(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _after(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
