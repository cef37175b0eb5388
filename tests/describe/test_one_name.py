"""Names that mean one in an article become one, and those that do not stay apart."""

from __future__ import annotations

import pytest

from site_gen.describe.names import find_names
from site_gen.model import Block


def named(*paragraphs: str) -> list[tuple[str, str | None, str]]:
    """(name, kind, as written) of every mention."""
    blocks = tuple(Block(f"p{n}", "paragraph", text, (0, len(text))) for n, text in enumerate(paragraphs, 1))
    text_of = {block.id: block.text for block in blocks}
    return [(m.name, m.kind, text_of[m.block][m.start : m.end]) for m in find_names(blocks, "en")]


def test_a_ruler_is_not_a_relative_who_has_the_name_for_a_surname() -> None:
    """A title such as "King" stands before a given name."""
    found = named("They met King Salman and his son, Crown Prince Mohammed bin Salman.", "King Salman left.")
    assert [n for n, _, written in found if written == "Salman"] == ["King Salman", "King Salman"]
    assert ("Mohammed bin Salman", "person", "Mohammed bin Salman") in found


def test_a_ruler_is_whom_the_article_names_in_full_under_the_same_title() -> None:
    """ "Prince Omar" is Prince Omar al-Hadidi."""
    found = named("Crown Prince Omar al-Hadidi spoke.", "Prince Omar left.")
    assert [n for n, _, _ in found] == ["Omar al-Hadidi", "Omar al-Hadidi"]


def test_an_initial_is_no_title() -> None:
    """ "M." is "Monsieur" only where it opens a name."""
    assert named("Then Ada M. Brink said so.", "Brink left.")[0][0] == "Ada M. Brink"


def test_a_titled_surname_is_a_person_though_a_small_town_has_its_name() -> None:
    """ "Mr Elgin" is no town in Illinois."""
    assert ("Elgin", "person", "Elgin") in named("Mr Elgin said no.")
    assert named("Mr London said no.") == []


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("She died in Biloxi, Miss. He was there.", "Mississippi", "Miss."),
        ("They met in Pasadena, Calif., on Monday.", "California", "Calif."),
        ("They met in Elmira, N.Y., on Monday.", "New York State", "N.Y."),
    ],
)
def test_a_state_cut_short_behind_a_town_is_that_state(text: str, name: str, written: str) -> None:
    """Only behind a comma and a town: "Miss Brink" is none."""
    assert (name, "place", written) in named(text)


def test_a_state_is_cut_short_only_behind_a_town() -> None:
    """Elsewhere the letters are a title or a word."""
    assert all(kind != "place" for _, kind, _ in named("He met Miss. Then Ada Brink said so to Mo."))


def test_a_team_is_an_organisation_and_called_by_its_own_name_again() -> None:
    """ "Boston Ravens" is no person of the given name Boston, and "Africa Rockets" no team."""
    found = named("The Boston Ravens lost to the Tampa Bay Rays.", "Fans of the Ravens wept.")
    assert [(n, w) for n, k, w in found if k == "organisation"] == [
        ("Boston Ravens", "Boston Ravens"),
        ("Tampa Bay Rays", "Tampa Bay Rays"),
        ("Boston Ravens", "Ravens"),
    ]
    assert not any(kind == "organisation" for _, kind, _ in named("They left Africa Rockets behind."))


def test_a_paper_and_a_company_are_called_by_a_part_of_their_name_again() -> None:
    """The last word of a newspaper's, the first of a company's; not where two bodies have it."""
    found = named("Quellin Energy Holdings told the Norland Times.", "Quellin sued the Times.")
    assert [n for n, _, _ in found] == ["Quellin Energy Holdings", "Norland Times"] * 2
    two = named("The Norland Times and the Sudland Times wrote so.", "The Times was sued.")
    assert [w for _, _, w in two] == ["Norland Times", "Sudland Times"]


@pytest.mark.parametrize(
    "glued", ["Replacing Clara Brink: who may follow?", "Miss America Clara Brink sang."]
)
def test_what_stands_in_front_of_a_person_is_no_part_of_the_name(glued: str) -> None:
    """What a sentence begins with, and what a title is held for."""
    assert ("Clara Brink", "person", "Clara Brink") in named(glued, "Clara Brink said so.")


def test_a_name_is_no_shorter_for_another_that_ends_in_an_initial() -> None:
    """ "Ada W. Brink" is not the person "Ada W."."""
    found = named("Ada W. said so.", "Then Ada W. Brink said so.")
    assert ("Ada W. Brink", "person", "Ada W. Brink") in found


def test_letters_are_not_those_of_a_body_that_opens_with_letters() -> None:
    """The U.N. is not the U.S. Navy."""
    found = named("The U.S. Navy said so.", "The U.N. said so, and UN aides too.")
    assert {n for n, _, w in found if w in ("U.N.", "UN")} == {"U.N."}


def test_a_party_of_one_state_is_not_the_party() -> None:
    """A ministry named without its country is the one named with it; a party of a part is another."""
    found = named("The Iowa Republican Party met.", "The Republican Party won.")
    assert len({n for n, _, _ in found}) == 2
    found = named("The Syrian Defense Ministry said so.", "The Defense Ministry left.")
    assert {n for n, _, _ in found} == {"Syrian Defense Ministry"}


def test_words_behind_a_plural_title_that_begin_a_sentence_name_nobody() -> None:
    """ "Governors Who Say So" is a headline; "Presidents Omar Hadidi" a person."""
    assert named("Then came Governors Who Say So.") == []
    assert named("Then came Presidents Omar Hadidi and others.")[0][0] == "Omar Hadidi"


def test_a_broadcaster_of_a_given_name_is_a_person() -> None:
    """The word tells a company, too: "the broadcaster Quellin"."""
    assert named("The broadcaster Ada Brink was charged.")[0][:2] == ("Ada Brink", "person")
    assert named("They told the broadcaster Quellin Norham so.")[0][:2] == ("Quellin Norham", "organisation")


def test_a_given_name_alone_is_the_person_where_a_title_says_so_or_the_article_often_does() -> None:
    """ "Sheikh Omar"; "Ada", three times; not a child of that name who is named once."""
    found = named("Sheikh Omar bin Farid al-Hadidi spoke.", "Sheikh Omar left.")
    assert {n for n, _, _ in found} == {"Omar bin Farid al-Hadidi"}
    often = named("Ada Brink died on Sunday.", "They mourn for Ada.", "They sang with Ada.", "All loved Ada.")
    assert [n for n, _, _ in often] == ["Ada Brink"] * 4
    assert [n for n, _, _ in named("Ada Brink died on Sunday.", "They came with Ada.")] == ["Ada Brink"]


def test_who_is_so_many_years_old_is_a_person() -> None:
    """An age stands before people alone."""
    assert named("It killed 10-year-old Quellia Norham.")[0][:2] == ("Quellia Norham", "person")


def test_a_part_of_the_world_is_not_the_whole() -> None:
    """ "West Africa" is no direction in Africa, while "western Mali" is in Mali."""
    assert [n for n, _, _ in named("They came from West Africa to Africa, and from Western Mali.")] == [
        "West Africa",
        "Africa",
        "Mali",
    ]
