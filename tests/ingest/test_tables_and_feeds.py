"""Tables of articles, feeds, mails and ZIP files: each article in them is a capture, with what stands beside it."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest

from site_gen import ingest
from site_gen.model import Capture, Record
from site_gen.settings import IngestSettings

from .reading import read

BOAT = "The ferry Petrel ran aground off Sorrel Point on Monday, and nobody was hurt."


def given(capture: Capture) -> dict[str, str]:
    """What stands beside a capture's text, by field."""
    return {one.field: one.value.value for one in capture.given}


# Tables


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_row_of_a_table_is_a_capture_with_its_cells(mark: str) -> None:
    """Between whatever marks a spreadsheet writes; a cell may hold several lines, and findings name the row's line."""
    text = f'ID{mark}Headline{mark}Date{mark}Content\n7{mark}Ferry aground{mark}2019-03-04{mark}"{BOAT}\n\nShe was towed."\n\n8{mark}Ferry freed{mark}soon{mark}{BOAT}\n'
    found = read("press.csv", "\ufeff" + text)
    assert [one.record for one in found.captures] == ["7", "8"]
    assert found.captures[0].text == f"{BOAT}\n\nShe was towed."
    assert given(found.captures[0]) == {"title": "Ferry aground", "published": "2019-03-04"}
    assert [(f.code, f.where) for f in found.findings] == [("ING-016", "captures/press.csv:6")]


def test_a_row_is_named_by_its_id_else_by_its_address() -> None:
    """So that a row that is put before it does not rename it."""
    rows = "id,url,text\n12,https://mail.example/a,one\n,https://mail.example/b,two\n,,three\n"
    assert [one.record for one in read("a.tsv", rows.replace(",", "\t")).captures] == [
        "12",
        "https://mail.example/b",
        "line-4",
    ]


def test_a_table_in_another_encoding_is_read_as_it_is() -> None:
    """As spreadsheets of the West save it."""
    assert (
        read("a.csv", "title,text\nCafé fermé,Le café du port a fermé.\n".encode("cp1252")).only.text
        == "Le café du port a fermé."
    )


def test_a_table_without_texts_is_one_finding() -> None:
    """A list of captures that lies in the wrong folder, or one whose first line names no columns."""
    found = read("list.csv", "id,title,url\n1,Ferry aground,https://mail.example/a\n")
    assert (found.captures, found.codes) == ((), ["ING-024"])


def test_a_row_that_never_ends_keeps_the_rows_before_it() -> None:
    """A quotation mark that is not closed takes the rest of the file into one cell."""
    found = read(
        "a.csv",
        'title,text\nA,one\nB,"two\n' + "C,three\n" * 100,
        settings=IngestSettings(max_capture_bytes=300),
    )
    assert [one.text for one in found.captures] == ["one"]
    assert found.codes == ["ING-017"]


