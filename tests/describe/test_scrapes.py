"""Whole text scrapes in the manner of several houses: title, outlet, agency, people, days, place and section.

All outlets but the agencies are invented, as is what they report.
"""

from __future__ import annotations

from typing import Any

import pytest

from .captures import a_text, described

STORY = (
    "body",
    "A ferry sank off the northern pier on Thursday, and all hands were brought ashore by the pilots' boat.",
)
MORE = ("body", "The harbour office said that the wreck will be raised before the winter storms come in.")

SCRAPES: dict[str, tuple[tuple[tuple[str, str], ...], dict[str, Any]]] = {
    "names in capitals, agency in the byline, last line of thanks": (
        (
            ("title", "Ferry sinks off the northern pier"),
            ("byline", "By MARTA QUILLAN and JOE McADEYE, Associated Press"),
            ("body", "PORT ANSEL, Norland (AP) — " + STORY[1]),
            ("credit_line", "HBN's Peter Holm in Ostrey contributed to this report."),
        ),
        {
            "authors": ("Marta Quillan",),
            "agency": "AP",
            "place": "Port Ansel",
            "contributors": (("Peter Holm", "Ostrey"),),
        },
    ),
    "names where the standfirst stands": (
        (
            ("section_label", "World News"),
            ("title", "Divers reach the ferry that sank off the pier"),
            ("standfirst", "Ana Castell, Ben Rowe"),
            ("body", "PORT ANSEL (Reuters) - " + STORY[1]),
        ),
        {"authors": ("Ana Castell", "Ben Rowe"), "standfirst": None, "section": "World News", "source": "Reuters"},
    ),
    "reporter, place and agencies; first published below the day of the change": (
        (
            ("title", "Ferry disaster: divers search the wreck"),
            ("nav", "Eleanor Frayne in Port Ansel and agencies"),
            ("date_line", "Fri 5 Mar 2021 09.31 GMT"),
            ("date_line", "First published on Thu 4 Mar 2021 06.02 GMT"),
            STORY,
            ("publisher_notice", "Millions are turning to the Harbour Guardian for open news every day."),
        ),
        {"authors": ("Eleanor Frayne",), "published": "2021-03-04T06:02Z", "source": "The Harbour Guardian"},
    ),
    "the page's title in one line with its section, and again below": (
        (
            ("nav", "The Norland Times"),
            ("title", "WORLD | Dozens Are Saved as Ferry Sinks Off Pier"),
            ("standfirst", "Dozens Are Saved as Ferry Sinks Off Pier"),
            ("byline", "By NATHAN P. ORDE and ISABEL CRUZ-MARL MARCH 4, 2021"),
            STORY,
        ),
        {
            "title": "Dozens Are Saved as Ferry Sinks Off Pier",
            "standfirst": None,
            "authors": ("Nathan P. Orde", "Isabel Cruz-Marl"),
            "published": "2021-03-04",
            "source": "The Norland Times",
        },
    ),
    "a trail, the source's own reporter, agencies thanked": (
        (
            ("nav", "News|Shipping"),
            ("title", "Ferry sinks off the northern pier"),
            STORY,
            ("body", "Al Barid's Nadia Farr, reporting from Port Ansel, said the wind was strong."),
            ("nav", "nf/rt (AFP, Reuters, dpa)"),
        ),
        {"section": "Shipping", "source": "Al Barid", "credited": ("AFP", "Reuters", "dpa"), "agency": None},
    ),
    "letters that sign the byline and open the text": (
        (
            ("title", "Ferry sinks: all hands saved"),
            ("byline", "By Jess Trann, Paolo Berti and Sam Okar, HBN"),
            ("date_line", "Updated 1903 GMT (0303 HKT) March 4, 2021"),
            ("body", "(HBN) " + STORY[1]),
            ("publisher_notice", "© 2021 Harbour Broadcast Network. All Rights Reserved."),
        ),
        {"source": "HBN", "authors": ("Jess Trann", "Paolo Berti", "Sam Okar"), "published": "2021-03-04"},
    ),
    "place, country and agency on a line; figures that leave the month open": (
        (
            ("title", "Ferry toll rises as hopes fade"),
            ("date_line", "Issued on: 04/03/2021 - 18:22"),
            ("nav", "Port Ansel (Norland) (AFP)"),
            STORY,
            ("date_line", "© 2021 AFP"),
        ),
        {"agency": "AFP", "place": "Port Ansel", "published": "2021-03-04T18:22"},
    ),
    "a newspaper with agencies": (
        (
            ("title", "Un bac coule au large de la jetée nord"),
            ("nav", "Le Courrier avec AFP et Reuters"),
            ("date_line", "Publié le 04 mars 2021 à 11h42"),
            STORY,
        ),
        {"source": "Le Courrier", "credited": ("AFP", "Reuters"), "authors": ()},
    ),
    "a country in brackets is no agency": (
        (
            ("title", "Fähre sinkt vor der Nordmole"),
            ("byline", "Von: JAN KRÜGEL"),
            ("body", "Port Ansel (Norland) – Es war mitten in der Nacht, als die Fähre sank, und alle wurden gerettet."),
        ),
        {"agency": None, "place": "Port Ansel", "authors": ("Jan Krügel",)},
    ),
    "a labelled day above the title, and for whom the reporter writes": (
        (
            ("nav", "SHIPPING · Published March 4, 2021 2:20pm EST"),
            ("title", "Ferry sinks off the northern pier"),
            ("nav", "By Rory Callard for HarbourOnline and Associated Press"),
            STORY,
        ),
        {"published": "2021-03-04T14:20-05:00", "section": "SHIPPING", "source": "HarbourOnline"},
    ),
    "an agency's own line of source, day and editor": (
        (
            ("title", "Toll of ferry rises"),
            ("standfirst", "Source: Xinhua| 2021-03-04 02:11:33|Editor: huaxia"),
            ("body", "PORT ANSEL, March 3 (Xinhua) -- " + STORY[1]),
        ),
        {"agency": "Xinhua", "standfirst": None, "published": "2021-03-04T02:11:33", "place": "Port Ansel"},
    ),
    "a house that signs as a whole": (
        (
            ("title", "Ferry Leaves Scores Ashore"),
            ("byline", "By HBN/HL"),
            ("body", "PORT ANSEL -- " + STORY[1]),
        ),
        {"source": "HBN/HL", "authors": (), "place": "Port Ansel"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(SCRAPES))
def test_a_scrape_is_described_as_its_house_writes(name: str) -> None:
    """Only the fields that the case is about are named."""
    lines, wanted = SCRAPES[name]
    article, _ = described(a_text(*lines, MORE))
    found: dict[str, Any] = {
        field: value.value if (value := getattr(article, field)) else None
        for field in ("title", "standfirst", "source", "agency", "published", "place", "section")
    }
    found["authors"] = tuple(a.value for a in article.authors)[: len(wanted.get("authors", ())) or None]
    found["credited"] = tuple(a.value for a in article.credited_agencies)
    found["contributors"] = tuple((c.name, c.place) for c in article.contributors)
    assert {field: found[field] for field in wanted} == wanted
