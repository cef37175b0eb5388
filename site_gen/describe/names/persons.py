"""Whether words name a person, and what the text calls that person."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from site_gen.language import fold, table
from site_gen.language.gazetteer import is_usual_name, place_named
from site_gen.language.given import is_given_name, may_be_given_name
from site_gen.language.names import any_language, demonyms, name_words
from site_gen.language.tables import FALLBACK

from .runs import Run, Word
from .tables import Tables

MAX_PERSON_WORDS = 5
_AGE = re.compile(r"^\d{1,3}$")
_OLD = re.compile(r"^\d{1,3}[-‐‑]year[-‐‑]old$")
_WHO = frozenset({"who", "whose", "whom", "qui", "dont"})
_MARKS_OF_NAMES = str.maketrans("", "", ".'’-‐‑ ")
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Ý]")
_MAY_BE_GLUED = re.compile(
    r"^(?:Mc|Mac|De|Di|Da|Du|La|Le|Lo|Van|Von|Fitz|Mhic|Nic|Ó|O|D|St|Al|El|Ben|Abu|Ten|Ter)(?=[A-ZÀ-Ý])"
)
"""Prefixes behind which a surname has a second capital; elsewhere it is a product's, or two words that lost their space."""


def person(words: list[Word], folded: list[str], run: Run, known: Tables) -> bool | None:
    """Whether it is sure that the words name a person; None where they name none.

    Sure is what only people have: an office, an age, "who", a particle. A verb tells only behind a given name: companies
    and teams speak, too.
    """
    if not _has_length_of_a_person(words, folded, known) or folded[0] in known.articles:
        return None
    is_opened = opens_name(folded)
    common = _unexplained(words, folded, run, known, is_opened=is_opened)
    if any(f in known.no_person or f in demonyms() for f in common):
        return None
    if not is_written_as_a_person(words, known) or (folded[-1] in known.titles and folded[-1] in common):
        return None
    if is_person_by(words, run, known):
        return True
    if not is_opened and place_named(words[0].text) is not None:
        return False if len(words) == 2 and may_be_given_name(folded[0]) else None
    if _has_particle(words, known, is_opened=is_opened) or (is_opened and _does(run, known)):
        return True
    return None if run.before and run.before[-1].folded in known.articles else False


def _has_length_of_a_person(words: list[Word], folded: list[str], known: Tables) -> bool:
    """Whether there are two to five words, two of them no particles; one behind a particle that opens them ("al Roldo")."""
    weighty = sum(f not in known.particles for f in folded)
    return 2 <= len(words) <= MAX_PERSON_WORDS and weighty >= (1 if words[0].text[0].islower() else 2)


def _unexplained(
    words: list[Word], folded: list[str], run: Run, known: Tables, *, is_opened: bool
) -> list[str]:
    """The words that must not be common ones: all but a surname that is a word too, a family name that stands first and the
    given name."""
    may_end = folded[-1] in known.also_surnames
    may_end = may_end or (folded[-1] in known.place_heads and role_around(words, run, known) is not None)
    left = folded[:-1] if is_opened and may_end else folded
    left = left[1:] if left[0] in any_language("family_name_first") else left
    is_given = left and is_given_name(left[0]) and left[0] not in known.own_demonyms | known.no_person
    return left[1:] if is_given else left


def is_written_as_a_person(words: list[Word], known: Tables) -> bool:
    """Whether words have the letters of people's names: no figures, no capitals but initials, none glued together."""
    if any(is_glued(w.text) for w in words):
        return False
    shouted = [
        w for n, w in enumerate(words) if w.text.isupper() and len(w.text.replace(".", "")) > (1 if n else 2)
    ]
    if any("." not in w.text and w.folded not in known.suffixes and w.folded not in _ROMAN for w in shouted):
        return len(shouted) == len(words) and len(words) > 1
    return " ".join(w.text for w in words).translate(_MARKS_OF_NAMES).isalpha()


_ROMAN = frozenset({"v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xxiii"})
"""Numbers behind kings and popes that no table of suffixes holds."""


def opens_name(folded: list[str] | tuple[str, ...]) -> bool:
    """Whether a name begins as people's do: with a known given name, an initial, or a family name that stands first."""
    first = folded[0].strip(".")
    return (
        (len(first) == 1 or first.replace(".", "") != first)
        or is_given_name(first)
        or first in any_language("family_name_first")
    )


def is_opened(name: str) -> bool:
    """``opens_name`` of a name as it is written."""
    words = name_words(name)
    return bool(words) and opens_name(words)


@lru_cache(maxsize=1 << 16)
def is_plainly_a_person(name: str) -> bool:
    """Whether a common given name, or a family name that stands first, opens two or three words, none of which is a word
    for a body, a place or a title."""
    words = name_words(name)
    first, rest = words[0] if words else "", words[1:]
    if first not in _common_first() or not 1 <= len(rest) <= 2:
        return False
    others = any_language("organisation_heads") | any_language("place_heads") | any_language("person_titles")
    others |= any_language("not_names") | _starts(is_family_first=first in any_language("family_name_first"))
    named = rest[:-1] if rest[-1] in any_language("also_surnames") else rest
    if _is_rather_a_place(first) and first not in any_language("family_name_first"):
        return False
    return others.isdisjoint(w for w in named if len(w) > 1) and len(rest[-1]) > 1


