"""Who says each quotation of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_gen.compare.quotes.sayings import is_speech
from site_gen.compare.reading import read
from site_gen.compare.speakers import attribution, callings
from site_gen.describe.names import find_names
from site_gen.model import NameMention
from tests.make import an_article


def spoken(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The quotations of a text that are speech, with the name of each speaker."""
    reading = read(an_article(text, language=language))
    return [
        (
            reading.blocks[u.block].block.text[u.quotation.start : u.quotation.end],
            u.voice.name if u.voice else None,
        )
        for u in attribution(reading).utterances
        if is_speech(u, reading)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dam is safe,” Ada Brandt said.", "Ada Brandt"),
        ("“The dam is safe,” said Ada Brandt, the mayor.", "Ada Brandt"),
        ("“The dam is safe,” said the mayor, Ada Brandt.", "Ada Brandt"),
        ("Ada Brandt, the mayor of Norvale, said: “The dam is safe.”", "Ada Brandt"),
        ("In Norvale, Mayor Ada Brandt told reporters that “the dam is entirely safe”.", "Ada Brandt"),
        ("Ada Brandt visited the dam on Monday and called it “entirely safe”.", "Ada Brandt"),
        ("Officials had hope, with Ada Brandt, the mayor, saying that “the dam is safe”.", "Ada Brandt"),
        ("“The dam is safe,” according to Ada Brandt.", "Ada Brandt"),
        ("Mayor Ada Brandt, a Liberal, said in a letter that “the dam is entirely safe”.", "Ada Brandt"),
        ("Ada Brandt, NDA assistant head for roads, said “the dam is entirely safe”.", "Ada Brandt"),
        (
            "The trade group Norvale Union, whose members include Lund, Oster and Bark Inc, said “the dam is safe”.",
            "trade group Norvale Union",
        ),
        ("“The dam is safe,” said a statement from the Norvale Dam Authority.", "Norvale Dam Authority"),
        ("“The dam is safe in V.A.,” Norvale Mayor Ada Brandt said. “It is.”", "Ada Brandt"),
        ("The dam is “far more solid than others”, said U.S.-based dam expert Ada Brandt.", "Ada Brandt"),
        ("“We dug with patience,” Norvale media quoted Ada Brandt as saying.", "Ada Brandt"),
        ("Ada Brandt's family thanked “everybody whose hands are in the dam”.", "Ada Brandt's family"),
        ("A couple days later came the “dam of all dams”, said the letter.", "letter"),
        ("The mayor, known for her “no dam, no dinner” plan, announced the decision in a session.", None),
        ("The ruling is also a loss for the dam, which had asked for “a review of issues”.", None),
        (
            "The rowing union in Norvale, Maine, said on Monday it is “ready to talk”.",
            "rowing union in Norvale",
        ),
        ("Local experts have long called the dam “a wall of wet cards”.", "Local experts"),
        ("Ada Brandt, the mayor, said the town is dropping the “Reds” name.", None),
        ("Six coaches, she said, left after Ada Brandt's disputed “dam it all” remarks.", "Ada Brandt"),
        ("Six coaches called Ada Brandt's “shameful” remarks a pity.", "Six coaches"),
        ("Ada Brandt (“The dam is safe as it stands”), Karl Odd and Ida Lund condemned him.", "Ada Brandt"),
        ("Ada Brandt, the World Dam Federation (WDF) President, said it was “the only way.”", "Ada Brandt"),
        ("The US Ambassador to the UN Ada Brandt promised they would be “taking names”.", "Ada Brandt"),
        (
            "A couple of days after the storm, Ada Brandt took it back, saying she was “not so clear”.",
            "Ada Brandt",
        ),
        (
            "Ada Brandt later issued an apology – “I used two words that say what I never meant.”",
            "Ada Brandt",
        ),
        ("Six heads of firms fired off a letter, saying the dam was “woefully weak”.", "Six heads of firms"),
        ("The dam, police Chief Karl Odd, Jr. said, is “safe as it stands now”.", "Karl Odd"),
        ("Sons of Norham singer Ada Brandt wrote it was “safe as it stands now”.", "Ada Brandt"),
        ("The measure declares that any change “has no legal effect”.", "measure"),
        ("Ada Brandt was held on Friday. Her lawyer said: “She is well and calm.”", "lawyer (Ada Brandt)"),
        (
            "Norvale's Dam Board released a note, explaining that its first panel had agreed that “the dam is safe”.",
            "first panel (Norvale's Dam Board)",
        ),
        ("As they had heard, his lawyer said: “He is well and calm.”", "lawyer"),
        ("The “we are one” call was chanted by their fans several times.", None),
        ("A news agency quoted Ada Brandt as saying: “The dam is safe.”", "Ada Brandt"),
        ("The dam was described by Ada Brandt as “entirely safe”.", "Ada Brandt"),
        ("“Is the dam safe?” Ada Brandt asked.", "Ada Brandt"),
        ("“The dam is safe,” Ada Brandt thundered.", "Ada Brandt"),
        ("“The dam is safe,” said Secretary of State Ada Brandt.", "Ada Brandt"),
        ("“The dam is safe,” said Cpl. Ada Brandt, of Norvale.", "Ada Brandt"),
        ("“The dam is safe,” the water board said in a statement.", "water board"),
        ("The army issued a statement announcing “the end of all fighting”, a news agency said.", "army"),
        ("The water board “will not comment on the dam”, it said.", None),
        ("“The dam is safe,” Ada Brandt said, calling it “a quiet giant of stone”.", "Ada Brandt"),
        ("Ada Brandt told residents claiming “the dam is all sand” to leave.", "residents"),
        ("Ada Brandt began by saying “the dam is entirely safe”.", "Ada Brandt"),
        ("Ada Brandt went on to say “the dam is entirely safe”.", "Ada Brandt"),
        ("As Ada Brandt puts it, “the dam is entirely safe”.", "Ada Brandt"),
        ("Sam Ortiz remembered the words of Ada Brandt: “The dam is safe.”", "Ada Brandt"),
        ("“The dam is safe, and so is the town below it.” — Mayor Ada Brandt", "Ada Brandt"),
        ("Previously the Water Board issued a notice in October, claiming “the dam is safe”.", "Water Board"),
        ("The officials stopped short of praise, but said the dam “is safe for now”.", "officials"),
        ("Officials said the tapes revealed “a small crack in the wall”.", "Officials"),
        ("Ada Brandt of the Herald reported that the June Water Report shows “a small crack”.", "Ada Brandt"),
        ("“The dam is safe, and so is the town.” — Ada Brandt, mother of the mayor Eva Brandt", "Ada Brandt"),
        (
            "Ada Brandt, known as “the Dam Lady” and “Big Ada” by her friends, added that it was a “tainted inquiry”.",
            "Ada Brandt",
        ),
        ("The main rival says the mayor has “no right to speak for the dam”.", "main rival"),
        (
            "Ada Brandt said in a statement after the indictment: no.\n\nThe indictment said gifts “became a supply line”.",
            "indictment",
        ),
        ("The researchers gravely report: “The dam is entirely safe.”", "researchers"),
        ("Ada Brandt spoke first.\n\nThe committee report “the dam is entirely safe” was read.", None),
        ("Ada Brandt said it.\n\n“The dam is entirely safe,” the Ohio Republican said.", "Ada Brandt"),
        (
            "Eva Odd spoke on Monday. In one of the films of the old dam, Ada Brandt walks as she says “it is all gone”.",
            "Ada Brandt",
        ),
        (
            "Norvale Growers, a trade group with 40 members, said “the dam is entirely safe”.",
            "Norvale Growers",
        ),
        ("One resident wearing a helmet told a reporter “the dam is safe”.", "One resident"),
        ("Ada Brandt opened the dam last July saying it was “entirely safe now”.", "Ada Brandt"),
        ("Ada Brandt left after telling the town “the dam is entirely safe”.", "Ada Brandt"),
        ("Ada Brandt — the long-serving mayor — said the dam was “entirely safe”.", "Ada Brandt"),
        (
            "Ada Brandt, trade economist at the college, said the paper on dams was “thin and old”.",
            "Ada Brandt",
        ),
        (
            "Senior Norvale council officials are calling it a gain and say “the dam is safe”.",
            "Senior Norvale council officials",
        ),
        ("“The dam is safe,” said Ada Brandt MP.", "Ada Brandt"),
        ("“The dam is safe,” said Laura Baker MP.", "Laura Baker"),
        ("“The dam is safe,” Connolly said.", "Connolly"),
        ("An oil warning light came on, followed by “a long grinding noise”.", None),
        ("Two distress calls were made before its “rapid descent into the sea”.", None),
        ("“Is the dam safe?” someone shouted.", None),
        (
            "After the trial, Mr Ortiz's family said: “He was always eager to help others.”",
            "Mr Ortiz's family",
        ),
        ("Norvale News said it “thanked all those who gave their help”.", "Norvale News"),
        ("“The dam is shut,” Kim Oyo, chairman of the Inland Water Board (IWB) told reporters.", "Kim Oyo"),
        ("“The dam is shut,” Kim Oyo, chairman of the Inland Water Board told reporters.", "Kim Oyo"),
        ("“Shut the dam,” said one resident in a letter this month.", "one resident in a letter"),
        ("The judge at the Old Mill called it “a wanton lust for land and gold”.", "judge at the Old Mill"),
        ("As I wrote in the post, “the dam is entirely safe now”.", None),
    ],
)
def test_a_speaker_is_read_from_the_words_that_attribute(text: str, speaker: str | None) -> None:
    """Verb before or behind, appositions, offices, passive and quoted speakers."""
    names = {name for _, name in spoken(text)}
    assert names == {speaker} or (speaker is None and names <= {"it", "i"})


