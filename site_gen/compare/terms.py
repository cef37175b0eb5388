"""The words of a sentence outside its quotations, one by one.

Goes in: a veiled sentence (quotations replaced by ``VEIL``). Comes out: terms, with offsets of the block's text; and what
a term is: a name, a pronoun, an office.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_gen.language import fold, table
from site_gen.language.names import any_language, is_office
from site_gen.language.organisations import is_acronym

from .reading import VEIL, word_set, words_of

_OPENING = (
    rf"{VEIL}+|(?:[^\W\d_]\.){{2,}}|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Rev|St)\.|"
)
_WORD_OR_MARK = r"[^\W_]+(?:[’'.&-][^\W_]+)*|[^\w\s]"
_WITH_PARTICLE = re.compile(r"[a-z]{1,3}[-’'](?=[^\W\d_])(?![a-zà-ÿ])")


_JOINED = frozenset("-’'")


class Term(NamedTuple):
    """A word, a mark of punctuation or a whole quotation of a sentence."""

    text: str
    form: str
    is_quotation: bool
    """Whether it stands for a quotation."""
    is_word: bool
    is_capital: bool
    """Whether it is written as a name, particle included ("al-Amin")."""
    start: int
    end: int


_new = tuple.__new__
"""Quicker than a NamedTuple's own constructor (see ``language.words``)."""


def terms(veiled: str, start: int, end: int, language: str) -> tuple[Term, ...]:
    """The terms of ``veiled[start:end]``, with offsets of the whole; an elided article is one ("l’" of "l’entraîneur")."""
    found = _pattern(language).finditer(veiled, start, end)
    return tuple([_new(Term, _shape(m[0]) + m.span()) for m in found])


@lru_cache(maxsize=100_000)
def _shape(text: str) -> tuple[str, str, bool, bool, bool]:
    """What a term is by itself: its text and form, and whether it is a quotation, a word, a name."""
    has_particle = not _JOINED.isdisjoint(text[1:4]) and bool(_WITH_PARTICLE.match(text))
    is_capital = text[0].isupper() or has_particle
    return text, fold(text).rstrip(".'"), text[0] == VEIL, text[0].isalnum(), is_capital


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    elided, whole = (sorted(word_set(language, name)) for name in ("elisions", "unelided"))
    if not elided:
        return re.compile(_OPENING + _WORD_OR_MARK)
    unless = rf"(?!(?:{'|'.join(map(re.escape, whole))})\b)" if whole else ""
    return re.compile(rf"{_OPENING}(?i:\b{unless}(?:{'|'.join(elided)})[’'](?=\w))|{_WORD_OR_MARK}")


def pronouns(language: str) -> frozenset[str]:
    """Return the pronouns that can stand for a speaker: one person, a thing, or many."""
    return words_of(language, "pronouns_one", "pronouns_thing", "pronouns_many")


def capital_runs(part: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Runs of capitalised words, small particles inside allowed ("Maria de la Cruz"): first and last term."""
    particles = any_language("name_particles")
    runs: list[tuple[int, int]] = []
    not_first = _not_first()
    for i, term in enumerate(part):
        if not term.is_capital:
            continue
        begins = not runs or runs[-1][1] != i - 1
        if begins and term.form in not_first and not _is_short_name(part, i):
            continue
        gap = part[runs[-1][1] + 1 : i] if runs else ()
        if runs and all(t.form in particles or t.text == "." for t in gap) and len(gap) <= 2:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _is_short_name(part: tuple[Term, ...], i: int) -> bool:
    """Whether a word is a name in initials behind its article ("the UN"), though it reads like a small word."""
    return i > 0 and is_acronym(part[i].text) and part[i - 1].form in any_language("articles")


@lru_cache(maxsize=1)
def _not_first() -> frozenset[str]:
    """Words that begin no name, though they may stand inside one."""
    return any_language("not_name_starts") - any_language("name_particles")


def pronoun_of(term: Term, language: str) -> str | None:
    """The pronoun a term is or ends in ("he", "him", "dit-il"), in its subject form; None for other words."""
    form = term.form.split("-")[-1]
    if form in pronouns(language):
        return form
    objects = table(language).get("pronoun_objects", {})
    return str(objects[form]) if form in objects else None


def is_role(term: Term) -> bool:
    """Whether a word names an office or is a title, in any language of the tables ("spokesman", "Mr", "co-director")."""
    heads = any_language("role_heads")
    return (
        is_office(term.form)
        or term.form in any_language("person_titles")
        or ("-" in term.form and term.form.rsplit("-", 1)[-1] in heads)
    )
