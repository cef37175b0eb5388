"""The days that an article's opening tells, so that two reports of different days are not taken for one event's; and whether
an article tells any day.

Weekdays and month-days only: an undated article knows no more. A dated one has its weekdays and "yesterday" resolved.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..language.tables import own_table
from ..model import DateClue
from .calendar import day_of

OPENING_BLOCKS = frozenset({"p1", "p2", "p3"})
_IN_BODY = ("day", "month_day", "weekday", "relative")
_BESIDE: dict[str | None, tuple[str, ...]] = {None: ("month_day", "weekday", "relative")}
NEWS_DAYS = 3
YESTERDAY = -1
REPORT_DAYS = 7
"""A dated report's own days reach so far back; older ones are background."""


def opening(clues: Iterable[DateClue]) -> tuple[DateClue, ...]:
    """Return the clues of the opening that can name a day, of those of the past.

    What stands outside the body (standfirst, captions) counts, but not its full dates: those are of old photographs.
    """
    return tuple(
        c
        for c in clues
        if not c.is_ahead and c.kind in (_IN_BODY if c.block in OPENING_BLOCKS else _BESIDE.get(c.block, ()))
    )


def told(clues: tuple[DateClue, ...], published: date | None) -> tuple[set[int], set[int]]:
    """Return the weekdays (0..6) and the month-days (month * 100 + day) that an opening tells."""
    weekdays: set[int] = set()
    month_days: set[int] = set()
    for clue in clues:
        day = day_of(clue, published) if published else None
        if day is not None and published is not None and 0 <= (published - day).days <= REPORT_DAYS:
            weekdays.add(day.weekday())
            month_days.add(day.month * 100 + day.day)
        elif clue.kind == "weekday" and clue.weekday is not None:
            weekdays.add(clue.weekday)
        elif clue.kind in ("day", "month_day") and clue.month and clue.day:
            month_days.add(clue.month * 100 + clue.day)
            if clue.year and (full := _valid(clue)):
                weekdays.add(full.weekday())
    return weekdays, month_days


def tells_day(clues: Iterable[DateClue], language: str) -> bool:
    """Return whether an article says when something happened: a weekday anywhere, or a date or "yesterday" in its opening.

    "Today" is no day: guides have it, too. An article in a language whose weekdays are not known counts as telling one.
    """
    clues = tuple(clues)
    return (
        "clue_since" not in own_table(language)
        or any(clue.kind == "weekday" for clue in clues)
        or any(clue.kind != "relative" or clue.offset_days == YESTERDAY for clue in opening(clues))
    )


def named_days(clues: Iterable[DateClue]) -> set[int]:
    """Return the month-days (month * 100 + day) that an article names, wherever they stand in it."""
    return {
        c.month * 100 + c.day
        for c in clues
        if c.kind in ("day", "month_day") and c.month and c.day and c.block
    }


def news_days(published: date | None) -> set[int]:
    """Return the month-days of what a report of that day is likely about: the day itself and the two before."""
    if published is None:
        return set()
    days = (date.fromordinal(max(1, published.toordinal() - back)) for back in range(NEWS_DAYS))
    return {day.month * 100 + day.day for day in days}


def _valid(clue: DateClue) -> date | None:
    try:
        return date(clue.year or 0, clue.month or 0, clue.day or 0)
    except ValueError:
        return None
