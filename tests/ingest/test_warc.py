"""Captures in web archives, and pages saved as one file."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from random import Random

import pytest

from site_gen.ingest import kept_records
from site_gen.settings import IngestSettings

from .reading import read


def warc(*responses: tuple[str, str, bytes], packed: bool = True) -> bytes:
    """A WARC file of responses (status line, HTTP headers, payload), and a request before each."""
    out = b""
    for number, (status, headers, payload) in enumerate(responses, 1):
        http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + payload
        for kind, body in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", http)):
            head = (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{kind}-{number}>\r\n"
                f"WARC-Date: 2016-12-22T10:00:00Z\r\nWARC-Target-URI: https://gazette.example/{number}\r\n"
                f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            record = head.encode() + body + b"\r\n\r\n"
            out += gzip.compress(record) if packed else record
    return out


PAGES = (
    ("200 OK", "Content-Type: text/html; charset=iso-8859-1", b"<p>caf\xe9</p>"),
    ("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(b"<p>packed</p>")),
    ("200 OK", "Content-Type: image/png", b"\x89PNG"),
    ("404 Not Found", "Content-Type: text/html", b"<p>gone</p>"),
)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_read_with_their_address_and_day(packed: bool) -> None:
    """Responses with 200 and HTML; pictures, errors and requests are counted in one note."""
    found = read("x.warc.gz" if packed else "x.warc", warc(*PAGES, packed=packed))
    first, second = found.captures
    assert (first.text, first.encoding, first.encoding_basis) == ("<p>café</p>", "cp1252", "declared")
    assert (first.record, first.url) == ("urn:uuid:response-1", "https://gazette.example/1")
    assert first.captured == "2016-12-22T10:00:00Z"
    assert second.text == "<p>packed</p>"
    assert found.codes == ["ING-018"]
    assert found.findings[0].message == "Pages: 2; other records (pictures, requests, errors) left out: 6."


def test_damage_is_named_and_what_stands_before_it_is_kept() -> None:
    """A file cut anywhere gives its whole pages or a finding, never an exception."""
    data = warc(*PAGES[:2], packed=False)
    for end in range(data.index(b"Type: response"), len(data) - 4, 97):
        found = read("x.warc", data[:end])
        assert found.captures or "ING-017" in found.codes or "ING-001" in found.codes
    whole = warc(PAGES[0], packed=False)
    assert "ING-017" in read("x.warc", whole[: len(whole) - 8]).codes


def test_what_is_no_web_archive_is_a_finding() -> None:
    """Junk under the names of web archives."""
    assert read("x.warc", b"junk " * 50).codes == ["ING-017"]
    assert read("x.wacz", b"junk " * 50).codes == ["ING-017"]


def test_the_archives_inside_a_wacz_are_read_in_place() -> None:
    """Nothing is unpacked, so a member's name cannot lead out of the folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("archive/data.warc.gz", warc(PAGES[0]))
        package.writestr("../../evil.html", b"<p>evil")
    found = read("x.wacz", out.getvalue())
    assert [c.key for c in found.captures] == ["captures/x.wacz#urn:uuid:response-1"]


def test_a_page_saved_by_a_browser_as_one_file_is_read() -> None:
    """MHTML: the HTML part, its address, the day it was saved."""
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/x\r\n"
        "Date: Thu, 22 Dec 2016 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>caf=C3=A9</p>\r\n--b--"
    )
    made = read("x.mhtml", data).only
    assert (made.text.strip(), made.url) == ("<p>café</p>", "https://gazette.example/x")
    assert made.captured == "2016-12-22T10:00:00+00:00"
    assert (made.sha256, made.size_bytes) == (hashlib.sha256(data.encode()).hexdigest(), len(data))
    assert read("y.mht", "nothing here").codes == ["ING-002"]


@pytest.mark.parametrize("packed", [True, False])
def test_what_stands_behind_a_page_that_is_too_large_is_read(packed: bool) -> None:
    """Also where that page, or a record that is no page, was sent compressed."""
    as_sent = "Content-Type: text/html\r\nContent-Encoding: gzip"
    chance = Random(1)
    page = b"".join(chance.randbytes(2000) + b"a" * 28_000 for _ in range(500))
    large = ("200 OK", as_sent, gzip.compress(page, 1))
    data = warc(large, ("404 Not Found", as_sent, gzip.compress(b"gone" * 9000)), PAGES[1], packed=packed)
    found = read("x.warc.gz" if packed else "x.warc", data)
    assert found.only.text == "<p>packed</p>"
    assert found.codes == ["ING-003", "ING-018"]


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_wacz_damaged_anywhere_is_a_finding(packing: int) -> None:
    """Whatever the reader of ZIP files stumbles over: the build goes on. The same file packed again is read, or ends."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", packing) as package:
        package.writestr("archive/data.warc", warc(*PAGES, packed=False))
    data = whole.getvalue()
    for at in range(0, len(data), 7):
        for damaged in (data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :], data[:at] + data[at + 5 :]):
            found = read("x.wacz", damaged)
            assert found.captures or "ING-017" in found.codes
            tuple(kept_records("x.wacz", io.BytesIO(damaged), IngestSettings()))


def test_an_endless_mhtml_file_is_a_finding() -> None:
    """Parts in parts in parts, and a header that would take minutes to take apart."""
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(1200)
    )
    assert read("x.mhtml", nested + b"Content-Type: text/html\r\n\r\n<p>in").codes == ["ING-017"]
    for kind in (b"text/html; ", b"multipart/mixed;\n "):
        header = b"content-type: " + kind + b'a="b"; ' * 100_000
        assert read("x.mhtml", header + b"\r\n\r\n<p>in</p>").codes == ["ING-017"]
