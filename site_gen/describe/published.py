"""When an article was published and changed, as its sources say; the first in order wins.

Structure and labelled text state a date; an unlabelled date stands only where it is a line of its own by the headline.
Today's date in a page header, comments' and related articles' dates are passed over. Never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from site_gen.language import fold
from site_gen.model import Span, edtf

from .agencies import find_dateline
from .authors import author_claims
from .claim import Claim
from .dates import read_date
from .day_lines import CHANGE_SHOWN, changed_lines, date_lines, is_report
from .markup import Marked
from .reading import MAX_HTML_CHARS, Reading
from .shown import CHANGED, ShownDate, near, shown_dates
from .title import title_claims

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "itemprop:datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dcterms.issued", "dc.date.issued",
    "dc.date.publication", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "date.available", "pubdate", "publishdate", "publish_date",
    "publish-date", "published_at", "published-date", "published_time", "article.published", "article_date_original",
    "article-publication-date", "last-publication", "originalpublicationdate", "citation_date", "citation_publication_date",
    "citation_online_date", "og:pubdate", "og:published_time", "shareaholic:article_published_time", "bt:pubdate", "rnews:datepublished",
    "displaydate", "ptime", "prism.publicationdate", "iso-8601-publish-date", "date",
)  # fmt: skip
_PUBLISHED_NAME = re.compile(
    r"publi(?:sh(?:ed)?|cation)?[-_.: ]?(?:date|time|at|on)\b|date[-_.: ]?(?:publi|issued|posted)|pub_?date"
)
"""A meta name that is not in the list, and still says publication date."""
MODIFIED_METAS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "itemprop:datemodified", "datemodified", "dcterms.modified",
    "dc.date.modified", "date.modified", "date.updated", "article:modified", "last-modified", "lastmod", "updated", "modified",
)  # fmt: skip
_WRONG_PLACE = re.compile(
    r"comment|related|sidebar|widget|footer|recent|popular|trending|next|prev|teaser|card|list|latest|more-|recommend|update|modif|expire|event|copyright|weather|current|header-date|promo",
    re.I,
)
_URL_DAY = re.compile(
    r"/(\d{4})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-]|$)|/(\d{4})/([a-z]{3,9})/(\d{1,2})(?=/)", re.I
)


def published_claims(reading: Reading) -> list[Claim]:
    """The claims on the publication date, each in EDTF, best first.

    What the page shows its readers, without calling it a change, goes before hidden structure that says another day:
    such a structure holds the day of an import or a rebuilding of the site.
    """
    claims = [claim for _, source in SOURCES for claim in source(reading)]
    if not claims or not reading.is_html:
        return claims
    if is_front_page(reading):
        return []
    if not claims[0].rule.startswith(_STRUCTURE) or _is_shown(reading, claims[0]):
        return claims
    if shown := _readers_day(reading, claims):
        return [shown, *claims]
    if _is_weak(reading) or _is_of_standing_page(reading, claims[0]):
        return [c for c in claims if not c.rule.startswith(_STRUCTURE)]
    return claims


_STRUCTURE = ("json-ld", "meta ", "itemprop ")


def _readers_day(reading: Reading, claims: list[Claim]) -> Claim | None:
    """The day that the page shows as its own, where the one that its structure states is shown nowhere and differs.

    An unlabelled day right by the headline always wins; one further away, unless it is that of the last change. What
    is labelled as a change, or is marked as the day of the post, wins only over a day that no meta of the page's head
    confirms, and a change only when it came more than ``SAME_REPORT_DAYS`` later.
    """
    hidden, place = claims[0], _headline(reading)
    if place is None:
        return None
    changes = {c.value[:10] for c in modified_claims(reading)}
    is_confirmed = any(days_apart(hidden, c) <= 1 for c in _head_metas(reading))
    for claim in [c for c in claims[1:] if not c.rule.startswith(_STRUCTURE) and days_apart(hidden, c) > 1]:
        reach = CHANGE_CHARS if claim.value[:10] in changes else 2 * CHANGE_CHARS
        is_near = place[0] - CHANGE_CHARS <= claim.span[0] <= place[1] + reach
        if (claim.rule == "date shown" and is_near) or (claim.rule.endswith("element") and not is_confirmed):
            return claim
    change = next((d for d in _near(reading) if d.kind == "changed"), None)
    if change is None or is_confirmed:
        return None
    found = Claim(change.value, CHANGE_SHOWN, change.span)
    return found if days_apart(hidden, found) > SAME_REPORT_DAYS else None


SAME_REPORT_DAYS = 7
"""A report that changed within a week is the same report; a page rewritten later bears its readers the new day. On the
development pages (wcxb) a hidden day that only JSON-LD or microdata states gives way rightly on 11 pages of 12; one
that a meta of the head confirms would do so wrongly on 11 of 14."""


def is_front_page(reading: Reading) -> bool:
    """A site's front page has no day of its own."""
    return reading.url is not None and re.fullmatch(r"https?://[^/]+/?", reading.url.value) is not None


