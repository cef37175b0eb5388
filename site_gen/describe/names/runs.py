"""Sequences of capitalised words that may be names, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from site_gen.language import fold, table
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language, demonyms, is_acronym
from site_gen.language.tables import FALLBACK

_ENDS = r"(?![\w'’‐‑/&-])"
_TOKEN = re.compile(
    rf"([a-z]{{2,}}+){_ENDS}|([A-Z][a-z]++){_ENDS}|([,;:)(\"“”])"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|[^\W\d_](?=\.\s)\.|(?:[dDlL]|[Qq]u)['’](?=[^\W\d_])"
    r"|[^\W_]+(?:[’'‐‑-](?=[^\W_])[^\W_]+|/(?=[A-Z])[A-Z]+|&(?=[A-Z])[A-Z]+)*|\d+|[^\w\s]"
)
"""Groups 1 to 3, the plain words and marks of most texts, are what the rest would find, told at once."""
_SENTENCE_END = frozenset(".!?:؟…")
_OPENING = frozenset("\"'“‘«(„[—–•")
MAX_RUN_WORDS = 9
CONTEXT_WORDS = 4


class Token(NamedTuple):
    """A word or mark of the text."""

    text: str
    start: int
    end: int
    is_word: bool
    is_capital: bool
    folded: str


_new = tuple.__new__
"""A NamedTuple's own constructor takes half as long again."""


@dataclass(slots=True)
class Run:
    """Capitalised words in a row, what stands before and behind, and whether a sentence starts with it."""

    words: list[Token]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    starts_sentence: bool
    block: str = ""
    text: str = field(default="")

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


