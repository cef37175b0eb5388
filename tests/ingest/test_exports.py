"""Exports of news databases and documents of text programs: each article in them is a capture."""

from __future__ import annotations

import io
import zipfile

import pytest

from site_gen.settings import IngestSettings

from .reading import read

LEXIS = "Search: ferry\n\n" + "".join(
    f"                {n} of 3 DOCUMENTS\n\nThe Harbour Mail\n\nMarch {n}, 2019\n\nFerry aground {n}\n\nBYLINE: Ines Tolland\n\nThe ferry ran aground.\n\n"
    for n in (1, 2, 3)
)
FACTIVA = "".join(
    f"Ferry aground {n}\n\n120 words\n\nThe ferry ran aground.\n\nDocument HRBMAL002019030{n}ef3300{n}0x\n\n"
    for n in (1, 2)
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (LEXIS, ["document-1", "document-2", "document-3"]),
        (LEXIS.replace("\n", "\r\n"), ["document-1", "document-2", "document-3"]),
        (FACTIVA, ["HRBMAL0020190301ef330010x", "HRBMAL0020190302ef330020x"]),
        ("One.\n\nEnd of Document\n\nTwo.\n\nEnd of Document\n", ["document-1", "document-2"]),
        ("Only one article.\n", ["document-1"]),
    ],
)
def test_each_document_of_an_export_is_a_capture(text: str, names: list[str]) -> None:
    """Without the marks between them; lines outside of documents are counted."""
    found = read("a.export.txt", text)
    assert [one.record for one in found.captures] == names
    assert not any("DOCUMENTS" in one.text or "Document" in one.text for one in found.captures)
    assert found.codes == (["ING-018"] if text.startswith("Search") else [])


def test_an_export_under_another_name_is_named() -> None:
    """It is read as one article, as its name says; one document alone, and a text about documents, are nothing to remark."""
    found = read("lexis.txt", LEXIS)
    assert (len(found.captures), found.codes) == (1, ["ING-027"])
    assert "lexis.export.txt" in found.findings[0].hint
    assert read("a.txt", FACTIVA[: len(FACTIVA) // 2]).codes == []
    assert read("a.txt", "Clerks found 2 of 3 documents.\n\nDocument thefts rise.\n").codes == []


def test_a_document_without_end_keeps_those_before_it() -> None:
    """An export is streamed; no document is longer than a capture may be."""
    found = read("a.export.txt", FACTIVA + "x " * 400, settings=IngestSettings(max_capture_bytes=500))
    assert (len(found.captures), found.codes) == (2, ["ING-017"])


def office(name: str, xml: str) -> bytes:
    """A document with this part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, xml)
    return out.getvalue()


WORD = '<w:document xmlns:w="urn:w"><w:body>{}</w:body></w:document>'
RUN = "<w:p><w:pPr><w:x/></w:pPr><w:r><w:t>{0}</w:t><w:br/><w:t>on the quay</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"


def test_the_paragraphs_of_a_document_are_its_text() -> None:
    """Word's and OpenDocument's; not what was deleted. The file is the original."""
    data = office(
        "word/document.xml", WORD.format(RUN.format("Ferry aground") + "<w:p/>" + RUN.format("It was towed"))
    )
    capture = read("a.docx", data).only
    assert capture.text == "Ferry aground\non the quay\n\nIt was towed\non the quay"
    assert (capture.record, capture.size_bytes) == (None, len(data))
    odt = '<o xmlns:text="urn:t"><text:h>Ferry</text:h><text:p>It<text:s/>was <text:span>towed</text:span>.</text:p></o>'
    assert read("a.odt", office("content.xml", odt)).only.text == "Ferry\n\nIt was towed."


def test_an_export_in_a_document_is_taken_apart() -> None:
    """As Nexis Uni hands it out."""
    lines = (
        "Ferry aground",
        "It was towed.",
        "End of Document",
        "Market shut",
        "It rained.",
        "End of Document",
    )
    data = office(
        "word/document.xml",
        WORD.format("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)),
    )
    assert [one.text for one in read("a.docx", data).captures] == [
        "Ferry aground\n\nIt was towed.\n",
        "Market shut\n\nIt rained.\n",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
        office("x.xml", "<a/>"),
        office("content.xml", "<a>"),
        office("content.xml", "<a>" * 90_000),
    ],
)
def test_a_document_that_cannot_be_read_is_a_finding(data: bytes) -> None:
    """Damaged, locked, of another program, or nested without end."""
    found = read("a.docx", data)
    assert found.captures == ()
    assert [code in ("ING-002", "ING-017") for code in found.codes] == [True]
