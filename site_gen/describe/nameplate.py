"""An outlet's name on a line of its own, above a text or below it, and the house that a text says its writer works for.

In: a reading of a text. Out: claims on the outlet. A line counts by the form of a newspaper's name, by the words of a logo, or
because the text's own small print says the name again; labels of sections and people count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language
from site_gen.language.words import fold
from site_gen.model import Line

from .agencies import agency_named
from .claim import Claim
from .dates import dates_in
from .head import head_lines
from .houses import ARTICLES, is_masthead, is_name
from .masthead import (
    LONGEST_SIGNED_LINE,
    MAX_SIGNED_CHARS,
    behind_text,
    head_and_bylines,
    is_a_person,
    is_called_a_newspaper,
    part_of,
)
from .reading import Reading


@dataclass(frozen=True, slots=True)
class _Opening:
    """What a page says around a line that may name the outlet."""

    reading: Reading
    logos: frozenset[tuple[int, int]]
    """Spans of lines that lead home or stand beside the page's controls."""
    menus: frozenset[tuple[int, int]]
    employer: str
    """For whom the author works, as the last paragraph says, folded; empty where it says nothing."""
    signed: frozenset[str]
    """Folded names that sign the page below the text."""


def lines_above(reading: Reading) -> list[Claim]:
    """A line above the title, or beside its date, that has the form of a newspaper's name; one that stands elsewhere too first."""
    if reading.is_html:
        return []
    above = list(takewhile(lambda line: line.role != "title", reading.body.lines))
    employer = _employer(reading)
    opening = _opening(reading, above, employer)
    claims = [
        Claim(_without_logo(_without_place(_without_day(line.text))), "masthead", line.span)
        for line in (*above, *head_lines(reading))
    ]
    named = [c for c in claims if any(is_named(c, opening) for is_named in _GROUNDS)]
    if employer:
        named = [Claim(employer, c.rule, c.span) if fold(c.value) == fold(employer) else c for c in named]
    return sorted(named, key=lambda c: (not _is_named_below(reading, c), c.span))[:1]


def _opening(reading: Reading, above: list[Line], employer: str | None) -> _Opening:
    logos = (line.span for line in above if _is_logo(line.text) or _is_beside_controls(line, above))
    signed = (fold(m[1]) for line in behind_text(reading) if (m := _SIGNED_BELOW.match(line.text)))
    menus = (line.span for line in above if line.role == "nav")
    return _Opening(reading, frozenset(logos), frozenset(menus), fold(employer or ""), frozenset(signed))


def _is_called_so(claim: Claim, _opening: _Opening) -> bool:
    """Whether a line has a newspaper's form ("The Harbour Herald") by its own words."""
    return is_masthead(_NUMBER.sub("", claim.value)) or is_called_a_newspaper(claim.value)


def _employs(claim: Claim, opening: _Opening) -> bool:
    """Whether the author works for what a line names."""
    return bool(opening.employer) and fold(claim.value) == opening.employer


def _is_named_again(claim: Claim, opening: _Opening) -> bool:
    """Whether a name with its article stands below the title too."""
    return _has_article(claim.value) and _is_named_below(opening.reading, claim)


def _is_a_logo(claim: Claim, opening: _Opening) -> bool:
    return claim.span in opening.logos and is_name(claim.value)


def _heads_a_menu(claim: Claim, opening: _Opening) -> bool:
    """Whether a line of a menu is a name that byline, notice or head say again."""
    return claim.span in opening.menus and _is_said_around(opening.reading, claim)


def _signs(claim: Claim, opening: _Opening) -> bool:
    """Whether a name, no person's and no agency's, signs the page below the text."""
    if fold(claim.value) not in opening.signed or not is_name(claim.value) or is_a_person(claim.value):
        return False
    return agency_named(claim.value, opening.reading.outlets) is None


_GROUNDS: tuple[Callable[[Claim, _Opening], bool], ...] = (
    _is_called_so,
    _employs,
    _is_named_again,
    _is_a_logo,
    _heads_a_menu,
    _signs,
)
"""Why a line above the title is taken for the outlet's name: one is enough."""


def _without_logo(text: str) -> str:
    """A name without the words by which a logo leads home: "The Harbour Herald - Back to home"."""
    name, _, rest = text.rpartition(" - ")
    if name and fold(rest) in any_language("logo_words"):
        return name
    first, _, last = text.rpartition(" ")
    return first if first and fold(last) in any_language("logo_words") else text


def _is_logo(text: str) -> bool:
    return len(text) < MAX_SIGNED_CHARS and _without_logo(text) != text


def _is_beside_controls(line: Line, above: list[Line]) -> bool:
    """Whether a line in capitals that begins with an article stands right beside a control of the page: "EL FARO"."""
    if (
        not line.text.isupper()
        or not 2 <= len(line.text.split()) <= 3
        or fold(line.text.split()[0]) not in ARTICLES
    ):
        return False
    at = above.index(line)
    return any(near.rule in ("furniture", "newsletter") for near in above[max(0, at - 1) : at + 2])


