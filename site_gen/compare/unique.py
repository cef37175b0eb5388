"""Sentences whose content only one article of the event has.

Goes in: readings and what the articles were found to share. Comes out: for each article the few sentences that tell most
that no other outlet tells: new names and numbers before new words, facts before speech, and not one fact twice. A sentence
that carries a shared passage, a quote or figure that another outlet has too is never one of them. An article most of whose
counterparts are in other languages has none: what they tell cannot be compared with it word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from site_gen.language import fold
from site_gen.language.words import FOLDS_KEPT
from site_gen.model import Figure, Passage, Quote, Unique

from .passages import covered_spans
from .reading import Reading, Token, content_stems, is_small, stem, word_set

MIN_WORDS, MAX_WORDS = 6, 80
"""A shorter sentence tells too little by itself, a longer one is a list or a scraper's slip."""
MIN_NOVEL, MIN_NOVELTY = 2, 0.15
"""Words (and share of the sentence's weight) that no other outlet has."""
MAX_LIKENESS = 0.75
"""Share of the sentence's weight that one sentence of another outlet has: more is the same told again."""
SHARED_PART = 0.35
"""Share of a sentence's characters in shared wording above which it is not an outlet's own."""
NAME_WEIGHT, NUMBER_WEIGHT = 1.8, 2.0
"""News value: a name or a number tells more than a word."""
TELLING = 0.4
"""Power of the weight of a sentence's new words: twice the words are not twice the news."""
OWN_FIGURE, NUMBER, SPEECH, SUPPOSED, REFERRING = 1.0, 0.35, 0.75, 0.25, 0.25
"""News value of a figure of its own and of a number that no other has (at most two of each); and what is taken off for speech
(by its share), for each word of what may be (at most two) and for a sentence that begins with a pronoun or conjunction.
Chosen on 727 sentences of 14 real events: of 198 wanted ones 119 come in the first five of their article, against 110 by
new words and half the worth of figures. A regression over twenty features that left out each event in turn did no better."""
REPEATED = 0.3
"""Share of its value that a sentence loses where a chosen one has all its words."""
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
    doubtful: Iterable[tuple[str, str, tuple[int, int]]] = (),
    most: int,
) -> tuple[Unique, ...]:
    """Return at most ``most`` sentences of each article, in the order of the text.

    ``doubtful``: numbers (article, paragraph, span) that may well be another outlet's too; their sentences are left out.
    """
    outlets = [(r.outlet, r.language) for r in readings]
    told = [_told_words(r) for r in readings]
    rows = [s for n, r in enumerate(readings) for s in _sentences(n, r, told[n])]
    known = _known(told, readings, outlets)
    likeness = _Likeness(rows, outlets)
    counterpart = [_has_counterpart(n, outlets) for n in range(len(outlets))]
    wording = covered_spans(passages)
    figures = tuple(figures)
    shared, own = _shared_spans(quotes, figures), _own_figures(figures)
    for article, paragraph, span in sorted(doubtful):
        shared[article, paragraph].append(span)
    ranked: dict[int, list[tuple[float, _Sentence]]] = defaultdict(list)
    for row in rows:
        reading = readings[row.article]
        if not counterpart[row.article] or _is_shared(row, reading, wording, shared):
            continue
        value = _news_value(row, known[row.article], likeness)
        if value > 0 and not _addresses_reader(row, reading):
            ranked[row.article].append((value + _form_value(row, reading, own, known[row.article]), row))
    chosen = [row for article in sorted(ranked) for row in _most_telling(ranked[article], most)]
    chosen.sort(key=lambda s: (s.article, s.block, s.span))
    return tuple(_told(s, readings[s.article]) for s in chosen)


def _most_telling(ranked: Sequence[tuple[float, _Sentence]], most: int) -> list[_Sentence]:
    """The sentences of most value, each weighed against those chosen before it."""
    left = sorted(ranked, key=lambda x: (-x[0], x[1].block, x[1].span))
    chosen: list[_Sentence] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda x: x[0] * (1 - REPEATED * _repeats(x[1], chosen)))
        left.remove(best)
        chosen.append(best[1])
    return chosen


