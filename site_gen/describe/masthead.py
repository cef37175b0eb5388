"""Names that a publisher leaves around an article without a sentence: behind the title, behind a byline, above, or by a ©.

In: a reading. Out: claims on the outlet, or on the agency whose name stands in the byline's place. An agency is never
taken for the outlet, and the owner's company is no newspaper: it comes last.
"""

from __future__ import annotations

import re

from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language
from site_gen.language.words import fold
from site_gen.model import Line

from .agencies import agency_named
from .claim import Claim
from .head import head_lines
from .people import authors_of
from .reading import Reading
from .title import title_claims

MAX_NAME_WORDS = 6
MASTHEAD_WORDS = frozenset(
    {
        "herald", "times", "post", "tribune", "gazette", "courier", "chronicle", "sentinel", "observer", "examiner", "dispatch", "inquirer", "telegraph",
        "journal", "bugle", "standard", "mirror", "mail", "express", "bulletin", "reporter", "record", "register", "review", "star", "sun", "globe",
        "guardian", "monitor", "advertiser", "argus", "echo", "leader", "ledger", "messenger", "mercury", "press", "news", "daily", "weekly", "broadcasting",
        "radio", "television", "tv", "zeitung", "anzeiger", "kurier", "nachrichten", "rundschau", "tageblatt", "allgemeine", "courrier", "matin",
        "depeche", "nouvelliste", "diario", "periodico", "heraldo", "correo", "giornale", "corriere", "gazzetta", "jornal", "correio", "folha",
    }
)  # fmt: skip
"""Words, folded, that newspapers and stations are named by, in the languages of the archive's months and bylines."""
_COMMON_BEFORE = frozenset(
    {
        "world",
        "latest",
        "breaking",
        "top",
        "local",
        "business",
        "sports",
        "more",
        "all",
        "our",
        "daily",
        "good",
        "blog",
        "us",
        "uk",
        "tech",
    }
)
"""Before "news" and the like these make the name of a section."""
_ARTICLES = frozenset(
    {"the", "le", "la", "les", "l'", "el", "los", "il", "lo", "die", "der", "das", "o", "de", "het"}
)
_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "de",
        "du",
        "des",
        "la",
        "le",
        "del",
        "di",
        "da",
        "do",
        "der",
        "am",
        "y",
        "et",
        "und",
        "&",
    }
)
_TITLE_END = re.compile(r"^\s*[|–—:»«•·-]+\s*(?:[^|–—•·]{1,40}\s+[|–—•·]\s+)*(.{2,60})$")
_BYLINE_PART = re.compile(r"\s*[|•·]\s*|,\s+|\s+-\s+|\s+(?:for|of|at)\s+(?=(?:the|The)\s)")
_BARE_RIGHTS = re.compile(
    r"^\W*(?:©|\([cC]\)|[Cc]opyright)\W*(?:(?:19|20)\d{2}\W+)?([^\W\d_][^|©]{2,60}?\.?)\s*$"
)
_COMPANY = re.compile(
    r"[\s,](?:ltd|limited|llc|l\.l\.c|inc|incorporated|plc|corp(?:oration)?|co|company|gmbh|mbh|ag|kg|se|s\.?a|s\.?l|s\.?p\.?a|s\.?r\.?l|sas|sarl|bv|b\.v|nv|pty|"
    r"holdings?|syndicate|content agency|media group|group|publishing|publications|ediciones|editions|verlag|medien|media)\.?$",
    re.I,
)


def is_company(name: str) -> bool:
    """Whether a name is that of an owner by its form: "Harbour Media Ltd"."""
    return bool(_COMPANY.search(" " + name.strip(" .")))


def titles_end(reading: Reading) -> list[Claim]:
    """What stands behind the article's own title in ``<title>``, or in the line of a text that repeats it: "Title | The Outlet"."""
    claim = next(iter(title_claims(reading)), None)
    if claim is None or len(claim.value) < MIN_TITLE_CHARS:
        return []
    repeated = [
        *reading.markup.titles,
        *(Claim(line.text, "title line", line.span) for line in _before_body(reading)),
    ]
    found: list[Claim] = []
    for whole in repeated:
        tail = (
            _TITLE_END.match(whole.value[len(claim.value) :])
            if _starts_with(whole.value, claim.value)
            else None
        )
        if tail and _is_name(tail[1].strip()):
            found.append(_claim(whole, tail[1].strip(), "title's end"))
    return found[:1]


MIN_TITLE_CHARS = 12
"""A shorter title may be the beginning of another text by chance."""


def _starts_with(text: str, start: str) -> bool:
    return text.casefold().startswith(start.casefold())


def _before_body(reading: Reading) -> list[Line]:
    found = []
    for line in reading.body.lines:
        if line.block is not None and line.role == "body":
            break
        found.append(line)
    return found


