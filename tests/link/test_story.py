"""Events chained into stories."""

from __future__ import annotations

from collections import Counter

import numpy as np

from site_gen.link.corpus import NO_DAY
from site_gen.link.story import _capitals, _follows, _label
from site_gen.model import Event
from tests.link.archive import FERRY_A, FERRY_B, council, linked, report
from tests.make import an_event

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


def test_an_event_without_a_day_follows_any_and_is_followed_by_such_alone() -> None:
    """Else a wreck of 2019 and an inquiry of 2031 are one story, because an undated inquiry is like both."""
    earlier, later = np.array([10, 10, NO_DAY, NO_DAY]), np.array([40, NO_DAY, 40, NO_DAY])
    assert _follows(earlier, later).tolist() == [True, True, False, True]


def test_a_story_is_not_named_by_a_word_that_heads_other_events_as_well() -> None:
    """The minister is in every second headline of the archive; this story is that of the dam."""
    story = [
        _headed("Brackwell says the Orne dam will stand"),
        _headed("Orne dam: Brackwell blames the builders"),
    ]
    others = [
        _headed(f"Brackwell opens a school in {place}")
        for place in ("Vey", "Aune", "Cerisy", "Flers", "Caen")
    ]
    headlines = Counter(word for event in (*story, *others) for word in _capitals(event))
    assert _label(story, ["River Orne", "Ada Brackwell"], headlines) == ["River Orne"]
    assert _label(story, ["Ministry of Works", "Basse-Vire"], headlines) == ["Orne"]


def _headed(headline: str) -> Event:
    return an_event((), title=headline)
