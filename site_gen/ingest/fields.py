"""What somebody gave beside a text: names of fields made ours, values made readable, each with its evidence.

JSONL keys, front matter and the columns of metadata.csv all pass here, so a date or a language means the same in each.
A value that cannot be read is left out with a finding that quotes it; it is never guessed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from site_gen.language.words import in_order, writable
from site_gen.model import RIGHTS_MODES, Basis, Evidence, Finding, Given, Sourced, Span
from site_gen.settings import IngestSettings

from .dates import is_of_two_days, read_date, read_epoch
from .findings import finding

FIELDS = (
    "title", "source", "agency", "authors", "published", "place", "language", "section", "url", "rights", "topics",
    "captured",
)  # fmt: skip
"""The fields that may be given, as data.md names them."""

ALIASES: dict[str, str] = {
    **dict.fromkeys(
        ("date", "datepublished", "pubdate", "published_at", "publishedat", "publication_date", "date_published", "publish_date",
         "date_publish", "published_on", "published_date", "posted_at", "date_posted", "webpublicationdate"), "published"),
    **dict.fromkeys(("author", "byline", "creator", "writer", "reporter", "author_name", "dc:creator"), "authors"),
    **dict.fromkeys(
        ("outlet", "publisher", "publication", "newspaper", "news_outlet", "source_name", "source_domain", "site_name",
         "publication_name", "publicationtitle", "news_source", "media_outlet"), "source"),
    **dict.fromkeys(("headline", "article_title", "news_title", "webtitle"), "title"),
    **dict.fromkeys(("link", "canonical", "source_url", "permalink", "article_url", "canonical_url", "weburl", "web_url"), "url"),
    **dict.fromkeys(("tags", "tag", "keywords", "topic", "subjects"), "topics"),
    **dict.fromkeys(("captured_at", "date_download", "scraped_at", "crawled_at", "fetched_at", "retrieved", "retrieved_at",
                     "accessed", "access_date", "accessdate"), "captured"),
    "lang": "language", "category": "section", "section_name": "section", "sectionname": "section",
    "licence": "rights", "license": "rights", "dateline": "place", "location": "place",
}  # fmt: skip
"""Other names under which a field is often written."""

_SPLIT_AT_COMMA = frozenset({"tags", "keywords"})
_DAY_OF_A_SPREADSHEET = re.compile(r"\d{5}(?:[.,]\d+)?")
_SHORT_YEAR = re.compile(r"\d{1,2}([./ -])\d{1,2}\1\s?\d{2}")
_WIKI_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")
"""``[[Mara Quill]]``, ``[[people/quill|Mara Quill]]``: how notes name other notes."""
_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?")


class Written(NamedTuple):
    """A field as it stands in the file."""

    name: str
    value: object
    """A text, a number, a list of these, or an object with a ``name``."""
    file: str
    """``path:line``."""
    span: Span | None = None


@lru_cache(maxsize=1_024)
def field_of(name: str) -> str | None:
    """Return the field that a key or column names, in whatever case; None where it names none."""
    plain = re.sub(r"[\s-]+", "_", name.strip().casefold())
    if plain in FIELDS:
        return plain
    return ALIASES.get(plain) or ALIASES.get(plain.replace("_", ""))


DATES = ("published", "captured")
"""Fields that hold a date."""


def read_fields(
    written: Iterable[Written], rule: str, *, basis: Basis, settings: IngestSettings
) -> tuple[tuple[Given, ...], tuple[Finding, ...]]:
    """Return the readable fields in order, and a finding for each value that cannot be read. Empty values are no values."""
    fields: list[Given] = []
    findings: list[Finding] = []
    for one in sorted(_told_apart(written), key=_trust):
        name = field_of(one.name)
        text = _text(one.value, splits=one.name.strip().casefold() in _SPLIT_AT_COMMA)
        if name is None or not text:
            continue
        read, problem = _read(name, text, one.value, settings)
        if problem:
            findings.append(
                finding("ING-016", one.file, f'"{one.name}" is {text[:80]!r}: {problem[0]}', problem[1])
            )
            if name != "rights":
                continue
        elif name in DATES and not settings.dates and is_of_two_days(text):
            findings.append(_two_days(one, text, read))
        note = None if read == text else f"written {text!r}"
        spans = (one.span,) if one.span else ()
        fields.append(Given(name, Sourced(read, basis, Evidence(rule, spans, one.file, note=note))))
    return tuple(fields), tuple(findings)


def _trust(one: Written) -> int:
    """Of two values of one field the one under the field's own name counts, and a host only where no name stands: it comes last."""
    plain = one.name.strip().casefold()
    return 2 if plain in FIELDS else 0 if "domain" in plain else 1


