"""Events chained into stories: how something went on, told by the rare names and words its events share.

Each event looks for the earlier event most like it (undated events for any), and what is so connected is one story.

Invariants: an event belongs to one story at most; a story has two events or more, in order of their dates.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from ..model import Because, Event, Sourced, Story, edtf
from .columns import flags, unit
from .corpus import NO_DAY, Corpus
from .decide import joined
from .story_title import headline_words, title_of

MAX_DAYS = 120
"""Longest pause within a story; the next report after it begins another."""
MIN_LIKENESS = 0.2
"""Cosine of the events' words. Set by judgement: there is no development set of stories, only the sample archive's four."""
MIN_NAMES = 2
"""Rare names that two chained events have in common."""
NAMED_SHARE, ROUNDING = 0.3, 1e-6
"""A name is an event's where this share of its articles has it."""
RARE_SHARE = 0.2
"""A name in more than this share of all events of a larger archive connects nothing."""
MOST_EVENTS = 60
"""A name in more events than this is no way from one to another: bounds the work for an event."""
BLOCK = 50
"""Events looked up at once: each may meet hundreds of others."""
EVENTS = 1_000
"""Events whose means are made at once."""
PAIRS = 1_000
"""Pairs of events compared at once: each event has some hundreds of words."""
SMALL = 20
"""Archives with fewer events have no common names."""

Matrix = Any


def stories(corpus: Corpus, groups: list[tuple[Event, tuple[int, ...]]]) -> tuple[Story, ...]:
    """Return the stories of the events given with their rows, in order of their ids."""
    if len(groups) < 2:
        return ()
    member = _members(corpus, [rows for _, rows in groups])
    words = unit(_means(member, corpus.terms))
    names = _names(corpus, member)
    days = np.array([_day(corpus, rows) for _, rows in groups])
    links = _links(words, names, days)
    headlines = headline_words(_headlines(corpus, event, rows) for event, rows in groups)
    made = [
        _story(corpus, [groups[i] for i in chain], names[list(chain)], headlines)
        for chain in joined(len(groups), links)
    ]
    return tuple(sorted(made, key=lambda story: story.id))


def _members(corpus: Corpus, groups: list[tuple[int, ...]]) -> Matrix:
    """A row an event, 1 / size where an article belongs to it."""
    data = [1 / len(rows) for rows in groups for _ in rows]
    owner = [number for number, rows in enumerate(groups) for _ in rows]
    shape = (len(groups), len(corpus))
    return csr_matrix(
        (data, (owner, [row for rows in groups for row in rows])), shape=shape, dtype=np.float32
    )


def _means(member: Matrix, rows: Matrix) -> Matrix:
    """The mean row of each event's articles, float32.

    Some events at a time, because the rows of their articles are copied; put together without holding all twice.
    """
    sizes, columns, values = [], [], []
    for first in range(0, member.shape[0], EVENTS):
        some = member[first : first + EVENTS]
        held = np.unique(some.indices)
        part = some[:, held] @ rows[held]
        sizes.append(np.diff(part.indptr))
        columns.append(part.indices)
        values.append(part.data)
    indptr = np.concatenate([[0], np.cumsum(np.concatenate(sizes))])
    data = np.concatenate(values)
    values.clear()
    return csr_matrix((data, np.concatenate(columns), indptr), shape=(member.shape[0], rows.shape[1]))


def _names(corpus: Corpus, member: Matrix) -> Matrix:
    """Names of a third of an event's articles or more, by rarity; names of too many events left out."""
    share = _means(member, flags(corpus.mentions))
    share.data = (share.data >= NAMED_SHARE - ROUNDING).astype(float)
    share.eliminate_zeros()
    events = np.bincount(share.indices, minlength=share.shape[1])
    count = share.shape[0]
    usual = events > (min(RARE_SHARE * count, MOST_EVENTS) if count >= SMALL else count)
    rarity = np.where(usual, 0.0, np.log((count + SMALL) / (events + 0.5)))
    share.data = share.data * rarity[share.indices]
    share.eliminate_zeros()
    return share


def _day(corpus: Corpus, rows: tuple[int, ...]) -> int:
    known = [int(corpus.first_day[row]) for row in rows if corpus.first_day[row] != NO_DAY]
    return int(np.median(known)) if known else NO_DAY


