"""News agencies by name, and the dateline that names one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from site_gen.language.gazetteer import place_named
from site_gen.language.names import fold_organisation
from site_gen.model import Outlet

_PLACE_WORDS = r"[A-ZÀ-ÝŁŚŞÇİА-ЯЁ][^\W\d_a-z]*[\w.'’-]*(?:[ /-][^\W\d_][\w.'’-]*){0,4}(?:, [A-Z][\w.'’]*(?: [A-Z][\w.]+){0,2})?"
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
    """Whether the brackets hold a station's letters behind a place that is known: "Lisbon, Portugal (HBN) A strong"."""
    letters = match[2]
    return letters.isupper() and 2 < len(letters) <= 5 and place_named(match[1].split(",")[0]) is not None


_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
"""Behind a place, and no part of it as in "D.C." or "Va."."""


@lru_cache(maxsize=256)
def _dateline(text: str) -> Dateline | None:
    for pattern in _DATELINES:
        match = pattern.match(text)
        if match and len(match[1].split()) <= 6:
            place, agency = _STOP.sub("", match[1].strip(" ,-–—")), match[2].strip()
            return Dateline(place or None, agency or None, match.end())
    match = _SIGNED.match(text)
    if match and agency_named(match[2]) is not None:
        return Dateline(match[1], match[2], match.end())
    match = _COLON.match(text)
    if match and place_named(match[1]) is not None:
        return Dateline(match[1], None, match.end())
    match = _UNPARTED.match(text)
    if match and (agency_named(match[2]) is not None or _is_stations(match)):
        return Dateline(match[1].strip(" ,"), match[2], match.end())
    return None
