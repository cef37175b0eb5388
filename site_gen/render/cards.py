"""The picture of an event that social networks show beside a link: its day, its title, who reports it, the archive.

Drawn with Pillow in the fonts of the theme, without the system's, so that every machine draws the same bytes; 16 greys and
the eight colours of the outlets, about 9 kB. A title in letters that the fonts do not have gets no picture.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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
_DRAWABLE = re.compile(
    r"[\x20-\x7e\xa0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2009\u202f]+"
)
"""Letters and signs of the theme's fonts: Latin, punctuation, currencies."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Files of the theme: one for titles, one for the rest."""

    title: str
    text: str


def is_drawable(*texts: str) -> bool:
    """Whether the fonts have all letters of some texts."""
    return all(_DRAWABLE.fullmatch(text) for text in texts if text)


def picture(title: str, *, above: str, below: str, archive: str, outlets: int, fonts: Fonts) -> bytes:
    """Return the picture as PNG. ``outlets`` is the number of coloured squares, eight at most."""
    from PIL import Image, ImageDraw

    lines, size = _set(title, fonts)
    texts = [
        (MARGIN, ABOVE, above, _font(fonts.text, TEXT_SIZE, 400)),
        (MARGIN, BELOW, below, _font(fonts.text, TEXT_SIZE, 400)),
    ]
    texts.append((MARGIN, ARCHIVE, archive, _font(fonts.text, TEXT_SIZE, 600)))
    texts += [
        (MARGIN, TITLE + round(n * size * 1.16), line, _font(fonts.title, size, 560))
        for n, line in enumerate(lines)
    ]
    mask = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(mask)
    for x, y, text, font in texts:
        draw.text((x, y), text, font=font, fill=255)
    made = Image.frombytes(
        "P", (WIDTH, HEIGHT), mask.point([value * GREYS // 256 for value in range(256)]).tobytes()
    )
    made.putpalette(_palette())
    draw = ImageDraw.Draw(made)
    for n in range(min(outlets, len(COLOURS))):
        right = WIDTH - MARGIN - n * (SQUARE + GAP)
        place = min(outlets, len(COLOURS)) - 1 - n
        draw.rectangle((right - SQUARE, BELOW, right, BELOW + SQUARE), fill=GREYS + place)
    draw.rectangle((MARGIN, 33, WIDTH - MARGIN, 34), fill=GREYS - 1)
    file = io.BytesIO()
    made.save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    greys = [
        tuple(round(p + (i - p) * n / (GREYS - 1)) for p, i in zip(PAPER, INK, strict=True))
        for n in range(GREYS)
    ]
    return [part for colour in (*greys, *COLOURS) for part in colour]


@lru_cache(maxsize=16)
def _font(file: str, size: int, weight: int) -> Any:
    from PIL import ImageFont

    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _set(title: str, fonts: Fonts) -> tuple[Sequence[str], int]:
    """The title in lines, and the size at which they fit; cut where even the smallest is too large."""
    for size in TITLE_SIZES:
        lines = _lines(title, _font(fonts.title, size, 560))
        if len(lines) <= TITLE_LINES:
            return lines, size
    return [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1].rstrip(' .,;:')}…"], size


def _lines(text: str, font: Any) -> list[str]:
    width = WIDTH - 2 * MARGIN - TITLE_SIZES[0] // 2
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
        while font.getlength(lines[-1]) > width:
            fits = next(n for n in range(len(lines[-1]) - 1, 0, -1) if font.getlength(lines[-1][:n]) <= width)
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    return lines
