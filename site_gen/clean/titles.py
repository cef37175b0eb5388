"""Which line is the title.

In: a sheet and what is inside the article. Out: the index of the title's line. Where markup or a person names the
title, the line that says the same; else the line above the article that a title resembles most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from site_gen.language import languages, table

from . import captions, features, phrases
from .pieces import Sheet

_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"\w{4,}")
REACH = 20
"""Lines above the first line of prose in which a title is looked for. Of 306 pages as lines (every second of wcxb, and
fundus_meta) 117 titles are found with 8, 148 with 14, 153 with 20, 156 with 40."""
WORD_WORTH, WORTH_WORDS, LABEL_COST, LABEL_WORDS = 0.1, 8, 0.3, 3
"""What each word is worth, to so many, and what it costs a line to have as few as a menu's: headlines are longer than
the labels above them. On the same pages 117 titles were found without it, and 148 with it."""
_LAST = re.compile(r"((?<![^\W\d_])[^\W\d_]{3,}+|[\d%])[\"'”’»)]*\s?[.。][\"'”’»)]*$")
"""What closes a sentence: a word or a number and a stop."""
SENTENCE_WORDS = 3
"""A line of so many words that ends so is a sentence of the report and not its title: none of 505 titles of the
development pages ends in a stop. A text that begins with one loses nothing: its title is inferred from it."""
LONGEST_BYLINE = 16
"""Words of a byline with several names and a date."""
MASTHEAD, LIKE_MASTHEAD_WORDS = 0.5, 4
"""What it costs a line to have the form of a newspaper's name: so few words, each with a capital, one such as "Herald"."""
MASTHEAD_WORDS, MASTHEAD_CHARS = 6, 5
"""Most words, and fewest letters, of an outlet's name that stands as a line and again behind the copyright sign."""
LEAD, NOTE_LEAD = 0.15, 0.5
"""How much better than an earlier line a later one must be; in a text of a few lines no menu stands above the title."""
LISTED = 0.5
"""What it costs a line to stand on other captures too."""
SAID_AGAIN = 0.5
"""Part of a line's longer words that a known title must have, for the line to be that title. A judgement."""
_SIGN = re.compile(r"©|\(c\)|\bcopyright\b", re.I)
_PART = re.compile(r"\s*[|,•·]\s")
_DATE = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}")


def place(
    sheet: Sheet, prose: tuple[int, ...], standing: tuple[int, ...], running: tuple[int, ...] = ()
) -> int:
    """Return the index of the title's line, -1 where none can be told.

    ``prose`` holds the indexes of the article's prose lines, ``running`` of those too that are as long and written like
    prose, ``standing`` on how many captures each line stands.
    """
    named = features.title_place(sheet)
    if named >= 0 or sheet.is_markup:
        return named
    if len(sheet.pieces) == 1:
        # The only line of a capture is its text: a title is inferred from it, and nothing of it is lost.
        return -1
    first = min((*prose[:1], *running[:1]), default=len(sheet.pieces))
    own = _own_words(sheet, prose)
    names = mastheads(sheet)
    best, best_score = -1, 0.0
    for index in range(max(0, first - REACH), min(first + 1, len(sheet.pieces))):
        if index and captions.is_label(sheet.pieces[index - 1].text):
            continue
        if (index == first and best >= 0) or features.look(sheet.pieces[index].text).key in names:
            continue
        # A title may stand in a sibling page's list of links; a line on every page is rarely one.
        text = sheet.pieces[index].text
        score = _resemblance(text, own) - (LISTED if standing[index] else 0.0)
        score -= MASTHEAD if is_like_a_masthead(text) else 0.0
        # Of two as good the earlier: a title comes before its standfirst.
        if score > best_score + (NOTE_LEAD if sheet.is_note and best >= 0 else LEAD):
            best, best_score = index, score
    best = _above_standfirst(sheet, best, standing, names, own)
    if best >= 0 and sheet.titles and not _says_the_same(sheet.pieces[best].text, sheet.titles):
        # The title is known and stands in no line: this one is the report's, not another title.
        return -1
    return best


def _above_standfirst(
    sheet: Sheet, best: int, standing: tuple[int, ...], names: frozenset[str], own: frozenset[str]
) -> int:
    """The short line right above one that is too long for a headline and so its standfirst; else the line itself."""
    if best < 1:
        return best
    if len(_WORD.findall(sheet.pieces[best].text)) <= LONGEST_TITLE and not _is_summed_up(sheet, best, own):
        return best
    text = sheet.pieces[best - 1].text
    is_label = text.isupper() or is_like_a_masthead(text) or features.look(text).key in names
    return best if standing[best - 1] or is_label or _resemblance(text, own) <= 0.0 else best - 1


def _is_summed_up(sheet: Sheet, best: int, own: frozenset[str]) -> bool:
    """Whether the line above reads as a headline nearly as much, and the line itself is the longer: a standfirst has more room."""
    above, text = sheet.pieces[best - 1].text, sheet.pieces[best].text
    if len(_WORD.findall(above)) < SUMMED_WORDS or len(above) > len(text):
        return False
    return _resemblance(above, own) >= SUMMED_SHARE * _resemblance(text, own)


