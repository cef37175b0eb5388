"""The cleaner as an extractor of its own: what it answers does not hang on what it keeps in memory."""

from __future__ import annotations

import io
import json

import pytest

from site_gen import standalone
from site_gen.language.words import without_controls

NOTICE = "The Ansel Mirror is published by the Mirror Company of Port Ansel."


def a_page(number: int) -> str:
    """A page of a site whose notice stands on each."""
    told = " ".join(
        f"The harbour master counted {number * 7 + n} ships off Port Ansel on Monday." for n in range(4)
    )
    return f"<html><head><title>Ships counted {number}</title></head><body><h1>Ships counted {number}</h1><p>{told}</p><p>{NOTICE}</p></body></html>"


def answers(records: list[dict[str, str]]) -> list[dict[str, object]]:
    """What ``clean --jsonl`` answers to these records."""
    stream = io.BytesIO(b"".join(json.dumps(record).encode() + b"\n" for record in records))
    return [json.loads(line) for line in standalone.clean_records(stream)]


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


@pytest.mark.parametrize(("held_chars", "sheets"), [(0, 50), (10_000_000, 0), (0, 0), (1_000, 2)])
def test_answers_are_the_same_however_little_is_held(
    monkeypatch: pytest.MonkeyPatch, held_chars: int, sheets: int
) -> None:
    """In memory or in a file, laid out once or twice."""
    wanted = answers(RECORDS)
    monkeypatch.setattr(standalone._Waiting, "HELD_CHARS", held_chars)
    monkeypatch.setattr(standalone, "SHEETS_HELD", sheets)
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
