"""One utterance in several articles: word for word, cut short, or in two translations.

Goes in: the sayings of all articles. Comes out: groups of parts of sayings. A long quotation of which other outlets carry
different halves stands in several groups, each time with the part that they carry.

Sayings are matched sentence by sentence (``units``, ``matching``). Groups grow from the best match down; an outlet's two
different utterances never come into one group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..reading import Reading
from .matching import Match, are_apart, holds, match, stems_of
from .sayings import Saying
from .translations import translated
from .units import LONE, Part, joined, units

WHOLE = 0.6
"""Stretches that share as much of the shorter are one part; an article's two renderings that do repeat each other."""
MAX_HOLDERS = 60
"""A stem in more sayings than this is the event's own word (the name of its town) and proposes no pair by itself."""
MIN_COMMON, COMMON = 6, 3
"""A word in so many quoted sentences, and in so many of each article that has it, is common in the event."""


def groups(sayings: Sequence[Saying], readings: Sequence[Reading]) -> list[list[Part]]:
    """Return the groups of parts, every saying in at least one; parts in the order of the sayings."""
    places, sentences = units(sayings)
    matches = [*_matches(sentences), *translated(sentences, readings)]
    matches.sort(key=lambda m: (-m.score, m.a.saying, m.b.saying))
    grown = _Groups(sentences)
    for one in matches:
        grown.join(one)
    found = [[_placed(p, places[p.saying]) for p in g] for g in grown.result()]
    return joined(found, sayings)


def _placed(part: Part, unit: Part) -> Part:
    """A part of a sentence as a part of its saying."""
    return Part(unit.saying, unit.first + part.first, unit.first + part.last)


def _matches(sayings: Sequence[Saying]) -> Iterator[Match]:
    common = common_words(sayings)
    for a, b in _candidates(sayings):
        if sayings[a].article == sayings[b].article:
            continue
        found = match(a, b, sayings, common)
        if found:
            yield found


def common_words(sayings: Sequence[Saying]) -> frozenset[str]:
    """Keys of words that the articles which have them repeat from sentence to sentence: sharing one says little."""
    held = Counter((told, s.article) for s in sayings for told in set(s.stems))
    sentences: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for (told, _), count in held.items():
        sentences[told] += count
        articles[told] += 1
    return frozenset(t for t, n in sentences.items() if n >= max(MIN_COMMON, COMMON * articles[t]))


def _candidates(sayings: Sequence[Saying]) -> list[tuple[int, int]]:
    """Pairs of sayings with two stems in common, or with the only one that the shorter has."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, s in enumerate(sayings):
        for told in set(s.stems):
            holders[told].append(n)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for told in sorted(holders):
        if len(holders[told]) <= MAX_HOLDERS:
            for pair in combinations(holders[told], 2):
                common[pair] += 1
    sizes = [len(set(s.stems)) for s in sayings]
    return sorted(p for p, n in common.items() if n >= min(2, sizes[p[0]], sizes[p[1]]))


class _Groups:
    """Groups of parts, grown match by match."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self.sayings = sayings
        self.parts: dict[int, list[Part]] = defaultdict(list)
        self.group_of: dict[Part, int] = {}
        self.members: dict[int, list[Part]] = {}
        self.taken: set[tuple[Part, int]] = set()

    def join(self, match: Match) -> None:
        """Put the parts of a match into one group, unless either already has its counterpart in the other's article."""
        a, b = self._settled(match.a), self._settled(match.b)
        article_a, article_b = self.sayings[a.saying].article, self.sayings[b.saying].article
        if (a, article_b) in self.taken or (b, article_a) in self.taken:
            self._add_piece(match.a, b)
            self._add_piece(match.b, a)
            return
        one, two = self.group_of.get(a), self.group_of.get(b)
        left = self.members[one] if one is not None else [a]
        right = self.members[two] if two is not None else [b]
        if (one is None or one != two) and not self._agree(left, right):
            return
        self.taken |= {(a, article_b), (b, article_a)}
        if one is not None and one == two:
            return
        number = min(x for x in (one, two, len(self.members)) if x is not None)
        for old in (one, two):
            if old is not None and old != number:
                self.members[old] = []
        self.members[number] = [*left, *right]
        for part in self.members[number]:
            self.group_of[part] = number
            if part not in self.parts[part.saying]:
                self.parts[part.saying].append(part)

    def _add_piece(self, piece: Part, whole: Part) -> None:
        """Put a piece of a broken quotation ("“…,” she said, “…”") beside the other piece of it that is linked with the whole."""
        group = self.group_of.get(whole)
        said, other = self.sayings[piece.saying], self.sayings[whole.saying]
        if (
            group is None
            or piece in self.group_of
            or self.parts[piece.saying]
            or not holds(said.words, other.words)
        ):
            return
        beside = {p.saying for p in self.members[group]} & {piece.saying - 1, piece.saying + 1}
        if any(
            (self.sayings[n].article, self.sayings[n].block) == (said.article, said.block) for n in beside
        ):
            self.members[group].append(piece)
            self.group_of[piece] = group
            self.parts[piece.saying].append(piece)

    def _settled(self, part: Part) -> Part:
        """The part of the saying already in a group that is nearly this one, else this."""
        for known in self.parts[part.saying]:
            both = min(known.last, part.last) - max(known.first, part.first) + 1
            shorter = min(known.last - known.first, part.last - part.first) + 1
            if both >= WHOLE * shorter:
                return known
        return part

    def _agree(self, left: list[Part], right: list[Part]) -> bool:
        """False where one article would stand in the group with two different utterances, or two occasions with like words."""
        articles = {self.sayings[p.saying].article: p for p in left}
        for part in right:
            other = articles.get(self.sayings[part.saying].article)
            if other is not None and other != part and not self._repeats(other, part):
                return False
        pairs = ((self.sayings[a.saying], self.sayings[b.saying]) for a in left for b in right)
        return all(match(0, 1, pair) for pair in pairs if are_apart(*pair))

    def _repeats(self, a: Part, b: Part) -> bool:
        x = set(stems_of(self.sayings[a.saying].words, (a.first, a.last)))
        y = set(stems_of(self.sayings[b.saying].words, (b.first, b.last)))
        return len(x & y) >= WHOLE * min(len(x), len(y))

    def _widened(self, part: Part) -> Part:
        """The whole saying in place of its only part, where that is the best of it."""
        said = self.sayings[part.saying]
        if len(self.parts[part.saying]) > 1 or len(
            stems_of(said.words, (part.first, part.last))
        ) < LONE * len(said.stems):
            return part
        return Part(part.saying, 0, len(said.words) - 1)

    def result(self) -> list[list[Part]]:
        """The groups of two parts or more."""
        return [[self._widened(p) for p in m] for m in self.members.values() if m]
