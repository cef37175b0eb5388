"""Captures of a server's refusal instead of an article: "Page not found", "Access denied", "Checking your browser".

The words stand in ``language/*.refusal.toml``. All languages are asked, because such a page is too short to tell its own.
"""

from __future__ import annotations

import re
from functools import cache

from site_gen.language import languages, table
from site_gen.model import Article, Basis, Finding, Level

MOST_WORDS = 150
"""A longer text is an article, whatever it says: pages of errors add menus and lists to one or two sentences."""
MOST_WORDS_OF_HINTS = 40
"""For titles that an article may have too ("Access denied")."""
_PARTS = re.compile(r"\s+[|–—·•:-]+\s+|\s*\|\s*")
_WORDS = re.compile(r"[^\W\d_]+")


def refusal(article: Article) -> Finding | None:
    """Return why a capture is no article but the refusal of a server, or None. A title that a person supplied makes it one."""
    if article.words > MOST_WORDS or article.title.basis is Basis.SUPPLIED:
        return None
    titles, hints, openings = _tables()
    parts = {_plain(part) for part in (*_PARTS.split(article.title.value), article.title.value)}
    first = next((block.text for block in article.blocks if block.kind != "caption"), "")
    is_hint = article.words <= MOST_WORDS_OF_HINTS and (parts | {_plain(first)}) & hints
    said = parts & titles or ({_plain(first)} & titles) or is_hint
    quoted = article.title.value if said else _opening(article, openings)
    if quoted is None:
        return None
    return Finding(
        "DSC-008", Level.ERROR, article.capture.key, f'The page is no article but the answer of a server: "{quoted[:60]}"; left out.',
        f'Capture the article again. If it is one, supply its title in metadata.csv (row "{article.capture.key}").',
    )  # fmt: skip


def _opening(article: Article, openings: tuple[str, ...]) -> str | None:
    """The first line of the text that opens as refusals do."""
    kept = (line for block in article.blocks for line in block.text.split("\n"))
    return next((line for line in (article.title.value, *kept) if _plain(line).startswith(openings)), None)


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    named = [[_plain(one) for code in languages() for one in table(code)[name]] for name in _NAMES]
    return frozenset(named[0]), frozenset(named[1]), tuple(sorted(set(named[2])))


_NAMES = ("refusal_titles", "refusal_hints", "refusal_openings")


def _plain(text: str) -> str:
    """The words of a text in small letters, without numbers and marks: "Error 404: Page not found!"."""
    return " ".join(_WORDS.findall(text.casefold()))
