"""Shared wording: passages that several articles carry, and how much of each article is its own.

Goes in: the readings of one event's articles, in the event's order. Comes out: passages, each inside one paragraph of
each article (a passage over several paragraphs is one passage a pair of paragraphs: that is what a reader can be led to),
longest first; overlaps of every pair; own wording of every article: what an outlet repeats of itself is its own. Words that
both only quote are a passage too, marked as such and credited to no agency. Who took from whom is not concluded.

Large events: every article is compared with those it shares most seeds with, ``MAX_PAIRS`` pairs in all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from site_gen.language import table
from site_gen.language.organisations import fold_outlet
from site_gen.model import Overlap, OwnWording, Passage, PassageMention

from .alignment import Grams, Stretch, common_subsequence, grams, places, stretches
from .reading import Reading, is_small

MAX_PAIRS = 1500
"""Pairs of articles aligned in one event: all pairs up to 55 articles; about a second of work for news-length articles."""
MIN_TELLING = 4
"""Words that a stretch must have besides small ones, numbers and names: what else outlets share is a title, names or a turn
of phrase (docs/measurements/comparison-tried.md)."""
SAME_PLACE = 0.7
"""Two spans of one paragraph are one passage where they share as much of their common extent."""
MAX_COMMON = 12
"""Mentions over which the words that all share are counted; more would not change what a reader sees."""

_POST = re.compile(r".+[—–-]\s?[^—–()]{1,60}\(@\w{1,30}\)\s*(?=$|\w+\.? \d{1,2}, \d{4}|\d{1,2}\.? \w+ \d{4})")
"""A post with its author and day behind a dash: "Words. — Jane Doe (@jane) May 3, 2019"."""

Place = tuple[int, int, int, int]
"""Article, block, first token, last token."""
Piece = tuple[Place, Place, bool]
"""Where two articles have the same words, and whether they only quote them."""


def shared(
    readings: Sequence[Reading], *, min_words: int
) -> tuple[tuple[Passage, ...], tuple[Overlap, ...], tuple[OwnWording, ...]]:
    """Return passages, overlaps of the pairs that share any, and own wording of all articles."""
    forms = [[t.form for t in r.tokens] for r in readings]
    said = [_quoted_tokens(r) for r in readings]
    outlets = [fold_outlet(r.outlet) for r in readings]
    indexes = _seeds(forms)
    pieces: list[Piece] = []
    overlaps: list[Overlap] = []
    covered: list[set[int]] = [set() for _ in readings]
    for a, b in _pairs(indexes):
        known = stretches(forms[a], forms[b], indexes[a], indexes[b], min_words=min_words)
        found = [s for s in known if _tells(s, readings[a], said[a], said[b])]
        if not found:
            continue
        in_a, in_b = {i for s in found for i, _ in s}, {j for s in found for _, j in s}
        if outlets[a] != outlets[b]:
            covered[a] |= in_a
            covered[b] |= in_b
        overlaps.append(_overlap(readings[a], readings[b], len(in_a)))
        for stretch in found:
            told = sum(i not in said[a] and j not in said[b] for i, j in stretch)
            pieces += [(*piece, told < min_words) for piece in _pieces(stretch, readings, a, b, min_words)]
    own = tuple(_own(r, c) for r, c in zip(readings, covered, strict=True))
    return _passages(pieces, readings), tuple(overlaps), own


def _quoted_tokens(reading: Reading) -> set[int]:
    """The tokens that stand between quotation marks, or in a post that is shown with its author's name."""
    found: set[int] = set()
    for number, passus in enumerate(reading.blocks):
        spans = [(q.start, q.end) for q in passus.quotations]
        post = _POST.match(passus.block.text) if "(@" in passus.block.text else None
        if post:
            spans.append(post.span())
        starts = [token.start for token in reading.tokens_of(number)] if spans else []
        for low, high in spans:
            within = range(bisect_left(starts, low), bisect_left(starts, high))
            found.update(reading.bounds[number] + n for n in within)
    return found


def _tells(stretch: Stretch, reading: Reading, said: set[int], other: set[int]) -> bool:
    """Whether a stretch is more than a title, names and small words, which anyone would write so; words of speech are."""
    left = MIN_TELLING
    for i, j in stretch:
        left -= i in said or j in other or _is_telling(reading, i)
        if not left:
            return True
    return False


