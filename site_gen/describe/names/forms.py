"""The forms of a name that one article writes: each person's and each body's longest, and what stands short for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from site_gen.language import fold
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, place_named
from site_gen.language.given import is_given_name, may_be_given_name
from site_gen.language.names import any_language, demonyms, name_words, same_person, surname, surname_block
from site_gen.language.organisations import fold_organisation, same_organisation

from .kinds import Named
from .persons import is_opened


def people_of(found: list[Named]) -> dict[str, str]:
    """Each full form to the longest of the same person; compared within one surname only.

    A form that only goes on behind another's two words is that person: a second surname left off, or the next cell of
    a table ("Ada Brink Harbour Desk").
    """
    blocks: dict[str, list[str]] = {}
    for name in found:
        if name.kind == "person":
            blocks.setdefault(surname_block(name.name), []).append(name.name)
    people = {form: full for forms in blocks.values() for form, full in _longest(forms, same_person).items()}
    shorter = {full: _unglued(_shorter(full, people), people) for full in set(people.values())}
    return {form: shorter[full] for form, full in people.items()}


def _shorter(full: str, people: dict[str, str]) -> str:
    words = full.split()
    for length in range(len(words) - 1, 1, -1):
        if fold(words[length]).strip(".") in any_language("name_suffixes") or len(words[length - 1]) < 3:
            break
        name = " ".join(words[:length])
        if (
            name in people
            and (length > 2 or not is_given_name(fold(words[1])))
            and not same_person(name, full)
        ):
            return people[name]
    return full


def _unglued(full: str, people: dict[str, str]) -> str:
    """A person without the word in front that is no name's, where the article names the person without it, too."""
    words = full.split()
    rest = " ".join(words[1:])
    first = fold(words[0])
    may_open = first in any_language("name_particles") or may_be_given_name(first) or is_opened(full)
    return rest if len(words) > 2 and rest in people and is_opened(rest) and not may_open else full


def _longest(names: list[str], same: Callable[[str, str], bool]) -> dict[str, str]:
    """Each form to the longest form of the same name, the first written among equals; one that may be short for two that differ
    ("John Smith" beside "John A. Smith" and "John B. Smith") stays as it is."""
    forms = list(dict.fromkeys(names))
    out = {}
    for form in forms:
        like = [other for other in forms if other == form or same(form, other)]
        longest = max(like, key=lambda f: (len(f), -forms.index(f)))
        out[form] = (
            longest if all(same(longest, other) for other in like if other not in (form, longest)) else form
        )
    return out


def bodies_of(found: list[Named]) -> dict[str, str]:
    """Each form of a body's name to the longest."""
    return _with_countries(_longest([n.name for n in found if n.kind == "organisation"], same_organisation))


def _with_countries(longest: dict[str, str]) -> dict[str, str]:
    """A body without its country ("State Department") is the one that the article also names with it, if only one is."""
    out = dict(longest)
    for form, name in longest.items():
        full = {n for n in longest.values() if n != name and _is_of_a_country(n, name)}
        if len(full) == 1 and " " in name:
            out[form] = full.pop()
    return out


def _is_of_a_country(full: str, name: str) -> bool:
    country = full.removesuffix(" " + name)
    if country == full or fold(country) in demonyms() or fold(country) in any_language("body_qualifiers"):
        return country != full
    place = place_named(country)
    if place is None or (place.kind == "city" and place.population < LARGE_CITY_PEOPLE):
        return False
    return place.kind == "country" or fold(name.split()[-1]) not in any_language("national_bodies")


def surnames_of(people: Iterable[str], titled: set[str], *, has_two: bool) -> dict[str, set[str]]:
    """Each surname to the people who bear it; with two of them the first, too ("Ana Roldo Vega" is called "Roldo").

    A son is called by his full name alone where an office names the father ("President Brink").
    """
    out: dict[str, set[str]] = {}
    for person in people:
        if surname(person) in map(fold, titled) and fold(person.split()[-1]).strip(".") in _SONS:
            continue
        out.setdefault(surname(person), set()).add(person)
        words = name_words(person)
        if has_two and len(words) > 2 and not is_given_name(words[-2]):
            out.setdefault(words[-2], set()).add(person)
    return out


_SONS = frozenset({"jr", "ii", "iii", "iv", "fils"})


USES = 3
"""Times that an article must call a person by the given name alone: a child or a sister of that name is named once or twice."""


def first_names(found: list[Named], told: set[str]) -> dict[tuple[str, bool], str]:
    """The only person of a given name, by it and whether a title must stand before: where it stands alone but a few times."""
    owners: dict[str, set[str]] = {}
    for full in told:
        if len(words := name_words(full)) > 1 and surname(full) != words[0]:
            owners.setdefault(words[0], set()).add(full)
    surnames = {surname(full) for full in told}
    uses = Counter(fold(n.name) for n in found if n.kind is None and n.role is None)
    known = {word: next(iter(of)) for word, of in owners.items() if len(of) == 1 and word not in surnames}
    often = {word: full for word, full in known.items() if uses[word] >= USES and is_given_name(word)}
    return {(word, True): full for word, full in known.items()} | {
        (w, False): full for w, full in often.items()
    }


def short_bodies(found: list[Named]) -> dict[str, str]:
    """Single words by which the article calls a body again: a team's or a newspaper's last, a company's first; of one body only."""
    owners: dict[str, set[str]] = {}
    bodies = {n.name for n in found if n.kind == "organisation" and " " in n.name}
    for body in sorted(bodies):
        first, *rest = fold_organisation(body).split()
        last = fold(body).split()[-1]
        if last in any_language("team_names") or last in any_language("papers"):
            owners.setdefault(last, set()).add(body)
        if last.strip(".") in any_language("company_words") and rest and len(first) > 2:
            owners.setdefault(first, set()).add(body)
    people = {word for n in found if n.kind == "person" for word in name_words(n.name)}
    return {word: of.pop() for word, of in owners.items() if len(of) == 1 and word not in people}


def by_letters(found: list[Named]) -> dict[str, str]:
    """Letters in brackets behind one body's name alone, that begin alike and that the article writes again: "the VA"."""
    owners: dict[str, set[str]] = {}
    for name in found:
        if name.letters and fold(name.letters)[0] == fold(name.name)[0]:
            owners.setdefault(fold(name.letters), set()).add(name.name)
    return {letters: of.pop() for letters, of in owners.items() if len(of) == 1}
