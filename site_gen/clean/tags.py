"""What one tag says, as it is written: its name, and what its attributes call the element.

In: a tag from ``<`` to ``>``. Out: a ``Tag``, the same for the same writing, so that a page's thousand tags are a
few dozen to be read. Bounded: no tag makes the reading longer than its own length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from . import elements, marks
from .pieces import CONSENT

MAX_TAG = 200_000
"""Longest tag whose quotes are followed; a ``data:`` image is longer at times, and then ends at its first ``>``."""
LONG = 1_000
"""Longer tags are not kept in memory."""
MAX_TRIES = 50
MENUS = frozenset(("nav", "ul", "ol"))
"""Elements that may be menus."""
TAG = re.compile(r"(<(?:/?[A-Za-z][^>]*+>?|!--|[/!?]?[A-Za-z!?][^>]*+>?))")
"""A tag as far as its first ``>``, or the beginning of a comment; a source is split at them. The usual ones stand first."""
UNSEEN = frozenset(("script", "style", "svg", "title", "noscript"))
"""Elements whose text is not shown and that end no line."""

(
    IGNORE, OPEN, OPEN_INLINE, SILENT, CLOSE, LINK, CLOSE_LINK, CLOSE_INLINE, BREAK, RULE, RAW, META, COMMENT, UNENDED
) = range(14)  # fmt: skip
"""What the scan does at a tag. ``UNENDED``: its first ``>`` may stand inside quotes."""

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_ATTRIBUTE = re.compile(r"""([A-Za-z][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_READ = frozenset(
    ("class", "id", "hidden", "style", "role", "itemprop", "lang", "data-testid", "data-component")
)
_NAMING = ("class", "id", "role", "itemprop", "data-testid", "data-component")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
_GAP = r"(?: |\r?\n)\s*"
_OTHERS = (
    rf"(?:{_GAP}(?:style=\"(?:[^\"dD]|[dD](?![iI][sS]))*+\"|"
    rf"(?!(?:{'|'.join(sorted(_READ))})\b)[a-z][a-z0-9:._-]*(?:=\"[^\"]*\"|=[^\s>\"']+)?)(?=[\s>]))*+"
)
_USUAL = re.compile(
    rf"""<([A-Za-z][A-Za-z0-9:-]*){_OTHERS}(?:{_GAP}id="([^"']*)"{_OTHERS})?"""
    rf"""(?:{_GAP}class="([^"']*)"{_OTHERS}(?:{_GAP}id="([^"']*)"{_OTHERS})?)?\s*>"""
)
"""A tag of whose attributes none is read but a class and an identity: its name and these, in one step."""
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True, eq=False)
class Tag:
    """A tag as the scan needs it; one object for all that are written alike, so that it is told from others at once."""

    act: int
    name: str = ""
    closes: frozenset[str] = frozenset()
    """Open elements that it ends by itself."""
    kind: str = ""
    main: bool = False
    leads_away: bool = False
    """Whether its kind says that nothing inside is the article's own."""
    hidden: bool = False
    language: str = ""
    chrome: bool = False
    container: bool = False
    group: bool = False
    row: bool = False
    numbered: bool = False
    menu: bool = False
    """Whether its element may be a menu."""
    way: str = ""
    """Its name and classes, digits masked: what elements of one template share."""


_IGNORED = Tag(IGNORE)
_UNENDED = Tag(UNENDED)
_FIXED = {
    **{name: Tag(IGNORE, name) for name in sorted(elements.VOID)},
    **{name: Tag(RAW, name) for name in sorted(elements.RAW)},
    **{name: Tag(SILENT, name) for name in sorted(elements.SILENT)},
    "meta": Tag(META, "meta"),
    "br": Tag(BREAK, "br"),
    "hr": Tag(RULE, "hr"),
    "a": Tag(LINK, "a"),
}
"""Tags that say the same whatever their attributes."""
A = _FIXED["a"]


REMEMBERED: dict[str, Tag] = {}
"""Tags as they were written, and what they say."""
MAX_REMEMBERED = 50_000


def first_read(written: str) -> Tag:
    """What a tag says; remembered, unless it is long or its name says it all: pictures are many, no two the same."""
    fixed = _FIXED.get(written[1 : written.find(" ")])
    if fixed is not None and written[-1] == ">" and (quotes := written.count('"')) and not quotes % 2:
        return fixed
    usual = _USUAL.fullmatch(written)
    tag = _usual(*usual.groups()) if usual else read(written, checked=False)
    if len(written) < LONG:
        if len(REMEMBERED) >= MAX_REMEMBERED:
            REMEMBERED.clear()
        REMEMBERED[written] = tag
    return tag


def _usual(written: str, before: str | None, classes: str | None, behind: str | None) -> Tag:
    """What a usual tag says, by its name, its class, and the identity that stands before or behind that."""
    name, classes = written.lower(), classes or ""
    identity = behind if before is None else before
    fixed = _FIXED.get(name)
    if fixed is not None:
        return fixed
    if not (classes or identity):
        return _named(name, "", main=False)
    kind, main = marks.kind_of(f"{classes} {identity}" if identity else classes)
    return _named(name, kind, main=main, classes=_DIGITS.sub("0", classes)[:200])


def read(written: str, *, checked: bool = True) -> Tag:
    """What a tag says. Unless ``checked``, an odd number of quotes makes it ``unended``."""
    if written == "<!--":
        return Tag(COMMENT)
    match = _NAME.match(written)
    if not checked and (not written.endswith(">") or is_within_quotes(written)):
        return _UNENDED
    if match is None:
        return _IGNORED
    name = match.group(2).lower()
    return _closing(name) if match.group(1) else _opening(name, written)


def _closing(name: str) -> Tag:
    if name == "a":
        return Tag(CLOSE_LINK, name)
    if name in elements.SILENT or name in elements.VOID:
        return _IGNORED
    return Tag(CLOSE_INLINE if name in elements.INLINE else CLOSE, name)


def _opening(name: str, written: str) -> Tag:
    if name in elements.INLINE and written.endswith("/>"):
        return _IGNORED
    fixed = _FIXED.get(name)
    if fixed is not None:
        return fixed
    says = _says(written) if " " in written or "\n" in written else _NOTHING
    return _named(
        name, says.kind, main=says.main, hidden=says.hidden, language=says.language, classes=says.classes
    )


def _named(
    name: str, kind: str, *, main: bool, hidden: bool = False, language: str = "", classes: str = ""
) -> Tag:
    """The tag of an element of this name, with what its attributes say."""
    if name in _WHOLE:
        kind, main = "", main or name in ("article", "main")
    elif name == "figcaption":
        kind = "caption"
    if kind == CONSENT and name not in elements.CONTAINERS:
        kind = "nav"
    if main and kind in marks.NOT_MAIN:
        kind = ""
    return _made(name, kind, main, hidden, language, classes)


@lru_cache(maxsize=20_000)
def _made(name: str, kind: str, main: bool, hidden: bool, language: str, classes: str) -> Tag:
    """One tag for all that say the same, whatever their identities: the elements of one template are told at once."""
    plain, away = _plain(name), kind in marks.NOT_MAIN or (kind == CONSENT and not main)
    return Tag(
        plain.act, name, plain.closes, kind, main, away, hidden, language, plain.chrome, plain.container,
        plain.group, plain.row, plain.numbered, plain.menu, f"{name} {classes}",
    )  # fmt: skip


@lru_cache(maxsize=1_000)
def _plain(name: str) -> Tag:
    """A tag without attributes."""
    container, group, row = name in elements.CONTAINERS, name in elements.GROUPS, name in elements.ROWS
    return Tag(
        OPEN_INLINE if name in elements.INLINE else OPEN,
        name,
        closes=elements.CLOSES.get(name) or (_P if name in elements.ENDS_P else frozenset()),
        chrome=name in elements.CHROME,
        container=container,
        group=group,
        row=row,
        numbered=container or group or row,
        menu=name in MENUS,
        way=name,
    )


_WHOLE = frozenset(("body", "html", "article", "main"))
_P = frozenset(("p",))


class _Says(NamedTuple):
    """What a tag's attributes say."""

    kind: str = ""
    main: bool = False
    hidden: bool = False
    language: str = ""
    classes: str = ""


_NOTHING = _Says()


def _says(written: str) -> _Says:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(written):
        key = name.lower()
        if key in _READ and key not in found:
            found[key] = value.strip("\"'")
    if not found:
        return _NOTHING
    names = " ".join([found[key] for key in _NAMING if key in found])
    kind, main = marks.kind_of(names) if names else ("", False)
    hidden = "hidden" in found or ("style" in found and bool(_HIDDEN_STYLE.search(found["style"])))
    return _Says(kind, main, hidden, found.get("lang", ""), _DIGITS.sub("0", found.get("class", ""))[:200])


def is_within_quotes(tag: str) -> bool:
    """Whether a tag's last ``>`` may stand inside an attribute's quotes."""
    double = tag.count('"')
    return double % 2 == 1 or (double == 0 and tag.count("'") % 2 == 1)


def end_of(text: str, start: int) -> int:
    """Offset behind the ``>`` of the tag that starts at an offset; a ``>`` within quotes does not end it."""
    end = text.find(">", start)
    if end < 0:
        return len(text)
    first, tries = end, 0
    while tries < MAX_TRIES and end - start < MAX_TAG:
        if not is_within_quotes(text[start:end]):
            return end + 1
        end = text.find(">", end + 1, end + 20_000)
        if end < 0:
            break
        tries += 1
    return first + 1


RAW_END = {name: re.compile(rf"</{name}(?=[\s/>]|$)", re.I) for name in sorted(elements.RAW)}
"""Where an element ends whose content is no markup."""


class RawEnds:
    """Where the elements end whose content is no markup; each name is searched to the page's end in vain only once."""

    __slots__ = ("_missing", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._missing: set[str] = set()

    def find(self, name: str, start: int) -> int:
        """Offset of the closing tag, -1 where there is none."""
        if name in self._missing:
            return -1
        place = self._text.find("</" + name, start)
        shouted = self._text.find("</" + name.upper(), start, place if place >= 0 else len(self._text))
        behind = place + len(name) + 2
        if place < 0 or shouted >= 0 or self._text[behind : behind + 1].strip(" \t\r\n/>"):
            match = RAW_END[name].search(self._text, start)
            place = match.start() if match else -1
        if place < 0:
            self._missing.add(name)
        return place
