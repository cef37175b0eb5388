"""Rules for what stands above an article's text: title, section, date, byline, standfirst.

Each takes a ``Reading`` and an index and returns a role or None; the order stands in ``rules.py``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from site_gen.language import languages, sentences, table
from site_gen.language.gazetteer import PLACE_AND_HOUR, place_named
from site_gen.model import Role

from . import phrases, pictures, signatures
from .reading import OPENING_LINES, Reading
from .titles import is_like_a_masthead

_TOKEN = re.compile(r"\w+")
_ZONE = re.compile(
    r"^(?:a\.?m|p\.?m|[amp]|\d{1,4}(?:st|nd|rd|th|h|er|am|pm)?|\d{1,2}h\d{2}|[TZ]|of|the|at|um|uhr|min|mins|minutes?|read|à|le|de|del|den)$",
    re.I,
)
_DATEISH = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}|\d{1,2}:\d{2}")
_RUN_TOGETHER = re.compile(r"(?<=\d{4})(?=\d{1,2}:\d{2})")
"""Between the year and the hour of two elements that a scraper put together: ``JAN 14 20213:41 PM``."""
LONG_TITLE = 20
"""Fewest letters of a title that is known again behind a label."""
PLACE_WORDS = 3
"""Longest place before the date of a report, in words."""
STANDFIRST_WORDS = 45
BELOW_TITLE = 2
"""Lines below the title among which a writer's name may stand however far below the text begins."""
_SPEECH = re.compile(r"[“”\"«»„]")
_DATELINE = re.compile(r"^\W*[^\W\d_]{3,}[^.]{0,40}\s[-–—]\s|\(\w+\)\s*[-–—]")
SHORT_SENTENCE = 9
"""Words a sentence, on average, in a standfirst of several; the reports' own first paragraphs are longer."""
STANDFIRST_ONE = 30
"""Longest standfirst of one sentence, in words."""
STANDFIRST_SHARED = 0.3
"""Least part of a standfirst's longer words that the two paragraphs below it use again."""


def title(reading: Reading, index: int) -> Role | None:
    """The line that is the title, by markup, by what was given, or by the words it shares with the article."""
    return "title" if index == reading.title else None


def title_duplicate(reading: Reading, index: int) -> Role | None:
    """The title again, alone, with the site's name behind it, or above the text with a label before it."""
    if reading.title < 0:
        return None
    own, key = reading.keys[reading.title], reading.keys[index]
    if len(own) < 8 or index == reading.title:
        return None
    if key == own or (key.startswith(own) and len(key) - len(own) < 30 and not reading.prose[index]):
        return "title_duplicate"
    is_above_text = reading.sheet.is_markup and index < reading.first and len(own) >= LONG_TITLE
    if is_above_text and key.endswith(own) and len(key) - len(own) < 40:
        return "title_duplicate"
    return None


def section_label(reading: Reading, index: int) -> Role | None:
    """The name of a section or a kicker just above the title: a known one, or one set apart from the menu above."""
    if not 0 <= index < reading.title or reading.title - index > 3 or reading.words[index] > 4:
        return None
    text = reading.text(index)
    if _is_kicker(reading, reading.title - 1) and index >= reading.title - 2 and index <= 1:
        return "section_label"
    if not all(date_line(reading, i) or byline(reading, i) for i in range(index + 1, reading.title)):
        return None
    if phrases.is_one("section_labels", text) and not _ends_menu(reading, index):
        return "section_label"
    return "section_label" if _set_apart(reading, index) else None


def _is_kicker(reading: Reading, index: int) -> bool:
    """Whether a text opens with the name of a section, and this line stands between it and the title."""
    return (
        not reading.sheet.is_markup
        and index == 1
        and reading.words[index] <= KICKER_WORDS
        and phrases.is_one("section_labels", reading.text(0))
        and not reading.looks[index].is_furniture
        and not (date_line(reading, index) or byline(reading, index))
        and not is_like_a_masthead(reading.text(index))
    )


KICKER_WORDS = 4


def _ends_menu(reading: Reading, index: int) -> bool:
    """Whether several of the lines right above a text's label are names of sections, too: it is the last of a menu."""
    above = [reading.text(i) for i in range(max(0, index - MENU_LINES), index)]
    return (
        not reading.sheet.is_markup
        and sum(phrases.is_one("section_labels", t) or place_named(t) is not None for t in above)
        >= MENU_LABELS
    )


MENU_LINES, MENU_LABELS = 8, 2


def _set_apart(reading: Reading, index: int) -> bool:
    """Whether a line of a text stands alone below a menu whose lines follow each other, or names one of them."""
    pieces = reading.sheet.pieces
    if reading.sheet.is_markup or index < 2 or phrases.is_one("furniture", pieces[index].text):
        return False
    if reading.places[reading.key(index)] < index:
        return True
    gaps = [pieces[i].number - pieces[i - 1].number for i in (index - 1, index, index + 1)]
    return gaps[0] == 1 and gaps[1] > 1 and gaps[2] > 1


