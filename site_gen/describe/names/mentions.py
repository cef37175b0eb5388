"""Names of a whole article: surnames and acronyms brought to the longest form that the article itself gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from site_gen.language import fold, words
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, is_usual_name, place_named
from site_gen.language.given import is_given_name, may_be_given_name
from site_gen.language.names import any_language, demonyms, name_words, same_person, surname, surname_block
from site_gen.language.organisations import fold_organisation, same_organisation
from site_gen.model import Block, NameMention, VocabularyTerm

from ..agencies import agency_named, find_dateline
from .arabic import arabic_names
from .foreign import foreign_names
from .kinds import Named, named
from .layout import Layout, written_small
from .persons import is_opened, is_plainly_a_person
from .relatives import called_by_title, first_heard, is_of_another, keep_open, latecomers, relatives
from .runs import Run, has_names, names_table, runs
from .vocabulary import vocabulary_names

MAX_TITLE_CASE = 0.6
"""A heading with a larger share of capitalised words is in title case, and read only for names known otherwise."""


def find_names(
    blocks: tuple[Block, ...], language: str, *, vocabulary: tuple[VocabularyTerm, ...] = ()
) -> tuple[NameMention, ...]:
    """Return the mentions in reading order. Names of the vocabulary are found by its aliases, in any language."""
    code = language.split("-")[0]
    given = [found for block in blocks for found in vocabulary_names(block, vocabulary)]
    if code in ("ar", "fa", "ur"):
        return _mentions(given, arabic_names(blocks))
    if not has_names(code):
        return _mentions(given, foreign_names(blocks, code))
    layouts = [Layout(block.text) for block in blocks]
    in_lower = written_small(layouts)
    found: list[Named] = []
    for block, layout in zip(blocks, layouts, strict=True):
        if block.kind == "heading" and _is_title_case(block.text):
            continue
        story = dateline.end if (dateline := find_dateline(block.text)) else 0
        for run in runs(layout, code, block.id):
            if run.start < story or _is_credited(run):
                continue
            found.extend(named(run, code, in_lower))
    storms = {name for layout in layouts for name in _storms(layout)}
    calm = [name for name in found if name.name not in storms or name.kind == "person" or name.placed > 1]
    return _mentions(given, _resolved(calm, code))


def _storms(layout: Layout) -> Iterator[str]:
    """The names of storms: "Hurricane Ada" is of no place, and "Ada" behind it is of none either."""
    for at in layout.capitals:
        if at and layout.words[at - 1].folded in any_language("storm_words") and layout.is_spaced(at):
            yield layout.words[at].text


def _is_credited(run: Run) -> bool:
    """Whether a run is the photographer of an agency: "(Ada Brink/Reuters)"."""
    behind = run.after[:2]
    return len(behind) == 2 and behind[0].text == "/" and agency_named(behind[1].text) is not None


def _is_title_case(text: str) -> bool:
    found = [w.text for w in words(text) if len(w.text) > 3]
    return len(found) > 2 and sum(w[0].isupper() for w in found) / len(found) > MAX_TITLE_CASE


def _resolved(found: list[Named], language: str) -> list[Named]:
    """Every name under its longest form in the article; single words settled; guesses without support left out."""
    _name_rulers(found)
    people = _people(found)
    organisations = _with_countries(
        _longest([n.name for n in found if n.kind == "organisation"], same_organisation)
    )
    supported = _supported(found, people)
    told = {people[n.name] for n in found if n.kind == "person" and n.sure} | supported
    titled = {n.name for n in found if n.kind is None and n.role}
    courteous = called_by_title(found)
    heard: dict[str, None] = {}
    has_two = bool(names_table(language).get("two_surnames"))
    surnames = _surnames(sorted(told), titled, has_two=has_two)
    kin = relatives(found, people)
    late = latecomers(found, people)
    keep_open(found)
    bodies = {n.name for n in found if n.kind == "organisation" and n.sure}
    places = _unknown_places(found)
    firsts = _first_names(found, told)
    letters = _by_letters(found)
    short = {word: organisations.get(of, of) for word, of in (_short_bodies(found) | letters).items()}
    out: list[Named] = []

    def settled(name: Named) -> bool:
        """Settle a single word; False where it stays open."""
        written = name_words(name.name) or ("",)
        owners = {o for o in surnames.get(written[-1], set()) if set(written) <= set(name_words(o))}
        if owner := firsts.get(_called_first(name)):
            name.name, name.kind = owner, "person"
        elif is_of_another(name, owners, kin, late, language):
            name.kind = "person"
        elif not _settle(name, first_heard(name, owners, late, heard, language), places, courteous):
            return _is_short(name, short)
        return True

    for name in found:
        if name.kind == "person":
            name.name = people[name.name]
            if not name.sure and name.name not in supported:
                continue
            heard.setdefault(name.name)
        elif name.kind == "organisation":
            whole = organisations.get(letters.get(fold(name.name), name.name), name.name)
            if name.name not in bodies and whole == name.name:
                continue
            name.name = whole
        elif name.kind is None and not settled(name):
            continue
        elif name.kind == "place" and (owner := _bearer(name, surnames, out)) and owner not in kin:
            name.name, name.kind = owner, "person"
        out.append(name)
    return out


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


def _bearer(name: Named, surnames: dict[str, set[str]], before: list[Named]) -> str | None:
    """The person named in full before whose surname is the name of a city, where nothing says that the city is meant."""
    owners = surnames.get(fold(name.name), set()) if " " not in name.name and not name.placed else set()
    place = place_named(name.name)
    if len(owners) != 1 or place is None or place.kind != "city":
        return None
    owner = next(iter(owners))
    return owner if any(other.kind == "person" and other.name == owner for other in before) else None


def _unknown_places(found: list[Named]) -> set[str]:
    """Single words that no gazetteer knows and the article treats as places: surely once, or wherever it writes them."""
    used = Counter(word for n in found for word in n.name.split())
    placed = Counter(n.name for n in found if n.placed)
    surely = {n.name for n in found if n.placed > 1}
    return surely | {name for name, count in placed.items() if count == used[name]}


def _supported(found: list[Named], people: dict[str, str]) -> set[str]:
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


def _people(found: list[Named]) -> dict[str, str]:
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


def _with_countries(longest: dict[str, str]) -> dict[str, str]:
    """A body without its country ("State Department") is the one that the article also names with it, if only one is."""
    out = dict(longest)
    for form, name in longest.items():
        full = {n for n in longest.values() if n != name and _is_of_a_country(n, name)}
        if len(full) == 1 and " " in name:
            out[form] = full.pop()
    return out


USES = 3
"""Times that an article must call a person by the given name alone: a child or a sister of that name is named once or twice."""


def _first_names(found: list[Named], told: set[str]) -> dict[tuple[str, bool], str]:
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


def _called_first(name: Named) -> tuple[str, bool]:
    """The word, and whether a title of given names stands before it."""
    is_titled = bool(name.role) and fold((name.role or "").split()[-1]) in any_language("given_titles")
    return fold(name.name), is_titled


def _short_bodies(found: list[Named]) -> dict[str, str]:
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


def _is_short(name: Named, short: Mapping[str, str]) -> bool:
    """Settle a single word that stands for a body; whether it does."""
    if (whole := short.get(fold(name.name))) is None:
        return False
    name.name, name.kind = whole, "organisation"
    return True


def _by_letters(found: list[Named]) -> dict[str, str]:
    """Letters in brackets behind one body's name alone, that begin alike and that the article writes again: "the VA"."""
    owners: dict[str, set[str]] = {}
    for name in found:
        if name.letters and fold(name.letters)[0] == fold(name.name)[0]:
            owners.setdefault(fold(name.letters), set()).add(name.name)
    return {letters: of.pop() for letters, of in owners.items() if len(of) == 1}


