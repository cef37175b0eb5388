"""The tables of words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from site_gen.language.tables import Tables, own_table, table, written_in

PACKAGE = Path(__file__).parents[2] / "site_gen"
FILES = sorted((PACKAGE / "language").glob("*.toml"))
TABLES = sorted((PACKAGE / "language").glob("*.[cn][oa]m*.toml"))
"""Of comparison and of names; the others make the names of some tables as they read."""


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.name)
def test_the_code_reads_every_table_that_a_language_gives(path: Path) -> None:
    """A table that no module names does nothing, and whoever adds a language would fill it in vain."""
    code = "".join(p.read_text(encoding="utf-8") for p in sorted(PACKAGE.rglob("*.py")))
    named = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [key for key in named if f'"{key}"' not in code] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_each_table_read_alone_is_what_it_is_in_its_file(path: Path) -> None:
    """A table is read when it is asked for, from the line that names it to the next name."""
    text = path.read_text(encoding="utf-8")
    alone = {name: tomllib.loads(written)[name] for name, written in written_in(text).items()}
    assert list(alone.items()) == list(tomllib.loads(text).items())


def test_a_table_is_read_when_it_is_asked_for() -> None:
    """Whoever asks for one table must not wait for all of them, nor find that another is damaged."""
    tables = Tables(
        written_in('quays = [\n  "east",\n]\nboats = [damaged\n[tides]\nebb = 6\n[tides.spring]\nebb = 9\n')
    )
    assert (tables["quays"], tables["tides"]) == (["east"], {"ebb": 6, "spring": {"ebb": 9}})
    assert ("boats" in tables, tables.get("nets"), list(tables)) == (True, None, ["quays", "boats", "tides"])
    with pytest.raises(tomllib.TOMLDecodeError):
        tables["boats"]


def test_a_language_without_a_main_file_has_english_tables_for_what_it_lacks() -> None:
    """German has files of subjects alone."""
    german, own = table("de"), own_table("de")
    lacking = next(name for name in table("en") if name not in own)
    assert german[lacking] == table("en")[lacking]
    assert len(german) == len(list(german)) > len(own)
    assert german[next(iter(own))] == own[next(iter(own))]
