"""Which line of a text with other lines around it is its headline: each line that may be it is weighed by what is seen of it.

In: the lines of a capture without markup, and which of them the scores put inside the article. Out: for each line that may be
the headline its marks, and their sum by ``WEIGHTS``. A whole page copied as text has hundreds of lines above its report, and the
scores often put some of its menu inside the article; so the headline is told by more than the line above the first paragraph: words
that the opening says again, a day or a byline below, the same line again behind a trail or at the top.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from . import captions, features, phrases, signatures, titles
from .pieces import Sheet

WEIGHTS = {
    "words": 3.00, "label": -1.14, "long": -1.24, "shared": 1.67, "opening": 2.54, "prose": -0.44,
    "masthead": -0.70, "again_above": 0.15, "again_beside": 0.92, "behind_trail": 2.04, "trail": -1.76,
    "day_1": 2.07, "day_2": 1.17, "day_5": 1.05, "day_above": 1.47, "byline_2": 1.73, "byline_5": 0.79,
    "long_below": 0.71, "short_below": 0.20, "short_above": 2.42, "far": -0.58, "below_prose": -1.10,
    "first": 2.75, "in_first": 5.82, "shouted": -1.55, "colon": -1.18, "inside": -2.11, "others": -0.35,
    "year": 0.98, "dated": -0.26, "often": 2.49, "standing": -2.0,
}  # fmt: skip
"""What each mark is worth. Learned by ``python -m benchmarks.learn_titles``; ``standing`` is a judgement."""
WORTH_WORDS, LABEL_WORDS, LONG_WORDS = 8, 3, 15
"""Words of a headline that count, most words of a label, and words above which a headline is long."""
OPENING, REACH = 4, 40
"""Lines of prose below a line that are its opening, and those among which its words are looked for."""
MOST_ABOVE, FEW_WORDS = 0.35, 60
"""Part of the article's prose above which a headline may stand, for menus that were taken for it; so few words may always stand there."""
LONGEST_DATED, LONGEST_BYLINE = 14, 16
"""Most words of a line of the head with a day in it, and of one with names."""
LIST_REACH, LONG_LINE, SHORT_LINE = 8, 10, 4
"""Lines below a heading of links that are its links, fewest words of a line like a standfirst, most of one like a menu's."""
SHORTEST_PART = 8
"""Fewest letters of a headline that is known again in another line."""
HEAD_REACH = 6
"""Lines behind the last that may be the headline, in which its head may stand."""
_TRAIL = re.compile(r"\s[/»>›→|]\s|[»›]")
_DAY = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURES = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
_ROLE = re.compile(r"[(,]")
"""Between a name and what its bearer does or where."""
_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"\w{4,}")


class Lines:
    """What is seen of the lines of a capture, once for all of them."""

    def __init__(self, sheet: Sheet, inside: tuple[bool, ...], standing: tuple[int, ...]) -> None:
        self.texts = [piece.text for piece in sheet.pieces]
        self.looks = [features.look(text) for text in self.texts]
        self.inside, self.standing = inside, standing
        self.keys = [look.key for look in self.looks]
        self.count = Counter(self.keys)
        self.mastheads = titles.mastheads(sheet)
        kept = [i for i, is_inside in enumerate(inside) if is_inside]
        self.body = [i for i in kept if self.looks[i].prose > 0] or [
            i for i in kept if features.is_running(self.texts[i])
        ]
        self.above = [0, *accumulate(self.looks[i].words for i in self.body)]
        most = max(FEW_WORDS, MOST_ABOVE * self.above[-1])
        self.end = next(
            (i + 1 for i, above in zip(self.body, self.above[1:], strict=True) if above > most),
            len(self.texts),
        )
        self.near = [*zip(self.texts, self.looks, strict=True)][: self.end + HEAD_REACH]

    @cached_property
    def dated(self) -> list[bool]:
        """Whether each line is a day, or a short line with one."""
        return [
            look.digits > 0 and look.words <= LONGEST_DATED and _has_day(text) for text, look in self.near
        ]

    @cached_property
    def signed(self) -> list[bool]:
        """Whether each line has the form of a byline."""
        return [look.words <= LONGEST_BYLINE and _is_byline(text) for text, look in self.near]

    @cached_property
    def lists(self) -> list[bool]:
        """Whether each line is a heading of links to other articles."""
        return [
            0 < look.words <= LIST_REACH and phrases.is_one("tail_headings", text) for text, look in self.near
        ]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """In which lines of prose, by their number among them, each longer word stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, index in enumerate(self.body):
            for word in set(_LONG_WORD.findall(self.texts[index].casefold())):
                found[word].append(place)
        return found

    @cached_property
    def ends(self) -> set[str]:
        """The ends of lines behind a mark of a trail, as compared."""
        return {
            features.key(text[mark.end() :])
            for text in self.texts
            if len(text) <= LONGEST_TRAIL
            for mark in _TRAIL.finditer(text)
        }

    def share(self, words: list[str], first: int, reach: int) -> float:
        """The part of a line's longer words that so many lines of prose behind the first say; a lone word says little."""
        told = sum(any(first <= p < first + reach for p in self.places.get(w, ())) for w in words)
        return told / max(1, len(words)) * min(1.0, len(words) / 2)

    def part_of_first(self, index: int) -> float:
        """How much of the first line, where it holds another, that one is: "Ferry sinks - The Harbour Herald"."""
        first, key = self.keys[0], self.keys[index]
        is_part = index > 0 and len(key) >= SHORTEST_PART and key in first
        return len(key) / len(first) if is_part else 0.0

    def short(self, start: int, end: int) -> float:
        """How many of four lines are as short as a menu's and no part of a head."""
        near = range(max(0, start), min(end, len(self.texts)))
        return (
            sum(self.looks[i].words <= SHORT_LINE and not (self.dated[i] or self.signed[i]) for i in near) / 4
        )