def test_a_claim_of_somebody_does_not_speak() -> None:
    """What "Doe's argument claims" in a judge's words is the judge's."""
    text = (
        "Ada Brandt wrote that “the duty is too wide” and that Lund's argument claims “a realm of its own”."
    )
    assert [name for _, name in spoken(text)] == ["Ada Brandt", "Ada Brandt"]


def test_they_means_the_body_of_the_sentence_before() -> None:
    """A name that ends in capitals is a firm's, not a person's."""
    text = (
        "“The dam is safe,” the builders said.\n\n"
        "In a statement, Norvale Oil UK said they would obey.\n\n“We shall obey the law,” they said."
    )
    assert spoken(text)[1] == ("We shall obey the law", "Norvale Oil UK")


def test_the_judge_at_a_court_is_the_judge() -> None:
    """The place behind the word tells which judge is meant, and is no one's name."""
    text = (
        "The judge, Ada Brandt, sat on Monday.\n\n"
        "Sentencing her, the judge at Norvale Crown Court said: “You did it for money and nothing else.”"
    )
    assert [name for _, name in spoken(text)] == ["Ada Brandt"]


def test_a_surname_and_a_pronoun_are_resolved_to_the_full_name() -> None:
    """What the article said before decides; the second paragraph names nobody in full."""
    text = "Ada Brandt is the mayor. “The dam is safe,” Brandt said.\n\n“Nobody need leave,” she added."
    assert [name for _, name in spoken(text)] == ["Ada Brandt", "Ada Brandt"]


