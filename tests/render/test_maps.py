"""Maps of places: the land around a point, cut to the window."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from site_gen.render.maps import HEIGHT, WIDTH, place_map

from .conftest import render_all
from .shelf import a_shelf


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(48.85, 2.35), (-41.3, 174.8), (64.1, -21.9), (0.0, -179.9), (89.0, 0.0), (-90.0, 180.0)],
)
def test_a_map_shows_land_inside_its_window_only(latitude: float, longitude: float) -> None:
    """At the poles and at the date line too; a few kilobytes."""
    svg = str(place_map(latitude, longitude, label="X"))
    land = re.search(r'class="land" d="([^"]*)"', svg)
    assert land is not None
    points = [tuple(map(int, point)) for point in re.findall(r"(-?\d+) (-?\d+)", land[1])]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert len(svg) < 12_000


def test_the_middle_of_an_ocean_has_no_land_and_asia_fills_its_corners() -> None:
    """The outlines are where they should be: 105° E at 65° and at 35° N are land."""
    assert 'class="land" d=""' in place_map(0.0, -140.0, label="X")
    inland = place_map(50.0, 70.0, label="X")
    corners = (f"{WIDTH} 0", f"{WIDTH} {HEIGHT}")
    assert all(re.search(rf"[ML]{corner}[Lz]", str(inland)) for corner in corners)


def test_a_place_has_a_map_with_its_ground_only_where_its_position_is_known() -> None:
    """Supplied by the vocabulary or inferred from its name; said in words and in structured data too."""
    shelf = a_shelf()
    assert b'class="map"' not in render_all(shelf)["places/port-alder/index.html"]
    place = shelf.topics_by_slug["port-alder"]
    shelf.topics_by_slug["port-alder"] = replace(place, position=(44.64, -63.58), position_basis="inferred")
    page = render_all(shelf)["places/port-alder/index.html"].decode()
    assert 'role="img" aria-label="Port Alder: 44.64° N 63.58° W"' in page
    assert "inferred from its name" in page
    assert '"geo":{"@type":"GeoCoordinates","latitude":44.64,"longitude":-63.58}' in page
