"""Where a page was saved from, and when, as the programs that saved it note in it."""

from __future__ import annotations

import time

import pytest

from .reading import read

PAGE = "<!DOCTYPE html>\n{}<html lang=en>{}<head><title>Ferry aground</title></head><body><p>It ran aground off Sorrel Point.</p></body></html>"
SINGLEFILE = "<!--\n Page saved with SingleFile \n url: https://mail.example/boat?a=1 \n saved date: Fri Mar 15 2019 12:00:05 GMT+0100 (Central European Standard Time)\n-->"


@pytest.mark.parametrize(
    ("before", "inside", "url", "moment"),
    [
        ("<!-- saved from url=(0025)https://mail.example/boat -->\n", "", "https://mail.example/boat", None),
        ("", SINGLEFILE, "https://mail.example/boat?a=1", "2019-03-15T12:00:05+01:00"),
        ("", SINGLEFILE.replace("Fri Mar", "ven. mars"), "https://mail.example/boat?a=1", None),
        ("<!-- Mirrored from mail.example/boat.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 15 Mar 2019 12:00:05 GMT -->", "", "http://mail.example/boat.html", "2019-03-15T12:00:05Z"),
        ("<!-- saved from url=(0014)about:internet -->\n", "", None, None),
        ("<!-- saved by hand -->\n", "", None, None),
    ],
)  # fmt: skip
def test_the_note_of_a_saved_page_is_read(
    before: str, inside: str, url: str | None, moment: str | None
) -> None:
    """The address, and the moment where the program notes one."""
    capture = read("a.html", PAGE.format(before, inside)).only
    assert (capture.url, capture.captured) == (url, moment)


def test_a_container_or_field_goes_before_the_note() -> None:
    """What a record says of itself is stated; the note is what a program left."""
    page = (
        PAGE.format("<!-- saved from url=(0025)https://mail.example/boat -->", "")
        .replace('"', "'")
        .replace("\n", " ")
    )
    capture = read(
        "a.jsonl", f'{{"html": "{page}", "url": "https://mail.example/other", "captured": "2020-01-01"}}'
    ).only
    assert (capture.url, capture.captured) == ("https://mail.example/other", "2020-01-01")


@pytest.mark.parametrize(
    ("name", "front", "day"),
    [
        ("2019-03-24-ferry.md", "layout: post\ntitle: Ferry", "2019-03-24"),
        ("2019-03-24-ferry.md", "layout: post\ntitle: Ferry\ndate: 2019-03-25", "2019-03-25"),
        ("2019-03-24-ferry.md", "title: Ferry", None),
        ("2019-13-44-ferry.md", "layout: post\ntitle: Ferry", None),
    ],
)
def test_the_day_of_a_post_of_jekyll_stands_in_the_name_of_its_file(
    name: str, front: str, day: str | None
) -> None:
    """Of other notes the day in the name may be that of the note."""
    given = read(name, f"---\n{front}\n---\nIt ran aground.").only.field("published")
    assert (given.value if given else None) == day


@pytest.mark.parametrize("space", [" ", "\n"])
def test_a_note_with_a_long_gap_before_its_moment_costs_no_more_than_its_length(space: str) -> None:
    """A note without an end, its gap as long as the top of a page, is read once from each place."""
    notes = (
        "<!-- Page saved with SingleFile url: https://mail.example/boat saved date:",
        "<!-- Mirrored from mail.example/boat.html by HTTrack Website Copier,",
    )
    start = time.process_time()
    for note in notes:
        read("a.html", PAGE.format(note + space * 8_000, ""))
    assert time.process_time() - start < 4
