"""From briefs and fingerprints to links: the steps of the stage, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from ..model import Brief, Decision, Event, Finding, Fingerprint, Links
from ..settings import LinkSettings
from .candidates import candidates
from .cluster import cluster, logistic
from .corpus import NO_DAY, Corpus, read
from .decide import Verdicts, verdicts
from .event import Group, Scored, event, is_event, nearest_outside
from .features import text_likeness
from .score import join_weights, scores
from .story import stories
from .version import described, versions

MIN_SCORE = 0.03
"""Pairs below this are forgotten: they cannot carry a group, and are most of all pairs."""


def linked(
    briefs: Iterable[Brief],
    fingerprints: Iterable[Fingerprint],
    *,
    decisions: tuple[Decision, ...],
    settings: LinkSettings,
) -> tuple[Links, tuple[Finding, ...]]:
    """Return the links of a corpus, and findings on its decisions."""
    corpus = read(briefs, fingerprints)
    said, findings = verdicts(corpus, decisions)
    pairs = candidates(corpus, settings.max_gap_days)
    values = scores(corpus, pairs)
    groups = versions(corpus, pairs, said.apart)
    stands_for = {row: group[0] for group in groups for row in group[1:]}
    kept = values >= MIN_SCORE
    scored = _represented(pairs[kept].tolist(), values[kept].tolist(), stands_for)
    said = _represented_verdicts(said, stands_for)
    made = _events(corpus, scored, said, stands_for, settings)
    told = stories(corpus, made)
    story_of = {event_id: story.id for story in told for event_id in story.events}
    events = sorted((replace(e, story=story_of.get(e.id)) for e, _ in made), key=lambda e: e.id)
    described_groups = sorted((described(corpus, g) for g in groups), key=lambda v: v.articles)
    return Links(tuple(events), told, tuple(described_groups)), findings


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


def _events(
    corpus: Corpus, scored: Scored, said: Verdicts, stands_for: dict[int, int], settings: LinkSettings
) -> list[tuple[Event, tuple[int, ...]]]:
    ordered = sorted(scored)
    pairs = np.array(ordered, dtype=np.int32).reshape(-1, 2)
    texts = text_likeness(corpus, pairs[:, 0], pairs[:, 1]).round(5).tolist()
    groups = cluster(
        [None if day == NO_DAY else int(day) for day in corpus.first_day],
        ((a, b, scored[a, b], text) for (a, b), text in zip(ordered, texts, strict=True)),
        judge=logistic(join_weights()),
        threshold=settings.same_event_score,
        together=said.together,
        apart=[(a, b) for a, b, _ in said.apart],
    )
    of = [0] * len(corpus)
    for number, rows in enumerate(groups):
        for row in rows:
            of[row] = number
    outside = nearest_outside(scored, of)
    made = []
    for number, rows in enumerate(groups):
        if is_event(corpus, rows, said) and not any(row in stands_for for row in rows):
            group = Group(rows, outside.get(number))
            made.append((event(corpus, group, scored, said, least=settings.same_event_score), rows))
    return made
