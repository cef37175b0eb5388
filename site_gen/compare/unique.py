"""Sentences whose content only one article of the event has.

Goes in: readings and what the articles were found to share. Comes out: for each article the few sentences that tell most
that no other outlet tells: new names and numbers before new words. A sentence that carries a shared passage, a quote
or figure that another outlet has too is never one of them. An article without a counterpart in its language has none:
what the others tell cannot be compared with it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_gen.model import Figure, Passage, Quote, Unique

from .passages import covered_spans
from .reading import Reading, content_stems

MIN_WORDS, MAX_WORDS = 8, 70
"""A shorter sentence tells too little by itself, a longer one is a list or a scraper's slip."""
MIN_NOVEL, MIN_NOVELTY = 3, 0.3
"""Words (and share of the sentence's weight) that no other outlet has."""
MAX_LIKENESS = 0.6
"""Share of the sentence's weight that one sentence of another outlet has: more is the same told again."""
SHARED_PART = 0.35
"""Share of a sentence's characters in shared wording above which it is not an outlet's own."""
NAME_WEIGHT, NUMBER_WEIGHT = 1.8, 2.0
"""News value: a name or a number tells more than a word."""
MAX_HOLDERS = 150
"""A stem in more sentences says nothing about likeness."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: int
    block: int
    span: tuple[int, int]
    stems: tuple[str, ...]
    weights: tuple[float, ...]


def unique(
    readings: Sequence[Reading],
    passages: Iterable[Passage],
    quotes: Iterable[Quote],
    figures: Iterable[Figure],
    *,
    most: int,
) -> tuple[Unique, ...]:
    """Return at most ``most`` sentences of each article, in the order of the text."""
    rows = [s for n, r in enumerate(readings) for s in _sentences(n, r)]
    outlets = [(r.outlet, r.language) for r in readings]
    known = _known(rows, outlets)
    likeness = _Likeness(rows, outlets)
    wording = covered_spans(passages)
    shared = _shared_spans(quotes, figures)
    ranked: dict[int, list[tuple[float, _Sentence]]] = defaultdict(list)
    for row in rows:
        if not _has_counterpart(row.article, outlets) or _is_shared(row, readings, wording, shared):
            continue
        value = _news_value(row, known[row.article], likeness)
        if value > 0:
            ranked[row.article].append((value, row))
    chosen = [
        row
        for article in sorted(ranked)
        for _, row in sorted(ranked[article], key=lambda x: (-x[0], x[1].block, x[1].span))[:most]
    ]
    chosen.sort(key=lambda s: (s.article, s.block, s.span))
    return tuple(_told(s, readings[s.article]) for s in chosen)


def _told(row: _Sentence, reading: Reading) -> Unique:
    block = reading.blocks[row.block].block
    return Unique(reading.article.id, block.id, row.span, block.text[row.span[0] : row.span[1]])


def _has_counterpart(article: int, outlets: Sequence[tuple[str, str]]) -> bool:
    mine = outlets[article]
    return any(other[0] != mine[0] and other[1] == mine[1] for other in outlets)


def _sentences(number: int, reading: Reading) -> list[_Sentence]:
    rows: list[_Sentence] = []
    for b, passus in enumerate(reading.blocks):
        text = passus.block.text
        for start, end in passus.sentences:
            sentence = text[start:end]
            if MIN_WORDS <= len(sentence.split()) <= MAX_WORDS and sentence[-1] in ".!?…\"”’»'؟":
                stems = content_stems(sentence, reading.language)
                weights = _weights(sentence, stems, reading.language)
                rows.append(_Sentence(number, b, (start, end), stems, weights))
    return rows


def _weights(sentence: str, stems: Sequence[str], language: str) -> tuple[float, ...]:
    capitals = " ".join(w for w in sentence.split()[1:] if w.lstrip("\"“‘'(«")[:1].isupper())
    names = set(content_stems(capitals, language))
    return tuple(NUMBER_WEIGHT if s[0].isdigit() else NAME_WEIGHT if s in names else 1.0 for s in stems)


def _known(rows: Sequence[_Sentence], outlets: Sequence[tuple[str, str]]) -> list[Counter[str]]:
    """By article: in how many articles of other outlets each stem stands."""
    by_article: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        by_article[row.article].update(row.stems)
    total = Counter(s for n in sorted(by_article) for s in by_article[n])
    known: list[Counter[str]] = []
    for article in range(len(outlets)):
        own = Counter(
            s for n in sorted(by_article) if outlets[n][0] == outlets[article][0] for s in by_article[n]
        )
        known.append(total - own)
    return known


def _news_value(row: _Sentence, known: Counter[str], likeness: _Likeness) -> float:
    """What the sentence tells that others do not: 0 where that is too little."""
    weight = dict(zip(row.stems, row.weights, strict=True))
    novel = {s: w for s, w in weight.items() if known[s] == 0}
    total = sum(weight.values())
    if len(novel) < MIN_NOVEL or sum(novel.values()) < MIN_NOVELTY * total:
        return 0.0
    like = likeness.best(row, weight)
    if like > MAX_LIKENESS:
        return 0.0
    share = sum(novel.values()) / total
    return round(math.sqrt(sum(novel.values())) * (0.5 + share) * (1.0 - like), 6)


class _Likeness:
    """The sentences of all articles by their stems."""

    def __init__(self, rows: Sequence[_Sentence], outlets: Sequence[tuple[str, str]]) -> None:
        self.outlets = outlets
        self.rows = rows
        self.holders: dict[str, list[int]] = defaultdict(list)
        for n, row in enumerate(rows):
            for told in set(row.stems):
                self.holders[told].append(n)

    def best(self, row: _Sentence, weight: dict[str, float]) -> float:
        """The largest share of the sentence's weight that one sentence of another outlet has."""
        shared: dict[int, float] = defaultdict(float)
        for told, value in weight.items():
            if len(self.holders[told]) <= MAX_HOLDERS:
                for n in self.holders[told]:
                    shared[n] += value
        mine = self.outlets[row.article][0]
        most = max(
            (v for n, v in shared.items() if self.outlets[self.rows[n].article][0] != mine), default=0.0
        )
        return most / sum(weight.values())


def _shared_spans(quotes: Iterable[Quote], figures: Iterable[Figure]) -> dict[Key, list[tuple[int, int]]]:
    """Spans of quotes and figures that more than one article has."""
    spans: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    groups = [q.mentions for q in quotes] + [f.mentions for f in figures]
    for mentions in groups:
        if len({m.article for m in mentions}) > 1:
            for m in mentions:
                spans[m.article, m.paragraph].append(m.span)
    return spans


def _is_shared(
    row: _Sentence,
    readings: Sequence[Reading],
    wording: dict[Key, list[tuple[int, int]]],
    shared: dict[Key, list[tuple[int, int]]],
) -> bool:
    reading = readings[row.article]
    key = reading.article.id, reading.blocks[row.block].block.id
    start, end = row.span
    if any(a < end and b > start for a, b in shared.get(key, ())):
        return True
    covered = sum(max(0, min(b, end) - max(a, start)) for a, b in wording.get(key, ()))
    return covered > SHARED_PART * (end - start)
