"""From briefs and fingerprints to links: the steps of the stage, in order.

The articles are read, looked up and gathered anew each time, which is cheap; pairs are compared and events made again
only where no earlier linking did it from the same (``memory``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ..model import Brief, Decision, Finding, Fingerprint, LinkedAgain, Links
from ..settings import LinkSettings
from .candidates import candidates
from .cluster import cluster
from .corpus import Corpus, read
from .decide import Verdicts, verdicts, with_decided
from .event import Group, Scored, is_event, nearest_outside
from .memory import EventMaker, Memory, recalled, states
from .out_of_time import OutOfTime, out_of_time
from .score import MIN_SCORE, scores
from .story import stories
from .version import described, versions

Array = Any

GATHERINGS = 4
"""Most times that all is gathered anew without what dates contradict; rarely more than two."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking gives: for the archive, for the archivist, and for the next time."""

    links: Links
    findings: tuple[Finding, ...]
    memory: Memory
    again: LinkedAgain


def linked(
    briefs: Iterable[Brief],
    fingerprints: Iterable[Fingerprint],
    *,
    decisions: tuple[Decision, ...],
    settings: LinkSettings,
    seals: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
) -> Linked:
    """Return the links of a corpus, findings on its decisions, and what to remember of it.

    ``seals`` are digests of the brief and fingerprint of each article, by its id. Without them nothing is remembered.
    """
    corpus = read(briefs, fingerprints)
    now = states(corpus, seals) if seals is not None else None
    said, findings = verdicts(corpus, decisions)
    pairs = candidates(corpus, settings.max_gap_days)
    compared = scores(corpus, pairs, recalled(memory, now, pairs) if memory and now else None, memory)
    groups = versions(corpus, pairs, said.apart)
    stands_for = {row: group[0] for group in groups for row in group[1:]}
    kept = compared.values >= MIN_SCORE
    scored = _represented(pairs[kept].tolist(), compared.values[kept].tolist(), stands_for)
    eased = _represented(pairs[list(compared.eased)].tolist(), list(compared.eased.values()), stands_for)
    said = _represented_verdicts(said, stands_for)
    gathered = _gathered(corpus, scored, eased, said, settings)
    shown = [group for group in gathered if is_event(corpus, group.rows, said)]
    maker = EventMaker(corpus, scored, said, settings.same_event_score, now, memory)
    made = [(maker.event(group), group.rows) for group in shown if stands_for.keys().isdisjoint(group.rows)]
    told = stories(corpus, made)
    story_of = {event_id: story.id for story in told for event_id in story.events}
    events = sorted((replace(e, story=story_of.get(e.id)) for e, _ in made), key=lambda e: e.id)
    described_groups = sorted((described(corpus, g) for g in groups), key=lambda v: v.articles)
    return Linked(
        Links(tuple(events), told, tuple(described_groups)),
        findings,
        Memory(now or (), pairs, compared.odds, compared.texts, maker.remembered),
        LinkedAgain(len(corpus), len(pairs), compared.again, len(made), maker.again),
    )


def _represented(pairs: list[list[int]], values: list[float], stands_for: dict[int, int]) -> Scored:
    """Scores between the articles that stand for their versions; of several the highest."""
    scored: Scored = {}
    for (a, b), value in zip(pairs, values, strict=True):
        one, other = stands_for.get(a, a), stands_for.get(b, b)
        if one != other:
            pair = (min(one, other), max(one, other))
            scored[pair] = max(value, scored.get(pair, 0.0))
    return scored


def _represented_verdicts(said: Verdicts, stands_for: dict[int, int]) -> Verdicts:
    def of(row: int) -> int:
        return stands_for.get(row, row)

    together = tuple(tuple(sorted({of(row) for row in group})) for group in said.together)
    return Verdicts(
        tuple((of(a), of(b), d) for a, b, d in said.same if of(a) != of(b)),
        tuple((of(a), of(b), d) for a, b, d in said.apart if of(a) != of(b)),
        tuple(group for group in together if len(group) > 1),
        said.withdrawn,
    )


def _clustered(
    corpus: Corpus,
    scored: Scored,
    eased: Scored,
    settings: LinkSettings,
    apart: list[tuple[int, int]],
    together: tuple[tuple[int, ...], ...],
) -> list[tuple[int, ...]]:
    return cluster(
        len(corpus),
        ((a, b, scored.get((a, b), 0.0)) for a, b in sorted({**scored, **eased})),
        threshold=settings.same_event_score,
        eased=eased,
        together=together,
        apart=apart,
        languages=corpus.languages,
    )


def _gathered(
    corpus: Corpus, scored: Scored, eased: Scored, said: Verdicts, settings: LinkSettings
) -> list[Group]:
    """All articles in groups, loners too, each group with the nearest article outside."""
    mistimed: tuple[OutOfTime, ...] = ()
    for _ in range(GATHERINGS):
        apart = [(a, b) for a, b, _ in said.apart] + [(one.row, row) for one in mistimed for row in one.group]
        groups = with_decided(
            partial(_clustered, corpus, scored, eased, settings, apart), said.together, apart
        )
        more = out_of_time(corpus, groups, said)
        mistimed += more
        if not more:
            break
    of = [0] * len(corpus)
    for number, rows in enumerate(groups):
        for row in rows:
            of[row] = number
    outside = nearest_outside(scored, of)
    kept_apart: dict[int, dict[int, OutOfTime]] = {}
    for found in sorted(mistimed, key=lambda found: found.row):
        for number in sorted({of[row] for row in found.group} - {of[found.row]}):
            kept_apart.setdefault(number, {}).setdefault(found.row, found)
    return [
        Group(rows, outside.get(number), tuple(kept_apart.get(number, {}).values()))
        for number, rows in enumerate(groups)
    ]
