"""The days that stand on lines of their own: in the head of a text, by its byline, below it.

In: a reading. Out: claims on the day of publication, and on that of the last change. A scrape of a whole page holds
many days, of comments, of other articles, of the visit: without a label, and away from the headline and the opening of
the text, a day counts only where it is the only one of the capture. Never guesses.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from site_gen.language import fold, languages, table
from site_gen.language.names import any_language, any_written
from site_gen.model import Line

from .agencies import find_dateline
from .claim import Claim
from .dates import dates_in, read_date
from .head import head_lines, is_date
from .people import fold_keep
from .reading import Reading
from .shown import CHANGED, PUBLISHED
from .tongue import language_of

CHANGE_SHOWN = "change shown"
"""The rule of a day that the capture shows as that of its last change."""
_FIRST = re.compile(r"^\W*(?:first|originally) (?:published|posted|issued)\b", re.I)
SHORT_LINE = 120


@cache
def _label() -> re.Pattern[str]:
    """A label before the day of publication: "Published on", "Publié le"."""
    label = rf"(?:first |originally |date )?{any_written('published_labels')}"
    return re.compile(rf"(?:^|[^\w]){label}(?:\s+(?:on|at|le|am|el|il|op|date|in)\b)?\s*:?\W*", re.I)


@cache
def _label_alone() -> re.Pattern[str]:
    label = rf"(?:first |originally |date )?{fold_keep(any_written('published_labels'))}"
    return re.compile(rf"(?:^|[^\w]){label}(?:\s+\w{{1,4}})?\W*$")


def date_lines(reading: Reading) -> list[Claim]:
    """Lines that cleaning called a date or byline, and labelled dates in what was cut."""
    notices = reading.lines("publisher_notice", "credit_line")
    labelled = [Claim(v, "notice", line.span) for line in notices if (v := _labelled(line.text))]
    if not reading.is_html:
        return [*_first_published(reading), *_days_of_text(reading), *_above_title(reading), *labelled]
    lines = _dated_lines(reading, "date_line", "byline", "dateline")
    return [Claim(v, "date line", line.span) for line in lines if (v := _labelled(line.text))] + labelled


def changed_lines(reading: Reading) -> list[Claim]:
    """The dates behind a word for change in date lines and bylines, or below one on a line of its own."""
    found = []
    for line in _dated_lines(reading, "date_line", "byline"):
        label = CHANGED.search(fold_keep(line.text))
        rest = line.text[label.end() :] if label else ""
        after = read_date(rest) or (None if reading.is_html else _by_language(reading, rest))
        if label is None and not reading.is_html and CHANGED.search(_label_before(reading, line)):
            after = read_date(line.text)
        if after:
            found.append(Claim(after, CHANGE_SHOWN, line.span))
    return found


def is_report(reading: Reading) -> bool:
    """Whether a text opens as a report of the day does: with a dateline, or naming a weekday."""
    opening = [b.text for b in reading.body.blocks if b.kind in ("paragraph", "quote")][:OPENING_BLOCKS]
    return bool(_weekdays_named(reading)) or any(find_dateline(text) for text in opening)


OPENING_BLOCKS = 4


def _days_of_text(reading: Reading) -> list[Claim]:
    """The days of a text's date lines: those of its head, else the only one."""
    lines = _dated_lines(reading, "date_line", "byline", "dateline")
    read = [(line, value) for line in lines if (value := _of_line(reading, line))]
    own = [
        (line, value) for line, value in read if _is_by_article(reading, line) or _is_labelled(reading, line)
    ]
    if not own and len({value[:10] for _, value in read}) == 1 and not changed_lines(reading):
        own = [(line, value) for line, value in read if _may_be_own(reading, line)]
    own.sort(key=lambda day: not _is_in_head(reading, day[0]))
    return [Claim(value, "date line", line.span) for line, value in _without_change(reading, own)]


def _without_change(reading: Reading, days: list[tuple[Line, str]]) -> list[tuple[Line, str]]:
    """The days without the first, where a line beside it has an earlier one: the page keeps that of the change, too."""
    if len(days) < 2 or _is_labelled(reading, days[0][0]):
        return days
    places, (first, changed), (second, value) = _places(reading), *days[:2]
    is_beside = abs(places.get(second.span[0], 0) - places.get(first.span[0], 0)) == 1
    return days[1:] if is_beside and value[:10] < changed[:10] else days


