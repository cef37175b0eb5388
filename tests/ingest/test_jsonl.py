"""Captures in JSON Lines."""

from __future__ import annotations

import base64
import io
import json

import pytest

from site_gen.ingest import records
from site_gen.model import Basis, Record
from site_gen.settings import IngestSettings

from .reading import read


def lines(*objects: object) -> str:
    """JSON Lines of objects; a text stands as it is."""
    return "\n".join(o if isinstance(o, str) else json.dumps(o, ensure_ascii=False) for o in objects)


def test_each_line_is_a_capture_with_what_the_supplier_states() -> None:
    """Fields keep their place in the file; the date becomes EDTF; the list of authors one value."""
    record = {
        "id": "n1", "text": "The pier is closed.", "title": "Pier closed", "date": "2016-12-22 10:30:00+01:00", "source": "Gazette",
        "authors": ["Ann Lee", {"name": "Bo Ek"}], "language": "en_GB", "url": "https://gazette.example/1",
    }  # fmt: skip
    made = read("x.jsonl", lines("", record)).only
    assert (made.key, made.url) == ("captures/x.jsonl#n1", "https://gazette.example/1")
    values = {g.field: g.value.value for g in made.given}
    assert values["published"] == "2016-12-22T10:30:00+01:00"
    assert values["authors"] == "Ann Lee; Bo Ek"
    assert values["language"] == "en-GB"
    title = made.field("title")
    assert title is not None
    assert (title.basis, title.evidence.rule, title.evidence.file) == (
        Basis.STATED,
        "jsonl",
        "captures/x.jsonl:2",
    )


def test_a_broken_line_is_a_finding_with_its_number_and_the_rest_goes_on() -> None:
    """Not JSON, not an object, nested without end: each named, none fatal."""
    found = read("x.jsonl", lines({"text": "one"}, "{broken", "[1, 2]", "[" * 100_000, {"text": "two"}))
    assert [c.record for c in found.captures] == ["line-1", "line-5"]
    assert [(f.code, f.where) for f in found.findings] == [
        ("ING-012", f"captures/x.jsonl:{n}") for n in (2, 3, 4)
    ]


def test_an_id_that_came_before_gets_a_number() -> None:
    """Both records are kept, and a finding names the second."""
    found = read(
        "x.jsonl", lines(*({"id": "a", "text": t} for t in ("one", "two", "three")), {"id": 7, "text": "x"})
    )
    assert [c.record for c in found.captures] == ["a", "a-2", "a-3", "7"]
    assert [f.where for f in found.findings if f.code == "ING-013"] == [
        "captures/x.jsonl:2",
        "captures/x.jsonl:3",
    ]


@pytest.mark.parametrize("bad", ["a\u0000b", "\ud800", "x" * 500, ["a"], True])
def test_an_id_that_cannot_be_used_gives_way_to_the_line(bad: object) -> None:
    """Control characters, halves of characters, other types: the record is kept as line-1."""
    found = read("x.jsonl", json.dumps({"id": bad, "text": "one"}))
    assert found.only.record == "line-1"
    assert found.codes == ["ING-019"]


def test_a_lone_surrogate_is_replaced_and_reported() -> None:
    """A text from JSON can always be written as UTF-8."""
    found = read("x.jsonl", '{"id": "a", "text": "half \\ud83d a smile", "title": "\\udc00"}')
    assert found.only.text == "half \ufffd a smile"
    found.only.text.encode()
    assert all(g.value.value.encode() for g in found.only.given)
    assert found.codes == ["ING-011"]


def test_html_comes_before_text_and_may_be_base64() -> None:
    """Bytes inside base64 are decoded as a page of their own."""
    page = '<meta charset="iso-8859-1"><p>caf\u00e9</p>'.encode("latin-1")
    found = read(
        "x.jsonl", lines({"html_b64": base64.b64encode(page).decode()}, {"html": "<p>x", "text": "y"})
    )
    assert [c.media_type for c in found.captures] == ["text/html", "text/html"]
    assert found.captures[0].text.endswith("<p>café</p>")
    assert found.captures[0].encoding == "cp1252"
    assert found.captures[1].text == "<p>x"


def test_a_record_without_a_text_is_a_finding() -> None:
    """Neither html nor text, or empty ones."""
    found = read("x.jsonl", lines({"id": "a", "title": "T"}, {"id": "b", "text": "  ", "html": None}))
    assert found.captures == ()
    assert found.codes == ["ING-015", "ING-015"]


def test_records_whose_title_may_stand_under_another_name_are_warned_of_once() -> None:
    """The warning names the fields, and the setting that says what they mean; a page has its title in itself, and one that is read needs none."""
    record = {"name": "Fire at the quay", "paper": "The Quay Post", "text": "A fire broke out."}
    (said,) = read("x.jsonl", lines(record, record)).findings
    assert (said.code, said.level.value, said.where) == ("ING-028", "warning", "captures/x.jsonl:1")
    assert "name, paper" in said.message and '[ingest.fields], such as "name" = "title"' in said.hint
    for other in (
        {**record, "title": "Fire"},
        {"name": "Fire", "html": "<h1>Fire</h1><p>A fire.</p>"},
        {"text": "A fire broke out.", "score": 0.4},
    ):
        assert read("x.jsonl", lines(other)).codes == ["ING-014"]


