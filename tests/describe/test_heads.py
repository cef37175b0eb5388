"""Heads and feet of text scrapes in the manner of many houses and languages, cleaned and described."""

from __future__ import annotations

from typing import Any

import pytest

from site_gen import clean, describe
from site_gen.model import Article
from site_gen.settings import CleanSettings, DescribeSettings

from .captures import a_capture
from .heads import cases, check, named, scrape


def read(text: str) -> Article:
    """Such a scrape, cleaned alone and described."""
    capture = a_capture(text)
    (body,) = clean.bodies([capture], CleanSettings())
    article, _ = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    return article


@pytest.mark.parametrize("case", cases("heads.toml"), ids=named)
def test_a_head_and_a_foot_are_read_as_a_librarian_would(case: dict[str, Any]) -> None:
    """Each field that the table names, and the language; the report itself is whole."""
    check(read(scrape(case)), case)


@pytest.mark.parametrize("case", cases("pages.toml"), ids=named)
def test_what_stands_around_an_article_copied_as_text_is_read(case: dict[str, Any]) -> None:
    """A house beside agencies, a logo, the writer's house below the text, names with roles and accounts."""
    check(read(scrape(case)), case)
