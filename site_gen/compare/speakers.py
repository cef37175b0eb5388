"""Who says each quotation of an article.

Goes in: a ``Reading``. Comes out: its utterances, each with the voice that the text gives it, or None where it names
none; and the voice of every sentence that reports what someone said. Pronouns, surnames and "the statement" are
resolved to whom the article named before; a speaker is never taken from another article here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from site_gen.language.names import any_language, name_words, same_person

from .clauses import Term, capital_runs, terms
from .cues import Cue, cues
from .marks import Quotation
from .reading import Reading, word_set
from .voices import Voice, VoiceKind, name_run, voice

REMEMBERED = 12
"""Voices that a pronoun may look back over."""
NEAR_SENTENCES = 3
"""Sentences without a word of a speaker after which "he said" no longer means them."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation and who says it."""

    block: int
    sentence: int
    quotation: Quotation
    voice: Voice | None
    is_led: bool
    """Whether the words that attribute it stand in its sentence, before it."""
    is_alone: bool
    """Whether its sentence is nothing but quotation and attribution."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one article."""

    utterances: tuple[Utterance, ...]
    voices: dict[tuple[int, int], tuple[Voice, ...]]
    """Voices by block and sentence, in order."""
    people: tuple[str, ...]
    """Full names of the article's people, in order of appearance."""


@dataclass(slots=True)
class _Memory:
    """Whom the text has let speak so far."""

    people: Sequence[str]
    language: str
    past: list[tuple[int, Voice]] = field(default_factory=list)
    subject: tuple[int, str] | None = None
    """Number of the sentence that last began with a person's name, and the name."""
    now: int = 0
    named: list[tuple[int, int, str]] = field(default_factory=list)
    """Block, sentence and name of the persons named last."""
    block: int = 0
    first_of_block: int = 0
    titled: dict[str, str] = field(default_factory=dict)
    """By title ("president"): the person last named with it."""
    pronoun_of: dict[str, str] = field(default_factory=dict)
    """By name: the pronoun that the text has shown to fit."""

    def keep(self, spoken: Voice) -> None:
        self.past = [*self.past[-REMEMBERED:], (self.now, spoken)]

    def recent(self) -> list[tuple[int, str, Voice | None]]:
        """Persons whom a pronoun may mean, the likeliest first."""
        found: list[tuple[int, str, Voice | None]] = [
            (n, v.name, v) for n, v in reversed(self.past) if v.kind == "person"
        ]
        here = any(n >= self.first_of_block for n, v in self.past if v.kind == "person")
        fresh = [(n, name) for b, n, name in self.named if b == self.block and n == self.now - 1]
        if found and fresh and not here:
            known = next((v for _, name, v in found if name == fresh[0][1]), None)
            found.insert(0, (*fresh[0], known))
            return found
        if self.subject and (not found or self.subject[0] > found[0][0] or self.subject[1] != found[0][1]):
            at = 0 if not found or self.subject[0] > found[0][0] else len(found)
            found.insert(
                at, (*self.subject, next((v for _, name, v in found if name == self.subject[1]), None))
            )
        return found

    def learn(self, named: Voice, raw: Voice) -> None:
        """Note which pronoun a person's titles and role show ("Mr.", "spokeswoman")."""
        if raw.kind == "pronoun":
            self.pronoun_of.setdefault(named.name, raw.name)
            return
        words = {w.strip(".,").casefold() for w in f"{raw.said} {raw.role or ''}".split()[:8]}
        for pronoun, name in (("he", "he_words"), ("she", "she_words")):
            if words & word_set(self.language, name):
                self.pronoun_of[named.name] = pronoun

    def can_be(self, name: str, pronoun: str) -> bool:
        """Whether nothing in the text speaks against a pronoun for a name."""
        known = self.pronoun_of.get(name)
        return known is None or known == pronoun or {known, pronoun} != {"he", "she"}

    def last(self, *kinds: VoiceKind) -> Voice | None:
        return next((v for _, v in reversed(self.past) if v.kind in kinds), None)


def attribution(reading: Reading) -> Attribution:
    """Return the utterances of an article with their voices, and the voices of its sentences."""
    heard = _heard(reading)
    memory = _Memory(people_of(reading, heard), reading.language)
    utterances: list[Utterance] = []
    voices: dict[tuple[int, int], tuple[Voice, ...]] = {}
    carried: Voice | None = None
    for b, passus in enumerate(reading.blocks):
        inside = False
        for s, (start, end) in enumerate(passus.sentences):
            memory.now += 1
            memory.block, memory.first_of_block = b, memory.now - s
            sentence = terms(passus.veiled, start, end)
            found = [c for c, _ in heard[b, s]]
            spoken = _resolved(sentence, heard[b, s], passus.block.text, memory)
            voices[b, s] = tuple(spoken)
            quoted = [q for q in passus.quotations if start <= q.outer_start < end]
            made = [_utterance(q, (b, s), sentence, found, spoken, carried) for q in quoted]
            made = [_cited(u, passus.block.cite) for u in made]
            utterances += made
            if quoted:
                carried = next((u.voice for u in reversed(made) if u.voice), None)
            elif spoken:
                carried = spoken[0]
            elif inside or not _leads_on(passus.block.text[start:end]):
                carried = None
            inside = True
    return Attribution(tuple(utterances), voices, tuple(memory.people))


