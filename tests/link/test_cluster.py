"""Groups joined while they are alike on average, and the two kinds of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_gen.link.cluster import AVERAGE_LINKAGE, cluster
from site_gen.link.decide import with_decided

Links = Iterable[tuple[int, int, float]]


def grouped(
    count: int,
    links: Links,
    *,
    together: Sequence[Sequence[int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[tuple[int, ...]]:
    """The groups at even odds."""
    return cluster(count, links, threshold=0.5, together=together, apart=apart)


def test_a_bridge_does_not_chain_two_groups() -> None:
    """0-1-2 and 3-4-5 are close; only 2 and 3 are alike across."""
    close = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (3, 4, 0.9), (3, 5, 0.9), (4, 5, 0.9), (2, 3, 0.8)]
    assert grouped(6, close) == [(0, 1, 2), (3, 4, 5)]


def test_a_pair_without_a_score_says_less_against_a_join_than_one_with_a_low_score() -> None:
    """2 is like 0 and was never compared with 1: 0.8 is enough; beside a score of 0.05 it is not."""
    assert grouped(3, [(0, 1, 0.95), (0, 2, 0.8)]) == [(0, 1, 2)]
    assert grouped(3, [(0, 1, 0.95), (0, 2, 0.8), (1, 2, 0.05)]) == [(0, 1), (2,)]


def test_two_groups_of_several_reports_each_are_joined_less_readily_than_one_report_and_a_group() -> None:
    """All links across are as likely; a single report joins three others, two reports do not."""
    three = [(0, 1, 0.97), (0, 2, 0.97), (1, 2, 0.97)]
    assert grouped(4, [*three, *((a, 3, 0.6) for a in range(3))]) == [(0, 1, 2, 3)]
    two = [(3, 4, 0.97), *((a, b, 0.6) for a in range(3) for b in (3, 4))]
    assert grouped(5, three + two) == [(0, 1, 2), (3, 4)]


def test_the_best_link_says_something_beside_the_mean() -> None:
    """2 is a little unlike 0 and 1 on the whole; a link that is nearly sure lets it join, as it does not by average linkage."""
    links = [(0, 1, 0.99), (0, 2, 0.95), (1, 2, 0.03)]
    assert grouped(3, links) == [(0, 1, 2)]
    assert cluster(3, links, threshold=0.5, joining=AVERAGE_LINKAGE) == [(0, 1), (2,)]


def test_a_pair_hardly_in_doubt_says_more_than_some_that_are_a_little_likely() -> None:
    """Four pairs across: one that is nearly ruled out keeps two groups apart, one that is nearly sure joins them."""
    close = [(0, 1, 0.99), (2, 3, 0.99)]
    ruled_out = [(0, 2, 0.68), (0, 3, 0.68), (1, 2, 0.68), (1, 3, 0.05)]
    assert grouped(4, close + ruled_out) == [(0, 1), (2, 3)]
    nearly_sure = [(0, 2, 0.97), (0, 3, 0.4), (1, 2, 0.4), (1, 3, 0.2)]
    assert grouped(4, close + nearly_sure) == [(0, 1, 2, 3)]


def test_what_a_rule_of_text_took_off_a_pair_keeps_out_no_report_that_another_bears_out() -> None:
    """2 is like 0; with 1 it has no name in common, which a rule counts against the pair."""
    links = [(0, 1, 0.95), (0, 2, 0.8), (1, 2, 0.05)]
    assert cluster(3, links, threshold=0.5) == [(0, 1), (2,)]
    assert cluster(3, links, threshold=0.5, eased={(1, 2): 0.6}) == [(0, 1, 2)]


def test_what_a_rule_of_text_took_off_never_founds_an_event() -> None:
    """Nor joins two groups that nothing else joins."""
    assert cluster(2, [(0, 1, 0.1)], threshold=0.5, eased={(0, 1): 0.9}) == [(0,), (1,)]
    links = [(0, 1, 0.9), (2, 3, 0.9), *((a, b, 0.1) for a in (0, 1) for b in (2, 3))]
    eased = {(a, b): 0.95 for a in (0, 1) for b in (2, 3)}
    assert cluster(4, links, threshold=0.5, eased=eased) == [(0, 1), (2, 3)]


def test_a_high_threshold_is_reached_by_what_is_surer_still() -> None:
    """The cut of what is sure never makes a setting unreachable."""
    links = [(0, 1, 0.995), (1, 2, 0.98), (0, 2, 0.98)]
    assert cluster(3, links, threshold=0.99) == [(0, 1), (2,)]
    assert cluster(2, [(0, 1, 1.0)], threshold=1.0) == [(0, 1)]
    assert cluster(2, [(0, 1, 0.999999)], threshold=1.0) == [(0,), (1,)]


def test_a_pair_of_two_languages_that_is_no_link_says_less_than_one_whose_words_can_be_compared() -> None:
    """0 and 1 are English, 2 is Arabic, without a date: it is linked with one of the two and was not told to be of the other."""
    links = [(0, 1, 0.68), (0, 2, 0.98), (1, 2, 0.07)]
    assert grouped(3, links) == [(0, 2), (1,)]
    assert cluster(3, links, threshold=0.5, languages=("en", "en", "ar")) == [(0, 1, 2)]
    weak = [(0, 1, 0.68), (0, 2, 0.55), (1, 2, 0.07)]
    assert cluster(3, weak, threshold=0.5, languages=("en", "en", "ar")) == [(0, 1), (2,)]


def test_what_must_be_apart_is_apart_whatever_joins_between_them() -> None:
    """1 is like both; 0 and 2 are not to meet."""
    scored = [(0, 1, 0.97), (1, 2, 0.96), (0, 2, 0.98)]
    assert grouped(3, scored, apart=[(0, 2)]) == [(0, 1), (2,)]


def test_what_must_be_together_is_together_without_a_score() -> None:
    """And the group is as like another as its likest article."""
    assert grouped(3, [(1, 2, 0.2)], together=[(0, 1)]) == [(0, 1), (2,)]
    assert grouped(3, [(0, 2, 0.1), (1, 2, 0.9)], together=[(0, 1)]) == [(0, 1, 2)]


def test_the_order_of_the_pairs_changes_nothing() -> None:
    """Ties are broken by number."""
    scored = [(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9)]
    assert grouped(4, scored) == grouped(4, scored[::-1])


def test_two_articles_that_are_not_linked_by_themselves_are_never_joined() -> None:
    """Half a chance is no link."""
    assert grouped(2, [(0, 1, 0.49)]) == [(0,), (1,)]
    assert grouped(2, [(0, 1, 0.9)]) == [(0, 1)]


def _two_events(
    together: tuple[tuple[int, ...], ...], apart: tuple[tuple[int, int], ...] = ()
) -> list[tuple[int, ...]]:
    """Five reports of one thing and five of another, and what a person decided about them."""
    scored = [(a, b, 0.9) for five in (range(5), range(5, 10)) for a in five for b in five if a < b]
    return with_decided(
        lambda bound: cluster(10, scored, threshold=0.5, together=bound, apart=apart), together, apart
    )


def test_one_decision_joins_two_events_whole() -> None:
    """Not one article of each, which would tear both apart; two decisions join three."""
    assert _two_events(()) == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]
    assert _two_events(((4, 5),)) == [tuple(range(10))]
    assert _two_events(((0, 1), (4, 5))) == [tuple(range(10))]


def test_where_two_articles_must_stay_apart_the_two_that_are_named_are_joined_alone() -> None:
    """Their events are not."""
    found = _two_events(((4, 5),), apart=((0, 9),))
    assert any({4, 5} <= set(rows) for rows in found)
    assert not any({0, 9} <= set(rows) for rows in found)
    assert sorted(row for rows in found for row in rows) == list(range(10))