def bylines_end(reading: Reading) -> list[Claim]:
    """The outlet behind the names of a byline: "By Ann Bee, The Harbour Herald"."""
    return [
        c
        for c in _byline_parts(reading)
        if agency_named(c.value, reading.outlets) is None and is_masthead(c.value)
    ][:1]


def agency_in_byline(reading: Reading) -> list[Claim]:
    """The agency behind the names of a byline, or alone in its place: "Ann Bee, Associated Press"; "AFP"."""
    alone = [Claim(line.text.strip(), "byline", line.span) for line in head_lines(reading)]
    return [
        c for c in [*_byline_parts(reading), *alone] if agency_named(c.value, reading.outlets) is not None
    ][:1]


def _byline_parts(reading: Reading) -> list[Claim]:
    if reading.is_html:
        return []
    lines = [*reading.lines("byline"), *(line for line in head_lines(reading) if line.role != "byline")]
    return [
        _claim(Claim(line.text, "byline", line.span), name, "byline")
        for line in lines
        for part in _BYLINE_PART.split(line.text)[0 if line.role != "byline" else 1 :]
        if (name := _without_role(part)) and _is_name(name)
    ]


def _without_role(part: str) -> str:
    """ "Bay Sentinel Staff Writer" as "Bay Sentinel"."""
    words = part.strip(" .").split()
    while words and fold(words[-1]) in _ROLES:
        words.pop()
    return " ".join(words)


_ROLES = frozenset(
    {
        "staff",
        "writer",
        "writers",
        "reporter",
        "correspondent",
        "editor",
        "columnist",
        "contributor",
        "bureau",
    }
)


def lines_above(reading: Reading) -> list[Claim]:
    """A line above the title, or beside its date, that has the form of a newspaper's name; one that stands elsewhere too first."""
    if reading.is_html:
        return []
    above = []
    for line in reading.body.lines:
        if line.role == "title":
            break
        above.append(line)
    claims = [Claim(line.text.strip(), "masthead", line.span) for line in [*above, *head_lines(reading)]]
    named = [
        c for c in claims if is_masthead(c.value) or (_has_article(c.value) and _is_named_below(reading, c))
    ]
    return sorted(named, key=lambda c: (not _is_named_below(reading, c), c.span))[:1]


def _is_named_below(reading: Reading, claim: Claim) -> bool:
    return reading.capture.text.find(claim.value, claim.span[1]) >= 0


def _has_article(name: str) -> bool:
    return _is_name(name) and fold(name.split()[0]) in _ARTICLES


def holders(reading: Reading) -> list[Claim]:
    """Who alone stands behind a © on a line below the article: a newspaper; a company, under its own rule, behind it."""
    behind = _last_paragraph(reading)
    found = []
    for line in reading.body.lines:
        match = _BARE_RIGHTS.match(line.text) if line.span[0] > behind else None
        name = re.sub(r"(?<=[^\W\d_]{3})\.$", "", match[1]) if match else ""
        if _is_name(name) and len(name.split()) > 1 and agency_named(name, reading.outlets) is None:
            rule = "copyright holder" if is_company(name) else "copyright line"
            found.append(_claim(Claim(line.text, rule, line.span), name, rule))
    return sorted(found, key=lambda c: (c.rule == "copyright holder", c.span))


def _last_paragraph(reading: Reading) -> int:
    return max((b.span[0] for b in reading.body.blocks if b.kind == "paragraph"), default=0)


def is_masthead(name: str) -> bool:
    """Whether a name has the form of a newspaper's or station's: two words or more, one of them such as "Herald", none of them a section's."""
    words = [fold(w) for w in name.split()]
    if len(words) < 2 or "," in name or not _is_name(name) or words[0] in _COMMON_BEFORE or is_company(name):
        return False
    if words[-1] in MASTHEAD_WORDS:
        return True
    return bool(MASTHEAD_WORDS & set(words[:2])) and not authors_of(name, is_marked=False)


def _is_name(name: str) -> bool:
    """Few words, each with a capital but the small ones, no figures, no place, no section that every site has."""
    words = name.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or not name[0].isupper() or re.search(r"[\d@/?!:]", name):
        return False
    if place_named(name) is not None or fold(name) in any_language("no_author"):
        return False
    return all(w[0].isupper() or fold(w) in _SMALL or w[0] in "&'’" for w in words)


def _claim(whole: Claim, name: str, rule: str) -> Claim:
    at = whole.value.rfind(name)
    is_exact = whole.span[1] - whole.span[0] == len(whole.value)
    return Claim(
        name,
        rule,
        (whole.span[0] + at, whole.span[0] + at + len(name)) if is_exact and at >= 0 else whole.span,
    )
