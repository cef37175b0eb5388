"""Archives most of whose articles have no counterpart: captures of many things, as folders often are.

Drawn from the development sets, one report an event, and background articles; all that are dated lie twelve days or more
apart, so that no two report one event. With events, some of the articles are reports of a few events; without, every link
is wrong. The same of web pages of the cleaning sets (guides, notes, reports, in English and German, nearly all of another
site): nothing is learned from these.
"""

from __future__ import annotations

import pickle
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import cleaning_data
from benchmarks.linking_data import code
from benchmarks.linking_draws import Draw, articles_of
from benchmarks.linking_far import Pair
from site_gen import clean, describe, link
from site_gen.link.corpus import NO_DAY, first_day
from site_gen.settings import CleanSettings

SIZES = (10, 30, 120)
"""Articles of an archive."""
APART_DAYS = 12
LEAST_DRAWS = 4
MOST = 5
"""Reports of an event."""
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
    """Yield archives of each size of pages alone, dated as given and undated."""
    chosen = random.Random(seed)
    for size in SIZES:
        for _ in range(_fewer(count, size)):
            pairs = _apart(chosen.sample(own, len(own)), [], size)
            yield from _dated_and_not(f"{size} pages", pairs)


def stranger_draws(
    gold: dict[str, str], own: list[Pair], others: list[Pair], *, count: int, seed: int
) -> Iterator[Draw]:
    """Yield archives of each size, without and with events, dated as given and undated; of larger ones fewer."""
    by_id = {brief.id: (brief, seen) for brief, seen in own}
    events = articles_of(gold)
    chosen = random.Random(seed)
    for size in SIZES:
        for has_events in (False, True):
            for _ in range(_fewer(count, size)):
                mine = chosen.sample(sorted(events), max(1, size // 20)) if has_events else []
                pairs = [by_id[i] for e in mine for i in chosen.sample(events[e], min(len(events[e]), MOST))]
                single = [by_id[chosen.choice(events[e])] for e in sorted(events) if e not in mine]
                pairs += _apart(
                    chosen.sample(single + others, len(single) + len(others)), pairs, size - len(pairs)
                )
                kind = f"{size} strangers{' and a few events' if has_events else ''}"
                yield from _dated_and_not(kind, pairs)


def _fewer(count: int, size: int) -> int:
    """How many archives of a size are drawn where ``count`` of the smallest are."""
    return max(LEAST_DRAWS, count * SIZES[0] // size)


def _dated_and_not(kind: str, pairs: list[Pair]) -> Iterator[Draw]:
    """An archive as it is, and without its dates."""
    prints = [seen for _, seen in pairs]
    yield Draw(kind, [brief for brief, _ in pairs], prints)
    yield Draw(f"{kind}, undated", [replace(brief, published=None) for brief, _ in pairs], prints)


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
