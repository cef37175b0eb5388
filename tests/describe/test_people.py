"""Names in bylines."""

from __future__ import annotations

import pytest

from site_gen.describe.people import authors_of, typed_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Bee and Cal Dee, Staff Writers", ["Ann Bee", "Cal Dee"]),
        ("Von Hans Meier", ["Hans Meier"]),
        ("Par Léa Mor et Luc Roy", ["Léa Mor", "Luc Roy"]),
        ("ANN BEE | Dec 5, 2019", ["ANN BEE"]),
        ("Ann Bee (Reuters), ann@quay.example", ["Ann Bee"]),
        ("Written by Ann Bee • Updated 3 May 2020", ["Ann Bee"]),
        ("Posted by admin", []),
        ("By Editorial Team", []),
    ],
)
def test_a_byline_gives_the_names_alone(text: str, names: list[str]) -> None:
    """The same from a marked field and from the page's text."""
    assert authors_of(text, is_marked=True) == names
    assert authors_of(text, is_marked=False) == names


def test_a_marked_field_may_name_an_organisation_and_a_visible_line_may_not() -> None:
    """Structure says that it is an author."""
    assert authors_of("Quay.example", is_marked=True) == ["Quay.example"]
    assert authors_of("Quay.example", is_marked=False) == []
    assert authors_of("Center for Fish Evaluation and Research", is_marked=True) == [
        "Center for Fish Evaluation and Research"
    ]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Quill, Mara", ["Mara Quill"]),
        ("van der Berg, Jan", ["Jan van der Berg"]),
        ("Quill, M", ["Quill, M"]),
        ("Mara Quill, Jonas Reck", ["Mara Quill", "Jonas Reck"]),
        ("Mara Quill, Staff Writer", ["Mara Quill"]),
    ],
)
def test_a_person_may_type_the_surname_first(typed: str, names: list[str]) -> None:
    """As catalogues do; nothing of the name is dropped."""
    assert typed_names(typed) == names


@pytest.mark.parametrize("word", ["admin", "publisher", "content", "red"])
def test_what_a_system_writes_in_an_author_s_place_is_nobody(word: str) -> None:
    """The field's own name, or the desk's."""
    assert authors_of(word, is_marked=True) == []
