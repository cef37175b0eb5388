"""Verbs of speech in a sentence, and the phrase that is the subject of each.

Goes in: the terms of a sentence. Comes out: cues, in the order of their verbs. What the subject names is for ``voices``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from site_gen.language.names import any_language

from ..reading import word_set, words_of
from ..terms import Term, capital_runs, is_role, pronoun_of, pronouns
from .clauses import backward_phrase
from .inversion import is_inverted
from .phrases import forward_phrase
from .standing import may_speak
from .subjects import before_past, main_subject
from .verbs import acts_as_verb, verb_form


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
    verbs = words_of(language, "speech_verbs", "plural_verbs", "before_it")
    openings = _openings(language)
    prefixes = tuple(word_set(language, "verb_prefixes"))
    forms = [t.form for t in sentence]
    has_none = verbs.isdisjoint(forms) and openings.keys().isdisjoint(forms) and "-" not in "".join(forms)
    found = [
        cue
        for i, form in enumerate(() if has_none and not prefixes else forms)
        if (
            form in verbs
            or "-" in form
            or (form in openings and _according(sentence, i, language))
            or (prefixes and form.startswith(prefixes))
        )
        and (cue := _cue(sentence, i, language))
    ]
    found = [_taken_over(c, found, sentence) for c in found]
    heads = {c.verb for c in found}
    more = [
        cue
        for i, t in enumerate(sentence)
        if t.is_quotation and (cue := _unlisted(sentence, i, heads, language))
    ]
    return sorted([*found, *more], key=lambda c: c.verb)


def _taken_over(cue: Cue, found: list[Cue], sentence: tuple[Term, ...]) -> Cue:
    """A participle right behind another verb of speech, with its subject ("…, Doe said, calling it …")."""
    verb = cue.verb
    if verb < 2 or not sentence[verb].form.endswith("ing") or sentence[verb - 1].text != ",":
        return cue
    before = next((c for c in found if c.stop == verb - 2 and c.verb < verb), None)
    before = before or next(
        (c for c in found if _is_apposed(sentence, c.stop, verb) and c.verb < c.first), None
    )
    return replace(cue, first=before.first, last=before.last) if before else cue


def _is_apposed(sentence: tuple[Term, ...], stop: int, verb: int) -> bool:
    """Whether only a name between commas stands between a phrase and a participle ("said the director, Jane Doe, warning")."""
    between = sentence[stop + 1 : verb]
    named = between[1:-1]
    commas = len(between) > 2 and between[0].text == between[-1].text == ","
    return commas and len(named) <= MAX_NAME and all(t.is_capital for t in named)


MAX_NAME = 4
"""Words of a name between commas."""


def _unlisted(sentence: tuple[Term, ...], at: int, heads: set[int], language: str) -> Cue | None:
    """A cue of the quotation at ``at`` by its place, its verb in no table; ``heads`` are the verbs that are known to speak.

    Right behind it ("…," she fumed), behind its dash ("…" — Jane Doe), before its colon.
    """
    i = at + 1
    if i + 1 < len(sentence) and sentence[i].text in "—–" and sentence[-1].is_capital:
        return _credited(sentence, at, language)
    if cue := _told_behind(sentence, at, heads, language):
        return cue
    if at > 1 and sentence[at - 1].text in ":–—" and (cue := _issued(sentence, at, language)):
        return cue
    if at > 1 and sentence[at - 1].text == ":" and not any(h < at for h in heads):
        phrase = _colon_subject(sentence, at - 1, language)
        return Cue(at - 1, *phrase, True) if phrase else None
    return None


def _credited(sentence: tuple[Term, ...], at: int, language: str) -> Cue | None:
    """The cue of one whose name alone stands behind a quotation and a dash: to the sentence's end, or before a comma where the
    sentence begins with the quotation."""
    dash = at + 1
    phrase = forward_phrase(sentence, dash + 1, language)
    if not phrase:
        return None
    ends = phrase[1] == len(sentence) - 1
    is_credit = ends or (at == 0 and sentence[dash + 1].is_capital and sentence[phrase[1] + 1].text == ",")
    return Cue(dash, *phrase, True) if is_credit else None


def _told_behind(sentence: tuple[Term, ...], at: int, heads: set[int], language: str) -> Cue | None:
    """The cue of a name or pronoun and a word in -ed right behind a quotation (``"…," she fumed``); None where the word is a known verb."""
    i = at + 1
    if i < len(sentence) and sentence[i].text == ",":
        i += 1
    if i + 1 >= len(sentence) or not (sentence[i].is_capital or pronoun_of(sentence[i], language)):
        return None
    phrase = forward_phrase(sentence, i, language)
    if not phrase:
        return None
    first, last = phrase
    verb = last + 1
    is_bare = last == i and sentence[i].is_word and verb < len(sentence)
    if not is_bare and last > i and sentence[last].form.endswith("ed"):
        last, verb = last - 1, last
    if verb < len(sentence) and verb not in heads and sentence[verb].form.endswith("ed"):
        return Cue(verb, first, last, True)
    return None


def _issued(sentence: tuple[Term, ...], at: int, language: str) -> Cue | None:
    """The cue of a document whose words follow behind a dash or colon ("Doe issued an apology – “…”")."""
    issuing, issued = word_set(language, "issuing_verbs"), words_of(language, "documents", "said_nouns")
    for i in range(1, at):
        if sentence[i].form in issuing and any(t.form in issued for t in sentence[i + 1 : i + 4]):
            phrase = backward_phrase(sentence, i, language)
            return Cue(i, *phrase, True) if phrase and may_speak(sentence, phrase, language) else None
    return None


def _colon_subject(sentence: tuple[Term, ...], colon: int, language: str) -> tuple[int, int] | None:
    """The pronoun, name or office that opens a clause ending in a colon ("Doe on the plan: …", "The judge was blunt: …"); the name before the clause's last word ("to which Doe quips: …")."""
    start = colon
    while start and sentence[start - 1].is_word:
        start -= 1
    first = sentence[start]
    if pronoun_of(first, language):
        return start, start
    runs = capital_runs(sentence[start:colon])
    if runs and runs[0][0] == 0:
        return start, start + runs[0][1]
    if len(runs) and start + runs[-1][1] == colon - 2 and sentence[colon - 1].text.islower():
        return start + runs[-1][0], start + runs[-1][1]
    head = next((i for i in range(start, min(colon, start + MAX_OFFICE)) if is_role(sentence[i])), None)
    return (start, head) if head is not None and first.form in word_set(language, "determiners") else None


