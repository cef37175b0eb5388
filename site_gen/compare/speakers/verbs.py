"""Which words of a sentence act as verbs of speech.

Goes in: the terms of a sentence and the number of one that may be such a verb. Comes out: its form, and whether it is a verb
there: no noun ("the report"), no infinitive ("to say"), no name, nothing that only names ("a town called Orlo").
"""

from __future__ import annotations

from ..reading import word_set, words_of
from ..terms import Term, is_role, pronouns
from .standing import speaks


def only_names(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a verb only gives the name of what stands before it ("in a town called Orlo", "one man named Doe").

    Of one who may speak only behind an indefinite word: "the man called Doe a liar".
    """
    if sentence[i].form not in words_of(language, "naming", "called_so") or not 0 < i < len(sentence) - 1:
        return False
    before, after = sentence[i - 1], sentence[i + 1]
    if not (after.is_capital or after.form.isdecimal()) or not before.is_word or before.is_capital:
        return False
    end = next((j for j in range(i + 1, len(sentence)) if not sentence[j].is_capital), len(sentence))
    if end < len(sentence) and (
        sentence[end].is_quotation or sentence[end].form in word_set(language, "articles")
    ):
        return False
    definite = words_of(language, "definite", "possessives")
    if i > 1 and sentence[i - 2].form in word_set(language, "determiners") - definite:
        return True
    acting = words_of(
        language, "groups", "callings", "companies", "relays", "he_words", "she_words", "auxiliaries"
    )
    is_acting = before.form in acting or before.form in pronouns(language) or is_role(before)
    return not is_acting and not before.form.endswith("ly")


def verb_form(term: Term, language: str) -> str | None:
    """The verb of speech a term is or holds ("dit-il", "وقال"), else None."""
    verbs = words_of(language, "speech_verbs", "plural_verbs")
    if term.form in verbs:
        return term.form
    head = term.form.split("-")[0]
    if head in verbs and len(head) < len(term.form) and term.form.split("-")[-1] in pronouns(language):
        return head
    for prefix in word_set(language, "verb_prefixes"):
        if term.form.startswith(prefix) and term.form[len(prefix) :] in verbs:
            return term.form[len(prefix) :]
    return None


def acts_as_verb(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """False for the noun ("the report", "his claims"), the infinitive ("to say") and a name in capitals."""
    if i and sentence[i].is_capital and sentence[i].text != sentence[i].form:
        return sentence[i - 1].is_quotation
    before = sentence[i - 1] if i else None
    if before is None:
        return True
    if before.form in word_set(language, "quoting_as") and before.text == before.form:
        return not any(t.form in word_set(language, "quoting") for t in sentence[:i])
    if before.text in "’'" or before.text.endswith(("'s", "’s", "s’", "s'")):
        return False
    if sentence[i].form in word_set(language, "plural_verbs") and not _are_many(sentence, i, language):
        return False
    if only_names(sentence, i, language):
        return False
    if sentence[i].form in word_set(language, "that_verbs") and not _tells_what(sentence, i, language):
        return False
    if sentence[i].form in word_set(language, "noun_verbs") and not _follows_speaker(sentence, i, language):
        return False
    unfit = words_of(language, "determiners", "not_before_verb")
    is_name = before.is_capital and i > 1
    is_quoted = sentence[i].form in word_set(language, "quoting") and sentence[i].form.endswith("ed")
    return (is_name or is_quoted or before.form not in unfit) and not _is_negated(sentence, i, language)


def _follows_speaker(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether what may be a plural noun stands behind one who may speak, not behind "asylum" or "uncertain"."""
    at = i - 1
    while at > 0 and (
        sentence[at].form.endswith("ly")
        or sentence[at].form in words_of(language, "late_adverbs", "auxiliaries")
    ):
        at -= 1
    before = sentence[at]
    is_one = before.form in pronouns(language) or before.form in words_of(language, "relatives", "time_nouns")
    if not before.is_word or before.is_capital or is_one or speaks(before.form, language):
        return True
    links = word_set(language, "partitives")
    link = next((j for j in range(at - 1, max(0, at - MAX_OF), -1) if sentence[j].form in links), 0)
    head = sentence[link - 1].form
    is_many = head.endswith("s") or head in word_set(language, "groups")
    return link > 1 and speaks(head, language) and not is_many


MAX_OF = 4
"""Terms back to the link that ties what is no speaker to one ("the article of impeachment claims")."""


def _tells_what(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether a quotation or "that" stands behind a verb."""
    after = sentence[i + 1] if i + 1 < len(sentence) else None
    return after is not None and (after.is_quotation or after.form in word_set(language, "complementisers"))


def _are_many(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether many stand right before a verb, an adverb at most between them ("researchers glumly report")."""
    at = i - 2 if sentence[i - 1].form.endswith("ly") and i > 1 else i - 1
    return sentence[at].form in words_of(language, "groups", "pronouns_many")


def _is_negated(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """Whether the verb says that nothing was said ("had not told", "didn't say")."""
    passed, negating = word_set(language, "auxiliaries"), word_set(language, "not_words")
    for term in reversed(sentence[max(0, i - 3) : i]):
        if term.form in negating or term.form.endswith("n't"):
            return True
        if term.form not in passed and not term.form.endswith("ly"):
            return False
    return False
