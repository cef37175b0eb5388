"""What linking keeps of an article."""

from __future__ import annotations

from dataclasses import replace

from site_gen import link
from site_gen.link.fingerprint import stem
from site_gen.link.skeleton import skeletons
from site_gen.model import NameMention
from tests.link.archive import FERRY_A, report
from tests.make import stated


def test_stems_come_without_stop_words_and_days() -> None:
    """Days are compared as days; "said" says nothing."""
    terms = dict(link.fingerprint(report("f", FERRY_A, title="Ferry runs aground")).terms)
    assert terms["ferri"] == 2
    assert not {"the", "said", "tuesday", "march"} & terms.keys()


def test_a_letter_alone_is_no_term() -> None:
    """Nor is what an apostrophe parts from a word, or a number."""
    assert [stem(word, "en") for word in ("x", "'x'", "7b", "the")] == [None] * 4
    assert (stem("ferries", "en"), stem("u.n.", "en")) == ("ferri", "u.n")


def test_figures_are_one_however_they_are_written() -> None:
    """Separators and Arabic digits; years and single digits left out."""
    text = "Of 300,000 people and 300 000 more, ٣٤ or 34.5 left in 2016 with 7."
    assert link.fingerprint(report("n", text, title="Figures")).numbers == ("300000", "34", "34.5")


def test_a_name_has_one_skeleton_in_two_scripts_and_three_spellings() -> None:
    """Consonants only, the article off."""
    forms = ("Nadir al-Qassimi", "Nadir el-Kassimi", "نادر القاسمي")
    assert len({skeletons([form]) for form in forms}) == 1


def test_short_skeletons_of_different_people_do_not_meet() -> None:
    """Two consonants a word are chance."""
    assert not set(skeletons(["Lea Roy"])) & set(skeletons(["Ali Rao"]))


def test_the_place_of_the_dateline_counts_as_a_place_named() -> None:
    """Also where the text does not name it again; once where it does."""
    article = replace(report("f", FERRY_A, title="Ferry runs aground"), place=stated("Port Ánsel"))
    assert "port ansel" in link.fingerprint(article).places
    again = replace(article, names=(NameMention("Port Ansel", "place", "p1", 0, 10),))
    assert link.fingerprint(again).places == ("port ansel",)


def test_an_empty_text_gives_an_empty_fingerprint() -> None:
    """Never an error."""
    made = link.fingerprint(report("e", "", title="…"))
    assert (made.terms, made.minhash, made.numbers) == ((), (), ())
