"""The noun phrases around a verb of speech.

Goes in: the terms of a sentence. Comes out: the phrase before or behind a term that can name a speaker, as first and last
term. No parser: English, French and Arabic news puts the speaker next to the verb, and what stands between them (an
apposition, an auxiliary, a day) is listed in tables.
"""

from __future__ import annotations

import re

from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language

from ..reading import word_set, words_of
from ..terms import Term, is_role
from .phrases import is_adverb, joining_words, joins_names, segments_of
from .subjects import main_subject
from .verbs import only_names


def backward_phrase(sentence: tuple[Term, ...], at: int, language: str) -> tuple[int, int] | None:
    """First and last term of the subject that ends before the verb at ``at``; None where the clause has none.

    ``X, an official with Y, said``: the apposition is stepped over. ``In Geneva, X said``: the opening is left off.
    ``X issued a complaint and decried``: the subject of the sentence's first verb is taken; so it is for ``X, known as … by
    many, said``.
    """
    last = _before_bracket(sentence, _before_auxiliaries(sentence, at - 1, language))
    last = _before_suffix(sentence, last, language)
    if last < 0 or sentence[last].is_quotation:
        return main_subject(sentence, language) if last > 0 and at - 1 > last else None
    if (
        sentence[last].text == ","
        and sentence[at].form.endswith("ing")
        and not _is_absolute(sentence, last, language)
    ):
        return main_subject(sentence[:last], language)
    first = _clause_start(sentence, last)
    segments = segments_of(sentence, first, last)
    if not segments:
        return None
    if sentence[last].form in word_set(language, "complementisers"):
        return None
    opens_aside = sentence[segments[-1][0]].form in word_set(language, "phrase_openers")
    if opens_aside and first > 0 and sentence[at].form.endswith("ing"):
        return main_subject(sentence, language)
    is_aside = sentence[last].text in ",)—–-" or _is_described(sentence, segments, language)
    chosen = _before_apposition(sentence, segments, language) if is_aside else segments[-1]
    phrase = _subject(sentence, chosen, segments, language) if chosen else None
    suffers = phrase is not None and sentence[phrase[0]].form in word_set(language, "by_words")
    return main_subject(sentence, language) if suffers else phrase


def _before_suffix(sentence: tuple[Term, ...], last: int, language: str) -> int:
    """The last term of a name without its suffix ("John Doe, Jr. said")."""
    at = last - 1 if last > 0 and sentence[last].text == "." else last
    if at < 2 or sentence[at].form not in word_set(language, "name_suffixes"):
        return last
    return at - 2 if sentence[at - 1].text == "," else at - 1


def _before_bracket(sentence: tuple[Term, ...], last: int) -> int:
    """The last term of a name without the short bracket that says whose it is ("Jane Doe (D., Calif.) said")."""
    if last < 3 or sentence[last].text != ")":
        return last
    opens = next((i for i in range(last - 1, max(0, last - MAX_BRACKET), -1) if sentence[i].text == "("), 0)
    is_party = opens > 0 and sentence[opens - 1].is_capital and len(sentence[opens + 1].text) == 1
    return opens - 1 if is_party else last


MAX_BRACKET = 8
"""Terms back to where a bracket with a party and a place opens."""


def _is_described(sentence: tuple[Term, ...], segments: list[tuple[int, int]], language: str) -> bool:
    """Whether the last segment only goes on to describe the name before it ("Doe, a clerk who left in May said")."""
    relatives, determiners = word_set(language, "relatives"), word_set(language, "determiners")
    start, end = segments[-1]
    named = any(sentence[s].is_capital for s, _ in segments[:-1])
    if named and _is_office(sentence, start, end, language):
        return True
    inside = any(t.form in relatives for t in sentence[start + 1 : end + 1])
    return inside and named and sentence[start].form in determiners


def _is_office(sentence: tuple[Term, ...], start: int, end: int, language: str) -> bool:
    """Whether a segment is an office with its place, nobody named in it ("chairman of the Water Board")."""
    links = word_set(language, "phrase_links")
    return start < end and is_role(sentence[start]) and sentence[start + 1].form in links


def _before_auxiliaries(sentence: tuple[Term, ...], last: int, language: str) -> int:
    skipped, days = word_set(language, "auxiliaries"), word_set(language, "weekdays")
    times, before_times = word_set(language, "time_nouns"), word_set(language, "before_times")
    if last > 1 and sentence[last].form in times and sentence[last - 1].form in before_times:
        last -= 2
    while last >= 0 and (
        (
            sentence[last].form in skipped
            and not (sentence[last].is_capital and sentence[last].form not in days)
        )
        or is_adverb(sentence[last], language)
        or (sentence[last].form in word_set(language, "late_adverbs") and sentence[last - 1].form in skipped)
        or (sentence[last].form in word_set(language, "degrees") and sentence[last - 1].form in skipped)
        or (sentence[last].form in word_set(language, "before_days") and sentence[last + 1].form in days)
    ):
        last -= 1
    return last


