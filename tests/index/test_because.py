"""Why a topic has an article."""

from __future__ import annotations

import pytest

from site_gen.describe import words_of_term
from site_gen.index import because
from site_gen.model import Brief, Topic, VocabularyTerm
from tests.make import an_article

from .test_topics import a_brief, made

HALVORSEN = a_brief("a", ("Ingrid Halvorsen", "person", ("Ms Halvorsen",)), ("Port Ansel", "place"))


def topic(label: str, *briefs: Brief, vocabulary: tuple[VocabularyTerm, ...] = ()) -> Topic:
    """A topic of the archive of these briefs."""
    return made(briefs, vocabulary=vocabulary)[0][label]


def test_a_name_is_told_with_its_forms_and_how_often_it_stands() -> None:
    """As the text writes it."""
    assert because(topic("Ingrid Halvorsen", HALVORSEN), HALVORSEN) == (
        'named once: "Ingrid Halvorsen", written "Ms Halvorsen"',
    )


def test_a_surname_alone_is_said_to_be_one() -> None:
    """It counts because no other person has it."""
    alone = a_brief("b", ("Halvorsen", "person"))
    assert because(topic("Ingrid Halvorsen", HALVORSEN, alone), alone) == (
        'named once: "Halvorsen", a surname alone that no other person here has',
    )


def test_a_subject_says_who_filed_it_and_by_which_words() -> None:
    """The capture's own filing first; then the words of the term in the text."""
    term = VocabularyTerm("Shipwrecks", "subject", ("Wrecks",), ("ran aground", "reef", "lifeboat"))
    brief = a_brief("a", given=("wrecks",), terms=("Shipwrecks",))
    words = words_of_term(an_article("It ran aground. Two lifeboats came."), term)
    assert words == ("ran aground", "lifeboat")
    assert because(topic("Shipwrecks", brief, vocabulary=(term,)), brief, words) == (
        'filed under "wrecks" by the capture or metadata.csv',
        'its text has "ran aground", "lifeboat"',
    )


@pytest.mark.parametrize(
    "term", [VocabularyTerm("Port Ansel", "place"), VocabularyTerm("Floods", "subject", general="floods")]
)
def test_names_and_general_subjects_have_no_words_of_their_own(term: VocabularyTerm) -> None:
    """They are found otherwise."""
    assert words_of_term(an_article("Floods reached Port Ansel."), term) == ()


def test_a_form_that_is_not_shown_leaves_no_gap() -> None:
    """There is always a ground."""
    other = a_brief("b", ("Somebody Else", "person"))
    assert because(topic("Ingrid Halvorsen", HALVORSEN), other) == (
        "named in a form that was merged with these",
    )
