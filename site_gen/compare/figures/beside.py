"""A number in its sentence, with what stands beside it: the parts that headings of figures are made of.

Goes in: the pieces of a sentence and a number in it. Comes out: text from piece to piece, what was done to the number's noun, what
is said of it, and the words of the clause on either side. Only words of the article, and those of the table ``headings``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from site_gen.language import fold, table
from site_gen.language.tables import own_table
from site_gen.model.comparison import GAP, is_money

from ..nouns import persons
from ..numerals import openers
from ..pieces import Number, Piece
from ..reading import word_set, words_of
from .gapped import CLOSERS, WORDS, gapped
from .stretches import YEAR_DIGITS, said_to, subject_before, verb_before

Heading = tuple[str, int]
"""The words and how good they are."""
WHOLE, NARROWED, PLAIN, NEUTRAL, NOTHING = 4, 3, 2, 1, 0
"""Says what happened; narrows its noun; a noun alone; the kind alone; nothing."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A number in its sentence."""

    row: Sequence[Piece]
    number: Number
    text: str
    language: str
    kind: str
    """Of what it counts."""

    @property
    def words(self) -> Mapping[str, Any]:
        """The words of headings, of this language alone: its table ``headings`` or ``heading_patterns``."""
        own = own_table(self.language)
        found: Mapping[str, Any] = own.get("headings") or own.get("heading_patterns", {})
        return found

    @property
    def first(self) -> int:
        """The first piece of the number with its hedge."""
        hedge = (self.number.qualifier or "").split()
        before = [p.form for p in self.row[max(0, self.number.first - len(hedge)) : self.number.first]]
        return self.number.first - len(hedge) if hedge and before == hedge else self.number.first

    def cut(self, first: int, last: int) -> str:
        """The text from one piece to another; empty where there is none."""
        if first > last:
            return ""
        return " ".join(self.text[self.row[first].start : self.row[last].end].split())

    def form(self, i: int) -> str:
        """The folded word at a place; empty where the sentence has none."""
        return self.row[i].form if 0 <= i < len(self.row) else ""

    def is_of(self, i: int, *tables: str) -> bool:
        """Whether a word of one of the tables stands at a place."""
        return self.form(i) in words_of(self.language, *tables)

    def of(self, a: str, b: str) -> str:
        """ "a of b", as the language puts it."""
        return str(self.words["of"]).format(a, b)

    def plural(self, word: str) -> str:
        """The plural of a unit or of a noun that is tied to a number."""
        plurals = self.words["plurals"]
        if word in plurals.values():
            return word
        ending = "" if word.endswith(self.words["plural"]) else self.words["plural"]
        return str(plurals.get(word, f"{word}{ending}"))

    def is_participle(self, i: int, *, is_past: bool = False) -> bool:
        """Whether a word at a place reads as a participle, of the past alone if ``is_past``."""
        endings = self.words["participles"] if is_past else self.words["participles"] + self.words["gerunds"]
        return i < len(self.row) and self.row[i].text.islower() and self.row[i].form.endswith(tuple(endings))

    def says(self, i: int) -> bool:
        """Whether a verb of a clause stands at a place."""
        return self.is_of(i, "auxiliaries", "speech_verbs", "predicates")

    def is_subject(self) -> bool:
        """Whether the number may open its clause: no preposition and no verb stands before it."""
        before = self.first - 1
        if before < 0 or not self.row[before].is_word:
            return True
        return self.is_of(before, "clause_openers", "complementisers", "speech_verbs")

    def predicate(self, end: int) -> str:
        """ "who had fled": what the clause says of the noun that ends at ``end``; empty where that is no subject."""
        told = said_to(self.row, end + 1, self.language) if self.is_subject() else end
        relative = self.words["who" if self._counts_people(end) else "that"]
        return f"{relative} {self.cut(end + 1, told)}" if told > end else ""

    def _counts_people(self, end: int) -> bool:
        """Whether persons are counted, not what is only held by them ("jobs")."""
        return self.kind in persons(self.language) and not self.is_of(end, "held_by_persons")

    def doing(self, end: int) -> str:
        """ "Flowing to the mill", "made of oak": what the noun that ends at ``end`` does or had done to it; else empty."""
        i = end + 1
        if not self.is_participle(i) or self.is_of(i, "heading_stops"):
            return ""
        if self.is_participle(i, is_past=True) and self._has_object(i):
            return self.predicate(end)
        told = said_to(self.row, i, self.language)
        is_cut = told == i and i + 1 < len(self.row) and self.row[i + 1].text[0].isalnum()
        return self.cut(i, told) if told >= i and not is_cut else ""

    def _has_object(self, i: int) -> bool:
        """Whether a noun phrase follows a verb: an article, an owner, a name or a number opens it."""
        if self.is_of(i + 1, "definite", "own", "articles_of_headings"):
            return True
        behind = self.row[i + 1].text[0] if i + 1 < len(self.row) else " "
        return behind.isalnum() and not behind.islower()

    def done(self) -> tuple[str, str]:
        """The participle of the verb whose object the number is, and "by" with its subject; empty for none."""
        verb = verb_before(self.row, self.first, self.language)
        if verb < 0 or (self.number.unit and not is_money(self.number.unit)) or self.is_of(verb, "undone"):
            return "", ""
        if self._describes(verb):
            return "", ""
        made = str(self.words["done"].get(self.form(verb), ""))
        if not made and self.is_participle(verb, is_past=True) and not self.is_of(verb, "speech_verbs"):
            made = self.row[verb].text
        found = subject_before(self.row, verb, self.language) if made else None
        return made, f"{self.words['by']} {self.cut(*found)}" if found else ""

    def _describes(self, i: int) -> bool:
        """Whether a participle belongs to a noun behind an article or an owner ("last week's newly counted 40")."""
        has_adverb = self.form(i - 1).endswith(tuple(self.words["adverbs"]))
        before = i - 1 - has_adverb
        return self.form(before) == "s" or self.is_of(before, "definite", "own", "articles_of_headings")

    def is_points(self) -> bool:
        """Whether a share is told in a unit of its own ("percentage points"), not in the words for percent ("pour cent")."""
        reading = table(self.language).get("number_reading", {})
        percent = {fold(words) for words in reading.get("percent", ())}
        word = self.number.unit_word
        return self.number.unit == "%" and " " in word and fold(word) not in percent

    def per(self) -> str:
        """What a rate is counted by, as the language's patterns put it: " par an"; empty in others."""
        per = str(table(self.language).get("number_reading", {}).get("per", ""))
        if not (self.number.per and per and "heading_patterns" in own_table(self.language)):
            return ""
        behind = (p.text for p in self.row[self.number.last + 1 :] if p.form == self.number.per)
        return f" {per} {next(behind, self.number.per)}"

    def _is_denied(self) -> bool:
        """Whether the clause before the number denies something, in a language of patterns: without that its words mislead."""
        if "heading_patterns" not in own_table(self.language):
            return False
        denying = words_of(self.language, "denying", "not_words")
        denying |= {p + word for p in word_set(self.language, "verb_prefixes") for word in denying}
        i = self.number.first - 1
        while i >= 0 and self.row[i].text not in CLOSERS and self.form(i) not in denying:
            i -= 1
        return i >= 0 and self.row[i].text not in CLOSERS

    def neutral(self, dimension: str) -> Heading:
        """The kind, and the words beside the number: "time of day: the boat sank"."""
        called = str(table(self.language).get("dimensions", {}).get(dimension, "") or self.words["number"])
        called = self.number.unit_word if self.is_points() else called
        return self.beside(called), NEUTRAL

    def beside(self, called: str) -> str:
        """What is called so, and the words beside the number; these are left out where they say the same."""
        before, behind = sides(self.row, self.number, self.text, self.language)
        words = "" if self._is_denied() else before or behind
        called += self.per()
        return beside_form(self.language).format(called, words) if words and fold(words) != called else called


