"""What stands above a plain text, and how a text that is called plain is written."""

from __future__ import annotations

import json

import pytest

from .reading import read

BODY = "The ferry sank off the northern pier.\n\nNobody was hurt, the harbour office said.\n"
POSTING = (
    "From: anna.bell@herald.example (Anna Bell)\nNewsgroups: norland.news\nSubject: Ferry sinks\n  off the pier\n"
    "Date: Fri, 5 Mar 2021 08:12:00 GMT\nOrganization: The Harbour Herald\n\n" + BODY
)


def test_the_header_of_a_posting_gives_title_author_day_and_outlet() -> None:
    """Each stated, with its place; the text begins behind it."""
    capture = read("a.txt", POSTING).only
    assert {g.field: g.value.value for g in capture.given} == {
        "authors": "Anna Bell",
        "title": "Ferry sinks off the pier",
        "published": "2021-03-05T08:12:00Z",
        "source": "The Harbour Herald",
    }
    assert capture.text[capture.body_start :].strip() == BODY.strip()
    start, end = capture.given[1].value.evidence.spans[0]
    assert capture.text[start:end].startswith("Subject: Ferry")


def test_labelled_lines_of_a_scraper_are_read_and_the_record_wins() -> None:
    """``Title:``, ``Author:`` above the text; what the record says goes before."""
    text = "Title: Ferry sinks\nAuthor: Anna Bell\nURL: https://herald.example/ferry\n" + BODY
    found = read("a.jsonl", json.dumps({"text": text, "title": "The ferry sinks"})).only
    titles = [g.value.value for g in found.given if g.field == "title"]
    assert (titles[-1], found.url) == ("The ferry sinks", "https://herald.example/ferry")
    assert found.text[found.body_start :] == BODY


@pytest.mark.parametrize(
    "text", ["Subject: the ferry\n\n" + BODY, "From: the pier\nTo: the sea\n" + BODY, BODY]
)
def test_a_label_by_chance_is_no_header(text: str) -> None:
    """A title and one more field, or nothing."""
    capture = read("a.txt", text).only
    assert (capture.given, capture.body_start) == ((), 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<p>The ferry sank.</p><p>Nobody was hurt.</p>", "text/html"),
        ("# Ferry sinks\n\nThe ferry sank.\n", "text/markdown"),
        ("See [the office](https://a.example/1) and [the pier](https://a.example/2).", "text/markdown"),
        ("The tag <p> opens a paragraph and </p> closes it; </p> again.", "text/plain"),
        ("#ferry is what all write about.\n\nThe ferry sank.", "text/plain"),
    ],
)
def test_a_text_is_read_as_it_is_written(text: str, kind: str) -> None:
    """In a record and in a file, by how it begins."""
    assert read("a.jsonl", json.dumps({"text": text})).only.media_type == kind
    assert read("a.txt", text).only.media_type == kind
