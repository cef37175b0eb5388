"""How the lines of a text lie: which of them are one paragraph, and which line holds several.

In: a decoded text and the places of its lines. Out: places again: lines that were wrapped or broken at a link are said
to go on, and a line that a scraper made of a whole article is divided. No character is changed and none is left out.
"""

from __future__ import annotations

import re
from itertools import pairwise

from site_gen.language import sentences
from site_gen.model import Span

from . import phrases, titles

_GOES_ON = re.compile(r"[a-zà-öø-ÿα-ωа-яşğ,;.)’”»]|['’]s\b|[-–—]\s")
_STOPS = re.compile(r"[.!?…:。؟][\])}\"'”’»]*$")
_BREAKS_OFF = re.compile(r"[a-zà-öø-ÿ,(“«\"‘–—-]$")
_BULLET = re.compile(r"\s*[•‣▪◦*·–—-]\s")
LABEL_WORDS = 8
"""Longest link label, in words, that is put back between the two parts of its sentence."""
ACRONYM_CHARS = 6
"""Letters of a label in capitals that may be a link's; a longer one is the heading of what follows."""
MIN_WRAPPED, MIN_WIDTH, MAX_WIDTH, FULL_LINE = 4, 50, 120, 0.75
"""A text of at least so many lines, the longest between so many characters, is taken for wrapped where half its full
lines break off in a sentence (short ones are menus and ends of paragraphs); a line of at least this part of the width
is full."""
MANY_LINES, GOING_ON = 12, 0.5
"""Below so many lines at least this part of those that break off must go on in lower case: a few headlines of one
length below each other break off, too, and go on with capitals. A judgement."""
INDENT = 2
"""Spaces more than the line above has that begin a paragraph."""


def goes_on(text: str, lines: list[Span]) -> list[bool]:
    """Say for each line whether it goes on the line before it.

    Only lines that follow each other as closely as the text's lines do. A line goes on where it begins in lower case
    or with a closing mark and the line before does not end a sentence; a few words between two such parts (a link's
    label) belong to both. In a text wrapped at a width every full line is gone on with, unless the next is indented.
    """
    raw = [text[start:end] for start, end in lines]
    gaps = [0, *(text.count("\n", a[1], b[0]) for a, b in pairwise(lines))]
    width, near = _wrapped(raw, gaps)
    found = [near[i] and _continues(raw[i - 1], line) for i, line in enumerate(raw)]
    for i in range(1, len(raw) - 1):
        if near[i] and not found[i] and found[i + 1] and _is_label_between(raw[i - 1], raw[i]):
            found[i] = True
    if width:
        indents = [start - (text.rfind("\n", 0, start) + 1) for start, _ in lines]
        for i in range(1, len(raw)):
            is_full = near[i] and len(raw[i - 1]) >= width * FULL_LINE and not _BULLET.match(raw[i])
            found[i] = found[i] or (is_full and indents[i] < indents[i - 1] + INDENT)
    return found


def _continues(above: str, line: str) -> bool:
    """Whether a line begins within the sentence of the line above, and is no item of a list, byline, address or day."""
    return (
        bool(_GOES_ON.match(line))
        and not _STOPS.search(above)
        and not _BULLET.match(line)
        and not _is_byline(line)
        and not _ADDRESS.fullmatch(line)
        and not (_is_date(line) or (_is_date(above) and phrases.is_one("furniture", line)))
    )


def _is_label_between(above: str, line: str) -> bool:
    """Whether a line is a link's few words and the line above, of three or more, breaks off before it."""
    is_heading = line.isupper() and len(line) > ACRONYM_CHARS
    is_label = len(line.split()) <= LABEL_WORDS and not is_heading
    return is_label and _BREAKS_OFF.search(above) is not None and len(above.split()) >= 3


def _is_byline(line: str) -> bool:
    """Whether a short line in small letters names who wrote: "von Ann Bee", "di Ann Bee e Cal Dee"."""
    opener = phrases.opens("byline_words", line)
    if opener is None or len(line.split()) > BYLINE_WORDS or line.rstrip()[-1] in ".,;:":
        return False
    names = line[opener.end() :].lstrip(" :").split()
    small = phrases.entries("byline_joiners")
    return (
        (len(names) > 1 or line[opener.end() :].strip(" :").isupper())
        and names[0][0].isupper()
        and all(w[0].isupper() or len(w) <= len("und") or w in small for w in names)
    )


def _is_date(line: str) -> bool:
    """Whether a short line is a day and the words around it, which may begin in lower case: "publié le 04/03/2021"."""
    return len(line) <= DATE_CHARS and titles.is_stamp(line, phrases.words_of(line))


DATE_CHARS = 80
BYLINE_WORDS = 8
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@\w+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
"""A line that is an address on a network, and so goes on no other."""


def _wrapped(raw: list[str], gaps: list[int]) -> tuple[int, list[bool]]:
    """The width at which a text was wrapped, 0 where it was not, and which lines follow the one before closely.

    In a text all of whose lines have an empty one between them those do that have one, if it was wrapped.
    """
    near = [gap == 1 or (i > 0 and gap == 0) for i, gap in enumerate(gaps)]
    step = min(gaps[1:], default=0)
    if step > 1:
        spaced = [gap == step for gap in gaps]
        if width := _width(raw, spaced, is_sure=False):
            return width, spaced
    return _width(raw, near, is_sure=len(raw) >= MANY_LINES), near


