"""News agencies by name, and the dateline that names one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from site_gen.language import fold
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, place_named
from site_gen.language.names import any_language
from site_gen.language.organisations import fold_organisation
from site_gen.model import Outlet

_ONE_PLACE = (
    r"[A-ZÀ-ÝŁŚŞÇİА-ЯЁ][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,4}(?:, [A-Z][\w.'’]*(?: [A-Z][\w.]+){0,2})?"
)
"""A hyphen is read as part of a word alone: one that also parted words would be read in every combination."""
_PLACE_WORDS = rf"{_ONE_PLACE}(?:/{_ONE_PLACE}){{0,2}}"
"""One place, or the places of all who report: "PORT ANSEL, Norl./HALLOW (Halyard) -"."""
_DATE_PART = r"(?:,? (?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}\.?)(?:,? \d{4})?)?"
_COUNTRY = r"(?: \([^()\d]{2,30}\)| \[[^\[\]\d]{2,30}\])?"
"""Behind a place, before the agency: "Goma (DR Congo) (AFP)"."""
_AGENCY_PART = r"[(/]([^()/\d]{2,40})[)/]"
_RULE = r"\.?\s*(?:[-–—:_]+|(?<=/\.))\s*"
"""What parts a dateline from the report: a dash, a colon, an underscore; a stop behind an agency between slashes."""
_DATELINES = (
    re.compile(rf"^({_PLACE_WORDS}){_COUNTRY}{_DATE_PART}[,.]? {_AGENCY_PART}{_RULE}"),
    re.compile(
        rf"^()(?:[^\W\d_]{{3,9}}\.? \d{{1,2}}|\d{{1,2}} [^\W\d_]{{3,9}}\.?)(?:,? \d{{4}})?,? {_AGENCY_PART}{_RULE}"
    ),
    re.compile(rf"^()\s*{_AGENCY_PART}{_RULE}"),
    re.compile(
        r"^([A-ZÀ-Ý][A-ZÀ-Ý.'’ -]{2,30}(?:, [A-Z][\w.]*(?: [A-Z][\w.]+){0,2})?)"
        + _DATE_PART
        + r"()\.?\s*(?:[–—]|--|-(?=\s))\s*"
    ),
    re.compile(r"^([^\W\d_a-zA-Z](?:[^\W\d_a-zA-Z]|[ '’-]){2,25}?)\s*\(([^()\d]{2,30})\)\s*[-–—:]+\s*"),
)
_UNPARTED = re.compile(
    rf"^({_PLACE_WORDS}){_COUNTRY}{_DATE_PART},? \(([^()\d]{{2,40}})\)\s*(?=[\"“‘]?[A-ZÀ-Ý])"
)
"""A dateline without a dash, which only a known agency makes one: "Delhi, March 5 (IANS) The ferry"."""
_BRACKETED = re.compile(r"^()\(([^()\d]{2,40})\)\s+(?=[\"“‘]?[A-ZÀ-Ý])")
"""An agency or station alone before the report, which only a known one is: "(HBN) A strong"."""
_SIGNED = re.compile(
    r"^([A-ZÀ-ÝА-ЯЁ][A-ZÀ-ÝА-ЯЁ -]{2,30}), \d{1,2} [^\W\d_]{3,9}\.? [-–—] ([^\W\d_][^.,–—-]{1,30})\.\s"
)
"""A dateline whose agency stands behind the dash, as in Russian: "ПАРИЖ, 15 апр — РИА Новости."; only a known one."""
MAX_DATELINE_CHARS = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and agency that open a wire story."""

    place: str | None
    agency: str | None
    end: int
    """Where the story's first sentence begins."""


@cache
def _known() -> dict[str, str]:
    rows = tomllib.loads((files(__package__) / "agencies.toml").read_text(encoding="utf-8"))["agencies"]
    return {fold_organisation(name): row[0] for row in rows for name in row}


def agency_named(name: str, outlets: tuple[Outlet, ...] = ()) -> str | None:
    """Return the main name of the agency that a text names, else None. The archive's sources.toml goes before our list."""
    folded = fold_organisation(name)
    for outlet in outlets:
        if outlet.kind == "agency" and folded in {
            fold_organisation(n) for n in (outlet.name, *outlet.aliases)
        }:
            return outlet.name
    return _known().get(folded)


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that opens a text, e.g. ``BEIRUT (Reuters) -`` or ``PARIS, Dec. 22 —``. None when absent; never guesses.

    A place without an agency must stand in capitals.
    """
    head = text[:MAX_DATELINE_CHARS]
    return _dateline(head) if _MAY_HOLD_ONE.search(head) else None


_MAY_HOLD_ONE = re.compile(r"[(/–—]|-[-\s]|^[^a-z:]{4,40}: ")
"""The brackets or strokes of an agency, or the dash or colon that parts a dateline from its report."""
_COLON = re.compile(r"^([A-ZÀ-Ý][A-ZÀ-Ý.'’ -]{2,30}(?:, [A-ZÀ-Ý][\w.]+)?): (?=[\"“‘]?[A-ZÀ-Ý][a-zà-ÿ ])")
"""A place in capitals before a colon, which only a known place makes a dateline: labels stand so, too."""


def _is_stations(match: re.Match[str]) -> bool:
    """Whether the brackets hold a station's letters behind a place or a country that is known ("Lisbon, Portugal (HBN) A strong"),
    or known letters alone."""
    letters = match[2]
    if not (letters.isupper() and 2 < len(letters) <= 5):
        return False
    if not match[1]:
        return letters.lower() in any_language("known_acronyms")
    return any(place_named(part.strip()) is not None for part in match[1].split(","))


_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
"""Behind a place, and no part of it as in "D.C." or "Va."."""


@lru_cache(maxsize=256)
def _dateline(text: str) -> Dateline | None:
    for pattern in _DATELINES:
        match = pattern.match(text)
        if match and len(match[1].split()) <= MOST_PLACE_WORDS and not _is_label(match):
            place, agency = _STOP.sub("", match[1].strip(" ,-–—")), match[2].strip()
            return Dateline(place or None, agency or None, match.end())
    match = _SIGNED.match(text)
    if match and agency_named(match[2]) is not None:
        return Dateline(match[1], match[2], match.end())
    match = _COLON.match(text)
    if match and _is_well_known(match[1]):
        return Dateline(match[1], None, match.end())
    match = _UNPARTED.match(text) or _BRACKETED.match(text)
    if match and (agency_named(match[2]) is not None or _is_stations(match)):
        return Dateline(match[1].strip(" ,") or None, match[2], match.end())
    return None


MOST_PLACE_WORDS = 6


def _is_label(match: re.Match[str]) -> bool:
    """Whether a picture's or a note's label stands where a place would ("FILE - In this", "UPDATE -"), or the letters of a body."""
    if match[2]:
        return False
    place = fold(match[1].strip(" ,-–—"))
    return place in any_language("no_datelines") | any_language("known_acronyms") or (
        agency_named(match[1]) is not None
    )


def _is_well_known(name: str) -> bool:
    """Whether a name before a colon is a place for every reader, and no speaker of that name."""
    place = place_named(name.split(",")[0])
    return place is not None and (
        "," in name or place.kind != "city" or place.population >= LARGE_CITY_PEOPLE
    )
