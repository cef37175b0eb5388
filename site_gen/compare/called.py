"""What a figure is called: what it counts, as the label of one of its numbers or as the clause around one.

Goes in: the numbers of one figure, with the articles they stand in. Comes out: "people killed in the war", "age of Jane
Doe"; of a measure, "outside for …".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .counted import Reckoned
from .gapped import Gapped, gapped
from .nouns import persons
from .numbers import AGE
from .numerals import HYPHENS
from .pieces import pieces
from .reading import Reading, content_stems
from .surroundings import STEM_LETTERS

TELLS = 2
"""Telling words that a clause needs to stand for a label."""
GUESSED = 1
"""Weight up to which a label names no more than a dimension ("time (years)"): any telling word is better."""
BARE = 2
"""Weight of a label that is a noun alone, with nothing that happened and no place."""
ENOUGH = 4
"""Telling words beyond which a clause is no clearer."""


def called(group: Sequence[Reckoned], readings: Sequence[Reading], language: str) -> str:
    """Return what the numbers of a figure count, in ``language`` where one of them is told in it."""
    marks = [r.count.marks for r in group]
    named = [r for r in group if r.language == language and r.count.weight > 1] or group
    best = named[0]
    if len(named) > 1:
        best = max(named, key=lambda r: (_telling(r, marks), -len(r.count.label), -r.article))
    if _counts_things(best, readings[best.article]):
        return best.count.label
    here = [r for r in group if r.language == language] or [r for r in group if r.language == best.language]
    clauses = [_clause(r, readings[r.article]) for r in here]
    words, telling = max(clauses, key=lambda c: (min(c[1], ENOUGH), -len(c[0])))
    is_told = telling >= TELLS or (telling and best.count.weight <= GUESSED)
    return words if is_told else best.count.label


def _counts_things(r: Reckoned, reading: Reading) -> bool:
    """Whether a number has a noun that it counts, or is the age of somebody named.

    Not of persons the bare word ("men"), nor a noun that it is tied to ("a 75-page letter").
    """
    if r.number.unit:
        return r.number.unit == AGE and bool(r.count.owner)
    behind = reading.blocks[r.block].block.text[r.number.end : r.number.end + 1]
    is_bare = r.count.weight == BARE and " " not in r.count.label
    is_idle = r.count.kind in persons(r.language) or behind in HYPHENS
    return r.count.weight > 1 and not (is_bare and is_idle)


def _clause(r: Reckoned, reading: Reading) -> Gapped:
    passus = reading.blocks[r.block]
    start, end = passus.sentences[r.sentence]
    row = pieces(passus.block.text, start, end, r.language)
    return gapped(row, r.number, passus.block.text, r.language)


def _telling(r: Reckoned, marks: Sequence[Mapping[str, float]]) -> tuple[int, float]:
    """How well a label tells the group: its form, and how many members' sentences have its words; a number in it is a flaw."""
    stems = {s[:STEM_LETTERS] for s in content_stems(r.count.label, r.language)}
    common = sum(len(stems & m.keys()) for m in marks) / len(marks)
    return min(r.count.weight, 4) - any(c.isdecimal() for c in r.count.label), round(common, 4)
