"""Whose a surname alone is where several may be meant: not a relative's whom the text tells by kin only, nor one's whom a word
sets apart; mostly the first bearer's, where the others come when the surname is in use.

"Brink's son, Karl Brink, drove" makes Karl no owner of "Brink": the name went about before he was named, and is another's.
Nor is he "the elder Brink", nor "Mrs Brink". Such a surname stays a surname: which Brink it is the text does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_gen.language import fold, table
from site_gen.language.names import any_language, name_words, pronoun_of_given, surname

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


def latecomers(found: Sequence[Named], people: Mapping[str, str]) -> dict[str, set[str]]:
    """The full names that a text gives only after it has used their surname alone, which may be another's; with what offices
    it gives them."""
    used: set[str] = set()
    offices: dict[str, set[str]] = {}
    late: set[str] = set()
    for name in found:
        if name.kind is None:
            used.add(name_words(name.name)[-1])
        elif name.kind == "person":
            full = people[name.name]
            if full not in offices and surname(full) in used:
                late.add(full)
            offices.setdefault(full, set()).add(last_word(name.role))
    return {full: offices[full] for full in late}


def is_of_another(
    name: Named, owners: set[str], kin: frozenset[str], late: Mapping[str, set[str]], language: str
) -> bool:
    """Whether a surname is none of the only person's of the text who bears it: told by kin, by "elder", by a title of the other
    sex, or by an office that the person, named only later, has nowhere ("President Brink … Ida Brink")."""
    if len(owners) != 1:
        return False
    owner = next(iter(owners))
    office = last_word(name.role)
    is_unheard = owner in late and office not in late[owner] and office not in any_language("honorifics")
    is_office = bool(office) and is_unheard and (name.role or "").split()[-1][0].isupper()
    return owner in kin or name.is_set_apart or is_office or is_of_other_sex(name.role or "", owner, language)


def last_word(role: str | None) -> str:
    """The last word of a role, folded and without a point; "" of none."""
    return fold(role.split()[-1]).strip(".") if role and role.split() else ""


def is_of_other_sex(role: str, person: str, language: str) -> bool:
    """Whether a courtesy ("Mrs", "spokesman") is none that goes with a person's given name."""
    word = last_word(role)
    of_table = table(language)
    tells = {p for p, words in (("he", "he_words"), ("she", "she_words")) if word in of_table.get(words, ())}
    given = pronoun_of_given(person)
    return given is not None and len(tells) == 1 and given not in tells


def first_heard(
    name: Named, owners: set[str], late: Mapping[str, set[str]], heard: Iterable[str], language: str
) -> set[str]:
    """Who may be meant by a single word: of several who bear the surname the one who is named first, where the others come when
    the surname is in use; nobody behind an office or "the", nor where an elder is told from a younger."""
    is_titled = name.role is not None and fold(name.role).strip(".") not in any_language("honorifics")
    if len(owners) < 2 or is_titled or name.stays_open:
        return owners
    so_far = owners.intersection(heard) - late.keys()
    is_other = any(is_of_other_sex(name.role or "", owner, language) for owner in so_far)
    return so_far if len(so_far) == 1 and not is_other else owners


def keep_open(found: list[Named]) -> None:
    """Note of surnames by which the article tells an elder from a younger that they stay open wherever they stand."""
    parted = {n.name for n in found if n.is_set_apart}
    for name in found:
        name.stays_open = name.stays_open or name.name in parted


def called_by_title(found: list[Named]) -> set[str]:
    """Surnames that the article writes behind titles, those of one sex: "Brink" alone is "President Brink" again."""
    said: dict[str, set[str]] = {}
    for name in found:
        title = name.role.split()[-1] if name.kind is None and name.role else "-"
        if title[0].isupper() and fold(title).strip(".") in any_language("person_titles"):
            said.setdefault(name.name, set()).add(fold(title).strip("."))
    sexes = [any_language("he_words"), any_language("she_words")]
    return {name for name, titles in said.items() if not all(titles & words for words in sexes)}