LONGEST_TRAIL = 250


def candidates(lines: Lines) -> Iterator[int]:
    """The lines that may be the headline: above the prose, or below little of what was taken for it."""
    for index, text in enumerate(lines.texts[: lines.end]):
        if 2 * bisect_left(lines.body, index) > index:
            continue  # the report has begun: what follows are its own headings
        if lines.keys[index] in lines.mastheads or (index and captions.is_label(lines.texts[index - 1])):
            continue
        if titles.may_be_title(text) and not _is_name_with_more(text):
            yield index


def marks(lines: Lines, index: int) -> dict[str, float]:
    """What is seen of a line that may be the headline."""
    return {
        **_of_line(lines, index),
        **_of_words(lines, index),
        **_of_place(lines, index),
        **_of_head(lines, index),
    }


def _of_line(lines: Lines, index: int) -> dict[str, float]:
    text, words = lines.texts[index], max(lines.looks[index].words, 1)
    return {
        "words": min(words, WORTH_WORDS) / WORTH_WORDS,
        "label": words <= LABEL_WORDS,
        "long": max(0, words - LONG_WORDS) / 5,
        "prose": lines.looks[index].prose > 0,
        "masthead": titles.is_like_a_masthead(text),
        "trail": _TRAIL.search(text) is not None,
        "shouted": text.isupper(),
        "colon": text.endswith(":"),
        "year": _DAY.search(text) is not None,
        "dated": lines.dated[index],
    }


def _of_words(lines: Lines, index: int) -> dict[str, float]:
    """What of a line is said again, by the report, by other lines, by the first."""
    long_words = [w for w in _WORD.findall(lines.texts[index].casefold()) if len(w) > 3]
    below, key = bisect_right(lines.body, index), lines.keys[index]
    beside = key in (lines.keys[index - 1] if index else "", *lines.keys[index + 1 : index + 2])
    return {
        "shared": lines.share(long_words, below, REACH),
        "opening": lines.share(long_words, below, OPENING),
        "again_beside": beside,
        "again_above": lines.count[key] > 1 and key in lines.keys[: max(0, index - 1)],
        "behind_trail": len(key) >= SHORTEST_PART and key in lines.ends,
        "in_first": lines.part_of_first(index),
        "often": sum(len(lines.places.get(w, ())) for w in long_words)
        / max(1, len(long_words) * len(lines.body)),
    }


