"""What a text tells of people and bodies sentence by sentence: whom it names, who opens it, who issues a document.

Goes in: the terms of each sentence in order. Comes out: nothing but what the ``Memory`` then holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import fold, table
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language, demonyms, pronoun_of_given
from site_gen.model import NameMention

from ..reading import word_set, words_of
from ..terms import Term, is_role
from .bearers import Run
from .clauses import backward_phrase
from .cues import Cue
from .memory import REMEMBERED, Memory, gender_of
from .subjects import main_subject
from .voices import Voice, voice

MAX_OPENING = 4
"""Words before a name that still opens its sentence ("The British minister Jane Doe")."""
MAX_APPOSED = 8
"""The same for a name behind a comma ("The acting governor of the island, Jane Doe")."""
MAX_JOINED = 5
"""Words from one name to the next that "and" joins to it."""
MAX_OFFICE = 5
"""Words of an office before a name, its article included."""
WITHIN = 3
"""Words before a document in which "in" makes it the one in which somebody speaks."""
MAX_ISSUED = 4
"""Words behind "released" in which a document is named ("released a short written statement")."""
HASHTAG = "#"
"""Before a word that is no name, though it is written as one."""


def note(
    sentence: tuple[Term, ...],
    runs: list[Run],
    text: str,
    memory: Memory,
    described: Sequence[NameMention] = (),
) -> None:
    """Remember whom a sentence names in its runs of capitals, and what stands first in it."""
    persons: list[tuple[str, int]] = []
    opening: tuple[int, int] | None = None
    for first, last, name in runs:
        if first and sentence[first - 1].text == HASHTAG:
            continue
        if not name and (owner := _owner(sentence, first, last, memory)):
            memory.owner = (memory.now, owner)
        full = _person_of(name, sentence[first : last + 1], memory, described) if name else None
        if not name or not full:
            _note_thing(sentence, first, last, text, memory)
            continue
        _note_office(sentence, first, full, memory)
        _note_title(text[sentence[first].start : sentence[last].end].split(name)[0], full, memory)
        persons.append((full, last))
        memory.named = [*memory.named[-REMEMBERED:], (memory.block, memory.now, full)]
        opens = _opens(sentence, first, memory) or _acts(sentence, first, memory.language)
        if opening and first - opening[1] <= MAX_JOINED and _joined(sentence, opening[1], first, memory):
            memory.pair = (memory.now, text[sentence[opening[0]].start : sentence[last].end])
        if opens and (memory.subject is None or memory.subject[0] < memory.now):
            memory.subject, opening = (memory.now, full), (first, last)
    if len({name for name, _ in persons}) == 1 and memory.subject == (memory.now, persons[0][0]):
        _learn_own(sentence[persons[0][1] + 1 :], persons[0][0], memory)


def _note_title(before: str, person: str, memory: Memory) -> None:
    """Remember the title before a name in its run ("President Jane Doe"), whole and its last word."""
    title = fold(before).rstrip(". ")
    if title:
        memory.titled[title] = memory.titled[title.split()[-1]] = person


def _opens(sentence: tuple[Term, ...], first: int, memory: Memory) -> bool:
    """Whether a name is what its sentence begins with; behind a pronoun or a verb of speech it is not ("He found that Doe …")."""
    if first > MAX_OPENING and not (first <= MAX_APPOSED and _is_apposed(sentence, first)):
        return False
    acting = words_of(memory.language, "pronouns_one", "speech_verbs")
    return not any(t.form in acting and not t.is_capital for t in sentence[1:first]) and (
        first == 0 or sentence[0].form not in acting
    )


def _acts(sentence: tuple[Term, ...], first: int, language: str) -> bool:
    """Whether a name is the sentence's subject behind what opens it ("During his talk on Monday, Doe hinted at …")."""
    if first < 2 or sentence[first - 1].text != ",":
        return False
    subject = main_subject(sentence, language)
    return subject is not None and subject[0] == first


def _note_office(sentence: tuple[Term, ...], first: int, person: str, memory: Memory) -> None:
    """Remember the office before a name and a comma ("The home secretary, Jane Doe, …")."""
    end = first - 2
    if end < 1 or sentence[first - 1].text != "," or not is_role(sentence[end]):
        return
    definite = word_set(memory.language, "definite")
    start = next(
        (i for i in range(end - 1, max(-1, end - MAX_OFFICE), -1) if sentence[i].form in definite), None
    )
    if start is not None:
        words = [t.form for t in sentence[start + 1 : end + 1]]
        memory.titled[" ".join(words)] = memory.titled[words[-1]] = person
        if pronoun := gender_of(words[-1], memory.language):
            memory.pronoun_of.setdefault(person, pronoun)


def _person_of(
    name: str, run: tuple[Term, ...], memory: Memory, described: Sequence[NameMention]
) -> str | None:
    """Whom a name names: who alone bears it, who the description says, else of several whom the text means of late.

    Where nobody is so called, one of this single name who has spoken; None where the name is a body's or nobody's.
    """
    found = memory.people.known(name) or _described(run, described)
    found = found or (memory.bearer(name) if memory.people.are_several(name) else None)
    if not found:
        return name if _has_spoken(name, memory) else None
    return found if found in memory.people and fold(found) not in memory.organisations else None


