"""Figures of several outlets by what they count."""

from __future__ import annotations

import pytest

from site_gen.compare import comparison
from site_gen.compare.figures.counted import count
from site_gen.compare.figures.numbers import numbers
from site_gen.compare.pieces import pieces
from site_gen.model import Figure
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event


def figures(*texts: str, language: str = "en") -> list[Figure]:
    """The figures that more than one of the articles has."""
    articles = tuple(
        an_article(t, id=f"a{n}", source=f"Outlet {n}", language=language) for n, t in enumerate(texts, 1)
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    return [f for f in result.figures if len({m.article for m in f.mentions}) > 1]


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        ("The flood killed 300 people.", "More than 500 people have died in the flood.", "differ"),
        ("The flood killed 42 people.", "The flood claimed 42 lives.", "agree"),
        ("The death toll rose to 45.", "Forty-five people are dead.", "agree"),
        ("The mud is four metres deep.", "The mud lies 13 feet deep.", "agree"),
        ("The firm paid $2.4 billion for its rival.", "The firm bought the rival for $2.4bn.", "agree"),
        ("Some 1,200 residents were evacuated.", "Nearly 1,200 people fled their homes.", "agree"),
        ("The war is nearly six years old; a nearly six-year-old war.", "It is a five-year war.", "agree"),
        (
            "The court fined each of them 40,000 Egyptian pounds.",
            "The court fined each of them 30,000 pounds.",
            "differ",
        ),
        ("The alarm rang at 2:46 p.m. in the mill.", "The mill's alarm rang at 2:46pm.", "agree"),
        ("At the meeting 128 towns voted for the dam.", "The union voted 128-9 for the dam.", "agree"),
        ("There were 35 abstentions in the vote on the dam.", "Thirty-five towns abstained.", "agree"),
        ("The alarm rang at 2:46 p.m. in the mill.", "The mill's alarm rang at 2:52pm.", "differ"),
        ("A five-year-old boy was hurt.", "The six-year-old boy fell at the mill.", "differ"),
        (
            "The singer Ada Brandt has died. She was 50.",
            "Ada Brandt was found dead at the age of 50.",
            "agree",
        ),
        ("Brandt was 50. The dam was hers.", "Ada Brandt, 50, built the dam.", "agree"),
        ("Some 60 excavators came to the mill.", "Around 80 diggers came to the mill.", "differ"),
        ("More than a dozen towns shut their mills.", "At least 15 towns shut their mills.", "agree"),
        ("More than two dozen towns shut their mills.", "There 32 towns shut their mills.", "agree"),
        ("Nearly two dozen towns shut their mills.", "There 23 towns shut their mills.", "agree"),
        ("The council passed the law 52-48.", "The law was passed in a 52-47 vote.", "differ"),
        ("Each bridge lasts 10 to 15 years, Oyo said.", "Each bridge lasts 15 years, Oyo said.", "differ"),
        (
            "Officials said the flood left three people dead, revising the toll down from eight.",
            "The flood at the mill killed eight people.",
            "differ",
        ),
        (
            "The well is 80m deep. Earlier reports had put it at a depth of 40m.",
            "The well at the mill is 40m deep.",
            "differ",
        ),
        ("The lamp weighs 2,900 pounds.", "The lamp at the mill weighs 1,315 kg.", "agree"),
        ("Each bridge lasts 10 to 15 years, Oyo said.", "Each bridge lasts 10-14 years, Oyo said.", "differ"),
        ("The mill made 5,000 loaves a month.", "The mill made 5,000 loaves.", "agree"),
        (
            "At least 4,000 fighters left overnight.",
            "More than 4,000 fighters left the town.",
            "scope differs",
        ),
    ],
)
def test_numbers_that_count_one_thing_are_put_together(a: str, b: str, status: str) -> None:
    """Synonyms, words, units, hedges and scope."""
    assert status in [f.status for f in figures(a, b)]


def test_two_named_persons_of_one_age_are_two_figures() -> None:
    """Equal ages of people of other names never go together."""
    first = "Kim Oyo, 18, was hurt at the mill. Police held Ada Brandt, 18, at the mill."
    found = figures(first, "Kim Oyo, 18, was hurt at the mill, police said, and held Ada Brandt, 18.")
    assert sorted(f.counts for f in found) == ["age of Ada Brandt", "age of Kim Oyo"]


