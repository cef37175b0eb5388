"""Average linkage, and the two kinds of decisions."""

from __future__ import annotations

from site_gen.link.cluster import cluster


def test_a_bridge_does_not_chain_two_groups() -> None:
    """0-1-2 and 3-4-5 are close; only 2 and 3 are alike across."""
    close = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (3, 4, 0.9), (3, 5, 0.9), (4, 5, 0.9), (2, 3, 0.8)]
    assert cluster(6, close, threshold=0.5) == [(0, 1, 2), (3, 4, 5)]


def test_what_must_be_apart_is_apart_whatever_joins_between_them() -> None:
    """1 is like both; 0 and 2 are not to meet."""
    scored = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.95)]
    assert cluster(3, scored, threshold=0.5, apart=[(0, 2)]) == [(0, 1), (2,)]


def test_what_must_be_together_is_together_without_a_score() -> None:
    """And the group is judged as one."""
    assert cluster(3, [(1, 2, 0.4)], threshold=0.5, together=[(0, 1)]) == [(0, 1), (2,)]


def test_the_order_of_the_pairs_changes_nothing() -> None:
    """Ties are broken by number."""
    scored = [(0, 1, 0.7), (1, 2, 0.7), (2, 3, 0.7)]
    assert cluster(4, scored, threshold=0.6) == cluster(4, scored[::-1], threshold=0.6)
