"""Names in languages that have no tables of names here: few, but right. German above all, where every noun has a capital.

Told are acronyms, countries and large cities, and people: two capitalised words in a row, or three, none of them a noun (a word that
also stands behind an article), that begin with a given name, or that an office or a verb of speech shows and the text uses again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from site_gen.language import fold
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language, is_office
from site_gen.language.organisations import is_acronym
from site_gen.language.tables import own_table
from site_gen.model import Block

from ..agencies import agency_named
from .bodies import MAX_ACRONYM
from .kinds import Named
from .layout import Layout
from .persons import is_plainly_a_person
from .runs import Run, Word, runs

_ARTICLES = (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans dieser diese dieses diesem diesen "
    "jeder jede jedes alle viele mehr mehrere einige zwei drei vier fünf sechs zehn zwölf millionen milliarden seine seiner seinen ihre ihrer ihren "
    "el la los las un una del al su sus este esta il lo i gli uno della dello dei degli delle dal dalla nel nella questo questa o a os as um uma do da dos das no na "
    "ao à het een de deze dit zijn haar ett en den det denna detta"
)
_BEHIND_ARTICLE = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(set(_ARTICLES.split())))})\s+(?:([^\W\d_]+e[rnms]?)\s+)?([^\W\d_]\w+)",
    re.I,
)
_NOBLE = re.compile(r"(?<!\w)[A-ZÄÖÜ]\w+ (?:von|van) \Z")
"""Before what looks like an article inside a name ("Peter von der Brink")."""
NOBLE_CHARS = 40
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-ZÄÖÜ]\w*")
MAX_PERSON_WORDS = 3


def foreign_names(blocks: tuple[Block, ...], language: str) -> list[Named]:
    """The names of the blocks, in reading order."""
    texts = [block.text for block in blocks if block.kind != "heading"]
    nouns = frozenset(noun for text in texts for noun in _nouns(text, language))
    small = frozenset(fold(word) for text in texts for word in _SMALL.findall(text))
    common = nouns | small | frozenset(map(fold, _ARTICLES.split()))
    found = [
        run
        for block in blocks
        if block.kind != "heading"
        for run in runs(Layout(block.text), language, block.id)
    ]
    people = _people(found, common, language)
    return [named for run in found if (named := _named(run, people, common, language))]


def _nouns(text: str, language: str) -> Iterator[str]:
    """The words behind an article, an adjective at most between them; not "Peter" of "das sagte Peter" nor a name behind "von der"."""
    for match in _BEHIND_ARTICLE.finditer(text):
        is_noble = _NOBLE.search(text, max(0, match.start() - NOBLE_CHARS), match.start())
        if not is_noble and fold(match[1] or "") not in _verbs(language):
            yield fold(match[2])


def _people(found: Iterable[Run], common: frozenset[str], language: str) -> dict[str, str]:
    """Each full name, and each last word that stands for one alone, to the full name."""
    full: Counter[str] = Counter()
    inside: set[str] = set()
    alone: set[str] = set()
    shown: set[str] = set()
    for run in found:
        words = _person_words(run, common)
        if len(words) > 1 and words[0].is_capital:
            name = " ".join(w.text for w in words)
            full[name] += 1
            inside |= set() if run.starts_sentence and words[0] is run.words[0] else {name}
            shown |= {name} if _is_shown(run, words, language) else set()
        elif words:
            alone.add(words[-1].text)
    again = {n for n, count in full.items() if count > 1 or n.split()[-1] in alone}
    told = sorted(
        n for n in full if _is_told(n, is_inside=n in inside, is_again=n in again, is_shown=n in shown)
    )
    last = Counter(name.split()[-1] for name in told)
    return {**{n.split()[-1]: n for n in told if last[n.split()[-1]] == 1}, **{n: n for n in told}}


def _is_told(name: str, *, is_inside: bool, is_again: bool, is_shown: bool) -> bool:
    """Whether two or three words in capitals are a person: by a given name and what stands beside it, or by that and the text's using
    the name again."""
    words = [fold(word) for word in name.split()]
    if not is_given_name(words[0]) and not _INITIAL.match(words[0]):
        return is_again and is_shown
    if len(words) > 2 and not (
        is_again or is_given_name(words[1]) or words[1] in any_language("name_particles")
    ):
        return False
    return (is_again and is_inside) or is_shown or (is_inside and is_plainly_a_person(name))


_INITIAL = re.compile(r"[^\W\d_]\.?$")


def _is_shown(run: Run, words: list[Word], language: str) -> bool:
    """Whether an office before the words, a verb of speech beside them, or brackets or an age behind them show a person."""
    at = run.words.index(words[0])
    if at and (
        is_office(run.words[at - 1].folded) or run.words[at - 1].folded in any_language("person_titles")
    ):
        return True
    verbs = _verbs(language)
    before, after = [t.folded for t in run.before[-1:] if not at], [t.text for t in run.after[:3]]
    if before and (before[0] in verbs or is_office(before[0])):
        return True
    is_of_party = len(after) > 2 and after[0] == "(" and after[2] == ")" and agency_named(after[1]) is None
    is_aged = len(after) > 1 and after[0] in ",(" and after[1].isdecimal() and len(after[1]) < len("100")
    return is_of_party or is_aged or bool(after and fold(after[0]) in verbs)


@cache
def _verbs(language: str) -> frozenset[str]:
    """Verbs by which people speak and that mean little else."""
    own = own_table(language)
    return frozenset(
        fold(w) for name in ("plain_verbs", "verbs_of_saying", "according_behind") for w in own.get(name, ())
    )


def _person_words(run: Run, common: frozenset[str]) -> list[Word]:
    """The words of a run that may be a person: offices before it left off, and what stands before a given name; none where one of
    them is a common word."""
    words = list(run.words)
    while words and (is_office(words[0].folded) or words[0].folded in any_language("person_titles")):
        words = words[1:]
    opened = next((n for n, w in enumerate(words[:-1]) if is_given_name(w.folded)), 0)
    words = words[opened:] if opened and _is_apart(words[opened - 1]) else words
    weighty = [w for w in words if w.is_capital]
    if not 0 < len(weighty) <= MAX_PERSON_WORDS or place_named(" ".join(w.text for w in words)):
        return []
    is_none = words[0].folded in _no_first() or any(w.folded in _no_person() for w in weighty[1:])
    if is_none or agency_named(" ".join(w.text for w in words)):
        return []
    is_plain = all(w.text[1:] != w.text[1:].upper() or len(w.text) == 2 for w in words)
    return words if is_plain and not any(w.folded in common for w in weighty) else []


def _is_apart(word: Word) -> bool:
    """Whether a word before a given name is none of the name: no given name, initial or particle."""
    return not (
        is_given_name(word.folded)
        or _INITIAL.match(word.folded)
        or word.folded in any_language("name_particles")
    )


@cache
def _no_first() -> frozenset[str]:
    """Words that open no name of a person: those of sentences, and of places ("Sankt Orlen")."""
    return any_language("not_name_starts") | any_language("place_openers")


@cache
def _no_person() -> frozenset[str]:
    """Words that no name of a person holds: those with which sentences begin, and heads of bodies."""
    return (
        any_language("not_name_starts") | any_language("organisation_heads") | any_language("not_names")
    ) - any_language("name_particles")


def _named(run: Run, people: dict[str, str], common: frozenset[str], language: str) -> Named | None:
    words = _person_words(run, common)
    if (name := people.get(" ".join(w.text for w in words))) and words:
        return Named(name, "person", run.block, words[0].start, words[-1].end)
    own = _own_words(run, common)
    text = " ".join(w.text for w in own)
    if run.starts_sentence and fold(text) in any_language("plain_openers"):
        return None
    place = place_named(text)
    if place and _is_rather_a_word(run, own, language):
        return None
    if place and (
        place.kind == "country" or (place.population >= LARGE_CITY_PEOPLE and fold(text) not in common)
    ):
        return Named(text, "place", run.block, own[0].start, own[-1].end)
    if len(own) == 1 and is_acronym(text) and len(text) <= MAX_ACRONYM:
        return Named(text, "organisation", run.block, own[0].start, own[-1].end)
    return None


def _is_rather_a_word(run: Run, own: list[Word], language: str) -> bool:
    """Whether the name of a place is a common word ("Essen") and no preposition of places stands before it."""
    tables = own_table(language)
    if fold(run.text) not in {fold(w) for w in tables.get("places_also_words", ())}:
        return False
    before = run.before[-1].folded if run.before and own[0] is run.words[0] else ""
    return before not in tables.get("place_prepositions", ())


def _own_words(run: Run, common: frozenset[str]) -> list[Word]:
    """The run without the common words that only the beginning of a sentence put in capitals."""
    words = list(run.words)
    while run.starts_sentence and len(words) > 1 and fold(words[0].text) in common:
        words = words[1:]
    return words
