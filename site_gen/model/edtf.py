"""Dates of any certainty, in EDTF (ISO 8601-2, the Library of Congress' profile): read, compared, said in words.

The subset an archive of news needs: ``2016``, ``2016-12``, ``2016-12-22``, with time and zone
(``2016-12-22T14:05:00+02:00``), unspecified digits (``201X``, ``2016-12-XX``), about ``~``, uncertain ``?``, both ``%``,
and intervals (``2016-12-22/2016-12-28``, open at one end with ``..`` or nothing). Years 0001 to 9999.

Invariants: ``parse(x).text == x``; a text that is not in the subset parses to None and never raises;
``earliest <= latest`` of every parsed date. The marks ``~ ?`` say how sure a date is and do not widen its bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["year", "month", "day", "time"]

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX)"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?P<zone>Z|[+-]\d{2}(?::\d{2})?)?)?)?)?"
    r"(?P<mark>[~?%])?",
    re.ASCII,
)
_UNDATED = (1, 0, 0, 0)
_WIDEST_ZONE_MINUTES = 14 * 60
"""UTC+14, Line Islands: no zone lies further from UTC."""


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date: a year, month, day or moment, and how sure it is."""

    year: int
    """First year it can mean (``201X``: 2010)."""
    last_year: int
    """Last year it can mean (``201X``: 2019); else the same."""
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone_minutes: int | None = None
    """East of UTC; None where no zone is stated."""
    is_approximate: bool = False
    is_uncertain: bool = False

    @property
    def precision(self) -> Precision:
        """The smallest part that is known."""
        if self.hour is not None:
            return "time"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def earliest(self) -> date:
        """First day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Last day it can mean."""
        month = self.month or 12
        return date(self.last_year, month, self.day or monthrange(self.last_year, month)[1])


@dataclass(frozen=True, slots=True)
class Edtf:
    """A parsed date. A single date has the same ``start`` and ``end``."""

    text: str
    start: Point | None
    """None where the interval is open at the beginning."""
    end: Point | None
    is_interval: bool = False

    @property
    def earliest(self) -> date:
        """First day it can mean; the first of all days where the beginning is open."""
        return self.start.earliest if self.start else date.min

    @property
    def latest(self) -> date:
        """Last day it can mean; the last of all days where the end is open."""
        return self.end.latest if self.end else date.max

    @property
    def precision(self) -> Precision:
        """Of its beginning (of its end, where the beginning is open)."""
        point = self.start or self.end
        assert point is not None
        return point.precision

    @property
    def is_approximate(self) -> bool:
        """One of its ends is marked ``~`` or ``%``."""
        return any(p.is_approximate for p in (self.start, self.end) if p)

    @property
    def is_uncertain(self) -> bool:
        """One of its ends is marked ``?`` or ``%``."""
        return any(p.is_uncertain for p in (self.start, self.end) if p)

    @property
    def is_day(self) -> bool:
        """It names one single day, however sure."""
        return self.earliest == self.latest


@lru_cache(maxsize=65_536)
def parse(text: str) -> Edtf | None:
    """Return the date a text in EDTF means; None where it is not EDTF of this subset. White space is not trimmed."""
    if "/" not in text:
        point = _point(text)
        return Edtf(text, point, point) if point else None
    first, _, last = text.partition("/")
    start, end = _point(first), _point(last)
    if (start is None and first not in ("", "..")) or (end is None and last not in ("", "..")):
        return None
    if (start is None and end is None) or (start and end and start.earliest > end.latest):
        return None
    return Edtf(text, start, end, is_interval=True)


def is_valid(text: str) -> bool:
    """Whether a text is EDTF of the subset."""
    return parse(text) is not None


def bounds(text: str) -> tuple[date, date] | None:
    """Return the first and the last day a date can mean; None where it is not EDTF."""
    found = parse(text)
    return (found.earliest, found.latest) if found else None


def overlap(a: str, b: str) -> bool:
    """Whether two dates can mean one day. False where either is not EDTF."""
    one, other = parse(a), parse(b)
    return bool(one and other and one.earliest <= other.latest and other.earliest <= one.latest)


