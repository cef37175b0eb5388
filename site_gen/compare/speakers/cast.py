"""Who appears in an article: its people, its bodies, and who is called "the director" in the event.

Goes in: readings and what was heard in them. Comes out: full names, counts of bodies, one person by calling.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from site_gen.language import fold
from site_gen.language.names import any_language, demonyms, name_words, pronoun_of_given, same_person

from ..reading import Reading, word_set
from ..terms import Term
from .heard import Heard
from .people import without_house


def callings(readings: Sequence[Reading]) -> dict[str, str]:
    """By the last word of a role ("director"): the person to whom the articles' descriptions mostly give it."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for n in reading.article.names:
            if n.kind == "person" and n.role and (len(name_words(n.name)) > 1 or n.role[0].isupper()):
                named[fold(n.role.split()[-1])][n.name] += 1
    chosen = {head: min(names, key=lambda n: (-names[n], n)) for head, names in named.items()}
    known = {head: name for head, name in chosen.items() if _is_mostly(name, named[head])}
    for row in _same_callings():
        name = next((known[head] for head in row if head in known), None)
        if name:
            known = dict.fromkeys(row, name) | known
    return known


@lru_cache(maxsize=1)
def _same_callings() -> tuple[tuple[str, ...], ...]:
    """Words for one office ("judge", "justice"), of all languages."""
    return tuple(sorted({tuple(row.split()) for row in any_language("same_callings")}))


def _is_mostly(name: str, counts: Counter[str]) -> bool:
    """Whether at least three of four mentions name one person."""
    same = sum(n for other, n in counts.items() if same_person(name, other))
    return 4 * same >= 3 * sum(counts.values())


def people_of(reading: Reading, heard: Mapping[tuple[int, int], Heard]) -> list[str]:
    """Full names of people in the article: those described and those who speak; without a description, all names written.

    Behind them single names that nobody named in full bears, and those that the description sets apart.
    """
    described = [without_house(n.name) for n in reading.article.names if n.kind == "person"]
    full = _in_full((*described, *_heard_people(reading, heard, is_described=bool(described))))
    short = {name_words(n): n for n in described if len(name_words(n)) == 1}
    apart = _set_apart(reading)
    return [
        *full,
        *(n for n in short.values() if n in apart or not any(same_person(n, p) for p in full)),
    ]


def _heard_people(
    reading: Reading, heard: Mapping[tuple[int, int], Heard], *, is_described: bool
) -> list[str]:
    """Names of those who speak, then names that are written: where the article is described, of these only what must be people."""
    others = {fold(n.name) for n in reading.article.names if n.kind != "person"}
    voices = (v for row in heard.values() for _, v in row.cues if v.kind == "person")
    speaking = [v.name for v in voices if fold(v.name) not in others]
    written = [name for row in heard.values() for _, _, name in row.runs if name and " " in name]
    if is_described:
        short_names = {fold(n) for n in speaking if len(name_words(n)) == 1}
        written = [n for n in written if _is_person(n, short_names - others)]
    return [*speaking, *written]


def _in_full(names: Iterable[str]) -> list[str]:
    """The names of several words, each once, as first written; not those that another has without the first word."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        words = name_words(name)
        if len(words) > 1:
            found.setdefault(words, name)
    return [name for words, name in found.items() if not (len(words) > 2 and words[1:] in found)]


def _set_apart(reading: Reading) -> set[str]:
    """Surnames that the description leaves alone wherever they stand so, though the article names one in full who bears it."""
    people = [n for n in reading.article.names if n.kind == "person"]
    alone = {n.name for n in people if len(name_words(n.name)) == 1}
    full = {n.name for n in people} - alone
    borne = {name for name in alone if any(same_person(name, other) for other in full)}
    if not borne:
        return borne
    texts = {p.block.id: p.block.text for p in reading.blocks}
    given = {
        name_words(texts[n.block][n.start : n.end]) for n in people if n.name in full and n.block in texts
    }
    return {name for name in borne if name_words(name) not in given}


def _is_person(name: str, surnames: Set[str]) -> bool:
    """Whether a name that no description knows is a person's: a given name before a common word or the surname of one who speaks."""
    last = name_words(name)[-1]
    is_surname = last in surnames or last in any_language("not_names")
    return is_surname and pronoun_of_given(name) is not None


def bodies_of(
    reading: Reading, heard: Mapping[tuple[int, int], Heard], people: Sequence[str]
) -> Counter[str]:
    """How often the article names each body, by folded name: those described, and single names that stand as one.

    "Doe shares", "Doe Ltd" and "Leeds-based Doe" name a body, unless Doe is somebody's surname.
    """
    organisations = (fold(n.name) for n in reading.article.names if n.kind == "organisation")
    found = Counter(name for name in organisations if name not in demonyms())
    surnames = {w for p in people for w in name_words(p) if len(name_words(p)) > 1}
    followers = word_set(reading.language, "body_followers")
    for row in heard.values():
        for first, last, _ in row.runs:
            name = row.sentence[first].form
            is_taken = name in surnames or name in demonyms()
            if not is_taken and _stands_as_body(row.sentence, first, last, followers):
                found[name.removesuffix("'s")] += 1
    return found


def _stands_as_body(sentence: tuple[Term, ...], first: int, last: int, followers: frozenset[str]) -> bool:
    behind = sentence[first + 1].form if first + 1 < len(sentence) else ""
    is_single = first == last or sentence[first + 1].form in followers
    based = first > 0 and sentence[first - 1].form.endswith("-based")
    return is_single and (based or behind in followers)
