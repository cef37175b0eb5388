"""The visible lines of a web page, each with its place in the source.

In: the decoded source. Out: a ``Sheet``. One pass, no tree, no recursion: time grows with the length of the source
alone, whatever its nesting. Refuses to guess styles: only ``hidden`` and ``display:none`` on an element hide it.
"""

from __future__ import annotations

import html
from itertools import accumulate

from . import dialogs, elements, menus, tags
from .naming import Names
from .pieces import CONSENT, LineNumbers, Piece, Sheet, folded, piece_of

MAX_CHARS = 6_000_000
"""Longest source read; the largest of 900 development pages has 2.3 million characters."""
MAX_DEPTH = 400
"""Deepest nesting followed; real pages stay below 100. Deeper elements are read as if they were not there."""
MAX_PIECES = 20_000
"""Most lines read of a page; the longest of 900 development pages has 4,000."""
NEAR = 12
"""Open elements among which one is looked for that an opening tag ends by itself."""
FAR = 60
"""Open elements among which the one is looked for that a closing tag ends; a stray closing tag ends nothing."""


class _Way:
    """How an element is written and where it stands: all that the elements of one template share, and what it means."""

    __slots__ = (
        "asks", "block", "chrome", "hidden", "inside", "is_group", "kind", "look", "main", "name", "quoted",
    )  # fmt: skip

    def __init__(self, name: str, parent: _Way | None, tag: tags.Tag, look: int) -> None:
        self.name = name
        self.inside: dict[tags.Tag, _Way] = {}
        self.block, self.chrome, self.kind, self.look = "", "", "", look
        self.hidden = self.main = self.quoted = self.asks = False
        self.is_group = name in elements.GROUPS
        if parent is not None:
            inline = tag.act == tags.OPEN_INLINE
            self.block = parent.block if inline else name
            self.chrome = name if tag.chrome and not inline else parent.chrome
            self.asks = tag.kind == CONSENT or (parent.asks and name not in ("article", "main"))
            self.kind = tag.kind or parent.kind
            if tag.kind == CONSENT:
                self.kind = parent.kind if tag.main else "nav"
            self.hidden = parent.hidden or tag.hidden
            self.main = (tag.main or parent.main) and not tag.leads_away
            self.quoted = parent.quoted or name == "blockquote"


_Open = tuple[_Way, int, int, int, int]
"""An element that is open: how it is written, and the numbers of its container, the one around that, its group and row."""


