"""The tables of words of each language, read once from the TOML files beside this module.

A language has one file (``en.toml``), and may have more for one subject each (``en.names.toml``); they are read as one.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

FALLBACK = "en"
"""A language without a file is read with this one's tables."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of tables, sorted."""
    return tuple(sorted({name.split(".")[0] for name in _toml_files()}))


def _toml_files() -> list[str]:
    names = (entry.name for entry in files(__package__).iterdir())
    return sorted(name for name in names if name.endswith(".toml"))


@cache
def table(language: str) -> dict[str, Any]:
    """Return the tables of a language by their names, such as ``months`` or ``abbreviations``.

    The region is left off (``en-GB`` reads ``en``); an unknown language reads English, and so does one without a
    main file (``de.clean.toml`` alone) for the tables that it lacks. Callers must not change it.
    """
    code = language.split("-")[0].lower()
    if code not in languages():
        code = FALLBACK
    own = own_table(code)
    return own if f"{code}.toml" in _toml_files() else table(FALLBACK) | own


@cache
def own_table(language: str) -> dict[str, Any]:
    """Return the tables that a language has of its own, none of English's; empty for an unknown language."""
    code = language.split("-")[0].lower()
    tables: dict[str, Any] = {}
    for name in _toml_files():
        if name.split(".")[0] == code:
            tables |= tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
    return tables
