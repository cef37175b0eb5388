"""Which outlet published a capture, and whose agency copy it is.

An outlet is named by its address, its own structure, or a notice in which it speaks of itself; never by an agency
that the text quotes, thanks or credits for a picture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from site_gen.language import fold
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language, any_written
from site_gen.language.organisations import fold_organisation
from site_gen.model import Outlet

from .agencies import agency_named
from .authority import known_outlet, listed_as, listed_at
from .claim import Claim
from .datelines import dateline_agency
from .frames import addressed, framed
from .houses import is_company, is_masthead, is_section
from .masthead import (
    byline_of_a_body,
    bylines_end,
    holders,
    house_behind_label,
    houses_of_bylines,
    is_signed_by,
    titles_end,
    with_agencies,
)
from .nameplate import employers, lines_above, signed_below
from .people import is_person_name
from .reading import Reading, host

_SELF = r"([A-Z0-9][\w&'’./-]*(?: (?:of |the |and |& |for |de |du |la )?[A-Z0-9][\w&'’./-]*){0,5})"
_NOTICES = tuple(
    (needed, re.compile(pattern))
    for needed, pattern in (
        (
            (" report", " cover", " work", " bring"),
            rf"^\W*(?:The )?{_SELF} (?:journalists|reporters|correspondents|editors|staff) (?:report|cover|work|bring)",
        ),
        (
            (" has been ",),
            rf"^\W*{_SELF} has been (?:declared|designated|labelled|labeled|blocked|banned)",
        ),
        (
            (" is a", " is the "),
            rf"^\W*{_SELF} is (?:an?|the) (?:[\w-]+ ){{0,4}}(?:news(?:paper)?|magazine|publication|broadcaster|media|nonprofit|non-profit|daily|weekly|outlet|website)",
        ),
        (
            (" published ", " appeared ", " ran "),
            rf"(?:[Tt]his|[Tt]he) (?:article|story|post|piece|report) (?:was |has been )?(?:first |originally )?(?:published|appeared|ran) (?:first |originally )?(?:by|in|on|at) {_SELF}",
        ),
        (
            (" published ", " appeared "),
            rf"^\W*(?:[Ff]irst|[Oo]riginally) (?:published|appeared) (?:by|in|on|at) {_SELF}",
        ),
        (
            ("©", "(c)", "(C)", "opyright"),
            rf"(?:©|\([cC]\)|[Cc]opyright)(?: ©| \([cC]\))?,? ?(?:\d{{4}}(?: ?[-–] ?\d{{4}})?),? (?:by )?{_SELF}",
        ),
        (
            ("©", "(c)", "(C)", "opyright"),
            rf"(?:©|\([cC]\)|[Cc]opyright)(?: ©| \([cC]\))? {_SELF},? (?:\d{{4}}|[Aa]ll rights reserved)",
        ),
        (
            ("ubscribe to ", "ign up ", "upport ", "ownload "),
            rf"^\W*(?:[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Ss]upport|[Dd]ownload) (?:the )?{_SELF}(?:'s|’s)? (?:newsletters?|app|today|now|daily)",
        ),
        (
            (" to ",),
            rf"(?:[Mm]illions|[Rr]eaders|[Pp]eople) (?:are |have )?(?:turn(?:ing|ed)?|com(?:e|ing)) to ((?:[Tt]he )?{_SELF[1:-1]}) (?:for|every)",
        ),
        (
            ("ead more ", "ead the full "),
            rf"^\W*[Rr]ead (?:more|the full (?:story|article)) (?:on|at|in|from) (?P<article>[Tt]he {_SELF[1:-1]})\W*$",
        ),
        (
            (" on ",),
            rf"^\W*(?:[Ff]ollow|[Ll]ike) (?P<followed>{_SELF[1:-1]}) on (?:Twitter|Facebook|X|Instagram|Telegram)",
        ),
        (
            (", ",),
            rf"^\W*{_SELF}, (?:an? )?(?:independent )?(?:daily|weekly|newspaper|magazine|quotidien|hebdomadaire|journal|mensuel|Tageszeitung)\b",
        ),
        (
            (". All ", ". Tous ", ". Alle ", ". Todos "),
            rf"^\W*{_SELF}\. (?:All rights reserved|Tous droits réservés|Alle Rechte vorbehalten|Todos los derechos reservados)",
        ),
        (
            ("نُشر", "نشر"),
            r"(?:نُشر|نشر) (?:هذا المقال|هذا التقرير|المقال) (?:أولا |أول مرة )?(?:في|على) (?:صحيفة |موقع )?(\S+(?: \S+){0,2})",
        ),
        (
            ("et article ",),
            r"[Cc]et article (?:a été |est )?(?:d['’]abord )?(?:publié|paru) (?:dans|par|sur) ((?:[LD][ae'’]s? ?)?[A-ZÉÈ][\w’'-]*(?: [A-ZÉÈ][\w’'-]*){0,4})",
        ),
    )
)
"""How publishers speak of themselves below an article: letters of which a line must hold some, and a pattern whose first group
is the name."""
_NEEDED = re.compile("|".join(sorted({re.escape(letters) for needed, _ in _NOTICES for letters in needed})))
_HOLDER = re.compile(r"^(?:copyright\b)?(?:\W*(?:19|20)\d{2}\b)*\W*(?:by )?", re.I)
"""What stands before the name in a notice of copyright, as far as a pattern took it for the name's beginning."""
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/?", re.I)
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\. |(?<=[A-Z]{3})\. (?=[A-Z])")
NOTICE_ROLES = (
    "publisher_notice",
    "newsletter",
    "nav",
    "credit_line",
    "repeated",
    "advertisement",
    "comment",
    "artefact",
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})


