"""Which sayings of two languages are one utterance in translation.

Goes in: sentences of sayings with their languages, and the names that the articles' descriptions found in them. Comes
out: matches of whole sentences, weaker than any match within a language. What two languages share is: names that the
descriptions give one form, numbers, words that a small lexicon gives one meaning (``*.lexicon.toml``), and words that
begin alike. Within an event and under one speaker that is enough to pair sentences, where each is the other's best
and no third is nearly as good; where no speaker ties them, it takes most of both sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from site_gen.language import fold, table

from ..concepts import concept, root
from ..reading import Reading, comparable, stem
from .matching import Match, same_voice
from .sayings import Saying
from .units import Part

MIN_ALIKE_LETTERS = 5
"""Letters at the start that words of two Latin scripts share when they are one ("confiance", "confidence")."""
BONDED = (2, 0.4)
"""Words that sentences of one speaker share, and of the shorter one the part they are."""
UNBONDED = (3, 0.6)
"""The same where it cannot be told whether the speakers are one."""
MARGIN = 1.25
"""By how much a pair is better than either sentence's next."""
SCALE = 0.01
"""Brings the score below those of one language, so that these matches join last."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a saying as other languages can read it."""

    number: int
    language: str
    words: tuple[frozenset[str], ...]
    """Of each telling word, the keys by which it may be known."""
    keys: frozenset[str]


def translated(units: Sequence[Saying], readings: Sequence[Reading]) -> list[Match]:
    """Return the matches between sentences of different languages."""
    if len({r.language for r in readings}) < 2:
        return []
    names = [_names(r) for r in readings]
    by_article: dict[int, list[_Sentence]] = defaultdict(list)
    for n, unit in enumerate(units):
        by_article[unit.article].append(
            _sentence(n, unit, readings[unit.article].language, names[unit.article])
        )
    found: list[Match] = []
    articles = sorted(by_article)
    for i, a in enumerate(articles):
        for b in articles[i + 1 :]:
            if readings[a].language != readings[b].language:
                found += _pairs(by_article[a], by_article[b], units)
    return found


Names = Mapping[str, Sequence[tuple[int, int, str]]]
"""By block: start, end and folded name."""


def _names(reading: Reading) -> Names:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for n in reading.article.names:
        found[n.block].append((n.start, n.end, "@" + fold(n.name)))
    return found


def _sentence(number: int, unit: Saying, language: str, names: Names) -> _Sentence:
    here = names.get(unit.block_id, ())
    words: list[frozenset[str]] = []
    last = ""
    for w in unit.words:
        name = next((name for start, end, name in here if start <= w.start and w.end <= end), "")
        if name:
            if name != last:
                words.append(frozenset({name}))
        elif w.stem:
            words.append(keys_of(w.form, language))
        last = name
    return _Sentence(number, language, tuple(words), frozenset().union(*words) if words else frozenset())


@lru_cache(maxsize=100_000)
def keys_of(form: str, language: str) -> frozenset[str]:
    """The keys by which a word of one language may be known in another."""
    if language == "en":
        keys = {concept(form, "en")}
    else:
        meaning = _meaning(form, language)
        keys = {concept(comparable(meaning), "en") or meaning} if meaning else set()
        number = concept(form, language)
        keys |= {number} if number.isdecimal() else set()
    if form.isascii() and len(form) >= MIN_ALIKE_LETTERS and form.isalpha():
        keys.add("~" + form[:MIN_ALIKE_LETTERS])
    return frozenset(keys or {f"{language}:{form}"})


def _meaning(form: str, language: str) -> str | None:
    """The English word for a word, by its form, by its stem, or without a particle written onto it."""
    lexicon = _lexicon(language)
    forms = [form, *(form[len(p) :] for p in table(language).get("word_prefixes", ()) if form.startswith(p))]
    for one in forms:
        found = lexicon.get(one) or (lexicon.get("-" + stem(one, language)) if len(one) > 2 else None)
        if found:
            return found
    return None


@cache
def _lexicon(language: str) -> Mapping[str, str]:
    """English words by word, and by "-" and stem."""
    found: dict[str, str] = {}
    for word, meaning in table(language).get("lexicon", {}).items():
        form = comparable(fold(word))
        found.setdefault(form, meaning)
        found.setdefault("-" + root(form, language), meaning)
    return found


def _pairs(left: Sequence[_Sentence], right: Sequence[_Sentence], units: Sequence[Saying]) -> list[Match]:
    """The pairs of two articles' sentences that are each other's best by a margin."""
    scores = {
        (a.number, b.number): score
        for a in left
        for b in right
        if not a.keys.isdisjoint(b.keys) and (score := _score(a, b, units))
    }
    best: dict[tuple[str, int], list[float]] = defaultdict(list)
    for (a, b), score in scores.items():
        best["a", a].append(score)
        best["b", b].append(score)
    return [
        Match(round(SCALE * score, 6), _whole(a, units), _whole(b, units))
        for (a, b), score in sorted(scores.items())
        if _wins(score, best["a", a]) and _wins(score, best["b", b])
    ]


def _wins(score: float, others: Sequence[float]) -> bool:
    ranked = sorted(others, reverse=True)
    return score == ranked[0] and (len(ranked) == 1 or score >= MARGIN * ranked[1])


def _whole(number: int, units: Sequence[Saying]) -> Part:
    return Part(number, 0, len(units[number].words) - 1)


def _score(a: _Sentence, b: _Sentence, units: Sequence[Saying]) -> float:
    """How much two sentences share, 0 where it is too little."""
    shared = min(_known(a.words, b.keys), _known(b.words, a.keys))
    bond = same_voice(units[a.number], units[b.number])
    if bond is False or not shared:
        return 0.0
    part = shared / min(len(a.words), len(b.words))
    least, least_part = BONDED if bond else UNBONDED
    if shared < least or part < least_part:
        return 0.0
    return shared * 2 * shared / (len(a.words) + len(b.words)) + (0.5 if bond else 0.0)


def _known(words: Sequence[frozenset[str]], keys: frozenset[str]) -> int:
    return sum(not w.isdisjoint(keys) for w in words)
