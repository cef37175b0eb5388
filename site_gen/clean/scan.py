"""The visible lines of a web page, each with its place in the source.

In: the decoded source. Out: a ``Sheet``. One pass, no tree, no recursion: time grows with the length of the source
alone, whatever its nesting. Refuses to guess styles: only ``hidden`` and ``display:none`` on an element hide it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language.words import writable

from . import marks
from .pieces import LineNumbers, Piece, Sheet, folded

MAX_CHARS = 6_000_000
"""Longest source read; the largest of 900 development pages has 2.3 million characters."""
MAX_DEPTH = 400
"""Deepest nesting followed; real pages stay below 100. Deeper elements are read as if they were not there."""
MAX_PIECES = 20_000
"""Most lines read of a page; the longest of 900 development pages has 4,000."""
MAX_TAG = 200_000
"""Longest tag whose quotes are followed; a ``data:`` image is longer at times, and then ends at its first ``>``."""

_TAG = re.compile(r"<(?:(!--)|[!?]|(/?)([A-Za-z][A-Za-z0-9:-]*))")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>]|$)", re.I) for name in sorted(marks.RAW)}
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(class|id|hidden|style|role|itemprop|lang|data-testid|data-component)(?![\w-])"""
    r"""(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""",
    re.I,
)
_NAMING = ("class", "id", "role", "itemprop", "data-testid", "data-component")
_META = re.compile(r"""(property|name|content)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.I)
_TITLE_METAS = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){1,400})"')


@dataclass(slots=True)
class _Open:
    """An element that is open, with what its descendants inherit; never changed once made."""

    name: str
    holder: int = 0
    outer: int = 0
    block: str = ""
    chrome: str = ""
    kind: str = ""
    group: int = 0
    row: int = 0
    hidden: bool = False
    main: bool = False


def _tag_end(text: str, start: int) -> int:
    """Offset behind the ``>`` of the tag that starts at an offset; a ``>`` within quotes does not end it."""
    end = text.find(">", start)
    if end < 0:
        return len(text)
    first, tries = end, 0
    while tries < 50 and end - start < MAX_TAG:
        tag = text[start:end]
        if tag.count('"') % 2 == 0 and ('"' in tag or tag.count("'") % 2 == 0):
            return end + 1
        end = text.find(">", end + 1, end + 20_000)
        if end < 0:
            break
        tries += 1
    return first + 1


@lru_cache(maxsize=20_000)
def _says(tag: str) -> tuple[str, bool, bool, str]:
    """What a tag's attributes say: kind, whether it is the article's body, whether it is hidden, its language."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag):
        found.setdefault(match.group(1).lower(), (match.group(2) or "").strip("\"'"))
    names = " ".join(found[key] for key in _NAMING if key in found)
    kind, main = marks.kind_of(names) if names else ("", False)
    hidden = "hidden" in found or bool(_HIDDEN_STYLE.search(found.get("style", "")))
    return kind, main, hidden, found.get("lang", "")


class _Scan:
    """The state of one pass over a page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.stack: list[_Open] = [_Open("")]
        self.parts: list[tuple[int, int, bool]] = []
        self.breaks = 0
        self.source_start = 0
        self.numbers = LineNumbers(text)
        self.counter = 0
        self.groups: dict[int, list[int]] = {}
        self.headings: dict[str, list[str]] = {}
        self.language = ""
        self.too_deep = False
        self.link_depth = 0

    # -- text -----------------------------------------------------------------------------------------------------

    def add_text(self, start: int, end: int) -> None:
        if start < end and not self.text[start:end].isspace():
            if not self.parts:
                self.source_start = self.source_start or start
            self.parts.append((start, end, self.link_depth > 0))
            self.breaks = 0
        elif start < end and self.parts:
            self.parts.append((start, end, False))

    def flush(self, at: int) -> None:
        """End the line that is open; ``at`` is where the boundary's tag starts."""
        if self.parts:
            self._emit(at)
        self.parts = []
        self.breaks = 0
        self.source_start = 0

    def _emit(self, at: int) -> None:
        texts = [html.unescape(self.text[a:b]) for a, b, _ in self.parts]
        text = folded("".join(texts))
        if not text:
            return
        raw_start, raw_end = self.parts[0][0], self.parts[-1][1]
        source = self.text[raw_start:raw_end]
        start = raw_start + len(source) - len(source.lstrip())
        end = raw_end - (len(source) - len(source.rstrip()))
        linked = sum(len(folded(t)) for t, (_, _, link) in zip(texts, self.parts, strict=True) if link)
        top = self.stack[-1]
        self.pieces.append(
            Piece(
                text=text,
                span=(start, max(start + 1, end)),
                number=self.numbers.at(start),
                tag=top.block,
                level=int(top.block[1]) if top.block in ("h1", "h2", "h3", "h4", "h5", "h6") else 0,
                source=(min(self.source_start or start, start), max(at, end)),
                link_chars=min(linked, len(text)),
                chrome=top.chrome,
                kind=top.kind,
                holder=top.holder,
                outer=top.outer,
                group=top.group,
                row=top.row,
                hidden=top.hidden,
                main=top.main,
            )
        )

    # -- tags -----------------------------------------------------------------------------------------------------

    def open_tag(self, name: str, start: int, end: int) -> None:
        if name in marks.VOID:
            self._void(name, start)
            return
        if name not in marks.INLINE:
            self.flush(start)
            self._close_implied(name, start)
            self.source_start = end
        elif not self.parts:
            self.source_start = self.source_start or start
        if self.text[end - 2 : end] == "/>" and name in marks.INLINE:
            return
        if len(self.stack) > MAX_DEPTH:
            self.too_deep = True
            return
        if name == "a":
            self.link_depth = len(self.stack)
            return
        if name in marks.SILENT:
            return
        self._push(name, self.text[start:end], start)

    def _void(self, name: str, start: int) -> None:
        if name == "br":
            if self.parts:
                self.breaks += 1
                if self.breaks > 1:
                    self.flush(start)
                else:
                    self.parts.append((start, start, False))
        elif name == "hr":
            self.flush(start)

    def _close_implied(self, name: str, start: int) -> None:
        closes = marks.CLOSES.get(name)
        if closes is None:
            closes = frozenset(("p",)) if name in marks.ENDS_P else frozenset()
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - 12), -1):
            here = self.stack[depth].name
            if here in closes:
                self._pop_to(depth, start)
                return
            if here in marks.CONTAINERS and here not in ("td",):
                return

    def _push(self, name: str, source: str, start: int) -> None:
        parent = self.stack[-1]
        inline = name in marks.INLINE
        kind, says_main, hidden, language = (
            _says(source) if " " in source or "\n" in source else ("", False, False, "")
        )
        if name == "html":
            self.language = self.language or language
        if name in ("body", "html", "article", "main"):
            kind, says_main = "", says_main or name in ("article", "main")
        if says_main and kind in marks.NOT_MAIN:
            kind = ""
        if name == "figcaption":
            kind = "caption"
        number = 0
        if name in marks.CONTAINERS or name in marks.GROUPS or name in marks.ROWS:
            self.counter += 1
            number = self.counter
        group = parent.group
        if name in marks.GROUPS and not (name in ("ul", "ol") and parent.group and parent.row):
            group = number
            self.groups[number] = [start, start]
        holder = number if name in marks.CONTAINERS else parent.holder
        self.stack.append(
            _Open(
                name=name,
                holder=holder,
                outer=parent.holder if number and name in marks.CONTAINERS else parent.outer,
                block=parent.block if inline else name,
                chrome=name if name in marks.CHROME else parent.chrome,
                kind=kind or parent.kind,
                group=group,
                row=number if name in marks.ROWS else parent.row,
                hidden=parent.hidden or hidden,
                main=(says_main or parent.main) and kind not in marks.NOT_MAIN,
            )
        )

    def close_tag(self, name: str, start: int, end: int) -> None:
        if name in marks.INLINE:
            self._close_inline(name)
            return
        self.flush(start)
        self.source_start = end
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].name == name:
                self._pop_to(depth, end)
                return
            if len(self.stack) - depth > 60:
                return

    def _close_inline(self, name: str) -> None:
        if name == "a":
            self.link_depth = 0
            return
        if name in marks.SILENT:
            return
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - 8), -1):
            here = self.stack[depth].name
            if here == name:
                del self.stack[depth:]
                return
            if here not in marks.INLINE:
                return

    def _pop_to(self, depth: int, end: int) -> None:
        for element in self.stack[depth:]:
            if element.name in marks.GROUPS and element.group in self.groups:
                self.groups[element.group][1] = end
        del self.stack[depth:]
        if depth < self.link_depth:
            self.link_depth = 0