def sort_key(text: str | None) -> tuple[int, int, int, int]:
    """Return a key that puts dates oldest first, the broader after the narrower of one beginning, undated last.

    Moments of one calendar day (of their own zone) are in order of UTC.
    """
    found = parse(text) if text else None
    if found is None:
        return _UNDATED
    first = found.earliest.toordinal()
    point = found.start
    seconds = _seconds_utc(point) if point else 0
    return (0, first, seconds, found.latest.toordinal())


def newest_first(text: str | None) -> tuple[int, int, int, int]:
    """Return a key that puts dates newest first, undated last."""
    undated, first, seconds, last = sort_key(text)
    return (undated, -first, -seconds, -last)


def written(
    year: int,
    month: int | None = None,
    day: int | None = None,
    *,
    is_approximate: bool = False,
    is_uncertain: bool = False,
) -> str | None:
    """Return the parts as EDTF, at the precision given; None where there is no such day."""
    parts = [f"{year:04d}"]
    if month is not None:
        parts.append(f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
    mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
    text = "-".join(parts) + mark[is_approximate, is_uncertain]
    return text if is_valid(text) else None


def about(text: str) -> str:
    """Return the date marked approximate, its time left off; both ends of an interval. As it is where it is not EDTF."""
    if not is_valid(text):
        return text
    ends = (end if end in ("", "..") else _about_point(end) for end in text.split("/"))
    return "/".join(ends)


def _about_point(text: str) -> str:
    plain = text.rstrip("~?%").partition("T")[0]
    return plain + ("%" if text[-1:] in ("?", "%") else "~")


def _point(text: str) -> Point | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    year, last_year = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    month, day = _part(found["month"]), _part(found["day"])
    if year != last_year and (month or day):
        return None
    if found["hour"] and day is None:
        return None
    if month is None and day is not None:
        return None
    zone = _zone(found["zone"])
    hour, minute, second = (_number(found[name]) for name in ("hour", "minute", "second"))
    if (
        last_year < 1
        or not _is_on_calendar(max(year, 1), month, day)
        or not _is_on_clock(hour, minute, second)
    ):
        return None
    if abs(zone or 0) > _WIDEST_ZONE_MINUTES:
        return None
    marks = found["mark"] in ("~", "%"), found["mark"] in ("?", "%")
    return Point(max(year, 1), last_year, month, day, hour, minute, second, zone, *marks)


def _part(text: str | None) -> int | None:
    return None if text in (None, "XX") else _number(text)


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _zone(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "").ljust(4, "0")
    return (-1 if text[0] == "-" else 1) * (int(digits[:2]) * 60 + int(digits[2:]))


def _is_on_calendar(year: int, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year, month)[1])


def _is_on_clock(hour: int | None, minute: int | None, second: int | None) -> bool:
    return (hour or 0) < 24 and (minute or 0) < 60 and (second or 0) <= 60


def _seconds_utc(point: Point) -> int:
    day = point.earliest.toordinal() * 86_400
    return (
        day
        + (point.hour or 0) * 3600
        + ((point.minute or 0) - (point.zone_minutes or 0)) * 60
        + (point.second or 0)
    )


# In words. A language without a table here is said in English.

_MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
}  # fmt: skip

_PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "about": "about {}", "perhaps": "perhaps {}", "between": "between {} and {}",
        "until": "until {}", "from": "from {}", "decade": "the {}s", "century": "{}–{}", "first": "1", "the": "",
        "comma": ",",
    },
    "fr": {
        "about": "vers {}", "perhaps": "peut-être {}", "between": "entre {} et {}",
        "until": "jusqu’à {}", "from": "depuis {}", "decade": "les années {}", "century": "{}–{}", "first": "1er",
        "the": "le ", "comma": ",",
    },
    "ar": {
        "about": "نحو {}", "perhaps": "ربما {}", "between": "بين {} و{}",
        "until": "حتى {}", "from": "منذ {}", "decade": "عقد {}", "century": "{}–{}", "first": "1", "the": "",
        "comma": "،",
    },
}  # fmt: skip


