"""What the markup of an HTML capture states about the page: ``<meta>``, ``<link>``, JSON-LD, ``<time>``, marked elements.

In: the decoded HTML. Out: a ``Markup`` of claims with their places. It scans for the few tags it wants and never
builds a tree (1 ms for a page of 200 kB, where a parse takes 10 to 30). Work is bounded: at most ``MAX_TAGS`` tags
of ``MAX_TAG_CHARS`` each are read, so that no hostile page can hold it up.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from site_gen.model import Span

from .claim import Claim

MAX_TAGS = 5_000
MAX_TAG_CHARS = 20_000
MAX_ELEMENT_CHARS = 3_000
"""A byline, heading or time is shorter; a longer element marked "author" is a box about the author."""
MAX_MARKED = 60

_OPEN = re.compile(
    r"<(?:(!--)|(script|style|svg|template)(?=[\s>/])|(meta|link|html|title|h1|time)(?=[\s>/]))", re.I
)
_TAG_REST = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>`]++)))?""")
_MARKED = (
    b"author", b"byline", b"by-line", b"autor", b"auteur", b"contributor", b"writer", b"publish", b"pubdate", b"dateline",
    b"timestamp", b"post-date", b"entry-date", b"post-meta",
)  # fmt: skip
_MARKING = re.compile(r"""(?:class|itemprop|rel|id|data-[a-z-]+)\s*=\s*["']?[^"'<>]*$""", re.I)
_TAGS = re.compile(r"<(?:script|style|svg)\b.*?</(?:script|style|svg)\s*>|<!--.*?-->|<[^>]*>", re.S | re.I)
_BREAKS = re.compile(r"<(?:br|/p|/div|/li|/a|/span|/h\d|/time)\b[^>]*>", re.I)
_TAG_NAME = re.compile(r"<([a-z][a-z0-9-]*)", re.I)
_TYPE_LD = re.compile(r"""type\s*=\s*["']?application/(?:\w+\+)?ld\+json""", re.I)


@dataclass(frozen=True, slots=True)
class Marked:
    """An element whose attributes call it an author, a byline or a date."""

    attributes: dict[str, str]
    tag: str
    text: str
    """Its visible text, a bar ``|`` where one of its own elements ends."""
    span: Span


@dataclass(frozen=True, slots=True)
class Markup:
    """The statements of a page's markup, each kind in the order of the page."""

    language: Claim | None = None
    metas: tuple[tuple[str, Claim], ...] = ()
    """(name or property or itemprop, lower-case; its content)."""
    named: dict[str, list[Claim]] = field(default_factory=dict)
    """Those of ``metas`` that hold something, by name."""
    links: tuple[tuple[str, Claim], ...] = ()
    """(rel, lower-case; href)."""
    json_ld: tuple[Claim, ...] = ()
    """The text of each JSON-LD script."""
    titles: tuple[Claim, ...] = ()
    """``<title>``."""
    headings: tuple[Claim, ...] = ()
    """``<h1>``."""
    times: tuple[Marked, ...] = ()
    """``<time>``."""
    marked: tuple[Marked, ...] = field(default=())
    skipped: tuple[Span, ...] = ()
    """Comments, scripts and styles, in order: nothing in them is shown."""

    def meta(self, *names: str) -> list[Claim]:
        """The contents of these names, in the order of ``names``, then of the page; empty ones left out."""
        return [claim for name in names for claim in self.named.get(name, ())]


@lru_cache(maxsize=4)
def read(text: str) -> Markup:
    """Return what the markup of a page states. A text without tags gives an empty Markup."""
    found = _Found()
    for tag, attributes, span in _tags(text):
        found.take(text, tag, attributes, span)
    named: dict[str, list[Claim]] = {}
    for name, claim in found.metas:
        if claim.value:
            named.setdefault(name, []).append(claim)
    return Markup(
        found.language, tuple(found.metas), named, tuple(found.links), tuple(found.json_ld), tuple(found.titles),
        tuple(found.headings), tuple(found.times), tuple(_marked(text, found.skipped)), tuple(found.skipped),
    )  # fmt: skip


