"""Heads and feet of text scrapes in the manner of many houses and languages, cleaned and described.

The outlets and what they report are invented; agencies are named as they sign.
"""

from __future__ import annotations

from typing import Any

import pytest

from site_gen import clean, describe
from site_gen.model import Article
from site_gen.settings import CleanSettings, DescribeSettings

from .captures import a_capture

STORIES = {
    "en": (
        "The dam above the town of Almedra broke on Tuesday night after three days of rain, sending a wall of water through the lower quarter and leaving at least 41 people dead, officials said.",
        "Rescuers searched the mud for survivors on Wednesday as soldiers handed out blankets and water in the sports hall, where some 600 people spent the night.",
        "“We heard a noise like a train and then the street was gone,” said Ines Calado, a baker who climbed onto her roof with her two children.",
    ),
    "fr": (
        "Le barrage qui domine la ville d'Almedra a cédé dans la nuit de mardi à mercredi après trois jours de pluie, faisant au moins 41 morts, selon les autorités.",
        "Les secours fouillaient mercredi la boue à la recherche de survivants, tandis que l'armée distribuait des couvertures dans le gymnase où 600 personnes ont passé la nuit.",
        "« Nous avons entendu un bruit comme celui d'un train, puis la rue avait disparu », a raconté Ines Calado, une boulangère montée sur son toit avec ses deux enfants.",
    ),
    "de": (
        "Der Damm oberhalb der Stadt Almedra ist in der Nacht zum Mittwoch nach drei Tagen Regen gebrochen; mindestens 41 Menschen kamen nach Angaben der Behörden ums Leben.",
        "Helfer suchten am Mittwoch im Schlamm nach Überlebenden, während Soldaten in der Sporthalle Decken verteilten, wo rund 600 Menschen die Nacht verbrachten.",
        "„Wir hörten ein Geräusch wie von einem Zug, und dann war die Straße weg“, sagte die Bäckerin Ines Calado, die mit ihren beiden Kindern auf das Dach stieg.",
    ),
    "es": (
        "La presa situada sobre la ciudad de Almedra se rompió en la noche del martes tras tres días de lluvia y causó al menos 41 muertos, según las autoridades.",
        "Los equipos de rescate buscaban el miércoles supervivientes en el barro mientras el ejército repartía mantas en el polideportivo, donde unas 600 personas pasaron la noche.",
        "«Oímos un ruido como el de un tren y la calle desapareció», dijo Inés Calado, una panadera que subió al tejado con sus dos hijos.",
    ),
    "it": (
        "La diga sopra la città di Almedra ha ceduto nella notte tra martedì e mercoledì dopo tre giorni di pioggia, provocando almeno 41 morti, secondo le autorità.",
        "I soccorritori cercavano mercoledì i superstiti nel fango, mentre l'esercito distribuiva coperte nella palestra dove circa 600 persone hanno passato la notte.",
        "«Abbiamo sentito un rumore come di un treno e poi la strada non c'era più», ha detto Ines Calado, una fornaia salita sul tetto con i due figli.",
    ),
    "ar": (
        "انهار السد المطل على مدينة المدرة مساء الثلاثاء بعد ثلاثة أيام من الأمطار، ما أدى إلى مقتل 41 شخصا على الأقل، بحسب ما أعلنت السلطات.",
        "وواصل رجال الإنقاذ يوم الأربعاء البحث عن ناجين في الوحل، بينما وزع الجيش البطانيات في القاعة الرياضية التي قضى فيها نحو 600 شخص ليلتهم.",
        "وقالت إيناس كلادو، وهي خبازة صعدت إلى سطح منزلها مع طفليها، إنها سمعت صوتا كصوت القطار ثم اختفى الشارع.",
    ),
}
"""Three paragraphs of one report in each language."""