def in_words(text: str, language: str = "en", *, months: Sequence[str] = ()) -> str:
    """Return a date as a reader says it: "about 22 December 2016", "between 3 and 5 May 1902", "December 2016".

    A time is given to the minute with its distance from UTC. ``months`` names the twelve months of another language.
    The text itself where it is not EDTF.
    """
    found = parse(text)
    if found is None:
        return text
    code = language.split("-")[0].lower()
    names = tuple(months) if len(months) == 12 else _MONTHS.get(code, _MONTHS["en"])
    phrases = _PHRASES.get(code, _PHRASES["en"])
    if not found.is_interval:
        assert found.start is not None
        return _qualified(found.start, names, phrases)
    return _interval_in_words(found, names, phrases)


def _interval_in_words(found: Edtf, names: Sequence[str], phrases: dict[str, str]) -> str:
    start, end = found.start, found.end
    if start is None or end is None:
        point = start or end
        assert point is not None
        said = _qualified(point, names, phrases, in_phrase=True)
        return _contracted(phrases["from" if start else "until"].format(said))
    first = _qualified(start, names, phrases, _shared(start, end), in_phrase=True)
    return phrases["between"].format(first, _qualified(end, names, phrases, in_phrase=True))


def _contracted(text: str) -> str:
    """French joins "à le" to "au", and says "en" before a month or a year."""
    text = text.replace("jusqu’à le ", "jusqu’au ")
    return re.sub(r"jusqu’à (?!les )", "jusqu’en ", text)


def _shared(start: Point, end: Point) -> Precision | None:
    """The part the first of two days may leave unsaid because the second says it: its year, or its year and month."""
    marked = start.is_approximate or start.is_uncertain or end.is_approximate or end.is_uncertain
    if marked or start.precision != end.precision or start.year != end.year or start.year != start.last_year:
        return None
    if start.precision == "day" and start.month == end.month:
        return "month"
    return "year" if start.precision in ("day", "month") else None


def _qualified(
    point: Point,
    names: Sequence[str],
    phrases: dict[str, str],
    unsaid: Precision | None = None,
    *,
    in_phrase: bool = False,
) -> str:
    marked = point.is_approximate or point.is_uncertain
    article = phrases["the"] if (marked or in_phrase) and point.day is not None else ""
    said = article + _said(point, names, phrases, unsaid)
    if point.is_approximate:
        said = phrases["about"].format(said)
    if point.is_uncertain:
        said = phrases["perhaps"].format(said)
    return said


def _said(point: Point, names: Sequence[str], phrases: dict[str, str], unsaid: Precision | None) -> str:
    parts = []
    if point.day is not None:
        parts.append(phrases["first"] if point.day == 1 else str(point.day))
    if point.month is not None and unsaid != "month":
        parts.append(names[point.month - 1])
    if unsaid is None:
        parts.append(_year(point, phrases))
    said = " ".join(parts)
    if point.hour is None:
        return said
    return f"{said}{phrases['comma']} {point.hour:02d}:{point.minute or 0:02d}{_zone_in_words(point.zone_minutes)}"


def _year(point: Point, phrases: dict[str, str]) -> str:
    if point.year == point.last_year:
        return str(point.year)
    decade = point.last_year - point.year < 10
    return phrases["decade" if decade else "century"].format(point.year, point.last_year)


def _zone_in_words(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if minutes == 0:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def listed_under(text: str | None) -> str | None:
    """Return the day, month or year under which a date is listed: the beginning of what it can mean, at its precision.

    ``2016-12-22~`` lists under ``2016-12-22``, ``2016-12`` under ``2016-12``; None where there is no date.
    """
    found = parse(text) if text else None
    if found is None or found.start is None:
        return None
    day = found.earliest.isoformat()
    return {"year": day[:4], "month": day[:7]}.get(found.precision, day)