MAX_OFFICE = 4
"""Words in which an office is named behind its article ("The former chief prosecutor")."""


def _cue(sentence: tuple[Term, ...], i: int, language: str) -> Cue | None:
    term = sentence[i]
    if not term.is_word:
        return None
    length = _according(sentence, i, language)
    if length:
        phrase = forward_phrase(sentence, i + length, language)
        names = phrase is not None and may_speak(sentence, phrase, language)
        return Cue(i, *phrase, True, is_according=True) if phrase and names else None
    verb = verb_form(term, language)
    if verb is None:
        return _put_it(sentence, i, language)
    means = (
        i > 1 and verb.endswith("ing") and sentence[i - 1].form in word_set(language, "participle_openers")
    )
    if means and verb not in word_set(language, "quoting"):
        phrase = _by_means(sentence, i, language)
        return Cue(i, *phrase, verb in word_set(language, "plain_verbs")) if phrase else None
    if before := _goes_on(sentence, i, language):
        phrase = backward_phrase(sentence, before, language)
        return Cue(i, *phrase, True) if phrase else None
    if not acts_as_verb(sentence, i, language):
        return None
    phrase = _subject_phrase(sentence, i, verb, language)
    if phrase is None or (verb.endswith("s") and _is_adjective(sentence, phrase, i, language)):
        return None
    if verb.endswith("ing"):
        phrase = _of_clause(sentence, i, phrase, language)
    if not may_speak(sentence, phrase, language):
        return None
    return Cue(i, *phrase, verb in word_set(language, "plain_verbs"))


def _of_clause(sentence: tuple[Term, ...], i: int, phrase: tuple[int, int], language: str) -> tuple[int, int]:
    """The subject of the clause that a participle only goes on with ("Doe opened the dam last July saying …")."""
    main = main_subject(sentence[:i], language)
    if main and (main[0] == phrase[0] or not may_speak(sentence, phrase, language)):
        return main
    return phrase


def _is_adjective(sentence: tuple[Term, ...], phrase: tuple[int, int], i: int, language: str) -> bool:
    """Whether one bare word stands before what is a noun there ("angry posts on a site")."""
    first, last = phrase
    word = sentence[first]
    if language != "en" or first != last or last != i - 1 or word.is_capital or word.form.endswith("s"):
        return False
    return not (
        is_role(word) or pronoun_of(word, language) or word.form in any_language("organisation_heads")
    )