def _has_spoken(name: str, memory: Memory) -> bool:
    """Whether one of this single name, no town's, spoke of late, whom no full name tells ("Doe said")."""
    has_spoken = any(v.kind == "person" and v.name == name for _, v in memory.past)
    return has_spoken and fold(name) not in memory.organisations and place_named(name) is None


def _described(run: tuple[Term, ...], described: Sequence[NameMention]) -> str | None:
    """The person whom the article's description sees in a run of capitals."""
    start, end = run[0].start, run[-1].end
    return next((n.name for n in described if start <= n.start and n.end <= end), None)


def _joined(sentence: tuple[Term, ...], end: int, start: int, memory: Memory) -> bool:
    """Whether two names are joined, a title at most between them ("Doe and the minister Jane Roe")."""
    joining = word_set(memory.language, "joining")
    return end + 1 < start and sentence[end + 1].form in joining


def _is_apposed(sentence: tuple[Term, ...], first: int) -> bool:
    """Whether a comma stands before a name and its title ("The acting governor, Mr Doe, …")."""
    before = first - 1 if sentence[first - 1].is_word or sentence[first - 1].text != "." else first - 2
    return "," in (sentence[first - 1].text, sentence[before - 1].text if before else "")


def _owner(sentence: tuple[Term, ...], first: int, last: int, memory: Memory) -> str | None:
    """The person of the article whose possessive a run is."""
    if not sentence[last].text.endswith(("'s", "’s")):
        return None
    full = memory.people.known(" ".join(t.text for t in sentence[first : last + 1])[:-2])
    return full if full in memory.people else None


def _owns(after: tuple[Term, ...], language: str) -> bool:
    """Whether a noun stands behind "her", which is an object elsewhere ("her lawyer", not "struck her in the face")."""
    return bool(after) and after[0].is_word and after[0].form not in word_set(language, "small_words")


def _learn_own(behind: tuple[Term, ...], person: str, memory: Memory) -> None:
    """Note the pronoun that a sentence about one person uses behind the name ("Doe, who lost her seat"), unless the given name tells."""
    if pronoun_of_given(person) is not None:
        return
    own_words = table(memory.language).get("own_words", {})
    for pronoun in sorted(own_words.keys() & word_set(memory.language, "pronouns_one")):
        own = own_words[pronoun]
        if any(t.form in own and _owns(behind[i + 1 : i + 2], memory.language) for i, t in enumerate(behind)):
            memory.pronoun_of.setdefault(person, pronoun)
            return


def _note_thing(sentence: tuple[Term, ...], first: int, last: int, text: str, memory: Memory) -> None:
    nouns_have_capitals = bool(table(memory.language).get("capital_nouns"))
    if nouns_have_capitals and first < last and sentence[first].form in word_set(memory.language, "articles"):
        first += 1
    name = text[sentence[first].start : sentence[last].end].removesuffix("’s").removesuffix("'s")
    is_own = not sentence[last].text.endswith(("’s", "'s"))
    head = fold(name.split()[-1])
    is_body = head in word_set(memory.language, "companies") or head in any_language("organisation_heads")
    if last > first and is_body:
        memory.headed[head] = name
    if fold(name) in memory.organisations:
        memory.bodies = [*memory.bodies[-REMEMBERED:], (memory.now, name)]
    many = first == last and sentence[first].form in word_set(memory.language, "groups")
    if first <= 1 and is_own and not many and sentence[first].form not in demonyms():
        memory.thing = (memory.now, name)


def note_issued(sentence: tuple[Term, ...], text: str, memory: Memory) -> None:
    """Remember who issues a document of which the next sentence may quote ("The ministry released a statement …")."""
    issuing, documents = (word_set(memory.language, n) for n in ("issuing_verbs", "documents"))
    memory.unsigned.update(t.form for t in sentence if t.form in documents)
    for i, term in enumerate(sentence):
        if term.form in issuing and any(t.form in documents for t in sentence[i + 1 : i + 1 + MAX_ISSUED]):
            phrase = backward_phrase(sentence, i, memory.language)
            if phrase:
                issuer = voice(sentence, Cue(i, *phrase, True), text, memory.language)
                memory.issuer = memory.now, issuer
                if issuer.kind in ("institution", "group"):
                    memory.keep(issuer)
                    _keep_documents([t.form for t in sentence], issuer, memory)
            return


def note_documents(sentence: tuple[Term, ...], spoken: Voice, memory: Memory) -> None:
    """Remember whose words the documents named in a sentence hold ("Doe said in a statement").

    A lawsuit, a ruling and their like may be others' still: one must speak in it ("the court said in its ruling").
    """
    issued, within = (word_set(memory.language, n) for n in ("issued_documents", "within_words"))
    forms = [t.form for t in sentence]
    own = [
        f
        for i, f in enumerate(forms)
        if f not in issued or (spoken.kind != "person" and within & set(forms[max(0, i - WITHIN) : i]))
    ]
    _keep_documents(own, spoken, memory)


def _keep_documents(forms: Sequence[str], spoken: Voice, memory: Memory) -> None:
    if spoken.kind in ("institution", "person", "group"):
        documents = word_set(memory.language, "documents")
        memory.issued |= {form: spoken for form in forms if form in documents}
