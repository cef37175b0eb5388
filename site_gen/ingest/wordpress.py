"""Posts as the interface of WordPress gives them (``/wp-json/wp/v2/posts``): what stands nested in one, under our keys.

In: one object. Out: an object with the page, and what the post states of it, under the keys that every record has.
Numbers that stand for names kept elsewhere (``author``, ``categories``, ``tags``) are left: only ``?_embed`` brings the names.
"""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta, timezone
from typing import Any

_TAG = re.compile(r"<[^<>]*>")
_OWN = frozenset({
    "acf", "author", "categories", "class_list", "comment_status", "content", "date", "date_gmt", "excerpt",
    "featured_media", "format", "guid", "link", "menu_order", "meta", "modified", "modified_gmt", "parent",
    "permalink_template", "ping_status", "slug", "status", "sticky", "tags", "template", "title", "type", "yoast_head",
    "yoast_head_json", "_embedded", "_links",
})  # fmt: skip
"""Keys of a post; what is not read of them is no text, date or name of the article."""
_FARTHEST = timedelta(hours=14)
"""From UTC that a place on earth is."""
_NOT_FILED = "uncategorized"
"""Slug of the category that WordPress gives to posts that have none."""


def as_record(table: dict[str, Any]) -> dict[str, Any]:
    """Return a post as a record of ours; any other object as it is."""
    content, embedded = table.get("content"), table.get("_embedded")
    if not isinstance(content, dict) or not isinstance(content.get("rendered"), str):
        return table
    embedded = embedded if isinstance(embedded, dict) else {}
    read = {
        "html": content["rendered"],
        "title": _plain(_rendered(table.get("title"))),
        "url": table.get("link"),
        "published": _moment(table),
        "authors": _names(embedded.get("author")),
        "section": _terms(embedded, "category")[:1],
        "topics": _terms(embedded, "post_tag"),
    }
    others = {key: value for key, value in table.items() if key not in _OWN}
    return others | {key: value for key, value in read.items() if value}


def _rendered(value: object) -> str | None:
    found = value.get("rendered") if isinstance(value, dict) else value
    return found if isinstance(found, str) else None


def _plain(source: str | None) -> str:
    return html.unescape(_TAG.sub("", source or "")).strip()


def _moment(table: dict[str, Any]) -> object:
    """The outlet's own time, its distance from UTC with it where the post gives both."""
    try:
        own, utc = (
            datetime.fromisoformat(str(table.get(key))).replace(tzinfo=None) for key in ("date", "date_gmt")
        )
    except ValueError:
        return table.get("date") or table.get("date_gmt")
    if abs(own - utc) > _FARTHEST:
        return f"{utc.isoformat()}Z"
    return own.replace(tzinfo=timezone(own - utc)).isoformat()


def _names(people: object) -> list[str]:
    found = people if isinstance(people, list) else []
    names = (one.get("name") for one in found if isinstance(one, dict))
    return [_plain(name) for name in names if isinstance(name, str)]


def _terms(embedded: dict[str, Any], taxonomy: str) -> list[str]:
    """The names of a post's categories or tags; they come as lists in a list."""
    lists = embedded.get("wp:term")
    terms = [
        term
        for part in (lists if isinstance(lists, list) else [])
        for term in (part if isinstance(part, list) else [])
    ]
    kept = [
        term
        for term in terms
        if isinstance(term, dict) and term.get("taxonomy") == taxonomy and term.get("slug") != _NOT_FILED
    ]
    return _names(kept)
