"""The authors of an article, from the sources in order: the first that names anybody wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import unquote

from site_gen.language import fold
from site_gen.language.names import any_language
from site_gen.model import Span

from .claim import Claim
from .head import bylines, lone_names
from .houses import is_masthead
from .markup import Marked, element, visible
from .people import authors_of, is_opened, is_person_name
from .reading import Reading, host
from .title import title_claims

Named = list[Claim]
"""One claim an author, its value a cleaned name."""


def author_claims(reading: Reading) -> Iterator[Named]:
    """Yield what each source says, best first, empty answers left out.

    In the order of ``SOURCES``, each asked when those before it were not enough, with one exception: where structure
    names only the site itself or an account, and the page shows people, the people go first.
    """
    found: Iterator[Named] = (named for _, source in SOURCES if (named := source(reading)))
    first = next(found, [])
    if first and all(_is_site(c.value, reading) or _ACCOUNT.fullmatch(c.value) for c in first):
        others = list(found)
        yield from _people_first(others, reading)
        found = iter(others)
    if first:
        yield first
    yield from found


def _people_first(named: list[Named], reading: Reading) -> list[Named]:
    """The first of these answers that names people, and those alone; none where none does."""
    for one in named:
        people = [c for c in one if is_person_name(c.value) and not _is_site(c.value, reading)]
        if people:
            return [people]
    return []


_ACCOUNT = re.compile(r"[a-z0-9._-]+")


def _is_site(name: str, reading: Reading) -> bool:
    """Whether a name is the site's own: its domain, og:site_name or publisher."""
    ours = _letters(name)
    domain = host(reading.url.value) if reading.url else ""
    names = [
        domain,
        *domain.split("."),
        *(c.value for c in reading.markup.meta("og:site_name", "publisher", "application-name")),
    ]
    names += [c.value for c in reading.node.texts("publisher")] if reading.node else []
    return any(len(n) > 2 and (n in ours or ours in n) for n in map(_letters, names))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def _names(claims: list[Claim], *, is_marked: bool) -> Named:
    out: Named = []
    for claim in claims:
        for name in authors_of(claim.value, is_marked=is_marked):
            if fold(name) not in {fold(c.value) for c in out}:
                out.append(Claim(name, claim.rule, _place(claim, name)))
    return out


def _place(claim: Claim, name: str) -> tuple[int, int]:
    at = claim.value.find(name)
    exact = claim.span[1] - claim.span[0] == len(claim.value)
    return (claim.span[0] + at, claim.span[0] + at + len(name)) if exact and at >= 0 else claim.span


def _json_ld(reading: Reading) -> Named:
    node = reading.node
    if node is None or not node.is_article:
        return []
    claims = [c for c in node.texts("author") or node.texts("creator") if not _is_account(c.value)]
    return _names(claims, is_marked=True)


def _metas(reading: Reading) -> Named:
    for name in (
        "parsely-author", "sailthru.author", "cxenseparse:author", "article:author_name", "byl", "author", "article:author",
        "dc.creator", "dcterms.creator", "dc.creator.creator", "citation_author", "og:author", "og:article:author", "creator",
        "mrf:authors", "itemprop:author", "rbauthors", "shareaholic:article_author_name", "dcsext.author", "byline",
    ):  # fmt: skip
        claims = [
            _turned(c)
            for c in reading.markup.meta(name)
            if not _is_account(c.value) and _letters(c.value) != "content"
        ]
        if named := _names(claims, is_marked=True):
            return named
    return _names(_written_by(reading), is_marked=True)


def _written_by(reading: Reading) -> list[Claim]:
    """What a share's card gives beside a label such as "Written by" (``twitter:label1`` and ``twitter:data1``)."""
    labels = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
    for label, data in labels:
        if any(_written_by_label().match(fold(c.value)) for c in reading.markup.meta(label)):
            return reading.markup.meta(data)[:1]
    return []


