"""Menus of a page, read without a look at each of their tags: a third of an outlet's page, and never its article.

In: the source and where an element opens. Out: its lines, or None where it may be more than a menu: it is then read
like the rest of the page. A menu is a ``nav`` element without a headline and without a sentence, or a list all of
whose lines are links, of a word or three.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from . import elements, features, tags
from .pieces import MENU, LineNumbers, Piece, folded, piece_of

MAX_CHARS = 200_000
"""Longest menu, in characters of source."""
MAX_LOOKED = 2_000_000
"""Characters of a page among which ends of menus are looked for, those of elements within others counted again."""
MIN_LINES = 3
MEAN_WORDS = 2.5
"""Most words of a list's links, on average. In 550 development pages such lists outside what calls itself the article
hold 60 words of 430,000 of the articles; where links are twice as long, lists of contents are among them."""
ITEM_WORDS = 12
"""A list with a longer line is no menu."""
SPARE_LINES = 4
"""Lines whose words a list may have before it has the lines: long names may stand first."""


def _any(names: Iterable[str]) -> str:
    """A pattern for names in small letters or in capitals; one that overlooks case is searched five times slower."""
    return "(?:" + "|".join([form for name in sorted(names) for form in (name, name.upper())]) + ")"


_ENDS = {name: re.compile(rf"<(/?){_any((name,))}(?=[\s/>])") for name in tags.MENUS}
_HEADLINE = re.compile(rf"<{_any(('article', 'main', 'h1'))}\b")
_BREAK = re.compile(rf"<(?!/?{_any(elements.INLINE)}[\s/>])/?[A-Za-z][^>]*>")
"""A tag that ends a line."""
_UNREAD = re.compile(rf"<(?:!--|({_any(elements.RAW)})(?=[\s/>]))")
_TAG = re.compile(r"<[/!?]?[A-Za-z][^>]*>")
_ABOVE = re.compile(rf"(?:\s|{_TAG.pattern})*")
_LINK = re.compile(r"<(/?)[aA](?=[\s>])")


class Menus:
    """Reads the menus of one page."""

    __slots__ = ("_left", "_numbers", "_text")

    def __init__(self, text: str, numbers: LineNumbers) -> None:
        self._text = text
        self._numbers = numbers
        self._left = MAX_LOOKED

    def read(self, name: str, start: int) -> tuple[list[Piece], int] | None:
        """The lines of the menu whose content starts here, and where its closing tag does; None where it is none."""
        end = self._end(name, start) if self._left > 0 else -1
        if end < 0 or (name == "nav" and _HEADLINE.search(self._text, start, end)):
            return None
        region = self._text[start:end]
        is_list = name != "nav"
        if is_list and _links(region[: region.find("</li")]) is None:
            return None
        whole = _without_unread(region)
        lines = None if whole is None else _links(whole) if is_list else _lines(whole)
        if lines is None or (is_list and not _are_short(lines)):
            return None
        return [self._piece(text, part, start + place) for text, part, place in lines], end

    def _end(self, name: str, start: int) -> int:
        depth = 1
        for found in _ENDS[name].finditer(self._text, start, start + MAX_CHARS):
            depth += -1 if found[1] else 1
            if not depth:
                self._left -= found.start() - start
                return found.start()
        self._left -= MAX_CHARS
        return -1

    def _piece(self, text: str, part: str, place: int) -> Piece:
        above = _ABOVE.match(part) if "<" in part or part[0].isspace() else None
        first = place + (above.end() if above else 0)
        span = (first, place + _length(part))
        return piece_of((text, span, self._numbers.at(first), "li", 0, span, 0, "nav", MENU, *_NOTHING_MORE))


_NOTHING_MORE = Piece("", (0, 0), 0)[9:]
"""A menu's line has no place among elements."""
_Line = tuple[str, str, int]
"""A line's text, its source, and where that begins in the menu."""


def _without_unread(region: str) -> str | None:
    """The source with blanks for comments, scripts and other content that is not read; None where one has no end."""
    found = _UNREAD.search(region)
    done, parts = 0, []
    while found:
        end = _behind(region, (found[1] or "").lower(), found.end())
        if end < 0:
            return None
        parts += [region[done : found.start()], " " * (end - found.start())]
        done = end
        found = _UNREAD.search(region, end)
    return "".join([*parts, region[done:]]) if parts else region


def _behind(region: str, name: str, start: int) -> int:
    """Where an element whose content is not read ends, or a comment where there is no name; -1 where it does not."""
    if name:
        close = tags.RAW_END[name].search(region, start)
        end = region.find(">", close.end()) if close else -1
        return end + 1 if end >= 0 else -1
    end = region.find("-->", start)
    return end + 3 if end >= 0 else -1


def _lines(region: str) -> list[_Line] | None:
    """The lines of a menu's source; None where one is a sentence."""
    lines = []
    for part, place in _parts(region):
        text = _shown(part)
        if not text:
            continue
        if '">' in text or (len(text) > SENTENCE_CHARS and features.is_prose(text)):
            return None
        lines.append((text, part, place))
    return lines


SENTENCE_CHARS = 30
"""Fewest characters of a sentence that is looked for."""


def _links(region: str) -> list[_Line] | None:
    """The lines of a list of links; None where a line is something else, or where they are long."""
    lines: list[_Line] = []
    words, in_link = 0, False
    for part, place in _parts(region):
        outside, in_link = _outside(part, in_link=in_link)
        text = _shown(part)
        if not text:
            continue
        count = text.count(" ") + 1
        words += count
        if count > ITEM_WORDS or '">' in text or (outside and _shown(outside)):
            return None
        lines.append((text, part, place))
        if words > MEAN_WORDS * (len(lines) + SPARE_LINES):
            return None
    return lines


def _are_short(lines: list[_Line]) -> bool:
    words = sum(line[0].count(" ") + 1 for line in lines)
    return len(lines) >= MIN_LINES and words <= MEAN_WORDS * len(lines)


def _outside(part: str, *, in_link: bool) -> tuple[str, bool]:
    """What of a part stands before its first link and behind its last one, and whether the last one goes on."""
    bare = part.strip()
    if bare[:3] == "<a " and bare[-4:] == "</a>" and bare.count("</a") == 1:
        return "", False
    found = list(_LINK.finditer(part)) if "<" in part else []
    if not found:
        return "" if in_link else part, in_link
    first, last = found[0], found[-1]
    before = "" if first[1] else part[: first.start()]
    return before + (part[last.start() :] if last[1] else ""), not last[1]


def _parts(region: str) -> Iterator[tuple[str, int]]:
    """What stands between the tags that end lines, where it is not blank, and its place."""
    place = 0
    for tag in _BREAK.finditer(region):
        before, behind = tag.span()
        if place < before and not (part := region[place:before]).isspace():
            yield part, place
        place = behind
    if not (part := region[place:]).isspace() and part:
        yield part, place


def _length(part: str) -> int:
    """The length of a part without the tags and blanks at its end."""
    part = part.rstrip()
    while part.endswith(">") and (tag := part.rfind("<")) >= 0 and _TAG.fullmatch(part, tag):
        part = part[:tag].rstrip()
    return len(part)


def _shown(part: str) -> str:
    """What is seen of a part."""
    text = _TAG.sub("", part) if "<" in part else part
    return folded(html.unescape(text) if "&" in text else text)
