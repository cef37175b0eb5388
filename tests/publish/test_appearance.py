"""The archive's own look over the theme's: settings, style sheet, files, words, templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.errors import SettingsError
from site_gen.publish.appearance import contrast, dress, own_style, published_style
from site_gen.publish.theme import override_folders
from site_gen.settings import AppearanceSettings, load
from tests.pipeline.conftest import an_archive, build, text_of


def _load(tmp_path: Path, appearance: str) -> AppearanceSettings:
    (tmp_path / "archive.toml").write_text(f"[appearance]\n{appearance}\n", encoding="utf-8")
    return load(tmp_path).appearance


def test_colours_and_fonts_become_properties_for_light_and_dark() -> None:
    """Nothing is written for what is not set."""
    look = AppearanceSettings(accent="#005a3c", ink_dark="#ffffff", text_font='"Literata", serif')
    style = own_style(look)
    assert ':root { --accent: #005a3c; --serif: "Literata", serif; }' in style
    assert "(prefers-color-scheme: dark) { :root { --ink: #ffffff; } }" in style
    assert own_style(AppearanceSettings()) == ""


@pytest.mark.parametrize(
    "line",
    [
        'accent = "red; } body { display: none"',
        'text_font = "x</style>"',
        'logo = "static/../../x.svg"',
        'logo = "https://x.example/"',
    ],
)
def test_a_value_that_could_leave_its_place_is_refused(tmp_path: Path, line: str) -> None:
    """Settings end up in a style sheet and in every page."""
    with pytest.raises(SettingsError, match="is expected"):
        _load(tmp_path, line)


def test_a_colour_that_is_hard_to_read_is_a_finding(tmp_path: Path) -> None:
    """Against the paper of its own scheme, the archive's where it has one."""
    (tmp_path / "theme").mkdir()
    faint = dress(tmp_path, tmp_path, AppearanceSettings(accent="#e0b0a0"))
    assert [f.code for f in faint] == ["PUB-006"]
    assert dress(tmp_path, tmp_path, AppearanceSettings(accent="#8f2416")) == ()
    assert [
        f.code for f in dress(tmp_path, tmp_path, AppearanceSettings(accent="#8f2416", paper="#702010"))
    ] == ["PUB-006"]
    assert [f.code for f in dress(tmp_path, tmp_path, AppearanceSettings(logo="static/none.svg"))] == [
        "PUB-007"
    ]


def test_contrast_is_measured_as_wcag_does() -> None:
    """Black on white is 21; a colour on itself is 1."""
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#8f2416", "#8f2416") == 1.0
    assert 4.5 < contrast("#767676", "#ffffff") < 4.6


def test_an_archive_changes_its_look_without_a_theme_of_its_own(tmp_path: Path) -> None:
    """Colours, logo, words, a style sheet, a font and a template: in archive.toml and theme/ of the content folder."""
    files: dict[str, str | bytes] = {
        "archive.toml": '[site]\ntitle = "A"\n[appearance]\naccent = "#005a3c"\nlogo = "static/logo.svg"\n[publish]\nsearch = false\n',
        "captures/a.txt": text_of("Grain ship runs aground off Port Ansel"),
        "static/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "theme/locale/en.po": 'msgid "Outlets"\nmsgstr "Newspapers"\n',
        "theme/static/local.css": ".masthead { border: 0; }\n",
        "theme/static/fonts/own.woff2": b"font",
        "theme/templates/parts/extra-head.html": '<meta name="theme-color" content="#005a3c">\n',
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "build")
    home = (built.output / "index.html").read_text(encoding="utf-8")
    style = (built.output / "theme" / "css" / "site.css").read_text(encoding="utf-8")
    assert '<img class="logo" src="./static/logo.svg" alt="">' in home
    assert ">Newspapers</a>" in home and ">Outlets</a>" not in home
    assert 'name="theme-color"' in home
    assert style.endswith(":root{--accent:#005a3c}.masthead{border:0}")
    assert (built.output / "theme" / "fonts" / "own.woff2").read_bytes() == b"font"
    assert not (built.output / "theme" / "local.css").exists()
    assert (built.output / "static" / "logo.svg").is_file()


def test_a_style_sheet_is_published_short_and_means_the_same(tmp_path: Path) -> None:
    """Comments and needless blanks go; strings, sums and the blank between two selectors stay."""
    written = """/* ; } */
    .a  .b:hover ,  .c > p { content: "/* ; { }  ,"; width: calc( 1px  + 2px ); }
    @media screen and (max-width: 3rem) { :root { --x: 'a ; b'; } }
    """
    assert published_style(written, tmp_path / "site.css") == (
        """.a .b:hover,.c>p{content:"/* ; { }  ,";width:calc( 1px + 2px )}"""
        """@media screen and (max-width:3rem){:root{--x:'a ; b'}}"""
    )


def test_a_font_that_the_style_sheet_embeds_is_published_in_it(tmp_path: Path) -> None:
    """Only what is named so; an address without a file stays."""
    (tmp_path / "css").mkdir()
    (tmp_path / "in.woff2").write_bytes(b"face")
    made = published_style(
        'a{src:url("../in.woff2#embedded")}b{src:url("../in.woff2")}c{src:url("../out.woff2#embedded")}',
        tmp_path / "css" / "site.css",
    )
    assert made == (
        'a{src:url("data:font/woff2;base64,ZmFjZQ==")}b{src:url("../in.woff2")}c{src:url("../out.woff2#embedded")}'
    )


def test_the_folder_of_own_templates_is_found_by_its_words_too(tmp_path: Path) -> None:
    """Words alone need no template."""
    assert override_folders(tmp_path) == ()
    (tmp_path / "theme" / "locale").mkdir(parents=True)
    assert override_folders(tmp_path) == (tmp_path / "theme" / "templates",)
