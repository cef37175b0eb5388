"""Names in a text: people, places and organisations, without a model."""

from __future__ import annotations

import pytest

from site_gen.describe.names import find_names
from site_gen.model import Block, VocabularyTerm


def names(
    *paragraphs: str, language: str = "en", vocabulary: tuple[VocabularyTerm, ...] = ()
) -> set[tuple[str, str]]:
    """(name, kind) of every mention."""
    blocks = tuple(Block(f"p{n}", "paragraph", text, (0, len(text))) for n, text in enumerate(paragraphs, 1))
    return {(m.name, m.kind) for m in find_names(blocks, language, vocabulary=vocabulary)}


def test_a_surname_alone_is_the_person_whom_the_article_names_in_full() -> None:
    """Titles are left off; the longest form stands for all."""
    blocks = (
        Block(
            "p1",
            "paragraph",
            "President Omar al-Hadidi won. Hadidi said so, and Hadidi’s allies too.",
            (0, 70),
        ),
    )
    found = find_names(blocks, "en")
    assert [(m.name, m.kind, m.role) for m in found] == [
        ("Omar al-Hadidi", "person", "President"),
        ("Omar al-Hadidi", "person", None),
        ("Omar al-Hadidi", "person", None),
    ]


def test_offices_before_and_behind_a_name_are_its_role() -> None:
    """Capitalised, lower-case and in apposition."""
    text = "U.N. spokesman Farid Haqq told reporters. Ruritanian Defense Minister Sergei Orlov agreed. Ahmed Qorra, an official with the union, did not."
    blocks = (Block("p1", "paragraph", text, (0, len(text))),)
    roles = {m.name: m.role for m in find_names(blocks, "en") if m.kind == "person"}
    assert roles == {
        "Farid Haqq": "U.N. spokesman",
        "Sergei Orlov": "Ruritanian Defense Minister",
        "Ahmed Qorra": "official",
    }


def test_a_title_names_the_country_that_it_is_held_for() -> None:
    """A state or a town only says whence somebody is; nor is the end of a body's name a country."""
    assert ("US", "place") in names("US Secretary of State Ada Brink left.")
    assert ("Senegal", "place") in names("Senegal President Ada Brink left.")
    for title in ("Texas Sen.", "New York City Mayor", "Voice of America Director", "Georgia Gov."):
        assert {kind for _, kind in names(f"Then {title} Ada Brink left.")} <= {"person", "organisation"}


def test_capitals_that_shout_are_no_body() -> None:
    """A button of many words, or a word that the text also writes small; letters that are known stay."""
    assert names("CLICK HERE TO GET THE PORT ANSEL NEWS APP") == set()
    assert names("Do the TRUST thing, said the trust. In NATO they agree.") == {("NATO", "organisation")}


def test_who_speaks_for_a_court_is_no_part_of_its_name() -> None:
    """Courts and ministries are called after nobody; hospitals and universities are."""
    found = names("El juez del Tribunal Superior Ana Roldo dijo que no.", language="es")
    assert found == {("Tribunal Superior", "organisation"), ("Ana Roldo", "person")}
    assert ("Hospital Ana Roldo", "organisation") in names("Fue al Hospital Ana Roldo.", language="es")


def test_two_people_of_one_surname_keep_a_bare_surname_open() -> None:
    """A wrong person is worse than none."""
    found = names("President Omar al-Hadidi met his wife, Amal al-Hadidi, who said little.", "Hadidi left.")
    assert ("Omar al-Hadidi", "person") in found
    assert len([n for n in found if n[1] == "person"]) == 2


def test_an_office_and_a_surname_are_not_the_son_of_whom_the_article_tells() -> None:
    """Without an office before it the surname is his."""
    found = names("President Hadidi won. His son, Omar Hadidi Jr., met a lawyer in June.")
    assert {n for n in found if n[1] == "person"} == {("Hadidi", "person"), ("Omar Hadidi Jr", "person")}
    found = names("Omar Hadidi Jr. met a lawyer in June.", "Hadidi said so on Monday.")
    assert {n for n in found if n[1] == "person"} == {("Omar Hadidi Jr", "person")}


def test_an_acronym_and_its_full_name_are_one_organisation() -> None:
    """The longest form of the article."""
    found = names(
        "The Northern Arab News Agency, or NANA, said so.", "NANA did not say more, U.N. aides said."
    )
    assert ("Northern Arab News Agency", "organisation") in found
    assert not any(name == "NANA" for name, _ in found)


