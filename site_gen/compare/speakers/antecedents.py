"""Whom "he", "it", "the company" and "the statement" mean: each voice with the name that the text gave it before.

Goes in: a voice and what the article has told so far (``memory``). Comes out: the voice under the name it stands for. A
voice that nothing before explains stays as it is; nobody is ever taken from another article.
"""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.language import fold, table
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language, demonyms, is_office, name_words

from ..reading import times, word_set, words_of
from .memory import NEAR_SENTENCES, Memory, gender_of, is_proper
from .voices import Voice

MAX_BODY_WORDS = 3
"""Words of a phrase that stands for a body named before ("the Leeds-based chip maker")."""


def resolve(named: Voice, memory: Memory, behind: str) -> Voice:
    """Whom a voice means here; ``behind`` is the sentence's rest behind its verb of speech."""
    if named.kind == "pronoun":
        return _antecedent(named, memory, behind)
    if _is_body_of_that_name(named, memory):
        return replace(named, kind="institution")
    if named.kind == "institution" and fold(named.name) in any_language("not_names"):
        full = memory.people.known(named.name)
        if full and full in memory.people:
            named = replace(named, name=full, kind="person")
    if named.kind == "person" and _reports(named, memory):
        return replace(named, kind="institution", is_relay=True)
    if named.kind == "person":
        return _in_full(named, memory)
    if named.kind == "institution" and (owned := _owned(named, memory)):
        return owned
    if named.said.casefold() != named.name.casefold() or named.kind == "document":
        return _taken_up(named, memory)
    return named


def _is_body_of_that_name(named: Voice, memory: Memory) -> bool:
    """Whether what reads as a person's surname is a body of the text, which names nobody of that name in full."""
    if named.kind != "person" or named.role or fold(named.name) not in memory.organisations:
        return False
    return len(name_words(memory.people.known(named.name) or "")) < 2


def _in_full(named: Voice, memory: Memory) -> Voice:
    """A person under the full name, with the role that the text gave before; as they are where the surname is another's."""
    full = (
        memory.people.known(named.name)
        or memory.bearer(named.name, gender_of(named.said, memory.language))
        or named.name
    )
    if _is_of_another(named, full, memory):
        return named
    roles = (v.role for _, v in reversed(memory.past) if v.kind == "person" and v.name == full and v.role)
    return replace(named, name=full, role=named.role or next(roles, None))


def _is_of_another(named: Voice, full: str, memory: Memory) -> bool:
    """Whether a surname alone is not the one person's who bears it: "the elder Doe", or "Mrs Doe" where the text names John Doe."""
    words = named.said.split()
    if len(name_words(named.name)) > 1 or len(words) == 1:
        return False
    shown, told = memory.shown_pronoun(full), gender_of(words[0], memory.language)
    is_of_other_sex = told is not None and shown is not None and {told, shown} == {"he", "she"}
    return is_of_other_sex or any(fold(word) in any_language("elder_words") for word in words[:-1])


def _reports(named: Voice, memory: Memory) -> bool:
    """Whether a single name that reports is nobody's of whom the text tells: a paper's ("Norhamico reported")."""
    carrying = word_set(memory.language, "relay_verbs")
    return named.verb in carrying and " " not in named.said and memory.people.known(named.name) is None


def _owned(named: Voice, memory: Memory) -> Voice | None:
    """A calling behind "his" or "its", with whose it is in brackets ("lawyer (Jane Doe)"); without, where nobody can be meant."""
    own = {w: p for p, words in table(memory.language).get("own_words", {}).items() for w in words}
    head, _, rest = named.said.partition(" ")
    pronoun = own.get(fold(head))
    if not pronoun or not rest:
        return None
    owner = resolve(Voice(head, pronoun, "pronoun"), memory, "")
    name = rest if owner.kind == "pronoun" else f"{rest} ({owner.name})"
    return replace(named, name=name)


def _antecedent(named: Voice, memory: Memory, behind: str) -> Voice:
    """Whom a pronoun means: the last to speak or to open a sentence who can be so called; itself where nobody can."""
    if named.name in word_set(memory.language, "pronouns_author"):
        return named
    if named.name in word_set(memory.language, "pronouns_thing"):
        return _thing_meant(named, memory)
    if named.name not in word_set(memory.language, "pronouns_one"):
        if memory.pair and memory.pair[0] >= memory.now - 1:
            return Voice(named.said, memory.pair[1], "group", verb=named.verb)
        past = memory.last("group", "institution")
        return replace(past, said=named.said, verb=named.verb) if past else named
    meant = _person_meant(named, memory, behind)
    if meant:
        return _as(named, *meant)
    past = memory.last("institution")
    if (
        past
        and not past.is_relay
        and memory.now - memory.when(past) <= NEAR_SENTENCES
        and not is_proper(past.name, memory.language)
        and not _are_several(past.name)
    ):
        return replace(past, said=named.said, verb=named.verb)
    return named