def _told_apart(written: Iterable[Written]) -> list[Written]:
    """The fields, an address that stands as the outlet (``source: https://…``, as clippers write it) as what it is.

    It is the article's address where no other field is; of an outlet's own address the host stays, which is a name.
    """
    all_of_them = list(written)
    has_url = any(field_of(one.name) == "url" and _text(one.value) for one in all_of_them)
    found = []
    for one in all_of_them:
        text = _text(one.value) if field_of(one.name) == "source" else ""
        if not _is_web(text):
            found.append(one)
        elif urlsplit(text).path in ("", "/") and not urlsplit(text).query:
            found.append(one._replace(value=urlsplit(text).netloc))
        elif not has_url:
            found.append(one._replace(name="url"))
    return found


def _two_days(one: Written, text: str, read: str) -> Finding:
    message = f'"{one.name}" is {text!r}, which may be of two days; read as {read}.'
    hint = 'Set dates = "day-first" or "month-first" under [ingest] in archive.toml.'
    return finding("ING-036", one.file, message, hint)


def _text(value: object, *, splits: bool = False) -> str:
    """The value as one text; several values are separated by ``; ``."""
    if isinstance(value, list | tuple):
        return "; ".join(text for part in value if (text := _text(part)))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title") or "")
    if isinstance(value, bool) or value is None:
        return ""
    text = " ".join(in_order(writable(_WIKI_LINK.sub(_shown, str(value)))).split())
    return "; ".join(part.strip() for part in text.split(",") if part.strip()) if splits else text


def _shown(link: re.Match[str]) -> str:
    return link[2] or link[1]


def _read(
    name: str, text: str, value: object, settings: IngestSettings
) -> tuple[str, tuple[str, str] | None]:
    """The value as its field wants it, and the problem and its remedy where it cannot be."""
    if name in DATES:
        date = read_epoch(value) if isinstance(value, int) and value > 9999 else None
        date = date or read_date(text, settings.dates)
        return (date or text), None if date else _no_date(text)
    if name == "url":
        return (
            (text, None)
            if _is_web(text)
            else (text, ("not an address.", "Write it with http:// or https://."))
        )
    if name == "language":
        tag = _language(text)
        return (tag or text), None if tag else ("not a language.", "Write its code, such as en, fr or ar.")
    if name == "rights":
        return _rights(text)
    return text, None


def _no_date(text: str) -> tuple[str, str]:
    """What is wrong with what should be a date, and its remedy; for the two ways in which spreadsheets lose one, its own."""
    if _DAY_OF_A_SPREADSHEET.fullmatch(text):
        return (
            "the number by which a spreadsheet counts a day, not a date.",
            "Format the column as dates and save it again.",
        )
    if _SHORT_YEAR.fullmatch(text):
        return (
            "a year of two digits may be of two centuries.",
            "Write the year with four digits, as 2016-12-22.",
        )
    return "not a date.", "Write it as 2016-12-22, 2016-12 or 2016-12-22~."


def _rights(text: str) -> tuple[str, tuple[str, str] | None]:
    """A note on rights as it is written; one of the modes in any letters; what is nearly a mode shows metadata only."""
    mode = "-".join(text.casefold().replace("-", " ").split())
    if mode in RIGHTS_MODES:
        return mode, None
    if near := difflib.get_close_matches(mode, RIGHTS_MODES, n=1, cutoff=0.8):
        return "metadata-only", (
            "until it is mended only metadata is published.",
            f'Did you mean "{near[0]}"?',
        )
    return text, None


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text


def _language(text: str) -> str | None:
    """The BCP 47 tag of a code (``en_GB``) or of a language's English name; None where it is neither."""
    import pycountry

    if found := _TAG.fullmatch(text):
        code, script, region = found.groups()
        code = code.lower()
        known = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
        if known or code == "und":
            short = getattr(known, "alpha_2", code)
            return "-".join(p for p in (short, script and script.title(), region and region.upper()) if p)
    try:
        named = pycountry.languages.lookup(text)
    except LookupError:
        return None
    return str(getattr(named, "alpha_2", named.alpha_3))
