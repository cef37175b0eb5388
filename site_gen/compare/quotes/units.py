"""Sentences of sayings, the units in which utterances are compared, and what is one utterance again afterwards.

One outlet gives two sentences as one quotation, another breaks them with "she said": the sentences are linked one by
one. Groups that then run side by side through the same quotations are made one group again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .sayings import Said, Saying, told_stems

MIN_UNIT_STEMS = 2
"""A sentence that tells less goes with the one before it."""
LONE = 0.4
"""A part that covers so much of a saying stands for the whole, where no other part of it is in any group."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words first..last of a saying."""

    saying: int
    first: int
    last: int


def units(sayings: Sequence[Saying]) -> tuple[list[Part], list[Saying]]:
    """Return the sentences of all sayings as parts and as sayings of their own, in order."""
    parts = [part for n, s in enumerate(sayings) for part in _sentences(n, s.words)]
    return parts, [cut(p, sayings) for p in parts]


def cut(part: Part, sayings: Sequence[Saying]) -> Saying:
    """The part of a saying as a saying of its own."""
    whole = sayings[part.saying]
    if part.first == 0 and part.last == len(whole.words) - 1:
        return whole
    inside = whole.words[part.first : part.last + 1]
    return replace(whole, words=inside, stems=told_stems(inside))


def _sentences(number: int, said: Sequence[Said]) -> list[Part]:
    starts = [0]
    for i, word in enumerate(said):
        if i and word.opens and _tells(said[starts[-1] : i]) and _tells(said[i:]):
            starts.append(i)
    return [Part(number, a, b - 1) for a, b in zip(starts, [*starts[1:], len(said)], strict=True)]


def _tells(said: Iterable[Said]) -> bool:
    return sum(bool(w.stem) for w in said) >= MIN_UNIT_STEMS


def joined(groups: Iterable[Sequence[Part]], sayings: Sequence[Saying]) -> list[list[Part]]:
    """Return the groups with neighbours made one, and what is in no group by itself; every saying is in at least one."""
    rows = sorted((sorted(g, key=_place) for g in groups), key=lambda g: _place(g[0]))
    rows = _side_by_side(rows)
    parts: dict[int, list[Part]] = defaultdict(list)
    for row in rows:
        for part in row:
            parts[part.saying].append(part)
    rows = [[_widened(p, parts[p.saying], sayings) for p in row] for row in rows]
    rest = [[p] for n, s in enumerate(sayings) for p in _rest(n, s, parts.get(n, []))]
    return sorted(rows + rest, key=lambda g: _place(g[0]))


def _place(part: Part) -> tuple[int, int, int]:
    return part.saying, part.first, part.last


def _side_by_side(rows: list[list[Part]]) -> list[list[Part]]:
    """Groups of the same sayings, each part right behind the other's, as one."""
    open_at: dict[tuple[int, ...], list[Part]] = {}
    out: list[list[Part]] = []
    for row in rows:
        key = tuple(p.saying for p in row)
        before = open_at.get(key)
        if before and len(set(key)) == len(key) and _follow(before, row):
            before[:] = [Part(a.saying, a.first, b.last) for a, b in zip(before, row, strict=True)]
        else:
            open_at[key] = kept = list(row)
            out.append(kept)
    return out


def _follow(before: Sequence[Part], row: Sequence[Part]) -> bool:
    return all(b.first == a.last + 1 for a, b in zip(before, row, strict=True))


def _widened(part: Part, parts: Sequence[Part], sayings: Sequence[Saying]) -> Part:
    """The whole saying in place of its only part, where that is the best of it."""
    said = sayings[part.saying]
    if len(parts) > 1 or len(cut(part, sayings).stems) < LONE * len(said.stems):
        return part
    return Part(part.saying, 0, len(said.words) - 1)


def _rest(number: int, saying: Saying, parts: Sequence[Part]) -> list[Part]:
    """Sentences of a saying that no group has, neighbours together; the whole saying where no group has any of it."""
    if not parts:
        return [Part(number, 0, len(saying.words) - 1)]
    if len(parts) == 1 and len(told_stems(saying.words[parts[0].first : parts[0].last + 1])) >= LONE * len(
        saying.stems
    ):
        return []
    found: list[Part] = []
    for one in _sentences(number, saying.words):
        if any(p.first <= one.last and one.first <= p.last for p in parts):
            continue
        if found and found[-1].last + 1 == one.first:
            found[-1] = Part(number, found[-1].first, one.last)
        else:
            found.append(one)
    return found
