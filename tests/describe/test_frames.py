"""Outlets named by the words around their names in the heads and feet of text scrapes; what those words also name is no outlet.

All outlets and reporters are invented.
"""

from __future__ import annotations

import pytest

from site_gen.model import Article

from .heads import scrape
from .test_heads import read

TITLE = "Dam above Almedra breaks and floods the lower quarter"


def described(head: str, foot: str, language: str = "en") -> Article:
    """A scrape with this head and foot, described."""
    return read(scrape({"head": head, "language": language, **({"foot": foot} if foot else {})}))


def outlet(head: str, foot: str, language: str = "en") -> str | None:
    """The outlet of a scrape with this head and foot."""
    article = described(f"{TITLE}\n{head}", foot, language)
    return article.source.value if article.source else None


@pytest.mark.parametrize(
    ("head", "foot", "language", "expected"),
    [
        ("Source: Norland Evening Standard (Print edition), page 3", "", "en", "Norland Evening Standard"),
        ("By Mike Tarrow", "Subscribe to The Ansel Courier to support local journalism.", "en", "The Ansel Courier"),
        ("Radio Free Norland", "Reprinted with the permission of Radio Free Norland, 12 Quay Street.", "en", "Radio Free Norland"),
        ("Reprinted from the Saltmarsh Echo", "", "en", "Saltmarsh Echo"),
        ("Par Juliette Morvan", "Abonnez-vous à La Gazette du Littoral", "fr", "La Gazette du Littoral"),
        ("Auteur : Rédaction Sud-Presse Info", "Source : Sud-Presse Info", "fr", "Sud-Presse Info"),
        ("Par Anouk Bell", "Article paru dans Les Nouvelles du Bocage du 4 mars 2021", "fr", "Les Nouvelles du Bocage"),
        ("Von Jost Wieland, Küstenradio 4", "Dieses Thema im Programm: Küstenradio 4 | Nachrichten", "de", "Küstenradio 4"),
        ("Erschienen am 04.03.2021 im Ostbucher Tagblatt", "", "de", "Ostbucher Tagblatt"),
        ("LUCÍA BERMEJO", "Suscríbete a El Faro de Poniente para seguir leyendo\n© EDICIONES FARO DE PONIENTE, S.L.", "es", "El Faro de Poniente"),
        ("الساحل نيوز - نور الحسن", "تابعوا الساحل نيوز على تلغرام", "ar", "الساحل نيوز"),
    ],
)  # fmt: skip
def test_words_around_a_name_make_it_the_outlets(head: str, foot: str, language: str, expected: str) -> None:
    """A newspaper's form, a label in the head, or the name again in the small print."""
    assert outlet(head, foot, language) == expected


@pytest.mark.parametrize(
    "foot",
    [
        "Source: United Office for Disasters",
        "Source: News Agencies",
        "Follow Us on Facebook",
        "Follow Harriet Boone on Twitter",
        "Subscribe to the Weekly Flood Newsletter",
        "Published in Lisbon",
    ],
)
def test_what_the_same_words_name_besides_is_no_outlet(foot: str) -> None:
    """Banks of data, agencies without a name, reporters, newsletters, places."""
    assert outlet("By Harriet Boone and Lucian Pryce", foot) is None


def test_an_owners_company_gives_its_newspapers_name() -> None:
    """ "© Nordhafener Zeitung Verlag GmbH" is of the Nordhafener Zeitung."""
    assert outlet("Von Henrike Ansorge", "© Nordhafener Zeitung Verlag GmbH", "de") == "Nordhafener Zeitung"


def test_a_title_loses_the_outlet_that_the_small_print_names() -> None:
    """Behind a bar or a dash, where the name stands in the foot."""
    article = described(f"{TITLE} | Harbourside Today", "Like this story? Subscribe to Harbourside Today.")
    assert article.title.value == TITLE
    assert article.source is not None
    assert article.source.value == "Harbourside Today"
