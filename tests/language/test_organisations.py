"""Comparing names: what counts as one organisation."""

from __future__ import annotations

import pytest

from site_gen.language.organisations import fold_organisation, same_organisation

ONE_ORGANISATION = [
    ("UN", "U.N."),
    ("U.N.", "United Nations"),
    ("ICRC", "International Committee of the Red Cross"),
    ("Red Cross", "International Committee of the Red Cross"),
    ("International Red Cross", "Red Cross"),
    ("Ruritanian Defense Ministry", "Ruritanian Ministry of Defence"),
    ("Russian Defense Ministry", "Russia's Ministry of Defence"),
    ("State Department", "Department of State"),
    ("Harlow Steel Inc.", "Harlow Steel"),
    ("Moon Harbour Theatre", "Moon Harbor Theater"),
]
TWO_ORGANISATIONS = [
    ("American Red Cross", "Red Cross"),
    ("Syrian Army", "Army"),
    ("Free Syrian Army", "Syrian Army"),
    ("University of Oxford", "Oxford"),
    ("UN", "UNESCO"),
    ("Red Cross", "Red Crescent"),
]


@pytest.mark.parametrize(("a", "b"), ONE_ORGANISATION)
def test_two_writings_of_one_organisation_agree(a: str, b: str) -> None:
    """Acronyms, word order, spelling and formal openings do not part an organisation."""
    assert same_organisation(a, b)
    assert same_organisation(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_ORGANISATIONS)
def test_like_named_organisations_stay_apart(a: str, b: str) -> None:
    """A national society is not its parent, and a head word alone names nothing."""
    assert not same_organisation(a, b)
    assert not same_organisation(b, a)


def test_an_organisation_is_filed_without_article_and_letters_spelt_out() -> None:
    """The folded form is what counting and fingerprints use."""
    assert fold_organisation("the UN") == "united nations"
