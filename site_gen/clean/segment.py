"""Which lines are the article: a score for each, and the best run of kept and cut lines.

In: a sheet. Out: one score a line (log-odds of belonging to the article) and one verdict a line. The weights stand in
``weights.toml`` by the names of the features, one table for texts and one for pages; ``python -m
benchmarks.learn_weights`` makes them from pages with gold, and prints what they are worth on pages held out.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from . import features, repeats
from .pieces import Sheet

CHANGE_COST = {True: 0.5, False: 1.0}
"""What it costs to change between kept and cut, in log-odds, for pages and for texts: joins short lines to their
neighbours. Chosen on held-out folds of the development pages (docs/measurements/cleaning.md)."""


@cache
def weights(is_markup: bool) -> tuple[float, ...]:
    """The weights of pages or of texts, in the order of ``features.names``."""
    tables = tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf-8"))
    chosen = tables["page" if is_markup else "text"]
    return tuple(float(chosen.get(name, 0.0)) for name in features.names(is_markup))


def scores(sheet: Sheet) -> tuple[float, ...]:
    """Return the log-odds of each line's belonging to the article, rounded so that no last bit decides."""
    if not sheet.pieces:
        return ()
    import numpy

    table = numpy.array(features.rows(sheet))
    return tuple(round(float(score), 6) for score in table @ numpy.array(weights(sheet.is_markup)))


def best_run(scored: tuple[float, ...], cost: float) -> tuple[bool, ...]:
    """Return which lines to keep: the sequence of largest summed score, each change of mind costing ``cost``."""
    kept, cut = -cost, 0.0
    steps: list[tuple[bool, bool]] = []
    for score in scored:
        stay_kept, stay_cut = kept >= cut - cost, cut >= kept - cost
        steps.append((stay_kept, stay_cut))
        kept, cut = max(kept, cut - cost) + score, max(cut, kept - cost)
    verdicts: list[bool] = []
    now = kept >= cut
    for stay_kept, stay_cut in reversed(steps):
        verdicts.append(now)
        now = stay_kept if now else not stay_cut
    return tuple(reversed(verdicts))


def verdicts(sheet: Sheet, standing: tuple[int, ...]) -> tuple[bool, ...]:
    """Return for each line whether it belongs to the article.

    ``standing``: on how many of the site's captures each line stands. What repeats and is no prose is set aside
    before the scores are made, so that they see the page as if it were not there.
    """
    left = [i for i, piece in enumerate(sheet.pieces) if not _set_aside(piece.text, standing[i])]
    rest = replace(sheet, pieces=tuple(sheet.pieces[i] for i in left))
    run = best_run(scores(rest), CHANGE_COST[sheet.is_markup])
    verdict = dict(zip(left, run, strict=True))
    return tuple(verdict.get(i, False) for i in range(len(sheet.pieces)))


def _set_aside(text: str, count: int) -> bool:
    return repeats.is_boilerplate(text, count, 0, at_edge=False) and not features.look(text).prose