def test_a_pronoun_means_whom_the_sentence_before_introduced() -> None:
    """A new person in the paragraph takes the pronoun from the last speaker."""
    text = (
        "“The dam is safe,” said Ada Brandt, who leads the board.\n\n"
        "The leak was found by a pupil, Juno Farr, who walks there daily. “I saw bubbles,” she said."
    )
    assert spoken(text)[1] == ("I saw bubbles", "Juno Farr")


def test_he_is_not_a_person_called_mrs() -> None:
    """Titles and roles show whom a pronoun cannot mean."""
    text = "Mr Karl Odd, a farmer, said the field was wet. Mrs Ida Lund said it was dry. “I saw it flood twice,” he said."
    assert spoken(text) == [("I saw it flood twice", "Karl Odd")]


def test_the_statement_speaks_for_whom_it_was_issued_by() -> None:
    """A document goes on speaking for its author."""
    text = (
        "“The talks are over,” an army statement said. The statement said the army would “hold every bridge”."
    )
    assert {name for _, name in spoken(text)} == {"army statement"}


def test_a_quotation_goes_on_behind_its_attribution() -> None:
    """The second half has the speaker of the first."""
    assert spoken("“We stay,” Ada Brandt said. “We always have.”")[1] == ("We always have.", "Ada Brandt")


def test_titles_of_works_names_and_so_called_words_are_no_quotes() -> None:
    """Marks also hold titles and words at arm's length."""
    assert spoken("The film “The Long Dam” won a prize, Ada Brandt said.") == []
    assert spoken("The ship “Swift Crystal” hit a bridge.") == []
    assert spoken("The so-called “dam tax” was raised, Ada Brandt said.") == []
    assert spoken("A “temporary” road was built.") == []