def test_organisations_are_told_by_their_heads_and_groups() -> None:
    """ "of the", "for" and group words."""
    found = names(
        "He told the International Committee of the Red Cross and the Gull Observatory for Human Rights.",
        "A spokesman for the Sham al-Bahr rebel group and officials of the State Department agreed.",
    )
    assert ("International Committee of the Red Cross", "organisation") in found
    assert ("Gull Observatory for Human Rights", "organisation") in found
    assert ("Sham al-Bahr", "organisation") in found
    assert ("State Department", "organisation") in found


def test_places_are_told_by_the_gazetteer_and_by_what_stands_around_them() -> None:
    """Directions are left off; a village is told by its preposition."""
    found = names(
        "Convoys left eastern Aleppo for Idlib Province, and buses stopped in Qaminas.",
        "France and the U.S. agreed.",
    )
    places = {name for name, kind in found if kind == "place"}
    assert places == {"Aleppo", "Idlib", "Qaminas", "France", "U.S."}


def test_plain_capitals_name_nothing() -> None:
    """Sentence starts, days, peoples, ranks alone."""
    assert (
        names(
            "Rebels left on Thursday. The Syrian president and Russian officials met. Crowds sang. Meanwhile, God knows."
        )
        == set()
    )


def test_a_vocabulary_alias_wins_in_any_language() -> None:
    """Also in Arabic, behind a joined particle."""
    term = VocabularyTerm("Omar Hadidi", "person", aliases=("عمر الحديدي", "the Lion"))
    assert ("Omar Hadidi", "person") in names(
        "التقى عمر الحديدي بالوفد في القاهرة", language="ar", vocabulary=(term,)
    )
    assert ("Omar Hadidi", "person") in names("Crowds cheered the Lion.", vocabulary=(term,))


def test_arabic_places_are_told_by_the_gazetteer() -> None:
    """Countries and large cities, joined particles left off."""
    found = names("وصل الوفد إلى القاهرة قادما من فرنسا", language="ar")
    assert ("القاهرة", "place") in found
    assert ("فرنسا", "place") in found


def test_french_names_are_told_likewise() -> None:
    """Elision, titles and group words."""
    found = names(
        "Le président Marc Lavoie a dit à M. Lavoie fils que l’armée avait quitté Marseille.", language="fr"
    )
    assert ("Marseille", "place") in found
    assert ("Marc Lavoie", "person") in found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("قال المتحدث باسم الميناء أحمد السالم إن السفينة غرقت.", [("أحمد السالم", "المتحدث باسم الميناء")]),
        ("وأضاف الوزير خالد المنصوري أن التحقيق بدأ.", [("خالد المنصوري", "الوزير")]),
        ("وصل الرئيس السوري محمود بن علي إلى الميناء.", [("محمود بن علي", "الرئيس السوري")]),
        ("وصل الرئيس إلى الميناء يوم الأحد.", []),
        ("قال وزير الخارجية إن المحادثات انتهت.", []),
    ],
)
def test_arabic_people_are_told_behind_an_office(text: str, people: list[tuple[str, str]]) -> None:
    """The body or nationality that goes with the office is part of it; without a name nobody is named."""
    blocks = (Block("p1", "paragraph", text, (0, len(text))),)
    found = [(n.name, n.role) for n in find_names(blocks, "ar") if n.kind == "person"]
    assert found == people


def test_an_arabic_family_name_goes_on_to_name_its_person() -> None:
    """Only with the article, which tells it from common words."""
    text = "قال الوزير خالد المنصوري إن التحقيق بدأ. ونفى المنصوري الخبر."
    found = find_names((Block("p1", "paragraph", text, (0, len(text))),), "ar")
    assert [n.name for n in found if n.kind == "person"] == ["خالد المنصوري", "خالد المنصوري"]


def test_a_german_noun_is_no_name_because_of_its_capital() -> None:
    """People are told by repetition, past their office; countries, cities and acronyms by themselves."""
    text = (
        "Die Bewohner der Stadt warten auf Hilfe. Hafenmeisterin Ada Brink sagte in Hamburg, die Lage sei ernst. "
        "Die Zahl der Schiffe steige, so Brink. Die EU will Deutschland helfen. Viele Schiffe liegen im Hafen der Stadt."
    )
    found = find_names((Block("p1", "paragraph", text, (0, len(text))),), "de")
    assert [(n.name, n.kind) for n in found] == [
        ("Ada Brink", "person"), ("Hamburg", "place"), ("Ada Brink", "person"), ("EU", "organisation"), ("Deutschland", "place"),
    ]  # fmt: skip


