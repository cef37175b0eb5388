"""metadata.csv: what a person supplies."""

from __future__ import annotations

import pytest

from site_gen.ingest import given_by_key, given_for, metadata_key, read_metadata, unmatched_metadata
from site_gen.model import Basis
from site_gen.settings import IngestSettings

from .reading import SETTINGS, read

HEAD = "path,title,source,authors,published\n"


def test_a_row_gives_fields_that_name_their_line() -> None:
    """Supplied, with the line of the row as evidence; empty cells are no values."""
    rows, findings = read_metadata(
        f"{HEAD}captures/a.txt,,Gazette,Ann Lee; Bo Ek,22 December 2016\n".encode(), SETTINGS
    )
    assert findings == ()
    assert [(g.field, g.value.value) for g in rows[0].given] == [
        ("source", "Gazette"),
        ("authors", "Ann Lee; Bo Ek"),
        ("published", "2016-12-22"),
    ]
    value = rows[0].given[0].value
    assert (value.basis, value.evidence.rule, value.evidence.file) == (
        Basis.SUPPLIED,
        "metadata.csv",
        "metadata.csv:2",
    )


def test_a_row_says_when_a_page_was_captured() -> None:
    """Before what the container says; what is no time is named and does not count."""
    rows, findings = read_metadata(
        b"path,captured\na.jsonl#1,2016-12-22T10:00:00Z\na.jsonl#2,soon\n", SETTINGS
    )
    assert [f.code for f in findings] == ["ING-016"]
    line = '{"html": "<p>x</p>", "captured": "2015-01-01"}\n'
    given = given_for(given_by_key(rows), "captures/a.jsonl#1")
    assert read("a.jsonl", line, given=given).only.captured == "2016-12-22T10:00:00Z"
    assert read("a.jsonl", line).only.captured == "2015-01-01"


SHEETS = [
    "path,source\ncaptures/é.txt,Le Phare\n".encode(),
    "\ufeffpath,source\r\ncaptures/é.txt,Le Phare\r\n".encode(),
    "path;source\ncaptures/é.txt;Le Phare\n".encode("cp1252"),
    "sep=;\npath;source\ncaptures/é.txt;Le Phare\n".encode(),
    "path\tsource\ncaptures/é.txt\tLe Phare\n".encode("utf-16"),
    'Path,Outlet\n".\\captures\\e\u0301.txt","Le Phare"\n'.encode(),
    "file,publisher\né.txt,Le Phare\n".encode(),
]


@pytest.mark.parametrize("data", SHEETS)
def test_the_ways_of_spreadsheets_are_understood(data: bytes) -> None:
    """Encodings, separators, a line sep=, back strokes, other words for the columns, captures/ left off."""
    rows, findings = read_metadata(data, SETTINGS)
    assert findings == ()
    assert [(r.path, [g.value.value for g in r.given]) for r in rows] == [("captures/é.txt", ["Le Phare"])]


def test_an_unknown_column_is_named_with_the_nearest_one() -> None:
    """The known columns are still read."""
    rows, findings = read_metadata(b"path,titel,source,colour\na.txt,x,Gazette,red\n", SETTINGS)
    assert [(f.code, f.where) for f in findings] == [("ING-030", "metadata.csv:1")] * 2
    assert 'Did you mean "title"?' in findings[0].hint
    assert [g.field for g in rows[0].given] == ["source"]


def test_bad_rows_are_findings_with_their_lines_and_the_rest_is_read() -> None:
    """No path, a bad date, a cell too many, a path twice; lines count blank ones and cells over two lines."""
    data = (
        HEAD + ',T,,,\n\na.txt,T,Gazette,,32 May\nb.txt,"T\nU",,,\nc.txt,T,G,A,2016,extra\nb.txt,Other,,,\n'
    ).encode()
    rows, findings = read_metadata(data, SETTINGS)
    assert [(f.code, f.where) for f in findings] == [
        ("ING-032", "metadata.csv:2"),
        ("ING-016", "metadata.csv:4"),
        ("ING-034", "metadata.csv:7"),
        ("ING-033", "metadata.csv:8"),
    ]
    assert "32 May" in findings[1].message
    assert [r.path for r in rows] == ["captures/a.txt", "captures/b.txt", "captures/c.txt", "captures/b.txt"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"title,source\nT,Gazette\n", b"\xff\xfe", b"\0" * 40, b'path,title\n"a', b"a,b\n" * 3],
)
def test_no_file_makes_it_fail(data: bytes) -> None:
    """Empty, without a path column, a mark alone, NULs, a quotation mark that is not closed."""
    read_metadata(data, SETTINGS)


def test_a_row_may_speak_of_a_folder_a_file_or_a_record_and_the_narrowest_wins() -> None:
    """A folder of scrapes of one outlet needs one row."""
    data = "path,source,place\ncaptures/lantern/,Lantern,Halifax\nlantern/x.jsonl,Lantern Weekly,\nlantern/x.jsonl#7,,Boston\n"
    table = given_by_key(read_metadata(data.encode(), SETTINGS)[0])
    made = read(
        "lantern/x.jsonl",
        '{"id": "7", "text": "t", "source": "L."}',
        given=given_for(table, "captures/lantern/x.jsonl#7"),
    )
    source, place = made.only.field("source"), made.only.field("place")
    assert source is not None
    assert place is not None
    assert (source.value, place.value) == ("Lantern Weekly", "Boston")
    assert given_for(table, "captures/other/a.txt") == ()


