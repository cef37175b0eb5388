"""Sentences whose content only one article of the event has.

Goes in: readings and what the articles were found to share. Comes out: for each article the few sentences that tell most
that no other outlet tells: new names and numbers before new words, facts before speech, and not one fact twice. A sentence
that carries a shared passage, a quote or figure that another outlet has too is never one of them. An article most of whose
counterparts are in other languages has none: what they tell cannot be compared with it word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language.words import FOLDS_KEPT
from site_gen.model import Figure, Passage, Quote, Unique

from ..figures.weighing import MIN_TELLING
from ..passages import covered_spans
from ..reading import Reading, Token, content_stems, is_small, parted, stem, words_of
from .addressed import addresses_reader
from .echoes import Echoes
from .form import form_value
from .nearby import Nearby

MIN_WORDS, MAX_WORDS = 6, 80
"""A shorter sentence tells too little by itself, a longer one is a list or a scraper's slip."""
MIN_NOVEL, MIN_NOVELTY = 2, 0.2
"""Words (and share of the sentence's weight) that no other outlet has."""
SHARED_PART = 0.35
"""Share of a sentence's characters in shared wording above which it is not an outlet's own."""
NAME_WEIGHT, NUMBER_WEIGHT = 1.8, 2.0
"""News value: a name or a number tells more than a word."""
TELLING = 0.4
"""Power of the weight of a sentence's new words: twice the words are not twice the news."""
REPEATED = 0.8
"""Share of its value that a sentence loses where a chosen one has all its words. Of 0 to 1.5 on 31 events: 128 to 135 of 247
facts, the most at 0.8, chosen so too where each event is left out."""
FILLING, MAX_NEAR = 0.1, 0.5
"""Where an article has fewer sentences than are shown, one with a single new word is shown too, after all others, where no
sentence of another outlet has this share of its weight: 8 facts more in 9 sentences on those events, none lost."""
MAX_OUTLETS = 12
"""Outlets of an event in which that is sought: those events have five at most, and of very many all words are somebody's."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: int
    block: int
    span: tuple[int, int]
    stems: tuple[str, ...]
    weights: tuple[float, ...]


def unique_of(
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
    common = _common(told, readings, outlets)
    counterpart = [_has_counterpart(n, outlets) for n in range(len(outlets))]
    wording = covered_spans(passages)
    figures = tuple(figures)
    shared, own = _shared_spans(quotes, figures, readings), _own_figures(figures)
    for article, paragraph, span in sorted(doubtful):
        shared[article, paragraph].append(span)
    written = _written_numbers(figures, readings)
    echoes = Echoes(readings, lambda form, language: _meanings(language)(form))
    untold = [
        row
        for row in rows
        if counterpart[row.article]
        and not _is_shared(row, readings[row.article], wording, shared)
        and not _has_number(row, readings[row.article], written[readings[row.article].article.id])
        and not _has_long_number(row, common)
    ]
    may_fill = len(set(outlets)) <= MAX_OUTLETS
    ranked, spare = _valued(untold, readings, common, own, may_fill=may_fill)
    small = _small_figures(figures)
    spare = [s for s in spare if len(ranked[s.article]) < most and not _is_in(s, readings, small)]
    for value, row in _fillers(spare, told, readings):
        ranked[row.article].append((value, row))
    chosen = [row for article in sorted(ranked) for row in _most_telling(ranked[article], most, echoes)]
    chosen.sort(key=lambda s: (s.article, s.block, s.span))
    return tuple(_told(s, readings[s.article]) for s in chosen)


def _valued(
    untold: Sequence[_Sentence],
    readings: Sequence[Reading],
    common: frozenset[str],
    own: Mapping[Key, Sequence[tuple[int, int]]],
    *,
    may_fill: bool,
) -> tuple[dict[int, list[tuple[float, _Sentence]]], list[_Sentence]]:
    """The sentences with news, by article, with their values; and those with a few new words, where they may fill up."""
    ranked: dict[int, list[tuple[float, _Sentence]]] = defaultdict(list)
    spare: list[_Sentence] = []
    for row in untold:
        reading = readings[row.article]
        value = _news_value(row, common)
        if not value and (not may_fill or common.issuperset(row.stems)):
            continue
        if addresses_reader(reading, row.block, row.span):
            continue
        if value:
            spans = own.get((reading.article.id, reading.blocks[row.block].block.id), ())
            numbers = sum(s[0].isdecimal() for s in row.stems if s not in common)
            form = form_value(reading, row.block, row.span, figures=spans, numbers=numbers)
            ranked[row.article].append((value + form, row))
        else:
            spare.append(row)
    return ranked, spare


def _fillers(
    spare: Sequence[_Sentence], told: Sequence[Sequence[_Words]], readings: Sequence[Reading]
) -> list[tuple[float, _Sentence]]:
    """Of sentences with few new words those that no sentence of another outlet comes near, with their small values."""
    if not spare:
        return []
    places = [(n, b, s) for n, r in enumerate(readings) for b, p in enumerate(r.blocks) for s in p.sentences]
    sentences = [frozenset(_inside(told[n][b], s)) for n, b, s in places]
    nearby = Nearby(sentences, [readings[n].outlet for n, _, _ in places])
    found: list[tuple[float, _Sentence]] = []
    for row in spare:
        weights = dict(zip(row.stems, row.weights, strict=True))
        if not nearby.has_like(weights, readings[row.article].outlet, MAX_NEAR):
            found.append((round(FILLING * sum(weights.values()) ** TELLING, 6), row))
    return found


def _small_figures(figures: Iterable[Figure]) -> dict[Key, list[tuple[int, int]]]:
    """Spans of small figures: another outlet may well have one in other words ("two counts", "two men")."""
    spans: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for figure in figures:
        for m in figure.mentions:
            if m.value < MIN_TELLING:
                spans[m.article, m.paragraph].append(m.span)
    return spans


def _is_in(row: _Sentence, readings: Sequence[Reading], spans: dict[Key, list[tuple[int, int]]]) -> bool:
    """Whether one of the spans lies in the sentence."""
    reading, (start, end) = readings[row.article], row.span
    key = reading.article.id, reading.blocks[row.block].block.id
    return any(a < end and b > start for a, b in spans.get(key, ()))


def _inside(words: _Words, span: tuple[int, int]) -> list[str]:
    """The stems of the words that start in a span."""
    return words.stems[bisect_left(words.starts, span[0]) : bisect_left(words.starts, span[1])]


def _most_telling(ranked: Sequence[tuple[float, _Sentence]], most: int, echoes: Echoes) -> list[_Sentence]:
    """The sentences of most value whose words nobody else quotes, each weighed against those chosen before it; none twice."""
    left = sorted(ranked, key=lambda x: (-x[0], x[1].block, x[1].span))
    stems = [frozenset(row.stems) for _, row in left]
    repeats = [0.0] * len(left)
    open_, chosen = list(range(len(left))), list[int]()
    while open_ and len(chosen) < most:
        best = max(open_, key=lambda n: left[n][0] * (1 - REPEATED * repeats[n]))
        open_.remove(best)
        if repeats[best] == 1.0 or echoes.has(left[best][1].article, left[best][1].block, left[best][1].span):
            continue
        chosen.append(best)
        for n in open_:
            repeats[n] = max(repeats[n], _share(stems[n], stems[best]))
    return [left[n][1] for n in chosen]


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the shorter sentence's words that both have."""
    return len(one & two) / min(len(one), len(two))


