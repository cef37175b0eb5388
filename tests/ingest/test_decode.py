"""Bytes to text: which encoding, how it is known, what was odd."""

from __future__ import annotations

import codecs

import pytest

from site_gen.ingest.decode import decode

from .reading import read

FRENCH = "Le président a été élu hier à midi, dit-on à l’Élysée."
RUSSIAN = "Правительство объявило в четверг о новых мерах против наводнения."
ARABIC = "أعلنت الحكومة اليوم الخميس إجراءات جديدة.\nوخرج سكان المدينة إلى الشوارع."

MARKED = [
    (codecs.BOM_UTF8 + FRENCH.encode(), "utf-8"),
    (codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"), "utf-16-le"),
    (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be"),
    (codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), "utf-32-le"),
]


@pytest.mark.parametrize(("data", "encoding"), MARKED)
def test_a_byte_order_mark_settles_it(data: bytes, encoding: str) -> None:
    """The mark is believed and taken out."""
    found = decode(data, "a")
    assert (found.encoding, found.basis, found.findings) == (encoding, "bom", ())
    assert found.text in (FRENCH, ARABIC)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("text", [FRENCH, ARABIC])
def test_utf_16_without_a_mark_is_seen_in_the_bytes(text: str, encoding: str) -> None:
    """Latin and Arabic, both byte orders; guessed, and said so."""
    found = decode(text.encode(encoding), "a")
    assert (found.text, found.encoding, found.basis) == (text, encoding, "guessed")
    assert [f.code for f in found.findings] == ["ING-008"]


def test_latin_1_without_a_declaration_is_read_as_windows_1252() -> None:
    """The French text comes out whole, guessed, with a note."""
    found = decode(FRENCH.encode("cp1252"), "a")
    assert (found.text, found.encoding, found.basis) == (FRENCH, "cp1252", "guessed")
    assert [f.code for f in found.findings] == ["ING-008"]


DECLARED = [
    b'<meta charset="windows-1251"><p>',
    b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>",
    b'<?xml version="1.0" encoding="windows-1251"?><html>',
]


@pytest.mark.parametrize("head", DECLARED)
def test_a_declaration_in_the_page_is_believed(head: bytes) -> None:
    """Both forms of meta, and the XML declaration."""
    found = decode(head + RUSSIAN.encode("cp1251"), "a", is_markup=True)
    assert found.text.endswith(RUSSIAN)
    assert (found.basis, found.findings) == ("declared", ())


def test_the_transport_comes_before_the_page() -> None:
    """An HTTP header wins over a meta element, as the HTML standard says."""
    data = b'<meta charset="koi8-r">' + RUSSIAN.encode("cp1251")
    assert decode(data, "a", charset="windows-1251", is_markup=True).text.endswith(RUSSIAN)


def test_iso_8859_1_means_windows_1252_as_on_the_web() -> None:
    """Curly quotation marks survive in a page that declares Latin-1."""
    data = b'<meta charset="iso-8859-1">' + FRENCH.encode("cp1252")
    assert decode(data, "a", is_markup=True).text.endswith(FRENCH)


WRONG = [
    (b'<meta charset="iso-8859-1">' + FRENCH.encode(), FRENCH, "utf-8"),
    (b'<meta charset="utf-8">' + FRENCH.encode("cp1252"), FRENCH, "cp1252"),
    (b'<meta charset="iso-8859-1">' + RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
]


@pytest.mark.parametrize(("data", "text", "encoding"), WRONG)
def test_a_wrong_declaration_is_found_out_and_reported(data: bytes, text: str, encoding: str) -> None:
    """UTF-8 declared as Latin-1, Latin-1 declared as UTF-8, Cyrillic declared as Latin-1."""
    found = decode(data, "a", is_markup=True)
    assert found.text.endswith(text)
    assert found.encoding == encoding
    assert [f.code for f in found.findings] == ["ING-007"]


@pytest.mark.parametrize("label", ["rot13", "hex", "unicode_escape", "idna", "utf-7", "nonsense"])
def test_a_codec_that_is_no_encoding_cannot_be_declared(label: str) -> None:
    """Only the labels of the web are known; anything else counts as no declaration."""
    found = decode(f'<meta charset="{label}">{FRENCH}'.encode(), "a", is_markup=True)
    assert (found.encoding, found.basis) == ("utf-8", "utf-8")


def test_stray_bytes_in_utf_8_are_read_one_by_one() -> None:
    """A page pasted together from two encodings keeps all its letters."""
    found = decode(FRENCH.encode() * 3 + "café”".encode("cp1252"), "a")
    assert found.text.endswith("café”")
    assert [f.code for f in found.findings] == ["ING-009"]


def test_line_ends_become_one_and_spans_count_that_text() -> None:
    """DOS and old Macintosh line ends."""
    assert decode(b"one\r\ntwo\rthree\n", "a").text == "one\ntwo\nthree\n"


def test_a_nul_is_taken_out_and_reported() -> None:
    """The rest of the text stays as it was."""
    found = read("a.txt", b"The pier\0 is closed today.")
    assert found.only.text == "The pier is closed today."
    assert found.codes == ["ING-006"]


def test_invisible_characters_stay_and_are_noted() -> None:
    """Cleaning makes them harmless; joiners inside Persian words are spelling and need no note."""
    found = read("a.txt", "The \u202epier\u202c is\u200b closed")
    assert "\u202e" in found.only.text
    assert found.codes == ["ING-010"]
    assert "U+200B" in found.findings[0].message
    assert read("b.txt", "می\u200cخواهم").codes == []


@pytest.mark.parametrize(
    "written",
    [
        "\x1b[1;31mPier closed\x1b[0m\x1b[K",
        "\x1b]8;;https://harbour.example/\x07Pier closed\x1b]8;;\x07",
        "\x1b]0;mail\x1b\\\x1b(BPier closed",
    ],
)
def test_what_colours_a_terminal_goes_whole(written: str) -> None:
    """A scrape saved from a terminal: colours, links and sets of characters leave no letters behind."""
    found = decode(written.encode(), "x")
    assert found.text == "Pier closed"
    assert [f.code for f in found.findings] == ["ING-006"]


@pytest.mark.parametrize("written", ["\x1bPier", "\x1b[ Pier", "\x1b]Pier", "[31m Pier"])
def test_an_escape_that_tells_a_terminal_nothing_takes_no_text_with_it(written: str) -> None:
    """The sign alone is taken out."""
    assert decode(written.encode(), "x").text == written.replace("\x1b", "")
