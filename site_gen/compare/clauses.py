"""The words of a sentence outside its quotations, and the noun phrases around a verb of speech.

Goes in: a veiled sentence (quotations replaced by ``VEIL``). Comes out: terms, with offsets of the block's text; and the
phrase before or behind a term that can name a speaker. No parser: English, French and Arabic news puts the speaker next to
the verb, and what stands between them (an apposition, an auxiliary, a day) is listed in tables.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_gen.language import fold, table
from site_gen.language.names import any_language

from .reading import VEIL, word_set

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
    start: int
    end: int

    @property
    def is_quotation(self) -> bool:
        """Whether it stands for a quotation."""
        return self.text[0] == VEIL

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name, particle included ("al-Amin")."""
        text = self.text
        return text[0].isupper() or (not _JOINED.isdisjoint(text[1:4]) and bool(_WITH_PARTICLE.match(text)))


_new = tuple.__new__
"""Quicker than a NamedTuple's own constructor (see ``language.words``)."""


def terms(veiled: str, start: int, end: int, language: str) -> tuple[Term, ...]:
    """The terms of ``veiled[start:end]``, with offsets of the whole; an elided article is one ("l’" of "l’entraîneur")."""
    found = _pattern(language).finditer(veiled, start, end)
    return tuple([_new(Term, (text := m[0], _form(text), m.start(), m.end())) for m in found])


@lru_cache(maxsize=100_000)
def _form(text: str) -> str:
    return fold(text).rstrip(".'")


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    elided, whole = (sorted(word_set(language, name)) for name in ("elisions", "unelided"))
    if not elided:
        return re.compile(_OPENING + _WORD_OR_MARK)
    unless = rf"(?!(?:{'|'.join(map(re.escape, whole))})\b)" if whole else ""
    return re.compile(rf"{_OPENING}(?i:\b{unless}(?:{'|'.join(elided)})[’'](?=\w))|{_WORD_OR_MARK}")


def forward_phrase(sentence: tuple[Term, ...], at: int, language: str) -> tuple[int, int] | None:
    """First and last term of the noun phrase that begins at ``at``; None where none does."""
    links = word_set(language, "noun_links")
    stops = word_set(language, "clause_openers") | word_set(language, "relatives")
    verbs = word_set(language, "speech_verbs") | word_set(language, "auxiliaries")
    last = at - 1
    i = at
    while i < len(sentence):
        term = sentence[i]
        if not term.is_word:
            inside = i > at and i + 1 < len(sentence) and sentence[i + 1].is_word
            if inside and (term.text in "'’" or (term.text == "." and _abbreviates(sentence, i))):
                i += 1
                continue
            break
        joins = term.form in _and(language) and i > at and _joins_names(sentence, i)
        if i > at and not joins and (term.form in stops or (term.form in verbs and not term.is_capital)):
            break
        if term.form.endswith(_NEGATED):
            break
        if i > at and _is_past_verb(sentence, i, language):
            break
        if term.form in links and not (i > at and _continues(sentence, i, last, language)):
            break
        last = i
        i += 1
    trailing = links | word_set(language, "determiners")
    while last >= at and (sentence[last].form in trailing or _is_adverb(sentence[last])):
        last -= 1
    return (at, last) if last >= at else None


_NEGATED = ("n't", "n’t")
"""Ends an auxiliary that no table lists ("didn't")."""


def _abbreviates(sentence: tuple[Term, ...], point: int) -> bool:
    """Whether a point stands behind an initial or a title and before a name ("Cdr. Jane Doe", "P. A. Doe")."""
    before, after = sentence[point - 1], sentence[point + 1]
    is_short = len(before.text) == 1 or before.form in any_language("person_titles") or len(before.text) <= 4
    return before.is_capital and after.is_capital and is_short


def _is_adverb(term: Term) -> bool:
    return term.form.endswith("ly") and not term.is_capital and len(term.form) > 4


