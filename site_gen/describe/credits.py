"""Credit lines below an article: who reported from where, who wrote and edited, which agencies are thanked.

In: a line such as "Reporting by A in B, C in D and E in F, writing by G; editing by H", "With reporting by AP and AFP",
"Contributing: X" or "Source: News Agencies". Out: contributors with role and place, and agencies credited. Nothing here
ever names the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from site_gen.language import fold, languages, table
from site_gen.language.names import any_written
from site_gen.language.organisations import is_acronym
from site_gen.model import Contributor, Span

from .agencies import agency_named
from .claim import Claim
from .people import fold_keep

_PLACE = re.compile(r"^(.*?)\s+(?:in|at|from|à|au|aux|en|في|من)\s+(.+)$", re.I)
_INITIALED = re.compile(r"^\W*(?:[^\W\d_A-Z]{1,5}(?:[./,;-]\s?[^\W\d_A-Z]{1,5})*\s*)?\(([^()]{2,80})\)\W*$")
"""Editors' initials and agencies below a German report: "jk/rt (AFP, dpa)"."""
_STROKED = re.compile(r"^\W*([^\W\d_]{2,8}(?:/[^\W\d_]{2,8}){1,4})\W*$")
"""The same without brackets: "jk/dpa/AFP"."""
MAX_CREDIT_CHARS = 1_500


@dataclass(frozen=True, slots=True)
class Credits:
    """What one credit line says."""

    contributors: tuple[Contributor, ...] = ()
    agencies: tuple[Claim, ...] = ()


@cache
def _between() -> re.Pattern[str]:
    """What parts one name from the next."""
    joints = any_written("name_joints")
    return re.compile(rf"\s*[;,،]\s*(?:(?:{joints}|و)\s+)?|\s+(?:{joints}|&)\s+", re.I)


@cache
def _from_agencies() -> re.Pattern[str]:
    told = r"(?:some |additional )?(?:information|material|reporting|details)[\w ]{0,40}?\b(?:from|by)"
    return re.compile(rf"^\W*(?:{any_written('signed_with')}|{told})\s+(?:l['’])?(.+?)\W*$", re.I)


@cache
def _signed_with() -> re.Pattern[str]:
    return re.compile(
        rf"^\W*[^\W\d_][^,;:|(]{{1,40}}? {any_written('signed_with')} (?:l['’])?([A-Z][^.;:|]{{1,50}})$"
    )


@cache
def _roles() -> dict[str, str]:
    return {
        fold(words): role
        for code in languages()
        for words, role in table(code).get("credit_roles", {}).items()
    }


@cache
def _clause() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_roles(), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?<![^\W_])({words})(?:\s+(?:by|from|par|de|von)\b\s*:?|\s*:)\s*|^\W*(avec|with)\s+(?=[A-Z])", re.I
    )


def read_credits(text: str, span: Span) -> Credits:
    """Return the people and agencies of a credit line; empty where it is none. ``span`` is the line's, in the capture."""
    if len(text) > MAX_CREDIT_CHARS:
        return Credits()
    parts = _sentences(text)
    if len(parts) > 1:
        read = [read_credits(part, (span[0] + at, span[0] + at + len(part))) for part, at in parts]
        return Credits(
            tuple(c for r in read for c in r.contributors), tuple(a for r in read for a in r.agencies)
        )
    if helped := _contributed().match(text):
        return _helpers(helped, span)
    if sent := _sent_from().match(text):
        return _correspondents(sent, span)
    if source := _source().match(text):
        return Credits(agencies=tuple(_named_source(source[1], source.start(1), span)))
    folded = fold_keep(text)
    opens = list(_clause().finditer(folded))
    contributors: list[Contributor] = []
    agencies: list[Claim] = []
    for number, match in enumerate(opens):
        end = opens[number + 1].start() if number + 1 < len(opens) else len(text)
        role = _roles().get(match[1] or "", "reporting")
        for item, start in _items(text, match.end(), end):
            at = (span[0] + start, span[0] + start + len(item))
            if agency_named(item) or is_acronym(item):
                agencies.append(Claim(item, "credit line", at))
            elif person := _person(item):
                contributors.append(Contributor(person[0], role, person[1], at))
    return Credits(tuple(contributors), tuple(agencies))


@cache
def _source() -> re.Pattern[str]:
    """A line that names its sources: "Source: News agencies"."""
    return re.compile(rf"^\W*{any_written('source_labels')}\s*:\s*(.+)$", re.I)


def _sentences(text: str) -> list[tuple[str, int]]:
    """The sentences of a credit of several, each saying who did what, with their places; the text as one else."""
    seams = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    parts = [(text[a:b].strip(), a) for a, b in pairwise(seams) if text[a:b].strip()]
    each = all(_contributed().match(part) or _sent_from().match(part) for part, _ in parts)
    return parts if len(parts) > 1 and each else [(text, 0)]


_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Ý])")


