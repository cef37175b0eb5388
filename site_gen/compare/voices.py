"""Who speaks in a sentence: verbs of speech, their subjects, and what the subjects name.

Goes in: the terms of a sentence. Comes out: cues (verb and subject phrase) and, for a phrase, a ``Voice``: the words
that attribute, the name in them, the role, and whether it is a person, an institution, a pronoun or many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from site_gen.language import table
from site_gen.language.names import any_language, demonyms, is_acronym, name_words

from .clauses import Term, backward_phrase, forward_phrase
from .reading import word_set

VoiceKind = Literal["person", "institution", "group", "document", "pronoun"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks, as a text names them."""

    said: str
    """The attributing words: "U.N. spokesman Farhan Haq"."""
    name: str
    """The name in them ("Farhan Haq"), or the phrase without its article."""
    kind: VoiceKind
    role: str | None = None
    verb: str | None = None
    is_relay: bool = False
    """An agency or broadcaster that carries what others say."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech and its subject, as numbers of terms of the sentence."""

    verb: int
    first: int
    last: int
    is_plain: bool
    """Whether the verb's object is the speaker's own words."""
    is_according: bool = False

    @property
    def start(self) -> int:
        """The first term of the cue."""
        return min(self.verb, self.first)

    @property
    def stop(self) -> int:
        """The last term of the cue."""
        return max(self.verb, self.last)


def cues(sentence: tuple[Term, ...], language: str) -> list[Cue]:
    """The cues of a sentence, in order of their verbs."""
    found = [cue for i in range(len(sentence)) if (cue := _cue(sentence, i, language))]
    heads = {c.verb for c in found}
    more = [
        cue
        for i, t in enumerate(sentence)
        if t.is_quotation and (cue := _unlisted(sentence, i, heads, language))
    ]
    return sorted([*found, *more], key=lambda c: c.verb)


def _unlisted(sentence: tuple[Term, ...], at: int, heads: set[int], language: str) -> Cue | None:
    """A cue by its place, its verb in no table: right behind a quotation ("…," she fumed), or before a colon."""
    i = at + 1
    if i < len(sentence) and sentence[i].text == ",":
        i += 1
    if i + 1 < len(sentence) and (sentence[i].is_capital or _pronoun(sentence[i], language)):
        phrase = forward_phrase(sentence, i, language)
        verb = phrase[1] + 1 if phrase else len(sentence)
        if phrase and verb == i + 1 and sentence[i].is_word and verb < len(sentence):
            pass
        elif phrase and phrase[1] > i and sentence[phrase[1]].form.endswith("ed"):
            phrase, verb = (phrase[0], phrase[1] - 1), phrase[1]
        if phrase and verb < len(sentence) and verb not in heads and sentence[verb].form.endswith("ed"):
            return Cue(verb, *phrase, True)
    if at > 1 and sentence[at - 1].text == ":" and not any(h < at for h in heads):
        phrase = _colon_subject(sentence, at - 1, language)
        return Cue(at - 1, *phrase, True) if phrase else None
    return None


def _colon_subject(sentence: tuple[Term, ...], colon: int, language: str) -> tuple[int, int] | None:
    """The pronoun or name that opens a clause ending in a colon ("Kirby on the plan: …")."""
    start = colon
    while start and sentence[start - 1].is_word:
        start -= 1
    first = sentence[start]
    if _pronoun(first, language):
        return start, start
    runs = _runs(sentence[start:colon])
    return (start, start + runs[0][1]) if runs and runs[0][0] == 0 else None


def _cue(sentence: tuple[Term, ...], i: int, language: str) -> Cue | None:
    term = sentence[i]
    if not term.is_word:
        return None
    length = _according(sentence, i, language)
    if length:
        phrase = forward_phrase(sentence, i + length, language)
        return Cue(i, *phrase, True, is_according=True) if phrase else None
    verb = _verb_form(term, language)
    if verb is None or not _acts_as_verb(sentence, i, language):
        return None
    phrase = _subject_phrase(sentence, i, verb, language)
    return Cue(i, *phrase, verb in word_set(language, "plain_verbs")) if phrase else None


