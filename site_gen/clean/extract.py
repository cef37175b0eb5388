"""The one seam to an extractor of somebody else's: asked where our own scores are unsure.

In: a page's source. Out: the texts it keeps. Today Resiliparse, which parses and chooses in C++ in a few thousandths of
a second; docs/measurements/cleaning-tried.md says why, and what it adds. Whatever it does, a page ends as data: a failure is
no answer. Its time grows with the square of a page's depth and of a tag's attributes, so both are bounded here.
"""

from __future__ import annotations

MAX_CHARS = 3_000_000
"""Longest page handed on."""
MAX_OPEN = 10_000
"""Most opening tags of a page handed on: all of them inside each other take 2.5 s."""
MAX_TAG = 100_000
"""Longest tag of a page handed on: nothing but attributes, it takes a second."""


def kept_texts(source: str) -> tuple[str, ...]:
    """Return the texts of the blocks that the extractor keeps, in order; empty where it answers nothing."""
    if len(source) > MAX_CHARS or _is_costly(source):
        return ()
    from resiliparse.extract.html2text import extract_plain_text

    try:
        text = extract_plain_text(source, main_content=True, alt_texts=False, comments=False)
    except Exception:  # a page that breaks the extractor is cleaned without it
        return ()
    return tuple(line for line in text.split("\n") if line.strip())


def _is_costly(source: str) -> bool:
    """Whether a page may hold thousands of elements inside each other, or a tag of thousands of attributes."""
    if source.count("<") - source.count("</") > MAX_OPEN:
        return True
    long = [part for part in source.split(">") if len(part) > MAX_TAG]
    return any("<" in part and len(part) - part.find("<") > MAX_TAG for part in long)