def _are_several(calling: str) -> bool:
    """Whether a calling is of more than one: "aides"."""
    head = fold(calling.split()[-1])
    return head.endswith("s") and is_office(head[:-1])


def _as(named: Voice, name: str, past: Voice | None) -> Voice:
    """A voice that stands for a person, as the person spoke before where they did."""
    if past is None:
        return Voice(named.said, name, "person", verb=named.verb)
    return replace(past, said=named.said, verb=named.verb)


def _person_meant(named: Voice, memory: Memory, behind: str) -> tuple[str, Voice | None] | None:
    """The likeliest person for a pronoun; one named in what is said ("She said Smith would …") is someone else."""
    for at, name, past in memory.recent():
        is_told = behind and name_words(name)[-1:] and _names(behind, name)
        if memory.can_be(name, named.name) and not is_told:
            surer = _surer(name, at, named.name, behind, memory)
            return (surer, None) if surer else (name, past)
    return None


def _surer(name: str, at: int, pronoun: str, behind: str, memory: Memory) -> str | None:
    """Who was named since in the same paragraph and is known to be "she", where of the likeliest nothing shows it.

    For the pronoun that news says less often, in the same sentence too ("Doe died where Roe was born. She …").
    """
    if memory.shown_pronoun(name) is not None:
        return None
    after = at - 1 if pronoun in word_set(memory.language, "pronouns_rarer") else at
    since = (n for b, s, n in reversed(memory.named) if b == memory.block and after < s <= memory.now)
    return next((n for n in since if memory.shown_pronoun(n) == pronoun and not _names(behind, n)), None)


def _names(text: str, name: str) -> bool:
    return name.split()[-1] in text


def _thing_meant(named: Voice, memory: Memory) -> Voice:
    """What "it" means: the body that opened the last sentence, else the last body or document to speak."""
    past = memory.last("institution", "document")
    spoke = memory.when(past) if past else -1
    for opened in (memory.thing, _bare_subject(memory)):
        if opened and opened[0] == memory.now - 1 and opened[0] > spoke:
            return Voice(named.said, opened[1], "institution", verb=named.verb)
    return replace(past, said=named.said, verb=named.verb) if past else named


def _bare_subject(memory: Memory) -> tuple[int, str] | None:
    """A single name that opened a sentence and of which nothing shows that it is a person's."""
    found = memory.subject
    is_bare = found and len(name_words(found[1])) == 1 and found[1] not in memory.pronoun_of
    return found if is_bare else None


def _taken_up(named: Voice, memory: Memory) -> Voice:
    """ "The statement", "the spokesman", "the company": whoever was so called before."""
    language = memory.language
    if fold(named.said.split(" ")[0].split("’")[0].split("'")[0]) not in word_set(language, "definite"):
        return named
    words = _without_honour(_office(named.name.casefold().split(), language), language)
    head, is_alone = words[-1], len(words) == 1
    is_title = is_alone and (head in any_language("person_titles") or head in any_language("role_heads"))
    titled = memory.titled.get(fold(named.name)) or (memory.titled.get(head) if is_title else None)
    if titled:
        return Voice(named.said, titled, "person", verb=named.verb)
    is_proper = any(w[0].isupper() and not w.endswith("-based") for w in named.name.split()[: len(words)])
    if body := _body_meant(words, memory, is_proper=is_proper):
        return Voice(named.said, body, "institution", verb=named.verb)
    if is_alone and head in word_set(language, "relays") and (relay := _relay_before(memory)):
        return replace(relay, said=named.said, verb=named.verb)
    if _AGED.fullmatch(words[0]) or _is_of_place(named.name.split(), head, language):
        return _last_fitting(named, head, memory) or named
    if len(words) > 2 or (is_proper and not is_title):
        return _elsewhere_called(named, head, memory) or named
    return _called_so(named, head, memory) or _by_calling(named, head, memory) or named


