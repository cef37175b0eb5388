"""Small archives in which words alone decide: an event, its reports undated or half of them, among dated reports of other times.

The reports of other times are background articles on the subject of the event, all dated a month or more from it and two weeks
or more from each other, so that each is known to report something else.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.linking_draws import LEAST, Draw, articles_of
from site_gen.link.corpus import NO_DAY, first_day
from site_gen.model import Brief, Fingerprint

FAR_DAYS, APART_DAYS = 30, 15
"""Days from the event's reports, and from each other."""
OTHERS, MOST = (3, 6, 12, 20), 5
"""Reports of other times in an archive; most reports of its event."""
ON_SUBJECT = 200
"""The likest so many reports are on the subject of an event."""
USUAL = 5
"""Articles that each name is taken to have beside those that do have it, so that the rarest do not decide alone."""
DATED, OTHERS_DATED = 0.5, 0.8
"""Share of the reports that keep their dates, where some do."""

Pair = tuple[Brief, Fingerprint]


def other_event(id: str) -> str:
    """The name of the event of which a background article is taken to be the only report."""
    return f"other {id}"


def far_draws(
    gold: dict[str, str], own: list[Pair], others: list[Pair], *, count: int, seed: int
) -> Iterator[Draw]:
    """Yield four archives for each of so many events: on the subject or the likest, all reports undated or some dated."""
    by_id = {brief.id: (brief, seen) for brief, seen in own}
    events = articles_of(gold)
    background = _Background(others)
    chosen = random.Random(seed)
    fit = [e for e, ids in sorted(events.items()) if len(ids) >= LEAST and _days([by_id[i] for i in ids])]
    for event in chosen.sample(fit, min(count, len(fit))):
        mine = [by_id[i] for i in chosen.sample(events[event], min(MOST, len(events[event])))]
        likest = background.likest(mine, _days([by_id[i] for i in events[event]]))
        for kind in ("subject", "likest"):
            order = (
                likest if kind == "likest" else chosen.sample(likest[:ON_SUBJECT], len(likest[:ON_SUBJECT]))
            )
            picked = _apart(order, chosen.choice(OTHERS))
            for dated in ("undated", "partly dated"):
                shares = (0.0, 1.0) if dated == "undated" else (DATED, OTHERS_DATED)
                parts = [*_some_dated(mine, shares[0], chosen), *_some_dated(picked, shares[1], chosen)]
                yield Draw(f"{kind}, {dated}", [b for b, _ in parts], [p for _, p in parts])


def _days(pairs: list[Pair]) -> list[int]:
    days = (first_day(brief.published) for brief, _ in pairs)
    return [day for day in days if day != NO_DAY]


def _apart(order: list[Pair], count: int) -> list[Pair]:
    """The first so many that lie days apart from one another."""
    picked: list[Pair] = []
    days: list[int] = []
    for pair in order:
        (day,) = _days([pair])
        if len(picked) < count and all(abs(day - other) >= APART_DAYS for other in days):
            picked.append(pair)
            days.append(day)
    return picked


def _some_dated(pairs: list[Pair], share: float, chosen: random.Random) -> list[Pair]:
    return [(b if chosen.random() < share else replace(b, published=None), p) for b, p in pairs]


class _Background:
    """Dated articles of which nobody knows the events, by the names and title words that they share with one."""

    def __init__(self, others: list[Pair]) -> None:
        self._dated = [(pair, *_days([pair])) for pair in others if _days([pair])]
        self._words = [_words(pair) for pair, _ in self._dated]
        self._usual = Counter(word for words in self._words for word in words)

    def likest(self, mine: list[Pair], days: list[int]) -> list[Pair]:
        """Return those a month or more from all of these days, the likest first."""
        counts = Counter(word for pair in mine for word in _words(pair))
        wanted = {word for word, count in counts.items() if count >= max(2, len(mine) / 2)}
        found = []
        for (pair, day), words in zip(self._dated, self._words, strict=True):
            if min(abs(day - mine_day) for mine_day in days) > FAR_DAYS:
                alike = sum(1 / (USUAL + self._usual[word]) for word in sorted(words & wanted))
                found.append((-round(alike, 9), pair[0].id, pair))
        return [pair for _, _, pair in sorted(found, key=lambda row: row[:2])]


def _words(pair: Pair) -> set[str]:
    return {*pair[1].title_terms, *(name for name, _ in pair[1].names)}
