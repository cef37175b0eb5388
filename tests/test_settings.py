"""archive.toml: read once, checked whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.errors import ContentError, SettingsError
from site_gen.settings import Settings, load, source_date


def written(folder: Path, text: str) -> Path:
    """A content folder with this archive.toml."""
    (folder / "archive.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    """Nothing is asked of a newcomer."""
    assert load(tmp_path) == Settings()


def test_settings_are_read_into_their_tables(tmp_path: Path) -> None:
    """Texts, numbers, lists and Pelican's own table."""
    text = '[site]\ntitle = "T"\n[link]\nsame_event_score = 1\n[clean]\noff = ["a"]\n[pelican]\nPLUGINS = ["x"]\n'
    found = load(written(tmp_path, text))
    assert (found.site.title, found.link.same_event_score, found.clean.off) == ("T", 1.0, ("a",))
    assert found.pelican == {"PLUGINS": ["x"]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[site]\ntitel = "T"\n', 'unknown setting "site.titel"; did you mean "site.title"?'),
        ("[sites]\n", 'unknown setting "sites"; did you mean "site"?'),
        ("[index]\nper_page = true\n", "whole number is expected"),
        ('[index]\nper_page = "many"\n', "whole number is expected"),
        ('site = "x"\n', '"site" is a table'),
        ("[site\n", "not valid TOML"),
        ('[site]\nlanguage = "german"\n', "the code of a language, such as en"),
        ('[site]\nurl = "a.example"\n', "a whole address, such as https://"),
        ('[ingest]\ndates = "us"\n', '"ingest.dates" = "us": "day-first" or "month-first" is expected'),
        ('[describe]\ndefault_language = "klingon"\n', "the code of a language"),
        ("[compare]\nmin_passage_words = -1\n", "a number of 1 or more is expected"),
        ("[link]\nsame_event_score = 1.5\n", "a number from 0 to 1 is expected"),
        ("[link]\nsame_event_score = nan\n", "a number from 0 to 1 is expected"),
        ('[clean]\noff = ["relatd-link"]\n', 'is called "relatd-link"; did you mean "related-link"?'),
        ('[pelican]\nOUTPUT_PATH = "/tmp"\n', '"pelican.OUTPUT_PATH" belongs to site_gen'),
        ('title = "T"\n', 'unknown setting "title"; it belongs under [site].'),
        ('[site]\naccent = "#000"\n', 'unknown setting "site.accent"; it belongs under [appearance].'),
        ("[site]\ntitle = T\n", 'a text stands between straight quotes, as in key = "text"'),
        ("[site]\ntitle = “T”\n", "straight quotes"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, text: str, says: str) -> None:
    """File, key, what was seen, what to do."""
    with pytest.raises(SettingsError) as error:
        load(written(tmp_path, text), rules=("related-link", "byline"))
    assert says in str(error.value)
    assert "archive.toml" in str(error.value)


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    """A person mends a file once, not once for each error."""
    with pytest.raises(SettingsError) as error:
        load(written(tmp_path, "[site]\na = 1\n[index]\nb = 2\n"))
    assert len(str(error.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('# a = 1\n[site]\ntitle = "T"\na = 1\n', 4),
        ("[index]\nb = 2\nper_page = 0\n", 2),
        ("\nindex.per_page = 0\n", 2),
        ("\n\nsite = 3\n", 3),
        ("\n[sites]\n", 2),
        ("[site]\ntitle = \n", 2),
        ('[pelican]\nX = 1\nPATH = "/"\n', 3),
        ('[clean]\n\noff = [\n"byline",\n"by"]\n', 3),
    ],
)
def test_a_problem_names_its_line(tmp_path: Path, text: str, line: int) -> None:
    """As an editor opens it: file, colon, line."""
    with pytest.raises(SettingsError, match=rf"archive.toml:{line}: "):
        load(written(tmp_path, text), rules=("byline",))


def test_a_byte_order_mark_before_the_settings_is_no_part_of_them(tmp_path: Path) -> None:
    """Windows' editor writes one."""
    (tmp_path / "archive.toml").write_bytes('\ufeff[site]\r\ntitle = "T"\r\n'.encode())
    assert load(tmp_path).site.title == "T"


def test_settings_in_another_encoding_are_named_by_line(tmp_path: Path) -> None:
    """With what was seen, and what to do."""
    (tmp_path / "archive.toml").write_bytes(b'[site]\ntitle = "Caf\xe9"\n')
    with pytest.raises(SettingsError, match=r"archive.toml:2: not UTF-8: .*. Save the file as UTF-8"):
        load(tmp_path)


def test_a_missing_content_folder_says_how_to_make_one(tmp_path: Path) -> None:
    """The first command that a newcomer gets wrong."""
    with pytest.raises(ContentError, match="init"):
        load(tmp_path / "nowhere")


def test_control_characters_of_a_text_never_reach_a_page(tmp_path: Path) -> None:
    """C0 controls go; a C1 control is the Windows-1252 letter that it was mistaken for."""
    (tmp_path / "archive.toml").write_text('[site]\nauthor = "O\\u0092Hara \\u0007\\u0081& Dee"\n', "utf-8")
    assert load(tmp_path).site.author == "O’Hara & Dee"


def test_the_moment_of_making_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """In seconds since 1970; what is no moment ends the command with a word about it."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date() is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert source_date() == datetime(1970, 1, 2, tzinfo=UTC)
    for wrong in ("soon", "99999999999999", "1" * 400):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
            source_date()
