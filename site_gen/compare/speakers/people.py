"""The people of an article or event, and the full name that a part of a name stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen.language.given import is_given_name
from site_gen.language.names import name_words, same_person, surname_block


class People:
    """Full names in order; what each shorter form stands for is found once."""

    def __init__(self, names: Iterable[str] = (), *, have_two_surnames: bool = False) -> None:
        """``have_two_surnames``: whether the first of two is used alone, as in Spanish ("Ana Roldo Vega" is "Roldo")."""
        self.names = tuple(names)
        self._have_two = have_two_surnames
        self._by_surname: dict[str, list[int]] = {}
        for n, name in enumerate(self.names):
            for key in sorted({surname_block(name), *name_words(name)[-1:]}):
                self._by_surname.setdefault(key, []).append(n)
        self._known: dict[str, str | None] = {}
        self._several: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def like(self, name: str) -> list[str]:
        """The full names that a name agrees with, in order."""
        keys = {surname_block(name), *name_words(name)[-1:], *name_words(name)[:1]}
        near = sorted({n for key in keys for n in self._by_surname.get(key, ())})
        return [self.names[n] for n in near if same_person(name, self.names[n])]

    def known(self, name: str) -> str | None:
        """The full name of one named by a part of it; None where there is none or several differ."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def are_several(self, name: str) -> bool:
        """Whether more than one of the people bear a name."""
        if name not in self._several:
            self._several[name] = len(self.like(name)) > 1
        return self._several[name]

    def _find(self, name: str) -> str | None:
        words = name_words(name)
        if not words:
            return None
        same = self.like(name)
        if len(words) > 1:
            inside = (p for p in self.like(words[-1]) if len(words) > 2 and name_words(p) == words[1:])
            return next(inside, None) or max(same, key=lambda p: len(name_words(p)), default=name)
        if not same:
            return self._named_first(words)
        if alone := next((p for p in same if name_words(p) == words), None):
            return alone
        if len(same) > 1 and not all(same_person(same[0], p) for p in same[1:]):
            return None
        return max(same, key=lambda p: len(name_words(p)))

    def _named_first(self, words: tuple[str, ...]) -> str | None:
        """The only one whose first of two surnames a word is, else whose first name."""
        owners = [p for p in self.names if words == _first_surname(p)] if self._have_two else []
        owners = owners or [p for p in self.names if len(name_words(p)) > 1 and name_words(p)[:1] == words]
        return owners[0] if len(owners) == 1 else None


def _first_surname(name: str) -> tuple[str, ...]:
    """The first of two surnames, where a name has two: behind one given name or more."""
    words = name_words(name)
    return words[-2:-1] if len(words) > 2 and not is_given_name(words[-2]) else ()


def without_house(name: str) -> str:
    """A name without the body that its bearer works for ("Norham Weekly's Jane Doe")."""
    last = re.split(r"['’]s ", name)[-1]
    return last if " " in last else name