def beside_form(language: str) -> str:
    """How a language writes a kind and the words beside it: "{}: {}"."""
    own = own_table(language)
    return str((own.get("headings") or own.get("heading_patterns", {})).get("beside", "{}: {}"))


def dimension_of(unit: str) -> str:
    """The line of the table of dimensions for a unit."""
    return "money" if is_money(unit) else unit


CLAUSE_WORDS = 8
"""Words kept on either side where headings are made by patterns: a subject and its verb, which no rule takes apart."""


def sides(row: Sequence[Piece], number: Number, text: str, language: str) -> tuple[str, str]:
    """The words of the clause before a number and behind it, without small words at their ends."""
    most = CLAUSE_WORDS if "heading_patterns" in own_table(language) else WORDS
    words, _telling = gapped(row, number, text, language, most=most)
    before, _, behind = words.partition(GAP)
    if "heading_patterns" not in own_table(language):
        before, behind = _unnumbered(before, language, is_before=True), _unnumbered(behind, language)
    return _bare(before, language, is_before=True), _bare(behind, language)


def _unnumbered(text: str, language: str, *, is_before: bool = False) -> str:
    """The words of one side without other numbers, by which they would count something else; empty where too little is left.

    ``is_before``: those behind the last number, else those up to the first and the "and" before it, or between that and the next where it opens them
    ("of the 53 clerks joined", but not "and 53 clerks"); "per 100" is no other number. A word for a number is one only where "and" stands beside; before the
    number nothing is left then.
    """
    words = text.split()
    is_joined = any(fold(word) in word_set(language, "joining") for word in words)
    counting = openers(language) if is_joined else frozenset()
    per = table(language).get("number_reading", {}).get("per", "")
    told = [not i or fold(words[i - 1]) != per for i in range(len(words))]
    at = [i for i, w in enumerate(words) if told[i] and (_is_number(w) or fold(w.strip(MARKS)) in counting)]
    if not at:
        return text
    if is_before and is_joined and not _is_number(words[at[-1]]):
        return ""
    if is_before:
        return _if_telling(words[at[-1] + 1 :], language)
    idle = words_of(language, *IDLE, "small_words")
    opens = all(fold(word) in idle for word in words[: at[0]])
    if not opens:
        joints = [i for i in range(at[0]) if fold(words[i]) in word_set(language, "joining")]
        return _if_telling(words[: (*reversed(joints), at[0])[0]], language)
    return "" if is_joined else _if_telling(words[at[0] + 1 : (*at, len(words))[1]], language)


