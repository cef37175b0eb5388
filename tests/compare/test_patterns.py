"""Headings of figures in languages whose headings are made by the patterns of a table."""

from __future__ import annotations

import pytest

from site_gen.compare import comparison
from site_gen.settings import CompareSettings
from tests.compare.test_headings import headed
from tests.make import an_article, an_event


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Douze personnes ont été tuées dans l'explosion de l'usine.", "personnes tuées dans l'explosion de l'usine"),
        ("fr", "Douze passagers ont péri dans le naufrage du bac.", "passagers morts dans le naufrage du bac"),
        ("fr", "La crue a détruit 42 maisons du bourg.", "maisons détruites"),
        ("fr", "Deux cents manifestants ont été arrêtés à Vaume.", "manifestants arrêtés à Vaume"),
        ("ar", "قتل 12 شخصا في انفجار المصنع.", "عدد القتلى في انفجار المصنع"),
        ("ar", "وأصيب أربعون راكبا في الحادث.", "عدد الركاب الجرحى في الحادث"),
        ("de", "Bei dem Brand wurden 14 Passagiere verletzt.", "verletzte Passagiere"),
        ("de", "Rund 120 Häuser wurden beschädigt.", "beschädigte Häuser"),
        ("es", "Treinta viajeros resultaron heridos en el choque.", "viajeros heridos en el choque"),
        ("es", "El río ha destruido 42 viviendas del pueblo.", "viviendas destruidas"),
    ],
)  # fmt: skip
def test_a_noun_is_headed_with_what_happened_to_it_in_its_grammar(
    language: str, text: str, words: str
) -> None:
    """What happened agrees with the noun, stands where the language puts it, and the place follows."""
    assert headed(text, language=language) == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Quatorze familles du quartier du Panier attendent.", "familles du quartier du Panier"),
        ("fr", "Le oui a recueilli 62,5 % des voix.", "part des voix"),
        ("fr", "Mme Jeanne Orvault, 34 ans, tient la barre.", "âge de Mme Jeanne Orvault"),
        ("ar", "ووصلت ثماني شاحنات إلى المدينة.", "عدد الشاحنات"),
        ("ar", "وعثر على ستمائة من جنود المظلات البريطانيين.", "عدد جنود المظلات البريطانيين"),
        ("ar", "حصل الحزب على 35٪ من الأصوات.", "النسبة من الأصوات"),
        ("ar", "حصل الحزب على 35 في المئة من الأصوات.", "النسبة من الأصوات"),
        ("fr", "Le oui a recueilli 62 pour cent des voix.", "part des voix"),
        ("de", "Das Bad zählt im Jahr neunzigtausend Besucher.", "Besucher"),
        ("de", "Das Bad zählt im Jahr 90.000 Besucher.", "Besucher"),
        ("de", "Mit 30 Booten suchte die Feuerwehr den Fluss ab.", "Boote"),
        ("de", "54 Prozent der Stimmen entfielen auf die Liste.", "Anteil der Stimmen"),
        ("es", "El 71 % de los votos fue para el alcalde.", "porcentaje de los votos"),
        ("es", "Inés Valdivia, de 71 años, vive allí.", "edad de Inés Valdivia"),
    ],
)
def test_a_noun_a_share_and_an_age_are_headed_alone(language: str, text: str, words: str) -> None:
    """A noun in the form that a heading asks for, with what narrows it."""
    assert headed(text, language=language) == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La banque reçoit 35 millions de francs par an.", "somme par an\u00a0: la banque reçoit"),
        ("de", "Die Stadt zahlt 300 Euro pro Monat.", "Summe pro Monat: die Stadt zahlt"),
        ("fr", "Le train a déraillé à 14h30 près de la gare.", "heure\u00a0: le train a déraillé"),
        ("es", "El pozo tiene 80 metros de profundidad.", "profundidad: el pozo tiene"),
        ("ar", "وبلغت الخسائر ثلاثة ملايين جنيه.", "المبلغ: وبلغت الخسائر"),
        ("ar", "ونزل على بعد ستة كيلومترات من الموضع المحدد.", "المسافة: من الموضع المحدد"),
    ],
)
def test_a_measure_is_headed_by_its_kind_and_the_words_beside_it(
    language: str, text: str, words: str
) -> None:
    """With what it is counted by, the marks as the language sets them."""
    assert headed(text, language=language) == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Il n'a jamais reçu 20 francs.", "somme"),
        ("fr", "Ils étaient 4 000 peut-être.", "nombre"),
        ("fr", "La chute de 200 mètres a duré trois secondes.", "distance"),
        ("fr", "Trois cents ouvriers ont perdu leur emploi.", "ouvriers"),
        ("de", "In der Stadt leben 90.000 Einwohner.", "Einwohner"),
        ("de", "Sie hat nie 20 Euro bekommen.", "Summe"),
        ("es", "Cambió la vida de 300 vecinos.", "vecinos"),
        ("ar", "لا تأخذ المدينة إلا مليون جنيه.", "المبلغ"),
        ("ar", "ولم يبق في خزاناتها من الوقود إلا ما يكفي عشرين ثانية.", "المدة"),
        (
            "fr",
            "On y accueillait, avec les autres, tous ceux des hameaux qui y étaient réfugiés chez nous depuis trois jours.",
            "durée\u00a0: hameaux qui y étaient réfugiés",
        ),
    ],
)
def test_what_would_mislead_is_left_out_of_a_heading(language: str, text: str, words: str) -> None:
    """Words that deny, count something else or tell nothing; then the kind stands alone."""
    assert headed(text, language=language) == words


def test_minutes_of_a_time_of_day_are_no_length_of_time() -> None:
    """Behind the word that opens a time of day in Arabic."""
    text = "بدأ الاجتماع في الساعة السابعة إلا عشر دقائق وحضره مائة عضو."
    articles = tuple(an_article(text, id=id, source=id, language="ar") for id in ("a1", "a2"))
    (figure,) = comparison(an_event(articles), articles, settings=CompareSettings())[0].figures
    assert figure.counts == "عدد الأعضاء"


def test_a_figure_of_several_languages_is_headed_in_that_of_most_articles() -> None:
    """And one that stands in another language alone, in that."""
    articles = (
        an_article(
            "Douze passagers ont péri. Le bac avait quatre canots.", id="a1", source="A", language="fr"
        ),
        an_article("Twelve passengers died.", id="a2", source="B"),
        an_article("The ferry sank. Twelve passengers were killed.", id="a3", source="C"),
    )
    found = comparison(an_event(articles), articles, settings=CompareSettings())[0].figures
    assert {(f.counts, f.language) for f in found} == {("passengers killed", "en"), ("canots", "fr")}


def test_an_article_that_is_the_word_for_one_counts_nobody() -> None:
    """ "Un soldat" is no figure; "un mort" is."""
    text = "Un soldat a vu une voiture. La crue a fait un mort et douze blessés."
    articles = tuple(an_article(text, id=id, source=id, language="fr") for id in ("a1", "a2"))
    found = comparison(an_event(articles), articles, settings=CompareSettings())[0].figures
    assert sorted({m.text for f in found for m in f.mentions}) == ["douze", "un"]
