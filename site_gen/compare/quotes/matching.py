"""Whether two sayings are one utterance, and which parts of them.

Goes in: two sayings, their words keyed by ``concepts``. Comes out: a ``Match``, or None. In each saying the stretch that
the other shares best is found (most shared words, few others between them); what counts is how alike the stretches are,
how much of the shorter saying they cover, whether the words come in one order, and whether the speakers can be one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language.names import any_language, same_person

from ..alignment import common_subsequence
from ..reading import content_stems
from .sayings import Said, Saying
from .units import Part

GAP_COST = 0.7
"""What a word that the other saying lacks costs a stretch, a shared one being worth 1."""
FULL = 0.75
"""A stretch that covers as much of a saying stands for the whole of it."""
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
"""A match must pass one row. Set on the sample event, the invented events of tests/fixtures/events and eight real ones."""
COMMON_WEIGHT = 0.5
"""What a word that many sayings of the event have ("the minister") is worth where both say much else besides."""
ALIKE = 0.9
"""Likeness from which two whole sayings are the same but for a word: their names then count like other words."""
PASSING = 0.45
"""A stretch that covers less of the longer saying must have the shared words in the other's order."""
LITERAL, LITERAL_WORDS = 0.85, 5
"""Sayings that have so much of the shorter in the same order, five words or more, are one utterance whoever is named."""
RUN_WORDS, RUN_STEMS = 5, 3
"""Equal words in a row, and telling ones among them (one of them may be common), that tie parts of two long quotations."""
FEW = 3
"""Shared telling words that prove nothing by themselves: one speaker says "a huge rocket" and "a great rocket" on two days."""
CUT = 0.85
"""Likeness of a saying that nobody is named for and of the stretch of another that it is cut from."""
UNKNOWN_RUN = 4
"""Equal words in a row between sayings of which nothing shows that the speakers are one."""
MAX_AROUND_ONE = 3
"""Telling words of a saying that may hold another's only one."""
MIN_CUT = 6
"""Words of such a saying from which it is cut out of a longer one whose speaker nothing shows to be another."""
MIN_BARE = 4
"""Words of a saying with one telling word, from which it is linked without a known speaker."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two parts that say the same."""

    score: float
    a: Part
    b: Part


def match(a: int, b: int, sayings: Sequence[Saying], common: Set[str] = frozenset()) -> Match | None:
    """Return how two sayings match, None where they do not; ``common`` are words that say little in this event."""
    one, two = sayings[a], sayings[b]
    part_two = _best_stretch(two.words, {w.stem for w in one.words})
    part_one = _best_stretch(one.words, set(stems_of(two.words, part_two))) if part_two else None
    if not part_one or not part_two:
        return None
    found = _Stretches(one, two, part_one, part_two)
    bond = same_voice(one, two)
    if not _is_one(one, two, found, bond, common):
        return None
    left = _part(a, part_one, found.covers[0], one.words)
    right = _part(b, part_two, found.covers[1], two.words)
    score = len(found.shared) * found.alike + (0.5 if bond else 0.0)
    return Match(round(score, 6), left, right)


class _Stretches:
    """What two stretches share."""

    def __init__(self, a: Saying, b: Saying, part_one: tuple[int, int], part_two: tuple[int, int]) -> None:
        self.part_one, self.part_two = part_one, part_two
        self.one, self.two = stems_of(a.words, part_one), stems_of(b.words, part_two)
        self.shared = set(self.one) & set(self.two)
        same = sum(t in self.shared for t in self.one) + sum(t in self.shared for t in self.two)
        self.alike = same / (len(self.one) + len(self.two))
        self.covers = len(self.one) / len(a.stems), len(self.two) / len(b.stems)

    @property
    def in_order(self) -> bool:
        """Whether the shared words come in the same order, one of four set aside."""
        return len(common_subsequence(self.one, self.two)) >= len(self.shared) - len(self.shared) // 4


