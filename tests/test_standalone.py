"""The cleaner as an extractor of its own: what it answers does not hang on what it keeps in memory."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from site_gen import clean, describe, ingest, standalone
from site_gen.language.words import without_controls
from site_gen.model import Record
from site_gen.settings import CleanSettings, IngestSettings

NOTICE = "The Ansel Mirror is published by the Mirror Company of Port Ansel."


def a_page(number: int) -> str:
    """A page of a site whose notice stands on each."""
    told = " ".join(
        f"The harbour master counted {number * 7 + n} ships off Port Ansel on Monday." for n in range(4)
    )
    return f"<html><head><title>Ships counted {number}</title></head><body><h1>Ships counted {number}</h1><p>{told}</p><p>{NOTICE}</p></body></html>"


def answers(records: list[dict[str, str]]) -> list[dict[str, object]]:
    """What ``clean --jsonl`` answers to these records."""
    stream = io.BytesIO(b"".join(json.dumps(record).encode() + b"\n" for record in records))
    return [json.loads(line) for line in standalone.clean_records(stream)]


RECORDS = [
    {"id": f"{site}{n}", "site": site, "html": a_page(n)} for n in range(4) for site in ("mirror", "post")
]


def test_answers_come_in_the_order_of_the_records() -> None:
    """Though sites are cleaned one after another; a broken record, and one without a text, leave the others alone."""
    found = answers([*RECORDS[:3], {"id": "empty", "site": "post"}, *RECORDS[3:]])
    assert [a["id"] for a in found] == [
        *(r["id"] for r in RECORDS[:3]),
        "empty",
        *(r["id"] for r in RECORDS[3:]),
    ]
    assert found[3] == {"id": "empty", "text": "", "title": None, "authors": [], "date": None}


def test_pages_of_a_site_are_learned_together() -> None:
    """What stands on each page is not the article; of one page alone nobody can tell."""
    assert all(NOTICE not in str(a["text"]) for a in answers(RECORDS))
    assert all("harbour master counted" in str(a["text"]) for a in answers(RECORDS))


SIGNED = """<html lang="en"><head><title>Ships | Ansel Mirror</title><meta property="og:site_name" content="Ansel Mirror">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ships", "author": [{"name": "Ann Bee"}, {"name": "Ansel Mirror"}]}</script></head><body><h1>Ships</h1><p class="byline">By Ann Bee, Ansel Mirror</p>
<time datetime="2019-05-17T09:00">17 May 2019</time><p>The harbour master counted nine ships off Port Ansel on Monday, he said.</p></body></html>"""


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        (SIGNED, "text/html"),
        (SIGNED.replace("Ships", ""), "text/html"),
        (a_page(1), "text/html"),
        (
            "Ships\n\nBy Ann Bee\n\n17 May 2019\n\nOSTREY (Quay Press) - The harbour master counted ships.",
            "text/plain",
        ),
        ("9", "text/plain"),
    ],
)
def test_an_answer_is_what_the_article_says(text: str, media_type: str) -> None:
    """Though an extractor is told title, authors and day alone, they are those of the archive's article."""
    record = Record(path="page", record=None, data=text.encode(), media_type=media_type)
    capture, _ = ingest.capture(record, id="a-1", given=(), settings=IngestSettings())
    assert capture is not None
    body, _ = clean.body(capture, site_lines=None, decisions=(), settings=CleanSettings())
    article, _ = describe.article(capture, body)
    said = describe.cited(capture, body)
    assert (said.title, said.authors, said.published) == (article.title, article.authors, article.published)
    assert body.text() == article.text()


@pytest.mark.parametrize(("held_chars", "sheets"), [(0, 50), (10_000_000, 0), (0, 0), (1_000, 2)])
def test_answers_are_the_same_however_little_is_held(
    monkeypatch: pytest.MonkeyPatch, held_chars: int, sheets: int
) -> None:
    """In memory or in a file, laid out once or twice."""
    wanted = answers(RECORDS)
    monkeypatch.setattr(standalone._Waiting, "HELD_CHARS", held_chars)
    monkeypatch.setattr(standalone, "SHEETS_HELD", sheets)
    assert answers(RECORDS) == wanted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain", "plain"),
        ("a\x00b\x07c\x7f", "abc"),
        ("page\x0cbreak\x1frecord", "page\nbreak\nrecord"),
        ("é\ufdd0\ufffe\U0001ffffè", "éè"),
        ("\ufb50 ﷺ \ufffd \x85", "\ufb50 ﷺ \ufffd \x85"),
        ("half \ud83d", "half \ud83d"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
    ],
)
def test_controls_are_taken_out_of_any_text(text: str, plain: str) -> None:
    """The quick look at the bytes finds all that the slow one does."""
    assert without_controls(text) == plain


def test_a_remark_names_the_file_as_it_was_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its folder: of many files called index.html it says which."""
    path = tmp_path / "menus" / "menu.txt"
    path.parent.mkdir()
    path.write_text("Home\nNews\nSport\n")
    list(standalone.clean_files([path], as_json=False))
    assert capsys.readouterr().err.startswith(f"{path}: CLN-004 ")
