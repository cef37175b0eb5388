"""The theme's static files: small, self-contained, readable in light and dark."""

from __future__ import annotations

import gzip
import re
import tomllib
from pathlib import Path

import pytest

from site_gen.publish.appearance import published_style

THEME = Path(__file__).parents[2] / "themes" / "broadsheet"
CSS = (THEME / "static" / "css" / "site.css").read_text(encoding="utf-8")


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_the_theme_says_its_name_version_and_licence() -> None:
    """theme.toml is read by the build; what ends up in an archive is MIT."""
    facts = tomllib.loads((THEME / "theme.toml").read_text(encoding="utf-8"))
    assert facts["name"] == THEME.name
    assert facts["licence"] == "MIT"
    assert (THEME / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_style_script_and_fonts_stay_small() -> None:
    """21 kB of style, its fonts in it, and 15 kB of script when gzipped, beside what reads dates, which few queries load; no font over 60 kB, each with its licence beside it."""
    published = published_style(CSS, THEME / "static" / "css" / "site.css")
    assert published.count("data:font/woff2") == 2 and "#embedded" not in published
    assert len(gzip.compress(published.encode(), 6, mtime=0)) < 21_000
    scripts = {path.name: _gzipped(path) for path in (THEME / "static" / "js").glob("*.js")}
    assert scripts.pop("search-dates.js") < 3_500
    assert sum(scripts.values()) < 15_250
    fonts = sorted((THEME / "static" / "fonts").glob("*.woff2"))
    assert fonts and all(path.stat().st_size < 60_000 for path in fonts)
    assert len(list((THEME / "static" / "fonts").glob("OFL-*.txt"))) == 2


def test_no_style_or_script_asks_another_host() -> None:
    """Every address in the static files is relative."""
    for path in [*(THEME / "static").rglob("*.css"), *(THEME / "static").rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://", text), path
        assert "innerHTML" not in text and "eval(" not in text, path


def test_sides_are_logical_so_that_right_to_left_archives_mirror() -> None:
    """No left or right, no id, no !important in the style sheet."""
    plain = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    assert not re.search(
        r"(margin|padding|border|inset)-(left|right)|text-align:\s*(left|right)|[{;\s](left|right):", plain
    )
    assert "!important" not in plain
    assert not re.search(r"(^|[\s,}])#[a-z][\w-]*\s*[{,.:]", plain)


def _tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b", css))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_LIGHT, _DARK = CSS.split("@media (prefers-color-scheme: dark)", 1)


@pytest.mark.parametrize("css", [_LIGHT, _DARK.split("@layer base", 1)[0]], ids=["light", "dark"])
def test_colours_have_the_contrast_of_wcag_aa(css: str) -> None:
    """4.5:1 for text on each ground, and for the letter on each colour of the palette (WCAG 2.2, 1.4.3)."""
    tokens = _tokens(css)
    for ground in ("paper", "wash"):
        for ink in ("ink", "soft", "accent"):
            assert _contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)
    for ground in ("shared", "quoted", "differs"):
        assert _contrast(tokens["ink"], tokens[ground]) >= 4.5
    for n in range(1, 9):
        assert _contrast(tokens[f"c{n}"], tokens["on-c"]) >= 4.5, f"c{n}"
        assert _contrast(tokens[f"c{n}"], tokens["paper"]) >= 3, f"c{n}"
