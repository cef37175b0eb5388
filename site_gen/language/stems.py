"""Stemmers: Snowball's rules of a language by which forms of a word are one."""

from __future__ import annotations

from functools import cache
from typing import Protocol

_WRITTEN_AS = {"nb": "no", "nn": "no"}
"""Languages that are stemmed by the rules of another."""


class Stemmer(Protocol):
    """Makes stems."""

    def stemWord(self, word: str) -> str:
        """Return the stem of a word."""
        ...

    def stemWords(self, words: list[str]) -> list[str]:
        """Return the stems of words, in order."""
        ...


@cache
def stemmer(language: str) -> Stemmer | None:
    """Return the stemmer of a language (``en``, ``pt-BR``), None where Snowball has none."""
    import Stemmer as snowball

    code = language.split("-")[0].lower()
    try:
        made: Stemmer = snowball.Stemmer(_WRITTEN_AS.get(code, code))
    except KeyError:
        return None
    return made
