"""Headings of figures by the patterns of a table: "personnes tuées dans le naufrage", "عدد القتلى", "Dauer: Streik".

Goes in: a number in its sentence and what it counts, in a language with a table ``heading_patterns``. Comes out: the heading, by
the first that fits: what happened to the noun, the noun alone, what a measure measures. None where the sentence names
nothing: then the kind stands, and the words beside the number. Words of the article are taken only as far as they surely belong
to the noun: fewer words say less, never anything wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from site_gen.language import fold, table
from site_gen.language.gazetteer import place_named
from site_gen.language.tables import own_table

from ..nouns import Phrase, noun, persons
from ..pieces import Number, Piece
from ..reading import kind_table, word_set
from ..surroundings import happening_table
from .beside import NARROWED, PLAIN, WHOLE, Beside, Heading
from .counted import Count
from .happened import BODILY, FATES, NEAR, happening
from .numbers import AGE
from .stretches import is_inside
from .tallies import CLOCK, TALLY

LINKS = 2
"""Prepositions that narrow one noun one behind the other."""
PERSONAL = BODILY | (FATES - {"destruction"})
"""What is said of persons; told of a thing near them it would be wrong."""
STOPS = ("small_words", "auxiliaries", "speech_verbs", "clause_openers", "relatives", "weekdays")
"""Tables of words that no noun phrase holds."""


def has_patterns(language: str) -> bool:
    """Whether a language has patterns of headings of its own; those of English are no other's."""
    return bool(own_table(language).get("heading_patterns"))


def patterned(b: Beside, what: Count) -> Heading | None:
    """Return the heading of a number by the patterns of its language; None where none fits."""
    if b.number.unit == AGE:
        is_named = what.owner and what.owner <= set(fold(what.label).replace("’", " ").split())
        return (what.label, WHOLE) if is_named else None
    if b.number.unit in (CLOCK, TALLY):
        return None
    return _measured(b, what) if b.number.unit else _counted(b, what)


def patterns(language: str) -> Mapping[str, Any]:
    """The table of patterns of a language."""
    found: Mapping[str, Any] = own_table(language).get("heading_patterns", {})
    return found


def _words(b: Beside, name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in patterns(b.language).get(name, ()))


@lru_cache(maxsize=64)
def _folded(language: str, name: str) -> Mapping[str, Any]:
    """A table of the patterns by its folded words."""
    return {fold(word): form for word, form in patterns(language).get(name, {}).items()}


def _measured(b: Beside, what: Count) -> Heading | None:
    """ "Profondeur", of which the words beside it say more; "part des voix"."""
    called = str(patterns(b.language).get("measured", {}).get(what.happening, ""))
    if called and what.happening_is_near:
        return b.beside(called), NARROWED
    end = _linked(b, b.number.last + 1, "of_links")
    share = str(table(b.language).get("dimensions", {}).get("%", ""))
    if b.number.unit != "%" or b.is_points() or end <= b.number.last or not share:
        return None
    return f"{share} {b.cut(b.number.last + 1, end)}", WHOLE


def _counted(b: Beside, what: Count) -> Heading | None:
    phrase = first, last = counted_noun(b)
    is_named = last >= first
    if is_named and b.is_of(last, "occasions"):
        return None
    if what.happening_is_near and (words := _happened(b, what, phrase)):
        tail = b.cut(*_where(b, phrase))
        return f"{words} {tail}".rstrip(), WHOLE
    if not is_named:
        return None
    end = _linked(b, last + 1, "of_links")
    return f"{_called(b, phrase)} {b.cut(last + 1, end)}".rstrip(), NARROWED if end > last else PLAIN


