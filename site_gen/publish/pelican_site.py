"""Pelican as the shell of the site: settings, theme, hand-written pages, static files, feeds, plugins and signals.

The archive's own pages are written by a generator that joins by Pelican's ``get_generators`` signal and streams them
from the catalogue; Pelican's article list stays empty, because it is held whole in memory.
Nothing that a hand-written page says can reach a path: only the fields that ``markdown_reader`` lets through do.
"""

from __future__ import annotations

import glob
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import Pelican, readers, signals
from pelican import log as pelican_log
from pelican.generators import Generator
from pelican.settings import read_settings
from pelican.writers import Writer

from ..errors import OutputError
from ..language.words import writable
from ..model import RESERVED_NAMES, Finding, Level, edtf
from ..model.card import ArticleCard
from ..settings import Settings
from .json_feed import json_feed
from .markdown_reader import FIELDS, MarkdownReader, page_slug, split

RESERVED = frozenset(
    {
        "404", "articles", "data", "dates", "events", "feeds", "made", "organisations", "originals", "people",
        "places", "search", "sources", "stories", "subjects", "theme", "topics",
    }
)  # fmt: skip
"""Addresses of the archive's own pages: a hand-written page may not take them."""

FEED_ITEMS = 50

WritePages = Callable[["Feeds"], None]
"""Writes the archive's own pages; called once, by our generator, with the writer of feeds."""


@dataclass(frozen=True, slots=True)
class HandwrittenFile:
    """One of ``pages/*.md``, with what a menu needs."""

    name: str
    title: str
    slug: str
    order: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What Pelican needs to know to build the shell of one site."""

    content: Path
    staging: Path
    theme: Path
    overrides: tuple[Path, ...]
    settings: Settings
    environment_options: dict[str, Any]
    filters: dict[str, Callable[..., Any]]
    globals: dict[str, Any]


@dataclass(slots=True)
class Feeds:
    """Feeds: Atom, written by Pelican's writer, and JSON Feed beside each."""

    writer: Any
    context: dict[str, Any]
    is_on: bool

    def write(self, home: str, files: tuple[str, str], title: str, cards: Iterable[ArticleCard]) -> None:
        """Write the feeds of a list of articles, the dated ones, in their order; none where none is dated or feeds are off.

        ``home`` is the address of the list, ``files`` are those of its Atom and its JSON feed. What was taken down is in none.
        """
        shown = fed(cards)
        if not (self.is_on and shown):
            return
        shown, (atom, json) = shown[:FEED_ITEMS], files
        self.writer.write_feed(
            [_FeedItem.of(card) for card in shown], self.context, path=atom, feed_title=title
        )
        site = self.context
        data = json_feed(
            shown,
            title=" - ".join(filter(None, (site["SITENAME"], title))),
            root=site["SITEURL"],
            address=json,
            home=home,
            description=site.get("SITESUBTITLE") or "",
            language=site.get("DEFAULT_LANG") or "",
            author=site.get("AUTHOR") or "",
        )
        Path(self.writer.output_path, json).write_bytes(data)


def fed(cards: Iterable[ArticleCard]) -> list[ArticleCard]:
    """Return those of a list that stand in its feeds: the dated ones that may be shown, in their order."""
    return [card for card in cards if card.rights != "taken-down" and edtf.parse(card.date or "")]


@dataclass(frozen=True, slots=True)
class _FeedItem:
    """An article as Pelican's feed writer reads it."""

    title: str
    url: str
    date: datetime
    summary: str
    author: str
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, card: ArticleCard) -> _FeedItem:
        found = edtf.bounds(card.date or "")
        assert found is not None
        day = found[0]
        date = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return cls(card.title, f"articles/{card.slug}/", date, card.summary, card.source or "")

    def get_content(self, _site_url: str) -> str:
        """Return the summary: a feed leads to the article, it does not carry it."""
        return self.summary


def handwritten(content: Path) -> tuple[tuple[HandwrittenFile, ...], tuple[Finding, ...]]:
    """Return the hand-written pages of an archive in the order of their field ``order``, then their titles."""
    pages: list[HandwrittenFile] = []
    findings: list[Finding] = []
    for path in sorted((content / "pages").glob("*.md")):
        where = path.relative_to(content).as_posix()
        slug = page_slug(path.stem)
        fields, body = split(path.read_text(encoding="utf-8-sig", errors="replace"))
        if slug in RESERVED | RESERVED_NAMES or slug in {page.slug for page in pages}:
            findings.append(
                Finding(
                    "PUB-002",
                    Level.ERROR,
                    where,
                    f"the address /{slug}/ is taken or reserved; left out",
                    "give the file another name",
                )
            )
            continue
        unknown = sorted(set(fields) - set(FIELDS) - {"order"})
        if unknown:
            findings.append(
                Finding(
                    "PUB-003",
                    Level.NOTE,
                    f"{where}:1",
                    f"fields without effect: {', '.join(unknown)}",
                    f"a page may have {', '.join(FIELDS)}",
                )
            )
        heading = next((line.lstrip("# ") for line in body.splitlines() if line.startswith("# ")), None)
        title = fields.get("title") or heading or path.stem.replace("-", " ").capitalize()
        pages.append(HandwrittenFile(path.name, title, slug, fields.get("order", "")))
    return tuple(sorted(pages, key=lambda p: (p.order, p.title, p.slug))), tuple(findings)