def test_unknown_fields_are_noted_once_a_file() -> None:
    """A thousand records with one foreign field make one note."""
    found = read("x.jsonl", lines(*({"text": "t", "crawler": n} for n in range(1000))))
    assert found.codes == ["ING-014"]
    assert "crawler" in found.findings[0].message


def test_values_that_cannot_be_read_are_left_out_with_a_finding() -> None:
    """A date, an address and a language that are none of these; the text stays."""
    record = {
        "text": "t",
        "date": "soon",
        "url": "javascript:alert(1)",
        "language": "Klingonese",
        "title": "",
    }
    found = read("x.jsonl", lines(record))
    assert found.only.given == ()
    assert found.only.url is None
    assert found.codes == ["ING-016"] * 3


@pytest.mark.parametrize(
    "url", ["javascript://a.example/%0aalert(1)", "ftp://a.example/x", "//a.example/x", "http://[", "a b"]
)
def test_only_an_address_of_the_web_is_an_address(url: str) -> None:
    """Other schemes, none, and what cannot be parsed are left out with a finding."""
    found = read("x.jsonl", lines({"text": "t", "url": url}))
    assert found.only.url is None
    assert found.codes == ["ING-016"]


@pytest.mark.parametrize("stamp", [1482404400, 1482404400000, "2016-12-22T11:00:00Z"])
def test_a_unix_time_is_a_moment_in_utc(stamp: object) -> None:
    """Seconds or milliseconds since 1970, as crawlers write them."""
    made = read("x.jsonl", lines({"text": "t", "date": stamp})).only
    date = made.field("published")
    assert date is not None
    assert date.value == "2016-12-22T11:00:00Z"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_before_the_lines_is_understood(encoding: str) -> None:
    """UTF-8 with a mark, and UTF-16 as some programs export it, DOS line ends included."""
    text = '{"id": "a", "text": "Élan"}\r\n{"id": "b", "text": "two"}\r\n'
    found = read("x.jsonl", text.encode(encoding))
    assert [(c.record, c.text) for c in found.captures] == [("a", "Élan"), ("b", "two")]
    assert found.codes == []