def source_claims(reading: Reading, sources: int | None = None) -> Iterator[Claim]:
    """Yield the claims on the outlet, best first, each under the outlet's main name where sources.toml knows it.

    The sources (all, or so many) are asked one after another: on most pages one of the first answers, and no other is asked.
    """
    for name, source in SOURCES[:sources]:
        for claim in source(reading):
            if name not in _SURE and is_section(claim.value):
                continue
            yield Claim(known_name(claim.value, reading.outlets), claim.rule, claim.span)


def known_name(name: str, outlets: tuple[Outlet, ...], *, is_own: bool = False) -> str:
    """The main name of the outlet that has this name or alias; the name itself where none has.

    A name that is an address ("www.example.org") is that of the outlet with the domain, one of the archive's own before one of
    our list, or the bare host: the same outlet must not stand in the archive under its name, and with and without ``www.``.
    A name of our list is written as there: "the Harbour Post" is The Harbour Post; but what a person wrote (``is_own``) stays.
    """
    folded = fold_organisation(name)
    for outlet in outlets:
        if folded and folded in {fold_organisation(n) for n in (outlet.name, outlet.slug, *outlet.aliases)}:
            return outlet.name
    if address := _ADDRESS.fullmatch(name.strip()):
        known = outlet_of_host(address[1].lower(), outlets)
        return known.name if known else listed_at(address[1].lower()) or address[1]
    return name if is_own else listed_as(name, outlets) or name


def outlet_of_host(name: str, outlets: tuple[Outlet, ...]) -> Outlet | None:
    """The outlet to whose domain a host belongs, the longest domain first."""
    fitting = [
        (len(domain), outlet.name, outlet)
        for outlet in outlets
        for domain in outlet.domains
        if name == domain.lower().removeprefix("www.")
        or name.endswith("." + domain.lower().removeprefix("www."))
    ]
    return max(fitting, key=lambda f: f[:2])[2] if fitting else None


def _domain(reading: Reading) -> list[Claim]:
    hosts = [(reading.url, host(reading.url.value))] if reading.url else []
    if reading.capture.url:
        hosts.append((Claim(reading.capture.url, "record", (0, 0)), host(reading.capture.url)))
    for claim, name in hosts:
        if outlet := outlet_of_host(name, reading.outlets):
            return [Claim(outlet.name, "domain", claim.span)]
    return []


def _json_ld(reading: Reading) -> list[Claim]:
    node = reading.node
    return [c for c in node.texts("publisher")[:1] if not host(c.value)] if node else []


def _metas(reading: Reading) -> list[Claim]:
    claims = reading.markup.meta(
        "og:site_name",
        "dc.publisher",
        "dcterms.publisher",
        "citation_journal_title",
        "application-name",
        "publisher",
    )
    return [
        c
        for c in claims
        if len(c.value) <= 60
        and fold(c.value) not in any_language("no_outlets")
        and not re.match(r"https?:|www\.|\d+$", c.value)
        and not _is_state(c.value)
    ][:1]


def _microdata(reading: Reading) -> list[Claim]:
    """The name of the first element that its markup calls the publisher: of its inner ``name``, else its text up to the first part's end."""
    for marked in reading.markup.marked:
        if "publisher" not in marked.attributes.get("itemprop", "").lower().split():
            continue
        start, end = marked.span
        inner = (c for c in reading.markup.meta("itemprop:name") if start <= c.span[0] < end)
        claim = next(inner, Claim(marked.text.partition(" | ")[0], "itemprop publisher", marked.span))
        if 1 < len(claim.value) <= 60 and not host(claim.value):
            return [Claim(claim.value, "itemprop publisher", claim.span)]
    return []


def _is_state(name: str) -> bool:
    """Whether a site calls itself by its edition's country: "U.S."."""
    place = place_named(name)
    return place is not None and place.kind != "city"


def _notices(reading: Reading) -> list[Claim]:
    """The name by which the publisher speaks of itself in what surrounds the article; the most frequent."""
    return _in_notices(reading, is_wanted=lambda name: not is_company(name))


def _companies(reading: Reading) -> list[Claim]:
    return _in_notices(reading, is_wanted=is_company)


