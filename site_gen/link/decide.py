"""A person's decisions on events, as rows of the corpus: who belongs together, who must not.

"Same event" is transitive; "not same event" blocks. Where the two contradict one another, "same" holds and a finding
says so. A decision that names no article of the archive is a finding, never an error.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from ..model import Decision, Finding, Level
from .corpus import Corpus

SAME, NOT_SAME = "same event", "not same event"
TAKE_DOWN = "take down"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Decisions that apply, by rows of the corpus."""

    same: tuple[tuple[int, int, Decision], ...]
    apart: tuple[tuple[int, int, Decision], ...]
    together: tuple[tuple[int, ...], ...]
    """Groups that "same event" makes, transitively; sorted."""
    withdrawn: frozenset[int] = frozenset()
    """Articles taken down: nothing of them is shown, so that no event is named for one."""

    def between(self, one: set[int], other: set[int]) -> Decision | None:
        """Return the first decision that keeps a row of ``one`` from a row of ``other``."""
        for a, b, decision in self.apart:
            if (a in one and b in other) or (b in one and a in other):
                return decision
        return None


def verdicts(corpus: Corpus, decisions: tuple[Decision, ...]) -> tuple[Verdicts, tuple[Finding, ...]]:
    """Return the decisions on events that apply, and findings on those that cannot."""
    rows = {key: row for row, key in enumerate(corpus.keys)} | {i: row for row, i in enumerate(corpus.ids)}
    found: list[Finding] = []
    same: list[tuple[int, int, Decision]] = []
    apart: list[tuple[int, int, Decision]] = []
    for decision in sorted(decisions, key=lambda d: (d.where, d.kind, d.a, d.b)):
        if decision.kind not in (SAME, NOT_SAME):
            continue
        missing = [key for key in (decision.a, decision.b) if key not in rows]
        if missing:
            found += [_missing(decision, key, rows) for key in missing]
        else:
            (same if decision.kind == SAME else apart).append((rows[decision.a], rows[decision.b], decision))
    together = joined(len(corpus), [(a, b) for a, b, _ in same])
    of = {row: number for number, group in enumerate(together) for row in group}
    blocked = []
    for a, b, decision in apart:
        if a == b or (a in of and of[a] == of.get(b)):
            found.append(_contradiction(decision))
        else:
            blocked.append((a, b, decision))
    withdrawn = frozenset(rows[d.a] for d in decisions if d.kind == TAKE_DOWN and d.a in rows)
    return Verdicts(tuple(same), tuple(blocked), together, withdrawn), tuple(found)


def joined(count: int, pairs: list[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of two or more that the pairs connect, each sorted, in order of their first."""
    of = list(range(count))

    def root(row: int) -> int:
        while of[row] != row:
            of[row] = of[of[row]]
            row = of[row]
        return row

    for a, b in pairs:
        one, other = root(a), root(b)
        of[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for row in sorted({row for pair in pairs for row in pair}):
        groups.setdefault(root(row), []).append(row)
    return tuple(tuple(group) for _, group in sorted(groups.items()) if len(group) > 1)


Groups = list[tuple[int, ...]]
Bound = tuple[tuple[int, ...], ...]


def with_decided(
    gather: Callable[[Bound], Groups], together: Bound, apart: Collection[tuple[int, int]]
) -> Groups:
    """Return the groups with what "same event" puts together, and with them what each already belongs to.

    ``gather`` gives the groups in which these rows count as one article. Where whole groups may not be joined, for two of
    their rows must stay apart, the rows that a decision names are joined alone, and go where they are most alike.
    """
    groups = gather(())
    if not together:
        return groups
    torn = {rows for rows in together if _holds_apart(_united(groups, (rows,)), apart)}
    if torn:
        groups = gather(tuple(rows for rows in together if rows in torn))
    whole = _united(groups, together)
    return gather(together) if _holds_apart(whole, apart) else whole


def _united(groups: Groups, together: Bound) -> Groups:
    of = {row: number for number, rows in enumerate(groups) for row in rows}
    pairs = [(of[rows[0]], of[row]) for rows in together for row in rows[1:]]
    found = dict(enumerate(groups))
    for numbers in joined(len(groups), pairs):
        found[numbers[0]] = tuple(sorted(row for number in numbers for row in found.pop(number)))
    return sorted(found.values())


def _holds_apart(groups: Groups, apart: Collection[tuple[int, int]]) -> bool:
    of = {row: number for number, rows in enumerate(groups) for row in rows} if apart else {}
    return any(of[a] == of[b] for a, b in apart)


def _missing(decision: Decision, key: str, rows: dict[str, int]) -> Finding:
    near = difflib.get_close_matches(key, sorted(rows), n=1, cutoff=0.6)
    return Finding(
        "LNK-001",
        Level.WARNING,
        decision.where,
        f'"{decision.kind}" names "{key}", which is no article of this archive',
        f'Did you mean "{near[0]}"?'
        if near
        else "Write the path of a capture as it stands below the content folder.",
    )


def _contradiction(decision: Decision) -> Finding:
    return Finding(
        "LNK-002",
        Level.WARNING,
        decision.where,
        f'"not same event" for "{decision.a}" and "{decision.b}", which other decisions make the same event',
        'Remove this row or one of the "same event" rows that connect the two; until then they stay together.',
    )
