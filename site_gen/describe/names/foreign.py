"""Names in languages that have no tables of names here: few, but right. German above all, where every noun has a capital.

Told are acronyms, countries and large cities, and people: two capitalised words in a row, or three, that the text
repeats or whose last stands alone elsewhere, none of them a noun (a word that also stands behind an article).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from site_gen.language import fold
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, place_named
from site_gen.language.names import any_language, is_acronym
from site_gen.model import Block

from .bodies import MAX_ACRONYM
from .kinds import Named
from .layout import Layout
from .runs import Run, Word, runs

_ARTICLES = (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans dieser diese dieses diesem diesen "
    "jeder jede jedes alle viele mehr mehrere einige zwei drei vier fünf sechs zehn zwölf millionen milliarden seine seiner seinen ihre ihrer ihren "
    "el la los las un una del al su sus este esta il lo i gli uno della dello dei degli delle dal dalla nel nella questo questa o a os as um uma do da dos das no na "
    "ao à het een de deze dit zijn haar ett en den det denna detta"
)
_BEHIND_ARTICLE = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(set(_ARTICLES.split())))})\s+(?:[^\W\d_]+e[rnms]?\s+)?([^\W\d_]\w+)",
    re.I,
)
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-ZÄÖÜ]\w*")
_OFFICE = re.compile(
    r"(?:präsident|minister|kanzler|chef|sprecher|leiter|meister|anwalt|anwält|vorsitzende|sekretär|trainer|manager|richter|professor|abgeordnete|direktor|"
    r"expert|forscher|führer|general|autor|ärzt|arzt|rat|rät|kommissar|botschafter|bischof|könig)(?:e|er|in|s|en)?$"
)
"""How German words for offices end: "Parteipräsident", "Bürgermeisterin"."""
MAX_PERSON_WORDS = 3


def foreign_names(blocks: tuple[Block, ...], language: str) -> list[Named]:
    """The names of the blocks, in reading order."""
    texts = [block.text for block in blocks if block.kind != "heading"]
    nouns = frozenset(fold(m[1]) for text in texts for m in _BEHIND_ARTICLE.finditer(text))
    small = frozenset(fold(word) for text in texts for word in _SMALL.findall(text))
    common = nouns | small | frozenset(map(fold, _ARTICLES.split()))
    found = [
        run
        for block in blocks
        if block.kind != "heading"
        for run in runs(Layout(block.text), language, block.id)
    ]
    people = _people(found, common)
    return [named for run in found if (named := _named(run, people, common))]


def _people(found: Iterable[Run], common: frozenset[str]) -> dict[str, str]:
    """Each full name, and each last word that stands for one alone, to the full name."""
    full: Counter[str] = Counter()
    inside: set[str] = set()
    alone: set[str] = set()
    for run in found:
        words = _person_words(run, common)
        if len(words) > 1:
            name = " ".join(w.text for w in words)
            full[name] += 1
            inside |= set() if run.starts_sentence and words[0] is run.words[0] else {name}
        elif len(words) == 1:
            alone.add(words[0].text)
    told = sorted(n for n, count in full.items() if n in inside and (count > 1 or n.split()[-1] in alone))
    last = Counter(name.split()[-1] for name in told)
    return {**{n.split()[-1]: n for n in told if last[n.split()[-1]] == 1}, **{n: n for n in told}}


def _person_words(run: Run, common: frozenset[str]) -> list[Word]:
    """The words of a run that may be a person: offices before it left off; none where one of them is a common word."""
    words = list(run.words)
    while words and (
        _OFFICE.search(words[0].text.lower()) or fold(words[0].text) in any_language("person_titles")
    ):
        words = words[1:]
    if not 0 < len(words) <= MAX_PERSON_WORDS or place_named(" ".join(w.text for w in words)):
        return []
    is_plain = all(w.text[1:] != w.text[1:].upper() or len(w.text) == 2 for w in words)
    return words if is_plain and not any(fold(w.text) in common for w in words) else []


def _named(run: Run, people: dict[str, str], common: frozenset[str]) -> Named | None:
    words = _person_words(run, common)
    if (name := people.get(" ".join(w.text for w in words))) and words:
        return Named(name, "person", run.block, words[0].start, words[-1].end)
    own = _own_words(run, common)
    text = " ".join(w.text for w in own)
    if run.starts_sentence and fold(text) in any_language("plain_openers"):
        return None
    place = place_named(text)
    if place and (
        place.kind == "country" or (place.population >= LARGE_CITY_PEOPLE and fold(text) not in common)
    ):
        return Named(text, "place", run.block, own[0].start, own[-1].end)
    if len(own) == 1 and is_acronym(text) and len(text) <= MAX_ACRONYM:
        return Named(text, "organisation", run.block, own[0].start, own[-1].end)
    return None


def _own_words(run: Run, common: frozenset[str]) -> list[Word]:
    """The run without the common words that only the beginning of a sentence put in capitals."""
    words = list(run.words)
    while run.starts_sentence and len(words) > 1 and fold(words[0].text) in common:
        words = words[1:]
    return words
