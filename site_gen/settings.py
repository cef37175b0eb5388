"""The settings of one archive: one frozen tree, read once from ``archive.toml``, checked whole.

Each stage receives its slice only, because the slice is part of its cache key. Defaults stand here and nowhere else;
docs/reference/settings.md is generated from this module. Of the environment, ``source_date`` alone is read.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from .errors import ContentError, SettingsError
from .language.words import in_order, writable


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the archive is called and where it lives."""

    title: str = "News archive"
    """Name of the archive, on every page."""
    description: str = ""
    """One sentence about it, on the home page and in feeds."""
    language: str = "en"
    """Language of the interface, BCP 47."""
    url: str = ""
    """Where it is hosted, such as ``https://archive.example.org/``; feeds, citations and the sitemap need it."""
    author: str = ""
    """Who keeps the archive."""


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """How captures are read."""

    max_capture_bytes: int = 10_000_000
    """A larger capture is set aside with a finding; its file stays where it is."""
    dates: str = ""
    """How 3/4/2016 is read in captures, metadata.csv and decisions.csv: ``day-first`` or ``month-first``; empty: day first, with a warning."""
    fields: dict[str, str] = field(default_factory=dict)
    """What records and tables call otherwise than metadata.csv: ``headline_main = "title"``; ``text``, ``html`` and ``id`` too."""


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """How boilerplate is told from the article."""

    learn_repeated_lines: bool = True
    """Learn from lines that repeat across one outlet's captures."""
    off: tuple[str, ...] = ()
    """Names of cleaning rules to leave out; docs/reference/rules.md lists them."""


@dataclass(frozen=True, slots=True)
class DescribeSettings:
    """How metadata is concluded."""

    default_language: str = "und"
    """Language of a text too short to tell."""


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """When articles count as reports of one event."""

    same_event_score: float = 0.55
    """Articles whose score (0..1) is at least this are linked; measured in docs/measurements/linking.md."""
    max_gap_days: int = 14
    """Dated articles further apart than this link only where figures and words of the titles bear it out."""


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """What the event page compares."""

    min_passage_words: int = 8
    """Shortest shared passage shown."""
    max_unique_sentences: int = 5
    """Most sentences an outlet has under "Told by one outlet only"."""


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Which topics get a page."""

    min_topic_articles: int = 2
    """A name that is not in the vocabulary needs as many articles to get a page."""
    general_subjects: bool = True
    """Give articles the general subjects that they are about ("Elections", "Floods"), where the vocabulary has no subjects of its own."""
    per_page: int = 50
    """Articles listed before a list is split by year, month and day."""


@dataclass(frozen=True, slots=True)
class PublishSettings:
    """What is written."""

    theme: str = "broadsheet"
    """Name of a theme in themes/, or a path relative to the content folder."""
    originals: bool = True
    """Offer the original captures for download."""
    search: bool = True
    """Write the search index."""
    cards: bool = True
    """Draw a picture of each event for links in social networks; needs the archive's address."""


@dataclass(frozen=True, slots=True)
class AppearanceSettings:
    """Colours, fonts and logo. Style sheets, fonts, words and templates of the archive's own are files in its ``theme/``."""

    accent: str = ""
    """Colour of links, marks and buttons on light pages, ``#8f2416``; the theme's where empty, as for all below."""
    accent_dark: str = ""
    """The same on dark pages."""
    paper: str = ""
    """Background of light pages."""
    paper_dark: str = ""
    """Background of dark pages."""
    ink: str = ""
    """Colour of the text on light pages."""
    ink_dark: str = ""
    """Colour of the text on dark pages."""
    text_font: str = ""
    """Fonts of articles, as CSS lists them: ``"Literata", Georgia, serif``."""
    heading_font: str = ""
    """Fonts of headings."""
    interface_font: str = ""
    """Fonts of all that is no text of the archive."""
    logo: str = ""
    """Picture before the archive's name: a file below ``static/`` of the content folder, ``static/logo.svg``."""
    icon: str = ""
    """Picture of the browser's tab: an SVG or PNG below ``static/``."""


