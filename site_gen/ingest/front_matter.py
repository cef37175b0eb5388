"""What stands above a Markdown text: a block between ``---`` or ``+++``, or Pelican's ``Title:`` lines.

Of YAML the subset that front matter uses: ``key: value``, quoted texts, ``[a, b]``, lists of ``- a`` lines, folded texts and
comments. A line that is neither is left out and counted; nothing is guessed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import NamedTuple

from site_gen.model import Span

from .fields import field_of

_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n")
_KEY = re.compile(r"""(?P<key>"[^"\n]+"|'[^'\n]+'|[^\W\d][\w .-]{0,60}?)[ \t]*:(?:[ \t](?P<value>.*))?$""")
_ITEM = re.compile(r"[ \t]*-[ \t](?P<value>.+)$")
_NAME_ITEM = re.compile(r"[ \t]*name[ \t]*:[ \t]*(?P<value>.+)$", re.I)
_WIKI_LINKS = re.compile(r"\[\[[^\[\]]+\]\](?:\s*,\s*\[\[[^\[\]]+\]\])*")
"""Names of other notes, which YAML would take for a list in a list."""
_PELICAN_KEYS = frozenset(
    {"slug", "status", "summary", "modified", "template", "translation", "save_as", "series"}
)
_LONGEST_LINES = 200
"""A front matter that is not closed after as many lines is none."""


class Entry(NamedTuple):
    """One key of the front matter, and where it stands."""

    key: str
    value: str | tuple[str, ...]
    line: int
    """1-based line of the text."""
    span: Span


class FrontMatter(NamedTuple):
    """The entries in order, where the body begins, and how many lines could not be read."""

    entries: tuple[Entry, ...]
    body_start: int
    unread_lines: int = 0
    is_open: bool = False
    """It begins with a fence that nothing closes; then the whole text is body."""


def front_matter(text: str) -> FrontMatter:
    """Return what stands above a Markdown text; no entries and a body from 0 where nothing does."""
    opened = _FENCE.match(text)
    if opened:
        return _fenced(text, opened)
    return _pelican(text)


def front_matter_span(text: str) -> Span:
    """Return where the front matter stands, (0, start of the body); (0, 0) where there is none."""
    return (0, front_matter(text).body_start)


def _fenced(text: str, opened: re.Match[str]) -> FrontMatter:
    closing = r"^(?:---|\.\.\.)[ \t]*$" if opened[1] == "---" else r"^\+\+\+[ \t]*$"
    closed = re.compile(closing, re.M).search(text, opened.end())
    if not closed or text.count("\n", opened.end(), closed.start()) > _LONGEST_LINES:
        return FrontMatter((), 0, is_open=bool(_KEY.match(text[opened.end() :].split("\n", 1)[0])))
    lines = _lines(text, opened.end(), closed.start())
    entries, unread = (
        _yaml(lines) if opened[1] == "---" else _toml(text[opened.end() : closed.start()], lines)
    )
    if unread > len(entries):
        return FrontMatter((), 0)
    return FrontMatter(entries, _past_blank(text, closed.end()), unread)


def _pelican(text: str) -> FrontMatter:
    """Lines of ``Key: value`` up to the first empty one, where the first key is one that is known."""
    end = text.find("\n\n")
    lines = _lines(text, 0, len(text) if end < 0 else end)[:_LONGEST_LINES]
    first = _KEY.match(lines[0][2]) if lines else None
    if not first or not (field_of(first["key"]) or first["key"].casefold() in _PELICAN_KEYS):
        return FrontMatter((), 0)
    entries: list[Entry] = []
    for number, start, line in lines:
        span = (start, start + len(line))
        if found := _KEY.match(line):
            entries.append(Entry(found["key"], (found["value"] or "").strip(), number, span))
        elif line[:1] in " \t" and line.strip():
            last = entries[-1]
            entries[-1] = last._replace(value=f"{last.value} {line.strip()}", span=(last.span[0], span[1]))
        elif line.strip():
            return FrontMatter((), 0)
    return FrontMatter(tuple(entries), _past_blank(text, lines[-1][1] + len(lines[-1][2])))


def _lines(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Number, start and text of each line between two places."""
    number, out = text.count("\n", 0, start) + 1, []
    for line in text[start:end].split("\n"):
        out.append((number, start, line))
        number, start = number + 1, start + len(line) + 1
    return out


def _past_blank(text: str, start: int) -> int:
    found = re.compile(r"(?:[ \t]*(?:\n|$))*").match(text, start)
    return found.end() if found else start


def _yaml(lines: Sequence[tuple[int, int, str]]) -> tuple[tuple[Entry, ...], int]:
    entries: list[Entry] = []
    unread = 0
    for number, start, line in lines:
        span = (start, start + len(line))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] not in " \t-" and (found := _KEY.match(line)):
            entries.append(Entry(found["key"].strip("\"'"), _value(found["value"] or ""), number, span))
        elif entries and (line[0] in " \t-"):
            entries[-1] = _continued(entries[-1], line, span[1])
        else:
            unread += 1
    return tuple(entries), unread


def _continued(entry: Entry, line: str, end: int) -> Entry:
    """The entry with one more line: an item of its list, or more of its text."""
    span = (entry.span[0], end)
    if found := _ITEM.match(line):
        named = _NAME_ITEM.match(found["value"])
        item = _value(named["value"] if named else found["value"])
        items = entry.value if isinstance(entry.value, tuple) else ()
        return entry._replace(value=(*items, *((item,) if isinstance(item, str) else item)), span=span)
    inner = _KEY.match(line.strip()) if field_of(entry.key) in ("authors", "source") else None
    if isinstance(entry.value, tuple) or (inner and inner["key"] != "name"):
        return entry._replace(span=span)
    if inner:
        return entry._replace(value=_value(inner["value"] or ""), span=span)
    return entry._replace(value=f"{entry.value} {line.strip()}".strip(), span=span)


def _value(text: str) -> str | tuple[str, ...]:
    """A scalar without its quotes and comment, or the items of ``[a, b]``."""
    text = text.strip()
    if text[:1] in "\"'" and len(text) > 1:
        return _unquoted(text)
    if linked := _WIKI_LINKS.fullmatch(text):
        return tuple(re.findall(r"\[\[[^\[\]]+\]\]", linked[0]))
    if text.startswith("[") and text.endswith("]"):
        items = re.findall(r"""\s*("(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,]+)\s*(?:,|$)""", text[1:-1])
        return tuple(value for item in items if (value := str(_value(item))))
    text = re.sub(r"(?:^|(?<=[ \t]))#.*$", "", text).rstrip()
    return "" if text in ("|", ">", "|-", ">-", "~", "null") else text


def _unquoted(text: str) -> str:
    found = re.match(r"""("(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*(?:#.*)?$""", text)
    if not found:
        return text
    inner = found[1][1:-1]
    if text[0] == "'":
        return inner.replace("''", "'")
    return re.sub(r"\\(.)", lambda m: {"n": " ", "t": " "}.get(m[1], m[1]), inner)


def _toml(block: str, lines: Sequence[tuple[int, int, str]]) -> tuple[tuple[Entry, ...], int]:
    try:
        table = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return (), len(lines)
    entries = []
    for key, value in table.items():
        place = next((at for at in lines if at[2].lstrip().startswith((key, f'"{key}"'))), lines[0])
        values = tuple(str(v) for v in value) if isinstance(value, list) else str(value)
        entries.append(Entry(key, values, place[0], (place[1], place[1] + len(place[2]))))
    return tuple(entries), 0