def _is_telling(reading: Reading, at: int) -> bool:
    """Whether a word is neither small nor a number, nor has a capital inside a sentence, where only names have one."""
    token = reading.tokens[at]
    if token.form[:1].isdecimal() or is_small(token.form, reading.language):
        return False
    passus = reading.blocks[token.block]
    if not passus.block.text[token.start].isupper() or any(s[0] == token.start for s in passus.sentences):
        return True
    return bool(table(reading.language).get("capital_nouns"))


def _seeds(forms: Sequence[Sequence[str]]) -> list[Grams]:
    """By article: the runs of words that another article has, too, and where each starts."""
    once: set[tuple[str, ...]] = set()
    shared_by_two: set[tuple[str, ...]] = set()
    for text in forms:
        held = set(grams(text))
        shared_by_two |= once & held
        once |= held
    return [places(text, shared_by_two) for text in forms]


def _pairs(indexes: Sequence[Iterable[tuple[str, ...]]]) -> list[tuple[int, int]]:
    """The pairs that share a seed; the ones that share most where there are too many."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, index in enumerate(indexes):
        for gram in index:
            holders[gram].append(number)
    if len(indexes) * (len(indexes) - 1) // 2 <= MAX_PAIRS:
        return sorted({pair for group in holders.values() for pair in combinations(group, 2)})
    return _most_shared(holders, len(indexes))


def _most_shared(holders: dict[tuple[str, ...], list[int]], count: int) -> list[tuple[int, int]]:
    """The MAX_PAIRS pairs with most seeds in common, each article's best partner first."""
    import numpy as np

    shared_seeds = np.zeros((count, count), dtype=np.int32)
    for group in holders.values():
        if len(group) > 1:
            shared_seeds[np.ix_(group, group)] += 1
    np.fill_diagonal(shared_seeds, 0)
    ranked = np.argsort(-shared_seeds, axis=1, kind="stable")
    per_article = max(1, 2 * MAX_PAIRS // count)
    pairs = {
        (min(a, int(b)), max(a, int(b)))
        for a in range(count)
        for b in ranked[a, :per_article]
        if shared_seeds[a, b] > 0
    }
    return sorted(pairs)


def _overlap(a: Reading, b: Reading, words: int) -> Overlap:
    share_a, share_b = (round(min(1.0, words / max(1, len(r.tokens))), 4) for r in (a, b))
    return Overlap(a.article.id, b.article.id, words, share_a, share_b)


def _own(reading: Reading, covered: set[int]) -> OwnWording:
    share = 1 - len(covered) / len(reading.tokens) if reading.tokens else 1.0
    return OwnWording(reading.article.id, round(share, 4))


def _pieces(
    stretch: Stretch, readings: Sequence[Reading], a: int, b: int, min_words: int
) -> list[tuple[Place, Place]]:
    """The parts of a stretch that stand in one paragraph of each article."""
    by_blocks: dict[tuple[int, int], Stretch] = defaultdict(list)
    tokens_a, tokens_b = readings[a].tokens, readings[b].tokens
    for i, j in stretch:
        by_blocks[tokens_a[i].block, tokens_b[j].block].append((i, j))
    return [
        ((a, block_a, part[0][0], part[-1][0]), (b, block_b, part[0][1], part[-1][1]))
        for (block_a, block_b), part in sorted(by_blocks.items())
        if len(part) >= min_words
    ]


def _passages(pieces: list[Piece], readings: Sequence[Reading]) -> tuple[Passage, ...]:
    heads = _same_places(sorted({place for x, y, _ in pieces for place in (x, y)}))
    parent: dict[Place, Place] = {head: head for head in heads.values()}

    def root(place: Place) -> Place:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for x, y, _ in pieces:
        first, second = sorted((root(heads[x]), root(heads[y])))
        parent[second] = first
    groups: dict[Place, list[Place]] = defaultdict(list)
    for head in sorted(parent):
        groups[root(head)].append(head)
    told = {root(heads[x]) for x, _, is_quoted in pieces if not is_quoted}
    passages = sorted(
        (_passage(group, readings, is_quoted=head not in told) for head, group in groups.items()),
        key=lambda p: (-p.words, -len(p.mentions), _key(p)),
    )
    return tuple(p for n, p in enumerate(passages) if not _is_told(p, passages[:n]))


def _is_told(passage: Passage, longer: list[Passage]) -> bool:
    """Whether one longer passage holds all of the passage's mentions."""
    return any(all(any(_holds(x, y) for x in other.mentions) for y in passage.mentions) for other in longer)


def _holds(x: PassageMention, y: PassageMention) -> bool:
    same = (x.article, x.paragraph) == (y.article, y.paragraph)
    return same and x.span[0] <= y.span[0] and y.span[1] <= x.span[1]


def _key(passage: Passage) -> tuple[tuple[str, str, int], ...]:
    return tuple((m.article, m.paragraph, m.span[0]) for m in passage.mentions)


def _same_places(places: list[Place]) -> dict[Place, Place]:
    """Each place and the widest place of its paragraph that is nearly the same."""
    heads: dict[Place, Place] = {}
    by_block: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (p[0], p[1], p[2] - p[3], p)):
        kept = by_block[place[:2]]
        head = next((k for k in kept if _likeness(k, place) >= SAME_PLACE), None)
        if head is None:
            kept.append(place)
        heads[place] = head or place
    return heads


