"""Stretches of a sentence beside a number: a noun phrase, what narrows a noun, the verb and the subject before it.

Goes in: the pieces of a sentence and a place. Comes out: the last (or first) piece of the stretch. No parser: a stretch ends
where a word of the tables, a mark or the form of a word ends it, and never in the middle of a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import table

from ..nouns import is_plural
from ..pieces import Piece
from ..reading import kind_table, word_set, words_of
from ..surroundings import happening_table
from .gapped import CLOSERS

PHRASE_WORDS = 6
"""Words of one noun phrase; a name is not cut."""
TAIL_WORDS = 6
"""Words of what is said of a noun."""
LINKS = 2
"""Prepositions that narrow one noun one behind the other ("of fuel in the tanks")."""
NO_NOUNS = ("small_words", "auxiliaries", "clause_openers", "according", "weekdays", "relatives")
"""Tables of words of which no noun phrase is made."""


def phrase_end(row: Sequence[Piece], i: int, language: str) -> int:
    """The last piece of the noun phrase that begins at ``i``, its determiner included; ``i - 1`` where none does."""
    first = i
    while first < len(row) and row[first].form in words_of(
        language, "definite", "own", "articles_of_headings"
    ):
        first += 1
    last, words = first - 1, 0
    for k in range(first, len(row)):
        if is_inside(row, k):
            last = k if row[k].text[0].isalnum() and last >= first else last
            continue
        if not _goes_on(row, k, first, language):
            break
        if words >= PHRASE_WORDS and not (row[k].text[0].isupper() and row[last].text[0].isupper()):
            return i - 1
        last, words = k, words + 1
    last = _with_abbreviation(row, last)
    is_cut = last + 1 < len(row) and row[last + 1].text in "-‑%$"
    is_cut = is_cut or _is_joined_on(row, first, last, language)
    is_loose = last >= first and (row[last].form.endswith("ly") or _is_owner(row, last))
    return i - 1 if last < first or is_cut or is_loose else last


def _is_joined_on(row: Sequence[Piece], first: int, last: int, language: str) -> bool:
    """Whether "and" joins another word to a lone one that is no plural ("public and private schools")."""
    behind = row[last + 1 : last + 3]
    is_lone = first == last and row[last].text.islower() and not is_plural(row[last], language)
    return (
        is_lone and len(behind) == 2 and behind[0].form in word_set(language, "joining") and behind[1].is_word
    )


def _is_owner(row: Sequence[Piece], last: int) -> bool:
    """Whether a phrase ends with the "s" of an owner ("the city's")."""
    return row[last].form == "s" and row[last - 1].text in "'’"


def is_inside(row: Sequence[Piece], k: int) -> bool:
    """Whether a mark stands inside a word or an abbreviation, or a letter behind such a mark ("s" of "city's")."""
    if not 0 < k < len(row) or row[k - 1].end != row[k].start:
        return False
    joins = row[k].text in "-‑'’.&" and k + 1 < len(row) and row[k + 1].start == row[k].end
    return (joins and row[k + 1].text[0].isalnum()) or row[k - 1].text in "-‑'’.&"


def _with_abbreviation(row: Sequence[Piece], last: int) -> int:
    """The last piece with the point behind a letter ("the U.S.")."""
    is_point = 0 <= last < len(row) - 1 and row[last + 1].text == "." and row[last + 1].start == row[last].end
    return last + 1 if is_point and len(row[last].text) == 1 and row[last].text.isupper() else last


def _goes_on(row: Sequence[Piece], k: int, first: int, language: str) -> bool:
    piece = row[k]
    if piece.is_number:
        return (
            len(piece.text) == YEAR_DIGITS
            and piece.text.isdecimal()
            and k + 1 < len(row)
            and row[k + 1].is_word
        )
    if not piece.is_word:
        return False
    if piece.form in words_of(language, "weekdays", "heading_stops") or (
        k > first and _is_month(piece, language)
    ):
        return False
    if piece.text[0].isupper() and piece.form not in word_set(language, "clause_openers"):
        return True
    if piece.form in words_of(language, *NO_NOUNS):
        return False
    if k == first:
        return True
    if _has_object(row, k, language):
        return False
    return not (_reads_as_verb(piece, language) or _is_behind_plural(row, k, language))


YEAR_DIGITS = 4


def _has_object(row: Sequence[Piece], k: int, language: str) -> bool:
    """Whether a word in "s" inside a phrase is a verb, for its object follows ("an opinion supports the mayor")."""
    behind = row[k + 1] if k + 1 < len(row) else None
    opens = behind is not None and (
        behind.form in words_of(language, "definite", "own", "articles_of_headings")
        or behind.text[0].isupper()
    )
    return (
        opens and row[k].text.islower() and row[k].form.endswith("s") and not is_plural(row[k - 1], language)
    )


def _is_month(piece: Piece, language: str) -> bool:
    return piece.text[0].isupper() and piece.form in table(language).get("months", {})


def _reads_as_verb(piece: Piece, language: str) -> bool:
    """Whether a word inside a phrase is rather the verb behind it."""
    if piece.form in kind_table(language) or piece.form in word_set(language, "happening_nouns"):
        return False
    is_told = piece.form in happening_table(language) or piece.form in words_of(
        language, "speech_verbs", "plain_forms"
    )
    is_finite = piece.form.removesuffix("s") in word_set(language, "plain_forms")
    return is_told or is_finite or piece.form.endswith(("ed", "ly"))


def _is_behind_plural(row: Sequence[Piece], k: int, language: str) -> bool:
    """Whether a plural stands before a word, which then goes on with something else."""
    before = row[k - 1]
    return before.text.islower() and is_plural(before, language)


def narrowed_to(row: Sequence[Piece], last: int, language: str) -> int:
    """The last piece of what narrows the noun or unit that ends at ``last``: "in office", "of fuel in the tanks"; ``last`` for nothing."""
    for _ in range(LINKS):
        i = last + 1
        if i >= len(row) or row[i].form not in word_set(language, "heading_links"):
            break
        end = phrase_end(row, i + 1, language)
        if end == i + 1 and row[end].form.endswith("ing"):
            end = max(end, phrase_end(row, end + 1, language)) if end + 1 < len(row) else end
            end = i if end == i + 1 and end + 1 < len(row) and row[end + 1].is_word else end
        if end <= i or _is_followed_by_number(row, end):
            break
        last = end
    return last


def _is_followed_by_number(row: Sequence[Piece], end: int) -> bool:
    return end + 1 < len(row) and row[end + 1].is_number


def purpose_end(row: Sequence[Piece], last: int, language: str) -> int:
    """The last piece of "to decide", "to give to a friend" behind ``last``; ``last`` where none stands there."""
    i = last + 1
    if i + 1 >= len(row) or row[i].form not in word_set(language, "infinitives"):
        return last
    verb = row[i + 1]
    if (
        not verb.is_word
        or not verb.text.islower()
        or verb.form in words_of(language, "small_words", "definite")
    ):
        return last
    behind = phrase_end(row, i + 2, language)
    return narrowed_to(row, behind if behind > i + 1 else i + 1, language)


def said_to(row: Sequence[Piece], first: int, language: str) -> int:
    """The last piece of the few words from ``first`` that say something of a noun; ``first - 1`` for none."""
    reached, words = _said_reach(row, first, language)
    behind = row[reached + 1] if reached + 1 < len(row) else None
    is_cut = behind is not None and (behind.is_number or (words >= TAIL_WORDS and behind.is_word))
    idle = words_of(
        language, "small_words", "auxiliaries", "clause_openers", "determiners", "own", "heading_stops"
    )
    last = reached
    while last >= first and (
        row[last].form in idle or not row[last].text[0].isalnum() or _is_initial(row, last)
    ):
        last -= 1
    if is_cut and first < last == reached:
        last = _to_last_whole(row, first, last, language)
    return _with_abbreviation(row, last)


def _said_reach(row: Sequence[Piece], first: int, language: str) -> tuple[int, int]:
    """The last piece of the words from ``first`` up to a mark or another clause, and how many words they are."""
    last, words = first - 1, 0
    for k in range(first, len(row)):
        if is_inside(row, k):
            last = k if last == k - 1 else last
            continue
        if not row[k].is_word or row[k].text in CLOSERS or words >= TAIL_WORDS:
            break
        if words > 1 and row[k].form in words_of(language, "clause_openers", "relatives", "clause_subjects"):
            break
        if words > 1 and _begins_another(row, k, first, language):
            break
        words += 1
        last = k
    return last, words


def _begins_another(row: Sequence[Piece], k: int, first: int, language: str) -> bool:
    """Whether a verb behind a participle's own words is that of the clause ("carrying pupils left", "made of oak were")."""
    if row[first].form in words_of(language, "auxiliaries", "relatives", "predicates", "speech_verbs"):
        return False
    is_verb = row[k].form in happening_table(language) and is_plural(row[k - 1], language)
    return is_verb or row[k].form in word_set(language, "auxiliaries")