@cache
def _starts(*, is_family_first: bool) -> frozenset[str]:
    """Words that open sentences; behind a family name that stands first, English ones alone: "Kim Yo Jong" is no Spanish "yo"."""
    english = frozenset(fold(word) for word in table(FALLBACK)["not_name_starts"])
    return english if is_family_first else any_language("not_name_starts")


def _is_rather_a_place(first: str) -> bool:
    """Whether a given name means a country or a large city to most readers ("Charlotte"), not only a small one ("Nancy")."""
    place = place_named(first)
    if place is None:
        return False
    return place.kind != "city" or (place.population >= PLACE_PEOPLE and is_usual_name(first, place))


PLACE_PEOPLE = 300_000


@cache
def _common_first() -> frozenset[str]:
    family = any_language("family_name_first") - any_language("family_names_also_words")
    return any_language("given_he") | any_language("given_she") | any_language("given_both") | family


@lru_cache(maxsize=1 << 16)
def is_glued(word: str) -> bool:
    """Whether a capital stands behind a small letter where no name has one: "SpaceX", "CortezSanders"."""
    return any(_GLUED.search(_MAY_BE_GLUED.sub("", part)) for part in re.split(r"[-‐‑'’]", word))


def is_person_by(words: list[Word], run: Run, known: Tables) -> bool:
    """Whether an office, an age or a relative clause tells a person."""
    if role_around(words, run, known) is not None:
        return True
    if run.before and words[0] is run.words[0] and _OLD.match(run.before[-1].folded):
        return True
    after = [t.folded for t in run.after[:2]]
    if after and after[0] in _WHO:
        return True
    return len(after) > 1 and after[0] == "," and bool(_AGE.match(after[1]) or after[1] in _WHO)


def speaks(run: Run, known: Tables) -> bool:
    """Whether a verb of saying stands right behind."""
    return bool(run.after) and run.after[0].folded in known.says


def _does(run: Run, known: Tables) -> bool:
    """Whether a verb stands behind, or one of saying or a quotation's end right before."""
    if run.after and (run.after[0].folded in known.says or run.after[0].folded in known.does):
        return True
    if run.before and run.before[-1].folded in known.before_people:
        return True
    return len(run.before) > 1 and run.before[-1].text in '"”»' and run.before[-2].text in ",?!"


def _has_particle(words: list[Word], known: Tables, *, is_opened: bool) -> bool:
    """Whether a particle stands inside: with a hyphen ("al-Assad"), small ("de"), or behind a given name ("Robert De Niro")."""
    return any(
        (w.folded in known.particles and (is_opened or w.text[0].islower()))
        or ("-" in w.text and w.folded.split("-")[0] in any_language("name_articles"))
        for w in words[0 if words[0].text[0].islower() else 1 :]
    )


def role_around(words: list[Word], run: Run, known: Tables) -> str | None:
    """What the text calls a person: the lower-case office before ("spokesman X") or behind a comma ("X, an official").

    Behind a single word only the office before counts: "Qualcomm, whose chief …" is a company.
    """
    if run.before and words[0] is run.words[0] and run.before[-1].folded in known.roles:
        back = len(run.before) - 1
        while back > 0 and run.before[back - 1].is_word and run.before[back - 1].folded not in known.starts:
            back -= 1
        return " ".join(t.text for t in run.before[back:])
    if known.before_comma and (office := _office_before_comma(words, run, known)):
        return office
    if len(words) > 1 and len(run.after) > 1 and run.after[0].text == "," and words[-1] is run.words[-1]:
        rest = [t for t in run.after[1:] if t.is_word]
        for at, token in enumerate(rest):
            if token.folded in known.roles:
                return " ".join(t.text for t in rest[: at + 1] if t.folded not in known.articles)
    return None


def _office_before_comma(words: list[Word], run: Run, known: Tables) -> str | None:
    """The office that a comma parts from who holds it: "la ministra de Sanidad, X"."""
    if len(words) < 2 or words[0] is not run.words[0] or not run.before or run.before[-1].text != ",":
        return None
    told = run.before[:-1]
    at = next((n for n in range(len(told) - 1, -1, -1) if told[n].folded in known.roles), None)
    if at is None or not all(t.is_word for t in told[at:]):
        return None
    return " ".join(t.text for t in told[at:])


def follows(words: list[Word], run: Run, table: str) -> bool:
    """Whether a word of a table stands right before a name, a comma between them or not."""
    before = run.before[:-1] if run.before and run.before[-1].text == "," else run.before
    return bool(before) and words[0] is run.words[0] and before[-1].folded in any_language(table)


def is_kin(words: list[Word], run: Run, role: str | None) -> bool:
    """Whether a text says whose relative a person is: "his son, X", "X, her brother", "First Lady X"."""
    said = fold(role or "").split()
    is_told = not any_language("kin_words").isdisjoint((" ".join(said[-1:]), " ".join(said[-2:])))
    return is_told or follows(words, run, "kin_words")


def is_a_surname_here(word: str, run: Run, known: Tables) -> bool:
    """Whether a common word stands where a person's surname does: "Hill said", "told Hill"."""
    if word not in known.also_surnames and word not in known.place_heads:
        return False
    if run.words[0].folded in known.articles:
        return False
    behind = run.after[0].folded if run.after and run.gap_behind == 1 else ""
    before = run.before[-1].folded if run.before else ""
    return before not in known.articles and (
        behind in known.says | known.does or before in known.before_people
    )