# Head, language, foot, dateline, and what a librarian reads there.
HEADS: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    (
        "Dam breaks above Almedra, killing 41\n\nBy Paula Renner and Tom Askew",
        "en",
        "(Reporting by Paula Renner in Almedra and Tom Askew in Lisbon; Additional reporting by Joan Pell in Madrid; Editing by Hugh Lane)\n\nOur Standards: The Thomson Reuters Trust Principles.",
        "ALMEDRA, Portugal (Reuters) - ",
        {
            "title": "Dam breaks above Almedra, killing 41",
            "authors": ("Paula Renner", "Tom Askew"),
            "agency": "Reuters",
            "place": "Almedra",
            "contributors": (
                ("Paula Renner", "Almedra"),
                ("Tom Askew", "Lisbon"),
                ("Joan Pell", "Madrid"),
                ("Hugh Lane", None),
            ),
        },
    ),
    (
        "Dozens dead as dam bursts in Portugal\n\nBy MARIA LOEB, Associated Press\n\nMarch 4, 2020",
        "en",
        "___\n\nAssociated Press writer Carl Binns in Madrid contributed to this report.\n\nCopyright 2020 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
        "ALMEDRA, Portugal (AP) — ",
        {
            "title": "Dozens dead as dam bursts in Portugal",
            "authors": ("Maria Loeb",),
            "agency": "AP",
            "place": "Almedra",
            "date": "2020-03-04",
            "contributors": (("Carl Binns", "Madrid"),),
        },
    ),
    (
        "The Harbour Herald\n\nWORLD\n\nAlmedra counts its dead\n\nA dam nobody had inspected for eleven years gave way in the night, and the lower town with it; now the questions begin for a ministry that was warned twice\n\nHelen Marsh in Almedra\n\nWed 4 Mar 2020 18.02 GMT",
        "en",
        "Topics\nPortugal\nFloods\nEurope\nnews",
        "",
        {
            "title": "Almedra counts its dead",
            "authors": ("Helen Marsh",),
            "source": "The Harbour Herald",
            "date": "2020-03-04",
            "section": "WORLD",
        },
    ),
    (
        "Sirens, then silence\n\nThe dam above Almedra had been declared sound in the autumn. On Tuesday night it broke within a quarter of an hour, and nobody had told the people below\n\nBy J. R. Pemberton\n5 March 2020 • 6:00am",
        "en",
        "© Meridian Media Group Limited 2020",
        "",
        {"title": "Sirens, then silence", "authors": ("J. R. Pemberton",), "date": "2020-03-05"},
    ),
    (
        "Skip to content\nHome\nNews\nBBN News\n\nDam collapse: What we know so far\n\nPublished\n4 March 2020\n\nBy Ana Reyes\nBBN News, Almedra",
        "en",
        "Related Topics\nPortugal\nMore on this story\nPortugal dam: The warnings that were ignored\n3 March 2020",
        "",
        {
            "title": "Dam collapse: What we know so far",
            "authors": ("Ana Reyes",),
            "date": "2020-03-04",
            "source": "BBN News",
        },
    ),
    (
        "At least 41 dead after dam breaks in Portugal\nBy Sara Coe and Luis Amado, CTN\nUpdated 1437 GMT (2237 HKT) March 4, 2020",
        "en",
        "CTN's Ben Oakes and Farah Aziz contributed to this report.",
        "Almedra, Portugal (CTN) — ",
        {
            "title": "At least 41 dead after dam breaks in Portugal",
            "authors": ("Sara Coe", "Luis Amado"),
            "source": "CTN",
            "date": "2020-03-04",
            "place": "Almedra",
            "contributors": (("Ben Oakes", None), ("Farah Aziz", None)),
        },
    ),
    (
        "Dam failure kills 41 in Portuguese town\n\nMarch 4, 2020 · 2:11 PM ET\n\nHeard on All Day Long\n\nLEILA FONTAINE\n\nPORTO OLIVE",
        "en",
        "Copyright © 2020 WPR. All rights reserved. Visit our website terms of use and permissions pages for further information.",
        "",
        {"title": "Dam failure kills 41 in Portuguese town", "source": "WPR", "date": "2020-03-04"},
    ),
    (
        "Portugal: 41 killed as dam gives way\n\nIssued on: 04/03/2020 - 09:12\n\nText by: NEWS WIRES",
        "en",
        "(FRANCE 12 with AFP and REUTERS)",
        "",
        {
            "title": "Portugal: 41 killed as dam gives way",
            "date": "2020-03-04",
            "authors": (),
            "source": "FRANCE 12",
        },
    ),
    (
        "Portugal dam collapse leaves 41 dead, dozens missing\n\nSource: Agencies | 10:42, 4-Mar-2020",
        "en",
        "Source: Xinhua  Editor: Lin Wei",
        "",
        {
            "title": "Portugal dam collapse leaves 41 dead, dozens missing",
            "date": "2020-03-04",
            "source": None,
            "authors": (),
        },
    ),
    (
        "Dam collapse kills 41 in Portugal\nFrom correspondents in Almedra\nThe Southern Chronicle\nMARCH 5, 2020 7:14AM",
        "en",
        "AAP\n\nOriginally published as Dam collapse kills 41 in Portugal",
        "",
        {
            "title": "Dam collapse kills 41 in Portugal",
            "source": "The Southern Chronicle",
            "date": "2020-03-05",
            "authors": (),
        },
    ),
    (
        "Barrage d'Almedra : au moins 41 morts au Portugal\n\nLe Courrier du Soir avec AFP\nPublié le 04 mars 2020 à 11h32 - Mis à jour le 04 mars 2020 à 18h05",
        "fr",
        "Le Courrier du Soir avec AFP",
        "",
        {
            "title": "Barrage d'Almedra : au moins 41 morts au Portugal",
            "source": "Le Courrier du Soir",
            "date": "2020-03-04",
            "authors": (),
        },
    ),
    (
        "A Almedra, la colère après la boue\n\nREPORTAGE. Les habitants avaient alerté la préfecture à deux reprises ; la digue a lâché en moins d'un quart d'heure, emportant la ville basse.\n\nDe notre envoyée spéciale à Almedra, Claire Vasseur\n\nLe 05/03/2020 à 06:00",
        "fr",
        "Lire aussi : Au Portugal, des barrages vieillissants",
        "",
        {"title": "A Almedra, la colère après la boue", "authors": ("Claire Vasseur",), "date": "2020-03-05"},
    ),
    (
        "Portugal: un barrage cède, 41 morts",
        "fr",
        "bur/gl/sba",
        "Almedra (Portugal), 4 mars 2020 (AFP) - ",
        {
            "title": "Portugal: un barrage cède, 41 morts",
            "agency": "AFP",
            "place": "Almedra",
            "date": "2020-03-04",
        },
    ),
    (
        "L'Écho de la Baie\nAccueil > International > Portugal\nUn barrage cède au-dessus d'Almedra\nPar Jean-Marc Tissier et Noémie Roy, correspondants à Lisbonne\nMercredi 4 mars 2020",
        "fr",
        "© L'Écho de la Baie. Tous droits réservés.",
        "",
        {
            "title": "Un barrage cède au-dessus d'Almedra",
            "source": "L'Écho de la Baie",
            "authors": ("Jean-Marc Tissier", "Noémie Roy"),
            "date": "2020-03-04",
            "section": "International",
        },
    ),
    (
        "Portugal\nDammbruch in Almedra: Mindestens 41 Tote\n\n04.03.2020, 16:45 Uhr\n\nVon Katrin Vogel, Lissabon",
        "de",
        "kvo/dpa/AFP",
        "",
        {
            "title": "Dammbruch in Almedra: Mindestens 41 Tote",
            "authors": ("Katrin Vogel",),
            "date": "2020-03-04",
        },
    ),
    (
        "Nach dem Dammbruch\n\nDie Stadt, die niemand warnte\n\nStand: 05.03.2020 07:30 Uhr\n\nZwei Gutachten hatten vor dem Bruch gewarnt, doch in Almedra erfuhr davon keiner.\n\nVon Jürgen Halm, ARX-Studio Madrid",
        "de",
        "Über dieses Thema berichtete die Abendschau am 04. März 2020 um 20:00 Uhr.",
        "",
        {"title": "Die Stadt, die niemand warnte", "authors": ("Jürgen Halm",), "date": "2020-03-05"},
    ),
    (
        "Dammbruch in Portugal fordert 41 Tote",
        "de",
        "(sda/afp/rts)",
        "Almedra (dpa) - ",
        {"title": "Dammbruch in Portugal fordert 41 Tote", "agency": "dpa", "place": "Almedra"},
    ),
    (
        "Norddeutsche Rundschau\nPanorama\nFlutwelle nach Dammbruch: 41 Tote in Portugal\nvon Birte Lenz\n4. März 2020 | Lesezeit: 3 Min.",
        "de",
        "Quelle: Norddeutsche Rundschau, mit Material von dpa",
        "",
        {
            "title": "Flutwelle nach Dammbruch: 41 Tote in Portugal",
            "source": "Norddeutsche Rundschau",
            "authors": ("Birte Lenz",),
            "date": "2020-03-04",
        },
    ),
    (
        "El Faro de Almedra\n\nSUCESOS\n\nLa presa se rompe y deja 41 muertos\n\nMarta Quiroga / Almedra\n\n04/03/2020 a las 12:15 h.",
        "es",
        "© El Faro de Almedra",
        "",
        {
            "title": "La presa se rompe y deja 41 muertos",
            "source": "El Faro de Almedra",
            "authors": ("Marta Quiroga",),
            "date": "2020-03-04",
        },
    ),
    (
        "Al menos 41 muertos al romperse una presa en Portugal",
        "es",
        "EFE\n\njm/ram",
        "Almedra (Portugal), 4 mar (EFE).- ",
        {
            "title": "Al menos 41 muertos al romperse una presa en Portugal",
            "agency": "EFE",
            "place": "Almedra",
        },
    ),
    (
        "Diario del Norte\nInternacional\nUna presa sepulta media ciudad en Portugal\nLos vecinos habían denunciado las grietas en otoño\nPor Carmen Ortuño, enviada especial\nMadrid, 5 de marzo de 2020",
        "es",
        "Con información de AP y EFE.",
        "",
        {
            "title": "Una presa sepulta media ciudad en Portugal",
            "source": "Diario del Norte",
            "authors": ("Carmen Ortuño",),
            "date": "2020-03-05",
            "section": "Internacional",
        },
    ),
    (
        "PORTUGAL\nTragedia en Almedra\nRedacción\n4 marzo 2020",
        "es",
        "",
        "",
        {"title": "Tragedia en Almedra", "authors": (), "date": "2020-03-04"},
    ),
    (
        "Crolla una diga in Portogallo, almeno 41 morti\n\nRedazione ANSA\nLISBONA\n04 marzo 2020 13:05",
        "it",
        "RIPRODUZIONE RISERVATA © Copyright ANSA",
        "",
        {
            "title": "Crolla una diga in Portogallo, almeno 41 morti",
            "date": "2020-03-04",
            "authors": (),
            "source": "ANSA",
        },
    ),
    (
        "Corriere del Golfo\n\nESTERI\n\nAlmedra, la notte della diga\n\ndal nostro inviato Paolo Berti\n\n5 marzo 2020",
        "it",
        "© RIPRODUZIONE RISERVATA",
        "",
        {
            "title": "Almedra, la notte della diga",
            "source": "Corriere del Golfo",
            "authors": ("Paolo Berti",),
            "date": "2020-03-05",
        },
    ),
    (
        "Portogallo, cede una diga: 41 vittime\ndi Giulia Ferrante\n04 Marzo 2020 alle 10:20",
        "it",
        "La Gazzetta di Levante",
        "",
        {
            "title": "Portogallo, cede una diga: 41 vittime",
            "source": "La Gazzetta di Levante",
            "authors": ("Giulia Ferrante",),
            "date": "2020-03-04",
        },
    ),
    (
        "41 قتيلا في انهيار سد بالبرتغال\n\nالأربعاء 4 مارس 2020",
        "ar",
        "المصدر: وكالات",
        "لشبونة (رويترز) - ",
        {
            "title": "41 قتيلا في انهيار سد بالبرتغال",
            "agency": "Reuters",
            "place": "لشبونة",
            "date": "2020-03-04",
        },
    ),
    (
        "صحيفة الميناء\nانهيار سد يقتل العشرات في البرتغال\nكتب: سامي حداد\n4/3/2020 - 11:30",
        "ar",
        "المصدر: الميناء + وكالات",
        "",
        {
            "title": "انهيار سد يقتل العشرات في البرتغال",
            "authors": ("سامي حداد",),
            "date": "2020-03-04",
            "source": "صحيفة الميناء",
        },
    ),
    (
        "Lagoon Post\nSunday, March 8, 2020\nHome | News | Sports | Opinion\n\nDam collapse kills 41\nMarch 4, 2020\nBy Staff Reporter",
        "en",
        "Copyright © 2020 Lagoon Post. All rights reserved.",
        "",
        {"title": "Dam collapse kills 41", "source": "Lagoon Post", "date": "2020-03-04", "authors": ()},
    ),
    (
        "Dam breach in Portugal kills at least 41 - The Orient Tribune\nThe Orient Tribune\nDam breach in Portugal kills at least 41\nAgence France-Presse / 03:12 PM March 04, 2020",
        "en",
        "TAGS: Almedra, dam, floods, Portugal",
        "",
        {
            "title": "Dam breach in Portugal kills at least 41",
            "source": "The Orient Tribune",
            "date": "2020-03-04",
            "agency": "AFP",
        },
    ),
    (
        "ALMEDRA STAYS UP FOR ITS MISSING\n\nFamilies keep vigil by the broken dam as hopes fade\n\nFrom our own correspondent",
        "en",
        "",
        "ALMEDRA, March 4. — ",
        {"title": "ALMEDRA STAYS UP FOR ITS MISSING", "place": "Almedra", "authors": ()},
    ),
    (
        "Portugal mourns dam victims\n\nMarch 5, 2020\n\nEleni Markou | VOX News",
        "en",
        "Some information for this report came from Associated Press and Reuters.",
        "",
        {
            "title": "Portugal mourns dam victims",
            "authors": ("Eleni Markou",),
            "date": "2020-03-05",
            "source": "VOX News",
        },
    ),
    (
        "'Like a train': survivors tell of night the dam broke\nPublished time: 4 Mar, 2020 14:20\nEdited time: 5 Mar, 2020 08:11\nGet short URL\n© Reuters / Rafael Lima",
        "en",
        "You can share this story on social media:",
        "",
        {
            "title": "'Like a train': survivors tell of night the dam broke",
            "date": "2020-03-04",
            "source": None,
            "authors": (),
        },
    ),
    (
        "Dam collapse in Portugal kills 41\n\nThe Coast Gazette Staff\nWednesday, 04 March 2020, 5:02 pm\nPress Release: Red Cross",
        "en",
        "",
        "",
        {"title": "Dam collapse in Portugal kills 41", "date": "2020-03-04"},
    ),
    (
        "Almedra Observer – Dozens killed in dam collapse\nDozens killed in dam collapse\nRui Prata (rprata@almedraobserver.example), Staff Writer\nMarch 4, 2020 Updated: March 5, 2020 9:20 a.m.",
        "en",
        "Reach Rui Prata at 555-0101 or follow @rprata on Twitter.",
        "",
        {
            "title": "Dozens killed in dam collapse",
            "authors": ("Rui Prata",),
            "date": "2020-03-04",
            "source": "Almedra Observer",
        },
    ),
    (
        "World | Europe\nDam Bursts in Portugal, Killing at Least 41\nBy ISABEL CORTEZ and ADAM WREN\nMARCH 4, 2020",
        "en",
        "A version of this article appears in print on March 5, 2020, on Page A1 of the New Norland edition with the headline: Dam Bursts in Portugal. Order Reprints | Today's Paper | Subscribe",
        "ALMEDRA, Portugal — ",
        {
            "title": "Dam Bursts in Portugal, Killing at Least 41",
            "authors": ("Isabel Cortez", "Adam Wren"),
            "date": "2020-03-04",
            "place": "Almedra",
            "section": "World",
        },
    ),
    (
        "Daily Quay\n04 March 2020 | 21:40\n41 die in dam disaster; PM cuts short visit\nKwame Boateng, Our Europe Correspondent",
        "en",
        "Source: Daily Quay",
        "",
        {
            "title": "41 die in dam disaster; PM cuts short visit",
            "source": "Daily Quay",
            "authors": ("Kwame Boateng",),
            "date": "2020-03-04",
        },
    ),
    (
        "Europe\nPortugal dam failure: dozens feared dead\n\nTimes Reporter\n\nLisbon, 4 March 2020 (08:15 UTC+1)",
        "en",
        "Image: Rui Alves/EPA\nHave a story? Contact our newsroom.",
        "",
        {"title": "Portugal dam failure: dozens feared dead", "date": "2020-03-04", "authors": ()},
    ),
    (
        "Published: 03:22, 4 March 2020 | Updated: 11:40, 4 March 2020\nMoment dam BURSTS above Portuguese town killing 41\nBy Tara Finch For Northonline",
        "en",
        "Read more:\nAlmedra dam",
        "",
        {
            "title": "Moment dam BURSTS above Portuguese town killing 41",
            "authors": ("Tara Finch",),
            "date": "2020-03-04",
            "source": "Northonline",
        },
    ),
    (
        "Hafenkurier.de\nAusland\nDammbruch: Zahl der Toten steigt auf 41\n04.03.20 | 17:31 Uhr | dpa",
        "de",
        "© dpa-infocom, dpa:200304-99-123456/3",
        "Lissabon/Almedra (dpa) - ",
        {"title": "Dammbruch: Zahl der Toten steigt auf 41", "agency": "dpa", "date": "2020-03-04"},
    ),
    (
        "MONDE\nPortugal : la rupture d'un barrage fait au moins 41 morts\nPar La Dépêche de l'Ouest avec agences\nPublié le mercredi 4 mars 2020 à 09h12",
        "fr",
        "",
        "",
        {
            "title": "Portugal : la rupture d'un barrage fait au moins 41 morts",
            "source": "La Dépêche de l'Ouest",
            "date": "2020-03-04",
            "authors": (),
        },
    ),
    (
        "« Plus rien n'existe en bas »\n\nÀ Almedra, au lendemain de la rupture du barrage qui a tué 41 personnes, les survivants cherchent leurs proches et demandent des comptes\n\nPublié hier à 18h00, mis à jour à 08h41\n\nTemps de Lecture 4 min.\n\nSandrine Morin (Almedra, Portugal, envoyée spéciale)",
        "fr",
        "Sandrine Morin (Almedra, Portugal, envoyée spéciale)",
        "",
        {"title": "« Plus rien n'existe en bas »", "authors": ("Sandrine Morin",), "date": None},
    ),
    (
        "Internacional\nLa rotura de una presa en Portugal deja 41 muertos\nLa riada arrasó el barrio bajo mientras los vecinos dormían\nLUCÍA PRADOS\nLisboa - 04 MAR 2020 - 19:04 CET",
        "es",
        "Archivado en: Portugal · Inundaciones · Europa",
        "",
        {
            "title": "La rotura de una presa en Portugal deja 41 muertos",
            "authors": ("Lucía Prados",),
            "date": "2020-03-04",
            "section": "Internacional",
        },
    ),
    (
        "Portugal: 41 muertos por rotura de presa | Mundo | El Heraldo del Sur\nPortugal: 41 muertos por rotura de presa\nAFP / 04 de marzo de 2020",
        "es",
        "Fuente: AFP",
        "",
        {
            "title": "Portugal: 41 muertos por rotura de presa",
            "source": "El Heraldo del Sur",
            "agency": "AFP",
            "date": "2020-03-04",
        },
    ),
    (
        "البرتغال: انهيار سد وسقوط عشرات القتلى\nلشبونة - أ ف ب\nنشر في: 04 آذار/مارس 2020 - 10:15",
        "ar",
        "© 2020 AFP",
        "",
        {"title": "البرتغال: انهيار سد وسقوط عشرات القتلى", "agency": "AFP", "date": "2020-03-04"},
    ),
    (
        "جريدة الخليج الأزرق | انهيار سد في البرتغال\nانهيار سد في البرتغال\nتاريخ النشر: 05/03/2020",
        "ar",
        "جميع الحقوق محفوظة © جريدة الخليج الأزرق",
        "",
        {"title": "انهيار سد في البرتغال", "source": "جريدة الخليج الأزرق", "date": "2020-03-05"},
    ),
    (
        "Dam break kills 41 in Portugal: officials\nXinhua\n2020-03-04 21:30:12",
        "en",
        "Editor: Zhou Min",
        "LISBON, March 4 (Xinhua) -- ",
        {
            "title": "Dam break kills 41 in Portugal: officials",
            "agency": "Xinhua",
            "place": "Lisbon",
            "date": "2020-03-04",
            "authors": (),
        },
    ),
    (
        "Portugal mourns\nOPINION\nThe dam was an accident waiting for rain\nMiguel Sa Nogueira\nContributor\nMar. 05, 2020 10:00 AM ET",
        "en",
        "Miguel Sa Nogueira is an engineer who lives in Porto Olive.",
        "",
        {
            "title": "The dam was an accident waiting for rain",
            "authors": ("Miguel Sa Nogueira",),
            "date": "2020-03-05",
        },
    ),
    (
        "Almedra sleeps on the hill tonight\n\nSchools, churches and one bakery have taken in the six hundred people whom the flood drove out of the lower town\n\nBy Dana Whitlock, Globe Correspondent",
        "en",
        "Dana Whitlock can be reached at dana.whitlock@bayglobe.example. Material from the Associated Press was used in this report.",
        "",
        {"title": "Almedra sleeps on the hill tonight", "authors": ("Dana Whitlock",)},
    ),
)


