"""The one seam to an extractor of somebody else's: asked where our own scores are unsure.

In: a page's source. Out: the texts it keeps. Today trafilatura, in its fast mode (no fall-back extractors of its own);
docs/measurements/cleaning.md says why, and what it adds. Whatever it does, a page ends as data: a failure is no answer.
"""

from __future__ import annotations

import logging
import re

MAX_CHARS = 3_000_000
"""Longest page handed on; beyond it parsing alone costs seconds."""
MAX_OPEN = 1_000
"""Deepest nesting handed on, estimated; libxml2 loses or repeats text beyond."""
_RUN = re.compile(r"(?:<(?:div|span|b|i|font|p|ul|li|table|blockquote|section)\b[^<>]*>\s*){200}", re.I)


def kept_texts(source: str) -> tuple[str, ...]:
    """Return the texts of the blocks that the extractor keeps, in order; empty where it answers nothing."""
    if len(source) > MAX_CHARS or _RUN.search(source):
        return ()
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(source, include_comments=False, fast=True)
    except Exception:  # a page that breaks the extractor is cleaned without it
        return ()
    return tuple(line for line in (text or "").split("\n") if line.strip())
