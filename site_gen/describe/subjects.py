"""General subjects: which of "Elections", "Floods", "Space" an article is about, by the words of its language's table.

Goes in: a title and a text. Comes out: the keys of a few subjects of ``language/*.subjects.toml``, the surest first.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from site_gen.language import fold
from site_gen.language.tables import own_table

from .people import fold_keep

LEAST_USES = 3
"""Uses of a subject's words that an article about it has at least; a use in the title counts three."""
WORDS_A_USE = 150
"""In a longer text one use more for as many words."""
LEAST_WORDS = 2
"""Different words of a subject; one that is repeated is a name or another sense of it."""
EARLY = 80
"""Words of the text before which one of the subject's stands, in the title else."""
LATE_FACTOR = 3
"""Where none stands so early, as many times more uses are asked for."""
MOST = 4
"""Subjects of one article."""
BESIDE_FIRST = 0.4
"""Uses of a subject's words, as a part of the first one's, with which it stands beside it."""
_WORD = re.compile(r"[^\W_]+")
_PLURALS = ("", "s", "es", "x")
_ARABIC = re.compile(r"[؀-ۿ]")
_ARABIC_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "كال")

Phrase = tuple[str, ...]
Phrases = dict[str, tuple[tuple[Phrase, str, int], ...]]
"""By first word: (all words, key of the subject, number of its entry in the table), the longest first."""


@dataclass(slots=True)
class _Uses:
    """How a text uses the words of one subject."""

    count: int = 0
    entries: set[int] = field(default_factory=set)
    is_early: bool = False
    ends: int = 0
    """The word behind the last use."""


def subjects_of(title: str, text: str, language: str) -> tuple[str, ...]:
    """Return the keys of the general subjects that an article is about; none in a language without a table of them.

    At most four: those whose words it uses often for its length, in several forms, and in the title or early in the text.
    """
    phrases = _phrases(language)
    if not phrases:
        return ()
    title_words, text_words = (_WORD.findall(fold_keep(part)) for part in (title, text))
    in_title, in_text = _uses(title_words, phrases), _uses(text_words, phrases)
    asked = max(LEAST_USES, len(text_words) / WORDS_A_USE)
    scores: Counter[str] = Counter()
    for key in in_title.keys() | in_text.keys():
        head, body = in_title.get(key, _Uses()), in_text.get(key, _Uses())
        uses = 3 * head.count + body.count
        is_early = head.count > 0 or body.is_early
        is_several = len(head.entries | body.entries) >= LEAST_WORDS
        if is_several and uses >= asked * (1 if is_early else LATE_FACTOR):
            scores[key] = uses
    ranked = sorted(scores, key=lambda key: (-scores[key], key))[:MOST]
    return tuple(key for key in ranked if scores[key] >= BESIDE_FIRST * scores[ranked[0]])


def _uses(words: list[str], phrases: Phrases) -> dict[str, _Uses]:
    """By subject, how it is used; a phrase inside a longer one of the same subject is not counted again."""
    found: dict[str, _Uses] = {}
    for at, word in enumerate(words):
        for phrase, key, entry in phrases.get(word, ()):
            uses = found.get(key)
            if (uses and at < uses.ends) or tuple(words[at : at + len(phrase)]) != phrase:
                continue
            uses = found.setdefault(key, _Uses())
            uses.count += 1
            uses.entries.add(entry)
            uses.is_early |= at < EARLY
            uses.ends = at + len(phrase)
    return found


@cache
def _phrases(language: str) -> Phrases:
    """The words of every subject in all their forms."""
    made: dict[str, set[tuple[Phrase, str, int]]] = {}
    for key, subject in own_table(language).get("subjects", {}).items():
        for entry, said in enumerate(subject["words"]):
            first, *others = _WORD.findall(fold(said))
            prefixes = _ARABIC_PREFIXES if _ARABIC.match(first) else ("",)
            for prefix, plural in product(prefixes, _PLURALS):
                whole = [prefix + first, *others]
                whole[-1] += plural
                made.setdefault(whole[0], set()).add((tuple(whole), key, entry))
    return {word: tuple(sorted(of, key=lambda item: (-len(item[0]), item))) for word, of in made.items()}
