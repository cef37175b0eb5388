"""What must be done again, as tables on a pure function."""

from __future__ import annotations

import pytest

from site_gen.engine.plan import digest, plan


@pytest.mark.parametrize(
    ("wanted", "known", "todo", "gone", "reasons"),
    [
        ({}, {}, (), (), ()),
        ({"a": b"1"}, {}, ("a",), (), (("a", "new"),)),
        ({"a": b"1"}, {"a": b"1"}, (), (), ()),
        ({"a": b"2"}, {"a": b"1"}, ("a",), (), (("a", "changed"),)),
        ({}, {"a": b"1"}, (), ("a",), ()),
        (
            {"b": b"1", "a": b"1"},
            {"b": b"0", "c": b"1"},
            ("a", "b"),
            ("c",),
            (("a", "new"), ("b", "changed")),
        ),
    ],
)
def test_only_new_and_changed_items_are_done(
    wanted: dict[str, bytes],
    known: dict[str, bytes],
    todo: tuple[str, ...],
    gone: tuple[str, ...],
    reasons: tuple[tuple[str, str], ...],
) -> None:
    """Same digest, no work; an item that is gone is forgotten."""
    found = plan(wanted, known)
    assert (found.todo, found.gone, found.reasons) == (todo, gone, reasons)


def test_a_digest_tells_where_its_parts_end() -> None:
    """("ab", "c") and ("a", "bc") differ, and so do values of other types."""
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(1) != digest("1")
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