def test_who_was_hurt_behind_and_is_not_counted_with_those_killed() -> None:
    """ "killed two pupils and wounded four" has two figures."""
    texts = (
        "The mill fire killed two pupils and wounded four.",
        "The fire killed two pupils and wounded four there.",
    )
    assert sorted(f.counts for f in figures(*texts)) == ["people injured", "pupils killed"]


def test_one_time_of_day_is_of_one_scope() -> None:
    """What stands behind a time of day does not make it another."""
    texts = (
        "The alarm rang at 2:46 p.m. in the mill.",
        "The mill's alarm rang at 2:46pm, in part of the hall.",
    )
    assert [f.status for f in figures(*texts)] == ["agree"]


@pytest.mark.parametrize(
    ("sum_", "year", "status"),
    [("$100 million", 2015, "differ"), ("$50 million", 2015, "agree"), ("$100 million", 1912, "agree")],
)
def test_sums_in_two_currencies_differ_where_no_rate_of_the_time_makes_them_one(
    sum_: str, year: int, status: str
) -> None:
    """No pound of the last decades was worth three dollars; of older times nothing is said."""
    texts = "The hall will cost £35 million, Oyo said.", f"The hall will cost {sum_}, Oyo said."
    articles = tuple(
        an_article(t, id=f"a{n}", source=f"Outlet {n}", published=f"{year}-05-0{n}")
        for n, t in enumerate(texts, 1)
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert [f.status for f in result.figures] == [status]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The raids killed 35,000 fighters.", "Some 35,000 people were evacuated from the town."),
        ("About 300 soldiers joined the search.", "The quarry employs 300 people in the town."),
        ("Shares in Pell rose 24 percent.", "Some 24 residents were hurt."),
        ("The ferry, licensed for 160, sank off Tarvo.", "Some 160 people were aboard the ferry."),
        ("Two buses from the villages arrived.", "The last four buses carrying officials left town."),
    ],
)
def test_numbers_of_different_things_stay_apart(a: str, b: str) -> None:
    """Equal or not, they count something else."""
    assert figures(a, b) == []


def test_a_label_is_made_of_the_articles_words() -> None:
    """What is counted is named as an outlet names it."""
    (figure,) = figures(
        "A war that has claimed 300,000 lives.", "Some 500,000 people have been killed in the war."
    )
    assert figure.counts == "people killed in the war"


def test_a_currency_is_one_unit_however_it_is_written() -> None:
    """A sign, a word and a code; so numbers that are the same are not shown as rounded."""
    (figure,) = figures(
        "The mill's loss was put at $2.5 million.", "The mill's loss was put at 2.5 million dollars."
    )
    assert {m.unit for m in figure.mentions} == {"USD"}


@pytest.mark.parametrize(
    ("text", "language"), [("One in nine of the town's workers has no job.", "en"), ("Un sur neuf des habitants est parti.", "fr")]
)  # fmt: skip
def test_of_how_many_one_is_counts_nothing(text: str, language: str) -> None:
    """ "One in nine workers" are not nine workers."""
    articles = tuple(an_article(text, id=id, source=id, language=language) for id in ("a1", "a2"))
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert all(m.value != 9 for f in result.figures for m in f.mentions)