@cache
def _written_by_label() -> re.Pattern[str]:
    """How a label before the writer's name begins, letters folded."""
    words = sorted(any_language("author_labels"), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words)))


def _turned(claim: Claim) -> Claim:
    """ "Roy, Ann B." of a citation as "Ann B. Roy"."""
    parts = [p.strip() for p in claim.value.split(",")]
    if not claim.rule.startswith("meta citation") or len(parts) != 2 or " " in parts[0]:
        return claim
    return Claim(f"{parts[1]} {parts[0]}", claim.rule, claim.span)


def _is_account(value: str) -> bool:
    """Whether a field holds an address, an account or a number instead of a name."""
    return bool(re.match(r"^(?:https?:|www\.|/|@|\d+$|#)", value.strip()) or host(value))


def _microdata(reading: Reading) -> Named:
    marked = [
        m for m in reading.markup.marked if m.attributes.get("itemprop") == "author" and m.tag != "meta"
    ]
    own = _by_headline(reading, marked) or marked
    return _names(
        [Claim(m.text, "itemprop author", m.span) for m in own if 0 < len(m.text) < 200], is_marked=False
    )


def _by_headline(reading: Reading, marked: list[Marked]) -> list[Marked]:
    """Those around the headline: the others are of comments and of other articles."""
    places = _headings(reading)
    return [
        m
        for m in marked
        if any(start - BYLINE_BEFORE <= m.span[0] <= end + BYLINE_BEHIND for start, end in places)
    ]


def _headings(reading: Reading) -> list[Span]:
    return [c.span for c in title_claims(reading)[:1] if c.rule == "h1"]


def _rel_author(reading: Reading) -> Named:
    found = [m for m in reading.markup.marked if "author" in m.attributes.get("rel", "").lower().split()]
    return _names(
        [Claim(m.text, "rel author", m.span) for m in found[:6] if 0 < len(m.text) < 100], is_marked=False
    )


_AUTHOR_LINK = re.compile(
    r"""<a\b[^<>]{0,300}?\bhref\s*=\s*["']?[^"'<>\s]{0,200}?/(?:authors?|autor(?:en|es)?|auteurs?|contributors?|by|writers?|profiles?|people|staff|experts?|journalists?)/"""
    r"""([^"'<>\s/?#]{3,60})[^"'<>\s]{0,60}["']?[^<>]{0,400}>""",
    re.I,
)


def _author_links(reading: Reading) -> Named:
    """The people to whose own pages links around the headline lead: the link's text is the name that its address spells."""
    text, claims = reading.capture.text, []
    for start, end in _headings(reading):
        for match in _AUTHOR_LINK.finditer(text, max(0, start - BYLINE_BEFORE), end + LINK_BEHIND):
            if _NOT_AUTHOR.search(
                visible(text[max(0, match.start() - 200) : match.start()].partition(">")[2])[-60:]
            ):
                continue
            inner, span = element(text, "a", match.span())
            named = [n for n in inner.split(" | ") if _spells(match[1], n)]
            claims += [Claim(n, "author link", span) for n in named[:1]]
    return _names(claims, is_marked=True)


_NOT_AUTHOR = re.compile(r"edit(?:ed|or)|review|fact|check|updated by|photo|illustrat|medically", re.I)
LINK_BEHIND = 3_000
"""Markup behind the headline in which a link to an author's page is a byline's."""


def _spells(slug: str, name: str) -> bool:
    """Whether an address says a name: "jane-van-doe-12" says "Jane van Doe"."""
    words = re.findall(r"[^\W\d_]+", fold(name))
    return (
        0 < len(words) <= 5
        and not _UNNAMED.search(name)
        and "".join(words) == re.sub(r"[\W\d_]+", "", fold(unquote(slug)))
    )


