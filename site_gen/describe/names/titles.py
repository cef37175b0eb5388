"""The title or office before a person, and what it names besides."""

from __future__ import annotations

from site_gen.language import fold
from site_gen.language.gazetteer import is_usual_name, place_named
from site_gen.language.given import is_given_name, may_be_given_name
from site_gen.language.names import any_language, opens_as_given
from site_gen.language.organisations import is_acronym
from site_gen.model.article import NameKind

from .bodies import STATES
from .persons import opens_name
from .runs import Run, Word, joined
from .tables import Tables

Within = tuple[list[Word], NameKind]
"""Words of a title that name a body or a place, and which."""


def titled(words: list[Word], run: Run, known: Tables) -> tuple[str | None, list[Word], list[Within]]:
    """A title or office before a person, the rest, and the body or place inside the title ("U.N." of "U.N. envoy X", "US" of "US Secretary X")."""
    last = _last_of_title(words, known)
    begin = _behind_department(words, known) if last < 0 and _is_office_of(run, words, known) else 0
    if begin:
        role = " ".join([*(t.text for t in run.before[-2:]), *(w.text for w in words[:begin])])
        return role, words[begin:], []
    if last < 0 or words[last + 1].folded in known.heads:
        return None, words, []
    if not _may_hold_a_title(words, last + 1, known):
        return None, [], []
    words = words[: next((n for n, w in enumerate(words) if n > last and w.folded == "of"), len(words))]
    if any(w.folded in known.heads for w in words[last + 1 :]):
        return None, words, []
    last += _is_held_for_a_place(words[last + 1 :])
    role = run.text[words[0].start - run.start : words[last].end - run.start]
    return role, words[last + 1 :], _within(words[: last + 1], run, known)


def _last_of_title(words: list[Word], known: Tables) -> int:
    """The last word of a title or of an office before a given name; -1 where none stands before another word."""
    folded = [w.folded.replace(".", "") for w in words]
    last = -1
    for at in range(len(words) - 1):
        if _is_inside_a_name(folded, at, known):
            continue
        if at + 2 == len(words) and opens_as_given(*folded[at:]):
            continue
        if _ends_title(folded, at, known):
            last = at
        if folded[at] in known.roles and at + 2 < len(words) and is_given_name(folded[at + 1]):
            last = at
    return last


def _ends_title(folded: list[str], at: int, known: Tables) -> bool:
    """Whether a title of one to three words ends at a place."""
    if folded[at] not in known.title_words:
        return False
    return any(" ".join(folded[back : at + 1]) in known.titles for back in range(max(0, at - 2), at + 1))


def office_alone(words: list[Word], run: Run, known: Tables) -> list[Within]:
    """The same of an office with no name right behind: "US" of "US Secretary of State X"."""
    is_office = words[-1].folded in known.roles or words[-1].folded in known.title_words
    is_led_on = bool(run.after) and run.after[0].folded in known.links and words[-1] is run.words[-1]
    if not is_office or not is_led_on or run.gap_behind > 1 or len(words) == 1:
        return []
    return [(part, kind) for part, kind in _within(words, run, known) if kind == "place"]


def _within(title: list[Word], run: Run, known: Tables) -> list[Within]:
    """What a title names before its office: letters of a body, or the country that it is held for.

    A state or a town says there whence somebody is ("Norland Sen. X"), and is no matter of the text.
    """
    letters = title[0].folded.replace(".", "")
    if len(title) > 1 and is_acronym(title[0].text) and letters not in STATES:
        return [] if letters in known.no_acronyms else [(title[:1], "organisation")]
    if run.before and run.before[-1].folded == "of" and title[0] is run.words[0]:
        return []
    for size in range(min(len(title) - 1, LONGEST_PLACE), 0, -1):
        name = joined(title[:size])
        place = place_named(name)
        is_state = place is not None and fold(place.name) in any_language("states_also_countries")
        if place is not None and place.kind == "country" and is_usual_name(name, place) and not is_state:
            return [(title[:size], "place")]
    return []


LONGEST_PLACE = 3


def _may_hold_a_title(words: list[Word], first: int, known: Tables) -> bool:
    """Whether words behind a title may be its bearer: no word of a sentence's start, no number, no "of", no title last."""
    behind = words[first].folded
    if behind == "of" or (behind in known.starts and not may_be_given_name(behind)):
        return False
    return words[first].text[0].isalpha() and words[-1].folded not in known.titles


def _behind_department(words: list[Word], known: Tables) -> int:
    """Where behind a department's words a person begins ("State Ada Brink"): at a given name, else behind the first of three
    that are no place and no body; 0 where they are of one name ("Secretary of Port Ansel Harbour Trust")."""
    folded = [w.folded for w in words]
    is_body = folded[-1] in known.heads or " ".join(folded[-2:]) in known.heads
    if is_body or place_named(joined(words[:2])) or place_named(joined(words)):
        return 0
    given = next((n for n in range(1, len(words) - 1) if is_given_name(folded[n])), 0)
    return given or int(len(words) == OFFICE_AND_NAME and folded[-1] not in known.place_heads)


OFFICE_AND_NAME = 3


def _is_inside_a_name(folded: list[str], at: int, known: Tables) -> bool:
    """Whether what may be a title is an initial ("Ada M. Brink", and no Monsieur Brink) or a surname ("Ada King Jr")."""
    if len(folded[at]) == 1:
        return at > 0
    is_opened = at > 0 and opens_name(folded[:at])
    return folded[at] in known.also_surnames and (folded[at + 1] in known.suffixes or is_opened)


def _is_held_for_a_place(words: list[Word]) -> bool:
    """Whether what stands behind a title is the place that it is held for, with a person behind: "Miss Norland Ada Brink"."""
    if len(words) < 3 or not words[1].is_capital or is_given_name(words[0].folded):
        return False
    place = place_named(words[0].text) if is_given_name(words[1].folded) else None
    return place is not None and (place.kind == "country" or not may_be_given_name(words[0].folded))


def _is_office_of(run: Run, words: list[Word], known: Tables) -> bool:
    """Whether "Secretary of" stands before, so that the first word is a department's."""
    if len(run.before) < 2 or words[0] is not run.words[0]:
        return False
    return run.before[-1].folded == "of" and run.before[-2].folded.replace(".", "") in known.titles