def _in_notices(reading: Reading, *, is_wanted: Callable[[str], bool]) -> list[Claim]:
    found = [
        Claim(name, "publisher notice", (line.span[0] + at, line.span[0] + at + len(name)))
        for line in reading.lines(*NOTICE_ROLES)
        for name, at in _names_in_notice(line.text)
        if is_wanted(name) and not is_signed_by(reading, name)
    ]
    exact = [c for c in found if reading.capture.text[c.span[0] : c.span[1]] == c.value]
    counts = Counter(fold_organisation(c.value) for c in found)
    ranked = sorted(exact or found, key=lambda c: (-counts[fold_organisation(c.value)], c.span))
    return ranked[:1]


@lru_cache(maxsize=4096)
def _names_in_notice(text: str) -> tuple[tuple[str, int], ...]:
    """Names and where they begin. The notices of a site stand on all its pages."""
    if not _NEEDED.search(text):
        return ()
    names = []
    for pattern in [pattern for needed, pattern in _NOTICES if any(letters in text for letters in needed)]:
        for match in pattern.finditer(text):
            name = _SENTENCE_END.split(_HOLDER.sub("", match[1]))[0].strip(" .,;'’")
            name = _begun_rights().sub("", _rights().sub("", name))
            if match.groupdict().get("followed") and _may_be_a_reporter(name):
                continue
            if match.groupdict().get("article") and not is_masthead(name):
                continue
            if fold(name) not in any_language("no_outlets") and agency_named(name) is None and len(name) > 1:
                names.append((name[:1].upper() + name[1:], match.start(1) + match[1].find(name)))
    return tuple(names)


@cache
def _rights() -> re.Pattern[str]:
    """ "All rights reserved" at the end of a name, or in its place."""
    return re.compile(rf"[\s.,;|–—-]*(?i:{any_written('rights_reserved')})\W*$")


@cache
def _begun_rights() -> re.Pattern[str]:
    """The first word of "All rights reserved", which a pattern took for the end of a company's name."""
    first = "|".join(sorted({re.escape(words.split()[0]) for words in any_language("rights_reserved")}))
    return re.compile(rf"\.? (?i:{first})$")


def _may_be_a_reporter(name: str) -> bool:
    """Whether whom a line asks to follow may be who wrote it: one plain word, or a person's name."""
    is_plain = len(name.split()) == 1 and name[1:].islower()
    return (is_plain or is_person_name(name)) and not is_masthead(name)


def _known_dateline(reading: Reading) -> list[Claim]:
    """A publisher of sources.toml that signs its datelines as agencies do: ``LONDON (Name) —``."""
    claim = dateline_agency(reading)
    publishers = {
        fold_organisation(n) for o in reading.outlets if o.kind == "publisher" for n in (o.name, *o.aliases)
    }
    return [claim] if claim and fold_organisation(claim.value) in publishers else []


_OWN_REPORTER = re.compile(
    rf"(?:^|[.”\"] )(?:The )?{_SELF}['’]s (?:[A-Z][\w'’-]+ ){{1,3}}?[A-Z][\w'’-]+,? (?:reporting|reports) from "
)


def _own_reporters(reading: Reading) -> list[Claim]:
    """Whose reporter a text names as reporting for itself: "Al Nahar's Lena Farr, reporting from Ostrey, said"."""
    if reading.is_html:
        return []
    for block in reading.body.blocks:
        match = (
            _OWN_REPORTER.search(block.text) if " from " in block.text and " report" in block.text else None
        )
        if match and agency_named(match[1]) is None:
            return [Claim(match[1], "own reporter", block.span)]
    return []


SOURCES: tuple[tuple[str, Callable[[Reading], list[Claim]]], ...] = (
    ("domain", _domain),
    ("json-ld", _json_ld),
    ("meta", _metas),
    ("microdata", _microdata),
    ("known outlet", known_outlet),
    ("title's end", titles_end),
    ("byline", bylines_end),
    ("byline for a house", houses_of_bylines),
    ("label's house", house_behind_label),
    ("publisher-notice", _notices),
    ("byline alone", byline_of_a_body),
    ("with agencies", with_agencies),
    ("writer's house", employers),
    ("masthead", lines_above),
    ("dateline", _known_dateline),
    ("named outright", framed),
    ("address", addressed),
    ("copyright", holders),
    ("company", _companies),
    ("last line", signed_below),
    ("own reporter", _own_reporters),
)
"""In order. A company that holds the rights is named only where nothing names a newspaper."""
_SURE = frozenset({"domain", "json-ld", "meta", "microdata", "known outlet", "dateline", "address"})
"""Sources that may name what reads like a section; of others such a name is left out."""
STRUCTURED = 3
"""Sources that are a page's address and its structure."""


def host_claim(reading: Reading) -> Claim | None:
    """The bare domain, for a page that names its outlet nowhere else."""
    if reading.url is None or not (name := host(reading.url.value)):
        return None
    labels = name.split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
    return Claim(".".join(labels[-keep:]), "domain name", reading.url.span)