def test_a_pronoun_in_marks_is_only_a_word() -> None:
    """Marks around "he" speak of the word."""
    assert spoken("Kim Oyo, a spokesman, said the clerk is called “he” in court.") == []


def test_nobody_is_named_where_the_text_names_nobody() -> None:
    """A long quotation without attribution is kept, its speaker unknown."""
    assert spoken("“We shall all have to leave before the winter comes.”") == [
        ("We shall all have to leave before the winter comes.", None)
    ]


def test_french_and_arabic_speakers_are_read() -> None:
    """Inversion in French, the verb first in Arabic."""
    assert spoken("« Le barrage tient », a déclaré Anne Morel, la maire.", "fr") == [
        ("Le barrage tient", "Anne Morel")
    ]
    assert spoken("« Le barrage tient », a-t-elle ajouté.", "fr")[0][0] == "Le barrage tient"
    assert spoken("وقال سامي حداد: «السد آمن تماما اليوم».", "ar") == [("السد آمن تماما اليوم", "سامي حداد")]


def test_the_company_is_the_body_that_spoke_before() -> None:
    """A noun for a body stands for the last one that the text let speak."""
    text = "Tarn Motors Ltd said it would close two works.\n\n“We regret this step,” the company said in a statement."
    assert spoken(text) == [("We regret this step", "Tarn Motors Ltd")]


def test_a_lawsuit_is_not_whoever_told_of_it() -> None:
    """Only who speaks in a document is its author."""
    told = (
        "The Norvale Times said the lawsuit names nine people. The dam is “unsafe by law”, the lawsuit says."
    )
    assert spoken(told) == [("unsafe by law", "lawsuit")]
    ruled = (
        "The Norvale Court said in its ruling that it is late. The dam is “unsafe by law”, the ruling says."
    )
    assert spoken(ruled) == [("unsafe by law", "Norvale Court")]


def test_the_statement_is_the_one_that_was_issued() -> None:
    """Who released a document is the speaker of what it read."""
    text = "Norland's transport ministry released a statement about the dam.\n\n“The dam is safe,” the statement read."
    assert spoken(text) == [("The dam is safe", "Norland's transport ministry")]


def test_a_given_name_shows_whom_she_can_mean() -> None:
    """The last speaker is passed over where the pronoun cannot be his."""
    text = "Maria Lund said the field was wet. Peter Odd, a farmer, said it was dry. “I saw it flood twice,” she said."
    assert spoken(text) == [("I saw it flood twice", "Maria Lund")]


def test_a_description_by_its_owner_is_stepped_over() -> None:
    """ "Ada Brandt, Norland's best known singer, said": the name speaks, not the description."""
    text = "“The dam is safe,” Ada Brandt, Norland's best known singer, said."
    assert spoken(text) == [("The dam is safe", "Ada Brandt")]


def test_one_of_whom_the_text_says_that_they_told_nothing_is_not_the_speaker() -> None:
    """Her words are hers, though his name stands nearer to them."""
    text = (
        "Ada Brandt said Sam Ortiz had not told her of the crack, causing her to lose “trust and patience”."
    )
    assert [name for _, name in spoken(text)] == ["Ada Brandt"]


def test_an_age_stands_for_the_person_named_before() -> None:
    """ "The 62-year-old retired baker" is the man whom the paragraph before let speak."""
    text = (
        "Sam Ortiz told the paper of his losses.\n\n“I am mad at myself,” the 62-year-old retired baker said."
    )
    assert [name for _, name in spoken(text)] == ["Sam Ortiz"]


def test_they_are_the_two_whom_the_sentence_names_together() -> None:
    """Neither is the speaker alone, and the body that spoke before is not meant."""
    text = (
        "The water board said the dam “is quite safe”.\n\nAda Brandt and Mayor Sam Ortiz stopped short of praise, but "
        "they said the work was “a fair beginning”."
    )
    assert [name for _, name in spoken(text)][1:] == ["Ada Brandt and Mayor Sam Ortiz"]


