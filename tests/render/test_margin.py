"""Notes in the margin of an article: what others have too, and where they differ."""

from __future__ import annotations

import pytest

from site_gen.compare import comparison
from site_gen.render.frame import Frame
from site_gen.render.interface import Interface
from site_gen.render.lines import marks_of
from site_gen.render.margin import margins
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event

from .conftest import a_site
from .shelf import a_card, a_shelf


@pytest.mark.parametrize(("id", "others"), [("a1", ["C"]), ("a3", ["A", "B"])])
def test_of_a_figure_that_differs_only_those_who_say_otherwise_are_named(id: str, others: list[str]) -> None:
    """The outlet that gives the same number is not said to differ."""
    counts = {"a1": "300", "a2": "300", "a3": "500"}
    articles = tuple(an_article(f"The flood killed {n} people.", id=i, source=i) for i, n in counts.items())
    found, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    cards = tuple(a_card(i, "Flood", i) for i in counts)
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="articles/x/")
    notes = margins(id, found, cards, marks_of(cards), frame)["p1"].notes
    assert [[r.mark.letter for r in n.refs] for n in notes if n.kind == "figure-differs"] == [others]
    assert not [n for n in notes if n.kind == "figure"]
