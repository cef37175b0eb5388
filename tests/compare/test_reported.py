"""Figures of texts that hold more numbers than an article tells: tables scraped as text."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from site_gen.compare import comparison
from site_gen.model import Article, Comparison, Finding
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event

QUOTED = ("%d; ",)
OPENING = "The count of the vote at Norham was told on Monday, the clerk said."


def reports(form: str, length: int) -> tuple[Article, ...]:
    """Two outlets' reports, each with a paragraph of so many numbers in a form; one of quoted ones is quoted whole."""
    row = "".join(form % n for n in range(12, 12 + length))
    row = f"“{row}”" if form in QUOTED else row
    return tuple(an_article([OPENING, row], id=f"a{n}", source=f"Outlet {n}") for n in (1, 2))


def compared(articles: tuple[Article, ...]) -> tuple[Comparison, tuple[Finding, ...]]:
    """What is found by comparing articles."""
    return comparison(an_event(articles), articles, settings=CompareSettings())


def steps(articles: tuple[Article, ...]) -> int:
    """How many functions are called to compare articles."""
    called = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        compared(articles)
    finally:
        sys.setprofile(None)
    return called


@pytest.mark.parametrize("form", ["%d ", "%d, ", "(%d)", "%d|", "%d-8 ; ", *QUOTED])
def test_twice_as_many_numbers_in_a_paragraph_cost_about_twice_as_much(form: str) -> None:
    """A table in one paragraph, its numbers parted by spaces, by marks alone, or in one quotation."""
    articles = [reports(form, length) for length in (200, 500, 1000)]
    _warm, some, twice = map(steps, articles)
    assert twice < 2.6 * some


def test_equal_numbers_are_weighed_up_to_a_bound_that_a_finding_tells() -> None:
    """Of two tables of one number said 400 times the first 300 are compared; each article has a finding that says so."""
    articles = tuple(
        an_article([OPENING, "12 votes, " * 400], id=f"a{n}", source=f"Outlet {n}") for n in (1, 2)
    )
    found, remarks = compared(articles)
    assert sum(len(f.mentions) for f in found.figures) == 600
    assert [(r.code, r.where) for r in remarks] == [("CMP-001", a.capture.key) for a in articles]
    assert "paragraph p2" in remarks[0].message


def test_an_article_with_as_many_numbers_as_are_compared_has_no_finding() -> None:
    """Three hundred numbers are all compared."""
    articles = (an_article([OPENING, "12 votes, " * 300]), an_article(OPENING, id="a2", source="Outlet 2"))
    assert compared(articles)[1] == ()


def test_a_number_far_down_a_long_sentence_is_called_by_the_words_beside_it() -> None:
    """A figure behind more pieces than are read as one has its own words."""
    far = "The mill stood still, " * 120 + "and the flood killed 41 people at Norham."
    articles = tuple(an_article([OPENING, far], id=f"a{n}", source=f"Outlet {n}") for n in (1, 2))
    figure = compared(articles)[0].figures[0]
    assert ("killed" in figure.counts, [m.text for m in figure.mentions]) == (True, ["41", "41"])
