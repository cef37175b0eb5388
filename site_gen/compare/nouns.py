"""The noun that a number counts: the phrase behind it, its head, and what kind of people or things it is.

Goes in: the pieces of a sentence and a number. Comes out: first and last piece of the phrase, and its kind. No parser: a
plural, or a word of the table of kinds, is taken for the head; a verb or a small word ends the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from site_gen.language import table
from site_gen.language.names import demonyms
from site_gen.language.tables import own_table

from .concepts import concept
from .numerals import openers
from .pieces import Number, Piece
from .reading import comparable, kind_table, word_set, words_of
from .surroundings import country_of, happening_table, joined

MAX_WORDS = 7
"""Words between a number and its noun ("900 newly hired Spanish factory workers")."""
OF, REST = "of", "rest"
"""What a number of some of the whole is narrowed by: "23 of those hurt", "20 others"."""
PEOPLE = "people"
"""The kind that every other kind of person is part of ("19,000 people", "19,000 employees")."""

Phrase = tuple[int, int]
"""First and last piece; first > last where there is none."""


STOPS = ("small_words", "auxiliaries", "speech_verbs", "clause_openers", "relatives", "weekdays")
"""Tables of words that end a noun phrase."""


def noun(row: Sequence[Piece], number: Number, language: str) -> Phrase:
    """The noun phrase behind the number."""
    first = _after_number(row, number, language)
    end = _run_end(row, first, language)
    if (whole := _whole(row, first)) is not None:
        first = whole + 1
        end = _run_end(row, first, language)
    if end < first:
        return first, first - 1
    head = _head(row, first, end, number, language)
    if head is None:
        return first, first - 1
    return first, _with_joined(row, head, language)


def _whole(row: Sequence[Piece], first: int) -> int | None:
    """The number of the whole, its owner before it ("five of the mill's 17 boats"); None where there is none."""
    for i in range(first + 1, min(len(row), first + MAX_WORDS)):
        if row[i].is_number:
            return i if row[i - 1].form == "s" and row[i - 2].text in "’'" else None
        if not row[i].is_word and row[i].text not in "’'":
            return None
    return None


def _with_joined(row: Sequence[Piece], head: int, language: str) -> int:
    """The last piece of two kinds counted together ("fighters and civilians"; not "killed two pupils and wounded four")."""
    behind, then = row[head + 1 : head + 3], row[head + 3 : head + 4]
    is_joined = (
        len(behind) == 2
        and behind[0].form in word_set(language, "joining")
        and _kind_of(row, head, language)
        and _kind_of(row, head + 2, language)
        and not (then and (then[0].is_number or then[0].form in openers(language)))
    )
    return head + 2 if is_joined else head


def _after_number(row: Sequence[Piece], number: Number, language: str) -> int:
    """The piece where the noun may begin: "more", "other", "of the" and hyphens are stepped over, the "New" of a name is not."""
    skip = word_set(language, "before_noun")
    i = number.last + 1
    while i < len(row) and (
        (row[i].form in skip and not _opens_name(row, i))
        or (row[i].text in "-‑" and row[i - 1].end == row[i].start)
    ):
        i += 1
    return i


def _opens_name(row: Sequence[Piece], i: int) -> bool:
    return row[i].text[0].isupper() and i + 1 < len(row) and row[i + 1].text[0].isupper()


def _run_end(row: Sequence[Piece], first: int, language: str) -> int:
    """The last piece of the words from ``first`` on that can be one phrase."""
    last = first - 1
    words = 0
    for i in range(first, len(row)):
        piece = row[i]
        if i > first and _is_inside_word(row, i):
            continue
        if i > first and _joins_adjectives(row, i, language):
            continue
        if not piece.is_word or words == MAX_WORDS or _stops_phrase(piece, language, is_first=i == first):
            break
        if i > first and _is_finite(piece, language):
            break
        words += 1
        last = i
    return last


def _joins_adjectives(row: Sequence[Piece], i: int, language: str) -> bool:
    """Whether "and" stands between two words that tell of one noun ("shipping and trading companies")."""
    if row[i].form not in word_set(language, "joining") or i + 2 >= len(row):
        return False
    before, one, two = row[i - 1], row[i + 1], row[i + 2]
    if is_plural(before, language) or _kind_of(row, i - 1, language) or not (one.is_word and two.is_word):
        return False
    is_head = is_plural(two, language) or bool(_kind_of(row, i + 2, language))
    return is_head and not is_plural(one, language) and one.form not in words_of(language, *STOPS)


def _is_inside_word(row: Sequence[Piece], i: int) -> bool:
    """Whether a mark stands inside a word ("crew-member") or behind a letter of an abbreviation ("U.S.")."""
    piece, before = row[i], row[i - 1]
    if piece.text not in ".'’-" or before.end != piece.start or i + 1 == len(row):
        return False
    is_letter = piece.text == "." and len(before.text) == 1 and before.text.isupper()
    return is_letter or row[i + 1].start == piece.end


def _stops_phrase(piece: Piece, language: str, *, is_first: bool) -> bool:
    """Whether a word ends the noun phrase before it; a letter of an abbreviation ("U.S.") does not."""
    if piece.text.isupper() or piece.form in kind_table(language):
        return False
    is_noun_too = is_first and piece.form in word_set(language, "speech_verbs")
    return piece.form in words_of(language, *STOPS) and not is_noun_too


def _is_finite(piece: Piece, language: str) -> bool:
    """Whether a word behind the number reads as a verb that the noun before it is subject of."""
    if piece.form in kind_table(language) or not piece.text.islower():
        return False
    return piece.form in happening_table(language) and piece.form not in word_set(language, "happening_nouns")


def _head(row: Sequence[Piece], first: int, end: int, number: Number, language: str) -> int | None:
    """The last piece of the noun: a known kind, else the first plural, else what can stand alone."""
    kinds = kind_table(language)
    if table(language).get("noun_first"):
        return (
            None if row[first].form in happening_table(language) and row[first].form not in kinds else first
        )
    known = [i for i in range(first, end + 1) if _kind_of(row, i, language)]
    plural = [i for i in range(first, end + 1) if is_plural(row[i], language)]
    if known and (not plural or known[0] <= plural[0] or plural[0] in known):
        head = next((i for i in known if i in plural), known[-1])
        while head + 1 <= end and row[head + 1].form in word_set(language, "member_words"):
            head += 1
        return head
    if plural:
        head = plural[0]
        while head + 1 in plural:
            head += 1
        return head
    return _lone_head(row, first, end, number, language)


def _lone_head(row: Sequence[Piece], first: int, end: int, number: Number, language: str) -> int | None:
    """The head of a noun without a known kind or plural: the first word, behind "one" or a unit the next; None for a verb."""
    lone = row[first]
    if lone.form in happening_table(language) and lone.form not in kind_table(language):
        return None
    if number.unit or number.value == 1:
        return min(end, first + 1) if not _ends_as_verb(row[min(end, first + 1)]) else first
    if end > first or _ends_as_verb(lone):
        return None if _ends_as_verb(lone) or plural_letters(language) else first
    return first


@lru_cache(maxsize=16)
def plural_letters(language: str) -> str:
    """Letters that end a plural, in the languages where one is told by its last letter; empty in others."""
    return str(own_table(language).get("plural_letters", ""))


def is_plural(piece: Piece, language: str) -> bool:
    """Whether a word is a plural by its form, or a known noun without one ("people", "aircraft")."""
    form = piece.form
    if form in word_set(language, "plurals"):
        return True
    if len(form) < 4 or form[-1] not in plural_letters(language) or form[-2] == "s":
        return False
    if form[-2:] in ("us", "is") or form in word_set(language, "singulars"):
        return False
    return piece.text.islower() or form.removesuffix("s") in demonyms()


def _ends_as_verb(piece: Piece) -> bool:
    return piece.form.endswith(("ed", "ing", "ly"))


def _kind_of(row: Sequence[Piece], i: int, language: str) -> str:
    found = kind_table(language).get(row[i].form, "")
    if not found and row[i].form.endswith("s") and row[i].form.removesuffix("s") in demonyms():
        return PEOPLE
    return found


def kind_of(row: Sequence[Piece], phrase: Phrase, language: str) -> str:
    """The kind of a noun phrase: a line of the table, else its head's stem; "" for none and for "times".

    Of two kinds joined the first, but "people" for two kinds of people.
    """
    first, last = phrase
    if last < first:
        return ""
    kinds = [k for i in range(last, first - 1, -1) if (k := _kind_of(row, i, language))]
    if not kinds:
        return (
            ""
            if row[last].form in word_set(language, "occasions")
            else concept(comparable(row[last].form), language)
        )
    kind = kinds[0]
    if kind == PEOPLE and row[last].form in words_of(language, "member_words", "any_people"):
        kind = next((k for k in kinds if k != PEOPLE), kind)
    if last - 1 > first and row[last - 1].form in word_set(language, "joining"):
        one = _kind_of(row, last - 2, language)
        return PEOPLE if one != kind and {one, kind} <= persons(language) else one
    return kind


def narrowing_of(row: Sequence[Piece], number: Number, phrase: Phrase, language: str) -> frozenset[str]:
    """What makes the number count a part: countries and names in the phrase, "of the" before it."""
    first, last = phrase
    words: set[str] = set()
    i = first
    while i < last + 1 and i < len(row):
        text = joined(row, i)
        country = country_of(text)
        if country:
            words.add(country)
        elif row[i].text[0].isupper() and len(row[i].text) > 1 and i < last:
            words.add(row[i].form)
        i += 1
    behind = [p.form for p in row[number.last + 1 : number.last + 3]]
    is_part = len(behind) == 2 and behind[0] in word_set(language, "partitives")
    if is_part and (
        behind[1] in words_of(language, "definite", "of_them") or _is_number(behind[1], language)
    ):
        words.add(OF)
    return frozenset(words)


def _is_number(form: str, language: str) -> bool:
    """Whether a number begins with a word: "ten of 12 clerks" are some of them."""
    return form.isdecimal() or form in openers(language)


def taken_up(row: Sequence[Piece], number: Number, others: Sequence[Number], language: str) -> str:
    """The kind of the number before, for "11 of them" and "Of the 20 towns, eight"; empty elsewhere."""
    behind = [p.form for p in row[number.last + 1 : number.last + 3]]
    earlier = [n for n in others if n.last < number.first]
    if not earlier or number.unit:
        return ""
    is_of_them = len(behind) == 2 and behind[1] in word_set(language, "of_them")
    if not is_of_them and not _parts_a_whole(row, number, earlier[-1], language):
        return ""
    return kind_of(row, noun(row, earlier[-1], language), language)


def _parts_a_whole(row: Sequence[Piece], number: Number, whole: Number, language: str) -> bool:
    """Whether the clause before a number opens with "of" and the whole: "Of the 20 towns that …, eight"."""
    opening = [p.form for p in row[max(0, whole.first - 3) : whole.first]]
    is_opened = any(form in word_set(language, "partitives") for form in opening) and whole.first <= 3
    return is_opened and number.first > 0 and row[number.first - 1].text in ",–—"


@lru_cache(maxsize=16)
def persons(language: str) -> frozenset[str]:
    """Kinds of which every member is a person."""
    return frozenset(table(language).get("person_kinds", ())) | {PEOPLE}


@lru_cache(maxsize=16)
def things(language: str) -> frozenset[str]:
    """Kinds that no person is."""
    return frozenset(table(language).get("thing_kinds", ()))
