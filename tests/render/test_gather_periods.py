"""Which days, months and years stand before and after one."""

from __future__ import annotations

from typing import cast

import pytest

from site_gen.model import Catalogue, Listing, Period
from site_gen.render.gather_periods import around

DAYS = ("1931-05-04", "1931-05-30", "1931-12-31", "1933-02-01", "1933-02-03")


class Shelf:
    """A catalogue of articles of these days, one that is known by its year alone, and an undated one."""

    def periods(self, _listing: Listing, within: str | None = None) -> tuple[Period, ...]:
        """As the catalogue gives them: newest first, the undated last, what is known no better beside its parts."""
        chars = len(within) + 3 if within else 4
        found = {day[:chars] for day in (*DAYS, "1932") if day.startswith(within or "")}
        return tuple(
            Period(name, 1) for name in (*sorted(found, reverse=True), *(() if within else ("undated",)))
        )


@pytest.mark.parametrize(
    ("period", "before", "after"),
    [
        ("1931-05-30", "1931-05-04", "1931-12-31"),
        ("1931-12-31", "1931-05-30", "1933-02-01"),
        ("1933-02-01", "1931-12-31", "1933-02-03"),
        ("1931-05-04", None, "1931-05-30"),
        ("1933-02-03", "1933-02-01", None),
        ("1931-12", "1931-05", "1933-02"),
        ("1933-02", "1931-12", None),
        ("1932", "1931", "1933"),
        ("1931", None, "1932"),
        ("1940-01-01", None, None),
    ],
)
def test_what_stands_beside_a_period_is_found_across_months_and_years(
    period: str, before: str | None, after: str | None
) -> None:
    """Who reads day by day comes from the last of a month to the first of the next that has articles."""
    assert around(cast(Catalogue, Shelf()), period) == (before, after)
