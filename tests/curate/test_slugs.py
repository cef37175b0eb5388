"""Words for addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.curate import slug
from site_gen.curate.slugs import MAX_CHARS, is_reserved, is_slug

CASES = [
    ("The Pier's “Turning Point”", "the-piers-turning-point"),
    ("L’été à Saint-Étienne", "lete-a-saint-etienne"),
    ("../../etc/passwd", "etc-passwd"),
    ("İstanbul", "istanbul"),
    ("Straße ﬁ", "strasse-fi"),
    ("\u202eevil\0", "evil"),
    ("!!!", ""),
    ("\ud800", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_becomes_ascii_words(text: str, expected: str) -> None:
    """Accents, apostrophes, paths, invisible characters, nothing at all."""
    assert slug(text) == expected


def test_arabic_is_written_in_latin_letters() -> None:
    """Something a reader can type, not nothing."""
    assert re.fullmatch(r"[a-z-]{4,}", slug("الميناء القديم"))


def test_a_long_title_is_cut_at_a_word() -> None:
    """Eighty characters at most; a word longer than that is cut itself."""
    text = slug("harbour " * 30)
    assert len(text) <= MAX_CHARS
    assert text.endswith("harbour")
    assert len(slug("x" * 300)) == MAX_CHARS


@pytest.mark.parametrize("name", ["index", "CON", "nul", "com1", "original", "page"])
def test_names_that_the_site_or_windows_keeps_are_reserved(name: str) -> None:
    """In whatever case."""
    assert is_reserved(name)
    assert not is_slug(name.lower())


@given(st.text(max_size=200))
def test_a_slug_is_always_safe_and_stays_as_it_is(text: str) -> None:
    """ASCII letters, digits and hyphens; a slug of a slug is the same."""
    made = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= MAX_CHARS
    assert slug(made) == made
