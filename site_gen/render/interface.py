"""The words of the interface in one language: texts, plurals, numbers, dates.

Catalogues are gettext's, ``locale/fr.po`` of the theme: the English text and its translation, with the forms that a
number asks for. What a catalogue lacks is said in English. Values put into a text are
escaped; the texts themselves are the theme's and trusted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from string import Formatter
from typing import Any

from markupsafe import Markup

from site_gen.errors import ThemeError
from site_gen.language.scripts import RTL_SCRIPTS
from site_gen.model import edtf

from .compiled import as_html, quoted

RTL = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages written from right to left (CLDR ``characterOrder``)."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PO_LINE = re.compile(r'|#.*|(?:(?:msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"')
SAMPLES = (*range(201), 1_000_000)
"""Numbers among which each plural category of a language stands."""

_LAST_YEAR = re.compile(r" \d{4}$")
"""The year that ends a date in words."""
_GROUPING = {"fr": "\u202f", "en": ",", "ar": ","}
"""Thousands; CLDR. Arabic pages use Latin digits, as most Arabic news sites do."""

LANGUAGE_NAMES = {
    "ar": "العربية", "bg": "български", "bn": "বাংলা", "cs": "čeština", "da": "dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "es": "español", "fa": "فارسی", "fi": "suomi", "fr": "français", "he": "עברית", "hi": "हिन्दी",
    "hr": "hrvatski", "hu": "magyar", "id": "Indonesia", "it": "italiano", "ja": "日本語", "ko": "한국어",
    "nl": "Nederlands", "no": "norsk", "pl": "polski", "pt": "português", "ro": "română", "ru": "русский",
    "sk": "slovenčina", "sr": "српски", "sv": "svenska", "tr": "Türkçe", "uk": "українська", "ur": "اردو",
    "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
"""Names of languages in themselves (CLDR)."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of the interface in one language."""

    language: str
    messages: Mapping[str, str] = field(default_factory=dict)
    """English text to translation."""
    counts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """English plural to its forms by CLDR category: zero, one, two, few, many, other."""
    months: tuple[str, ...] = ()
    """Names of the twelve months; empty where edtf knows the language."""
    weekdays: tuple[str, ...] = WEEKDAYS
    """Short, Monday first."""

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return direction(self.language)

    def text(self, message: str, **values: object) -> Markup:
        """Return a text in the language of the interface; ``{name}`` takes a value, escaped."""
        said = self.messages.get(message, message)
        return _filled(said, values) if values else _trusted(said)

    def count(self, singular: str, plural: str, n: int, **values: object) -> Markup:
        """Return a text with a number, in the form the number asks for; ``{n}`` takes the number."""
        forms = self.counts.get(plural, {})
        category = plural_category(self.language if forms else "en", n)
        fallback = singular if n == 1 else plural
        said = forms.get(category) or forms.get("other") or fallback
        if values:
            return _filled(said, {"n": self.number(n), **values})
        return as_html(said.replace("{n}", self.number(n)))

    def forms(self, singular: str, plural: str) -> dict[str, str]:
        """Return the forms of a text with a number by CLDR category, for a script that counts itself."""
        return dict(self.counts.get(plural) or {"one": singular, "other": plural})

    def number(self, n: int) -> str:
        """Return a whole number with its thousands set apart."""
        return f"{n:,}".replace(",", _GROUPING.get(self.language[:2], ","))

    def percent(self, share: float) -> str:
        """Return a share (0..1) as whole percents."""
        sign = "\u202f%" if self.language[:2] == "fr" else "%"
        return f"{round(share * 100)}{sign}"

    def size(self, size_bytes: int) -> str:
        """Return a number of bytes in words a reader knows."""
        if size_bytes < 1000:
            return self.count("{n} byte", "{n} bytes", size_bytes)
        if size_bytes < 1_000_000:
            return f"{size_bytes / 1000:.1f} kB"
        return f"{size_bytes / 1_000_000:.1f} MB"

    def date(self, text: str | None) -> str:
        """Return a date in words; empty where there is none."""
        return _in_words(text, self.language, self.months) if text else ""

    def span(self, first: str | None, last: str | None) -> str:
        """Return two dates as a span in words, a year of both said once; one where they are the same; empty where none is known."""
        a, b = self.date(first), self.date(last)
        if a == b or not b or not a:
            return a or b
        year = _LAST_YEAR.search(b)
        if year and a.endswith(year[0]):
            a = a.removesuffix(year[0])
        return f"{a} – {b}"

    def language_name(self, code: str) -> str:
        """Return a language's name in itself, its region behind it; its code where it is not known here."""
        if code in ("", "und"):
            return str(self.text("not known"))
        language, _, region = code.partition("-")
        name = LANGUAGE_NAMES.get(language.lower())
        return f"{name} ({region})" if name and region else name or code


