"""Which quotations of an article are speech, and the words in them.

Goes in: a reading and its attribution. Comes out: sayings, in the order of the text. Titles of works, names in marks
and words held at arm's length ("so-called") are left out; a part of a sentence that someone is said to have said stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Literal, NamedTuple

from site_gen.language import fold, sentences, table
from site_gen.language.words import words_only

from ..concepts import concept
from ..reading import Reading, ordered_words, word_set, words_of
from ..speakers.utterances import Attribution, Utterance
from ..speakers.voices import Voice
from ..terms import pronouns

SHORT_WORDS = 3
"""A quotation of at most so many words is speech only where its sentence says who speaks."""
LEAD_CHARS = 40
"""Characters before a quotation in which a word for works or names is looked for."""
_BEFORE = re.compile(rf"[^.!?“”\"«»]{{0,{LEAD_CHARS}}}$")


class Said(NamedTuple):
    """A word of a saying: its key (``concepts``), empty for a small word, and its place in the block."""

    form: str
    stem: str
    start: int
    end: int
    opens: bool = False
    """Whether it begins a sentence."""
    is_name: bool = False
    """Whether it is written as a name, in a language that does not write all nouns so."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What someone says in one article, in their words or in the article's."""

    article: int
    block: int
    block_id: str
    start: int
    end: int
    kind: Literal["verbatim", "paraphrase"]
    voice: Voice | None
    words: tuple[Said, ...]
    stems: tuple[str, ...]
    """Stems of the words that tell something, in order."""
    published: int | None = None
    """Number of the day on which the article was published, where it is known."""
    weekday: int | None = None
    """The day of the week on which it was said, where the sentence names one outside its quotations."""


def sayings(reading: Reading, number: int, attributed: Attribution) -> tuple[Saying, ...]:
    """Return the article's quotations that are speech; ``number`` is the article's place in the event."""
    return tuple(
        saying(reading, number, u.block, (u.quotation.start, u.quotation.end), "verbatim", u.voice)
        for u in attributed.utterances
        if is_speech(u, reading)
    )


def saying(
    reading: Reading,
    number: int,
    block: int,
    span: tuple[int, int],
    kind: Literal["verbatim", "paraphrase"],
    spoken: Voice | None,
) -> Saying:
    """The saying that stands at a span of a block."""
    found = said_words(reading, block, span)
    block_id = reading.blocks[block].block.id
    days = reading.published, _weekday(reading, block, span[0])
    return Saying(number, block, block_id, *span, kind, spoken, found, told_stems(found), *days)


def _weekday(reading: Reading, block: int, at: int) -> int | None:
    """The only day of the week that the sentence around a place names outside its quotations."""
    days = ordered_words(reading.language, "weekdays")
    passus = reading.blocks[block]
    start, end = next(((a, b) for a, b in passus.sentences if a <= at < b), (at, at))
    named = {days[form] for form in map(fold, words_only(passus.veiled[start:end])) if form in days}
    return named.pop() if len(named) == 1 else None


def told_stems(found: Sequence[Said]) -> tuple[str, ...]:
    """Stems of the words that tell something, in order."""
    return tuple(w.stem for w in found if w.stem)


def said_words(reading: Reading, block: int, span: tuple[int, int]) -> tuple[Said, ...]:
    """The words of a span of a block with their keys."""
    start, end = span
    text = reading.blocks[block].block.text[start:end]
    language = reading.language
    opening = iter([start + at for at, _ in sentences(text, language)])
    found: list[Said] = []
    at = next(opening, end)
    has_names = not table(language).get("capital_nouns", False)
    tokens = reading.tokens_of(block)
    for form, _, first, last in tokens[bisect_left(tokens, start, key=_start_of) :]:
        if last > end:
            break
        opens = first >= at
        if opens:
            at = next(opening, end)
        is_name = has_names and not opens and text[first - start].isupper()
        found.append(_new(Said, (form, concept(form, language), first, last, opens, is_name)))
    return tuple(found)


_start_of = attrgetter("start")
_new = tuple.__new__
"""Quicker than a NamedTuple's own constructor (see ``language.words``)."""


