"""Where a theme lies, and what it can say."""

from __future__ import annotations

from pathlib import Path

from site_gen.publish.theme import unspoken


def test_an_interface_that_cannot_speak_its_language_is_a_finding(tmp_path: Path) -> None:
    """No catalogue of the theme nor of the archive; a region asks for its language's; English needs none."""
    theme, own = tmp_path / "theme", tmp_path / "own"
    for place, code in ((theme, "fr"), (own, "nl")):
        (place / "locale").mkdir(parents=True)
        (place / "locale" / f"{code}.po").touch()
    templates = (own / "templates", theme / "templates")
    for language in ("en", "en-GB", "fr-CA", "nl"):
        assert unspoken(language, templates) == ()
    (found,) = unspoken("de-AT", templates)
    assert (found.code, found.where) == ("PUB-008", "archive.toml")
    assert "theme/locale/de.po" in found.hint and "en, fr, nl" in found.hint
