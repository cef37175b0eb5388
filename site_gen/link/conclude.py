"""The day of an event, concluded across its articles, and publication dates that rest on it.

Articles that state when they were published turn "Thursday" and "yesterday" into days, and vote. Where none does, a
month and day in one, a weekday in others and a year that all of them allow can still leave one single day.

Invariants: a conclusion is inferred and says how in its note; where the clues contradict one another or leave two days
there is none; a publication date that rests on an event's day is approximate (``~``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from ..model import Basis, Brief, DateClue, Event, Evidence, Sourced, edtf
from .calendar import WEEKDAYS, Year, day_of, in_words, valid, year_of

LEAD_BLOCKS = frozenset({"p1", "p2"})
EARLY_BLOCKS = frozenset({"p3", "p4"})
LEAD_VOTE, EARLY_VOTE, LATER_VOTE = 1.0, 0.7, 0.3
"""What opens a report tells its day; what stands deep in it is mostly background."""
PUBLISHED_VOTE = 0.1
"""For the day of publication and the day before, where the clues alone are equal."""
MIN_VOTES = 1.0
MARGIN = 1.2
"""The day must have this many times the votes of any other."""
REPORT_DAYS = 10
"""A report of an event comes within so many days; a month and day further back is background."""
CLOSE_DAYS = 3
"""Publications as close as this date an event by themselves, about."""

T = TypeVar("T")
Clues = Mapping[str, tuple[DateClue, ...]]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A concluded day, and on what it rests."""

    day: date
    is_about: bool
    rule: str
    note: str
    articles: tuple[str, ...]


def conclude(event: Event, briefs: Iterable[Brief], clues: Clues) -> Event:
    """Return the event with its date, and the publication dates of undated articles that rest on it.

    An event whose clues are not enough, or contradict one another, comes back as it was.
    """
    known = {brief.id: brief for brief in briefs}
    articles = [known[i] for i in event.articles if i in known]
    published = {b.id: day for b in articles if (day := _published_day(b)) is not None}
    found = (
        _by_votes(articles, published, clues)
        or _in_reach(_by_calendar(articles, clues), articles)
        or _by_publication(articles, published)
    )
    if found is None:
        return event
    value = found.day.isoformat() + ("~" if found.is_about else "")
    evidence = Evidence(found.rule, articles=found.articles, note=found.note)
    return replace(
        event,
        date=Sourced(value, Basis.INFERRED, evidence),
        published=() if found.is_about else tuple(_rests_on(articles, found, clues)),
    )


@dataclass(frozen=True, slots=True)
class DayTold:
    """The day that articles without dates tell together, and those of them that bear it out."""

    day: date
    articles: tuple[str, ...]


def day_told(clues: Clues) -> DayTold | None:
    """Return the one day that articles of no known date leave by their clues alone; None where they leave none, or two."""
    found = _calendar_day(tuple(clues), [(id, clue) for id, mine in clues.items() for clue in mine])
    return None if found is None else found[0]


def _published_day(brief: Brief) -> date | None:
    bounds = edtf.bounds(brief.published) if brief.published else None
    return bounds[0] if bounds and bounds[0] == bounds[1] else None


def _vote(clue: DateClue) -> float:
    if clue.block in LEAD_BLOCKS:
        return LEAD_VOTE
    return EARLY_VOTE if clue.block in EARLY_BLOCKS else LATER_VOTE


def _by_votes(articles: list[Brief], published: Mapping[str, date], clues: Clues) -> Conclusion | None:
    """The day that the clues of dated articles point at, undated articles agreeing or not."""
    if not published:
        return None
    votes: dict[date, dict[str, float]] = {}
    for brief in articles:
        if brief.id in published:
            for day, vote in _days_told(published[brief.id], clues.get(brief.id, ())).items():
                votes.setdefault(day, {})[brief.id] = vote
    for day, voters in votes.items():
        for brief in articles:
            if brief.id not in published and (agrees := _agreement(day, clues.get(brief.id, ()))):
                voters[brief.id] = agrees
    ranked = sorted(
        ((_sum(day, voters, published), day) for day, voters in votes.items()), key=lambda v: (-v[0], v[1])
    )
    if not ranked or ranked[0][0] < MIN_VOTES or (len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]):
        return None
    day = ranked[0][1]
    told = tuple(b.id for b in articles if b.id in votes[day])
    return Conclusion(day, False, "days-told", _votes_note(day, articles, published, clues, set(told)), told)