def german(*texts: str) -> list[tuple[str, str]]:
    blocks = tuple(Block(f"p{n}", "paragraph", text, (0, len(text))) for n, text in enumerate(texts, 1))
    return [(n.name, n.kind) for n in find_names(blocks, "de")]


def test_a_given_name_opens_a_german_name_and_what_stands_before_it_is_no_part() -> None:
    """Said once is enough; an office, a body or a compound before it is left off."""
    text = (
        "Das sagte der Grünen-Politiker Udo Brandt. In Norvala widersprach AfD-Spitzenmann Wolfgang Lenz. "
        "Später kam auch die Forscherin Ada Brink (SPD) hinzu."
    )
    assert german(text) == [
        ("Udo Brandt", "person"),
        ("Wolfgang Lenz", "person"),
        ("Ada Brink", "person"),
        ("SPD", "organisation"),
    ]


def test_a_german_name_keeps_its_small_particles() -> None:
    """They are common words elsewhere."""
    assert german("Das sagte Peter von der Brink in Berlin.") == [
        ("Peter von der Brink", "person"),
        ("Berlin", "place"),
    ]


def test_two_german_nouns_in_a_row_are_no_person_however_often_they_stand() -> None:
    """Neither given name nor office nor speech shows one; common words are places only behind a preposition."""
    texts = (
        "Wir zahlen sieben Prozent Mehrwertsteuer. Auf Essen gelten sieben Prozent Mehrwertsteuer. Denn Essen ist teuer.",
        "Hundert Kilo Roller. Mit Kilo Roller fahren sie. Er wohnt in Essen.",
    )
    assert german(*texts) == [("Essen", "place")]


def test_an_unknown_given_name_is_a_german_person_behind_an_office_where_the_text_goes_on() -> None:
    """The office alone could stand before any noun."""
    text = "Das sagte Ministerin Quilla Varno. Danach reiste Varno ab. Dort wartet Direktor Blorb Zand."
    assert german(text) == [("Quilla Varno", "person"), ("Quilla Varno", "person")]


def spanish(text: str) -> list[tuple[str, str, str | None]]:
    found = find_names((Block("p1", "paragraph", text, (0, len(text))),), "es")
    return [(n.name, n.kind, n.role) for n in found]


def test_a_spanish_office_before_a_comma_tells_who_is_named_behind_it() -> None:
    """With particles and two surnames, of which the first is used alone."""
    text = "El presidente del Gobierno, Pedro Lenz Marín, viajará a Sevilla. Lenz se reunirá con el alcalde, Juan de la Cruz Ortega."
    assert spanish(text) == [
        ("Pedro Lenz Marín", "person", "presidente del Gobierno"), ("Sevilla", "place", None),
        ("Pedro Lenz Marín", "person", None), ("Juan de la Cruz Ortega", "person", "alcalde"),
    ]  # fmt: skip


def test_spanish_bodies_and_places_are_told_by_what_opens_them() -> None:
    """ "Y" joins no two bodies, "Nadie" begins a sentence, and a club is no person."""
    text = (
        "La Universidad de Granada y el Tribunal Supremo no respondieron. El río Norva creció en el barrio de San Roque. "
        "Nadie murió. El Real Norvala ganó al Atlético de Sarela."
    )
    assert [(name, kind) for name, kind, _ in spanish(text)] == [
        ("Universidad de Granada", "organisation"), ("Tribunal Supremo", "organisation"), ("San Roque", "place"),
    ]  # fmt: skip


def test_a_preposition_opens_no_name_in_a_language_without_tables() -> None:
    """ "de Sarela" is where the president presides."""
    text = "La presidenta de Sarela, Ana Roldo, dimite. El Gobierno de Sarela calla. Roldo no responde."
    found = find_names((Block("p1", "paragraph", text, (0, len(text))),), "es")
    assert {n.name for n in found if n.kind == "person"} == {"Ana Roldo"}


