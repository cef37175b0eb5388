"""Who states a figure: the voice of its sentence, where its clause is that voice's and not the narrator's.

Goes in: the voices of a sentence, its pieces and its numbers. Comes out: the one who states, and whether a number is stated by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from site_gen.language import fold, table, words

from ..numerals import may_count
from ..pieces import Number, Piece, pieces
from ..reading import speech_verbs, times, word_set, words_of
from ..speakers.voices import Voice
from .gapped import CLOSERS
from .numbers import numbers


def stating(
    voices: Sequence[Voice], row: Sequence[Piece], here: Sequence[Number], language: str
) -> str | None:
    """Return the first voice of the sentence that states, rather than acts by its words ("agreed", "offered"); None for none.

    A pronoun names nobody. What is counted does not speak: "Nine fires were reported" names nobody. Who "added 900 jobs" says nothing.
    """
    verbs = word_set(language, "reckoning_verbs")
    idle = word_set(language, "per_words") | _adding(row, here, language)
    named = (v for v in voices if v.kind != "pronoun" and v.verb)
    stated = (v.said for v in named if fold(v.verb or "") in verbs - idle)
    return next((said for said in stated if not _counts(said, language)), None)


def _adding(row: Sequence[Piece], here: Sequence[Number], language: str) -> frozenset[str]:
    """The verbs of the sentence that make a number greater, and bring no speech: "employers added about 900 jobs"."""
    if word_set(language, "adding").isdisjoint(p.form for p in row):
        return frozenset()
    known = (n for n in here if not _says(row, n, language))
    return frozenset(form for n in known if (form := _verb_before(row, n, language)))


def _verb_before(row: Sequence[Piece], number: Number, language: str) -> str:
    """The verb of adding right before a number and its hedge; empty for none."""
    between = word_set(language, "additions") | _hedges(language)
    i = number.first - 1
    while i >= 0 and row[i].form in between:
        i -= 1
    return row[i].form if i >= 0 and row[i].form in word_set(language, "adding") else ""


@lru_cache(maxsize=16)
def _hedges(language: str) -> frozenset[str]:
    """The words of all hedges."""
    return frozenset(fold(part) for hedge in table(language).get("qualifiers", {}) for part in hedge.split())


def _says(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a clause begins with a number ("police added nine people were hurt")."""
    for piece in row[number.last + 1 :]:
        if piece.text in CLOSERS or piece.form in words_of(language, "relatives", "joining"):
            return False
        if piece.form in word_set(language, "being"):
            return True
    return False


def _counts(text: str, language: str) -> bool:
    """Whether a figure stands in a text, or the end of one begins it ("000 people")."""
    if text.split(" ", 1)[0].isdecimal():
        return True
    return may_count(text, language) and bool(numbers(pieces(text, 0, len(text), language), language))


def reaches(said_by: str, text: str, number: Number, language: str) -> bool:
    """Whether one who is named behind a number says it ("Nine fell, police said"), and not only something that is told of
    it ("a 30-page note on papers that police say are lost"), nor what follows ("After a six-year siege the army said it …").

    ``text`` ends with the sentence.
    """
    found = re.compile(rf"(?<!\w){re.escape(said_by)}(?!\w)").search(text, number.end)
    if found is None:
        return True
    between = text[number.end : found.start()].rstrip()
    last = fold(between.rsplit(" ", 1)[-1])
    if between[-1:] not in CLOSING and last not in speech_verbs(language):
        return False
    return between[-1:] in QUOTED or not _says_on(text[found.end() :], language)


CLOSING = tuple(',;—–-”"»’')
"""Marks behind which one is named who said what stands before."""
QUOTED = tuple('”"»’')
"""Those of them that end a quotation."""
COMPLEMENT_WORDS = 5
"""Words behind a speaker in which the verb and what it opens are looked for."""


def _says_on(behind: str, language: str) -> bool:
    """Whether a verb of speech and then its object open a text: "said it had …", "said the town …", not "said the next day"."""
    forms = [fold(w.text) for w in words(behind[:BEHIND])][:COMPLEMENT_WORDS]
    if len(forms) < 2 or forms[0] not in speech_verbs(language) or behind.lstrip()[:1] in CLOSERS:
        return False
    mark = behind.lstrip()[len(forms[0]) :].lstrip()[:1]
    opens = words_of(language, *OBJECT_OPENERS)
    is_time = not (times(language) | words_of(language, "time_nouns", "weekdays")).isdisjoint(forms[1:])
    return mark not in CLOSERS and forms[1] in opens and not is_time


BEHIND = 80
"""Letters that hold them."""
OBJECT_OPENERS = (
    "complementisers",
    "definite",
    "articles_of_headings",
    "own",
    "pronouns_one",
    "pronouns_thing",
)
"""Tables of words that open what is said."""
