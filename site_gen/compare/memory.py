"""Whom a text has named and let speak so far.

Goes in: the sentences of an article in order. Comes out: a ``Memory``, by which ``antecedents`` tells whom "he" means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.language import fold, table
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language, demonyms, name_words, pronoun_of_given, same_person
from site_gen.model import NameMention

from .bearers import Run
from .clauses import backward_phrase
from .cues import Cue
from .people import People
from .reading import word_set, words_of
from .subjects import main_subject
from .terms import Term, is_role
from .voices import Voice, VoiceKind, voice

REMEMBERED = 12
"""Voices that a pronoun may look back over."""
NEAR_SENTENCES = 3
"""Sentences without a word of a speaker after which "he said" no longer means them."""
FORGOTTEN = 4
"""Sentences after which one who spoke gives way to one named since."""
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


@dataclass(slots=True)
class Memory:
    """Whom the text has let speak so far."""

    people: People
    language: str
    organisations: Mapping[str, int] = field(default_factory=dict)
    """Folded names of the article's organisations, and how often it names each."""
    callings: Mapping[str, str] = field(default_factory=dict)
    """By a word ("director"): the one person whom the event's articles call so."""
    past: list[tuple[int, Voice]] = field(default_factory=list)
    subject: tuple[int, str] | None = None
    """Number of the sentence that last began with a person's name, and the name."""
    thing: tuple[int, str] | None = None
    """The same for a body, a country or a work."""
    bodies: list[tuple[int, str]] = field(default_factory=list)
    """Number of the sentence and name of the article's organisations named last."""
    spoken_body: tuple[int, str] | None = None
    """The same for a body that spoke in its own name."""
    now: int = 0
    named: list[tuple[int, int, str]] = field(default_factory=list)
    """Block, sentence and name of the persons named last."""
    pair: tuple[int, str] | None = None
    """Number of the sentence that last opened with two persons joined ("Jane Doe and John Roe"), and the words."""
    block: int = 0
    first_of_block: int = 0
    headed: dict[str, str] = field(default_factory=dict)
    """By the last word of a body's name ("zoo"): the name."""
    titled: dict[str, str] = field(default_factory=dict)
    """By title ("president"): the person last named with it."""
    issued: dict[str, Voice] = field(default_factory=dict)
    """By document ("statement"): whom the text last let speak in such a one."""
    unsigned: set[str] = field(default_factory=set)
    """Documents that the text has named while nobody spoke ("A letter reached the board"): the last to speak may be another."""
    issuer: tuple[int, Voice] | None = None
    """Number of the last sentence in which somebody issued a document and said nothing, and who did."""
    owner: tuple[int, str] | None = None
    """Number of the sentence that last named a person as an owner ("Doe's tweets"), and the name."""
    pronoun_of: dict[str, str] = field(default_factory=dict)
    """By name: the pronoun that the text has shown to fit."""

    def keep(self, spoken: Voice) -> None:
        """Remember one who spoke."""
        self.past = [*self.past[-REMEMBERED:], (self.now, spoken)]
        if spoken.kind == "institution" and is_proper(spoken.name, self.language):
            self.spoken_body = (self.now, spoken.name)

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
        if self.subject and (not found or self.subject[0] > found[0][0] or self.subject[1] != found[0][1]):
            at = 0 if not found or self.subject[0] > found[0][0] else len(found)
            found.insert(
                at, (*self.subject, next((v for _, name, v in found if name == self.subject[1]), None))
            )
        if self.owner and self.owner[0] == self.now and not any(n == self.now for n, _, _ in found):
            found.insert(0, (*self.owner, None))
        latest = self.named[-1] if self.named else None
        if latest and found and found[0][0] < self.now - FORGOTTEN and latest[1] > found[0][0]:
            found.insert(0, (*latest[1:], next((v for _, name, v in found if name == latest[2]), None)))
        return found

    def bearer(self, name: str, pronoun: str | None = None) -> str | None:
        """Of several people of one surname, whom the titles allow: the one who spoke last or has opened a sentence since,
        else the one named last.
        """
        told = [(n, v.name) for n, v in self.past if v.kind == "person"]
        told += [self.subject] if self.subject else []
        spoke = [full for _, full in sorted(told, key=lambda one: -one[0])]
        for full in (*spoke, *(n for _, _, n in reversed(self.named))):
            fits = pronoun is None or self.can_be(full, pronoun)
            if fits and len(name_words(full)) > 1 and same_person(name, full):
                return full
        return None

    def opened_before(self) -> str | None:
        """The person with whose name the sentence before began, in the same block."""
        before = self.subject is not None and self.subject[0] == self.now - 1 >= self.first_of_block
        return self.subject[1] if before and self.subject else None

    def learn(self, named: Voice, raw: Voice) -> None:
        """Note which pronoun a person's titles and role show ("Mr.", "spokeswoman")."""
        if raw.kind == "pronoun":
            self.pronoun_of.setdefault(named.name, raw.name)
            return
        pronoun = gender_of(f"{raw.said} {raw.role or ''}", self.language)
        if pronoun:
            self.pronoun_of[named.name] = pronoun

    def learn_said(self, name: str, behind: Sequence[Term]) -> None:
        """Note the pronoun that opens what a person says of themselves ("Doe said that she …"), where nothing shows one."""
        start = 1 if behind and behind[0].form in word_set(self.language, "complementisers") else 0
        form = behind[start].form if len(behind) > start else ""
        shown = word_set(self.language, "pronouns_one") - word_set(self.language, "pronouns_author")
        if form in shown and pronoun_of_given(name) is None:
            self.pronoun_of.setdefault(name, form)

    def can_be(self, name: str, pronoun: str) -> bool:
        """Whether nothing in the text speaks against a pronoun for a name."""
        known = self.shown_pronoun(name)
        return known is None or known == pronoun or {known, pronoun} != {"he", "she"}

    def shown_pronoun(self, name: str) -> str | None:
        """The pronoun that the text has shown to fit, else the one that the given name tells."""
        return self.pronoun_of.get(name) or pronoun_of_given(name)

    def last(self, *kinds: VoiceKind) -> Voice | None:
        """The last voice of these kinds."""
        return next((v for _, v in reversed(self.past) if v.kind in kinds), None)

    def last_body(self) -> str | None:
        """The body that spoke in the last few sentences, else the one of them that the article names most, else the last."""
        if self.spoken_body and self.now - self.spoken_body[0] <= NEAR_SENTENCES:
            return self.spoken_body[1]
        near = [(self._count(name), n, name) for n, name in self.bodies if self.now - n <= NEAR_SENTENCES]
        if self.spoken_body and not any(count > self._count(self.spoken_body[1]) for count, _, _ in near):
            return self.spoken_body[1]
        return max(near)[2] if near else max(self.bodies, default=(0, None))[1]

    def named_for(self, calling: str) -> str | None:
        """The body named last whose name says what it is: "the airline" is Doe Airlines."""
        stem = calling.removesuffix("s")
        told = (name for _, name in reversed(self.bodies))
        return next((n for n in told if any(w.startswith(stem) for w in fold(n).split())), None)

    def _count(self, body: str) -> int:
        return self.organisations.get(fold(body), 0)

    def when(self, spoken: Voice) -> int:
        """Number of the sentence in which a voice last spoke."""
        return next((n for n, v in reversed(self.past) if v is spoken), 0)