class _Scan:
    """The state of one pass over a page."""

    __slots__ = (
        "asking", "breaks", "counter", "end", "groups", "language", "link_depth", "linked", "looks", "menus", "numbers", "parts",
        "pieces", "source_start", "speaker", "stack", "start", "too_deep",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.pieces: list[Piece] = []
        self.asking: list[int] = []
        self.stack: list[_Open] = [(_Way("", None, tags.A, 0), 0, 0, 0, 0)]
        self.parts: list[str] = []
        self.start = self.end = 0
        self.linked: list[int] = []
        self.speaker: _Open | None = None
        self.breaks = 0
        self.source_start = 0
        self.numbers = LineNumbers(text)
        self.menus = menus.Menus(text, self.numbers)
        self.counter = 0
        self.groups: dict[int, list[int]] = {}
        self.looks: dict[tuple[int, str], int] = {}
        self.language = ""
        self.too_deep = False
        self.link_depth = 0

    # -- text -----------------------------------------------------------------------------------------------------

    def add_text(self, text: str, end: int) -> None:
        """Take the characters between two tags, which end there, into the line that is open."""
        if text.isspace():
            if self.parts:
                self.parts.append(text)
                self.end = end
            return
        top = self.stack[-1]
        if self.parts:
            if self.speaker is not top:
                self.speaker = None
        else:
            self.start = end - len(text)
            self.source_start = self.source_start or self.start
            self.speaker = top
        if self.link_depth:
            self.linked.append(len(self.parts))
        self.parts.append(text)
        self.end = end
        self.breaks = 0

    def flush(self, at: int) -> None:
        """End the line that is open; ``at`` is where the boundary's tag starts."""
        if self.parts:
            self._emit(at)
            self.parts = []
            self.linked = []
        self.breaks = 0
        self.source_start = 0

    def _emit(self, at: int) -> None:
        parts = self.parts
        first, last = parts[0], parts[-1]
        text = _shown("".join(parts) if len(parts) > 1 else first)
        if not text:
            return
        start = self.start + len(first) - len(first.lstrip())
        end = self.end - (len(last) - len(last.rstrip()))
        linked = 0
        if self.linked:
            linked = len(text) if len(parts) == 1 else sum([len(_shown(parts[i])) for i in self.linked])
        way, holder, outer, group, row = self.stack[-1]
        said = self.speaker[0] if self.speaker else way
        block = way.block
        if way.asks:
            self.asking.append(len(self.pieces))
        self.pieces.append(
            piece_of(
                (
                    text,
                    (start, max(start + 1, end)),
                    self.numbers.at(start),
                    block,
                    int(block[1]) if block in _HEADINGS else 0,
                    (min(self.source_start or start, start), max(at, end)),
                    min(linked, len(text)),
                    way.chrome,
                    said.kind,
                    holder,
                    outer,
                    group,
                    row,
                    said.hidden,
                    way.main,
                    way.quoted,
                    way.look,
                    len(self.stack),
                )
            )
        )

    # -- tags -----------------------------------------------------------------------------------------------------

    def open_block(self, tag: tags.Tag, start: int, end: int) -> None:
        """Open an element that ends the line, and the elements that its tag ends."""
        if self.parts:
            self.flush(start)
        if tag.closes and self.stack[-1][0].name not in _STOPS:
            self._close_implied(tag.closes, start)
        self.source_start = end
        if len(self.stack) > MAX_DEPTH:
            self.too_deep = True
            return
        if tag.language and tag.name == "html":
            self.language = self.language or tag.language
        parent, holder, outer, group, row = self.stack[-1]
        way = parent.inside.get(tag) or self._way(parent, tag)
        if tag.numbered:
            self.counter = number = self.counter + 1
            if tag.group and not (tag.menu and group and row):
                group = number
                self.groups[number] = [start, start]
            if tag.container:
                holder, outer = number, holder
            if tag.row:
                row = number
        self.stack.append((way, holder, outer, group, row))

    def open_inline(self, tag: tags.Tag, start: int) -> None:
        """Open an element inside a line; a link and a silent one only say where the line begins."""
        if not self.parts and not self.source_start:
            self.source_start = start
        if len(self.stack) > MAX_DEPTH:
            self.too_deep = True
        elif tag.act == tags.LINK:
            self.link_depth = len(self.stack)
        elif tag.act == tags.OPEN_INLINE:
            parent, holder, outer, group, row = self.stack[-1]
            self.stack.append((parent.inside.get(tag) or self._way(parent, tag), holder, outer, group, row))

    def _way(self, parent: _Way, tag: tags.Tag) -> _Way:
        look = parent.look
        if tag.act == tags.OPEN:
            look = self.looks.setdefault((look, tag.way), len(self.looks) + 1)
        way = parent.inside[tag] = _Way(tag.name, parent, tag, look)
        return way

    def take_menu(self, name: str, start: int) -> int:
        """Take the lines of a menu whose element has opened; return where what is left of it begins."""
        way = self.stack[-1][0]
        found = None if way.main or way.quoted else self.menus.read(name, start)
        if found is None:
            return start
        self.pieces += found[0]
        return found[1]

    def line_break(self, start: int) -> None:
        """A single break is a space, a second one ends the line."""
        if self.parts:
            self.breaks += 1
            if self.breaks > 1:
                self.flush(start)
            else:
                self.parts.append(" ")
                self.end = start + 1

    def _close_implied(self, closes: frozenset[str], start: int) -> None:
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - NEAR), -1):
            here = self.stack[depth][0].name
            if here in closes:
                self._pop_to(depth, start)
                return
            if here in _STOPS:
                return

    def close_tag(self, tag: tags.Tag, start: int, end: int) -> None:
        """End the line and the element that a closing tag of a block names."""
        if self.parts:
            self.flush(start)
        self.source_start = end
        stack, name = self.stack, tag.name
        if stack[-1][0].name == name:
            self._pop_to(len(stack) - 1, end)
            return
        for depth in range(len(stack) - 1, max(0, len(stack) - FAR), -1):
            if stack[depth][0].name == name:
                self._pop_to(depth, end)
                return

    def close_inline(self, name: str) -> None:
        """End the inline element that a closing tag names, if one is open in this block."""
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - 8), -1):
            here = self.stack[depth][0].name
            if here == name:
                del self.stack[depth:]
                return
            if here not in elements.INLINE:
                return

    def _pop_to(self, depth: int, end: int) -> None:
        stack = self.stack
        while len(stack) > depth:
            way, _, _, group, _ = stack.pop()
            if way.is_group and group in self.groups:
                self.groups[group][1] = end
        if depth < self.link_depth:
            self.link_depth = 0


