"""An article as comparison reads it: blocks of its own text, their quotations, sentences and words, found once.

Goes in: an ``Article``. Comes out: a ``Reading``. Captions, headings, tables and embeds are left out: what is compared
is what the article tells. Every offset counts characters of its block's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from site_gen.language import fold, sentences, table, words
from site_gen.language.stems import stemmer
from site_gen.language.words import FOLDS_KEPT, word_matches
from site_gen.model import Article, Block

from .marks import Quotation, quotations

READ_KINDS = frozenset({"paragraph", "quote", "list", "entry"})
VEIL = "\ue000"
"""Stands for each character of a quotation where the text around it is read."""
STEMMED = frozenset({"en", "fr", "ar", "de", "es", "it"})
"""Languages whose forms of a word are compared as one."""


class Token(NamedTuple):
    """A word of a block, folded for comparison."""

    form: str
    block: int
    start: int
    end: int


_new = tuple.__new__
"""Quicker than a NamedTuple's own constructor (see ``language.words``)."""


@dataclass(frozen=True, slots=True)
class Passus:
    """One block, read."""

    block: Block
    quotations: tuple[Quotation, ...]
    veiled: str
    """The text with every quotation, marks included, replaced by ``VEIL``; as long as the text."""
    sentences: tuple[tuple[int, int], ...]
    """Start and end; a quotation never breaks one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read."""

    article: Article
    language: str
    blocks: tuple[Passus, ...]
    tokens: tuple[Token, ...]
    """Of all blocks, in order."""
    bounds: tuple[int, ...]
    """Where the tokens of each block begin, and where the last ones end."""

    def tokens_of(self, block: int) -> tuple[Token, ...]:
        """The tokens of one block."""
        return self.tokens[self.bounds[block] : self.bounds[block + 1]]

    @property
    def published(self) -> int | None:
        """Number of the day of publication; None where no full date is known."""
        try:
            return date.fromisoformat(
                self.article.published.value[:10] if self.article.published else ""
            ).toordinal()
        except ValueError:
            return None

    @property
    def outlet(self) -> str:
        """The outlet's name, or the article's id where it is unknown."""
        return self.article.source.value if self.article.source else self.article.id

    @property
    def called(self) -> str:
        """What a reader knows the report by: its outlet; where that is unknown, its title in quotation marks."""
        return self.article.source.value if self.article.source else f"“{self.article.title.value}”"


def read(article: Article) -> Reading:
    """Return the article's own text, ready to be compared."""
    language = article.language.value.split("-")[0]
    blocks = tuple(_passus(b, language) for b in article.blocks if b.kind in READ_KINDS and b.text.strip())
    by_block = [
        [_new(Token, (comparable(m[0]), i, *m.span())) for m in word_matches(passus.block.text)]
        for i, passus in enumerate(blocks)
    ]
    bounds = (0, *accumulate(map(len, by_block)))
    return Reading(article, language, blocks, tuple(chain.from_iterable(by_block)), bounds)


@lru_cache(maxsize=FOLDS_KEPT)
def comparable(word: str) -> str:
    """A word folded, with inner hyphens, apostrophes and points removed ("weeklong", "un"); decimal points stay."""
    form = fold(word)
    return form if form[:1].isdecimal() else form.replace("-", "").replace("'", "").replace(".", "")


def _passus(block: Block, language: str) -> Passus:
    found = quotations(block.text)
    if block.kind == "quote" and not found:
        found = (Quotation(0, len(block.text), 0, len(block.text), True, ""),)
    masked = _masked(block.text, found, language)
    spans = chain.from_iterable(_in_bounds(masked, *span) for span in sentences(masked, language))
    return Passus(block, found, _veiled(block.text, found), tuple(spans))


MAX_SENTENCE = 4_000
"""Characters of a sentence, at most: none of 103,000 of the development texts has 3,000. What is longer is a list, or code,
and is cut between its words or behind its marks: who speaks in a sentence is looked for from each of its quotations."""
_GAP = re.compile(rf"\s+|(?<!{VEIL})(?={VEIL})|(?P<mark>(?<=[,;|/)\]–—-])(?=\w))")


