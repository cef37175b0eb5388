"""Objects made column by column are those that their constructor makes."""

import pytest

from site_gen.clean import bulk
from site_gen.model import Line


def test_objects_from_columns_are_those_of_the_constructor() -> None:
    """Equal, as frozen, and in order."""
    made = bulk.made(
        Line, ((1, 2), ((0, 3), (4, 7)), ("Ebb", "Six"), ("body", "nav"), ("b", "n"), ("p1", None))
    )
    assert made == (Line(1, (0, 3), "Ebb", "body", "b", "p1"), Line(2, (4, 7), "Six", "nav", "n"))
    with pytest.raises(AttributeError):
        made[0].text = "Flood"  # type: ignore[misc]


def test_no_columns_make_no_objects() -> None:
    """A page without a line has none."""
    assert bulk.made(Line, ((), (), (), (), (), ())) == ()


@pytest.mark.parametrize(
    "columns", [((1,), ((0, 3),)), ((1, 2), ((0, 3),), ("Ebb",), ("nav",), ("n",), (None,))]
)
def test_columns_that_do_not_fit_are_refused(columns: tuple[tuple[object, ...], ...]) -> None:
    """One a field, and as long as each other: no object is left half made."""
    with pytest.raises(ValueError):
        bulk.made(Line, columns)
