"""Whether a run of capitals names a person: not a body, a site, a country or a work.

Goes in: terms and a run of them. Comes out: which of them are the name, titles left off.
"""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.language.given import is_given_name
from site_gen.language.names import any_language, demonyms, is_office, pronoun_of_given
from site_gen.language.organisations import is_acronym

from ..reading import word_set, words_of
from ..terms import Term, capital_runs

Run = tuple[int, int, str | None]
"""First and last term of a run of capitals, and the name of the person whom it names."""


def name_runs(sentence: tuple[Term, ...], text: str) -> list[Run]:
    """The runs of capitals of a sentence."""
    return [(a, b, _name_run(sentence, a, b, text)) for a, b in capital_runs(sentence)]


def _name_run(sentence: tuple[Term, ...], first: int, last: int, text: str) -> str | None:
    """The person's name in a run of capitalised words, titles left off; None where it names something else."""
    start = _behind_titles(sentence, first, last)
    if start is None or sentence[last].text.endswith(("'s", "’s")):
        return None
    skipped = any_language("not_name_starts")
    while start < last and sentence[start].form in skipped:
        start += 1
    if any(t.text.endswith(("'s", "’s")) for t in sentence[start:last]):
        return None
    words = [t.form for t in sentence[start : last + 1]]
    name = text[sentence[start].start : sentence[last].end]
    return None if _names_body(words, name, sentence, start, "en") or len(words) > MAX_NAME_WORDS else name


MAX_NAME_WORDS = 5
"""A longer run of capitals is a headline or a body's name."""


def person_run(core: tuple[Term, ...], runs: list[tuple[int, int]], language: str) -> tuple[int, int] | None:
    """The run that names a person: the phrase ends with it, and it is no body's, work's or people's name."""
    if not runs:
        return None
    first, last = runs[-1]
    if last != len(core) - 1 or core[-1].form in word_set(language, "relays"):
        return None
    start = _behind_titles(core, _behind_owner(core, first, last), last)
    if start is None:
        return None
    words = [t.form for t in core[start : last + 1]]
    if " ".join(t.form for t in core[first : last + 1]) in _countries():
        return None
    if _names_body(words, " ".join(t.text for t in core[start : last + 1]), core, start, language):
        return None
    return start, last


def _behind_owner(core: tuple[Term, ...], first: int, last: int) -> int:
    """Where a name begins behind the body it works for ("Norham Weekly's Jane Doe"); where the run begins, if nothing shows it."""
    owners = [i for i in range(first, last - 1) if core[i].text.endswith(("'s", "’s"))]
    return owners[-1] + 1 if owners and is_given_name(core[owners[-1] + 1].form) else first


def _behind_titles(core: tuple[Term, ...], first: int, last: int) -> int | None:
    titles = _titles()
    is_surname = last > first and is_given_name(core[last - 1].form)
    for i in range(last, first - 1, -1):
        if _is_title(core[i].form, titles) and not (i == last and is_surname):
            start = i + 1
            while start <= last and not core[start].is_word:
                start += 1
            return start if start <= last else None
    while first < last and core[first].form in demonyms():
        first += 1
    return first


def _is_title(form: str, titles: frozenset[str]) -> bool:
    """Whether a word is a title, or is joined of two ("Director-General") or of one and more ("Innenminister")."""
    parts = form.split("-")
    return (
        form in titles
        or is_office(form)
        or (len(parts) > 1 and parts[-1] in titles and not titles.isdisjoint(parts[:-1]))
    )


def _names_body(words: list[str], name: str, core: tuple[Term, ...], first: int, language: str) -> bool:
    """Whether a run of capitals names no person: behind an article, by a head of bodies, a country, a site, letters, a common word.

    ``words`` are those of ``name``, folded; it begins at ``first`` of ``core``.
    """
    if first > 0 and core[first - 1].form in word_set(language, "determiners"):
        return True
    if not body_heads().isdisjoint((words[0], words[-1], " ".join(words[-2:]))):
        return True
    if " ".join(words) in _countries() or _SITE.search(name):
        return True
    if words[-1] in any_language("not_names") and not pronoun_of_given(name):
        return first == 0 or core[first - 1].form not in any_language("person_titles")
    if words[-1].endswith("-based") or words[-1] in any_language("place_heads"):
        return True
    is_alone = _is_no_name(words[0], name, first, language) if len(words) == 1 else _is_lettered(name)
    return is_alone or words[-1] in word_set(language, "relays")


def _is_no_name(word: str, name: str, first: int, language: str) -> bool:
    """Whether a single word is none of a person: a common word, an adverb that opens the sentence, letters, a people's."""
    if word in _common(language) or word in demonyms() or is_acronym(name.rstrip(".")):
        return True
    return (first == 0 and word.endswith("ly")) or _opens_as_channel(name)


def _is_lettered(name: str) -> bool:
    """Whether several words are a body's by their letters: all in capitals, or the first or last of them ("CNN Money")."""
    last = name.split()[-1]
    if name.isupper() or (is_acronym(last) and not _ROMAN.fullmatch(last)):
        return True
    return _opens_as_channel(name)


def _opens_as_channel(name: str) -> bool:
    opens = name.split()[0]
    return len(opens) >= CHANNEL and opens.isalpha() and is_acronym(opens) and not name.isupper()


_SITE = re.compile(r"\w\.[a-z]{2,4}$")
"""The name of a site ("Example.com")."""
CHANNEL = 3
"""Capitals that open a body's name ("CNN Money"); people's initials are fewer."""
_ROMAN = re.compile(r"[IVX]+")


@lru_cache(maxsize=16)
def _common(language: str) -> frozenset[str]:
    """Nouns that open a sentence with a capital and name nobody."""
    opening = words_of(language, "phrase_openers", "determiners", "clause_openers", "auxiliaries")
    return opening | words_of(language, "groups", "documents", "relays") | any_language("role_heads")


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return any_language("person_titles") | any_language("role_heads") | any_language("party_words")


@lru_cache(maxsize=1)
def body_heads() -> frozenset[str]:
    """Words of any language with which names of bodies end or begin ("Council", "Bank")."""
    return any_language("organisation_heads") | any_language("organisation_openers")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(demonyms().values())
