"""Whose words a quotation is where its place tells it and no verb of speech: an owner's, or of a name before a bracket.

Goes in: a sentence and the place of a quotation in it. Comes out: the voice, not yet resolved ("Doe's “fast” remark",
"his “fast” remark", "Jane Doe (“It was fast”)").
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import table

from ..reading import word_set, words_of
from ..terms import Term
from .bearers import Run
from .voices import Voice

MAX_BETWEEN = 2
"""Words between an owner and the quotation ("Doe's much disputed “fast” remark")."""
MIN_BRACKETED = 24
"""Characters of a saying in brackets; fewer are a name ("Doe (“the Fox”)")."""
ADVERB, DOING = "ly", "ing"
"""Ends of adverbs, and of a verb that opens a sentence before a name ("Citing Doe's …")."""


def owner_of(
    sentence: tuple[Term, ...], at: int, runs: Sequence[Run], text: str, language: str
) -> Voice | None:
    """Return whose words the quotation at a term is by its place; None where that tells nothing."""
    return _bracketed(sentence, at, runs) or _possessed(sentence, at, text, language)


def _bracketed(sentence: tuple[Term, ...], at: int, runs: Sequence[Run]) -> Voice | None:
    """The person whose name stands before a bracket that holds the words."""
    if at < 2 or sentence[at - 1].text != "(" or sentence[at].end - sentence[at].start < MIN_BRACKETED:
        return None
    name = next((name for _, last, name in runs if last == at - 2 and name), None)
    return Voice(name, name, "person") if name else None


def _possessed(sentence: tuple[Term, ...], at: int, text: str, language: str) -> Voice | None:
    """The owner before the words, where the noun behind them is one for something said.

    One word, or one behind an adverb, is mostly another's verdict ("Doe's “shameful” remarks").
    """
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    quoted = [w.casefold() for w in text[sentence[at].start + 1 : sentence[at].end - 1].split()]
    is_said = behind is not None and behind.form in word_set(language, "said_nouns")
    if not is_said or len(quoted) < 2 or quoted[0].endswith(ADVERB):
        return None
    own = {w: p for p, words in table(language).get("own_words", {}).items() for w in words}
    small = words_of(language, "small_words", "speech_verbs", "auxiliaries")
    for i in range(at - 1, max(-1, at - 2 - MAX_BETWEEN), -1):
        term = sentence[i]
        if term.form in own:
            return Voice(text[term.start : term.end], own[term.form], "pronoun")
        if term.is_capital and term.text.endswith(("'s", "’s")):
            first = i
            while first and sentence[first - 1].is_capital and not sentence[first - 1].form.endswith(DOING):
                first -= 1
            name = text[sentence[first].start : term.end - 2]
            return Voice(name, name, "person")
        if not term.is_word or term.form in small:
            return None
    return None