Attributes = dict[str, tuple[str, Span]]


@dataclass(slots=True)
class _Found:
    language: Claim | None = None
    metas: list[tuple[str, Claim]] = field(default_factory=list)
    links: list[tuple[str, Claim]] = field(default_factory=list)
    json_ld: list[Claim] = field(default_factory=list)
    titles: list[Claim] = field(default_factory=list)
    headings: list[Claim] = field(default_factory=list)
    times: list[Marked] = field(default_factory=list)
    skipped: list[Span] = field(default_factory=list)

    def take(self, text: str, tag: str, attributes: Attributes, span: Span) -> None:
        if tag == "skip":
            self.skipped.append(span)
        elif tag == "script":
            self.json_ld.append(Claim(text[span[0] : span[1]], "json-ld", span))
        elif tag == "meta":
            self._take_meta(attributes)
        elif tag == "link":
            self._take_link(attributes)
        elif tag == "html" and self.language is None:
            value, at = attributes.get("lang") or attributes.get("xml:lang") or ("", span)
            self.language = Claim(value.strip(), "html lang", at) if value.strip() else None
        elif tag in ("title", "h1"):
            inner, at = element(text, tag, span)
            into, rule = (self.titles, "title tag") if tag == "title" else (self.headings, "h1")
            if inner:
                into.append(Claim(_in_one(inner) if tag == "h1" else inner, rule, at))
        elif tag == "time":
            inner, at = element(text, tag, span)
            self.times.append(
                Marked({k: v for k, (v, _) in attributes.items()}, tag, inner, (span[0], at[1]))
            )

    def _take_meta(self, attributes: Attributes) -> None:
        content = attributes.get("content") or attributes.get("value")
        if not content:
            return
        for key in ("name", "property", "itemprop", "http-equiv"):
            for name in attributes.get(key, ("", None))[0].lower().split():
                prefix = {"itemprop": "itemprop:", "http-equiv": "http-equiv:"}.get(key, "")
                rule = f"{'itemprop' if key == 'itemprop' else 'meta'} {name}"
                self.metas.append((prefix + name, Claim(_tidy(content[0]), rule, content[1])))
                if name == "parsely-page":
                    self.metas += _parsely(content)

    def _take_link(self, attributes: Attributes) -> None:
        href = attributes.get("href")
        for rel in attributes.get("rel", ("", None))[0].lower().split():
            if href:
                self.links.append((rel, Claim(href[0].strip(), f"link {rel}", href[1])))


_PARSELY = {
    "title": "parsely-title", "link": "parsely-link", "author": "parsely-author", "authors": "parsely-author",
    "pub_date": "parsely-pub-date", "section": "parsely-section", "tags": "parsely-tags",
}  # fmt: skip


def _parsely(content: tuple[str, Span]) -> list[tuple[str, Claim]]:
    """What Parsely's older tag holds as one JSON object, under the names of its newer ones; nothing where it is none."""
    try:
        fields = json.loads(content[0])
    except (ValueError, RecursionError):
        return []
    found = []
    for key, name in _PARSELY.items() if isinstance(fields, dict) else ():
        values = fields.get(key)
        said = [
            value for value in (values if isinstance(values, list) else [values]) if isinstance(value, str)
        ]
        found += [(name, Claim(_tidy(value), f"meta parsely-page {key}", content[1])) for value in said]
    return found


def _tags(text: str) -> Iterator[tuple[str, Attributes, Span]]:
    """The wanted tags in order: (tag, attributes, span of the tag); a skipped element is ``skip``, JSON-LD is ``script``."""
    at = 0
    for _ in range(MAX_TAGS):
        match = _OPEN.search(text, at)
        if match is None:
            return
        at = match.end()
        if match.group(1):
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + 3
            yield "skip", {}, (match.start(), at)
            continue
        rest = _TAG_REST.match(text, at, at + MAX_TAG_CHARS)
        if rest is None:
            continue
        at = rest.end()
        if name := match.group(2):
            start, at = at, _close(text, name, at)
            yield "skip", {}, (match.start(), at)
            if _TYPE_LD.search(rest.group()):
                yield "script", {}, (start, max(start, text.rfind("<", start, at)) if at < len(text) else at)
        else:
            yield (
                match.group(3).lower(),
                attributes_of(text, rest.start(), rest.end()),
                (match.start(), rest.end()),
            )


