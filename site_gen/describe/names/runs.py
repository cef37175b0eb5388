"""Sequences of capitalised words that may be names, with the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from site_gen.language import fold, languages, table
from site_gen.language.gazetteer import place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language, demonyms
from site_gen.language.organisations import is_acronym
from site_gen.language.tables import FALLBACK

from .layout import Layout, Token

_SENTENCE_END = frozenset(".!?:؟…")
_OPENING = frozenset("\"'“‘«(„[—–•")
MAX_RUN_WORDS = 9
CONTEXT_WORDS = 4


class Word(NamedTuple):
    """A word of a run, with its place in the text."""

    text: str
    start: int
    end: int
    is_capital: bool
    folded: str


_new = tuple.__new__
"""A NamedTuple's own constructor takes half as long again."""


def joined(words: list[Word]) -> str:
    """The words of a name as they are written, with one blank between them."""
    return " ".join(w.text for w in words)


@dataclass(slots=True)
class Run:
    """Capitalised words in a row, what stands before and behind, and whether a sentence starts with it."""

    words: list[Word]
    before: list[Token]
    after: list[Token]
    gap_behind: int
    """Characters between the run and what stands behind it: more than one where a possessive ending was cut off; 0 at the end."""
    starts_sentence: bool
    text: str
    block: str = ""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language that runs need."""

    particles: frozenset[str]
    links: frozenset[str]
    heads: frozenset[str]
    openers: frozenset[str]
    starts: frozenset[str]
    calendar: frozenset[str]
    bodies: frozenset[str]
    """Heads, those apart that also end a field of work ("Human Services")."""
    joiners: frozenset[str]
    """All small words and marks that may stand inside a name."""


@cache
def tables(language: str) -> Tables:
    """The tables of a language; English where it has none."""
    t = names_table(language)
    if not has_names(language):
        none: frozenset[str] = frozenset()
        return Tables(_JOINS_ANYWHERE, none, none, none, none, none, none, _JOINS_ANYWHERE | _JOINERS)
    particles, links = _folded(t.get("name_particles", ())), _folded(t.get("name_links", ()))
    return Tables(
        particles=particles,
        links=links,
        heads=_folded(t.get("organisation_heads", ())),
        openers=_folded(t.get("organisation_openers", ())),
        starts=_folded(t.get("not_name_starts", ())),
        bodies=_folded(t.get("organisation_heads", ())) - {"services", "service", "administration", "police"},
        calendar=_folded([*table(language).get("months", ()), *table(language).get("weekdays", ())]),
        joiners=particles | links | _JOINERS,
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


_FIRST_OF_TWO = frozenset({"von", "van", "de", "bin"})
_SECOND_OF_TWO = frozenset({"der", "den"})
_AND = frozenset({"and", "et"})
_JOINERS = _FIRST_OF_TWO | _AND | {"&"}
_JOINS_ANYWHERE = frozenset({"al", "bin", "ibn", "abu", "ben", "van", "ten", "von"})
"""Particles that join the parts of a name in any language; "de" and "der" are also articles and prepositions."""


@cache
def has_names(language: str) -> bool:
    """Whether a language has tables of names of its own, and does not borrow the English ones; one that is not known may."""
    return (
        language in (FALLBACK, "und")
        or table(language).get("person_titles") != table(FALLBACK)["person_titles"]
    )


def names_table(language: str) -> Mapping[str, list[str]]:
    """The tables of names of a language, or English ones."""
    t = table(language)
    return t if "person_titles" in t else table(FALLBACK)


def runs(layout: Layout, language: str, block: str = "") -> Iterator[Run]:
    """The runs of a text in order, but for lone words that only a sentence's beginning put in capitals."""
    known = tables(language)
    words = layout.words
    end = 0
    for at in layout.capitals:
        if at < end:
            continue
        if at > end and words[at - 1].folded in known.particles and _opens(layout, at - 1, known):
            at -= 2 if at - 1 > end and _opens_before(layout, at - 2, known) else 1
        end = _extend(layout, at, known)
        starts_sentence = _starts_sentence(words, at)
        if end == at + 1 and starts_sentence and _only_opens(words[at], known):
            continue
        placed = [_word(words[n], layout.start(n)) for n in range(at, end)]
        start, stop = placed[0].start, placed[-1].end
        gap = layout.gap(end) if end < len(words) else 0
        before, after = words[max(0, at - CONTEXT_WORDS) : at], words[end : end + CONTEXT_WORDS]
        yield Run(placed, before, after, gap, starts_sentence, layout.text[start:stop], block)


