"""Mentions of time that a text makes, unresolved: "Thursday", "December 22", "in 2011", "nearly six-year war".

In: the cleaned body and the lines that were cut. Out: ``DateClue`` in the order of the capture. Each clue says only
what is written; ``link`` concludes dates from the clues of several articles. A year is read as one only where words
around it say so ("in 2011", "March 2011"), so that counts do not pass for years.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from site_gen.language import fold, table
from site_gen.language.tables import FALLBACK
from site_gen.model import Body, DateClue

from .dates import month_number
from .people import fold_keep
from .places import Placed

_YEAR = r"(1[5-9]\d\d|20\d\d)"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DIGIT = re.compile("[٠-٩۰-۹]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A clue inside one text, places in that text."""

    kind: Any
    start: int
    end: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language, compiled from its tables."""

    dates: re.Pattern[str]
    month_year: re.Pattern[str]
    weekday: re.Pattern[str]
    since: re.Pattern[str]
    began: re.Pattern[str]
    aged: re.Pattern[str]
    year: re.Pattern[str]
    ages: tuple[re.Pattern[str], ...]
    relative: re.Pattern[str]
    ahead: re.Pattern[str]
    """A word that says what is to come, and behind it to the end nothing that begins another clause or says who told it."""
    ahead_behind: re.Pattern[str]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    qualifiers: dict[str, str]
    relatives: dict[str, int]
    signs: dict[str, Callable[[str], object]]
    """Whether a text may hold a clue of a kind: asked first, because most texts hold few of them."""


def find_clues(capture_text: str, body: Body, language: str) -> tuple[DateClue, ...]:
    """Return the clues of the kept blocks and of captions and notices that were cut, in the order of the capture."""
    code = language.split("-")[0]
    found: list[DateClue] = []
    for block in body.blocks:
        placed = Placed(capture_text, block.text, block.span)
        found.extend(_clues(block.text, code, placed, block.id))
    for line in body.lines:
        if line.block is None and line.role in _CUT_ROLES:
            placed = Placed(capture_text, line.text, line.span)
            found.extend(_clues(line.text, code, placed, None))
    return tuple(sorted(found, key=lambda c: (c.span, c.kind)))


_CUT_ROLES = ("standfirst", "image_caption", "image_caption_duplicate", "credit_line", "title")


def _clues(text: str, code: str, placed: Placed, block: str | None) -> Iterator[DateClue]:
    for found in clues_in(text, code):
        yield DateClue(
            found.kind,
            text[found.start : found.end],
            placed.span(found.start, found.end),
            block,
            **found.values,
        )


def clues_in(text: str, code: str) -> list[_Found]:
    """The clues of one text, longest reading first where they overlap, in order."""
    folded = fold_keep(text.translate(_DIGITS) if _DIGIT.search(text) else text)
    words = _words(code)
    taken: list[_Found] = []
    present = {sign for sign, may_hold in words.signs.items() if may_hold(folded)}
    for finder in (finder for finder, sign in FINDERS if sign in present):
        for found in finder(folded, words):
            at = bisect_left(taken, found.start, key=lambda f: f.start)
            beside = taken[max(0, at - 1) : at + 1]
            is_free = all(found.end <= t.start or found.start >= t.end for t in beside)
            if is_free and not (found.kind == "relative" and _ends_a_name(text, found.start)):
                taken.insert(at, found)
    return taken


def _ends_a_name(text: str, at: int) -> bool:
    """Whether the word there is the last of a name: a capital right behind a word with one ("Harbour Today")."""
    if not text[at].isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, at - LONGEST_WORD), at)
    return before is not None and before[0][0].isupper()


LONGEST_WORD = 40
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]* \Z")


def _full_dates(text: str, words: _Words) -> Iterator[_Found]:
    """ "December 22, 2016" is a day; "Dec. 22" a month_day."""
    for match in words.dates.finditer(text):
        day = int(match["d1"] or match["d2"])
        month = month_number(match["m1"] or match["m2"])
        year = match["y1"] or match["y2"]
        if month is None or not 1 <= day <= 31:
            continue
        values = {"month": month, "day": day, **({"year": int(year)} if year else {})}
        yield _Found(
            "day" if year else "month_day",
            match.start("m1") if match["m1"] else match.start(),
            match.end(),
            values,
        )


def _since(text: str, words: _Words) -> Iterator[_Found]:
    for match in [*words.since.finditer(text), *words.began.finditer(text)]:
        month = month_number(match["month"]) if match["month"] else None
        of = _aged_before(text, match.start(), words)
        values = {
            "year": int(match["year"]),
            **({"month": month} if month else {}),
            **({"of": of} if of else {}),
        }
        yield _Found("since", match.start(), match.end(), values)


def _aged_before(text: str, at: int, words: _Words) -> str | None:
    """The noun that began or lasts, where the same sentence names one shortly before ("war in X, which began …")."""
    before = re.split(r"[.!?;؟]\s", text[max(0, at - AGED_BEFORE_CHARS) : at])[-1]
    found = words.aged.findall(before)
    return found[-1] if found else None


AGED_BEFORE_CHARS = 60


def _months(text: str, words: _Words) -> Iterator[_Found]:
    for match in words.month_year.finditer(text):
        month = month_number(match[1])
        if month:
            yield _Found("month", match.start(), match.end(), {"month": month, "year": int(match[2])})


def _ages(text: str, words: _Words) -> Iterator[_Found]:
    for match in (m for pattern in words.ages for m in pattern.finditer(text)):
        number = match["number"]
        years = float(number) if number[0].isdigit() else float(words.numbers[number])
        qualifier = words.qualifiers.get(match["qualifier"] or "", "") or None
        if 0 < years <= 200:
            yield _Found(
                "age_years",
                match.start(),
                match.end(),
                {"years": years, "qualifier": qualifier, "of": match["of"]},
            )


def _years(text: str, words: _Words) -> Iterator[_Found]:
    for match in words.year.finditer(text):
        yield _Found("year", match.start("year"), match.end("year"), {"year": int(match["year"])})


def _weekdays(text: str, words: _Words) -> Iterator[_Found]:
    for match in words.weekday.finditer(text):
        ahead = {"is_ahead": True} if _is_ahead(text, match, words) else {}
        yield _Found("weekday", match.start(), match.end(), {"weekday": words.weekdays[match[1]], **ahead})


def _is_ahead(text: str, weekday: re.Match[str], words: _Words) -> bool:
    """Whether the words before a weekday in its clause, or right behind it, say that the day is still to come.

    "Monday's" is what happened then, whatever will come of it.
    """
    before = text[max(0, weekday.start() - AHEAD_CHARS) : weekday.start()]
    if text.startswith(("'s", "’s"), weekday.end()):
        return False
    return words.ahead.search(before) is not None or words.ahead_behind.match(text, weekday.end()) is not None


AHEAD_CHARS = 80
"""Within which a "will" before a weekday is of its clause."""


def _relative(text: str, words: _Words) -> Iterator[_Found]:
    for match in words.relative.finditer(text):
        yield _Found("relative", match.start(), match.end(), {"offset_days": words.relatives[match[0]]})


FINDERS: tuple[tuple[Callable[[str, _Words], Iterator[_Found]], str], ...] = (
    (_full_dates, "figure"),
    (_since, "year"),
    (_months, "year"),
    (_ages, "age"),
    (_years, "year"),
    (_weekdays, "day"),
    (_relative, "day"),
)
"""In order, each with its sign; a clue inside one already found is left out."""


def _any_of(words: Any) -> str:
    return (
        "|".join(re.escape(w) for w in sorted({fold(w) for w in words}, key=lambda w: (-len(w), w)))
        or r"(?!)"
    )


def _holds_any(words: Any) -> Callable[[str], bool]:
    """Asks of a text whether it holds one of the words somewhere, be it inside a longer one: a tenth of a pattern's work."""
    folded = {fold(w) for w in words if w}
    shortest = sorted(w for w in folded if not any(other != w and other in w for other in folded))
    return lambda text: any(map(text.__contains__, shortest))


