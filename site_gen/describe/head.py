"""The head of an article in a text capture: the short lines between its title and its first paragraph.

A scraper leaves byline, date and outlet there as bare lines, and cleaning does not always know them. In: a reading. Out:
the lines, whatever role they have. Nothing further down is looked at, where names and dates are other articles'.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from site_gen.language.gazetteer import place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language
from site_gen.language.words import fold
from site_gen.model import Line, Sourced

from .agencies import agency_named
from .claim import Claim, stated
from .dates import dates_in
from .houses import is_masthead
from .people import authors_of, is_opened, is_person_name
from .reading import Reading
from .shown import has_only_a_date

MAX_HEAD_LINES = 10
"""Lines behind the title that may still be its head: kicker, standfirst, two captions, byline, date, place."""
LONGEST_HEAD_LINE = 140
SHORTEST_PARAGRAPH = 60
_PASSED_OVER = (
    "title", "title_duplicate", "standfirst", "image_caption", "image_caption_duplicate", "image_credit", "empty",
    "credit_line", "publisher_notice", "advertisement", "newsletter", "comment",
)  # fmt: skip

_MAY_BE_SMALL_PRINT = ("standfirst", "image_caption")


@lru_cache(maxsize=2)
def head_lines(reading: Reading) -> tuple[Line, ...]:
    """The lines of the head, in order; none of a page or of a text without a title."""
    if reading.is_html:
        return ()
    lines = reading.body.lines
    first = next((at for at, line in enumerate(lines) if line.role == "title"), None)
    if first is None:
        return ()
    found = list(title_parts(lines[first])[1])
    for at, line in enumerate(lines[first + 1 : first + 1 + MAX_HEAD_LINES], first + 1):
        if line.role in _PASSED_OVER and not (line.role in _MAY_BE_SMALL_PRINT and is_small_print(line.text)):
            continue
        if _is_paragraph(line):
            if at == first + 1 and at + 1 < len(lines) and _is_byline(lines[at + 1].text):
                continue  # a standfirst that cleaning kept
            break
        found.append(line)
    return tuple(found)


def title_parts(line: Line) -> tuple[str, tuple[Line, ...]]:
    """The title of a title's line, and the rest where bars part it from its day or its byline; no rest elsewhere.

    "The Harbour Herald | Ferry sinks | 5 March 2021 | By Ann Bee".
    """
    found = list(_PART.finditer(line.text)) if len(line.text) == line.span[1] - line.span[0] else []
    start = line.span[0]
    parts = [replace(line, text=p.group(), span=(start + p.start(), start + p.end())) for p in found]
    rest = tuple(p for p in parts if is_date(p.text) or _is_byline(p.text))
    others = [p for p in parts if p not in rest]
    if not rest or not others:
        return line.text, ()
    title = max(others, key=lambda p: len(p.text))
    return title.text, tuple(p for p in parts if p is not title)


_PART = re.compile(r"[^\s|•·](?:[^|•·]*[^\s|•·])?")


def bylines(reading: Reading) -> list[Claim]:
    """The lines of the head that begin as bylines do, and the parts between bars that do, whatever role they have."""
    return [
        Claim(part[0], "byline", (line.span[0] + part.start(), line.span[0] + part.end()))
        for line in head_lines(reading)
        for part in _PART.finditer(line.text)
        if len(line.text) <= LONGEST_HEAD_LINE and _is_byline(part[0])
    ]


def _is_byline(text: str) -> bool:
    return len(text) <= LONGEST_HEAD_LINE and is_opened(text) and bool(authors_of(text, is_marked=False))


def _is_paragraph(line: Line) -> bool:
    if is_date(line.text):
        return False
    is_kept = line.block is not None and line.role in ("body", "quote", "list_item")
    return len(line.text) >= (SHORTEST_PARAGRAPH if is_kept else LONGEST_HEAD_LINE)


def is_small_print(text: str) -> bool:
    """Whether a short line is a date, a part of it between bars is one, or it holds nothing but people's names."""
    if len(text) > LONGEST_HEAD_LINE:
        return False
    if is_date(text) or any(is_date(part) for part in text.split("|")[1:]):
        return True
    names = authors_of(text, is_marked=False)
    if names and (is_opened(text) or _has_role(text) or _names_a_house(text)):
        return True
    letters = sum(c.isalpha() for c in text)
    return len(names) > 1 and sum(c.isalpha() for name in names for c in name) >= letters - 3 * len(names)


def _has_role(text: str) -> bool:
    """Whether a line is a name and, behind a comma or in brackets, its bearer's role: "Ann Bee, Shipping Correspondent"."""
    _, comma, rest = text.partition(" (") if text.endswith(")") else text.partition(",")
    words = [fold(w).strip(".,()") for w in rest.split()]
    ends = {" ".join(words[at:]) for at in range(len(words))}
    return bool(comma) and (not any_language("role_heads").isdisjoint(words) or _is_role(ends))


def _is_role(ends: set[str]) -> bool:
    """Whether what stands behind a name ends as a role does: "envoyée spéciale"."""
    return any(" " in end and end in any_language("byline_roles") for end in ends)