def test_a_surname_that_is_a_month_and_an_office_before_a_name_are_one_person() -> None:
    """ "April", "Mrs April" and "the harbour minister" are Jane April, whom the first sentence names."""
    text = (
        "The harbour minister, Jane April, opened the dam.\n\n“The dam is safe,” the harbour minister said.\n\n"
        "“Nobody need leave,” April told the town.\n\n“We shall see,” said Mrs April."
    )
    assert [name for _, name in spoken(text)] == ["Jane April"] * 3


def test_a_name_behind_a_pronoun_does_not_open_its_sentence() -> None:
    """ "He" is whom the sentence before began with, not the man named next."""
    text = (
        "“We want answers,” said Tom Marsh.\n\nYesterday, Judge Sam Ortiz, published his findings on the dam.\n\n"
        "He found that Mr Rey died of “many wounds at once”."
    )
    assert spoken(text)[1] == ("many wounds at once", "Sam Ortiz")


def test_the_channel_is_the_broadcaster_that_reported_before() -> None:
    """ "The channel" names nobody by itself."""
    text = "State television reported that the last bus had left.\n\n“The last bus has reached the harbour,” the channel said."
    assert [name for _, name in spoken(text)] == ["State television"]


def test_quotations_behind_a_colon_are_whose_findings_it_brings() -> None:
    """ "These are her findings:" tells whose words the next paragraphs are."""
    text = "Judge Ada Brandt closed the inquiry.\n\nThese are her findings:\n\n“The dam was never safe.”\n\n“It must be built anew.”"
    assert [name for _, name in spoken(text)] == ["Ada Brandt"] * 2


def test_what_is_called_something_does_not_say_so() -> None:
    """The subject of a passive verb is spoken of."""
    assert spoken("The dam was described as “a quiet giant of stone”.") == [("a quiet giant of stone", None)]


def test_one_word_in_marks_is_speech_where_its_sentence_says_who_speaks() -> None:
    """Without a speaker it may be any word that the writer holds at arm's length."""
    assert spoken("The repair was “meticulous” in its planning, Ada Brandt said.") == [
        ("meticulous", "Ada Brandt")
    ]
    assert spoken("The repair was “meticulous” in its planning.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Damm ist sicher“, sagte Ada Brandt.", "Ada Brandt"),
        ("Ada Brandt sagte: „Der Damm ist ganz sicher.“", "Ada Brandt"),
        ("„Der Damm ist sicher“, sagte die Bürgermeisterin Ada Brandt am Montag.", "Ada Brandt"),
        ("„Der Damm ist sicher“, teilte die Feuerwehr am Montag mit.", "Feuerwehr"),
        ("Der Damm sei „nach allem Ermessen sicher“, erklärte das Innenministerium.", "Innenministerium"),
        ("Ada Brandt nannte den Damm am Montag „ein sicheres Bauwerk“.", "Ada Brandt"),
        ("Laut Ada Brandt ist der Damm „nach allem Ermessen sicher“.", "Ada Brandt"),
    ],
)
def test_a_language_is_added_by_its_tables_alone(text: str, speaker: str) -> None:
    """German has a file of words, and no line of code."""
    assert [name for _, name in spoken(text, "de")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Niemand muss fort“, sagte Ada Brandt der Zeitung.", "Ada Brandt"),
        ("„Niemand muss fort“, sagte Ada Brandt dem „Norvaler Boten“.", "Ada Brandt"),
        ("„Niemand muss fort“, sagte eine Sprecherin der Polizei.", "Sprecherin der Polizei"),
        ("»Niemand muss fort«, sagte Ministerin Ada Brandt (CDU).", "Ada Brandt"),
        ("„Niemand muss fort“, so Innenminister Udo Lenz.", "Udo Lenz"),
        ("Der Grünen-Politiker Udo Lenz sprach von einem „schweren Fehler der Regierung“.", "Udo Lenz"),
        ("Die Feuerwehr warnte vor „giftigem Rauch über der Stadt“.", "Feuerwehr"),
        ("Sie war so müde, „wie es niemand glaubt“.", None),
    ],
)
def test_a_german_speaker_is_told_from_whom_it_is_told_to_and_from_the_office(
    text: str, speaker: str | None
) -> None:
    """Articles inside the phrase tell the one; offices are written together with what they are of."""
    assert [name for _, name in spoken(text, "de")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«La presa es segura», dijo Ada Brandt.", "Ada Brandt"),
        ("“La presa es segura”, ha asegurado la alcaldesa Ada Brandt este lunes.", "Ada Brandt"),
        ("Ada Brandt afirmó: «La presa es del todo segura».", "Ada Brandt"),
        ("La presa es “del todo segura”, según Ada Brandt.", "Ada Brandt"),
        ("«La presa es segura», informó el Ayuntamiento el lunes.", "Ayuntamiento"),
        ("El presidente del Gobierno, Pedro Lenz, calificó la presa de “obra segura”.", "Pedro Lenz"),
        ("Según ha explicado el jefe de bomberos, Juan Lenz, el fuego “avanzaba muy deprisa”.", "Juan Lenz"),
        ("La ministra Ada Brandt pidió “calma y mucha prudencia” a los vecinos.", "Ada Brandt"),
        ("«No teníamos luz», contó una vecina.", "vecina"),
    ],
)
def test_spanish_speech_is_read_by_its_table(text: str, speaker: str) -> None:
    """The verb before its subject or behind it, the office before a comma."""
    assert [name for _, name in spoken(text, "es")] == [speaker]


