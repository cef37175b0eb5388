"""Interfaces in other languages: every text of the theme has its translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.model import REMOVED_ROLES
from site_gen.render.front import FACETS, SEARCH_ADVICE, SEARCH_HELP, SEARCH_WORDS
from site_gen.render.interface import interface
from site_gen.render.original import role_name
from site_gen.render.searchable import BASES

from .conftest import THEME, render_all
from .shelf import a_shelf

STRING = r'"((?:[^"\\]|\\.)*)"'
SOURCES = sorted((THEME / "templates").rglob("*.html"))
RENDER = sorted((Path(__file__).parents[2] / "site_gen" / "render").glob("*.py"))


def _messages() -> set[str]:
    found = {", ", *(label for _, label in FACETS), *SEARCH_WORDS.values(), *SEARCH_ADVICE}
    found |= {meaning for _query, meaning in SEARCH_HELP} | set(BASES.values())
    for path in SOURCES:
        found |= set(re.findall(r"(?<![a-z_])_\(" + STRING, path.read_text(encoding="utf-8")))
    for path in RENDER:
        found |= set(re.findall(r"\.text\(\s*" + STRING, path.read_text(encoding="utf-8")))
    return found


def _plurals() -> set[str]:
    found = set()
    for path in [*SOURCES, *RENDER]:
        calls = re.findall(
            r"(?:_n|\.count|\.forms|say)\(\s*" + STRING + r",\s*" + STRING, path.read_text(encoding="utf-8")
        )
        found |= {plural for _, plural in calls}
    return found


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_catalogue_translates_every_text_and_plural(language: str) -> None:
    """No text of the templates or builders is left in English."""
    catalogue = interface(language, [THEME / "locale"])
    assert not _messages() - set(catalogue.messages)
    assert not _plurals() - set(catalogue.counts)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_translation_takes_the_same_values(language: str) -> None:
    """Names in braces are those of the English text."""
    for english, said in interface(language, [THEME / "locale"]).messages.items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", said)), english


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_roles_of_cut_lines_are_translated(language: str) -> None:
    """The page beside the original speaks the language of the interface."""
    catalogue = interface(language, [THEME / "locale"])
    assert not {role_name(role) for role in REMOVED_ROLES} - set(catalogue.messages)


def test_an_arabic_archive_runs_from_right_to_left() -> None:
    """Every page, with its words and numbers in Arabic forms."""
    pages = render_all(a_shelf(), language="ar")
    home = pages["index.html"].decode()
    assert '<html lang="ar" dir="rtl">' in home
    assert "الأحداث" in home and "7 مقالات" in home
    assert '<bdi lang="en" dir="ltr">Alder bridge falls into the estuary</bdi>' in home


def test_a_language_without_a_catalogue_speaks_english() -> None:
    """Nothing fails, dates and plurals included."""
    said = interface("fi", [THEME / "locale"])
    assert said.text("Events") == "Events"
    assert said.count("{n} article", "{n} articles", 2) == "2 articles"