def _body_meant(words: list[str], memory: Memory, *, is_proper: bool) -> str | None:
    """The body that the text named with such a head, else, for "the company", the one named for it or last."""
    head = words[-1]
    if len(words) == 1 and head in memory.headed:
        return memory.headed[head]
    if is_proper or len(words) > MAX_BODY_WORDS or head not in word_set(memory.language, "companies"):
        return None
    return memory.named_for(head) or memory.last_body()


def _elsewhere_called(named: Voice, head: str, memory: Memory) -> Voice | None:
    """Who spoke in the sentence before, for a longer calling that the text gives to nobody by name ("the Norham Prize laureate")."""
    if head not in word_set(memory.language, "callings") or head in memory.titled:
        return None
    past = memory.last("person")
    near = past is not None and memory.now - memory.when(past) <= 1
    name = past.name if past and near else _opened_just_before(memory)
    pronoun = gender_of(head, memory.language)
    fits = name and (pronoun is None or memory.can_be(name, pronoun)) and head not in memory.callings
    return _as(named, name, past if past and past.name == name else None) if name and fits else None


def _opened_just_before(memory: Memory) -> str | None:
    """The person with whose name the sentence before began or who was its subject."""
    return memory.subject[1] if memory.subject and memory.subject[0] == memory.now - 1 else None


def _is_of_place(words: list[str], head: str, language: str) -> bool:
    """Whether a calling is told apart by a place or people alone ("the Ohio Republican", "the Algerian diplomat")."""
    place = " ".join(words[:-1])
    is_calling = head in words_of(language, "callings", "party_words")
    is_place = place_named(place) is not None or fold(place) in demonyms()
    return is_calling and place[:1].isupper() and len(words) <= MAX_BODY_WORDS and is_place


def _office(words: list[str], language: str) -> list[str]:
    """The words of a phrase, of a judge and the like only the word ("the judge at Orlo Crown Court")."""
    at_court = len(words) > 2 and words[0] in word_set(language, "at_court")
    return words[:1] if at_court and words[1] in word_set(language, "role_links") else words


def _without_honour(words: list[str], language: str) -> list[str]:
    """The words of a phrase without the time of an honour ("the two-time coach of the year")."""
    tail = words[-3:]
    is_honour = len(words) > 3 and tail[0] in word_set(language, "partitives") and tail[2] in times(language)
    return words[:-3] if is_honour else words


def _relay_before(memory: Memory) -> Voice | None:
    """The agency or broadcaster that carried somebody's words a few sentences ago ("state television", then "the channel")."""
    near = ((n, v) for n, v in reversed(memory.past) if memory.now - n <= NEAR_SENTENCES)
    return next((v for _, v in near if v.is_relay), None)


def _by_calling(named: Voice, head: str, memory: Memory) -> Voice | None:
    """The person who spoke last, else was put first, for a calling that the text need not have named ("the actress")."""
    called = memory.people.known(memory.callings.get(head, ""))
    if called in memory.people:
        return Voice(named.said, called or "", "person", role=head, verb=named.verb)
    if head not in word_set(memory.language, "callings"):
        return None
    return _last_fitting(named, head, memory)


def _last_fitting(named: Voice, head: str, memory: Memory) -> Voice | None:
    """The person who spoke a few sentences ago, else was put first, where the calling tells nothing against it."""
    pronoun = gender_of(head, memory.language)
    fitting = [f for f in memory.recent() if pronoun is None or memory.can_be(f[1], pronoun)]
    near = (f for f in fitting if f[2] is not None and memory.now - f[0] <= NEAR_SENTENCES)
    meant = next(near, fitting[0] if fitting else None)
    return _as(named, meant[1], meant[2]) if meant else None


_AGED = re.compile(r"\d+-year-old")


def _called_so(named: Voice, head: str, memory: Memory) -> Voice | None:
    """Who issued the document; the last voice whose words or role have the head; the last voice at all for a document
    that anybody may write.
    """
    if head in memory.issued:
        return replace(memory.issued[head], said=named.said, verb=named.verb)
    for _, past in reversed(memory.past):
        described = f"{past.said} {past.role or ''}".casefold().replace(",", " ").split()
        if head in described and past.said != named.said:
            return replace(past, said=named.said, verb=named.verb)
    own = word_set(memory.language, "documents") - words_of(memory.language, "issued_documents", "relays")
    if head in own and head not in memory.unsigned and memory.past:
        return replace(memory.past[-1][1], said=named.said, verb=named.verb)
    return None