def _told(row: _Sentence, reading: Reading) -> Unique:
    block = reading.blocks[row.block].block
    return Unique(reading.article.id, block.id, row.span, block.text[row.span[0] : row.span[1]])


def _has_counterpart(article: int, outlets: Sequence[tuple[str, str]]) -> bool:
    """Whether at least half of the other outlets write in the article's language."""
    name, language = outlets[article]
    others = {other for other in outlets if other[0] != name}
    return bool(others) and 2 * sum(other[1] == language for other in others) >= len(others)


def _sentences(number: int, reading: Reading, told: Sequence[_Words]) -> list[_Sentence]:
    rows: list[_Sentence] = []
    for b, (passus, words) in enumerate(zip(reading.blocks, told, strict=True)):
        text = passus.block.text
        for start, end in parted(passus, reading.language, most=MAX_WORDS):
            if text[end - 1] in ENDS and MIN_WORDS <= text.count(" ", start, end) + 1 <= MAX_WORDS:
                low, high = bisect_left(words.starts, start), bisect_left(words.starts, end)
                weights = words.weights[low:high]
                if weights and words.starts[low] == start:
                    weights[0] = 1.0
                rows.append(_Sentence(number, b, (start, end), tuple(words.stems[low:high]), tuple(weights)))
    return rows


