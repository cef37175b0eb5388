"""Figures as SVG: bars, and the matrix of shared wording. Bands of time are in bands.py.

Pure text with presentation attributes and classes of site.css; no style attribute and no script, so that the strict
Content-Security-Policy holds. Colours come from classes, so that dark pages and print need no other figure.
Invariant: each figure has a text alternative, or stands beside the same data as text.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

CELL, SMALL_CELL = 52, 36
"""Sides of a cell: of ten articles at most, and of more, so that twenty stand on a page without scrolling."""
LABEL = 26


def bar(share: float, colour: int = 0) -> Markup:
    """Return a share (0..1) as a bar; the figure beside it says the same, so it is hidden from those who hear the page."""
    width = round(max(0.0, min(share, 1.0)) * 100, 1)
    fill = f"c{colour}" if colour else "ink"
    return Markup(
        '<svg class="bar" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false"><rect class="rest" width="100" height="8"/><rect class="{fill}" width="{width:g}" height="8"/></svg>'
    )


def matrix(
    letters: Sequence[tuple[str, int, str]],
    cells: Sequence[Sequence[tuple[float, str, str] | None]],
    *,
    label: str,
    is_mirrored: bool = False,
) -> Markup:
    """Return who shares wording with whom. Row = article, column = the other one; shade = share of the row's words.
    Mirrored, for a page that is read from the right, the first column stands right and the letters of the rows beside it.

    ``letters``: (letter, colour, name) an article. ``cells``: a row an article of (share 0..1, address, text
    alternative), None where nothing is shared. Cells lead to the two texts side by side.
    """
    n = len(letters)
    size = CELL if n <= 10 else SMALL_CELL
    side = LABEL + n * size
    parts = []

    def across(middle: float) -> float:
        return side - middle if is_mirrored else middle

    for i, (name, colour, title) in enumerate(letters):
        middle = LABEL + i * size + size / 2
        for x, y in ((across(LABEL / 2), middle), (across(middle), LABEL / 2)):
            parts.append(
                f'<g><title>{escape(title)}</title><rect class="c{colour}" x="{x - 9:g}" y="{y - 9:g}" width="18" height="18" rx="3"/>'
                f'<text class="on-c" x="{x:g}" y="{y + 4:g}" text-anchor="middle">{escape(name)}</text></g>'
            )
    for i, row in enumerate(cells):
        for j, cell in enumerate(row):
            x = across(LABEL + j * size + size / 2) - size / 2
            box = f'x="{x + 1:g}" y="{LABEL + i * size + 1}" width="{size - 2}" height="{size - 2}" rx="2"'
            at = f'x="{x + size / 2:g}" y="{LABEL + i * size + size / 2 + 4:g}"'
            parts.append(_cell(cell, box, at) if i != j else f'<rect class="self" {box}/>')
    return Markup(
        f'<svg class="matrix" direction="ltr" viewBox="0 0 {side} {side}" width="{side}" height="{side}" role="group" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def _cell(cell: tuple[float, str, str] | None, box: str, at: str) -> str:
    """A share as a square; ``box`` and ``at`` say where it and its number stand."""
    if cell is None:
        return f'<rect class="none" {box}/>'
    share, url, said = cell
    shade = 1 + min(int(share * 10), 4) if share >= 0.01 else 0
    inner = (
        f'<title>{escape(said)}</title><rect class="s{shade}" {box}/>'
        f'<text class="t{shade}" {at} text-anchor="middle">{round(share * 100)}</text>'
    )
    return f'<a href="{escape(url)}">{inner}</a>' if url else f"<g>{inner}</g>"
