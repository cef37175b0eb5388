"""Who says each quotation of an article.

Goes in: a ``Reading``. Comes out: its utterances, each with the voice that the text gives it, or None where it names
none; and the voice of every sentence that reports what someone said. Pronouns, surnames and "the statement" are
resolved to whom the article named before; a speaker is never taken from another article here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from site_gen.language import fold, table
from site_gen.language.names import any_language, demonyms, name_words, pronoun_of_given, same_person
from site_gen.model import NameMention

from .antecedents import resolve
from .cues import Cue, cues
from .marks import Quotation
from .memory import Memory, note, note_documents, note_issued
from .owned import owner_of
from .people import People
from .reading import Reading, word_set, words_of
from .terms import Term, pronoun_of, terms
from .voices import Run, Voice, name_runs, voice


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


def attribution(reading: Reading, callings: Mapping[str, str] = MappingProxyType({})) -> Attribution:
    """Return the utterances of an article with their voices, and the voices of its sentences.

    ``callings`` tells who is called "the director" in the event: a word, and the one person whom its articles call so.
    """
    heard = _heard(reading)
    people = people_of(reading, heard)
    bodies = _bodies(reading, heard, people)
    memory = Memory(People(people), reading.language, bodies, callings)
    utterances: list[Utterance] = []
    voices: dict[tuple[int, int], tuple[Voice, ...]] = {}
    carried: Voice | None = None
    held: tuple[int, Voice] | None = None
    for b, passus in enumerate(reading.blocks):
        inside = False
        for s, (start, end) in enumerate(passus.sentences):
            memory.now += 1
            memory.block, memory.first_of_block = b, memory.now - s
            sentence = heard[b, s].sentence
            found = [c for c, _ in heard[b, s].cues]
            spoken = _resolved(heard[b, s], passus.block.text, memory)
            voices[b, s] = tuple(spoken)
            quoted = [q for q in passus.quotations if start <= q.outer_start < end]
            made = [_utterance(q, (b, s), sentence, found, spoken, carried, reading.language) for q in quoted]
            made = [_cited(u, passus.block.cite) for u in made]
            made = [_by_subject(u, heard[b, s], passus.block.text, memory) for u in made]
            made = [_by_owner(u, heard[b, s], passus.block.text, memory) for u in made]
            made = [_continued(u, held) for u in made]
            held = _held_open(b, made) or held
            utterances += made
            if quoted:
                carried = next((u.voice for u in reversed(made) if u.voice), None)
            elif spoken:
                carried = next((v for v in spoken if not v.is_relay), spoken[0])
            elif _leads_on(passus.block.text[start:end]):
                carried = _owner_meant(sentence, memory) or (None if inside else carried)
            else:
                carried = None
            inside = True
    return Attribution(tuple(utterances), voices, tuple(people))


def callings(readings: Sequence[Reading]) -> dict[str, str]:
    """By the last word of a role ("director"): the person to whom the articles' descriptions mostly give it."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for n in reading.article.names:
            if n.kind == "person" and n.role and (len(name_words(n.name)) > 1 or n.role[0].isupper()):
                named[fold(n.role.split()[-1])][n.name] += 1
    chosen = {head: min(names, key=lambda n: (-names[n], n)) for head, names in named.items()}
    known = {head: name for head, name in chosen.items() if _is_mostly(name, named[head])}
    for row in _same_callings():
        name = next((known[head] for head in row if head in known), None)
        if name:
            known = dict.fromkeys(row, name) | known
    return known


@lru_cache(maxsize=1)
def _same_callings() -> tuple[tuple[str, ...], ...]:
    """Words for one office ("judge", "justice"), of all languages."""
    return tuple(sorted({tuple(row.split()) for row in any_language("same_callings")}))


def _is_mostly(name: str, counts: Counter[str]) -> bool:
    """Whether at least three of four mentions name one person."""
    same = sum(n for other, n in counts.items() if same_person(name, other))
    return 4 * same >= 3 * sum(counts.values())


@dataclass(frozen=True, slots=True)
class _Heard:
    """The terms of a sentence, and its cues with whom they name, not yet resolved."""

    sentence: tuple[Term, ...]
    runs: list[Run]
    """Of capitals: first and last term, and the name of the person whom they name."""
    cues: list[tuple[Cue, Voice]]
    persons: Sequence[NameMention]
    """Of the whole block, as described."""