ENDS = ".!?…\"”’»')؟"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a block that tell something, in order: where each starts, its stem, and what it weighs."""

    starts: list[int]
    stems: list[str]
    weights: list[float]


def _told_words(reading: Reading) -> list[_Words]:
    """The words of each block that tell something, thousands joined ("300,000" is one)."""
    meaning_of = _meanings(reading.language)
    told: list[_Words] = []
    for block, passus in enumerate(reading.blocks):
        starts, stems, weights = list[int](), list[str](), list[float]()
        text, before = passus.block.text, None
        for token in reading.tokens_of(block):
            form, _, start, _ = token
            if not form[:1].isdecimal():
                if meaning := meaning_of(form):
                    starts.append(start)
                    stems.append(meaning)
                    weights.append(NAME_WEIGHT if text[start].isupper() else 1.0)
            elif before and len(form) == 3 and stems and _groups(before, token, text):
                stems[-1] += form
                weights[-1] = NUMBER_WEIGHT
            else:
                starts.append(start)
                stems.append(form)
                weights.append(NUMBER_WEIGHT)
            before = token
        told.append(_Words(starts, stems, weights))
    return told


@lru_cache(maxsize=16)
def _meanings(language: str) -> Callable[[str], str]:
    """What tells the stem of a word that tells something; it gives nothing for small words and single letters."""

    @lru_cache(maxsize=FOLDS_KEPT)
    def meaning(form: str) -> str:
        return "" if len(form) < 2 or is_small(form, language) else stem(form, language)

    return meaning


def _groups(before: Token, token: Token, text: str) -> bool:
    """Whether one mark that groups thousands stands between two runs of digits of one block."""
    return before.form.isdecimal() and token.start == before.end + 1 and text[before.end] in ",.\u202f\u00a0"


def _common(
    told: Sequence[Sequence[_Words]], readings: Sequence[Reading], outlets: Sequence[tuple[str, str]]
) -> frozenset[str]:
    """The stems that more than one outlet has, in the text or the title."""
    first: dict[str, str] = {}
    common: set[str] = set()
    for rows, reading, (outlet, _) in zip(told, readings, outlets, strict=True):
        stems = set(content_stems(reading.article.title.value, reading.language))
        stems.update(*(words.stems for words in rows))
        for one in stems:
            if first.setdefault(one, outlet) != outlet:
                common.add(one)
    return frozenset(common)


def _news_value(row: _Sentence, common: frozenset[str]) -> float:
    """What the sentence tells that no other outlet does: 0 where that is too little."""
    weight = dict(zip(row.stems, row.weights, strict=True))
    new = [w for s, w in weight.items() if s not in common]
    if len(new) < MIN_NOVEL:
        return 0.0
    total = sum(new)
    return round(float(total**TELLING), 6) if total >= MIN_NOVELTY * sum(weight.values()) else 0.0


def _shared_spans(
    quotes: Iterable[Quote], figures: Iterable[Figure], readings: Sequence[Reading]
) -> dict[Key, list[tuple[int, int]]]:
    """Spans of quotes, with all that stands between their marks, and of figures that more than one article has."""
    marked = {(r.article.id, p.block.id): p.quotations for r in readings for p in r.blocks}
    spans: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for figure in figures:
        if len({m.article for m in figure.mentions}) > 1:
            for m in figure.mentions:
                spans[m.article, m.paragraph].append(m.span)
    for quote in quotes:
        if len({m.article for m in quote.mentions}) > 1:
            for said in quote.mentions:
                whole = [(q.start, q.end) for q in marked[said.article, said.paragraph]]
                start, end = said.span
                spans[said.article, said.paragraph] += [
                    said.span,
                    *(w for w in whole if w[0] < end and start < w[1]),
                ]
    return spans


def _written_numbers(
    figures: Iterable[Figure], readings: Sequence[Reading]
) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """By article: how it writes the numbers that another outlet has too ("five days", "$34 billion"), each behind its digits.

    A small bare one is only taken up behind a definite word ("the three murders").
    """
    languages = {r.article.id: r.language for r in readings}
    written: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        if len({m.article for m in figure.mentions}) > 1:
            for m in figure.mentions:
                written[m.article].add(m.text)
    return {
        article: [_pattern_of(t, language) for t in sorted(written[article])]
        for article, language in languages.items()
    }


@lru_cache(maxsize=4096)
def _pattern_of(text: str, language: str) -> tuple[str, re.Pattern[str]]:
    """The pattern of a number, and the first digits that it holds: empty for one in words."""
    digits = _DIGITS.search(text)
    before = ""
    if " " not in text and sum(c.isdecimal() for c in text) < 2:
        before = "|".join(sorted(words_of(language, "definite", "taking_up"))) or "(?!)"
    led = rf"\b(?:{before})\s+" if before else r"(?<!\w)"
    return digits.group() if digits else "", re.compile(rf"{led}{re.escape(text)}(?!\w)", re.IGNORECASE)


_DIGITS = re.compile(r"[0-9]+")


def _has_number(row: _Sentence, reading: Reading, written: Sequence[tuple[str, re.Pattern[str]]]) -> bool:
    """Whether the sentence writes a number that another outlet has, though it may count nothing there."""
    text = reading.blocks[row.block].block.text
    inside = text[row.span[0] : row.span[1]]
    return any(digits in inside and pattern.search(text, *row.span) for digits, pattern in written)


def _has_long_number(row: _Sentence, common: frozenset[str]) -> bool:
    """Whether the sentence has a number of three digits or more, no year, that another outlet writes too."""
    return any(
        len(s) >= LONG_NUMBER and s.isdecimal() and not (len(s) == YEAR and s[:2] in CENTURIES)
        for s in row.stems
        if s in common
    )


LONG_NUMBER, YEAR, CENTURIES = 3, 4, ("17", "18", "19", "20")
"""Digits of a number that hardly stands in two texts by chance, and those of a year, which does."""


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