def _is_one(one: Saying, two: Saying, found: _Stretches, bond: bool | None, common: Set[str]) -> bool:
    if len(found.shared) == 1:
        return _is_one_word(one, two, bond, common)
    if bond is False:
        return _is_literal(one.words, two.words)
    if _have_other_numbers(one, two) or (len(found.shared) <= FEW and _is_denied_in_one(one, two, found)):
        return False
    if not _is_close(one, two, found, bond):
        return False
    names = {w.stem for w in (*one.words, *two.words) if w.is_name}
    if _passes(found, bond, common, names) and (min(found.covers) >= PASSING or found.in_order):
        return True
    return _may_be_one(one, two, bond) and _same_run(one.words, two.words, {*common, *names})


def _have_other_numbers(one: Saying, two: Saying) -> bool:
    """Whether both give several numbers and hardly any of them is the other's: like words of other things."""
    x, y = ({w.form for w in s.words if w.form[:1].isdecimal()} for s in (one, two))
    least = min(len(x), len(y))
    return least >= SEVERAL and 2 * len(x & y) < least


SEVERAL = 2
"""Numbers of a saying from which they tell what it is about; a single one may have been rounded."""


def _is_denied_in_one(one: Saying, two: Saying, found: _Stretches) -> bool:
    """Whether one of the stretches denies what the other says ("not a straight road"), neither standing whole in the other."""
    denied = [_denies(s.words, part) for s, part in ((one, found.part_one), (two, found.part_two))]
    return denied[0] != denied[1] and not holds(one.words, two.words)


def _denies(said: Sequence[Said], part: tuple[int, int]) -> bool:
    words = any_language("denying")
    return any(w.form in words for w in said[max(0, part[0] - DENIED_WITHIN) : part[1] + 1])


DENIED_WITHIN = 2
"""Words before a stretch in which a "not" is of it ("not a straight road")."""


def _is_close(one: Saying, two: Saying, found: _Stretches, bond: bool | None) -> bool:
    """Whether few shared words stand in a row, or are nearly all of both; and many, where the speakers are unknown, partly so.

    Of two occasions, few must stand in a row word by word.
    """
    few = len(found.shared) <= FEW
    if holds(one.words, two.words):
        return True
    if few and are_apart(one, two):
        return False
    if min(found.covers) >= FULL or _is_cut(one, two, found):
        return True
    may_be_one = _may_be_one(one, two, bond)
    if (may_be_one or len(found.shared) >= FEW) and _in_a_row(one.stems, two.stems):
        return True
    if not may_be_one:
        return not few and _has_run(one.words, two.words, UNKNOWN_RUN)
    return not few or (len(found.shared) == FEW and found.in_order and not _are_persons(one, two))


def _is_cut(one: Saying, two: Saying, found: _Stretches) -> bool:
    """Whether one, of which the text names no speaker, is the other cut short: all its words, and few others among them."""
    nobodys = one.voice is None or two.voice is None
    whole = max(found.covers) == 1 and found.in_order and found.alike >= CUT
    return nobodys and whole and len(found.shared) >= FEW


def _are_persons(one: Saying, two: Saying) -> bool:
    """Whether persons speak: of their words three in one order prove nothing, of a body's statement in two translations they do."""
    return all(s.voice is not None and s.voice.kind == "person" for s in (one, two))


def are_apart(one: Saying, two: Saying) -> bool:
    """Whether two sayings are of two occasions: articles weeks apart, or days of the week that do not follow on one another."""
    if one.published and two.published and abs(one.published - two.published) > WEEKS_APART:
        return True
    if one.weekday is None or two.weekday is None:
        return False
    return (one.weekday - two.weekday) % WEEK not in (0, 1, WEEK - 1)


WEEK = 7
WEEKS_APART = 2 * WEEK
"""Days from which two articles hardly tell of one occasion; one that does gives its words as they were."""


