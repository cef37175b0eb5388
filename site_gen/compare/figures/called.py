"""What a figure is called: what it counts, as the label of one of its numbers or as the clause around one.

Goes in: the numbers of one figure, with the articles they stand in. Comes out: "people killed in the war", "age of Jane
Doe"; of a measure, "outside for …".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from site_gen.language import fold

from ..nouns import persons
from ..numerals import HYPHENS
from ..pieces import Piece, parts, pieces
from ..reading import Reading, content_stems, word_set, words_of
from ..surroundings import STEM_LETTERS
from .beside import NEUTRAL, Heading, beside_form, sides
from .counted import Reckoned
from .gapped import Gapped, gapped
from .headings import has_headings, heading
from .numbers import AGE
from .patterns import is_oblique

TELLS = 2
"""Telling words that a clause needs to stand for a label."""
GUESSED = 1
"""Weight up to which a label names no more than a dimension ("time (years)"): any telling word is better."""
BARE = 2
"""Weight of a label that is a noun alone, with nothing that happened and no place."""
ENOUGH = 4
"""Telling words beyond which a clause is no clearer."""


Called = tuple[str, str]
"""What a figure is called, and in which language."""


def called(group: Sequence[Reckoned], readings: Sequence[Reading], language: str) -> Called:
    """Return what the numbers of a figure count: in ``language`` where one of them is told in it, else in that of the first."""
    spoken = language if any(r.language == language for r in group) else group[0].language
    if not has_headings(spoken):
        return _unheaded(group, readings, spoken), spoken
    own = [r for r in group if r.language == spoken]
    return _headed(own, [r.count.marks for r in group], readings), spoken


def _unheaded(group: Sequence[Reckoned], readings: Sequence[Reading], language: str) -> str:
    """The label of a figure, or the clause around one of its numbers, in a language without the words of headings."""
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


def _headed(
    group: Sequence[Reckoned], marks: Sequence[Mapping[str, float]], readings: Sequence[Reading]
) -> str:
    """The best heading of the numbers: its form first, then how many of their sentences have its words, then the shorter."""

    def worth(made: tuple[Heading, Reckoned]) -> tuple[int, float, int]:
        (words, good), r = made
        letters = len(words) if good <= NEUTRAL else -len(words)
        is_flawed = any(c.isdecimal() for c in words) or _is_oblique(r, readings[r.article])
        return good - is_flawed, _common(words, r.language, marks), letters

    made = [(_heading(r, readings[r.article]), r) for r in group]
    (words, _good), best = max(made, key=worth)
    return words or best.count.label


def _heading(r: Reckoned, reading: Reading) -> Heading:
    row, text = _sentence(r, reading)
    return heading(row, r.number, r.count, text, r.language)


def _is_oblique(r: Reckoned, reading: Reading) -> bool:
    return is_oblique(_sentence(r, reading)[0], r.number, r.language)


def _sentence(r: Reckoned, reading: Reading) -> tuple[tuple[Piece, ...], str]:
    """The pieces among which a number is read, and the text of its paragraph."""
    passus = reading.blocks[r.block]
    start, end = passus.sentences[r.sentence]
    rows = parts(pieces(passus.block.text, start, end, r.language))
    return next(row for row in rows if row[-1].end >= r.number.end), passus.block.text


def told_apart(
    names: Sequence[Called], groups: Sequence[Sequence[Reckoned]], readings: Sequence[Reading]
) -> tuple[Called, ...]:
    """The names of an event's figures; to those that several share, words beside their own numbers are put behind a colon.

    They stay alike where the articles have no other words beside them.
    """
    often = Counter(_alike(*name) for name in names)
    taken = {name for name, n in often.items() if n == 1}
    made = []
    for (name, language), group in zip(names, groups, strict=True):
        if often[_alike(name, language)] > 1:
            kind, form = name.partition(":")[0].strip(), beside_form(language)
            own = [r for r in group if r.language == language]
            more = (form.format(kind, words) for words in _beside(name, own, readings))
            name = next((other for other in more if _alike(other, language) not in taken), name)
            taken.add(_alike(name, language))
        made.append((name, language))
    return tuple(made)


def _alike(name: str, language: str) -> str:
    """A name by which it is compared: "persons on board" and "people on board" are one."""
    people = word_set(language, "people_words")
    return " ".join("people" if word in people else word for word in fold(name).split())


def _beside(name: str, group: Sequence[Reckoned], readings: Sequence[Reading]) -> Iterator[str]:
    """Yield words that stand beside the numbers of a figure, or who says them, other than those of its name."""
    own = set(fold(name).split())
    for r in group:
        row, text = _sentence(r, readings[r.article])
        for words in (*sides(row, r.number, text, r.language), r.count.scope, r.said_by):
            said = content_stems(words or "", r.language)
            if words and said and not set(fold(words).split()) <= own:
                yield _without_opening(words, own | words_of(r.language, "definite", "own"))


def _without_opening(words: str, said: Collection[str]) -> str:
    """Words without those at their beginning that are said already: "liner" of "persons on the liner"."""
    left = words.split()
    while len(left) > 1 and fold(left[0]) in said:
        left.pop(0)
    return " ".join(left)


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
    row, text = _sentence(r, reading)
    return gapped(row, r.number, text, r.language)


def _telling(r: Reckoned, marks: Sequence[Mapping[str, float]]) -> tuple[int, float]:
    """How well a label tells the group: its form, and how many members' sentences have its words; a number in it is a flaw."""
    common = _common(r.count.label, r.language, marks)
    return min(r.count.weight, 4) - any(c.isdecimal() for c in r.count.label), common


def _common(words: str, language: str, marks: Sequence[Mapping[str, float]]) -> float:
    """How many words of a label stand in the mean sentence of a group."""
    stems = {s[:STEM_LETTERS] for s in content_stems(words, language)}
    return round(sum(len(stems & m.keys()) for m in marks) / len(marks), 4)