def test_figures_in_three_languages_count_one_thing() -> None:
    """Kinds and happenings have one name in all tables."""
    articles = (
        an_article("A fire killed at least 12 people.", id="en", source="A"),
        an_article("Un incendie a fait au moins 12 morts.", id="fr", source="B", language="fr"),
        an_article("أدى الحريق إلى مقتل ١٢ شخصا.", id="ar", source="C", language="ar"),
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert {m.article for m in result.figures[0].mentions} == {"en", "fr", "ar"}


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        ("Dreiundzwanzig Menschen wurden verletzt.", "23 Menschen wurden bei dem Brand verletzt.", "agree"),
        ("Rund 1.200 Bewohner wurden evakuiert.", "Knapp 1.200 Menschen flohen aus ihren Häusern.", "agree"),
        ("Der Schaden beträgt 2,5 Millionen Euro.", "Der Schaden liegt bei 2.500.000 Euro.", "agree"),
        ("Das Wasser ist 4 Meter tief.", "Das Wasser ist 400 cm tief.", "agree"),
        ("Das Feuer tötete 12 Menschen.", "Bei dem Feuer starben mindestens 15 Menschen.", "differ"),
        ("Fünf Menschen starben.", "Bei dem Brand kamen sechs Menschen ums Leben.", "differ"),
        ("Das Projekt kostet 12 Mio. Euro.", "Das Projekt kostet 14 Millionen Euro.", "differ"),
        ("Die Feuerwehr rettete 14 Menschen.", "14 Bewohner wurden gerettet.", "agree"),
    ],
)
def test_a_language_of_a_table_alone_has_its_figures_compared(a: str, b: str, status: str) -> None:
    """German has no line of code of its own."""
    assert [f.status for f in figures(a, b, language="de")] == [status]


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        ("23 heridos.", "Veintitrés personas resultaron heridas.", "agree"),
        ("Treinta y dos personas han muerto.", "Hay 32 fallecidos.", "agree"),
        ("Unos 1.200 vecinos fueron evacuados.", "Casi 1.200 personas tuvieron que ser evacuadas.", "agree"),
        ("Los daños ascienden a 2,5 millones de euros.", "Los daños suman 2.500.000 euros.", "agree"),
        ("El incendio mató a 12 personas.", "En el incendio murieron al menos 15 personas.", "differ"),
        ("Murieron mil personas.", "Murieron 1.200 personas.", "differ"),
        ("Han ardido 300 hectáreas.", "Se quemaron 350 hectáreas.", "differ"),
    ],
)
def test_spanish_figures_are_compared_by_its_table(a: str, b: str, status: str) -> None:
    """Words with accents and numbers of several words, points of thousands, what happened to whom."""
    assert [f.status for f in figures(a, b, language="es")] == [status]


def test_a_german_figure_and_an_english_one_count_one_thing() -> None:
    """Kinds and happenings have one name in all tables."""
    articles = (
        an_article("A fire hurt 23 people.", id="en", source="A"),
        an_article("Bei dem Brand wurden 23 Menschen verletzt.", id="de", source="B", language="de"),
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert {m.article for m in result.figures[0].mentions} == {"en", "de"}


def test_what_is_counted_is_not_the_one_who_says_it() -> None:
    """ "Nine fires were reported" has no speaker; the board of the next sentence is one."""
    first = "Nine fires were reported and three people were burned, according to the board."
    found = figures(first, "The board said four people were burned.")
    assert {m.said_by for f in found for m in f.mentions} <= {None, "The board", "the board"}


def test_a_row_of_bare_numbers_is_no_figure() -> None:
    """A list of scores counts nothing that could be named."""
    articles = tuple(
        an_article(t, id=f"a{n}", source=f"Outlet {n}")
        for n, t in enumerate(("Oyo 61, 88, 117; Lee 14.", "A goal."), 1)
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert all(any(c.isalpha() for c in f.counts) for f in result.figures)


def test_sums_in_two_currencies_are_linked_by_their_conversion() -> None:
    """A text that converts says what the other's sum is."""
    (figure,) = figures("The bridge cost £3.5bn ($4.4bn) to build.", "The bridge cost $4.4 billion to build.")
    assert figure.status == "agree"


def test_a_part_of_those_counted_is_not_the_whole() -> None:
    """ "23 of those hurt" are some of them."""
    assert figures("Twenty-three of those hurt are in hospital.", "More than 30 people were hurt.") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The number of jobless fell by 3.86 million.", "The number of jobless fell by 3.8 million."),
        ("The cross, 30m high, fell at Norham.", "The 100ft cross fell at Norham."),
        ("The 30m-high (100ft) cross fell at Norham.", "The 30-metre cross fell at Norham."),
        ("In total 529 clerks were sacked.", "The mayor sacked 529 clerks."),
    ],
)
def test_one_number_in_two_forms_agrees(a: str, b: str) -> None:
    """Cut short, in another unit, twice in one text, or called a total."""
    assert [f.status for f in figures(a, b)] == ["agree"]


def test_a_death_sentence_is_no_death() -> None:
    """Those condemned are not those killed."""
    assert figures("The court passed 720 death sentences.", "The riot killed 1,000 people.") == []


def test_others_are_the_rest_of_those_told_of() -> None:
    """ "20 others were hurt" is no total where some hurt were told of before, and one where only the dead were."""
    total = "In all 27 people were hurt."
    assert figures("Four were badly hurt and 20 others were slightly hurt.", total) == []
    (figure,) = figures("At least four people were killed and 20 others were hurt.", total)
    assert figure.status == "differ"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Some 5,000 homes were evacuated.", "The fire led to the evacuation of 5,000 people."),
        ("An 18-wheeler lorry hit the bus in Norham.", "The bus ran into an 18-wheel lorry near Norham."),
    ],
)
def test_what_only_looks_alike_is_kept_apart(a: str, b: str) -> None:
    """People are not houses, and what is part of a name counts nothing."""
    assert figures(a, b) == []