_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONTS = re.compile(r"[\w\s,'\"-]+")
_PICTURE = re.compile(r"static/(?!.*\.\.)[\w./ -]+")
_Forms = tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LANGUAGE_WORDS = "the code of a language, such as en, fr or ar"
_SITE: _Forms = (
    (("language",), _LANGUAGE, _LANGUAGE_WORDS),
    (("url",), re.compile(r"https?://[^\s/]\S*"), "a whole address, such as https://archive.example.org/"),
)
_APPEARANCES: _Forms = (
    (
        ("accent", "accent_dark", "paper", "paper_dark", "ink", "ink_dark"),
        _COLOUR,
        "a colour such as #8f2416",
    ),
    (
        ("text_font", "heading_font", "interface_font"),
        _FONTS,
        'names of fonts, such as "Literata", Georgia, serif',
    ),
    (("logo", "icon"), _PICTURE, "a file below static/, such as static/logo.svg"),
)
_FORMS: dict[str, _Forms] = {
    "site": _SITE,
    "ingest": ((("dates",), re.compile("day-first|month-first"), '"day-first" or "month-first"'),),
    "describe": ((("default_language",), _LANGUAGE, _LANGUAGE_WORDS),),
    "appearance": _APPEARANCES,
}
"""By table: (settings, what their values look like, the same in words)."""
_LIMITS: dict[str, tuple[float, float]] = {
    "ingest.max_capture_bytes": (1, inf),
    "link.same_event_score": (0, 1),
    "link.max_gap_days": (0, inf),
    "compare.min_passage_words": (1, inf),
    "compare.max_unique_sentences": (0, inf),
    "index.min_topic_articles": (1, inf),
    "index.per_page": (1, inf),
}
"""The least and the most that a number may be."""
_HEADER = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w.-]+)["']?\s*=""")


