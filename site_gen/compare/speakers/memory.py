"""Whom a text has named and let speak so far.

``noted`` and ``speakers`` fill it sentence by sentence; ``antecedents`` asks it whom "he" means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.language import fold
from site_gen.language.names import name_words, pronoun_of_given, same_person

from ..reading import word_set
from ..terms import Term
from .people import People
from .voices import Voice, VoiceKind

REMEMBERED = 12
"""Voices that a pronoun may look back over."""
NEAR_SENTENCES = 3
"""Sentences without a word of a speaker after which "he said" no longer means them."""
FORGOTTEN = 4
"""Sentences after which one who spoke gives way to one named since."""

Candidate = tuple[int, str, Voice | None]
"""Sentence and name of a person whom a pronoun may mean, and the voice where they spoke."""


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

    def recent(self) -> list[Candidate]:
        """Persons whom a pronoun may mean, the likeliest first: who spoke last, but for one whom the text has put before them since."""
        found: list[Candidate] = [(n, v.name, v) for n, v in reversed(self.past) if v.kind == "person"]
        spoke = {name: v for _, name, v in reversed(found)}
        if fresh := self._named_before(found):
            found.insert(0, (*fresh, spoke.get(fresh[1])))
        if self.subject:
            candidate = (*self.subject, spoke.get(self.subject[1]))
            if not found or candidate[0] > found[0][0]:
                found.insert(0, candidate)
            elif candidate[1] != found[0][1]:
                found.append(candidate)
        if self.owner and self.owner[0] == self.now and not any(n == self.now for n, _, _ in found):
            found.insert(0, (*self.owner, None))
        if latest := self._named_since(found):
            found.insert(0, (*latest, spoke.get(latest[1])))
        return found

    def _named_before(self, found: Sequence[Candidate]) -> tuple[int, str] | None:
        """The first whom the sentence before names, in a block in which none of ``found`` has spoken yet."""
        if not found or any(n >= self.first_of_block for n, v in self.past if v.kind == "person"):
            return None
        return next(((n, name) for b, n, name in self.named if b == self.block and n == self.now - 1), None)

    def _named_since(self, found: Sequence[Candidate]) -> tuple[int, str] | None:
        """Who was named last, where the likeliest of ``found`` was before that and long ago."""
        if not self.named or not found:
            return None
        (_, at, name), likeliest = self.named[-1], found[0][0]
        return (at, name) if likeliest < self.now - FORGOTTEN and at > likeliest else None

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


def gender_of(words: str, language: str) -> str | None:
    """The pronoun that a description shows ("spokeswoman": "she"), None where it shows none."""
    found = {w.strip(".,").casefold() for w in words.split()[:8]}
    return next(
        (p for p, name in (("she", "she_words"), ("he", "he_words")) if found & word_set(language, name)),
        None,
    )
