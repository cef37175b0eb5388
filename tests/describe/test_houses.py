"""More heads and feet of text scrapes, read as a build reads them: exports of databases, mails, stations, newspapers."""

from __future__ import annotations

import io
from typing import Any

import pytest

from site_gen import clean, describe, ingest
from site_gen.model import Article, Finding
from site_gen.settings import CleanSettings, DescribeSettings, IngestSettings

from .heads import cases, check, named, scrape


def read(text: str) -> Article:
    """Such a scrape as a file, ingested, cleaned alone and described."""
    stream = io.BytesIO(text.encode())
    found = ingest.records("captures/x.txt", stream, len(stream.getvalue()), IngestSettings())
    record = next(item for item in found if not isinstance(item, Finding))
    capture, _ = ingest.capture(record, id="a1", given=(), settings=IngestSettings())
    assert capture is not None
    (body,) = clean.bodies([capture], CleanSettings())
    article, _ = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    return article


@pytest.mark.parametrize("case", cases("houses.toml"), ids=named)
def test_the_head_of_a_file_is_read_as_a_librarian_would(case: dict[str, Any]) -> None:
    """Each field that the table names, and the language; the report itself is whole."""
    check(read(scrape(case)), case)