def date_line(reading: Reading, index: int) -> Role | None:
    """A line that is a date or time and the words around one, and nothing else; not the days above the parts of a chronology."""
    text = reading.text(index)
    if reading.words[index] > STAMP_WORDS or not reading.looks[index].digits or not _DATEISH.search(text):
        return None
    if _NO_DATE.search(text) or _is_figure(text):
        return None
    if is_stamp(text):
        return "date_line"
    rest = _without_house(text)
    return "date_line" if rest != text and is_stamp(rest) else None


_NO_DATE = re.compile(r"[$€£%]")
"""Signs that stand in no date: prices and shares are numbers, too."""


def _is_figure(text: str) -> bool:
    """Whether a line without a letter is a score, a price or a telephone number: it holds neither an hour nor a year nor three numbers of a date."""
    if _LETTER.search(text):
        return False
    numbers = _NUMBER.findall(text)
    if not all(len(number) <= 2 or _is_year(number) for number in numbers):
        return True
    return _HOUR_OR_DAY.search(text) is None and all(len(number) <= 2 for number in numbers)


def _is_year(number: str) -> bool:
    return len(number) == YEAR_DIGITS and YEARS[0] <= int(number) <= YEARS[1]


YEARS, YEAR_DIGITS = (1300, 2199), 4
"""Years of newspapers, by the calendars in use, and how many digits they have."""
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d+")
_HOUR_OR_DAY = re.compile(r"(?<!\d)(?:\d{1,2}:\d{2}|\d{1,2}([./-])\d{1,2}\1\d{2}|\d{1,2}\. ?\d{1,2}\.)(?!\d)")
STAMP_WORDS = 24
"""Longest line of dates, in words and figures: the day of publication and that of the change, each with its hour."""


def _without_house(text: str) -> str:
    """A line without a newspaper's name behind its date: "May 17, 2019 / 1:57 PM / Harbour News"."""
    found = list(_HOUSE_BEHIND.finditer(text))
    is_house = bool(found) and is_like_a_masthead(text[found[-1].end() :])
    return text[: found[-1].start()] if is_house else text


_HOUSE_BEHIND = re.compile(r",\s+|\s+[/|·•–—-]\s+")


def is_stamp(text: str) -> bool:
    """Whether a line is dates, hours, zones and the words around them; the place of the report may stand before them."""
    tokens = _TOKEN.findall(_RUN_TOGETHER.sub(" ", text).casefold())
    first = len(tokens)
    while first and _is_of_date(tokens[first - 1]):
        first -= 1
    if not first:
        return True
    if first > PLACE_WORDS or first == len(tokens):
        return False
    words = list(_TOKEN.finditer(text))[:first]
    return place_named(text[: words[-1].end()]) is not None or PLACE_AND_HOUR.match(text) is not None


@lru_cache(maxsize=4096)
def _is_of_date(token: str) -> bool:
    """Whether a word is a number, a zone or a word of dates, or a zone with such a word stuck to it."""
    known = _date_words()
    if token in known or _ZONE.match(token):
        return True
    return any(
        (rest := token[:-length]) in known or _ZONE.match(rest)
        for length in _stuck_lengths()
        if token[-length:] in known
    ) or (token[:1].isdigit() and token.lstrip("0123456789") in known)


@cache
def _stuck_lengths() -> tuple[int, ...]:
    """How many letters the words of dates have that another may be stuck to."""
    return tuple(sorted({len(word) for word in _date_words() if len(word) > 5}))


@cache
def _date_words() -> frozenset[str]:
    words: set[str] = set()
    for language in languages():
        for name in ("months", "months_short", "weekdays"):
            words.update(w.casefold() for w in table(language).get(name, ()))
        words.update(
            w.casefold()[:length] for w in table(language).get("weekdays", ()) for length in (2, 3, 4, 5)
        )
        for name in ("date_words", "zone_words", "calendar_words"):
            words.update(w for phrase in table(language).get(name, ()) for w in phrase.split())
    return frozenset(words)


def byline(reading: Reading, index: int) -> Role | None:
    """A line between title and text that only names the writer, or such a line right below the title."""
    text, words = reading.text(index), reading.words[index]
    if _is_signature(reading, index):
        return "byline"
    if words > BYLINE_WORDS or reading.prose[index]:
        return None
    text = _behind_initials(text)
    found = phrases.opens("byline_words", text)
    if not found:
        return None
    if not (-4 <= index - reading.first <= 2 or _is_right_below_title(reading, index)):
        return None
    rest = [w for w in text[found.end() :].split() if w[:1].isalpha()]
    capitals = sum(1 for w in rest if not w[0].islower())
    if " " in found.group() and capitals < 2:
        return None
    return "byline" if rest and capitals >= len(rest) / 2 and index != reading.title else None


def _behind_initials(text: str) -> str:
    """A byline without the house's initials and a stroke before it: "HBN / By Ann Bee" as "By Ann Bee"."""
    before, stroke, rest = text.partition(" / ")
    return rest if stroke and before.isupper() and " " not in before else text