def _happened(b: Beside, what: Count, phrase: Phrase) -> str:
    """The noun with what happened to it: "passagers tués"; empty where that is told of persons and none are counted."""
    if what.happening in PERSONAL and what.kind not in persons(b.language):
        return ""
    first, last = phrase
    is_named = last >= first
    if is_named and (words := _as_told(b, phrase) or _as_done(b, phrase)):
        return words
    if is_named and any(b.form(i) in happening_table(b.language) for i in range(first, last + 1)):
        return _called(b, phrase)
    forms: Mapping[str, str] = patterns(b.language).get("happened", {}).get(what.happening, {})
    if not is_named or b.is_of(last, "people_words"):
        return forms.get("people", "")
    gender = "feminine" if b.form(last) in _words(b, "feminine") else "masculine"
    noun_words, is_listed = _noun(b, phrase)
    return forms.get(gender, forms.get("masculine", "")).format(noun_words) if is_listed else ""


def _as_told(b: Beside, phrase: Phrase) -> str:
    """The noun with the article's own word behind it, which agrees with it: "personnes tuées"; empty where none does."""
    at = happening(b.row, b.number, phrase, b.language)[0]
    last = phrase[1]
    if at <= last or not all(b.is_of(i, "auxiliaries", "being", "small_words") for i in range(last + 1, at)):
        return ""
    form = str(_folded(b.language, "told").get(b.form(at), ""))
    agrees = tuple(patterns(b.language).get("told_endings", ()))
    if not form and agrees and b.row[at].text.endswith(agrees):
        form = f"{{}} {b.row[at].text}"
    return form.format(_noun(b, phrase)[0]) if form else ""


def _as_done(b: Beside, phrase: Phrase) -> str:
    """The noun with what the verb before its number did to it: "maisons détruites"; empty where the table has no such verb."""
    i = b.first - 1
    i -= b.is_of(i, "object_links", "articles")
    forms: list[str] = _folded(b.language, "done").get(b.form(i), [])
    if not forms:
        return ""
    is_feminine = b.form(phrase[1]) in _words(b, "feminine")
    return forms[-1 if is_feminine else 0].format(_noun(b, phrase)[0])


def _called(b: Beside, phrase: Phrase) -> str:
    """The counted noun alone, as the language heads it: "familles", "عدد الجنود"."""
    words, is_listed = _noun(b, phrase)
    return str(patterns(b.language).get("counted" if is_listed else "unlisted", "{}")).format(words)


def _noun(b: Beside, phrase: Phrase) -> tuple[str, bool]:
    """The counted noun in the form that a heading asks for, and whether that is known to be right."""
    first, last = phrase
    if is_oblique(b.row, b.number, b.language):
        first = last
    forms: Mapping[str, str] = patterns(b.language).get("nouns", {})
    written = b.row[last].text
    if _has_article(b, last + 1):
        return b.cut(first, _name_end(b, last)), True
    head = forms.get(written)
    is_listed = head is not None or "unlisted" not in patterns(b.language)
    return " ".join(filter(None, (b.cut(first, last - 1), head or written))), is_listed


def _name_end(b: Beside, k: int) -> int:
    while k + 1 < len(b.row) and (is_inside(b.row, k + 1) or _goes_on(b, k)):
        k += 1
    return k


def _where(b: Beside, phrase: Phrase) -> tuple[int, int]:
    """First and last piece of the place or time behind the noun, or behind the word that says what happened to it."""
    last = max(phrase[1], b.number.last)
    at = happening(b.row, b.number, phrase, b.language)[0]
    is_behind = last < at <= last + NEAR + 1 and all(p.is_word for p in b.row[last + 1 : at])
    start = (at if is_behind else last) + 1
    end = _linked(b, start, "links")
    return (start, end) if end >= start else (1, 0)


def counted_noun(b: Beside) -> Phrase:
    """First and last piece of the noun that a number counts; first > last where none surely does."""
    first, last = noun(b.row, b.number, b.language)
    if last < first or any(not _is_nominal(b, i) for i in range(first, last + 1)):
        return 1, 0
    endings = tuple(patterns(b.language).get("plural_endings", ()))
    is_known = b.form(last) in kind_table(b.language) or b.form(last) in word_set(b.language, "plurals")
    is_noun = is_known or b.number.value == 1 or b.form(last).endswith(endings or "")
    if table(b.language).get("capital_nouns"):
        is_noun = is_noun and b.row[last].text[0].isupper()
    if b.is_of(last, "remainders"):
        return 1, 0
    is_tied = (
        last + 1 < len(b.row) and b.row[last + 1].start == b.row[last].end and is_inside(b.row, last + 1)
    )
    return (first, last) if is_noun and not is_tied else (1, 0)


