"""The tables of words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "site_gen"
TABLES = sorted((PACKAGE / "language").glob("*.[cn][oa]m*.toml"))
"""Of comparison and of names; the others make the names of some tables as they read."""


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.name)
def test_the_code_reads_every_table_that_a_language_gives(path: Path) -> None:
    """A table that no module names does nothing, and whoever adds a language would fill it in vain."""
    code = "".join(p.read_text(encoding="utf-8") for p in sorted(PACKAGE.rglob("*.py")))
    named = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [key for key in named if f'"{key}"' not in code] == []
