"""Whether a phrase can name one who speaks: a name, a person by calling or kin, a body, a document; not "the launch".

Goes in: the terms of a sentence and a phrase in it. Comes out: yes or no. Only for languages with a table of
``speaking_nouns``: elsewhere every phrase may speak.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from site_gen.language.given import is_given_name
from site_gen.language.names import any_language, is_office

from ..nouns import persons
from ..reading import kind_table, times, word_set, words_of
from ..terms import Term, pronoun_of

TABLES = ("speaking_nouns", "callings", "groups", "documents", "relays", "companies", "he_words", "she_words")
"""Tables of a language whose nouns may speak."""


def may_speak(sentence: tuple[Term, ...], phrase: tuple[int, int], language: str) -> bool:
    """Whether a phrase (first and last term) can name a speaker."""
    if not word_set(language, "speaking_nouns"):
        return True
    first, last = phrase
    part = sentence[first : last + 1]
    if _is_relative(sentence, first, language):
        return False
    if pronoun_of(part[0], language):
        return not any(t.form in word_set(language, "auxiliaries") for t in part[1:])
    if _is_broken(part, language) and not pronoun_of(part[-1], language):
        return False
    end = next((i for i in range(1, len(part)) if links_on(part, i, language)), len(part))
    if any(_is_name(sentence, i, language) for i in _owned(sentence, phrase, first + end)):
        return True
    if [t.text == "," or t.is_capital for t in sentence[last + 1 : last + 3]] == [True, True]:
        return True
    return any(speaks(t.form, language) for t in part[:end])


def _owned(sentence: tuple[Term, ...], phrase: tuple[int, int], linked: int) -> range:
    """The terms of a phrase behind whose they are ("Ohio’s Jane Doe"), up to its link where another owner stands behind that."""
    first, last = phrase
    owners = [i for i in range(first, last) if sentence[i].text.endswith(("’s", "'s"))]
    owner = max((i for i in owners if i < linked), default=first - 1)
    return range(owner + 1, linked if owners and owners[-1] > owner else last + 1)


def links_on(part: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a term ties more to a noun before it ("the head of", "tests leading to"); behind a determiner it describes one ("a leading banker")."""
    if part[i].form not in word_set(language, "noun_links"):
        return False
    return not (part[i].form.endswith("ing") and part[i - 1].form in word_set(language, "determiners"))


def _is_broken(part: tuple[Term, ...], language: str) -> bool:
    """Whether no phrase that names a speaker ends so or holds such a verb ("many of your", "commissioner has powers", "three times")."""
    if part[-1].text in words_of(language, "possessives", "occasions") or part[-1].text.isdecimal():
        return True
    if _is_aside(part, language):
        return True
    carried = word_set(language, "carrying_verbs")
    if part[-1].text in times(language) and not _is_dated(part, language):
        return True
    relatives = words_of(language, "relatives", "complementisers")
    issuing = word_set(language, "issuing_verbs")
    holds = any(t.text in carried and u.form not in issuing for t, u in pairwise(part))
    return holds and not any(t.form in relatives for t in part)


def _is_aside(part: tuple[Term, ...], language: str) -> bool:
    """Whether a phrase without a name at its end only tells whose or when ("of the port team", "in a poll when")."""
    if part[-1].is_capital or len(part) == 1:
        return False
    ends = words_of(language, "clause_openers") - words_of(language, "joining", "coordinators")
    return part[-1].form in ends or part[0].form in word_set(language, "phrase_links")


def _is_dated(part: tuple[Term, ...], language: str) -> bool:
    """Whether a phrase may end with a time: "one commentator this month", "the coach of the year"."""
    if len(part) > 1 and part[-2].form in word_set(language, "before_times"):
        return True
    ends = [t.form for t in part[-3:-1]]
    honours = len(ends) == 2 and ends[0] in word_set(language, "partitives")
    return honours and ends[1] in word_set(language, "definite")


def _is_relative(sentence: tuple[Term, ...], first: int, language: str) -> bool:
    """Whether a phrase is a clause about the thing before it ("rules that keep editors from …")."""
    before, behind = sentence[first - 1 : first], sentence[first + 1 : first + 2]
    if sentence[first].form not in word_set(language, "complementisers") or not before or not behind:
        return False
    others = words_of(language, "speech_verbs", "that_verbs", "documents")
    is_noun = before[0].is_word and before[0].form not in others
    return is_noun and not behind[0].is_capital and not speaks(behind[0].form, language)


def _is_name(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a term is written as a name; of a sentence's first word a capital tells nothing where it is a small one or an adverb."""
    term = sentence[i]
    dated = words_of(language, "before_times", "before_days", "before_years")
    if i and term.form in words_of(language, "months", "weekdays") and sentence[i - 1].form in dated:
        return False
    if not term.is_capital or i:
        return term.is_capital
    plain = words_of(language, "small_words", "determiners", "phrase_openers", "lead_words")
    plain -= word_set(language, "months")
    behind = sentence[1].form if len(sentence) > 1 else ""
    if term.form in times(language) and behind in words_of(language, "phrase_openers", "clause_openers"):
        return False
    is_adverb = term.form.endswith("ly") and not term.form.endswith(SURNAMES_IN_LY)
    return term.form not in plain and not (is_adverb and not is_given_name(term.form))


SURNAMES_IN_LY = ("elly", "eilly", "olly", "ealy", "daly")
"""Ends of surnames that are no adverbs' ("Reilly", "Connolly")."""
_AGED = re.compile(r"\d+-year-old")


@lru_cache(maxsize=4096)
def speaks(form: str, language: str) -> bool:
    """Whether a noun, or its singular, is a person's or a body's."""
    if _AGED.fullmatch(form):
        return True
    known = words_of(language, *TABLES) | _bodies()
    tail = form.rsplit("-", 1)[-1]
    if is_office(form) or is_office(tail):
        return True
    forms = {form, tail, form.removesuffix("s"), form.removesuffix("es"), tail.removesuffix("s")}
    return not forms.isdisjoint(known) or any(kind_table(language).get(f) in persons(language) for f in forms)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return any_language("role_heads") | any_language("person_titles") | any_language("organisation_heads")