def _is_nominal(b: Beside, i: int) -> bool:
    """Whether a piece may stand in a noun phrase."""
    if is_inside(b.row, i):
        return True
    return b.row[i].is_word and (not b.is_of(i, *STOPS) or b.form(i) in kind_table(b.language))


def _linked(b: Beside, i: int, links: str) -> int:
    """The last piece of what a preposition at ``i`` joins to the noun before it; ``i - 1`` where none does."""
    last = i - 1
    for n in range(LINKS):
        here = "of_links" if n else links
        if b.form(last + 1) not in _words(b, here) or b.is_of(last + 2, "of_them"):
            break
        end = _phrase_end(b, last + 2)
        if end <= last + 1:
            break
        last = end
    return last


def _phrase_end(b: Beside, i: int) -> int:
    """The last piece of the noun that begins at ``i`` behind its articles: one word, or a name; ``i - 1`` for none."""
    k = i
    while k < len(b.row) and (b.row[k].text in "'’" or b.form(k) in _words(b, "articles")):
        k += 1
    if patterns(b.language).get("needs_article") and k == i and not _is_place(b, i):
        return i - 1
    k = _behind_adjectives(b, k)
    if k >= len(b.row) or not b.row[k].is_word or b.is_of(k, *STOPS) or b.form(k) in _words(b, "no_places"):
        return i - 1
    if "article_prefix" in patterns(b.language) and not _is_definite(b, k):
        return i - 1
    k = _name_end(b, k)
    return k if b.row[k].text[0].isalnum() else i - 1


def _is_place(b: Beside, i: int) -> bool:
    """Whether a noun may stand at a place without an article: its preposition holds one, or it names a place."""
    if b.form(i - 1) in _words(b, "with_article"):
        return True
    return i < len(b.row) and place_named(b.row[i].text) is not None


def _behind_adjectives(b: Beside, k: int) -> int:
    """Where nouns are written with capitals, the first such word behind those that are not; else the place itself."""
    if not table(b.language).get("capital_nouns"):
        return k
    j = k
    while j < len(b.row) and j - k < ADJECTIVES and b.row[j].text.islower() and not b.is_of(j, *STOPS):
        j += 1
    is_noun = j < len(b.row) and b.row[j].is_word and b.row[j].text[0].isupper()
    return j if is_noun else len(b.row)


ADJECTIVES = 2
"""Words between an article and its noun."""


def _goes_on(b: Beside, k: int) -> bool:
    """Whether the word behind ``k`` is of its name ("Port Vale"), or of its phrase by the article that it begins with."""
    here, then = b.row[k], b.row[k + 1]
    if patterns(b.language).get("article_prefix"):
        return _has_article(b, k + 1)
    is_name = here.text[0].isupper() and then.text[0].isupper() and then.is_word
    return is_name and (not table(b.language).get("capital_nouns") or not b.is_of(k + 1, *STOPS))


def _is_definite(b: Beside, i: int) -> bool:
    """Whether a word, or the one behind it, has the article written onto it, or it names a place."""
    return _has_article(b, i) or _has_article(b, i + 1) or place_named(b.row[i].text) is not None


def _has_article(b: Beside, i: int) -> bool:
    """Whether a word begins with the article that the language writes onto its noun."""
    article = str(patterns(b.language).get("article_prefix", ""))
    is_word = bool(article) and i < len(b.row) and b.row[i].is_word
    return is_word and b.row[i].text.startswith(article) and not b.is_of(i, *STOPS)


def is_oblique(row: Sequence[Piece], number: Number, language: str) -> bool:
    """Whether a preposition before the number gives its noun another case than a heading has ("mit 20 Booten")."""
    before = row[number.first - 1].form if number.first else ""
    return before in {fold(word) for word in patterns(language).get("oblique", ())}
