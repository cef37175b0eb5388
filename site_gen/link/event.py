"""Groups of articles made into events: their title and place, why they belong together, what was left out.

Invariants: an event has two articles or more, of two outlets (an unknown outlet counts as one of its own) unless a
person decided so; its title is the headline of one of its articles; nothing is invented.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..language import fold, words
from ..language.given import is_given_name
from ..model import Basis, Event, Evidence, LeftOut, LinkReason, Sourced, edtf
from .because import because, other_time, why_not
from .columns import entries
from .corpus import Corpus
from .decide import Verdicts
from .headlines import faults
from .out_of_time import OutOfTime

PLACE_SHARE = 0.6
"""A place is the event's where this share of its articles name it, and no other is named as often."""
MIN_OUTLETS = 2
FAULT = 0.5
"""What a headline is worth as a title for each fault (``headlines``). A judgement."""

Scored = dict[tuple[int, int], float]
"""Score of each candidate pair (a < b)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one event, and the nearest row outside: (inside, outside, score)."""

    rows: tuple[int, ...]
    outside: tuple[int, int, float] | None = None
    kept_apart: tuple[OutOfTime, ...] = ()
    """Articles whose dates contradict the day that the undated ones of these rows tell."""


def is_event(corpus: Corpus, rows: tuple[int, ...], verdicts: Verdicts) -> bool:
    """Whether a group counts as an event."""
    codes = corpus.outlet_codes[list(rows)]
    outlets = len({int(c) for c in codes if c >= 0}) + int((codes < 0).sum())
    decided = any(len(set(bound) & set(rows)) > 1 for bound in verdicts.together)
    is_shown = not verdicts.withdrawn.issuperset(rows)
    return len(rows) > 1 and is_shown and (outlets >= MIN_OUTLETS or decided)


def event_id(ids: Iterable[str]) -> str:
    """Return ``e-`` and 12 hexadecimal digits, from the smallest id of the members."""
    return "e-" + hashlib.sha256(min(ids).encode()).hexdigest()[:12]


def event(corpus: Corpus, group: Group, scored: Scored, verdicts: Verdicts, *, least: float) -> Event:
    """Return the event of a group; its date is concluded later, from the clues of its articles."""
    rows = tuple(sorted(group.rows, key=lambda row: _order(corpus, row)))
    return Event(
        id=event_id(corpus.ids[row] for row in rows),
        articles=tuple(corpus.ids[row] for row in rows),
        title=_title(corpus, rows, verdicts.withdrawn),
        date=None,
        place=_place(corpus, rows),
        reasons=_reasons(corpus, rows, scored, verdicts),
        left_out=_left_out(corpus, group, scored, verdicts, least),
    )


def _order(corpus: Corpus, row: int) -> tuple[object, ...]:
    return (
        edtf.sort_key(corpus.published[row]),
        corpus.outlets[row] == "",
        corpus.outlets[row],
        corpus.ids[row],
    )


def _title(corpus: Corpus, rows: tuple[int, ...], withdrawn: frozenset[int]) -> Sourced[str]:
    """The headline whose words most of the articles have, in the language of most of them; never a withdrawn one.

    One that asks, judges, teases or addresses the reader counts less for each such fault.
    """
    shown = [row for row in rows if row not in withdrawn]
    languages = Counter(corpus.languages[row] for row in shown)
    most = min(languages, key=lambda language: (-languages[language], language))
    candidates = [row for row in shown if corpus.languages[row] == most]
    said = [entries(corpus.terms, row) for row in rows]
    alike = [sum(_product(entries(corpus.title, row), terms) for terms in said) for row in candidates]
    plain = [
        likeness * FAULT ** faults(corpus.titles[row], corpus.languages[row])
        for likeness, row in zip(alike, candidates, strict=True)
    ]
    best = min(range(len(candidates)), key=lambda place: (-round(plain[place], 4), place))
    row = candidates[best]
    note = "The headline whose words most of the event's articles share."
    if alike[best] < max(alike):
        note = f"{note[:-1]}, of those that tell it most plainly."
    return Sourced(
        corpus.titles[row],
        Basis.INFERRED,
        Evidence("central-headline", articles=(corpus.ids[row],), note=note),
    )


def _product(one: tuple[Any, Any], other: tuple[Any, Any]) -> float:
    """The product of two rows, whose columns are in order: the sum over the columns that both have."""
    (few, weights), (many, others) = one, other
    if not len(many):
        return 0.0
    at = np.minimum(np.searchsorted(many, few), len(many) - 1)
    return float((weights * others[at] * (many[at] == few)).sum())