def test_a_workbook_that_was_only_renamed_says_how_to_save_it() -> None:
    """Not that a column is missing."""
    rows, (finding,) = read_metadata(b"PK\x03\x04\x14\x00xl/workbook.xml", IngestSettings())
    assert (rows, finding.code, finding.hint) == ((), "ING-031", "Save it as CSV (UTF-8).")


def test_a_row_for_a_missing_file_is_found_with_the_nearest_name() -> None:
    """Only rows that fit no capture, file or folder."""
    data = "path,source\nlantern/halifx.txt,L\nlantern/,L\nlantern/x.jsonl#7,L\nlantern/x.jsonl,L\nlantern/x.jsonl#8,L\n"
    rows, _ = read_metadata(data.encode(), SETTINGS)
    findings = unmatched_metadata(rows, ["captures/lantern/halifax.txt", "captures/lantern/x.jsonl#7"])
    assert [(f.code, f.where) for f in findings] == [
        ("ING-035", "metadata.csv:2"),
        ("ING-035", "metadata.csv:6"),
    ]
    assert findings[0].hint == 'Did you mean "captures/lantern/halifax.txt"?'


def test_the_order_of_day_and_month_comes_from_the_settings() -> None:
    """3/4/2016 in an American sheet."""
    rows, _ = read_metadata(b"path,published\na.txt,3/4/2016\n", IngestSettings(dates="month-first"))
    assert rows[0].given[0].value.value == "2016-03-04"


def test_a_date_of_two_days_is_named_until_the_settings_say_which() -> None:
    """A wrong date is worse than none; where one number is above 12, or points stand between them, nobody doubts."""
    rows = [
        f"{n}.txt,{cell}"
        for n, cell in enumerate(("3/4/2016", "13/4/2016", "4/4/2016", "3.4.2016", "3-4-2016 10:00"))
    ]
    data = ("path,published\n" + "\n".join(rows) + "\n").encode()
    _, found = read_metadata(data, IngestSettings())
    assert [(f.code, f.where) for f in found] == [
        ("ING-036", "metadata.csv:2"),
        ("ING-036", "metadata.csv:6"),
    ]
    assert "read as 2016-04-03" in found[0].message
    assert read_metadata(data, IngestSettings(dates="day-first"))[1] == ()


def test_a_date_of_two_days_in_a_record_or_front_matter_is_named_too() -> None:
    """With the line of the record; nothing is said where archive.toml says which number is the day."""
    text = "---\ntitle: A vote\ndate: 3/4/2016\n---\n\nThe town voted.\n"
    _, found = read("a.md", text)
    assert [(f.code, f.where) for f in found] == [("ING-036", "captures/a.md:3")]


def test_a_key_is_written_one_way() -> None:
    """Composed letters, forward strokes, captures/ in front."""
    assert metadata_key(" ./captures\\e\u0301.txt ") == "captures/é.txt"
    assert metadata_key("a.txt") == "captures/a.txt"


def test_several_authors_stand_in_quotes_between_semicolons() -> None:
    """As a spreadsheet saves such a cell, and as the how-to shows it."""
    rows, findings = read_metadata(b'path;authors;place\ncaptures/a.txt;"Ann Lee; Bo Ek";Kelso\n', SETTINGS)
    assert findings == ()
    assert [g.value.value for g in rows[0].given] == ["Ann Lee; Bo Ek", "Kelso"]


@pytest.mark.parametrize(
    ("written", "read_as", "codes"),
    [
        ("Metadata only", "metadata-only", []),
        ("exerpt", "metadata-only", ["ING-016"]),
        ("© The Lantern, shown by permission", "© The Lantern, shown by permission", []),
    ],
)
def test_rights_are_a_mode_or_a_note_and_a_slip_shows_no_text(
    written: str, read_as: str, codes: list[str]
) -> None:
    """What is nearly a mode publishes metadata only until it is mended."""
    rows, findings = read_metadata(f'path,rights\ncaptures/a.txt,"{written}"\n'.encode(), SETTINGS)
    assert [g.value.value for g in rows[0].given] == [read_as]
    assert [f.code for f in findings] == codes


def test_a_missing_capture_gets_no_name_that_is_only_as_long() -> None:
    """The folder and the ending that all have in common make no two names alike."""
    rows, _ = read_metadata(b"path,place\ncaptures/gone.txt,Kelso\n", SETTINGS)
    found = unmatched_metadata(rows, ["captures/empty.txt"])
    assert "Did you mean" not in found[0].hint


def test_a_path_in_other_letters_is_the_nearest_name() -> None:
    """As files are renamed by systems that do not tell capitals."""
    rows, _ = read_metadata(b"path,source\nUTF16.TXT,L\n", SETTINGS)
    (found,) = unmatched_metadata(rows, ["captures/utf16.txt"])
    assert found.hint == 'Did you mean "captures/utf16.txt"?'


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("42726", "Format the column as dates"),
        ("22.12.16", "four digits"),
        ("some day", "Write it as 2016-12-22"),
    ],
)
def test_what_a_spreadsheet_made_of_a_date_is_named(cell: str, hint: str) -> None:
    """The count of days, and a year cut to two digits, each with its own remedy."""
    _, (found,) = read_metadata(f"path,published\na.txt,{cell}\n".encode(), SETTINGS)
    assert (found.code, hint in found.hint) == ("ING-016", True)


def test_a_column_that_may_be_of_rights_is_read_as_one() -> None:
    """A slip of the pen shows less than was meant, never more; the finding says so."""
    rows, (found,) = read_metadata(b"path,Right\na.txt,metadata-only\n", SETTINGS)
    assert [(g.field, g.value.value) for g in rows[0].given] == [("rights", "metadata-only")]
    assert (found.code, "read as rights" in found.message) == ("ING-030", True)
