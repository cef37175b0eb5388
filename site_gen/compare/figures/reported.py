"""Figures of an event, grouped across outlets by what they count.

Goes in: readings and attributions in the event's order. Comes out: figures; those that differ first, then most outlets.
Two numbers are put together where they have one dimension, count one kind of thing, to which the same happened; equal
numbers of different things stay apart, and an article's two different numbers never come into one group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from site_gen.model import Figure, FigureMention, Finding, Level
from site_gen.model.comparison import FigureStatus, is_money

from ..numerals import may_count
from ..pieces import Number, Piece, parts, pieces
from ..reading import Reading
from ..speakers.utterances import Attribution
from ..speakers.voices import Voice
from .agreement import WORTH_SINCE, agree_in_units
from .called import Called, called, told_apart
from .counted import Count, Reckoned, count, is_reference
from .grouping import grouped
from .hedges import spelled
from .numbers import AGE, numbers
from .stated import reaches, stating
from .surely import may_grow
from .tallies import CLOCK

Place = tuple[str, str, tuple[int, int]]
"""Article, paragraph and span of a number."""


def figures_of(
    readings: Sequence[Reading], attributed: Sequence[Attribution]
) -> tuple[tuple[Figure, ...], frozenset[Place], tuple[Finding, ...]]:
    """Return the event's figures, grouped; the places of those that may well be another outlet's too; and a finding for each
    article of which not all are compared.
    """
    rows = _rows(readings, attributed)
    found = _compared(rows)
    groups, doubtful = grouped(found)
    language = _main_language(readings)
    told = [g for g in ([found[i] for i in n] for n in groups) if _is_told(g)]
    names = told_apart([called(g, readings, language) for g in told], told, readings)
    made = [_figure(g, name, readings) for g, name in zip(told, names, strict=True)]
    ordered = sorted(made, key=lambda f: (_ORDER[f.status], -len({m.article for m in f.mentions})))
    return tuple(ordered), frozenset(_place(found[i], readings) for i in doubtful), _too_many(rows, readings)


def reckoned(readings: Sequence[Reading], attributed: Sequence[Attribution]) -> list[Reckoned]:
    """The numbers of an event that count something, article by article as they stand."""
    return _compared(_rows(readings, attributed))


def _rows(readings: Sequence[Reading], attributed: Sequence[Attribution]) -> list[list[Reckoned]]:
    """The numbers of each article that count something, up to one more than are compared."""
    both = enumerate(zip(readings, attributed, strict=True))
    return [list(islice(_reckoned(n, reading, known), MOST_FIGURES + 1)) for n, (reading, known) in both]


MOST_FIGURES = 300
"""Numbers of an article that are compared, those that stand first: tables in running text have more, and each number is weighed
against all of like kind. One of 2,705 development texts has more (407, a list), and two more than 170."""


def _compared(rows: Sequence[Sequence[Reckoned]]) -> list[Reckoned]:
    return _in_named_currencies([r for row in rows for r in row[:MOST_FIGURES]])


def _too_many(rows: Sequence[Sequence[Reckoned]], readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """A finding for each article of which not all numbers are compared."""
    return tuple(_not_compared(row[-1], readings) for row in rows if len(row) > MOST_FIGURES)


def _not_compared(first: Reckoned, readings: Sequence[Reading]) -> Finding:
    _, paragraph, _ = _place(first, readings)
    return Finding(
        "CMP-001", Level.NOTE, readings[first.article].article.capture.key, f"It has more than {MOST_FIGURES} numbers that count something. The first {MOST_FIGURES} are compared with other reports' numbers; those that follow, in paragraph {paragraph} and behind it, are not.",
        'Nothing need be done. Where it is a table in running text, decide "drop this line" on its lines.',
    )  # fmt: skip


def _place(r: Reckoned, readings: Sequence[Reading]) -> Place:
    reading = readings[r.article]
    return reading.article.id, reading.blocks[r.block].block.id, (r.number.start, r.number.end)


_ORDER: dict[FigureStatus, int] = {"differ": 0, "scope differs": 1, "agree": 2, "single": 3}


def _reckoned(article: int, reading: Reading, known: Attribution) -> Iterator[Reckoned]:
    """Yield the numbers of an article that count something, as they stand."""
    for b, passus in enumerate(reading.blocks):
        if not may_count(passus.block.text, reading.language):
            continue
        for s, (start, end) in enumerate(passus.sentences):
            if not may_count(passus.block.text[start:end], reading.language):
                continue
            voices = known.voices.get((b, s), ())
            for row in parts(pieces(passus.block.text, start, end, reading.language)):
                for told in _told_in(row, passus.block.text, end, voices, reading.language):
                    yield Reckoned(article, b, s, reading.language, *told)


def _told_in(
    row: Sequence[Piece], text: str, end: int, voices: Sequence[Voice], language: str
) -> Iterator[tuple[Number, Count, str | None]]:
    """Yield the numbers of a sentence that ends at ``end`` of its text, what each counts, and who says it."""
    here = numbers(row, language)
    said_by = stating(voices, row, here, language) if here and voices else None
    for number in here:
        what = count(row, number, text, language, here)
        if any(c.isalpha() for c in what.label) and not is_reference(row, number, what, language):
            is_said = said_by and reaches(said_by, text[:end], number, language)
            yield number, what, said_by if is_said else None


def _in_named_currencies(found: Sequence[Reckoned]) -> list[Reckoned]:
    """The numbers with plain "pounds" as Egyptian ones where an article names these in full and none names others."""
    named: dict[str, set[str]] = defaultdict(set)
    for r in found:
        if is_money(r.number.unit) and " " in r.number.unit_word:
            named[r.number.unit_word.rsplit(" ", 1)[-1]].add(r.number.unit)
    one = {noun: codes.pop() for noun, codes in named.items() if len(codes) == 1}
    return [
        replace(r, number=replace(r.number, unit=one[r.number.unit_word])) if r.number.unit_word in one else r
        for r in found
    ]


def _main_language(readings: Sequence[Reading]) -> str:
    """The language of most articles, of the first where they are even."""
    counts = Counter(r.language for r in readings)
    return max(counts, key=lambda code: counts[code]) if counts else ""


def _figure(group: Sequence[Reckoned], name: Called, readings: Sequence[Reading]) -> Figure:
    words, language = name
    return Figure(
        words,
        _status(group, readings),
        tuple(_mention(r, readings[r.article]) for r in group),
        language,
    )


def _is_told(group: Sequence[Reckoned]) -> bool:
    """False for what is no news by itself: a mere size ("thousands") in every article, and an age, how long ago, or a number of nothing
    that could be named, that one alone gives.
    """
    if len({r.article for r in group}) < 2 and (
        group[0].number.unit == AGE or group[0].count.is_ago or not group[0].count.weight
    ):
        return False
    return not all(r.number.is_vague for r in group)


def _status(group: Sequence[Reckoned], readings: Sequence[Reading]) -> FigureStatus:
    if len({r.article for r in group}) < 2:
        return "single"
    if group[0].number.unit not in (AGE, CLOCK) and _is_told_of_other_times(group):
        return "scope differs"
    if group[0].number.unit == AGE and _had_a_birthday(group, readings):
        return "agree"
    are_recent = all((readings[r.article].published or 0) >= WORTH_SINCE for r in group)
    return "agree" if agree_in_units([r.number for r in group], are_recent=are_recent) else "differ"


def _had_a_birthday(group: Sequence[Reckoned], readings: Sequence[Reading]) -> bool:
    """Whether ages are a year apart and the older one is given by a report that is weeks younger."""
    told = sorted((readings[r.article].published or 0, r.number.base) for r in group)
    years = {age for _, age in told}
    if len(years) != 2 or max(years) - min(years) != 1 or not told[0][0]:
        return False
    apart = min(d for d, age in told if age == max(years)) - max(d for d, age in told if age == min(years))
    return apart >= BIRTHDAY_DAYS


BIRTHDAY_DAYS = 14
"""Days between two reports from which a birthday rather than a slip makes a year; a judgement."""


def _mention(r: Reckoned, reading: Reading) -> FigureMention:
    n = r.number
    block = reading.blocks[r.block].block
    factor = n.base / n.value if n.value else 1.0
    low = n.low / factor if n.low is not None else n.value if n.sign == ">" else None
    high = n.high / factor if n.high is not None else n.value if n.sign in ("<", "-") else None
    return FigureMention(
        article=reading.article.id,
        paragraph=block.id,
        span=(n.start, n.end),
        text=block.text[n.start : n.end],
        value=round(n.value, 6),
        low=round(low, 6) if low is not None else None,
        high=round(high, 6) if high is not None else None,
        qualifier=spelled(n, block.text),
        unit=n.unit if n.unit == "%" or is_money(n.unit) else n.unit_word,
        scope=r.count.scope,
        said_by=r.said_by,
    )


def _is_told_of_other_times(group: Sequence[Reckoned]) -> bool:
    """Whether the numbers are of several times; of equal ones all but one may leave out what they are counted by ("a month")."""
    spans = {r.count.span for r in group}
    if len({(r.number.unit, r.number.base) for r in group}) == 1 and not may_grow(group):
        spans.discard("")
    return len(spans) > 1
