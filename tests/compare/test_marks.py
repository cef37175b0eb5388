"""Which characters of a text stand inside quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.compare.marks import quotations


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


def test_curly_straight_french_and_german_marks_are_read() -> None:
    """Each pair of marks gives its inside, without the comma of the sentence around it."""
    assert inside("“We stay,” she said.") == ["We stay"]
    assert inside('She said: "We stay."') == ["We stay."]
    assert inside("« Nous restons », a-t-elle dit.") == ["Nous restons"]
    assert inside("Sie sagte: „Wir bleiben“, und ging.") == ["Wir bleiben"]


def test_single_marks_open_a_quotation_but_apostrophes_do_not() -> None:
    """British print quotes with single marks; possessives and elisions stay letters."""
    assert inside("‘We’re staying,’ she said.") == ["We’re staying"]
    assert inside("'The workers' rights matter,' he said.") == ["The workers' rights matter"]
    assert inside("the dogs' home and the '90s") == []


def test_two_single_marks_stand_for_a_double_one() -> None:
    """As some agencies send them; a mark of the one kind closes what the other opened."""
    assert inside("They issued a \"notice'' in May.") == ["notice"]
    assert inside("They issued a ''notice'' in May.") == ["notice"]
    assert inside("“We stay,’’ she said. “It’s home.’’") == ["We stay", "It’s home."]


def test_a_mark_that_points_stands_off_its_word() -> None:
    """A space behind the opening mark is a slip; the mark still opens."""
    assert inside("“ We stay,” she said.") == ["We stay"]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    """Only the outermost marks count."""
    assert inside("“He said ‘no’ and left,” she said.") == ["He said ‘no’ and left"]
    assert inside("“He cried “no” twice,” she said.") == ["He cried “no” twice"]


def test_a_paragraph_may_leave_its_quotation_open_for_the_next() -> None:
    """A mark that opens a paragraph and never closes holds the rest of it."""
    (found,) = quotations("“It was dark. We waited.")
    assert not found.is_closed and found.end == len("“It was dark. We waited.")


def test_inches_and_feet_are_no_quotation() -> None:
    """A straight mark behind a digit opens nothing."""
    assert inside('The beam was 6\' 2" long and 3" wide.') == []


@example("“a''“a")
@example("“a''\"b''")
@given(st.text(alphabet="ab .,'\"“”‘’«»„", max_size=60))
def test_quotations_never_overlap_and_lie_inside_the_text(text: str) -> None:
    """Offsets rise and stay in bounds, whatever marks a scrape holds."""
    at = 0
    for q in quotations(text):
        assert at <= q.outer_start <= q.start <= q.end <= q.outer_end <= len(text)
        at = q.outer_end


def test_a_straight_mark_behind_a_full_stop_closes_a_curled_one() -> None:
    """What stands behind it is told, and the next curled mark opens anew."""
    assert inside('It means “the nurses, the crews." She added, “It is about us.”') == [
        "the nurses, the crews.",
        "It is about us.",
    ]


@pytest.mark.parametrize("mark", ["“a ", '"a ', "'a ", "„", "''a ", '{"a": "b", '])
def test_thousands_of_marks_cost_no_more_than_their_number(mark: str) -> None:
    """Each is looked at a bounded number of times for its end."""
    start = time.process_time()
    quotations(mark * 3_000)
    assert time.process_time() - start < 4