def test_a_spanish_verb_without_a_subject_goes_on_with_who_spoke() -> None:
    """ "Ha añadido" is one who spoke before; "dijeron" is many, and a name is another."""
    first = "«La presa es segura», dijo Ada Brandt. "
    behind = {
        "ha añadido": "Ada Brandt",
        "añadió en la radio": "Ada Brandt",
        "dijeron": None,
        "gritó Udo": "Udo",
    }
    for verb, speaker in behind.items():
        assert spoken(f"{first}«Nadie debe irse de aquí esta noche», {verb}.", "es")[1][1] == speaker


def test_german_pronouns_and_titles_of_works_are_read() -> None:
    """ "Er" is the man who spoke before; a film's name is no speech."""
    text = (
        "„Der Damm ist sicher“, sagte die Bürgermeisterin Ada Brandt.\n\n„Das stimmt“, sagte der Sprecher Udo Lenz.\n\n"
        "„Niemand muss fort“, ergänzte er.\n\n„Es wird nun gebaut“, sagte sie."
    )
    assert [name for _, name in spoken(text, "de")] == ["Ada Brandt", "Udo Lenz", "Udo Lenz", "Ada Brandt"]
    assert spoken("Ada Brandt sah den Film „Das Haus am See“.", "de") == []


def test_the_judge_is_the_justice_whom_the_event_names() -> None:
    """Two words for one office; nobody else of the event holds it."""
    text = "Mr Justice Ortiz closed the case.\n\n“The dam was never safe,” the judge said."
    names = (NameMention("Ortiz", "person", "p1", 0, 16, "Mr Justice"),)
    reading = read(an_article(text, names=names))
    (found,) = attribution(reading, callings([reading])).utterances
    assert found.voice is not None and found.voice.name == "Ortiz"


def test_of_two_people_of_one_surname_the_one_the_text_turned_to_speaks() -> None:
    """A relative or namesake who spoke before does not."""
    text = (
        "Chief Constable Maria Brandt said that divers would search until dark. “We will not stop tonight,” Brandt said.\n\n"
        "Governor Alan Brandt will visit the town on Tuesday. “I shall listen more than I speak,” Brandt said."
    )
    assert spoken(text) == [
        ("We will not stop tonight", "Maria Brandt"),
        ("I shall listen more than I speak", "Alan Brandt"),
    ]


def test_the_airline_is_the_body_whose_name_says_so() -> None:
    """A union that was named since, and spoke, is no airline."""
    texts = [
        "Norvale Airlines put a pupil off a flight. The Flyers Union asked for an answer.",
        "The airline said it would “not tolerate scorn of any kind”.",
    ]
    names = tuple(
        NameMention(name, "organisation", "p1", texts[0].index(name), texts[0].index(name) + len(name))
        for name in ("Norvale Airlines", "Flyers Union")
    )
    (found,) = attribution(read(an_article(texts, names=names))).utterances
    assert found.voice is not None and found.voice.name == "Norvale Airlines"


def test_the_paper_is_not_who_spoke_last() -> None:
    """A newspaper's words are no other speaker's."""
    text = "“We know nothing,” said Ada Brandt. The arrests follow a comment in the Norvale Daily newspaper. “Those who help will be held,” the paper said."
    assert spoken(text)[1][1] == "paper"


