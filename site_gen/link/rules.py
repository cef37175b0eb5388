"""Rules beside the score of a pair: what its regressions have not learned, because the development sets hold too few such pairs.

Each takes something off the log-odds of the pairs that it speaks of. Rules of time know that a thing comes again: the weekly
match, the yearly prize. Rules of text know that two texts have too little in common to found an event, however alike they
are among their neighbours; they say nothing against a text whose company bears it out, which is why their part is told
apart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .corpus import Corpus
from .features import OWN, days_between, timeless, weekday_agrees

Array = Any
Rule = tuple[Callable[[dict[str, Array]], Array], float]
"""Whether it speaks of each pair, by their columns, and what it takes off."""

OTHER_FIGURES_COST = 1.0
"""Of reports days apart that both tell figures, and no common one: this week's number and last week's."""
OTHER_FIGURES_DAYS = 5
AGAIN_COST = 10.0
"""Of reports days apart in much the same words whose figures differ: the weekly count, the next match, another edition."""
AGAIN_TEXT, AGAIN_FIGURES = 0.6, 0.5
WEEKLY_COST = 3.0
"""Of reports that tell the same day of different weeks and do not share figures: each week's match of a club, its sittings of
a court. Of 50 true pairs of newscluster five days apart and more, whose dates are often wrong, it is one."""
FAR_COST = 3.0
"""Of reports weeks apart that do not share figures and words of a title: a yearly prize, a rematch, an inquest."""
FAR_DAYS = 15
NAMELESS_COST = 5.0
"""Of two texts of some length, one of them undated, that have no name and no place in common: two guides to one thing, two pages
of one trade. Of 800 true undated pairs of the development sets (ecb, of single sentences, left aside) 37 have none, 34 of them galaxy's."""
SHORT_BOTH = 1.0
"""Above it both are short, and may tell of one event in a sentence without a name."""
UNTOLD_COST = 5.0
"""Of two texts that have nothing in common which a reader could be shown: no name of several words, no place, no word of both
titles, and few words. Numbers do not count: two long texts have some in common by chance. Of 1,261 true pairs with dates of
newscluster, galaxy and the round-ups it is six."""
SHORT_EACH = 1.9
"""From it both of two texts are of a paragraph or two, and may name nothing."""
FEW_WORDS, FEW_OF_TITLE = 0.3, 0.15
"""Likeness of two texts, and of a title with the other's lead, below which little is in common."""
TIMELESS_COST = 5.0
"""Of two texts of which neither tells a day and which no dates bring near, that have no rare name of several words, no wording and
few figures in common: two guides to one subject. Of 1,143 true undated pairs of newscluster, galaxy and the round-ups it is
eleven, eight of them galaxy's; of ecb's, which are of single sentences, none. Of 50 false ones of two archives of mixed pages
without their dates it is 29. Of two dated near each other more is asked for: that their names have little in common, and that
their titles are not the same. Of 1,171 true pairs with dates it is three, of 144 false ones of pages of one week 84."""
ONE_NAME, SAME_TEXT, SAME_FIGURES, SOME_WORDING = 1.85, 0.7, 0.5, 0.02
"""Of two such texts: what a rare name of several words weighs, and what is much alike in words and figures, or copied."""
SOME_NAMES, SAME_TITLE = 0.2, 0.95
"""Likeness of the names of two texts, and of titles that are the same but for a word or two without weight."""
UNNAMED_COST = 5.0
"""Of two dated texts of some length that have no name of any kind and no place in common, few words and little of their titles:
two shopping guides, two local notes. Of 1,171 true pairs with dates of newscluster, galaxy and the round-ups it is one."""
LEAST_WORDS, LEAST_TITLE, NOT_SHORT = 0.15, 0.3, 1.5
"""Likeness of two texts and of their titles below which next to nothing is in common; from the last on both are of a paragraph."""
NO_FIGURES, SOME_FIGURES, SOME_TITLE = 0.05, 0.1, 0.15
"""Likeness of the figures, and of a title with the other's title or lead. Of pairs 15 days apart and more that are alike
in their words, half of newscluster's true ones (wrong dates) and one in ten of the round-ups' false ones share figures and
words of both titles so."""


