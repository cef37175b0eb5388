"""Archives most of whose articles have no counterpart: captures of many things, as folders often are.

Drawn from the development sets, one report an event, and background articles; all that are dated lie twelve days or more
apart, so that no two report one event. With events, some of the articles are reports of a few events; without, every link
is wrong. Each comes as it is dated, without its dates, and with dates moved into one week, as captures of a few days have them.
The same of web pages of the cleaning sets (guides, notes, reports, in English and German, nearly all of another
site): nothing is learned from these.
"""

from __future__ import annotations

import pickle
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks import cleaning_data
from benchmarks.linking_data import code
from benchmarks.linking_draws import Draw, articles_of
from benchmarks.linking_far import Pair
from site_gen import clean, describe, link
from site_gen.link.corpus import NO_DAY, first_day
from site_gen.model import Brief
from site_gen.settings import CleanSettings

SIZES = (10, 30, 120)
"""Articles of an archive."""
APART_DAYS = 12
LEAST_DRAWS = 4
MOST = 5
"""Reports of an event."""
WEEK, DAYS = date(2021, 3, 1).toordinal(), 7
"""The week into which dates are moved."""
OF_A_WEEK = ", of one week"
PAGES = ("wcxb", "traf")
"""Cleaning sets whose pages are of a site each, nearly all."""


def pages(data: Path, cache: Path | None) -> list[Pair]:
    """Return the pages of PAGES, cleaned and described; kept in ``cache`` where a folder is given."""
    sites: dict[str, list[cleaning_data.Example]] = defaultdict(list)
    for name in PAGES:
        for example in cleaning_data.load(name, data):
            sites[example.site].append(example)
    kept = cache / f"pages-{code().hex()[:12]}.pickle" if cache else None
    if kept is not None and kept.exists():
        found: list[Pair] = pickle.loads(kept.read_bytes())
        return found
    made = [pair for _, examples in sorted(sites.items()) for pair in _described(examples)]
    if kept is not None:
        kept.write_bytes(pickle.dumps(made))
    return made


def _described(examples: list[cleaning_data.Example]) -> Iterator[Pair]:
    captures = [cleaning_data.capture(example) for example in examples]
    for capture, body in zip(captures, clean.bodies(captures, CleanSettings()), strict=True):
        article, _ = describe.article(capture, body)
        yield describe.brief(article), link.fingerprint(article)


def page_draws(own: list[Pair], *, count: int, seed: int) -> Iterator[Draw]:
    """Yield archives of each size of pages alone, dated as given, undated, and of one week."""
    chosen, moves = random.Random(seed), random.Random(seed)
    for size in SIZES:
        for _ in range(_fewer(count, size)):
            pairs = _apart(chosen.sample(own, len(own)), [], size)
            yield from _dated_and_not(f"{size} pages", [[pair] for pair in pairs], moves)


def stranger_draws(
    gold: dict[str, str], own: list[Pair], others: list[Pair], *, count: int, seed: int
) -> Iterator[Draw]:
    """Yield archives of each size, without and with events, dated as given, undated, and of one week; of larger ones fewer."""
    by_id = {brief.id: (brief, seen) for brief, seen in own}
    events = articles_of(gold)
    chosen, moves = random.Random(seed), random.Random(seed)
    for size in SIZES:
        for has_events in (False, True):
            for _ in range(_fewer(count, size)):
                mine = chosen.sample(sorted(events), max(1, size // 20)) if has_events else []
                groups = [
                    [by_id[i] for i in chosen.sample(events[e], min(len(events[e]), MOST))] for e in mine
                ]
                pairs = [pair for group in groups for pair in group]
                single = [by_id[chosen.choice(events[e])] for e in sorted(events) if e not in mine]
                apart = _apart(
                    chosen.sample(single + others, len(single) + len(others)), pairs, size - len(pairs)
                )
                kind = f"{size} strangers{' and a few events' if has_events else ''}"
                yield from _dated_and_not(kind, groups + [[pair] for pair in apart], moves)


def _fewer(count: int, size: int) -> int:
    """How many archives of a size are drawn where ``count`` of the smallest are."""
    return max(LEAST_DRAWS, count * SIZES[0] // size)


def _dated_and_not(kind: str, groups: list[list[Pair]], moves: random.Random) -> Iterator[Draw]:
    """An archive of groups of reports as it is, without its dates, and with dates of one week."""
    prints = [seen for group in groups for _, seen in group]
    briefs = [brief for group in groups for brief, _ in group]
    yield Draw(kind, briefs, prints)
    yield Draw(f"{kind}, undated", [replace(brief, published=None) for brief in briefs], prints)
    moved = [brief for group in groups for brief in _moved([brief for brief, _ in group], moves)]
    yield Draw(f"{kind}{OF_A_WEEK}", moved, prints)


def _moved(reports: list[Brief], moves: random.Random) -> list[Brief]:
    """Reports of one event as if the first were of a day of the week, with the days between them; one alone gets a date."""
    days = [first_day(brief.published) for brief in reports]
    first = min((day for day in days if day != NO_DAY), default=NO_DAY)
    start = WEEK + moves.randrange(DAYS)
    told = [
        date.fromordinal(start + day - first).isoformat() if day != NO_DAY or len(reports) == 1 else None
        for day in days
    ]
    return [replace(brief, published=day, url=None) for brief, day in zip(reports, told, strict=True)]


def _apart(order: list[Pair], beside: list[Pair], count: int) -> list[Pair]:
    """The first so many whose dates lie days apart from one another and from those beside them."""
    days = [first_day(brief.published) for brief, _ in beside]
    picked: list[Pair] = []
    for pair in order:
        day = first_day(pair[0].published)
        if len(picked) < count and (day == NO_DAY or all(abs(day - other) >= APART_DAYS for other in days)):
            picked.append(pair)
            days.append(day)
    return picked
