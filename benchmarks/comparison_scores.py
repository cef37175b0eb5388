"""Score what the comparison of one event gives against its gold: right, wrong and missed of each measure.

Goes in: a ``Gold``. Comes out: a ``Tally`` by measure; what was missed or wrong is told in sentences of ``errors``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from site_gen.compare import comparison
from site_gen.language import fold, words
from site_gen.model import Comparison, Figure, FigureMention, QuoteMention, Speaker, Unique
from site_gen.settings import CompareSettings
from tests.make import an_event

from .comparison_gold import Gold, Place, Said, is_at, places

FLAGS = {"differ", "scope differs"}
MOSTLY = 0.7
"""Share of the shorter of two texts, or of a passage of the gold, that must be found."""
HALF = 0.5
"""Part of a place of the gold that a quotation or sentence must hold."""


@dataclass
class Tally:
    """Right, wrong and missed of one measure."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


MEASURES = (
    "quotes: mentions",
    "quotes: linked pairs",
    "quotes: speaker",
    "figures: linked pairs",
    "figures: status",
    "figures: flagged as differing",
    "figures: traps avoided",
    "told by one only",
    "told by one only: not contradicted",
    "shared wording",
)


@dataclass
class Scores:
    """The tallies of one event, and what was missed or wrong in it."""

    gold: Gold
    errors: list[str]
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})

    def right(self, measure: str, count: int = 1) -> None:
        """What was found and should be."""
        self.tallies[measure].right += count

    def wrong(self, measure: str, told: str) -> None:
        """One that was found and should not."""
        self.tallies[measure].wrong += 1
        self._tell(told)

    def missed(self, measure: str, told: str) -> None:
        """One that was not found."""
        self.tallies[measure].missed += 1
        self._tell(told)

    def judged(self, measure: str, is_right: bool, told: str) -> None:
        """One that was found, right or wrong."""
        if is_right:
            self.right(measure)
        else:
            self.wrong(measure, told)

    def sought(self, measure: str, is_found: bool, told: str) -> None:
        """One that the gold has, found or missed."""
        if is_found:
            self.right(measure)
        else:
            self.missed(measure, told)

    def _tell(self, told: str) -> None:
        if told:
            self.errors.append(f"{self.gold.name}: {told}")


def score(gold: Gold, errors: list[str]) -> dict[str, Tally]:
    """Score one event."""
    result, _ = comparison(an_event(gold.articles), gold.articles, settings=CompareSettings())
    scores = Scores(gold, errors)
    _score_quotes(scores, result)
    if gold.has_figures:
        _score_figures(scores, result)
    _score_unique(scores, result)
    _score_passages(scores, result)
    return scores.tallies


