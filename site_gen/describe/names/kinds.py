"""What a run of capitalised words names, as far as its words and its neighbours tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from site_gen.language import fold
from site_gen.language.gazetteer import LARGE_CITY_PEOPLE, place_named
from site_gen.language.names import any_language, demonyms, is_acronym
from site_gen.model.article import NameKind

from .runs import Run, Token, names_table

_GROUP_WORDS = frozenset(
    {
        "group", "groups", "movement", "militia", "faction", "organisation", "organization", "company", "firm", "agency", "newspaper", "channel", "network",
        "broadcaster", "party", "charity", "website", "magazine", "outlet", "brigade", "bank", "airline", "carmaker", "manufacturer", "union", "club", "insurer",
        "groupe", "mouvement", "milice", "societe", "compagnie", "agence", "journal", "chaine", "parti", "banque", "association",
    }
)  # fmt: skip
"""Behind or before a name, lower-case: "the X rebel group", "rebel group X"."""
_PLACE_WORDS = frozenset(
    {
        "city",
        "town",
        "village",
        "port",
        "island",
        "province",
        "district",
        "region",
        "suburb",
        "county",
        "capital",
        "ville",
        "quartier",
        "ile",
    }
)
_SAYS = frozenset(
    {
        "said", "says", "told", "added", "asked", "wrote", "replied", "recalled", "testified", "insisted", "argued", "warned", "explained", "noted", "claimed", "tweeted", "posted",
        "denied", "confirmed", "stated", "declared", "acknowledged", "announced", "remembered", "admitted", "dit", "declare", "affirme", "explique", "ajoute", "raconte", "assure",
        "estime", "indique", "precise", "who", "whose", "qui", "was", "is", "had", "has", "did", "met", "spoke",
    }
)  # fmt: skip
_STATES_PLACES = frozenset({"us", "usa", "uk", "uae", "ussr", "urss"})
_AGE = re.compile(r"^\d{1,3}$")
MAX_PERSON_WORDS = 5
MAX_ACRONYM = 6


@dataclass(slots=True)
class Named:
    """A run, or its part, with its kind."""

    name: str
    kind: NameKind | None
    """None: not told yet (a single word that may be a surname, a place or nothing)."""
    block: str
    start: int
    end: int
    role: str | None = None
    sure: bool = True
    """False where only the shape of the words tells: two capitalised words that may be a person."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language by which kinds are told, folded."""

    heads: frozenset[str]
    openers: frozenset[str]
    links: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    place_prepositions: frozenset[str]
    directions: frozenset[str]
    starts: frozenset[str]
    nots: frozenset[str]
    roles: frozenset[str]
    no_person: frozenset[str]
    """Words that no person's name holds."""
    no_start: frozenset[str]
    """Words that name nothing where a sentence starts with them."""
    titles: frozenset[str]
    title_words: frozenset[str]
    """The words of all titles, each alone."""
    particles: frozenset[str]
    opens_alone: bool
    """Whether an opener makes an organisation without a link behind it ("Conseil constitutionnel")."""


@cache
def tables(language: str) -> Tables:
    """The tables of a language, or English ones; titles and particles are those of all languages."""

    def of(name: str) -> frozenset[str]:
        return frozenset(fold(w) for w in names_table(language).get(name, ()))

    titles = any_language("person_titles")
    return Tables(
        heads=of("organisation_heads"),
        openers=of("organisation_openers"),
        links=of("name_links"),
        place_heads=of("place_heads"),
        place_openers=of("place_openers"),
        place_prepositions=of("place_prepositions"),
        directions=of("directions"),
        starts=of("not_name_starts"),
        nots=of("not_names"),
        roles=of("role_heads"),
        no_person=of("not_names") | of("organisation_openers") | of("place_heads") | of("directions"),
        no_start=of("organisation_heads") | of("place_heads") | of("role_heads"),
        titles=titles,
        title_words=frozenset(word for title in titles for word in title.split()),
        particles=any_language("name_particles"),
        opens_alone=language == "fr",
    )


