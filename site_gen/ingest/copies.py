"""Captures that are copies: the same bytes twice, of which one article is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from site_gen.model import Finding, Given

from .files import ASSETS
from .findings import finding
from .metadata import given_for

_EMPTY = hashlib.sha256(b"").hexdigest()


def copies(
    captures: Iterable[tuple[str, str]],
    given: Mapping[str, tuple[Given, ...]],
    *,
    number: Callable[[str], int],
) -> dict[str, str]:
    """Return the keys of copies, each with the key that stands for it. ``captures`` are (key, SHA-256) of files.

    The one with the lowest ``number`` stands, else the first by name: what has an address keeps it. Two of which
    metadata.csv says different things are two articles.
    """
    alike: dict[tuple[object, ...], list[str]] = {}
    for key, sha256 in captures:
        if sha256 == _EMPTY or PurePosixPath(key).suffix.lower() in ASSETS:
            continue
        said = tuple((one.field, one.value.value) for one in given_for(given, key))
        alike.setdefault((sha256, said), []).append(key)
    found: dict[str, str] = {}
    for keys in alike.values():
        first, *others = sorted(keys, key=lambda key: (number(key), key))
        found.update(dict.fromkeys(others, first))
    return found


def copy_findings(copied: Mapping[str, str]) -> list[Finding]:
    """Return a finding for each copy, which names the capture that stands for it."""
    return [
        finding(
            "ING-023",
            key,
            f"Byte for byte the same as {kept}; one article stands for both.",
            "Delete one of the two; if they are two articles, say in metadata.csv in what they differ.",
        )
        for key, kept in sorted(copied.items())
    ]