def is_speech(utterance: Utterance, reading: Reading) -> bool:
    """Whether a quotation is something said or written, rather than a title, a name or a word in doubt."""
    text = reading.blocks[utterance.block].block.text
    q = utterance.quotation
    inner = text[q.start : q.end]
    found = words_only(inner)
    if not found or (len(found) == 1 and fold(found[0]) in _stand_ins(reading.language)):
        return False
    before = _BEFORE.search(text[max(0, q.outer_start - LEAD_CHARS - 1) : q.outer_start])
    lead = [fold(word) for word in words_only(before.group())] if before else []
    if _is_label(
        inner, found, lead, (text[: q.outer_start], text[q.outer_end :]), utterance, reading.language
    ):
        return False
    if len(found) > SHORT_WORDS:
        return True
    return utterance.voice is not None


@cache
def _stand_ins(language: str) -> frozenset[str]:
    """Words that a text sets in marks only to speak of the word ("he", "their")."""
    return pronouns(language) | words_of(language, "possessives", "articles")


SHORT_NAME = 3
"""Words of a name in a script without capitals."""


def _is_label(
    inner: str,
    found: Sequence[str],
    lead: Sequence[str],
    around: tuple[str, str],
    utterance: Utterance,
    language: str,
) -> bool:
    """Whether marks hold a title or a name: behind a word for works or names, or capitals throughout and no full stop."""
    last = inner[-1]
    before, behind = around
    titled = _is_titled(inner, found, language)
    if lead and (_is_so_called(lead, language) or _is_named(lead, behind, language)):
        return last not in "!?" and (last != "." or titled or len(found) <= SHORT_WORDS)
    is_name = titled or (inner.lower() == inner.upper() and len(found) <= SHORT_NAME)
    if is_name and lead and lead[-1] in word_set(language, "work_nouns"):
        return True
    if titled and _next_word(behind).strip(".,") in word_set(language, "name_nouns"):
        return True
    if titled and utterance.is_led and last in ".!?…" and _is_introduced(before):
        return False
    if titled and len(found) == 1 and _is_only_sourced(utterance, language):
        return True
    definite = bool(lead) and lead[-1] in word_set(language, "definite")
    called = bool(word_set(language, "naming") & set(lead[-2:-1]))
    if titled and not (last in "!?…" or utterance.is_alone or (last == "." and len(found) == 1)):
        return len(found) > 1 or not utterance.is_led or (definite and not called)
    return len(found) == 1 and definite and not called and not utterance.is_alone


def _is_only_sourced(utterance: Utterance, language: str) -> bool:
    """Whether nobody is said to say it, only to have told what the sentence tells ("according to …", "selon …")."""
    verb = utterance.voice.verb if utterance.voice else None
    opens = fold(verb) if verb else ""
    return bool(opens) and any(phrase.split()[0] == opens for phrase in word_set(language, "according"))


def _is_introduced(before: str) -> bool:
    """Whether a colon or comma stands before the marks, as before speech."""
    return before.rstrip()[-1:] in tuple(":,")


def _is_so_called(lead: Sequence[str], language: str) -> bool:
    so_called = word_set(language, "so_called")
    return lead[-1] in so_called or " ".join(lead[-2:]) in so_called


def _is_named(lead: Sequence[str], behind: str, language: str) -> bool:
    """Whether marks hold the name of a thing ("a technique called “…”"), not what someone calls it ("what Doe called “…”")."""
    naming = word_set(language, "naming")
    if lead[-1] not in naming or word_set(language, "calling_openers") & set(lead):
        return False
    return _next_word(behind) not in word_set(language, "by_words")


def _next_word(behind: str) -> str:
    """The first word of a text, folded, with the marks that touch it."""
    return fold(behind.lstrip().split(" ")[0])


def _is_titled(inner: str, found: Sequence[str], language: str) -> bool:
    """Whether every word is written as in a title: a capital, or one of the small words that titles keep small."""
    small = word_set(language, "title_small")
    capitals = [w[0].isupper() or w[0].isdecimal() for w in found]
    inside = re.search(r"[.!?;]\s", inner)
    fits = (c or w in small or len(w) == 1 for c, w in zip(capitals, found, strict=True))
    return capitals[0] and not inside and all(fits)