def _is_weak(reading: Reading) -> bool:
    """Whether JSON-LD alone says it, of a web page and not of an article: every page of a site has a technical date."""
    if _head_metas(reading):
        return False
    is_page = reading.node is not None and not reading.node.is_article
    return is_page or "website" in [c.value.lower() for c in reading.markup.meta("og:type")]


def _is_of_standing_page(reading: Reading, hidden: Claim) -> bool:
    """Whether a hidden day is that on which a page was set up which its site keeps up to date since: one that JSON-LD does
    not repeat, changed more than ``STANDING_DAYS`` later, and that nobody signs or only microdata states."""
    changed = next(iter(modified_claims(reading)), None)
    if hidden.rule.startswith("json-ld") or changed is None or days_apart(hidden, changed) <= STANDING_DAYS:
        return False
    return hidden.rule.startswith("itemprop") or next(author_claims(reading), None) is None


STANDING_DAYS = 365
"""Of four such pages of the development set (wcxb) the gold has the hidden day for two, and none for two: a wrong day is
worse than none."""


def _is_shown(reading: Reading, claim: Claim) -> bool:
    return any(d.value[:10] == claim.value[:10] for d in shown_dates(reading.capture.text[:MAX_HTML_CHARS]))


def modified_claims(reading: Reading) -> list[Claim]:
    """The claims on the last change, each in EDTF, best first."""
    found = _dated(reading.node.texts("dateModified") if reading.node else [])
    found += _dated(reading.markup.meta(*MODIFIED_METAS))
    if change := shown_change(reading):
        found.append(change)
    return found + changed_lines(reading)


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
    listed = _dated(reading.markup.meta(*PUBLISHED_METAS))
    return listed or _dated([claim for name, claim in reading.markup.metas if _PUBLISHED_NAME.search(name)])


def _head_metas(reading: Reading) -> list[Claim]:
    return [c for c in _metas(reading) if c.rule.startswith("meta ")]


def _near(reading: Reading) -> list[ShownDate]:
    """The dates shown around the headline."""
    return (
        near(shown_dates(reading.capture.text[:MAX_HTML_CHARS]), place)
        if (place := _headline(reading))
        else []
    )


@lru_cache(maxsize=2)
def _headline(reading: Reading) -> Span | None:
    """Where the headline stands in the page: the title's own heading, else the first time its words are shown."""
    claim = next(iter(title_claims(reading)), None)
    if claim is None:
        return None
    if claim.rule == "h1":
        return claim.span
    start = max(0, reading.capture.text.find("<body"))
    words = re.escape(claim.value[:60]).replace("\\ ", r"\s+")
    match = re.compile(rf">\s*{words}").search(reading.capture.text, start)
    match = match or re.compile(r"<(?:article|main)[\s>]", re.I).search(reading.capture.text, start)
    return match.span() if match else None


def _shown(reading: Reading) -> list[Claim]:
    """What a reader saw by the headline: a date labelled as publication, else one without a label."""
    if not reading.is_html:
        return []
    dates = _near(reading)
    first = [d for d in dates if d.kind == "published"] or [d for d in dates if d.kind == "plain"]
    return [Claim(d.value, "date shown", d.span) for d in first[:1]]


def _shown_elsewhere(reading: Reading) -> list[Claim]:
    """The only day that the whole page labels as publication; or the only day that it shows at all."""
    if not reading.is_html:
        return []
    dates = shown_dates(reading.capture.text[:MAX_HTML_CHARS])
    for kinds in (("published",), ("published", "plain", "changed")):
        fitting = [d for d in dates if d.kind in kinds]
        place = _headline(reading) or (0, len(reading.capture.text))
        is_far = (
            abs(fitting[0].span[0] - place[0]) > FAR_CHARS and fitting[0].kind == "plain" if fitting else True
        )
        if not is_far and len({d.value[:10] for d in fitting}) == 1 and fitting[0].kind != "changed":
            return [Claim(fitting[0].value, "date shown", fitting[0].span)]
    return []