def _links(words: Matrix, names: Matrix, days: Any) -> list[tuple[int, int]]:
    """Each event with the most alike that is not later than it."""
    found = []
    named = flags(names)
    across = named.T.tocsr()
    for start in range(0, words.shape[0], BLOCK):
        common = (named[start : start + BLOCK] @ across).tocsr()
        common.data = np.where(common.data >= MIN_NAMES, 1.0, 0.0)
        common.eliminate_zeros()
        pairs = common.tocoo()
        a, b = pairs.row + start, pairs.col
        kept = (a != b) & _follows(days[b], days[a])
        a, b = a[kept], b[kept]
        alike = np.round(_alike(words, a, b), 5)
        best: dict[int, tuple[float, int]] = {}
        for one, other, value in zip(a.tolist(), b.tolist(), alike.tolist(), strict=True):
            if value >= MIN_LIKENESS and (one not in best or (-value, other) < best[one]):
                best[one] = (-value, other)
        found += [(one, other) for one, (_, other) in sorted(best.items())]
    return found


def _alike(words: Matrix, a: Any, b: Any) -> Any:
    """The cosine of the rows ``a`` and ``b``, pair by pair; some at a time, because both rows are copied for each."""
    parts = [slice(first, first + PAIRS) for first in range(0, len(a), PAIRS)]
    products = [np.asarray(words[a[part]].multiply(words[b[part]]).sum(axis=1)).ravel() for part in parts]
    return np.concatenate(products) if products else np.zeros(0)


def _follows(earlier: Any, later: Any) -> Any:
    """Whether one event may go on another. One without a day follows any, and only such follow it: it bridges no years."""
    between = later - earlier
    return (later == NO_DAY) | ((earlier != NO_DAY) & (between >= 0) & (between <= MAX_DAYS))


def _story(
    corpus: Corpus,
    chain: list[tuple[Event, tuple[int, ...]]],
    names: Matrix,
    headlines: Mapping[str, int],
) -> Story:
    ordered = sorted(chain, key=lambda item: (_day_key(corpus, item[1]), item[0].id))
    events = [event for event, _ in ordered]
    every = [row for _, rows in ordered for row in rows]
    shared = _shared_names(corpus, names)
    dates = sorted(
        (d for _, rows in chain for row in rows if (d := corpus.published[row])), key=edtf.sort_key
    )
    return Story(
        id="s-" + hashlib.sha256(min(e.id for e in events).encode()).hexdigest()[:12],
        title=title_of(
            [_headlines(corpus, event, rows) for event, rows in ordered],
            shared,
            _mentioned(corpus, every),
            headlines,
        )
        or events[0].title.value,
        events=tuple(event.id for event in events),
        from_date=dates[0][:10] if dates else None,
        to_date=dates[-1][:10] if dates else None,
        because=(Because("names", ", ".join(shared)),) if shared else (),
    )


def _day_key(corpus: Corpus, rows: tuple[int, ...]) -> tuple[bool, int]:
    day = _day(corpus, rows)
    return (day == NO_DAY, day)


def _headlines(corpus: Corpus, event: Event, rows: tuple[int, ...]) -> tuple[str, ...]:
    """The event's title and those of its articles."""
    return (event.title.value, *(corpus.titles[row] for row in rows))


def _mentioned(corpus: Corpus, rows: list[int]) -> dict[str, int]:
    """All names of these articles, as they are written, with the number of articles."""
    articles = np.bincount(corpus.mentions[rows].indices, minlength=len(corpus.name_list))
    found = ((corpus.name_list[c], int(articles[c])) for c in np.flatnonzero(articles))
    return {corpus.display.get(name, name): number for name, number in found}


def _shared_names(corpus: Corpus, names: Matrix) -> list[str]:
    """Names of two or more of the chain's events: of most events first, the rarest first among those."""
    total = np.asarray(names.sum(axis=0)).ravel()
    events = np.bincount(names.indices, minlength=names.shape[1])
    order = sorted(
        (-int(events[c]), -round(float(total[c]), 4), corpus.name_list[c]) for c in np.flatnonzero(events > 1)
    )
    return [corpus.display.get(name, name) for _, _, name in order[:8]]


def dated(story: Story, dates: dict[str, Sourced[str] | None]) -> Story:
    """Return the story with its events in order of the dates concluded for them, and its span from these."""
    known = {
        event: found.value for event, found in dates.items() if found is not None and event in story.events
    }
    events = tuple(sorted(story.events, key=lambda event: (edtf.sort_key(known.get(event)), event)))
    span = sorted(known.values(), key=edtf.sort_key)
    if not span:
        return replace(story, events=events)
    return replace(story, events=events, from_date=span[0], to_date=span[-1])
