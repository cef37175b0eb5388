"""The two judges of a line: a sum of weights and boosted trees."""

from __future__ import annotations

import numpy as np

from site_gen.clean import around, judge, surroundings


def test_a_row_goes_below_where_its_number_is_not_above_the_threshold() -> None:
    """A tree of one question and a tree of none: each row gets the sum of its leaves."""
    forest = judge.forest(
        {
            "roots": [0, 3],
            "feature": [1, -1, -1, -1],
            "threshold": [0.5, 0, 0, 0],
            "below": [1, 0, 0, 0],
            "above": [2, 0, 0, 0],
            "value": [0, -1.0, 2.0, 0.25],
        }
    )
    assert forest.says(np.array([[9.0, 0.5], [9.0, 0.6]])).tolist() == [-0.75, 2.25]


def test_every_row_comes_to_the_leaf_to_which_the_questions_lead() -> None:
    """A tree that asks two columns, one of them twice, is walked as it is written."""
    tree = {
        "roots": [0],
        "feature": [0, 1, -1, 0, -1, -1, -1],
        "threshold": [5, 2, 0, 1, 0, 0, 0],
        "below": [1, 2, 0, 4, 0, 0, 0],
        "above": [6, 3, 0, 5, 0, 0, 0],
        "value": [0, 0, 1.0, 0, 2.0, 4.0, 8.0],
    }
    rows = np.array([[0.0, 2.0], [1.0, 3.0], [2.0, 3.0], [5.0, 1.0], [5.5, 1.0], [9.0, 9.0]])
    assert judge.forest(tree).says(rows).tolist() == [1.0, 2.0, 4.0, 1.0, 8.0, 8.0]


def test_a_long_page_is_judged_as_its_lines_are_one_by_one() -> None:
    """Rows are asked about in blocks; where one ends changes no score."""
    forest = judge.judge("page").forest
    assert forest is not None
    rows = np.random.default_rng(3).normal(
        size=(2 * judge.ROWS + 7, len(surroundings.names(True) + around.NAMES))
    )
    alone = np.concatenate([forest.says(row[np.newaxis]) for row in rows])
    assert np.allclose(forest.says(rows), alone, rtol=0, atol=1e-12)
    assert forest.says(rows[:0]).tolist() == []


def test_every_weight_and_every_question_is_of_a_known_column() -> None:
    """The files were made for the columns that the code has."""
    for manner in ("page", "text", "tidy"):
        made = judge.judge(manner)
        names = surroundings.names(manner == "page")
        assert len(made.weights) == len(names)
        assert np.count_nonzero(made.weights) > len(names) / 2
        assert made.forest is not None
        seen = len(names) + (len(around.NAMES) if made.sees_around else 0)
        assert 0 <= made.forest.feature.min() <= made.forest.feature.max() < seen


def test_lines_that_the_sum_refuses_are_not_shown_to_the_trees() -> None:
    """The trees are asked of the rest only, and halve its score with theirs."""
    lone = {"roots": [0], "feature": [-1], "threshold": [0], "below": [0], "above": [0], "value": [1.0]}
    forest = judge.forest(lone)
    made = judge.Judge(bias=0.0, weights=np.array([1.0]), forest=forest)
    assert made.says(np.array([[-9.0], [3.0]])) == (-9.0, 2.0)


def test_the_trees_of_pages_see_what_the_sum_says_of_the_lines_around() -> None:
    """A line between two sure ones and the same line alone are told apart, by as many columns as there are names."""
    words = np.array([20.0, 3.0, 20.0])
    among = around.columns(np.array([5.0, 0.0, 5.0]), words)
    alone = around.columns(np.array([-5.0, 0.0, -5.0]), words)
    assert among.shape == (len(around.NAMES), 3)
    column = {name: place for place, name in enumerate(around.NAMES)}
    assert among[column["sum_prev"], 1] == 5.0
    assert among[column["likely_near"], 1] > 0.9 > 0.1 > alone[column["likely_near"], 1]
    assert (among[column["since_sure"], 1], alone[column["since_sure"], 1]) == (1.0, around.FAR)
    assert among[column["sum_prev"], 0] == -around.MOST


def test_trees_that_see_around_are_asked_with_those_columns() -> None:
    """A tree that asks what the sum says of the line before answers by it; its share of the verdict is given."""
    before = 1 + around.NAMES.index("sum_prev")
    tree = {"roots": [0], "feature": [before, -1, -1], "threshold": [0, 0, 0], "below": [1, 0, 0], "above": [2, 0, 0],
            "value": [0, -10.0, 10.0]}  # fmt: skip
    made = judge.Judge(0.0, np.array([1.0]), judge.forest(tree), share=0.5, sees_around=True)
    assert made.says(np.array([[2.0], [2.0]])) == (-4.0, 6.0)
