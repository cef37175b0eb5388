"""Days that the running numbers in addresses tell of undated articles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from site_gen.link.corpus import NO_DAY
from site_gen.link.numbered import numbered, spans
from site_gen.link.when import about_when

DAY = 738_000
NO_LIKELY = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def urls(numbers: Sequence[int]) -> tuple[str, ...]:
    """Addresses of one outlet."""
    return tuple(f"https://lantern.example/news/ferry-{number}" for number in numbers)


def test_an_address_gives_its_longest_number_in_the_row_of_its_host() -> None:
    """Years and places in a list are too short; addresses without a number stand in no row."""
    rows = numbered(
        (
            "https://www.lantern.example/2019/05/news-7/40001234?page=12345",
            "http://lantern.example/40001235#x",
            "https://ledger.example/story?id=771234",
            "https://ledger.example/2019/05/ferry",
            "",
        )
    )
    assert rows.number.tolist() == [40001234, 40001235, 771234, 0, 0]
    assert rows.row.tolist() == [0, 0, 1, -1, -1]


def test_an_undated_article_was_written_between_its_neighbours_in_the_row() -> None:
    """Eight dated articles ten days apart, their numbers rising; five undated ones, one before the first, one after the last."""
    numbers = [20_000 + 100 * n for n in range(8)] + [20_250, 20_700, 30_000, 20_050, 19_000]
    days = np.array([DAY + 10 * n for n in range(8)] + [NO_DAY] * 5)
    assert spans(days, numbered(urls(numbers)), NO_LIKELY) == {
        8: (DAY + 20, DAY + 30),
        9: (DAY + 60, DAY + 70),
        11: (DAY, DAY + 10),
    }


def test_numbers_in_no_order_tell_nothing() -> None:
    """Digests instead of running numbers; and a row of too few articles."""
    days = np.array([DAY + 10 * n for n in range(12)] + [NO_DAY])
    mixed = [50_000 + 7_919 * n % 30_011 for n in (3, 1, 4, 11, 5, 9, 2, 6, 10, 8, 7, 12, 0)]
    assert spans(days, numbered(urls(mixed)), NO_LIKELY) == {}
    few = np.array([DAY, DAY + 1, DAY + 2, NO_DAY])
    assert spans(few, numbered(urls([20_000, 20_100, 20_200, 20_150])), NO_LIKELY) == {}


def test_likely_days_make_out_a_row_and_a_wrong_one_among_them_does_not_stand() -> None:
    """No article of the outlet is dated; what is likeliest of the fifth lies years before its neighbours."""
    numbers = [20_000 + 100 * n for n in range(9)]
    days = [DAY + 5 * n for n in range(9)]
    days[4] = DAY - 2_000
    likely = (np.arange(9), np.array(days), np.full(9, 0.6))
    found = spans(np.full(9, NO_DAY), numbered(urls(numbers)), likely)
    assert found[4] == (DAY + 15, DAY + 25)


def test_the_neighbours_in_the_row_say_that_two_reports_lie_weeks_apart() -> None:
    """Article 8 is undated and as like one of its days as one of a year before; its number tells which is near."""
    numbers = [20_000 + 100 * n for n in range(8)] + [20_250]
    days = np.array([DAY + 10 * n for n in range(8)] + [NO_DAY, DAY + 25, DAY - 365])
    pairs = np.array([[8, 9], [8, 10]])
    for addresses, is_told in ((urls(numbers), True), (("",) * 9, False)):
        near, far = about_when(days, pairs, np.full(2, 0.3), numbered((*addresses, "", "")))
        assert bool(near[0] > 0.3 and far[1] > 0.8) == is_told
