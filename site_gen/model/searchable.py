"""What the search index may know of an article: what its pages show, and no more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet that an article has."""

    facet: str
    """outlet, topic, person, place, organisation, event, language, basis."""
    label: str
    """What the reader sees."""
    key: str = ""
    """What stands in an address: the slug of an event, whose title may be another's too; empty where the label does."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """An article as search knows it. Rights are applied already: ``blocks`` holds only text that its page shows."""

    title: str
    url: str
    """From the root of the site, ``articles/x/``."""
    language: str
    """BCP 47; ``und`` where it is not known."""
    day: str
    """``2016-12-22``, ``2016-12`` or ``2016``, under which it is listed; empty where undated."""
    date: str
    """In words of the interface; empty where undated."""
    values: tuple[FacetValue, ...]
    blocks: tuple[tuple[str, str], ...]
    """(anchor, text) in reading order; the anchor is empty for what stands above the text."""