def total(scores: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The sums of the tallies of several events."""
    summed = {name: Tally() for name in MEASURES}
    for tallies in scores:
        for name, tally in tallies.items():
            summed[name].add(tally)
    return summed


Found = list[tuple[int, QuoteMention]]
"""Mentions of quotes, each with the number of its group."""


def _score_quotes(scores: Scores, result: Comparison) -> None:
    found = [(g, m) for g, q in enumerate(result.quotes) for m in q.mentions]
    entries = [_quotes_of(scores.gold, m) for _, m in found]
    _score_mentions(scores, found, entries)
    linked = _linked(scores, found, entries)
    for n, (_, mentions) in enumerate(scores.gold.quotes):
        for a, b in combinations(mentions, 2):
            if n not in scores.gold.optional:
                is_found = (n, a, b) in linked or (n, b, a) in linked
                scores.sought("quotes: linked pairs", is_found, f"not linked: {a}, {b}: {mentions[a]}")
    for (g, m), known in zip(found, entries, strict=True):
        for n in known - scores.gold.optional:
            named, wanted = result.quotes[g].speaker, scores.gold.quotes[n][0]
            told = f"speaker: {m.article}: {m.text}: {named} (gold {wanted})"
            scores.judged("quotes: speaker", _is_speaker(named, wanted), told)


def _quotes_of(gold: Gold, mention: QuoteMention) -> set[int]:
    """Numbers of the gold's quotes that a mention renders."""
    rows = enumerate(gold.quotes)
    return {n for n, (_, at) in rows if mention.article in at and _says(mention, at[mention.article])}


def _score_mentions(scores: Scores, found: Found, entries: list[set[int]]) -> None:
    """Count the mentions that the gold has, and where it is complete those that it has not."""
    gold, measure = scores.gold, "quotes: mentions"
    hit: set[tuple[int, str]] = set()
    for (_, m), known in zip(found, entries, strict=True):
        hit |= {(n, m.article) for n in known}
        if not known and gold.is_complete:
            scores.wrong(measure, f"not a quote in gold: {m.article}: {m.text}")
    scores.right(measure, len(hit))
    for n, (_, mentions) in enumerate(gold.quotes):
        for k, text in mentions.items():
            if (n, k) not in hit and n not in gold.optional:
                scores.missed(measure, f"quote missed: {k}: {text}")


def _linked(scores: Scores, found: Found, entries: list[set[int]]) -> set[tuple[int, str, str]]:
    """The pairs of the gold that stand in one group: number of the quote, and its articles; others there are wrong."""
    pairs: set[tuple[int, str, str]] = set()
    rows = zip(found, entries, strict=True)
    for ((g, a), one), ((h, b), two) in combinations(rows, 2):
        if g != h or a.article == b.article:
            continue
        common = one & two
        pairs |= {(n, a.article, b.article) for n in common}
        if not common and (scores.gold.is_complete or (one and two)):
            told = f"wrongly linked: {a.article}: {a.text} || {b.article}: {b.text}"
            scores.wrong("quotes: linked pairs", told)
    return pairs


def _is_speaker(named: Speaker | None, wanted: str) -> bool:
    """Whether a speaker is the gold's, by a word of the name or the institution; nobody, where the gold knows nobody."""
    said = forms(f"{named.name} {named.role or ''}") if named else []
    if not set(forms(wanted)).isdisjoint(said):
        return True
    return named is None and "unknown" in wanted.split("/")


def forms(text: str) -> list[str]:
    """Folded words."""
    return [fold(w.text) for w in words(text)]


def same_text(found: str, gold: str) -> bool:
    """Whether a found string is the gold string: most words of the shorter, in their order of appearance."""
    a, b = forms(found), forms(gold)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    common = sum(m.size for m in blocks if m.size > 1 or min(len(a), len(b)) == 1)
    return common >= MOSTLY * min(len(a), len(b)) and bool(common)


def _says(mention: QuoteMention, wanted: Said) -> bool:
    """Whether a mention renders what is looked for: most words of a string, half of a place."""
    if isinstance(wanted, str):
        return same_text(mention.text, wanted)
    return any(is_at(p, mention.paragraph, mention.span, part=HALF) for p in wanted)


def _figures_of(gold: Gold, mention: FigureMention) -> set[int]:
    """Numbers of the gold's figures that a mention is one of."""
    return {
        n
        for n, (_, values) in enumerate(gold.figures)
        for text in values.get(mention.article, ())
        for block, low, high in places(gold, mention.article, text)
        if block == mention.paragraph and low < mention.span[1] and mention.span[0] < high
    }


def _score_figures(scores: Scores, result: Comparison) -> None:
    gold = scores.gold
    groups = [_by_article(gold, figure) for figure in result.figures]
    for figure, known in zip(result.figures, groups, strict=True):
        for a, b in combinations(sorted(known), 2):
            if not known[a] & known[b] and (gold.is_complete or (known[a] and known[b])):
                scores.wrong("figures: linked pairs", f"wrongly linked: {figure.counts}: {a}, {b}")
    for n, (_, values) in enumerate(gold.figures):
        if n in gold.optional_figures:
            continue
        for a, b in combinations(values, 2):
            is_found = any(n in g.get(a, ()) and n in g.get(b, ()) for g in groups)
            told = f"figures not linked: {a}: {values[a]} || {b}: {values[b]}"
            scores.sought("figures: linked pairs", is_found, told)
        _score_status(scores, result, groups, n)
    for figure, known in zip(result.figures, groups, strict=True):
        _score_flag(scores, figure, set().union(*known.values()))
    for one, two in gold.traps:
        fallen = any(_has(gold, f, *one) and _has(gold, f, *two) for f in result.figures)
        scores.judged("figures: traps avoided", not fallen, f"trap: {one} {two}")


def _by_article(gold: Gold, figure: Figure) -> dict[str, set[int]]:
    """By article of a figure: the numbers of the gold's figures that its mentions are."""
    known: dict[str, set[int]] = {}
    for m in figure.mentions:
        known.setdefault(m.article, set()).update(_figures_of(gold, m))
    return known


def _has(gold: Gold, figure: Figure, article: str, text: Said) -> bool:
    return any(
        m.article == article and m.paragraph == block and low <= m.span[0] < high
        for m in figure.mentions
        for block, low, high in places(gold, article, text)
    )


def _score_status(scores: Scores, result: Comparison, groups: list[dict[str, set[int]]], n: int) -> None:
    """Count whether a figure of the gold is shown with its status, and flagged where it does not agree."""
    status, values = scores.gold.figures[n]
    shown = {
        f.status
        for f, g in zip(result.figures, groups, strict=True)
        if f.status != "single" and n in set().union(*g.values())
    }
    scores.judged("figures: status", status in shown, f"status {sorted(shown)} instead of {status}: {values}")
    if status != "agree":
        scores.sought("figures: flagged as differing", bool(shown & FLAGS), "")


def _score_flag(scores: Scores, figure: Figure, known: set[int]) -> None:
    """Count a flag on what the gold says agrees, or does not know though it is complete."""
    gold = scores.gold
    right = any(gold.figures[n][0] != "agree" for n in known)
    if figure.status in FLAGS and not right and (known or gold.is_complete):
        scores.wrong("figures: flagged as differing", f"wrongly flagged: {figure.counts}")


def _score_unique(scores: Scores, result: Comparison) -> None:
    for article, text in scores.gold.unique:
        told = any(_tells(u, article, text) for u in result.unique)
        scores.sought("told by one only", told, f"not shown as told by {article} only: {text}")
    for u in result.unique:
        shared = any(is_at(p, u.paragraph, u.span) for p in _shared(scores.gold, u.article))
        scores.judged("told by one only: not contradicted", not shared, f"holds what others have: {u.text}")


def _score_passages(scores: Scores, result: Comparison) -> None:
    for a, b, text in scores.gold.passages:
        between = (p.mentions for p in result.passages if b in {m.article for m in p.mentions})
        shared = [m.text for mentions in between for m in mentions if m.article == a]
        covered, wanted = set(" ".join(shared).casefold().split()), text.casefold().split()
        is_found = sum(w in covered for w in wanted) >= MOSTLY * len(wanted)
        scores.sought("shared wording", is_found, f"passage: {a}, {b}: {text}")


def _tells(unique: Unique, article: str, wanted: Said) -> bool:
    """Whether a sentence is or holds what only its outlet tells."""
    if unique.article != article:
        return False
    if isinstance(wanted, str):
        return wanted in unique.text
    return any(is_at(p, unique.paragraph, unique.span, part=HALF) for p in wanted)


def _shared(gold: Gold, article: str) -> list[Place]:
    """Where an article gives a figure, or by positions a quote, that others give too: of those that must be linked."""
    figures = (v for n, (_, v) in enumerate(gold.figures) if n not in gold.optional_figures)
    quotes = (m for n, (_, m) in enumerate(gold.quotes) if n not in gold.optional)
    found = [t for values in figures if len(values) > 1 for t in values.get(article, ())]
    said = [m[article] for m in quotes if len(m) > 1 and article in m]
    found += [t for t in said if not isinstance(t, str)]
    return [p for t in found for p in places(gold, article, t)]
