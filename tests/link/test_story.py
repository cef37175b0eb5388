"""Events chained into stories."""

from __future__ import annotations

import re

import numpy as np

from site_gen.link.corpus import NO_DAY, _plainer
from site_gen.link.story import _follows
from site_gen.link.story_title import headline_words, title_of
from tests.link.archive import FERRY_A, FERRY_B, council, linked, report

INQUIRY = """An inquiry into the grounding of the ferry Halcyon opened in Port Ellery on Monday, four weeks after it struck the Skerrow reef.

Northern Sound Lines told the court that its master had been on the bridge. Maren Oldcastle, a teacher, gave evidence first.

The inquiry will hear {number} witnesses and is to report in the autumn, its chairman Sir Alban Crewe said."""


def test_what_follows_an_event_is_a_story_and_not_the_same_event() -> None:
    """Rescue, then inquiry: two events of one story; the council's trees are in none."""
    articles = [
        report("f1", FERRY_A, title="Ferry Halcyon aground on Skerrow reef", source="The Lantern", published="2019-03-06"),
        report("f2", FERRY_B, title="Halcyon passengers safe after ferry strikes reef", source="The Ledger", published="2019-03-06"),
        report("i1", INQUIRY.format(number=41), title="Inquiry into Halcyon grounding opens", source="The Lantern", published="2019-04-02"),
        report("i2", INQUIRY.format(number=43), title="Halcyon inquiry hears first witness", source="The Ledger", published="2019-04-02"),
        council(),
    ]  # fmt: skip
    links, _ = linked(articles)
    assert {frozenset(e.articles) for e in links.events} == {frozenset({"f1", "f2"}), frozenset({"i1", "i2"})}
    (story,) = links.stories
    assert len(story.events) == 2
    assert (story.from_date, story.to_date) == ("2019-03-06", "2019-04-02")
    assert all(event.story == story.id for event in links.events)
    assert story.because
    assert story.title == "Halcyon"
    assert re.fullmatch("s-[0-9a-f]{12}", story.id)


def test_an_event_without_a_day_follows_any_and_is_followed_by_such_alone() -> None:
    """Else a wreck of 2019 and an inquiry of 2031 are one story, because an undated inquiry is like both."""
    earlier, later = np.array([10, 10, NO_DAY, NO_DAY]), np.array([40, NO_DAY, 40, NO_DAY])
    assert _follows(earlier, later).tolist() == [True, True, False, True]


def told(*headlines: str) -> list[tuple[str, str]]:
    """Events of one report each: the event's title is the report's."""
    return [(headline, headline) for headline in headlines]


def test_a_story_is_not_named_by_a_word_that_heads_other_events_as_well() -> None:
    """The minister is in every second headline of the archive; this story is that of the dam."""
    story = told("Brackwell says the Orne dam will stand", "Orne dam: Brackwell blames the builders")
    others = [
        [f"Brackwell opens a school in {place}"] for place in ("Vey", "Aune", "Cerisy", "Flers", "Caen")
    ]
    everywhere = headline_words([*story, *others])
    mentioned = {"River Orne": 2, "Ada Brackwell": 2, "Ministry of Works": 1}
    assert title_of(story, ["River Orne", "Ada Brackwell"], mentioned, everywhere) == "River Orne"
    assert (
        title_of(story, ["Ministry of Works", "Basse-Vire"], {"Ministry of Works": 2}, everywhere) == "Orne"
    )


def test_a_name_that_few_of_its_articles_have_is_not_what_a_word_means() -> None:
    """A story of the fever is not that of a task force; one of Kestrel Bay, named in every report, is."""
    story = told("Marburg fever reaches Port Ansel", "MARBURG spreads", "Marburg: schools shut in Ansel")
    everywhere = headline_words(story)
    assert title_of(story, [], {"Marburg Task Force": 1}, everywhere) == "Marburg"
    assert title_of(story, [], {"Marburg Task Force": 2}, everywhere) == "Marburg Task Force"


def test_of_two_words_that_head_as_many_events_more_headlines_decide() -> None:
    """The ship that sank names the story, not the one that came to help, though both head two of three events."""
    story = [
        ["Orsova lost; Brightwater saves 40", "Orsova gone", "The Orsova is lost"],
        ["Brightwater lands the living", "Living of the Orsova ashore", "A night in the boats", "Port waits"],
        ["Orsova inquiry finds haste", "Haste sank the Orsova"],
    ]
    assert title_of(story, [], {}, headline_words(story)) == "Orsova"


def test_a_long_story_may_be_named_by_its_subject() -> None:
    """A word without a capital says too little of two events, and enough of a dozen; one that heads others as often does not."""
    ways = ("senators weigh", "what now for the", "a vote on", "inside the", "he calls for")
    story = told(*(f"{ways[n % 5]} impeachment, part {n}" for n in range(12)))
    others = told(*(f"Impeachment of a mayor in town {n}" for n in range(30)))
    assert title_of(story, ["Norham", "Vale"], {}, headline_words(story)) == "Impeachment"
    assert title_of(story[:3], ["Norham", "Vale"], {}, headline_words(story[:3])) == "Norham, Vale"
    assert title_of(story, ["Norham", "Vale"], {}, headline_words([*story, *others])) == "Norham, Vale"


def test_a_name_heads_a_story_by_words_that_others_do_not_have() -> None:
    """ "Roe" is in every headline of the archive, so it does not make the university of that name the story's."""
    story = told("Roe wins in Vale, Kessick out", "Roe and Kessick trade blows", "Roe rallies")
    others = told(*(f"Roe visits town {n}" for n in range(9)))
    shared = ["Roe University", "Jan Kessick"]
    assert title_of(story, shared, {"Jan Kessick": 2}, headline_words([*story, *others])) == "Jan Kessick"


def test_an_abbreviation_is_shown_in_capitals_and_a_name_is_not() -> None:
    """ "STEPHEN BANNON" in one report is Stephen Bannon in all others; NATO stays."""
    assert min(("STEPHEN ROE", "Stephen Roe"), key=_plainer) == "Stephen Roe"
    assert min(("NATO", "Nato"), key=_plainer) == "NATO"


def test_a_usual_word_of_a_headline_is_not_the_name_that_has_it() -> None:
    """The House of a headline is not the White House, unless one says so."""
    story = told(*(f"House votes on the bill again, part {n}" for n in range(12)))
    shared = ["White House", "Jan Kessick"]
    assert (
        title_of(story[:3], shared, {"White House": 3}, headline_words(story[:3]))
        == "White House, Jan Kessick"
    )
    told_so = told("White House votes", "White House says no", "White House asks again")
    assert title_of(told_so, shared, {"White House": 3}, headline_words(told_so)) == "White House"


def test_a_story_is_not_named_by_whose_it_is() -> None:
    """An adjective of a party or a country says too little."""
    story = told("Democratic field narrows", "Democratic debate in Vale", "Last Democratic votes")
    assert title_of(story, ["Jan Kessick"], {}, headline_words(story)) == "Jan Kessick"
