"""Slugs of topics: ASCII, unique over all kinds, the same for the same corpus."""

from __future__ import annotations

import re
from itertools import chain, count

from unidecode import unidecode

from site_gen.model import RESERVED_NAMES

MAX_SLUG_CHARS = 60


def slug_of(label: str) -> str:
    """A label in small ASCII letters, digits and hyphens, at most 60; ``topic`` where nothing of it can be written so."""
    plain = re.sub(r"['’.]", "", unidecode(label)).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > MAX_SLUG_CHARS:
        slug = slug[:MAX_SLUG_CHARS].rsplit("-", 1)[0]
    return slug or "topic"


class Minter:
    """Gives each label a slug that no other has, and that is no reserved name; the order of asking decides who gets the plain one."""

    def __init__(self) -> None:
        self._taken: set[str] = set(RESERVED_NAMES)

    def mint(self, label: str, kind: str) -> str:
        """Return a new slug: the label's, with its kind behind it where that is taken, then with a number."""
        plain = slug_of(label)
        tries = chain((plain, f"{plain}-{kind}"), (f"{plain}-{number}" for number in count(2)))
        slug = next(slug for slug in tries if slug not in self._taken)
        self._taken.add(slug)
        return slug