def costs(corpus: Corpus, pairs: Array, made: Array) -> tuple[Array, Array]:
    """Return what all rules take off the log-odds of each pair, and what of it those of text do; ``made`` are its features."""
    column = {name: made[:, i] for i, name in enumerate(OWN)}
    column |= {"weekday_agrees": weekday_agrees(corpus, *pairs.T), "timeless": timeless(corpus, *pairs.T)}
    of_text = _taken_off(TEXT_RULES, column, len(made))
    return of_text + _taken_off(TIME_RULES, column, len(made)), of_text


def _taken_off(rules: tuple[Rule, ...], column: dict[str, Array], count: int) -> Array:
    total = np.zeros(count)
    for rule, cost in rules:
        total += np.where(rule(column), cost, 0.0)
    return total


def _other_figures(column: dict[str, Array]) -> Array:
    told = (column["numbers_told"] > 0) & (column["numbers_alike"] < NO_FIGURES)
    return told & _days_apart(column, OTHER_FIGURES_DAYS)


def _weekly(column: dict[str, Array]) -> Array:
    """A weekday in common, another date: the columns say so as ``day_differs`` and ``weekday_agrees``."""
    told = (column["day_differs"] > 0) & (column["weekday_agrees"] > 0)
    return told & (column["numbers_alike"] < SOME_FIGURES) & _days_apart(column, OTHER_FIGURES_DAYS)


def _again(column: dict[str, Array]) -> Array:
    """Much the same words on other days: no figure in common, another day told and few figures in common, or another week."""
    alike = column["numbers_alike"]
    differ = (alike < NO_FIGURES) | ((column["day_differs"] > 0) & (alike < AGAIN_FIGURES))
    is_other = ((column["numbers_told"] > 0) & differ) | _weekly(column)
    return (column["text"] >= AGAIN_TEXT) & is_other & _days_apart(column, OTHER_FIGURES_DAYS)


def _far(column: dict[str, Array]) -> Array:
    in_title = np.maximum(column["title"], column["title_lead"]) >= SOME_TITLE
    borne_out = (column["numbers_alike"] >= SOME_FIGURES) & in_title
    return _days_apart(column, FAR_DAYS) & ~borne_out


def _nameless(column: dict[str, Array]) -> Array:
    shared = column["names"] + column["full_names"] + column["places"]
    return (shared == 0) & (column["undated"] > 0) & (column["short"] <= SHORT_BOTH)


def _untold(column: dict[str, Array]) -> Array:
    told = column["full_names"] + column["places"] + column["title"]
    is_little = (column["text"] < FEW_WORDS) & (column["title_lead"] < FEW_OF_TITLE)
    is_sentence = (column["undated"] > 0) & (column["short"] >= SHORT_EACH)
    return (told == 0) & is_little & ~is_sentence


def _timeless(column: dict[str, Array]) -> Array:
    borne_out = (column["full_names"] >= ONE_NAME) | (column["wording"] >= SOME_WORDING)
    borne_out |= (column["text"] >= SAME_TEXT) | (column["numbers_alike"] >= SAME_FIGURES)
    borne_out |= (column["short"] > SHORT_BOTH) & (column["title_lead"] >= FEW_OF_TITLE)
    far = (column["undated"] > 0) | _days_apart(column, FAR_DAYS)
    near = ~far & (column["names"] < SOME_NAMES) & (column["title"] < SAME_TITLE)
    return (column["timeless"] > 0) & (far | near) & ~borne_out


def _unnamed(column: dict[str, Array]) -> Array:
    named = column["names"] + column["full_names"] + column["places"]
    borne_out = (column["text"] >= LEAST_WORDS) | (column["title"] >= LEAST_TITLE)
    borne_out |= (column["wording"] >= SOME_WORDING) | (column["numbers_alike"] >= SAME_FIGURES)
    return (named == 0) & (column["undated"] == 0) & (column["short"] <= NOT_SHORT) & ~borne_out


def _days_apart(column: dict[str, Array], least: int) -> Array:
    """Which pairs are so many days apart or more; undated ones are not."""
    steps = days_between(np.array([least - 0.5]))
    return np.sum([column[name] for name in steps], axis=0) >= sum(step[0] for step in steps.values())


TIME_RULES: tuple[Rule, ...] = (
    (_other_figures, OTHER_FIGURES_COST),
    (_again, AGAIN_COST),
    (_weekly, WEEKLY_COST),
    (_far, FAR_COST),
)
TEXT_RULES: tuple[Rule, ...] = (
    (_nameless, NAMELESS_COST),
    (_untold, UNTOLD_COST),
    (_timeless, TIMELESS_COST),
    (_unnamed, UNNAMED_COST),
)
