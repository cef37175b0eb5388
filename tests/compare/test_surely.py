"""What speaks for one thing behind two numbers that differ."""

from __future__ import annotations

import pytest

from benchmarks.fitting import NOBODY
from site_gen.compare.figures import reckoned
from site_gen.compare.figures.surely import measures, surely_one
from site_gen.compare.figures.weighing import tellings
from site_gen.compare.reading import read
from tests.make import an_article


def first_two(*texts: str) -> tuple[dict[str, float], float]:
    """The measures of the first numbers of two texts, paragraphs parted by line ends, and how surely they are one."""
    readings = [read(an_article(t.split("\n"), id=str(n), source=str(n))) for n, t in enumerate(texts)]
    found = reckoned(readings, [NOBODY] * len(readings))
    known = tellings(found)
    a, b = (next(r for r in found if r.article == n) for n in (0, 1))
    return measures(a, b, found, known), surely_one(a, b, found, known)


FLOOD = "The flood at Norham killed {} people."


def test_numbers_at_the_top_of_both_reports_are_likelier_one_thing() -> None:
    """The lower of the two counts."""
    below = "\n".join(("The mill stands.", "The dam holds.", "The town sleeps.", FLOOD.format(30)))
    top, more = first_two(FLOOD.format(40), FLOOD.format(30))
    deep, less = first_two(FLOOD.format(40), below)
    assert top["deep"] == 0 and deep["deep"] > 1
    assert more > less


@pytest.mark.parametrize(
    ("one", "two", "are_one"),
    [
        ("Ada Brandt, 47, built the dam.", "The dam was dear to Brandt, 49.", True),
        ("A boy aged 14 fell from the mill at Norham.", "A boy aged 15 fell from the mill at Norham.", True),
        ("A boy aged 14 fell from the mill at Norham.", "Clerks aged 15 may join the union.", False),
    ],
)
def test_ages_of_nobody_named_need_like_words(one: str, two: str, are_one: bool) -> None:
    """A name ties two ages; without one any age of a report may be anybody's."""
    assert first_two(one, two)[1] == are_one