def sheet(text: str) -> Sheet:
    """Return the visible lines of a page in the order of the source; never raises.

    ``cut`` says ``size`` where the source was longer than ``MAX_CHARS`` (the rest is not read), ``depth`` where
    elements deeper than ``MAX_DEPTH`` were read as if they were not there.
    """
    source = text[:MAX_CHARS]
    scan = _Scan(source)
    metas: dict[str, str] = {}
    position = 0
    length = len(source)
    raw: dict[str, list[str]] = {"title": [], "headline": []}
    no_more: set[str] = set()
    while position < length and len(scan.pieces) < MAX_PIECES:
        match = _TAG.search(source, position)
        if match is None:
            scan.add_text(position, length)
            break
        start = match.start()
        scan.add_text(position, start)
        name = (match.group(3) or "").lower()
        if match.group(1):
            close = source.find("-->", start + 2)
            position = close + 3 if close >= 0 else _tag_end(source, start)
            continue
        position = _tag_end(source, start)
        if not name:
            continue
        if match.group(2):
            scan.close_tag(name, start, position)
        elif name in marks.RAW and name not in no_more:
            found = _RAW_END[name].search(source, position)
            if found is None:
                no_more.add(name)
                if name in ("script", "style"):
                    position = length
                continue
            _note_raw(name, source, (start, position, found.start()), raw)
            if name not in ("script", "style", "svg", "title", "noscript"):
                scan.flush(start)
            position = _tag_end(source, found.start())
        elif name == "meta":
            _note_meta(source[start:position], metas)
        else:
            scan.open_tag(name, start, position)
    scan.flush(length)
    return Sheet(
        pieces=tuple(scan.pieces),
        titles=_titles(metas, raw, scan.pieces),
        is_markup=True,
        language=scan.language,
        cut="size"
        if len(text) > MAX_CHARS or len(scan.pieces) >= MAX_PIECES
        else "depth"
        if scan.too_deep
        else "",
        groups={number: (span[0], span[1]) for number, span in scan.groups.items()},
    )