def _is_initial(row: Sequence[Piece], i: int) -> bool:
    """Whether a lone small letter stands there ("Roe v. Wade")."""
    return len(row[i].text) == 1 and row[i].text.islower() and row[i - 1].text not in "'’"


def _to_last_whole(row: Sequence[Piece], first: int, last: int, language: str) -> int:
    """Where the last phrase is cut: the end of what stands before it."""
    small = words_of(language, "small_words", "determiners")
    at = last
    while at > first and (row[at].form not in small or is_inside(row, at)):
        at -= 1
    while at > first and row[at].form in small:
        at -= 1
    return at if at > first else last


def verb_before(row: Sequence[Piece], first: int, language: str) -> int:
    """The verb right before a number, its hedge left out already; an article or "another" may stand between; -1 for none."""
    i = first - 1
    while i >= 0 and row[i].form in words_of(language, "articles_of_headings", "own", "additions"):
        i -= 1
    return i if i >= 0 and row[i].is_word else -1


def subject_before(row: Sequence[Piece], verb: int, language: str) -> tuple[int, int] | None:
    """First and last piece of the noun phrase that ends right before a verb, auxiliaries left out; None for none."""
    last = verb - 1
    while last >= 0 and row[last].form in words_of(language, "auxiliaries", "degrees"):
        last -= 1
    first = last + 1
    while first > 0 and (is_inside(row, first - 1) or _may_open(row, first - 1, language)):
        first -= 1
    while first <= last and is_inside(row, first):
        first += 1
    opens = (
        first == 0
        or not row[first - 1].is_word
        or row[first - 1].form in word_set(language, "clause_openers")
    )
    article = first > 0 and row[first - 1].form in words_of(
        language, "definite", "articles_of_headings", "own"
    )
    if article:
        before = row[first - 2] if first > 1 else None
        opens = before is None or not before.is_word or before.form in word_set(language, "clause_openers")
    return (first, last) if opens and first <= last and last - first < SUBJECT_PIECES else None


SUBJECT_PIECES = 7


def _may_open(row: Sequence[Piece], i: int, language: str) -> bool:
    piece = row[i]
    return piece.is_word and piece.form not in words_of(language, *NO_NOUNS, "speech_verbs", "determiners")
