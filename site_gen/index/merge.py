"""Which keys of the tally are one person or one organisation.

In: the tally. Out: groups of keys. Compared is only what shares a block (a surname, an acronym), so that the cost grows
with the corpus and not with its square. A key that fits two groups joins neither: a wrong merge is worse than a missing one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from site_gen.language import fold
from site_gen.language.gazetteer import place_named
from site_gen.language.given import is_given_name, may_be_given_name
from site_gen.language.names import any_language, given_initials, ruler, same_person, surname, surname_block
from site_gen.language.organisations import acronym_of, is_acronym
from site_gen.model.article import NameKind

from .tally import Entry, Key, Tally

MIN_BARE_ACRONYM = 3
"""Letters from which an acronym may find its full name by initials alone, where one name of the corpus has them."""

Groups = dict[Key, Key]
"""Each key to the key that stands for its group."""


def merged(tally: Tally) -> Groups:
    """Return the group of every key: most used key first, the rest under it."""
    _drop_surnames_read_as_places(tally)
    groups: Groups = {key: key for key in tally.names}
    _merge_kinds(tally, groups)
    _merge_people(tally, groups)
    _merge_acronyms(tally, groups)
    _merge_bodies_of_one_state(tally, groups)
    return {key: _root(groups, key) for key in groups}


def _drop_surnames_read_as_places(tally: Tally) -> None:
    """A place of one word that is the surname of people named in as many articles is a person's mention ("in Bush")."""
    people: Counter[str] = Counter()
    for key, entry in tally.names.items():
        if key[0] == "person" and not ruler(key[1]):
            people[surname(key[1])] += len(entry.articles)
    for key in sorted(k for k in tally.names if k[0] == "place" and " " not in k[1]):
        known = place_named(key[1])
        is_large = known is not None and (known.kind != "city" or known.population >= FAMOUS_CITY_PEOPLE)
        if not is_large and people[key[1]] >= len(tally.names[key].articles):
            entry = tally.names.pop(key)
            form = min(entry.labels, key=lambda f: (-entry.labels[f], f))
            tally.surnames.setdefault(key[1], []).extend((article, form) for article in entry.articles)


FAMOUS_CITY_PEOPLE = 1_000_000


def _root(groups: Groups, key: Key) -> Key:
    while groups[key] != key:
        key = groups[key]
    return key


def _weight(tally: Tally, key: Key) -> tuple[int, int, str, str]:
    """Sorts the most used and longest name first."""
    return (-len(tally.names[key].articles), -len(key[1]), key[1], key[0])


def _merge_kinds(tally: Tally, groups: Groups) -> None:
    """One folded name read as two kinds is of the kind that most articles read."""
    by_name: dict[str, list[Key]] = {}
    for key in tally.names:
        by_name.setdefault(key[1], []).append(key)
    for keys in by_name.values():
        first, *rest = sorted(keys, key=lambda k: _weight(tally, k))
        for key in rest:
            groups[key] = first


def _merge_people(tally: Tally, groups: Groups) -> None:
    blocks: dict[str, list[Key]] = {}
    for key in tally.names:
        if key[0] == "person" and groups[key] == key:
            blocks.setdefault(surname_block(key[1]), []).append(key)
    for keys in blocks.values():
        if len(keys) > 1:
            _merge_block(groups, _unglued(groups, sorted(keys, key=lambda k: _weight(tally, k))))


def _unglued(groups: Groups, keys: list[Key]) -> list[Key]:
    """The keys of a block without those that are another with a word in front that opens no name: they join it."""
    known = {key[1] for key in keys}
    kept = []
    for key in keys:
        first, _, rest = key[1].partition(" ")
        if rest in known and " " in rest and not may_be_given_name(first) and is_given_name(rest.split()[0]):
            groups[key] = ("person", rest)
        else:
            kept.append(key)
    return kept


def _merge_block(groups: Groups, keys: list[Key]) -> None:
    """Full names of one surname: each joins the one group all of whose names it agrees with.

    An initial alone ("R. Brink") may be anybody's of that letter, and joins none.
    """
    members: list[list[Key]] = []
    by_initial: dict[str, set[int]] = {}
    for key in keys:
        initials = given_initials(key[1])
        near = sorted(set().union(*(by_initial.get(initial, set()) for initial in initials)))
        fitting = [n for n in near if all(same_person(key[1], other[1]) for other in members[n])]
        if len(fitting) > 1 or _is_initial_alone(key[1]):
            continue
        if fitting:
            groups[key] = members[fitting[0]][0]
            members[fitting[0]].append(key)
        else:
            members.append([key])
        for initial in initials:
            by_initial.setdefault(initial, set()).add(fitting[0] if fitting else len(members) - 1)


def _is_initial_alone(name: str) -> bool:
    words = name.split()
    return len(words) == 2 and len(words[0]) == 1


