"""Pages of the last site are taken over where nothing that they show has changed; the site is that of a fresh build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen import press
from site_gen.press import write_file
from site_gen.render import SiteContext
from site_gen.settings import SiteSettings

from .conftest import Built, an_archive, build, text_of

CHOIR = "\n\n".join(
    (
        "Choir of Kelso Bay wins the cup",
        "The choir of Kelso Bay won the silver cup on Monday, to the surprise of its own conductor, Marta Quillon.",
        "Nobody had expected the nineteen singers from a village without a church organ to win anything at all.",
    )
)
FILES = {
    "captures/post/ship.txt": text_of("Grain ship runs aground at Port Ansel"),
    "captures/lantern/ship.txt": text_of("Port Ansel closed by grain ship", turn=2),
    "captures/lantern/choir.txt": CHOIR,
    "captures/feed.jsonl": '{"id": "a", "title": "Market moves indoors", "source": "The Lantern", "date": "2019-04-01", '
    '"text": "The market of Little Sorrel moves indoors for the winter. Its traders asked for heating, and got some."}\n',
    "archive.toml": "[publish]\nsearch = false\n",
    "metadata.csv": "path,source,published\npost/,The Quay Post,2019-03-13\nlantern/,The Lantern,2019-03-14\n",
}


def _write(name: str, text: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def _is_fresh(content: Path, warm: Built, folder: Path) -> bool:
    shutil.copytree(content, folder / "content")
    return warm.digests() == build(folder / "content", folder / "site").digests()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A content folder, built once to ``site`` beside it."""
    content = an_archive(tmp_path / "content", FILES)
    first = build(content, tmp_path / "site").summary
    assert first.pages_kept == 0
    return content


def _anew(built: Built) -> int:
    return built.summary.pages - built.summary.pages_kept - built.summary.pages_same


def test_nothing_changed_and_no_page_counts_as_made_anew(archive: Path) -> None:
    """Those that list the whole archive are rendered each time; where they come out as they were, they do not count."""
    output = archive.parent / "site"
    before = {path: path.read_bytes() for path in output.rglob("*.html")}
    same = build(archive, output)
    assert {path: path.read_bytes() for path in output.rglob("*.html")} == before
    assert _anew(same) == 0
    assert "(0 anew)" in same.summary.as_text()


EDITS: tuple[tuple[str, Callable[[Path], None], bool], ...] = (
    ("a report is added", _write("captures/post/more.txt", text_of("Wheat lost off Port Ansel", turn=4)), True),
    ("a report says more", _write("captures/post/ship.txt", FILES["captures/post/ship.txt"] + "\n\nThe mayor came twice."), True),
    ("a row names another day", _write("metadata.csv", FILES["metadata.csv"].replace("03-13", "03-12")), True),
    ("an article is taken down", _write("decisions.csv", "kind,a,b,value,who,why\ntake down,captures/post/ship.txt,,,Ada,asked\n"), True),
    ("the archive has another name", _write("archive.toml", '[site]\ntitle = "The Other Archive"\n[publish]\nsearch = false\n'), False),
    ("a template is the archive's own", _write("theme/templates/pages/article.html", "<p>{{ view.title }} {{ site.settings.title }}</p>\n"), False),
    ("a word is the archive's own", _write("theme/locale/en.toml", ""), False),
)  # fmt: skip
"""(what is done, how, whether pages of other articles are kept)."""


@pytest.mark.slow
def test_after_every_edit_the_site_is_that_of_a_fresh_build(archive: Path, tmp_path: Path) -> None:
    """Byte for byte; and what does not show the edit is taken over."""
    output = archive.parent / "site"
    for number, (what, edit, keeps) in enumerate(EDITS):
        edit(archive)
        warm = build(archive, output)
        assert _is_fresh(archive, warm, tmp_path / f"fresh-{number}"), what
        assert (warm.summary.pages_kept >= 4) is keeps, (what, warm.summary.pages_kept)


def test_a_page_that_was_changed_or_lost_in_the_output_is_made_anew(archive: Path) -> None:
    """The last site is not trusted: what is taken over has the digest that it was written with."""
    output = archive.parent / "site"
    before = build(archive, output).digests()
    (edited,) = output.glob("articles/choir*/index.html")
    edited.write_text(edited.read_text("utf-8").replace("choir", "crowd"), "utf-8")
    (lost,) = output.glob("articles/market*/original/index.html")
    lost.unlink()
    assert build(archive, output).digests() == before


def test_a_former_page_that_is_a_link_out_of_the_site_is_not_followed(archive: Path, tmp_path: Path) -> None:
    """Whatever it points to, the page is a file of its own afterwards."""
    output = archive.parent / "site"
    (page,) = output.glob("articles/choir*/index.html")
    away = tmp_path / "away.html"
    page.rename(away)
    page.symlink_to(away)
    build(archive, output)
    (page,) = output.glob("articles/choir*/index.html")
    assert not page.is_symlink()
    assert page.read_bytes() == away.read_bytes()
    assert not page.samefile(away)


def test_the_words_of_an_article_that_is_taken_down_are_gone(archive: Path) -> None:
    """From pages that were kept before as well."""
    output = archive.parent / "site"
    build(archive, output)
    _write("decisions.csv", "kind,a,b,value,who,why\ntake down,captures/lantern/choir.txt,,,Ada,asked\n")(
        archive
    )
    build(archive, output)
    assert not [p for p in output.rglob("*") if p.is_file() and b"Marta Quillon" in p.read_bytes()]


def test_what_is_written_in_the_place_of_a_page_that_was_taken_over_leaves_the_last_site_as_it_was(
    tmp_path: Path,
) -> None:
    """Both names are of one file until then."""
    last, staging = tmp_path / "last.html", tmp_path / "staging"
    staging.mkdir()
    last.write_text("as readers see it", "utf-8")
    (staging / "page.html").hardlink_to(last)
    write_file(str(staging), "page.html", b"anew")
    assert last.read_text("utf-8") == "as readers see it"
    assert (staging / "page.html").read_bytes() == b"anew"


def test_a_page_that_is_taken_over_is_the_same_file_and_a_plugin_gets_one_of_its_own(archive: Path) -> None:
    """A plugin may rewrite it in place."""
    output = archive.parent / "site"
    (page,) = output.glob("articles/choir*/index.html")
    before = page.stat().st_ino
    build(archive, output)
    assert page.stat().st_ino == before
    _write("archive.toml", FILES["archive.toml"] + "[pelican]\nPLUGINS = []\n")(archive)
    build(archive, output)
    assert page.stat().st_ino != before


def test_what_findings_mean_is_a_part_of_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the documentation, outside the rooms that make pages, and is shown on the pages of articles."""
    site = SiteContext(SiteSettings())
    before = press.common_seal(site, ())
    assert press.common_seal(site, ()) == before
    monkeypatch.setattr(press, "meanings", lambda: {"DSC-001": ("Another title", "Another meaning.")})
    assert press.common_seal(site, ()) != before
