"""Whom a sentence with a verb of speech has for its subject, and whom "he" means behind one that has none."""

from __future__ import annotations

import pytest

from tests.compare.test_speakers import spoken


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Syrian army launched an attack and said it had “met with much success”.", "Syrian army"),
        ("The Chinese foreign ministry also praised the pact, saying both had “gained a lot”.", "Chinese foreign ministry"),
        ("A British court blocked the plan, declaring that it would be “wrong and idle”.", "British court"),
        ("In what one Norvale newspaper called “a tale of odd turns”, the child grew up on a farm near a town called Orlo.", "one Norvale newspaper"),
        ("“I hope that the child is found alive,” one user called 80 Blue Moon wrote.", "Blue Moon"),
        ("A man named Ada Brandt said the dam was “odd and dark”.", "Ada Brandt"),
        ("The group's first ad called Brandt a “lazy old fox” for that.", "group's first ad"),
        ("Said Brandt, “It is unfair. It is odd. It is not going to happen.”", "Brandt"),
        ("A Norvale Post op-ed written by four former directors criticised the mayor for “turning tests into theatre”.", "four former directors"),
        ("Ada Brandt, Tim Odd, Eva Lund and Jon Oster warned in the op-ed of “men who undermine the board”.", "Ada Brandt, Tim Odd, Eva Lund and Jon Oster"),
    ],
)  # fmt: skip
def test_the_subject_is_named_in_full(text: str, speaker: str) -> None:
    assert spoken(text)[0][1] == speaker


BEFORE = "Tim Odd, a diver, told the board that the dam was “not at all safe”."


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("During his evening talk on Norvale Radio, Eric Lund hinted at another plan.", "Eric Lund"),
        ("Brask was looking at the stones. He may have found more.", "Brask"),
        ("The stones were looked at. It rained.", "Tim Odd"),
    ],
)
def test_he_is_the_one_who_acts_in_the_sentence_before(between: str, speaker: str) -> None:
    """Behind what opens the sentence, too, and one who spoke under a surname alone."""
    first = "“We are glad,” Brask said." if speaker == "Brask" else ""
    text = f"{first}\n\n{BEFORE}\n\n{between}\n\n“It was pure luck, all of it,” he said."
    assert spoken(text)[-1][1] == speaker


def test_a_handbook_speaks_for_itself() -> None:
    """What is said of it by a paper does not make its words the paper's."""
    text = (
        "The handbook left by the old board tells of masks, the Norvale Herald reported.\n\n"
        "“The public will look to the board for action when there are floods,” the handbook said."
    )
    assert spoken(text)[-1][1] == "handbook left by the old board"


def test_words_that_a_thing_says_are_not_those_of_the_last_to_speak() -> None:
    text = "“The dam is safe,” Ada Brandt said.\n\n“The old dam is safer than the new one,” the sky said."
    assert spoken(text)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brandt came out early accusing the board of “a long and idle game”.", "Brandt"),
        ("Brandt also reiterated calls for the board to “stand together by the dam”.", "Brandt"),
        ("Brandt began by noting, “It is suppression of speech.”", "Brandt"),
    ],
)  # fmt: skip
def test_a_speaker_ends_before_what_they_did(text: str, speaker: str) -> None:
    """ "Brandt began" is nobody's name."""
    assert spoken(text)[0][1] == speaker


def test_what_only_tells_when_is_no_speaker() -> None:
    """ "In a poll when" was shown as the name of one who is quoted."""
    text = "In another recent Norvale poll when asked for “the first things that come to mind”, most named the dam."
    assert spoken(text)[0][1] is None