def named(run: Run, language: str, in_lower: frozenset[str]) -> list[Named]:
    """What a run names: mostly one name, two where a title holds one ("U.N. envoy X"); none for mere capitals.

    ``in_lower`` holds folded words that the article also writes small: at a sentence's start they are no names.
    """
    known = tables(language)
    words = _trimmed(run, known, in_lower)
    if not words:
        return []
    role, words, inside = _titled(words, run, known)
    if not words:
        return inside
    found = _kind(words, run, known, has_title=role is not None)
    if found is None:
        return inside
    kind, words, sure = found
    text = run.text[words[0].start - run.start : words[-1].end - run.start]
    role = role or (_role_around(words, run, known) if kind != "place" else None)
    if kind == "person" and not sure and (words[-1].folded in in_lower or words[0].folded in in_lower):
        return inside
    return [
        *inside,
        Named(
            text.strip(),
            kind,
            run.block,
            words[0].start,
            words[-1].end,
            role if kind in ("person", None) else None,
            sure,
        ),
    ]


def _trimmed(run: Run, known: Tables, in_lower: frozenset[str]) -> list[Token]:
    """The run without the words that only the start of a sentence, or a direction, put in capitals."""
    words = run.words
    starts, nots = known.starts, known.nots
    while words and (words[0].text[-1] in "'’" or (words[0].folded in starts and _may_drop(words, run))):
        words = words[1:]
    if (
        run.starts_sentence
        and words is run.words
        and words
        and words[0].folded in in_lower
        and not is_acronym(words[0].text)
    ):
        words = words[1:]
    while words and (
        not words[0].text[0].isalpha() or (not words[0].is_capital and words[0].folded not in known.particles)
    ):
        words = words[1:]
    directions = known.directions
    if (
        len(words) > 1
        and words[0].folded in directions
        and place_named(_joined(words[1:]))
        and not _is_known_place(words)
    ):
        words = words[1:]
    while words and not words[-1].is_capital:
        words = words[:-1]
    if len(words) == 1 and (words[0].folded in nots or len(words[0].text) < 2):
        return []
    return words


_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "l", "un", "une", "des"})


def _may_drop(words: list[Token], run: Run) -> bool:
    """Whether a word like "New" or "The" is no part of the name: at a sentence's start, unless with it stands a place."""
    if place_named(_joined(words)) or (len(words) > 1 and place_named(_joined(words[:2]))):
        return False
    return words is not run.words or run.starts_sentence or words[0].folded in _ARTICLES


def _joined(words: list[Token]) -> str:
    return " ".join(w.text for w in words)


def _is_known_place(words: list[Token]) -> bool:
    found = place_named(_joined(words))
    return found is not None and found.population >= LARGE_CITY_PEOPLE


def _titled(words: list[Token], run: Run, known: Tables) -> tuple[str | None, list[Token], list[Named]]:
    """A title or office before a person, the rest, and an organisation inside the title ("U.N." of "U.N. envoy X")."""
    folded = [w.folded.replace(".", "") for w in words]
    last = -1
    for at in range(len(words) - 1):
        if folded[at] in known.title_words and any(
            " ".join(folded[back : at + 1]) in known.titles for back in range(max(0, at - 2), at + 1)
        ):
            last = at
    if last < 0 and len(words) > 2 and _is_office_of(run, words):
        role = " ".join(t.text for t in (*run.before[-2:], words[0]))
        return role, words[1:], []
    if last < 0 or words[last + 1].folded in known.heads:
        return None, words, []
    if any(w.folded in known.heads for w in words[last + 1 :]):
        return None, words, []
    role = run.text[words[0].start - run.start : words[last].end - run.start]
    inside = []
    if is_acronym(words[0].text) and last > 0 and words[0].folded.replace(".", "") not in _STATES_PLACES:
        inside.append(Named(words[0].text, "organisation", run.block, words[0].start, words[0].end))
    return role, words[last + 1 :], inside


