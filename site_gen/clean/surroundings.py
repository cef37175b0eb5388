"""What is seen of each line among its neighbours, as numbers: one table a page, made with whole columns at once.

In: a sheet and on how many of the site's captures each line stands. Out: a table with one row a line and the columns
of ``names``. No column knows a language, but through the marks of ``features``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from . import features, phrases
from .pieces import Piece, Sheet

Array = NDArray[np.float64]

TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "th", "blockquote", "figcaption", "div", "span", "dt", "pre")
CHROME = ("nav", "aside", "footer", "form", "header", "button")
KINDS = (
    "embed", "comments", "related", "newsletter", "share", "advertisement", "credit", "caption", "byline", "date",
    "label", "standfirst", "nav",
)  # fmt: skip
AMONG = (
    "title", "title_share", "twice", "before_title", "after_title", "from_title", "position", "prose_before",
    "prose_after", "prose_prev", "prose_next", "prose_prev2", "prose_next2", "near", "wide", "before_first",
    "after_last", "run_short", "words_prev", "words_next", "words_prev2", "words_next2", "since_tail", "cut_behind",
    "standing", "ends_prev", "ends_next", "page_prose", "page_lines",
)  # fmt: skip
MARKUP = (
    *(f"tag_{tag}" for tag in TAGS), *(f"chrome_{chrome}" for chrome in CHROME), *(f"kind_{kind}" for kind in KINDS),
    "hidden", "main", "main_none", "links", "links_all", "links_prev", "links_next", "quoted", "in_row", "in_group",
    "holder_share", "outer_share", "holder_best", "outer_best", "holder_links", "holder_lines", "holder_words",
    "in_best", "past_best", "chrome_main", "prose_outside", "look_share", "look_best", "look_lines", "look_words",
    "look_links", "look_as_best", "depth", "depth_best", "gap_prev", "gap_next", "same_look_prev", "same_look_next",
    "group_lines", "group_links", "row_words", "page_links",
)  # fmt: skip


def names(is_markup: bool) -> tuple[str, ...]:
    """Names of the columns for a text, or for a page, in order."""
    return features.ALONE + AMONG + MARKUP if is_markup else features.ALONE + AMONG


def table(sheet: Sheet, standing: tuple[int, ...]) -> Array:
    """Return the table of a sheet: one row a line, in the order of ``names``."""
    looks = [features.look(piece.text) for piece in sheet.pieces]
    shape = len(looks), len(features.ALONE)
    rows = chain.from_iterable([look.row for look in looks])
    alone = np.fromiter(rows, dtype=np.float64, count=shape[0] * shape[1]).reshape(shape)
    words = np.array([look.words for look in looks], dtype=np.float64)
    prose = np.array([look.prose for look in looks], dtype=np.float64)
    columns = _among(sheet, looks, standing, (words, prose, alone))
    if sheet.is_markup:
        columns += _markup(sheet, words, prose)
    whole = np.empty((len(features.ALONE) + len(columns), len(looks)))
    whole[: len(features.ALONE)] = alone.T
    for place, column in enumerate(columns, start=len(features.ALONE)):
        whole[place] = column
    return whole.T


def shifted(values: Array, by: int) -> Array:
    """The values of the lines so many places before (positive) or behind each line; 0 beyond the ends."""
    out = np.zeros_like(values)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def window(sums: Array, reach: int) -> Array:
    """Sums over the lines within reach of each line; ``sums`` has one entry more than there are lines."""
    count = len(sums) - 1
    here = np.arange(count)
    return sums[np.minimum(count, here + reach + 1)] - sums[np.maximum(0, here - reach)]


def since(marks: NDArray[np.bool_], most: int) -> Array:
    """How many lines before each line the last marked one stands, itself 0; ``most`` where none does."""
    here = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, here, -most))
    return np.minimum(here - last, most).astype(np.float64)


def _among(
    sheet: Sheet,
    looks: list[features.Look],
    standing: tuple[int, ...],
    known: tuple[Array, Array, Array],
) -> list[Array]:
    """The columns of ``AMONG``, in its order."""
    words, prose, alone = known
    count = len(looks)
    here = np.arange(count, dtype=np.float64)
    title = features.title_place(sheet, [look.key for look in looks])
    total = float(prose.sum()) or 1.0
    sums = np.concatenate(([0.0], np.cumsum(prose)))
    where = np.flatnonzero(prose > 0)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (0, count)
    size = np.minimum(1.0, prose / 30)
    logs = np.log1p(words) / 3
    tail = alone[:, features.ALONE.index("tail")] > 0
    ends = alone[:, features.ALONE.index("ends")]
    cut = (
        alone[:, features.ALONE.index("newsletter")] + alone[:, features.ALONE.index("notice")] > 0
    ).astype(np.float64)
    cut_sums = np.concatenate(([0.0], np.cumsum(cut)))
    since_tail = since(tail, 99)
    return [
        here == title,
        _title_shares(sheet, words),
        _twice(looks),
        np.full(count, title >= 0) & (here < title),
        np.full(count, title >= 0) & (here > title),
        np.clip((here - title) / 10, -3, 6) if title >= 0 else np.full(count, -4.0),
        here / max(1, count),
        sums[:-1] / total,
        1 - sums[1:] / total,
        shifted(size, 1),
        shifted(size, -1),
        shifted(size, 2),
        shifted(size, -2),
        np.minimum(2.0, (window(sums, 3) - prose) / 60),
        np.minimum(2.0, (window(sums, 8) - prose) / 200),
        here < first,
        here > last,
        np.minimum(2.0, since(words >= features.PROSE_WORDS, 50) / 5),
        shifted(logs, 1),
        shifted(logs, -1),
        shifted(logs, 2),
        shifted(logs, -2),
        np.minimum(20.0, since_tail) / 5,
        np.minimum(4.0, (cut_sums[-1] - cut_sums[1:])),
        np.minimum(4.0, np.array(standing, dtype=np.float64)),
        shifted(ends, 1),
        shifted(ends, -1),
        np.full(count, np.log1p(total)),
        np.full(count, np.log1p(count)),
    ]


FEW_WORDS = 40
"""Words of a line from which it is not compared with the title."""


def _title_shares(sheet: Sheet, words: Array) -> Array:
    """Part of the title's longer words that each line of less than forty words holds."""
    wanted = frozenset(w for t in sheet.titles[:2] for w in phrases.words_of(t) if len(w) > 3)
    if not wanted:
        return np.zeros(len(words))
    shares = np.zeros(len(words))
    for place in np.flatnonzero(words < FEW_WORDS).tolist():
        own = phrases.words_of(sheet.pieces[place].text)
        if not wanted.isdisjoint(own):
            shares[place] = len(wanted.intersection(own)) / len(wanted)
    return shares


