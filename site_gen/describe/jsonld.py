"""What a page's JSON-LD says of its article: schema.org in graphs, lists and references, read without trusting it.

In: the claims of ``Markup.json_ld``. Out: one ``Node`` for the page's article, or None. Broken JSON is mended where
that is safe (control characters, a closing comma, HTML entities) and left out otherwise; nothing raises.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from site_gen.language.words import writable
from site_gen.model import Span

from .claim import Claim

ARTICLE_TYPES = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report",
        "ScholarlyArticle", "TechArticle", "AdvertiserContentArticle", "SatiricalArticle", "MedicalScholarlyArticle",
        "DiscussionForumPosting", "MediaNewsArticle", "Recipe", "Review", "VideoObject", "PodcastEpisode", "Product", "Course",
    }
)  # fmt: skip
PAGE_TYPES = frozenset(
    {"WebPage", "ItemPage", "AboutPage", "CreativeWork", "MedicalWebPage", "CollectionPage"}
)
_WEAK = frozenset({"VideoObject", "PodcastEpisode", "Product", "Course", "Review"})
MAX_DEPTH = 12
MAX_NODES = 5_000
_CLOSING_COMMA = re.compile(r",(\s*[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)


@dataclass(frozen=True, slots=True)
class Node:
    """One JSON-LD object of the page, and the script that holds it."""

    data: dict[str, Any]
    by_id: dict[str, dict[str, Any]]
    script: Claim
    is_article: bool

    def texts(self, key: str) -> list[Claim]:
        """The strings under a key, as claims (a list gives several; objects give their name)."""
        return [self._claim(key, text) for text in _texts(self.data.get(key), self.by_id)]

    def _claim(self, key: str, text: str) -> Claim:
        return Claim(text, f"json-ld {key}", self._place(text))

    def _place(self, text: str) -> Span:
        for written in (text, json.dumps(text)[1:-1]):
            at = self.script.value.find(written)
            if at >= 0:
                return (self.script.span[0] + at, self.script.span[0] + at + len(written))
        return self.script.span


def article_node(scripts: tuple[Claim, ...], *, url: str | None, title: str | None) -> Node | None:
    """Return the object that describes the page's own article; a web page's object where there is none; else None.

    Of several articles the one that gives the page's address wins, then the one with its title, then the first.
    """
    nodes = [node for script in scripts for node in _nodes(script)]
    if not nodes:
        return None
    return max(enumerate(nodes), key=lambda at: (_rank(at[1], url, title), -at[0]))[1]


def _rank(node: Node, url: str | None, title: str | None) -> tuple[int, int, int]:
    names = _texts(node.data.get("headline"), node.by_id) + _texts(node.data.get("name"), node.by_id)
    its_url = any(
        url and _plain_url(u) == _plain_url(url)
        for key in ("url", "mainEntityOfPage", "@id")
        for u in _texts(node.data.get(key), {})
    )
    its_title = any(title and _letters(name) and _letters(name) in _letters(title) for name in names)
    weak = bool(_types(node.data) & _WEAK)
    kind = 0 if not node.is_article else 1 if weak else 2
    return kind, int(its_url) + int(its_title), int("headline" in node.data)


def _plain_url(url: str) -> str:
    return re.sub(r"^https?://(www\.|amp\.|m\.)?", "", url.split("#")[0].split("?")[0]).rstrip("/").lower()


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _nodes(script: Claim) -> Iterator[Node]:
    data = _loads(script.value)
    objects = list(_objects(data, 0)) if data is not None else []
    by_id = {o["@id"]: o for o in reversed(objects) if isinstance(o.get("@id"), str) and len(o) > 1}
    for item in objects[:MAX_NODES]:
        types = _types(item)
        if types & ARTICLE_TYPES:
            yield Node(item, by_id, script, True)
        elif types & PAGE_TYPES:
            yield Node(item, by_id, script, False)


def _loads(text: str) -> Any:
    if len(text) > 2_000_000 or text.count("[") + text.count("{") > 50_000:
        return None
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.strip()))
    for mend in (lambda t: t, lambda t: _CLOSING_COMMA.sub(r"\1", t), html.unescape):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object that may be a page or article, outermost first; related items and comments are not entered."""
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "isPartOf", "video"):
            if isinstance(data.get(key), dict | list):
                yield from _objects(data[key], depth + 1)


def _types(item: dict[str, Any]) -> frozenset[str]:
    kind = item.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return frozenset(n.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for n in names if isinstance(n, str))


def _texts(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> list[str]:
    """Strings of a value in order: a string, a list of values, an object's name, a reference's name."""
    if depth > 4:
        return []
    if isinstance(value, str):
        text = " ".join(writable(html.unescape(value)).split())
        return [text] if text else []
    if isinstance(value, list):
        return [text for item in value[:100] for text in _texts(item, by_id, depth + 1)]
    if isinstance(value, dict):
        for key in ("name", "@value", "alternateName", "headline"):
            if found := _texts(value.get(key), by_id, depth + 1):
                return found
        target = by_id.get(value.get("@id", "")) if isinstance(value.get("@id"), str) else None
        if target is not None and target is not value:
            return _texts({k: v for k, v in target.items() if k != "@id"}, by_id, depth + 1)
        return _texts(value.get("@id"), {}, depth + 1) if not by_id else []
    return []