def _repeats(row: _Sentence, chosen: Sequence[_Sentence]) -> float:
    """The largest share of words that the sentence has in common with a chosen one."""
    mine = set(row.stems)
    return max((len(mine & set(c.stems)) / min(len(mine), len(set(c.stems))) for c in chosen), default=0.0)


def _form_value(
    row: _Sentence, reading: Reading, own: dict[Key, list[tuple[int, int]]], known: Counter[str]
) -> float:
    """What figures and numbers of its own add to a sentence's value, and speech, doubt and a leading pronoun take off."""
    passus = reading.blocks[row.block]
    start, end = row.span
    counted = sum(start <= a < end for a, _ in own.get((reading.article.id, passus.block.id), ()))
    spoken = sum(max(0, min(q.outer_end, end) - max(q.outer_start, start)) for q in passus.quotations)
    text = passus.block.text[start:end]
    opening = fold(text.split(None, 1)[0].strip("\"“‘'«(,"))
    numbers = sum(s[0].isdigit() for s in row.stems if known[s] == 0)
    supposed = sum(w in word_set(reading.language, "supposing") for w in fold(text).split())
    return (
        OWN_FIGURE * min(counted, 2)
        + NUMBER * min(numbers, 2)
        - SPEECH * spoken / (end - start)
        - SUPPOSED * min(supposed, 2)
        - REFERRING * (opening in word_set(reading.language, "referring"))
    )


def _addresses_reader(row: _Sentence, reading: Reading) -> bool:
    """Whether the sentence speaks to the reader, is a link or tag, or of another language, rather than telling of the event.

    The last paragraph is a notice as a whole where one of its sentences speaks to the reader.
    """
    passus = reading.blocks[row.block]
    text, plain = (t[row.span[0] : row.span[1]] for t in (passus.block.text, passus.veiled))
    if "#" in plain or "http" in plain or "@" in plain or _HEADED.match(plain):
        return True
    spoken = fold(plain).replace(",", " ").split()
    small = sum(is_small(fold(w), reading.language) for w in text.split())
    if small < 2 and len(word_set(reading.language, "small_words")) > MANY_SMALL:
        return True
    if row.block == len(reading.blocks) - 1:
        spoken = fold(passus.veiled).replace(",", " ").split()
    return not word_set(reading.language, "addressing").isdisjoint(spoken)


MANY_SMALL = 100
"""A language of which so many small words are known has some in every sentence: without them it is another language."""


_HEADED = re.compile(r"(?:[A-Z]{3,}[ ]?){1,4}:")


def _told(row: _Sentence, reading: Reading) -> Unique:
    block = reading.blocks[row.block].block
    return Unique(reading.article.id, block.id, row.span, block.text[row.span[0] : row.span[1]])


def _has_counterpart(article: int, outlets: Sequence[tuple[str, str]]) -> bool:
    """Whether at least half of the other outlets write in the article's language."""
    name, language = outlets[article]
    others = {other for other in outlets if other[0] != name}
    return bool(others) and 2 * sum(other[1] == language for other in others) >= len(others)


def _sentences(number: int, reading: Reading, told: Sequence[Sequence[_Word]]) -> list[_Sentence]:
    rows: list[_Sentence] = []
    for b, passus in enumerate(reading.blocks):
        text = passus.block.text
        starts = [w.start for w in told[b]]
        for start, end in passus.sentences:
            if text[end - 1] in ENDS and MIN_WORDS <= text.count(" ", start, end) + 1 <= MAX_WORDS:
                inside = told[b][bisect_left(starts, start) : bisect_left(starts, end)]
                stems = tuple(w.stem for w in inside)
                weights = tuple(w.weight if w.start > start else 1.0 for w in inside)
                rows.append(_Sentence(number, b, (start, end), stems, weights))
    return rows


