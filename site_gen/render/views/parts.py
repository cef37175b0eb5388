"""Parts that several views are made of. All addresses are relative to the page that holds them."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup
from msgspec import Struct


class Named(Struct, gc=False):
    """A name or title with its address."""

    text: str
    """Plain text."""
    url: str = ""
    """Empty where there is nothing to lead to."""
    language: str = ""
    """BCP 47; empty for the language of the interface."""


class Band(Struct, gc=False):
    """A stretch of time as columns."""

    drawn: Markup
    """SVG; empty where there are fewer than two columns."""
    title: str
    """What a column holds: "Articles by month"."""
    at_most: str
    """How many articles the tallest stands for: "tallest column: 12"."""


class HeadLink(Struct, gc=False):
    """A ``<link>`` of the page's head."""

    rel: str
    href: str
    type: str = ""
    """Media type, where the relation wants one."""
    title: str = ""


class HeadMeta(Struct, gc=False):
    """A ``<meta>`` of the page's head."""

    name: str
    """Name of the property."""
    content: str
    is_property: bool = False
    """OpenGraph writes ``property=`` in place of ``name=``."""
    language: str = ""


class Head(Struct, gc=False):
    """What stands in the page's ``<head>``, and the address of the site's root."""

    title: str
    """Of the window: the page, then the archive."""
    description: str
    """One sentence for search engines; empty where there is none."""
    root: str
    """From this page to the root of the site, such as ``../../``."""
    section: str
    """Which entry of the navigation is current: ``events``, ``topics`` …; empty for none."""
    csp: str
    """Content-Security-Policy of this page."""
    links: tuple[HeadLink, ...] = ()
    metas: tuple[HeadMeta, ...] = ()
    json_ld: Markup = Markup("")
    """A schema.org record, safe inside a script element; empty where there is none."""


class Mark(Struct, gc=False):
    """The letter and colour by which an outlet is known on one event's pages."""

    letter: str
    """A, B, C … in the order of publication."""
    colour: int
    """1..8: a colour of the palette."""
    name: str
    """Of the outlet; the title of the article where the outlet is unknown."""


class Ref(Struct, gc=False):
    """A mark that leads to a paragraph."""

    mark: Mark
    url: str
    paragraph: str
    """Its number, as text; empty where the whole article is meant."""
    said: str = ""
    """What stands there, where it differs: the attribution, the wording of a figure."""
    said_language: str = ""
    """Empty where it is digits, or in words of the interface."""


class LineLink(Struct, gc=False):
    """A line of the capture on which something rests."""

    number: int
    url: str
    """Of the line on the page beside the original; empty where there is none."""
    text: str
    language: str = ""
    """That of the article."""


class Evidence(Struct, gc=False):
    """What a value rests on, for the opened mark."""

    note: str
    """How the rule came to the value; empty where the rule says it all."""
    rule: str
    """Name of the rule."""
    file: str
    """File and row where a person supplied it; else empty."""
    lines: tuple[LineLink, ...]
    articles: tuple[Named, ...]
    """Articles that a conclusion used."""


class Shown(Struct, gc=False):
    """A value with its basis mark and evidence."""

    text: str
    basis: Literal["stated", "inferred", "supplied"]
    evidence: Evidence
    url: str = ""
    """Where the value leads: the outlet's page, the day; else empty."""
    language: str = ""
    machine: str = ""
    """For ``<time datetime>``: an ISO date; empty where it is no date or not exact."""


class RecordValue(Struct, gc=False):
    """A row of the panel: a field of the record and its values."""

    label: str
    values: tuple[Shown, ...]
    """Empty: not known."""


class ArticleLine(Struct, gc=False):
    """An article in a list."""

    title: str
    language: str
    url: str
    outlet: Named | None
    agency: str
    """Agency whose copy it is; empty where none or the same as the outlet."""
    date: str
    """In words; empty where undated."""
    machine_date: str
    basis: str
    """Of the date: stated, inferred, supplied; empty where undated."""
    summary: str
    event: Named | None
    is_taken_down: bool
    words: int
    """Of the body."""
    former: int
    """Former versions of it, which no list has; its page leads to them."""


