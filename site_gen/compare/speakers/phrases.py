"""The noun phrase that begins at a term, and the parts of a clause between its commas.

Goes in: the terms of a sentence. Comes out: first and last term of a phrase that can name a speaker.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from site_gen.language.names import any_language, is_office
from site_gen.language.organisations import is_acronym

from ..reading import word_set, words_of
from ..terms import Term, is_role


class _Bounds(NamedTuple):
    """Words at which a noun phrase ends or may end."""

    links: frozenset[str]
    """Prepositions: some go on with it ("a spokesman for …")."""
    openers: frozenset[str]
    verbs: frozenset[str]
    trailing: frozenset[str]
    """Words that no phrase ends with."""


@cache
def _bounds(language: str) -> _Bounds:
    links = word_set(language, "noun_links")
    return _Bounds(
        links,
        words_of(language, "clause_openers", "relatives"),
        words_of(language, "speech_verbs", "auxiliaries"),
        links | word_set(language, "determiners"),
    )


def forward_phrase(sentence: tuple[Term, ...], at: int, language: str) -> tuple[int, int] | None:
    """First and last term of the noun phrase that begins at ``at``; None where none does."""
    last, i = at - 1, at
    while i < len(sentence):
        if sentence[i].is_word:
            if _ends(sentence, at, i, last, language):
                break
            last = i
        elif i == at or not _is_tie(sentence, i):
            break
        i += 1
    trailing = _bounds(language).trailing
    while last >= at and (sentence[last].form in trailing or is_adverb(sentence[last], language)):
        last -= 1
    return (at, last) if last >= at else None


def _is_tie(sentence: tuple[Term, ...], i: int) -> bool:
    """Whether a mark stands inside a phrase: an apostrophe, a hyphen or the point of a short form before another word."""
    if i + 1 >= len(sentence) or not sentence[i + 1].is_word:
        return False
    mark = sentence[i]
    if mark.text == "-":
        return mark.end == sentence[i + 1].start
    return mark.text in "'’" or (mark.text == "." and _abbreviates(sentence, i))


def _ends(sentence: tuple[Term, ...], at: int, i: int, last: int, language: str) -> bool:
    """Whether the phrase from ``at`` to ``last`` is over before the word at ``i``."""
    term, bounds = sentence[i], _bounds(language)
    if term.form.endswith(NEGATED):
        return True
    if i == at:
        return term.form in bounds.links
    if term.form in bounds.links and not _continues(sentence, i, last, language):
        return True
    is_bound = term.form in bounds.openers or (term.form in bounds.verbs and not term.is_capital)
    if is_bound and not (term.form in joining_words(language) and joins_names(sentence, i)):
        return True
    return _is_past_verb(sentence, i, language) or _tells_another(sentence, at, i, language)


NEGATED = ("n't", "n’t")
"""Ends an auxiliary that no table lists ("didn't")."""


def _abbreviates(sentence: tuple[Term, ...], point: int) -> bool:
    """Whether a point stands behind an initial or a title and before a name ("Cdr. Jane Doe", "P. A. Doe")."""
    before, after = sentence[point - 1], sentence[point + 1]
    is_short = len(before.text) == 1 or before.form in any_language("person_titles") or len(before.text) <= 4
    return before.is_capital and after.is_capital and is_short


def is_adverb(term: Term, language: str) -> bool:
    """Whether a word in -ly is no noun of that ending ("quickly", not "family")."""
    looks = term.form.endswith("ly") and not term.is_capital and len(term.form) > 4
    return looks and term.form not in word_set(language, "nouns_in_ly")


def _is_past_verb(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a word in -ed, an object behind it, ends the subject ("Doe attended the meeting")."""
    term, after = sentence[i], sentence[i + 1] if i + 1 < len(sentence) else None
    if not term.form.endswith("ed") or term.is_capital or after is None or language != "en":
        return False
    if sentence[i - 1].is_capital or sentence[i - 1].form in word_set(language, "groups"):
        return True
    objects = words_of(language, "determiners", "phrase_openers")
    return after.form in objects or after.is_capital


def _tells_another(sentence: tuple[Term, ...], at: int, i: int, language: str) -> bool:
    """Whether an article inside a phrase begins that of whom the speaker tells it ("sagte Brandt der Zeitung").

    "Ein Sprecher der Polizei" is one phrase: it begins with an article, and no paper follows.
    """
    article = sentence[i].form
    if article in word_set(language, "articles_to"):
        return True
    if article not in word_set(language, "articles_of"):
        return False
    begins_with_name = sentence[at].is_capital and not is_role(sentence[i - 1])
    relays = word_set(language, "relays")
    return begins_with_name or any(t.form in relays or t.is_quotation for t in sentence[i + 1 : i + 3])


def joining_words(language: str) -> frozenset[str]:
    """Words that join two of one kind ("and")."""
    return word_set(language, "joining")


def joins_names(sentence: tuple[Term, ...], i: int) -> bool:
    """Whether a word stands between two with capitals ("Doe and Poe")."""
    after = sentence[i + 1] if i + 1 < len(sentence) else None
    return sentence[i - 1].is_capital and after is not None and after.is_capital


def _continues(sentence: tuple[Term, ...], i: int, last: int, language: str) -> bool:
    """Whether a preposition goes on with the phrase ("a spokesman for the ministry") or leaves it ("Doe in an interview")."""
    if sentence[i].form in word_set(language, "phrase_links"):
        return True
    head = sentence[last] if last >= 0 else sentence[i]
    is_owner = is_office(head.form) or head.form in word_set(language, "documents")
    return is_owner and sentence[i].form in word_set(language, "role_links")


def segments_of(sentence: tuple[Term, ...], first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a clause between its commas, dashes and brackets."""
    segments: list[tuple[int, int]] = []
    start = first
    for i in range(first, last + 2):
        if i > last or (
            not sentence[i].is_word
            and sentence[i].text in ",()—–-"
            and not _is_hyphen(sentence, i)
            and not abbreviates_body(sentence, i)
        ):
            if i > start:
                segments.append((start, i - 1))
            start = i + 1
    return segments


def _is_hyphen(sentence: tuple[Term, ...], i: int) -> bool:
    """Whether a mark joins two parts of a word ("Covid-19")."""
    inside = 0 < i < len(sentence) - 1 and sentence[i].text == "-"
    return inside and sentence[i - 1].end == sentence[i].start and sentence[i].end == sentence[i + 1].start


def abbreviates_body(sentence: tuple[Term, ...], at: int) -> bool:
    """Whether a bracket holds only a body's initials and its phrase goes on ("the World Rowing Federation (WRF) President").

    One that opens a sentence is a dateline ("(WRF) The president said").
    """
    start = at if sentence[at].text == "(" else at - 2
    row = sentence[start : start + 4] if start > 0 else ()
    marks = [row[0].text, row[2].text] if len(row) == 4 else []
    return marks == ["(", ")"] and is_acronym(row[1].text) and row[3].is_capital
