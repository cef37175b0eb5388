"""What a file is, by its suffix and by a look inside."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import plistlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen import ingest
from site_gen.ingest.findings import CODES
from site_gen.model import Record
from site_gen.settings import IngestSettings

from .reading import SETTINGS, read

KINDS = [
    ("a.txt", "The pier is closed.", "text/plain"),
    ("a.TXT", "The pier is closed.", "text/plain"),
    ("a.html", "<p>The pier is closed.", "text/html"),
    ("a.xhtml", "<?xml version='1.0'?><html><p>x</p></html>", "text/html"),
    ("a.markdown", "# The pier", "text/markdown"),
    ("a", "The pier is closed.", "text/plain"),
    ("a.clip", "<!DOCTYPE html><html><p>x", "text/html"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_a_file_is_read_as_its_suffix_or_its_content_says(name: str, data: str, kind: str) -> None:
    """Suffixes in any case; a file without a known one by a look inside."""
    assert read(name, data).only.media_type == kind


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "\n<!doctype html>\n<html><body>x", "text/html"),
        ("a.md", "<html><body>x", "text/html"),
        ("a.html", "No tag here, and 3 < 4.\nTruly.", "text/plain"),
    ],
)
def test_the_content_decides_where_it_contradicts_the_suffix(name: str, data: str, kind: str) -> None:
    """A page saved as text is a page; a text saved as page is a text; a note says so."""
    found = read(name, data)
    assert found.only.media_type == kind
    assert found.codes == ["ING-005"]


SET_ASIDE = [
    ("a.txt", b"", "ING-001"),
    ("a.txt", b" \r\n\t", "ING-001"),
    ("a.txt", b"\xef\xbb\xbf\n", "ING-001"),
    ("a.txt", b"\0" * 100, "ING-001"),
    ("a.txt", b"\x89PNG\r\n\x1a\n0000", "ING-002"),
    ("a.html", b"%PDF-1.7 and more", "ING-002"),
    ("a.txt", bytes(range(32)) * 40, "ING-002"),
    ("a.txt", b"x" * 2000, "ING-003"),
    ("page_files/site.css", b"p { color: red }", "ING-004"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "ING-004"),
    ("Fire at the quay.url", b"[InternetShortcut]\r\nURL=https://post.example/fire\r\n", "ING-004"),
]


@pytest.mark.parametrize(("name", "data", "code"), SET_ASIDE)
def test_what_is_no_capture_is_set_aside_with_a_finding(name: str, data: bytes, code: str) -> None:
    """Empty, binary, too large, a page's own files: one finding each, at the file."""
    found = read(name, data, settings=IngestSettings(max_capture_bytes=1500))
    assert found.captures == ()
    assert [(f.code, f.where) for f in found.findings] == [(code, f"captures/{name}")]
    assert found.findings[0].hint


