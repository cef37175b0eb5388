"""Where the publisher files an article: its section and the topics it is given."""

from __future__ import annotations

import re

from site_gen.language import fold
from site_gen.language.names import any_language
from site_gen.model import Sourced

from .claim import Claim, given_for, stated
from .head import is_date, line_value
from .reading import Reading
from .title import title_claims

_TRAIL = re.compile(r"\s*[|>/›»·]\s*")
MAX_TRAIL_CHARS, MAX_TRAIL_PARTS, MAX_SECTION_WORDS = 120, 4, 3
MAX_KEYWORDS = 12
MAX_WORD_CHARS = 14
"""Of keywords in one word; "splitscreenimageright" is how a page is laid out."""


def section_of(reading: Reading) -> Sourced[str] | None:
    """Given, else of the page's metadata, else a label or a trail above the title; None where none is told."""
    if given := given_for(reading.capture, "section"):
        return given
    node = reading.node
    claims = [
        *(node.texts("articleSection")[:1] if node else []),
        *reading.markup.meta("article:section", "parsely-section", "section", "cxenseparse:section"),
    ]
    none = any_language("no_subjects")
    claim = next((c for c in claims if c.value and len(c.value) < 60 and fold(c.value) not in none), None)
    return stated(claim) if claim else line_value(reading, "section_label") or _trail(reading)


def _trail(reading: Reading) -> Sourced[str] | None:
    """The section in a trail above the title of a text: "News > World > Americas", "WORLD | The title again".

    A line of many names, or one that other captures of the outlet have too, is the menu.
    """
    if reading.is_html:
        return None
    title = {_letters(c.value) for c in title_claims(reading)[:1]}
    for line in reading.body.lines:
        if line.role == "title":
            return None
        is_short = len(line.text) < MAX_TRAIL_CHARS and "://" not in line.text
        parts = _TRAIL.split(line.text.strip()) if is_short else []
        if not 1 < len(parts) <= MAX_TRAIL_PARTS or line.rule == "repeated-on-site":
            continue
        if section := _section_of(parts, title):
            return stated(Claim(section, "trail above the title", line.span))
    return None


def _section_of(parts: list[str], title: set[str]) -> str | None:
    """The first name of a trail's parts; None where there is none, or what is no name is neither the title nor a day."""
    none = any_language("no_subjects")
    short = [p for p in parts if 0 < len(p.split()) <= MAX_SECTION_WORDS and "©" not in p]
    names = [
        p for p in short if fold(p) not in none and any(map(str.isalpha, p)) and not any(map(str.isdigit, p))
    ]
    is_trail = all(p in names or fold(p) in none for p in parts)
    rest = set(map(_letters, parts)) - set(map(_letters, names))
    return names[0] if names and (is_trail or rest <= title or _labelled_date(parts)) else None


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", fold(text))


def _labelled_date(parts: list[str]) -> bool:
    return all(len(p.split()) <= MAX_SECTION_WORDS or is_date(p) for p in parts)


def topics_of(reading: Reading) -> tuple[Sourced[str], ...]:
    """Topics that a person gave, else the publisher's own keywords; sections, labels and codes are none."""
    if given := given_for(reading.capture, "topics"):
        return tuple(
            Sourced(t, given.basis, given.evidence) for part in given.value.split(";") if (t := part.strip())
        )
    node = reading.node
    claims = [
        *reading.markup.meta("article:tag", "parsely-tags", "news_keywords"),
        *(node.texts("keywords") if node else []),
    ]
    out: dict[str, Sourced[str]] = {}
    for claim in claims:
        for word in re.split(r"[,;|]", claim.value):
            if _is_keyword(word.strip(), reading):
                out.setdefault(fold(word.strip()), stated(claim, word.strip()))
    return tuple(out.values())[:MAX_KEYWORDS]


def _is_keyword(word: str, reading: Reading) -> bool:
    """Whether a keyword says what the article is about: no address, no word for any article, no code of the outlet's
    programs. A word in capitals, with figures, or of great length may be such a code, unless the article uses it."""
    if (
        not 2 < len(word) <= 40
        or len(word.split()) > 4
        or re.search(r"[:_=/#@]|\d{4,}|[(][^)]*$|&\w*$", word)
    ):
        return False
    if fold(word) in any_language("no_subjects"):
        return False
    may_be_code = (
        word.isupper() or any(c.isdigit() for c in word) or len(max(word.split(), key=len)) > MAX_WORD_CHARS
    )
    return not may_be_code or _uses(reading, word)


def _uses(reading: Reading, word: str) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", 0 if word.isupper() else re.I)
    titles = [claim.value for claim in title_claims(reading)[:1]]
    return any(pattern.search(text) for text in (*titles, *(b.text for b in reading.body.blocks)))
