"""The dateline of an article: in its head, on a line of its own, or before the report; its place and its agency.

In: a reading. Out: a claim on the place, and one on the agency whose copy it is; None where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import fold
from site_gen.language.gazetteer import PLACE_AND_HOUR, place_named
from site_gen.language.names import any_language
from site_gen.language.organisations import fold_organisation, is_acronym
from site_gen.model import Block, Span

from .agencies import MAX_DATELINE_CHARS, Dateline, agency_named, find_dateline
from .claim import Claim
from .dates import dates_in
from .head import head_lines, is_date
from .houses import is_masthead
from .masthead import agency_in_byline, agency_in_rights
from .reading import Reading

MAX_PLACE_WORDS = 5
TOLD = ("paragraph", "quote", "entry")
"""Kinds of the blocks in which a report tells."""
FIRST_BLOCKS = 3
"""Of a report, in which a dateline shows where it begins: captions and notes may stand before."""


def dateline_agency(reading: Reading) -> Claim | None:
    """What stands in the brackets of the dateline that opens the body, else the agency in the byline's place, else None."""
    found = _dateline(reading)
    if found is None or found[0].agency is None or _is_country(found[0], reading):
        return next(iter([*agency_in_byline(reading), *agency_in_rights(reading)]), None)
    return Claim(found[0].agency, "dateline", _place(reading, found[0].agency, found[1]))


def report_begins(blocks: Sequence[Block]) -> tuple[str, int] | None:
    """The id of the block that a dateline opens, and the character behind it where the report begins; else None."""
    first = [block for block in blocks if block.kind in TOLD][:FIRST_BLOCKS]
    found = ((block.id, dateline.end) for block in first if (dateline := find_dateline(block.text)))
    return next(found, None)


def _is_country(dateline: Dateline, reading: Reading) -> bool:
    """Whether the brackets say where the place lies ("Port Ansel (Norland) – "): behind a place in small letters, no name
    that is known and no capitals alone."""
    name, place = dateline.agency or "", dateline.place or ""
    if not place or place.isupper() or is_acronym(name) or agency_named(name, reading.outlets) is not None:
        return False
    return fold_organisation(name) not in {
        fold_organisation(n) for o in reading.outlets for n in (o.name, *o.aliases)
    } and (place_named(name) is not None or not is_masthead(name))


def dateline_place(reading: Reading) -> Claim | None:
    """The place of the dateline that opens the body, else None."""
    found = _dateline(reading)
    if found is None or found[0].place is None:
        return None
    return Claim(found[0].place, "dateline", _place(reading, found[0].place, found[1]))


def _dateline(reading: Reading) -> tuple[Dateline, Span] | None:
    for line in reading.lines("title") if reading.capture.field("title") else ():
        if dateline := find_dateline(line.text):
            return dateline, line.span
    for line in reading.lines("dateline"):
        if dateline := find_dateline(" ".join(line.text.split()) + " - "):
            return dateline, line.span
    for line in head_lines(reading):
        text = " ".join(line.text.split())
        label, colon, place = text.partition(": ")
        if (
            colon
            and fold(label) in any_language("dateline_labels")
            and 0 < len(place.split()) <= MAX_PLACE_WORDS
        ):
            return Dateline(place, None, len(text)), line.span
        if (before := _place_before_day(text)) is not None:
            return Dateline(before, None, len(text)), line.span
        is_alone = text.endswith(")") and agency_named(text.rpartition("(")[2][:-1], reading.outlets)
        if len(text) < MAX_DATELINE_CHARS // 2 and (dateline := find_dateline(text + " - " * bool(is_alone))):
            return dateline, line.span
    for block in [b for b in reading.body.blocks if b.kind in ("paragraph", "quote")][:2]:
        if dateline := find_dateline(block.text):
            return dateline, block.span
    return None


def _place_before_day(text: str) -> str | None:
    """The known place that stands before a day on a line of the head: "Port Ansel - 5 March 2021"."""
    day = next((start for value, start, _ in dates_in(text) if len(value) >= len("2016-12-22")), 0)
    place = text[:day].strip(" ,-–—|•·/")
    if agency_named(place) is not None:
        return None
    if PLACE_AND_HOUR.match(text) and len(place.split()) <= MAX_PLACE_WORDS:
        return place
    return place if place[:1].isupper() and is_date(text) and place_named(place) is not None else None


def _place(reading: Reading, value: str, span: tuple[int, int]) -> tuple[int, int]:
    at = reading.capture.text.find(value, span[0], span[1])
    return (at, at + len(value)) if at >= 0 else span
