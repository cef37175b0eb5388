"""Who says each quotation of an article.

Goes in: a ``Reading``. Comes out: its utterances, each with the voice that the text gives it, or None where it names
none; and the voice of every sentence that reports what someone said. Pronouns, surnames and "the statement" are
resolved to whom the article named before; a speaker is never taken from another article here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from site_gen.language import table

from ..reading import Reading, word_set
from ..terms import Term, pronoun_of
from .antecedents import resolve
from .cast import bodies_of, people_of
from .cues import Cue
from .heard import Heard, hear
from .introduced import introduced
from .memory import Memory
from .nearest import utterance_of
from .noted import note, note_documents, note_issued
from .owned import owner_of
from .people import People
from .utterances import Attribution, Utterance
from .voices import Voice


def attribution(reading: Reading, callings: Mapping[str, str] = MappingProxyType({})) -> Attribution:
    """Return the utterances of an article with their voices, and the voices of its sentences.

    ``callings`` tells who is called "the director" in the event: a word, and the one person whom its articles call so.
    """
    heard = hear(reading)
    people = people_of(reading, heard)
    bodies = bodies_of(reading, heard, people)
    memory = Memory(_known_people(people, reading.language), reading.language, bodies, callings)
    utterances: list[Utterance] = []
    voices: dict[tuple[int, int], tuple[Voice, ...]] = {}
    carried: Voice | None = None
    held: tuple[int, Voice] | None = None
    for b, passus in enumerate(reading.blocks):
        for s, (start, end) in enumerate(passus.sentences):
            memory.now += 1
            memory.block, memory.first_of_block = b, memory.now - s
            sentence = heard[b, s].sentence
            found = [c for c, _ in heard[b, s].cues]
            spoken = _resolved(heard[b, s], passus.block.text, memory)
            voices[b, s] = tuple(spoken)
            quoted = [q for q in passus.quotations if start <= q.outer_start < end]
            made = [
                utterance_of(q, (b, s), sentence, found, spoken, carried, reading.language) for q in quoted
            ]
            made = [_cited(u, passus.block.cite) for u in made]
            made = [_by_subject(u, heard[b, s], passus.block.text, memory) for u in made]
            made = [_by_owner(u, heard[b, s], passus.block.text, memory) for u in made]
            made = [_continued(u, held) for u in made]
            held = _held_open(b, made) or held
            utterances += made
            if quoted:
                carried = next((u.voice for u in reversed(made) if u.voice), None)
            else:
                before = None if s else carried
                carried = _carried_on(sentence, passus.block.text[start:end], spoken, before, memory)
    return Attribution(tuple(introduced(utterances, reading)), voices, tuple(people))


def _carried_on(
    sentence: tuple[Term, ...], text: str, spoken: Sequence[Voice], before: Voice | None, memory: Memory
) -> Voice | None:
    """Who may speak on in the next sentence behind one without a quotation: who speaks in it, who issues a document in it, or,
    where it leads on to speech, whom it means, else who spoke ``before``."""
    if spoken:
        return next((v for v in spoken if not v.is_relay), spoken[0])
    if issuer := _issuer_of(sentence, memory):
        return issuer
    return (_owner_meant(sentence, memory) or before) if _leads_on(text) else None


def _issuer_of(sentence: tuple[Term, ...], memory: Memory) -> Voice | None:
    """Who issued the document that a sentence tells of and of which the next words may be ("Doe released a statement.")."""
    if not sentence or memory.issuer is None or memory.issuer[0] != memory.now:
        return None
    meant = resolve(memory.issuer[1], memory, "")
    return meant if meant.kind != "pronoun" else None


def _known_people(names: Sequence[str], language: str) -> People:
    return People(names, have_two_surnames=bool(table(language).get("two_surnames")))


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


def _by_subject(utterance: Utterance, heard: Heard, text: str, memory: Memory) -> Utterance:
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


def _by_owner(utterance: Utterance, heard: Heard, text: str, memory: Memory) -> Utterance:
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


def _resolved(heard: Heard, text: str, memory: Memory) -> list[Voice]:
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
                memory.learn_said(named.name, sentence[cue.stop + 1 : cue.stop + 3])
    return spoken


def _is_told_of(heard: Heard, number: int, language: str) -> bool:
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