def _merge_acronyms(tally: Tally, groups: Groups) -> None:
    """An acronym joins the name that articles use it for, else the only name of the corpus with its initials."""
    names = [key for key in tally.names if key[0] == "organisation" and groups[key] == key]
    said = _said_in_articles(tally, names)
    by_initials: dict[str, list[Key]] = {}
    for key in names:
        for label in tally.names[key].labels:
            for letters in _initials(label):
                by_initials.setdefault(letters, []).append(key)
    for key in sorted(names):
        entry = tally.names[key]
        if not all(is_acronym(label) for label in entry.labels):
            continue
        letters = fold(key[1].replace(" ", ""))
        target = _dominant(said.get(letters, Counter()))
        candidates = sorted(set(by_initials.get(letters, ())) - {key})
        if target is None and len(letters) >= MIN_BARE_ACRONYM and len(candidates) == 1:
            target = candidates[0]
        if target is not None and not _is_borne_out(entry, tally.names[target]):
            continue
        if target is not None and _root(groups, target) != key:
            groups[key] = _root(groups, target)


def _initials(label: str) -> set[str]:
    """The letters by which a name may go: its weighty words' initials, and those with the "of" of a department ("DOJ").

    Letters that open a name stand whole: "U.S. Supreme Court" does not go by "USC". None of what is letters itself.
    """
    first, *rest = label.split()
    if is_acronym(label) or is_acronym(first) or not rest:
        return set()
    with_of = "".join(w[0] for w in fold(label).split() if w not in ("the", "and", "for", "&"))
    return {acronym_of(label), with_of if fold(first) == "department" else ""} - {""}


def _is_borne_out(acronym: Entry, name: Entry) -> bool:
    """Whether enough articles write a name out for letters that many use: one butterfly centre is not the broadcaster."""
    return len(name.articles) > 1 or len(acronym.articles) <= MAX_BY_ONE


MAX_BY_ONE = 3
"""Articles with bare letters that may follow one article that writes the name out."""


def _merge_bodies_of_one_state(tally: Tally, groups: Groups) -> None:
    """A body named without its state ("State Department") joins the one that the corpus names with it, the only one or nearly so.

    Only bodies of a kind that reports name so: every state has its Foreign Ministry, and the bare word may mean another's.
    """
    named = {key[1]: key for key in tally.names if key[0] == "organisation" and groups[key] == key}
    kinds = any_language("bodies_named_alone")
    of_states: dict[str, list[Key]] = {}
    for folded in sorted(named):
        words = folded.split()
        for start in (1, 2):
            state, bare = " ".join(words[:start]), " ".join(words[start:])
            place = place_named(state)
            is_state = state == "united nations" or (place is not None and place.kind == "country")
            is_world = state == "united nations" and bare.startswith("international ")
            if is_state and bare in named and " " in bare and (is_world or kinds & set(bare.split())):
                of_states.setdefault(bare, []).append(named[folded])
    for bare, keys in sorted(of_states.items()):
        counts = [len(tally.names[key].articles) for key in keys]
        most = max(counts)
        is_enough = most >= min(2, len(tally.names[named[bare]].articles))
        if is_enough and most >= (1 - RIVALS) * sum(counts):
            groups[named[bare]] = _root(groups, keys[counts.index(most)])


RIVALS = 0.1
"""Part of the articles that name a body with its state which may name another state's: "Supreme Court" is that of the
state which nine in ten name."""


def _said_in_articles(tally: Tally, names: list[Key]) -> Mapping[str, Counter[Key]]:
    """For each acronym, the names that articles write out and then shorten to it."""
    said: dict[str, Counter[Key]] = {}
    for key in names:
        for form, count in tally.names[key].forms.items():
            if is_acronym(form) and not all(is_acronym(label) for label in tally.names[key].labels):
                said.setdefault(fold(form.replace(".", "")), Counter())[key] += count
    return said


def _dominant(counts: Counter[Key]) -> Key | None:
    """The key used in at least two thirds of the cases, else None."""
    if not counts:
        return None
    key, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return key if 3 * count >= 2 * sum(counts.values()) else None


def labelled(entry: Entry, kind: NameKind) -> str:
    """The form that most articles use, the longer of equals; an acronym only where nothing else was written."""
    spelled = (
        {f: n for f, n in entry.labels.items() if not is_acronym(f)}
        if kind != "person"
        else dict(entry.labels)
    )
    forms = spelled or dict(entry.labels)
    known = place_named(next(iter(sorted(forms)))) if kind == "place" else None
    if known is not None and known.name in forms:
        return known.name
    mixed = {f: n for f, n in forms.items() if not (f.isupper() and len(f) > 4)} or forms
    return min(mixed, key=lambda f: (-mixed[f], -len(f), f))