def test_sums_that_differ_are_put_together_where_nothing_else_comes_near() -> None:
    """A second bond in one article leaves open which is meant."""
    one = "Orrin Vale was freed on $1 million bail on Monday."
    two = "A clerk thought that his bond might be nearer $3 million."
    (figure,) = figures(one, two)
    assert figure.status == "differ"
    assert figures(one, f"His bond is expected to be set at $2 million, a lawyer said.\n\n{two}") == []


def test_counts_that_differ_in_unlike_sentences_are_two_figures() -> None:
    """There are carts behind the mill and others on the bridge: that is no contradiction."""
    one = "Some 90 carts stand behind the mill at Norham."
    two = "Oyo closed the bridge with 80 carts from the hills."
    assert figures(one, two) == []


def test_equal_numbers_agree_though_one_is_told_so_far() -> None:
    """What is told "so far" is told of the whole until then, and an age is no part of anything."""
    one, two = "Divers have found 24 bodies so far.", "Divers found the 24 bodies in the wreck."
    assert {f.status for f in figures(one, two)} == {"agree"}
    told = "Police held Ada Brandt, 18, this morning.", "Police held Ada Brandt, 18, at the mill."
    assert [f.status for f in figures(*told)] == ["agree"]


def test_a_length_of_time_agrees_with_the_whole_units_that_it_goes_beyond() -> None:
    """ "About eight minutes" is said of 8 minutes and 46 seconds; two that are as fine are not."""
    one = "The alarm rang for 8 minutes, 46 seconds in the mill."
    assert [f.status for f in figures(one, "The alarm rang for about eight minutes in the mill.")] == [
        "agree"
    ]
    assert [f.status for f in figures(one, "The alarm rang for 7 minutes, 20 seconds in the mill.")] == [
        "differ"
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The two countries signed the treaty.", "A treaty of all three countries was signed."),
        ("In Norham 683 men were sentenced to death.", "In Norham 683 men were killed."),
        ("Analysts had forecast sales of 900,000 carts.", "The mill had sales of 950,000 carts."),
        ("Oyo is serving a life sentence, 25 years.", "In all Oyo was given a total of 45 years."),
        ("The mill sold 9,000 carts, up 1,300.", "The mill sold 1,200 carts."),
        (
            "Clerks claimed wages for nine straight weeks.",
            "The mill shut ten weeks ago, and wages were claimed.",
        ),
        ("The alarm rang at 2:46 p.m. in the mill.", "The mill's alarm rang at 9:52 p.m."),
        ("She heard three shots at the mill.", "He is accused of shooting three people at the mill."),
        (
            "The siege of Harn is over. On Sunday two buses with people of the mountain villages arrived in Harn.",
            "The last four buses carrying soldiers and their families arrived in Ostby, the station said.",
        ),
    ],
)
def test_what_is_only_taken_up_or_came_to_something_else_is_kept_apart(a: str, b: str) -> None:
    """ "The two countries" counts nothing; the condemned are not the dead."""
    assert figures(a, b) == []


def test_how_often_is_told_of_what_was_done() -> None:
    """ "Fired eight shots" and "shot eight times" are one."""
    (figure,) = figures(
        "The guard fired eight shots at Orrin Vale.", "The guard shot Orrin Vale eight times."
    )
    assert figure.status == "agree"


def test_an_age_may_be_told_without_a_name() -> None:
    """Equal ages are one person's where one text leaves open whose."""
    (figure,) = figures(
        "A guard shot Orrin Vale, 50, at Norham.", "The 50-year-old driver was shot in the back."
    )
    assert figure.counts == "age of Orrin Vale"


