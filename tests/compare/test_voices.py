"""Whom the words around a verb of speech name."""

from __future__ import annotations

import pytest

from site_gen.compare.reading import read
from site_gen.compare.speakers import attribution
from site_gen.model import NameMention
from tests.compare.test_speakers import spoken
from tests.make import an_article


def described(text: str) -> tuple[str, str | None]:
    """The name and role of who says the first quotation."""
    found = attribution(read(an_article(text))).utterances[0].voice
    assert found is not None
    return found.name, found.role


@pytest.mark.parametrize(
    ("speaker", "name", "role"),
    [
        ("Ministry of Mills spokesman Karl Odd", "Karl Odd", "Ministry of Mills spokesman"),
        ("University of Norvale dam professor Karl Odd", "Karl Odd", "University of Norvale dam professor"),
        ("acting Norvale House chief of staff Karl Odd", "Karl Odd", "acting Norvale House chief of staff"),
        ("under-secretary-general for dam affairs Karl Odd", "Karl Odd", "under-secretary-general for dam affairs"),
        ("Norvale Weekly’s Karl Odd", "Karl Odd", "Norvale Weekly"),
        ("Det Insp Karl Odd", "Karl Odd", "Det Insp"),
        ("Karl Odd at the Norvale Dam Institute", "Karl Odd", None),
        ("a spokesman for the state of West Norvale", "spokesman for the state of West Norvale", None),
        ("an aide to Norvale President Karl Odd", "aide to Norvale President Karl Odd", None),
    ],
)  # fmt: skip
def test_a_name_stands_behind_its_office_and_before_its_house(
    speaker: str, name: str, role: str | None
) -> None:
    """Nobody is named by the office of somebody's aide, nor by a region."""
    assert described(f"“The dam is entirely safe,” {speaker} said on Monday.") == (name, role)


def test_a_name_behind_a_joined_title_is_the_speaker() -> None:
    """Also for a participle behind it."""
    text = "“The dam is safe,” said the {}, Ada Brandt, warning that “storms will come in spring”."
    for office in ("NDA’s Director-General", "Norvale Mills’s director"):
        assert [name for _, name in spoken(text.format(office).replace("the NDA", "NDA"))] == [
            "Ada Brandt"
        ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt - who will later chair the town's daily Storm-19 meeting - said the dam is a “wall of wet cards”.",
        "Sen. Ada Brandt (D., Ill.), author of the Dam Act, called the dam a “wall of wet cards”.",
        "Ada Brandt over the weekend told reporters that the dam is a “wall of wet cards”.",
    ],
)
def test_what_stands_between_a_name_and_its_verb_is_stepped_over(text: str) -> None:
    assert spoken(text)[0][1] == "Ada Brandt"


def test_how_one_feels_is_no_role() -> None:
    """What one is stays one, after an article too."""
    text = "“The dam is safe,” {} Ada Brandt said."
    assert described(text.format("a visibly angry")) == ("Ada Brandt", None)
    assert described(text.format("a tired engineer")) == ("Ada Brandt", "tired engineer")


def test_a_described_name_is_told_without_its_house() -> None:
    text = "In Norvale, Harbour Weekly's Ada Brandt said the dam was “a worrying thing”.\n\n“It is old,” she said."
    at = text.index("Harbour")
    names = (NameMention("Harbour Weekly's Ada Brandt", "person", "p1", at, at + 27),)
    found = attribution(read(an_article(text, names=names))).utterances
    assert {u.voice.name for u in found if u.voice} == {"Ada Brandt"}


def test_what_is_said_behind_according_to_is_no_role() -> None:
    text = "According to Karl Odd, the dam was mostly built by “people of the town, paid by nobody”."
    assert described(text) == ("Karl Odd", None)
    office = "According to Karl Odd, the mayor of Norvale, it was built by “people of the town”."
    assert described(office) == ("Karl Odd", "mayor of Norvale")


def test_a_party_in_brackets_is_no_speaker() -> None:
    text = (
        "“Is it not safe?” House Speaker Ada Brandt (D., Calif.) said Friday. “It has been safe for years.”"
    )
    assert [name for _, name in spoken(text)] == ["Ada Brandt"] * 2


def test_a_name_and_a_verb_behind_a_full_stop_tell_who_spoke() -> None:
    """Not where the next sentence says more."""
    assert spoken("“I will miss the dam.” Brandt said.") == [("I will miss the dam.", "Brandt")]
    assert spoken("“I will miss the dam.” Brandt said it rained.") == [("I will miss the dam.", None)]


@pytest.mark.parametrize(
    "text",
    [
        "As Ada Brandt has so frequently said, “the dam will stand for years”.",
        "Ada Brandt asserts that the dam “will stand for years”.",
        "“The dam will stand,” said Ada Brandt of the dam’s fate.",
        "Ada Brandt threatened that the dam “will stand for years”.",
        "Ada Brandt, a clerk, came home. Last year she gave a talk in Norvale, telling them: “The dam will stand.”",
    ],
)
def test_the_verb_is_found_behind_what_stands_before_it(text: str) -> None:
    assert spoken(text)[0][1] == "Ada Brandt"


@pytest.mark.parametrize("calling", ["the Norwegian diplomat", "the two-time coach of the year"])
def test_a_calling_by_people_or_honour_is_who_was_told_of_right_before(calling: str) -> None:
    text = "Karl Odd, the envoy for Norvale, warned that the talks had failed.\n\n“It is a ruin again,” {} said in a letter."
    assert spoken(text.format(calling))[0][1] == "Karl Odd"


def test_the_one_who_opened_the_sentence_before_may_be_the_champion() -> None:
    text = "Karl Odd rowed home alone on Monday.\n\n“We had some trouble with the oars,” the World Champion told reporters."
    assert spoken(text)[0][1] == "Karl Odd"


def test_she_is_who_is_known_to_be_one_in_the_same_sentence_too() -> None:
    """For "he" it stays with the one who opens it."""
    text = "Odd died on Monday in the town where {} Brandt was born. {} wrote: “It was the last time I saw the dam.”"
    told = (
        "Karl Odd of Norvale and Maria Brandt and Peter Brandt rowed.\n\nLund Odd said the boat was late.\n\n"
    )
    assert spoken(told + "Lund " + text.format("Maria", "She"))[0][1] == "Maria Brandt"
    assert spoken(told + "Lund " + text.format("Peter", "He"))[0][1] == "Lund Odd"


@pytest.mark.parametrize(
    ("issued", "speaker"),
    [
        ("Mayor Ada Brandt issued a statement on Tuesday.", "Ada Brandt"),
        ("The clerk Karl Odd and the mayor Ada Brandt stayed away, but they released a statement.", "Karl Odd and the mayor Ada Brandt"),
        ("Mayor Ada Brandt issued a statement on Tuesday. It rained all day.", None),
        ("Mayor Ada Brandt came home on Tuesday.", None),
    ],
)  # fmt: skip
def test_words_right_behind_a_document_are_whose_it_is(issued: str, speaker: str | None) -> None:
    text = f"{issued}\n\n“We are sorry for what happened at the dam and will pay for all of it.”"
    assert spoken(text)[0][1] == speaker


def test_a_form_of_address_is_no_role() -> None:
    """Beside the name of one who is quoted "Dame" says no more than "Sir" would."""
    for address in ("Sir", "Dame"):
        text = f"“The dam is entirely safe,” {address} Ada Brandt said on Monday."
        assert described(text)[1] is None
