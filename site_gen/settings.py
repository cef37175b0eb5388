"""The settings of one archive: one frozen tree, read once from ``archive.toml``, checked whole.

Each stage receives its slice only, because the slice is part of its cache key. Defaults stand here and nowhere else;
docs/reference/settings.md is generated from this module. The environment is never read.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
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
    dates: str = "day-first"
    """How 3/4/2016 is read in metadata.csv: ``day-first`` or ``month-first``."""


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

    same_event_score: float = 0.5
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
_SITE: _Forms = (
    (
        ("language",),
        re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
        "the code of a language, such as en, fr or ar",
    ),
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
"""(settings, what their values look like, the same in words): they end up in a style sheet and in every page."""


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


def load(content: Path) -> Settings:
    """Return the settings of a content folder; the defaults where it has no archive.toml.

    Raises SettingsError naming every unknown key (with the nearest match) and every value of a wrong type;
    ContentError where the folder is missing.
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
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}. Mend the line named.") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}.") from error
    problems: list[str] = [
        f'"pelican.{key}" belongs to site_gen: use --output, --content, --theme or the tables of this file.'
        for key in sorted(OWN_PELICAN_SETTINGS & table.get("pelican", {}).keys())
    ]
    settings = _build(Settings, table, "", problems)
    assert isinstance(settings, Settings)
    problems += _form_problems("site", settings.site, _SITE)
    problems += _form_problems("appearance", settings.appearance, _APPEARANCES)
    if problems:
        raise SettingsError("\n".join(f"{path}: {problem}" for problem in problems))
    return settings


def _form_problems(table: str, settings: object, forms: _Forms) -> list[str]:
    return [
        f'"{table}.{name}" = {value!r}: {wanted} is expected.'
        for names, form, wanted in forms
        for name in names
        if (value := getattr(settings, name)) and not form.fullmatch(value)
    ]


def _build(kind: type, table: dict[str, Any], prefix: str, problems: list[str]) -> object:
    hints = get_type_hints(kind)
    known = {f.name for f in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if key not in known:
            near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.5)
            hint = (
                f'; did you mean "{prefix}{near[0]}"?'
                if near
                else f"; known here: {', '.join(sorted(known))}."
            )
            problems.append(f'unknown setting "{name}"{hint}')
            continue
        hint_type = hints[key]
        if is_dataclass(hint_type):
            if isinstance(value, dict):
                values[key] = _build(hint_type, value, f"{name}.", problems)  # type: ignore[arg-type]
            else:
                problems.append(f'"{name}" is a table: write [{name}], not {value!r}.')
        elif (checked := _checked(hint_type, value)) is None:
            problems.append(f'"{name}" = {value!r}: a {_type_name(hint_type)} is expected.')
        else:
            values[key] = checked[0]
    return kind(**values)


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
    if get_origin(hint) is tuple:
        return "list of texts in quotes"
    return names.get(hint, str(hint))
