"""Front pages and pages of sections: captures that list articles and tell none.

In: an opened page. Out: the titles it lists. Such a page is published, since nothing may be lost, and a finding says
what it is. Refuses to guess where the page's own structure calls it an article, and where no address tells which links are its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model import Block, Finding

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
    found, runs, words = [], list[int](), 0
    for block in reading.body.blocks:
        for line, title in _lines(block, own) if block.kind != "caption" else ():
            told = len(line.split())
            words += told
            if title:
                found.append(title)
                runs.append(told)
            elif runs:
                runs[-1] += told
    is_list = len(found) >= FEWEST and max(runs) <= MOST_WORDS and sum(runs) <= USUAL_WORDS * len(found)
    if is_list and sum(runs) >= LISTED_SHARE * words:
        return tuple(found)
    return ()


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


def _lines(block: Block, own: str) -> Iterator[tuple[str, str]]:
    """The lines of a block, each with the title that it opens with: a link of three words or more to the page's own site."""
    start = 0
    for line in block.text.split("\n"):
        link = next((link for link in block.links if link.start == start), None)
        start += len(line) + 1
        title = line[: link.end - link.start] if link and host(link.href) == own else ""
        is_title = len(title.split()) >= TITLE_WORDS and _ends_there(line[len(title) :])
        yield line, title if is_title else ""


def _ends_there(rest: str) -> bool:
    """Whether a title ends where its link does: the line ends, or another sentence begins."""
    return not rest.strip() or (rest[:1] == " " and rest.lstrip()[:1].isupper())
