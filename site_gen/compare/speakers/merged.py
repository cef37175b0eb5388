"""Speakers under the name that the description of their article files them by, where a vocabulary says that two names are one.

Goes in: an attribution and its reading. Comes out: the same, who speaks as "Jane Roe" under "Jane Doe", if the archive's
vocabulary has "Jane Roe" as another name of hers. Names that are one by their writing alone stay as the text has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from site_gen.language.names import name_words, same_person
from site_gen.language.organisations import same_organisation
from site_gen.model import NameMention

from ..reading import Reading
from .utterances import Attribution
from .voices import Voice

Labels = Mapping[tuple[str, tuple[str, ...]], str]
"""By "person" or "institution" and the words of a name as it is written: the name under which it is filed."""


def under_labels(attribution: Attribution, reading: Reading) -> Attribution:
    """Return the attribution with each voice under the name of its mentions; itself where all are written alike."""
    labels = _labels(reading)
    if not labels:
        return attribution
    utterances = tuple(replace(u, voice=u.voice and _filed(u.voice, labels)) for u in attribution.utterances)
    voices = {at: tuple(_filed(v, labels) for v in said) for at, said in attribution.voices.items()}
    return replace(attribution, utterances=utterances, voices=voices)


def _labels(reading: Reading) -> Labels:
    texts = {passus.block.id: passus.block.text for passus in reading.blocks}
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for mention in reading.article.names:
        written = texts.get(mention.block, "")[mention.start : mention.end]
        if mention.kind != "place" and name_words(written) and _is_another_name(written, mention):
            kind = "person" if mention.kind == "person" else "institution"
            found.setdefault((kind, name_words(written)), mention.name)
    return found


def _is_another_name(written: str, mention: NameMention) -> bool:
    """Whether nothing in its writing makes a name the one that it is filed under."""
    if mention.kind == "person":
        return not same_person(written, mention.name)
    return " " in written and not same_organisation(written, mention.name)


def _filed(voice: Voice, labels: Labels) -> Voice:
    name = labels.get((voice.kind, name_words(voice.name)))
    return replace(voice, name=name) if name else voice
