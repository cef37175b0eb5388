"""Headings of measures: "sum raised for the bridge", "share of the vote", "years in office", "length of the war".

Goes in: a number with a unit, in its sentence. Comes out: a heading by the first of the rules that finds one; None where none does.
"""

from __future__ import annotations

from collections.abc import Callable

from site_gen.language import table

from ..surroundings import happening_table
from .beside import NARROWED, PLAIN, WHOLE, Beside, Heading, dimension_of, reads_as_verb
from .happened import CHANGES
from .labels import head_before, is_hyphenated
from .stretches import is_inside, narrowed_to, phrase_end, purpose_end, said_to, subject_before

METRE, PERCENT = "m", "%"
NOUN_PIECES = 6
"""Pieces of a noun before "of" and its number."""


def measured(b: Beside, happening: str) -> Heading | None:
    """Return the heading of a number with a unit; ``happening`` is what it measures, where a word says so ("deep")."""
    called = table(b.language).get("measured", {}).get(happening)
    head = head_before(b.row, b.number, b.text, b.language) if called else ""
    found = _extent(b) or _away(b)
    if not found and head:
        return (f"{called}: {head}" if " " in called else b.of(called, head)), WHOLE
    return found or next((made for rule in RULES if (made := rule(b))), None)


def _unit(b: Beside) -> str:
    """What is measured, of which the text says no more: "sum", "share"; of time and lengths the unit itself ("years")."""
    dimension, word = dimension_of(b.number.unit), b.number.unit_word
    if dimension == PERCENT and " " in word:
        return word
    if dimension in ("money", PERCENT) or not word.replace(" ", "").isalpha():
        return str(table(b.language).get("dimensions", {}).get(dimension, ""))
    return b.plural(word.casefold())


def _behind(b: Beside) -> int:
    """The last piece of the number with what it is counted by ("per share")."""
    last = b.number.last
    counted = range(last + 1, min(len(b.row), last + 4)) if b.number.per else ()
    return next((k for k in counted if b.form(k) == b.number.per), last)


def _per(b: Beside) -> str:
    per = str(table(b.language).get("number_reading", {}).get("per", ""))
    return f" {per} {b.number.per}" if b.number.per and per else ""


def _extent(b: Beside) -> Heading | None:
    """ "Height of brass lamp": the word for an extent tied to a number before a noun ("8-metre-tall brass lamp")."""
    i = b.number.last + 2
    if b.form(i - 1) not in ("-", "‑") or not b.is_of(i, "extents"):
        return None
    names = happening_table(b.language).get(b.form(i), ())
    called = next((c for n in names if (c := table(b.language).get("measured", {}).get(n))), "")
    end = phrase_end(b.row, i + 1, b.language)
    return (b.of(called, b.cut(i + 1, end)), WHOLE) if called and end > i else None


def _away(b: Beside) -> Heading | None:
    """ "Miles off Norham", "miles south of the harbour": from where a distance is told."""
    last = b.number.last
    if b.number.unit != METRE or b.number.per or b.is_of(last + 1, "partitives"):
        return None
    while b.is_of(last + 1, "directions", "away_words", "compass") or b.form(last + 1) in ("-", "‑"):
        last += 1
    leads = last > b.number.last and b.form(last) not in ("-", "‑")
    end = phrase_end(b.row, last + 1, b.language) if leads else last
    return (f"{_unit(b)} {b.cut(b.number.last + 1, end)}", WHOLE) if end > last else None


def _changed(b: Beside) -> Heading | None:
    """ "Fall of shares", "cost of the bridge": a change, or what a verb says of its subject."""
    called, verb = change(b)
    found = subject_before(b.row, verb, b.language) if called else None
    if found is None or b.is_participle(found[1], is_past=True):
        return None
    article = f"{b.form(found[0] - 1)} " if b.is_of(found[0] - 1, "definite_articles") else ""
    return b.of(called, f"{article}{b.cut(*found)}") + _per(b), WHOLE


def change(b: Beside) -> tuple[str, int]:
    """What the verb right before a number, "by" between them, says of its subject ("fall"), and its place; empty for none."""
    has_by = b.is_of(b.first - 1, "by_words")
    verb = b.first - 1 - has_by
    names = happening_table(b.language).get(b.form(verb), ())
    name = next((n for n in names if n in CHANGES), "")
    said = "" if has_by else b.words["verbs"].get(b.form(verb), "")
    return str(b.words["changes"].get(name) or said), verb


