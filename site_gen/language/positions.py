"""Where cities lie, by a name that means one: for the small maps of places.

``positions.tsv`` beside this module holds folded names with latitude and longitude, made by ``python -m benchmarks.land`` from
GeoNames (CC BY 4.0): cities of 30,000 people and more whose main name is theirs alone, or nearly so.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from .gazetteer import fold_place

TABLE = "positions.tsv"


def position_named(name: str) -> tuple[float, float] | None:
    """Return latitude and longitude of the city that this name means; None where it means none or more than one."""
    found = _rows().get(fold_place(name))
    if found is None:
        return None
    latitude, _, longitude = found.partition("\t")
    return float(latitude), float(longitude)


@cache
def _rows() -> dict[str, str]:
    lines = (files(__package__) / TABLE).read_text(encoding="utf-8").splitlines()
    return {name: place for name, _, place in (line.partition("\t") for line in lines if line[0] != "#")}
