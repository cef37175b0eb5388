"""More heads and feet of text scrapes, read as a build reads them: exports of databases, mails, stations, newspapers.

The outlets and what they report are invented; agencies are named as they sign.
"""

from __future__ import annotations

import io
from typing import Any

import pytest

from site_gen import clean, describe, ingest
from site_gen.model import Article, Finding
from site_gen.settings import CleanSettings, DescribeSettings, IngestSettings

from .test_heads import STORIES, check

# Head, language, foot, dateline, and what a librarian reads there.
HEADS: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    (
        "The Bayport Examiner\n\nMarch 4, 2020 Wednesday\nFirst Edition\n\nDam bursts above sleeping town\n\nBYLINE: MARTA KEEN; STAFF WRITER\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 412 words\n\nDATELINE: ALMEDRA, Portugal",
        "en",
        "LOAD-DATE: March 4, 2020\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2020 Bayport Publishing Co.\nAll Rights Reserved",
        "",
        {
            "title": "Dam bursts above sleeping town",
            "source": "The Bayport Examiner",
            "authors": ("Marta Keen",),
            "date": "2020-03-04",
            "place": "Almedra",
        },
    ),
    (
        "Flood toll climbs after dam failure in Portugal\n\nBy Ruben Oake and Tessa Lind\n398 words\n5 March 2020\n07:14 AM\nThe Kellan Courier\nKELCOU\nEnglish\n(c) 2020 Kellan Courier Ltd",
        "en",
        "Document KELCOU0020200305eg3500013",
        "",
        {
            "title": "Flood toll climbs after dam failure in Portugal",
            "source": "The Kellan Courier",
            "authors": ("Ruben Oake", "Tessa Lind"),
            "date": "2020-03-05",
        },
    ),
    (
        "North Shore Ledger\nNews | Sports | Obituaries | Classifieds | Weather\n\nHome > News > World\n\nAt least 41 killed as dam collapses\n\nPosted: 03/04/2020 06:12:33 AM EST\nBy Colleen Marsh\ncmarsh@northshoreledger.example",
        "en",
        "Contact Colleen Marsh at 555-0142.\n\nCopyright © 2020 North Shore Ledger. Privacy Policy | Terms of Use",
        "",
        {
            "title": "At least 41 killed as dam collapses",
            "source": "North Shore Ledger",
            "authors": ("Colleen Marsh",),
            "date": "2020-03-04",
        },
    ),
    (
        "Portugal dam collapse: Dozens dead in Almedra\n\nPublished\n4 March 2020\n\nBy Henrik Vale\nKBR News, Lisbon\n\nImage caption,\nThe lower quarter of the town was under two metres of water",
        "en",
        "Related Topics\n\nPortugal\n\nFloods",
        "",
        {
            "title": "Portugal dam collapse: Dozens dead in Almedra",
            "authors": ("Henrik Vale",),
            "date": "2020-03-04",
            "source": "KBR News",
        },
    ),
    (
        "MERIDIAN\n\nThe World\n\nAfter the Water\n\nA town that was told its dam would stand for a century counts its dead.\n\nBY OLIVIA STRAND\n\nMarch 9, 2020",
        "en",
        "Olivia Strand is a staff writer at Meridian.\n\nThis article appears in the April 2020 issue.",
        "",
        {
            "title": "After the Water",
            "authors": ("Olivia Strand",),
            "date": "2020-03-09",
            "source": "Meridian",
        },
    ),
    (
        "De : AFP Desk Europe\nObjet : Portugal: un barrage cède, au moins 41 morts\nDate : 4 mars 2020 07:20",
        "fr",
        "jm-pal/thm/ide",
        "Almedra (Portugal), 4 mars 2020 (AFP) - ",
        {
            "title": "Portugal: un barrage cède, au moins 41 morts",
            "agency": "AFP",
            "place": "Almedra",
            "date": "2020-03-04",
        },
    ),
    (
        "Accueil / Monde / Portugal\n\nPortugal. Un barrage cède au-dessus d'Almedra, au moins 41 morts\n\nLe barrage a rompu mardi soir. Les secours cherchent toujours des survivants.\n\nOuest-Littoral\nJeanne MORVAN\nPublié le 04/03/2020 à 08h15",
        "fr",
        "Lire aussi : Les crues les plus meurtrières du siècle\n\n© Ouest-Littoral",
        "",
        {
            "title": "Portugal. Un barrage cède au-dessus d'Almedra, au moins 41 morts",
            "source": "Ouest-Littoral",
            "authors": ("Jeanne Morvan",),
            "date": "2020-03-04",
        },
    ),
    (
        "Portugal\nDammbruch in Almedra: Mindestens 41 Tote\n\nStand: 04.03.2020 09:48 Uhr\n\nNach tagelangem Regen ist ein Damm gebrochen.\n\nVon Kerstin Halder, ARN-Studio Madrid",
        "de",
        "Über dieses Thema berichtete das Inforadio am 04. März 2020 um 09:00 Uhr.",
        "",
        {
            "title": "Dammbruch in Almedra: Mindestens 41 Tote",
            "authors": ("Kerstin Halder",),
            "date": "2020-03-04",
        },
    ),
    (
        "Panorama\n\nNach Dauerregen\nDamm in Portugal bricht – 41 Tote\n\n04.03.2020, 08:31 Uhr | dpa\n\nHarzblick Nachrichten",
        "de",
        "© dpa-infocom, dpa:200304-99-123456/2",
        "Almedra (dpa) - ",
        {
            "title": "Damm in Portugal bricht – 41 Tote",
            "agency": "dpa",
            "place": "Almedra",
            "date": "2020-03-04",
        },
    ),
    (
        "INTERNACIONAL\n\nAl menos 41 muertos al romperse una presa en Portugal\n\nEl agua arrasó el barrio bajo de Almedra tras tres días de lluvia\n\nLucía Ferrán\n\nLisboa - 04 MAR 2020 - 10:21 CET",
        "es",
        "Archivado en: Portugal · Inundaciones\n\n© EDICIONES EL FARO S.L.",
        "",
        {
            "title": "Al menos 41 muertos al romperse una presa en Portugal",
            "authors": ("Lucía Ferrán",),
            "date": "2020-03-04",
        },
    ),
    (
        "الرئيسية > أخبار العالم\n\nمقتل 41 شخصا في انهيار سد بالبرتغال\n\nصحيفة الضفاف - لشبونة\n\nالأربعاء 4 مارس 2020 - 10:30",
        "ar",
        "جميع الحقوق محفوظة © صحيفة الضفاف 2020",
        "",
        {"title": "مقتل 41 شخصا في انهيار سد بالبرتغال", "source": "صحيفة الضفاف", "date": "2020-03-04"},
    ),
    (
        "Dam burst kills at least 41 in Portugal: officials\n\nXINYUE NEWSWIRE\n\nUpdated: 2020-03-04 14:05:11\n\nSource: Xinyue Newswire | Editor: lan",
        "en",
        "",
        "LISBON, March 4 (Xinyue) -- ",
        {
            "title": "Dam burst kills at least 41 in Portugal: officials",
            "place": "Lisbon",
            "date": "2020-03-04",
        },
    ),
    (
        "Portogallo, cede una diga: almeno 41 morti\n\ndi Carla Bonelli\n\n04 Marzo 2020 alle 09:15\n\n2 minuti di lettura",
        "it",
        "© Riproduzione riservata",
        "",
        {
            "title": "Portogallo, cede una diga: almeno 41 morti",
            "authors": ("Carla Bonelli",),
            "date": "2020-03-04",
        },
    ),
    (
        "41 dead after dam fails in Portugal\n\nBy PETER COLE and RITA AMES\nToday",
        "en",
        "___\n\nCole reported from Madrid.",
        "ALMEDRA, Portugal (AP) — ",
        {
            "title": "41 dead after dam fails in Portugal",
            "authors": ("Peter Cole", "Rita Ames"),
            "agency": "AP",
            "place": "Almedra",
            "date": None,
        },
    ),
    (
        "Harbour & Hills Weekly\nIssue 214\n\nBroken dam, broken town\n\nPublished: Thursday, 5th March, 2020\n\nWords: Priya Lund",
        "en",
        "Harbour & Hills Weekly is an independent newspaper run by its readers.",
        "",
        {
            "title": "Broken dam, broken town",
            "authors": ("Priya Lund",),
            "date": "2020-03-05",
            "source": "Harbour & Hills Weekly",
        },
    ),
    (
        "Un barrage s'effondre au Portugal, 41 morts au moins\n\nPar Le Quotidien du Fleuve avec AFP\nPublié le 4 mars 2020 à 09h02, mis à jour à 11h40",
        "fr",
        "Vous avez aimé cet article ? Abonnez-vous.",
        "",
        {
            "title": "Un barrage s'effondre au Portugal, 41 morts au moins",
            "source": "Le Quotidien du Fleuve",
            "date": "2020-03-04",
            "authors": (),
        },
    ),
    (
        "Inicio > Mundo > Europa\n\nTragedia en Portugal: cede una presa y mueren 41 personas\n\nPor Redacción El Correo del Sur\n\n4 de marzo de 2020 | 10:15",
        "es",
        "Con información de EFE",
        "",
        {
            "title": "Tragedia en Portugal: cede una presa y mueren 41 personas",
            "date": "2020-03-04",
            "source": "El Correo del Sur",
        },
    ),
    (
        "BREAKING | 41 dead in Portugal dam collapse\n\nSamir Doyle, Europe Correspondent\n@samirdoyle\n\n4 Mar 2020 8:05am",
        "en",
        "Got a story? Email newsroom@eastcoastpost.example\n\n© East Coast Post 2020",
        "",
        {
            "title": "BREAKING | 41 dead in Portugal dam collapse",
            "authors": ("Samir Doyle",),
            "date": "2020-03-04",
            "source": "East Coast Post",
        },
    ),
    (
        "انهيار سد في البرتغال يوقع عشرات القتلى\n\nكتبت: ليلى حداد\n\nنشر في: 4 مارس 2020",
        "ar",
        "المصدر: رويترز",
        "لشبونة (رويترز) - ",
        {
            "title": "انهيار سد في البرتغال يوقع عشرات القتلى",
            "authors": ("ليلى حداد",),
            "date": "2020-03-04",
            "agency": "Reuters",
        },
    ),
    (
        "Europe\nDam bursts in Portugal after days of rain\n\nFiled by Nell Tavish from Lisbon, 4 March 2020, 21:10 GMT",
        "en",
        "Radio Solway World Service",
        "",
        {
            "title": "Dam bursts in Portugal after days of rain",
            "authors": ("Nell Tavish",),
            "date": "2020-03-04",
        },
    ),
    (
        "Cede diga in Portogallo, 41 vittime\n\nRedazione Esteri\n4 marzo 2020",
        "it",
        "(ANSA)",
        "LISBONA, 04 MAR - ",
        {
            "title": "Cede diga in Portogallo, 41 vittime",
            "place": "Lisbona",
            "date": "2020-03-04",
            "authors": (),
        },
    ),
    (
        "Portugal dam burst leaves at least 41 dead\n\nIssued on: 04/03/2020 - 09:14    Modified: 04/03/2020 - 12:30\n\nText by: Channel 9 WORLD with AFP",
        "en",
        "",
        "Lisbon (AFP) - ",
        {
            "title": "Portugal dam burst leaves at least 41 dead",
            "agency": "AFP",
            "place": "Lisbon",
            "date": "2020-03-04",
            "source": "Channel 9 WORLD",
        },
    ),
    (
        "After the dam: a night on the rooftops of Almedra\n\nWorld\n\nKatya Orlen in Almedra\nThu 5 Mar 2020 06.00 GMT\nLast modified on Thu 5 Mar 2020 18.42 GMT",
        "en",
        "Topics\nPortugal\nEurope\nnews",
        "",
        {
            "title": "After the dam: a night on the rooftops of Almedra",
            "authors": ("Katya Orlen",),
            "date": "2020-03-05",
        },
    ),
    (
        "Barrage rompu au Portugal : au moins 41 morts\n\nPar Émile Garand, correspondant à Lisbonne\n\nPublié le 05 mars 2020 à 06:30 | Mis à jour le 05 mars 2020 à 12:02\n\nTemps de lecture : 3 min",
        "fr",
        "La Dépêche du Cap\nTous droits réservés",
        "",
        {
            "title": "Barrage rompu au Portugal : au moins 41 morts",
            "authors": ("Émile Garand",),
            "source": "La Dépêche du Cap",
            "date": "2020-03-05",
        },
    ),
    (
        "Portugal: Damm gebrochen, mindestens 41 Tote\n\nStand: 4. März 2020, 10:12 Uhr\n\nQuelle: Nordküsten-Kurier/dpa",
        "de",
        "Sie wollen mehr lesen? Jetzt abonnieren.",
        "Almedra/Lissabon (dpa) – ",
        {"title": "Portugal: Damm gebrochen, mindestens 41 Tote", "agency": "dpa", "date": "2020-03-04"},
    ),
    (
        "Una presa se rompe en Portugal y deja 41 muertos\n\nEFE\n\nLisboa, 4 mar 2020 - 09:40",
        "es",
        "Te puede interesar",
        "Lisboa, 4 mar (EFE).- ",
        {
            "title": "Una presa se rompe en Portugal y deja 41 muertos",
            "agency": "EFE",
            "date": "2020-03-04",
            "place": "Lisboa",
        },
    ),
    (
        "Portugal dam failure kills 41\n\nJoe Whitcombe\nReporter, Severn Echo\n\n4th March 2020 at 8:45am",
        "en",
        "Read more at severnecho.example",
        "",
        {
            "title": "Portugal dam failure kills 41",
            "authors": ("Joe Whitcombe",),
            "source": "Severn Echo",
            "date": "2020-03-04",
        },
    ),
    (
        "Subject: [Worldwatch] Flood kills dozens in Portugal\nFrom: Worldwatch Bulletin <news@worldwatch.example>\nDate: Wed, 4 Mar 2020 11:02:00 +0000\n",
        "en",
        "-- \nWorldwatch Bulletin is sent every weekday.",
        "",
        {"title": "[Worldwatch] Flood kills dozens in Portugal", "date": "2020-03-04"},
    ),
    (
        "41 killed in Portuguese dam collapse\n\nAgence France-Presse\nWednesday, March 4, 2020 - 07:31",
        "en",
        "The Tarrin Standard",
        "ALMEDRA, Portugal — ",
        {
            "title": "41 killed in Portuguese dam collapse",
            "date": "2020-03-04",
            "source": "The Tarrin Standard",
            "agency": "AFP",
            "place": "Almedra",
        },
    ),
    (
        "The night the dam broke\n\nIn Almedra, six hundred people slept in a sports hall and nobody slept\n\nStory by Ada Corrick\nPhotographs by Luis Benn\n\nMarch 12, 2020",
        "en",
        "Ada Corrick writes about cities for The Quarter.",
        "",
        {"title": "The night the dam broke", "authors": ("Ada Corrick",), "date": "2020-03-12"},
    ),
    (
        "Portogallo, crolla una diga: 41 morti\n\nGiulia Senni\nInviata a Lisbona\n\nmercoledì 4 marzo 2020, 12:10",
        "it",
        "© Gazzetta del Porto",
        "",
        {
            "title": "Portogallo, crolla una diga: 41 morti",
            "authors": ("Giulia Senni",),
            "date": "2020-03-04",
            "source": "Gazzetta del Porto",
        },
    ),
    (
        "Skip to content\n\nKFLN 7 News\n\nDam collapse in Portugal kills at least 41\n\nby: Brianna Holt\n\nPosted: Mar 4, 2020 / 07:15 AM PST / Updated: Mar 4, 2020 / 11:20 AM PST",
        "en",
        "Copyright 2020 Fallon Media Inc. All rights reserved.",
        "",
        {
            "title": "Dam collapse in Portugal kills at least 41",
            "authors": ("Brianna Holt",),
            "date": "2020-03-04",
            "source": "KFLN 7 News",
        },
    ),
    (
        "Damaged dam bursts, drowning a quarter of Almedra\n\nCarol Imre, Special to the Prairie Sun\nMar. 4, 2020\n\nComments",
        "en",
        "Follow Carol Imre on Twitter.",
        "",
        {
            "title": "Damaged dam bursts, drowning a quarter of Almedra",
            "authors": ("Carol Imre",),
            "date": "2020-03-04",
            "source": "Prairie Sun",
        },
    ),
)


def read(head: str, language: str, foot: str, dateline: str) -> Article:
    """Such a scrape as a file, ingested, cleaned alone and described."""
    first, *more = STORIES[language]
    text = "\n\n".join((head, dateline + first, *more, *([foot] if foot else []))) + "\n"
    stream = io.BytesIO(text.encode())
    found = ingest.records("captures/x.txt", stream, len(stream.getvalue()), IngestSettings())
    record = next(item for item in found if not isinstance(item, Finding))
    capture, _ = ingest.capture(record, id="a1", given=(), settings=IngestSettings())
    assert capture is not None
    (body,) = clean.bodies([capture], CleanSettings())
    article, _ = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    return article


NAMED = [head[0].split("\n")[0][:40] for head in HEADS]


@pytest.mark.parametrize(("head", "language", "foot", "dateline", "expected"), HEADS, ids=NAMED)
def test_the_head_of_a_file_is_read_as_a_librarian_would(
    head: str, language: str, foot: str, dateline: str, expected: dict[str, Any]
) -> None:
    """Each field that the table names, and the language; the report itself is whole."""
    check(read(head, language, foot, dateline), language, expected)
