"""Mentions of time resolved: against a publication date, or against the calendar and each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..language import fold
from ..model import DateClue

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR, YEARS_AFTER = 1800, 60
"""Years tried: from the first newspapers an archive is likely to hold to this long after the last year named."""
MIN_AGE_YEARS = 2
"""A younger thing tells the year no better than the year itself."""
_LESS = frozenset({"nearly", "almost", "close to", "less than", "under", "not yet"})
_MORE = frozenset({"more than", "over", "at least", "above"})


def in_words(day: date) -> str:
    """ "22 December 2016"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(clue: DateClue, published: date) -> date | None:
    """Return the day a clue means in an article published that day; None where it names no single day.

    A weekday is the last one up to the day of publication, one that is still to come the first from then on; a month
    and day the nearest such day.
    """
    if clue.kind == "weekday" and clue.weekday is not None and clue.is_ahead:
        return days_from(published, (clue.weekday - published.weekday()) % 7)
    if clue.kind == "weekday" and clue.weekday is not None:
        return days_from(published, -((published.weekday() - clue.weekday) % 7))
    if clue.kind == "relative" and clue.offset_days is not None:
        return days_from(published, clue.offset_days)
    if clue.month is None or clue.day is None:
        return None
    if clue.kind == "day" and clue.year is not None:
        return valid(clue.year, clue.month, clue.day)
    if clue.kind == "month_day":
        near = [valid(published.year + shift, clue.month, clue.day) for shift in (-1, 0, 1)]
        return min((d for d in near if d), key=lambda d: abs((d - published).days), default=None)
    return None


def days_from(day: date, days: int) -> date | None:
    """The day so many days later; None beyond the years 1 to 9999: records without a date often give the year 1."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def valid(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Year:
    """The one year that is left, how, and the articles it rests on."""

    year: int
    note: str
    articles: tuple[str, ...]


def year_of(month: int, day: int, weekday: int, clues: Iterable[tuple[str, DateClue]]) -> Year | None:
    """Return the one year in which that day falls on that weekday and that the clues of all articles allow.

    An age and a beginning ("nearly six-year", "2011") leave one or two years; or the year is named itself, in two
    articles or in a lead, and is the last one named. None where no year or more than one is left.
    """
    told = list(clues)
    named = [(i, c) for i, c in told if c.kind in ("year", "since", "day") and c.year is not None]
    if not named:
        return None
    last = max(c.year or 0 for _, c in named)
    fitting = [
        y
        for y in range(max(FIRST_YEAR, min(c.year or 0 for _, c in named)), last + YEARS_AFTER)
        if (d := valid(y, month, day)) and d.weekday() == weekday
    ]
    return _by_age(fitting, named, told, (month, day, weekday)) or _by_name(fitting, named, last)


def _by_age(
    fitting: list[int],
    named: list[tuple[str, DateClue]],
    told: list[tuple[str, DateClue]],
    when: tuple[int, int, int],
) -> Year | None:
    """The year in which what began in a named year had an age that is told; None where none fits best."""
    matches = _matches(fitting, named, told)
    year = _best_borne_out(matches)
    if year is None:
        return None
    _, began, _, age = max(matches[year], key=lambda m: (m[3].qualifier is not None, -(m[1].year or 0)))
    used = tuple(sorted({a for m in matches[year] for a in (m[0], m[2])}))
    nearby = ", ".join(str(y) for y in fitting if abs(y - year) <= 7)
    month, day, weekday = when
    note = (
        f"{day} {MONTHS[month - 1]} was a {WEEKDAYS[weekday]} in {nearby}, "
        f"and “{began.text}” with “{age.text}” leaves {year}"
    )
    return Year(year, note, used)


_Match = tuple[str, DateClue, str, DateClue]
"""An article and the year that it names, an article and the age that it tells."""


def _matches(
    fitting: list[int], named: list[tuple[str, DateClue]], told: list[tuple[str, DateClue]]
) -> dict[int, list[_Match]]:
    """For each fitting year the named years and ages, of one thing, that lead to it."""
    ages = [
        (i, c) for i, c in told if c.kind == "age_years" and c.years is not None and c.years >= MIN_AGE_YEARS
    ]
    matches: dict[int, list[_Match]] = {}
    for i, began in named:
        for j, age in ages:
            if began.of and age.of and fold(began.of) != fold(age.of):
                continue
            low, high = _reach(began.year or 0, age)
            for y in fitting:
                if low <= y <= high:
                    matches.setdefault(y, []).append((i, began, j, age))
    return matches


def _best_borne_out(matches: dict[int, list[_Match]]) -> int | None:
    """The year with the strongest matches; None where there is none or two are equal."""
    strength = {y: _strength(found) for y, found in matches.items()}
    best = sorted(strength, key=lambda y: (-strength[y][0], -strength[y][1], y))
    if not best or (len(best) > 1 and strength[best[0]] == strength[best[1]]):
        return None
    return best[0]


def _reach(began: int, age: DateClue) -> tuple[int, int]:
    """First and last year in which what began in a year can be so old."""
    years = int(age.years or 0)
    if age.qualifier in _LESS:
        return began + years - 1, began + years
    if age.qualifier in _MORE:
        return began + years, began + years + 1
    return began + years - 1, began + years + 1


def _strength(found: list[tuple[str, DateClue, str, DateClue]]) -> tuple[int, int]:
    """Exact ages first, then how many articles bear it out."""
    exact = [m for m in found if m[3].qualifier is not None or (m[1].of and m[3].of)]
    return len({m[2] for m in exact}), len({(m[0], m[2]) for m in found})


def _by_name(fitting: list[int], named: list[tuple[str, DateClue]], last: int) -> Year | None:
    if last not in fitting:
        return None
    holders = {i for i, c in named if c.year == last and c.kind != "since"}
    leads = any(c.year == last and c.kind != "since" and c.block in {"p1", "p2"} for _, c in named)
    if len(holders) < 2 and not leads:
        return None
    return Year(
        last, f"that day falls on that weekday in {last}, the year that is named", tuple(sorted(holders))
    )
