"""The title of an article.

The headline that a reader saw wins (``<h1>``, JSON-LD headline), as long as another source confirms it; what a page
wrote for search engines and shares (``og:title``, ``<title>``) has the site's name cut off and comes after.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from site_gen.language import normalise, sentences
from site_gen.language.names import any_language
from site_gen.language.organisations import fold_organisation
from site_gen.language.words import fold
from site_gen.model import Line

from .agencies import find_dateline
from .claim import Claim
from .head import title_parts
from .houses import is_masthead, is_name
from .markup import visible
from .reading import Reading, host

MIN_CONFIRMED = 70
"""Least ratio (0..100) of letters at which a heading counts as confirmed by the page's titles. Measured on the
development pages: 60 to 80 give the same titles, below 50 section headings win."""
MIN_SHARED = 55
"""Least ratio at which og:title is another wording of JSON-LD's headline. Of the seven development pages where it is asked,
two have a third line (36 and 52), and the gold takes their heading; the others (60 and more) that of JSON-LD."""
_SEPARATOR = re.compile(r"\s+[|–—:»«•·-]+\s+|\s*[|»]\s*|\s+::\s+")


@lru_cache(maxsize=2)
def title_claims(reading: Reading) -> list[Claim]:
    """The claims on the title, best first."""
    if not reading.is_html:
        return _line_claims(reading)
    shared = _shared(reading)
    headings = _own_headings(reading, shared)
    confirmed = [h for h in headings if _confirmed(h, shared)]
    headline = reading.node.texts("headline")[:1] if reading.node else []
    above = {_letters(line.text) for line in reading.lines("title")}
    lone = [
        h
        for h in headings
        if (len(headings) == 1 or _letters(h.value) in above) and (not shared or _shares_a_word(h, shared))
    ]
    ordered = [
        *_by_vote(confirmed[:1] or lone[:1], headline, shared, is_news=is_news(reading)),
        *shared,
        *headings,
        *_line_claims(reading),
    ]
    return [c for c in ordered if re.search(r"\w", c.value)]


def is_news(reading: Reading) -> bool:
    """Whether the page calls itself a newsroom's article."""
    return reading.node is not None and "News" in str(reading.node.data.get("@type"))


def _own_headings(reading: Reading, shared: list[Claim]) -> list[Claim]:
    """The page's headings, each text once, most like its titles first; the site's name and mere labels are none."""
    names = _site_names(reading)
    seen: dict[str, Claim] = {}
    for heading in (_headline_alone(h, shared, reading.capture.text) for h in reading.markup.headings):
        letters = _letters(heading.value)
        if letters and letters not in names and not _is_title_end(heading, shared):
            seen.setdefault(letters, heading)
    likeness = {k: max((_likeness(h.value, s.value) for s in shared), default=0.0) for k, h in seen.items()}
    return sorted(seen.values(), key=lambda h: (-likeness[_letters(h.value)], h.span))


def _headline_alone(heading: Claim, shared: list[Claim], text: str) -> Claim:
    """A heading without its kicker, where og:title is the rest: an element of its own, or few words and a colon."""
    titles = {_letters(c.value) for c in shared if c.rule == _OG_TITLE}
    if _letters(heading.value) in titles:
        return heading
    parts = visible(text[heading.span[0] : heading.span[1]]).split(" | ")
    kicker = _KICKER.match(heading.value)
    rest = [
        p for p in (*parts, heading.value[kicker.end() :] if kicker else "") if p and _letters(p) in titles
    ]
    return Claim(rest[0], heading.rule, heading.span) if rest else heading


_OG_TITLE = "meta og:title"
_KICKER = re.compile(r"(?:[^\s:]+ ){0,3}[^\s:]+: +")
"""Up to four words and a colon: "Special party conference on migration: …" goes, a subtitle's longer first half stays."""


def _is_title_end(heading: Claim, shared: list[Claim]) -> bool:
    """Whether the heading is only the site's part of ``<title>`` ("Blog of X: headline"), while og:title says the rest."""
    letters = _letters(heading.value)
    tags = [_letters(c.value) for c in shared if c.rule == "title tag"]
    others = [_letters(c.value) for c in shared if c.rule != "title tag"]
    return any(
        tag != letters
        and (tag.startswith(letters) or tag.endswith(letters))
        and other
        and other in tag
        and letters not in other
        for tag in tags
        for other in others
    )