@cache
def _sent_from() -> re.Pattern[str]:
    """ "Ann Bee reported from Port Ansel and Cal Dee from Ostrey"."""
    return re.compile(rf"^\W*(.{{3,200}}?) {any_written('credit_from')} (.{{3,80}}?)\W*$")


def _correspondents(match: re.Match[str], span: Span) -> Credits:
    """Those who reported from a place."""
    place = match[2] if match[2][:1].isupper() and len(match[2].split()) <= MAX_PLACE_WORDS else None
    found = [
        Contributor(person[0], "reporting", person[1] or place, (span[0] + at, span[0] + at + len(item)))
        for item, at in _items(match[1], 0, len(match[1]))
        if (person := _person(item))
    ]
    return Credits(tuple(found))


MAX_PLACE_WORDS = 4


def _helpers(match: re.Match[str], span: Span) -> Credits:
    """Those who contributed: "Associated Press writers A in X and B in Y" as A and B, and the agency they write for."""
    text = match[1]
    contributors: list[Contributor] = []
    agencies: list[Claim] = []
    for item, start in _items(text, 0, len(text)):
        name = _WRITES_FOR.match(item)
        house = name[1].strip() if name else ""
        if house and agency_named(house):
            agencies.append(Claim(house, "credit line", (span[0] + start, span[0] + start + len(house))))
        person = item[name.end() :] if name else item
        at = span[0] + start + (name.end() if name else 0)
        if agency_named(person):
            agencies.append(Claim(person, "credit line", (at, at + len(person))))
        elif found := _person(person):
            contributors.append(Contributor(found[0], "contributing", found[1], (at, at + len(person))))
    return Credits(tuple(contributors), tuple(agencies))


@cache
def _contributed() -> re.Pattern[str]:
    """Behind the names of those who helped: "Ann Bee contributed to this report"."""
    return re.compile(rf"^\W*(.{{3,600}}?)\W* {any_written('contributed')}(?!\w)", re.I)


_WRITES_FOR = re.compile(
    r"^(?:The )?((?:[A-Z][\w.&'’-]*\s+){0,5}?)\s*(?:[Ss]taff |[Ss]enior |[Ss]pecial )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Jj]ournalist|[Ee]ditor|[Rr]esearcher|[Pp]roducer|[Vv]ideographer)s?\s+(?=[A-Z])"
)
"""Whom a contributor writes for and as what, before the name."""


def _items(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The names of a clause, each with its place in the line."""
    at = start
    for match in [*_between().finditer(text, start, end), None]:
        stop = match.start() if match else end
        item = text[at:stop].strip(" .;,()[]\n")
        if item:
            yield item, text.index(item, at)
        at = match.end() if match else end


def agencies_thanked(text: str, span: Span) -> tuple[Claim, ...]:
    """The agencies of a line that only thanks them: "(avec l'ATS)", "Some information came from A and B", "jk/rt (AFP, dpa)".

    Empty for others, and where one of the names is none.
    """
    if len(text) > MAX_THANKS_CHARS:
        return ()
    if stroked := _STROKED.match(text):
        return _stroked(stroked, span)
    for pattern in (_from_agencies(), _signed_with(), _INITIALED):
        match = pattern.match(text)
        claims = list(_named_source(match[1].rstrip(")"), match.start(1), span)) if match else []
        named = [c for c in claims if agency_named(c.value)]
        if named and (len(named) == len(claims) or pattern is _signed_with()):
            return tuple(named)
    return ()


def _stroked(match: re.Match[str], span: Span) -> tuple[Claim, ...]:
    """The agencies among letters that strokes part; the others are editors' initials."""
    found, at = [], match.start(1)
    for part in match[1].split("/"):
        if agency_named(part) is not None:
            found.append(Claim(part, "credit line", (span[0] + at, span[0] + at + len(part))))
        at += len(part) + 1
    return tuple(found)


MAX_THANKS_CHARS = 160


def _named_source(text: str, start: int, span: Span) -> Iterator[Claim]:
    for item, at in _items(text, 0, len(text)):
        if len(item.split()) <= 5:
            yield Claim(item, "source line", (span[0] + start + at, span[0] + start + at + len(item)))


_OF_A_HOUSE = re.compile(r"^(?:The )?(?:[A-Z][\w.&-]* ){0,3}[A-Z][\w.&-]*(?:['’]s|s['’]) (?=[A-Z])")
"""Whose reporter: "HBN's Ann Bee" is Ann Bee."""


def _person(item: str) -> tuple[str, str | None] | None:
    """A name and the place it reported from. None where it is no name: too long, with digits, not capitalised."""
    placed = _PLACE.match(item)
    name, place = (placed[1], placed[2]) if placed else (item, None)
    name = _OF_A_HOUSE.sub("", name)
    words = name.split()
    if (
        not 1 < len(words) <= 6
        or any(c.isdigit() for c in name)
        or words[0][0].islower()
        or words[-1][0].islower()
    ):
        return None
    return name, place if place and not place[0].islower() and len(place.split()) <= 4 else None
