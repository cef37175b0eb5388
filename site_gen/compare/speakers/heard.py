"""The verbs of speech of every sentence with whom they name, not yet resolved.

Goes in: a ``Reading``. Comes out: by block and sentence its terms, names and cues; a person under the name that the article's
description gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_gen.language import fold
from site_gen.language.names import name_words, same_person
from site_gen.model import NameMention

from ..reading import Reading
from ..terms import Term, terms
from .bearers import Run, name_runs
from .cues import Cue, cues
from .people import without_house
from .voices import Voice, voice


@dataclass(frozen=True, slots=True)
class Heard:
    """The terms of a sentence, and its cues with whom they name, not yet resolved."""

    sentence: tuple[Term, ...]
    runs: list[Run]
    """Of capitals: first and last term, and the name of the person whom they name."""
    cues: list[tuple[Cue, Voice]]
    persons: Sequence[NameMention]
    """Of the whole block, as described."""


def hear(reading: Reading) -> dict[tuple[int, int], Heard]:
    """The cues of every sentence, by block and sentence."""
    found: dict[tuple[int, int], Heard] = {}
    persons = _persons_by_block(reading)
    for b, passus in enumerate(reading.blocks):
        here = persons.get(passus.block.id, [])
        for s, (start, end) in enumerate(passus.sentences):
            sentence = terms(passus.veiled, start, end, reading.language)
            voices = _voices(sentence, passus.block.text, reading.language, here)
            found[b, s] = Heard(sentence, name_runs(sentence, passus.block.text), voices, here)
    return found


def _voices(
    sentence: tuple[Term, ...], text: str, language: str, persons: Sequence[NameMention]
) -> list[tuple[Cue, Voice]]:
    found: list[tuple[Cue, Voice]] = []
    for cue in cues(sentence, language):
        same = next((v for c, v in found if (c.first, c.last) == (cue.first, cue.last)), None)
        verb = text[sentence[cue.verb].start : sentence[cue.verb].end]
        found.append((cue, replace(same, verb=verb) if same else voice(sentence, cue, text, language)))
    return [(c, _described(v, sentence, c, text, persons)) for c, v in found] if persons else found


def _persons_by_block(reading: Reading) -> dict[str, list[NameMention]]:
    found: dict[str, list[NameMention]] = defaultdict(list)
    for n in reading.article.names:
        if n.kind == "person":
            found[n.block].append(replace(n, name=without_house(n.name)))
    return found


def _described(
    named: Voice, sentence: tuple[Term, ...], cue: Cue, text: str, persons: Sequence[NameMention]
) -> Voice:
    """The voice under the name that the description gives it: it knows which Smith "Senator Smith" is.

    In a script without capitals the description also shows where the name stands in the phrase.
    """
    start, end = sentence[cue.first].start, sentence[cue.last].end
    inside = [n for n in persons if start <= n.start and n.end <= end]
    if not inside:
        return named
    if named.said.upper() != named.said.lower():
        last = inside[-1]
        if len(name_words(last.name)) < 2:
            return named
        if named.kind == "institution" and fold(named.name) == fold(last.name):
            return replace(named, kind="person")
        is_same = named.kind == "person" and same_person(named.name, last.name)
        return replace(named, name=last.name) if is_same else named
    role = text[start : inside[0].start].strip()
    return replace(
        named, said=text[start : inside[0].end], name=inside[0].name, kind="person", role=role or None
    )
