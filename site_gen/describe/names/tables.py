"""The words by which kinds of names are told, of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from site_gen.language import fold, languages, table
from site_gen.language.names import any_language
from site_gen.language.tables import FALLBACK

from .runs import names_table


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language by which kinds are told, folded."""

    heads: frozenset[str]
    openers: frozenset[str]
    media: frozenset[str]
    """Heads that name no body behind a feast or a state: "Christmas TV"."""
    links: frozenset[str]
    place_heads: frozenset[str]
    heads_left_off: frozenset[str]
    """Heads behind which a place goes by its name alone: "Aleppo Province", and not "Orange County"."""
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
    own_titles: frozenset[str]
    """Of this language alone: one of another may be a word of it."""
    own_demonyms: frozenset[str]
    """Of this language alone: one of another may be a given name ("Frances")."""
    title_words: frozenset[str]
    """The words of all titles, each alone."""
    particles: frozenset[str]
    groups: frozenset[str]
    """What stands, small, beside an organisation: "the X rebel group"."""
    place_words: frozenset[str]
    says: frozenset[str]
    """Verbs by which people speak; spokesmen's bodies, too."""
    does: frozenset[str]
    """Verbs that stand behind names of any kind."""
    before_people: frozenset[str]
    articles: frozenset[str]
    also_surnames: frozenset[str]
    """Words that name no person alone, and are surnames behind a given name."""
    suffixes: frozenset[str]
    acronyms: frozenset[str]
    """Organisations known by their letters."""
    no_acronyms: frozenset[str]
    """Letters that name no organisation."""
    every_body: frozenset[str]
    """Words behind which, after "the X", an acronym is a body that acts or is acted on."""
    place_verbs: frozenset[str]
    bodies: Mapping[str, str]
    """Each folded name of a body that no head tells to its main name."""
    buildings: frozenset[str]
    """The last two words of a building's name."""
    no_bodies: frozenset[str]
    """Rooms and kinds of places that end like bodies."""
    parties: frozenset[str]
    """Adjectives of parties, which make no body of their own of a chamber, and their members."""
    not_spelt_out: frozenset[str]
    """What no body is called, though its initials stand in brackets behind it: a law, an illness."""
    chambers: frozenset[str]
    """Bodies that a party may hold."""
    of_districts: frozenset[str]
    """What stands before "District" without naming a place."""
    nobles: frozenset[str]
    """Titles that bear a place's name: "the Duke of York"."""
    plain_places: frozenset[str]
    """Places that are common words at a sentence's start."""
    states: Mapping[str, str]
    """Each state as addresses cut it short, folded and without points, to its name."""
    regions: frozenset[str]
    """Parts of the world that are more than a direction and a place."""
    teams: frozenset[str]
    """What teams call themselves behind their town or state."""
    team_homes: frozenset[str]
    """Where teams are from that is no place of the gazetteer."""
    called_after_nobody: frozenset[str]
    """What opens a body's name that holds no person's: one behind it speaks for the body."""
    opens_alone: bool
    """Whether an opener makes an organisation without a link behind it ("Conseil constitutionnel")."""
    before_comma: bool
    """Whether an office and a comma stand before a name ("el alcalde, X")."""


@cache
def tables(language: str) -> Tables:
    """The tables of a language, or English ones; short lists that cannot be confused are those of all languages."""

    def of(name: str) -> frozenset[str]:
        return frozenset(fold(w) for w in names_table(language).get(name, ()))

    own = of("person_titles")
    titles = own | frozenset(fold(w) for w in table(FALLBACK)["person_titles"])
    return Tables(
        heads=of("organisation_heads"),
        openers=of("organisation_openers"),
        media=of("media_words"),
        links=of("name_links"),
        place_heads=of("place_heads"),
        heads_left_off=of("place_heads_left_off"),
        place_openers=of("place_openers"),
        place_prepositions=of("place_prepositions"),
        directions=of("directions"),
        starts=of("not_name_starts"),
        nots=of("not_names"),
        roles=of("role_heads"),
        no_person=of("not_names") | of("organisation_openers") | of("place_heads") | of("directions"),
        no_start=of("organisation_heads") | of("place_heads") | of("role_heads"),
        titles=titles,
        own_titles=own,
        own_demonyms=of("demonyms"),
        title_words=frozenset(word for title in titles for word in title.split()),
        particles=any_language("name_particles"),
        groups=any_language("group_words"),
        place_words=any_language("place_words"),
        says=any_language("verbs_of_saying"),
        does=any_language("verbs_of_all"),
        before_people=any_language("before_people"),
        articles=any_language("small_articles"),
        also_surnames=any_language("also_surnames"),
        suffixes=any_language("name_suffixes"),
        acronyms=any_language("known_acronyms"),
        no_acronyms=any_language("plain_acronyms"),
        every_body=any_language("behind_bodies"),
        place_verbs=any_language("before_in_a_place"),
        bodies=_main_names("known_bodies"),
        buildings=of("buildings"),
        no_bodies=of("not_bodies"),
        parties=of("party_words"),
        not_spelt_out=of("not_spelt_out"),
        chambers=of("chambers"),
        of_districts=of("district_words") | of("directions"),
        nobles=any_language("titles_of_places"),
        plain_places=of("places_also_words"),
        states=_main_names("states_cut"),
        regions=any_language("regions"),
        teams=any_language("team_names"),
        team_homes=any_language("team_homes"),
        called_after_nobody=of("called_after_nobody"),
        opens_alone=bool(names_table(language).get("opens_alone")),
        before_comma=bool(names_table(language).get("before_names_a_comma")),
    )


@cache
def _main_names(rows: str) -> Mapping[str, str]:
    """Each name of a table of rows, folded and without points, to the first of its row."""
    found = [row for code in languages() for row in table(code).get(rows, ())]
    return {fold(name).replace(".", ""): row[0] for row in found for name in row}
