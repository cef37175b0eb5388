"""What a figure is headed by on a page: a short noun phrase, as an editor would set it above a column of numbers.

Goes in: the pieces of a sentence, a number in it and what it counts. Comes out: the heading and how good it is. Only words of the
article stand in it, and those of the table ``headings``. Where no phrase can be made, it says the kind and the words beside it
("time of day: the boat sank"). Languages without that
table have headings by ``heading_patterns`` (``patterns``), or none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from site_gen.language import table
from site_gen.language.tables import own_table

from ..pieces import Number, Piece
from .beside import WHOLE, Beside, Heading, dimension_of, reads_as_verb
from .count_headings import counted
from .counted import Count
from .labels import is_hyphenated
from .measure_headings import measured
from .numbers import AGE
from .patterns import has_patterns, patterned
from .stretches import phrase_end
from .tallies import CLOCK, TALLY

LONGEST = 90
"""Letters of a heading."""
OWNED = 3
"""Weight of the label of an age whose owner is known."""


def has_headings(language: str) -> bool:
    """Whether a language has the words of headings, or patterns of them; those of English are no other's."""
    return "headings" in own_table(language) or has_patterns(language)


def heading(row: Sequence[Piece], number: Number, what: Count, text: str, language: str) -> Heading:
    """Return the heading of a number of which it is known what it counts."""
    b = Beside(row, number, text, language, what.kind)
    made: Heading | None = None
    if has_patterns(language):
        made = patterned(b, what)
        is_fit = made and made[0] and len(made[0]) <= LONGEST
        return made if made and is_fit else b.neutral(dimension_of(number.unit))
    if number.unit == AGE:
        made = (
            (_whole_owner(b, what.label), WHOLE)
            if what.weight >= OWNED and _has_owner(b, what.owner)
            else None
        )
    elif number.unit not in (CLOCK, TALLY):
        made = measured(b, what.happening) if number.unit else counted(b, what.label, what.weight)
    return made if made and made[0] and len(made[0]) <= LONGEST else b.neutral(dimension_of(number.unit))


def _whole_owner(b: Beside, label: str) -> str:
    """The label of an age with all words of its owner, where it has only some of those that it is tied to ("47-year-old fire
    brigade clerk").
    """
    form = str(table(b.language).get("number_reading", {}).get("age_of", "{}"))
    i = b.number.last + 1
    end = phrase_end(b.row, i, b.language) if is_hyphenated(b.row, b.number) else -1
    if end > i and b.form(end).endswith(tuple(b.words["gerunds"])):
        end -= 1
    whole = b.cut(i, end)
    owner = label.removeprefix(form.format(""))
    return form.format(whole) if whole != owner and f" {owner} " in f" {whole} " else label


def _is_alone(b: Beside) -> bool:
    """Whether nobody stands behind "47-year-old": a mark, a small word or a verb does ("the 47-year-old's body", "a 47-year-old fainted")."""
    i = b.number.last + 1
    if i >= len(b.row) or not b.row[i].is_word or (b.is_of(i, *NOBODY) and b.row[i].text.islower()):
        return True
    return phrase_end(b.row, i, b.language) <= i and reads_as_verb(b, i, i)


NOBODY = ("small_words", "auxiliaries", "relatives", "speech_verbs")
"""Tables of words that are not the owner of an age; in capitals one is a country ("US")."""


def _has_owner(b: Beside, named: Collection[str]) -> bool:
    """Whether an age is tied to its owner ("47-year-old"), or a name stands right before it; ``named`` are its words."""
    i = b.number.first - 1
    while i > 0 and (b.row[i].text in ",(" or b.is_of(i, "being")):
        i -= 1
    is_tied = is_hyphenated(b.row, b.number) and any(
        b.is_of(k, "old") for k in range(b.number.first, b.number.last + 3)
    )
    if is_tied and _is_alone(b):
        return bool(named)
    return is_tied or (i >= 0 and b.row[i].text[0].isupper())