def _is_of_a_country(full: str, name: str) -> bool:
    country = full.removesuffix(" " + name)
    if country == full or fold(country) in demonyms() or fold(country) in any_language("body_qualifiers"):
        return country != full
    place = place_named(country)
    if place is None or (place.kind == "city" and place.population < LARGE_CITY_PEOPLE):
        return False
    return place.kind == "country" or fold(name.split()[-1]) not in any_language("national_bodies")


def _surnames(people: Iterable[str], titled: set[str], *, has_two: bool) -> dict[str, set[str]]:
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


def _mentions(given: list[Named], found: list[Named]) -> tuple[NameMention, ...]:
    """Vocabulary first; a found name that overlaps one of its mentions is left out. In reading order of the blocks."""
    taken = {(n.block, at) for n in given for at in range(n.start, n.end)}
    kept = [n for n in found if not (taken and any((n.block, at) in taken for at in range(n.start, n.end)))]
    ordered = sorted([*given, *kept], key=lambda n: (_number(n.block), n.start, n.end))
    return tuple(
        NameMention(n.name, n.kind, n.block, n.start, n.end, n.role) for n in ordered if n.kind is not None
    )


def _number(block: str) -> tuple[int, str]:
    digits = "".join(c for c in block if c.isdigit())
    return (int(digits) if digits else 0, block)
