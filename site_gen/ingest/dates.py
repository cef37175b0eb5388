"""Dates as people write them in a spreadsheet or in front matter, to EDTF.

Everything in the text must be understood, or the answer is None: half a date read is a wrong date. Month names come from
the language tables, all languages together. A two-digit year is never read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

from site_gen.language import languages, table
from site_gen.model import edtf

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_CLOCK = re.compile(
    r"(?:[T,\s]|\bat\b|\bà\b|^)\s*(?P<hour>\d{1,2})[:h.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*"
    r"(?P<half>[ap]\.?m\.?(?![a-z]))?\s*(?P<zone>Z|(?:UTC|GMT)?\s*[+-]\d{2}:?\d{2}|UTC|GMT)?\s*$",
    re.I,
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4})")
_ABOUT = re.compile(
    r"^(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|vers|environ|نحو|حوالي)\s*(?=\S)", re.I
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|ère|º|ª|\.)(?![^\W\d_])", re.I)
_FILLERS = frozenset({"of", "the", "de", "le", "du", "on", "am", "den"})
_EPOCH_SECONDS = (0, 4_102_444_800)
"""1970 to 2100: whole numbers of a JSON record in this range are seconds since 1970; a thousand times as much, milliseconds."""


def read_date(text: str, order: str = "day-first") -> str | None:
    """Return what somebody wrote as EDTF; None where it is no date or could be several.

    ``order`` says how 3/4/2016 is read, ``day-first`` or ``month-first``; where one number is above 12 it decides itself.
    """
    text = " ".join(text.translate(_DIGITS).split())
    if edtf.is_valid(text):
        return text
    text, is_about = _ABOUT.subn("", text)
    day, clock = _split_clock(text)
    date = day if edtf.is_valid(day) else _numeric(day, order) or _worded(day)
    if date is None or (clock and len(date) < len("2016-12-22")):
        return None
    if clock and edtf.is_valid(date + clock):
        date += clock
    elif clock:
        return None
    return edtf.about(date) if is_about else date


def is_of_two_days(text: str) -> bool:
    """Whether a numeric date is one day where the day comes first and another where the month does: 3/4/2016, not 3.4.2016."""
    day, _clock = _split_clock(" ".join(text.translate(_DIGITS).split()))
    found = _NUMBERS.fullmatch(day)
    if not found or found[2] == ".":
        return False
    first, second = int(found[1]), int(found[3])
    return first != second and min(first, second) >= 1 and max(first, second) <= 12


def read_epoch(number: int) -> str | None:
    """Return the moment of a Unix time in seconds or milliseconds as EDTF in UTC; None outside 1970 to 2100."""
    low, high = _EPOCH_SECONDS
    seconds = number if low <= number < high else number // 1000
    if not low <= seconds < high or seconds < 10**8:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _split_clock(text: str) -> tuple[str, str]:
    found = _CLOCK.search(text)
    if not found or not text[: found.start()].strip():
        return text, ""
    hour = int(found["hour"])
    if half := (found["half"] or "").lower()[:1]:
        if not 1 <= hour <= 12:
            return text, ""
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = re.sub(r"(?i)utc|gmt|\s", "", found["zone"] or "") or ("Z" if found["zone"] else "")
    if re.fullmatch(r"[+-]\d{4}", zone):
        zone = f"{zone[:3]}:{zone[3:]}"
    second = f":{found['second']}" if found["second"] else ""
    return text[: found.start()].strip(" ,"), f"T{hour:02d}:{found['minute']}{second}{zone.upper()}"


def _numeric(text: str, order: str) -> str | None:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        return edtf.written(year, month, day)
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    is_month_first = order == "month-first" and found[2] != "."
    if max(first, second) > 12:
        is_month_first = second > 12
    day, month = (second, first) if is_month_first else (first, second)
    return edtf.written(year, month, day)


def _worded(text: str) -> str | None:
    """Read "Thursday, 22 December 2016", "Dec. 22, 2016", "1er mai 1902", "December 2016"; words in any language's table."""
    months, weekdays = _month_names(), _weekday_names()
    numbers: list[str] = []
    month = 0
    for token in _TOKEN.findall(_ORDINAL.sub("", text)):
        word = token.casefold()
        if token.isdecimal():
            numbers.append(token)
        elif word in months and not month:
            month = months[word]
        elif word not in weekdays and word not in _FILLERS:
            return None
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if not month or len(years) != 1 or len(days) > 1 or len(numbers) != len(years) + len(days):
        return None
    return edtf.written(int(years[0]), month, int(days[0]) if days else None)


@cache
def _month_names() -> dict[str, int]:
    names: dict[str, int] = {"sept": 9}
    for language in reversed(languages()):
        for key in ("months_short", "months"):
            for number, name in enumerate(table(language).get(key, ()), start=1):
                names[name.casefold().rstrip(".")] = number
    return names


@cache
def _weekday_names() -> frozenset[str]:
    names: set[str] = set()
    for language in languages():
        for name in table(language).get("weekdays", ()):
            names |= {name.casefold(), name.casefold()[:3], f"{name.casefold()[:4]}"}
    return frozenset(names)
