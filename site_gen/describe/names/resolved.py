"""Names of a whole article: surnames, given names and letters brought to the longest form that the article itself gives.

Goes in: what its blocks name, in reading order. Comes out: the same, single words settled; guesses without support and
words that stay open left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_gen.language import fold
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, is_usual_name, place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language, name_words, same_person, surname_block

from .forms import bodies_of, by_letters, first_names, people_of, short_bodies, surnames_of
from .kinds import Named
from .persons import is_opened, is_plainly_a_person
from .relatives import called_by_title, first_heard, is_of_another, keep_open, latecomers, relatives
from .runs import names_table


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article as a whole tells of its names."""

    language: str
    people: Mapping[str, str]
    """Each form of a person's name to the longest."""
    supported: set[str]
    """Full names that may rest on the shape of two words."""
    surnames: Mapping[str, set[str]]
    """Each surname to the people who bear it."""
    firsts: Mapping[tuple[str, bool], str]
    """The only person of a given name, by it and whether a title must stand before."""
    kin: frozenset[str]
    """People who are brought in as somebody's kin."""
    late: Mapping[str, set[str]]
    """People who are named only after their surname alone, with their offices."""
    courteous: set[str]
    """Surnames that the article writes behind titles."""
    organisations: Mapping[str, str]
    """Each form of a body's name to the longest."""
    bodies: set[str]
    """Names of bodies of which one mention is sure."""
    letters: Mapping[str, str]
    """Letters in brackets to the body that they are short for."""
    short: Mapping[str, str]
    """Letters, and other single words, by which the article calls a body again."""
    places: set[str]
    """Single words that are places, though no gazetteer knows them."""


def resolved(found: list[Named], language: str) -> list[Named]:
    """Every name under its longest form in the article; single words settled; guesses without support left out."""
    _name_rulers(found)
    keep_open(found)
    told = _told(found, language)
    heard: dict[str, None] = {}
    out: list[Named] = []
    for name in found:
        if name.kind == "person":
            is_kept = _settle_person(name, told)
            if is_kept:
                heard.setdefault(name.name)
        elif name.kind == "organisation":
            is_kept = _settle_body(name, told)
        else:
            is_kept = name.kind is not None or _settle_word(name, told, heard)
            if is_kept and name.kind == "place":
                _give_to_bearer(name, told, out)
        if is_kept:
            out.append(name)
    return out


def _told(found: list[Named], language: str) -> _Told:
    """What all names of an article, read together, tell of each."""
    people = people_of(found)
    organisations = bodies_of(found)
    supported = _supported(found, people)
    sure = {people[n.name] for n in found if n.kind == "person" and n.sure} | supported
    titled = {n.name for n in found if n.kind is None and n.role}
    letters = by_letters(found)
    return _Told(
        language=language,
        people=people,
        supported=supported,
        surnames=surnames_of(sorted(sure), titled, has_two=bool(names_table(language).get("two_surnames"))),
        firsts=first_names(found, sure),
        kin=relatives(found, people),
        late=latecomers(found, people),
        courteous=called_by_title(found),
        organisations=organisations,
        bodies={n.name for n in found if n.kind == "organisation" and n.sure},
        letters=letters,
        short={word: organisations.get(of, of) for word, of in (short_bodies(found) | letters).items()},
        places=_unknown_places(found),
    )


def _settle_person(name: Named, told: _Told) -> bool:
    """Name a person in full; False for a guess that nothing in the article supports."""
    name.name = told.people[name.name]
    return name.sure or name.name in told.supported


def _settle_body(name: Named, told: _Told) -> bool:
    """Name a body in full; False for a guess that nothing in the article supports."""
    whole = told.organisations.get(told.letters.get(fold(name.name), name.name), name.name)
    if name.name not in told.bodies and whole == name.name:
        return False
    name.name = whole
    return True


def _settle_word(name: Named, told: _Told, heard: Mapping[str, None]) -> bool:
    """Settle a single word, by whom the text has named before it (``heard``) too; False where it stays open."""
    written = name_words(name.name) or ("",)
    owners = {o for o in told.surnames.get(written[-1], set()) if set(written) <= set(name_words(o))}
    if owner := told.firsts.get(_called_first(name)):
        name.name, name.kind = owner, "person"
        return True
    if is_of_another(name, owners, told.kin, told.late, told.language):
        name.kind = "person"
        return True
    meant = first_heard(name, owners, told.late, heard, told.language)
    return _settle(name, meant, told.places, told.courteous) or _is_short(name, told.short)


