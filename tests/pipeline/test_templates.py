"""A template of the archive's own that fails is named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.errors import ThemeError

from .conftest import an_archive, build, text_of


@pytest.mark.parametrize("name", ["page", "article"])
def test_a_template_that_fails_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    """One of a hand-written page ends the build; one of the archive's own pages is a finding on each page."""
    place = "theme/templates/page.html" if name == "page" else "theme/templates/pages/article.html"
    files = {
        "captures/a.txt": text_of("Grain ship runs aground"),
        "pages/about.md": "---\ntitle: About\n---\nText.\n",
        place: "<p>\n\n{{ view.colour }}</p>\n",
    }
    content = an_archive(tmp_path / "content", files)
    if name == "page":
        with pytest.raises(
            ThemeError, match=r"content/theme/templates/page.html:3: .*Mend the template there"
        ):
            build(content, tmp_path / "site")
        return
    found = [f for f in build(content, tmp_path / "site").records("findings") if f["code"] == "PUB-004"]
    assert ": theme/templates/pages/article.html:3: " in found[0]["message"]
    assert "colour" in found[0]["message"]