def test_a_letter_named_while_nobody_spoke_is_not_who_spoke_last() -> None:
    """Who wrote it is not told; what another outlet tells of a letter is the letter's."""
    named = "A letter reached the Norvale board on Monday. Karl Odd said he was sorry. According to the letter, “the words are a sign of more”."
    assert spoken(named)[0][1] == "letter"
    told = "Six mothers sent a letter to the board, saying it was late. The Gazette says the letter calls for help, and “we put ourselves forward for service”."
    assert spoken(told)[0][1] == "Six mothers"


def test_a_longer_calling_is_the_person_who_spoke_right_before() -> None:
    """Unless it shows somebody else."""
    text = "Karl Odd said it was “no different”. “In fact, it is even worse,” the Norvale Prize {} told them."
    assert spoken(text.format("laureate"))[1][1] == "Karl Odd"
    assert spoken(text.format("actress"))[1][1] != "Karl Odd"


def test_a_line_of_strokes_is_passed_over() -> None:
    """A rule drawn between paragraphs holds no word."""
    assert spoken("____\n\n“The dam is safe,” Ada Brandt said.") == [("The dam is safe", "Ada Brandt")]


def test_she_is_who_is_known_to_be_one_where_of_the_last_speaker_nothing_shows_it() -> None:
    """Named since in the same paragraph; elsewhere it stays with the last to speak."""
    told = "President Odd said on Monday that the dam is safe.\n\nAs a matter of taste it hurts, and Speaker {} Brandt knows it. She added: “It is about the people of our towns.”"
    assert spoken(told.format("Maria"))[0][1] == "Maria Brandt"
    assert spoken(told.format("Peter"))[0][1] == "Odd"


def test_the_verb_before_a_title_is_no_part_of_it() -> None:
    text = "That may include President Odd, who told the board “the dam is entirely safe”."
    (found,) = attribution(read(an_article(text))).utterances
    assert found.voice is not None and (found.voice.name, found.voice.role) == ("Odd", "President")


def test_words_left_open_go_on_behind_a_caption() -> None:
    """Only where they open the paragraph, and no farther than the next but one."""
    held = "Ada Brandt said: “The dam is safe.\n\n{}“It will stay so for a hundred years.”"
    caption = "A view of the dam\n\n"
    assert spoken(held.format(caption))[-1][1] == "Ada Brandt"
    assert spoken(held.format(caption * 2))[-1][1] is None


def test_a_participle_before_a_calling_describes_it() -> None:
    text = "A leading central banker described the plan as “a wall of wet cards”."
    assert spoken(text) == [("a wall of wet cards", "leading central banker")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brandt's son, Karl Brandt, drove. “I should have stopped him,” Brandt said.", "Brandt"),
        ("Karl Brandt drove. “I should have stopped him,” the elder Brandt said.", "Brandt"),
        ("Karl Brandt drove. “I should have stopped him,” Mrs. Brandt said.", "Brandt"),
        ("Karl Brandt drove. “I should have stopped him,” Mr. Brandt said.", "Karl Brandt"),
        ("Brandt's son, Karl Brandt, drove. “I should have stopped,” Karl Brandt said.", "Karl Brandt"),
    ],
)
def test_a_surname_that_is_a_relative_s_speaks_for_itself(text: str, speaker: str) -> None:
    """Which Brandt it is the text does not tell in full; the one it does is another."""
    article = an_article(text)
    article = replace(article, names=find_names(article.blocks, "en"))
    assert [u.voice and u.voice.name for u in attribution(read(article)).utterances] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sen. Ada Brandt, Ohio Democrat, said “the dam is entirely safe”.", "Ada Brandt"),
        (
            "The daughter of former Vice President Karl Brandt said “the dam is safe”.",
            "daughter of former Vice President Karl Brandt",
        ),
        ("Dick Brandt met Ida Lund. Brandt spoke. “The dam is safe,” she said.", "she"),
        (
            "Gov. Terry Brandt said the talk of Mrs. Lund’s plans is good for her party. “The dam is safe,” he said.",
            "Terry Brandt",
        ),
        (
            "According to aides, the dam is old. He drew the builders, who he said “were the most dishonest people on earth”.",
            "he",
        ),
    ],
)
def test_what_stands_near_a_verb_of_speech_is_not_always_who_speaks(text: str, speaker: str) -> None:
    """A party and its place, the father of the one who speaks, one of the other sex, several where one is meant."""
    assert [name for _, name in spoken(text)] == [speaker]


