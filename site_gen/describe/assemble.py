"""From a cleaned capture to its article: every field from its sources in order, each value with its evidence.

A field's order is everywhere the same: what a person supplied (metadata.csv), what a decision says, what came with
the record (JSONL, front matter), what the page's structure states, what its text states. Where two of these disagree
the first is kept and the disagreement is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from site_gen.language import fold
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language
from site_gen.model import (
    Article,
    Basis,
    Body,
    Capture,
    CaptureRef,
    Contributor,
    Decision,
    Evidence,
    Finding,
    Outlet,
    Sourced,
    VocabularyTerm,
    edtf,
)
from site_gen.settings import DescribeSettings

from . import findings as say
from . import listing
from .agencies import agency_named
from .authors import author_claims, conflicting
from .claim import Claim, given_for, inferred, stated
from .clues import find_clues
from .credits import Credits, agencies_thanked, read_credits
from .datelines import dateline_agency, dateline_place
from .dates import read_date
from .day_lines import CHANGE_SHOWN
from .filed import section_of, topics_of
from .head import head_lines, line_value
from .houses import is_company
from .names import find_names
from .outlet import STRUCTURED, host_claim, known_name, source_claims
from .people import as_written, authors_of, others_work, typed_names
from .published import disagreeing, is_front_page, modified_claims, month_of_address, published_claims
from .reading import Reading, host, open_capture
from .title import first_words, title_claims, without_house
from .tongue import given_language, language_of


class Cited(NamedTuple):
    """By what an article is cited."""

    title: Sourced[str]
    authors: tuple[Sourced[str], ...]
    published: Sourced[str] | None


COUNTED_KINDS = ("paragraph", "heading", "quote", "list", "entry")


def article(
    capture: Capture,
    body: Body,
    *,
    outlets: tuple[Outlet, ...] = (),
    vocabulary: tuple[VocabularyTerm, ...] = (),
    decisions: tuple[Decision, ...] = (),
    settings: DescribeSettings | None = None,
    with_names: bool = True,
) -> tuple[Article, tuple[Finding, ...]]:
    """Return the described article, and what a person should look at.

    ``with_names``: find the names and the clues of days too, which linking and topics need and an extractor does not.
    """
    settings = settings or DescribeSettings()
    reading = open_capture(capture, body, outlets)
    found: list[Finding] = []
    language = _language(reading, settings, found)
    names = find_names(body.blocks, language.value, vocabulary=vocabulary) if with_names else ()
    agency, credits = _agency(reading), _credits(reading)
    source, title = (
        _source(reading, agency, found),
        _title(reading) or _untitled(reading, language.value, found),
    )
    if agency and source and _signs_itself(agency, source):
        agency = None
    described = Article(
        id=capture.id,
        capture=_reference(capture),
        title=title,
        standfirst=_standfirst(reading, title.value),
        source=source,
        agency=agency,
        credited_agencies=tuple(stated(claim) for claim in credits.agencies),
        authors=_authors(reading, source, found),
        contributors=credits.contributors,
        published=_published(reading, decisions, found),
        modified=next((stated(c) for c in modified_claims(reading)), None),
        place=_place(reading),
        language=language,
        section=section_of(reading),
        url=_url(reading),
        rights=given_for(capture, "rights"),
        given_topics=topics_of(reading),
        blocks=body.blocks,
        lines=body.lines,
        edits=body.edits,
        names=names,
        clues=find_clues(capture.text, body, language.value) if with_names else (),
        words=sum(len(b.text.split()) for b in body.blocks if b.kind in COUNTED_KINDS),
    )
    if described.source is None:
        found.append(say.no_source(capture))
    found.extend(listing.remarks(reading))
    return described, tuple(found)


def cited(capture: Capture, body: Body) -> Cited:
    """Return what ``article`` says of title, authors and day, and nothing else: what an extractor is asked for.

    The language is told only where no title is found, by what the page declares and by its small words.
    """
    reading = open_capture(capture, body, ())
    found: list[Finding] = []
    title = _title(reading)
    if title is None:
        told = _language(reading, DescribeSettings(), found, by_statistics=False)
        title = _untitled(reading, told.value, found)
    authors = _authors(reading, _source(reading, _agency(reading), found), found)
    return Cited(title, authors, _published(reading, (), found))


def _reference(capture: Capture) -> CaptureRef:
    return CaptureRef(
        capture.path, capture.record, capture.sha256, capture.size_bytes, capture.media_type,
        capture.encoding, capture.encoding_basis, capture.captured,
    )  # fmt: skip


def _title(reading: Reading) -> Sourced[str] | None:
    if given := given_for(reading.capture, "title"):
        shorter = without_house(given.value, reading) if given.basis is Basis.STATED else given.value
        return Sourced(shorter, given.basis, given.evidence)
    claims = title_claims(reading)
    return stated(claims[0]) if claims else None


def _untitled(reading: Reading, language: str, found: list[Finding]) -> Sourced[str]:
    text = next((b for b in reading.body.blocks if b.text.strip()), None)
    stands = "the first words of the text stand" if text else "the file's name stands"
    found.append(say.no_title(reading.capture, stands))
    if text is None:
        return inferred(
            reading.capture.path.rsplit("/", 1)[-1],
            "file name",
            note="The capture has no text to take a title from.",
        )
    note = "No title was found: the first words of the text."
    return inferred(first_words(text.text, language), "first words", spans=(text.span,), note=note)


def _standfirst(reading: Reading, title: str) -> Sourced[str] | None:
    """What stands below the title, unless it is the title again."""
    found = line_value(reading, "standfirst")
    return None if found is not None and fold(found.value) == fold(title) else found


def _source(reading: Reading, agency: Sourced[str] | None, found: list[Finding]) -> Sourced[str] | None:
    """Given, stated, or last: the bare domain, or the agency whose copy it is, inferred and said so."""
    if given := given_for(reading.capture, "source"):
        is_own = given.basis is Basis.SUPPLIED
        return _named(given, known_name(given.value, reading.outlets, is_own=is_own))
    if first := next(source_claims(reading), None):
        found.extend(_source_conflict(reading, first))
        return stated(first)
    if name := host_claim(reading):
        return inferred(
            name.value, name.rule, spans=(name.span,), note="The page names no outlet: its domain."
        )
    if agency:
        note = "No outlet is stated: the agency whose copy it is."
        return inferred(agency.value, "agency for outlet", spans=agency.evidence.spans, note=note)
    return None


def _named(given: Sourced[str], name: str) -> Sourced[str]:
    """An outlet that was given, under its main name; where its address was given, with a note that says so."""
    is_address = "." in given.value and fold(name) != fold(given.value)
    note = f"It is named by its address: {given.value}." if is_address else given.evidence.note
    return Sourced(name, given.basis, replace(given.evidence, note=note))


def _source_conflict(reading: Reading, first: Claim) -> Iterable[Finding]:
    """The address belongs to one known outlet and the page's JSON-LD names another, or JSON-LD one and the page's head another."""
    rival = {"domain": "json-ld publisher", "json-ld publisher": "meta og:site_name"}.get(first.rule)
    for other in source_claims(reading, STRUCTURED) if rival else ():
        if other.rule == rival and not _like(other, first):
            yield say.conflict(reading.capture, "source", first, other)
            return


def _like(a: Claim, b: Claim) -> bool:
    x, y = re.sub(r"\W", "", fold(a.value)), re.sub(r"\W", "", fold(b.value))
    return x in y or y in x


def _agency(reading: Reading) -> Sourced[str] | None:
    if given := given_for(reading.capture, "agency"):
        return given
    claim = dateline_agency(reading)
    publishers = {fold(o.name) for o in reading.outlets if o.kind == "publisher"}
    if claim is None or fold(known_name(claim.value, reading.outlets)) in publishers:
        return None
    return stated(claim, agency_named(claim.value, reading.outlets) or claim.value)


def _signs_itself(agency: Sourced[str], source: Sourced[str]) -> bool:
    """Whether the name in the dateline is a word of the outlet's own: ``LONDON (Mail) -`` in The Daily Mail.

    An agency that is known as one, or that stands for an outlet nobody named, is no such word.
    """
    if agency.evidence.rule != "dateline" or source.evidence.rule == "agency for outlet":
        return False
    return agency_named(agency.value) is None and fold(agency.value) in fold(source.value).split()


def _credits(reading: Reading) -> Credits:
    found = [read_credits(line.text, line.span) for line in reading.lines("credit_line")]
    for line in () if reading.is_html else (*reading.lines("byline"), *head_lines(reading)):
        at = others_work(line.text)
        found.append(read_credits(line.text[at:], (line.span[0] + at, line.span[1])))
    lines = [line for line in reading.body.lines if line.role != "credit_line"] if not reading.is_html else []
    thanked = [claim for line in lines for claim in agencies_thanked(line.text, line.span)]
    agencies = {fold(c.value): c for c in [*thanked, *(a for f in found for a in f.agencies)][::-1]}
    people: dict[tuple[str, str], Contributor] = {}
    for contributor in (c for f in found for c in f.contributors):
        people.setdefault((contributor.name, contributor.role), contributor)
    return Credits(tuple(people.values()), tuple(agencies.values())[::-1])


def _authors(reading: Reading, source: Sourced[str] | None, found: list[Finding]) -> tuple[Sourced[str], ...]:
    """Given authors, else those of the first source that names any.

    The outlet itself, or in a text an agency, is no author beside a person. Named alone on a page it stays: the page states that it signs as a body (of
    the development pages where one is so named, the gold names it too on 29 of 38).
    """
    if given := given_for(reading.capture, "authors"):
        read = typed_names if given.basis is Basis.SUPPLIED else partial(authors_of, is_marked=True)
        names = [n for part in given.value.split(";") for n in read(part)]
        return tuple(Sourced(name, given.basis, given.evidence) for name in names)
    named = next(author_claims(reading), [])
    if others := conflicting(reading, named):
        found.append(say.conflict(reading.capture, "authors", _in_one(named), _in_one(others)))
    people = [
        c
        for c in named
        if (source is None or fold(c.value) != fold(source.value))
        and (reading.is_html or (agency_named(c.value, reading.outlets) is None and not is_company(c.value)))
    ]
    return tuple(
        stated(c, as_written(_without_house(c.value, source)))
        for c in (people or (named if reading.is_html else []))
    )


def _in_one(named: list[Claim]) -> Claim:
    """The people that one source names as one claim."""
    return Claim("; ".join(c.value for c in named), named[0].rule, named[0].span)


def _without_house(name: str, source: Sourced[str] | None) -> str:
    """A person's name without the outlet's before it: "Harbour-Post Ann Bee"."""
    house = f"{source.value} " if source else ""
    return name[len(house) :] if house and name.startswith(house) and " " in name[len(house) :] else name


def _published(reading: Reading, decisions: Iterable[Decision], found: list[Finding]) -> Sourced[str] | None:
    given = _given_date(reading.capture, found)
    if given and given.basis is Basis.SUPPLIED:
        return given
    if decided := _decided_date(reading.capture, decisions, found):
        return decided
    claims = published_claims(reading)
    if given:
        claims = [Claim(given.value, given.evidence.rule, (0, 0)), *claims]
    if other := next(disagreeing(claims), None):
        found.append(say.conflict(reading.capture, "published", claims[0], other))
    if given:
        return given
    if not claims:
        return _month(reading)
    note = (
        "The day of its last change: the only one that the page shows."
        if claims[0].rule == CHANGE_SHOWN
        else None
    )
    return stated(claims[0], note=note)


def _month(reading: Reading) -> Sourced[str] | None:
    if reading.is_html and is_front_page(reading):
        return None
    month = month_of_address(reading)
    note = "No day is stated: the month under which its address files it."
    return inferred(month.value, month.rule, spans=(month.span,), note=note) if month else None


def _given_date(capture: Capture, found: list[Finding]) -> Sourced[str] | None:
    given = given_for(capture, "published")
    if given is None:
        return None
    is_ready = edtf.is_valid(given.value) and "T00:00" not in given.value
    value = given.value if is_ready else read_date(given.value)
    if value is None:
        found.append(say.bad_date(capture, given))
        return None
    return Sourced(value, given.basis, given.evidence)


def _decided_date(
    capture: Capture, decisions: Iterable[Decision], found: list[Finding]
) -> Sourced[str] | None:
    for decision in decisions:
        if decision.kind == "date" and decision.a in (capture.key, capture.id, capture.path):
            value = decision.value if edtf.is_valid(decision.value) else read_date(decision.value)
            if value:
                evidence = Evidence("decision", file=decision.where, note=decision.why or None)
                return Sourced(value, Basis.SUPPLIED, evidence)
            found.append(say.bad_decision(decision))
    return None


def _place(reading: Reading) -> Sourced[str] | None:
    """Given, or of the dateline; without its capitals unless a person wrote them."""
    if given := given_for(reading.capture, "place"):
        is_supplied = given.basis is Basis.SUPPLIED
        return given if is_supplied else Sourced(_in_small_letters(given.value), given.basis, given.evidence)
    claim = dateline_place(reading)
    return stated(claim, _in_small_letters(claim.value)) if claim else None


def _in_small_letters(place: str) -> str:
    """ "NEW YORK, N.Y." as "New York": the place alone, written as names are; initials and what is not in capitals as they are."""
    place = place.split(",")[0]
    known = place_named(place)
    if known is not None and known.name.upper() == place.upper():
        return known.name
    return (
        re.sub(r"[^\W\d_]+", lambda word: _small(word.group(), is_first=word.start() == 0), place)
        if place.isupper()
        else place
    )


def _small(word: str, *, is_first: bool) -> str:
    """A word in capitals as in a name: particles small behind the first word, ships' and states' initials as they are."""
    if word.lower() in _SMALL_IN_PLACES or (not is_first and fold(word) in any_language("name_particles")):
        return word.lower()
    is_initials = len(word) == 1 or word in _KEPT_CAPITALS
    return word if is_initials else word.title()


_KEPT_CAPITALS = frozenset({"USS", "HMS", "RMS", "SS", "UN", "US", "UK", "USA", "DC", "NY", "UAE", "NATO"})
_SMALL_IN_PLACES = frozenset({"aboard", "near", "off", "at", "outside", "on", "the", "of", "in", "over"})


def _language(
    reading: Reading, settings: DescribeSettings, found: list[Finding], *, by_statistics: bool = True
) -> Sourced[str]:
    given = given_for(reading.capture, "language")
    code = given_language(given) if given else None
    if given and code is None:
        found.append(say.bad_language(reading.capture, given))
    if code:
        return code
    language, contradicted = language_of(reading, settings.default_language, by_statistics=by_statistics)
    if contradicted:
        found.append(say.language_conflict(reading.capture, contradicted, language.value))
    return language


def _url(reading: Reading) -> Sourced[str] | None:
    given = given_for(reading.capture, "url")
    if given and host(given.value):
        return given
    return stated(reading.url) if reading.url else None