def _if_telling(left: list[str], language: str) -> str:
    """Words joined; empty where fewer than two tell something or a unit opens them."""
    idle = words_of(language, *IDLE, "small_words", "after_units", "joining")
    units = {
        *table(language).get("units", {}),
        *table(language).get("number_scales", {}),
        *_percent(language),
    }
    tells = sum(fold(word) not in idle for word in left) >= TELLS
    return " ".join(left) if tells and fold(left[0]) not in units else ""


UNITS = ("units", "number_scales", "number_sizes")
"""Tables of words in which a number is told."""


def _percent(language: str) -> tuple[str, ...]:
    return tuple(table(language).get("number_reading", {}).get("percent", ()))


MARKS = "-‑'’\"“”."


def _is_number(word: str) -> bool:
    """Whether a word begins with digits, a sign of money at most before them, and is no year."""
    bare = word.strip(MARKS)
    is_year = len(bare) == YEAR_DIGITS and bare.isdecimal()
    return bool(bare) and any(c.isdecimal() for c in bare[:2]) and not bare[0].isalpha() and not is_year


OWNERS = ("'s", "’s")
"""What is left of an owner where it stands before the words."""


def _bare(text: str, language: str, *, is_before: bool = False) -> str:
    """Words without small ones at their ends, and without pronouns and owners before them; empty where nothing else is left."""
    ends, openers = _idle(language)
    words = text.split()
    while words and fold(words[-1].strip("'’")) in ends:
        words.pop()
    while words and (fold(words[0]) in openers or words[0] in OWNERS):
        words.pop(0)
    if all(fold(word) in words_of(language, "small_words") for word in words):
        return ""  # "of whom there are two hundred"
    if "heading_patterns" in own_table(language):
        words = _telling(_whole(words, language) if is_before else words, language)
    return " ".join(words).strip(" -‑'’\"")


def _whole(words: list[str], language: str) -> list[str]:
    """The words that go before a number, without the "of" of a phrase that was cut in two."""
    halves = {fold(word) for word in own_table(language)["heading_patterns"].get("of_links", ())}
    return words[1:] if words and fold(words[0]) in halves else words


def _telling(words: list[str], language: str) -> list[str]:
    """The words behind the last "that"; none of them where they deny something, count something else or tell next to nothing."""
    opens = [i for i, word in enumerate(words) if fold(word) in word_set(language, "complementisers")]
    words = words[opens[-1] + 1 :] if opens else words
    forms = {part for word in words for part in fold(word).replace("'", " ").split()}
    idle = words_of(language, "small_words", "according", *DAYS)
    denying = words_of(language, "denying", "not_words")
    if words and fold(words[0]) in words_of(language, "small_words", "determiners"):
        words = [words[0].lower(), *words[1:]]
    counts = any(form.isdecimal() for form in forms) or not forms.isdisjoint(openers(language) - idle)
    return [] if counts or not forms.isdisjoint(denying) or len(forms - idle) < TELLS else words


TELLS = 2
"""Telling words that say more than the kind alone, where its words are cut from a clause."""


def _idle(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that do not end, and that do not begin, what stands beside a number."""
    if "heading_patterns" in own_table(language):
        small = words_of(language, "small_words", *IDLE, *DAYS)
        openers = words_of(language, *IDLE_OPENERS, *DAYS) - words_of(language, "definite", "determiners")
        return small, openers
    return words_of(language, *IDLE), words_of(language, *IDLE, *IDLE_BEFORE)


DAYS = ("weekdays", "months")
IDLE_OPENERS = (
    "auxiliaries",
    "by_words",
    "complementisers",
    "joining",
    "relatives",
    "clause_subjects",
    "of_them",
    "pronouns_one",
)
"""Tables of words that do not begin it where articles stay, and prepositions too ("après la collision")."""

IDLE = (
    "articles_of_headings",
    "additions",
    "by_words",
    "infinitives",
    "auxiliaries",
    "definite",
    "complementisers",
    "after_ends",
    "clause_openers",
    "relatives",
)
"""Tables of words that neither begin nor end what stands beside a number."""
IDLE_BEFORE = ("own", "clause_subjects", "of_them", "pronouns_one")
"""Tables of words that do not begin it: whose or whom they mean stands elsewhere."""


def reads_as_verb(b: Beside, first: int, last: int) -> bool:
    """Whether one word that reads as a verb or an adverb is all there is."""
    endings = (*b.words["participles"], *b.words["gerunds"], *b.words["adverbs"])
    is_verb = b.row[last].text.islower() and b.form(last).endswith(endings)
    return first == last and is_verb and b.form(last) not in word_set(b.language, "happening_nouns")