def _according(sentence: tuple[Term, ...], i: int, language: str) -> int:
    for words in _openings(language):
        if tuple(t.form for t in sentence[i : i + len(words)]) == words:
            return len(words)
    return 0


@lru_cache(maxsize=16)
def _openings(language: str) -> tuple[tuple[str, ...], ...]:
    phrases = (tuple(p.split()) for p in word_set(language, "according"))
    return tuple(sorted(phrases, key=lambda p: (-len(p), p)))


def _verb_form(term: Term, language: str) -> str | None:
    """The verb of speech a term is or holds ("dit-il", "وقال"), else None."""
    verbs = word_set(language, "speech_verbs")
    if term.form in verbs:
        return term.form
    head = term.form.split("-")[0]
    if head in verbs and len(head) < len(term.form) and term.form.split("-")[-1] in _pronouns(language):
        return head
    for prefix in word_set(language, "verb_prefixes"):
        if term.form.startswith(prefix) and term.form[len(prefix) :] in verbs:
            return term.form[len(prefix) :]
    return None


@lru_cache(maxsize=16)
def _pronouns(language: str) -> frozenset[str]:
    return frozenset().union(*(word_set(language, f"pronouns_{k}") for k in ("one", "thing", "many")))


def _acts_as_verb(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    """False for the noun ("the report", "his claims"), the infinitive ("to say") and a name in capitals."""
    if i and sentence[i].is_capital and sentence[i].text != sentence[i].form:
        return sentence[i - 1].is_quotation
    before = sentence[i - 1] if i else None
    if before is None:
        return True
    if before.form in word_set(language, "quoting_as") and before.text == before.form:
        return not any(t.form in word_set(language, "quoting") for t in sentence[:i])
    if before.text in "’'" or before.text.endswith(("'s", "’s", "s’", "s'")):
        return False
    return before.form not in word_set(language, "determiners") and before.form not in word_set(
        language, "not_before_verb"
    )


def _subject_phrase(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> tuple[int, int] | None:
    if "-" in sentence[i].form and sentence[i].form.split("-")[-1] in _pronouns(language):
        return i, i
    quoted = _quoted_as(sentence, i, verb, language) or _passive(sentence, i, language)
    if quoted:
        return quoted
    if _is_inverted(sentence, i, verb, language):
        phrase = forward_phrase(sentence, i + 1, language)
        if phrase:
            return phrase
    if i and "-" in sentence[i - 1].form and sentence[i - 1].form.split("-")[-1] in _pronouns(language):
        return i - 1, i - 1
    return backward_phrase(sentence, i, language)


def _quoted_as(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> tuple[int, int] | None:
    """The one quoted in "the agency quoted X as saying"."""
    if verb not in word_set(language, "quoting"):
        return None
    phrase = forward_phrase(sentence, i + 1, language)
    if not phrase:
        return None
    behind = sentence[phrase[1] + 1 : phrase[1] + 2]
    return phrase if behind and behind[0].form in word_set(language, "quoting_as") else None


def _passive(sentence: tuple[Term, ...], i: int, language: str) -> tuple[int, int] | None:
    """The one behind "by" in "described by X as …" and "described as “…” by X"."""
    by = word_set(language, "by_words")
    for j in range(i + 1, min(i + 4, len(sentence) - 1)):
        near = j == i + 1 or sentence[j - 1].is_quotation
        if near and sentence[j].form in by:
            return forward_phrase(sentence, j + 1, language)
    return None


def _is_inverted(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> bool:
    if verb in word_set(language, "never_inverted") or i + 1 >= len(sentence):
        return False
    after = sentence[i + 1]
    if not after.is_word:
        return False
    if word_set(language, "verb_first"):
        return True
    skip = word_set(language, "auxiliaries")
    k = i - 1
    while k >= 0 and (sentence[k].form in skip or sentence[k].form.endswith("ly")):
        k -= 1
    if k < 0:
        return False
    names_someone = after.is_capital or after.form in word_set(language, "determiners") or _is_role(after)
    if sentence[k].is_quotation or (sentence[k].text in ",—–" and k and sentence[k - 1].is_quotation):
        phrase = forward_phrase(sentence, i + 1, language)
        names_someone = names_someone or (phrase is not None and sentence[phrase[1]].is_capital)
    if sentence[k].is_quotation:
        return names_someone or after.form in word_set(language, "groups") or _ends_soon(sentence, i)
    if sentence[k].text not in ",—–":
        return False
    if k and sentence[k - 1].is_quotation:
        return names_someone or after.form in word_set(language, "groups")
    return (
        names_someone
        and not _has_subject_before(sentence, k, language)
        and _phrase_ends_clause(sentence, i, language)
    )


def _is_role(term: Term) -> bool:
    return term.form in any_language("role_heads") or term.form in any_language("person_titles")


def _ends_soon(sentence: tuple[Term, ...], i: int) -> bool:
    return len(sentence) - i <= 4 and not any(t.is_quotation for t in sentence[i:])


def _has_subject_before(sentence: tuple[Term, ...], comma: int, language: str) -> bool:
    """Whether an apposition ends at the comma ("X, an activist, said"): then X speaks, not what follows."""
    k = comma - 1
    while k >= 0 and sentence[k].text not in ",;:" and not sentence[k].is_quotation:
        k -= 1
    if k < 0 or sentence[k].text != ",":
        return False
    opens = sentence[k + 1]
    described = word_set(language, "determiners") | word_set(language, "relatives")
    return opens.form in described or opens.form.isdigit() or _is_role(opens)


def _phrase_ends_clause(sentence: tuple[Term, ...], i: int, language: str) -> bool:
    phrase = forward_phrase(sentence, i + 1, language)
    if not phrase:
        return False
    behind = sentence[phrase[1] + 1 : phrase[1] + 2]
    return not behind or not behind[0].is_word or behind[0].form in word_set(language, "noun_links")


def voice(sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> Voice:
    """Return who speaks at a cue, as the sentence names them."""
    part = _tightened(sentence[cue.first : cue.last + 1], language)
    named = _named(part, text, language)
    if named.kind == "document":
        named = _issuer(sentence, cue, text, language) or named
    if named.kind == "institution":
        named = _named_behind(sentence, cue, text, language, named) or named
    verb = text[sentence[cue.verb].start : sentence[cue.verb].end]
    if named.kind == "person" and named.role is None:
        named = replace(named, role=_apposition(sentence, cue, text, language))
    has_role = (
        named.role
        and named.role[0].isalpha()
        and _first_form(named.role) not in word_set(language, "speech_verbs")
    )
    return replace(named, verb=verb, role=named.role if has_role else None)


def _first_form(phrase: str) -> str:
    return phrase.split()[0].casefold().strip(".,")


def _issuer(sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> Voice | None:
    """Who issued the document that speaks: "The army issued a statement announcing …"."""
    issuing = word_set(language, "issuing_verbs")
    for i in range(cue.first - 1, max(cue.first - 4, 0), -1):
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
    end = at + 1
    while end + 1 < len(sentence) and sentence[end + 1].is_word:
        end += 1
    core = sentence[at + 1 : end + 1]
    run = _person_run(core, _runs(core), language)
    if run != (0, len(core) - 1):
        return None
    name = text[core[0].start : core[-1].end]
    return Voice(text[sentence[cue.first].start : core[-1].end], name, "person", role=named.name)


def _tightened(part: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The phrase without a day or place that opens it ("On Thursday the ministry", "Last week Kirby")."""
    determiners, links = word_set(language, "determiners"), word_set(language, "noun_links")
    if len(part) > 1 and _pronoun(part[-1], language):
        return part[-1:]
    for i in range(len(part) - 1, 0, -1):
        if (
            part[i].form in determiners
            and part[i - 1].form not in links | word_set(language, "joining") | determiners
        ):
            return part[i:]
    if len(part) > 1 and part[0].form in word_set(language, "phrase_openers"):
        runs = _runs(part)
        if runs and runs[-1][1] == len(part) - 1 and runs[-1][0] > 0:
            return part[runs[-1][0] :]
    days = word_set(language, "weekdays")
    while len(part) > 1 and part[0].form in days:
        part = part[1:]
    return part


def _runs(part: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Runs of capitalised words, small particles inside allowed ("Staffan de Mistura"): first and last term."""
    particles = any_language("name_particles")
    runs: list[tuple[int, int]] = []
    not_first = any_language("not_name_starts") - particles
    for i, term in enumerate(part):
        if not term.is_capital or (term.form in not_first and (not runs or runs[-1][1] != i - 1)):
            continue
        gap = part[runs[-1][1] + 1 : i] if runs else ()
        if runs and all(t.form in particles or t.text == "." for t in gap) and len(gap) <= 2:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _named(part: tuple[Term, ...], text: str, language: str) -> Voice:
    said = text[part[0].start : part[-1].end]
    pronoun = _pronoun(part[0], language) if len(part) == 1 else None
    if pronoun:
        return Voice(said, pronoun, "pronoun")
    core = _core(part, language)
    while len(core) > 1 and core[0].form.endswith("-based"):
        core, part = core[1:], part[1:]
    said = text[part[0].start : part[-1].end]
    runs = _runs(core)
    person = _person_run(core, runs, language)
    if person:
        first, last = person
        role = text[core[0].start : core[first].start].strip(" ,") if first else ""
        name = text[core[first].start : core[last].end]
        tail = text[part[len(core)].start : part[-1].end] if len(part) > len(core) else ""
        role = _plain(role, language) or tail
        if role.rstrip(".").casefold() in word_set(language, "honorifics"):
            role = tail
        if core[first - 1].form in word_set(language, "joining") and first:
            return Voice(said, said, "group")
        return Voice(text[core[0].start : core[last].end], name, "person", role=role or None)
    if core[-1].form in any_language("role_heads") | any_language("person_titles"):
        office = _office(part, len(core), text)
        if office:
            return office
    return _nameless(part, core, said, language)


def _pronoun(term: Term, language: str) -> str | None:
    """The pronoun a term is or ends in ("he", "him", "dit-il"), in its subject form; None for other words."""
    form = term.form.split("-")[-1]
    if form in _pronouns(language):
        return form
    objects = table(language).get("pronoun_objects", {})
    return str(objects[form]) if form in objects else None


def _office(part: tuple[Term, ...], after: int, text: str) -> Voice | None:
    """The person behind an office with its place: "Secretary of State Jane Doe", "Mayor of Leeds Jane Doe"."""
    runs = [r for r in _runs(part) if r[0] > after]
    if not runs or runs[-1][1] != len(part) - 1 or runs[-1][1] - runs[-1][0] < 2:
        return None
    last = runs[-1][1]
    first = max(runs[-1][0] + 1, last - 1)
    name = text[part[first].start : part[last].end]
    role = text[part[0].start : part[first - 1].end]
    return Voice(text[part[0].start : part[last].end], name, "person", role=role)


def _core(part: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The phrase up to its first preposition, and up to a comma."""
    links = word_set(language, "noun_links") - any_language("name_particles")
    for i, term in enumerate(part):
        if i and (term.form in links or (not term.is_word and term.text not in ".’'&")):
            return part[:i]
    return part


def _person_run(core: tuple[Term, ...], runs: list[tuple[int, int]], language: str) -> tuple[int, int] | None:
    """The run that names a person: the phrase ends with it, and it is no body's, work's or people's name."""
    if not runs:
        return None
    first, last = runs[-1]
    if last != len(core) - 1 or core[-1].form in word_set(language, "relays"):
        return None
    start = _behind_titles(core, first, last)
    if start is None:
        return None
    words = [t.form for t in core[start : last + 1]]
    if _names_body(words, " ".join(t.text for t in core[start : last + 1]), core, start, language):
        return None
    return start, last


def _behind_titles(core: tuple[Term, ...], first: int, last: int) -> int | None:
    titles = any_language("person_titles") | any_language("role_heads") | any_language("party_words")
    for i in range(last, first - 1, -1):
        if core[i].form in titles:
            return i + 1 if i < last else None
    while first < last and core[first].form in demonyms():
        first += 1
    return first


def _names_body(words: list[str], name: str, core: tuple[Term, ...], first: int, language: str) -> bool:
    heads = any_language("organisation_heads") | any_language("organisation_openers")
    after_article = first > 0 and core[first - 1].form in word_set(language, "determiners")
    if after_article or words[-1] in heads or words[0] in heads or " ".join(words[-2:]) in heads:
        return True
    if " ".join(words) in _countries() or words[-1] in any_language("not_names"):
        return True
    if len(words) == 1 and words[0].endswith("ly") and first == 0:
        return True
    if (len(words) == 1 and words[0] in _common(language)) or (len(words) > 1 and name.isupper()):
        return True
    if len(words) == 1 and (is_acronym(name.rstrip(".")) or words[0] in demonyms()):
        return True
    return words[-1] in word_set(language, "relays") or words[-1] in any_language("place_heads")


@lru_cache(maxsize=16)
def _common(language: str) -> frozenset[str]:
    """Nouns that open a sentence with a capital and name nobody."""
    names = (
        "groups",
        "documents",
        "relays",
        "phrase_openers",
        "determiners",
        "clause_openers",
        "auxiliaries",
    )
    return frozenset().union(*(word_set(language, n) for n in names)) | any_language("role_heads")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(demonyms().values())


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
    return rest if rest and head.casefold() in word_set(language, "articles") else said


def _apposition(sentence: tuple[Term, ...], cue: Cue, text: str, language: str) -> str | None:
    """What the sentence says of a name behind it: "an official with the rebel group"."""
    at = cue.last + 1
    if at + 1 >= len(sentence) or sentence[at].text != ",":
        return None
    opens = sentence[at + 1]
    if opens.form not in word_set(language, "determiners") and not _is_role(opens):
        return None
    end = at + 1
    while end + 1 < len(sentence) and sentence[end + 1].is_word and end + 1 != cue.verb:
        if sentence[end + 1].form in word_set(language, "relatives"):
            break
        end += 1
    if end - at > MAX_ROLE_WORDS:
        return None
    return _plain(text[opens.start : sentence[end].end], language)


MAX_ROLE_WORDS = 14
"""A longer apposition is a clause of its own, not a role."""


def phrases(sentence: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words of a sentence: what may be names."""
    yield from _runs(sentence)


def name_run(sentence: tuple[Term, ...], first: int, last: int, text: str) -> str | None:
    """The person's name in a run of capitalised words, titles left off; None where it names something else."""
    start = _behind_titles(sentence, first, last)
    if start is None or sentence[last].text.endswith(("'s", "’s")):
        return None
    skipped = any_language("not_name_starts")
    while start < last and sentence[start].form in skipped:
        start += 1
    words = [t.form for t in sentence[start : last + 1]]
    name = text[sentence[start].start : sentence[last].end]
    return None if _names_body(words, name, sentence, start, "en") or len(words) > MAX_NAME_WORDS else name


MAX_NAME_WORDS = 5
"""A longer run of capitals is a headline or a body's name."""


def same_words(a: str, b: str) -> bool:
    """Whether two names have a word in common, titles and articles left off."""
    return bool(set(name_words(a)) & set(name_words(b)))
