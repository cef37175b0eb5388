"""Headings of what is counted: "jobs created in the town", "pupils who had fled", "pages of the report", "those aboard".

Goes in: a number without a unit, in its sentence, and the label by which it is weighed. Comes out: a heading; the empty one where
the sentence names nothing that is counted.
"""

from __future__ import annotations

from site_gen.language import table

from ..nouns import Phrase, is_plural, noun, persons
from ..reading import kind_table
from ..surroundings import happening_table
from .beside import NARROWED, NEUTRAL, NOTHING, PLAIN, WHOLE, Beside, Heading, reads_as_verb
from .happened import BODILY, happening
from .labels import is_hyphenated
from .stretches import is_inside, narrowed_to, phrase_end, said_to

HAPPENED = 4
"""Weight of a label that says what happened to its noun."""
FATES = BODILY - {"aboard"}
"""What happens to persons alone."""
NOUN_PIECES = 6
"""Pieces within which the rest of a noun is looked for."""
NONE: Heading = ("", NOTHING)


def counted(b: Beside, label: str, weight: int) -> Heading:
    """Return the heading of a number without a unit, by what it is counted where it is a rate ("deaths per 100,000")."""
    words, grade = _counted(b, label, weight)
    per = str(table(b.language).get("number_reading", {}).get("per", ""))
    rate = f" {per} {b.number.per}" if words and per and b.number.per[:1].isdigit() else ""
    return words if rate in words else words + rate, grade


def _counted(b: Beside, label: str, weight: int) -> Heading:
    first, last = _whole_noun(b, noun(b.row, b.number, b.language))
    if last < first or (weight < HAPPENED and reads_as_verb(b, first, last)):
        return _without_noun(b, label, weight)
    if b.is_of(last, "heading_stops") or _is_half(b, last):
        return NONE
    if weight >= HAPPENED and (words := _happened(b, label, (first, last))):
        return words, WHOLE
    if first == last and _only_happens(b, last):
        return f"{b.words['those']} {b.cut(first, last)}", NARROWED
    if b.is_of(last, "occasions"):
        told = said_to(b.row, last, b.language)
        return b.cut(last, told), NARROWED if told > last else NEUTRAL
    return _tied(b, first) if is_hyphenated(b.row, b.number) else _narrowed(b, first, last)


def _is_half(b: Beside, last: int) -> bool:
    """Whether digits or a sign hang on a word ("M1 tanks"), or nothing but a time stands there ("that year")."""
    behind = b.row[last + 1] if last + 1 < len(b.row) else None
    is_tied = behind is not None and behind.start == b.row[last].end
    hangs = is_tied and behind is not None and (behind.is_number or behind.text in "+/")
    return hangs or b.is_of(last, "time_nouns") or b.form(last) in table(b.language).get("units", {})


def _whole_noun(b: Beside, phrase: Phrase) -> Phrase:
    """The noun phrase with what it is only the beginning of: "House committees", "current and former clerks"."""
    first, last = phrase
    if last < first or b.number.value == 1:
        return first, max(last, phrase_end(b.row, first, b.language))
    if is_plural(b.row[last], b.language):
        is_noun = b.form(last + 1) not in happening_table(b.language)
        return (first, last + 1) if is_noun and _is_plural(b, last + 1) else phrase
    for k in range(last + 1, min(len(b.row), last + NOUN_PIECES)):
        if is_inside(b.row, k) or b.is_of(k, "joining"):
            continue
        if not b.row[k].is_word or b.is_of(k, "small_words", "auxiliaries", "speech_verbs"):
            break
        if is_plural(b.row[k], b.language):
            return first, k
    return phrase


def _is_plural(b: Beside, i: int) -> bool:
    return i < len(b.row) and b.row[i].is_word and is_plural(b.row[i], b.language)


def _happened(b: Beside, label: str, phrase: Phrase) -> str:
    """The label that says what happened, by the article's own word where the usual one would say more ("lost"); empty for
    things of which it is told as of persons.
    """
    at, name, _is_near = happening(b.row, b.number, phrase, b.language)
    if name in FATES and b.kind not in persons(b.language):
        return ""
    fit = str(table(b.language).get("happened", {}).get(name, ""))
    return label.replace(fit, b.row[at].text) if fit and b.is_of(at, "told_as_written") else label


def _only_happens(b: Beside, i: int) -> bool:
    """Whether a word that stands for a noun only says what happened ("2,201 aboard")."""
    is_told = b.row[i].text.islower() and b.form(i) in happening_table(b.language)
    is_noun = b.is_of(i, "happening_nouns", "plurals") or b.form(i) in kind_table(b.language)
    return is_told and not is_noun and not is_plural(b.row[i], b.language)


def _tied(b: Beside, first: int) -> Heading:
    """ "Pages of report": the noun tied to a number, and what it tells of."""
    end = phrase_end(b.row, first, b.language)
    then = first + 1 + (b.form(first + 1) in ("-", "‑"))
    if then > end:
        return NONE
    return b.of(b.plural(b.form(first)), b.cut(then, narrowed_to(b.row, end, b.language))), WHOLE


def _narrowed(b: Beside, first: int, last: int) -> Heading:
    """The noun with what is said of it, what was done to it and what narrows it."""
    done, by = b.done()
    head = b.cut(first, last)
    if told := _told(b, last):
        return f"{head} {told}", WHOLE
    end = narrowed_to(b.row, last, b.language)
    tail = b.cut(last + 1, end) or by
    more = b.doing(end) if end > last and not done else ""
    return " ".join(filter(None, (head, done, tail, more))), PLAIN + bool(done or more) + bool(tail)


def _told(b: Beside, last: int) -> str:
    """What a clause behind the noun that ends at ``last`` says of it; empty for nothing."""
    if b.is_of(last + 1, "relatives"):
        end = said_to(b.row, last + 1, b.language)
        return b.cut(last + 1, end) if end > last + 1 else ""
    return b.predicate(last) if b.says(last + 1) else b.doing(last)


def _without_noun(b: Beside, label: str, weight: int) -> Heading:
    """ "Those who were moved": a number of something that the sentence does not name again."""
    if weight > 1 and " " in label:
        return label, WHOLE
    last = b.number.last
    if b.is_of(last + 1, "partitives") and b.is_of(last + 2, "of_them"):
        last += 2
    done, _by = b.done()
    end = narrowed_to(b.row, last, b.language) if b.is_subject() else last
    words = (b.predicate(last) if b.says(last + 1) else "") or done or b.cut(last + 1, end)
    return (f"{b.words['those']} {words}", NARROWED) if words else NONE
