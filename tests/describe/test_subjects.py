"""Which general subjects an article is about: those whose words it uses often, in several forms, and early."""

from __future__ import annotations

import pytest

from site_gen import describe
from site_gen.curate import with_general_subjects
from site_gen.describe.subjects import subjects_of
from tests.make import an_article

FLOOD = (
    "The river Ask burst its levee at Ambridge on Monday and flooded four hundred houses.\n\n"
    "Flooding had been feared since the monsoon began, and the floodwaters still rose at night, the mayor said.\n\n"
    "Boats took off families; a school serves as a shelter."
)
VOTE = (
    "Voters in Norland chose a parliament on Sunday, and the ballots were counted through the night.\n\n"
    "Turnout was high. The candidate of the Orchard Party led in the capital, an exit poll said."
)


def test_a_report_of_a_flood_is_about_floods_alone() -> None:
    """One word of another subject ("school") makes none."""
    assert subjects_of("Hundreds flee as river bursts its banks", FLOOD, "en") == ("floods",)


def test_the_subject_whose_words_are_used_most_stands_first_and_one_far_behind_it_falls_away() -> None:
    """An election with one word of parliament is about elections."""
    assert subjects_of("Norland votes", VOTE, "en-GB") == ("elections",)
    both = (
        VOTE
        + " Lawmakers of the old parliament, who had blocked the legislation, lost their seats in the senate."
    )
    assert subjects_of("Norland votes", both, "en") == ("elections", "parliaments-and-legislation")


def test_a_subject_with_two_fifths_of_the_first_ones_uses_is_kept() -> None:
    """With fewer it falls away."""
    floods = "The flood and the flooding came; a levee broke, floodwaters rose, and floods went on. " * 2
    vote = "Voters cast ballots at an election. Voters left."
    assert subjects_of("", floods + vote, "en") == ("floods", "elections")
    assert subjects_of("", "A flood rose. " + floods + vote, "en") == ("floods",)


def test_one_word_that_is_repeated_is_no_subject() -> None:
    """A ship called "Comet" is not about space."""
    text = "The Comet left port. The Comet carries coal. The crew of the Comet is forty."
    assert subjects_of("Comet sails", text, "en") == ()


def test_a_plural_and_its_singular_are_one_word() -> None:
    """Volcano, volcanoes."""
    assert subjects_of("A volcano", "The volcano is old. Volcanoes are old.", "en") == ()


def test_words_that_stand_far_below_need_to_be_many() -> None:
    """The background paragraph of a long report does not say what it is about."""
    opening = "The bakery in Mill Street closed for good on Friday, its owner said. " * 10
    behind = "In the spring an earthquake shook the town; aftershocks went on for days, seismologists said."
    assert subjects_of("Bakery closes", opening + behind, "en") == ()
    assert subjects_of("Earthquake anniversary", opening + behind, "en") == ("earthquakes",)


def test_a_phrase_inside_a_longer_one_counts_once() -> None:
    """ "Civil war" is not "civil war" and "war"."""
    text = "The civil war of Norland began in May. Nobody speaks of the civil war now, an official of the museum said."
    assert subjects_of("Forty years on", text, "en") == ()
    assert subjects_of("Forty years on", text + " Rebels and troops still face each other.", "en") == (
        "armed-conflict",
    )


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Séisme à Ambry : trois blessés", "Un tremblement de terre a secoué Ambry lundi. L'épicentre se trouve en mer ; des répliques sont attendues."),
        ("ar", "زلزال يضرب أمبري", "ضرب زلزال مدينة أمبري يوم الاثنين، وتلته هزات ارتدادية. وقال خبراء إن مركز الزلزال في البحر."),
        ("de", "Erdbeben in Ambry: drei Verletzte", "Ein Beben hat am Montag Ambry erschüttert. Das Epizentrum liegt im Meer; mit Nachbeben ist zu rechnen."),
        ("es", "Un terremoto en Ambry deja tres heridos", "Un seísmo sacudió Ambry el lunes. El epicentro está en el mar; se esperan réplicas."),
    ],
)  # fmt: skip
def test_each_language_has_words_of_its_own(language: str, title: str, text: str) -> None:
    """Elided articles and Arabic prefixes do not hide them."""
    assert subjects_of(title, text, language) == ("earthquakes",)


def test_a_language_without_a_table_gets_none() -> None:
    """The Danish "war" is no war; neither is the German one, whose table has other words."""
    text = "Es war spät. Das Haus war leer, die Tür war offen. Die Truppen der Garde waren fort."
    assert subjects_of("Wie es war", text, "de") == ()
    assert subjects_of("War", "War war war. Troops, war.", "da") == ()


def test_the_brief_names_general_subjects_by_the_labels_of_the_vocabulary() -> None:
    """And none where the vocabulary has no general subjects."""
    article = an_article(FLOOD.split("\n\n"), title="Hundreds flee as river bursts its banks")
    assert describe.brief(article, with_general_subjects((), "fr")).terms == ("Inondations",)
    assert describe.brief(article).terms == ()
