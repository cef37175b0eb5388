"""Renderings of one utterance across outlets."""

from __future__ import annotations

from dataclasses import replace

from site_gen.compare import comparison
from site_gen.model import Comparison, NameMention, Quote
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event


def compared(*texts: str) -> Comparison:
    articles = tuple(an_article(t, id=f"a{n}", source=f"Outlet {n}") for n, t in enumerate(texts, 1))
    return comparison(an_event(articles), articles, settings=CompareSettings())[0]


def shared(result: Comparison) -> list[Quote]:
    return [q for q in result.quotes if len({m.article for m in q.mentions}) > 1]


def test_small_differences_and_a_shorter_cut_are_one_quote() -> None:
    """Spelling, punctuation and length vary; the utterance is one."""
    (quote,) = shared(
        compared(
            "“The harbour wall held through the whole of the storm,” said Ada Brandt.",
            'Ada Brandt, the mayor, said: "The harbor wall held through the whole storm, and nobody was hurt."',
        )
    )
    assert quote.speaker is not None and quote.speaker.name == "Ada Brandt" and quote.conflict is None


def test_a_word_cut_out_of_what_the_same_speaker_says_is_one_quote() -> None:
    """One outlet gives the sentence, the other only its telling word; of another speaker it is another's word."""
    whole = "“Given what the storm has shown us all, a strong harbour wall is essential,” said Ada Brandt."
    (quote,) = shared(compared(whole, "Ada Brandt said a wall was “essential”."))
    assert {m.text for m in quote.mentions} >= {"essential"}
    assert shared(compared(whole, "Karl Odd said a wall was “essential”.")) == []


def test_the_pieces_of_a_broken_quotation_are_one_with_the_whole() -> None:
    """The first has one telling word, and nobody is named for it."""
    whole = (
        "“But it is not about how loose it was, it is about how well the harbour wall will hold in a storm.”"
    )
    broken = "“It is not about how loose it was,” she said, “it is about how well the harbour wall will hold in a storm.”"
    (quote,) = shared(compared(f"Ada Brandt said: {whole}", broken))
    assert [m.text[:9] for m in quote.mentions if m.article == "a2"] == ["It is not", "it is abo"]


def test_like_words_of_other_numbers_are_two_quotes() -> None:
    """Two findings of one report."""
    one = "“The rate of deaths in the harbour rose from 31.5 to 44.2 in ten years,” the board said."
    two = "“The rate of deaths in the harbour rose from 12.8 to 15.6 in ten years,” the board said."
    assert shared(compared(one, two)) == [] and shared(compared(one, one))


def test_what_one_denies_is_not_what_the_other_says() -> None:
    """Few words shared, a "not" before one of them; with it in both they are one."""
    said = "“It is a sound harbour wall,” said Ada Brandt."
    denied = "“It was not a sound harbour wall,” said Ada Brandt."
    assert shared(compared(said, denied)) == []
    assert shared(compared("“This is not a sound harbour wall,” said Ada Brandt.", denied))


def test_a_heading_cut_out_of_a_quotation_is_one_quote() -> None:
    """Words are dropped from the middle, and nobody is named."""
    quotes = shared(
        compared(
            "The mayor, Ada Brandt, said the wall was “a grey, leaking, shapeless and dangerous heap of stone”.",
            "“Grey, leaking and dangerous”. The wall was shut on Monday.",
        )
    )
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ada Brandt"]


def test_two_translations_are_linked_by_what_they_tell() -> None:
    """Other words, same content, same speaker."""
    (quote,) = shared(
        compared(
            "“Rebuilding the harbour is a victory for every fisherman and for the whole northern coast,” Ada Brandt said.",
            "“The reconstruction of the harbour is not only a victory for fishermen but for all the northern coast,” Ada Brandt said.",
        )
    )
    assert len(quote.mentions) == 2


def test_a_sentence_without_marks_is_linked_as_paraphrase() -> None:
    """The same speaker tells the same without marks."""
    (quote,) = shared(
        compared(
            "“The harbour wall protected every fishing boat during the storm,” Ada Brandt said.",
            "Ada Brandt said the harbour wall had protected every fishing boat during the storm.",
        )
    )
    assert [m.kind for m in quote.mentions] == ["verbatim", "paraphrase"]


def test_different_utterances_of_one_speaker_stay_apart() -> None:
    """Shared words of the event do not make one utterance."""
    result = compared(
        "“The harbour wall held,” Ada Brandt said.",
        "“We need a new harbour master by spring,” Ada Brandt said.",
    )
    assert shared(result) == []


def test_one_utterance_given_to_two_people_is_a_conflict() -> None:
    """Both attributions are shown, neither is preferred in words."""
    (quote,) = shared(
        compared(
            "“Not one boat will be delayed by a single hour,” said Ada Brandt.",
            "“Not one boat will be delayed by a single hour,” said Karl Odd.",
        )
    )
    assert quote.conflict == "Outlet 1 gives it to “Ada Brandt”, Outlet 2 to “Karl Odd”"
    assert quote.attributions == (("Outlet 1", "Ada Brandt"), ("Outlet 2", "Karl Odd"))


