"""The tables of words of each language, read once from the TOML files beside this module.

A language has one file (``en.toml``), and may have more for one subject each (``en.names.toml``); they are read as one.
A table is read when it is asked for: who only cleans needs a quarter of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

FALLBACK = "en"
"""A language without a file is read with this one's tables."""
_NAME = re.compile(r"^([\w-]+) *=", re.M)
_SECTION = re.compile(r"^\[+([\w-]+)", re.M)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of tables, sorted."""
    return tuple(sorted({name.split(".")[0] for name in _toml_files()}))


@cache
def _toml_files() -> tuple[str, ...]:
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name for name in names if name.endswith(".toml")))


class Tables(Mapping[str, Any]):
    """Tables by their names, each read when it is asked for first."""

    def __init__(self, written: Mapping[str, str], others: Mapping[str, Any] | None = None) -> None:
        """``written``: each table as it is written; ``others``: tables for what they lack."""
        self._written = written
        self._others = others or {}
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """A table; ``KeyError`` where there is none of this name."""
        if name not in self._read:
            written = self._written.get(name)
            self._read[name] = self._others[name] if written is None else tomllib.loads(written)[name]
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is a table of this name; none is read for it."""
        return name in self._written or name in self._others

    def __iter__(self) -> Iterator[str]:
        """The names, those of the other tables behind."""
        return iter(dict.fromkeys((*self._written, *self._others)))

    def __len__(self) -> int:
        """How many names there are."""
        return len({*self._written, *self._others})


def written_in(text: str) -> dict[str, str]:
    """Each table of a TOML file as it is written there: a line that names it and those below, as far as the next name.

    Behind the first section only sections are names. Sections of one name (``[a.b]``, ``[[a]]``) are one table.
    """
    section = _SECTION.search(text)
    named = [*_NAME.finditer(text, 0, section.start() if section else len(text)), *_SECTION.finditer(text)]
    found: dict[str, str] = {}
    for here, end in zip(named, [*(match.start() for match in named[1:]), len(text)], strict=True):
        found[here[1]] = found.get(here[1], "") + text[here.start() : end]
    return found


@cache
def table(language: str) -> Mapping[str, Any]:
    """Return the tables of a language by their names, such as ``months`` or ``abbreviations``.

    The region is left off (``en-GB`` reads ``en``); an unknown language reads English, and so does one without a
    main file (``de.clean.toml`` alone) for the tables that it lacks. Callers must not change it.
    """
    code = language.split("-")[0].lower()
    if code not in languages():
        code = FALLBACK
    own = own_table(code)
    return own if f"{code}.toml" in _toml_files() else Tables(_written(code), table(FALLBACK))


@cache
def own_table(language: str) -> Mapping[str, Any]:
    """Return the tables that a language has of its own, none of English's; empty for an unknown language."""
    return Tables(_written(language.split("-")[0].lower()))


@cache
def _written(code: str) -> dict[str, str]:
    """The tables of a language's files; those of a later file count more."""
    found: dict[str, str] = {}
    for name in _toml_files():
        if name.split(".")[0] == code:
            found |= written_in((files(__package__) / name).read_text(encoding="utf-8"))
    return found
