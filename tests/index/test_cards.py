"""Cards: what lists say of an event whose day, or some of whose outlets, are not known."""

from __future__ import annotations

from dataclasses import replace

from site_gen import describe
from site_gen.index.cards import event_card
from site_gen.model import Article, EventCard
from tests.make import an_article, an_event, stated


def card_of(*articles: Article, day: str | None = None) -> EventCard:
    """The card of the event that these articles report."""
    event = replace(an_event(articles), date=stated(day) if day else None)
    return event_card(
        event, "nothing", [describe.brief(a) for a in articles], sources=("The Lantern",), story=None
    )


def test_an_event_of_no_certain_day_says_when_it_was_reported() -> None:
    """From the first report to the last, without hours; what is not dated does not matter."""
    card = card_of(
        an_article(id="a", published="1931-05-06T10:00:00Z"),
        an_article(id="b", published="1931-05-04"),
        an_article(id="c"),
    )
    assert card.reported == ("1931-05-04", "1931-05-06")


def test_an_event_with_a_day_or_without_dated_reports_says_nothing_of_them() -> None:
    """Its day says more; and of nothing comes nothing."""
    assert card_of(an_article(published="1931-05-06"), day="1931-05-04").reported is None
    assert card_of(an_article()).reported is None


def test_reports_of_unknown_outlets_are_counted() -> None:
    """Beside the outlets that are known."""
    card = card_of(an_article(id="a"), an_article(id="b", source=None), an_article(id="c", source=None))
    assert (card.sources, card.unknown) == (("The Lantern",), 2)
