"""Words that set articles apart from their neighbours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from site_gen import describe, link
from site_gen.link.corpus import read
from site_gen.link.features import text_likeness
from site_gen.link.telling import COLUMNS, telling
from tests.link.archive import report

STRIKE = (
    "Dockers of the harbour of {place} walked out over pay and pensions, and ships waited in the bay while "
    "unions and owners argued about wages, shifts and overtime. {own}"
)
PLACES = ("Ellery", "Skerrow", "Ambridge", "Thornby", "Marlow", "Penwick")


def likeness(neighbours: bool, chance: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Plain and telling likeness of two strikes in two harbours (0, 1), and of two reports of one of them (0, 2)."""
    texts = [STRIKE.format(place=place, own=f"Cranes stood still in {place} basin.") for place in PLACES]
    texts.insert(
        2, f"{texts[0].split(' and ships')[0]}. A crane driver of Ellery basin spoke of empty cranes."
    )
    articles = [report(f"s{n}", text, title=f"Report {n}") for n, text in enumerate(texts)]
    corpus = read((describe.brief(a) for a in articles), (link.fingerprint(a) for a in articles))
    pairs = np.array([(a, b) for a in range(7) for b in range(a + 1, 7)], dtype=np.int32)
    better = np.zeros(len(pairs)) if neighbours else np.full(len(pairs), 99)
    made = telling(corpus, pairs, better, np.full(len(pairs), chance), np.array([0, 1]))
    return text_likeness(corpus, *pairs[:2].T), made[:, COLUMNS.index("telling")]


def test_what_all_neighbours_have_tells_nothing() -> None:
    """Two harbours' strikes are nearly as alike as two reports of one; in telling words they are far from it."""
    plain, told = likeness(neighbours=True)
    assert plain[0] > 0.85 * plain[1]
    assert told[0] < 0.6 * told[1]


def test_without_neighbours_words_count_as_in_the_archive() -> None:
    """Nothing sets an article apart from none."""
    plain, told = likeness(neighbours=False)
    assert np.abs(plain - told).max() < 0.05


def test_an_event_of_many_reports_does_not_make_its_own_words_usual() -> None:
    """Neighbours that report the same thing are no neighbours to be told from."""
    _, told = likeness(neighbours=True, chance=1.0)
    _, alone = likeness(neighbours=False)
    assert np.abs(told - alone).max() < 0.01


def test_only_the_pairs_asked_for_are_compared() -> None:
    """A row each, in their order; replacing a title changes the columns of titles alone."""
    articles = [
        report(f"s{n}", STRIKE.format(place=p, own=""), title="Dockers walk out")
        for n, p in enumerate(PLACES)
    ]
    pairs = np.array([(0, 1), (0, 2), (1, 2)], dtype=np.int32)
    made = []
    for title in ("Dockers walk out", "A quiet week"):
        changed = [replace(articles[0], title=replace(articles[0].title, value=title)), *articles[1:]]
        corpus = read((describe.brief(a) for a in changed), (link.fingerprint(a) for a in changed))
        made.append(telling(corpus, pairs, np.full(3, 99), np.zeros(3), np.array([2, 0])))
    assert made[0].shape == (2, len(COLUMNS))
    assert made[0][0].tolist() == made[1][0].tolist()
    assert made[0][1, 2] == 1.0
    assert made[1][1, 2] == 0.0
