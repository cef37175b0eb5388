"""The matrix of shared wording: who stands in it, where, and what it says in words."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.model import Comparison, Overlap
from site_gen.render.article import Around
from site_gen.render.frame import Frame
from site_gen.render.interface import Interface
from site_gen.render.lines import marks_of
from site_gen.render.matrix import matrix_picture, matrix_rows, most_shared, rest_told

from .conftest import a_site, render_all
from .shelf import a_card, a_shelf


def around_of(outlets: list[str], *overlaps: Overlap) -> Around:
    """An event of an article an outlet named, a0, a1 …, with this shared wording."""
    shelf = a_shelf()
    cards = tuple(a_card(f"a{n}", "Pier falls", outlet) for n, outlet in enumerate(outlets))
    event = replace(shelf.events_by_id["e1"], articles=tuple(card.id for card in cards))
    compared = Comparison("e1", (), (), (), (), overlaps, ())
    return Around(event, next(iter(shelf.event_cards.values())), cards, compared)


def a_frame(language: str = "en") -> Frame:
    """The place of an event's page."""
    return Frame(site=a_site(a_shelf()), interface=Interface(language, {}, {}), path="events/pier/")


def test_of_a_large_event_only_those_that_share_wording_stand_in_the_matrix() -> None:
    """Forty articles of which two share would be a picture of empty squares; the page says how many are left out."""
    shared = (Overlap("a2", "a7", 50, 0.5, 0.4), Overlap("a0", "a1", 0, 0.0, 0.0))
    large = around_of([f"Outlet {n}" for n in range(14)], *shared)
    marks, frame = marks_of(large.articles), a_frame()
    assert [row.mark.letter for row in matrix_rows(large, marks, frame)] == ["C", "H"]
    assert matrix_picture(large, marks, frame).count('class="self"') == 2
    assert rest_told(large, frame) == "The other 12 articles share no wording."


def test_a_small_event_stands_whole_in_the_matrix() -> None:
    """That one outlet shares nothing is worth a row where there are few."""
    small = around_of(["A", "B", "C", "D"], Overlap("a0", "a1", 50, 0.5, 0.4))
    assert len(matrix_rows(small, marks_of(small.articles), a_frame())) == 4
    assert rest_told(small, a_frame()) == ""


def test_read_from_the_right_the_matrix_begins_at_the_right() -> None:
    """The first row's letter and the first column stand right, the rest of the page being so."""
    event = around_of(["A", "B", "C"], Overlap("a0", "a1", 50, 0.5, 0.4))
    marks = marks_of(event.articles)

    def places(language: str) -> list[float]:
        picture = matrix_picture(event, marks, a_frame(language))
        return [float(x) for x in re.findall(r'class="self" x="([\d.]+)"', picture)]

    assert places("en") == sorted(places("en"))
    assert places("ar") == sorted(places("ar"), reverse=True)
    assert all(0 < x < 26 + 3 * 52 for x in places("ar"))


def test_who_shares_most_are_two_outlets() -> None:
    """One that repeats itself says nothing of who took from whom."""
    own, others = Overlap("a0", "a1", 90, 0.9, 0.9), Overlap("a0", "a2", 30, 0.3, 0.2)
    event = around_of(["A", "A", "B"], own, others)
    marks = marks_of(event.articles)
    assert most_shared(event, marks, a_frame()) == "30% of the words of A (A) are also in B (B)"
    alone = around_of(["A", "A", "B"], own)
    assert most_shared(alone, marks, a_frame()) == ""


def test_an_event_whose_outlets_share_nothing_has_no_share_in_its_head() -> None:
    """What one outlet repeats is listed; "0% of the wording shared" above it would deny the list."""
    shelf = a_shelf()
    whole = shelf.comparisons["e1"]
    page = render_all(shelf)["events/bridge-falls/index.html"].decode()
    assert "of the wording shared" in page
    shelf.comparisons["e1"] = replace(whole, own=tuple(replace(own, share=0.999) for own in whole.own))
    page = render_all(shelf)["events/bridge-falls/index.html"].decode()
    assert "of the wording shared" not in page and "0%" not in page.split("<main")[1].split("</header>")[0]