def _shares_a_word(heading: Claim, shared: list[Claim]) -> bool:
    ours = set(re.findall(r"\w{4,}", heading.value.casefold()))
    return any(ours & set(re.findall(r"\w{4,}", claim.value.casefold())) for claim in shared)


def _by_vote(
    heading: list[Claim], headline: list[Claim], shared: list[Claim], *, is_news: bool
) -> list[Claim]:
    """Heading, then JSON-LD's headline; turned round where that holds the whole heading and is og:title, too (a kicker stands
    apart), or where the page of a newsroom repeats it as og:title or ``<title>``, and its heading is only another line: unless
    og:title is a third one that is not even like it, for then the page has many lines, and its readers saw the heading."""
    if heading and headline:
        ours, theirs = _letters(heading[0].value), _letters(headline[0].value)
        others = [_letters(c.value) for c in shared]
        is_longer = ours in theirs and any(_letters(c.value) == theirs for c in shared if c.rule == _OG_TITLE)
        is_shared = all(
            _likeness(headline[0].value, c.value) >= MIN_SHARED for c in shared if c.rule == _OG_TITLE
        )
        is_other = is_news and is_shared and ours not in others
        if ours != theirs and theirs in others and (is_longer or is_other):
            return [*headline, *heading]
    return [*heading, *headline]


def _line_claims(reading: Reading) -> list[Claim]:
    lines = [line for line in reading.lines("title") if line.text.strip()]
    return [
        Claim(
            _without_byline(_headline_of(" ".join(_alone(line, reading).split()), reading), reading),
            f"title line ({line.rule})",
            line.span,
        )
        for line in lines
    ]


def _alone(line: Line, reading: Reading) -> str:
    said = reading.said(line)
    return said if reading.is_html or said != line.text else title_parts(line)[0]


def _without_byline(title: str, reading: Reading) -> str:
    """A text's title without the word of a byline behind it, whose name stands on the next line: "Ferry sinks by"."""
    title, _, last = ("", "", title) if reading.is_html else title.rpartition(" ")
    return title if " " in title and fold(last) in any_language("byline_ends") else f"{title} {last}".strip()


def without_house(title: str, reading: Reading) -> str:
    """A title that came with the record without the outlet's name behind it, where the text repeats it so."""
    parts = list(_SEPARATOR.finditer(title))
    shorter = title[: parts[-1].start()] if parts else ""
    if not shorter:
        return title
    repeated = {_letters(line.text) for line in reading.body.lines[:OPENING_LINES]}
    return shorter if _letters(title) not in repeated and _letters(shorter) in repeated else title


TITLE_FROM_TEXT_WORDS, FEWEST_WORDS = 14, 7
"""Most words of a title that is taken from the text, and fewest of one that ends where a clause does."""
_CLAUSE_END = re.compile(r"[,;:،؛–—]$")
_SMALL_WORD_CHARS = 3


def first_words(text: str, language: str) -> str:
    """A title made of a text: its first sentence without its dateline and its stop; a longer one to the end of a clause or,
    with ``…`` behind it, to a word that a title may end with."""
    dateline = find_dateline(text)
    text = text[dateline.end :] if dateline and dateline.end < len(text) else text
    first = next(iter(sentences(text, language.split("-")[0])), (0, len(text)))
    words = text[slice(*first)].split()
    if len(words) <= TITLE_FROM_TEXT_WORDS:
        whole = " ".join(words)
        return (
            whole[:-1].rstrip() if whole[:-1] and whole[-1] in ".。" and not whole.endswith("..") else whole
        )
    words = words[:TITLE_FROM_TEXT_WORDS]
    ends = [n for n, word in enumerate(words, 1) if n >= FEWEST_WORDS and _CLAUSE_END.search(word)]
    if ends:
        words = words[: ends[-1]]
    while len(words) > FEWEST_WORDS and len(words[-1]) <= _SMALL_WORD_CHARS and words[-1].islower():
        words.pop()
    return _CLAUSE_END.sub("", " ".join(words)).rstrip() + " …"


