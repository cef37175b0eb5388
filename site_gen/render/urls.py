"""Addresses of the archive, from its root without a leading slash. A folder's address ends with a slash.

Invariants: an address never depends on what else is in the archive; a page's file is its address with
``index.html`` behind it.
"""

from __future__ import annotations

from site_gen.model import Listing

KIND_FOLDERS = {"person": "people", "place": "places", "organisation": "organisations", "subject": "topics"}
INDEX_FOLDERS = {**KIND_FOLDERS, "subject": "subjects", "": "topics"}
"""Where the index of a kind lies; that of all topics lies above the subjects' own pages."""
MAX_PAIR_CHARS = 180
"""A file system takes 255 bytes a name; slugs are ASCII, and the rest is left for suffixes."""


def article(slug: str) -> str:
    """Return the address of an article."""
    return f"articles/{slug}/"


def original(slug: str) -> str:
    """Return the address of the cleaned article beside its original."""
    return f"articles/{slug}/original/"


def event(slug: str) -> str:
    """Return the address of an event."""
    return f"events/{slug}/"


def compare(event_slug: str, a: str, b: str) -> str:
    """Return the address of two articles side by side, by their slugs in the order of the event."""
    pair = f"{a}--{b}"
    if len(pair) > MAX_PAIR_CHARS:
        half = MAX_PAIR_CHARS // 2 - 1
        pair = f"{_ends(a, half)}--{_ends(b, half)}"
    return f"events/{event_slug}/compare/{pair}/"


def _ends(slug: str, chars: int) -> str:
    """A long slug keeps its beginning and its end, where slugs minted alike differ."""
    return slug if len(slug) <= chars else f"{slug[: chars - 13]}-{slug[-12:]}"


def story(slug: str) -> str:
    """Return the address of a story."""
    return f"stories/{slug}/"


def topic(kind: str, slug: str) -> str:
    """Return the address of a subject, person, place or organisation."""
    return f"{KIND_FOLDERS[kind]}/{slug}/"


def outlet(slug: str) -> str:
    """Return the address of an outlet."""
    return f"sources/{slug}/"


def period(period: str) -> str:
    """Return the address of a year, month or day: ``2016-12`` is ``dates/2016/12/``."""
    return f"dates/{period.replace('-', '/')}/"


def within(list_address: str, period: str) -> str:
    """Return the address of a year, month or day of a topic's or outlet's list."""
    return f"{list_address}{period.replace('-', '/')}/"


def numbered(list_address: str, number: int) -> str:
    """Return the address of a further page of a list that cannot be split by date; the first is the list itself."""
    return list_address if number == 1 else f"{list_address}page-{number}/"


def listing(listing: Listing, kind: str = "subject") -> str:
    """Return the address of a list of articles; ``kind`` is that of its topic."""
    if listing.kind == "topic":
        return topic(kind, listing.key)
    return outlet(listing.key) if listing.kind == "source" else "articles/"


def feeds(list_address: str = "") -> tuple[str, str]:
    """Return the addresses of the Atom and the JSON feed of a topic or outlet; of the whole archive without one."""
    stem = f"{list_address}feed" if list_address else "feeds/all"
    return f"{stem}.atom.xml", f"{stem}.json"


def download(sha256: str) -> str:
    """Return the address of the original bytes: a name that no server runs or renders."""
    return f"originals/{sha256}.bin"


def root_of(path: str) -> str:
    """Return the way from a page's folder to the root of the site, such as ``../../``; ``./`` at the root."""
    return "../" * path.count("/") or "./"
