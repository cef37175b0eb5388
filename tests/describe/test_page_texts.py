"""What the furniture of a page, copied as text around an article, tells of its outlet, its authors and its section.

The outlets and what they report are invented; agencies are named as they sign.
"""

from __future__ import annotations

from typing import Any

import pytest

from .test_heads import read, told

# Head, foot, dateline, and what a librarian reads there.
PAGES: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "a house that is its own source beside agencies": (
        "News\n\nThe Dam\n\nDam breaks above Almedra, killing 41\n\nBy Zina Tarn\n\nPublished On 4 Mar 2020",
        "Source: Al Barid and news agencies",
        "",
        {"source": "Al Barid", "authors": ("Zina Tarn",), "date": "2020-03-04", "section": "News"},
    ),
    "the words of a logo, and a call for support": (
        "Skip to main content\nThe Lantern - Back to home\nSupport the Lantern\nDam breaks above Almedra, killing 41\nRowena Ashby\nWed 4 Mar 2020 19.22 GMT",
        "Topics\nPortugal",
        "",
        {"source": "The Lantern", "authors": ("Rowena Ashby",), "date": "2020-03-04"},
    ),
    "a name in capitals beside a control": (
        "EL FARO\nSearch\nDam breaks above Almedra, killing 41\n4 March 2020",
        "",
        "",
        {"source": "El Faro", "date": "2020-03-04"},
    ),
    "whom the writer works for, told below": (
        "Dam breaks above Almedra, killing 41\n\nBy Mark Hollis\n\nMarch 4, 2020 at 4:12 p.m. EST",
        "Mark Hollis is a national correspondent for The Lantern. He joined in 2011.",
        "",
        {"source": "The Lantern", "authors": ("Mark Hollis",), "date": "2020-03-04"},
    ),
    "a station that signs behind a label, with a button": (
        "Dam breaks above Almedra, killing 41\nIssued on: 04/03/2020 - 16:05\nText by: HARBOUR 24 Follow",
        "",
        "",
        {"source": "HARBOUR 24", "authors": ()},
    ),
    "a role before the name, agencies behind it": (
        "Dam breaks above Almedra, killing 41\nBy South-West Europe correspondent Adam Hartwell and wires\nPosted Wed 4 Mar 2020 at 2:15pm",
        "HBN/wires",
        "",
        {"authors": ("Adam Hartwell",), "date": "2020-03-04"},
    ),
    "an account stuck to the name": (
        "Dam breaks above Almedra, killing 41\nBy Dara Lind@daralind\nMar 4, 2020, 10:30am EST",
        "",
        "",
        {"authors": ("Dara Lind",), "date": "2020-03-04"},
    ),
    "a place between the name and the account": (
        "Dam breaks above Almedra, killing 41\nBethan McAll Lisbon @bethmcall\nWednesday 4 March 2020 17:45 GMT",
        "",
        "",
        {"authors": ("Bethan McAll",), "date": "2020-03-04"},
    ),
    "a comma behind the names, and the date below in small letters": (
        "Dam breaks above Almedra, killing 41\nPar Claire Hachin et Julien Tord ,\npublié le 04/03/2020 à 07:30",
        "© L'Éclair",
        "",
        {"source": "L'Éclair", "authors": ("Claire Hachin", "Julien Tord"), "date": "2020-03-04"},
    ),
    "the house with its place below the name": (
        "Dam breaks above Almedra, killing 41\n\nBy Jonathan Kerr\nHarbour News, Almedra\n\nPublished 4 March 2020",
        "",
        "",
        {"source": "Harbour News", "authors": ("Jonathan Kerr",), "date": "2020-03-04"},
    ),
    "the house before the name": (
        "Log in\nQuay-Courier\nDam breaks above Almedra, killing 41\nThe water came at night and took the lower town with it.\nA street in the lower town | HOLM\nQuay-Courier Anne-Lise FERRY.\nPublished 4 March 2020 11:58",
        "",
        "",
        {"source": "Quay-Courier", "authors": ("Anne-Lise Ferry",), "date": "2020-03-04"},
    ),
    "a place that nobody knows, before day and hour": (
        "Dam breaks above Almedra, killing 41\nJAVIER LAFUENTES\nQuarrymouth - 4 MAR 2020 - 19:32 CET",
        "",
        "",
        {"place": "Quarrymouth", "authors": ("Javier Lafuentes",), "date": "2020-03-04"},
    ),
    "whose picture it is, and no author": (
        "Peace and Security\n\nDam breaks above Almedra, killing 41\n\nHBN/L. Tomas\n\nA convoy leaves the town.\n\n4 March 2020",
        "",
        "",
        {"authors": (), "section": "Peace and Security", "date": "2020-03-04"},
    ),
    "the size of letters, and no author": (
        "Dam breaks above Almedra, killing 41\nAFP / Mar 4, 2020, 10:21 IST\nShare\nA A",
        "",
        "LISBON: ",
        {"authors": (), "agency": "AFP", "place": "Lisbon", "date": "2020-03-04"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PAGES))
def test_what_stands_around_an_article_copied_as_text_is_read(name: str) -> None:
    """Only the fields that the case is about are named."""
    head, foot, dateline, wanted = PAGES[name]
    found = told(read(head, "en", foot, dateline))
    assert {field: found[field] for field in wanted} == wanted


def test_an_address_above_the_title_is_no_section() -> None:
    """Its strokes part no names."""
    article = read(
        "https://harbour.example/news/5d41402a\nDam breaks above Almedra, killing 41\nMarch 4, 2020",
        "en",
        "",
        "",
    )
    assert article.section is None
