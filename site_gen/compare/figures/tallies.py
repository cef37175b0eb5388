"""Numbers of two parts that are one figure: the time of day ("2:46 p.m.") and the tally of a vote ("52-48").

Goes in: the pieces of a sentence and a place in it. Comes out: the number that begins there, or None. Sports' scores and
places in a book ("12:46") are neither: a time has its half of the day, its zone or "at"; a tally has a word of voting near.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..pieces import Number, Piece
from ..reading import word_set, words_of

CLOCK, TALLY = "clock", "tally"
"""The units of a time of day (minutes since midnight) and of a vote (those for it)."""
ROUND_TIMES = ((60, 10.0), (5, 5.0))
"""Minutes of which a time is a multiple, and the step in minutes to which it is taken to be given."""
VOTE_REACH = 6
"""Words within which a word of voting makes two numbers a tally."""
PART = 10_000
"""The votes against are this part of the tally's value: more than any assembly has."""


def two_part(row: Sequence[Piece], i: int, language: str) -> Number | None:
    """Return the time or tally that begins at a piece."""
    if not row[i].is_number or (i and row[i - 1].end == row[i].start and row[i - 1].text in "-–:/$€£"):
        return None
    return _clock(row, i, language) or _tally(row, i, language)


def _clock(row: Sequence[Piece], i: int, language: str) -> Number | None:
    """A time with its half of the day, or one of 24 hours behind "at"."""
    hour, minute, last = _hours(row, i, language)
    if hour > 24 or minute > 59:
        return None
    half, end = _half(row, last, language)
    if half and 0 < hour <= 12:
        hour = hour % 12 + (12 if half in word_set(language, "afternoon_marks") else 0)
    elif not _is_of_the_day(row, i, last, hour, language):
        return None
    minutes = hour * 60 + minute
    grain = next((g for step, g in ROUND_TIMES if minutes % step == 0), 1.0)
    return Number(
        i, end, row[i].start, row[end].end, float(minutes), float(minutes), grain, CLOCK, "minutes of the day"
    )


def _is_of_the_day(row: Sequence[Piece], i: int, last: int, hour: int, language: str) -> bool:
    """Whether hours and minutes without a half of the day are a time: "at 16.30", "around 16:30", "16.30 local time", "à 14h30"."""
    before = row[i - 1].form if i else ""
    if last > i and row[i + 1].form in word_set(language, "hour_marks"):
        return before in word_set(language, "before_hours")
    if hour <= 12 or (row[last].text.isdecimal() and last == i):
        return False
    behind = " ".join(p.form for p in row[last + 1 : last + 3])
    is_zoned = any(behind.startswith(mark) for mark in word_set(language, "times"))
    openers = (
        words_of(language, "before_hours", "near_hours") if last > i else word_set(language, "before_hours")
    )
    return is_zoned or before in openers


def _hours(row: Sequence[Piece], i: int, language: str) -> tuple[int, int, int]:
    """Hour, minute and last piece of "2", "2:46", "2.46" and "14h30"; an hour past the day's end where it is none."""
    text = row[i].text
    if text[-3:-2] == "." and text.replace(".", "", 1).isdecimal():
        return int(text[:-3]), int(text[-2:]), i
    if not text.isdecimal() or len(text) > 2:
        return 99, 0, i
    mark, minutes = (row[j] if j < len(row) else row[i] for j in (i + 1, i + 2))
    is_hour = mark.form in word_set(language, "hour_marks")
    is_followed = i + 2 < len(row) and len(minutes.text) == 2 and minutes.text.isdecimal()
    if (is_hour or mark.text == ":") and is_followed:
        return int(text), int(minutes.text), i + 2
    return int(text), 0, i + 1 if is_hour else i


def _half(row: Sequence[Piece], last: int, language: str) -> tuple[str, int]:
    """The half of the day behind a time ("p.m.", "pm") and its last piece; "" and the piece before where there is none."""
    marks = words_of(language, "afternoon_marks", "morning_marks")
    for length in (4, 3, 1):
        behind = row[last + 1 : last + 1 + length]
        form = "".join(p.form for p in behind)
        if len(behind) == length and form in marks:
            return form, last + length
    return "", last


def _tally(row: Sequence[Piece], i: int, language: str) -> Number | None:
    if i + 2 >= len(row) or not row[i + 2].is_number or not (row[i].text + row[i + 2].text).isdecimal():
        return None
    is_tied = row[i + 1].text in "-‑–" and row[i].end == row[i + 1].start
    if not is_tied and row[i + 1].form not in word_set(language, "tally_links"):
        return None
    for_, against = float(row[i].text), float(row[i + 2].text)
    near = (*row[max(0, i - VOTE_REACH) : i], *row[i + 3 : i + 3 + VOTE_REACH])
    words = word_set(language, "tally_words")
    behind = row[i + 3] if i + 3 < len(row) else None
    if against >= for_ or not any(p.form in words for p in near) or (behind and behind.text in "-–/:%"):
        return None
    value = for_ + against / PART
    return Number(i, i + 2, row[i].start, row[i + 2].end, for_, value, 1 / PART, TALLY, "votes for")
