"""Clues of time in a text."""

from __future__ import annotations

import time
from typing import Any

import pytest

from site_gen.describe.clues import clues_in

from .captures import a_text, described

CASES = [
    ("The ban began on Thursday night.", "en", [("weekday", {"weekday": 3})]),
    ("It ended on December 22.", "en", [("month_day", {"month": 12, "day": 22})]),
    ("since Dec. 15, including", "en", [("month_day", {"month": 12, "day": 15})]),
    ("on 22 December 2016", "en", [("day", {"year": 2016, "month": 12, "day": 22})]),
    ("the strike started in March 2011.", "en", [("since", {"year": 2011, "month": 3, "of": "strike"})]),
    ("a quarrel over fish, a war which began with a raid on the harbour in 2011.", "en", [("since", {"year": 2011, "of": "war"})]),
    ("the nearly six-year-old war", "en", [("age_years", {"years": 6.0, "qualifier": "nearly", "of": "war"})]),
    ("the 6-year-old civil war", "en", [("age_years", {"years": 6.0, "qualifier": None, "of": "civil war"})]),
    ("six years of war", "en", [("age_years", {"years": 6.0, "qualifier": None, "of": "war"})]),
    ("a 30-year-old man", "en", []),
    ("2011 people died; 1912 was the price", "en", []),
    ("it sank in 1912", "en", [("year", {"year": 1912})]),
    ("he died last night", "en", [("relative", {"offset_days": -1})]),
    ("she told HARBOUR TODAY of it", "en", []),
    ("Today the Harbour Today closed", "en", [("relative", {"offset_days": 0})]),
    ("the strike ended today. Today it is quiet", "en", [("relative", {"offset_days": 0}), ("relative", {"offset_days": 0})]),
    ("jeudi 22 décembre", "fr", [("weekday", {"weekday": 3}), ("month_day", {"month": 12, "day": 22})]),
    ("une guerre de près de six ans", "fr", [("age_years", {"years": 6.0, "qualifier": "nearly", "of": "guerre"})]),
    ("depuis mars 2011", "fr", [("since", {"year": 2011, "month": 3})]),
    ("يوم الخميس 22 ديسمبر", "ar", [("weekday", {"weekday": 3}), ("month_day", {"month": 12, "day": 22})]),
    ("a service will be held on Sunday", "en", [("weekday", {"weekday": 6, "is_ahead": True})]),
    ("he will go, his office said on Sunday", "en", [("weekday", {"weekday": 6})]),
    ("it will replace the bridge that fell on Sunday", "en", [("weekday", {"weekday": 6})]),
    ("they will learn from Sunday's fire", "en", [("weekday", {"weekday": 6})]),
    ("they met on Sunday and meet again next Friday", "en", [("weekday", {"weekday": 6}), ("weekday", {"weekday": 4, "is_ahead": True})]),
    ("la cérémonie aura lieu dimanche", "fr", [("weekday", {"weekday": 6, "is_ahead": True})]),
    ("elle reviendra samedi prochain", "fr", [("weekday", {"weekday": 5, "is_ahead": True})]),
    ("يوم الأحد المقبل", "ar", [("weekday", {"weekday": 6, "is_ahead": True})]),
    ("منذ عام 2011", "ar", [("since", {"year": 2011})]),
    ("am Montagabend brannte es", "de", [("weekday", {"weekday": 0})]),
    ("am Sonnabend, dem 3. März", "de", [("weekday", {"weekday": 5}), ("month_day", {"month": 3, "day": 3})]),
    ("am 3. März 2021", "de", [("day", {"year": 2021, "month": 3, "day": 3})]),
    ("der seit fast sechs Jahren dauernde Krieg", "de", [("age_years", {"years": 6.0, "qualifier": "nearly", "of": "krieg"})]),
    ("im Jahr 2011", "de", [("year", {"year": 2011})]),
    ("sie wird am Freitag gewählt, teilte das Amt am Dienstag mit", "de", [("weekday", {"weekday": 4, "is_ahead": True}), ("weekday", {"weekday": 1})]),
    ("er wurde am Freitag gewählt", "de", [("weekday", {"weekday": 4})]),
    ("am kommenden Sonntag", "de", [("weekday", {"weekday": 6, "is_ahead": True})]),
    ("gestern regnete es, am Morgen schien die Sonne", "de", [("relative", {"offset_days": -1})]),
    ("2011 Menschen kamen", "de", []),
    ("el lunes, 3 de marzo", "es", [("weekday", {"weekday": 0}), ("month_day", {"month": 3, "day": 3})]),
    ("el 3 de marzo de 2021", "es", [("day", {"year": 2021, "month": 3, "day": 3})]),
    ("en marzo de 2021", "es", [("month", {"year": 2021, "month": 3})]),
    ("una guerra de casi seis años", "es", [("age_years", {"years": 6.0, "qualifier": "nearly", "of": "guerra"})]),
    ("desde 2011", "es", [("since", {"year": 2011})]),
    ("ayer por la tarde cayó el muro; por la mañana llovía", "es", [("relative", {"offset_days": -1})]),
    ("el pleno votará el jueves, dijo el lunes", "es", [("weekday", {"weekday": 3, "is_ahead": True}), ("weekday", {"weekday": 0})]),
    ("el próximo viernes", "es", [("weekday", {"weekday": 4, "is_ahead": True})]),
    ("lunedì 3 marzo", "it", [("weekday", {"weekday": 0}), ("month_day", {"month": 3, "day": 3})]),
    ("na terça-feira, 3 de março de 2021", "pt", [("weekday", {"weekday": 1}), ("day", {"year": 2021, "month": 3, "day": 3})]),
    ("pela segunda vez", "pt", []),
    ("dinsdagavond 3 maart", "nl", [("weekday", {"weekday": 1}), ("month_day", {"month": 3, "day": 3})]),
    ("On page 3. March was cold.", "en", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_a_text_gives_its_clues_as_they_are_written(
    text: str, language: str, expected: list[tuple[str, dict[str, Any]]]
) -> None:
    """Nothing is resolved, and a count is no year."""
    assert [(f.kind, f.values) for f in clues_in(text, language)] == expected


def test_a_line_of_nothing_but_days_takes_time_in_proportion_to_its_length() -> None:
    """Four times as many days take about four times as long, and no day is lost."""

    def seconds(count: int) -> float:
        """Of processor time: the least of three, for another process may hold the processor's cache."""
        taken = []
        for _ in range(3):
            start = time.process_time()
            assert len(clues_in("Jan 1 " * count, "en")) == count
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(8_000) < 10 * seconds(2_000) + 0.1


def test_a_clue_points_at_its_place_in_the_capture_even_where_white_space_was_folded() -> None:
    """Spans count characters of the decoded capture."""
    capture, body = a_text(("title", "Ban"), ("body", "The ban began on Thursday."))
    article, _ = described((capture, body))
    (clue,) = article.clues
    assert capture.text[slice(*clue.span)] == "Thursday"
    assert clue.block == "p1"
