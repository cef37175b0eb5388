"""When an article was published and changed, as its sources say; the first in order wins.

Structure and labelled text state a date; an unlabelled date stands only where it is a line of its own by the headline.
Today's date in a page header, comments' and related articles' dates are passed over. Never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from site_gen.model import edtf

from .claim import Claim
from .dates import dates_in, read_date
from .markup import Marked
from .reading import Reading

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "itemprop:datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dcterms.issued", "dc.date.issued",
    "dc.date.publication", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "date.available", "pubdate", "publishdate", "publish_date",
    "publish-date", "published_at", "published-date", "published_time", "article.published", "article_date_original",
    "article-publication-date", "last-publication", "originalpublicationdate", "citation_date", "citation_publication_date",
    "citation_online_date", "og:pubdate", "og:published_time", "shareaholic:article_published_time", "bt:pubdate", "rnews:datepublished",
    "displaydate", "ptime", "prism.publicationdate", "iso-8601-publish-date", "date",
)  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "itemprop:datemodified", "datemodified", "dcterms.modified",
    "dc.date.modified", "date.modified", "date.updated", "article:modified", "last-modified", "lastmod", "updated", "modified",
)  # fmt: skip
_LABEL = r"(?:first |originally |date )?(?:published|posted|publié|publicado|pubblicato|veröffentlicht|erschienen|erstellt|gepubliceerd|created|issued|filed|date|نشر|نُشر|تاريخ النشر)"
_LABELLED = re.compile(rf"(?:^|[^\w]){_LABEL}(?:\s+(?:on|at|le|am|el|il|op|date|in)\b)?\s*:?\W*", re.I)
_CHANGED = re.compile(
    r"updated|modified|mis à jour|mise à jour|aktualisiert|actualizado|aggiornato|bijgewerkt|revised|تحديث|last edited",
    re.I,
)
_WRONG_PLACE = re.compile(
    r"comment|related|sidebar|widget|footer|recent|popular|trending|next|prev|teaser|card|list|latest|more-|recommend|update|modif|expire|event|copyright|weather|current|header-date|promo",
    re.I,
)
_DATE_KIND = re.compile(
    r"publi|posted|post-?date|entry-?date|article-?date|pub-?date|timestamp|dateline|date|time|meta|byline",
    re.I,
)
_URL_DAY = re.compile(r"/(\d{4})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-]|$)|/(\d{4})/([a-z]{3})/(\d{1,2})(?=/)", re.I)
_HEAD_LINES = 12
"""Lines of a text scrape, from its title on, in which a bare date is the page's own."""


def published_claims(reading: Reading) -> list[Claim]:
    """The claims on the publication date, each in EDTF, best first."""
    return [claim for _, source in SOURCES for claim in source(reading)]


def modified_claims(reading: Reading) -> list[Claim]:
    """The claims on the last change, each in EDTF, best first."""
    found = _dated(reading.node.texts("dateModified") if reading.node else [])
    found += _dated(reading.markup.meta(*MODIFIED_METAS))
    for line in reading.lines("date_line", "byline"):
        label = _CHANGED.search(line.text)
        after = read_date(line.text[label.end() :]) if label else None
        if after:
            found.append(Claim(after, "date line", line.span))
    return found


def _dated(claims: list[Claim]) -> list[Claim]:
    return [
        Claim(value, c.rule, c.span) for c in claims if (value := read_date(c.value)) and edtf.parse(value)
    ]


def _json_ld(reading: Reading) -> list[Claim]:
    node = reading.node
    if node is None:
        return []
    return _dated(node.texts("datePublished") or (node.texts("uploadDate") if node.is_article else []))


def _metas(reading: Reading) -> list[Claim]:
    return _dated(reading.markup.meta(*PUBLISHED_METAS))


def _kind(marked: Marked) -> str:
    return " ".join(marked.attributes.get(k, "") for k in ("class", "id", "itemprop", "data-testid"))


def _times(reading: Reading) -> list[Claim]:
    """``<time>`` that is marked as publication, or the only time of the page's beginning."""
    times = [
        t for t in reading.markup.times if not _WRONG_PLACE.search(_kind(t)) and not _CHANGED.search(t.text)
    ]
    first = [
        t
        for t in times
        if "pubdate" in t.attributes or re.search(r"datepublished|publi|entry-date", _kind(t), re.I)
    ]
    return _first_date(first) or _first_near_heading(reading, times)


