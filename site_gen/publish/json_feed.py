"""A list of articles as a JSON Feed (version 1.1, jsonfeed.org): the same articles as in the Atom feed beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..model import edtf
from ..model.card import ArticleCard

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(
    cards: Iterable[ArticleCard],
    *,
    title: str,
    root: str,
    address: str,
    home: str,
    description: str = "",
    language: str = "",
    author: str = "",
) -> bytes:
    """Return the feed of dated articles, in their order. ``address`` and ``home`` are those of the feed and of the page
    that lists the articles, from the root.

    An item leads to the article and carries its summary, as far as its rights give one; its words stay on the page.
    """
    base = f"{root.rstrip('/')}/"
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": title,
        "home_page_url": base + home,
        "feed_url": base + address,
    }
    if description:
        feed["description"] = description
    if author:
        feed["authors"] = [{"name": author}]
    if language:
        feed["language"] = language
    feed["items"] = [_item(card, base) for card in cards]
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(card: ArticleCard, base: str) -> dict[str, Any]:
    """One article. ``content_text`` must be there, also where no word of the article may be shown."""
    found = edtf.bounds(card.date or "")
    assert found is not None
    url = f"{base}articles/{card.slug}/"
    item: dict[str, Any] = {"id": url, "url": url, "title": card.title, "content_text": card.summary}
    if card.url:
        item["external_url"] = card.url
    item["date_published"] = f"{found[0].isoformat()}T00:00:00Z"
    if card.source:
        item["authors"] = [{"name": card.source}]
    if card.language != "und":
        item["language"] = card.language
    return item
