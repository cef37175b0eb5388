"""Interfaces in other languages: every text of the theme has its translation."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from site_gen.errors import ThemeError
from site_gen.render.interface import interface

from .conftest import THEME, render_all
from .shelf import a_shelf

DOCS = Path(__file__).parents[2] / "docs"
LOCALE = THEME / "locale"


def _messages() -> ModuleType:
    """docs/messages.py, which is a script."""
    spec = importlib.util.spec_from_file_location("docs_messages", DOCS / "messages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_catalogue_translates_every_text_and_plural(language: str) -> None:
    """No text of the templates or builders is left in English, and none is there that nobody says."""
    wanted = {message.id for message in _messages().template() if message.id}
    catalogue = interface(language, [LOCALE])
    assert set(catalogue.messages) == {text for text in wanted if isinstance(text, str)}
    assert set(catalogue.counts) == {pair[1] for pair in wanted if not isinstance(pair, str)}


def test_the_template_for_translators_is_up_to_date() -> None:
    """What docs/messages.py would write is what is there."""
    made = _messages().written(_messages().template(), "", "nplurals=INTEGER; plural=EXPRESSION;")
    assert (LOCALE / "messages.pot").read_bytes() == made, "run: python docs/messages.py"


def test_a_number_takes_the_form_its_language_asks_for(tmp_path: Path) -> None:
    """By the rule in the catalogue's head; without a head, by that of the language."""
    forms = "".join(
        f'msgstr[{n}] "{{n}} {word}"\n' for n, word in enumerate(("artykuł", "artykuły", "artykułów"))
    )
    (tmp_path / "pl.po").write_text(f'msgid "{{n}} article"\nmsgid_plural "{{n}} articles"\n{forms}', "utf-8")
    said = interface("pl", [tmp_path])
    words = [str(said.count("{n} article", "{n} articles", n)) for n in (1, 2, 5, 22, 112)]
    assert words == ["1 artykuł", "2 artykuły", "5 artykułów", "22 artykuły", "112 artykułów"]
    assert said.forms("{n} article", "{n} articles")["many"] == "{n} artykułów"
    arabic = interface("ar", [LOCALE])
    assert [str(arabic.count("{n} word", "{n} words", n)) for n in (2, 7, 12)] == [
        "كلمتان",
        "7 كلمات",
        "12 كلمة",
    ]


def test_an_archive_s_own_words_go_before_the_theme_s(tmp_path: Path) -> None:
    """One text is enough; a text that stands empty or is marked as a guess is the theme's."""
    (tmp_path / "fr.po").write_text(
        'msgid "Outlets"\nmsgstr "Journaux"\n\nmsgid "Events"\nmsgstr ""\n\n#, fuzzy\nmsgid "Dates"\nmsgstr "Jours"\n',
        encoding="utf-8",
    )
    said = interface("fr", [tmp_path, LOCALE])
    assert [str(said.text(t)) for t in ("Outlets", "Events", "Dates")] == ["Journaux", "Événements", "Dates"]
    (tmp_path / "en.po").write_text('msgid "Outlets"\nmsgstr "Newspapers"\n', encoding="utf-8")
    assert interface("en", [tmp_path, LOCALE]).text("Outlets") == "Newspapers"


@pytest.mark.parametrize("broken", ['msgid "Outlets"\nmsgstr Newspapers\n', 'msgid "a"\nmsgstr "\xe9"\n'])
def test_a_broken_catalogue_is_named(tmp_path: Path, broken: str) -> None:
    """Its path, and the line where there is one."""
    (tmp_path / "en.po").write_bytes(broken.encode("latin-1"))
    with pytest.raises(ThemeError, match=r"en\.po"):
        interface("en", [tmp_path])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_translation_takes_the_same_values(language: str) -> None:
    """Names in braces are those of the English text."""
    for english, said in interface(language, [THEME / "locale"]).messages.items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", said)), english


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


def test_a_span_within_one_year_says_the_year_once() -> None:
    """As a reader would; two years, and dates that do not end in the year, are said in full."""
    english = interface("en")
    assert english.span("1956-07-26", "1956-11-06") == "26 July – 6 November 1956"
    assert english.span("1956-07~", "1956-11-06") == "about July – 6 November 1956"
    assert english.span("1956", "1956-11-06") == "1956 – 6 November 1956"
    assert english.span("1955-07-26", "1956-11-06") == "26 July 1955 – 6 November 1956"
    assert english.span("1956-07-26", "1956-07-26") == "26 July 1956"