def is_proper(name: str, language: str) -> bool:
    """Whether a phrase is a name from its first word to its last ("Doe Motors", not "Her profile")."""
    words = name.split()
    return (
        words[0][0].isupper()
        and words[-1][0].isupper()
        and not name.endswith(")")
        and fold(words[0]) not in word_set(language, "determiners")
    )


def _owns(after: tuple[Term, ...], language: str) -> bool:
    """Whether a noun stands behind "her", which is an object elsewhere ("her lawyer", not "struck her in the face")."""
    return bool(after) and after[0].is_word and after[0].form not in word_set(language, "small_words")


def gender_of(words: str, language: str) -> str | None:
    """The pronoun that a description shows ("spokeswoman": "she"), None where it shows none."""
    found = {w.strip(".,").casefold() for w in words.split()[:8]}
    return next(
        (p for p, name in (("she", "she_words"), ("he", "he_words")) if found & word_set(language, name)),
        None,
    )


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
        full = _person_named(name, sentence[first : last + 1], memory, described) if name else None
        if not full and name and _has_spoken(name, memory):
            full = name
        elif not full or full not in memory.people or fold(full) in memory.organisations:
            _note_thing(sentence, first, last, text, memory)
            continue
        _note_office(sentence, first, full, memory)
        before = fold(text[sentence[first].start : sentence[last].end].split(name or "")[0]).rstrip(". ")
        if before:
            memory.titled[before] = memory.titled[before.split()[-1]] = full
        persons.append((full, last))
        memory.named = [*memory.named[-REMEMBERED:], (memory.block, memory.now, full)]
        opens = _opens(sentence, first, memory) or _acts(sentence, first, memory.language)
        if opening and first - opening[1] <= MAX_JOINED and _joined(sentence, opening[1], first, memory):
            memory.pair = (memory.now, text[sentence[opening[0]].start : sentence[last].end])
        if opens and (memory.subject is None or memory.subject[0] < memory.now):
            memory.subject, opening = (memory.now, full), (first, last)
    if len({name for name, _ in persons}) == 1 and memory.subject == (memory.now, persons[0][0]):
        _learn_own(sentence[persons[0][1] + 1 :], persons[0][0], memory)


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


def _person_named(
    name: str, run: tuple[Term, ...], memory: Memory, described: Sequence[NameMention]
) -> str | None:
    """Whom a name names: who alone bears it, who the description says, else of several whom the text means of late."""
    found = memory.people.known(name) or _described(run, described)
    return found or (memory.bearer(name) if memory.people.are_several(name) else None)


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


def _learn_own(behind: tuple[Term, ...], person: str, memory: Memory) -> None:
    """Note the pronoun that a sentence about one person uses behind the name ("Doe, who lost her seat")."""
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
