"""What rules say of their grounds, in the language of the interface.

Linking and describing write an English sentence beside what they conclude, and the open data keep it so. Here it is known
again by its form, a text of the catalogues with values in braces, and said as the catalogue says it: its dates in the
interface's words, its names and quotations as they stand. What has no known form, or no translation, stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .interface import MONTHS, Interface

WHOLE = (
    "Told by the words and letters of the text.",
    "The text is too short to tell.",
    "Declared {code}; the text is plainly {language}.",
    "The headline whose words most of the event's articles share.",
    "The headline whose words most of the event's articles share, of those that tell it most plainly.",
    "{n} of {m} articles name it, headlines among them, more often than any other place.",
    "It says “{said}”, and the event it reports is dated {date} across {n} articles.",
    "No article makes the day certain; the first report, {names}, was published on {date}.",
    "The day of its last change: the only one that the page shows.",
    "The page names no outlet: its domain.",
    "No outlet is stated: the agency whose copy it is.",
    "The capture has no text to take a title from.",
    "No title was found: the first words of the text.",
    "about {n}% of the shorter text's wording",
    "published on the same day",
    "published 1 day apart",
    "published {n} days apart",
    "many of the same uncommon words (text similarity {score})",
    "decided by {who} ({where}): {why}",
    "decided by {who} ({where})",
    "decided ({where}): {why}",
    "decided ({where})",
)
"""What is said in one piece; the fuller form before the shorter."""
CLAUSES = (
    "{names} says “{said}” (published {date})",
    "{names} says “{said}”",
    "{names} says {date}",
    "{names} says {day}, {others} says {weekday}",
    "that day falls on that weekday in {year}, the year that is named",
    "{day} was a {weekday} in {years}, and “{said}” with “{text}” leaves {year}",
)
"""What stands between semicolons, with a stop behind the last; "says" is also "say"."""
SENTENCES = (
    "Kept apart: {decided}.",
    "Like one article of the event ({score}), but not like the event as a whole.",
    "Its likeness to the nearest article, {score}, is below {least}.",
    "No name in common.",
    "In common: {list}.",
    "It was published 1 day apart.",
    "It was published {n} days apart.",
    "It is dated {date}; the reports of the event tell of {event_day}.",
)
"""What follows one another."""
BETWEEN_NAMES = "{names} and {last}"
UNKNOWN = ("a report of an unknown outlet", "{n} reports of unknown outlets")
"""What stands for a name that nobody knows, last of those in a row."""
FORMS = (*WHOLE, *CLAUSES, *SENTENCES, BETWEEN_NAMES, *UNKNOWN)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(MONTHS)
_VALUES = {
    "n": r"\d+", "m": r"\d+", "year": r"\d{3,4}", "years": r"\d{3,4}(?:, \d{3,4})*",
    "score": r"\d\.\d+", "least": r"\d\.\d+", "code": r"[\w-]+", "language": r"[\w-]+",
    "date": rf"\d{{1,2}} (?:{_MONTH}) \d{{1,4}}", "event_day": rf"\d{{1,2}} (?:{_MONTH}) \d{{1,4}}", "day": rf"\d{{1,2}} (?:{_MONTH})", "weekday": "|".join(_DAYS),
    "said": "[^“”]+", "text": "[^“”]+", "where": r"[^()]+",
}  # fmt: skip
"""What may stand in the place of a value; anything for those that are not here."""
_LEAP_YEAR = 2000
_CLAUSE_END = re.compile(r"; (?![^“]*”)")
_LAST_AND = re.compile(r"(.+) and (?![^“]*”)(.+)")


def said_in(text: str, interface: Interface) -> str:
    """Return a ground as the interface says it; as it stands where its form is not known, or the interface says nothing of its own."""
    if not interface.messages:
        return text
    return _whole(text, interface) or _clauses(text, interface) or _sentences(text, interface) or text


def _whole(text: str, interface: Interface) -> str | None:
    return next(
        (said for form in WHOLE if (found := _form(form).fullmatch(text)) and (said := _say(form, found, interface))),
        None,
    )  # fmt: skip


def _clauses(text: str, interface: Interface) -> str | None:
    """Clauses between semicolons, each of a known form."""
    said = []
    for clause in _CLAUSE_END.split(text.removesuffix(".")):
        matches = ((form, _form(form).fullmatch(clause)) for form in CLAUSES)
        made = next((_say(form, found, interface) for form, found in matches if found), None)
        if made is None:
            return None
        said.append(made)
    return f"{'; '.join(said)}." if text.endswith(".") else None


def _sentences(text: str, interface: Interface) -> str | None:
    """Sentences one after the other, each of a known form; a list of names ends where the next sentence begins, or the text."""
    said: list[str] = []
    rest = text
    while rest:
        form, found = next(_openings(rest), (None, None))
        if form is None or found is None:
            return None
        made = _say(form, found, interface)
        said.append(made)
        rest = rest[found.end() :].lstrip()
    return " ".join(said)


def _openings(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for form in SENTENCES:
        if found := _opening(form).match(text):
            yield form, found


@lru_cache(maxsize=len(SENTENCES))
def _opening(form: str) -> re.Pattern[str]:
    """A sentence of a form, where another or nothing follows."""
    others = re.sub(r"\?P<\w+>", "?:", "|".join(map(_pattern, SENTENCES)))
    return re.compile(rf"{_pattern(form)}(?= (?:{others})|$)", re.DOTALL)


@lru_cache(maxsize=256)
def _form(form: str) -> re.Pattern[str]:
    return re.compile(_pattern(form), re.DOTALL)


@lru_cache(maxsize=256)
def _pattern(form: str) -> str:
    """A form as a regular expression, a group for each value."""
    parts = re.split(r"\{(\w+)\}", form)
    made = ""
    for at, part in enumerate(parts):
        made += f"(?P<{part}>{_VALUES.get(part, '.+?')})" if at % 2 else re.escape(part)
    return made.replace(re.escape(" says "), " says? ") if form in CLAUSES else made


def _say(form: str, found: re.Match[str], interface: Interface) -> str:
    values = {name: _value(name, value, interface) for name, value in found.groupdict().items()}
    return str(interface.text(form, **values).unescape())


def _value(name: str, value: str, interface: Interface) -> str:
    """A value as the interface says it: dates in its words, a list of names with its "and"; all else as it stands."""
    if name in ("date", "event_day"):
        day, month, year = value.split()
        return interface.date(f"{int(year):04}-{MONTHS.index(month) + 1:02}-{int(day):02}")
    if name == "day":
        day, month = value.split()
        return interface.date(f"{_LEAP_YEAR}-{MONTHS.index(month) + 1:02}-{int(day):02}").removesuffix(
            f" {_LEAP_YEAR}"
        )
    if name == "weekday":
        return weekday(_DAYS.index(value), interface.language)
    if name == "decided":
        return _whole(value, interface) or value
    if name in ("names", "others"):
        listed = _LAST_AND.fullmatch(value)
        last = _unknown(listed[2] if listed else value, interface)
        return str(interface.text(BETWEEN_NAMES, names=listed[1], last=last).unescape()) if listed else last
    if name == "language":
        return interface.language_name(value)
    return value


def _unknown(name: str, interface: Interface) -> str:
    """A name as it stands, or what stands for one, as the interface says it."""
    matches = ((form, _form(form).fullmatch(name)) for form in UNKNOWN)
    return next((_say(form, found, interface) for form, found in matches if found), name)


@lru_cache(maxsize=64)
def weekday(number: int, language: str) -> str:
    """Return the name of a weekday (0 is Monday) in a language; in English where CLDR does not know the language."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-").days["format"]["wide"][number])
    except (UnknownLocaleError, ValueError):
        return _DAYS[number]
