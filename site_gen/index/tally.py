"""The count of names over a corpus: one pass over the briefs, kept as numbers.

A ``Key`` is a kind and a folded name. An article is known by its number in the order of ids once all are read, so that
100,000 articles of twenty names cost some tens of megabytes, and no order of input changes anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from site_gen.language import fold
from site_gen.language.gazetteer import is_usual_name, place_named
from site_gen.language.names import fold_name, is_surname_alone, ruler, surname, without_marks
from site_gen.language.organisations import core_of_organisation
from site_gen.model import Brief
from site_gen.model.article import NameKind

Key = tuple[NameKind, str]


@dataclass(slots=True)
class Entry:
    """What the corpus holds under one key."""

    articles: list[str] = field(default_factory=list)
    """Ids."""
    labels: Counter[str] = field(default_factory=Counter)
    """Full forms, and the articles that use each."""
    forms: Counter[str] = field(default_factory=Counter)
    """Other forms that stand for it within an article ("Assad", "ICRC")."""


@dataclass(slots=True)
class Tally:
    """All that one pass over the briefs gathers."""

    names: dict[Key, Entry] = field(default_factory=dict)
    surnames: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Folded surname that an article uses without ever giving a full name: (article, form)."""
    subjects: dict[str, Entry] = field(default_factory=dict)
    """Folded given topic."""
    terms: dict[str, list[str]] = field(default_factory=dict)
    """Label of the vocabulary: articles whose text uses its terms."""
    dates: dict[str, str | None] = field(default_factory=dict)


def tally(briefs: Iterable[Brief]) -> Tally:
    """Return the counts over all briefs; each is looked at once and let go."""
    found = Tally()
    for brief in briefs:
        found.dates[brief.id] = brief.published
        _count_names(found, brief)
        for topic in dict.fromkeys(brief.given_topics):
            entry = found.subjects.setdefault(fold(without_marks(topic)), Entry())
            entry.articles.append(brief.id)
            entry.labels[without_marks(topic)] += 1
        for term in dict.fromkeys(brief.terms):
            found.terms.setdefault(term, []).append(brief.id)
    return found


def _count_names(found: Tally, brief: Brief) -> None:
    for name in brief.names:
        key = key_of(name.name, name.kind)
        if not key[1]:
            continue
        if name.kind == "person" and is_surname_alone(name.name) and not ruler(name.name):
            found.surnames.setdefault(surname(name.name), []).append((brief.id, without_marks(name.name)))
            continue
        entry = found.names.setdefault(key, Entry())
        if not entry.articles or entry.articles[-1] != brief.id:
            entry.articles.append(brief.id)
        entry.labels[without_marks(name.name)] += 1
        entry.forms.update(f for f in map(without_marks, name.forms) if f)


@lru_cache(maxsize=200_000)
def key_of(name: str, kind: NameKind) -> Key:
    """The key under which a name is counted; places under the gazetteer's name, so that "U.S." and "États-Unis" meet."""
    if kind == "place":
        place = place_named(name)
        is_same = place is not None and is_usual_name(name, place)
        return ("place", fold(place.name)) if place and is_same else ("place", fold_name(name))
    if kind == "organisation":
        return ("organisation", core_of_organisation(name))
    return ("person", ruler(name) or fold_name(name))