def _in_a_row(x: Sequence[str], y: Sequence[str]) -> bool:
    """Whether all of the shorter stand in the longer, one behind the other."""
    short, long = sorted((tuple(x), tuple(y)), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _has_run(x: Sequence[Said], y: Sequence[Said], size: int) -> bool:
    """Whether the sayings have so many equal words in a row."""
    forms = [w.form for w in y]
    runs = {tuple(forms[i : i + size]) for i in range(len(forms) - size + 1)}
    return any(tuple(w.form for w in x[i : i + size]) in runs for i in range(len(x) - size + 1))


def _is_one_word(a: Saying, b: Saying, bond: bool | None, common: Set[str]) -> bool:
    """Whether two sayings that share one telling word ("a shame", "shame") are one: long ones share a word by chance.

    A word that stands in marks by itself is cut out of what the same speaker says at length elsewhere.
    """
    if not holds(a.words, b.words):
        return False
    if max(len(a.stems), len(b.stems)) > MAX_AROUND_ONE:
        shorter = min((a, b), key=lambda s: len(s.words))
        return (
            (bool(bond) or (bond is None and len(shorter.words) >= MIN_CUT))
            and not are_apart(a, b)
            and common.isdisjoint(shorter.stems)
            and not any(w.is_name for w in shorter.words)
        )
    return bool(bond) or (bond is None and min(len(a.words), len(b.words)) >= MIN_BARE)


def _may_be_one(a: Saying, b: Saying, bond: bool | None) -> bool:
    """Whether the speakers are one, or two bodies of which the text leaves open whether they are."""
    return bond or (bond is None and all(s.voice and s.voice.kind != "person" for s in (a, b)))


def _is_literal(x: Sequence[Said], y: Sequence[Said]) -> bool:
    """Whether two sayings are the same words, or one the beginning or end of the other, small slips allowed."""
    short, long = sorted(([w.form for w in x], [w.form for w in y]), key=len)
    return len(short) >= LITERAL_WORDS and len(common_subsequence(short, long)) >= LITERAL * len(short)


def holds(x: Sequence[Said], y: Sequence[Said]) -> bool:
    """Whether all words of the shorter stand in the longer in a row."""
    return _in_a_row([w.form for w in x], [w.form for w in y])


def _same_run(x: Sequence[Said], y: Sequence[Said], common: Collection[str]) -> bool:
    """Whether the sayings have a run of ``RUN_WORDS`` equal words in which enough tell something."""
    forms_y = [w.form for w in y]
    runs_y = {tuple(forms_y[i : i + RUN_WORDS]) for i in range(len(forms_y) - RUN_WORDS + 1)}
    for i in range(len(x) - RUN_WORDS + 1):
        run = x[i : i + RUN_WORDS]
        telling = [w.stem not in common for w in run if w.stem]
        if (
            len(telling) >= RUN_STEMS
            and sum(telling) >= RUN_STEMS - 1
            and tuple(w.form for w in run) in runs_y
        ):
            return True
    return False


def _passes(found: _Stretches, bond: bool | None, common: Collection[str], names: Collection[str]) -> bool:
    """Whether enough is shared; all names together count as one word, unless the sayings are nearly the same."""
    column, cover = 0 if bond else 1, max(found.covers)
    worth = COMMON_WEIGHT if cover < FULL else 1.0
    named = names if min(found.covers) < FULL or found.alike < ALIKE else ()
    told = sorted(t for t in found.shared if t not in named)
    weight = sum(worth if t in common else 1.0 for t in told) + (len(told) < len(found.shared))
    return any(
        weight >= row[column][0] and found.alike >= row[column][1] and cover >= row[column][2]
        for row in LEVELS
    )


def stems_of(said: Sequence[Said], part: tuple[int, int]) -> list[str]:
    """The keys of a saying's words from the first to the last of ``part`` (both in it), small words left out."""
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