def _likeness(x: Place, y: Place) -> float:
    both = min(x[3], y[3]) - max(x[2], y[2]) + 1
    return both / (max(x[3], y[3]) - min(x[2], y[2]) + 1)


def _passage(places: list[Place], readings: Sequence[Reading], *, is_quoted: bool) -> Passage:
    chosen: dict[int, Place] = {}
    for place in places:
        best = chosen.get(place[0])
        if best is None or place[3] - place[2] > best[3] - best[2]:
            chosen[place[0]] = place
    kept = [chosen[a] for a in sorted(chosen)]
    return Passage(
        mentions=tuple(_mention(place, readings) for place in kept),
        words=_common_words(kept, readings),
        agency=None if is_quoted else _agency([place[0] for place in kept], readings),
        is_quoted=is_quoted,
    )


def _mention(place: Place, readings: Sequence[Reading]) -> PassageMention:
    reading = readings[place[0]]
    block = reading.blocks[place[1]].block
    start, end = reading.tokens[place[2]].start, reading.tokens[place[3]].end
    start, end = _with_marks(reading, place[1], start, end)
    return PassageMention(reading.article.id, block.id, (start, end), block.text[start:end])


def _with_marks(reading: Reading, block: int, start: int, end: int) -> tuple[int, int]:
    """A span with the mark that opens the quotation it begins with and ends in, and with the one that closes its last."""
    passus = reading.blocks[block]
    for q in passus.quotations:
        if q.start == start and q.outer_end <= end:
            start = q.outer_start
        rest = passus.block.text[end : q.end]
        if start <= q.outer_start < end < q.outer_end and not any(c.isalnum() for c in rest):
            end = q.outer_end
    return start, end


def _common_words(places: list[Place], readings: Sequence[Reading]) -> int:
    texts = [[t.form for t in readings[a].tokens[first : last + 1]] for a, _, first, last in places]
    common = min(texts, key=lambda t: (len(t), t))
    for text in texts[:MAX_COMMON]:
        common = common_subsequence(common, text)
    return len(common)


def _agency(having: list[int], readings: Sequence[Reading]) -> str | None:
    """The agency whose copy one of the articles that have the words is, or the only one that all of them credit.

    None where they leave it open, where only the agency's own report names it, and where that is in the event and lacks the words.
    """
    rows = [readings[n] for n in having]
    found = {
        r.article.agency.value for r in rows if r.article.agency and not _is_of(r, r.article.agency.value)
    }
    if not found:
        found = set.intersection(*({c.value for c in r.article.credited_agencies} for r in rows))
    if len(found) != 1:
        return None
    agency = found.pop()
    own = {n for n, r in enumerate(readings) if _is_of(r, agency)}
    return agency if not own or not own.isdisjoint(having) else None


def _is_of(reading: Reading, agency: str) -> bool:
    """Whether an article is the agency's own report: by its outlet's name, or that of its site ("meridian.example")."""
    outlet, name = fold_outlet(reading.outlet), fold_outlet(agency)
    return outlet == name or name in outlet.split(".")


def covered_spans(passages: Iterable[Passage]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Spans of shared wording by article and paragraph, joined where they touch."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for passage in passages:
        for m in passage.mentions:
            spans[m.article, m.paragraph].append(m.span)
    return {key: _joined(sorted(found)) for key, found in spans.items()}


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined = spans[:1]
    for (_, _), (start, end) in pairwise(spans):
        if start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
