"""The script in which words are written, and the tag that says so where their language is not known (BCP 47).

A script of one language names it; of Arabic letters, which many languages use, the program's own language of them. Others are ``und-Cyrl``: unknown, in these letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SCRIPTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "LATIN": ("Latn", ()),
    "ARABIC": ("Arab", ("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "ks", "pnb")),
    "HEBREW": ("Hebr", ("he", "yi")),
    "CYRILLIC": ("Cyrl", ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg")),
    "GREEK": ("Grek", ("el",)),
    "ARMENIAN": ("Armn", ("hy",)),
    "GEORGIAN": ("Geor", ("ka",)),
    "DEVANAGARI": ("Deva", ("hi", "mr", "ne")),
    "BENGALI": ("Beng", ("bn", "as")),
    "TAMIL": ("Taml", ("ta",)),
    "THAI": ("Thai", ("th",)),
    "ETHIOPIC": ("Ethi", ("am", "ti")),
    "HANGUL": ("Hang", ("ko",)),
    "HIRAGANA": ("Kana", ("ja",)),
    "KATAKANA": ("Kana", ("ja",)),
    "CJK": ("Hani", ("zh",)),
}  # fmt: skip
"""By the first word of a letter's name in Unicode: the script (ISO 15924), and languages written in it."""
_OF_LANGUAGE = {code: script for script, codes in _SCRIPTS.values() for code in codes}
_TOLD = {"Arab": "ar", "Hebr": "he", "Grek": "el", "Armn": "hy", "Geor": "ka", "Taml": "ta", "Thai": "th", "Hang": "ko", "Kana": "ja"}  # fmt: skip
"""The language that a script names; Yiddish, in Hebrew letters, is read as Hebrew where nobody says otherwise."""
_OF_TWO: dict[str, frozenset[str]] = {
    "Kana": frozenset({"Kana", "Hani"}),
    "Hang": frozenset({"Hang", "Hani"}),
}
"""Scripts whose languages write in another, too."""
_NOT_ARABIC = frozenset("پچژگکیےٹڈڑںھۆێڵڕڭۋ")
"""Letters of Persian, Urdu, Kurdish and others that Arabic does not have."""
RTL_SCRIPTS = frozenset({"Arab", "Hebr"})


def foreign_tag(text: str, around: str) -> str:
    """Return the tag of words written in another script than the language around them; "" where any letter is of that script, or none is known.

    ``around`` is a tag itself; "" and ``und`` say nothing of a script, and nothing is foreign there.
    """
    if around in ("", "und") or (text.isascii() and _script_of_language(around) == "Latn"):
        return ""
    found, own = scripts_of(text), _script_of_language(around)
    if not found or own in found or not found.isdisjoint(_OF_TWO.get(own, ())):
        return ""
    script = next((script for script in _OF_TWO if script in found), min(found))
    if found - _OF_TWO.get(script, frozenset({script})):
        return ""
    is_another = script == "Arab" and not _NOT_ARABIC.isdisjoint(text)
    return _TOLD[script] if script in _TOLD and not is_another else f"und-{script}"


@lru_cache(maxsize=4096)
def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts (ISO 15924) of a text's letters."""
    return frozenset(_SCRIPTS[name][0] for char in text if (name := _name(char)) in _SCRIPTS)


def _name(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


@lru_cache(maxsize=256)
def _script_of_language(tag: str) -> str:
    code, *rest = tag.split("-")
    named = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    return named or _OF_LANGUAGE.get(code.lower(), "Latn")