ENDS = ".!?…\"”’»')؟"


class _Word(NamedTuple):
    """A word that tells something: where it starts, its stem, and what it weighs."""

    start: int
    stem: str
    weight: float


def _told_words(reading: Reading) -> list[list[_Word]]:
    """The words of each block that tell something, thousands joined ("300,000" is one)."""
    told: list[list[_Word]] = [[] for _ in reading.blocks]
    texts = [passus.block.text for passus in reading.blocks]
    before = None
    for token in reading.tokens:
        form, block, start = token.form, token.block, token.start
        if not form[0].isdigit():
            if meaning := _meaning(form, reading.language):
                told[block].append(
                    _Word(start, meaning, NAME_WEIGHT if texts[block][start].isupper() else 1.0)
                )
        elif before and len(form) == 3 and told[block] and _groups(before, token, texts[block]):
            first = told[block][-1]
            told[block][-1] = _Word(first.start, first.stem + form, NUMBER_WEIGHT)
        else:
            told[block].append(_Word(start, form, NUMBER_WEIGHT))
        before = token
    return told


@lru_cache(maxsize=FOLDS_KEPT)
def _meaning(form: str, language: str) -> str:
    """The stem of a word that tells something; empty for small words and single letters."""
    return "" if len(form) < 2 or is_small(form, language) else stem(form, language)


def _groups(before: Token, token: Token, text: str) -> bool:
    """Whether one mark that groups thousands stands between two runs of digits."""
    return (
        before.block == token.block
        and before.form.isdigit()
        and token.start == before.end + 1
        and text[before.end] in ",.\u202f\u00a0"
    )


def _known(
    told: Sequence[Sequence[Sequence[_Word]]], readings: Sequence[Reading], outlets: Sequence[tuple[str, str]]
) -> list[Counter[str]]:
    """By article: in how many articles of other outlets each stem stands, in the text or the title."""
    by_article = [
        {w.stem for row in rows for w in row}
        | set(content_stems(reading.article.title.value, reading.language))
        for rows, reading in zip(told, readings, strict=True)
    ]
    total = Counter(s for stems in by_article for s in stems)
    by_outlet: dict[str, Counter[str]] = {}
    for (name, _), stems in zip(outlets, by_article, strict=True):
        by_outlet.setdefault(name, Counter()).update(stems)
    return [total - by_outlet[name] for name, _ in outlets]


def _news_value(row: _Sentence, known: Counter[str], likeness: _Likeness) -> float:
    """What the sentence tells that others do not: 0 where that is too little."""
    weight = dict(zip(row.stems, row.weights, strict=True))
    novel = {s: w for s, w in weight.items() if known[s] == 0}
    total = sum(weight.values())
    if len(novel) < MIN_NOVEL or sum(novel.values()) < MIN_NOVELTY * total:
        return 0.0
    if likeness.best(row, weight) > MAX_LIKENESS:
        return 0.0
    return round(float(sum(novel.values()) ** TELLING), 6)


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


def _own_figures(figures: Iterable[Figure]) -> dict[Key, list[tuple[int, int]]]:
    """Spans of figures that one article alone has."""
    spans: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for figure in figures:
        if len({m.article for m in figure.mentions}) == 1:
            for m in figure.mentions:
                spans[m.article, m.paragraph].append(m.span)
    return spans


def _is_shared(
    row: _Sentence,
    reading: Reading,
    wording: dict[Key, list[tuple[int, int]]],
    shared: dict[Key, list[tuple[int, int]]],
) -> bool:
    key = reading.article.id, reading.blocks[row.block].block.id
    start, end = row.span
    if any(a < end and b > start for a, b in shared.get(key, ())):
        return True
    covered = sum(max(0, min(b, end) - max(a, start)) for a, b in wording.get(key, ()))
    return covered > SHARED_PART * (end - start)
