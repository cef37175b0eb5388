"""Which day a text gets that a scraper left of a whole page, with the days of its other articles and of the visit."""

from __future__ import annotations

import pytest

from .captures import a_text, described

TITLE = ("title", "Ferry fares rise for the third time")
TEXT = (
    "body",
    "The harbour council put up the fares of every ferry, and of the dogs that travel with their owners.",
)
MORE = (
    "body",
    "Passengers who buy ten journeys together will go on paying what they paid in the years before.",
)
MENU = tuple(
    ("nav", word) for word in ("Home", "News", "Harbour", "Sport", "Letters", "Weather", "Tides") * 3
)


def day(*lines: tuple[str, str]) -> str | None:
    """The day that such a text gets."""
    article, _ = described(a_text(*lines))
    return article.published.value if article.published else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*MENU, TITLE, ("date_line", "May 3, 2019"), TEXT, MORE), "2019-05-03"),
        ((("date_line", "Friday, May 10, 2019"), *MENU, TITLE, TEXT, MORE), None),
        ((("date_line", "Friday, May 10, 2019"), TITLE, ("date_line", "May 3, 2019"), TEXT, MORE), "2019-05-03"),
        ((TITLE, TEXT, MORE, ("comment", "2 comments"), ("nav", "Ann says:"), ("date_line", "May 9, 2019")), None),
        ((TITLE, TEXT, MORE, ("related_heading", "More"), ("date_line", "May 9, 2019")), None),
        ((TITLE, TEXT, MORE, ("date_line", "May 9, 2019"), *MENU, ("date_line", "May 1, 2019")), "2019-05-09"),
        ((TITLE, *(MORE,) * 12, ("date_line", "May 9, 2019"), *MENU, ("date_line", "May 1, 2019")), None),
        ((TITLE, TEXT, MORE, ("date_line", "May 3, 2019")), "2019-05-03"),
        ((TITLE, ("date_line", "May 2019"), TEXT, MORE), None),
        ((TITLE, ("nav", "Available until"), ("date_line", "May 30, 2019"), TEXT, MORE), None),
        ((TITLE, ("date_line", "May 30, 2019May 3, 2019"), TEXT, MORE), "2019-05-03"),
        ((TITLE, ("date_line", "May 30, 2019"), ("date_line", "May 3, 2019"), TEXT, MORE), "2019-05-03"),
        ((TITLE, ("nav", "Updated"), ("date_line", "May 30, 2019"), TEXT, MORE), None),
        ((TITLE, *(MORE,) * 12, ("nav", "Published on"), ("date_line", "May 3, 2019"), ("date_line", "June 1, 2019")), "2019-05-03"),
    ],
    ids=[
        "below the headline",
        "of the visit",
        "of the visit and its own",
        "of a comment",
        "of another article",
        "close below a short text",
        "several far below",
        "the only one, below",
        "a month",
        "of something else",
        "two glued",
        "change beside publication",
        "label above it",
        "labelled far below",
    ],
)  # fmt: skip
def test_an_unlabelled_day_counts_by_the_headline_or_where_it_is_the_only_one(
    lines: tuple[tuple[str, str], ...], expected: str | None
) -> None:
    """A wrong day is worse than none."""
    assert day(*lines) == expected


@pytest.mark.parametrize(
    ("stamp", "opening", "expected"),
    [
        ("Updated May 3, 2019", "On Thursday the harbour council put up the fares of every ferry again.", "2019-05-03"),
        ("Updated May 3, 2019", "A guide to the fares of every ferry, and to the dogs that may travel.", None),
        ("Updated May 3, 2019, 10:15 am", "A guide to the fares of every ferry in the harbour.", "2019-05-03T10:15"),
    ],
    ids=["a report", "a guide", "with its hour"],
)  # fmt: skip
def test_the_day_of_its_last_change_dates_a_report_and_no_guide(
    stamp: str, opening: str, expected: str | None
) -> None:
    """A report is changed within days, a guide for years; only newsrooms write the hour."""
    assert day(TITLE, ("date_line", stamp), ("body", opening), MORE) == expected