def _of_line(reading: Reading, line: Line) -> str | None:
    """The day of a date line or byline of a text, as far as a day; None for that of a change or of something else."""
    if value := _labelled(line.text):
        return value
    change = CHANGED.search(fold_keep(line.text))
    text = line.text[: change.start()] if change else line.text
    label = _label_before(reading, line)
    is_other = CHANGED.search(label) or _other().search(label) or _comments().search(label)
    if (is_other and not PUBLISHED.search(label)) or _other().search(fold_keep(text)):
        return None
    days = [value for value, _, _ in dates_in(text) if len(value) >= len("2016-12-22")]
    if len({day[:10] for day in days}) > 1 and _is_glued(text):
        return min(days)
    return next(iter(days), None) or _by_weekday(reading, text) or _by_language(reading, text)


def _is_glued(text: str) -> bool:
    """Whether two days stand without a sign between them, as where a page keeps that of the change beside the other."""
    found = list(dates_in(text))
    return any(a[2] == b[1] for a, b in pairwise(found))


def _is_labelled(reading: Reading, line: Line) -> bool:
    return bool(_labelled(line.text) or _label_alone().search(_label_before(reading, line)))


def _label_before(reading: Reading, line: Line) -> str:
    """The folded words on the line before a date, where they are few: "Updated:", "Published on"; "" elsewhere."""
    at = _places(reading).get(line.span[0], 0)
    before = [one.text for one in reading.body.lines[max(0, at - 2) : at]]
    while before and len(before[-1]) <= len("on |") and len(before) > 1:
        before.pop()
    text = before[-1] if before else ""
    return fold_keep(text) if len(text) <= LONGEST_LABEL and not any(c.isdigit() for c in text) else ""


LONGEST_LABEL = 40


@cache
def _comments() -> re.Pattern[str]:
    """Above a reader's comment, who makes it: "Ann Bee says:"."""
    return re.compile(rf"\b{_any_of('comment_verbs')}\s*:?$")


@cache
def _other() -> re.Pattern[str]:
    """Words by a date that is not the article's own: "valid until", "verfügbar bis"."""
    return re.compile(rf"(?<!\w){_any_of('other_days')}(?!\w)")


def _any_of(name: str) -> str:
    """A pattern of the entries of a table in any language, the longest first."""
    words = sorted(any_language(name), key=lambda w: (-len(w), w))
    return f"(?:{'|'.join(re.escape(w) for w in words)})"


def _is_by_article(reading: Reading, line: Line) -> bool:
    """Whether a line stands by the headline or by the opening of the text; with a weekday, and far above the text, it may
    be the day of the visit."""
    at = _places(reading).get(line.span[0])
    if at is None:  # a part of the title's line
        return True
    titles, opening = _anchors(reading)
    if opening is None or -ABOVE_OPENING <= at - opening <= 0:
        return True
    if 0 < at - opening <= BELOW_OPENING:
        return all(near.role not in _OTHERS for near in reading.body.lines[opening:at])
    return any(-ABOVE_TITLE <= at - t <= BELOW_TITLE for t in titles) and not _has_weekday(line)


def _has_weekday(line: Line) -> bool:
    folded = fold(line.text)
    return any(re.search(rf"(?<!\w){word}(?!\w)", folded) for _, word in _weekdays())


def _is_in_head(reading: Reading, line: Line) -> bool:
    """Whether a line stands between the last title above the text and the text's first paragraphs."""
    titles, opening = _anchors(reading)
    at = _places(reading).get(line.span[0])
    if at is None or not titles:
        return True
    return titles[-1] <= at <= (titles[-1] if opening is None else opening) + BELOW_OPENING


ABOVE_TITLE, BELOW_TITLE, ABOVE_OPENING, BELOW_OPENING = 6, 12, 12, 8
"""Lines from a title and from the first paragraph within which a day without a label is the article's."""


def _may_be_own(reading: Reading, line: Line) -> bool:
    """Whether the only day of a text may be its own, far from the headline: above it, unless a weekday makes it the day of
    the visit; below the text, unless other articles or comments stand between."""
    at = _places(reading)[line.span[0]]
    _, opening = _anchors(reading)
    lines = reading.body.lines
    if opening is None or at < opening:
        return not _has_weekday(line)
    last = max((n for n in range(opening, len(lines)) if _is_text(lines[n])), default=opening)
    return last < at and not any(near.role in _OTHERS for near in lines[last:at])


_OTHERS = ("related_heading", "comment")


@lru_cache(maxsize=2)
def _places(reading: Reading) -> dict[int, int]:
    return {line.span[0]: at for at, line in enumerate(reading.body.lines)}