def _twice(looks: list[features.Look]) -> Array:
    seen = Counter([look.key for look in looks])
    return np.array([seen[look.key] > 1 for look in looks], dtype=np.float64)


class _Groups:
    """Sums over the lines that share a number: a holder, a look, a list."""

    __slots__ = ("_of",)

    def __init__(self, numbers: NDArray[np.int64]) -> None:
        self._of = numbers

    def sums(self, values: Array) -> Array:
        """The sum of each line's group, line by line."""
        return np.asarray(np.bincount(self._of, values)[self._of])

    def best(self, values: Array) -> NDArray[np.bool_]:
        """Which lines are of the group with the largest sum, the first of equal ones."""
        sums = np.round(np.bincount(self._of, values), 6)
        best = int(sums.argmax())
        return np.asarray(self._of == (best if sums[best] > 0 else self._of.min()))

    def same(self, by: int) -> Array:
        """Whether the line so many places before or behind is of the same group."""
        numbers = (self._of + 1).astype(np.float64)
        return np.asarray(shifted(numbers, by) == numbers, dtype=np.float64)


@dataclass(slots=True)
class _Seen:
    """The pieces of a page as columns, and which lines are taken together."""

    pieces: tuple[Piece, ...]
    words: Array
    prose: Array
    chars: Array
    tags: Sequence[str]
    chrome: Sequence[str]
    kinds: Sequence[str]
    numbers: NDArray[np.int64]
    """A row for each of ``NUMBERS``."""
    weight: Array
    """Words of prose outside links; what is hidden counts a fifth."""
    total: float
    holder: _Groups
    look: _Groups
    is_of_best_holder: NDArray[np.bool_]

    @property
    def one(self) -> Array:
        """1 for each line."""
        return np.ones(len(self.pieces))

    def of(self, name: str) -> Array:
        """A field of the pieces."""
        return np.asarray(self.numbers[NUMBERS.index(name)], dtype=np.float64)

    def has(self, name: str) -> Array:
        """1 for each line of which a field is not 0."""
        return np.asarray(self.numbers[NUMBERS.index(name)] > 0, dtype=np.float64)

    def together(self, name: str) -> _Groups:
        """The lines that share a field."""
        return _Groups(self.numbers[NUMBERS.index(name)])

    @property
    def linked(self) -> Array:
        """Characters inside links."""
        return self.of("link_chars")

    @property
    def main(self) -> Array:
        """1 for each line inside what calls itself the article."""
        return self.of("main")

    @property
    def links(self) -> Array:
        """Part of each line that is links."""
        return self.linked / self.chars


NUMBERS = ("link_chars", "holder", "outer", "group", "row", "hidden", "main", "quoted", "look", "depth")
"""The fields of a piece that are numbers."""
_PLACES = tuple(Piece._fields.index(name) for name in NUMBERS)


