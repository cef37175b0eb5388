"""Groups judged as wholes, and the two kinds of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from site_gen.link.cluster import JOIN, cluster, logistic, usual_company
from site_gen.link.score import join_weights

Links = Iterable[tuple[int, int, float]]


def grouped(
    days: Sequence[int | None],
    links: Links,
    *,
    together: Sequence[Sequence[int]] = (),
    apart: Iterable[tuple[int, int]] = (),
    text: float = 0.4,
) -> list[tuple[int, ...]]:
    """The groups by the weights that are shipped; all texts are equally alike."""
    scored = ((a, b, score, text) for a, b, score in links)
    judge = logistic(join_weights())
    return cluster(days, scored, judge=judge, threshold=0.5, together=together, apart=apart)


def test_a_bridge_does_not_chain_two_groups() -> None:
    """0-1-2 and 3-4-5 are close; only 2 and 3 are alike across."""
    close = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (3, 4, 0.9), (3, 5, 0.9), (4, 5, 0.9), (2, 3, 0.8)]
    assert grouped([5] * 6, close) == [(0, 1, 2), (3, 4, 5)]


def test_two_groups_alike_across_are_one_on_one_day_and_two_on_days_apart() -> None:
    """Three reports of one ruling, and three of the next; the same pairs, the same scores."""
    close = [(a, b, 0.995) for a, b in ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5))]
    across = [(a, b, 0.8) for a in (0, 1, 2) for b in (3, 4, 5)]
    assert grouped([5] * 6, close + across) == [(0, 1, 2, 3, 4, 5)]
    assert grouped([5, 5, 5, 9, 9, 9], close + across) == [(0, 1, 2), (3, 4, 5)]


def test_what_is_two_events_among_pairs_is_one_among_large_groups() -> None:
    """Two groups of four, somewhat alike: an archive whose events have ten reports each would expect them to be one."""
    halves = [*clique(range(4)), *clique(range(4, 8)), *((a, b, 0.65) for a in range(4) for b in range(4, 8))]
    days = [5] * 8 + [90] * 80
    pairs = [link for n in range(8, 88, 2) for link in clique(range(n, n + 2))]
    tens = [link for n in range(8, 88, 10) for link in clique(range(n, n + 10))]
    assert grouped(days, halves + pairs)[:2] == [(0, 1, 2, 3), (4, 5, 6, 7)]
    assert grouped(days, halves + tens)[0] == (0, 1, 2, 3, 4, 5, 6, 7)


def clique(members: Sequence[int]) -> list[tuple[int, int, float]]:
    """Links between all of these."""
    return [(a, b, 0.97) for a, b in combinations(members, 2)]


def test_an_article_more_does_not_change_what_is_usual_in_a_large_archive() -> None:
    """Else every event would be judged anew."""
    pairs = list(range(2_000))
    assert usual_company(pairs) == usual_company([*pairs, 0, 2_000])
    assert usual_company([]) < usual_company([a for a in range(50) for _ in range(9)])


def test_what_must_be_apart_is_apart_whatever_joins_between_them() -> None:
    """1 is like both; 0 and 2 are not to meet."""
    scored = [(0, 1, 0.97), (1, 2, 0.96), (0, 2, 0.98)]
    assert grouped([None] * 3, scored, apart=[(0, 2)]) == [(0, 1), (2,)]


def test_what_must_be_together_is_together_without_a_score() -> None:
    """And the group is judged as one."""
    assert grouped([None] * 3, [(1, 2, 0.2)], together=[(0, 1)]) == [(0, 1), (2,)]


def test_the_order_of_the_pairs_changes_nothing() -> None:
    """Ties are broken by number."""
    scored = [(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9)]
    assert grouped([3] * 4, scored) == grouped([3] * 4, scored[::-1])


def test_every_feature_of_a_join_has_one_weight() -> None:
    """The table is complete and in order."""
    assert len(join_weights()) == len(JOIN)


def test_two_articles_that_are_not_linked_by_themselves_are_never_joined() -> None:
    """Half a chance is no link, whatever the archive is like."""
    assert grouped([5, 5], [(0, 1, 0.49)], text=0.9) == [(0,), (1,)]
    assert grouped([5, 5], [(0, 1, 0.9)], text=0.9) == [(0, 1)]