def test_a_line_that_is_too_long_is_skipped_without_being_held() -> None:
    """Memory holds no more than the limit; the next line is read."""
    most: list[int] = []

    class Watched(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            most.append(size or 0)
            return super().readline(size)

    from site_gen import ingest

    data = b'{"text": "' + b"x" * 50_000 + b'"}\n{"id": "b", "text": "two"}'
    limit = IngestSettings(max_capture_bytes=1000)
    found = list(ingest.records("captures/x.jsonl", Watched(data), len(data), limit))
    assert [getattr(f, "code", None) or getattr(f, "record", None) for f in found] == ["ING-003", "b"]
    assert 0 < max(most) <= 1001


def test_a_broken_line_counts_as_read_and_is_left_out() -> None:
    """It is a record without a capture: so the summary names it, and its finding stands once."""
    data = lines({"id": "n1", "text": "One."}, "not json").encode()
    found = list(records("captures/x.jsonl", io.BytesIO(data), len(data), IngestSettings()))
    assert [item.key for item in found if isinstance(item, Record)] == [
        "captures/x.jsonl#n1",
        "captures/x.jsonl#line-2",
    ]
    assert len(found) == 2


def test_a_text_is_found_under_the_names_that_other_programs_give_it() -> None:
    """Where none of our own keys holds something; the record that has none says what it has."""
    found = read(
        "x.jsonl",
        lines(
            {"title": "A", "content": "One"},
            {"articleBody": "Two", "text": " "},
            {"body": {"rendered": "Three"}, "note": "x"},
        ),
    )
    assert [c.text for c in found.captures] == ["One", "Two"]
    (left_out,) = (f for f in found.findings if f.code == "ING-015")
    assert left_out.message == "Neither html nor text; there is body, note."
    assert [c.text for c in read("export.json", '[{"title": "T", "Body": "Four"}]').captures] == ["Four"]


POST = {
    "id": 41,
    "date": "2016-12-22T23:30:00",
    "date_gmt": "2016-12-22T22:30:00",
    "link": "https://harbour.example/pier/",
    "type": "post",
    "author": 5,
    "tags": [7],
    "title": {"rendered": "Pier &#8220;closed&#8221; &amp; <em>sealed</em>"},
    "content": {"rendered": "<p>The pier is closed.</p>", "protected": False},
    "_embedded": {
        "author": [{"id": 5, "name": "Mara Quill"}],
        "wp:term": [
            [
                {"taxonomy": "category", "name": "Uncategorized", "slug": "uncategorized"},
                {"taxonomy": "category", "name": "Town &amp; Port", "slug": "town"},
            ],
            [{"taxonomy": "post_tag", "name": "storms", "slug": "storms"}],
        ],
    },
}


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_a_post_of_wordpress_is_read_as_its_interface_gives_it(name: str) -> None:
    """Page, title, address, names and the outlet's own day; the numbers that stand for names are no names."""
    found = read(name, json.dumps([POST], indent=1) if name == "x.json" else lines(POST))
    made = found.only
    assert (made.key, made.media_type) == (f"captures/{name}#41", "text/html")
    assert (made.text, made.url) == ("<p>The pier is closed.</p>", "https://harbour.example/pier/")
    assert {g.field: g.value.value for g in made.given} == {
        "title": "Pier “closed” & sealed",
        "url": "https://harbour.example/pier/",
        "published": "2016-12-22T23:30:00+01:00",
        "authors": "Mara Quill",
        "section": "Town & Port",
        "topics": "storms",
    }
    assert found.codes == []


@pytest.mark.parametrize(
    "odd",
    [
        {"_embedded": [1], "title": "Pier closed", "date_gmt": None},
        {
            "_embedded": {"author": {"code": "rest_no_route"}, "wp:term": [None, [3]]},
            "date_gmt": "0000-00-00T00:00:00",
        },
    ],
)
def test_a_post_of_wordpress_with_odd_parts_keeps_its_page(odd: dict[str, object]) -> None:
    """What is of no shape that the interface has gives no name; the outlet's own time is left of the date."""
    made = read("x.jsonl", lines({**POST, **odd})).only
    assert made.text == "<p>The pier is closed.</p>"
    values = {g.field: g.value.value for g in made.given}
    assert (values["title"][:4], values["published"]) == ("Pier", "2016-12-22T23:30:00")
    assert not values.keys() & {"authors", "topics"}


def test_a_post_of_wordpress_under_a_password_has_no_page() -> None:
    """Its page is empty for those who do not have the word."""
    found = read("x.jsonl", lines({**POST, "content": {"rendered": "", "protected": True}}))
    assert (found.captures, found.codes) == ((), ["ING-015"])


def test_records_inside_an_object_are_read() -> None:
    """As search interfaces and JSON Feed answer; several on one line get numbers, and nothing is to remark."""
    answer = {
        "status": "ok",
        "articles": [{"title": "A", "content": "one"}, {"title": "B", "content": "two"}],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Post",
        "items": [{"id": "1", "content_html": "<p>x</p>"}],
    }
    for given in (answer, {"response": answer}):
        found = read("a.json", json.dumps(given))
        assert [one.record for one in found.captures] == ["line-1", "line-1-2"]
    assert [one.text for one in found.captures] == ["one", "two"]
    assert found.codes == []
    assert read("a.json", json.dumps(answer, indent=1)).captures[1].record == "line-8"
    assert read("feed.json", json.dumps(feed)).only.media_type == "text/html"


def test_comments_below_an_article_are_no_articles() -> None:
    """An object with a title is a record itself, also where its text is missing."""
    found = read("a.json", json.dumps({"title": "A", "story": "", "comments": [{"text": "First!"}]}))
    assert (found.captures, found.codes) == ((), ["ING-014", "ING-015"])


def test_a_list_of_references_without_texts_is_named() -> None:
    """It holds articles, as a person sees it; settings of a program are passed over as before."""
    found = read(
        "zotero.json", json.dumps([{"title": "A", "url": "https://a.example/1", "date": "2019"}] * 3)
    )
    assert [(f.code, "3" in f.message) for f in found.findings] == [("ING-015", True)]
    assert read("settings.json", json.dumps({"name": "x", "port": 8000})).codes == ["ING-004"]


def test_names_of_fields_are_the_archives_own_where_it_says_so() -> None:
    """Without that, the finding on a record without a text names the field that may be one."""
    record = {"headline_main": "A", "story": "The ferry ran aground. " * 20}
    (found,) = (f for f in read("a.jsonl", lines(record)).findings if f.code == "ING-015")
    assert (
        found.hint
        == 'If the text stands under "story", write "story" = "text" under [ingest.fields] in archive.toml.'
    )
    named = IngestSettings(fields={"headline_main": "title", "story": "text"})
    capture = read("a.jsonl", lines(record), settings=named).only
    assert capture.text.startswith("The ferry")
    assert [(one.field, one.value.value) for one in capture.given] == [("title", "A")]


def test_paragraphs_in_a_list_are_one_text() -> None:
    """As scrapers that take one paragraph after another leave them."""
    assert read("a.jsonl", lines({"article_body": ["One.", "Two."]})).only.text == "One.\n\nTwo."


def test_a_text_that_its_supplier_cut_short_is_named() -> None:
    """By the mark of NewsAPI."""
    assert read("a.jsonl", lines({"text": "The ferry ran agrou… [+2310 chars]"})).codes == ["ING-026"]


def test_of_two_values_of_a_field_the_one_under_its_own_name_counts() -> None:
    """In whatever order they stand; a host comes after any name."""
    for record in (
        {"source": "Post", "source_domain": "post.example"},
        {"source_domain": "post.example", "source": "Post"},
    ):
        assert read("a.jsonl", lines({"text": "t", **record})).only.given[-1].value.value == "Post"
