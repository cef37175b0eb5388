"""Events whose day is not certain are found where readers look for them."""

from __future__ import annotations

from pathlib import Path

from .conftest import an_archive, build

TEXT = """The ferry Halcyon lies on the Skerrow reef with a list of 12 degrees, and its 214 passengers are ashore, the coastguard said.

Lifeboats from Port Ellery took them off within three hours, and 17 people were treated for cold and bruises.

Northern Sound Lines said the Halcyon had passed its inspection and that its master had 30 years of service. {more}
"""


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_an_event_of_no_certain_day_is_listed_under_its_first_report(tmp_path: Path) -> None:
    """Its reports came nine days apart and name no day: the year of the first lists it, and it says when they came."""
    table = (
        "path,source,published\ncaptures/1.txt,The Lantern,2019-03-06\ncaptures/2.txt,The Ledger,2019-03-15\n"
    )
    files = {
        "captures/1.txt": "Ferry Halcyon lies on Skerrow reef\n\n" + TEXT.format(more="Divers will look."),
        "captures/2.txt": "Halcyon still lies on Skerrow reef\n\n" + TEXT.format(more="Crowds have come."),
    }
    built = build(an_archive(tmp_path / "content", {**files, "metadata.csv": table}), tmp_path / "build")
    (event,) = built.records("events")
    assert event["date"] is None
    year = _read(tmp_path / "build" / "dates" / "2019" / "index.html")
    assert "reported 6 March – 15 March 2019" in year and str(event["url"]).rstrip("/") in year


def test_an_event_without_any_date_is_listed_with_what_is_undated(tmp_path: Path) -> None:
    """Beside the undated articles, where nothing but "undated" can be said."""
    files = {
        "captures/1.txt": "Ferry Halcyon lies on Skerrow reef\n\n" + TEXT.format(more="Divers will look."),
        "captures/2.txt": "Halcyon still lies on Skerrow reef\n\n" + TEXT.format(more="Crowds have come."),
        "metadata.csv": "path,source\ncaptures/1.txt,The Lantern\ncaptures/2.txt,The Ledger\n",
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "build")
    (event,) = built.records("events")
    assert str(event["url"]).rstrip("/") in _read(tmp_path / "build" / "dates" / "undated" / "index.html")


def test_an_archive_without_any_date_links_to_no_feed(tmp_path: Path) -> None:
    """Feeds list dated articles: where none is, none is written, and no page leads to one that is not there."""
    settings = '[site]\nurl = "https://archive.example/"\n'
    text = "Ferry Halcyon lies on Skerrow reef\n\n" + TEXT.format(more="Divers will look.")
    files = {"captures/1.txt": text, "archive.toml": settings}
    build(an_archive(tmp_path / "content", files), tmp_path / "build")
    assert not (tmp_path / "build" / "feeds").exists()
    pages = (tmp_path / "build").rglob("*.html")
    assert [page.name for page in pages if "feeds/" in _read(page)] == []