OWN_PELICAN_SETTINGS = frozenset(
    {
        "ARTICLE_PATHS", "CACHE_PATH", "DELETE_OUTPUT_DIRECTORY", "IGNORE_FILES", "JINJA_ENVIRONMENT", "JINJA_FILTERS",
        "OUTPUT_PATH", "PAGE_PATHS", "PAGE_SAVE_AS", "PAGE_URL", "PATH", "THEME", "THEME_STATIC_DIR",
    }
)  # fmt: skip
"""Settings of Pelican that an archive may not change: with them a build could write outside its output."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of archive.toml; each field is a table of it."""

    site: SiteSettings = field(default_factory=SiteSettings)
    ingest: IngestSettings = field(default_factory=IngestSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    describe: DescribeSettings = field(default_factory=DescribeSettings)
    link: LinkSettings = field(default_factory=LinkSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    index: IndexSettings = field(default_factory=IndexSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    appearance: AppearanceSettings = field(default_factory=AppearanceSettings)
    pelican: dict[str, Any] = field(default_factory=dict)
    """Handed to Pelican as it is: its settings in capitals, PLUGINS among them."""


TOML_TEXT = 'a text stands between straight quotes, as in key = "text"'  # most slips come from that


@dataclass(frozen=True, slots=True)
class _Problem:
    """What is wrong with one setting."""

    name: str
    """Its name with its table: ``site.title``."""
    message: str


def load(content: Path, *, rules: Collection[str] = (), columns: Collection[str] = ()) -> Settings:
    """Return the settings of a content folder; the defaults where it has no archive.toml. ``rules`` are those of cleaning, ``columns`` those of a record.

    Raises SettingsError naming, each with its line, every unknown key (with the nearest match) and every value that its
    key cannot hold; ContentError where the folder is missing.
    """
    if not content.is_dir():
        raise ContentError(
            f"{content}: no such content folder. Make one with `python -m site_gen init {content}`, "
            "or name another with --content."
        )
    path = content / "archive.toml"
    if not path.exists():
        return Settings()
    try:
        text = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}:{line}: not UTF-8: {error.reason}. Save the file as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        what, _, at = str(error).partition(" (at line ")
        where = f"{path}:{at.partition(',')[0]}" if at else str(path)
        raise SettingsError(f"{where}: not valid TOML: {what}. Mend this line: {TOML_TEXT}.") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}.") from error
    problems: list[_Problem] = [
        _Problem(
            f"pelican.{key}",
            f'"pelican.{key}" belongs to site_gen: use --output, --content, --theme or the tables of this file.',
        )
        for key in sorted(OWN_PELICAN_SETTINGS & _table(table, "pelican").keys())
    ]
    settings = _build(Settings, table, "", problems)
    assert isinstance(settings, Settings)
    for name, forms in _FORMS.items():
        problems += _form_problems(name, getattr(settings, name), forms)
    problems += _number_problems(settings) + _rule_problems(settings.clean.off, rules)
    problems += _column_problems(settings.ingest.fields, columns)
    if problems:
        lines = sorted((_line_of(text, problem.name), problem.message) for problem in problems)
        raise SettingsError("\n".join(f"{path}:{line}: {message}" for line, message in lines))
    return settings


def _table(table: dict[str, Any], name: str) -> dict[str, Any]:
    found = table.get(name, {})
    return found if isinstance(found, dict) else {}


def _line_of(text: str, name: str) -> int:
    """Return the line on which a setting is written; that of its table, or the first, where it cannot be found."""
    table, _, key = name.rpartition(".")
    inside, found = "", 1
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            inside = header[1]
            if name == inside:
                return number
            found = number if inside == table else found
        elif (written := _KEY.match(line)) and (
            (inside, written[1]) == (table, key) or (not inside and written[1] in (name, table))
        ):
            return number
    return found


def _form_problems(table: str, settings: object, forms: _Forms) -> list[_Problem]:
    return [
        _Problem(f"{table}.{name}", f'"{table}.{name}" = {_quoted(value)}: {wanted} is expected.')
        for names, form, wanted in forms
        for name in names
        if (value := getattr(settings, name)) and not form.fullmatch(value)
    ]


def _number_problems(settings: Settings) -> list[_Problem]:
    found = []
    for name, (least, most) in _LIMITS.items():
        table, _, key = name.partition(".")
        value = getattr(getattr(settings, table), key)
        if not least <= value <= most:
            wanted = f"from {least} to {most}" if most < inf else f"of {least} or more"
            found.append(_Problem(name, f'"{name}" = {value}: a number {wanted} is expected.'))
    return found


def _rule_problems(off: tuple[str, ...], rules: Collection[str]) -> list[_Problem]:
    found = []
    for rule in (rule for rule in off if rules and rule not in rules):
        near = difflib.get_close_matches(rule, sorted(rules), n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else "docs/reference/rules.md lists them."
        found.append(_Problem("clean.off", f'"clean.off": no cleaning rule is called "{rule}"; {hint}'))
    return found


def _column_problems(names: dict[str, Any], columns: Collection[str]) -> list[_Problem]:
    found = []
    for key, column in ((key, column) for key, column in names.items() if columns and column not in columns):
        near = difflib.get_close_matches(str(column), sorted(columns), n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(sorted(columns))}."
        found.append(
            _Problem("ingest.fields", f'"ingest.fields": {key} = {_quoted(column)} is no column; {hint}')
        )
    return found


def _quoted(value: object) -> str:
    """A value as TOML writes it."""
    return json.dumps(value, ensure_ascii=False, default=str)


def source_date() -> datetime | None:
    """Return the moment that ``SOURCE_DATE_EPOCH`` gives to what is made (reproducible-builds.org), in UTC; None where it is not set.

    Raises SettingsError where it is no number of seconds since 1970.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(given), UTC) if given else None
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(
            f"SOURCE_DATE_EPOCH={given}: no moment. Write seconds since 1970, or leave it out."
        ) from error


def _build(kind: type, table: dict[str, Any], prefix: str, problems: list[_Problem]) -> object:
    hints = get_type_hints(kind)
    known = {f.name for f in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if key not in known:
            problems.append(_Problem(name, f'unknown setting "{name}"; {_meant(key, value, prefix, known)}'))
            continue
        hint_type = hints[key]
        if is_dataclass(hint_type):
            if isinstance(value, dict):
                values[key] = _build(hint_type, value, f"{name}.", problems)  # type: ignore[arg-type]
            else:
                problems.append(_Problem(name, f'"{name}" is a table: write [{name}], not {_quoted(value)}.'))
        elif (checked := _checked(hint_type, value)) is None:
            problems.append(
                _Problem(name, f'"{name}" = {_quoted(value)}: a {_type_name(hint_type)} is expected.')
            )
        else:
            values[key] = checked[0]
    return kind(**values)


def _meant(key: str, value: object, prefix: str, known: Collection[str]) -> str:
    """What to write for a key that is not known: the table in which it stands, the nearest name, or all there are."""
    kinds = {name: hint for name, hint in get_type_hints(Settings).items() if is_dataclass(hint)}
    tables = [f"[{name}]" for name, kind in kinds.items() if key in {one.name for one in fields(kind)}]
    if tables and not isinstance(value, dict):
        return f"it belongs under {' or '.join(tables)}."
    near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.5)
    return f'did you mean "{prefix}{near[0]}"?' if near else f"known here: {', '.join(sorted(known))}."


def _checked(hint: Any, value: Any) -> tuple[Any] | None:
    """Return the value in a tuple where it fits the type, else None."""
    origin = get_origin(hint)
    if origin is tuple:
        item = get_args(hint)[0]
        if isinstance(value, list) and all(isinstance(v, item) for v in value):
            return (tuple(_readable(v) for v in value),)
        return None
    if origin is dict:
        return (value,) if isinstance(value, dict) else None
    if origin is UnionType:
        return next((c for arm in get_args(hint) if (c := _checked(arm, value)) is not None), None)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return (float(value),)
    if isinstance(value, bool) and hint is not bool:
        return None
    return (_readable(value),) if isinstance(value, hint) else None


def _readable(value: Any) -> Any:
    """A text without the controls that no page can hold and no reader sees; anything else as it is."""
    return in_order(writable(value)) if isinstance(value, str) else value


def _type_name(hint: Any) -> str:
    names = {str: "text in quotes", int: "whole number", float: "number", bool: "true or false"}
    return "list of texts in quotes" if get_origin(hint) is tuple else names.get(hint, str(hint))