def _place(corpus: Corpus, rows: tuple[int, ...]) -> Sourced[str] | None:
    """The place in the headlines that most of the articles name; None where two are as good.

    A dateline ("LONDON (Agency) -") is where a report was written, not where the event happened.
    """
    tally: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        for column in entries(corpus.sites, row)[0]:
            name = corpus.place_list[column]
            tally.setdefault(name, []).append((row, 1 + np.log(max(1.0, corpus.times_named(row, name)))))
    titles = [f" {' '.join(fold(w.text) for w in words(corpus.titles[row]))} " for row in rows]
    usual = [
        (name, round(sum(weight for _, weight in held), 4))
        for name, held in tally.items()
        if len(held) >= max(2, PLACE_SHARE * len(rows))
        and _is_headlined(corpus, rows, titles, name)
        and not _is_family_name(corpus, rows, name)
    ]
    ranked = sorted(usual, key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    name = ranked[0][0]
    holders = tuple(corpus.ids[row] for row, _ in tally[name])
    note = f"{len(holders)} of {len(rows)} articles name it, headlines among them, more often than any other place."
    return Sourced(
        corpus.display.get(name, name), Basis.INFERRED, Evidence("shared-place", articles=holders, note=note)
    )


def _is_headlined(corpus: Corpus, rows: tuple[int, ...], titles: list[str], name: str) -> bool:
    """Whether half of the headlines have the place (an only one where it is no article's dateline)."""
    headlines = sum(f" {name} " in title for title in titles)
    is_dateline = any(fold(corpus.places[row]) == name for row in rows)
    return headlines >= max(2 if is_dateline else 1, len(rows) / 2)


def _is_family_name(corpus: Corpus, rows: tuple[int, ...], name: str) -> bool:
    """Whether an article of these names somebody so: no town of Marlow where Edith Marlow is named."""
    named = {corpus.name_list[column] for row in rows for column in entries(corpus.full_names, row)[0]}
    return any(
        full.endswith(f" {name}") and is_given_name(full.partition(" ")[0]) and full not in corpus.place_list
        for full in named
    )


def _reasons(
    corpus: Corpus, rows: tuple[int, ...], scored: Scored, verdicts: Verdicts
) -> tuple[LinkReason, ...]:
    """The links that hold the group together: the strongest that connect all, decisions before scores."""
    members = set(rows)
    decided = {(min(a, b), max(a, b)): d for a, b, d in verdicts.same if a in members and b in members}
    links = [(-1.0, a, b) for a, b in decided]
    ordered = sorted(members)
    for at, a in enumerate(ordered):
        links += [
            (-scored[a, b], a, b) for b in ordered[at + 1 :] if (a, b) in scored and (a, b) not in decided
        ]
    found = []
    of = {row: row for row in rows}
    for _, a, b in sorted(links):
        if of[a] != of[b]:
            old, new = of[b], of[a]
            of = {row: new if root == old else root for row, root in of.items()}
            score = 1.0 if (a, b) in decided else round(scored[a, b], 3)
            reasons = because(corpus, a, b, decided.get((a, b)))
            found.append(LinkReason(corpus.ids[a], corpus.ids[b], score, reasons))
    return tuple(found)


def _left_out(
    corpus: Corpus, group: Group, scored: Scored, verdicts: Verdicts, least: float
) -> tuple[LeftOut, ...]:
    members = set(group.rows)
    kept_out = [
        (a, b) if a in members else (b, a) for a, b, _ in verdicts.apart if (a in members) != (b in members)
    ]
    found = [(near, out, 0.0) for near, out in kept_out]
    decided = {out for _, out in kept_out}
    dated = [mistimed for mistimed in group.kept_apart if mistimed.row not in decided]
    if group.outside is not None and group.outside[1] not in decided.union(m.row for m in dated):
        found.append(group.outside)
    return tuple(
        LeftOut(corpus.ids[m.row], _best(scored, m.row, group.rows), other_time(corpus, m.row, m.day))
        for m in dated
    ) + tuple(
        LeftOut(
            corpus.ids[out],
            round(score, 3),
            why_not(corpus, near, out, score, least, verdicts.between(members, {out})),
        )
        for near, out, score in found
    )


def _best(scored: Scored, out: int, rows: tuple[int, ...]) -> float:
    """The best score of an article with one of a group, rounded to 3 places."""
    return round(max(scored.get((min(out, row), max(out, row)), 0.0) for row in rows), 3)


def nearest_outside(scored: Scored, of: list[int]) -> dict[int, tuple[int, int, float]]:
    """Return, for each group number, its best scored pair that leads out of it: (inside, outside, score)."""
    best: dict[int, tuple[Any, ...]] = {}
    for (a, b), score in scored.items():
        if of[a] == of[b]:
            continue
        for inside, outside in ((a, b), (b, a)):
            entry = (-score, inside, outside)
            if of[inside] not in best or entry < best[of[inside]]:
                best[of[inside]] = entry
    return {group: (inside, outside, -negative) for group, (negative, inside, outside) in best.items()}
