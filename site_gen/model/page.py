"""A page or file of the site, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output."""

    path: str
    """Relative to the output folder, POSIX, such as ``events/aleppo/index.html``."""
    data: bytes


RESERVED_NAMES = frozenset(
    {"index", "original", "compare", "undated", "page", "data", "feed", "search", "404", "new", "all"}
    | {"con", "prn", "aux", "nul", "conin", "conout", "clock"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Folders' names that no page gets: those the site uses itself below an article or a topic, and those Windows keeps for devices."""