def read(head: str, language: str, foot: str, dateline: str) -> Article:
    """Such a scrape, cleaned alone and described."""
    first, *more = STORIES[language]
    parts = (head, dateline + first, *more, *([foot] if foot else []))
    capture = a_capture("\n\n".join(parts) + "\n")
    (body,) = clean.bodies([capture], CleanSettings())
    article, _ = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    return article


def told(article: Article) -> dict[str, Any]:
    """What was found, as the table writes it."""
    return {
        "title": article.title.value,
        "source": article.source.value if article.source else None,
        "agency": article.agency.value if article.agency else None,
        "authors": tuple(author.value for author in article.authors),
        "contributors": tuple((c.name, c.place) for c in article.contributors),
        "place": article.place.value if article.place else None,
        "date": article.published.value[:10] if article.published else None,
        "section": article.section.value if article.section else None,
        "language": article.language.value,
    }


def check(article: Article, language: str, expected: dict[str, Any]) -> None:
    """An article has the fields expected, its language, and the whole report."""
    found = told(article)
    assert {name: found[name] for name in expected} == expected
    assert found["language"] == language
    assert all(paragraph[60:] in article.text() for paragraph in STORIES[language])


@pytest.mark.parametrize(
    ("head", "language", "foot", "dateline", "expected"),
    HEADS,
    ids=[head[0].split("\n")[0][:40] for head in HEADS],
)
def test_a_head_and_a_foot_are_read_as_a_librarian_would(
    head: str, language: str, foot: str, dateline: str, expected: dict[str, Any]
) -> None:
    """Each field that the table names, and the language; the report itself is whole."""
    check(read(head, language, foot, dateline), language, expected)
