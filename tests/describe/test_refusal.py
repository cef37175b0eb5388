"""What a server answers instead of an article is no article; an article that says the same is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen import clean, describe
from site_gen.model import Finding
from site_gen.settings import CleanSettings, DescribeSettings
from tests.ingest.reading import read
from tests.pipeline.conftest import an_archive, build, text_of

NOT_FOUND = "<html><head><title>Page not found | The Lantern</title></head><body><main><h1>Page not found</h1><p>Sorry, we looked everywhere.</p><p>Try the search, or go back to the front page of The Lantern.</p></main></body></html>"
WALL = "<html><head><title>Just a moment...</title></head><body><h1>lantern.example</h1><p>Checking your browser before accessing lantern.example.</p><p>Enable JavaScript and cookies to continue</p></body></html>"
DENIED = 'Access Denied\n\nYou don\'t have permission to access "http://lantern.example/1" on this server.\n\nReference #18.2f3a\n'


def refused(name: str, data: str) -> Finding | None:
    """What is said of one capture, cleaned and described."""
    capture = read(name, data).only
    body, _findings = clean.body(capture, site_lines=None, decisions=(), settings=CleanSettings())
    article, _findings = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    return describe.refusal(article)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", NOT_FOUND),
        ("b.html", WALL),
        ("c.txt", DENIED),
        ("d.txt", "404 - Page introuvable\n\nLa page que vous recherchez n’existe plus sur notre site.\n"),
        ("e.txt", "Seite nicht gefunden\n\nDie gesuchte Seite gibt es nicht mehr.\n"),
        ("f.txt", "الصفحة غير موجودة\n\nالصفحة التي تبحث عنها غير موجودة.\n"),
    ],
)
def test_a_refusal_is_no_article(name: str, data: str) -> None:
    """In the languages that have tables; the remedy names the row that makes it an article."""
    found = refused(name, data)
    assert found is not None
    assert (found.code, found.where) == ("DSC-008", f"captures/{name}")
    assert f'row "captures/{name}"' in found.hint


LONG = "\n\n".join(
    f"On day {n} the clerk of Kelso Bay wrote {n + 3} letters about a lost page." for n in range(14)
)


@pytest.mark.parametrize(
    "text",
    [
        f"Page not found\n\n{LONG}\n",
        "Error: council sends wrong bills to forty homes\n\nThe council of Port Ansel said so.\n",
        "Access denied: reporters kept from the hearing\n\nTwo reporters were turned away on Monday.\n",
        "Harbour master's page not found wanting\n\nAn audit praised the page of the harbour master.\n",
        "Library shuts\n\nAccess denied, read a sign on the door, and forty children went home.\n",
    ],
)
def test_an_article_that_uses_the_words_stays(text: str) -> None:
    """A long text under such a title, a short one that only says the same."""
    assert refused("a.txt", text) is None


def test_a_refusal_is_left_out_by_name(tmp_path: Path) -> None:
    """Named among what was left out; a title from a person makes it an article."""
    files = {"captures/good.txt": text_of("Grain ship runs aground"), "captures/a.html": NOT_FOUND}
    content = an_archive(tmp_path / "content", files)
    built = build(content, tmp_path / "site", is_data_only=True)
    assert [a["capture"]["path"] for a in built.records("articles")] == ["captures/good.txt"]
    assert any(key == "captures/a.html" and "DSC-008" in why for key, why in built.summary.left_out)
    (content / "metadata.csv").write_text("path,title\ncaptures/a.html,What the server said\n", "utf-8")
    assert len(build(content, tmp_path / "site", is_data_only=True).records("articles")) == 2


def test_a_capture_without_text_is_left_out_as_the_finding_says(tmp_path: Path) -> None:
    """An error means that something was left out."""
    files = {
        "captures/good.txt": text_of("Grain ship"),
        "captures/frame.html": "<html><body><img src=x></body></html>",
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "site", is_data_only=True)
    assert ("CLN-001", "captures/frame.html") in built.codes()
    assert [a["capture"]["path"] for a in built.records("articles")] == ["captures/good.txt"]


def test_a_title_from_the_files_name_is_called_so(tmp_path: Path) -> None:
    """All of its text was cut."""
    files = {"captures/a.txt": "Skip to main content\n\nAdvertisement\n\nRead more\n\nFollow us\n"}
    built = build(an_archive(tmp_path / "content", files), tmp_path / "site", is_data_only=True)
    said = next(f["message"] for f in built.records("findings") if f["code"] == "DSC-002")
    assert said == "No title was found; the file's name stands for it."
