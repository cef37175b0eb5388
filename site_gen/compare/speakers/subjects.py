"""The phrase that opens a sentence, up to its verb: the subject of its later verbs.

Goes in: the terms of a sentence. Comes out: first and last term of the subject.
"""

from __future__ import annotations

from site_gen.language.names import demonyms

from ..reading import times, word_set, words_of
from ..terms import Term, is_role, pronoun_of
from .phrases import NEGATED, forward_phrase, is_adverb, segments_of


def main_subject(sentence: tuple[Term, ...], language: str) -> tuple[int, int] | None:
    """Return the phrase that opens the sentence, up to its verb: the subject of a later verb ("… and decried", "…, adding")."""
    openers = word_set(language, "phrase_openers")
    first = 0
    while first < len(sentence) and not sentence[first].is_word:
        first += 1
    while first < len(sentence) - 1 and _leads(sentence, first, language):
        first += 1
    segments = segments_of(sentence, first, len(sentence) - 1)
    for opens, end in segments:
        start = _behind_time(sentence, opens, end, language)
        words = [t.text for t in sentence[start : end + 1] if t.is_word]
        if (
            not words
            or sentence[start].form in openers
            or (sentence[start].form in word_set(language, "months") and words[-1].isdecimal())
            or (" ".join(words).isupper() and len(segments) > 1 and opens == first)
            or (end < segments[-1][1] and _is_time_told(sentence, start, end, language))
        ):
            continue
        if pronoun_of(sentence[start], language):
            return start, start
        return _before_verb(sentence, forward_phrase(sentence, start, language), language)
    return None


def _is_time_told(sentence: tuple[Term, ...], start: int, end: int, language: str) -> bool:
    """Whether a segment that opens a sentence only tells when ("A couple of days after the hearing")."""
    units = times(language)
    head = next((i for i in range(start, min(end, start + MAX_TIME) + 1) if sentence[i].form in units), None)
    if head is None or any(t.is_capital for t in sentence[start + 1 : head]):
        return False
    return head == end or sentence[head + 1].form in words_of(language, "phrase_openers", "clause_openers")


def _behind_time(sentence: tuple[Term, ...], start: int, end: int, language: str) -> int:
    """Where a segment's clause begins: behind the quotation with which the time that opens it ends ("Hours after Doe said “…,” officials")."""
    quoted = next((i for i in range(end - 1, start, -1) if sentence[i].is_quotation), None)
    return quoted + 1 if quoted and _is_time_told(sentence, start, end, language) else start


MAX_TIME = 4
"""Words in which a sentence says how long after ("A couple of days")."""


def _leads(sentence: tuple[Term, ...], at: int, language: str) -> bool:
    """Whether a word only opens the clause before its subject ("However", "Previously the ministry …")."""
    if sentence[at].form in word_set(language, "lead_words"):
        return True
    behind = sentence[at + 2 : at + 3]
    dated = sentence[at].form in word_set(language, "before_times")
    if dated and sentence[at + 1].form in word_set(language, "time_nouns") and behind:
        return behind[0].is_capital or pronoun_of(behind[0], language) is not None
    before = word_set(language, "before_times") if at else frozenset[str]()
    if sentence[at].form in word_set(language, "time_nouns") and sentence[at - 1].form in before:
        return True
    return sentence[at].form.endswith("ly") and sentence[at + 1].form in word_set(language, "determiners")


def _before_verb(
    sentence: tuple[Term, ...], phrase: tuple[int, int] | None, language: str
) -> tuple[int, int] | None:
    """The phrase up to its verb, where a second article or a word behind a name shows one ("Doe made the …")."""
    phrase = before_past(sentence, phrase, language)
    if phrase is None:
        return None
    first, last = phrase
    kept = words_of(language, "noun_links", "joining")
    for i in range(first + 1, last + 1):
        if sentence[i].form in word_set(language, "determiners") and sentence[i - 1].form not in kept:
            parted = sentence[i - 1].form in word_set(language, "verb_particles")
            return first, _behind_adverbs(sentence, first, i - 3 if parted else i - 2, language)
        owns = sentence[i - 1].text.endswith(("'s", "’s"))
        if owns or sentence[i - 1].form in demonyms():
            continue
        if sentence[i - 1].is_capital and i - 1 > first and _is_plain_word(sentence[i], kept):
            if _is_many(sentence[i : last + 1], language):
                return phrase
            return first, i if _heads(sentence, i, language) else i - 1
    return phrase


def before_past(
    sentence: tuple[Term, ...], phrase: tuple[int, int] | None, language: str
) -> tuple[int, int] | None:
    """The phrase up to a past form that is no noun, or a negated auxiliary ("Doe came into office" is "Doe").

    Behind "who" or "that" such a form only describes, and the phrase stays whole; so it does where only "he" or "the mayor"
    would be left, who may be another than the last one named.
    """
    first, last = phrase or (0, -1)
    past, relatives = word_set(language, "past_verbs"), words_of(language, "relatives", "complementisers")
    for i in range(first + 1, last + 1):
        if sentence[i].form in relatives:
            return phrase
        is_joined = sentence[i - 1].text == "-"
        if (sentence[i].text in past and not is_joined) or sentence[i].form.endswith(NEGATED):
            last = i - 1
            while last > first and sentence[last].text in word_set(language, "auxiliaries"):
                last -= 1
            return (
                phrase
                if _points_back(sentence[first : last + 1], language)
                else (first, _behind_adverbs(sentence, first, last, language))
            )
    return phrase


def _points_back(part: tuple[Term, ...], language: str) -> bool:
    """Whether a phrase is or ends with a pronoun, or is a definite description, which mean somebody told of before."""
    is_definite = part[0].form in word_set(language, "definite") and not any(t.is_capital for t in part[1:])
    return is_definite or any(pronoun_of(term, language) for term in (part[0], part[-1]))


def _heads(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a verb stands right behind a word: it is the subject's noun, not its verb ("Doe's 5 May bloc issued a statement")."""
    verbs = words_of(language, "speech_verbs", "issuing_verbs") - word_set(language, "plain_forms")
    return i + 1 < len(sentence) and sentence[i + 1].form in verbs and not is_adverb(sentence[i], language)


def _behind_adverbs(sentence: tuple[Term, ...], first: int, last: int, language: str) -> int:
    """The last term that is no adverb ("Doe softly shook her head" is only "Doe")."""
    while last > first and is_adverb(sentence[last], language):
        last -= 1
    return max(first, last)


def _is_many(rest: tuple[Term, ...], language: str) -> bool:
    """Whether the words behind a name go on to say who speaks ("Senior Doe administration officials"), no verb among them."""
    verbal = any(t.form.endswith(("ed", "ing")) or t.form in word_set(language, "plain_forms") for t in rest)
    return rest[-1].form in word_set(language, "groups") and not verbal


def _is_plain_word(term: Term, kept: frozenset[str]) -> bool:
    return term.is_word and term.text.islower() and term.form not in kept and not is_role(term)