@cache
def tables(language: str) -> Tables:
    """The tables of a language; English where it has none."""
    t = names_table(language)
    if not has_names(language):
        none: frozenset[str] = frozenset()
        return Tables(_JOINS_ANYWHERE, none, none, none, none, none, none)
    return Tables(
        particles=_folded(t.get("name_particles", ())),
        links=_folded(t.get("name_links", ())),
        heads=_folded(t.get("organisation_heads", ())),
        openers=_folded(t.get("organisation_openers", ())),
        starts=_folded(t.get("not_name_starts", ())),
        bodies=_folded(t.get("organisation_heads", ())) - {"services", "service", "administration", "police"},
        calendar=_folded([*table(language).get("months", ()), *table(language).get("weekdays", ())]),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


_JOINS_ANYWHERE = frozenset({"al", "bin", "ibn", "abu", "ben", "van", "ten", "von"})
"""Particles that join the parts of a name in any language; "de" and "der" are also articles and prepositions."""


@cache
def has_names(language: str) -> bool:
    """Whether a language has tables of names of its own, and does not borrow the English ones; one that is not known may."""
    return (
        language in (FALLBACK, "und")
        or table(language).get("person_titles") != table(FALLBACK)["person_titles"]
    )


def names_table(language: str) -> dict[str, list[str]]:
    """The tables of names of a language, or English ones."""
    t = table(language)
    return t if "person_titles" in t else table(FALLBACK)


def tokens(text: str) -> list[Token]:
    """The words and marks of a text; the possessive ending is cut off its word."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, (start, end), plain = match.group(), match.span(), match.lastindex
        if plain == 1:
            found.append(_new(Token, (word, start, end, True, False, word)))
            continue
        if plain == 2:
            found.append(_new(Token, (word, start, end, True, True, word.lower())))
            continue
        if plain == 3:
            found.append(_new(Token, (word, start, end, False, False, fold(word))))
            continue
        if word.islower() and word.isalpha():
            found.append(_new(Token, (word, start, end, True, False, fold(word))))
            continue
        first = word[0]
        is_word = first.isalpha()
        if is_word and word[-2:] in ("'s", "’s", "'S", "’S"):
            word, end = word[:-2], end - 2
        elif is_word and word[-1] in "'’" and len(word) > 2:
            word, end = word[:-1], end - 1
        capital = is_word and ((first.isupper() and not _is_compound(word)) or _is_particled(word))
        if (
            word == "."
            and found
            and found[-1].end == start
            and found[-1].is_capital
            and _is_abbreviated(found[-1].text)
        ):
            last = found.pop()
            word, start, is_word, capital = last.text + ".", last.start, True, True
        found.append(_new(Token, (word, start, end, is_word, capital, fold(word))))
    return found


def _is_abbreviated(word: str) -> bool:
    """ "Gen", "Sen", "Rep": a title cut short, whose point ends no sentence."""
    return (
        len(word) <= 4
        and fold(word) in any_language("person_titles")
        and fold(word) in any_language("abbreviations")
    )


def _is_particled(word: str) -> bool:
    """ "al-Assad": a small particle joined to a capital."""
    head, _, rest = word.partition("-")
    return bool(rest) and rest[0].isupper() and fold(head) in any_language("name_articles")


def _is_compound(word: str) -> bool:
    """ "Iranian-backed": an adjective made of a name."""
    parts = word.replace("‐", "-").replace("‑", "-").split("-")
    return len(parts) > 1 and len(parts[-1]) > 2 and parts[-1].islower()


def runs(text: str, language: str, block: str = "") -> Iterator[Run]:
    """The runs of a text in order."""
    known = tables(language)
    words = tokens(text)
    end = 0
    for at in [number for number, word in enumerate(words) if word.is_capital]:
        if at < end:
            continue
        if at > end and _opens(words, at - 1, known):
            at -= 2 if at - 1 > end and _opens_before(words, at - 2, known) else 1
        end = _extend(words, at, known)
        starts = _starts_sentence(words, at)
        run = Run(
            words[at:end],
            tuple(words[max(0, at - CONTEXT_WORDS) : at]),
            tuple(words[end : end + CONTEXT_WORDS]),
            starts,
            block,
        )
        run.text = text[run.start : run.end]
        yield run


def _opens(words: list[Token], at: int, known: Tables) -> bool:
    """A small particle that opens a name: "de Mistura", where no capital stands before it, and one behind."""
    return (
        words[at].is_word
        and words[at].folded in known.particles
        and words[at].text.casefold()
        not in (
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
        )
        and words[at + 1].start - words[at].end == 1
        and words[at].folded not in known.links
        and words[at + 1].folded not in known.starts
    )


def _opens_before(words: list[Token], at: int, known: Tables) -> bool:
    """A second particle before one that opens a name: "von der Leyen", "de la Cruz"."""
    return (
        words[at].is_word
        and not words[at].is_capital
        and words[at].folded in known.particles
        and words[at].folded in _FIRST_OF_TWO
        and words[at + 1].start - words[at].end == 1
    )


_FIRST_OF_TWO = frozenset({"von", "van", "de", "bin"})


def _extend(words: list[Token], at: int, known: Tables) -> int:
    """The end of the run that starts here: capitals in a row, joined by particles, and by "of the" inside an organisation."""
    end = at + 1
    while end < len(words) and end - at < MAX_RUN_WORDS and _is_spaced(words, end):
        word = words[end]
        if word.is_capital:
            end += 1
            continue
        bridge = _bridge(words, at, end, known)
        if not bridge:
            break
        end += bridge
    return end


def _is_spaced(words: list[Token], at: int) -> bool:
    """Whether only a space (or nothing, behind "d'") parts a word from the one before."""
    gap = words[at].start - words[at - 1].end
    return gap == 1 or (gap == 0 and words[at - 1].text[-1] in "'’")


_NEVER_BRIDGES = frozenset({"as", "at", "an", "ad", "ar", "ash", "az", "do", "e", "y", "st", "te", "en", "i"})
"""Particles that are also plain words: they join only with a hyphen."""
_AND = frozenset({"and", "et"})


def _bridge(words: list[Token], at: int, end: int, known: Tables) -> int:
    """How many small words join the run to a capital behind them: one or two; 0 where none do."""
    small = words[end].folded
    if not words[end].is_word and words[end].text != "&":
        return 0
    following = words[end + 1] if end + 1 < len(words) else None
    if following is None or not _is_spaced(words, end + 1):
        return 0
    if small == "&" and following.is_capital:
        return 2
    if (
        small in known.particles
        and small not in _NEVER_BRIDGES
        and following.is_capital
        and small not in known.links
    ):
        return 2
    if small in _FIRST_OF_TWO and following.folded in known.particles and not following.is_capital:
        last = words[end + 2] if end + 2 < len(words) and _is_spaced(words, end + 2) else None
        return 3 if last is not None and last.is_capital else 0
    if small in _AND and _joins_two_fields(words, at, end, known):
        return 2
    if small not in known.links or not _is_organisation_so_far(words[at:end], known):
        return 0
    if small in _LOOSE and _stands_alone(following):
        return 0
    if small in _AND and not _continues_a_list(words, at, end, known):
        return 0
    if following.is_capital and following.folded not in known.starts | known.calendar:
        return 2
    behind = words[end + 2] if end + 2 < len(words) else None
    if (
        behind is not None
        and behind.is_capital
        and following.folded in known.links
        and _is_spaced(words, end + 2)
    ):
        return 3
    return 0


_LOOSE = frozenset({"in", "on", "to", "at"})
"""Links that join a field ("Commission on Human Rights") or a continent, and no other place or body."""


def _stands_alone(word: Token) -> bool:
    place = place_named(word.text)
    return len(word.text) == 1 or is_acronym(word.text) or (place is not None and place.country != "")


_CHAMBERS = ("house", "senate")
"""They open their committees' names as an article does: "House Ways and Means Committee"."""


def _joins_two_fields(words: list[Token], at: int, end: int, known: Tables) -> bool:
    """Whether "and" stands inside a body's name that "the" opens: "the Securities and Exchange Commission".

    Where two bodies are named, each has its own "the".
    """
    opener = at if words[at].folded in ("the", *_CHAMBERS) else at - 1
    before = [w.folded for w in words[opener + 1 : end]]
    if opener < 0 or words[opener].folded not in ("the", "us", *_CHAMBERS) or not 0 < len(before) < 3:
        return False
    last = end + 1
    while last + 1 < len(words) and words[last + 1].is_capital and _is_spaced(words, last + 1):
        last += 1
    behind = [w.folded for w in words[end + 1 : last + 1]]
    return (
        words[end + 1].is_capital
        and len(behind) > 1
        and behind[-1] in known.heads
        and not any(w in known.heads or w in demonyms() for w in before)
        and behind[0] not in known.heads
        and behind[0] not in demonyms()
        and place_named(" ".join(before)) is None
        and place_named(behind[0]) is None
    )


def _continues_a_list(words: list[Token], at: int, end: int, known: Tables) -> bool:
    """Whether "and" goes on inside a name ("Department of Health and Human Services"): one field, no body of its own."""
    if not any(w.folded in known.links for w in words[at:end]) or not words[end + 1].is_capital:
        return False
    last = end + 1
    while last + 1 < len(words) and words[last + 1].is_capital and _is_spaced(words, last + 1):
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
