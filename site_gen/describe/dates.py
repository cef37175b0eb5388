"""Dates as pages write them, read into EDTF.

In: a text that is or holds a date. Out: EDTF at the precision written, with time and zone where they are written.
Refuses to guess: ``3/4/2016`` is None, a day without its year is None (``clues`` keeps those for linking), and a date
that no calendar has is None.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from site_gen.language import fold, languages, table
from site_gen.model import edtf

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""News printed before or dated after is a misread number."""
_FIGURE = re.compile(r"\d")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:(?:[T ]|\s+at\s+)\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?![\d-])"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z)?)?$")
_YEAR_FIRST = re.compile(r"(?<![\d/])(\d{4})([/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/])")
_CJK = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_YEAR_MONTH_DAY = re.compile(r"(?<!\d)(\d{4})[.,]?\s+([^\W\d_]{3,})\.?\s+(\d{1,2})\.?(?![\d:])")
"""Hungarian "2020. május 5.", citations "2023 Jan 7"."""
_DAY_FIRST = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:of |de |d['’])?[-\s/]?\s*([^\W\d_]{3,}(?: (?:الثاني|الأول))?)(?:\s?/\s?[^\W\d_]{4,})?\.?,?\s*(?:del? )?[-\s/,]?\s*(\d{4})(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    r"([^\W\d_]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,|\s|\.)\s*,?\s*(\d{4})(?:(?!\d)|(?=\d{1,2}:\d{2}))",
    re.I,
)
"""The hour may follow the year without a space, as where a scraper put two elements together."""
_MONTH_YEAR = re.compile(
    r"(?<![\w])(?<!\d )(?<!\d\. )(?<!\d-)([^\W\d_]{3,})\.?,?\s+(?:de )?(\d{4})(?!\d)", re.I
)
_ZONES = {
    "UTC": "Z", "GMT": "Z", "Z": "Z", "BST": "+01:00", "WEST": "+01:00", "CET": "+01:00", "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00",
    "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00",
    "NZDT": "+13:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip
"""Short names of zones that news uses for one zone alone; CST and IST, for instance, are several."""
_TIME = re.compile(
    rf"\s*(?:,|at|[-–—|•·@/]|um|à|às|a las|alle ore|alle|ore|om|\bo'clock\b|klo|kl\.?)*\s*\(?(\d{{1,2}})(?::|\.|h)(\d{{2}})(?::\d{{2}})?\s*(a\.?m\.?|p\.?m\.?)?(?:\s*(Z|{'|'.join(sorted(_ZONES, key=lambda z: (-len(z), z)))})\b)?(?![\d:.])",
    re.I,
)
_TIME_BEFORE = re.compile(
    rf"(?<![\d:.,])(\d{{1,2}}):(\d{{2}})\s*(a\.?m\.?|p\.?m\.?)?(?:\s*(Z|{'|'.join(sorted(_ZONES, key=lambda z: (-len(z), z)))})\b)?\s*(?:,|on|[-–—|•·])?\s*(?:[^\W\d_]{{2,12}}\.?,?\s+)?$",
    re.I,
)
"""An hour before its day: "11:08, 14 August 2018", "20:15 15.04.2019"; a weekday may stand between."""
_DAY_BEFORE = re.compile(r"\d{4}\W{0,4}$")
"""What makes an hour that of the day before it."""
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")


@cache
def _months() -> dict[str, int]:
    """Folded names and short names of months, of every language we have, to 1..12."""
    found: dict[str, int] = {}
    for code in languages():
        for name in ("months", "months_short"):
            for number, word in enumerate(table(code).get(name, ()), 1):
                found.setdefault(fold(word), number)
    more = tomllib.loads((files(__package__) / "months.toml").read_text(encoding="utf-8"))
    for code in sorted(more):
        for number, words in enumerate(more[code], 1):
            for word in words.split():
                found.setdefault(fold(word.replace("_", " ")), number)
    found.setdefault("sept", 9)
    return found


def month_number(word: str) -> int | None:
    """1..12 for the name of a month in any language known here, else None."""
    return _months().get(fold(word.rstrip(".")))


def read_date(text: str, *, day_first: bool | None = None) -> str | None:
    """Return the first date in a text as EDTF, or None. ``day_first`` says how 3/4/2016 is meant where the page tells."""
    found = next(dates_in(text, day_first=day_first), None)
    return found[0] if found else None


def dates_in(text: str, *, day_first: bool | None = None) -> Iterator[tuple[str, int, int]]:
    """The dates of a text in order, each as (EDTF, start, end). A date without a year is none."""
    text = text if text.isascii() else text.translate(_DIGITS)
    if not _FIGURE.search(text):
        return
    found = sorted(_found(text, day_first), key=lambda f: (f[1], -f[2]))
    done = -1
    for value, start, end in found:
        if start >= done:
            done = end
            yield value, start, end


def _found(text: str, day_first: bool | None) -> Iterator[tuple[str, int, int]]:
    stripped = text.strip()
    if _EPOCH.match(stripped):
        yield _epoch(stripped), 0, len(text)
        return
    for match in _ISO.finditer(text):
        if value := _iso(match):
            yield value, *match.span()
    compact = _COMPACT.match(stripped)
    if compact and (value := _day(int(compact[1]), int(compact[2]), int(compact[3]))):
        yield value, 0, len(text)
    for match in [*_YEAR_FIRST.finditer(text), *_CJK.finditer(text)]:
        year, month, day = (int(g) for g in match.groups() if g.isdecimal())
        yield from _with_time(text, match, _day(year, month, day))
    for match in _NUMERIC.finditer(text):
        yield from _with_time(text, match, _numeric(match, day_first))
    for match in _YEAR_MONTH_DAY.finditer(text):
        yield from _with_time(text, match, _named(match[1], match[2], match[3]))
    for match in _DAY_FIRST.finditer(text):
        yield from _with_time(text, match, _named(match[3], match[2], match[1]))
    for match in _MONTH_FIRST.finditer(text):
        yield from _with_time(text, match, _named(match[3], match[1], match[2]))
    for match in _MONTH_YEAR.finditer(text):
        named = month_number(match[1])
        if named and FIRST_YEAR <= int(match[2]) <= LAST_YEAR:
            yield f"{match[2]}-{named:02d}", *match.span()


def _epoch(text: str) -> str:
    seconds = int(text[:10])
    return datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    if day is None:
        return edtf.written(int(year), int(month)) if FIRST_YEAR <= int(year) <= LAST_YEAR else None
    date = _day(int(year), int(month), int(day))
    if date is None or hour is None:
        return date
    return _joined(date, int(hour), int(minute), second, zone)


def _joined(date: str, hour: int, minute: int, second: str | None, zone: str | None) -> str:
    """A day with its time; midnight without a zone is how programs write "no time", and is left off."""
    zone = _ZONES.get((zone or "").upper(), zone or "")
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    if hour > 23 or minute > 59 or (not zone and hour == minute == int(second or 0) == 0):
        return date
    value = f"{date}T{hour:02d}:{minute:02d}{':' + second if second else ''}{zone}"
    return value if edtf.is_valid(value) else date


def _with_time(text: str, match: re.Match[str], date: str | None) -> Iterator[tuple[str, int, int]]:
    if date is None:
        return
    time = _TIME.match(text, match.end())
    end = time.end() if time else match.end()
    if time is None:
        time = _hour_before(text, match.start())
    if time is None:
        yield date, *match.span()
        return
    hour, half = int(time[1]), (time[3] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        yield date, *match.span()
        return
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    yield _joined(date, hour, int(time[2]), None, time[4]), match.start(), end


def _hour_before(text: str, start: int) -> re.Match[str] | None:
    """The hour that stands right before a day, and not behind another."""
    before = text[max(0, start - HOUR_CHARS) : start]
    time = _TIME_BEFORE.search(before)
    return None if time is None or _DAY_BEFORE.search(before[: time.start()]) else time


HOUR_CHARS = 40


def _day(year: int, month: int, day: int) -> str | None:
    return edtf.written(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None


def _named(year: str, month: str, day: str) -> str | None:
    number = month_number(month)
    return _day(int(year), number, int(day)) if number else None


def _numeric(match: re.Match[str], day_first: bool | None) -> str | None:
    """3.4.2016 is day first wherever points are used; with slashes only where one number cannot be a month."""
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000 if year < 70 else 1900
    if first == second:
        return _day(year, first, second)
    if mark == "." or (day_first and second <= 12) or first > 12:
        return _day(year, second, first)
    if second > 12 or day_first is False:
        return _day(year, first, second)
    return None
