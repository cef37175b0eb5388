"""Reasons a reader can check: what two articles share, and why the nearest one was left out.

Invariants: everything named stands in both articles; nothing is said of what was not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from ..language import fold, words
from ..model import Because, Decision
from .calendar import in_words
from .columns import entries
from .corpus import NO_DAY, Corpus, first_day
from .fingerprint import stem
from .version import shared_wording

MOST = 6
"""Names, places or figures listed: the rarest first."""
MIN_WORDING = 0.05
"""A smaller share of wording is within the error of its estimate."""
MIN_TITLE_WORDS = 2

Array = Any


def because(corpus: Corpus, a: int, b: int, decision: Decision | None = None) -> tuple[Because, ...]:
    """Return what links two articles; a person's decision first."""
    found = [Because("decision", _decided(decision))] if decision else []
    places = _shared(corpus.sites, corpus.place_list, a, b, most=len(corpus.place_list))
    names = [
        n for n in _shared(corpus.mentions, corpus.name_list, a, b, most=4 * MOST) if n not in set(places)
    ]
    rows = (
        ("names", [_display(corpus, n) for n in names[:MOST]], ", "),
        ("places", [_display(corpus, p) for p in places[:MOST]], ", "),
        ("numbers", [_figure(n) for n in _shared(corpus.numbers, corpus.number_list, a, b)], "; "),
        ("title", _title_words(corpus, a, b), ", "),
        ("wording", _wording(corpus, a, b), ""),
        ("dates", _dates(corpus, a, b), ""),
    )
    found += [Because(kind, between.join(parts)) for kind, parts, between in rows if parts]
    if not any(reason.kind != "dates" for reason in found):
        found.append(Because("wording", _likeness(corpus, a, b)))
    return tuple(found)


def _decided(decision: Decision) -> str:
    who = f" by {decision.who}" if decision.who else ""
    why = f": {decision.why.rstrip('.')}" if decision.why else ""
    return f"decided{who} ({decision.where}){why}"


def _shared(rows: Any, labels: Sequence[str], a: int, b: int, most: int = MOST) -> list[str]:
    """Labels of what both rows have, the rarest first."""
    (one, mine), (other, theirs) = entries(rows, a), entries(rows, b)
    both, i, j = np.intersect1d(one, other, assume_unique=True, return_indices=True)
    rarity = np.round(mine[i] * theirs[j], 4)
    order = sorted(zip(-rarity, (labels[column] for column in both), strict=True))
    return [label for _, label in order[:most]]


def _display(corpus: Corpus, name: str) -> str:
    return corpus.display.get(name, name)


def _figure(plain: str) -> str:
    """ "300000" as "300,000"; a figure with a point as it is."""
    return f"{int(plain):,}" if plain.isdecimal() and len(plain) > 3 else plain


def _title_words(corpus: Corpus, a: int, b: int) -> list[str]:
    """Words that both titles have, as the first title writes them."""
    theirs = {stem(fold(w.text), corpus.languages[b]) for w in words(corpus.titles[b])} - {None}
    found = [w.text for w in words(corpus.titles[a]) if stem(fold(w.text), corpus.languages[a]) in theirs]
    return found if len(found) >= MIN_TITLE_WORDS else []


def _wording(corpus: Corpus, a: int, b: int) -> list[str]:
    share = float(shared_wording(corpus, np.array([a]), np.array([b]))[0])
    return [f"about {round(100 * share)}% of the shorter text's wording"] if share >= MIN_WORDING else []


def _dates(corpus: Corpus, a: int, b: int) -> list[str]:
    gap = days_apart(corpus, a, b)
    if gap is None:
        return []
    return ["published on the same day" if gap == 0 else f"published {_days(gap)} apart"]


def days_apart(corpus: Corpus, a: int, b: int) -> int | None:
    """Days between two publications, as stated; None where one is unknown."""
    one, other = first_day(corpus.published[a]), first_day(corpus.published[b])
    return None if NO_DAY in (one, other) else abs(one - other)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _likeness(corpus: Corpus, a: int, b: int) -> str:
    alike = float(corpus.terms[a].multiply(corpus.terms[b]).sum())
    return f"many of the same uncommon words (text similarity {alike:.2f})"


def other_time(corpus: Corpus, out: int, day: date) -> str:
    """Return in one sentence that an article's date is far from the day that the reports of an event tell."""
    stated = date.fromordinal(first_day(corpus.published[out]))
    return f"It is dated {in_words(stated)}; the reports of the event tell of {in_words(day)}."


def why_not(
    corpus: Corpus, near: int, out: int, score: float, least: float, decision: Decision | None
) -> str:
    """Return in one sentence why ``out`` was not taken, seen from the member nearest to it."""
    if decision is not None:
        return f"Kept apart: {_decided(decision)}."
    gap = days_apart(corpus, near, out)
    apart = f" It was published {_days(gap)} apart." if gap is not None and gap > 2 else ""
    names = [_display(corpus, n) for n in _shared(corpus.mentions, corpus.name_list, near, out)]
    common = f"In common: {', '.join(names[:3])}." if names else "No name in common."
    if score >= least:
        return (
            f"Like one article of the event ({score:.2f}), but not like the event as a whole. {common}{apart}"
        )
    likeness, enough = told_apart(score, least)
    return f"Its likeness to the nearest article, {likeness}, is below {enough}. {common}{apart}"


def told_apart(score: float, least: float) -> tuple[str, str]:
    """Two numbers with two places, or with as many as it takes to see that they are not the same."""
    places = next((n for n in range(2, 6) if f"{score:.{n}f}" != f"{least:.{n}f}"), 6)
    return f"{score:.{places}f}", f"{least:.{places}f}"
