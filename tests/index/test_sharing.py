"""Who shares wording with whom, over events."""

from __future__ import annotations

from site_gen.index.sharing import Sharing
from site_gen.model import Comparison, Overlap


def _comparison(*overlaps: Overlap) -> Comparison:
    return Comparison("e", (), (), (), (), overlaps, ())


def test_outlets_that_report_one_event_are_counted_whether_they_share_or_not() -> None:
    """The share is the mean over their pairs of articles, seen from each side; most shared stands first."""
    shared = Sharing()
    shared.add([("a", "one"), ("b", "two"), ("c", "three")], _comparison(Overlap("a", "b", 40, 0.4, 0.8)))
    shared.add([("d", "one"), ("e", "two")], _comparison())
    found = shared.of("one", {"two": "The Two", "three": "The Three"})
    assert [(s.slug, s.name, s.events, s.sharing, s.share) for s in found] == [
        ("two", "The Two", 2, 1, 0.2),
        ("three", "The Three", 1, 0, 0.0),
    ]
    assert shared.of("two", {})[0].share == 0.4


def test_an_outlet_does_not_share_with_itself_nor_with_one_unknown() -> None:
    """Two articles of one outlet, and one of nobody known."""
    shared = Sharing()
    shared.add([("a", "one"), ("b", "one"), ("c", None)], _comparison(Overlap("a", "b", 9, 0.9, 0.9)))
    assert shared.of("one", {}) == ()
