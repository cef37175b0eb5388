"""What a page asked the catalogue: asked again in the next build, the same answers mean the same page.

A page is a pure function of the answers that its gatherer got, so whoever notes the questions knows all it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

from ..model import Catalogue, Listing
from .catalogue import Ask, StoredCatalogue
from .plan import digest
from .store import Store

Question = tuple[str, tuple[str | int | Listing | None, ...]]
"""A method of ``model.Catalogue`` and its arguments."""

KEPT_ANSWERS = 8192
"""Digests of answers kept: pages of one event, one day or one outlet ask the same."""
_NO_SUCH = "there is none"


class Noting:
    """A catalogue that notes what it is asked. Any method: none can be forgotten here."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._asked: dict[Question, None] = {}

    def __getattr__(self, name: str) -> Any:
        answer, asked = getattr(self._catalogue, name), self._asked

        def ask(*values: Any) -> Any:
            asked[name, values] = None
            return answer(*values)

        setattr(self, name, ask)
        return ask

    def catalogue(self) -> Catalogue:
        """Return this as the catalogue that it stands before."""
        return cast("Catalogue", self)

    def take(self) -> tuple[Question, ...]:
        """Return what was asked since the last time, each once, in the order it was asked first."""
        questions = tuple(self._asked)
        self._asked.clear()
        return questions


class Answers:
    """Digests of what a catalogue answers. Values are compared as they are stored, so nothing is decoded."""

    def __init__(self, store: Store, ask: Ask | None = None) -> None:
        self._catalogue = StoredCatalogue(store, read=lambda packed, _kind: packed, ask=ask)
        self._digest = lru_cache(maxsize=KEPT_ANSWERS)(self._answer)

    def seal(self, common: bytes, questions: tuple[Question, ...]) -> bytes:
        """Return a digest of the answers to some questions, and of ``common``: all else that a page rests on."""
        return digest(common, *(self._digest(question) for question in questions))

    def _answer(self, question: Question) -> bytes:
        name, values = question
        try:
            answer = getattr(self._catalogue, name)(*values)
        except KeyError:
            answer = _NO_SUCH
        return digest(tuple(answer) if isinstance(answer, Iterator) else answer)
