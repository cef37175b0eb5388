"""A page or file of the site, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output."""

    path: str
    """Relative to the output folder, POSIX, such as ``events/aleppo/index.html``."""
    data: bytes