def _of_place(lines: Lines, index: int) -> dict[str, float]:
    """Where a line stands, and among which others."""
    below = bisect_right(lines.body, index)
    next_prose = lines.body[below] - index if below < len(lines.body) else REACH
    above = lines.above[bisect_left(lines.body, index)]
    return {
        "first": index == 0,
        "far": math.log1p(next_prose),
        "below_prose": 3 * above / max(1, lines.above[-1]),
        "inside": lines.inside[index],
        "short_above": lines.short(index - 4, index),
        "short_below": lines.short(index + 1, index + 5),
        "long_below": index + 1 < len(lines.texts) and lines.looks[index + 1].words >= LONG_LINE,
        "others": any(lines.lists[max(0, index - LIST_REACH) : index]),
        "standing": lines.standing[index] > 0,
    }


def _of_head(lines: Lines, index: int) -> dict[str, float]:
    """The day and the byline near a line."""
    dated, signed = lines.dated, lines.signed
    return {
        "day_1": any(dated[index + 1 : index + 2]),
        "day_2": any(dated[index + 2 : index + 3]),
        "day_5": any(dated[index + 3 : index + 6]),
        "day_above": any(dated[max(0, index - 2) : index]),
        "byline_2": any(signed[index + 1 : index + 3]),
        "byline_5": any(signed[index + 3 : index + 6]),
    }


def place(sheet: Sheet, prose: tuple[int, ...], standing: tuple[int, ...], inside: tuple[bool, ...]) -> int:
    """Return the index of the title's line, -1 where none can be told.

    ``prose`` holds the indexes of the article's prose lines, ``standing`` on how many captures each line stands. A page, a note of a
    few lines and a text whose title is given are told by ``titles``.
    """
    running = tuple(i for i, kept in enumerate(inside) if kept and features.is_running(sheet.pieces[i].text))
    if sheet.is_markup or sheet.is_note or (sheet.titles and not sheet.is_title_guessed):
        return titles.place(sheet, prose, standing, prose if sheet.is_markup else running)
    return weightiest(Lines(sheet, inside, standing))


def weightiest(lines: Lines) -> int:
    """Index of the line that weighs most, -1 where none may be the headline; of two as good the earlier."""
    weights = {
        index: sum(WEIGHTS[name] * value for name, value in marks(lines, index).items())
        for index in (candidates(lines) if lines.body else ())
    }
    if not weights:
        return -1
    best = max(weights, key=lambda index: (weights[index], -index))
    if best == 0 and lines.looks[0].words <= NAME_WORDS:
        near = [i for i in weights if 0 < i <= NEAR and weights[i] >= weights[0] - CLOSE]
        best = max(near, key=lambda index: (weights[index], -index), default=0)
    same = (i for i in range(max(0, best - NEAR), best) if lines.keys[i] == lines.keys[best])
    return _above_standfirst(lines, next(same, best), weights)


def _above_standfirst(lines: Lines, best: int, weights: dict[int, float]) -> int:
    """The shorter line right above one that is too long for a headline, or hardly weighs more; else the line itself."""
    if best - 1 not in weights or lines.looks[best - 1].words < titles.SUMMED_WORDS:
        return best
    is_long = lines.looks[best].words > titles.LONGEST_TITLE
    is_close = (
        len(lines.keys[best - 1]) <= len(lines.keys[best]) and weights[best - 1] >= weights[best] - CLOSE
    )
    return best - 1 if is_long or is_close else best


NAME_WORDS, NEAR, CLOSE = 4, 4, 1.0
"""Most words of a site's name or a kicker on top of a text, among how many lines below it the headline stands, and how much less than the
name the headline may weigh; of equal lines so near to one another the first is the headline. A judgement."""


def _has_day(text: str) -> bool:
    if _FIGURES.search(text):
        return True
    words = _WORD.findall(text.casefold())
    return titles.is_stamp(text, words) or (
        _DAY.search(text) is not None and any(titles.is_of_date(w) for w in words)
    )


def _is_name_with_more(text: str) -> bool:
    """Whether a line is a name and, in brackets or behind a comma, its bearer's role or place."""
    name = _ROLE.split(text, maxsplit=1)[0].strip()
    return (
        name != text
        and len(text.split()) <= LONGEST_BYLINE
        and text[-1:] not in "?!"
        and signatures.is_names(name)
    )


def _is_byline(text: str) -> bool:
    """Whether a line begins as a byline does and holds names, or nothing, behind that; or is names alone."""
    found = phrases.opens("byline_words", text)
    if not found:
        return signatures.is_names(text)
    rest = [w for w in text[found.end() :].split() if w[:1].isalpha()]
    return sum(not w[0].islower() for w in rest) >= len(rest) / 2
