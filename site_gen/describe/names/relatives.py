"""Whose a surname alone is not: a relative's whom the text tells by kin only, or one whom a word sets apart.

"Brink's son, Karl Brink, drove" makes Karl no owner of "Brink": the name went about before he was named, and is another's.
Nor is he "the elder Brink", nor "Mrs Brink". Such a surname stays a surname: which Brink it is the text does not tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.language import fold, table
from site_gen.language.names import name_words, pronoun_of_given, surname

from .kinds import Named


def relatives(found: Sequence[Named], people: Mapping[str, str]) -> frozenset[str]:
    """The full names that a text brings in as somebody's kin, after it has used their surname alone."""
    used: set[str] = set()
    named: set[str] = set()
    kin: set[str] = set()
    for name in found:
        if name.kind is None:
            used.add(name_words(name.name)[-1])
        elif name.kind == "person" and (full := people[name.name]) not in named:
            named.add(full)
            if name.is_kin and surname(full) in used:
                kin.add(full)
    return frozenset(kin)


def is_of_another(name: Named, owners: set[str], kin: frozenset[str], language: str) -> bool:
    """Whether a surname is none of the only person's of the text who bears it: told by kin, by "elder", or by a title of the other sex."""
    if len(owners) != 1:
        return False
    owner = next(iter(owners))
    return owner in kin or name.is_set_apart or _is_of_other_sex(name.role or "", owner, language)


def _is_of_other_sex(role: str, person: str, language: str) -> bool:
    """Whether a courtesy ("Mrs", "spokesman") is none that goes with a person's given name."""
    word = fold(role.split()[-1]).strip(".") if role.split() else ""
    of_table = table(language)
    tells = {p for p, words in (("he", "he_words"), ("she", "she_words")) if word in of_table.get(words, ())}
    given = pronoun_of_given(person)
    return given is not None and len(tells) == 1 and given not in tells