def _word(token: Token, start: int) -> Word:
    text = token.text
    return _new(Word, (text, start, start + len(text), token.is_capital, token.folded))


def _only_opens(word: Token, known: Tables) -> bool:
    """Whether a word that begins a sentence is one of those that do, and no place has its name."""
    return word.folded in known.starts and place_named(word.text) is None


_OPENS_NONE = frozenset(
    {
        "la",
        "le",
        "as",
        "at",
        "an",
        "do",
        "des",
        "du",
        "e",
        "y",
        "el",
        "lo",
        "te",
        "los",
        "las",
        "les",
        "den",
        "st",
        "d",
    }
)
"""Particles that are also plain words: before a name they are no part of it."""


def _opens(layout: Layout, at: int, known: Tables) -> bool:
    """A small particle that opens a name: "de Mistura", where no capital stands before it, and one behind."""
    word, behind = layout.words[at], layout.words[at + 1]
    return (
        word.is_word
        and word.folded in known.particles
        and word.text.casefold() not in _OPENS_NONE
        and layout.gap(at + 1) == 1
        and word.folded not in known.links
        and behind.folded not in known.starts
    )


def _opens_before(layout: Layout, at: int, known: Tables) -> bool:
    """A second particle before one that opens a name: "von der Leyen", "de la Cruz"."""
    word = layout.words[at]
    is_particle = word.folded in _FIRST_OF_TWO and word.folded in known.particles
    return is_particle and word.is_word and not word.is_capital and layout.gap(at + 1) == 1


def _extend(layout: Layout, at: int, known: Tables) -> int:
    """The end of the run that starts here: capitals in a row, joined by particles, and by "of the" inside an organisation."""
    words = layout.words
    end = at + 1
    while end < len(words) and end - at < MAX_RUN_WORDS and layout.is_spaced(end):
        word = words[end]
        if word.is_capital and not (_ends_street(words, at, end) and word.folded in known.starts):
            end += 1
            continue
        if word.is_capital:
            break
        bridge = _bridge(layout, at, end, known)
        if not bridge:
            break
        end += bridge
    return end


def _ends_street(words: list[Token], at: int, end: int) -> bool:
    """Whether the run so far ends with a word cut short that opens it nowhere: "Main St."."""
    last = words[end - 1].text
    return end - 1 > at and last[-1] == "." and fold(last[:-1]) in any_language("name_openers_cut")


_NEVER_BRIDGES = frozenset({"as", "at", "an", "ad", "ar", "ash", "az", "do", "e", "y", "st", "te", "en", "i"})
"""Particles that are also plain words: they join only with a hyphen."""


def _bridge(layout: Layout, at: int, end: int, known: Tables) -> int:
    """How many small words join the run to a capital behind them: one or two, the capital counted; 0 where none do."""
    words = layout.words
    small = words[end].folded
    if small not in known.joiners or end + 1 >= len(words) or not layout.is_spaced(end + 1):
        return 0
    following = words[end + 1]
    if following.is_capital and (small == "&" or _is_particle(small, known)):
        return 2
    if _begins_two(words, at, end, known):
        return 3 if _is_capital_behind(layout, end + 2) else 0
    if small in _AND and (_joins_two_fields(layout, at, end, known) or _stands_in_a_known_name(words, end)):
        return 2
    if not _goes_on_with_body(layout, at, end, known):
        return 0
    if following.is_capital and following.folded not in known.starts | known.calendar:
        return 2
    return 3 if following.folded in known.links and _is_capital_behind(layout, end + 2) else 0


def _is_particle(small: str, known: Tables) -> bool:
    """Whether a small word joins a name of whatever kind: a particle that is no link of bodies' names and no plain word."""
    return small in known.particles and small not in _NEVER_BRIDGES and small not in known.links


def _begins_two(words: list[Token], at: int, end: int, known: Tables) -> bool:
    """Whether the first of two particles stands here: "von der", or "de la" behind a given name or an initial."""
    small, following = words[end].folded, words[end + 1]
    if small not in _FIRST_OF_TWO or following.is_capital:
        return False
    is_opened = small not in known.links or is_given_name(words[at].folded) or "." in words[at].text
    return is_opened and following.folded in known.particles | _SECOND_OF_TWO


def _is_capital_behind(layout: Layout, at: int) -> bool:
    """Whether a capital stands at a place, one blank before it."""
    return at < len(layout.words) and layout.words[at].is_capital and layout.is_spaced(at)