def _of_behind(b: Beside) -> Heading | None:
    """ "Share of the vote", "seconds of fuel in the tanks", "share of Americans who said it"."""
    i = _behind(b) + 1
    end = phrase_end(b.row, i + 1, b.language) if b.is_of(i, "partitives") else i
    if end <= i or not _unit(b):
        return None
    head = f"{_unit(b)} {b.cut(i, end)}"
    if b.says(end + 1):
        return f"{head} {b.predicate(end)}".rstrip(), WHOLE
    narrowed = narrowed_to(b.row, end, b.language)
    tail = b.cut(end + 1, narrowed) or b.doing(end)
    return f"{head} {tail}".rstrip(), WHOLE


def _said_of(b: Beside) -> Heading | None:
    """ "Share who support the bill": what is said of those whose noun is left out."""
    last = _behind(b)
    is_relative = b.is_of(last + 1, "relatives")
    if b.number.unit != PERCENT or not (is_relative or b.is_of(last + 1, *SHARE_TELLS)):
        return None
    told = b.cut(last + 1, said_to(b.row, last + 1, b.language)) if is_relative else b.predicate(last)
    relative, _, words = told.partition(" ")
    return (f"{_unit(b)} {relative if is_relative else b.words['who']} {words}", WHOLE) if words else None


SHARE_TELLS = ("speech_verbs", "predicates", "share_verbs")
"""Tables of verbs that tell of those who are a share."""


def _noun_behind(b: Beside) -> Heading | None:
    """ "Investment in the mill", "length of mourning"."""
    last = _behind(b)
    is_tied = is_hyphenated(b.row, b.number)
    i = last + 1 + (b.form(last + 1) in ("-", "‑"))
    is_length = dimension_of(b.number.unit) not in ("money", PERCENT)
    if (is_length and not is_tied) or b.is_of(i, "no_heads", "small_words", "after_units"):
        return None
    end = phrase_end(b.row, i, b.language)
    if end < i or is_inside(b.row, end + 1) or (reads_as_verb(b, i, end) and not is_tied):
        return None
    narrowed = narrowed_to(b.row, end, b.language)
    head = b.cut(i, narrowed if narrowed > end else purpose_end(b.row, end, b.language)) + _per(b)
    form = str(table(b.language).get("number_reading", {}).get("length_of", "{}"))
    return (form.format(head) if is_length else head), WHOLE


def _noun_before(b: Beside) -> Heading | None:
    """ "Wages per hour" of "wages of $16 an hour"; "worth of the bridges"."""
    of = b.first - 1
    if of < 1 or not b.is_of(of, "partitives", "worths"):
        return None
    first = last = of - 1
    while first > 0 and last - first < NOUN_PIECES and (is_inside(b.row, first) or _is_noun(b, first - 1)):
        first -= 1
    while first < last and b.is_participle(first):
        first += 1
    if not _is_noun(b, last) or reads_as_verb(b, last, last):
        return None
    if b.is_of(of, "worths"):
        return b.of(b.words["worth"], b.cut(first, last)), WHOLE
    return b.cut(first, last) + _per(b), WHOLE if last > first else PLAIN


def _is_noun(b: Beside, i: int) -> bool:
    return b.row[i].is_word and not b.is_participle(i, is_past=True) and not b.is_of(i, *NO_NOUNS)


NO_NOUNS = (
    "small_words",
    "auxiliaries",
    "clause_openers",
    "plain_forms",
    "speech_verbs",
    "determiners",
    "no_heads",
)
"""Tables of words that are no noun before "of" and a measure."""


def _verb_and_tail(b: Beside) -> Heading | None:
    """ "Sum raised for the bridge", "years in office", "days to decide"."""
    last, unit = _behind(b), _unit(b)
    end = _tail_end(b, last)
    done, by = b.done()
    if not unit or not (done or end > last):
        doing = b.doing(last) if unit else ""
        return (f"{unit} {doing}", WHOLE) if doing else None
    tail = b.cut(last + 1, end) or by
    words = (unit + _per(b), done, tail)
    return " ".join(filter(None, words)), WHOLE if done and tail else NARROWED


def _tail_end(b: Beside, last: int) -> int:
    """The last piece of what narrows a measure: "in office", "to decide", "after the vote"; ``last`` for nothing."""
    if b.number.unit == METRE and not b.is_of(last + 1, "narrowing_lengths"):
        return last
    if b.number.unit == PERCENT and not b.is_of(last + 1, "narrowing_shares"):
        return last
    if b.is_of(last + 1, "after_units"):
        end = phrase_end(b.row, last + 2, b.language)
        return end if end > last + 1 else last
    narrowed = narrowed_to(b.row, last, b.language)
    return narrowed if narrowed > last else purpose_end(b.row, last, b.language)


RULES: tuple[Callable[[Beside], Heading | None], ...] = (
    _changed,
    _of_behind,
    _said_of,
    _noun_behind,
    _noun_before,
    _verb_and_tail,
)
"""In order: the first that finds a heading decides."""
