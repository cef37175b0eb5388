"""What a page shows of the archivist's files is read as it stands: every table of TOML and CSV, without a remark."""

from __future__ import annotations

import doctest
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from site_gen import content
from site_gen.curate.sources import read_sources
from site_gen.curate.vocabulary import read_vocabulary
from site_gen.ingest import read_metadata
from site_gen.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "README.md", *(ROOT / "docs").rglob("*.md")))


def shown(kind: str) -> Iterator[tuple[str, str]]:
    """The blocks of a kind on all pages, each with the name of its page and its place there."""
    for page in PAGES:
        found = re.findall(rf"^```{kind}\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.S | re.M)
        yield from ((f"{page.stem}-{at}", text) for at, text in enumerate(found, 1))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in shown("toml")])
def test_a_table_that_a_page_shows_is_read_without_a_remark(text: str, tmp_path: Path) -> None:
    """As archive.toml where its tables are settings, as topics.toml where it has topics, else as sources.toml."""
    table = tomllib.loads(text)
    if set(table) <= {field.name for field in fields(Settings)}:
        (tmp_path / "captures").mkdir()
        (tmp_path / "archive.toml").write_text(text, encoding="utf-8")
        assert content.read_settings(tmp_path) != Settings()
        return
    if "topic" not in table:
        found, findings = read_sources(text.encode())
        assert (len(found), findings) == (len(table), ())
        return
    terms, findings = read_vocabulary(text.encode())
    assert (len(terms), findings) == (len(table["topic"]), ())


@pytest.mark.parametrize("text", [pytest.param(t, id=n) for n, t in shown("csv") if t.startswith("path")])
def test_rows_of_metadata_that_a_page_shows_are_read_without_a_remark(text: str) -> None:
    """Each line below the heads is a row."""
    rows, findings = read_metadata(text.encode(), Settings().ingest)
    assert (len(rows), findings) == (len(text.splitlines()) - 1, ())


def test_there_are_examples_of_every_file() -> None:
    """Else the tests above hold nothing."""
    tables = [tomllib.loads(text) for _name, text in shown("toml")]
    assert {"site", "appearance", "topic", "ingest", "pelican"} <= {key for table in tables for key in table}
    assert len([text for _name, text in shown("csv") if text.startswith("path")]) >= 2


@pytest.mark.parametrize("page", [p for p in PAGES if "```pycon" in p.read_text(encoding="utf-8")], ids=str)
def test_a_session_of_python_that_a_page_shows_gives_what_it_shows(page: Path) -> None:
    """The sessions of a page are one, from its first line to its last."""
    text = "\n".join(re.findall(r"^```pycon\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.S | re.M))
    found = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    said: list[str] = []
    assert doctest.DocTestRunner().run(found, out=said.append).attempted > 5
    assert said == []
