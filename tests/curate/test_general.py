"""The general subjects of archives whose archivist keeps none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen import content
from site_gen.curate import with_general_subjects
from site_gen.language import fold
from site_gen.language.tables import own_table
from site_gen.model import VocabularyTerm

LANGUAGES = ("en", "fr", "ar", "de", "es")


def test_they_are_called_as_in_the_language_of_the_archive_and_known_in_the_others() -> None:
    """An unknown language calls them as English does; none is its own other name."""
    by_key = {term.general: term for term in with_general_subjects((), "fr")}
    assert by_key["floods"].label == "Inondations"
    assert {"Floods", "فيضانات"} <= set(by_key["floods"].aliases)
    assert not [term.label for term in by_key.values() if term.label in term.aliases]
    assert {term.label for term in with_general_subjects((), "sw")} >= {"Floods", "Elections"}


def test_a_vocabulary_with_a_subject_of_its_own_stays_as_it_is() -> None:
    """One subject is enough: who keeps subjects keeps all of them."""
    own = (VocabularyTerm("Tides", "subject"),)
    assert with_general_subjects(own, "en") == own


def test_a_name_of_the_vocabulary_is_no_general_subject() -> None:
    """A body called "Space" keeps its name; the other subjects are there."""
    given = (VocabularyTerm("Space", "organisation", aliases=("War",)),)
    made = with_general_subjects(given, "en")
    assert made[0] == given[0]
    assert "Space" not in {term.label for term in made[1:]}
    assert all("War" not in term.aliases for term in made[1:])
    assert {"Armed conflict", "Floods"} <= {term.label for term in made}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_subject(language: str) -> None:
    """As many keys as English, each with a label, several words, and none twice."""
    subjects = own_table(language)["subjects"]
    assert list(subjects) == list(own_table("en")["subjects"])
    labels = [of["label"] for of in subjects.values()]
    assert len(set(labels)) == len(labels)
    for key, of in subjects.items():
        words = [" ".join(re.findall(r"[^\W_]+", fold(word))) for word in of["words"]]
        assert len(words) >= 5 and all(words), key
        assert len(set(words)) == len(words), (key, sorted({w for w in words if words.count(w) > 1}))


def test_an_archive_without_a_vocabulary_has_them_unless_it_says_no(tmp_path: Path) -> None:
    """And one subject in topics.toml puts them away."""
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "a.txt").write_text("The ferry came in.", encoding="utf-8")
    assert any(term.general == "floods" for term in content.read(tmp_path).vocabulary)
    (tmp_path / "archive.toml").write_text("[index]\ngeneral_subjects = false\n", encoding="utf-8")
    assert content.read(tmp_path).vocabulary == ()
    (tmp_path / "archive.toml").unlink()
    (tmp_path / "topics.toml").write_text('[[topic]]\nlabel = "Tides"\n', encoding="utf-8")
    assert [term.label for term in content.read(tmp_path).vocabulary] == ["Tides"]