@lru_cache(maxsize=4096)
def _in_words(text: str, language: str, months: tuple[str, ...]) -> str:
    return edtf.in_words(text, language, months=months)


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    """A text with its values, escaped, in their places."""
    return as_html("".join(part if name is None else quoted(values[name]) for part, name in _parts(message)))


@lru_cache(maxsize=2048)
def _parts(message: str) -> tuple[tuple[str, str | None], ...]:
    """What stands between the values of a text, as (words, None), and the values, as ("", name)."""
    parts: list[tuple[str, str | None]] = []
    for words, name, _, _ in Formatter().parse(message):
        parts += [(words, None)] if name is None else [(words, None), ("", name)]
    return tuple(parts)


@lru_cache(maxsize=2048)
def _trusted(message: str) -> Markup:
    return Markup(message)


def without_region(code: str) -> str:
    """Return the language of a code: "en" of "en-US"."""
    return code.split("-")[0].lower()


@lru_cache(maxsize=1024)
def direction(language: str) -> str:
    """Return ``rtl`` for a language written from right to left, or a tag of its letters (``und-Arab``), else ``ltr``."""
    code, _, script = language.partition("-")
    is_rtl = code.lower() in RTL or (code == "und" and script in RTL_SCRIPTS)
    return "rtl" if is_rtl else "ltr"


@lru_cache(maxsize=4096)
def plural_category(language: str, n: int) -> str:
    """Return the CLDR plural category of a whole number; that of English for a language CLDR does not know."""
    code = language.split("-")[0].lower()
    if code != "en":
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code).plural_form(n)
        except (UnknownLocaleError, ValueError):
            pass
    return "one" if n == 1 else "other"


def interface(language: str, locale_folders: Sequence[Path] = ()) -> Interface:
    """Return the interface in a language. What an earlier folder's catalogue says goes before a later one's.

    What none says is said in English. Raises ThemeError for a catalogue that cannot be read.
    """
    code = language.split("-")[0].lower()
    messages: dict[str, str] = {}
    counts: dict[str, Mapping[str, str]] = {}
    for folder in reversed(locale_folders):
        if (folder / f"{code}.po").is_file():
            said, counted = _catalogue(folder / f"{code}.po", code)
            messages |= said
            counts |= counted
    months = tuple(messages.get(name, "") for name in MONTHS)
    return Interface(
        language=language,
        messages=messages,
        counts=counts,
        months=months if all(months) else (),
        weekdays=tuple(messages.get(name, name) for name in WEEKDAYS),
    )


def _catalogue(path: Path, code: str) -> tuple[dict[str, str], dict[str, Mapping[str, str]]]:
    """Read a catalogue: texts, and texts with a number by their English plural. What is fuzzy or empty is left out."""
    from babel.core import UnknownLocaleError
    from babel.messages.pofile import PoFileError, read_po

    def read(locale: str | None) -> Any:
        with path.open("rb") as file:
            return read_po(file, locale=locale, abort_invalid=True)

    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if not _PO_LINE.fullmatch(line.strip()):
            raise ThemeError(
                f'{path}:{number} is no line of a gettext catalogue: "{line}". Write msgid "text".'
            )
    try:
        try:
            catalog = read(code)
        except UnknownLocaleError:
            catalog = read(None)
        index = c2py(catalog.plural_expr)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise ThemeError(f"{path}: not a gettext catalogue: {error}. Mend the line named.") from error
    messages: dict[str, str] = {}
    counts: dict[str, Mapping[str, str]] = {}
    for message in catalog:
        if message.fuzzy or not message.id:
            continue
        if isinstance(message.id, str):
            if message.string:
                messages[message.id] = message.string
        elif all(message.string):
            counts[message.id[1]] = _by_category(message.string, code, index)
    return messages, counts


def _by_category(forms: Sequence[str], code: str, index: Callable[[int], int]) -> dict[str, str]:
    """The forms of a text by CLDR category: a catalogue numbers them, and says which number takes which."""
    found: dict[str, str] = {}
    for n in SAMPLES:
        found.setdefault(plural_category(code, n), forms[min(index(n), len(forms) - 1)])
    return found
