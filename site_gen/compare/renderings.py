"""One utterance in several articles: word for word, cut short, or in two translations.

Goes in: the sayings of all articles. Comes out: groups of parts of sayings. A long quotation of which other outlets carry
different halves stands in several groups, each time with the part that they carry.

Sayings are matched sentence by sentence (``units``), on the words that tell something. In each, the stretch that the
other shares best is found (most shared words, few others between them); the match counts by how alike the stretches
are, how much of the shorter sentence they cover, and whether the speakers can be one. Groups grow from the best match down; an outlet's two
different utterances never come into one group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from site_gen.language.names import same_person

from .alignment import common_subsequence
from .quotes import Said, Saying
from .reading import content_stems
from .units import LONE, Part, joined, units

GAP_COST = 0.7
"""What a word that the other saying lacks costs a stretch, a shared one being worth 1."""
WHOLE = 0.6
"""Stretches that share as much of the shorter are one part; an article's two renderings that do repeat each other."""
FULL = 0.75
"""A stretch that covers as much of a saying stands for the whole of it."""
MAX_HOLDERS = 60
"""A stem in more sayings than this is the event's own word (the name of its town) and proposes no pair by itself."""
BOUNDARY = frozenset({"and", "but", "which", "that", "who", "et", "mais", "qui", "que", "أن", "التي", "الذي"})
MAX_SNAP = 6
"""Words by which a part is widened to the borders of its clause."""

LEVELS = (
    # (shared stems, likeness of the stretches, cover of the shorter saying) when the speakers can be one / when unknown
    ((5, 0.58, 0.45), (6, 0.66, 0.5)),
    ((4, 0.62, 0.55), (4, 0.74, 0.6)),
    ((3, 0.66, 0.6), (3, 0.85, 0.75)),
    ((2, 0.74, 0.66), (2, 0.95, 0.9)),
    ((1, 0.99, 0.99), (9, 1.0, 1.0)),
)
"""A match must pass one row. Set on the sample event and the invented events of tests/fixtures/events."""
LITERAL, LITERAL_WORDS = 0.85, 5
"""Sayings that have so much of the shorter in the same order, five words or more, are one utterance whoever is named."""


RUN_WORDS = 5
"""Equal words in a row that tie parts of two long quotations, however little of them they cover."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two parts that say the same."""

    score: float
    a: Part
    b: Part


def groups(sayings: Sequence[Saying]) -> list[list[Part]]:
    """Return the groups of parts, every saying in at least one; parts in the order of the sayings."""
    places, sentences = units(sayings)
    matches = sorted(_matches(sentences), key=lambda m: (-m.score, m.a.saying, m.b.saying))
    grown = _Groups(sentences)
    for match in matches:
        grown.join(match)
    found = [[_placed(p, places[p.saying]) for p in g] for g in grown.result()]
    return joined(found, sayings)


def _placed(part: Part, unit: Part) -> Part:
    """A part of a sentence as a part of its saying."""
    return Part(unit.saying, unit.first + part.first, unit.first + part.last)


def _matches(sayings: Sequence[Saying]) -> Iterator[Match]:
    for a, b in _candidates(sayings):
        if sayings[a].article == sayings[b].article:
            continue
        found = match(a, b, sayings)
        if found:
            yield found


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


def match(a: int, b: int, sayings: Sequence[Saying]) -> Match | None:
    """Return how two sayings match, None where they do not."""
    x, y = sayings[a].words, sayings[b].words
    part_y = _best_stretch(y, {w.stem for w in x})
    part_x = _best_stretch(x, {w.stem for w in y[part_y[0] : part_y[1] + 1]}) if part_y else None
    if not part_x or not part_y:
        return None
    inside_x, inside_y = _stems(x, part_x), _stems(y, part_y)
    shared = set(inside_x) & set(inside_y)
    alike = (sum(t in shared for t in inside_x) + sum(t in shared for t in inside_y)) / (
        len(inside_x) + len(inside_y)
    )
    cover_x, cover_y = len(inside_x) / len(sayings[a].stems), len(inside_y) / len(sayings[b].stems)
    bond = same_voice(sayings[a], sayings[b])
    if len(shared) == 1 and not _is_one_word(sayings[a], sayings[b], bond):
        return None
    passes = _is_literal(x, y) if bond is False else _passes(len(shared), alike, max(cover_x, cover_y), bond)
    if (
        not passes
        and len(shared) > 1
        and not (
            len(shared) >= 3 and _may_be_one(sayings[a], sayings[b], bond) and _same_run(x, y, part_x, part_y)
        )
    ):
        return None
    one, two = _part(a, part_x, cover_x, x), _part(b, part_y, cover_y, y)
    return Match(round(len(shared) * alike + (0.5 if bond else 0.0), 6), one, two)


def _is_one_word(a: Saying, b: Saying, bond: bool | None) -> bool:
    """Whether two sayings of one telling word ("a shame", "shame") are one: longer ones share a word by chance."""
    one, two = a.words, b.words
    alone = len(a.stems) == len(b.stems) == 1
    return (
        alone
        and bond is not False
        and _holds(one, two)
        and (bool(bond) or min(len(one), len(two)) >= MIN_BARE)
    )


MIN_BARE = 4
"""Words of a saying with one telling word, from which it is linked without a known speaker."""


