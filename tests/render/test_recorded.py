"""The public data say of articles, events and stories what their pages show."""

from __future__ import annotations

from dataclasses import replace

from site_gen.model import Because, Block, LeftOut, Link, Story
from site_gen.render import recorded

from ..make import an_article, an_event
from .shelf import a_card

CARD = a_card("a1", "Nothing happened", "The Lantern")
GONE = replace(CARD, rights="taken-down")


def test_a_block_keeps_its_links_and_who_posted_it() -> None:
    """As it stands on the page: an embedded post with its author, a link where it leads."""
    post = Block(
        "p1",
        "embed",
        "No geese",
        (0, 8),
        links=(Link(3, 8, "https://geese.example/"),),
        cite="Ann Bee (@bee)",
    )
    article = an_article(blocks=(post,))
    told = recorded.article_record(article, CARD, published=None, story=None, topics=(), versions=()).body[0]
    assert told.cite == "Ann Bee (@bee)"
    assert [(link.start, link.end, link.href) for link in told.links] == [(3, 8, "https://geese.example/")]


def test_an_event_names_the_nearest_article_left_out_and_why() -> None:
    """What it was left out for may quote an article that was taken down; then it is not said."""
    event = replace(an_event([an_article()]), left_out=(LeftOut("a9", 0.4, "In common: Ann Bee."),))
    told = recorded.event_record(event, "e", ()).left_out
    assert [(out.article, out.score, out.why) for out in told] == [("a9", 0.4, "In common: Ann Bee.")]
    for id in ("a1", "a9"):
        assert recorded.event_record(event, "e", (), {id: GONE}).left_out[0].why is None


def test_a_story_says_what_its_events_have_in_common() -> None:
    """The names that chain them."""
    story = Story("s1", "Geese", ("e1", "e2"), None, None, (Because("names", "Ann Bee, Mill Stairs"),))
    assert [(b.kind, b.text) for b in recorded.story_record(story, "geese").because] == [
        ("names", "Ann Bee, Mill Stairs")
    ]