def write(shell: Shell, pages: Sequence[HandwrittenFile], write_pages: WritePages) -> tuple[Finding, ...]:
    """Run Pelican over the hand-written pages, the theme's static files and our generator; return what it remarked.

    Raises OutputError where Pelican itself gives up.
    """
    log = _Log(f"{shell.content.resolve()}/")
    logger = logging.getLogger("pelican")
    root = logging.getLogger()
    former = (logger.level, logger.propagate, list(root.handlers))
    logger.addHandler(log)
    logger.propagate = False
    console_was_quiet, pelican_log.console.quiet = pelican_log.console.quiet, True
    generator = _generator(write_pages, bool(shell.settings.site.url))

    def ours(_pelican: object) -> type[Generator]:
        return generator

    signals.get_generators.connect(ours)
    markdown_extensions = readers.MarkdownReader.file_extensions
    readers.MarkdownReader.file_extensions = []
    signals.readers_init.connect(_use_our_reader)
    try:
        Pelican(_pelican_settings(shell, pages)).run()
    except RuntimeError as error:
        raise OutputError(f"Pelican could not write the site: {error}") from error
    finally:
        signals.readers_init.disconnect(_use_our_reader)
        readers.MarkdownReader.file_extensions = markdown_extensions
        signals.get_generators.disconnect(ours)
        pelican_log.console.quiet = console_was_quiet
        logger.removeHandler(log)
        logger.setLevel(former[0])
        logger.propagate = former[1]
    return tuple(log.findings)


def _use_our_reader(found: Any) -> None:
    for extension in MarkdownReader.file_extensions:
        found.reader_classes[extension] = MarkdownReader


def _generator(write_pages: WritePages, has_url: bool) -> type[Generator]:
    class ArchiveGenerator(Generator):  # type: ignore[misc]
        """Writes the pages of the archive from the catalogue."""

        def generate_output(self, writer: Writer) -> None:
            write_pages(Feeds(writer, self.context, has_url))

    return ArchiveGenerator


def _pelican_settings(shell: Shell, pages: Sequence[HandwrittenFile]) -> dict[str, Any]:
    site = shell.settings.site
    taken = [
        path.name for path in (shell.content / "pages").glob("*") if path.name not in {p.name for p in pages}
    ]
    ours: dict[str, Any] = {
        "PATH": str(shell.content.resolve()),
        "OUTPUT_PATH": str(shell.staging),
        "DELETE_OUTPUT_DIRECTORY": False,
        "THEME": str(shell.theme),
        "THEME_TEMPLATES_OVERRIDES": [str(folder) for folder in shell.overrides],
        "THEME_STATIC_DIR": "theme",
        "SITENAME": writable(site.title),
        "SITESUBTITLE": writable(site.description),
        "SITEURL": site.url.rstrip("/"),
        "FEED_DOMAIN": site.url.rstrip("/"),
        "AUTHOR": site.author,
        "DEFAULT_LANG": site.language,
        "TIMEZONE": "UTC",
        "LOCALE": ["C.UTF-8", "C"],
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": ["pages"],
        "IGNORE_FILES": [".*", *sorted(map(glob.escape, taken))],
        "PAGE_URL": "{slug}/",
        "PAGE_SAVE_AS": "{slug}/index.html",
        "PAGE_LANG_URL": "{slug}/",
        "PAGE_LANG_SAVE_AS": "{slug}/index.html",
        "SLUGIFY_SOURCE": "basename",
        "STATIC_PATHS": ["static"] if (shell.content / "static").is_dir() else [],
        "DIRECT_TEMPLATES": [],
        "PAGINATED_TEMPLATES": {},
        "AUTHOR_SAVE_AS": "",
        "CATEGORY_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "ARCHIVES_SAVE_AS": "",
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "FEED_MAX_ITEMS": FEED_ITEMS,
        "RELATIVE_URLS": False,
        "CACHE_CONTENT": False,
        "LOAD_CONTENT_CACHE": False,
        "JINJA_ENVIRONMENT": shell.environment_options,
        "JINJA_FILTERS": shell.filters,
        "JINJA_GLOBALS": shell.globals,
    }
    if not site.author:
        del ours["AUTHOR"]
    return dict(read_settings(override={**ours, **shell.settings.pelican}))


_PLUGINS = ("archive.toml", "correct PLUGINS or PLUGIN_PATHS under [pelican]")
"""Where a plugin is named that cannot be loaded, and what to do."""


_OF_NO_USE = "Docutils has no localization"
"""Said of a language that reStructuredText does not know: no page is read as that."""


class _Log(logging.Handler):
    """Pelican's warnings and errors as findings."""

    def __init__(self, folder: str) -> None:
        super().__init__(logging.WARNING)
        self.folder = folder
        """Of the content: left off in messages, so that they are the same wherever the archive lies."""
        self.findings: list[Finding] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        level = Level.ERROR if record.levelno >= logging.ERROR else Level.WARNING
        message = record.getMessage().replace(self.folder, "")
        if message.startswith(_OF_NO_USE):
            return
        is_plugin = "plugin" in message.casefold()
        where, hint = _PLUGINS if is_plugin else ("pages/", "see Pelican's documentation")
        self.findings.append(Finding("PUB-001", level, where, message, hint))
