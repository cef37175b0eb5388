"""How an event's page opens: with the beginning of one report, as it stands."""

from __future__ import annotations

import pytest

from site_gen.render.frame import Frame
from site_gen.render.interface import Interface
from site_gen.render.lines import marks_of
from site_gen.render.opening import opening
from site_gen.render.telling import Told

from .conftest import a_site
from .shelf import a_card, a_shelf, article_of

SHORT = "The old pier of Norham fell on Monday."
LONG = f"It had stood for ninety years, {' '.join(['and', 'more'] * 40)}."
NEXT = "Nobody was on it when the sea took the last of its three towers, the harbour master said."


def opened(*paragraphs: str, **more: object) -> list[str] | None:
    """The texts with which an event of one article opens; ``more`` stands on the article's card."""
    card = a_card("a1", "Pier falls", "The Lantern", **more)
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    told = Told((card,), marks_of((card,)), frame)
    found = opening("Pier falls", {"a1": article_of(card, paragraphs)}, told)
    return [str(text) for text in found.texts] if found else None


@pytest.mark.parametrize(
    ("paragraphs", "texts"),
    [
        ((SHORT, NEXT), [SHORT, NEXT]),
        ((f"{SHORT} {LONG}", NEXT), [SHORT]),
        ((NEXT * 2, SHORT), [NEXT * 2]),
    ],
)
def test_it_goes_on_until_it_says_enough_and_passes_nothing_over(
    paragraphs: tuple[str, ...], texts: list[str]
) -> None:
    """A short first sentence is followed by the next one, unless that is too long: then it stands alone."""
    assert opened(*paragraphs) == texts


def opened_of(*articles: tuple[str, tuple[str, ...]]) -> tuple[str, str]:
    """The first text with which an event of these (headline, paragraphs) opens, and the letter of its report."""
    cards = [a_card(f"a{n}", title, f"Outlet {n}") for n, (title, _) in enumerate(articles)]
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    texts = {card.id: article_of(card, told) for card, (_, told) in zip(cards, articles, strict=True)}
    found = opening(articles[0][0], texts, Told(cards, marks_of(cards), frame))
    assert found is not None
    return str(found.texts[0]), found.ref.mark.letter


def test_it_begins_behind_the_dateline() -> None:
    """Neither a caption above it nor the place and the agency tell what happened."""
    caption = "Men look at the sea from the harbour wall of Norham in an old picture of the town's archive."
    lead = f"NORHAM (Reuters) - {NEXT}"
    assert opened(caption, lead, begins=("p2", len(lead) - len(NEXT))) == [NEXT]


def test_of_an_excerpt_that_ends_above_the_dateline_the_first_words_open() -> None:
    """Nothing is shown that may not be."""
    assert opened(NEXT * 2, SHORT, rights="excerpt", excerpt=("p1",), begins=("p2", 4)) == [NEXT * 2]


def test_a_report_that_begins_with_a_scene_leaves_the_opening_to_another() -> None:
    """But only where that one tells more of what the event is called by."""
    scene = "It was still dark when Ada Brandt put on her boots and went down the hill with her dog as on every morning."
    title = "Storm takes the old pier of Norham"
    told = "A storm took the old pier of Norham on Monday, and nobody was hurt when its three towers fell into the sea."
    other = (
        "The price of herring rose to a new height this week, and the fishermen of the coast are glad of it."
    )
    assert opened_of((title, (scene,)), ("Norham loses its pier", (told,))) == (told, "B")
    assert opened_of((title, (scene,)), ("Herring is dear", (other,))) == (scene, "A")
    assert opened_of((title, (told,)), ("Norham loses its pier", (told,))) == (told, "A")


def test_an_article_of_which_only_metadata_may_be_shown_opens_nothing() -> None:
    """Not a word of it stands on the event's page."""
    assert opened(SHORT, NEXT, rights="metadata-only") is None