def _width(raw: list[str], near: list[bool], *, is_sure: bool) -> int:
    lengths = [len(line) for line in raw]
    if len(lengths) < MIN_WRAPPED or max(lengths) > MAX_WIDTH:
        return 0
    longest = sorted(lengths)[int(len(lengths) * 0.9)]
    full = [i for i in range(1, len(raw)) if near[i] and len(raw[i - 1]) >= longest * FULL_LINE]
    broken = [i for i in full if not _STOPS.search(raw[i - 1])]
    on = sum(1 for i in broken if _GOES_ON.match(raw[i]) or not raw[i][0].isupper())
    is_wrapped = full and len(broken) * 2 >= len(full) and (is_sure or on >= GOING_ON * len(broken))
    return longest if longest >= MIN_WIDTH and is_wrapped else 0


LONG_WORDS, WHOLE_SHARE, HUGE_WORDS = 250, 0.5, 800
"""A line of so many words that is so much of its capture states no paragraphs, and one of still more words never does:
it is laid out in paragraphs of at least ``PARAGRAPH_WORDS`` words that end with a sentence. A judgement; news articles
have paragraphs of 20 to 80 words."""
PARAGRAPH_WORDS = 80
GLUED_WORDS, GLUED_PLACES = 60, 2
"""A line of so many words is divided where a sentence stands right behind another, without a space, at least so often:
a scraper left out what stood between the paragraphs."""
_GLUED = re.compile(
    r"(?<=[a-zà-öø-ÿ]{3}[.!?])[”’»)]*(?=[\"“‘«(]?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’]* )|(?<=[.!?\"”’»)])[ \t\xa0]{3,}(?=\S)"
)


def divided(text: str, lines: list[Span]) -> list[Span]:
    """Return the lines with those divided that hold several paragraphs."""
    counts = [text.count(" ", *line) + 1 for line in lines]
    words, found = sum(counts), []
    for line, count in zip(lines, counts, strict=True):
        parts = _at_seams(text, line) if count >= GLUED_WORDS else [line]
        is_whole = count > HUGE_WORDS or (count > LONG_WORDS and count > words * WHOLE_SHARE)
        found += _in_paragraphs(text, line) if is_whole and len(parts) == 1 else parts
    return found


def _at_seams(text: str, line: Span) -> list[Span]:
    seams = [_behind_quote(text, line[0], match.end()) for match in _GLUED.finditer(text, *line)]
    return _cut(text, line, seams) if len(seams) >= GLUED_PLACES else [line]


def _behind_quote(text: str, start: int, seam: int) -> int:
    """The seam, moved behind a straight quotation mark that closes what was opened before it."""
    return seam + (text[seam : seam + 1] == '"' and text.count('"', start, seam) % 2 == 1)


def _in_paragraphs(text: str, line: Span) -> list[Span]:
    start, seams, begun = line[0], [], 0
    for first, _ in sentences(text[slice(*line)]):
        if first and text.count(" ", start + begun, start + first) >= PARAGRAPH_WORDS:
            seams.append(start + first)
            begun = first
    return _cut(text, line, seams)


def _cut(text: str, line: Span, seams: list[int]) -> list[Span]:
    """The parts of a line between the seams, ends stripped."""
    parts = []
    for start, end in pairwise((line[0], *seams, line[1])):
        part = text[start:end]
        if part.strip():
            parts.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
    return parts


TITLE_WORDS, REST_WORDS = 4, 8
"""Fewest words of a given title that is taken off the line it begins, and of what is left of that line: fewer may begin a
sentence by chance."""
_SEAM = re.compile(r"\s*(?:[-–—:|•.]\s+)?")


def without_title(text: str, lines: list[Span], titles: tuple[str, ...]) -> list[Span]:
    """Return the lines with a known title taken off the first, where the scraper left no line end behind it.

    What follows must not go on in lower case: then the title only begins with the same words as the report.
    """
    if not lines:
        return lines
    start, end = lines[0]
    for title in titles:
        wanted = phrases.words_of(title)
        at = _behind(text[start:end], wanted) if len(wanted) >= TITLE_WORDS else 0
        if not at:
            continue
        rest = start + _SEAM.match(text[start:end], at).end()  # type: ignore[union-attr]
        if len(text[rest:end].split()) >= REST_WORDS and not text[rest].islower():
            return [(start, start + at), (rest, end), *lines[1:]]
    return lines


_WORD = re.compile(r"\w+")


def _behind(line: str, wanted: tuple[str, ...]) -> int:
    """Where a line that begins with these words goes on behind them; 0 where it begins otherwise."""
    end = 0
    found = _WORD.finditer(line)
    for word in wanted:
        match = next(found, None)
        if match is None or match.group().casefold() != word:
            return 0
        end = match.end()
    closing = re.compile(r"[\"'”’»)?!]*").match(line, end)
    return closing.end() if closing else end