def _goes_on_with_body(layout: Layout, at: int, end: int, known: Tables) -> bool:
    """Whether a link goes on with a body's name so far: "of" does; "in" but before a place; "and" where it joins fields."""
    words = layout.words
    small = words[end].folded
    if small not in known.links or not _is_organisation_so_far(words[at:end], known):
        return False
    if small in _LOOSE and _stands_alone(words[end + 1]):
        return False
    return small not in _AND or _continues_a_list(layout, at, end, known)


_LOOSE = frozenset({"in", "on", "to", "at"})
"""Links that join a field ("Commission on Human Rights") or a continent, and no other place or body."""


def _stands_alone(word: Token) -> bool:
    place = place_named(word.text)
    is_short = len(word.text) == 1 or word.text[-1] == "."
    return is_short or is_acronym(word.text) or (place is not None and place.country != "")


_CHAMBERS = ("house", "senate")
"""They open their committees' names as an article does: "House Ways and Means Committee"."""


def _joins_two_fields(layout: Layout, at: int, end: int, known: Tables) -> bool:
    """Whether "and" stands inside a body's name that "the" opens: "the Securities and Exchange Commission".

    Where two bodies are named, each has its own "the".
    """
    words = layout.words
    opener = _opener(words, at)
    before = [w.folded for w in words[max(at, opener + 1) : end]]
    if opener < 0 or _letters(words[opener]) not in ("the", "us", *_CHAMBERS) or not 0 < len(before) < 3:
        return False
    last = end + 1
    while last + 1 < len(words) and words[last + 1].is_capital and layout.is_spaced(last + 1):
        last += 1
    behind = [w.folded for w in words[end + 1 : last + 1]]
    return (
        words[end + 1].is_capital
        and len(behind) > 1
        and behind[-1] in known.heads
        and not any(w in known.heads or w in demonyms() for w in before)
        and not is_acronym(words[end - 1].text)
        and behind[0] not in known.heads
        and behind[0] not in demonyms()
        and place_named(" ".join(before)) is None
        and place_named(behind[0]) is None
    )


def _stands_in_a_known_name(words: list[Token], end: int) -> bool:
    """Whether "and" stands inside the name of a body that every reader knows: "Health and Human Services"."""
    return any(
        [w.folded for w in words[max(0, end - len(before)) : end]] == before
        and [w.folded for w in words[end + 1 : end + 1 + len(behind)]] == behind
        for before, behind in _known_with_and()
    )


@cache
def _known_with_and() -> tuple[tuple[list[str], list[str]], ...]:
    rows = [row for code in languages() for row in table(code).get("known_bodies", ())]
    parted = (fold(form).split(" and ") for row in rows for form in row)
    return tuple((part[0].split(), part[1].split()) for part in parted if len(part) == 2)


def _opener(words: list[Token], at: int) -> int:
    """The place of "the" or what stands for it: the first word of the run, the one before it, or one before an adjective."""
    if _letters(words[at]) in ("the", "us", *_CHAMBERS):
        return at
    has_adjective = at > 1 and words[at - 1].is_word and words[at - 1].folded != "the"
    return at - 2 if has_adjective and words[at - 2].folded == "the" else at - 1


def _letters(word: Token) -> str:
    return word.folded.replace(".", "")


def _continues_a_list(layout: Layout, at: int, end: int, known: Tables) -> bool:
    """Whether "and" goes on inside a name ("Department of Health and Human Services"): one field, no body of its own."""
    words = layout.words
    if not any(w.folded in known.links for w in words[at + 1 : end]) or not words[end + 1].is_capital:
        return False
    last = end + 1
    while last + 1 < len(words) and words[last + 1].is_capital and layout.is_spaced(last + 1):
        last += 1
    behind = [w.folded for w in words[end + 1 : last + 1]]
    return not (behind[-1] in known.bodies or behind[0] in demonyms() or place_named(" ".join(behind)))


def _is_organisation_so_far(words: list[Token], known: Tables) -> bool:
    folded = [w.folded for w in words]
    return folded[-1] in known.heads | known.openers or bool(set(folded) & known.openers)


def _starts_sentence(words: list[Token], at: int) -> bool:
    back = at - 1
    while back >= 0 and words[back].text in _OPENING:
        back -= 1
    if back < 0 or back != at - 1:
        return True
    return words[back].text[-1] in _SENTENCE_END and not words[back].is_word
