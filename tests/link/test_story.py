"""Events chained into stories."""

from __future__ import annotations

import numpy as np

from site_gen.link.corpus import NO_DAY
from site_gen.link.story import _follows
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


def test_an_event_without_a_day_follows_any_and_is_followed_by_such_alone() -> None:
    """Else a wreck of 2019 and an inquiry of 2031 are one story, because an undated inquiry is like both."""
    earlier, later = np.array([10, 10, NO_DAY, NO_DAY]), np.array([40, NO_DAY, 40, NO_DAY])
    assert _follows(earlier, later).tolist() == [True, True, False, True]