def _headline_of(text: str, reading: Reading) -> str:
    """A title's line of a text without what the page's ``<title>`` adds: the outlet's name behind, the section before where
    the title stands again by itself."""
    parts = list(_SEPARATOR.finditer(text)) if not reading.is_html else []
    if not parts:
        return text
    section, house = text[: parts[0].start()], text[parts[-1].end() :]
    is_whole = sum(_letters(line.text) == _letters(text) for line in reading.body.lines[:TITLE_LINES]) > 1
    if not house or is_whole or "«" in text[: parts[-1].start()]:  # marks of quotation
        return text
    every = [_letters(line.text) for line in reading.body.lines]
    repeated = {*every[:OPENING_LINES]}
    if _letters(text[parts[0].end() :]) in repeated and len(section.split()) <= MAX_SECTION_WORDS:
        return text[parts[0].end() :]
    is_outlet = is_masthead(house) or fold_organisation(house) in _known_names(reading)
    is_outlet = is_outlet or (
        _is_said_around(house, repeated, reading) and _may_be_house(text, parts[-1], house)
    )
    before = _letters(text[: parts[-1].start()])
    return text[: parts[-1].start()] if is_outlet or before in repeated or _is_whole(before, every) else text


def _is_whole(part: str, every: list[str]) -> bool:
    """Whether a part of a title's line is a line of its own, however far below."""
    return len(part) >= WHOLE_CHARS and part in every


WHOLE_CHARS = 16
"""Fewest letters of a title that is told by its standing alone further down."""


def _is_said_around(house: str, repeated: set[str], reading: Reading) -> bool:
    """Whether a name is a line of the opening, or stands in the small print."""
    small = (line.text for line in reading.body.lines if line.block is None and line.role != "title")
    return _letters(house) in repeated or any(house in text for text in small)


def _may_be_house(text: str, separator: re.Match[str], house: str) -> bool:
    """Whether what stands behind a bar or a dash may be an outlet's name: words with capitals, fewer than the title's."""
    is_trail = "»" in text or ">" in text
    return not is_trail and is_name(house) and 1 < len(house.split()) < len(text[: separator.start()].split())


OPENING_LINES, MAX_SECTION_WORDS = 15, 3
TITLE_LINES = 30
"""Lines among which a headline that stands twice, whole, has no outlet's name behind it."""


def _known_names(reading: Reading) -> set[str]:
    return {fold_organisation(name) for o in reading.outlets for name in (o.name, *o.aliases)}


def _shared(reading: Reading) -> list[Claim]:
    """What the page calls itself to others, the site's name cut off."""
    page = reading.markup
    claims = [
        *page.meta(
            "og:title",
            "twitter:title",
            "dc.title",
            "dcterms.title",
            "parsely-title",
            "sailthru.title",
            "citation_title",
            "title",
            "headline",
        ),
        *page.titles,
    ]
    names = _site_names(reading)
    heads = {_letters(h.value) for h in page.headings}
    return [Claim(_without_site(c.value, names, heads), c.rule, c.span) for c in claims]


def _site_names(reading: Reading) -> list[str]:
    page = reading.markup
    names = [
        c.value
        for c in page.meta(
            "og:site_name",
            "application-name",
            "publisher",
            "dc.publisher",
            "apple-mobile-web-app-title",
            "al:ios:app_name",
        )
    ]
    if reading.node:
        names += [c.value for c in reading.node.texts("publisher")]
    domain = host(reading.url.value) if reading.url else ""
    names += [label for label in domain.split(".")[:-1] if len(label) > 2] + ([domain] if domain else [])
    return [letters for name in names if (letters := _letters(name))]


def _without_site(title: str, names: list[str], headings: set[str]) -> str:
    """A title without the site's name at either end. Unknown ends stay: a headline may hold a dash."""
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts or _letters(title) in headings:
            return title
        first, last = parts[0], parts[-1]
        head, tail = title[: first.start()], title[last.end() :]
        if _letters(title[: last.start()]) in headings or _is_site(tail, names):
            title = title[: last.start()]
        elif _letters(title[first.end() :]) in headings or _is_site(head, names):
            title = title[first.end() :]
        else:
            return title


def _is_site(part: str, names: list[str]) -> bool:
    letters = _letters(part)
    if not letters:
        return True
    return len(part.split()) <= 6 and any(
        letters == n or (len(letters) > 3 and len(n) > 3 and (letters in n or n in letters)) for n in names
    )


def _confirmed(heading: Claim, shared: list[Claim]) -> bool:
    return any(_likeness(heading.value, claim.value) >= MIN_CONFIRMED for claim in shared)


def _likeness(a: str, b: str) -> float:
    x, y = _letters(a), _letters(b)
    if len(x) > 10 and (x in y or y in x):
        return 90 + 10 * min(len(x), len(y)) / max(len(x), len(y))
    return round(fuzz.ratio(x, y), 1)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", normalise(text).casefold())
