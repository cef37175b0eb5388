"""Captures for the tests of cleaning: invented text, one line to make each."""

from __future__ import annotations

import hashlib

from site_gen import clean
from site_gen.model import Body, Capture, Decision, Finding, Given, SiteLines
from site_gen.settings import CleanSettings

SETTINGS = CleanSettings()
LONG = (
    (
        "The harbour board voted on Tuesday to close the old swing bridge for repairs until the spring, "
        "saying that its iron had rusted through in three places."
    ),
    (
        "Ferries will run every twenty minutes from the fish market to the mill stairs while the work is done, "
        "according to the engineer, Wilhelmina Ostrander."
    ),
    (
        "“We would rather shut it now than fish a tram out of the river in January,” she told the board, "
        "which applauded and asked no questions."
    ),
    (
        "Shopkeepers on the east bank fear for their winter trade and have asked for the tolls of the ferry to be waived "
        "for anyone who carries a parcel."
    ),
)
TITLE = "Harbour board shuts swing bridge until spring for repairs"


def a_capture(
    text: str, media_type: str = "text/plain", path: str = "captures/x/1.txt", **more: object
) -> Capture:
    """A capture of this text; its id follows from its path."""
    return Capture(
        id="a-" + hashlib.sha256(path.encode()).hexdigest()[:12],
        path=path,
        record=None,
        media_type=media_type,
        sha256="",
        size_bytes=len(text),
        encoding="utf-8",
        encoding_basis="utf-8",
        text=text,
        **more,  # type: ignore[arg-type]
    )


def cleaned(
    capture: Capture, site_lines: SiteLines | None = None, decisions: tuple[Decision, ...] = ()
) -> tuple[Body, tuple[Finding, ...]]:
    """The capture cleaned with the default settings."""
    return clean.body(capture, site_lines=site_lines, decisions=decisions, settings=SETTINGS)


def scrape(*lines: str) -> str:
    """A text scrape: the lines with a blank one between each two."""
    return "\n\n".join(lines)


def roles(body: Body) -> dict[str, str]:
    """Role by text of line; the last of equal lines wins."""
    return {line.text: line.role for line in body.lines}


def page(*body: str, title: str = TITLE, before: str = "", after: str = "") -> str:
    """A web page whose article is these fragments."""
    return (
        f"<!doctype html><html lang=en><head><title>{title} | The Quay Post</title>"
        f'<meta property="og:title" content="{title}"></head><body>'
        f"<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>{before}"
        f"<article><h1>{title}</h1>{''.join(body)}</article>{after}"
        "<footer><p>© 1931 The Quay Post. All rights reserved.</p></footer></body></html>"
    )


def paragraphs(*texts: str) -> str:
    """The texts as paragraphs of a page."""
    return "".join(f"<p>{text}</p>" for text in texts)


__all__ = [
    "LONG",
    "SETTINGS",
    "TITLE",
    "Given",
    "a_capture",
    "cleaned",
    "page",
    "paragraphs",
    "roles",
    "scrape",
]