def _clause_start(sentence: tuple[Term, ...], last: int) -> int:
    first = last
    while first > 0 and not (sentence[first - 1].is_quotation or sentence[first - 1].text in ";:!?"):
        first -= 1
    return first


def _before_apposition(
    sentence: tuple[Term, ...], segments: list[tuple[int, int]], language: str
) -> tuple[int, int] | None:
    """The segment that names someone, where the last ones only describe them ("Jane Doe, 47, a lawyer,").

    Where none names anyone, the first that has an article, an office or an owner, else the first of all.
    """
    fallback: tuple[int, int] | None = None
    for start, end in reversed(segments):
        if name := _named_behind_opener(sentence, start, end, language):
            return name
        if _names_nobody(sentence, start, end, language):
            continue
        if _is_definite_name(sentence, start, end, language):
            return start, end
        earlier = [s for s in segments if s[1] < start]
        if _is_part_of(sentence, (start, end), earlier, language):
            continue
        if _describes(sentence, (start, end), earlier, language):
            fallback = start, end
        elif sentence[start].is_capital:
            return start, end
    return fallback or segments[0]


def _named_behind_opener(
    sentence: tuple[Term, ...], start: int, end: int, language: str
) -> tuple[int, int] | None:
    """The name behind the word that opens its segment ("with Jane Doe"; "while Jane Doe", not in a bracket)."""
    form = sentence[start].form
    if start == end or not sentence[start + 1].is_capital:
        return None
    if form in word_set(language, "absolute_openers"):
        return start + 1, end
    is_clause = form in word_set(language, "clause_openers") and not _names_nobody(
        sentence, start, end, language
    )
    return (start + 1, end) if is_clause else None


def _names_nobody(sentence: tuple[Term, ...], start: int, end: int, language: str) -> bool:
    """Whether a segment is a relative clause, a number, an aside, in a bracket, one letter, or a party and its place."""
    form = sentence[start].form
    if form in words_of(language, "relatives", "phrase_openers") or form.isdecimal():
        return True
    is_letter = len(form.split("-")[0]) == 1 and sum(t.is_word for t in sentence[start : end + 1]) == 1
    return is_letter or _is_bracketed(sentence, start, end) or _is_of_party(sentence, start, end)


def _is_of_party(sentence: tuple[Term, ...], start: int, end: int) -> bool:
    """Whether a segment only says for which party and place somebody sits ("Jane Doe, Maine Democrat, said")."""
    place = " ".join(t.text for t in sentence[start:end])
    return sentence[end].form in any_language("party_words") and place_named(place) is not None


def _is_definite_name(sentence: tuple[Term, ...], start: int, end: int, language: str) -> bool:
    """Whether a segment is a name with its article ("the Water Board")."""
    is_definite = sentence[start].form in word_set(language, "definite")
    return is_definite and all(t.is_capital for t in sentence[start + 1 : end + 1])


def _is_part_of(
    sentence: tuple[Term, ...], segment: tuple[int, int], earlier: list[tuple[int, int]], language: str
) -> bool:
    """Whether a segment goes on with the one before it: inside a relative clause, or the region of its town."""
    if not earlier:
        return False
    before = earlier[-1]
    in_clause = sentence[before[0]].form in word_set(language, "relatives")
    if len(earlier) > 1 and in_clause and sentence[segment[0]].is_capital:
        return True
    return _is_region(sentence, *segment, before, language)


def _describes(
    sentence: tuple[Term, ...], segment: tuple[int, int], earlier: list[tuple[int, int]], language: str
) -> bool:
    """Whether a segment only says what somebody is: with an article, by an office, a calling behind a name, or an owner."""
    start, end = segment
    if sentence[start].form in word_set(language, "determiners") or _is_office(
        sentence, start, end, language
    ):
        return True
    if earlier and _is_calling(sentence, start, end, language) and sentence[earlier[-1][1]].is_capital:
        return True
    return _is_owned(sentence[start : end + 1])


