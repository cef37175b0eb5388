"""Wording that two texts share: seeds of equal words, joined over small gaps.

Goes in: two sequences of word forms. Comes out: stretches, each a list of places (i, j) where the words are the same,
both rising. A stretch bridges up to ``MAX_GAP`` differing words on either side; inside the gap, equal words still count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

SEED_WORDS = 4
"""Words in a row that start a stretch: wire copy that an editor reworked keeps runs of four (measured on the sample event:
3 adds stock phrases, 5 loses a tenth of the shared words)."""
MAX_GAP = 12
"""Differing words that a stretch bridges: an inserted clause ("brokered by two neighbours") and its attribution."""
MAX_REPEATS = 4
"""A phrase that stands more often in one text is a stock phrase: only its first places start a stretch."""
MIN_DENSITY = 0.5
"""Equal words among all words of a stretch, in the longer of the two texts."""

Grams = Mapping[tuple[str, ...], tuple[int, ...]]
Run = tuple[int, int, int]
"""Place in the first text, place in the second, words."""
Stretch = list[tuple[int, int]]


def grams(forms: Sequence[str], size: int = SEED_WORDS) -> Iterator[tuple[str, ...]]:
    """Each run of ``size`` words, in order."""
    return zip(*(forms[k:] for k in range(size)), strict=False)


def places(
    forms: Sequence[str], wanted: Collection[tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[int, ...]]:
    """The wanted runs of words that a text holds, and the places where each starts."""
    found: dict[tuple[str, ...], tuple[int, ...]] = {}
    for i, gram in enumerate(grams(forms)):
        if gram in wanted:
            starts = found.get(gram, ())
            if len(starts) < MAX_REPEATS:
                found[gram] = (*starts, i)
    return found


def stretches(
    a: Sequence[str], b: Sequence[str], grams_a: Grams, grams_b: Grams, *, min_words: int
) -> list[Stretch]:
    """Return the stretches of at least ``min_words`` equal words, in the order of the first text."""
    runs = _without_overlap(_runs(grams_a, grams_b))
    found = [_filled(chain, a, b) for chain in _chains(runs)]
    return [s for s in found if len(s) >= min_words and _density(s) >= MIN_DENSITY]


def _density(stretch: Stretch) -> float:
    (i, j), (k, m) = stretch[0], stretch[-1]
    return len(stretch) / max(k - i + 1, m - j + 1)


def _runs(grams_a: Grams, grams_b: Grams) -> list[Run]:
    """Longest runs of equal words, each found from its seeds."""
    common = grams_a.keys() & grams_b.keys()
    starts = {(i, j) for gram in common for i in grams_a[gram] for j in grams_b[gram]}
    runs: list[Run] = []
    for i, j in sorted(starts):
        if (i - 1, j - 1) in starts:
            continue
        length = 1
        while (i + length, j + length) in starts:
            length += 1
        runs.append((i, j, length + SEED_WORDS - 1))
    return runs


def _without_overlap(runs: list[Run]) -> list[Run]:
    """The runs longest first, each word of either text used once; what is left of a shorter run is kept while it is a seed."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept: list[Run] = []
    for i, j, n in sorted(runs, key=lambda r: (-r[2], abs(r[0] - r[1]), r)):
        while n and (i in used_a or j in used_b):
            i, j, n = i + 1, j + 1, n - 1
        length = 0
        while length < n and i + length not in used_a and j + length not in used_b:
            length += 1
        if length >= SEED_WORDS:
            kept.append((i, j, length))
            used_a.update(range(i, i + length))
            used_b.update(range(j, j + length))
    return sorted(kept)


def _chains(runs: list[Run]) -> list[list[Run]]:
    """Runs that follow each other in both texts with a small gap, together."""
    chains: list[list[Run]] = []
    for run in runs:
        for chain in chains[-3:][::-1]:
            i, j, n = chain[-1]
            if 0 <= run[0] - i - n <= MAX_GAP and 0 <= run[1] - j - n <= MAX_GAP:
                chain.append(run)
                break
        else:
            chains.append([run])
    return chains


def _filled(chain: list[Run], a: Sequence[str], b: Sequence[str]) -> Stretch:
    """All equal places of a chain: its runs, and equal words in order inside the gaps."""
    places: Stretch = []
    for i, j, n in chain:
        if places:
            k, m = places[-1][0] + 1, places[-1][1] + 1
            places += [(k + x, m + y) for x, y in _equal(a[k:i], b[m:j])]
        places += [(i + k, j + k) for k in range(n)]
    return places


def _equal(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    if not a or not b:
        return []
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(m.a + k, m.b + k) for m in blocks for k in range(m.size)]


def common_subsequence(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """Words that stand in both, in order."""
    return [a[i] for i, _ in _equal(a, b)]
