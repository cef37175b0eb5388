"""What repeats across the captures of one site, and is therefore not the article.

In: surveys (digests of a capture's lines). Out: ``SiteLines``. Pure sums over captures: the order in which they come
does not matter, and two ``SiteLines`` can be merged, so the hundredth capture re-reads none of the others.

Guards: a page's own title never counts; near-duplicate captures (versions, reprints) count once; a long line must
stand on more pages than a short one.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from site_gen.model import Capture, SiteLines, Survey

from . import features, phrases

LONG_CHARS = 100
"""A line at least this long is long: it needs ``LONG_PAGES``, and shared long lines make captures near-duplicates."""
SHORT_PAGES = 2
LONG_PAGES = 3
"""Pages on which a line must stand to count as repeated (five pages a publisher suffice; issue of the measurements)."""
SAME_SHARE = 0.5
"""Captures that share at least this part of their long lines count as one."""
_DIGITS = re.compile(r"\d+")
_CANONICAL = re.compile(
    r"""<(?:link\b[^>]{0,300}?\brel\s*=\s*["']?canonical\b|meta\b[^>]{0,300}?\bproperty\s*=\s*["']?og:url\b)[^>]{0,600}>""",
    re.I,
)
_ADDRESS = re.compile(r"""\b(?:href|content)\s*=\s*["']?(https?://[^\s"'>]+)""", re.I)
HEAD_CHARS = 200_000
"""Part of a page's source in which its canonical address is looked for."""


def masked(text: str) -> str:
    """A line as it is compared across pages: digits as one mark, letters folded, everything else gone."""
    return _DIGITS.sub("0", " ".join(phrases.words_of(text)))


@lru_cache(maxsize=16_384)
def digest(text: str) -> int:
    """64-bit digest of a masked line; its lowest bit says that the line is long. 0 for a line without letters."""
    plain = masked(text)
    if not plain:
        return 0
    value = int.from_bytes(hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    return (value >> 2 << 1) | (len(plain) >= LONG_CHARS)


def is_long(value: int) -> bool:
    """Whether a digest is of a long line."""
    return bool(value & 1)


def site_of(capture: Capture) -> str:
    """Return the key of the captures that are learned together: domain, else given source, else folder."""
    url = given.value if (given := capture.field("url")) else capture.url
    if not url and capture.media_type == "text/html":
        url = _canonical(capture.text)
    if host := _host(url or ""):
        return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    if source := capture.field("source"):
        return source.value.strip().casefold()
    return capture.path if capture.record is not None else capture.path.rpartition("/")[0]


def _host(url: str) -> str:
    """The host of an address, or '' where it is none: a page may name anything as its own."""
    try:
        return (urlsplit(url).hostname or "") if "://" in url else ""
    except ValueError:
        return ""


def _canonical(source: str) -> str:
    tag = _CANONICAL.search(source, 0, HEAD_CHARS)
    address = _ADDRESS.search(tag.group()) if tag else None
    return address.group(1) if address else ""


def learn(surveys: Iterable[Survey]) -> SiteLines:
    """Return what repeats across captures of one site; the same for any order of the surveys.

    ``captures`` counts near-duplicates once. Surveys of several sites are a mistake of the caller; the first site
    by name gives the key.
    """
    every = sorted({survey.capture: survey for survey in surveys}.values(), key=lambda s: s.capture)
    groups = _groups(every)
    counts: Counter[int] = Counter()
    owners = Counter(
        line for members in groups for line in {line for survey in members for line in survey.own}
    )
    for members in groups:
        own = {line for survey in members for line in survey.own}
        lines = {line for survey in members for line in survey.lines}
        # What several articles would call their title is none.
        counts.update(line for line in lines if line not in own or owners[line] > 1)
    site = min((survey.site for survey in every), default="")
    return SiteLines(site=site, captures=len(groups), counts=_frequent(counts), once=_single(counts))


def merge(first: SiteLines, second: SiteLines) -> SiteLines:
    """Return what repeats across two disjoint sets of captures of one site: ``learn`` of both together.

    Differs from it only where a capture of one set is a near-duplicate of one of the other: it then counts twice.
    """
    counts: Counter[int] = Counter()
    for lines in (first, second):
        counts.update(dict(lines.counts))
        counts.update(lines.once)
    site = (
        min(s for s in (first.site, second.site)) if first.site and second.site else first.site or second.site
    )
    return SiteLines(site, first.captures + second.captures, _frequent(counts), _single(counts))


def _frequent(counts: Counter[int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((line, count) for line, count in counts.items() if count >= SHORT_PAGES))


def _single(counts: Counter[int]) -> tuple[int, ...]:
    return tuple(sorted(line for line, count in counts.items() if count == 1))


def _groups(surveys: Sequence[Survey]) -> list[list[Survey]]:
    """The surveys with near-duplicates together: connected by sharing half of the fewer long lines."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    longs = [{line for line in survey.lines if is_long(line)} for survey in surveys]
    for index, lines in enumerate(longs):
        for line in sorted(lines):
            holders[line].append(index)
    parent = list(range(len(surveys)))
    shared: Counter[tuple[int, int]] = Counter()
    for line in sorted(holders):
        members = holders[line]
        # A line on many captures is the site's notice, not a sign of two versions of one article.
        if len(members) <= MOST_VERSIONS:
            shared.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    for (a, b), count in sorted(shared.items()):
        if count >= 2 and count >= SAME_SHARE * min(len(longs[a]), len(longs[b])):
            parent[_root(parent, b)] = _root(parent, a)
    groups: defaultdict[int, list[Survey]] = defaultdict(list)
    for index, survey in enumerate(surveys):
        groups[_root(parent, index)].append(survey)
    return [groups[root] for root in sorted(groups)]


MOST_VERSIONS = 8
"""Captures that may be versions of one article; a line on more is the site's."""


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def own_lines(lines: SiteLines, survey: Survey) -> SiteLines:
    """Return what the cleaning of one capture rests on, of all that was learned on its site.

    Only the capture's own lines, each with a count that stands for all that lead to the same verdict: two captures,
    ``LONG_PAGES`` or more, or as many and half of the captures. So a site can grow without its captures being
    cleaned again, until a line of theirs changes its standing.
    """
    found = ((line, _count(lines.counts, line)) for line in survey.lines)
    own = {line: _step(count, lines.captures) for line, count in found if count}
    return SiteLines(lines.site, _STEP_CAPTURES, tuple(sorted(own.items())))


_STEP_CAPTURES = 2 * (LONG_PAGES + 1)
"""Captures of a site of steps: ``LONG_PAGES`` is less than half of them, one more is half."""


def _step(count: int, captures: int) -> int:
    if count < LONG_PAGES:
        return count
    return LONG_PAGES + 1 if count * 2 >= captures else LONG_PAGES


def standing(lines: SiteLines | None, values: Sequence[int], own: frozenset[int]) -> tuple[int, ...]:
    """Return for each digest the number of captures on which it stands, 0 below two or for the page's own title."""
    if lines is None:
        return (0,) * len(values)
    return tuple(0 if value in own else _count(lines.counts, value) for value in values)


def _count(counts: tuple[tuple[int, int], ...], value: int) -> int:
    place = bisect_left(counts, (value, 0))
    return counts[place][1] if value and place < len(counts) and counts[place][0] == value else 0


def is_boilerplate(text: str, count: int, captures: int, *, at_edge: bool) -> bool:
    """Whether a line that stands on ``count`` of a site's captures is the site's and not the article's.

    A line of prose inside the article may be the background that an outlet repeats in each report of a story: there
    it must stand on half of the captures.
    """
    if count < SHORT_PAGES:
        return False
    look = features.look(text)
    if not look.prose:
        return True
    if at_edge:
        return count >= (LONG_PAGES if len(text) >= LONG_CHARS else SHORT_PAGES)
    return count >= LONG_PAGES and count * 2 >= captures
