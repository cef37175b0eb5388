"""Which of a sentence's verbs of speech a quotation belongs to.

Goes in: a quotation, the terms and cues of its sentence with their voices. Comes out: an ``Utterance``, without a voice where no
verb is near.
"""

from __future__ import annotations

from dataclasses import replace

from site_gen.language import fold

from ..marks import Quotation
from ..reading import word_set, words_of
from ..terms import Term
from .cues import Cue
from .utterances import Utterance
from .voices import Voice

NEAR_VERB = 5
"""Terms behind a quotation in which its verb of speech stands ("…," the harbour's handbook said)."""
CHARACTERS_A_WORD = 6
"""Of English news, the space included."""


def utterance_of(
    q: Quotation,
    place: tuple[int, int],
    sentence: tuple[Term, ...],
    found: list[Cue],
    spoken: list[Voice],
    carried: Voice | None,
    language: str,
) -> Utterance:
    """Return a quotation with whoever says it: the cue of its sentence, who speaks at its place, or who was carried on to it."""
    at = next(i for i, t in enumerate(sentence) if t.is_quotation and t.start <= q.outer_start < t.end)
    number = _cue_of(at, sentence, found, spoken, language)
    words = sum(t.is_word for t in sentence)
    alone = words <= max(3, _words_inside(sentence, at) // 2)
    if number is None and _is_spoken(at, sentence, language):
        alone = _goes_on(at, sentence, language)
    if number is None:
        return Utterance(*place, q, carried if alone else None, False, alone)
    named = None if fold(spoken[number].name) in word_set(language, "nobodies") else spoken[number]
    return Utterance(*place, q, named, found[number].verb < at, alone)


def _is_spoken(at: int, sentence: tuple[Term, ...], language: str) -> bool:
    """Whether a verb of speech stands beside a quotation: somebody says it, though nothing that may speak is named."""
    near = sentence[max(0, at - 2) : at] + sentence[at + 1 : at + 1 + NEAR_VERB]
    return any(t.form in word_set(language, "speech_verbs") for t in near)


def _goes_on(at: int, sentence: tuple[Term, ...], language: str) -> bool:
    """Whether only a verb stands behind a quotation, in a language that leaves off "he": who spoke before goes on ("…», añadió")."""
    behind = [t for t in sentence[at + 1 :] if t.is_word]
    verbs = word_set(language, "verbs_alone")
    if not behind or sentence[at + 1].text != "," or any(t.is_capital for t in behind):
        return False
    return any(" ".join(t.form for t in behind[:length]) in verbs for length in (1, 2))


def _words_inside(sentence: tuple[Term, ...], at: int) -> int:
    """How many words the quotation at a term has, reckoned from its characters."""
    return (sentence[at].end - sentence[at].start) // CHARACTERS_A_WORD


def _cue_of(
    at: int, sentence: tuple[Term, ...], found: list[Cue], spoken: list[Voice], language: str
) -> int | None:
    """The cue of the quotation at a term: the one right behind it, else the nearest before it, else the next behind.

    An agency or broadcaster behind it gives way to a speaker before it: it only carries the words.
    """
    spoken = _relaying(found, spoken, language)
    before = [n for n, c in enumerate(found) if c.verb < at]
    if any(not _only_shows(spoken[n], language) for n in range(len(found))):
        before = [n for n in before if not _only_shows(spoken[n], language)]
    after = [n for n, c in enumerate(found) if c.start > at]
    close = next((n for n in after if _is_right_behind(sentence[at + 1 : found[n].start])), None)
    own_before = [n for n in before if not spoken[n].is_relay]
    if close is not None and not (spoken[close].is_relay and own_before):
        return close
    if before:
        return (own_before or before)[-1]
    return next((n for n in after if not spoken[n].is_relay), after[0] if after else None)


def _is_right_behind(between: tuple[Term, ...]) -> bool:
    """Whether no word stands between a quotation and its cue but "as" and adverbs."""
    return not any(t.is_word and not _may_stand(t) for t in between)


def _only_shows(spoken: Voice, language: str) -> bool:
    """Whether a thing shows what somebody else says of it ("the tapes revealed", "it showed")."""
    if (spoken.verb or "").casefold() not in word_set(language, "showing_verbs"):
        return False
    said = spoken.said.casefold()
    head = said.split()[-1]
    is_thing = spoken.kind == "institution" and (
        spoken.said[1:] == said[1:] or head in word_set(language, "documents")
    )
    return is_thing and head not in words_of(language, "companies", "relays")


def _relaying(found: list[Cue], spoken: list[Voice], language: str) -> list[Voice]:
    """The voices, an institution behind "according to" marked as a relay where another voice stands in the sentence."""
    if len(found) < 2:
        return spoken
    carrying = word_set(language, "relay_verbs")
    return [
        replace(v, is_relay=True)
        if (c.is_according or v.verb in carrying) and v.kind not in ("person", "pronoun")
        else v
        for c, v in zip(found, spoken, strict=True)
    ]


def _may_stand(term: Term) -> bool:
    return term.form.endswith("ly") or term.form in ("as",)
