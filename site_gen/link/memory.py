"""What an earlier linking found out, to be used again where all that it rests on is the same.

A pair of articles is scored from its two rows of the corpus and nothing else, an event is made from the rows of its
articles; each row has a *state*, a digest of everything in it. So what was found for two states holds as long as both
are there, whatever else came, went or changed. A memory is a cache: without it the same comes out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..model import Decision, Event
from .columns import entries
from .corpus import Corpus
from .decide import Verdicts
from .event import Group, Scored, event

STATE_BYTES = 16

Array = Any


@dataclass(frozen=True, slots=True)
class Memory:
    """Arrays and events of one linking."""

    states: tuple[bytes, ...]
    """Of each article, in the order of their ids."""
    pairs: Array
    """int32 of shape (pairs, 2): the candidates, as places in ``states``; sorted."""
    odds: Array
    """Of each pair: the log-odds of what the two have in common by themselves, and as far as they have few rivals, in the
    first look and in the second, what rules took off, and what of it rules of text did (float32 of shape (pairs, 6))."""
    texts: Array
    """Of each pair: the likeness of their texts (float64)."""
    events: dict[bytes, Event]
    """Events by the digest of all they were made from."""


def to_bytes(memory: Memory) -> dict[str, bytes | memoryview]:
    """Return the arrays of a memory as bytes, by name, to be kept. Events are kept by the caller."""
    arrays = {"pairs": memory.pairs, "odds": memory.odds, "texts": memory.texts}
    views = {name: array.reshape(-1).view(np.uint8).data for name, array in arrays.items()}
    return {"states": b"".join(memory.states), **views}


def from_bytes(parts: Mapping[str, bytes], events: dict[bytes, Event]) -> Memory:
    """Return the memory that ``to_bytes`` made the bytes of."""
    joined = parts["states"]
    return Memory(
        tuple(joined[i : i + STATE_BYTES] for i in range(0, len(joined), STATE_BYTES)),
        np.frombuffer(parts["pairs"], np.int32).reshape(-1, 2),
        np.frombuffer(parts["odds"], np.float32).reshape(-1, 6),
        np.frombuffer(parts["texts"], np.float64),
        events,
    )


def states(corpus: Corpus, seals: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """Return the state of each row: a digest of its article's seal and of the weight of all that it holds."""
    columns = (corpus.terms, corpus.title, corpus.lead, corpus.names, corpus.mentions, corpus.numbers)
    parts = [
        (rows.indptr.tolist(), memoryview(rows.data)) for rows in (*columns, corpus.sites, corpus.skeletons)
    ]
    parts.append((corpus.terms.indptr.tolist(), memoryview(corpus.rarity[corpus.terms.indices])))
    found = []
    for row, id in enumerate(corpus.ids):
        digest = hashlib.blake2b(seals[id], digest_size=STATE_BYTES)
        for ends, data in parts:
            digest.update(data[ends[row] : ends[row + 1]])
        found.append(digest.digest())
    return tuple(found)


def recalled(memory: Memory, now: Sequence[bytes], pairs: Array) -> Array:
    """Return, for each pair of rows, its place among the pairs of the memory; -1 where it is not known."""
    if not len(memory.pairs):
        return np.full(len(pairs), -1, dtype=np.int64)
    places = {state: place for place, state in enumerate(memory.states)}
    was = np.array([places.get(state, -1) for state in now], dtype=np.int64)
    count = len(memory.states)
    known = memory.pairs[:, 0].astype(np.int64) * count + memory.pairs[:, 1]
    one, other = was[pairs[:, 0]], was[pairs[:, 1]]
    wanted = np.minimum(one, other) * count + np.maximum(one, other)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where((one >= 0) & (other >= 0) & (known[at] == wanted), at, -1)


class EventMaker:
    """Makes the events of groups, or remembers them; ``remembered`` is for the next time, ``again`` counts the made."""

    def __init__(
        self,
        corpus: Corpus,
        scored: Scored,
        said: Verdicts,
        least: float,
        now: tuple[bytes, ...] | None,
        memory: Memory | None,
    ) -> None:
        self._corpus, self._scored, self._said, self._least, self._now = corpus, scored, said, least, now
        self._known = memory.events if memory else {}
        self._decided: dict[int, list[tuple[int, int, Decision]]] = {}
        for decision in (*said.same, *said.apart):
            for row in sorted({*decision[:2]}):
                self._decided.setdefault(row, []).append(decision)
        self.remembered: dict[bytes, Event] = {}
        self.again = 0

    def event(self, group: Group) -> Event:
        """Return the event of a group, without its story."""
        key = self._key(group) if self._now is not None else b""
        found = self._known.get(key)
        if found is None:
            self.again += 1
            found = event(self._corpus, group, self._scored, self._said, least=self._least)
        if key:
            self.remembered[key] = found
        return found

    def _key(self, group: Group) -> bytes:
        """A digest of all that the event of a group is made from."""
        rows, scored = group.rows, self._scored
        decisions = [decision for row in rows for decision in self._decided.get(row, ())]
        near = {*rows, *(group.outside or ())[:2], *(row for a, b, _ in decisions for row in (a, b))}
        near |= {mistimed.row for mistimed in group.kept_apart}
        between = [scored.get((a, b)) for at, a in enumerate(rows) for b in rows[at + 1 :]]
        place = {row: number for number, row in enumerate(sorted(near))}
        outside = group.outside and (place[group.outside[0]], place[group.outside[1]], group.outside[2])
        said = [(place[a], place[b], repr(decision)) for a, b, decision in decisions]
        withdrawn = [place[row] for row in rows if row in self._said.withdrawn]
        kept_apart = [
            (
                place[m.row],
                m.day.toordinal(),
                [scored.get((min(m.row, row), max(m.row, row))) for row in rows],
            )
            for m in group.kept_apart
        ]
        facts = (self._least, [place[row] for row in rows], between, outside, said, withdrawn, kept_apart)
        digest = hashlib.blake2b(repr(facts).encode(), digest_size=STATE_BYTES)
        for row in sorted(near):
            digest.update(self._shown(row))
        return digest.digest()

    def _shown(self, row: int) -> bytes:
        """The state of a row, and how the names of its article are written."""
        corpus = self._corpus
        names = [corpus.name_list[column] for column in entries(corpus.mentions, row)[0]]
        names += [corpus.place_list[column] for column in entries(corpus.sites, row)[0]]
        written = repr([corpus.display.get(name) for name in names])
        return (self._now or ())[row] + hashlib.blake2b(written.encode(), digest_size=STATE_BYTES).digest()
