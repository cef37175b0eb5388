"""Lines of a text that name who wrote it without a word such as "by": names alone, with their places, or a name's role.

In: a line. Out: whether it is one. A name counts only with a given name that is known: headlines are short and have capitals, too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from site_gen.language.gazetteer import place_named
from site_gen.language.given import is_given_name
from site_gen.language.words import fold

from . import phrases

MOST_WORDS, MOST_NAMES = 24, 6
"""Longest line of names, in words, and most names on it."""
LEAST_NAME, MOST_NAME = 2, 4
"""Words of a name, its particles not counted."""
MOST_ROLE = 7
"""Longest line that says what a name's bearer does, in words."""
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"@\w{2,30}")


def _any_of(name: str) -> str:
    return "|".join(sorted(map(re.escape, phrases.entries(name))))


@cache
def _joined() -> re.Pattern[str]:
    """Between two names: a mark, a word such as "and", or both."""
    joints = _any_of("name_joints")
    return re.compile(rf"\s*[,;&/•|]\s*(?:(?:{joints})\s+)?|\s+(?:{joints})\s+")


@cache
def _from_where() -> re.Pattern[str]:
    """Behind a name: the place it reports from, in brackets or behind a word such as "in"."""
    return re.compile(
        rf"\s*(?:\(([^()]{{2,60}})\)|\b(?:{_any_of('reports_from')})\s+([A-ZÀ-Ý][\w'’ .-]{{2,40}}))$"
    )


@cache
def _with() -> re.Pattern[str]:
    """Between a newspaper and whom it signs with."""
    return re.compile(rf"\s+(?:{_any_of('signed_with')})\s+(?:l['’])?")


@lru_cache(maxsize=4096)
def is_names(text: str) -> bool:
    """Whether a line holds people's names and nothing else: ``Ann Bee``, ``Ann Bee in Port Ansel and Cal Dee``."""
    if not text[:1].isupper() or len(text.split()) > MOST_WORDS or text.rstrip()[-1:] in ".!?:":
        return False
    parts = [part for part in _joined().split(_HANDLE.sub("", text).strip()) if part.strip()]
    names = [_from_where().sub("", part) for part in parts]
    agencies = phrases.entries("agencies_unnamed")
    people = [n for n in names if n.casefold() not in agencies and place_named(n) is None]
    if not 0 < len(people) <= MOST_NAMES or not (_is_name(people[0]) and _is_person(people[0])):
        return False
    return all(_is_name(n) or _is_agency_like(n) for n in people[1:])


def _is_agency_like(text: str) -> bool:
    """Whether what signs beside a person is one word with a capital or in letters alone: "Lusa", "AFP"."""
    return text.isalpha() and (text[0].isupper() or _ACRONYM.fullmatch(text) is not None)


def is_named(text: str) -> bool:
    """Whether a line has the form of one person's name, known or not."""
    return _is_name(text) and place_named(text) is None and not phrases.is_one("furniture", text)


def is_house_with(text: str) -> bool:
    """Whether a line says that a newspaper signs with an agency or with a person: ``Le Courrier avec AFP et Ann Bee``."""
    parts = _with().split(_from_where().sub("", text))
    if len(parts) != 2 or len(text.split()) > MOST_WORDS or text.rstrip()[-1:] in ".!?:":
        return False
    others = [part for part in _joined().split(parts[1]) if part]
    return parts[0][:1].isupper() and all(_ACRONYM.fullmatch(o) or _is_name(o) or o.istitle() for o in others)


_ACRONYM = re.compile(r"[A-Z]{2,5}|[a-z]{3}")


def _is_name(text: str) -> bool:
    words = text.split()
    big = [w for w in words if not (w.islower() and w in phrases.entries("name_particles"))]
    return (
        LEAST_NAME <= len(big) <= MOST_NAME
        and all(_WORD.fullmatch(w) and w[0].isupper() for w in big)
        and words[-1].casefold() not in phrases.entries("masthead_words")
    )


def _is_person(name: str) -> bool:
    return is_given_name(fold(name.split()[0]))


def is_name_with_role(text: str) -> bool:
    """Whether a line is one person's name and, behind a comma, what its bearer does: ``Ann Bee, Arts Correspondent``."""
    name, comma, role = text.partition(",")
    return bool(comma) and is_named(name.strip()) and _is_person(name) and is_role(role)


def is_role(text: str) -> bool:
    """Whether a line only says what somebody does: ``Middle East Correspondent``, ``News reporter @annbee``."""
    words = _HANDLE.sub("", _MAIL.sub("", text)).split()
    if not words:
        return bool(_HANDLE.search(text))
    last = words[-1].strip(",.").casefold()
    return len(words) <= MOST_ROLE and (last in phrases.entries("byline_roles") or last.endswith(_endings()))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(phrases.entries("role_endings")))