def _is_office_of(run: Run, words: list[Token]) -> bool:
    """Whether "Secretary of" stands before, so that the first word is a department's."""
    if len(run.before) < 2 or words[0] is not run.words[0]:
        return False
    return run.before[-1].folded == "of" and run.before[-2].folded.replace(".", "") in any_language(
        "person_titles"
    )


def _kind(
    words: list[Token], run: Run, known: Tables, *, has_title: bool
) -> tuple[NameKind | None, list[Token], bool] | None:
    """The kind of the words, the words that make the name, and whether it is sure. None where they name nothing."""
    text = _joined(words)
    folded = [w.folded for w in words]
    if has_title:
        return (
            (None if len(words) == 1 else "person", words, True) if len(words) <= MAX_PERSON_WORDS else None
        )
    if found := _organisation(words, folded, run, known):
        return found
    if found := _place(text, words, folded, run, known):
        return found
    if len(words) == 1:
        return _single(words, folded, run, known)
    if all(f in demonyms() or f in known.nots for f in folded):
        return None
    return _person(words, folded, run, known)


def _organisation(
    words: list[Token], folded: list[str], run: Run, known: Tables
) -> tuple[NameKind | None, list[Token], bool] | None:
    heads, openers = known.heads, known.openers
    owns = bool(run.after) and run.after[0].start - run.end > 1
    after = [] if owns else [t.folded for t in run.after[:2]]
    before = [t.folded for t in run.before[-1:]]
    joined = " ".join(folded)
    if len(words) == 1 and place_named(words[0].text) and not _is_bare_acronym(words[0].text):
        return None
    if len(words) == 1:
        if (
            is_acronym(words[0].text)
            and folded[0].replace(".", "") not in _STATES_PLACES
            and len(words[0].text.replace(".", "")) <= MAX_ACRONYM
        ):
            return (
                ("organisation", words, True)
                if folded[0] not in known.nots and not _is_shouted(run)
                else None
            )
        if (
            (after[:1] and after[0] in _GROUP_WORDS)
            or (len(after) > 1 and after[1] in _GROUP_WORDS and after[0].isalpha())
            or (before and before[0] in _GROUP_WORDS)
        ):
            return (
                ("organisation", words, True)
                if folded[0] not in demonyms() and folded[0] not in known.nots
                else None
            )
        return None
    is_group = bool(
        after
        and (after[0] in _GROUP_WORDS or (len(after) > 1 and after[1] in _GROUP_WORDS and after[0].isalpha()))
    ) or bool(before and before[0] in _GROUP_WORDS)
    ends = any(
        joined.endswith(" " + h) or joined == h for h in (folded[-1], " ".join(folded[-2:])) if h in heads
    )
    opens = folded[0] in openers and any(f in known.links for f in folded[1:3])
    inner = any(f in heads for f in folded[:-1]) and any(f in known.links for f in folded)
    french = known.opens_alone and folded[0] in openers and len(words) > 1
    if not (ends or opens or inner or is_group or french):
        return None
    return "organisation", words, True


def _is_bare_acronym(word: str) -> bool:
    """Five capitals or fewer: "SANA" is an agency before it is a town in another spelling."""
    return is_acronym(word) and len(word) <= 5 and fold(word).replace(".", "") not in _STATES_PLACES


def _is_shouted(run: Run) -> bool:
    """Whether the run stands among capitals: a headline or a cry, where any word looks like an acronym."""
    around = [t for t in (*run.before[-2:], *run.after[:2]) if t.is_word]
    return bool(around) and all(t.text.isupper() and len(t.text) > 1 for t in around)