def test_the_ages_of_one_person_are_compared() -> None:
    """By the name; an age that one outlet alone gives is not shown."""
    (figure,) = figures("Ida Lund, 47, was fined.", "The court fined Ida Lund, 48, a clerk.")
    assert (figure.counts, figure.status) == ("age of Ida Lund", "differ")


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        ("The firm bid $82 per share.", "Its bid of $82 a share was refused.", "bid per share"),
        ("Its shares fell 4 percent.", "The shares fell 4%.", "fall of shares"),
        ("A six-year war.", "The six-year-old war.", "length of war"),
        ("The mud lay four metres deep.", "Mud four metres deep covered it.", "depth of mud"),
        ("States would lend $56 million.", "They were to lend $56 million.", "sum lent"),
        (
            "Twelve buses carrying pupils left.",
            "Then twelve buses carrying pupils left.",
            "buses carrying pupils",
        ),
        ("Some 30 others were hurt.", "Thirty others were hurt.", "people injured"),
        ("A son just 2 weeks old was saved.", "Their son, 2 weeks old, was saved.", "age: son"),
        ("Fire burned 600 acres.", "The blaze scorched 600 acres in Vale.", "area burned: Fire"),
        ("He got a nine-year sentence.", "A nine-year sentence was asked.", "length of sentence"),
        (
            "Six Ostrey shipping and trading firms closed.",
            "Six Ostrey shipping firms shut.",
            "Ostrey shipping and trading firms closed",
        ),
        ("The flood killed 42 people.", "Forty-two people died in the flood.", "people killed in the flood"),
        (
            "It sank 12 miles off Vale.",
            "The boat went down 12 miles off Vale.",
            "miles off Vale",
        ),
        (
            "The firm shut, paying wages of $16 an hour.",
            "It shut, paying wages of $16 an hour.",
            "wages per hour",
        ),
        (
            "Three New Norham City ferries met.",
            "Three New Norham City ferries sank.",
            "New Norham City ferries",
        ),
        ("A thousand men between the ages of 20 and 44.", "A thousand men ran.", "men between the ages"),
        (
            "The mill sent a 75-page letter.",
            "In a 75-page letter it said no.",
            "pages of letter",
        ),
        ("Two men died after the bus they took fell.", "Two men died in Vale.", "men killed in Vale"),
        (
            "Vale rose 28 percent to Friday's close.",
            "Vale rose 28 percent last year.",
            "rise of Vale",
        ),
    ],
)
def test_a_figure_is_called_by_what_it_counts_or_measures(a: str, b: str, label: str) -> None:
    """A short noun phrase: a noun and what happened to it, or what is measured."""
    assert label in [f.counts for f in figures(a, b)]


def test_a_number_of_those_who_voted_is_no_other_tally() -> None:
    """Nor is it one where nobody voted."""
    tally = "The union voted 128-9 for the dam."
    assert figures("At the meeting 127 towns voted for the dam.", tally) == []
    assert figures("At the meeting 128 towns had paid for the dam.", tally) == []


def test_what_is_said_of_a_thing_is_no_age() -> None:
    """Only of "he", "she" and a name that opens the sentence a bare number is an age."""
    assert figures("The toll in Norvale was 50.", "Ada Brandt, 50, built the dam.") == []


def test_things_and_persons_are_not_one_number() -> None:
    """Though the sentences are alike."""
    tanks = "Three tanks were sent to the palace in Norvale."
    assert (
        figures(tanks, "The tanks came to the palace in Norvale after three demonstrators were shot.") == []
    )


def test_what_is_only_pointed_at_names_nobody_and_nothing() -> None:
    """ "He said" is no source, and "14 times" of one outlet no figure."""
    found = figures("He said 42 clerks were sacked.", "The mayor sacked 42 clerks.")
    assert {m.said_by for f in found for m in f.mentions} == {None}
    articles = (an_article("It rang 14 times.", id="a1"), an_article("A bell rang.", id="a2", source="B"))
    assert comparison(an_event(articles), articles, settings=CompareSettings())[0].figures == ()


def test_a_part_of_a_number_is_no_time() -> None:
    """ "Two hours and a quarter" tells of no quarter of a year."""
    found = figures(
        "The two were outside for two hours and a quarter.",
        "The two were outside for 2 hours and 31 minutes.",
    )
    assert [m.scope for f in found for m in f.mentions] == [None, None]


def test_a_measure_of_which_nothing_is_said_is_called_by_its_kind() -> None:
    """And by the words before it."""
    text = "Scientists hope that they have not been disturbed for four billion years."
    (figure,) = figures(text, text)
    assert figure.counts == "length of time: disturbed"


def test_a_measure_of_a_language_without_headings_is_called_by_its_clause() -> None:
    """The number left out; no English word stands in it."""
    text = "La barca pesca 35 kg di tonno secondo la banca."
    articles = tuple(an_article(text, id=id, source=id, language="it") for id in ("a1", "a2"))
    (figure,) = comparison(an_event(articles), articles, settings=CompareSettings())[0].figures
    assert (figure.counts, figure.language) == ("La barca pesca … di tonno secondo la banca", "it")