def _first_date(marked: list[Marked]) -> list[Claim]:
    for item in marked:
        if (
            value := read_date(item.attributes.get("datetime", ""))
            or read_date(item.attributes.get("content", ""))
            or read_date(item.text)
        ):
            return [Claim(value, f"{item.tag} element", item.span)]
    return []


NEAR_HEADING_CHARS = 6_000
"""How far behind (a quarter of it: before) the headline's markup its date may stand."""


def _first_near_heading(reading: Reading, marked: list[Marked]) -> list[Claim]:
    titles = [h.span for h in reading.markup.headings]
    for start, end in titles[:3]:
        near = [m for m in marked if start - NEAR_HEADING_CHARS // 4 <= m.span[0] <= end + NEAR_HEADING_CHARS]
        if found := _first_date(near):
            return found
    return []


def _marked_elements(reading: Reading) -> list[Claim]:
    """Elements whose class says date, near the headline; a labelled text anywhere among them."""
    elements = [
        m for m in reading.markup.marked
        if 0 < len(m.text) < 200 and _DATE_KIND.search(_kind(m)) and not _WRONG_PLACE.search(_kind(m))
    ]  # fmt: skip
    for element in elements:
        if value := _labelled(element.text):
            return [Claim(value, f"{element.tag} element", element.span)]
    plain = [m for m in elements if not _CHANGED.search(m.text)]
    return _first_near_heading(reading, plain)


def _labelled(text: str) -> str | None:
    """The date right behind a label such as "Published on"."""
    for label in _LABELLED.finditer(text):
        found = next(dates_in(text[label.end() : label.end() + 60]), None)
        if found and not re.search(
            r"\w{3}",
            re.sub(
                r"(?i)\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b|\d",
                "",
                text[label.end() : label.end() + found[1]],
            ),
        ):
            return found[0]
    return None


def _url(reading: Reading) -> list[Claim]:
    if reading.url is None or not (match := _URL_DAY.search(reading.url.value)):
        return []
    value = read_date(
        f"{match[1]}-{match[2]}-{match[3]}" if match[1] else f"{match[6]} {match[5]} {match[4]}"
    )
    return [Claim(value, "url", reading.url.span)] if value else []


def _date_lines(reading: Reading) -> list[Claim]:
    """Lines that cleaning called a date or byline, and labelled dates in what was cut."""
    found = [
        Claim(value, "date line", line.span)
        for line in reading.lines("date_line", "byline", "dateline")
        if (value := _labelled(line.text) or (None if _CHANGED.search(line.text) else read_date(line.text)))
    ]
    notices = reading.lines("publisher_notice", "credit_line")
    return found + [Claim(value, "notice", line.span) for line in notices if (value := _labelled(line.text))]


def _dateline(reading: Reading) -> list[Claim]:
    """The full date of a dateline ("PARIS, Dec. 22, 2016 (AFP) -"): the day the story was filed."""
    from .agencies import find_dateline

    for block in reading.body.blocks[:2]:
        dateline = find_dateline(block.text)
        value = read_date(block.text[: dateline.end]) if dateline else None
        if value:
            return [Claim(value, "dateline", block.span)]
    return []


SOURCES: tuple[tuple[str, Callable[[Reading], list[Claim]]], ...] = (
    ("json-ld", _json_ld),
    ("meta", _metas),
    ("time", _times),
    ("date-element", _marked_elements),
    ("date-line", _date_lines),
    ("url", _url),
    ("dateline", _dateline),
)
"""In order. Measured on the development pages (right where present): JSON-LD .93, article:published_time .96."""


def disagreeing(claims: list[Claim]) -> Iterator[Claim]:
    """The claims whose day lies more than one day from the first's (one day is a time zone)."""
    for claim in claims[1:]:
        ours, theirs = edtf.bounds(claims[0].value), edtf.bounds(claim.value)
        if ours and theirs and ((theirs[0] - ours[1]).days > 1 or (ours[0] - theirs[1]).days > 1):
            yield claim