# Feeds

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>The Harbour Mail</title><image><title>Logo</title></image>
<item><title>Ferry aground</title><link>https://mail.example/1</link><guid isPermaLink="false">mail-1</guid>
<pubDate>Mon, 04 Mar 2019 09:00:00 +0100</pubDate><dc:creator>Ines Tolland</dc:creator><category>Ferries</category><category>Accidents</category>
<description>In brief</description><content:encoded><![CDATA[<p>{BOAT}</p><p>She was towed.</p>]]></content:encoded></item>
<item><title>Ferry freed</title><link>https://mail.example/2</link><description>{BOAT}</description></item>
<item><title>Unfinished</title><content:encoded>secret</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>"""


def test_an_entry_of_a_feed_is_a_capture_with_what_the_feed_says_of_it() -> None:
    """Its whole text where it has one; a draft in what WordPress exported is not read; a summary alone is named."""
    found = read("news.xml", RSS)
    first, second = found.captures
    assert (first.record, first.media_type, first.url) == ("mail-1", "text/html", "https://mail.example/1")
    assert given(first) == {
        "title": "Ferry aground", "url": "https://mail.example/1", "published": "2019-03-04T09:00:00+01:00", "authors": "Ines Tolland",
        "source": "The Harbour Mail", "topics": "Ferries; Accidents",
    }  # fmt: skip
    assert (second.record, second.text, second.media_type) == ("https://mail.example/2", BOAT, "text/plain")
    assert found.codes == ["ING-025", "ING-018"]
    assert "secret" not in "".join(one.text for one in found.captures)


def test_an_entry_of_atom_is_read_with_its_markup() -> None:
    """Text that is escaped, and XHTML that is not."""
    entry = "<entry><title>{0}</title><link rel='self' href='https://x.example/f'/><link href='https://post.example/{0}'/><id>urn:{0}</id><updated>2019-06-02T10:00:00Z</updated><published>2019-06-01T09:00:00Z</published><author><name>Mara Quill</name></author>{1}</entry>"
    escaped = "<content type='html'>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;</content>"
    whole = "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Three.</p></div></content>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Rivermark Post - Sport</title>{entry.format('a', escaped)}{entry.format('b', whole)}</feed>"
    found = read("f.atom", feed)
    assert [one.text for one in found.captures] == ["<p>One &amp; two.</p>", "<div><p>Three.</p></div>"]
    assert given(found.captures[0]) == {
        "title": "a",
        "url": "https://post.example/a",
        "published": "2019-06-01T09:00:00Z",
        "authors": "Mara Quill",
    }
    assert found.codes == []


def test_a_feed_that_breaks_off_keeps_its_entries() -> None:
    """With the line at which it does."""
    found = read("news.rss", RSS[: RSS.index("Unfinished")] + "&nosuch;")
    assert len(found.captures) == 2
    assert found.codes[0] == "ING-017"


def test_a_feed_made_to_grow_without_end_is_not_followed() -> None:
    """Entities of entities; the reader of XML gives up on them."""
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{laughs}]><rss><channel><item><title>x</title><description>&a9;</description></item></channel></rss>'
    found = read("bomb.rss", bomb)
    assert sum(len(one.text) for one in found.captures) < 100_000


def test_a_file_that_opens_with_many_comments_costs_no_more_than_its_length() -> None:
    """Whether a feed follows them or not; what took twice as long with each comment would not end here."""
    start = time.process_time()
    assert len(read("a.rss", "<!---->" * 40 + RSS[RSS.index("<rss") :]).captures) == len(
        read("a.rss", RSS).captures
    )
    assert "aground" in read("a.xml", "<!---->" * 40 + f"<html><body><p>{BOAT}</p></body></html>").only.text
    assert time.process_time() - start < 10


def test_other_xml_is_one_capture_as_before() -> None:
    """A page in XHTML, saved under .xml."""
    page = (
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{BOAT}</p></body></html>'
    )
    assert read("page.xml", page).only.media_type == "text/html"


# Mails

MAIL = (
    b'From: "The Harbour Mail" <letter@mail.example>\r\nTo: you@example.org\r\nSubject: =?utf-8?q?Ferry_caf=C3=A9_shut?=\r\n'
    b"Date: Fri, 15 Mar 2019 06:00:00 +0100\r\n%sMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n"
    b"--B\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=C3=A9 is shut.\r\n"
    b"--B\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>The caf\xe9 is shut.</p>\r\n--B--\r\n"
)  # fmt: skip


def test_a_mail_is_read_with_what_its_header_states() -> None:
    """Its page in the encoding of its part; the sender of what goes to subscribers is the outlet, any other the writer."""
    letter, single = (
        read("a.eml", MAIL % b"List-Unsubscribe: <https://mail.example/u>\r\n").only,
        read("a.eml", MAIL % b"").only,
    )
    assert (letter.text, letter.media_type) == ("<p>The café is shut.</p>", "text/html")
    assert given(letter) == {
        "title": "Ferry café shut",
        "published": "2019-03-15T06:00:00+01:00",
        "source": "The Harbour Mail",
    }
    assert given(single)["authors"] == "The Harbour Mail"
    assert letter.size_bytes == len(MAIL % b"List-Unsubscribe: <https://mail.example/u>\r\n")


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: x\r\n\r\n",
        b"Subject: =?utf-8?b?////?=\r\nDate: never\r\nFrom: <<>>\r\nContent-Type: text/plain; charset=nosuch\r\n\r\nIt is shut.",
        b"\xff" * 50,
    ],
)
def test_a_broken_mail_is_read_as_far_as_it_goes(data: bytes) -> None:
    """And is a finding where it holds no text."""
    found = read("a.eml", data)
    assert len(found.captures) + len(found.codes) >= 1


def test_the_mails_of_a_mailbox_are_captures() -> None:
    """Each by itself, named by its id; one without a text, or too large, leaves the others."""
    one = "From a@mail.example Fri Mar 15 06:00:00 2019\nMessage-ID: <{0}@mail.example>\nSubject: Ferry {0}\nDate: Fri, 15 Mar 2019 06:00:00 +0100\n\n{1}\n\n"
    text = (
        one.format(1, BOAT + "\n>From the quay it was seen.")
        + one.format(2, "")
        + one.format(3, "x" * 900)
        + one.format(4, "It was towed.\nFrom there it went on.")
    )
    found = read("a.mbox", text, settings=IngestSettings(max_capture_bytes=800))
    assert [(c.record, c.text.strip()) for c in found.captures] == [
        ("1@mail.example", BOAT + "\nFrom the quay it was seen."), ("4@mail.example", "It was towed.\nFrom there it went on."),
    ]  # fmt: skip
    assert [f.code for f in found.findings] == ["ING-002", "ING-003"]
    assert given(found.captures[0])["title"] == "Ferry 1"


# ZIP files


def zipped(files: dict[str, str | bytes]) -> bytes:
    """The bytes of a ZIP file of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def test_files_in_a_zip_file_are_read_as_if_they_lay_in_a_folder() -> None:
    """Pages, texts and records; not what is hidden, belongs to a saved page, or is packed again."""
    found = read(
        "all.zip",
        zipped({
            "b/boat.html": f"<html><body><p>{BOAT}</p></body></html>", "b/boat_files/ad.html": "<html><body>Buy</body></html>", "a.txt": BOAT,
            "rows.jsonl": json.dumps({"id": "7", "text": BOAT}), ".hidden.txt": "no", "__MACOSX/._a.txt": "no", "c.zip": zipped({"x.txt": "no"}),
            "empty.txt": "",
        }),
    )  # fmt: skip
    assert [one.record for one in found.captures] == ["a.txt", "b/boat.html", "rows.jsonl#7"]
    assert {one.path for one in found.captures} == {"captures/all.zip"}
    assert [(f.code, f.where) for f in found.findings] == [
        ("ING-002", "captures/all.zip#c.zip"),
        ("ING-001", "captures/all.zip#empty.txt"),
    ]


def test_a_damaged_file_in_a_zip_file_leaves_the_others() -> None:
    """One whose bytes are not those that were packed."""
    data = zipped({"a.txt": "x" * 2000, "b.txt": BOAT}).replace(b"x" * 1000, b"y" * 1000, 1)
    found = read("all.zip", data)
    assert [one.text for one in found.captures] == [BOAT]
    assert found.codes == ["ING-017"]
    assert read("all.zip", data[:50]).codes == ["ING-017"]


def test_pages_in_files_of_records_can_be_replayed() -> None:
    """As WACZ writes them: the page of a record, of whatever file."""
    page = f"<html><body><p>{BOAT}</p></body></html>"
    for name, data in (
        ("a.zip", zipped({"x.html": page})),
        ("a.jsonl", json.dumps({"content_html": page}).encode()),
    ):
        (record,) = ingest.records(f"captures/{name}", io.BytesIO(data), len(data), IngestSettings())
        assert isinstance(record, Record)
        assert ingest.page_of(record, IngestSettings()) == page.encode()