def test_a_report_of_an_unknown_outlet_is_called_by_its_title() -> None:
    """Where two reports give words to two people, nobody reads an identifier."""
    one = an_article(
        "“Not one boat will be delayed by an hour,” said Ada Brandt.", id="a1", source="Outlet 1"
    )
    two = an_article("“Not one boat will be delayed by an hour,” said Karl Odd.", id="a2", source=None)
    (quote,) = shared(comparison(an_event((one, two)), (one, two), settings=CompareSettings())[0])
    assert quote.attributions[1] == (f"“{two.title.value}”", "Karl Odd")


def test_every_mention_is_verbatim_from_its_paragraph() -> None:
    """The span gives the text back."""
    texts = ("“The wall held,” Ada Brandt said. “It always has.”", "Brandt said the wall “always has” held.")
    for quote in compared(*texts).quotes:
        for m in quote.mentions:
            assert texts[int(m.article[1]) - 1][m.span[0] : m.span[1]] == m.text


def test_a_long_quotation_stands_in_two_quotes_with_the_part_that_others_carry() -> None:
    """Each half is linked to the outlet that has it."""
    result = compared(
        "“Our fishing fleet returned without a scratch tonight, but the old lighthouse tower is lost for ever,” Ada Brandt said.",
        "“Our fishing fleet returned without a scratch tonight,” Ada Brandt said.",
        "“The old lighthouse tower is lost for ever,” Ada Brandt said.",
    )
    assert sorted(len(q.mentions) for q in shared(result)) == [2, 2]


def compared_in(languages: tuple[str, ...], *texts: str) -> Comparison:
    articles = tuple(
        an_article(t, id=f"a{n}", source=f"Outlet {n}", language=code)
        for n, (t, code) in enumerate(zip(texts, languages, strict=True), 1)
    )
    return comparison(an_event(articles), articles, settings=CompareSettings())[0]


def test_one_utterance_in_two_languages_is_one_quote() -> None:
    """The speaker, words of one meaning and words that look alike tie the sentences; the other sentence stays apart."""
    result = compared_in(
        ("en", "fr"),
        "“The bridge will be rebuilt before winter. Nobody was hurt in the village,” said Ada Brandt.",
        "« Le pont sera reconstruit avant l’hiver », a déclaré Ada Brandt. « Il faut payer les ouvriers », a-t-elle ajouté.",
    )
    (quote,) = shared(result)
    assert [m.text for m in quote.mentions][1] == "Le pont sera reconstruit avant l’hiver"


def test_a_speaker_is_described_in_the_words_of_the_language_of_most_reports() -> None:
    """The French report comes first; the page is English."""
    said = "“The bridge will be rebuilt before winter,” said Ada Brandt, the mayor of Norham."
    result = compared_in(
        ("fr", "en", "en"),
        "« Le pont sera reconstruit avant l’hiver », a déclaré Ada Brandt, maire de Norham.",
        said,
        said,
    )
    (quote,) = shared(result)
    assert quote.speaker is not None and quote.speaker.role == "mayor of Norham"


def test_two_utterances_of_one_speaker_in_two_languages_stay_apart() -> None:
    """One shared word is too little, whoever speaks."""
    result = compared_in(
        ("en", "ar"),
        "“The harbour wall held through the storm,” said Ada Brandt.",
        "وقالت أدا برانت: «سيبدأ بناء الميناء الجديد في الربيع المقبل».",
    )
    assert shared(result) == []


def test_two_sentences_given_as_one_quotation_or_as_two_are_linked_one_by_one() -> None:
    """Where another outlet breaks a quotation with "she said", each sentence finds its like."""
    result = compared(
        "“We are very proud of this bridge. Nobody had built one across the strait,” Ada Brandt said.",
        "“We are very proud of this bridge,” Ada Brandt said. “Nobody had built one across the strait.”",
    )
    assert sorted(len(q.mentions) for q in shared(result)) == [2, 2]


def test_a_thing_called_by_a_name_in_marks_is_no_quote() -> None:
    """What someone calls a thing is said by them; what it is called is its name."""
    result = compared(
        "The team used a method called “slow weaving” on the nets. Ada Brandt attacked what she called “a theft”."
    )
    assert [m.text for q in result.quotes for m in q.mentions] == ["a theft"]


def test_one_speakers_like_words_on_two_days_stay_apart() -> None:
    """Two near-synonyms, or only the names of what is spoken of, do not make one utterance."""
    days = compared(
        "“This is a harbour of truly huge scale,” Ada Brandt said.",
        "“This harbour’s great for a lot of reasons,” Ada Brandt said.",
    )
    assert shared(days) == []
    names = compared(
        "“I was not pleased with how Captain Sam Ortiz’s hearing was led by the Coast Guard,” Ada Brandt said.",
        "“The Coast Guard will not be taking away Captain Sam Ortiz’s silver whistle,” Ada Brandt said.",
    )
    assert shared(names) == []