def _is_said_around(reading: Reading, claim: Claim) -> bool:
    """Whether a name above the title is said again by a line below it that is none of the report: its byline, its rights."""
    if not is_name(claim.value) or len(claim.value) < SHORTEST_NAME or len(claim.value.split()) > MAX_AROUND:
        return False
    if fold(claim.value) in any_language("section_labels") | any_language("no_subjects") or is_a_person(
        claim.value
    ):
        return False
    said = re.compile(rf"(?<!\w){re.escape(claim.value)}(?!\w)")
    return any(
        line.span[0] > claim.span[1] and said.search(line.text)
        for line in (
            *head_lines(reading),
            *reading.lines("byline", "credit_line", "publisher_notice", "date_line"),
        )
    )


SHORTEST_NAME, MAX_AROUND = 4, 4


def _employer(reading: Reading) -> str | None:
    """For whom the last paragraph says that its author works: "Ann Bee is a staff writer at Meridian."."""
    last = next((b.text for b in reversed(reading.body.blocks) if b.kind == "paragraph"), "")
    last = _SENTENCES.split(last)[0]
    found = _WORKS_FOR.search(last) if len(last) <= LONGEST_SIGNED_LINE else None
    words = {fold(w).strip(",") for w in last.split()}
    return found[1] if found and not words.isdisjoint(any_language("role_heads")) else None


_SENTENCES = re.compile(r"(?<=[^\W\d_]{2}\.) (?=[A-ZÀ-Ý])")
_WORKS_FOR = re.compile(r" [^\W\d_]{2,4} ((?:[Tt]he )?[A-ZÀ-Ý][\w&.'’-]*(?: [A-ZÀ-Ý][\w&.'’-]*){0,3})\.\W*$")
_NUMBER = re.compile(r"(?<=\w) \d{1,2}(?= )")
"""Of a station, inside its name: "KBN 7 News"."""
_SIGNED_BELOW = re.compile(
    r"^\W*(?:[^\W\d_]{4,8}\s*:|©|\([cC]\)|[Cc]opyright)\W*(?:\d{4}\W+)?([^\W\d_].{2,40}?)\W*$"
)
"""A last line that names what a line above the title is: "Source: Harbour Daily", "© Harbour Daily"."""


def employers(reading: Reading) -> list[Claim]:
    """For whom a line below the text says that its author works: "Ann Bee is a reporter for The Harbour. She joined in 2011."."""
    if reading.is_html:
        return []
    opens = {w for line in head_and_bylines(reading) for w in _CAPITALISED.findall(line.text)}
    lines = [line for line in reading.body.lines if line.text[:1].isupper()][-LAST_LINES:]
    found = []
    for line in lines:
        first = _SENTENCES.split(line.text[:LONGEST_SIGNED_LINE])[0]
        match = _WORKS_FOR.search(first)
        words = first.split()
        if not match or len(words) < 2 or not {words[0], words[1].strip(",")} <= opens:
            continue
        roles = {fold(w).strip(",") for w in words} & any_language("byline_roles")
        if roles and is_name(match[1]) and agency_named(match[1], reading.outlets) is None:
            found.append(part_of(Claim(line.text, "writer's house", line.span), match[1], "writer's house"))
    return found[:1]


LAST_LINES = 12
"""Lines at the end of a text among which its author may be told of."""
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w.'’-]*")


def signed_below(reading: Reading) -> list[Claim]:
    """The last line of a text, where it is the name of a newspaper and nothing else."""
    behind = (
        [] if reading.is_html else [line for line in behind_text(reading) if not _is_of_rights(line.text)]
    )
    last = behind[-1:]
    return [
        part_of(Claim(line.text, "last line", line.span), name, "last line")
        for line in last
        if is_masthead(name := line.text.partition("|")[0].strip())
    ]


def _is_of_rights(text: str) -> bool:
    """Whether a line says that all rights are reserved, and no more."""
    return fold(text).strip(" .") in any_language("rights_reserved")


def _without_day(text: str) -> str:
    """A line without the day behind it: "The Harbour Herald, Friday, March 5, 2021"; in capitals as names are written."""
    found = next(dates_in(text), None) if len(text) < MAX_SIGNED_CHARS else None
    if found:
        text = _DAY_BEFORE.sub("", text[: found[1]])
    name = text.strip(" ,|·•–—-")
    return name.title() if name.isupper() and len(name.split()) > 1 else name


def _without_place(name: str) -> str:
    """A name without the place whence it reports: "KBN News, Lisbon"."""
    parts = _PLACE_BEHIND.split(name)
    return parts[0] if len(parts) == 2 and place_named(parts[1]) is not None else name


_PLACE_BEHIND = re.compile(r"\s*,\s+|\s+[-–—]\s+")
_DAY_BEFORE = re.compile(
    r"[\s,|·•–—-]+(?:[^\W\d_]{3,10}day|[^\W\d_]{2,9}tag|[^\W\d_]{2,5}di|[^\W\d_]+-feira)?[\s,]*$"
)
"""The weekday before a day, and what parts it from a name."""


def _is_named_below(reading: Reading, claim: Claim) -> bool:
    return reading.capture.text.find(claim.value, claim.span[1]) >= 0


def _has_article(name: str) -> bool:
    return is_name(name) and fold(name.split()[0]) in ARTICLES
