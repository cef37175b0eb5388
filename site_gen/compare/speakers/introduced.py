"""Who an office stands for that the next speaker's name takes up.

Goes in: the utterances of an article. Comes out: the same, "the harbour's director" under the name that follows: "“…,” Jane
Doe said" with no word of who she is tells that she was introduced just before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.language.names import any_language, name_words, pronoun_of_given

from ..reading import Reading, word_set
from .memory import gender_of
from .utterances import Utterance
from .voices import Voice

MAX_APART = 1
"""Paragraphs from an office to the name of its holder."""
MAX_OWNER = 3
"""Words in which the office's owner is named ("The old harbour's"); without one "the mayor" was named before."""


def introduced(utterances: Sequence[Utterance], reading: Reading) -> list[Utterance]:
    """The utterances, each of an unnamed office given to the one who is first named in the next."""
    made = list(utterances)
    for n, (one, two) in enumerate(pairwise(made)):
        if one.voice and two.voice and _follows(one, two) and _is_office(one.voice, reading.language):
            is_same = _is_new(two, reading) and _fits(one.voice, two.voice, reading.language)
            named = replace(two.voice, said=one.voice.said, role=one.voice.name)
            made[n] = replace(one, voice=named) if is_same else one
    return made


def _follows(one: Utterance, two: Utterance) -> bool:
    """Whether the second stands in another sentence of the same paragraph or the next."""
    return two.block - one.block <= MAX_APART and (one.block, one.sentence) != (two.block, two.sentence)


def _is_office(voice: Voice, language: str) -> bool:
    """Whether one person is meant, without a name, by an office told with an article or an owner."""
    if voice.kind != "institution" or voice.is_relay:
        return False
    opens = voice.said.split()[0].casefold()
    is_owned = any(w.endswith(("'s", "’s")) for w in voice.said.split()[:MAX_OWNER])
    if opens in word_set(language, "definite") and not is_owned:
        return False
    core = voice.name
    for link in word_set(language, "phrase_links"):
        core = core.split(f" {link} ")[0]
    offices = any_language("role_heads") | any_language("person_titles")
    is_told = is_owned or opens in word_set(language, "determiners")
    return is_told and core.split()[-1].casefold() in offices


def _is_new(utterance: Utterance, reading: Reading) -> bool:
    """Whether a full name without a role speaks, which the article has not written before."""
    voice = utterance.voice
    if voice is None or voice.kind != "person" or voice.role or len(name_words(voice.name)) < 2:
        return False
    if voice.verb in word_set(reading.language, "relay_verbs"):
        return False
    surname = voice.name.split()[-1]
    before = (p.block.text for p in reading.blocks[: utterance.block])
    here = reading.blocks[utterance.block].block.text
    is_named = voice.name in voice.said and surname in here
    return is_named and not any(surname in text for text in before)


def _fits(office: Voice, person: Voice, language: str) -> bool:
    shown = gender_of(office.said, language)
    return shown is None or pronoun_of_given(person.name) in (None, shown)
