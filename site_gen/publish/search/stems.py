"""Stems: which words of a language are forms of one.

The index holds words as they are written; beside each stands the rule by which Snowball made its stem, such as *ies → i*.
So the page finds the forms of a word without a stemmer, and the commonest rules of the archive's own words tell it the
stem of a form that no article has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ...language.stems import stemmer
from .words import fold

KEPT_RULES = 160
"""Rules of a language given to the page for forms that no article has: 96 % of the English ones (docs/measurements/search.md)."""
LONGEST_HEAD = 4
"""Letters before the stem that a rule may take away: Arabic and Persian write small words onto the next."""


class Rule(NamedTuple):
    """A word of a language is ``head`` + x + ``tail`` where its stem is x + ``end``."""

    language: str
    head: str
    tail: str
    end: str


class Stemmed(NamedTuple):
    """A word of the index, its language and its stem."""

    word: str
    language: str
    stem: str
    often: int


def stemmed(surfaces: Sequence[str], counts: Mapping[str, Sequence[int]]) -> list[Stemmed]:
    """Return the stem of every word in every language it occurs in.

    ``counts`` gives, by language, how often each surface form stands in the archive. Where several surfaces fold to one
    word, its commonest gives the stem. Ordered by language and word.
    """
    out = []
    for language in sorted(counts):
        made = stemmer(language)
        if made is None:
            continue
        best: dict[str, tuple[int, str]] = {}
        for surface, count in zip(surfaces, counts[language], strict=True):
            if count and surface.isalpha():
                word = fold(surface)
                best[word] = max(best.get(word, (0, "")), (int(count), surface))
        stems = made.stemWords([best[_without_and(word, best)][1] for word in best])
        for (word, (count, _surface)), stem in zip(best.items(), stems, strict=True):
            out.append(Stemmed(word, language, fold(stem), count))
    return sorted(out)


def _without_and(word: str, known: Mapping[str, tuple[int, str]]) -> str:
    """Return an Arabic word without the "and" (و) that is written onto it; the word itself where its و belongs to it.

    It is "and" where the rest, of three letters or more, is a commoner word of the archive: by its letters alone,
    Snowball takes the first of a foreign name for a small word once the "and" is gone (light stemming, Larkey et al. 2002).
    """
    rest = word[1:]
    is_and = word.startswith("و") and len(rest) >= 3 and known.get(rest, (0, ""))[0] > known[word][0]
    return rest if is_and else word


def rule_of(found: Stemmed) -> Rule:
    """Return the rule that makes a word's stem; the one that keeps most of the word, and its beginning rather than not."""
    word, stem = found.word, found.stem
    kept, cut = alike(word, stem), 0
    if kept < len(stem) - 1:
        kept, cut = max((alike(word[n:], stem), -n) for n in range(min(LONGEST_HEAD, len(word)) + 1))
    return Rule(found.language, word[:-cut], word[kept - cut :], stem[kept:])


def alike(a: str, b: str) -> int:
    """How many letters two words have in common at their beginning."""
    if a.startswith(b):
        return len(b)
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def common_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Return the commonest rules of each language that two words or more follow, most first."""
    number = Counter(rules)
    out: list[Rule] = []
    for language in sorted({rule.language for rule in number}):
        mine = [(rule, n) for rule, n in number.items() if n > 1 and rule.language == language]
        out += [rule for rule, _n in sorted(mine, key=lambda item: (-item[1], item[0]))[:KEPT_RULES]]
    return out