@pytest.mark.parametrize(
    "text",
    [
        "The new Quillon Heavy is fast. They said Quillon Heavy had flown. Engineers praised the Heavy again.",
        "Quibble Pro, which costs more, is here. The Pro is small.",
        "Northport Gulls had won. The fans cheered, and Gulls supporters sang.",
        "Readers of TidePool Plus were told so.",
        "Generative AI is said to help. AI helps.",
    ],
)
def test_what_only_has_two_capitals_is_no_person(text: str) -> None:
    """Products, teams and companies stand where people do; a verb behind them tells nothing without a given name."""
    assert not [name for name, kind in names(text) if kind == "person"]


def test_a_given_name_or_an_office_makes_two_capitals_a_person() -> None:
    """Also where a word in capitals says what the person does, and where a particle opens the family name twice."""
    found = names(
        "Actor Maria Tindle said no. Etosha Quill, a farmer, agreed. Ursula von der Brink spoke. Von der Brink was late.",
        "Robert De Lavo was there. The Rev. Samuel Paul King Jr. was not.",
    )
    people = {name for name, kind in found if kind == "person"}
    assert people == {
        "Maria Tindle", "Etosha Quill", "Ursula von der Brink", "Robert De Lavo", "Samuel Paul King Jr",
    }  # fmt: skip


def test_a_name_that_runs_into_the_next_cell_is_the_name() -> None:
    """A table's cells and a second surname go on behind a person that the article names without them."""
    found = names("Ana Luisa Rodrigo won. Rodrigo spoke. Ana Luisa Rodrigo Vega, a lawyer, said so.")
    assert {name for name, kind in found if kind == "person"} == {"Ana Luisa Rodrigo"}


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("The HPA said so.", {"HPA"}),
        ("Officials of the HPA, and NATO too, agreed.", {"HPA", "NATO"}),
        ("Buy a SUV with AI in L.A. or CA, said the CEO.", set()),
        ("They signed the HTQ protocol.", set()),
        (
            "The Fish and Game Commission met the Harbour Office.",
            {"Fish and Game Commission", "Harbour Office"},
        ),
        ("He left the Quill Space Center in Florida.", {"Quill Space Center"}),
        ("The West Bank is near.", set()),
    ],
)
def test_letters_are_a_body_where_they_act_or_are_known(text: str, organisations: set[str]) -> None:
    """Other letters are things; "and" joins two fields that "the" opens, and a place behind "in" is its own."""
    assert {name for name, kind in names(text) if kind == "organisation"} == organisations


def test_an_unknown_word_behind_in_is_a_place_only_if_the_article_treats_it_so() -> None:
    """ "in Tidecare" is no place where Tidecare also does things."""
    found = names(
        "Shares in Tidecare fell. Tidecare said so. He was born in Qamina. Fire broke out near Ostle."
    )
    assert {name for name, kind in found if kind == "place"} == {"Qamina", "Ostle"}


def test_whose_white_house_it_is_and_what_an_office_is_of_are_no_part_of_the_name() -> None:
    """The building is one; behind "Director" a name may be missing."""
    found = names(
        "The Quill White House said so. The Director of National Affairs left. Senator Ada Brink of Ohio stayed."
    )
    assert ("White House", "organisation") in found
    assert {name for name, kind in found if kind == "person"} == {"Ada Brink"}


def test_a_city_is_not_told_by_a_name_that_few_know_it_by() -> None:
    """The gazetteer lists former names and those of other languages, which are other places' and people's."""
    assert names("Stalin was gone. They spoke of Stalin again.") == set()
    assert ("Kiev", "place") in names("Kiev was quiet.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nobody was surprised by Clara Ostry or by the vote.", {("Clara Ostry", "person")}),
        ("The crowd cheered Clara May at the gate.", {("Clara May", "person")}),
        ("Some voted for Gary Ostry instead.", {("Gary Ostry", "person")}),
        ("New York was a target. It had new laws.", {("New York", "place")}),
        ("The poll was paid for by Clara Motors and Clara Bank.", {("Clara Motors", "organisation"), ("Clara Bank", "organisation")}),
        ("They drove the Clara Bus to the gate.", set()),
        ("A clip from Clara For Mayor was shown.", set()),
        ("The Duke of York has said he let the side down.", set()),
        ("Prosecutors of the Southern District and of the 9th Congressional District met.", set()),
        ("“Nice,” she wrote.", set()),
        ("She was born in Nice.", {("Nice", "place")}),
        ("Nothing passed the Republican Congress.", set()),
        ("A member of the tax-writing House Ways and Means Committee said so.", {("House Ways and Means Committee", "organisation")}),
        ("The Taliban and Boko Haram are older.", {("Taliban", "organisation"), ("Boko Haram", "organisation")}),
        ("Fighters of ISIS left.", {("Islamic State", "organisation")}),
        ("They thanked Kelly Ostry and Xi Brankov.", {("Kelly Ostry", "person"), ("Xi Brankov", "person")}),
        ("He met them in the Oval Office, behind the Moon Garden.", set()),
        ("Nobody asked the House Freedom Caucus.", {("House Freedom Caucus", "organisation")}),
    ],
)  # fmt: skip
def test_what_is_named_once_is_told_by_its_words(text: str, wanted: set[tuple[str, str]]) -> None:
    """A common given name, a body that all know; no person of a bus, no place of a duke's title."""
    assert names(text) == wanted