def _heard(reading: Reading) -> dict[tuple[int, int], _Heard]:
    """The cues of every sentence, by block and sentence."""
    found: dict[tuple[int, int], _Heard] = {}
    persons = _persons_by_block(reading)
    for b, passus in enumerate(reading.blocks):
        here = persons.get(passus.block.id, [])
        for s, (start, end) in enumerate(passus.sentences):
            sentence = terms(passus.veiled, start, end, reading.language)
            voices = _voices(sentence, passus.block.text, reading.language, here)
            found[b, s] = _Heard(sentence, name_runs(sentence, passus.block.text), voices, here)
    return found


def _voices(
    sentence: tuple[Term, ...], text: str, language: str, persons: Sequence[NameMention]
) -> list[tuple[Cue, Voice]]:
    found = [(c, voice(sentence, c, text, language)) for c in cues(sentence, language)]
    return [(c, _described(v, sentence, c, text, persons)) for c, v in found] if persons else found


def _persons_by_block(reading: Reading) -> dict[str, list[NameMention]]:
    found: dict[str, list[NameMention]] = defaultdict(list)
    for n in reading.article.names:
        if n.kind == "person":
            found[n.block].append(n)
    return found


def _described(
    named: Voice, sentence: tuple[Term, ...], cue: Cue, text: str, persons: Sequence[NameMention]
) -> Voice:
    """The voice under the name that the description gives it: it knows which Smith "Senator Smith" is.

    In a script without capitals the description also shows where the name stands in the phrase.
    """
    start, end = sentence[cue.first].start, sentence[cue.last].end
    inside = [n for n in persons if start <= n.start and n.end <= end]
    if not inside:
        return named
    if named.said.upper() != named.said.lower():
        last = inside[-1]
        if len(name_words(last.name)) < 2:
            return named
        if named.kind == "institution" and fold(named.name) == fold(last.name):
            return replace(named, kind="person")
        is_same = named.kind == "person" and same_person(named.name, last.name)
        return replace(named, name=last.name) if is_same else named
    role = text[start : inside[0].start].strip()
    return replace(
        named, said=text[start : inside[0].end], name=inside[0].name, kind="person", role=role or None
    )


def _bodies(reading: Reading, heard: Mapping[tuple[int, int], _Heard], people: Sequence[str]) -> Counter[str]:
    """How often the article names each body, by folded name: those described, and single names that stand as one.

    "Doe shares", "Doe Ltd" and "Leeds-based Doe" name a body, unless Doe is somebody's surname.
    """
    organisations = (fold(n.name) for n in reading.article.names if n.kind == "organisation")
    found = Counter(name for name in organisations if name not in demonyms())
    surnames = {w for p in people for w in name_words(p) if len(name_words(p)) > 1}
    followers = word_set(reading.language, "body_followers")
    for row in heard.values():
        for first, last, _ in row.runs:
            name = row.sentence[first].form
            is_taken = name in surnames or name in demonyms()
            if not is_taken and _stands_as_body(row.sentence, first, last, followers):
                found[name.removesuffix("'s")] += 1
    return found


def _stands_as_body(sentence: tuple[Term, ...], first: int, last: int, followers: frozenset[str]) -> bool:
    behind = sentence[first + 1].form if first + 1 < len(sentence) else ""
    is_single = first == last or sentence[first + 1].form in followers
    based = first > 0 and sentence[first - 1].form.endswith("-based")
    return is_single and (based or behind in followers)


def _leads_on(sentence: str) -> bool:
    return sentence.rstrip().endswith(":")


def _owner_meant(sentence: tuple[Term, ...], memory: Memory) -> Voice | None:
    """Whose words a sentence ending in a colon brings: "These are her findings:"."""
    own = {w: p for p, words in table(memory.language).get("own_words", {}).items() for w in words}
    pronoun = next((own[t.form] for t in sentence if t.form in own), None)
    if pronoun is None:
        return None
    meant = resolve(Voice(pronoun, pronoun, "pronoun"), memory, "")
    return meant if meant.kind != "pronoun" else None