_UNNAMED = re.compile(r"^(?:faculty|staff|team|all|archive|about|page|category|index|list)\b", re.I)
_BYLINE_CLASS = re.compile(
    r"by-?line|author(?:s|-?names?|__name|_name|-link|-info)?(?![a-z])|post-author|entry-author|autor|auteur|writer",
    re.I,
)
_NOT_BYLINE = re.compile(
    r"comment|related|sidebar|widget|footer|avatar|image|photo|bio|box|card|follow|about|review|editor|fact|tooltip|popup|modal",
    re.I,
)


def _byline_elements(reading: Reading) -> Named:
    """The first element whose class calls it a byline and whose text is names."""
    for marked in reading.markup.marked:
        kind = " ".join(marked.attributes.get(k, "") for k in ("class", "id", "data-testid"))
        if not _BYLINE_CLASS.search(kind) or _NOT_BYLINE.search(kind) or not 0 < len(marked.text) < 250:
            continue
        if named := _names([Claim(marked.text, "byline element", marked.span)], is_marked=False):
            return named
    return []


_BY_NODE = re.compile(
    r">\s*+(?:(?:written|story|words|text|posted|reported|article)\s++)?(?:by|von|par|por|author|autor)\b\s*+:?\s*+([^<>]{0,90})(?=<)",
    re.I,
)
BYLINE_BEHIND, BYLINE_BEFORE = 6_000, 1_500
"""Markup behind and before the headline in which a byline without a class is looked for."""


def _by_nodes(reading: Reading) -> Named:
    """Names behind a text "By" near the headline: in the same text, or in the next one."""
    for start, end in _headings(reading):
        for match in _BY_NODE.finditer(
            reading.capture.text, max(0, start - BYLINE_BEFORE), end + BYLINE_BEHIND
        ):
            text = (
                match[1].strip()
                or visible(reading.capture.text[match.end() : match.end() + 400].rpartition("<")[0]).split(
                    " | "
                )[0]
            )
            if named := _names([Claim(text, "byline shown", match.span())], is_marked=False):
                return named
    return []


def _byline_lines(reading: Reading) -> Named:
    """The names of the bylines; below the first one "Ann Bee / The Harbour Herald" is whose the picture is."""
    lines = [
        line for line in reading.lines("byline") if len(line.text) < 300 and not _is_of_a_house(line.text)
    ]
    signed = [*lines[:1], *(line for line in lines[1:] if " / " not in line.text)]
    claims = [Claim(line.text, "byline", line.span) for line in signed]
    return _names(claims, is_marked=False) or _names(bylines(reading), is_marked=False)


def _is_of_a_house(text: str) -> bool:
    """Whether a line of a byline says for whom and from where, and names nobody: "Harbour News, Port Ansel"."""
    return not is_opened(text) and is_masthead(text.partition(",")[0].strip())


SOURCES: tuple[tuple[str, Callable[[Reading], Named]], ...] = (
    ("json-ld", _json_ld),
    ("meta", _metas),
    ("microdata", _microdata),
    ("rel-author", _rel_author),
    ("byline-element", _byline_elements),
    ("author-link", _author_links),
    ("byline-shown", _by_nodes),
    ("byline", _byline_lines),
    ("head", lone_names),
)
"""In order. Measured on the development pages (right where present): JSON-LD .90, meta .85, rel=author .60."""


def conflicting(reading: Reading, kept: Named) -> Named:
    """The people of the first source of a page's structure that names none of those kept; empty where none contradicts."""
    ours = _name_words(kept)
    if not ours or not any(is_person_name(c.value) for c in kept):
        return []
    for _, source in SOURCES[:STRUCTURED]:
        people = [c for c in source(reading) if is_person_name(c.value) and not _is_site(c.value, reading)]
        if people and not ours & _name_words(people):
            return people
    return []


STRUCTURED = 5
"""Sources whose markup says that they name authors; what is only shown is compared with none."""


def _name_words(named: Named) -> set[str]:
    return {word for c in named for word in fold(c.value).split() if len(word) > 1}
