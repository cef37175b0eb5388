"""A small map of where a place lies: the land around it, and a mark. No tiles, no requests, no borders.

The outlines are Natural Earth's, 1:110 million (public domain), in ``land.txt``: made by ``python -m benchmarks.land``. They are
drawn as plate carrée, shrunk towards the poles by the cosine of the place's latitude, and cut to the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians

from markupsafe import Markup, escape

WIDTH, HEIGHT = 360, 240
"""Units of the drawing; pixels at its full size."""
SPAN_DEGREES = 30.0
"""Degrees of latitude that the map shows from top to bottom: a region, so that a coast is recognised."""
GRID_DEGREES = 10

Point = tuple[float, float]


def place_map(latitude: float, longitude: float, *, label: str) -> Markup:
    """Return a map around a place as SVG; ``label`` says the same in words."""
    half = SPAN_DEGREES / 2
    wide = half * WIDTH / HEIGHT / max(cos(radians(latitude)), 0.2)
    window = (longitude - wide, latitude - half, longitude + wide, latitude + half)
    path = "".join(_drawn(ring, window) for ring in _rings(window))
    return Markup(
        f'<svg class="map" direction="ltr" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(label)}"><rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>'
        f'<path class="land" d="{path}"/><path class="grid" d="{_grid(window)}"/>'
        f'<circle class="here-ring" cx="{WIDTH // 2}" cy="{HEIGHT // 2}" r="9"/>'
        f'<circle class="here" cx="{WIDTH // 2}" cy="{HEIGHT // 2}" r="3.5"/></svg>'
    )


Window = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


@cache
def _land() -> tuple[tuple[Window, tuple[Point, ...]], ...]:
    """Every ring of the land, with the window it fills."""
    rings = []
    for line in (files(__package__) / "land.txt").read_text(encoding="ascii").splitlines():
        numbers = [int(n) / 10 for n in line.split()]
        ring = tuple(zip(numbers[::2], numbers[1::2], strict=True))
        xs, ys = numbers[::2], numbers[1::2]
        rings.append(((min(xs), min(ys), max(xs), max(ys)), ring))
    return tuple(rings)


def _rings(window: Window) -> list[list[Point]]:
    """What of the land stands in a window; beyond the date line it goes on."""
    west, south, east, north = window
    found = []
    for (left, low, right, high), ring in _land():
        for turn in (-360.0, 0.0, 360.0):
            if left + turn < east and right + turn > west and low < north and high > south:
                cut = _cut([(x + turn, y) for x, y in ring], window)
                found += [cut] if len(cut) > 2 else []
    return found


def _cut(ring: list[Point], window: Window) -> list[Point]:
    """A ring cut to a window, side by side (Sutherland and Hodgman, 1974)."""
    west, south, east, north = window
    sides: tuple[tuple[Callable[[Point], bool], int, float], ...] = (
        (lambda p: p[0] >= west, 0, west),
        (lambda p: p[0] <= east, 0, east),
        (lambda p: p[1] >= south, 1, south),
        (lambda p: p[1] <= north, 1, north),
    )
    for is_inside, axis, limit in sides:
        made: list[Point] = []
        for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            if is_inside(point) != is_inside(before):
                made.append(_crossing(before, point, axis, limit))
            if is_inside(point):
                made.append(point)
        ring = made
    return ring


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    return (limit, y) if axis == 0 else (x, limit)


def _drawn(ring: Sequence[Point], window: Window) -> str:
    points = [_at(point, window) for point in ring]
    kept = [point for point, before in zip(points, [("", ""), *points], strict=False) if point != before]
    return f"M{'L'.join(f'{x} {y}' for x, y in kept)}z"


def _at(point: Point, window: Window) -> tuple[str, str]:
    west, south, east, north = window
    x = (point[0] - west) / (east - west) * WIDTH
    y = (north - point[1]) / (north - south) * HEIGHT
    return f"{round(x)}", f"{round(y)}"


def _grid(window: Window) -> str:
    """Meridians and parallels, ten degrees apart."""
    west, south, east, north = window
    meridians = range(int(west // GRID_DEGREES) + 1, int(east // GRID_DEGREES) + 1)
    parallels = range(int(south // GRID_DEGREES) + 1, int(north // GRID_DEGREES) + 1)
    down = [f"M{_at((n * GRID_DEGREES, north), window)[0]} 0V{HEIGHT}" for n in meridians]
    across = [f"M0 {_at((west, n * GRID_DEGREES), window)[1]}H{WIDTH}" for n in parallels]
    return "".join([*down, *across])