def _shown(written: str) -> str:
    return folded(html.unescape(written) if "&" in written else written)


_LINKS = ("a ", "a\n", "A ")
_STOPS = elements.CONTAINERS - {"td"}
"""Open elements beyond which no opening tag ends another."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def sheet(text: str) -> Sheet:
    """Return the visible lines of a page in the order of the source; never raises.

    ``cut`` says ``size`` where the source was longer than ``MAX_CHARS`` (the rest is not read), ``depth`` where
    elements deeper than ``MAX_DEPTH`` were read as if they were not there.
    """
    source = text[:MAX_CHARS]
    scan, names = _Scan(source), Names()
    _read(source, scan, names)
    scan.flush(len(source))
    cut = "depth" if scan.too_deep else ""
    pieces, titles = dialogs.told(scan.pieces, scan.asking, names)
    return Sheet(
        pieces=pieces,
        titles=titles,
        is_markup=True,
        language=scan.language,
        cut="size" if len(text) > MAX_CHARS or len(scan.pieces) >= MAX_PIECES else cut,
        groups=tuple((number, (span[0], span[1])) for number, span in scan.groups.items()),
    )


def _read(source: str, scan: _Scan, names: Names) -> None:  # noqa: C901
    """Walk over the tags of a page. One long function: it is called once a page and loops once a tag."""
    position, pieces, skip = 0, scan.pieces, _Skip(source, scan, names).behind
    parts = tags.TAG.split(source)
    written_tags, places = parts[1::2], accumulate(map(len, parts))
    known = map(tags.REMEMBERED.get, written_tags)
    # What is skipped ends behind a ">", and so does every tag: those behind it are cut as if the page began there.
    for text, written, tag, start, end in zip(parts[::2], written_tags, known, places, places, strict=False):
        if start < position:
            continue
        if start > position and (scan.parts or not text.isspace()):
            if len(pieces) >= MAX_PIECES:
                return
            scan.add_text(text if start - position == len(text) else source[position:start], start)
        if tag is None:
            # Links are many, and no two the same: they are not looked up.
            if written[1:3] in _LINKS and written[-1:] == ">" and written.count('"') % 2 == 0:
                tag = tags.A
            else:
                tag = tags.first_read(written)
        act = tag.act
        if act == tags.UNENDED:
            end = tags.end_of(source, start)
            written = source[start:end]
            tag = tags.read(written)
            act = tag.act
        position = end
        if act == tags.CLOSE:
            scan.close_tag(tag, start, end)
        elif act == tags.OPEN:
            scan.open_block(tag, start, end)
            if tag.menu:
                position = scan.take_menu(tag.name, end)
        elif act in _INLINE:
            scan.open_inline(tag, start)
        elif act == tags.CLOSE_LINK:
            scan.link_depth = 0
        elif act == tags.CLOSE_INLINE:
            scan.close_inline(tag.name)
        elif act == tags.BREAK:
            scan.line_break(start)
        elif act == tags.RULE:
            scan.flush(start)
        elif act != tags.IGNORE:
            position = skip(tag, written, start, end)
    if position < len(source) and len(pieces) < MAX_PIECES:
        scan.add_text(source[position:], len(source))


_INLINE = frozenset((tags.LINK, tags.SILENT, tags.OPEN_INLINE))


class _Skip:
    """What holds no text for a reader: scripts, drawings, comments; a page's names are read from them."""

    __slots__ = ("_comments_end", "_names", "_raw_ends", "_scan", "_source")

    def __init__(self, source: str, scan: _Scan, names: Names) -> None:
        self._source, self._scan, self._names = source, scan, names
        self._raw_ends = tags.RawEnds(source)
        self._comments_end = True

    def behind(self, tag: tags.Tag, written: str, start: int, end: int) -> int:
        """Where the page goes on behind what a tag opens that stands from start to end."""
        source = self._source
        if tag.act == tags.META:
            self._names.note_meta(written)
        elif tag.act == tags.RAW:
            inner_end = self._raw_ends.find(tag.name, end)
            if inner_end < 0:
                return len(source) if tag.name in ("script", "style") else end
            self._names.note_raw(tag.name, source, (start, end, inner_end))
            if tag.name not in tags.UNSEEN:
                self._scan.flush(start)
            return tags.end_of(source, inner_end)
        elif tag.act == tags.COMMENT:
            close = source.find("-->", start + 2) if self._comments_end else -1
            self._comments_end = close >= 0
            return close + 3 if self._comments_end else tags.end_of(source, start)
        return end