def _sum(day: date, voters: Mapping[str, float], published: Mapping[str, date]) -> float:
    near = any(0 <= (p - day).days <= 1 for p in published.values())
    return round(sum(voters.values()) + (PUBLISHED_VOTE if near else 0), 6)


def _days_told(published: date, clues: tuple[DateClue, ...]) -> dict[date, float]:
    """The days that an article of a known date tells, each with its strongest vote."""
    told: dict[date, float] = {}
    for clue in clues:
        day = day_of(clue, published)
        if day is not None and 0 <= (published - day).days <= REPORT_DAYS:
            told[day] = max(told.get(day, 0.0), _vote(clue))
    return told


def _agreement(day: date, clues: tuple[DateClue, ...]) -> float:
    """Vote of an undated article for a day: the strongest of its clues that name it."""
    return max((_vote(c) for c in clues if _names(c, day)), default=0.0)


def _names(clue: DateClue, day: date) -> bool:
    """Whether a clue by itself can mean the day."""
    if clue.kind == "weekday":
        return clue.weekday == day.weekday() and not clue.is_ahead
    if clue.kind == "month_day":
        return (clue.month, clue.day) == (day.month, day.day)
    return clue.kind == "day" and (clue.year, clue.month, clue.day) == (day.year, day.month, day.day)


def _by_calendar(articles: list[Brief], clues: Clues) -> Conclusion | None:
    """The one day that a month and day, a weekday and the years of undated articles leave."""
    all_clues = [(b.id, c) for b in articles for c in clues.get(b.id, ())]
    found = _calendar_day([b.id for b in articles], all_clues)
    if found is None:
        return None
    told, year = found
    day, used = told.day, told.articles
    if year is None:
        return Conclusion(
            day, False, "day-told", f"{_who(articles, used)} {_verb(articles, used)} {in_words(day)}.", used
        )
    return Conclusion(day, False, "calendar", _calendar_note(day, articles, all_clues, year.note), used)


def _in_reach(found: Conclusion | None, articles: list[Brief]) -> Conclusion | None:
    """A day told, unless it is long before what is known of publications, or after: that is background, or a caption's."""
    known = [b for brief in articles if brief.published and (b := edtf.bounds(brief.published))]
    if found is None or not known:
        return found
    first = min(earliest.toordinal() for earliest, _ in known) - REPORT_DAYS
    return found if first <= found.day.toordinal() and found.day <= max(last for _, last in known) else None


def _calendar_day(
    ids: Iterable[str], all_clues: list[tuple[str, DateClue]]
) -> tuple[DayTold, Year | None] | None:
    """The day that clues leave, with the articles that bear it out; and the year, where it had to be concluded."""
    full = _strongest(
        [(i, c, (c.year, c.month, c.day)) for i, c in all_clues if c.year and c.month and c.day]
    )
    weekday = _strongest([(i, c, c.weekday) for i, c in all_clues if c.kind == "weekday" and not c.is_ahead])
    year: Year | None = None
    if full is not None:
        day = valid(*full)
        if day is not None and weekday not in (None, day.weekday()) and not _is_named(all_clues, day):
            return None
    else:
        day, year = _without_year(weekday, all_clues)
    if day is None:
        return None
    bearers = {i for i, c in all_clues if _names(c, day)} | set(year.articles if year else ())
    return DayTold(day, tuple(i for i in ids if i in bearers)), year


def _without_year(
    weekday: int | None, all_clues: list[tuple[str, DateClue]]
) -> tuple[date | None, Year | None]:
    """The day that a month, its day and a weekday leave, and its year; None twice where they leave none."""
    month_day = _strongest(
        [(i, c, (c.month, c.day)) for i, c in all_clues if c.month and c.day and not c.year]
    )
    if month_day is None or weekday is None:
        return None, None
    year = year_of(*month_day, weekday, all_clues)
    return (date(year.year, *month_day), year) if year else (None, None)


def _is_named(all_clues: list[tuple[str, DateClue]], day: date) -> bool:
    """Whether a weekday in some lead is that of the day."""
    return any(c.kind == "weekday" and _names(c, day) and c.block in LEAD_BLOCKS for _, c in all_clues)