def _is_bracketed(sentence: tuple[Term, ...], start: int, end: int) -> bool:
    """Whether a segment stands in a bracket ("Sen. Jane Doe (D., Ill.), a lawyer, said")."""
    opens = next((i for i in range(start - 1, -1, -1) if sentence[i].text in "()"), None)
    if opens is None or sentence[opens].text != "(":
        return False
    closes = next((t.text for t in sentence[end + 1 :] if t.text in "()"), "")
    return closes == ")"


def _is_region(
    sentence: tuple[Term, ...], start: int, end: int, before: tuple[int, int], language: str
) -> bool:
    """Whether a segment only says where the town before it lies ("The mill in Portby, Maine, said")."""
    links = word_set(language, "noun_links")
    name = " ".join(t.text for t in sentence[start : end + 1])
    in_town = (
        any(t.form in links for t in sentence[before[0] + 1 : before[1]]) and sentence[before[1]].is_capital
    )
    return in_town and (place_named(name) is not None or _INITIALS.fullmatch(name) is not None)


_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")


def _is_calling(sentence: tuple[Term, ...], start: int, end: int, language: str) -> bool:
    """Whether a segment that begins with a body's name is somebody's calling ("FRA assistant secretary for roads")."""
    links = word_set(language, "phrase_links")
    head = next((i - 1 for i in range(start + 1, end + 1) if sentence[i].form in links), end)
    return (
        head > start
        and sentence[start].is_capital
        and not sentence[head].is_capital
        and is_role(sentence[head])
    )


def _is_owned(segment: tuple[Term, ...]) -> bool:
    """Whether a segment only describes by an owner ("North Valley's best known singer"): no name behind the possessive."""
    owners = [i for i, t in enumerate(segment) if t.text.endswith(("’s", "'s"))]
    return bool(owners) and not any(t.is_capital for t in segment[owners[-1] + 1 :])


def _subject(
    sentence: tuple[Term, ...], chosen: tuple[int, int], segments: list[tuple[int, int]], language: str
) -> tuple[int, int] | None:
    start, end = chosen
    relatives = word_set(language, "relatives")
    if sentence[end].form in relatives:
        end -= 1
        if end < start:
            earlier = [s for s in segments if s[1] < start]
            return _without_opening(sentence, earlier[-1], language) if earlier else None
    if sentence[end].form in joining_words(language) or sentence[end].form in word_set(
        language, "coordinators"
    ):
        return main_subject(sentence, language)
    return _without_opening(sentence, (start, end), language)


def _is_absolute(sentence: tuple[Term, ...], last: int, language: str) -> bool:
    """Whether "with X, a clerk, saying" names the speaker of a participle."""
    absolute = word_set(language, "absolute_openers")
    return any(
        t.form in absolute
        and i + 1 < last
        and sentence[i + 1].is_capital
        and i
        and sentence[i - 1].text == ","
        for i, t in enumerate(sentence[:last])
    )


def _without_opening(
    sentence: tuple[Term, ...], span: tuple[int, int], language: str
) -> tuple[int, int] | None:
    """The phrase behind the last conjunction or verb of its segment; None where no word of it can name anyone."""
    start = _behind_verb(sentence, *span, language)
    start, end = _behind_conjunction(sentence, start, span[1], language)
    while start < end and sentence[start].form in word_set(language, "lead_words"):
        start += 1
    empty = words_of(language, "clause_openers", "relatives", "phrase_openers")
    unnamed = all(t.form in empty for t in sentence[start : end + 1])
    return (start, end) if start <= end and not unnamed else None


def _behind_verb(sentence: tuple[Term, ...], start: int, end: int, language: str) -> int:
    """Where the words behind the last verb of speech inside a segment begin; its start where there is none."""
    verbs = word_set(language, "speech_verbs")
    for i in range(end - 1, start, -1):
        is_verb = sentence[i].form in verbs and not sentence[i].is_capital
        if is_verb and sentence[i - 1].is_word and not only_names(sentence, i, language):
            return i + 1
    return start


def _behind_conjunction(sentence: tuple[Term, ...], start: int, end: int, language: str) -> tuple[int, int]:
    """A segment's words behind its last conjunction, and before a relative clause or a second subject ("Doe and his wife")."""
    relatives, possessives = word_set(language, "relatives"), word_set(language, "possessives")
    openers = words_of(language, "clause_openers", "relatives")
    joining = joining_words(language)
    for i in range(end, start - 1, -1):
        form = sentence[i].form
        if form in relatives and sentence[i - 1].is_word and i > start:
            end = i - 1
        elif form not in openers or i >= end or (form in joining and joins_names(sentence, i)):
            continue
        elif form in joining and sentence[i + 1].form in possessives:
            end = i - 1
        else:
            return i + 1, end
    return start, end
