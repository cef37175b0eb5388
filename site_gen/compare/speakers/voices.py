"""What the subject of a verb of speech names.

Goes in: a sentence and one of its cues. Comes out: a ``Voice``: the words that attribute, the name in them, the role, and
whether it is a person, an institution, a document, a pronoun or many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from site_gen.language import fold
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language

from ..reading import word_set, words_of
from ..terms import Term, capital_runs, is_role, pronoun_of, pronouns
from .bearers import body_heads, name_runs, person_run
from .clauses import backward_phrase
from .cues import Cue
from .phrases import abbreviates_body, forward_phrase
from .standing import links_on, speaks

VoiceKind = Literal["person", "institution", "group", "document", "pronoun"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks, as a text names them."""

    said: str
    """The attributing words: "port spokesman John Doe"."""
    name: str
    """The name in them ("John Doe"), or the phrase without its article."""
    kind: VoiceKind
    role: str | None = None
    verb: str | None = None
    is_relay: bool = False
    """An agency or broadcaster that carries what others say."""


def voice(sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> Voice:
    """Return who speaks at a cue, as the sentence names them."""
    part = _tightened(sentence[cue.first : cue.last + 1], language)
    named = _named(part, text, language)
    if named.kind in ("document", "institution"):
        named = _author(part, text, language) or named
    if named.kind == "document":
        named = _issuer(sentence, cue, text, language) or named
    if named.kind == "institution":
        named = _named_behind(sentence, cue, text, language, named) or named
    if named.kind == "group":
        named = _listed(named, sentence, cue, text, language)
    verb = text[sentence[cue.verb].start : sentence[cue.verb].end]
    if named.kind == "person" and named.role is None:
        named = _apposed(named, sentence, cue, text, language)
    has_role = (
        named.role
        and named.role[0].isalpha()
        and _first_form(named.role) not in words_of(language, "speech_verbs", "noun_links", "phrase_openers")
    )
    return replace(named, verb=verb, role=named.role if has_role else None)


def _listed(named: Voice, sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> Voice:
    """Two joined names with the names that commas put before them ("Jane Doe, John Roe and Mary Poe")."""
    runs = {b: a for a, b, name in name_runs(sentence, text) if name and b > a}
    first = cue.first
    if not any(t.form in word_set(language, "joining") for t in sentence[first : cue.last + 1]):
        return named
    while first > 1 and sentence[first - 1].text == "," and first - 2 in runs and sentence[first].is_capital:
        first = runs[first - 2]
    said = text[sentence[first].start : sentence[cue.last].end]
    return replace(named, said=said, name=said) if first < cue.first else named


def _first_form(phrase: str) -> str:
    return phrase.split()[0].casefold().strip(".,")


def _author(part: tuple[Term, ...], text: str, language: str) -> Voice | None:
    """Whose a document is: "a statement from the mill", "a report by Jane Doe", "the millers’ letter"."""
    links, documents = word_set(language, "author_links"), word_set(language, "documents")
    if len(part) > 2 and part[-1].form in documents and part[-2].text in "’'":
        return _named(part[:-2], text, language)
    for i in range(1, len(part) - 1):
        written = i > 1 and part[i - 1].form in word_set(language, "authoring")
        if part[i].form in links and part[i - 2 if written else i - 1].form in documents:
            return _named(part[i + 1 :], text, language)
    return None


def _issuer(sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> Voice | None:
    """Who issued the document that speaks: "The army issued a statement announcing …"."""
    issuing = word_set(language, "issuing_verbs")
    for i in range(cue.verb - 1, max(cue.first - 4, 0), -1):
        if sentence[i].form in issuing:
            phrase = backward_phrase(sentence, i, language)
            if phrase:
                return _named(_tightened(sentence[phrase[0] : phrase[1] + 1], language), text, language)
    return None


def _named_behind(
    sentence: tuple[Term, ...], cue: Cue, text: str, language: str, named: Voice
) -> Voice | None:
    """The person whose name stands behind a description: "said the spokeswoman, Jane Doe"."""
    at = cue.last + 1
    if (
        cue.last < cue.verb
        or at + 1 >= len(sentence)
        or sentence[at].text != ","
        or not sentence[at + 1].is_capital
    ):
        return None
    phrase = forward_phrase(sentence, at + 1, language)
    if phrase is None:
        return None
    core = sentence[phrase[0] : phrase[1] + 1]
    run = person_run(core, capital_runs(core), language)
    if run is None:
        return None
    name = text[core[run[0]].start : core[-1].end]
    return Voice(text[sentence[cue.first].start : core[-1].end], name, "person", role=named.name)


def _tightened(part: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The phrase without a day or place that opens it ("On Thursday the ministry", "Last week Doe")."""
    determiners = word_set(language, "determiners")
    tying = words_of(language, "noun_links", "joining", "determiners")
    if len(part) > 1 and part[-1].form in pronouns(language):
        return part[-1:]
    part = _without_participle(_without_time(part, language), language)
    for i in range(len(part) - 1, 0, -1):
        if (
            part[i].form in determiners
            and part[i - 1].form not in tying
            and part[i - 1].form not in word_set(language, "phrase_openers")
        ):
            return part[i:]
    if len(part) > 1 and part[0].form in word_set(language, "phrase_openers"):
        runs = capital_runs(part)
        if runs and runs[-1][1] == len(part) - 1 and runs[-1][0] > 0:
            return part[runs[-1][0] :]
    if len(part) > 1 and part[-1].form in word_set(language, "coordinators"):
        part = part[:-1]
    days = word_set(language, "weekdays")
    while len(part) > 1 and part[0].form in days:
        part = part[1:]
    return part


def _without_time(part: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The phrase without the time that ends it ("one commentator in a newspaper this month", "Doe over the weekend")."""
    ends = len(part) > 2 and part[-1].form in word_set(language, "time_nouns")
    opens = word_set(language, "phrase_openers") - word_set(language, "noun_links")
    if ends and len(part) > 3 and part[-3].form in opens and part[-2].form in word_set(language, "definite"):
        return part[:-3]
    return part[:-2] if ends and part[-2].form in word_set(language, "before_times") else part


def _without_participle(part: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The phrase up to a participle that only describes ("One resident wearing a mask")."""
    after = words_of(language, "determiners", "noun_links")
    if part[0].form in word_set(language, "determiners"):
        for i in range(2, len(part) - 1):
            if part[i].form.endswith("ing") and part[i].text.islower() and part[i + 1].form in after:
                return part[:i]
    return part


def _named(part: tuple[Term, ...], text: str, language: str) -> Voice:
    """Who a phrase names: a pronoun, one named behind a calling, a person, a body's office, a body, or nobody by name."""
    pronoun = pronoun_of(part[0], language) if len(part) == 1 else None
    if pronoun:
        return Voice(text[part[0].start : part[-1].end], pronoun, "pronoun")
    if len(part) > 3 and part[1].text == "-" and part[2].form == "based":
        part = part[3:]
    if called := _called(part, text, language):
        return called
    core = _core(part, language)
    if len(core) > 2 and core[-1].form in word_set(language, "postnominals") and core[-2].is_capital:
        core = core[:-1]
    while len(core) > 1 and core[0].form.endswith("-based"):
        core, part = core[1:], part[1:]
    person = person_run(core, capital_runs(core), language)
    may_be_led = person is not None or (core[-1].is_capital and len(part) > len(core))
    is_office = person is None and is_role(core[-1])
    if _is_of_kin(part, language):
        return _nameless(part, core, text[part[0].start : part[-1].end], language)
    if is_office and (office := _office(part, len(core), text, language)):
        return office
    if may_be_led and (led := _led_by_body(part, len(core), text)):
        return led
    if person:
        return _person(part, core, *person, text, language)
    return _nameless(part, core, text[part[0].start : part[-1].end], language)


def _person(
    part: tuple[Term, ...], core: tuple[Term, ...], first: int, last: int, text: str, language: str
) -> Voice:
    """The person whose name stands from ``first`` to ``last``, with the role before it, else behind it; a group where another is
    joined before."""
    if first and core[first - 1].form in word_set(language, "joining"):
        said = text[part[0].start : part[-1].end]
        return Voice(said, said, "group")
    opens = _behind_verb(core, first, language)
    tail = text[part[len(core)].start : part[-1].end] if len(part) > len(core) else ""
    role = _role_before(core, opens, first, text, language) or tail
    if role.rstrip(".").casefold() in word_set(language, "honorifics"):
        role = tail
    name = text[core[first].start : core[last].end]
    return Voice(text[core[opens].start : core[last].end], name, "person", role=role or None)


def _is_of_kin(part: tuple[Term, ...], language: str) -> bool:
    """Whether a phrase is of somebody's relative without a name ("the daughter of the late mayor Jane Doe"), not of one behind a comma."""
    kin, links = any_language("kin_words"), word_set(language, "noun_links")
    is_kin = any(a.form in kin and b.form in links for a, b in pairwise(part))
    return is_kin and not any(t.text == "," for t in part)


def _role_before(core: tuple[Term, ...], opens: int, first: int, text: str, language: str) -> str:
    """What a person is by the words before the name; empty where they are a particle of the name, a mood, or none."""
    role = text[core[opens].start : core[first].start].strip(" ,") if first else ""
    role = role.removesuffix("’s").removesuffix("'s")
    if _is_no_role(role) or _is_mood(core[:first], language):
        role = ""
    return _plain(_own_role(role, language), language)


def _is_no_role(role: str) -> bool:
    """Whether what stands before a name is a particle, an initial, or a word that only opens a clause ("but Doe said")."""
    is_initial = len(role) == 2 and role[1] == "."
    return is_initial or any(fold(role) in any_language(t) for t in ("name_particles", "not_name_starts"))


def _is_mood(before: tuple[Term, ...], language: str) -> bool:
    """Whether the words before a name tell only how its bearer is ("a visibly angry Jane Doe"), not what."""
    indefinite = word_set(language, "articles") - word_set(language, "definite")
    is_led = len(before) > 1 and before[0].form in indefinite
    return is_led and all(t.text.islower() for t in before[1:]) and not speaks(before[-1].form, language)


def _called(part: tuple[Term, ...], text: str, language: str) -> Voice | None:
    """Who is named behind a calling ("a user called Blue Moon", "a man named John Doe")."""
    for i in range(2, len(part) - 1):
        name = part[i + 1 :]
        is_name = name[-1].is_capital and all(t.is_capital or t.form.isdecimal() for t in name)
        if part[i].form in word_set(language, "called_so") and is_name:
            said, role = (text[part[0].start : end] for end in (part[-1].end, part[i - 1].end))
            return Voice(said, text[name[0].start : name[-1].end], "person", role=_plain(role, language))
    return None


def _behind_verb(core: tuple[Term, ...], first: int, language: str) -> int:
    """Where the role before a name begins: behind a verb it is the titles alone ("may include President Doe")."""
    if not any(t.form in word_set(language, "auxiliaries") for t in core[:first]):
        return 0
    at = first
    while at > 0 and (is_role(core[at - 1]) or core[at - 1].is_capital):
        at -= 1
    return at


def _own_role(role: str, language: str) -> str:
    """The role behind another's title and name ("Minister Jane Doe and Mayor" is only the mayor's)."""
    words = role.split()
    joints = [i for i, w in enumerate(words) if w in word_set(language, "joining")]
    if joints and sum(w[0].isupper() for w in words[: joints[-1]]) > 2:
        return " ".join(words[joints[-1] + 1 :])
    return role


def _led_by_body(part: tuple[Term, ...], after: int, text: str) -> Voice | None:
    """The person behind an office that a body with a preposition in its name leads ("Sons of Norham singer Jane Doe")."""
    runs = capital_runs(part[after:])
    if not runs or runs[-1][1] != len(part) - after - 1 or runs[-1][0] == runs[-1][1]:
        return None
    first = after + runs[-1][0]
    office = part[first - 1]
    if office.is_capital or not is_role(office):
        return None
    name, role = text[part[first].start : part[-1].end], text[part[0].start : office.end]
    return Voice(text[part[0].start : part[-1].end], name, "person", role=role)


MAX_PERSON = 3
"""Words of a name behind an office."""


def _office(part: tuple[Term, ...], after: int, text: str, language: str) -> Voice | None:
    """The person behind an office with its place: "Secretary of State Jane Doe", "Mayor of Leeds Jane Doe", "chief of staff Jane Doe"."""
    runs = [r for r in capital_runs(part) if r[0] > after]
    if not runs or runs[-1][1] != len(part) - 1:
        return None
    begin, last = runs[-1]
    words = sum(t.is_word for t in part[begin : last + 1])
    is_free = begin - after > 1 and 1 < words <= MAX_PERSON and is_given_name(part[begin].form)
    is_free = is_free and part[begin - 1].text.islower() and not links_on(part, begin - 1, language)
    is_free = is_free and part[begin - 1].form not in words_of(language, "joining", "determiners")
    in_place = part[begin - 1].form in words_of(language, "phrase_links", "articles") or (
        is_given_name(part[last - 1].form) and not links_on(part, begin - 1, language)
    )
    if not (is_free or (in_place and last - begin > 1)):
        return None
    first = begin if is_free else max(begin + 1, last - 1)
    name = text[part[first].start : part[last].end]
    if part[last].form in body_heads():
        return None
    role = text[part[0].start : part[first - 1].end]
    return Voice(text[part[0].start : part[last].end], name, "person", role=role)


def _core(part: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The phrase up to its first preposition, and up to a comma."""
    particles = any_language("name_particles") - word_set(language, "role_links")
    for i, term in enumerate(part):
        is_link = (
            i and links_on(part, i, language) and not (term.form in particles and part[i - 1].is_capital)
        )
        if i and (is_link or (not term.is_word and term.text not in ".’'&")):
            return part[:i]
    return part


def _nameless(part: tuple[Term, ...], core: tuple[Term, ...], said: str, language: str) -> Voice:
    forms = {t.form for t in core}
    head = core[-1].form
    name = " ".join(t.form for t in core if t.form not in word_set(language, "determiners"))
    relay = bool(forms & word_set(language, "relays")) or name in word_set(language, "news_agencies")
    if not any(t.is_capital for t in part) and forms & word_set(language, "documents") and not relay:
        kind: VoiceKind = "document"
    elif head in word_set(language, "groups"):
        kind = "group"
    else:
        kind = "institution"
    return Voice(said, _plain(said, language), kind, is_relay=relay)


def _plain(said: str, language: str) -> str:
    """The phrase without its article."""
    head, _, rest = said.partition(" ")
    if rest and head.casefold() in word_set(language, "articles"):
        return rest
    elided = re.match(r"(\w+)[’'](?=\w)", said)
    return said[elided.end() :] if elided and fold(elided[1]) in word_set(language, "elisions") else said


def _apposed(named: Voice, sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> Voice:
    """A name with what the sentence says of it behind a comma: a person's role, or what kind of body it is."""
    span = _apposition(sentence, cue, language)
    if span is None:
        return named
    first, last = span
    role = _plain(text[sentence[first].start : sentence[last].end], language)
    links = word_set(language, "noun_links")
    head = next((i - 1 for i in range(first + 1, last + 1) if sentence[i].form in links), last)
    called = sentence[head].form
    is_body = called in word_set(language, "companies") or called in any_language("organisation_heads")
    return replace(named, role=role, kind="institution" if is_body else named.kind)


def _apposition(sentence: tuple[Term, ...], cue: Cue, language: str) -> tuple[int, int] | None:
    """First and last term of what describes a name behind it: "an official with the rebel group"."""
    at = cue.last + 1
    if at + 1 >= len(sentence) or sentence[at].text != ",":
        return None
    opens = sentence[at + 1]
    if opens.form not in word_set(language, "determiners") and not is_role(opens):
        return None
    end = at + 1
    while end + 1 < len(sentence) and end + 1 != cue.verb:
        opens = sentence[end + 1]
        if opens.form in word_set(language, "relatives"):
            break
        if not opens.is_word and not (opens.text in "()" and abbreviates_body(sentence, end + 1)):
            break
        end += 1
    verbs = words_of(language, "being", "auxiliaries")
    is_clause = cue.is_according and any(t.form in verbs for t in sentence[at + 1 : end])
    return None if end - at > MAX_ROLE_WORDS or is_clause else (at + 1, end)


MAX_ROLE_WORDS = 14
"""A longer apposition is a clause of its own, not a role."""