def _in_bounds(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, one that is too long in parts; a quotation stays whole.

    A part ends at its last space or, where it has none, behind its last mark.
    """
    space: tuple[int, int] | None = None
    mark: tuple[int, int] | None = None
    for gap in _GAP.finditer(masked, start + 1, end) if end - start > MAX_SENTENCE else ():
        if gap.start() - start > MAX_SENTENCE and (last := space or mark):
            yield start, last[0]
            start, space, mark = last[1], None, None
        if gap["mark"] is None:
            space = gap.span()
        else:
            mark = gap.span()
    yield start, end


def parted(passus: Passus, language: str, *, most: int) -> list[tuple[int, int]]:
    """The sentences of a block; one of more than ``most`` words is parted where sentences end inside its quotations."""
    text = passus.block.text
    found: list[tuple[int, int]] = []
    for start, end in passus.sentences:
        if text.count(" ", start, end) < most:
            found.append((start, end))
        else:
            found += [(start + a, start + b) for a, b in sentences(text[start:end], language)]
    return found


def _veiled(text: str, found: tuple[Quotation, ...]) -> str:
    parts, at = [], 0
    for q in found:
        parts += [text[at : q.outer_start], VEIL * (q.outer_end - q.outer_start)]
        at = q.outer_end
    return "".join(parts) + text[at:]


def _masked(text: str, found: tuple[Quotation, ...], language: str) -> str:
    """The text in which a sentence ends inside a quotation only with the quotation itself, and not before "he said"."""
    parts, at = [], 0
    for q in found:
        inside = list(VEIL * (q.outer_end - q.outer_start))
        last = text[q.end - 1 : q.end]
        goes_on = last != "." and _attribution_follows(text, q.outer_end, language)
        goes_on = goes_on or (last == "." and _is_attributed(text, q.outer_end, language))
        goes_on = goes_on or bool(_SIGNED.match(text, q.outer_end))
        goes_on = goes_on or (q.is_closed and text[q.outer_end - 2] == ",")
        whole = q.end - q.start > 1 and last in ".!?؟…" and not goes_on
        if whole and q.is_closed:
            inside[-2:] = [last, text[q.outer_end - 1]]
        parts += [text[at : q.outer_start], "".join(inside)]
        at = q.outer_end
    return ("".join(parts) + text[at:]).replace("«", "x").replace("“", "x")


_BRACKET = re.compile(r"\([^()“”\"\n]{1,24}\)")
_NEXT_CLAUSE = re.compile(
    _BRACKET.pattern.join(("(?:", r"|\b(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St)\.|[^.“\"«„:!?‘]){0,90}"))
)


_SIGNED = re.compile(r"\s*[—–]\s*[^.!?“”\"]{2,80}$")
"""A name behind a dash that ends the block (“…” — Jane Doe)."""


def _attribution_follows(text: str, at: int, language: str) -> bool:
    """Whether a short clause with a verb of speech stands behind the quotation ("…?" the mayor asked.)."""
    clause = _NEXT_CLAUSE.match(text, at)
    following = [w.text for w in words(_BRACKET.sub("", clause.group()))] if clause else []
    return any(fold(w) in speech_verbs(language) for w in following[:6])


_SHORT_CLAUSE = re.compile(r"\s+((?:[^\W\d_][\w’'-]+ ){1,4}?)([^\W\d_]+)\s*(?:\.|$)")


def _is_attributed(text: str, at: int, language: str) -> bool:
    """Whether nothing but a name and a verb of speech is the sentence behind the quotation ("… last." Doe said.)."""
    clause = _SHORT_CLAUSE.match(text, at)
    names = clause[1].split() if clause else []
    return (
        clause is not None
        and all(name[0].isupper() for name in names)
        and fold(clause[2]) in word_set(language, "plain_verbs")
    )


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    """A table of words as folded words; empty where the language has none."""
    return frozenset(fold(w) for w in table(language).get(name, ()))


@cache
def ordered_words(language: str, name: str) -> Mapping[str, int]:
    """A table of words as folded words, each with its place in the table."""
    return {fold(w): n for n, w in enumerate(table(language).get(name, ()))}


@cache
def words_of(language: str, *names: str) -> frozenset[str]:
    """The words of several tables together."""
    return frozenset().union(*(word_set(language, n) for n in names))


@cache
def times(language: str) -> frozenset[str]:
    """Words that time is told in ("a couple days" is nobody)."""
    units = table(language).get("units", {})
    return frozenset(fold(word) for word, unit in units.items() if unit[0] in ("s", "month"))


@cache
def kind_table(language: str) -> Mapping[str, str]:
    """Folded nouns of the table of kinds, and the kind that each counts."""
    return {fold(w): kind for kind, nouns in table(language).get("kinds", {}).items() for w in nouns}


@cache
def _numbers(language: str) -> Mapping[str, str]:
    """Numbers in words above two, in digits: smaller ones tell nothing."""
    return {fold(w): str(n) for w, n in table(language).get("number_words", {}).items() if n > 2}


def number_of(form: str, language: str) -> str | None:
    """The digits of a number written as one word ("thirty" is "30"), None for other words."""
    return _numbers(language).get(form)


def speech_verbs(language: str) -> frozenset[str]:
    """Folded verbs that bring speech."""
    return word_set(language, "speech_verbs")


@lru_cache(maxsize=200_000)
def stem(form: str, language: str) -> str:
    """The stem of a comparable word; the word itself where the language has no stemmer."""
    made = stemmer(language) if language in STEMMED and form.isalpha() else None
    return made.stemWord(form) if made else form


@lru_cache(maxsize=50_000)
def content_stems(text: str, language: str) -> tuple[str, ...]:
    """Stems of the words that tell something, in order; small words left out, thousands joined ("300,000" is 300000)."""
    small = _small(language)
    joined = re.sub(r"(?<=\d)[,.\u202f\u00a0](?=\d{3}(?!\d))", "", text)
    forms = (comparable(w.text) for w in words(joined))
    return tuple(stem(f, language) for f in forms if f not in small and (len(f) > 1 or f.isdecimal()))


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(comparable(w) for w in table(language).get("small_words", ()))


def is_small(form: str, language: str) -> bool:
    """Whether a comparable word is one of the language's small words."""
    return form in _small(language)