def _is_past_verb(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a word in -ed, an object behind it, ends the subject ("Doe attended the meeting")."""
    term, after = sentence[i], sentence[i + 1] if i + 1 < len(sentence) else None
    if not term.form.endswith("ed") or term.is_capital or after is None or language != "en":
        return False
    objects = word_set(language, "determiners") | word_set(language, "phrase_openers")
    return after.form in objects or after.is_capital


def _and(language: str) -> frozenset[str]:
    return word_set(language, "joining")


def _joins_names(sentence: tuple[Term, ...], i: int) -> bool:
    after = sentence[i + 1] if i + 1 < len(sentence) else None
    return sentence[i - 1].is_capital and after is not None and after.is_capital


def _continues(sentence: tuple[Term, ...], i: int, last: int, language: str) -> bool:
    """Whether a preposition goes on with the phrase ("a spokesman for the ministry") or leaves it ("Doe in an interview")."""
    if sentence[i].form in word_set(language, "phrase_links"):
        return True
    head = sentence[last] if last >= 0 else sentence[i]
    is_role = head.form in any_language("role_heads") or head.form in word_set(language, "documents")
    return is_role and sentence[i].form in word_set(language, "role_links")


def backward_phrase(sentence: tuple[Term, ...], at: int, language: str) -> tuple[int, int] | None:
    """First and last term of the subject that ends before the verb at ``at``; None where the clause has none.

    ``X, an official with Y, said``: the apposition is stepped over. ``In Geneva, X said``: the opening is left off.
    ``X issued a complaint and decried``: the subject of the sentence's first verb is taken.
    """
    last = _before_auxiliaries(sentence, at - 1, language)
    if last < 0 or sentence[last].is_quotation:
        return _main_subject(sentence, language) if last > 0 and at - 1 > last else None
    if (
        sentence[last].text == ","
        and sentence[at].form.endswith("ing")
        and not _is_absolute(sentence, last, language)
    ):
        return _main_subject(sentence[:last], language)
    first = _clause_start(sentence, last)
    segments = _segments(sentence, first, last)
    if not segments:
        return None
    if sentence[last].form in word_set(language, "complementisers"):
        return None
    is_aside = sentence[last].text in ",)" or _is_described(sentence, segments, language)
    chosen = _before_apposition(sentence, segments, language) if is_aside else segments[-1]
    return _subject(sentence, chosen, segments, language) if chosen else None


def _is_described(sentence: tuple[Term, ...], segments: list[tuple[int, int]], language: str) -> bool:
    """Whether the last segment only goes on to describe the name before it ("Doe, a clerk who left in May said")."""
    relatives, determiners = word_set(language, "relatives"), word_set(language, "determiners")
    start, end = segments[-1]
    inside = any(t.form in relatives for t in sentence[start + 1 : end + 1])
    named = any(sentence[s].is_capital for s, _ in segments[:-1])
    return inside and named and sentence[start].form in determiners


def _before_auxiliaries(sentence: tuple[Term, ...], last: int, language: str) -> int:
    skipped, days = word_set(language, "auxiliaries"), word_set(language, "weekdays")
    times, before_times = word_set(language, "time_nouns"), word_set(language, "before_times")
    if last > 1 and sentence[last].form in times and sentence[last - 1].form in before_times:
        last -= 2
    while last >= 0 and (
        (
            sentence[last].form in skipped
            and not (sentence[last].is_capital and sentence[last].form not in days)
        )
        or _is_adverb(sentence[last])
        or (sentence[last].form in word_set(language, "before_days") and sentence[last + 1].form in days)
    ):
        last -= 1
    return last


def _is_subject_word(sentence: tuple[Term, ...], at: int, language: str) -> bool:
    """Whether an auxiliary's form is a name or noun here ("Will", "May")."""
    return sentence[at].is_capital and at > 0


def _clause_start(sentence: tuple[Term, ...], last: int) -> int:
    first = last
    while first > 0 and not (sentence[first - 1].is_quotation or sentence[first - 1].text in ";:!?"):
        first -= 1
    return first


def _segments(sentence: tuple[Term, ...], first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a clause between its commas, dashes and brackets."""
    segments: list[tuple[int, int]] = []
    start = first
    for i in range(first, last + 2):
        if i > last or (not sentence[i].is_word and sentence[i].text in ",()—–-"):
            if i > start:
                segments.append((start, i - 1))
            start = i + 1
    return segments


def _before_apposition(
    sentence: tuple[Term, ...], segments: list[tuple[int, int]], language: str
) -> tuple[int, int] | None:
    """The segment that names someone, where the last ones only describe them ("Jane Doe, 47, a lawyer,")."""
    determiners, relatives = word_set(language, "determiners"), word_set(language, "relatives")
    openers = word_set(language, "phrase_openers")
    fallback: tuple[int, int] | None = None
    for start, end in reversed(segments):
        head = sentence[start]
        if (
            head.form in word_set(language, "absolute_openers")
            and start < end
            and sentence[start + 1].is_capital
        ):
            return start + 1, end
        if head.form in relatives or head.form.isdigit() or head.form in openers:
            continue
        if len(head.form.split("-")[0]) == 1 and sum(t.is_word for t in sentence[start : end + 1]) == 1:
            continue
        if head.form in determiners or _is_owned(sentence[start : end + 1]):
            fallback = start, end
        elif head.is_capital:
            return start, end
    return fallback or segments[0]


def _is_owned(segment: tuple[Term, ...]) -> bool:
    """Whether a segment only describes by an owner ("North Valley's best known singer"): no name behind the possessive."""
    owners = [i for i, t in enumerate(segment) if t.text.endswith(("’s", "'s"))]
    return bool(owners) and not any(t.is_capital for t in segment[owners[-1] + 1 :])


def _subject(
    sentence: tuple[Term, ...], chosen: tuple[int, int], segments: list[tuple[int, int]], language: str
) -> tuple[int, int] | None:
    start, end = chosen
    relatives = word_set(language, "relatives")
    if sentence[end].form in relatives:
        end -= 1
        if end < start:
            earlier = [s for s in segments if s[1] < start]
            return _without_opening(sentence, earlier[-1], language) if earlier else None
    if sentence[end].form in _and(language) or sentence[end].form in word_set(language, "coordinators"):
        return _main_subject(sentence, language)
    return _without_opening(sentence, (start, end), language)


def _is_absolute(sentence: tuple[Term, ...], last: int, language: str) -> bool:
    """Whether "with X, a clerk, saying" names the speaker of a participle."""
    absolute = word_set(language, "absolute_openers")
    return any(
        t.form in absolute
        and i + 1 < last
        and sentence[i + 1].is_capital
        and i
        and sentence[i - 1].text == ","
        for i, t in enumerate(sentence[:last])
    )


def _main_subject(sentence: tuple[Term, ...], language: str) -> tuple[int, int] | None:
    """The phrase that opens the sentence, up to its verb: the subject of a later verb ("… and decried", "…, adding")."""
    openers = word_set(language, "phrase_openers")
    first = 0
    while first < len(sentence) and not sentence[first].is_word:
        first += 1
    while first < len(sentence) - 1 and sentence[first].form in word_set(language, "lead_words"):
        first += 1
    segments = _segments(sentence, first, len(sentence) - 1)
    for start, end in segments:
        words = [t.text for t in sentence[start : end + 1] if t.is_word]
        if (
            not words
            or sentence[start].form in openers
            or (" ".join(words).isupper() and len(segments) > 1 and start == first)
        ):
            continue
        if pronoun_of(sentence[start], language):
            return start, start
        return _before_verb(sentence, forward_phrase(sentence, start, language), language)
    return None


def _before_verb(
    sentence: tuple[Term, ...], phrase: tuple[int, int] | None, language: str
) -> tuple[int, int] | None:
    """The phrase up to its verb, where a second article or a word behind a name shows one ("Doe made the …")."""
    if phrase is None:
        return None
    first, last = phrase
    kept = word_set(language, "noun_links") | _and(language)
    for i in range(first + 1, last + 1):
        if sentence[i].form in word_set(language, "determiners") and sentence[i - 1].form not in kept:
            return first, max(first, i - 2)
        if sentence[i - 1].is_capital and i - 1 > first and _is_plain_word(sentence[i], kept):
            return first, i - 1
    return phrase


def _is_plain_word(term: Term, kept: frozenset[str]) -> bool:
    return term.is_word and term.text.islower() and term.form not in kept and not is_role(term)


def _without_opening(
    sentence: tuple[Term, ...], span: tuple[int, int], language: str
) -> tuple[int, int] | None:
    """The phrase behind the last conjunction of its segment, or its first words where a verb stands inside."""
    start, end = span
    openers = word_set(language, "clause_openers") | word_set(language, "relatives")
    verbs = word_set(language, "speech_verbs")
    for i in range(end, start, -1):
        if sentence[i].form in verbs and not sentence[i].is_capital and i < end and sentence[i - 1].is_word:
            start = i + 1
            break
    for i in range(end, start - 1, -1):
        if sentence[i].form in word_set(language, "relatives") and sentence[i - 1].is_word and i > start:
            end = i - 1
            continue
        if (
            sentence[i].form in openers
            and i < end
            and not (sentence[i].form in _and(language) and _joins_names(sentence, i))
        ):
            if sentence[i].form in _and(language) and sentence[i + 1].form in word_set(
                language, "possessives"
            ):
                end = i - 1
                continue
            start = i + 1
            break
    while start < end and sentence[start].form in word_set(language, "lead_words"):
        start += 1
    unnamed = all(t.form in openers for t in sentence[start : end + 1])
    return (start, end) if start <= end and not unnamed else None


@lru_cache(maxsize=16)
def pronouns(language: str) -> frozenset[str]:
    """Return the pronouns that can stand for a speaker: one person, a thing, or many."""
    return frozenset().union(*(word_set(language, f"pronouns_{k}") for k in ("one", "thing", "many")))


def capital_runs(part: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Runs of capitalised words, small particles inside allowed ("Maria de la Cruz"): first and last term."""
    particles = any_language("name_particles")
    runs: list[tuple[int, int]] = []
    not_first = _not_first()
    for i, term in enumerate(part):
        if not term.is_capital or (term.form in not_first and (not runs or runs[-1][1] != i - 1)):
            continue
        gap = part[runs[-1][1] + 1 : i] if runs else ()
        if runs and all(t.form in particles or t.text == "." for t in gap) and len(gap) <= 2:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


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
    """Whether a word names an office or is a title, in any language of the tables ("spokesman", "Mr")."""
    return term.form in any_language("role_heads") or term.form in any_language("person_titles")