def test_a_file_that_is_too_large_is_never_read() -> None:
    """Fifty megabytes are refused by their size alone."""

    class Untouched(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise AssertionError("read")

    found = list(ingest.records("captures/a.txt", Untouched(), 50_000_000, SETTINGS))
    assert [getattr(f, "code", None) for f in found] == ["ING-003"]


def test_a_size_that_is_not_true_does_not_open_the_gate() -> None:
    """The limit holds for the bytes that come, not only for the size that was named."""
    found = list(
        ingest.records("captures/a.txt", io.BytesIO(b"x" * 300), 10, IngestSettings(max_capture_bytes=200))
    )
    assert [getattr(f, "code", None) for f in found] == ["ING-003"]


@pytest.mark.parametrize(
    "data",
    [
        '{"id": "1", "text": "one"}\n{"id": "2", "text": "two"}\n',
        '[{"id": "1", "text": "one"},\n {"id": "2",\n "text": "two"}]',
        '\ufeff[\n{"id": "1", "text": "one"}, {"id": "2", "text": "two"}\n]',
    ],
)
def test_a_json_file_holds_records_in_an_array_or_line_by_line(data: str) -> None:
    """As exports write them."""
    found = read("a.json", data)
    assert [(c.record, c.text) for c in found.captures] == [("1", "one"), ("2", "two")]
    assert found.codes == []
    assert ingest.is_container("captures/a.json")


def test_records_of_a_json_array_name_their_line_and_a_broken_one_ends_it() -> None:
    """What stands before the break is kept."""
    found = read("a.json", '[{"text": "one"},\n"no object",\n{"text": "three", "title": "T"},\n{"text": ]')
    assert [c.record for c in found.captures] == ["line-1", "line-3"]
    assert [(f.code, f.where) for f in found.findings] == [
        ("ING-012", "captures/a.json:2"),
        ("ING-012", "captures/a.json:4"),
    ]
    title = found.captures[1].field("title")
    assert title is not None
    assert title.evidence.file == "captures/a.json:3"


def test_json_of_a_program_is_no_capture_and_records_under_a_strange_name_are_named() -> None:
    """A manifest is noted; lines of objects in a .dump file ask for their right name."""
    assert read("manifest.json", '{"name": "x", "version": 2}').codes == ["ING-004"]
    assert read("a.dump", '{"id": "1", "text": "one"}\n').codes == ["ING-022"]


def test_json_lines_longer_than_the_limit_in_all_are_still_streamed() -> None:
    """The limit holds for each record, not for the file."""
    data = "".join(json.dumps({"id": str(n), "text": "x" * 50}) + "\n" for n in range(40))
    found = read("a.json", data, settings=IngestSettings(max_capture_bytes=500))
    assert len(found.captures) == 40


@pytest.mark.parametrize("piece", ["<!---->", "<!-- ", "<?xml ", " "])
def test_a_look_inside_takes_no_time_on_hostile_openings(piece: str) -> None:
    """Comments without number before no page at all."""
    began = time.process_time()
    read("a.txt", piece * 20_000 + "x")
    assert time.process_time() - began < 1


def test_packed_jsonl_is_read_and_a_damaged_one_is_a_finding() -> None:
    """What stands before the damage is kept."""
    packed = gzip.compress(b"".join(b'{"id": "%d", "text": "a line of text"}\n' % n for n in range(50)))
    assert len(read("a.jsonl.gz", packed).captures) == 50
    assert read("a.jsonl.gz", packed[:-20]).codes[-1] == "ING-017"
    assert read("a.jsonl.gz", b"no gzip at all").codes == ["ING-017"]


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(["txt", "html", "md", "jsonl", "warc", "wacz", "mhtml", "webarchive", "bin"]),
)
def test_no_bytes_make_ingest_fail(data: bytes, suffix: str) -> None:
    """Whatever lies in the folder, captures hold clean text and every finding has a code of the table."""
    found = read(f"a.{suffix}", data)
    assert found.captures or found.findings
    for made in found.captures:
        assert "\r" not in made.text
        assert "\0" not in made.text
        made.text.encode()
    assert all(f.code in CODES and f.message and f.hint for f in found.findings)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04 a", "a ZIP or office file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"{\\rtf1 x}", "an RTF document"),
        (bytes(range(32)) * 9, "data of some program"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(data: bytes, what: str) -> None:
    """In words, with what to do with such a file; never in bytes."""
    found = read("x.txt", data).findings[0]
    assert (found.code, found.message) == ("ING-002", f"Not text but {what}; set aside.")
    assert found.hint


def test_a_broken_record_is_described_without_stammering() -> None:
    """The decoder's own words end in "at" at times."""
    found = read("x.jsonl", '{"id": "1", "text": "never closed}\n').findings[0]
    assert "at character" in found.message
    assert "at at" not in found.message


def test_a_web_archive_of_safari_gives_its_page() -> None:
    """Its encoding and address are read; the digest is the whole file's, as of an MHTML file."""
    page = {
        "WebResourceData": "<html><body><p>Cafés at the pier</p></body></html>".encode("utf-16-le"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-16LE",
        "WebResourceURL": "https://herald.example/pier",
    }
    for fmt in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        data = plistlib.dumps({"WebMainResource": page}, fmt=fmt)
        made = read("Pier.webarchive", data).only
        assert (made.media_type, made.url) == ("text/html", "https://herald.example/pier")
        assert "Cafés at the pier" in made.text
        assert (made.sha256, made.size_bytes) == (hashlib.sha256(data).hexdigest(), len(data))


@pytest.mark.parametrize(
    "data",
    [b"bplist00", b"bplist00" + b"\xff" * 60, b"no list", plistlib.dumps([1]), plistlib.dumps({"WebMainResource": {}})],
)  # fmt: skip
def test_a_web_archive_without_a_page_is_set_aside(data: bytes) -> None:
    """Damaged, or some other list."""
    assert read("x.webarchive", data).codes == ["ING-002"]


def test_a_file_is_read_whole_without_asking_for_the_memory_of_the_largest_that_is_allowed() -> None:
    """Who allows captures of gigabytes does not need gigabytes for each."""
    asked: list[int] = []

    class Counted(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(size or 0)
            return super().read(size)

    data = b"The pier fell.\n" * 200_000
    roomy = IngestSettings(max_capture_bytes=9_000_000_000)
    (found,) = ingest.records("captures/a.txt", Counted(data), len(data), roomy)
    assert isinstance(found, Record) and found.data == data
    assert 0 < max(asked) < len(data)