def _put_it(sentence: tuple[Term, ...], i: int, language: str) -> Cue | None:
    """The cue of "as Doe puts it": the verb brings speech only before its object."""
    behind = sentence[i + 1].form if i + 1 < len(sentence) else ""
    if sentence[i].form not in word_set(language, "before_it") or behind not in word_set(
        language, "it_words"
    ):
        return None
    phrase = backward_phrase(sentence, i, language)
    return Cue(i, *phrase, True) if phrase else None


def _by_means(sentence: tuple[Term, ...], i: int, language: str) -> tuple[int, int] | None:
    """Who does something "by saying": the sentence's subject; where it is a thing, that of the relative clause at hand."""
    main = main_subject(sentence[:i], language)
    if main is None or may_speak(sentence, main, language):
        return main
    near = backward_phrase(sentence, i - 2, language)
    is_near = near is not None and sentence[near[0] - 1].form in word_set(language, "relatives")
    return near if near and is_near and may_speak(sentence, near, language) else None


def _goes_on(sentence: tuple[Term, ...], i: int, language: str) -> int | None:
    """Where "went on to" stands before an infinitive; None where it does not."""
    if sentence[i - 1].form not in _ends_of_going_on(language):
        return None
    for words in sorted(tuple(p.split()) for p in word_set(language, "going_on")):
        at = i - len(words)
        if at > 0 and tuple(t.form for t in sentence[at:i]) == words:
            return at
    return None


@lru_cache(maxsize=16)
def _ends_of_going_on(language: str) -> frozenset[str]:
    return frozenset(p.split()[-1] for p in word_set(language, "going_on"))


def _according(sentence: tuple[Term, ...], i: int, language: str) -> int:
    """How many words of "according to" and its like begin here; 0 where none does, and for words of which it asks a comma before
    them where there is none ("…, so Doe")."""
    if sentence[i].form in word_set(language, "according_behind") and not (i and sentence[i - 1].text == ","):
        return 0
    second = sentence[i + 1].form if i + 1 < len(sentence) else ""
    for words in _openings(language).get(sentence[i].form, ()):
        if words[1:2] in ((), (second,)) and tuple(t.form for t in sentence[i : i + len(words)]) == words:
            return len(words)
    return 0


@lru_cache(maxsize=16)
def _openings(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By its first word, each phrase of "according to" as words, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(
        (tuple(p.split()) for p in word_set(language, "according")), key=lambda p: (-len(p), p)
    ):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _subject_phrase(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> tuple[int, int] | None:
    if "-" in sentence[i].form and sentence[i].form.split("-")[-1] in pronouns(language):
        return i, i
    quoted = _quoted_as(sentence, i, verb, language) or _passive(sentence, i, language)
    if quoted:
        return quoted
    if _suffers(sentence, i, verb, language):
        return None
    if is_inverted(sentence, i, verb, language):
        phrase = forward_phrase(sentence, i + 1, language)
        if phrase:
            return phrase
    if i and "-" in sentence[i - 1].form and sentence[i - 1].form.split("-")[-1] in pronouns(language):
        return i - 1, i - 1
    phrase = backward_phrase(sentence, i, language)
    is_behind = i > 0 and sentence[i - 1].form in word_set(language, "relatives")
    return phrase if is_behind else before_past(sentence, phrase, language)


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
    if sentence[i].form in word_set(language, "never_passive"):
        return None
    for j in range(i + 1, min(i + 4, len(sentence) - 1)):
        near = j == i + 1 or sentence[j - 1].is_quotation
        if near and sentence[j].form in by:
            phrase = forward_phrase(sentence, j + 1, language)
            return phrase if phrase and _may_speak(sentence, phrase, language) else None
    return None


def _suffers(sentence: tuple[Term, ...], i: int, verb: str, language: str) -> bool:
    """Whether the verb's subject is what is spoken of ("The plan was called …"), unless it is quoted."""
    if not i or verb.endswith("ing") or verb in word_set(language, "quoting"):
        return False
    before = i - 2 if sentence[i - 1].form.endswith("ly") and i > 1 else i - 1
    return sentence[before].form in word_set(language, "being")


def _may_speak(sentence: tuple[Term, ...], phrase: tuple[int, int], language: str) -> bool:
    """Whether a phrase can name a speaker: it has a name, an article, an office or many ("by residents", not "by doing so")."""
    speaking = words_of(language, "groups", "determiners", "relays")
    return any(
        t.is_capital or is_role(t) or t.form in speaking or t.form in any_language("organisation_heads")
        for t in sentence[phrase[0] : phrase[1] + 1]
    )