@lru_cache(maxsize=2)
def _anchors(reading: Reading) -> tuple[tuple[int, ...], int | None]:
    """Where the title stands, and its repetitions, and where the text opens; places among the lines.

    The text opens where the longest run of paragraphs does: teasers above it are kept now and then.
    """
    lines = reading.body.lines
    runs: list[list[int]] = []
    for at in (at for at, line in enumerate(lines) if _is_text(line)):
        if runs and at - runs[-1][-1] <= LINES_BETWEEN:
            runs[-1].append(at)
        else:
            runs.append([at])
    longest = max(runs, key=lambda run: sum(len(lines[at].text) for at in run), default=None)
    opening = longest[0] if longest else None
    titles = (at for at, line in enumerate(lines) if line.role in ("title", "title_duplicate"))
    return tuple(at for at in titles if opening is None or at <= opening), opening


LINES_BETWEEN = 8
"""Lines between two paragraphs of one text: captions, a list, an advertisement."""


def _is_text(line: Line) -> bool:
    is_kept = line.block is not None and line.role in ("body", "quote", "list_item")
    return is_kept and len(line.text) >= SHORTEST_PARAGRAPH


SHORTEST_PARAGRAPH = 60


def _by_weekday(reading: Reading, text: str) -> str | None:
    """The day of a line whose figures leave open which of them is the month, told by the weekday that the report names.

    "04/03/2021" above "on Thursday" is the fourth of March. None where both days or neither fall on a weekday so named.
    """
    if _NUMBERS.search(text) is None:
        return None
    days = {read_date(text, day_first=first) for first in (True, False)} - {None}
    named = _weekdays_named(reading)
    fitting = [day for day in sorted(d for d in days if d) if date.fromisoformat(day[:10]).weekday() in named]
    return fitting[0] if len(days) == 2 and len(fitting) == 1 else None


@lru_cache(maxsize=2)
def _weekdays_named(reading: Reading) -> frozenset[int]:
    """The weekdays that the opening of a text names, 0 for Monday."""
    opening = fold(" ".join(b.text for b in reading.body.blocks[:OPENING_BLOCKS]))
    return frozenset(n for n, word in _weekdays() if re.search(rf"(?<!\w){word}(?!\w)", opening))


def _by_language(reading: Reading, text: str) -> str | None:
    """The day of a line whose figures leave open which of them is the month, in a text of a language that writes the day
    first. English is written both ways."""
    if _NUMBERS.search(text) is None:
        return None
    language = language_of(reading, "und")[0].value.split("-")[0]
    return read_date(text, day_first=True) if language in DAY_FIRST else None


DAY_FIRST = frozenset(
    {"fr", "de", "es", "it", "pt", "nl", "ar", "ru", "pl", "tr", "el", "id", "da", "nb", "no", "ro"}
)
"""Languages in which 5/3/2021 is the fifth of March wherever they are written."""
_NUMBERS = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{4}")


@cache
def _weekdays() -> tuple[tuple[int, str], ...]:
    """Each weekday, 0 for Monday, with its name in every language we have."""
    return tuple((n, fold(w)) for code in languages() for n, w in enumerate(table(code).get("weekdays", ())))


def _first_published(reading: Reading) -> list[Claim]:
    """The day behind "First published on": the other days of the page are its changes'."""
    lines = [line for line in _dated_lines(reading, "date_line") if _FIRST.match(line.text)]
    return [Claim(value, "date line", line.span) for line in lines if (value := _labelled(line.text))]


def _above_title(reading: Reading) -> list[Claim]:
    """A labelled day above the title: "Earthquakes · Published March 3, 2021"."""
    found = []
    for line in reading.body.lines:
        if line.role == "title":
            break
        if len(line.text) < SHORT_LINE and (value := _labelled(line.text)):
            found.append(Claim(value, "date line", line.span))
    return found


def _dated_lines(reading: Reading, *roles: str) -> list[Line]:
    """The lines of these roles; those of the head first that are dates, whatever cleaning called them."""
    head = [
        line
        for line in head_lines(reading)
        if line.role not in roles and any(is_date(part) for part in (line.text, *line.text.split("|")[1:]))
    ]
    return [*head, *reading.lines(*roles)]


def _labelled(text: str) -> str | None:
    """The date right behind a label such as "Published on" in a line of text; none of days that last ("16–19 March")."""
    for label in _label().finditer(text):
        found = next(dates_in(text[label.end() : label.end() + 60]), None)
        before = text[label.end() : label.end() + found[1]] if found else ""
        if found and not re.search(r"[^\W\d_]{10}|\d\s*[-–]\s*$", before):
            return found[0]
    return None
