"""Slugs of topics: ASCII, unique over all kinds, the same for the same corpus."""

from __future__ import annotations

import re

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
        tries = [plain, f"{plain}-{kind}"]
        slug = next((s for s in tries if s not in self._taken), None)
        number = 2
        while slug is None:
            slug = f"{plain}-{number}" if f"{plain}-{number}" not in self._taken else None
            number += 1
        self._taken.add(slug)
        return slug