def _close(text: str, name: str, at: int) -> int:
    pattern = re.compile(rf"</{name}\s*>", re.I)
    while (at := text.find("</", at)) >= 0:
        if match := pattern.match(text, at):
            return match.end()
        at += 2
    return len(text)


def attributes_of(text: str, start: int, end: int) -> Attributes:
    """The attributes between two places, entities resolved, each with its place; the first of a name wins."""
    found: Attributes = {}
    for match in _ATTRIBUTE.finditer(text, start, end):
        name, group = match.group(1).lower(), match.lastindex or 1
        if name in found:
            continue
        found[name] = (
            ("", match.span()) if group == 1 else (html.unescape(match.group(group)), match.span(group))
        )
    return found


def element(text: str, tag: str, span: Span) -> tuple[str, Span]:
    """The visible text of the element whose opening tag has this span, and the text's place; "" where it does not close soon."""
    depth, at = 1, span[1]
    pattern = re.compile(rf"<(/?){tag}(?=[\s>/])", re.I)
    for match in pattern.finditer(text, span[1], span[1] + MAX_ELEMENT_CHARS):
        depth += -1 if match.group(1) else 1
        if depth == 0:
            at = match.start()
            return visible(text[span[1] : at]), (span[1], at)
    return "", span


def visible(markup: str) -> str:
    """The visible text of a piece of markup in one line; ``|`` where an inner element ended."""
    if "<" not in markup:
        return _tidy(html.unescape(markup))
    plain = _TAGS.sub(" ", _BREAKS.sub(" | ", markup))
    return re.sub(r"(?:\s*\|\s*)+", " | ", _tidy(html.unescape(plain))).strip(" |")


def _in_one(text: str) -> str:
    """A heading whose parts are elements of their own as one line: "Kicker | : | Headline" as "Kicker: Headline"."""
    return _tidy(re.sub(r" \| (?=[:;,.!?](?: |$))", "", text).replace(" | ", " "))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _marked(text: str, skipped: list[Span]) -> Iterator[Marked]:
    """Elements whose attributes speak of authors or dates, none inside scripts or comments, none twice."""
    seen = done = 0
    for place, behind in _words_that_mark(_shown_letters(text, skipped)):
        if place < done:
            continue
        marked = _marked_element(text, place, behind)
        if marked is not None:
            done = marked[1]
            seen += 1
            yield marked[0]
        if seen >= MAX_MARKED:
            return


def _shown_letters(text: str, skipped: list[Span]) -> bytes:
    """The page in small letters with blanks for what is skipped, a byte a character: searched in a third of the time."""
    letters = bytearray(text.encode("latin-1", "replace").lower())
    for start, end in skipped:
        letters[start:end] = b" " * (end - start)
    return bytes(letters)


def _words_that_mark(letters: bytes) -> list[tuple[int, int]]:
    """Where the words of ``_MARKED`` stand, in order."""
    found = []
    for word in _MARKED:
        at = letters.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = letters.find(word, at + len(word))
    return sorted(found)


def _marked_element(text: str, start: int, end: int) -> tuple[Marked, int] | None:
    """The element whose tag holds the word at this place in an attribute that marks, and where its tag ends."""
    opening = text.rfind("<", max(0, start - 1_000), start)
    if opening < 0 or not _MARKING.search(text, opening, start):
        return None
    tag = _TAG_NAME.match(text, opening)
    rest = _TAG_REST.match(text, tag.end(), tag.end() + MAX_TAG_CHARS) if tag else None
    if (
        tag is None
        or rest is None
        or rest.end() < end
        or tag.group(1).lower() in ("meta", "link", "body", "html")
    ):
        return None
    inner, at = element(text, tag.group(1), (opening, rest.end()))
    attributes = {k: v for k, (v, _) in attributes_of(text, rest.start(), rest.end()).items()}
    return Marked(attributes, tag.group(1).lower(), inner, at), rest.end()