def _seen(sheet: Sheet, words: Array, prose: Array) -> _Seen:
    columns = tuple(zip(*sheet.pieces, strict=True))
    chars = np.array([len(piece.text) for piece in sheet.pieces], dtype=np.float64)
    count = len(sheet.pieces)
    laid = chain.from_iterable([columns[place] for place in _PLACES])
    numbers = np.fromiter(laid, dtype=np.int64, count=count * len(NUMBERS)).reshape(len(NUMBERS), count)
    linked, hidden = numbers[NUMBERS.index("link_chars")], numbers[NUMBERS.index("hidden")]
    weight = prose * (1 - linked / chars) * np.where(hidden > 0, 0.2, 1.0)
    holder = _Groups(numbers[NUMBERS.index("holder")])
    tags, chrome, kinds = (columns[Piece._fields.index(name)] for name in ("tag", "chrome", "kind"))
    return _Seen(
        pieces=sheet.pieces,
        words=words,
        prose=prose,
        chars=chars,
        tags=tags,
        chrome=chrome,
        kinds=kinds,
        numbers=numbers,
        weight=weight,
        total=float(weight.sum()) or 1.0,
        holder=holder,
        look=_Groups(numbers[NUMBERS.index("look")]),
        is_of_best_holder=holder.best(weight),
    )


def _markup(sheet: Sheet, words: Array, prose: Array) -> list[Array]:
    """The columns of ``MARKUP``, in its order."""
    seen = _seen(sheet, words, prose)
    return [*_elements(seen), *_holders(seen), *_looks(seen), *_neighbours(seen)]


def _elements(seen: _Seen) -> list[Array]:
    """What its element says of each line: from ``tag_p`` to ``in_group``."""
    links = seen.links
    return [
        *_told(seen.tags, TAGS),
        *_told(seen.chrome, CHROME),
        *_told(seen.kinds, KINDS),
        seen.of("hidden"),
        seen.main,
        seen.one * float(not seen.main.any()),
        links,
        np.asarray(links > 0.9, dtype=np.float64),
        shifted(links, 1),
        shifted(links, -1),
        seen.of("quoted"),
        seen.has("row"),
        seen.has("group"),
    ]


def _holders(seen: _Seen) -> list[Array]:
    """The containers around each line, and where it stands to the best of them: ``holder_share`` to ``prose_outside``."""
    weight, total, holder, best = seen.weight, seen.total, seen.holder, seen.is_of_best_holder
    outer = seen.together("outer")
    outer_best = outer.best(weight)
    inside = np.flatnonzero(best)
    low, high = int(inside[0]), int(inside[-1])
    here = np.arange(len(weight))
    in_best = (here >= low) & (here <= high)
    best_outer = seen.of("outer")[int(np.flatnonzero(outer_best)[0])]
    lines = holder.sums(seen.one)
    return [
        holder.sums(weight) / total,
        outer.sums(weight) / total,
        best,
        outer_best | (seen.of("holder") == best_outer),
        holder.sums(seen.linked) / np.maximum(1, holder.sums(seen.chars)),
        np.log1p(lines),
        np.log1p(holder.sums(seen.words) / lines),
        in_best,
        here > high,
        np.array([bool(name) for name in seen.chrome]) * seen.main,
        (seen.prose > 0) & ~in_best,
    ]


def _looks(seen: _Seen) -> list[Array]:
    """The lines written like each line: ``look_share`` to ``look_as_best``."""
    look, weight = seen.look, seen.weight
    best, lines = look.best(weight), look.sums(seen.one)
    return [
        look.sums(weight) / seen.total,
        best,
        np.log1p(lines),
        np.log1p(look.sums(seen.words) / lines),
        look.sums(seen.linked) / np.maximum(1, look.sums(seen.chars)),
        seen.is_of_best_holder & best,
    ]


def _neighbours(seen: _Seen) -> list[Array]:
    """How deep each line stands, how far from the next, and in what list or row: ``depth`` to ``page_links``."""
    depth = seen.of("depth")
    depth_best = (
        float(np.average(depth, weights=seen.weight)) if seen.weight.sum() > 1 else float(depth.mean())
    )
    laid = chain.from_iterable([piece.source for piece in seen.pieces])
    spans = np.fromiter(laid, dtype=np.int64, count=2 * len(seen.pieces)).reshape(-1, 2)
    gaps = np.log1p(np.concatenate(([0], np.maximum(0, spans[1:, 0] - spans[:-1, 1]))).astype(np.float64))
    group, row = seen.together("group"), seen.together("row")
    in_group = seen.has("group")
    in_row = seen.has("row")
    return [
        np.minimum(40, depth),
        np.clip(depth - depth_best, -8, 8),
        gaps,
        shifted(gaps, -1),
        seen.look.same(1),
        seen.look.same(-1),
        np.log1p(group.sums(seen.one)) * in_group,
        group.sums(seen.linked) / np.maximum(1, group.sums(seen.chars)) * in_group,
        np.log1p(row.sums(seen.words)) * in_row,
        seen.one * (float(seen.linked.sum()) / max(1.0, float(seen.chars.sum()))),
    ]


def _told(values: Sequence[str], known: tuple[str, ...]) -> list[Array]:
    """For each known value, which lines have it."""
    place = {value: i for i, value in enumerate(known)}
    told = np.zeros((len(known) + 1, len(values)))
    told[[place.get(value, -1) for value in values], np.arange(len(values))] = 1.0
    return list(told[:-1])
