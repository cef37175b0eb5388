"""Quotation marks: which characters of a text stand inside them.

Goes in: the text of one block. Comes out: the outermost quotations in order, as offsets of that text. Knows the marks of
English, French, German and Arabic print, straight marks, single marks (British print) and the paragraph that opens
a quotation and leaves it open for the next. Refuses to judge whether a quotation is speech.

Invariant: quotations do not overlap, and ``text[q.start:q.end]`` holds no outer mark.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_CLOSERS = {
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‟": '”"',
    '"': '"”',
    "”": "”",
    "‘": "’'",
    "'": "'’",
    "‹": "›",
}
_MARK = re.compile(f"[{''.join(_CLOSERS)}]")
_DOUBLE = frozenset('“„«‟"”')
_ALL_SINGLE = "‘'‹"
_SINGLE = frozenset(_ALL_SINGLE)
_ELIDED = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
_INSIDE = {
    mark: re.compile(f"[{mark}{closers}{_ALL_SINGLE if mark in _SINGLE else ''}]")
    for mark, closers in _CLOSERS.items()
}
"""Marks that say where a quotation which one of them opens ends."""
MOST_INSIDE = 300
"""Marks looked at for the end of a quotation: a report's have a few, apostrophes included; beyond that it is no quotation but code
or noise, and each of its marks would be looked for to the end of the text."""
MAX_OPEN = 1500
"""Characters after which a mark that never closes is taken for a slip of the scraper."""
MAX_OPEN_INSIDE = 500
"""Characters to the end of the block that a last straight mark may hold, which the scraper or writer left open."""
MIN_OPEN_SINGLE = 40
"""A single mark left open may be an apostrophe: only a long paragraph that begins with one counts as a quotation."""


class Quotation(NamedTuple):
    """The inside of one pair of marks, and the marks' own place."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool
    mark: str


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in order."""
    found: list[Quotation] = []
    if "''" in text or "’’" in text:
        text = _with_double_marks(text)
    mark = _MARK.search(text)
    while mark:
        at = mark.start()
        quotation = _quotation(text, at) if _may_open(text, at) else None
        if quotation:
            found.append(quotation)
        mark = _MARK.search(text, quotation.outer_end if quotation else at + 1)
    return tuple(found)


def _with_double_marks(text: str) -> str:
    """The text, as long as it was, with a double mark where two single ones stand for it (``''``).

    Two curled ones do so where a curled double mark is left open ("“…’’"): elsewhere they close a quotation in a quotation.
    """
    opened = _OPENING_PAIR.sub(f'{_BEFORE}"', text)
    if "“" in text and text.count("“") > text.count("”"):
        opened = opened.replace("’’", f"”{_BEHIND}")
    return opened.replace("''", f'"{_BEHIND}')


_BEFORE, _BEHIND = "\u2060", "\u2061"
"""Invisible; they keep the place of the second single mark."""
_OPENING_PAIR = re.compile(r"(?<!\S)''(?=\w)")


def _may_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or (after.isspace() and not (text[at] in "«‹" or (text[at] == "“" and not before.strip()))):
        return False
    if text[at] in "“„«‟‹":
        return True
    if not (not before or before.isspace() or before in "([{—–-/:…“\"‘'،" + _BEFORE):
        return False
    if text[at] in "”»":
        return after.isalpha()
    return not (
        text[at] in _SINGLE
        and (
            _ELIDED.match(text, at)
            or not (after.isalnum() or after in '[…“"' or text.startswith("...", at + 1))
        )
    )


def _quotation(text: str, at: int) -> Quotation | None:
    mark = text[at]
    end = _single_close(text, at) if mark in "‘'" else _double_close(text, at)
    if end is not None:
        return _trimmed(text, at, end, is_closed=True) if text[at + 1 : end].strip() else None
    rest = len(text) - at
    if (
        mark in _DOUBLE
        and rest <= MAX_OPEN
        and (at == 0 or text[:at].rstrip()[-1:] in ':,”".' or mark == "“")
    ):
        return _trimmed(text, at, len(text), is_closed=False)
    opens_block = at == 0 and (mark == "‘" or (mark == "'" and text[1:2].isupper()))
    last_mark = (
        mark == '"'
        and rest <= MAX_OPEN_INSIDE
        and text[at + 1 : at + 2].isalnum()
        and '"' not in text[at + 1 :]
    )
    if (opens_block and rest >= MIN_OPEN_SINGLE) or last_mark:
        return _trimmed(text, at, len(text), is_closed=False)
    return None


def _trimmed(text: str, at: int, end: int, *, is_closed: bool) -> Quotation:
    """The quotation without white space and without the comma that belongs to the sentence around it."""
    start, stop = at + 1, end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ",،"):
        stop -= 1
    outer_end = end + 1 if is_closed else end
    outer_end += text[outer_end : outer_end + 1] == _BEHIND
    return Quotation(start, stop, at - (text[at - 1 : at] == _BEFORE), outer_end, is_closed, text[at])


def _double_close(text: str, at: int) -> int | None:
    closers = _CLOSERS[text[at]]
    last, depth = max(map(text.rfind, closers)), 0
    for mark in islice(_INSIDE[text[at]].finditer(text, at + 1), MOST_INSIDE):
        i, char = mark.start(), mark[0]
        if depth == 0 and char in closers and _ends_sentence(text, i):
            return i
        if char == text[at] and char in "“„«" and not _may_close(text, i):
            depth += 1
        elif char in closers and (char in "”»" or _may_close(text, i)):
            if depth == 0 or i == last:
                return i
            depth -= 1
    return None


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a straight mark stands behind the end of a sentence and before a space: it closes, whatever opened."""
    return text[at] == '"' and text[at - 1] in ".,?!" and (at + 1 == len(text) or text[at + 1].isspace())


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum()


def _single_close(text: str, at: int) -> int | None:
    """The first mark that closes; a plural's apostrophe ("the workers' rights") only where no better one follows."""
    weak: int | None = None
    for mark in islice(_INSIDE[text[at]].finditer(text, at + 1), MOST_INSIDE):
        i = mark.start()
        if text[i] not in _CLOSERS[text[at]] or not _may_close(text, i):
            if i > at + 1 and text[i] in _SINGLE and text[i - 1].isspace() and weak is not None:
                break
            continue
        after = text[i + 1 : i + 2]
        if text[i - 1] in ".,!?…;" or after in ".,;:!?)" or text[i - 1] != "s":
            return i
        weak = i if weak is None else weak
    return weak
