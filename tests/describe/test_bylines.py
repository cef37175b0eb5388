"""Bylines, days, datelines and mastheads in the manner of many houses, through cleaning and description.

All people, places and outlets but the agencies are invented, as is what is reported.
"""

from __future__ import annotations

from typing import Any

import pytest

from site_gen import clean
from site_gen.settings import CleanSettings

from .captures import a_capture, described

EN = (
    "Ferry sinks off Port Ansel pier, three missing",
    (
        "A ferry with 212 people aboard sank off the northern pier of Port Ansel on Thursday evening, and all but three of "
        "them were brought ashore by the pilots' boats, the harbour office said."
    ),
    (
        "The Marigold had left Ostrey in heavy weather. Captain Jonas Reil told reporters that water came through the bow "
        "door within minutes of the first alarm."
    ),
)
FR = (
    "Un ferry coule au large de Port-Ansel, trois disparus",
    (
        "Un ferry transportant 212 personnes a coulé jeudi soir au large du port, et tous les passagers sauf trois ont été "
        "ramenés à terre par les bateaux-pilotes, a indiqué la capitainerie."
    ),
    (
        "Le navire avait quitté Ostrey par gros temps. Le capitaine Jonas Reil a déclaré que l'eau était entrée par la porte "
        "avant quelques minutes après la première alerte."
    ),
)
DE = (
    "Fähre sinkt vor Port Ansel, drei Vermisste",
    (
        "Eine Fähre mit 212 Menschen an Bord ist am Donnerstagabend vor dem Hafen gesunken; alle bis auf drei wurden von den "
        "Lotsenbooten an Land gebracht, teilte das Hafenamt mit."
    ),
    (
        "Das Schiff hatte Ostrey bei schwerem Wetter verlassen. Kapitän Jonas Reil sagte Reportern, das Wasser sei wenige "
        "Minuten nach dem ersten Alarm durch die Bugklappe eingedrungen."
    ),
)
ES = (
    "Un ferry se hunde frente a Puerto Ansel y deja tres desaparecidos",
    (
        "Un ferry con 212 personas a bordo se hundió el jueves por la noche frente al muelle norte, y todas menos tres fueron "
        "llevadas a tierra por los prácticos, informó la capitanía."
    ),
    (
        "El barco había salido de Ostrey con mal tiempo. El capitán Jonás Reil dijo a los periodistas que el agua entró por la "
        "puerta de proa minutos después de la primera alarma."
    ),
)
AR = (
    "غرق عبارة قبالة ميناء أنسل وفقدان ثلاثة",
    (
        "غرقت عبارة تقل 212 شخصا قبالة الرصيف الشمالي للميناء مساء الخميس، ونقل جميع ركابها باستثناء ثلاثة إلى الشاطئ بواسطة "
        "قوارب المرشدين، حسب ما أعلن مكتب الميناء."
    ),
    (
        "وكانت السفينة قد غادرت أوستري في طقس عاصف. وقال القبطان يونس ريل للصحفيين إن المياه دخلت من الباب الأمامي بعد دقائق من "
        "الإنذار الأول."
    ),
)
Report = tuple[str, str, str]
BELL = {"authors": ["Anna Bell"]}
HEADS: tuple[tuple[Report, tuple[str, ...], dict[str, Any]], ...] = (
    (EN, ("By Anna Bell, 5 March 2021",), {**BELL, "day": "2021-03-05"}),
    (
        EN,
        ("By Anna Bell and Carl Dow in Geneva, additional reporting by Eve Ford",),
        {"authors": ["Anna Bell", "Carl Dow"], "contributors": ["Eve Ford"]},
    ),
    (EN, ("BY STAFF",), {"authors": []}),
    (EN, ("By STAFF AND AGENCIES",), {"authors": []}),
    (EN, ("From our own correspondent",), {"authors": []}),
    (EN, ("Words by Anna Bell | Photographs by Carl Dow",), {**BELL, "contributors": ["Carl Dow"]}),
    (EN, ("Words: Anna Bell", "Pictures: Carl Dow"), BELL),
    (EN, ("Anna Bell, Shipping Correspondent", "March 5, 2021 9:31 a.m. ET"), {**BELL, "day": "2021-03-05"}),
    (EN, ("By ANNA BELL of The Harbour Herald staff",), {**BELL, "source": "The Harbour Herald"}),
    (EN, ("Anna Bell for The Harbour Herald",), BELL),
    (EN, ("Anna Bell | Published: 05 Mar 2021, 10:12",), {**BELL, "day": "2021-03-05"}),
    (EN, ("Analysis by Anna Bell",), BELL),
    (FR, ("Par Anna Bell (avec AFP)", "Le 05/03/2021 à 10:12"), {**BELL, "day": "2021-03-05"}),
    (FR, ("De notre envoyée spéciale à Genève, Anna Bell", "vendredi 5 mars 2021"), {**BELL, "day": "2021-03-05"}),
    (DE, ("Von Anna Bell und Karl Dohm, Genf",), {"authors": ["Anna Bell", "Karl Dohm"]}),
    (DE, ("Ein Bericht von Anna Bell", "Veröffentlicht am 05.03.2021"), {**BELL, "day": "2021-03-05"}),
    (ES, ("Anna Bell | Puerto Ansel | 05 MAR 2021 - 10:12 CET",), {**BELL, "day": "2021-03-05"}),
    (ES, ("Redacción", "Publicado el 5/3/2021"), {"authors": [], "day": "2021-03-05"}),
    (AR, ("كتبت ليلى حداد وسامي منصور", "5 مارس 2021"), {"authors": ["ليلى حداد", "سامي منصور"]}),
    (AR, ("بقلم: ليلى وليد",), {"authors": ["ليلى وليد"]}),
)  # fmt: skip