def _place(
    text: str, words: list[Token], folded: list[str], run: Run, known: Tables
) -> tuple[NameKind | None, list[Token], bool] | None:
    heads, openers = known.place_heads, known.place_openers
    after = [t.folded for t in run.after[:1]]
    behind_preposition = bool(run.before) and run.before[-1].folded in known.place_prepositions
    is_told = behind_preposition or (after and after[0] in _PLACE_WORDS)
    place = place_named(text)
    if place and (len(words) > 1 or folded[0] not in known.nots):
        is_told = is_told or place.kind != "city" or place.population >= LARGE_CITY_PEOPLE
        return ("place", words, True) if is_told else None
    if len(words) > 1 and (folded[-1] in heads or folded[0] in openers):
        base = place_named(_joined(words[:-1]))
        return "place", words[:-1] if base else words, True
    if after and after[0] in _PLACE_WORDS and folded[0] not in demonyms():
        return "place", words, True
    if (
        run.before
        and run.before[-1].folded in ("of",)
        and len(run.before) > 1
        and run.before[-2].folded in _PLACE_WORDS | {"villages", "towns", "cities"}
    ):
        return "place", words, True
    return None


def _single(
    words: list[Token], folded: list[str], run: Run, known: Tables
) -> tuple[NameKind | None, list[Token], bool] | None:
    """One word: a surname, a place behind "in", or nothing; settled when the whole article is known."""
    if folded[0] in demonyms() or folded[0] in known.titles:
        return None
    if folded[0] in known.nots:
        return None
    if run.starts_sentence and folded[0] in known.no_start:
        return None
    return None, words, False


def _person(
    words: list[Token], folded: list[str], run: Run, known: Tables
) -> tuple[NameKind | None, list[Token], bool] | None:
    particles = known.particles
    weighty = [f for f in folded if f not in particles]
    bad = known.no_person
    if not 2 <= len(words) <= MAX_PERSON_WORDS or len(weighty) < (1 if words[0].text[0].islower() else 2):
        return None
    if any(f in bad or f in demonyms() for f in folded) or any(
        w.text.isupper() and len(w.text) > 4 for w in words
    ):
        return None
    if not _joined(words).translate(_MARKS_OF_NAMES).isalpha():
        return None
    cue = _role_around(words, run, known) is not None or _is_speaking(run)
    cue = cue or any(
        f in particles or ("-" in w.text and fold(w.text.split("-")[0]) in particles)
        for f, w in zip(folded, words, strict=True)
    )
    if (
        run.before
        and run.before[-1].folded in ("the", "a", "an", "le", "la", "les", "un", "une", "this", "that")
        and not cue
    ):
        return None
    return "person", words, cue


_MARKS_OF_NAMES = str.maketrans("", "", ".'’-‐‑ ")


def _is_speaking(run: Run) -> bool:
    """Whether a verb of saying, an age or a relative clause stands by the name."""
    after = [t.folded for t in run.after[:2]]
    if after[:1] and after[0] in _SAYS:
        return True
    if len(after) > 1 and after[0] == "," and (_AGE.match(after[1]) or after[1] in ("who", "qui", "whose")):
        return True
    if len(run.before) > 1 and run.before[-1].text in '"”»' and run.before[-2].text in ",?!":
        return True
    return bool(run.before) and run.before[-1].folded in (
        "said",
        "says",
        "told",
        "mr",
        "mrs",
        "dit",
        "declare",
        "named",
        "called",
    )


def _continues_role(token: Token, known: Tables) -> bool:
    return token.is_word and token.folded not in known.starts


def _role_around(words: list[Token], run: Run, known: Tables) -> str | None:
    """What the text calls a person: the lower-case office before ("spokesman X") or behind a comma ("X, an official")."""
    roles = known.roles
    if run.before and words[0] is run.words[0] and run.before[-1].folded in roles:
        back = len(run.before) - 1
        while back > 0 and _continues_role(run.before[back - 1], known):
            back -= 1
        return " ".join(t.text for t in run.before[back:])
    if len(run.after) > 1 and run.after[0].text == "," and words[-1] is run.words[-1]:
        rest = [t for t in run.after[1:] if t.is_word]
        for at, token in enumerate(rest):
            if token.folded in roles:
                return " ".join(
                    t.text
                    for t in rest[: at + 1]
                    if t.folded not in ("a", "an", "the", "un", "une", "le", "la")
                )
    return None