def test_short_and_full_given_names_of_one_surname_do_not_contradict() -> None:
    """ "Chris" and "Christopher" are one person, not a conflict of attribution."""
    (quote,) = shared(
        compared(
            "“The harbour wall held through the whole of the storm,” said Christopher Ortiz.",
            "“The harbour wall held through the whole of the storm,” said Chris Ortiz.",
        )
    )
    assert quote.conflict is None


def test_a_body_with_and_without_its_nation_is_one_speaker() -> None:
    """Two quotations of one event stand under one name, unless two nations have such a body there."""
    one = compared(
        "“The bridge is ours since the early morning,” the Danish army’s general staff said.",
        "“Nobody was hurt when the last lorry crossed,” the army’s general staff said.",
    )
    assert {q.speaker.name for q in one.quotes if q.speaker} == {"Danish army’s general staff"}
    two = compared(
        "“The bridge is ours since the early morning,” the Danish army’s general staff said.",
        "“Nobody was hurt when the last lorry crossed,” the army’s general staff said.",
        "“We have left the northern bank to them,” the Swedish army’s general staff said.",
    )
    assert len({q.speaker.name for q in two.quotes if q.speaker}) == 3


LIKE_WORDS = (
    "If it is used too often, the siren is a dreadful waste of our harbour time",
    "It is a waste of harbour time",
)


def said_on(days: tuple[str, str], sentence: str) -> list[Quote]:
    """What two articles, published on these days, have in common where each brings like words of one person."""
    articles = tuple(
        an_article(sentence.format(f"“{words}”"), id=f"a{n}", source=f"Outlet {n}", published=day)
        for n, (words, day) in enumerate(zip(LIKE_WORDS, days, strict=True))
    )
    return shared(comparison(an_event(articles), articles, settings=CompareSettings())[0])


def test_like_words_in_articles_months_apart_are_two_utterances() -> None:
    """The same words in articles of one day are one."""
    told = "{}, Ada Brandt said."
    assert len(said_on(("2024-03-30", "2024-03-31"), told)) == 1
    assert said_on(("2023-05-02", "2024-03-31"), told) == []


def test_like_words_on_two_days_of_the_week_are_two_utterances() -> None:
    """Days that follow on one another are not told apart: a statement late on Sunday is Monday's news."""
    articles = [
        [
            an_article(f"“{w}”, Ada Brandt said on {d}.", id=f"a{n}", source=f"Outlet {n}")
            for n, (w, d) in enumerate(zip(LIKE_WORDS, pair, strict=True))
        ]
        for pair in (("Sunday", "Monday"), ("Tuesday", "Friday"))
    ]
    found = [
        shared(comparison(an_event(tuple(a)), tuple(a), settings=CompareSettings())[0]) for a in articles
    ]
    assert [len(f) for f in found] == [1, 0]


def test_a_body_that_one_outlet_gives_an_office_is_no_conflict() -> None:
    """ "Seahopper Offshore" and "helicopter operator Seahopper" do not contradict one another."""
    words = "“We have always accepted that we made mistakes over telephone calls”"
    (quote,) = shared(
        compared(f"{words}, Seahopper Offshore said.", f"Helicopter operator Seahopper said: {words}.")
    )
    assert quote.conflict is None


def test_a_paragraph_without_marks_or_speaker_is_linked_where_it_has_the_words() -> None:
    """A block of speech set off behind a colon; a sentence that shares few of the words is not it."""
    words = "We shall think of this night whenever they ask us once more to make the largest payment to the harbour fund"
    quoted = f"“{words},” Ada Brandt said."
    (quote,) = shared(compared(quoted, f"She closed with a warning:\n\n{words}. And so on."))
    assert {m.kind for m in quote.mentions} == {"verbatim", "paraphrase"}
    assert quote.speaker is not None and quote.speaker.name == "Ada Brandt"
    assert shared(compared(quoted, "The largest payment to the harbour fund came from the town.")) == []


def test_a_body_speaks_under_one_name_in_full_and_in_initials() -> None:
    """One outlet writes the initials that another explains."""
    named = "The World Rowing Federation (WRF) said it was “ready to talk to all the crews”."
    full, short = (
        an_article(t, id=f"a{n}", source=f"Outlet {n}")
        for n, t in enumerate((named, "The WRF said the race was “not on the list of cancelled races”."), 1)
    )
    at = named.index("WRF")
    body = NameMention("World Rowing Federation", "organisation", full.blocks[0].id, at, at + 3)
    articles = (replace(full, names=(body,)), short)
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert {q.speaker.name for q in result.quotes if q.speaker} == {"World Rowing Federation"}


def test_a_speaker_is_written_in_one_case() -> None:
    """As within a sentence, where one outlet's sentence opens with it and another's does not."""
    made = compared(
        "State television said “the harbour is closed to all ships”.",
        "“The mill is open to all again,” state television said.",
    )
    assert {q.speaker.name for q in made.quotes if q.speaker} == {"state television"}
