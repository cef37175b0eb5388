"""The numbers that a browser sets before the items of an ordered list.

In: the source of one list and where lines of it stand. Out: the number of each line's item. A list within an item
belongs to that item; letters and Roman numerals (``type``) become numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_IS_ORDERED = re.compile(r"<ol(?=[\s/>])", re.I)
_TAG = re.compile(r"<!--|<(/?)(ol|ul|li)(?=[\s/>])([^<>]*)>", re.I)
MAX_CHARS = 200_000
"""Longest list read, in characters of source."""
_WHOLE_NUMBER = r"""(?<![\w-]){}\s*=\s*["']?\s*(-?\d{{1,9}})\b"""
_START = re.compile(_WHOLE_NUMBER.format("start"), re.I)
_VALUE = re.compile(_WHOLE_NUMBER.format("value"), re.I)
_REVERSED = re.compile(r"(?<![\w-])reversed(?![\w-])", re.I)


def numbers(source: str, places: Sequence[int]) -> tuple[int, ...]:
    """Return the number of the item that holds each offset of the source; none where it is no ordered list.

    Source: HTML Living Standard 4.4.5 and 4.4.8, ``start``, ``reversed`` and ``value``.
    """
    if len(source) > MAX_CHARS or not _IS_ORDERED.match(source):
        return ()
    starts, values, head = _items(source)
    if not starts:
        return ()
    step = -1 if _REVERSED.search(head) else 1
    first = _START.search(head)
    number = int(first[1]) if first else len(starts) if step < 0 else 1
    told: list[int] = []
    for value in values:
        number = number if value is None else value
        told.append(number)
        number += step
    return tuple(told[max(0, bisect_right(starts, place) - 1)] for place in places)


def _items(source: str) -> tuple[list[int], list[int | None], str]:
    """Where the list's own items begin, the numbers they give themselves, and the attributes of the list."""
    starts: list[int] = []
    values: list[int | None] = []
    head, depth, at = "", 0, 0
    while tag := _TAG.search(source, at):
        closing, name, rest = tag.groups()
        at = tag.end()
        if name is None:
            at = source.find("-->", at)
            if at < 0:
                break
        elif name.lower() != "li":
            depth += -1 if closing else 1
            head = rest if tag.start() == 0 else head
            if depth <= 0:
                break
        elif depth == 1 and not closing:
            value = _VALUE.search(rest)
            starts.append(tag.start())
            values.append(int(value[1]) if value else None)
    return starts, values, head
