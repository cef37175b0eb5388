"""Which headline names an event: the plainest of those that say most of what the others say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_gen.link.headlines import faults

from .archive import ferry, linked


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("BREAKING: Ferry runs aground off the mill stairs", "en"),
        ("(LEAD) Ferry runs aground: harbour official", "en"),
        ("Ferry runs aground off the mill stairs [UPDATE]", "en"),
        ("Here's why the ferry ran aground", "en"),
        ("Ferry runs aground: is the pilot to blame?", "en"),
        ("The harbour should never have let the ferry sail", "en"),
        ("What you know about the ferry is mistaken", "en"),
        ("Pourquoi le bac s'est échoué", "fr"),
        ("عاجل: العبارة تجنح قرب المرفأ", "ar"),
        ("Ferry sinks off Norham - Norham News Now - NNN and NNR", "en"),
        ("Ferry sinks off Norham | The Gazette", "en"),
    ],
)
def test_a_headline_that_labels_asks_teases_or_judges_has_a_fault(headline: str, language: str) -> None:
    """In every language that has the tables."""
    assert faults(headline, language)


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry runs aground off the mill stairs, nine hurt",
        "Ostrander: ferry was overloaded",
        "US and Canada (the last two) sign the harbour treaty",
        "Norham ferry: crew - and captain - held",
        "Norham-born skipper held",
    ],
)
def test_a_plain_headline_has_none(headline: str) -> None:
    """A speaker before a colon and a country called US are no fault."""
    assert faults(headline, "en") == 0


def test_an_event_is_named_by_a_plain_headline_though_a_teaser_says_more() -> None:
    """The teaser holds all the words of the plain one, and more that the articles share."""
    articles = ferry()
    named = linked(articles)[0].events[0].title.value
    teasers = [
        replace(a, title=replace(a.title, value=f"Why {a.title.value}?"))
        for a in articles
        if a.title.value == named
    ]
    others = [a for a in articles if a.title.value != named]
    event = linked([*teasers, *others])[0].events[0]
    assert event.title.value in {a.title.value for a in others}
    assert event.title.evidence.note.endswith("most plainly.")