def _is_signature(reading: Reading, index: int) -> bool:
    """Whether a text's line between title and report holds names alone, beside the line of the date or of a name's role."""
    if reading.sheet.is_markup or not 0 <= reading.title < index <= reading.first + SIGNED_NEAR:
        return False
    text = reading.text(index)
    if signatures.is_named(text) and signatures.is_role(reading.text(index + 1)):
        return True
    if signatures.is_name_with_role(text) or _goes_with_byline(reading, index):
        return True
    if signatures.is_house_with(text) and any(date_line(reading, i) for i in (index - 1, index + 1)):
        return True
    if not signatures.is_names(text):
        return False
    near = [i for i in range(index - SIGNED_NEAR, index + SIGNED_NEAR + 1) if reading.title < i != index]
    return any(date_line(reading, i) or signatures.is_role(reading.text(i)) for i in near)


SIGNED_NEAR = 2


def _goes_with_byline(reading: Reading, index: int) -> bool:
    """Whether the line right above names the writer, and this one the role, or the house with the place."""
    text, above = reading.text(index), reading.text(index - 1)
    if index - 1 == reading.title or not (phrases.opens("byline_words", above) or signatures.is_names(above)):
        return False
    if reading.words[index - 1] > BYLINE_ABOVE or not byline(reading, index - 1):
        return False
    return signatures.is_role(text) or is_like_a_masthead(text.partition(",")[0])


BYLINE_WORDS, BYLINE_ABOVE = 14, 8
"""Longest line that names the writer, in words, and longest one of names that a line with their role goes with."""


def _is_right_below_title(reading: Reading, index: int) -> bool:
    return 0 <= reading.title < index <= reading.title + BELOW_TITLE


def standfirst(reading: Reading, index: int) -> Role | None:
    """The sentence between title and text of a scrape that sums the article up."""
    if reading.sheet.is_markup or not 0 <= reading.title < index or reading.words[index] > STANDFIRST_WORDS:
        return None
    if any(reading.prose[i] and _role_free(reading, i) for i in range(reading.title + 1, index)):
        return None
    if index - reading.title > 3:
        return None
    if _is_above_byline(reading, index) and _text_follows(reading, index, 2 * OPENING_LINES):
        return "standfirst"
    if not _text_follows(reading, index, OPENING_LINES):
        return None
    if not reading.prose[index]:
        return "standfirst" if reading.words[index] >= 4 and index == reading.title + 1 else None
    return "standfirst" if _sums_up(reading, index) else None


def _is_above_byline(reading: Reading, index: int) -> bool:
    """Whether a sentence stands between the title and the line that says who wrote or when: the report begins below that."""
    text = reading.text(index)
    small = sum(1 for word in text.split() if not word[0].isupper())
    if (
        min(reading.words[index], 2 * small) < LEAST_STANDFIRST
        or _DATELINE.search(text)
        or pictures.image_caption(reading, index)
    ):
        return False
    for below in range(index + 1, min(index + BYLINE_BELOW + 1, len(reading.prose))):
        if date_line(reading, below) or byline(reading, below):
            return True
        if reading.prose[below]:
            return False
    return False


LEAST_STANDFIRST, BYLINE_BELOW = 6, 4
"""Fewest words, half of them without a capital, of a standfirst known by the byline or date below it, and how many lines below that may stand."""


def _role_free(reading: Reading, index: int) -> bool:
    return not pictures.image_caption(reading, index) and not pictures.image_caption_duplicate(reading, index)


def _text_follows(reading: Reading, index: int, reach: int) -> bool:
    return any(
        reading.prose[i] and reading.inside[i]
        for i in range(index + 1, min(index + reach, len(reading.prose)))
    )


def _sums_up(reading: Reading, index: int) -> bool:
    """One or two sentences without speech, day or dateline, whose words the next paragraph says again."""
    text = reading.text(index)
    if _DATELINE.search(text):
        return False
    ends = len(sentences(text))
    if ends > 1 and reading.words[index] <= ends * SHORT_SENTENCE:
        return True
    if _SPEECH.search(text) or reading.words[index] > STANDFIRST_ONE:
        return False
    tokens = set(_TOKEN.findall(text.casefold()))
    return tokens.isdisjoint(_days_and_speech()) and _is_said_below(reading, index, tokens)


@cache
def _days_and_speech() -> frozenset[str]:
    """Days of the week and words of speech, which open a report rather than sum it up."""
    days = {w.casefold() for language in languages() for w in table(language).get("weekdays", ())}
    return frozenset(days.union(*(table(language).get("said_words", ()) for language in languages())))


def _is_said_below(reading: Reading, index: int, tokens: set[str]) -> bool:
    """Whether the next paragraph is longer than a line and says its words again."""
    following = next(
        i for i in range(index + 1, len(reading.prose)) if reading.prose[i] and reading.inside[i]
    )
    near = set(_TOKEN.findall(" ".join(reading.text(i) for i in (following, following + 1)).casefold()))
    own = [t for t in tokens if len(t) > 4]
    shared = sum(1 for t in own if t in near) / max(1, len(own))
    return reading.words[following] > reading.words[index] and shared >= STANDFIRST_SHARED