def _note_raw(name: str, source: str, places: tuple[int, int, int], raw: dict[str, list[str]]) -> None:
    start, inner, end = places
    if name == "title":
        raw["title"].append(folded(html.unescape(source[inner : min(end, inner + 1000)])))
    elif name == "script" and "ld+json" in source[start:inner]:
        for match in _HEADLINE.finditer(source, inner, min(end, inner + 200_000)):
            raw["headline"].append(_json_text(match.group(1)))


def _json_text(escaped: str) -> str:
    import json

    try:
        return folded(writable(html.unescape(str(json.loads(f'"{escaped}"')))))
    except ValueError:
        return folded(escaped)


def _note_meta(source: str, metas: dict[str, str]) -> None:
    found = {m.group(1).lower(): m.group(2).strip("\"'") for m in _META.finditer(source)}
    name = (found.get("property") or found.get("name") or "").lower()
    if name in _TITLE_METAS and found.get("content"):
        metas.setdefault(name, folded(html.unescape(found["content"])))


def _titles(metas: dict[str, str], raw: dict[str, list[str]], pieces: list[Piece]) -> tuple[str, ...]:
    """The names a page gives itself, surest first: OpenGraph and kin, JSON-LD, first h1s, the title element."""
    named = [metas[name] for name in _TITLE_METAS if name in metas]
    first = [piece.text for piece in pieces if piece.level == 1][:3]
    every = [*named, *raw["headline"][:1], *first, *raw["title"][:1]]
    return tuple(dict.fromkeys(t for t in every if t))