class EventLine(Struct, gc=False):
    """An event in a list."""

    title: str
    language: str
    url: str
    date: str
    """In words; when it was reported, where its own day is not certain; empty where nothing is dated."""
    machine_date: str
    basis: str
    place: str
    marks: tuple[Mark, ...]
    """Its outlets, in order of publication."""
    unknown: int
    """Reports beside those, of outlets that are not known."""
    articles: int
    story: Named | None
    names: tuple[str, ...]
    """Main people and places."""


class StoryLine(Struct, gc=False):
    """A story in a list."""

    title: str
    url: str
    span: str
    """Its dates in words."""
    events: int
    articles: int
    outlets: tuple[str, ...]


class TopicLine(Struct, gc=False):
    """A topic in a list."""

    label: str
    url: str
    kind: str
    """person, place, organisation, subject."""
    articles: int


class TopicGroup(Struct, gc=False):
    """Topics under one heading: a kind, or a letter."""

    label: str
    anchor: str
    topics: tuple[TopicLine, ...]


class Period(Struct, gc=False):
    """A year, month or day of a list that was split."""

    label: str
    url: str
    articles: int
    is_current: bool = False


class SharedLine(Struct, gc=False):
    """Another outlet with which an outlet shares wording."""

    outlet: Named
    events: int
    """That both report."""
    sharing: int
    """Events among them in which they have wording in common."""
    share: str
    """Mean share of an article's words that stand in the other's too, such as ``31%``."""
    bar: Markup
    """The same as a bar."""


class CalendarDay(Struct, gc=False):
    """A day of a calendar."""

    number: int
    """Of the month; 0 for an empty cell."""
    url: str
    """Empty where the day has no articles."""
    articles: int
    label: str
    """The date in words, with the number of articles, for those who hear the page."""
    shade: int
    """0..4, by number of articles."""


class Calendar(Struct, gc=False):
    """A month, a row a week, Monday first."""

    label: str
    url: str
    articles: int
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[CalendarDay, ...], ...]


class Note(Struct, gc=False):
    """A note in the margin of a paragraph: which other outlets have this too."""

    kind: Literal["passage", "quote", "figure", "figure-differs"]
    refs: tuple[Ref, ...]


class TextBlock(Struct, gc=False):
    """A block of the article."""

    id: str
    """Its anchor."""
    number: str
    """``1``, ``2`` …: the part of the anchor that a reader cites."""
    kind: str
    html: Markup
    """A whole element, made by ``markup``."""
    notes: tuple[Note, ...]


class Sibling(Struct, gc=False):
    """Another outlet's article on the event."""

    mark: Mark
    line: ArticleLine
    compare_url: str
    """Of the two side by side; empty where they share nothing."""
    shared: str
    """Share of this article's words that the other carries too, such as ``39%``; empty where nothing is shared."""


class CaptureFacts(Struct, gc=False):
    """How the article came into the archive."""

    path: str
    """File, and record inside a container."""
    sha256: str
    size: str
    """In words, such as ``5.4 kB``."""
    media_type: str
    encoding: str
    captured: str
    """In words; empty where unknown."""
    address: str
    """Canonical address at the publisher; empty where unknown."""
    download: str
    """Address of the original bytes; empty where they are not offered."""
    download_name: str
    beside_url: str
    """Of the page beside the original; empty where there is none."""
    lines_cut: int


class Citation(Struct, gc=False):
    """How to cite the page."""

    styles: tuple[tuple[str, Markup], ...]
    """(Chicago, MLA or APA, the citation), titles in ``<cite>``."""
    files: tuple[Named, ...]
    """RIS; CSL-JSON and BibTeX, where they are files."""
    records: tuple[tuple[str, str], ...]
    """(BibTeX or CSL-JSON, the record), to be copied from the page, where they are no files."""
    permalink: str
    """Permanent address, absolute where the archive has one."""
    note: str
    """What is not stated in it: an inferred date; empty where all is stated."""
