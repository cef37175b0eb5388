"""Whether the subject of a verb of speech stands behind it: ``"…", said Doe``.

Goes in: the terms of a sentence and the place of a verb. Comes out: yes or no; which phrase it is tells ``phrases``.
"""

from __future__ import annotations

from ..reading import word_set, words_of
from ..terms import Term, is_role, pronoun_of
from .phrases import forward_phrase

MAX_REST = 4
"""Terms from a verb behind a quotation to the sentence's end with which nothing but a speaker follows it."""


def is_inverted(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> bool:
    """Whether the verb at ``i``, in its form of the tables ``verb``, has its subject behind it.

    What decides is the place before the verb and its auxiliaries: the sentence's start, a quotation, a comma.
    """
    if not _may_be(sentence, i, verb, language):
        return False
    if word_set(language, "verb_first"):
        return True
    k = _before_auxiliaries(sentence, i, language)
    if k < 0:
        return i == 0 and sentence[1].is_capital and verb in word_set(language, "plain_verbs")
    if sentence[k].is_quotation:
        return _is_group_or_name(sentence, i, language) or _ends_soon(sentence, i)
    if sentence[k].text not in ",—–":
        return False
    if k and sentence[k - 1].is_quotation:
        return _is_group_or_name(sentence, i, language) or _is_pronoun_alone(sentence, i, language)
    return _interrupts(sentence, i, k, verb, language)


def _may_be(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> bool:
    """Whether a word stands behind the verb, and the verb is one that may stand first; a participle only behind a quotation."""
    if verb in word_set(language, "never_inverted") or i + 1 >= len(sentence):
        return False
    if language == "en" and verb.endswith("ing") and not sentence[i - 1].is_quotation:
        return False
    return sentence[i + 1].is_word


def _before_auxiliaries(sentence: tuple[Term, ...], i: int, language: str) -> int:
    """The place before the verb's auxiliaries and adverbs; -1 where the sentence begins with them."""
    skip = word_set(language, "auxiliaries")
    k = i - 1
    while k >= 0 and (sentence[k].form in skip or sentence[k].form.endswith("ly")):
        k -= 1
    return k


def _names_someone(after: Term, language: str) -> bool:
    return after.is_capital or after.form in word_set(language, "determiners") or is_role(after)


def _is_group_or_name(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a name, an office, many, or a phrase that ends in a name ("said former senator Jane Doe") begins behind the verb."""
    after = sentence[i + 1]
    if _names_someone(after, language) or after.form in word_set(language, "groups"):
        return True
    phrase = forward_phrase(sentence, i + 1, language)
    return phrase is not None and sentence[phrase[1]].is_capital


def _is_pronoun_alone(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a pronoun stands behind the verb that is no subject of what follows (``"…," said she``, not "…, saying he would")."""
    behind = sentence[i + 2].form if i + 2 < len(sentence) else ""
    return bool(pronoun_of(sentence[i + 1], language)) and behind not in word_set(language, "auxiliaries")


def _interrupts(sentence: tuple[Term, ...], i: int, comma: int, verb: str, language: str) -> bool:
    """Whether verb and subject stand between or behind commas, in what is not quoted ("The road, said Doe, is shut")."""
    phrase = forward_phrase(sentence, i + 1, language)
    documents = word_set(language, "documents")
    if phrase and verb in word_set(language, "announcing") and sentence[phrase[0] + 1].form in documents:
        return False
    return (
        _names_someone(sentence[i + 1], language)
        and not _has_subject_before(sentence, comma, language)
        and _phrase_ends_clause(sentence, i, language)
    )


def _ends_soon(sentence: tuple[Term, ...], i: int) -> bool:
    return len(sentence) - i <= MAX_REST and not any(t.is_quotation for t in sentence[i:])


def _has_subject_before(sentence: tuple[Term, ...], comma: int, language: str) -> bool:
    """Whether an apposition ends at the comma ("X, an activist, said"): then X speaks, not what follows."""
    k = comma - 1
    while k >= 0 and sentence[k].text not in ",;:" and not sentence[k].is_quotation:
        k -= 1
    if k < 0 or sentence[k].text != ",":
        return False
    if k > 1 and all(t.is_capital for t in sentence[:k]):
        return True
    opens = sentence[k + 1]
    described = words_of(language, "determiners", "relatives")
    return opens.form in described or opens.form.isdecimal() or is_role(opens)


def _phrase_ends_clause(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    phrase = forward_phrase(sentence, i + 1, language)
    if not phrase:
        return False
    behind = sentence[phrase[1] + 1 : phrase[1] + 2]
    return not behind or not behind[0].is_word or behind[0].form in word_set(language, "noun_links")