def test_no_two_figures_of_an_event_are_called_alike() -> None:
    """ "Persons" and "people" are one word here; the words beside each number tell them apart."""
    texts = (
        "The ferry Ostra had 2,200 persons on board. The tug Vale has 866 people on board.",
        "There were 2,200 persons on board the Ostra. The tug Vale has 866 people on board.",
    )
    names = [f.counts.casefold().replace("persons", "people") for f in figures(*texts)]
    assert len(names) == len(set(names)) == 2


def test_words_that_tell_figures_apart_do_not_say_the_figure_again() -> None:
    """Behind the colon stands what is new: not "persons on board: persons on the liner"."""
    texts = (
        "There were about 2,200 persons on the liner. The tug Vale has 866 people on board.",
        "She had 2,200 persons on board. The tug Vale has 866 people on board.",
    )
    tails = [f.counts.partition(": ")[2] for f in figures(*texts)]
    assert not any(tail.startswith(("persons", "people", "on ")) for tail in tails)


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Nine boats sank in the storm, police said.", "police"),
        ("Nine boats sank in the storm, said Ada Brandt.", "Ada Brandt"),
        ("Police said nine boats sank in the storm.", "Police"),
        ("Nine boats sank on the sands that police said were safe.", None),
    ],
)
def test_who_said_a_number_is_who_says_it_in_its_clause(text: str, said_by: str | None) -> None:
    """A speaker who only stands in a later clause has not said it."""
    (figure,) = figures(text, "Nine boats sank.")
    assert figure.mentions[0].said_by == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("After a six-day strike, the Norham council said it had met the weavers.", None),
        ("In a six-day strike, the Norham council said the mill was shut.", None),
        ("It ended after a six-day strike, the Norham council said the next day.", "the Norham council"),
        ("“It was a six-day strike,” the Norham council said, the first in Vale.", "the Norham council"),
        (
            "The six-day strike of the Norham councillors was over, the Norham council said.",
            "the Norham council",
        ),
    ],
)
def test_what_stands_before_the_words_of_a_speaker_is_the_narrators(text: str, said_by: str | None) -> None:
    """Where the speaker's own words follow the verb of speech; else they stood before it."""
    (figure,) = figures(text, "The six-day strike is over.")
    assert figure.mentions[0].said_by == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Norham mills added about 9,000 jobs in May.", None),
        ("Norham mills added 9,000 jobs in May, the council said.", "the council"),
        ("The council added 9,000 jobs were lost in May.", "The council"),
        ("Some 9,000 jobs were new, as 5,000 more Norvalers reported.", None),
    ],
)
def test_who_only_makes_a_number_greater_says_nothing(text: str, said_by: str | None) -> None:
    """ "Added" right before a number is no speech unless a clause follows; nor does the end of a number speak."""
    found = figures(text, "Norham mills have 9,000 jobs in May.")
    assert [m.said_by for f in found for m in f.mentions if m.article == "a1" and m.value == 9000] == [
        said_by
    ]


def test_an_age_is_of_no_body() -> None:
    """ "A 29-year-old Norham Army private": the army is not 29."""
    text = "A 29-year-old Norham Army private was held."
    row = pieces(text, 0, len(text), "en")
    (number,) = numbers(row, "en")
    assert count(row, number, text, "en", [number]).owner == frozenset()
    text = "A 29-year-old Norham Army private Ada Brandt was held."
    row = pieces(text, 0, len(text), "en")
    (number,) = numbers(row, "en")
    assert count(row, number, text, "en", [number]).owner == {"ada", "brandt"}


def test_an_age_is_of_the_name_before_its_article() -> None:
    """And no place behind it is its owner."""
    a = "Police held Ida Lund, a 47-year-old longtime clerk of a Norvale bank."
    b = "47-year-old Ida Lund will be heard in June."
    assert [f.counts for f in figures(a, b)] == ["age of Ida Lund"]


@pytest.mark.parametrize(
    ("a", "b", "units"),
    [
        ("The fare rose 24 percent in May.", "The fare rose 30% in May.", {"%"}),
        ("The mud is four metres deep.", "The mud lies 13 feet deep.", {"metres", "feet"}),
    ],
)
def test_a_number_says_in_what_it_is_told(a: str, b: str, units: set[str]) -> None:
    """As it is written; a percentage by its sign, however it is written."""
    assert {m.unit for f in figures(a, b) for m in f.mentions} == units