def _may_be_one(a: Saying, b: Saying, bond: bool | None) -> bool:
    """Whether the speakers are one, or two bodies of which the text leaves open whether they are."""
    return bond or (bond is None and all(s.voice and s.voice.kind != "person" for s in (a, b)))


def _is_literal(x: Sequence[Said], y: Sequence[Said]) -> bool:
    """Whether two sayings are the same words, or one the beginning or end of the other, small slips allowed."""
    short, long = sorted(([w.form for w in x], [w.form for w in y]), key=len)
    return len(short) >= LITERAL_WORDS and len(common_subsequence(short, long)) >= LITERAL * len(short)


def _holds(x: Sequence[Said], y: Sequence[Said]) -> bool:
    """Whether all words of the shorter stand in the longer in a row."""
    short, long = sorted(([w.form for w in x], [w.form for w in y]), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _same_run(x: Sequence[Said], y: Sequence[Said], part_x: tuple[int, int], part_y: tuple[int, int]) -> bool:
    """Whether the stretches have a run of ``RUN_WORDS`` equal words in which three tell something."""
    forms_y = [w.form for w in y[part_y[0] : part_y[1] + 1]]
    runs_y = {tuple(forms_y[i : i + RUN_WORDS]) for i in range(len(forms_y) - RUN_WORDS + 1)}
    for i in range(part_x[0], part_x[1] - RUN_WORDS + 2):
        run = x[i : i + RUN_WORDS]
        if sum(bool(w.stem) for w in run) >= 3 and tuple(w.form for w in run) in runs_y:
            return True
    return False


def _passes(shared: int, alike: float, cover: float, bond: bool | None) -> bool:
    column = 0 if bond else 1
    return any(
        shared >= row[column][0] and alike >= row[column][1] and cover >= row[column][2] for row in LEVELS
    )


def _stems(said: Sequence[Said], part: tuple[int, int]) -> list[str]:
    return [w.stem for w in said[part[0] : part[1] + 1] if w.stem]


def _best_stretch(said: Sequence[Said], others: set[str]) -> tuple[int, int] | None:
    """First and last word of the stretch richest in words of ``others`` (largest sum of a run)."""
    best, best_sum, start, total = None, 0.0, 0, 0.0
    for i, word in enumerate(said):
        if not word.stem:
            continue
        shared = word.stem in others
        if total <= 0:
            if not shared:
                continue
            start, total = i, 0.0
        total += 1.0 if shared else -GAP_COST
        if shared and total > best_sum:
            best, best_sum = (start, i), total
    return best


def _part(number: int, stretch: tuple[int, int], cover: float, said: Sequence[Said]) -> Part:
    """The stretch widened to its clause; the whole saying where it covers most of it."""
    if cover >= FULL:
        return Part(number, 0, len(said) - 1)
    first, last = stretch
    for _ in range(MAX_SNAP):
        if first == 0 or said[first - 1].form in BOUNDARY or _is_apart(said[first - 1], said[first]):
            break
        first -= 1
    for _ in range(MAX_SNAP):
        if last == len(said) - 1 or said[last + 1].form in BOUNDARY or _is_apart(said[last], said[last + 1]):
            break
        last += 1
    return Part(number, first, last)


def _is_apart(one: Said, two: Said) -> bool:
    """Whether punctuation stands between two words."""
    return two.start - one.end > 1


def same_voice(a: Saying, b: Saying) -> bool | None:
    """Whether two sayings have one speaker: True, False (two different persons), or None where it cannot be told."""
    one, two = a.voice, b.voice
    if one is None or two is None or "pronoun" in (one.kind, two.kind):
        return None
    if one.kind == "person" and two.kind == "person":
        return same_person(one.name, two.name)
    words_one, words_two = _voice_stems(one.name, one.role), _voice_stems(two.name, two.role)
    return None if words_one.isdisjoint(words_two) else True


@lru_cache(maxsize=4096)
def _voice_stems(name: str, role: str | None) -> frozenset[str]:
    return frozenset(content_stems(f"{name} {role or ''}", "en"))


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

    def _settled(self, part: Part) -> Part:
        """The part of the saying already in a group that is nearly this one, else this."""
        for known in self.parts[part.saying]:
            both = min(known.last, part.last) - max(known.first, part.first) + 1
            shorter = min(known.last - known.first, part.last - part.first) + 1
            if both >= WHOLE * shorter:
                return known
        return part

    def _agree(self, left: list[Part], right: list[Part]) -> bool:
        """False where one article would stand in the group with two different utterances."""
        articles = {self.sayings[p.saying].article: p for p in left}
        for part in right:
            other = articles.get(self.sayings[part.saying].article)
            if other is not None and other != part and not self._repeats(other, part):
                return False
        return True

    def _repeats(self, a: Part, b: Part) -> bool:
        x = set(_stems(self.sayings[a.saying].words, (a.first, a.last)))
        y = set(_stems(self.sayings[b.saying].words, (b.first, b.last)))
        return len(x & y) >= WHOLE * min(len(x), len(y))

    def _widened(self, part: Part) -> Part:
        """The whole saying in place of its only part, where that is the best of it."""
        said = self.sayings[part.saying]
        if len(self.parts[part.saying]) > 1 or len(_stems(said.words, (part.first, part.last))) < LONE * len(
            said.stems
        ):
            return part
        return Part(part.saying, 0, len(said.words) - 1)

    def result(self) -> list[list[Part]]:
        """The groups of two parts or more."""
        return [[self._widened(p) for p in m] for m in self.members.values() if m]
