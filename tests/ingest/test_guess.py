"""Which encoding bytes without a declaration are in."""

from __future__ import annotations

import time

import pytest

from site_gen.ingest.guess import guessed

CASES = [
    (
        "cp1252",
        "Le gouvernement a annoncé jeudi de nouvelles mesures ; d’après la mairie, ça s’est bien passé à l’été.",
    ),
    ("cp1252", "Die Bürger gingen auf die Straße, um gegen das Urteil zu protestieren – „zu spät“, hieß es."),
    ("cp1252", "El señor Núñez salió a la calle; «no habrá más», dijo el jueves. ¿Y ahora?"),
    ("cp1252", "Invånarna gick ut på gatorna för att protestera mot domstolens beslut."),
    ("cp1252", "O tribunal não aceitou a decisão; são três opções para a região."),
    ("cp1252", "The mayor said “we’re done” – and left."),
    ("mac_roman", "The mayor said “we’re done” – and left."),
    ("mac_roman", "Le maire a été élu à midi, dit-on à l’hôtel de ville."),
    (
        "cp1250",
        "Rząd ogłosił w czwartek nowe środki, żeby zaprotestować przeciwko decyzji sądu, która weszła w życie.",
    ),
    (
        "iso8859-2",
        "Rząd ogłosił w czwartek nowe środki, żeby zaprotestować przeciwko decyzji sądu, która weszła w życie.",
    ),
    ("cp1250", "Vláda ve čtvrtek oznámila nová opatření; říkají, že řešení není žádné."),
    ("cp1254", "Hükümet perşembe günü yeni önlemler açıkladı; ışıklar söndü, ağaçlar gibi."),
    ("cp1251", "Правительство объявило в четверг о новых мерах."),
    ("koi8-r", "Правительство объявило в четверг о новых мерах."),
    ("cp1253", "Η κυβέρνηση ανακοίνωσε την Πέμπτη νέα μέτρα για την οικονομία."),
    ("cp1255", "הממשלה הודיעה ביום חמישי על צעדים חדשים."),
    ("cp1256", "أعلنت الحكومة اليوم الخميس إجراءات جديدة، وقال متحدث إن الهدنة صامدة."),
    ("cp874", "รัฐบาลประกาศมาตรการใหม่เมื่อวันพฤหัสบดี"),
    ("gb18030", "政府星期四宣布了新的措施。市民走上街头抗议法院的判决。"),
    ("big5", "政府星期四宣布了新的措施。市民走上街頭抗議法院的判決。"),
    ("cp932", "政府は木曜日に新しい対策を発表した。"),
    ("euc_jp", "政府は木曜日に新しい対策を発表した。"),
    ("cp949", "정부는 목요일 새로운 조치를 발표했다."),
]


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_a_sentence_is_enough_to_read_it_exactly(encoding: str, text: str) -> None:
    """The guessed encoding gives the very text, though it may go by another name."""
    data = text.encode(encoding)
    assert data.decode(guessed(data)) == text


def test_a_single_accent_is_western() -> None:
    """Where nothing speaks against it, Windows-1252."""
    assert guessed("A café on the pier was closed.".encode("cp1252")) == "cp1252"


def test_a_long_line_costs_no_more_than_its_length() -> None:
    """Most pages stand on one line, and hardly a byte of it says anything."""
    data = b"<p class=a>The market was closed." * 2_000 + b"\n" + "A café on the pier.".encode("cp1252")
    start = time.process_time()
    assert guessed(data) == "cp1252"
    assert time.process_time() - start < 2