def _utterance(
    q: Quotation,
    place: tuple[int, int],
    sentence: tuple[Term, ...],
    found: list[Cue],
    spoken: list[Voice],
    carried: Voice | None,
    language: str,
) -> Utterance:
    at = next(i for i, t in enumerate(sentence) if t.is_quotation and t.start <= q.outer_start < t.end)
    number = _cue_of(at, sentence, found, spoken, language)
    words = sum(t.is_word for t in sentence)
    quoted = len(q_words(sentence, at))
    alone = words <= max(3, quoted // 2)
    if number is None:
        return Utterance(*place, q, carried if alone else None, False, alone)
    named = None if fold(spoken[number].name) in word_set(language, "nobodies") else spoken[number]
    return Utterance(*place, q, named, found[number].verb < at, alone)


def _by_subject(utterance: Utterance, heard: _Heard, text: str, memory: Memory) -> Utterance:
    """The utterance given to the person its sentence begins with, or the one before where it is nothing but quotation.

    Only where no verb of speech is near: "He dismissed the plan as “…”", "Doe was not amused. “…”".
    """
    if utterance.voice or not utterance.quotation.mark:
        return utterance
    opening = heard.sentence[0]
    pronoun = pronoun_of(opening, memory.language)
    if pronoun in word_set(memory.language, "pronouns_one") and not _is_passive(
        heard.sentence, memory.language
    ):
        said = Voice(text[opening.start : opening.end], pronoun, "pronoun")
        meant = resolve(said, memory, "")
        return utterance if meant.kind == "pronoun" else replace(utterance, voice=meant)
    if utterance.is_alone and opening.is_quotation and memory.opened_before() and not heard.cues:
        name = memory.opened_before() or ""
        return replace(utterance, voice=Voice(name, name, "person"))
    return utterance


def _by_owner(utterance: Utterance, heard: _Heard, text: str, memory: Memory) -> Utterance:
    """The utterance given to whom its place in the sentence gives it, whoever else speaks there."""
    q = utterance.quotation
    at = next(
        (i for i, t in enumerate(heard.sentence) if t.is_quotation and t.start <= q.outer_start < t.end), None
    )
    said = owner_of(heard.sentence, at, heard.runs, text, memory.language) if at is not None else None
    meant = resolve(said, memory, "") if said else None
    return replace(utterance, voice=meant) if meant and meant.kind == "person" else utterance


def _is_passive(sentence: tuple[Term, ...], language: str) -> bool:
    """Whether its subject only suffers what is said ("He was called “…”")."""
    being = word_set(language, "being")
    return any(t.form in being for t in sentence[1:4])


def _continued(utterance: Utterance, held: tuple[int, Voice] | None) -> Utterance:
    """The utterance that opens a paragraph given to whose words were left open before it, a caption at most between them."""
    if held is None or utterance.voice or utterance.quotation.outer_start:
        return utterance
    is_near = 0 < utterance.block - held[0] <= LEFT_OPEN
    return replace(utterance, voice=held[1]) if is_near else utterance


LEFT_OPEN = 2
"""Paragraphs to the next in which words that were left open may go on."""


def _held_open(block: int, made: Sequence[Utterance]) -> tuple[int, Voice] | None:
    """The paragraph and the speaker of words that are left open at its end."""
    last = made[-1] if made else None
    is_open = last is not None and last.voice is not None and not last.quotation.is_closed
    return (block, last.voice) if last and last.voice and is_open else None


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


def _cue_of(
    at: int, sentence: tuple[Term, ...], found: list[Cue], spoken: list[Voice], language: str
) -> int | None:
    """The cue of the quotation at a term: the one right behind it, else the nearest before it, else the next behind.

    An agency or broadcaster behind it gives way to a speaker before it: it only carries the words.
    """
    spoken = _relaying(found, spoken, language)
    before = [n for n, c in enumerate(found) if c.verb < at]
    if any(not _only_shows(spoken[n], language) for n in range(len(found))):
        before = [n for n in before if not _only_shows(spoken[n], language)]
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


def _only_shows(spoken: Voice, language: str) -> bool:
    """Whether a thing shows what somebody else says of it ("the tapes revealed", "it showed")."""
    if (spoken.verb or "").casefold() not in word_set(language, "showing_verbs"):
        return False
    said = spoken.said.casefold()
    head = said.split()[-1]
    is_thing = spoken.kind == "institution" and (
        spoken.said[1:] == said[1:] or head in word_set(language, "documents")
    )
    return is_thing and head not in words_of(language, "companies", "relays")


def _relaying(found: list[Cue], spoken: list[Voice], language: str) -> list[Voice]:
    """The voices, an institution behind "according to" marked as a relay where another voice stands in the sentence."""
    if len(found) < 2:
        return spoken
    carrying = word_set(language, "relay_verbs")
    return [
        replace(v, is_relay=True)
        if (c.is_according or v.verb in carrying) and v.kind not in ("person", "pronoun")
        else v
        for c, v in zip(found, spoken, strict=True)
    ]


def _may_stand(term: Term) -> bool:
    return term.form.endswith("ly") or term.form in ("as",)


def _resolved(heard: _Heard, text: str, memory: Memory) -> list[Voice]:
    """The voices of a sentence, each under the name that it stands for; none of a line without words ("____")."""
    sentence = heard.sentence
    if not sentence:
        return []
    note(sentence, heard.runs, text, memory, heard.persons)
    if not heard.cues:
        note_issued(sentence, text, memory)
    spoken: list[Voice] = []
    stop = next((sentence[c.start].start for c, _ in heard.cues if c.is_according), sentence[-1].end)
    for n, (cue, raw) in enumerate(heard.cues):
        behind = text[sentence[cue.stop].end : stop] if raw.kind == "pronoun" else ""
        named = _of_its_clause(raw, cue, sentence, memory) or resolve(raw, memory, behind)
        if (
            named.kind == "document"
            and not _is_told_of(heard, n, memory.language)
            and spoken
            and spoken[-1].kind in ("institution", "person")
        ):
            named = replace(spoken[-1], verb=named.verb)
        spoken.append(named)
        if not _is_told_of(heard, n + 1, memory.language):
            note_documents(sentence, named, memory)
        if named.kind != "pronoun":
            memory.keep(named)
            if named.kind == "person":
                memory.subject = (memory.now, named.name)
                memory.learn(named, raw)
    return spoken


def _is_told_of(heard: _Heard, number: int, language: str) -> bool:
    """Whether a cue is a known document of which the one before tells what it says ("The Gazette says the letter calls …")."""
    if not 0 < number < len(heard.cues):
        return False
    (before, _), (cue, voice) = heard.cues[number - 1 : number + 1]
    is_known = heard.sentence[cue.first].form in word_set(language, "definite")
    return voice.kind == "document" and is_known and 0 < cue.first - before.verb <= 2


def _of_its_clause(raw: Voice, cue: Cue, sentence: tuple[Term, ...], memory: Memory) -> Voice | None:
    """The only person whom a sentence names, for a pronoun in a clause that hangs on it ("In the film Doe sits as she says")."""
    hanging = word_set(memory.language, "clause_openers") - word_set(memory.language, "complementisers")
    is_hung = cue.first > 0 and sentence[cue.first - 1].form in hanging
    if raw.kind != "pronoun" or raw.name not in word_set(memory.language, "pronouns_one") or not is_hung:
        return None
    names = {name for _, n, name in memory.named if n == memory.now}
    name = names.pop() if len(names) == 1 else None
    is_one = name is not None and memory.can_be(name, raw.name)
    return Voice(raw.said, name or "", "person", verb=raw.verb) if is_one else None


def people_of(reading: Reading, heard: Mapping[tuple[int, int], _Heard]) -> list[str]:
    """Full names of people in the article: those described and those who speak; without a description, all names written."""
    described = [n.name for n in reading.article.names if n.kind == "person"]
    others = {fold(n.name) for n in reading.article.names if n.kind != "person"}
    voices = (v for row in heard.values() for _, v in row.cues if v.kind == "person")
    speaking = [v.name for v in voices if fold(v.name) not in others]
    written = [name for row in heard.values() for _, _, name in row.runs if name and " " in name]
    if described:
        written = [
            n for n in written if pronoun_of_given(n) and name_words(n)[-1] in any_language("not_names")
        ]
    found: dict[tuple[str, ...], str] = {}
    for name in (*described, *speaking, *written):
        words = name_words(name)
        if len(words) > 1:
            found.setdefault(words, name)
    full = [name for words, name in found.items() if not (len(words) > 2 and words[1:] in found)]
    short = {name_words(n): n for n in described if len(name_words(n)) == 1}
    return [*full, *(n for n in short.values() if not any(same_person(n, p) for p in full))]
