"""Dated articles whose date contradicts the day that the undated reports of their group tell together.

Undated articles are compared by their words, and in a small archive words alone decide: a report of the same war two years
before may join. Together its undated reports may tell their day all the same (a month and day, a weekday, the age of the war);
an article dated months away from it does not report that day. It is kept apart, and the event says why.

Invariants: two undated reports or more bear the day out, and twice as many as are kept apart; an article that names the day
stays (a date changed later, a look back), and so does what a person put there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .columns import entries
from .conclude import day_told
from .corpus import NO_DAY, Corpus, first_day
from .decide import Verdicts
from .when_told import unpacked

FAR_DAYS = 60
"""Reports of a search or an inquiry may follow an event by weeks. A judgement."""
LEAST_BEARERS = 2
BEARERS_EACH = 2
"""So many undated reports must bear the day out for each article that is kept apart."""


@dataclass(frozen=True, slots=True)
class OutOfTime:
    """An article kept apart from a group of undated reports, and the day that these tell."""

    row: int
    group: tuple[int, ...]
    """The rows that it is kept apart from."""
    day: date


def out_of_time(corpus: Corpus, groups: Iterable[tuple[int, ...]], said: Verdicts) -> tuple[OutOfTime, ...]:
    """Return the articles of groups that their dates contradict, in order of the groups and rows."""
    decided = {row for a, b, _ in said.same for row in (a, b)}
    return tuple(found for rows in groups for found in _of_group(corpus, rows, decided))


def _of_group(corpus: Corpus, rows: tuple[int, ...], decided: set[int]) -> list[OutOfTime]:
    if len(rows) <= LEAST_BEARERS:
        return []
    days = {row: first_day(corpus.published[row]) for row in rows}
    undated = [row for row in rows if days[row] == NO_DAY]
    if len(undated) < LEAST_BEARERS or len(undated) == len(rows):
        return []
    clues = {corpus.ids[row]: unpacked(corpus.time_told[row]) for row in undated}
    told = day_told(clues)
    if told is None or len(told.articles) < LEAST_BEARERS:
        return []
    day = told.day.toordinal()
    far = [
        row
        for row in rows
        if days[row] != NO_DAY
        and abs(days[row] - day) > FAR_DAYS
        and row not in decided
        and told.day.month * 100 + told.day.day not in entries(corpus.named_days, row)[0]
    ]
    if BEARERS_EACH * len(far) > len(told.articles):
        return []
    rest = tuple(row for row in rows if row not in far)
    return [OutOfTime(row, rest, told.day) for row in far]