FAR_CHARS = 15_000


def shown_change(reading: Reading) -> Claim | None:
    """The day of the last change as the capture shows it by its headline."""
    if not reading.is_html:
        return next(iter(changed_lines(reading)), None)
    place = _headline(reading)
    dates = shown_dates(reading.capture.text[:MAX_HTML_CHARS]) if place else ()
    for shown in dates:
        if (
            place
            and shown.kind == "changed"
            and place[0] - CHANGE_CHARS // 4 <= shown.span[0] <= place[1] + CHANGE_CHARS
        ):
            return Claim(shown.value, CHANGE_SHOWN, shown.span)
    return None


def _only_change(reading: Reading) -> list[Claim]:
    """The day of the last change as the capture shows it by its headline: the only day that it gives itself.

    A text must be a report, by its opening or by the hour beside the day: those are changed within days, a guide for years.
    """
    change = shown_change(reading)
    if change is None or not (reading.is_html or "T" in change.value or is_report(reading)):
        return []
    return [change]


CHANGE_CHARS = 800
"""Markup behind the headline in which a page that gives itself no other day shows that of its last change. Measured on
the development pages (wcxb): within it 12 of 14 are the page's day, further away 6 of 20."""


def _times(reading: Reading) -> list[Claim]:
    """``<time>`` or another element that is marked as the publication."""
    marked = [
        t
        for t in (*reading.markup.times, *reading.markup.marked)
        if _MARKED.search(_kind(t)) or "pubdate" in t.attributes
    ]
    for item in marked:
        if _WRONG_PLACE.search(_kind(item)) or CHANGED.search(fold(item.text)):
            continue
        for text in (
            item.attributes.get("datetime"),
            item.attributes.get("content"),
            item.attributes.get("title"),
            item.text[:80],
        ):
            if text and (value := read_date(text)) and len(value) >= 10:
                return [Claim(value, f"{item.tag} element", item.span)]
    return []


def _kind(marked: Marked) -> str:
    return " ".join(marked.attributes.get(k, "") for k in ("class", "id", "itemprop", "data-testid"))


_MARKED = re.compile(
    r"datepublished|date-?published|published-?date|publish-?date|entry-date|post-?date|pub-?date", re.I
)


def _url(reading: Reading) -> list[Claim]:
    if reading.url is None or not (match := _URL_DAY.search(reading.url.value)):
        return []
    value = read_date(
        f"{match[1]}-{match[2]}-{match[3]}" if match[1] else f"{match[6]} {match[5]} {match[4]}"
    )
    return [Claim(value, "url", reading.url.span)] if value else []


_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?=[^/?#]*[^\W\d_]{2})")


def month_of_address(reading: Reading) -> Claim | None:
    """The month under which the publisher files the article ("/2016/11/the-ferry/"), in EDTF: ``2016-11``.

    It is asked for only where nothing gives a day: it is no day, and none is made of it.
    """
    found = _URL_MONTH.search(reading.url.value) if reading.url else None
    return (
        Claim(f"{found[1]}-{found[2]}", "month of the address", reading.url.span)
        if found and reading.url
        else None
    )


def _dateline(reading: Reading) -> list[Claim]:
    """The full date of a dateline ("PARIS, Dec. 22, 2016 (AFP) -"): the day the story was filed."""
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
    ("date-shown", _shown),
    ("date-line", date_lines),
    ("url", _url),
    ("dateline", _dateline),
    ("date-shown-elsewhere", _shown_elsewhere),
    ("change-shown", _only_change),
)
"""In order. Measured on the development pages (right where present): JSON-LD .93, article:published_time .96."""


def disagreeing(claims: list[Claim]) -> Iterator[Claim]:
    """The claims whose day lies more than one day from the first's (one day is a time zone)."""
    return (claim for claim in claims[1:] if days_apart(claims[0], claim) > 1)


def days_apart(a: Claim, b: Claim) -> int:
    """Days between two claims, 0 where they overlap or one of them is no calendar date."""
    ours, theirs = edtf.bounds(a.value), edtf.bounds(b.value)
    if not ours or not theirs:
        return 0
    return max(0, (theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days)