def _give_to_bearer(name: Named, told: _Told, before: Sequence[Named]) -> None:
    """Make a city's name a person's whom the text named before, where it is their surname and they are nobody's kin."""
    owner = _bearer(name, told.surnames, before)
    if owner and owner not in told.kin:
        name.name, name.kind = owner, "person"


def _name_rulers(found: list[Named]) -> None:
    """Who is called by a title and a given name: the only one whom the article names in full so, else a person of that title.

    "King Salman" is not "Mohammed bin Salman", whose surname he bears.
    """
    titles = any_language("ruler_titles")
    crowned = {n.name for n in found if n.kind == "person" and n.role and fold(n.role.split()[-1]) in titles}
    for name in found:
        title = name.role.split()[-1] if name.kind is None and name.role else ""
        if fold(title) not in titles or not is_given_name(fold(name.name)):
            continue
        owners = {full for full in crowned if name_words(full)[:1] == name_words(name.name)}
        name.kind, name.sure = "person", True
        name.name = owners.pop() if len(owners) == 1 else f"{title} {name.name}"


def _supported(found: list[Named], people: Mapping[str, str]) -> set[str]:
    """Full names that may rest on the shape of two words: another mention is sure, the surname alone speaks elsewhere, or
    stands alone behind a known given name; a common given name before one or two words tells by itself."""
    sure: dict[str, dict[str, None]] = {}
    for name in found:
        if name.kind == "person" and name.sure:
            full = people[name.name]
            sure.setdefault(surname_block(full), {})[full] = None
    singles = {name_words(n.name)[-1:] for n in found if n.kind is None}
    unsettled = [n for n in found if n.kind is None or (n.kind == "place" and not n.placed)]
    speaking = {name_words(n.name)[-1:] for n in unsettled if n.speaks}
    return {
        full
        for full in set(people.values())
        if name_words(full)[-1:] in speaking
        or (name_words(full)[-1:] in singles and is_opened(full))
        or is_plainly_a_person(full)
        or any(same_person(other, full) for other in sure.get(surname_block(full), ()))
    }


def _unknown_places(found: list[Named]) -> set[str]:
    """Single words that no gazetteer knows and the article treats as places: surely once, or wherever it writes them."""
    used = Counter(word for n in found for word in n.name.split())
    placed = Counter(n.name for n in found if n.placed)
    surely = {n.name for n in found if n.placed > 1}
    return surely | {name for name, count in placed.items() if count == used[name]}


def _bearer(name: Named, surnames: Mapping[str, set[str]], before: Sequence[Named]) -> str | None:
    """The person named in full before whose surname is the name of a city, where nothing says that the city is meant."""
    owners = surnames.get(fold(name.name), set()) if " " not in name.name and not name.placed else set()
    place = place_named(name.name)
    if len(owners) != 1 or place is None or place.kind != "city":
        return None
    owner = next(iter(owners))
    return owner if any(other.kind == "person" and other.name == owner for other in before) else None


def _called_first(name: Named) -> tuple[str, bool]:
    """The word, and whether a title of given names stands before it."""
    is_titled = bool(name.role) and fold((name.role or "").split()[-1]) in any_language("given_titles")
    return fold(name.name), is_titled


def _is_short(name: Named, short: Mapping[str, str]) -> bool:
    """Settle a single word that stands for a body; whether it does."""
    if (whole := short.get(fold(name.name))) is None:
        return False
    name.name, name.kind = whole, "organisation"
    return True


def _settle(name: Named, owners: set[str], places: set[str], courteous: set[str]) -> bool:
    """Decide a single word: a surname of one person of the article, a titled person, a place; False where it stays open."""
    if len(owners) == 1:
        name.name, name.kind = next(iter(owners)), "person"
        return True
    if owners:
        return False
    if name.name in places:
        name.kind, name.role = "place", None
        return True
    is_called = name.role is None and name.name in courteous
    if name.role is not None or name.sure or is_called:
        if _is_rather_a_place(name, is_called=is_called) or fold(name.name) in any_language("not_names"):
            return False
        name.kind = "person"
        return True
    return False


def _is_rather_a_place(name: Named, *, is_called: bool) -> bool:
    """Whether a single word is a place: any behind an office in small letters, a country or a large city behind a title or
    where the article writes it behind one (``is_called``)."""
    place = place_named(name.name)
    is_titled = bool(name.role) and (name.role or "").split()[-1][0].isupper()
    if place is None or not (is_titled or (is_called and not name.placed)):
        return place is not None
    is_large = place.kind != "city" or place.population >= LARGE_CITY_PEOPLE
    return is_large and is_usual_name(name.name, place)