def test_a_word_that_opens_a_clause_is_no_role() -> None:
    """ "But Brandt said" makes nobody a "but"."""
    article = an_article("The dam broke, but Ada Brandt said “it is entirely safe”.")
    (found,) = attribution(read(article)).utterances
    assert found.voice is not None and (found.voice.name, found.voice.role) == ("Ada Brandt", None)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "« Le canal, c'est notre rue », soupire Émile Roustan.", [("Le canal, c'est notre rue", "Émile Roustan")]),
        ("fr", "Jean Orval a rappelé que le « Vaume » n'avait que six canots.", []),
        ("fr", "Jean Orval a dit aimer la pièce « Antigone » plus que tout.", []),
        ("ar", "روى إبراهيم شطا: «كنا نعد المظلات».", [("كنا نعد المظلات", "إبراهيم شطا")]),
        ("ar", "وقال خفر السواحل إن العبارة «نورس» غرقت.", []),
        ("de", "Imke Harrsen sprach von Sekunden: „Der Boden war weg.“", [("Der Boden war weg.", "Imke Harrsen")]),
    ],
)  # fmt: skip
def test_speech_is_told_from_names_in_marks_in_other_languages(
    language: str, text: str, said: list[tuple[str, str]]
) -> None:
    """A verb of speech, a ship's or a play's name behind its noun or article, and "von" that is no "by"."""
    assert spoken(text, language) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Brandt said many harbour claims were “entirely baseless and late”.", "Ada Brandt"),
        ("Ada Brandt said so in no uncertain terms, calling it “a very dangerous dam indeed”.", "Ada Brandt"),
        ("Ada Brandt claims the dam is “entirely safe for us”.", "Ada Brandt"),
        ("The mayor also claims the dam is “entirely safe for us”.", "mayor"),
        (
            "Another article of faith states that the dam is “entirely safe for us”.",
            "Another article of faith",
        ),
        ("Mills that struck some of their favourite notes ran “late over the dam”.", None),
        ("The mill states are “at odds over the whole dam”.", None),
    ],
)
def test_a_plural_noun_is_a_verb_only_behind_one_who_may_speak(text: str, speaker: str | None) -> None:
    """ "Harbour claims" and "no uncertain terms" say nothing."""
    assert [name for _, name in spoken(text)] == [speaker]


def test_a_thing_that_is_told_by_a_participle_does_not_speak() -> None:
    """ "Brandt's least careful moment came …, by noting that" has no speaker."""
    text = "Brandt's least careful moment came on Monday by noting that “the dam is old and it leaks”."
    assert [name for _, name in spoken(text)] == [None]


def test_behind_a_thing_the_relative_clause_tells_who_speaks_by_a_participle() -> None:
    """ "…, which Brandt underlined by noting that" is Brandt's, though her moment is the subject."""
    text = "Brandt's least careful moment came on Monday, which Brandt underlined by noting that “the dam leaks”."
    assert spoken(text) == [("the dam leaks", "Brandt")]


@pytest.mark.parametrize("opening", ["(NNW) ", "(NNW)"])
def test_a_dateline_in_a_bracket_is_no_part_of_the_speaker(opening: str) -> None:
    """With or without a space behind it."""
    assert spoken(f"{opening}Mayor Ada Brandt said “the dam is safe”.") == [("the dam is safe", "Ada Brandt")]


def test_a_time_that_ends_with_a_quotation_does_not_speak() -> None:
    """Its comma stands inside the marks; the subject is behind it."""
    text = "Hours after Karl Odd called the dam “a danger to us all,” officials in Norvale rose, calling it “safe”."
    assert spoken(text)[1] == ("safe", "officials")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Selon l’agent du port, un seul navire a pris le large, le vapeur anglais « Norvale ».", "fr"),
        ("According to the port’s agent, only one got away, the English steamer “Norvale”.", "en"),
    ],
)
def test_a_name_in_marks_that_no_verb_of_speech_brings_is_no_quotation(text: str, language: str) -> None:
    """Who told what the sentence tells did not say the name."""
    assert spoken(text, language) == []