def test_a_surname_that_is_a_city_is_the_person_named_before_unless_the_city_is_meant() -> None:
    """ "Hamilton said" behind the full name; "in Hamilton" is the city."""
    text = "Lewis Hamilton won again. Hamilton said the car was fast. He lives in Hamilton."
    blocks = (Block("p1", "paragraph", text, (0, len(text))),)
    found = [(text[m.start : m.end], m.name, m.kind) for m in find_names(blocks, "en")]
    assert found == [
        ("Lewis Hamilton", "Lewis Hamilton", "person"),
        ("Hamilton", "Lewis Hamilton", "person"),
        ("Hamilton", "Hamilton", "place"),
    ]


def test_a_son_is_not_his_father() -> None:
    """ "Jr." behind a name that the article also has without it."""
    found = names("President Omar Brink spoke.", "Omar Brink Jr. met a lawyer, and Omar Brink Jr. said so.")
    assert found == {("Omar Brink", "person"), ("Omar Brink Jr", "person")}


def test_a_surname_that_few_call_a_distant_city_by_is_no_place() -> None:
    """A name with another beginning than the city's own means it only where the city is known to many."""
    assert names("Manning threw two passes.") == set()
    assert names("The ship left Bombay and Cracow sent flowers.") == {
        ("Bombay", "place"),
        ("Cracow", "place"),
    }


def test_a_building_of_two_such_words_is_a_place() -> None:
    """A trade centre burns; a trade organisation meets."""
    found = names("Men ran into the Harbour Trade Center. The Harbour Trade Organization met on Monday.")
    assert ("Harbour Trade Center", "place") in found
    assert ("Harbour Trade Organization", "organisation") in found


def test_a_bare_name_between_two_of_that_name_stays_as_it_is() -> None:
    """ "John Marsh" is neither John A. Marsh nor John B. Marsh, where a text names both."""
    text = (
        "The surgeon John A. Marsh, 61, met the pilot John B. Marsh, 34, in Ostrey. "
        "Nobody could say which John Marsh, 61, had signed the letter, said John Marsh, who left."
    )
    found = find_names((Block("p1", "paragraph", text, (0, len(text))),), "en")
    people = [name.name for name in found if name.kind == "person"]
    assert people.count("John A. Marsh") == people.count("John B. Marsh") == 1
    assert "John Marsh" in people


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The semi-official South Korean news agency said so. A South African court agreed.", set()),
        ("Half of them are enrolled in Medicaid, and some in Medicare.", set()),
        (
            "The Marine Corps said it had found them. The Marine Corps was founded here.",
            {("Marine Corps", "organisation")},
        ),
        ("OSHA said so.", {("Occupational Safety and Health Administration", "organisation")}),
    ],
)
def test_peoples_and_programmes_are_no_places_and_a_corps_is_no_person(
    text: str, wanted: set[tuple[str, str]]
) -> None:
    """What stands behind "in" is no place by that alone; a people of two words is as little a body as one of one."""
    assert names(text) == wanted


def test_no_name_runs_from_one_item_of_a_list_into_the_next() -> None:
    """The lines of a list's block are items of their own."""
    text = "The talks were led by Mr. Carl Dow\nAnna Bell, the engineer, said so"
    found = find_names((Block("p1", "list", text, (0, len(text))),), "en")
    assert {mention.name for mention in found} == {"Carl Dow", "Anna Bell"}


def test_words_that_begin_german_sentences_are_no_places() -> None:
    """ "Dabei" is a town elsewhere."""
    text = "Dabei stieg das Wasser. Der Damm bei Lissabon brach in der Nacht."
    assert names(text, language="de") == {("Lissabon", "place")}


