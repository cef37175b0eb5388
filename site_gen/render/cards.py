"""The picture of an event that social networks show beside a link: its day, its title, who reports it, the archive.

Drawn with Pillow in the fonts of the theme, without the system's, so that every machine draws the same bytes; 16 greys and
the eight colours of the outlets, about 9 kB. Lines in Arabic stand at the right.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from .lettering import as_seen, is_from_right, joined

WIDTH, HEIGHT = 800, 420
"""The shape that networks ask for, 1.91 to 1, and more than their 600 pixels; 1200 took twice as long to draw."""
MARGIN = 54
TITLE_SIZES = (48, 40, 34)
"""Tried in turn until the title fits; the last one is cut."""
TITLE_LINES = 4
TEXT_SIZE = 20
SQUARE, GAP = 30, 8
ABOVE, TITLE, BELOW, ARCHIVE = 46, 85, 320, 354
"""Where the line above the title, the title, and the two lines below begin, from the top."""
GREYS = 16
PAPER, INK = (253, 252, 249), (28, 27, 24)
COLOURS = ((31, 90, 148), (181, 71, 27), (47, 115, 80), (123, 63, 140), (125, 99, 11), (12, 112, 121), (166, 47, 91), (86, 86, 86))  # fmt: skip
"""--c1 to --c8 of site.css, on light paper."""
COMPRESSION = 6
"""Of zlib; 9 takes three times as long for a tenth of the bytes."""
_ABSENT = "\uffff"
"""A character that no font has: what is drawn for it stands for all that are missing."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Files of the theme, for titles and for the rest; each letter is drawn with the first that has it."""

    title: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the picture: where its letters stand (``y``), and in what."""

    text: str
    y: int
    files: tuple[str, ...]
    size: int
    weight: int


def is_drawable(text: str, files: tuple[str, ...]) -> bool:
    """Whether the fonts have all letters of a text."""
    return all(_file_for(char, files) for char in joined(text))


def picture(title: str, *, above: str, below: str, archive: str, outlets: int, fonts: Fonts) -> bytes:
    """Return the picture as PNG. ``outlets`` is the number of coloured squares, eight at most."""
    from PIL import Image, ImageDraw

    rows, size = _set(title, fonts.title)
    lines = [
        _Line(above, ABOVE, fonts.text, TEXT_SIZE, 400),
        _Line(below, BELOW, fonts.text, TEXT_SIZE, 400),
        _Line(archive, ARCHIVE, fonts.text, TEXT_SIZE, 600),
        *(_Line(row, TITLE + round(n * size * 1.16), fonts.title, size, 560) for n, row in enumerate(rows)),
    ]
    mask = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(mask)
    is_title_from_right = is_from_right(title)
    for line in lines:
        _draw(draw, line, is_title_from_right if line.files == fonts.title else is_from_right(line.text))
    made = Image.frombytes(
        "P", (WIDTH, HEIGHT), mask.point([value * GREYS // 256 for value in range(256)]).tobytes()
    )
    made.putpalette(_palette())
    _squares(ImageDraw.Draw(made), min(outlets, len(COLOURS)), is_from_right(below))
    file = io.BytesIO()
    made.save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()


def _draw(draw: Any, line: _Line, is_at_right: bool) -> None:
    seen = as_seen(line.text)
    x = WIDTH - MARGIN - _width(seen, line) if is_at_right else float(MARGIN)
    base = line.y + _font(line.files[0], line.size, line.weight).getmetrics()[0]
    for file, run in _runs(seen, line.files):
        font = _font(file, line.size, line.weight)
        draw.text((x, base), run, font=font, fill=255, anchor="ls")
        x += font.getlength(run)


def _squares(draw: Any, number: int, is_from_right: bool) -> None:
    """One square an outlet, on the side that the line beside them leaves free, and the rule above all."""
    for place in range(number):
        near = place if is_from_right else number - 1 - place
        left = (
            MARGIN + near * (SQUARE + GAP)
            if is_from_right
            else WIDTH - MARGIN - SQUARE - near * (SQUARE + GAP)
        )
        draw.rectangle((left, BELOW, left + SQUARE, BELOW + SQUARE), fill=GREYS + place)
    draw.rectangle((MARGIN, 33, WIDTH - MARGIN, 34), fill=GREYS - 1)


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    greys = [
        tuple(round(p + (i - p) * n / (GREYS - 1)) for p, i in zip(PAPER, INK, strict=True))
        for n in range(GREYS)
    ]
    return [part for colour in (*greys, *COLOURS) for part in colour]


@lru_cache(maxsize=32)
def _font(file: str, size: int, weight: int) -> Any:
    from PIL import ImageFont

    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    with suppress(OSError):  # a font of one weight
        font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=4096)
def _file_for(char: str, files: tuple[str, ...]) -> str:
    """The first font that has a character; empty where none has. What none shows (a blank) is the first's."""
    if char.isspace():
        return files[0]
    return next((file for file in files if _drawn(file, char) != _drawn(file, _ABSENT)), "")


def _drawn(file: str, char: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(file, TEXT_SIZE, 400).getmask(char)
    return mask.size, bytes(mask)


def _runs(seen: str, files: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Stretches of a line by the font that draws them."""
    for file, run in groupby(seen, key=lambda char: _file_for(char, files) or files[0]):
        yield file, "".join(run)


def _width(seen: str, line: _Line) -> float:
    return float(
        sum(_font(file, line.size, line.weight).getlength(run) for file, run in _runs(seen, line.files))
    )


def _set(title: str, files: tuple[str, ...]) -> tuple[Sequence[str], int]:
    """The title in lines, and the size at which they fit; cut where even the smallest is too large."""
    for size in TITLE_SIZES:
        lines = _lines(title, files, size)
        if len(lines) <= TITLE_LINES:
            return lines, size
    return [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1].rstrip(' .,;:')}…"], size


def _lines(text: str, files: tuple[str, ...], size: int) -> list[str]:
    """The text in lines that fit; no more than one beyond those that a title may have."""
    room = WIDTH - 2 * MARGIN - TITLE_SIZES[0] // 2

    def fits(row: str) -> bool:
        return _width(joined(row), _Line(row, 0, files, size, 560)) <= room

    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and not fits(longer):
            lines.append(word)
        else:
            lines[-1] = longer
        while len(lines) <= TITLE_LINES and not fits(lines[-1]):
            row = lines[-1]
            most = max(1, bisect_left(range(1, len(row)), True, key=lambda n: not fits(row[:n])))
            lines[-1:] = [row[:most], row[most:]]
        if len(lines) > TITLE_LINES:
            break
    return lines