SUMMED_WORDS, SUMMED_SHARE = 5, 0.6
"""Fewest words of a headline above a standfirst taken for it, and how much of its likeness to a headline it must have."""
LONGEST_TITLE = 18
"""Words; of 505 titles of the development pages two are longer."""


def _says_the_same(text: str, titles: tuple[str, ...]) -> bool:
    """Whether a line may be a known title in other words: no sentence, and half of its longer words stand there."""
    if features.look(text).prose:
        return False
    own = [w for w in _WORD.findall(text.casefold()) if len(w) > 3]
    known = {w for title in titles for w in _WORD.findall(title.casefold())}
    return sum(w in known for w in own) >= SAID_AGAIN * max(1, len(own))


def mastheads(sheet: Sheet) -> frozenset[str]:
    """The lines, as compared, that are the outlet's name: as it was given, or as the notice of copyright has it."""
    notices = [features.key(p.text) for p in sheet.pieces if _is_notice(p.text)]
    few = [p.text for p in sheet.pieces if notices and features.look(p.text).words <= MASTHEAD_WORDS]
    keys = {key for text in few if len(key := features.key(text)) >= MASTHEAD_CHARS}
    named = {key for key in keys if any(key in notice for notice in notices)}
    return frozenset({*named, features.key(sheet.outlet)} - {""})


def _is_notice(text: str) -> bool:
    """Whether a line has a sign of copyright; most lines are told by three looks for a few letters."""
    small = text.lower()
    may_have = "©" in text or "(c" in small or "copyr" in small
    return may_have and _SIGN.search(text) is not None


def is_like_a_masthead(text: str) -> bool:
    """Whether a line has the form of a newspaper's name, or of one with its day behind: "The Star, 5 March 2020, p. 7"."""
    name, *rest = _PART.split(text, maxsplit=1)
    words = phrases.words_of(name if rest and _DATE.search(rest[0]) else text)
    return (
        2 <= len(words) <= LIKE_MASTHEAD_WORDS
        and not phrases.entries("masthead_words").isdisjoint((words[-1], words[1]))
        and _is_all_names(name)
    )


def _is_all_names(text: str) -> bool:
    """Whether every longer word has a capital, as the names, the place and the date of a byline have."""
    return all(w[0].isupper() or w[0].isdigit() for w in _WORD.findall(text) if len(w) > 3)


def _own_words(sheet: Sheet, prose: tuple[int, ...]) -> frozenset[str]:
    text = " ".join(sheet.pieces[i].text for i in prose[:40]).casefold()
    return frozenset(_LONG_WORD.findall(text))


def _resemblance(text: str, own: frozenset[str]) -> float:
    """0 where the line cannot be a title; else higher the more of its words the article uses."""
    words = _WORD.findall(text.casefold())
    if not may_be_title(text):
        return 0.0
    long_words = [w for w in words if len(w) > 3]
    shared = sum(1 for w in long_words if w in own) / max(1, len(long_words))
    score = 0.4 + shared * min(1.0, len(long_words) / 2) + WORD_WORTH * min(len(words), WORTH_WORDS)
    score -= LABEL_COST if len(words) <= LABEL_WORDS else 0.0
    look = features.look(text)
    if look.prose or (len(words) > 4 and text.rstrip().endswith((".", "。", "؛"))):
        score -= 0.45
    if len(_DATE.findall(text)) and len(words) <= 7:
        score -= 0.3
    return max(0.0, score)


def may_be_title(text: str) -> bool:
    """Whether a line may be a title by its form: no caption, stamp, control, label, byline or sentence of the report."""
    words = _WORD.findall(text.casefold())
    if not 2 <= max(len(words), features.look(text).words) <= LONGEST_CANDIDATE or is_stamp(text, words):
        return False
    if captions.is_caption(text) or captions.is_signed(text) or phrases.opens("age_notices", text):
        return False
    if any(phrases.is_one(furniture, text) for furniture in _NO_TITLES):
        return False
    if phrases.opens("byline_words", text) and 1 < len(words) <= LONGEST_BYLINE and _is_all_names(text):
        return False
    return len(words) < SENTENCE_WORDS or not _is_sentence(text)


LONGEST_CANDIDATE = 30
"""Most words of a line that may be a title."""
_NO_TITLES = ("furniture", "section_labels", "artefacts", "advertisement_words", "tail_headings")


def is_of_date(word: str) -> bool:
    """Whether a word, case folded, is of dates: a month, a weekday."""
    return word in _date_words()


def is_stamp(text: str, words: Sequence[str]) -> bool:
    """Whether most words of a line with a year or an hour are of dates: "5 March 2021, 5:59 / updated at 14:12"."""
    if not _DATE.search(text):
        return False
    return sum(w.isdigit() or w in _date_words() for w in words) >= STAMP_SHARE * len(words)


STAMP_SHARE = 0.6


@cache
def _date_words() -> frozenset[str]:
    tables = [table(code) for code in languages()]
    names = ("months", "months_short", "weekdays", "date_words")
    return frozenset(
        w.casefold() for t in tables for n in names for phrase in t.get(n, ()) for w in phrase.split()
    )


def _is_sentence(text: str) -> bool:
    """Whether a line ends in a stop that is not of an abbreviation ("Inc.", "U.S.")."""
    last = _LAST.search(text)
    return last is not None and last[1].casefold() not in phrases.entries("abbreviations")