def _names_a_house(text: str) -> bool:
    """Whether a line is a name and the newspaper its bearer writes for: "Ann Bee for The Harbour Herald"."""
    found = _FOR_A_HOUSE.match(text.strip())
    return found is not None and is_masthead(found[1])


_FOR_A_HOUSE = re.compile(
    r"(?:[A-Z][\w.'’-]+,? ){2,4}(?:[Ss]pecial (?:to|for)|for|of) (?:the )?((?:The )?[A-Z][\w&.'’ -]{2,40})$"
)


def is_date(text: str) -> bool:
    """Whether a line is a date, with its label, its place or a second date, and nothing else."""
    return (
        len(text) <= LONGEST_HEAD_LINE
        and any(len(d) >= 10 for first in (None, True) for d, _, _ in dates_in(text, day_first=first))
        and has_only_a_date(text)
    )


def lone_names(reading: Reading) -> list[Claim]:
    """People who stand alone on a line of the head: with their role behind a comma, or beside the line of the date.

    Where a line holds a given name that is known, lines without one are labels with capitals: "Reading Time".
    """
    lines = head_lines(reading)
    found: list[list[Claim]] = []
    for at, line in enumerate(lines):
        if first := _name_before_a_day(line):
            found.append([first])
            continue
        beside = any(is_date(near.text) for near in lines[max(0, at - 2) : at + 3] if near is not line)
        if names := _names_alone(line, is_by_a_date=beside):
            rule = "name by the date" if beside else "name and role"
            found.append([Claim(n, rule, _place(line, n)) for n in names])
    known = [claims for claims in found if any(is_given_name(fold(c.value.split()[0])) for c in claims)]
    return [claim for claims in known or found for claim in claims]


def _names_alone(line: Line, *, is_by_a_date: bool) -> list[str]:
    """The people of whom a line holds the names, and a role at most; none where one of them may be no person."""
    if _OF_A_PICTURE.match(line.text):
        return []
    text = _from_a_place(_REPORTS_FROM.sub("", _without_glued_by(line.text.strip())))
    if _LABELLED.match(text) and not is_opened(text):
        return []
    has_role = _has_role(text)
    if not (has_role or is_by_a_date or is_small_print(text)):
        return []
    names = authors_of(re.split(r",| \(", text)[0] if has_role else text, is_marked=False)
    return names if not is_date(line.text) and all(_may_be_a_person(n, line) for n in names) else []


def _without_glued_by(text: str) -> str:
    """A line without the word of a byline that a scraper glued to its name: "ByAnn Bee"."""
    glued = _GLUED.match(text)
    return text[glued.end(1) :] if glued and fold(glued[1]) in any_language("byline_ends") else text


_GLUED = re.compile(r"([A-Z][a-z]{1,3})(?=[A-Z][a-z])")


def _name_before_a_day(line: Line) -> Claim | None:
    """The name that opens a line whose bars part it from a day: "Ann Bee | Geneva | 5 March 2021"."""
    parts = [part[0] for part in _PART.finditer(line.text)] if "|" in line.text else []
    if len(parts) < 2 or not any(is_date(part) for part in parts[1:]) or is_date(parts[0]):
        return None
    names = authors_of(parts[0], is_marked=False)
    if len(names) != 1 or not _may_be_a_person(names[0], replace(line, text=parts[0])):
        return None
    return Claim(names[0], "name by the date", _place(line, names[0]))


_OF_A_PICTURE = re.compile(r"[A-Z]{2,}(?: Photos?)?/\S")
"""Whose picture it is: "HBN/A. Bee"."""
_LABELLED = re.compile(r"[^\W\d_]{2,12}:\s")
"""Before a name, what its bearer did, if it is not the report: "Pic: Ann Bee"."""


def _from_a_place(text: str) -> str:
    """A name without the place that a stroke parts from it: "Ann Bee / Port Ansel"."""
    name, stroke, place = text.partition(" / ")
    return name if stroke and 0 < len(place.split()) <= 3 and place[0].isupper() else text


_REPORTS_FROM = re.compile(r"(?: in (?:[A-Z][\w.'’-]+ ?){1,3})?(?:,? and agencies)?$")
"""Behind a name, where its owner reports from: "Ann Bee in Port Ansel and agencies"."""


def _may_be_a_person(name: str, line: Line) -> bool:
    is_alone = len(line.text.split()) <= len(name.split()) + 8
    words = {fold(w) for w in name.split()}
    return (
        is_alone
        and is_person_name(name)
        and place_named(name) is None
        and agency_named(name) is None
        and fold(name.split()[0]) not in any_language("masthead_openers")
        and not words & (any_language("organisation_heads") | any_language("not_names"))
    )


def _place(line: Line, name: str) -> tuple[int, int]:
    at = line.text.find(name)
    return (line.span[0] + at, line.span[0] + at + len(name)) if at >= 0 else line.span


def line_value(reading: Reading, role: str) -> Sourced[str] | None:
    """The first line of a role that is no small print, as a stated value; None where there is none."""
    lines = [line for line in reading.lines(role) if line.text.strip()]
    line = next((line for line in lines if reading.is_html or not is_small_print(line.text)), None)
    said = " ".join(reading.said(line).split()) if line else ""
    return stated(Claim(said, f"{role} ({line.rule})", line.span)) if line else None
