"""Words in other letters than the page's: their tag, and when there is none."""

from __future__ import annotations

import pytest

from site_gen.language.scripts import foreign_tag
from site_gen.render.interface import direction
from site_gen.render.markup import isolated


@pytest.mark.parametrize(
    ("text", "around", "tag"),
    [
        ("هدى منصور", "en", "ar"),
        ("گلشن پاشایی", "en", "und-Arab"),
        ("דנה לוי", "fr", "he"),
        ("Анна Лебедева", "en", "und-Cyrl"),
        ("Анна Лебедева", "uk", ""),
        ("Ann Bee", "ar", "und-Latn"),
        ("Ann Bee", "sr-Latn", ""),
        ("Αθήνα", "de", "el"),
        ("東京スカイ", "en", "ja"),
        ("東京", "ja", ""),
        ("東京", "en", "und-Hani"),
        ("서울 時報", "en", "ko"),
        ("Ann Bee", "en", ""),
        ("Zoë Łuk", "de", ""),
        ("الشاطئ Beach", "en", ""),
        ("الشاطئ Beach", "ru", ""),
        ("1986", "ar", ""),
        ("— 5 %", "ar", ""),
        ("", "ar", ""),
        ("هدى", "", ""),
        ("هدى", "und", ""),
    ],
)
def test_words_in_letters_of_another_script_are_told_by_them(text: str, around: str, tag: str) -> None:
    """A language where the letters have one, else the letters; nothing where both scripts stand, or none."""
    assert foreign_tag(text, around) == tag


def test_a_name_carries_its_letters_and_their_direction() -> None:
    """A screen reader changes its voice, the line keeps its order; a known language goes before."""
    assert isolated("هدى منصور", "", "en") == '<bdi lang="ar" dir="rtl">هدى منصور</bdi>'
    assert isolated("هدى منصور", "en", "en") == '<bdi lang="ar" dir="rtl">هدى منصور</bdi>'
    assert isolated("هدى منصور", "fa", "en") == '<bdi lang="fa" dir="rtl">هدى منصور</bdi>'
    assert isolated("Берег", "", "en") == '<bdi lang="und-Cyrl" dir="ltr">Берег</bdi>'
    assert isolated("Ann Bee", "", "en") == "<bdi>Ann Bee</bdi>"
    assert (direction("und-Arab"), direction("und-Hebr"), direction("und-Latn")) == ("rtl", "rtl", "ltr")