@cache
def _words(code: str) -> _Words:
    t = table(code) if "clue_since" in table(code) else table(FALLBACK)
    months = _any_of([*t["months"], *t.get("months_short", ())])
    numbers = {fold(w): n for n, w in enumerate(t["clue_numbers"], 1)}
    qualifiers = {fold(w): v for w, v in t["clue_qualifiers"].items()}
    number = rf"(?P<number>\d{{1,3}}(?:\.5)?|{_any_of(numbers)})"
    aged = _any_of(t["clue_aged"])
    years = _any_of(t["clue_years"])
    old = f"(?:[- ](?:{_any_of(t['clue_old'])}))?" if t["clue_old"] else ""
    qualified = rf"(?:(?P<qualifier>{_any_of(qualifiers)})[\s-]+(?:a\s+|an\s+|the\s+|de\s+)?)?"
    of = rf"(?:(?:{_any_of(t.get('clue_of', ()))})\s+)?"
    ordinal = f"(?:er|st|nd|rd|th|{_any_of(t.get('clue_ordinals', ()))})?"
    parts = f"(?:{_any_of(t.get('clue_day_parts', ()))})?"
    month = rf"(?P<month>{months})\.?,?\s+{of}"
    weekdays = {fold(w): n for n, w in enumerate(t["weekdays"])}
    weekdays |= {fold(w): n for w, n in t.get("clue_weekdays", {}).items()}
    relatives = {fold(w): n for w, n in t["clue_relative"].items()}
    edge, stop = r"(?<![^\W_])", r"(?![^\W_])"
    return _Words(
        dates=re.compile(
            rf"{edge}(?:(?P<m1>{months})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>{_YEAR[1:-1]}))?"
            rf"|(?P<d2>\d{{1,2}}){ordinal}\s+{of}(?P<m2>{months})\.?(?:,?\s+{of}(?P<y2>{_YEAR[1:-1]}))?"
            rf"){stop}(?!,\d{{3}})"
        ),
        month_year=re.compile(rf"{edge}({months})\.?,?\s+{of}{_YEAR}{stop}"),
        weekday=re.compile(rf"{edge}({_any_of(weekdays)}){parts}{stop}"),
        since=re.compile(rf"{edge}(?:{_any_of(t['clue_since'])})\s+(?:[^\W\d]+\s+){{0,2}}?(?:{month})?(?P<year>{_YEAR[1:-1]}){stop}(?!,\d{{3}}|[ ](?:people|men|women))"),
        year=re.compile(rf"{edge}(?:{_any_of(t['clue_year_before'])})[\s-]+(?P<year>{_YEAR[1:-1]}){stop}(?!,\d{{3}}|\.\d|\s+(?:{_UNITS}))"),
        began=re.compile(rf"{edge}(?:{_any_of(t['clue_began'])}){stop}[^.;:!?؟]{{1,90}}?\s(?:{_any_of(t['clue_in'])})\s+(?:{month})?(?P<year>{_YEAR[1:-1]}){stop}(?!,\d{{3}})"),
        aged=re.compile(rf"{edge}(?:{aged}){stop}"),
        ages=(
            re.compile(rf"{edge}{qualified}{edge}{number}[\s-]+(?:{years}){stop}{old}[\s-]+(?:[^\W\d_]+[\s-]+){{0,1}}?(?P<of>{aged}){stop}"),
            re.compile(rf"{edge}{qualified}{edge}{number}\s+(?:{years})\s+(?:{_any_of(t['clue_years_of'])})\s*(?:[^\W\d_]+\s+){{0,2}}?(?P<of>{aged}){stop}"),
            re.compile(rf"{edge}(?P<of>{aged})\s+(?:[^\W\d_]+\s+){{0,1}}?(?:{_any_of(t['clue_lasting'])})\s+{qualified}{edge}{number}\s+(?:{years}){stop}"),
        ),
        relative=re.compile(rf"{edge}(?:{_any_of(relatives)}){stop}"),
        ahead=re.compile(
            rf"{edge}(?:(?:{_any_of(t.get('clue_ahead', ()))}){stop}(?:(?!{edge}(?:{_any_of(t.get('clue_ahead_ends', ()))}){stop})[^.!?;:,؟،«»“”\"])*"
            rf"|(?:{_any_of(t.get('clue_ahead_before', ()))})\s+)\Z"
        ),
        ahead_behind=re.compile(rf"\s+(?:{_any_of(t.get('clue_ahead_behind', ()))}){stop}"),
        weekdays=weekdays, numbers=numbers, qualifiers=qualifiers, relatives=relatives,
        signs={
            "figure": re.compile(r"[0-9]").search,
            "year": re.compile(_YEAR).search,
            "age": _holds_any(t["clue_years"]),
            "day": _holds_any([*weekdays, *relatives]),
        },
    )  # fmt: skip


_UNITS = r"people|men|women|children|passengers|dead|wounded|soldiers|fighters|percent|per|tons|tonnes|miles|km|euros|dollars|meters|metres|feet|personnes|morts|hommes"