def test_a_small_particle_opens_a_name_that_is_never_told_in_full() -> None:
    """Each time that it is told."""
    assert names("Talks failed, and the envoy de Vallina left. The paper praised de Vallina.") == {
        ("de Vallina", "person")
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Clerks in St. Norham County met. The St. Norham Metropolitan Police Department agreed.",
            {("St. Norham County", "place"), ("St. Norham Metropolitan Police Department", "organisation")},
        ),
        ("He sails off Cape St. Ada, Newfoundland.", {("Cape St. Ada", "place"), ("Newfoundland", "place")}),
        ("The shop is on Main St. The council met there.", set()),
        (
            "An NBC/Harbour Street Journal poll shows it.",
            {("NBC", "organisation"), ("Harbour Street Journal", "organisation")},
        ),
        (
            "It went to U.S. Tides and Harbour Services, he said.",
            {("U.S. Tides and Harbour Services", "organisation")},
        ),
        (
            "She led the powerful Tides and Harbours Committee.",
            {("Tides and Harbours Committee", "organisation")},
        ),
        (
            "She works at the Center for Harbour Women and Tides.",
            {("Center for Harbour Women and Tides", "organisation")},
        ),
    ],
)
def test_a_name_is_not_cut_where_a_point_a_stroke_or_an_and_stands_in_it(
    text: str, wanted: set[tuple[str, str]]
) -> None:
    """No index lists a part of a name."""
    assert names(text) == wanted


def test_the_field_of_an_office_and_the_next_name_are_no_part_of_a_person() -> None:
    """An office may have a field of two words; a note glued to a name begins another name of the same person."""
    assert ("Dan Orlov", "person") in names("Director of National Intelligence Dan Orlov said no.")
    glued = names("Senator Charles Orlov Charles (Chuck) Ellis left. Orlov said no.")
    assert ("Charles Orlov", "person") in glued


def test_a_building_or_a_county_is_not_the_town_of_its_name() -> None:
    """A province is: it goes by its name alone."""
    found = names("They met at Buckingham Palace, in Orange County, and in Aleppo Province.")
    assert found == {("Buckingham Palace", "place"), ("Orange County", "place"), ("Aleppo", "place")}


def test_a_storm_is_no_place() -> None:
    """Not in another sentence either, unless the place itself is plainly meant."""
    assert names("Hurricane Florence moved on. Trees fell in Florence.") == set()
    assert names("Trees fell in Florence.") == {("Florence", "place")}


def test_the_photographer_of_an_agency_is_not_told_of() -> None:
    """A credit behind a caption names whose picture it is."""
    assert names("Ada Brink saw it fall. (Norah Brink/Reuters)") == names("Ada Brink saw it fall.")


def test_a_place_or_a_body_behind_an_office_of_is_no_person() -> None:
    """ "Mayor of New York City", "director of X Civil Aviation"; a person behind the department's words is one."""
    assert ("York City", "person") not in names("He met the mayor of New York City and left.")
    found = names("Enzo Rillo, director of Costa Rica Civil Aviation, said so.")
    assert ("Costa Rica Civil Aviation", "organisation") in found
    assert {n for n, kind in found if kind == "person"} == {"Enzo Rillo"}
    assert ("Yorro Quand", "person") in names("They asked Secretary of State Yorro Quand about it.")


def test_and_stands_inside_the_name_of_a_body_that_every_reader_knows() -> None:
    """Under its main name, as do its letters."""
    whole = ("Department of Health and Human Services", "organisation")
    assert whole in names("A spokesman for Health and Human Services said so.")
    assert whole in names("The report reached HHS, which said nothing.")
    assert ("Food and Drug Administration", "organisation") in names(
        "It asked the Food and Drug Administration."
    )


def test_two_bodies_beside_each_other_are_two() -> None:
    """ "The" before the first is no link of a name, and letters are a body of their own."""
    assert names("The Associated Press and Reuters told of it.") == {("Associated Press", "organisation")}
    assert ("FBI and Justice Department", "organisation") not in names(
        "It asked the FBI and Justice Department."
    )


def test_a_title_that_opens_a_body_s_name_is_part_of_it() -> None:
    """ "King Features Syndicate"; the Lord Advocate is an office and no name."""
    assert ("King Features Syndicate", "organisation") in names("It was sold to King Features Syndicate.")
    assert names("They asked in vain to see the Lord Advocate.") == set()


