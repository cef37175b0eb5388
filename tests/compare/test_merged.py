"""Speakers whom the vocabulary merges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_gen.compare import comparison
from site_gen.compare.reading import read
from site_gen.compare.speakers import attribution, under_labels
from site_gen.describe.names import find_names
from site_gen.model import Article, VocabularyTerm
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event

VOCABULARY = (
    VocabularyTerm("Ada Brandt", "person", aliases=("Ada Lund", "Adeline Brandt-Lund", "Dadda")),
    VocabularyTerm("Norvale Dam Authority", "organisation", aliases=("Dam Board",)),
)


def told(text: str, id: str = "a1") -> Article:
    """An article whose names were found with the vocabulary."""
    article = an_article(text, id=id, source=id)
    return replace(article, names=find_names(article.blocks, "en", vocabulary=VOCABULARY))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dam is safe,” Ada Lund said.", "Ada Brandt"),
        ("Ada Lund came late. “The dam is safe,” Lund said.", "Ada Brandt"),
        ("“The dam is safe,” Mayor Adeline Brandt-Lund said.", "Ada Brandt"),
        ("“The dam is safe,” Dadda said.", "Ada Brandt"),
        ("“The dam is safe,” the Dam Board said.", "Norvale Dam Authority"),
        ("“The dam is safe,” Karl Lund said.", "Karl Lund"),
    ],
)
def test_a_speaker_is_named_as_the_vocabulary_names_them(text: str, speaker: str) -> None:
    """Also where a surname takes up another of their names; nobody else is."""
    reading = read(told(text))
    (utterance,) = under_labels(attribution(reading), reading).utterances
    assert utterance.voice is not None and utterance.voice.name == speaker


def test_a_speaker_of_two_names_is_one_on_the_event_s_page() -> None:
    """Two reports that call her otherwise quote one person."""
    one = told(
        "The dam will hold through the winter. “The dam is as safe as a house of stone,” Ada Lund said.", "a1"
    )
    two = told("Snow fell on Norvale today. “The dam is as safe as a house of stone,” Ada Brandt said.", "a2")
    found, _ = comparison(an_event((one, two)), (one, two), settings=CompareSettings())
    assert {q.speaker and q.speaker.name for q in found.quotes} == {"Ada Brandt"}
