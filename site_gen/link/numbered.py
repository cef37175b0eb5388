"""When an undated article was written, by the running number in its address.

Many outlets number their articles in one row: of two addresses the one with the larger number is the later. So an
article without a date lies between its neighbours in the row, and their days are known, or likely from the dated
articles most like them. A row counts up where its numbers and days rise together in one long chain; numbers that mean
nothing (digests, places in a list) make a chain no longer than the same row read backwards, and tell nothing.

In: addresses, days, likely days of undated articles. Out: of each article the first and the last day that it can be of.
It is used to compare, never shown as a date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np

from .corpus import NO_DAY

LEAST = 6
"""Articles that a chain must have."""
FORWARDS = 2.0
"""A row counts up where its chain weighs so many times that of the row read backwards. Of outlets in the development
sets the rows that count up have 2.5 and more, from likely days alone; one that has digests for numbers has 1.3."""
_ADDRESS = re.compile(r"^https?://(?:www\.|m\.|amp\.)?([^/?#]+)([^#]*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{5,12}(?!\d)")
"""Shorter ones are years and places in a list, longer ones are put together from several."""

Array = Any
Spans = dict[int, tuple[int, int]]
"""Article -> the first and the last day (ordinals) that it can be of."""
Points = list[tuple[int, int, float, int]]
"""Number, day, how likely the day is (0..1), article."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Of each article: the row it stands in (-1 where none), and its number there."""

    row: Array
    number: Array


def numbered(urls: tuple[str, ...]) -> Rows:
    """Return the row and number that each address gives: its host, and the longest number, of equal ones the first."""
    hosts: dict[str, int] = {}
    row, number = np.full(len(urls), -1, np.int64), np.zeros(len(urls), np.int64)
    for place, url in enumerate(urls):
        parts = _ADDRESS.match(url)
        found = _NUMBER.findall(parts[2]) if parts else []
        if parts and found:
            row[place] = hosts.setdefault(parts[1].lower(), len(hosts))
            number[place] = int(max(found, key=len))
    return Rows(row, number)


def spans(days: Array, rows: Rows, likely: tuple[Array, Array, Array]) -> Spans:
    """Return the first and last day of undated articles that stand in a row which counts up.

    ``days`` are NO_DAY where unknown; ``likely`` are articles, days and how likely each day is (0..1).
    """
    undated = np.flatnonzero((days == NO_DAY) & (rows.row >= 0))
    asked = set(rows.row[undated].tolist())
    points: dict[int, Points] = defaultdict(list)
    for article in np.flatnonzero((days != NO_DAY) & np.isin(rows.row, list(asked))).tolist():
        points[int(rows.row[article])].append((int(rows.number[article]), int(days[article]), 1.0, article))
    for article, day, share in zip(*(column.tolist() for column in likely), strict=True):
        if rows.row[article] >= 0:
            points[int(rows.row[article])].append((int(rows.number[article]), day, share, article))
    chains = {row: chain for row in sorted(points) if (chain := _counting_up(points[row]))}
    found: Spans = {}
    for article in undated.tolist():
        span = _between(chains.get(int(rows.row[article]), []), int(rows.number[article]), article)
        if span:
            found[article] = span
    return found


def _counting_up(points: Points) -> Points:
    """The chain of a row that counts up; empty for another."""
    weight, chain = _heaviest(sorted(points))
    backwards, _ = _heaviest(sorted((-number, day, share, article) for number, day, share, article in points))
    return chain if len(chain) >= LEAST and weight >= FORWARDS * backwards else []


def _heaviest(points: Points) -> tuple[float, Points]:
    """Of points in order, the heaviest chain whose numbers rise and whose days do not fall, and its weight.

    A tree of prefix maxima over the days (Fenwick) makes it a matter of n log n.
    """
    place = {day: rank for rank, day in enumerate(sorted({point[1] for point in points}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(place) + 1)
    before: list[int] = []
    waiting: list[tuple[int, float, int]] = []
    for at, (number, day, weight, _) in enumerate(points):
        if at and points[at - 1][0] != number:
            _put(best, waiting)
        total, last = _up_to(best, place[day])
        before.append(last)
        waiting.append((place[day], total + weight, at))
    _put(best, waiting)
    total, at = _up_to(best, len(place))
    chain = []
    while at >= 0:
        chain.append(points[at])
        at = before[at]
    return total, chain[::-1]


def _up_to(best: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _put(best: list[tuple[float, int]], waiting: list[tuple[int, float, int]]) -> None:
    """Enter the ends of chains, all of one number: none of them continues another."""
    for rank, total, at in waiting:
        while rank < len(best):
            if total > best[rank][0]:
                best[rank] = (total, at)
            rank += rank & -rank
    waiting.clear()


def _between(chain: Points, number: int, article: int) -> tuple[int, int] | None:
    """The days of the neighbours of a number in a chain, the article itself left out; None at its ends."""
    low, high = 0, len(chain)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if chain[middle][0] < number else (low, middle)
    first, last = low - 1, low
    if last < len(chain) and chain[last][3] == article:
        last += 1
    return (chain[first][1], chain[last][1]) if first >= 0 and last < len(chain) else None