def test_an_initial_is_no_title_of_another_language_and_a_given_name_no_adjective_of_it() -> None:
    """ "D." is Don elsewhere, "Frances" is French."""
    assert names("They asked Emma D. Quayle about it.") == {("Emma D. Quayle", "person")}
    assert names("They asked John M. Rudge about it.") == {("John M. Rudge", "person")}
    assert ("Kim Yo Rang", "person") in names("It came from his sister, Kim Yo Rang.")
    assert names("In the Fiscal Standoff the council said no.") == set()
    assert names("Frances Quayle, chief executive of the league, said so.") == {("Frances Quayle", "person")}


def test_a_title_of_one_letter_inside_a_name_is_an_initial_in_its_own_language_too() -> None:
    """French "M." is Monsieur where it opens, "Mr" wherever it stands."""
    text = "Ils ont interrogé Tavor M. Brink, maire de la ville. M. Roldo, Mr Quayle et Tavor M. Brink ont parlé."
    block = Block("p1", "paragraph", text, (0, len(text)))
    found = {(m.name, m.kind) for m in find_names((block,), "fr")}
    assert found == {("Tavor M. Brink", "person"), ("Roldo", "person"), ("Quayle", "person")}


def test_capitals_of_a_button_are_no_organisation() -> None:
    """ "WATCH", "CLOSE": they stand before sentences."""
    for word in ("WATCH", "CLOSE", "SAT"):
        assert names(f"The {word}. It was {word} said so.") == set()


def test_a_title_that_opens_a_sentence_is_kept_though_the_article_writes_it_small() -> None:
    """ "President Brink" is a person, and "Brink" alone that person again, not in a place's stead."""
    text = "President Brink won. The president left. Later Brink slept. Mr. Elgin rose in Elgin, where Elgin lives."
    block = Block("p1", "paragraph", text, (0, len(text)))
    found = [(m.name, m.kind, m.role) for m in find_names((block,), "en")]
    assert found[:2] == [("Brink", "person", "President"), ("Brink", "person", None)]
    assert ("Obama", "person") in names("President Obama left. The president slept, and Obama dreamt.")


def test_don_is_a_given_name_before_a_surname_and_a_title_before_a_given_name() -> None:
    """English writes the one, Spanish the other."""
    assert ("Don Brinkley", "person") in names("Former counsel Don Brinkley left.")
    assert ("Felipe Orlo", "person") in names("The king, Don Felipe Orlo, left.")


def test_a_party_or_a_people_before_a_person_is_no_part_of_the_name() -> None:
    """Nor is what only looks so a person."""
    assert ("Nancy Brinkley", "person") in names("Talks with top Democrats Nancy Brinkley and others began.")
    assert ("Susan Brody", "person") in names("Then Republican Susan Brody left.")
    assert ("Peter Brody", "person") in names("Then the Briton was beaten by American Peter Brody again.")
    assert names("Then the Chinese Red Cross left.") == {("Chinese Red Cross", "organisation")}


def test_initials_in_brackets_make_a_body_of_what_stands_before_them() -> None:
    """Not of a law or an office; other letters in brackets are a body's where the article goes on with them."""
    body = "Orlo Dam Works Project"
    assert names(f"They left the {body} (ODWP). The ODWP is shut.") == {(body, "organisation")}
    assert names("They passed the Norland Mills Act (NMA).") == set()
    text = "The Ministry of Mills and Dams (MDM) paid. Later the MDM was shut."
    assert names(text) == {("Ministry of Mills and Dams", "organisation")}


def test_a_surname_that_is_a_common_word_is_told_by_the_verb_behind_it() -> None:
    """And where somebody told him; "the court" is nobody's surname."""
    text = "Judy Hill won. Hill said so. They told Hill. Hill Street is long. Matt House lost. The House said so."
    block = Block("p1", "paragraph", text, (0, len(text)))
    found = [
        text[m.start : m.end] for m in find_names((block,), "en") if m.name in ("Judy Hill", "Matt House")
    ]
    assert found == ["Judy Hill", "Hill", "Hill", "Matt House"]
    assert ("David Harbour", "person") in names("The actor David Harbour left.")


def test_a_given_name_that_is_a_word_opens_a_sentence_and_a_name() -> None:
    """ "Bill Brinkley" keeps his given name though the article tells of a bill."""
    assert ("Bill Brinkley", "person") in names("The bill passed. Bill Brinkley said so.")