def told(text: str) -> dict[str, Any]:
    """What a text scrape says of itself."""
    capture = a_capture(text)
    body, _ = clean.body(capture, site_lines=None, decisions=(), settings=CleanSettings())
    article, _ = described((capture, body))
    return {
        "title": article.title.value,
        "authors": [a.value for a in article.authors],
        "contributors": [c.name for c in article.contributors],
        "day": article.published.value[:10] if article.published else None,
        "source": article.source.value if article.source else None,
        "agency": article.agency.value if article.agency else None,
        "place": article.place.value if article.place else None,
    }


@pytest.mark.parametrize(("report", "head", "wanted"), HEADS, ids=[head[0][:40] for _, head, _ in HEADS])
def test_the_lines_below_a_title_are_read(
    report: Report, head: tuple[str, ...], wanted: dict[str, Any]
) -> None:
    """Who wrote it and when, as houses write it; the title stays the title."""
    found = told("\n\n".join((report[0], *head, *report[1:])))
    assert {key: found[key] for key in wanted} == wanted
    assert found["title"] == report[0]


DATELINES: tuple[tuple[Report, str, str | None, str], ...] = (
    (EN, "PORT ANSEL, Norland (AP) _ ", "AP", "Port Ansel"),
    (EN, "PORT ANSEL, March 5 (Xinhua) -- ", "Xinhua", "Port Ansel"),
    (EN, "PORT ANSEL, March 5. /TASS/. ", "TASS", "Port Ansel"),
    (EN, "Port Ansel [Norland], March 5 (ANI): ", "ANI", "Port Ansel"),
    (EN, "PORT ANSEL, March 5, 2021 /PRNewswire/ -- ", "PR Newswire", "Port Ansel"),
    (EN, "Port Ansel, March 5 (IANS) ", "IANS", "Port Ansel"),
    (ES, "Puerto Ansel, 5 mar (EFE).- ", "EFE", "Puerto Ansel"),
    (DE, "Port Ansel (dpa) - ", "dpa", "Port Ansel"),
    (AR, "ميناء أنسل (رويترز) - ", "Reuters", "ميناء أنسل"),
    (EN, "PORT ANSEL — ", None, "Port Ansel"),
)


@pytest.mark.parametrize(
    ("report", "dateline", "agency", "place"), DATELINES, ids=[row[1] for row in DATELINES]
)
def test_datelines_of_many_agencies_are_read(
    report: Report, dateline: str, agency: str | None, place: str
) -> None:
    """Place and agency, however the dateline is parted from the report."""
    found = told("\n\n".join((report[0], dateline + report[1], report[2])))
    assert (found["agency"], found["place"]) == (agency, place)


@pytest.mark.parametrize(
    "masthead",
    ["THE HARBOUR HERALD", "The Harbour Herald, Friday, March 5, 2021", "The Harbour Herald - 5 March 2021"],
)
def test_a_masthead_names_the_outlet_and_is_no_title(masthead: str) -> None:
    """Alone or with a day, which may be that of the visit and dates nothing."""
    found = told("\n\n".join((masthead, *EN)))
    assert (found["source"], found["title"], found["day"]) == ("The Harbour Herald", EN[0], None)


def test_a_bracket_without_a_known_agency_and_a_dash_is_no_dateline() -> None:
    """ "Ann Bee (left) The ferry": not every name in brackets is an agency."""
    found = told("\n\n".join((EN[0], "Port Ansel (Norland) " + EN[1], EN[2])))
    assert (found["agency"], found["place"]) == (None, None)