def _strongest(told: list[tuple[str, DateClue, T]]) -> T | None:
    """The value with the most votes, an article voting once for each; None where two are equal or none opens a report."""
    votes: dict[T, dict[str, float]] = {}
    for article, clue, value in told:
        mine = votes.setdefault(value, {})
        mine[article] = max(mine.get(article, 0.0), _vote(clue))
    sums = sorted(((-round(sum(v.values()), 6), repr(value)), value) for value, v in votes.items())
    if not sums or -sums[0][0][0] < MIN_VOTES:
        return None
    if len(sums) > 1 and -sums[0][0][0] < MARGIN * -sums[1][0][0]:
        return None
    return sums[0][1]


def _by_publication(articles: list[Brief], published: Mapping[str, date]) -> Conclusion | None:
    """About the day of the first report, where two or more came close together and none tells the day."""
    days = sorted(published.values())
    if len(days) < 2 or days[-1] - days[0] > timedelta(days=CLOSE_DAYS):
        return None
    first = tuple(b.id for b in articles if published.get(b.id) == days[0])
    note = f"No article makes the day certain; the first report, {_who(articles, first)}, was published on {in_words(days[0])}."
    return Conclusion(days[0], True, "first-report", note, tuple(b.id for b in articles if b.id in published))


def _rests_on(articles: list[Brief], found: Conclusion, clues: Clues) -> Iterable[tuple[str, Sourced[str]]]:
    """Publication dates of undated articles whose own clues agree with the event's day, and do not contradict it."""
    for brief in articles:
        mine = clues.get(brief.id, ())
        agreeing = [c for c in mine if _names(c, found.day)]
        if brief.published is not None or not agreeing or _contradicts(mine, found.day):
            continue
        clue = max(agreeing, key=lambda c: (_vote(c), -c.span[0]))
        note = f"It says “{clue.text}”, and the event it reports is dated {in_words(found.day)} across {len(articles)} articles."
        evidence = Evidence("event-date", (clue.span,), articles=found.articles, note=note)
        yield brief.id, Sourced(found.day.isoformat() + "~", Basis.INFERRED, evidence)


def _contradicts(clues: tuple[DateClue, ...], day: date) -> bool:
    """Whether the lead names another day, and not this one."""
    told = (c for c in clues if c.block in LEAD_BLOCKS and not c.is_ahead)
    telling = [c for c in told if c.kind in ("weekday", "month_day", "day")]
    return bool(telling) and not any(_names(c, day) for c in telling)


def _who(articles: list[Brief], ids: Iterable[str]) -> str:
    """Outlets of the articles, in order, those without one last: "A, B and C". No headline: its article may be taken down later."""
    wanted = set(ids)
    sources = [b.source for b in articles if b.id in wanted]
    names = list(dict.fromkeys(source for source in sources if source))
    unknown = sources.count(None)
    if unknown:
        names.append(
            "a report of an unknown outlet" if unknown == 1 else f"{unknown} reports of unknown outlets"
        )
    return (
        names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "no article"
    )


def _verb(articles: list[Brief], ids: Iterable[str]) -> str:
    """The verb of what ``_who`` gives: two reports of one outlet are one outlet that says."""
    wanted = set(ids)
    return "says" if len({b.source or b.id for b in articles if b.id in wanted}) == 1 else "say"


def _votes_note(
    day: date, articles: list[Brief], published: Mapping[str, date], clues: Clues, voters: set[str]
) -> str:
    parts: dict[str, list[str]] = {}
    for brief in articles:
        if brief.id in voters:
            parts.setdefault(_telling(brief, published.get(brief.id), clues, day), []).append(brief.id)
    said = "; ".join(f"{_who(articles, ids)} {_verb(articles, ids)} {text}" for text, ids in parts.items())
    return f"{said}."


def _telling(brief: Brief, published: date | None, clues: Clues, day: date) -> str:
    mine = clues.get(brief.id, ())
    fits = [c for c in mine if (day_of(c, published) == day if published else _names(c, day))]
    text = max(fits, key=lambda c: (_vote(c), -c.span[0])).text
    return f"“{text}” (published {in_words(published)})" if published else f"“{text}”"


def _calendar_note(
    day: date, articles: list[Brief], all_clues: list[tuple[str, DateClue]], year_note: str
) -> str:
    """How the day was found, in one sentence."""
    dated = sorted({i for i, c in all_clues if c.kind == "month_day" and _names(c, day)})
    weekday = sorted({i for i, c in all_clues if c.kind == "weekday" and _names(c, day)})
    return (
        f"{_who(articles, dated)} {_verb(articles, dated)} {day.day} {in_words(day).split()[1]}, "
        f"{_who(articles, weekday)} {_verb(articles, weekday)} {WEEKDAYS[day.weekday()]}; {year_note}."
    )
