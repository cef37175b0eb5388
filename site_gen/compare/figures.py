"""Figures of an event, grouped across outlets by what they count.

Goes in: readings and attributions in the event's order. Comes out: figures; those that differ first, then most outlets.
Two numbers are put together where they have one dimension, count one kind of thing, to which the same happened; equal
numbers of different things stay apart, and an article's two different numbers never come into one group.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from site_gen.language import fold
from site_gen.model import Figure, FigureMention
from site_gen.model.comparison import FigureStatus

from .counted import count
from .numbers import AGE, numbers
from .numerals import may_count
from .pieces import is_money, pieces
from .reading import Reading, content_stems, word_set
from .speakers import Attribution
from .surroundings import STEM_LETTERS
from .voices import Voice
from .weighing import Reckoned, Tellings, agree, agree_in_units, alike, likelihood, tellings

AMOUNT_STEP = 0.1
"""Of the logarithm: amounts within a tenth of one another are weighed against each other."""
MAX_PAIRS = 60_000
"""Pairs of numbers weighed in one event; the kinds with fewest numbers first."""
DOUBTFUL = 0.35
"""Likelihood from which a number is not said to be one outlet's alone."""
AGREEING = 0.05
"""What agreeing is worth where a number may go with this or with that one: outlets that tell of one thing mostly agree."""
LIKELY = 0.45
"""Likelihood from which two numbers are put together; of two groups, the mean of their pairs. Of 0.35 to 0.5 the best on 19
real events, each by weights learned without it: 0.95 / 0.89, and of what differs 17 of 25 flagged against 15 at 0.5."""


Place = tuple[str, str, tuple[int, int]]
"""Article, paragraph and span of a number."""


def figures(
    readings: Sequence[Reading], attributed: Sequence[Attribution]
) -> tuple[tuple[Figure, ...], frozenset[Place]]:
    """Return the event's figures, grouped; and the places of those that may well be another outlet's too."""
    found = [r for n, (x, y) in enumerate(zip(readings, attributed, strict=True)) for r in _reckoned(n, x, y)]
    groups, doubtful = _groups(found)
    language = _main_language(readings)
    made = [_figure(g, readings, language) for g in ([found[i] for i in n] for n in groups) if _is_told(g)]
    ordered = sorted(made, key=lambda f: (_ORDER[f.status], -len({m.article for m in f.mentions})))
    return tuple(ordered), frozenset(_place(found[i], readings) for i in doubtful)


def _place(r: Reckoned, readings: Sequence[Reading]) -> Place:
    reading = readings[r.article]
    return reading.article.id, reading.blocks[r.block].block.id, (r.number.start, r.number.end)


_ORDER: dict[FigureStatus, int] = {"differ": 0, "scope differs": 1, "agree": 2, "single": 3}


def _reckoned(article: int, reading: Reading, known: Attribution) -> list[Reckoned]:
    found: list[Reckoned] = []
    for b, passus in enumerate(reading.blocks):
        if not may_count(passus.block.text, reading.language):
            continue
        for s, (start, end) in enumerate(passus.sentences):
            if not may_count(passus.block.text[start:end], reading.language):
                continue
            row = pieces(passus.block.text, start, end, reading.language)
            here = numbers(row, reading.language)
            said_by = _said_by(known.voices.get((b, s), ()), reading.language) if here else None
            for number in here:
                what = count(row, number, passus.block.text, reading.language, here)
                if any(c.isalpha() for c in what.label):
                    found.append(Reckoned(article, b, s, reading.language, number, what, said_by))
    return found


MONEY = "money"
"""Sums of all currencies are weighed against each other."""


def _keys(r: Reckoned) -> list[str]:
    """What a number is found by: kind, happening, rate, and amount (steps of a tenth, its neighbours too)."""
    keys = [f"/{r.count.per}"] if r.count.per else []
    keys += [key for key in (r.count.kind, f"!{r.count.happening}") if len(key) > 1]
    if r.number.base > 0:
        step = round(math.log(r.number.base) / AMOUNT_STEP)
        keys += [f"={step + k}" for k in (-1, 0, 1)]
    return keys


def _said_by(voices: Sequence[Voice], language: str) -> str | None:
    """The first voice of the sentence that states, rather than acts by its words ("agreed", "offered").

    A pronoun names nobody. What is counted does not speak: "Nine fires were reported" names nobody.
    """
    verbs = word_set(language, "reckoning_verbs")
    rates = word_set(language, "per_words")
    named = (v for v in voices if v.kind != "pronoun")
    stating = (v.said for v in named if v.verb and fold(v.verb) in verbs - rates)
    return next((said for said in stating if not _counts(said, language)), None)


def _counts(text: str, language: str) -> bool:
    """Whether a figure stands in a text."""
    return may_count(text, language) and bool(numbers(pieces(text, 0, len(text), language), language))


