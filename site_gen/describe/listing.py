"""Front pages and pages of sections: captures that list articles and tell none.

In: an opened page. Out: the titles it lists. Such a page is published, since nothing may be lost, and a finding says
what it is. Refuses to guess where the page's own structure calls it an article, and where no address tells which links are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_gen.model import Block, Finding, Line

from . import findings as say
from .published import is_front_page
from .reading import Reading, host

FEWEST = 5
"""Fewest articles in a list of articles."""
TITLE_WORDS = 3
"""Fewest words of a link that is a title: labels and "Read more" have one or two."""
MOST_WORDS, USUAL_WORDS = 120, 60
"""Most words told of one of the listed articles, and of all of them on average: a teaser is a sentence or three."""
LISTED_SHARE = 0.7
"""Least part of the page's words that stands in the list."""
FRONT_WORDS = 60
"""A front page of fewer words tells nothing itself: cleaning found no more than a teaser."""


def remarks(reading: Reading) -> Iterator[Finding]:
    """Say that a capture lists articles, or is a site's front page, where it is."""
    if titles := listed(reading):
        yield say.list_of_articles(reading.capture, titles)
    elif is_front(reading):
        yield say.front_page(reading.capture)


def listed(reading: Reading) -> tuple[str, ...]:
    """Return the titles that a page of teasers lists; empty where the page is an article, or may be one."""
    if not reading.is_html or reading.url is None or _calls_itself_article(reading):
        return ()
    own = host(reading.url.value)
    kept = (part for block in reading.body.blocks for part in _parts(block, own))
    return _titles(kept) or _titles(_with_cut_titles(reading, own))


Part = tuple[int, str]
"""Words that are told, and the title that they open with; a title that was cut has no words."""


def _titles(parts: Iterable[Part]) -> tuple[str, ...]:
    """The titles, where nearly all that is told are teasers below them; else none."""
    runs: list[tuple[str, int]] = []
    words = 0
    for told, title in parts:
        words += told
        if title:
            runs.append((title, told))
        elif runs:
            runs[-1] = (runs[-1][0], runs[-1][1] + told)
    found = [title for title, told in runs if told]
    lengths = [told for _, told in runs if told]
    if len(found) < FEWEST or max(lengths) > MOST_WORDS or sum(lengths) > USUAL_WORDS * len(found):
        return ()
    return tuple(found) if sum(lengths) >= LISTED_SHARE * words else ()


def _with_cut_titles(reading: Reading, own: str) -> Iterator[Part]:
    """What is told, and between it the titles that were cut; nothing where the page has a headline of its own.

    Of weblogs and cards without headings cleaning keeps the teasers, and cuts the headlines, which are links.
    """
    if _has_headline(reading, own):
        return
    waiting = {block.id: block for block in reading.body.blocks}
    for line in reading.body.lines:
        if line.block is None:
            if title := _cut_title(reading, line, own):
                yield 0, title
        elif block := waiting.pop(line.block, None):
            yield from _parts(block, own)


def _has_headline(reading: Reading, own: str) -> bool:
    """Whether a line is the page's title: of more words than a section's name, and no link to another article."""
    return any(
        line.role == "title" and len(line.text.split()) > TITLE_WORDS and not _cut_title(reading, line, own)
        for line in reading.body.lines
    )


def _cut_title(reading: Reading, line: Line, own: str) -> str:
    """The line where all of it is a link to the page's own site and it has the words of a title; else empty."""
    start, end = line.span
    if line.rule == "menu" or len(line.text.split()) < TITLE_WORDS:
        return ""
    source = reading.capture.text
    opened = _OPENED.search(source[max(0, start - LINK_CHARS) : start])
    if opened is None or not _CLOSED.match(source[end : end + LINK_CHARS]):
        return ""
    return line.text if (host(opened[1]) or own) == own else ""


LINK_CHARS = 400
"""Characters of the source around a line in which its link opens and ends."""
_OPENED = re.compile(
    r"""<a\b[^<>]*?href\s*=\s*["']?(?!#|mailto:|javascript:)([^"'\s>]+)[^<>]*>(?:\s*<[a-z][^<>]*>)*\s*$""",
    re.I,
)
_CLOSED = re.compile(r"(?:\s*</[a-z0-9]+>){0,4}?\s*</a\s*>", re.I)


def is_front(reading: Reading) -> bool:
    """Whether a page is a site's front page of which cleaning found next to nothing."""
    words = sum(len(block.text.split()) for block in reading.body.blocks)
    return (
        reading.is_html
        and is_front_page(reading)
        and words < FRONT_WORDS
        and not _calls_itself_article(reading)
    )


def _calls_itself_article(reading: Reading) -> bool:
    is_node = reading.node is not None and reading.node.is_article
    return is_node or "article" in [claim.value.lower() for claim in reading.markup.meta("og:type")]


def _parts(block: Block, own: str) -> Iterator[Part]:
    """The lines of a block, each with the title that it opens with: a link of three words or more to the page's own site."""
    start = 0
    for line in block.text.split("\n") if block.kind != "caption" else ():
        link = next((link for link in block.links if link.start == start), None)
        start += len(line) + 1
        title = line[: link.end - link.start] if link and host(link.href) == own else ""
        is_title = len(title.split()) >= TITLE_WORDS and _ends_there(line[len(title) :])
        yield len(line.split()), title if is_title else ""


def _ends_there(rest: str) -> bool:
    """Whether a title ends where its link does: the line ends, or another sentence begins."""
    return not rest.strip() or (rest[:1] == " " and rest.lstrip()[:1].isupper())
