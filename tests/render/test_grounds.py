"""What rules say of their grounds, said in the interface's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.render.grounds import said_in
from site_gen.render.interface import Interface, interface

LOCALE = Path(__file__).resolve().parents[2] / "themes" / "broadsheet" / "locale"
FRENCH = interface("fr", (LOCALE,))
NNBSP, NBSP = "\u202f", "\u00a0"


def plain(text: str) -> str:
    """A text with plain spaces."""
    return text.replace(NNBSP, " ").replace(NBSP, " ")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("published on the same day", "parus le même jour"),
        ("published 12 days apart", "parus à 12 jours d’écart"),
        ("about 35% of the shorter text's wording", "environ 35 % des mots du texte le plus court"),
        ("decided by R. Adler (decisions.csv:2): one (1) storm", "décidé par R. Adler (decisions.csv:2) : one (1) storm"),
        ("decided (decisions.csv:2)", "décidé (decisions.csv:2)"),
        (
            "It says “Wednesday”, and the event it reports is dated 13 March 2019 across 3 articles.",
            "Il dit « Wednesday », et l’événement qu’il rapporte est daté du 13 mars 2019 d’après 3 articles.",
        ),
        (
            "The Wire and The Post say “Monday; late” (published 19 November 2019); “Ship and crew” says “Nov 18”.",
            "The Wire et The Post : « Monday; late » (paru le 19 novembre 2019); “Ship and crew” : « Nov 18 ».",
        ),
        (
            "The Wire and a report of an unknown outlet say “Monday”; 2 reports of unknown outlets say “Nov 18”.",
            "The Wire et un article d’une source inconnue : « Monday »; 2 articles de sources inconnues : « Nov 18 ».",
        ),
        (
            "A says 2 May, B and C say Friday; 2 May was a Friday in 2014, and “in 2011” with “three-year war” leaves 2014.",
            "A : 2 mai ; B et C : vendredi; le 2 mai était un vendredi en 2014, et « in 2011 » avec « three-year war » ne laisse que 2014.",
        ),
        (
            "Its likeness to the nearest article, 0.35, is below 0.50. In common: U.N., No name in common. Ltd. It was published 5 days apart.",
            "Sa ressemblance avec l’article le plus proche, 0.35, est inférieure à 0.50. En commun : U.N., No name in common. Ltd. Il a paru à 5 jours d’écart.",
        ),
        (
            "It is dated 3 November 2020; the reports of the event tell of 8 March 2022.",
            "Il est daté du 3 novembre 2020 ; les articles de l’événement parlent du 8 mars 2022.",
        ),
        ("Kept apart: decided by R. Adler (decisions.csv:2).", "Tenu à part : décidé par R. Adler (decisions.csv:2)."),
    ],
)  # fmt: skip
def test_a_ground_is_said_in_the_language_of_the_interface(english: str, french: str) -> None:
    """Its form is translated, its dates are in the interface's words, names and quotations stand as they are."""
    assert plain(said_in(english, FRENCH)) == french


def test_what_has_no_known_form_stays_as_it_is() -> None:
    """A decision's own words, and a sentence of which only a part is known."""
    for said in ("Request of the person named.", "No name in common. And more.", "", "A says “x”; and more."):
        assert said_in(said, FRENCH) == said


def test_an_interface_without_a_catalogue_says_the_ground_as_it_stands() -> None:
    """English costs nothing."""
    assert said_in("published on the same day", Interface("en")) == "published on the same day"
