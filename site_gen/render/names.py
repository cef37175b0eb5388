"""Names of authors as citations order them: family name first, particles and suffixes in their places.

Invariants: no letter of a name is lost or changed; a name that is not surely a person's in Latin letters stays as it is
written (an agency, a desk, a name in Arabic), as CSL's ``literal``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_PARTS = 6
"""A longer "name" is a phrase: a byline that ran on."""
_PARTICLES = frozenset(
    [
        "af",
        "al",
        "av",
        "bin",
        "bint",
        "d",
        "da",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "het",
        "ibn",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "'t",
        "ten",
        "ter",
        "van",
        "vom",
        "von",
        "vor",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)
"""Small words that belong to the family name; written small in most languages, and read so only then."""
_RAISED = frozenset(("Abu", "Al", "Ben", "Bin", "El", "Ibn", "Le", "La", "Mac", "St", "St.", "Van", "Von"))
"""The same with a capital: they belong to the family name where they stand right before it."""
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_CORPORATE = frozenset(
    [
        "agence",
        "agencies",
        "agency",
        "and",
        "archive",
        "archives",
        "associates",
        "association",
        "author",
        "board",
        "bureau",
        "channel",
        "committee",
        "company",
        "contributor",
        "contributors",
        "correspondent",
        "correspondents",
        "council",
        "department",
        "desk",
        "editor",
        "editorial",
        "editors",
        "foundation",
        "government",
        "group",
        "institute",
        "media",
        "ministry",
        "network",
        "networks",
        "news",
        "newspaper",
        "newsroom",
        "office",
        "online",
        "press",
        "radio",
        "reporter",
        "reporters",
        "rédaction",
        "service",
        "services",
        "society",
        "staff",
        "studio",
        "team",
        "television",
        "the",
        "times",
        "tribune",
        "tv",
        "university",
        "wire",
        "writer",
        "writers",
    ]
)
"""Words that no person's name has: a desk, a service, an office."""
_FAMILY_FIRST = frozenset(("hu", "ja", "ko", "vi", "zh"))
"""Languages that write the family name first: the order of such a name is not known from its letters."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ.'’ʼ‘-]+")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in parts. ``given`` is empty where the name is not taken apart: then ``family`` is all of it."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """``Osk, Mira``; ``King, Martin Luther, Jr.``; a name that is not taken apart as it is."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)

    @property
    def initials(self) -> str:
        """``Osk, M.``, as APA has it: an initial a given name, hyphens kept."""
        given = " ".join(_initial(name) for name in self.given.split())
        return ", ".join(part for part in (self.family, given, self.suffix) if part)

    @property
    def plain(self) -> str:
        """``Mira Osk``."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


@lru_cache(maxsize=4096)
def person(name: str, language: str = "") -> Person:
    """Return a name in its parts; whole, as a literal, where it is no person's or its order is not known."""
    parts = name.replace(",", " ").split() if re.search(r",\s*(?:Jr|Sr)\b", name) else name.split()
    suffix = parts.pop() if len(parts) > 2 and parts[-1] in _SUFFIXES else ""
    if not _is_taken_apart(parts, language):
        return Person(name)
    at = len(parts) - 1
    if at > 1 and parts[at - 1] in _RAISED:
        at -= 1
    while at > 1 and parts[at - 1].strip("'’") in _PARTICLES:
        at -= 1
    return Person(" ".join(parts[at:]), " ".join(parts[:at]), suffix)


def _is_taken_apart(parts: list[str], language: str) -> bool:
    if not 2 <= len(parts) <= MAX_PARTS or language.split("-")[0] in _FAMILY_FIRST:
        return False
    if not all(_LATIN.fullmatch(part) for part in parts) or {part.casefold() for part in parts} & _CORPORATE:
        return False
    return not (parts[-1].isupper() and len(parts[-1]) < 5) and parts[0][:1].isupper()


def _initial(name: str) -> str:
    return "-".join(f"{part[0].upper()}." for part in name.split("-") if part)