Heard = list[tuple[Cue, Voice]]
"""The cues of a sentence with whom they name, not yet resolved."""


def _heard(reading: Reading) -> dict[tuple[int, int], Heard]:
    """The cues of every sentence, by block and sentence."""
    found: dict[tuple[int, int], Heard] = {}
    for b, passus in enumerate(reading.blocks):
        for s, (start, end) in enumerate(passus.sentences):
            sentence = terms(passus.veiled, start, end)
            here = cues(sentence, reading.language)
            found[b, s] = [(c, voice(sentence, c, passus.block.text, reading.language)) for c in here]
    return found


def _leads_on(sentence: str) -> bool:
    return sentence.rstrip().endswith(":")


def _utterance(
    q: Quotation,
    place: tuple[int, int],
    sentence: tuple[Term, ...],
    found: list[Cue],
    spoken: list[Voice],
    carried: Voice | None,
) -> Utterance:
    at = next(i for i, t in enumerate(sentence) if t.is_quotation and t.start <= q.outer_start < t.end)
    number = _cue_of(at, sentence, found, spoken)
    words = sum(t.is_word for t in sentence)
    quoted = len(q_words(sentence, at))
    alone = words <= max(3, quoted // 2)
    if number is None:
        return Utterance(*place, q, carried if alone else None, False, alone)
    return Utterance(*place, q, spoken[number], found[number].verb < at, alone)


def _cited(utterance: Utterance, cite: str | None) -> Utterance:
    """The utterance given to whom an embedded post or block quotation credits, where the text itself names nobody."""
    if utterance.voice or not cite or utterance.quotation.mark:
        return utterance
    return replace(utterance, voice=Voice(cite, cite, "person"))


def q_words(sentence: tuple[Term, ...], at: int) -> range:
    """A range as long as the quotation has words, reckoned from its characters."""
    return range((sentence[at].end - sentence[at].start) // CHARACTERS_A_WORD)


CHARACTERS_A_WORD = 6
"""Of English news, the space included."""


def _cue_of(at: int, sentence: tuple[Term, ...], found: list[Cue], spoken: list[Voice]) -> int | None:
    """The cue of the quotation at a term: the one right behind it, else the nearest before it, else the next behind.

    An agency or broadcaster behind it gives way to a speaker before it: it only carries the words.
    """
    spoken = _relaying(found, spoken)
    before = [n for n, c in enumerate(found) if c.verb < at]
    after = [n for n, c in enumerate(found) if c.start > at]
    close = [
        n for n in after if not any(t.is_word for t in sentence[at + 1 : found[n].start] if not _may_stand(t))
    ]
    own_before = [n for n in before if not spoken[n].is_relay]
    if close and not (spoken[close[0]].is_relay and own_before):
        return close[0]
    if before:
        near = own_before or before
        return near[-1]
    if not after:
        return None
    return next((n for n in after if not spoken[n].is_relay), after[0])


def _relaying(found: list[Cue], spoken: list[Voice]) -> list[Voice]:
    """The voices, an institution behind "according to" marked as a relay where another voice stands in the sentence."""
    if len(found) < 2:
        return spoken
    return [
        replace(v, is_relay=True) if c.is_according and v.kind == "institution" else v
        for c, v in zip(found, spoken, strict=True)
    ]


def _may_stand(term: Term) -> bool:
    return term.form.endswith("ly") or term.form in ("as",)


def _resolved(sentence: tuple[Term, ...], heard: Heard, text: str, memory: _Memory) -> list[Voice]:
    _note_subject(sentence, text, memory)
    spoken: list[Voice] = []
    for cue, raw in heard:
        behind = text[sentence[cue.stop].end : sentence[-1].end] if raw.kind == "pronoun" else ""
        named = _resolve(raw, memory, behind)
        if named.kind == "document" and spoken and spoken[-1].kind in ("institution", "person"):
            named = replace(spoken[-1], verb=named.verb)
        spoken.append(named)
        if named.kind != "pronoun":
            memory.keep(named)
            if named.kind == "person":
                memory.subject = (memory.now, named.name)
                memory.learn(named, raw)
    return spoken


def _note_subject(sentence: tuple[Term, ...], text: str, memory: _Memory) -> None:
    """Remember whom the sentence names, and the person whose name stands first in it."""
    for first, last in capital_runs(sentence):
        name = name_run(sentence, first, last, text)
        full = known_person(name, memory.people) if name else None
        if not full or full not in memory.people:
            continue
        before = text[sentence[first].start : sentence[last].end].split(name or "")[0].split()
        if before:
            memory.titled[before[-1].casefold().rstrip(".")] = full
        memory.named = [*memory.named[-REMEMBERED:], (memory.block, memory.now, full)]
        if first <= MAX_OPENING and (memory.subject is None or memory.subject[0] < memory.now):
            memory.subject = (memory.now, full)


MAX_OPENING = 4
"""Words before a name that still opens its sentence ("The British minister Jane Doe")."""


def _resolve(named: Voice, memory: _Memory, behind: str) -> Voice:
    if named.kind == "pronoun":
        return _antecedent(named, memory, behind)
    if named.kind == "person":
        full = known_person(named.name, memory.people) or named.name
        earlier = next(
            (v for _, v in reversed(memory.past) if v.kind == "person" and v.name == full and v.role), None
        )
        return replace(named, name=full, role=named.role or (earlier.role if earlier else None))
    if named.said.casefold() != named.name.casefold() or named.kind == "document":
        return _taken_up(named, memory, memory.language)
    return named


def _antecedent(named: Voice, memory: _Memory, behind: str) -> Voice:
    """Whom a pronoun means: the last to speak or to open a sentence who can be so called; itself where nobody can.

    ``behind`` is what is said: one named there ("She said Smith would …") is someone else.
    """
    if named.name in word_set(memory.language, "pronouns_thing"):
        past = memory.last("institution", "document")
        return replace(past, said=named.said, verb=named.verb) if past else named
    if named.name not in word_set(memory.language, "pronouns_one"):
        past = memory.last("group", "institution")
        return replace(past, said=named.said, verb=named.verb) if past else named
    for _, name, past in memory.recent():
        if memory.can_be(name, named.name) and not (
            behind and name_words(name)[-1:] and _names(behind, name)
        ):
            if past is None:
                return Voice(named.said, name, "person", verb=named.verb)
            return replace(past, said=named.said, verb=named.verb)
    past = memory.last("institution")
    when = next((n for n, v in reversed(memory.past) if v is past), 0)
    if past and not past.is_relay and memory.now - when <= NEAR_SENTENCES and past.name[:1].islower():
        return replace(past, said=named.said, verb=named.verb)
    return named


def _names(text: str, name: str) -> bool:
    return name.split()[-1] in text


def _taken_up(named: Voice, memory: _Memory, language: str) -> Voice:
    """ "The statement", "the spokesman", "the company": whoever was so called before."""
    if named.said.casefold().split(" ")[0] not in word_set(language, "definite"):
        return named
    words = named.name.casefold().split()
    head = words[-1]
    is_title = len(words) == 1 and head in any_language("person_titles") | any_language("role_heads")
    if is_title and head in memory.titled:
        return Voice(named.said, memory.titled[head], "person", verb=named.verb)
    if len(words) > 2 or (any(c.isupper() for c in named.name) and not is_title):
        return named
    for _, past in reversed(memory.past):
        if (
            head in f"{past.said} {past.role or ''}".casefold().replace(",", " ").split()
            and past.said != named.said
        ):
            return replace(past, said=named.said, verb=named.verb)
    if head in word_set(language, "documents"):
        past_voice = memory.past[-1][1] if memory.past else None
        return replace(past_voice, said=named.said, verb=named.verb) if past_voice else named
    if head in any_language("role_heads"):
        person = memory.last("person")
        if person and person.role and head in person.role.casefold():
            return replace(person, said=named.said, verb=named.verb)
    return named


def people_of(reading: Reading, heard: dict[tuple[int, int], Heard]) -> list[str]:
    """Full names of people in the article: those described and those who speak; without a description, all names written."""
    described = [n.name for n in reading.article.names if n.kind == "person"]
    speaking = [v.name for row in heard.values() for _, v in row if v.kind == "person"]
    written = [] if described else _written_names(reading)
    found: dict[tuple[str, ...], str] = {}
    for name in (*described, *speaking, *written):
        words = name_words(name)
        if len(words) > 1:
            found.setdefault(words, name)
    full = [name for words, name in found.items() if not (len(words) > 2 and words[1:] in found)]
    short = {name_words(n): n for n in described if len(name_words(n)) == 1}
    return [*full, *(n for n in short.values() if not any(same_person(n, p) for p in full))]


def _written_names(reading: Reading) -> list[str]:
    names: list[str] = []
    for passus in reading.blocks:
        for start, end in passus.sentences:
            sentence = terms(passus.veiled, start, end)
            for first, last in capital_runs(sentence):
                name = name_run(sentence, first, last, passus.block.text)
                if name and " " in name:
                    names.append(name)
    return names


def known_person(name: str, people: Sequence[str]) -> str | None:
    """The full name that the article gives to one named by a part of it; None where it gives none or several differ."""
    words = name_words(name)
    if not words:
        return None
    same = [p for p in people if same_person(name, p)]
    if len(words) > 1:
        inside = next((p for p in people if len(words) > 2 and name_words(p) == words[1:]), None)
        return inside or max(same, key=lambda p: (len(name_words(p)), -people.index(p)), default=name)
    if len(same) > 1 and not all(same_person(same[0], p) for p in same[1:]):
        return None
    return max(same, key=lambda p: len(name_words(p)), default=None)