def _groups(found: Sequence[Reckoned]) -> tuple[list[list[int]], list[int]]:
    """Numbers of the groups' members, and of those that may well be another's.

    Groups grow from the surest pair down; of two as sure, numbers that agree go before those that differ.
    """
    known = tellings(found)
    scored = {(a, b): likelihood(found[a], found[b], known) for a, b in _candidates(found)}
    group_of = list(range(len(found)))
    members = {i: [i] for i in range(len(found))}
    likely = {
        (a, b): score + AGREEING * alike(found[a].number, found[b].number)
        for (a, b), score in scored.items()
        if score >= LIKELY
    }
    for a, b in sorted(likely, key=lambda pair: (-likely[pair], pair)):
        one, two = sorted((group_of[a], group_of[b]))
        if one == two or not _may_merge(members[one], members[two], found, known, scored):
            continue
        for i in members[two]:
            group_of[i] = one
        members[one] += members.pop(two)
    doubtful = {
        i for (a, b), score in scored.items() if _is_doubtful(found[a], found[b], score) for i in (a, b)
    }
    return [sorted(g) for _, g in sorted(members.items())], sorted(doubtful)


def _is_doubtful(a: Reckoned, b: Reckoned, score: float) -> bool:
    """Whether a number may well be the other's: likely enough, or the same measure, or one of what is called the same."""
    if score >= DOUBTFUL:
        return True
    if not a.number.unit or a.number.unit != b.number.unit:
        return False
    return a.count.told == b.count.told or alike(a.number, b.number)


def _candidates(found: Sequence[Reckoned]) -> list[tuple[int, int]]:
    """Pairs of numbers of different articles and one dimension that share a kind, a happening or a value."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, r in enumerate(found):
        unit = MONEY if is_money(r.number.unit) else r.number.unit
        for key in _keys(r):
            buckets[unit, key].append(i)
    pairs: set[tuple[int, int]] = set()
    for _, bucket in sorted(buckets.items(), key=lambda x: (len(x[1]), x[0])):
        if len(pairs) > MAX_PAIRS:
            break
        pairs.update((a, b) for a, b in combinations(bucket, 2) if found[a].article != found[b].article)
    return sorted(pairs)


def _may_merge(
    left: Sequence[int],
    right: Sequence[int],
    found: Sequence[Reckoned],
    known: Tellings,
    scored: dict[tuple[int, int], float],
) -> bool:
    """False where one article would stand in the group with numbers that disagree, or the groups are not alike on the whole."""
    total = pairs = 0.0
    for i in left:
        for j in right:
            a, b = found[i], found[j]
            if a.article == b.article:
                if not _is_restated(a, b):
                    return False
                continue
            key = (min(i, j), max(i, j))
            if key not in scored:
                scored[key] = likelihood(a, b, known)
            total, pairs = total + scored[key], pairs + 1
    return pairs > 0 and total >= LIKELY * pairs


def _is_restated(a: Reckoned, b: Reckoned) -> bool:
    """Whether one article's second number only says the first again, perhaps rounded."""
    if a.number.unit != b.number.unit or a.number.base == b.number.base:
        return True
    same = bool(a.count.kind) and (a.count.kind, a.count.happening) == (b.count.kind, b.count.happening)
    return same and agree((a.number, b.number))


def _main_language(readings: Sequence[Reading]) -> str:
    """The language of most articles, of the first where they are even."""
    counts = Counter(r.language for r in readings)
    return max(counts, key=lambda code: counts[code]) if counts else ""


def _figure(group: Sequence[Reckoned], readings: Sequence[Reading], language: str) -> Figure:
    """One figure, named in the language of most articles where one of its members is of it."""
    marks = [r.count.marks for r in group]
    named = [r for r in group if r.language == language and r.count.weight > 1] or group
    best = max(named, key=lambda r: (_telling(r, marks), -len(r.count.label), -r.article))
    return Figure(best.count.label, _status(group), tuple(_mention(r, readings[r.article]) for r in group))


def _is_told(group: Sequence[Reckoned]) -> bool:
    """False for what is no news by itself: a mere size ("thousands") in every article, and an age, or a number of nothing
    that could be named, that one alone gives.
    """
    if len({r.article for r in group}) < 2 and (group[0].number.unit == AGE or not group[0].count.weight):
        return False
    return not all(r.number.is_vague for r in group)


def _telling(r: Reckoned, marks: Sequence[Mapping[str, float]]) -> tuple[int, float]:
    """How well a label tells the group: its form, and how many members' sentences have its words; a number in it is a flaw."""
    stems = {s[:STEM_LETTERS] for s in content_stems(r.count.label, r.language)}
    common = sum(len(stems & m.keys()) for m in marks) / len(marks)
    return min(r.count.weight, 4) - any(c.isdigit() for c in r.count.label), round(common, 4)


def _status(group: Sequence[Reckoned]) -> FigureStatus:
    if len({r.article for r in group}) < 2:
        return "single"
    if len({r.count.span for r in group}) > 1:
        return "scope differs"
    return "agree" if agree_in_units([r.number for r in group]) else "differ"


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
        qualifier=n.qualifier,
        unit=n.unit_word if n.unit_word not in ("%",) and n.unit != "%" else "%",
        scope=r.count.scope,
        said_by=r.said_by,
    )
