"""Groups judged as wholes, and the two kinds of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_gen.link.cluster import JOIN, cluster, logistic
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
