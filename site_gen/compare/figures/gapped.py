"""What a measure measures, in an article's own words: the clause around the number, a gap in its place.

Goes in: the pieces of a sentence and a number in it. Comes out: "outside for …", "… of fuel in the tanks". A measure has no
noun that it counts, and a noun picked from near it misleads; the clause says what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model.comparison import GAP

from ..pieces import Number, Piece
from ..reading import word_set, words_of

WORDS = 5
"""Words kept on either side of the number; a name is not cut in two."""
NAME_WORDS = 3
"""Words by which a name may lengthen a side."""
CLOSERS = frozenset(',;:()[]{}<>|=“”"«»—–!?،؛؟')
"""Marks across which no clause goes on."""
SHORT = 4
"""Letters that words with a point ("Mr.", "Dec.") do not have more of."""

Gapped = tuple[str, int]
"""The words with their gap, and how many of them tell something."""


def gapped(row: Sequence[Piece], number: Number, text: str, language: str, *, most: int = WORDS) -> Gapped:
    """Return the words around a number, ``most`` on either side, ``GAP`` where it stands with its hedge and unit; "a …-page
    letter" keeps its noun.
    """
    first, last = _hedged(row, number), _joined(row, number.last) if number.unit else number.last
    left = _opened(row, _reach(row, first, -1, most, language), first, language)
    right = _ended(row, last, _reach(row, last, 1, most, language), language)
    before = text[row[left].start : row[first].start] if left < first else ""
    behind = text[row[last].end : row[right].end] if right > last else ""
    idle = words_of(language, "small_words", "auxiliaries", "after_units")
    told = (*row[left:first], *row[last + 1 : right + 1])
    telling = sum(p.is_word and p.form not in idle for p in told)
    return " ".join(f"{before}{GAP}{behind}".split()), telling


def _hedged(row: Sequence[Piece], number: Number) -> int:
    """The first piece of a number with its hedge ("more than")."""
    hedge = (number.qualifier or "").split()
    first = number.first - len(hedge)
    is_before = first >= 0 and [p.form for p in row[first : number.first]] == hedge
    return first if is_before else number.first


def _joined(row: Sequence[Piece], last: int) -> int:
    """The last piece of a number with what hyphens join to it ("six-year-old")."""
    while last + 2 < len(row) and row[last + 1].text in "-‑" and row[last + 2].start == row[last + 1].end:
        last += 2
    return last


def _reach(row: Sequence[Piece], edge: int, step: int, most: int, language: str) -> int:
    """The furthest piece from ``edge`` that is of its clause and near enough, and before the number behind any other."""
    i, words = edge, 0
    while 0 <= i + step < len(row) and not _is_bound(row, i + step):
        piece = row[i + step]
        if step < 0 and piece.is_number:
            break
        if (
            piece.is_word
            and words >= most
            and (words >= most + NAME_WORDS or not _is_name(row, i, step, language))
        ):
            break
        words += piece.is_word
        i += step
    return i


def _is_name(row: Sequence[Piece], i: int, step: int, language: str) -> bool:
    """Whether the piece after ``i`` goes on with a name that ``i`` is of; a small word may stand within ("Sea of Showers")."""
    small = word_set(language, "small_words")
    at, after = i, i + step
    if row[after].form in small:
        after += step
    elif row[at].form in small:
        at -= step
    has_both = min(at, after) >= 0 and max(at, after) < len(row)
    return has_both and row[at].text[0].isupper() and row[after].text[0].isupper()


def _is_bound(row: Sequence[Piece], i: int) -> bool:
    """Whether a mark ends the clause; a hyphen or point inside a word, or a point behind a short one with a capital, does not."""
    mark = row[i].text
    if mark in "-‑":
        return not (i and row[i - 1].end == row[i].start and row[i - 1].text[0].isalnum())
    if mark != ".":
        return mark in CLOSERS
    is_inner = i + 1 < len(row) and row[i + 1].start == row[i].end
    is_short = i > 0 and len(row[i - 1].text) < SHORT and row[i - 1].text[0].isupper()
    return not (is_inner or is_short)


def _opened(row: Sequence[Piece], left: int, first: int, language: str) -> int:
    """The place from which the words before a number are told: no mark, conjunction or pronoun opens them, no half of a
    word, and not what an earlier number counts.
    """
    idle = words_of(language, "clause_openers", "clause_subjects", "auxiliaries", "after_units")
    left += left > 0 and row[left - 1].is_number
    while left < first and (not row[left].text[0].isalnum() or row[left].form in idle or _is_half(row, left)):
        left += 1
    return left


def _is_half(row: Sequence[Piece], i: int) -> bool:
    """Whether a piece hangs on a mark before it ("s" of "city's")."""
    return i > 0 and row[i - 1].end == row[i].start and row[i - 1].text in "'’-‑."


def _ended(row: Sequence[Piece], last: int, right: int, language: str) -> int:
    """The place up to which the words behind a number are told: no mark and no small word ends them."""
    idle = words_of(language, "small_words", "auxiliaries", "clause_openers")
    kept = word_set(language, "after_units")
    while right > last and (
        not row[right].text[0].isalnum() or (row[right].form in idle and row[right].form not in kept)
    ):
        right -= 1
    return right
