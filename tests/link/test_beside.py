"""A pair beside the other links of its two articles, and the days that its likest articles tell of an undated one."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from site_gen.link.beside import BESIDE, beside, usual_company
from site_gen.link.corpus import NO_DAY
from site_gen.link.features import NAMES, STANDING, rivalry
from site_gen.link.numbered import numbered
from site_gen.link.score import _weights
from site_gen.link.telling import COLUMNS
from site_gen.link.when import about_when


def column(name: str, pairs: list[tuple[int, int]], odds: list[float], many: float = 1.0) -> list[float]:
    """One column of what is told of each pair, among many rivals unless said otherwise."""
    count = 1 + max(max(pair) for pair in pairs)
    words = np.zeros((len(pairs), len(COLUMNS)))
    made = beside(count, np.array(pairs, dtype=np.int32), np.array(odds), np.full(len(pairs), many), words)
    return [float(value) for value in made[:, BESIDE.index(name)]]


def test_the_rival_of_a_pair_is_the_best_other_link_of_its_articles() -> None:
    """1 is likelier with 2 than with 0; for the likelier pair the rival is the other; 3 and 4 have none."""
    pairs = [(0, 1), (1, 2), (3, 4)]
    assert column("rival_most", pairs, [1.0, 4.0, 2.0]) == [1.0, 0.25, -1.0]
    assert column("better_place", pairs, [1.0, 4.0, 2.0])[2] == 0.0


def test_two_articles_that_are_both_linked_with_a_third_have_that_in_common() -> None:
    """0-1-2 is a triangle; 3 is linked with 4 alone."""
    one, _, _, other = column("common", [(0, 1), (0, 2), (1, 2), (3, 4)], [5.0] * 4)
    assert one > 0.5
    assert other == 0.0


def test_among_few_articles_the_other_links_say_nothing() -> None:
    """Each is the nearest of another there; only the first look counts."""
    pairs = [(0, 1), (1, 2), (3, 4)]
    assert column("rival_most", pairs, [1.0, 4.0, 2.0], many=0.0) == [0.0, 0.0, 0.0]
    assert column("first", pairs, [1.0, 4.0, 2.0], many=0.0) == [0.25, 1.0, 0.5]


def days(count: int, *undated: int) -> SimpleNamespace:
    """A corpus of so many articles of one day, of which some tell none."""
    return SimpleNamespace(first_day=np.array([NO_DAY if n in undated else 700_000 for n in range(count)]))


def test_a_pair_stands_among_many_where_either_could_be_of_one_event_with_many() -> None:
    """Of five articles none does, of a thousand of one day each; of a thousand of other years none."""
    assert rivalry(days(5), np.array([[0, 1]])) < 0.05
    assert rivalry(days(1_000), np.array([[0, 1]])) == 1.0
    far = SimpleNamespace(first_day=np.concatenate([np.full(5, 700_000), np.arange(1_000) * 40]))
    assert rivalry(far, np.array([[0, 1]])) < 0.05
    far.first_day[0] = NO_DAY
    assert rivalry(far, np.array([[0, 1]])) < 0.05, "the dated one of the two has few"


def test_an_article_more_does_not_change_what_is_usual_in_a_large_archive() -> None:
    """Else every event would be judged anew."""
    pairs = list(range(2_000))
    assert usual_company(pairs) == usual_company([*pairs, 0, 2_000])
    assert usual_company([]) < usual_company([a for a in range(50) for _ in range(9)])


def test_every_column_of_both_looks_has_one_weight() -> None:
    """The tables are complete."""
    assert len(_weights("first", NAMES)) == len(NAMES)
    assert len(_weights("second", (*NAMES, *BESIDE))) == len(NAMES) + len(BESIDE)
    assert NAMES[-len(STANDING) :] == STANDING


def test_an_undated_article_is_of_the_days_of_those_most_like_it() -> None:
    """0 has no date; 1, 2 and 3 are of one week, 4 of another year."""
    days = np.array([NO_DAY, 700_000, 700_001, 700_002, 700_400])
    pairs = np.array([(0, 1), (0, 2), (0, 3), (0, 4), (1, 2)], dtype=np.int32)
    near, far = about_when(days, pairs, np.full(5, 0.4), numbered(("",) * len(days)))
    assert near[0] > 0.5 > far[0]
    assert far[3] > 0.9
    assert near[3] == 0.0
    assert (near[4], far[4]) == (0.0, 0.0)


def test_two_undated_articles_are_near_where_those_like_them_are_of_the_same_days() -> None:
    """0 and 1 stand among one week's reports, 2 among those of another year."""
    days = np.array([NO_DAY, NO_DAY, NO_DAY, 700_000, 700_001, 700_400])
    pairs = np.array([(0, 1), (0, 2), (0, 3), (0, 4), (1, 3), (1, 4), (2, 5)], dtype=np.int32)
    near, far = about_when(days, pairs, np.full(7, 0.4), numbered(("",) * len(days)))
    assert near[0] > 0.8 > far[0]
    assert far[1] > 0.8 > near[1]


def test_without_a_dated_article_nothing_is_known_of_the_days() -> None:
    """And nothing where all are dated."""
    pairs = np.array([(0, 1), (1, 2)], dtype=np.int32)
    for day in (NO_DAY, 700_000):
        near, far = about_when(np.full(3, day), pairs, np.full(2, 0.4), numbered(("",) * 3))
        assert not near.any()
        assert not far.any()
