"""Two articles of one event side by side: shared passages at one height, the rest in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from site_gen.model import Article, Comparison

from . import structured, urls
from .article import Around, siblings, text_blocks
from .frame import Frame
from .lines import marks_of
from .margin import Margin
from .markup import Highlight
from .views import ComparePage, Mark, Named, Note, Ref, Sibling, TextBlock

NEAR = 2
"""Paragraphs that one of the other side may be spread over: one may stand between two that share with it."""
Point = tuple[int, int]
"""A paragraph of each that share wording."""
Row = tuple[tuple[TextBlock, ...], tuple[TextBlock, ...], bool]


def compare_page(a: Article, b: Article, around: Around, frame: Frame) -> ComparePage:
    """Return the view of two articles side by side."""
    marks = marks_of(around.articles)
    pairs = _pairs(a.id, b.id, around.comparison)
    left = text_blocks(a.blocks, _margin("b-", pairs, marks[b.id]), "a-")
    right = text_blocks(b.blocks, _margin("a-", pairs, marks[a.id]), "b-")
    side_a = _side(b.id, a.id, around, marks, frame)
    side_b = _side(a.id, b.id, around, marks, frame)
    say = frame.interface.text
    title = f"{side_a.mark.name} / {side_b.mark.name}: {around.card.title}"
    words = sum(o.words for o in around.comparison.overlaps if {o.a, o.b} == {a.id, b.id})
    return ComparePage(
        head=structured.head(frame, title, section="events"),
        crumbs=(
            Named(str(say("Events")), frame.url("events/")),
            Named(around.card.title, frame.url(urls.event(around.card.slug)), around.card.language),
        ),
        event=Named(around.card.title, frame.url(urls.event(around.card.slug)), around.card.language),
        a=side_a,
        b=side_b,
        words=words,
        rows=align(left, right, [(p, q) for p, q, _, _ in pairs]),
    )


def _side(other: str, id: str, around: Around, marks: Mapping[str, Mark], frame: Frame) -> Sibling:
    """One of the two, with the share of its own words that the other carries."""
    (sibling,) = siblings(other, around, marks, frame, only=id)
    (own,) = siblings(id, around, marks, frame, only=other)
    return Sibling(sibling.mark, sibling.line, sibling.compare_url, own.shared)


Pair = tuple[str, str, tuple[int, int], tuple[int, int]]


def _pairs(a: str, b: str, comparison: Comparison) -> list[Pair]:
    """(paragraph of a, paragraph of b, span in a's, span in b's) of every passage that both carry."""
    found: list[Pair] = []
    for passage in comparison.passages:
        ours = [m for m in passage.mentions if m.article == a]
        theirs = [m for m in passage.mentions if m.article == b]
        found.extend((m.paragraph, n.paragraph, m.span, n.span) for m, n in zip(ours, theirs, strict=False))
        found.extend(
            (m.paragraph, theirs[-1].paragraph, m.span, theirs[-1].span)
            for m in ours[len(theirs) :]
            if theirs
        )
        found.extend(
            (ours[-1].paragraph, n.paragraph, ours[-1].span, n.span) for n in theirs[len(ours) :] if ours
        )
    return found


def _margin(other_prefix: str, pairs: Sequence[Pair], other: Mark) -> dict[str, Margin]:
    is_a = other_prefix == "b-"
    by_paragraph: dict[str, list[tuple[tuple[int, int], str]]] = {}
    for paragraph_a, paragraph_b, span_a, span_b in pairs:
        here, there, span = (paragraph_a, paragraph_b, span_a) if is_a else (paragraph_b, paragraph_a, span_b)
        by_paragraph.setdefault(here, []).append((span, there))
    made = {}
    for paragraph, found in by_paragraph.items():
        highlights = tuple(Highlight(start, end, "shared") for (start, end), _ in found)
        targets = list(dict.fromkeys(there for _, there in found))
        refs = tuple(Ref(other, f"#{other_prefix}{there}", there.lstrip("p")) for there in targets)
        made[paragraph] = Margin(highlights, (Note("passage", refs),))
    return made


def align(
    left: Sequence[TextBlock], right: Sequence[TextBlock], pairs: Sequence[tuple[str, str]]
) -> tuple[Row, ...]:
    """Return rows in the order of both texts: shared paragraphs at one height, what lies between side by side.

    ``pairs`` are ids of paragraphs (without prefix) that share wording. Of pairs that cross each other, the longest
    run in the order of both is aligned; the others stay in place. Where one has in two paragraphs what the other has in
    one, they stand together.
    """
    at_left = {block.id.partition("-")[2]: i for i, block in enumerate(left)}
    at_right = {block.id.partition("-")[2]: i for i, block in enumerate(right)}
    known = sorted({(at_left[p], at_right[q]) for p, q in pairs if p in at_left and q in at_right})
    rows: list[Row] = []
    i = j = 0
    for (x, y), (last_x, last_y) in _widened(_increasing(known), known):
        if left[i:x] or right[j:y]:
            rows.append((tuple(left[i:x]), tuple(right[j:y]), False))
        i, j = last_x + 1, last_y + 1
        rows.append((tuple(left[x:i]), tuple(right[y:j]), True))
    if left[i:] or right[j:]:
        rows.append((tuple(left[i:]), tuple(right[j:]), False))
    return tuple(rows)


def _widened(run: Sequence[Point], points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """First and last of each row: a point of the run, and those between its neighbours that share a paragraph with it."""
    rows: list[tuple[Point, Point]] = []
    for n, (x, y) in enumerate(run):
        low = rows[-1][1] if rows else (-1, -1)
        high = run[n + 1] if n + 1 < len(run) else (x + NEAR + 1, y + NEAR + 1)
        beside = [
            (p, q) for p, q in points if (p == x and abs(q - y) <= NEAR) or (q == y and abs(p - x) <= NEAR)
        ]
        held = [(p, q) for p, q in beside if low[0] < p < high[0] and low[1] < q < high[1]]
        across, down = [p for p, _ in held], [q for _, q in held]
        rows.append(((min(across), min(down)), (max(across), max(down))))
    return rows


def _increasing(points: Sequence[Point]) -> list[Point]:
    """The longest subsequence that increases strictly in both; patience sorting, O(n log n)."""
    ordered = sorted(points, key=lambda p: (p[0], -p[1]))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, y) in enumerate(ordered):
        at = bisect_left(tails, y)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(y)
            ends.append(index)
        else:
            tails[at], ends[at] = y, index
    run, at = [], ends[-1] if ends else -1
    while at >= 0:
        run.append(ordered[at])
        at = before[at]
    return run[::-1]
