"""The cleaner as an extractor of its own: what it answers does not hang on what it keeps in memory."""

from __future__ import annotations

import base64
import io
import json
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import pytest

from site_gen import clean, describe, ingest, standalone
from site_gen.language.words import without_controls
from site_gen.model import Record
from site_gen.settings import CleanSettings, IngestSettings
from site_gen.standalone import Remarks, waiting

NOTICE = "The Ansel Mirror is published by the Mirror Company of Port Ansel."


def a_page(number: int) -> str:
    """A page of a site whose notice stands on each."""
    told = " ".join(
        f"The harbour master counted {number * 7 + n} ships off Port Ansel on Monday." for n in range(4)
    )
    return f"<html><head><title>Ships counted {number}</title></head><body><h1>Ships counted {number}</h1><p>{told}</p><p>{NOTICE}</p></body></html>"


def answers(records: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """What ``clean --jsonl`` answers to these records."""
    stream = io.BytesIO(b"".join(json.dumps(record).encode() + b"\n" for record in records))
    return [json.loads(line) for line in standalone.clean_records(stream, Remarks())]


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
    monkeypatch.setattr(waiting.Waiting, "HELD_CHARS", held_chars)
    monkeypatch.setattr(waiting, "SHEETS_HELD", sheets)
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
    list(standalone.clean_files([path], Remarks()))
    assert capsys.readouterr().err.startswith(f"{path}: CLN-004 ")


def lines_of(data: bytes) -> tuple[list[dict[str, object]], Remarks]:
    """What ``clean --jsonl`` answers to these bytes, and what it counted."""
    remarks = Remarks()
    return [json.loads(line) for line in standalone.clean_records(io.BytesIO(data), remarks)], remarks


@pytest.mark.parametrize("id", [7, 1.5, True, "a b", "", [1, "x"], {"n": 1}, 10**18])
def test_an_id_of_any_type_comes_back_as_it_went_in(id: object) -> None:
    """Whoever numbers pages finds them by the same numbers."""
    assert [a["id"] for a in answers([{"id": id, "html": a_page(1)}])] == [id]


def test_a_record_without_an_id_is_named_by_its_line() -> None:
    """Also where it is null; blank lines count, as an editor counts them."""
    page = json.dumps({"html": a_page(1)})
    found, remarks = lines_of(f'\n{page}\n{{"id": null, {page[1:]}\n'.encode())
    assert [a["id"] for a in found] == ["line-2", "line-3"]
    assert remarks.exit_code == 0


def test_several_records_of_one_id_are_each_answered() -> None:
    """In their order, under that id, each by its own page."""
    found = answers([{"id": 1, "site": "mirror", "html": a_page(n)} for n in range(3)])
    assert [(a["id"], a["title"]) for a in found] == [(1, f"Ships counted {n}") for n in range(3)]


@pytest.mark.parametrize(
    "record",
    [
        {"url": None, "site": None, "html": a_page(1), "text": None},
        {"html": a_page(1), "unknown": {"deep": [1, 2]}, "score": 0.5},
        {"site": 12, "html": a_page(1)},
        {"raw_html": a_page(1)},
        {"html_b64": base64.encodebytes(a_page(1).encode()).decode()},
        {"html": a_page(1), "url": 5},
    ],
)
def test_a_record_is_read_as_one_of_a_file_of_records(record: dict[str, object]) -> None:
    """Null, other fields, other names of the page, base64 in lines: the page is cleaned."""
    (found,) = answers([{"id": 1, **record}])
    assert found["title"] == "Ships counted 1"
    assert "harbour master counted 7 ships" in str(found["text"])


@pytest.mark.parametrize(
    "around", [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\r\n \r\n", b"\r\n\r\n"), (b"", b"")]
)
def test_marks_and_line_ends_of_other_systems_are_passed_over(around: tuple[bytes, bytes]) -> None:
    """A byte order mark, CRLF, blank lines, no last line end."""
    found, remarks = lines_of(around[0] + json.dumps({"id": 1, "html": a_page(1)}).encode() + around[1])
    assert [a["title"] for a in found] == ["Ships counted 1"]
    assert remarks.exit_code == 0


def test_a_record_that_another_reader_takes_is_answered() -> None:
    """NaN, and bytes that are no UTF-8."""
    page = json.dumps(
        {"id": 4, "score": float("nan"), "html": a_page(1) + "<p>caf\xe9</p>"}, ensure_ascii=False
    )
    found, _ = lines_of(page.encode("latin-1"))
    assert [(a["id"], a["title"]) for a in found] == [(4, "Ships counted 1")]


@pytest.mark.parametrize("line", ["{broken", "[1, 2]", "7", '"text"', "null", "[" * 100_000])
def test_a_line_that_is_no_record_is_named_and_the_others_are_answered(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its number, with what was seen and what to do; the exit code says that not all was read."""
    found, remarks = lines_of(f"{line}\n{json.dumps({'id': 1, 'html': a_page(1)})}".encode())
    assert [a["id"] for a in found] == [1]
    assert remarks.exit_code == 1
    said = capsys.readouterr().err
    assert said.startswith("<stdin>:1: ING-012 Not a JSON object: ")
    assert "Mend this line" in said


def test_records_of_which_none_can_be_read_give_two(capsys: pytest.CaptureFixture[str]) -> None:
    """And a stream of none gives 0: a filter of nothing answers nothing."""
    assert lines_of(b"no\n")[1].exit_code == 2
    assert lines_of(b"")[1].exit_code == 0
    assert "<stdin>:1" in capsys.readouterr().err


def test_what_a_record_says_of_its_article_counts() -> None:
    """As in a file of records: its supplier knows."""
    (found,) = answers([{"id": 1, "html": a_page(1), "title": "Nine ships", "author": "Ann Bee"}])
    assert (found["title"], found["authors"]) == ("Nine ships", ["Ann Bee"])


def test_what_stands_in_for_a_title_in_an_archive_is_no_title() -> None:
    """Neither the file's name nor the first words of the text."""
    found = answers([{"id": 1, "text": "hello there my friend"}, {"id": 2, "text": "Home\nNews\n"}])
    assert [a["title"] for a in found] == [None, None]


def files_of(*files: Path | BinaryIO, **how: bool) -> tuple[list[str], Remarks]:
    """What ``clean`` answers to these files, and what it counted."""
    remarks = Remarks()
    return list(standalone.clean_files(files, remarks, **how)), remarks


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x01\x02\x03" * 100, b"%PDF-1.7 x"])
def test_a_file_that_is_no_text_is_lost(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty, blank, binary: nothing is answered; 2 where it is alone, 1 beside one that was read."""
    (tmp_path / "bad").write_bytes(data)
    (tmp_path / "good.html").write_text(a_page(1))
    assert files_of(tmp_path / "bad")[1].exit_code == 2
    found, remarks = files_of(tmp_path / "bad", tmp_path / "good.html")
    assert (len(found), remarks.exit_code) == (1, 1)
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'bad'}: ING-00")


def test_a_file_that_belongs_to_a_page_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A style sheet is passed over in an archive; here somebody asked for its article."""
    (tmp_path / "a.css").write_text("p { color: red }")
    assert files_of(tmp_path / "a.css")[1].exit_code == 2
    assert "ING-004" in capsys.readouterr().err


def test_a_page_without_a_text_was_read() -> None:
    """Its answer is empty; a crawl has such pages, and its pipeline goes on."""
    remarks = Remarks()
    page = b'{"id": 1, "html": "<p><img src=a.png></p>"}'
    assert [json.loads(line)["text"] for line in standalone.clean_records(io.BytesIO(page), remarks)] == [""]
    assert remarks.exit_code == 0


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the system says of it."""

    def refused(path: Path, mode: str) -> BinaryIO:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.html").write_text(a_page(1))
    monkeypatch.setattr(Path, "open", refused)
    assert files_of(tmp_path / "a.html")[1].exit_code == 2
    assert "a.html: may not be read: Permission denied." in capsys.readouterr().err


def test_standard_input_is_a_page_a_text_or_records() -> None:
    """As trafilatura reads it, and JSON by its first character."""
    page, _ = files_of(io.BytesIO(a_page(1).encode()))
    assert page[0].startswith("Ships counted 1\n\nThe harbour master")
    records, _ = files_of(
        io.BytesIO(b'\xef\xbb\xbf{"id": 3, "html": "' + a_page(1).encode() + b'"}'), as_json=True
    )
    assert json.loads(records[0])["path"] == "<stdin>#3"
    assert files_of(io.BytesIO(b""))[1].exit_code == 2


def test_a_pipe_of_the_shell_is_read(tmp_path: Path) -> None:
    """``clean <(command)`` names one: it has no size."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(a_page(1),))
    writer.start()
    found, remarks = files_of(pipe)
    writer.join()
    assert (len(found), remarks.exit_code) == (1, 0)


def test_markdown_of_a_page_begins_with_its_title(tmp_path: Path) -> None:
    """In JSON the title stands for itself."""
    (tmp_path / "a.html").write_text(a_page(1))
    assert files_of(tmp_path / "a.html", as_markdown=True)[0][0].startswith("# Ships counted 1\n\nThe")
    (line,) = files_of(tmp_path / "a.html", as_json=True, as_markdown=True)[0]
    assert str(json.loads(line)["text"]).startswith("The harbour master")
