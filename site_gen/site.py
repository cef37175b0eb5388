"""From the finished catalogue to the finished site: data files, pages, feeds, search index, manifest, and the swap.

Pages are rendered by the pool's workers, each of which writes its pages into the staging folder; nothing reaches the
output folder before everything is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from . import __version__, render
from . import content as content_module
from .build import Bench, Progress, catalogue
from .content import Content
from .curate import Register, redirects, write_register
from .engine.catalogue import StoredCatalogue
from .engine.codec import decode, encode
from .engine.run import Pool
from .engine.store import Store
from .errors import OutputError, ThemeError
from .model import Article, Comparison, Finding, Level, Listing, Record, Sourced, Stats
from .publish import output as output_module
from .publish import theme as theme_module
from .render import SiteContext, records
from .settings import Settings

SHARD_PAGES = 128
"""Keys of pages in one shard: a millisecond or two each."""
SHOWN_MESSAGES = 30
"""Errors and warnings printed at the end; all stand in data/findings.jsonl."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, for the closing lines and for ``--json``."""

    content: str
    output: str
    captures: int
    published: int
    outlets: int
    events: int
    stories: int
    topics: int
    pages: int
    files: int
    bytes: int
    stated_dates: int
    inferred_dates: int
    undated: int
    left_out: tuple[tuple[str, str], ...]
    """(capture, why)."""
    findings: tuple[tuple[str, int], ...]
    """(level, count)."""
    messages: tuple[str, ...]
    """Errors and warnings, a line each."""
    seconds: float

    @property
    def has_warnings(self) -> bool:
        """Whether --strict should fail."""
        return any(count for level, count in self.findings if level in ("error", "warning"))

    def as_json(self) -> str:
        """The summary as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def as_text(self) -> str:
        """The summary in a few lines."""
        counts = dict(self.findings)
        lines = list(self.messages[:SHOWN_MESSAGES])
        if len(self.messages) > SHOWN_MESSAGES:
            lines.append(
                f"… and {len(self.messages) - SHOWN_MESSAGES} more, in {self.output}/data/findings.jsonl"
            )
        lines.append(f"Read {_many(self.captures, 'capture')} from {self.content}")
        lines.append(
            f"Published {_many(self.published, 'article')} of {_many(self.outlets, 'outlet')}: "
            f"{_many(self.events, 'event')}, {_many(self.stories, 'story', 'stories')}, {_many(self.topics, 'topic')}"
        )
        lines += [f"Left out {key}: {why}" for key, why in self.left_out]
        lines.append(
            f"Dates: {self.stated_dates} stated or supplied, {self.inferred_dates} inferred, {self.undated} unknown"
        )
        lines.append(
            "Findings: " + ", ".join(_many(counts.get(level.value, 0), level.value) for level in Level)
        )
        size = f"{self.bytes / 1e6:.1f} MB"
        lines.append(
            f"Wrote {_many(self.pages, 'page')}, {_many(self.files, 'file')}, {size} to {self.output} in {self.seconds:.1f} s"
        )
        return "\n".join(lines)


def _sentence(text: str) -> str:
    """A text as a sentence: a capital in front, a stop behind unless it ends with a mark of its own."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!")) else ".")


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count} {one if count == 1 else more or one + 's'}"


def build_site(
    content: Path,
    output: Path,
    *,
    theme: str | None,
    jobs: int | None,
    is_data_only: bool,
    progress: Progress,
) -> Summary:
    """Build the archive of a content folder; return what was done.

    Raises an error of ``errors`` where nothing could be done; the last site is then as it was.
    """
    began = time.monotonic()
    found = content_module.read(content)
    theme_folder = theme_module.find(theme or found.settings.publish.theme, content)
    with ExitStack() as stack:
        work = stack.enter_context(output_module.only_build(output))
        store = stack.enter_context(Store(work / "catalogue.sqlite"))
        pool = stack.enter_context(closing(Pool(jobs or os.cpu_count() or 1, work / "shards")))
        bench = Bench(found, store, pool, progress, work, found.register)
        catalogue(bench)
        remarks = _keep_register(bench)
        staging = output_module.fresh_staging(work)
        _write_data(bench, staging)
        count = 0
        if not is_data_only:
            count, more = _write_pages(bench, staging, theme_folder)
            remarks += more
        store.put_findings("publish", "", remarks)
        _write_findings(store, staging)
        progress.begin("finish", None)
        files, size = output_module.write_manifest(staging)
        output_module.swap_in(staging, output, work)
        progress.end()
        return _summary(bench, output, pages=count, files=files, size=size, seconds=time.monotonic() - began)


def _keep_register(bench: Bench) -> list[Finding]:
    """Write the accession register where it changed."""
    data = write_register(bench.register)
    path = bench.content.folder / "register.csv"
    try:
        if not path.exists() or path.read_bytes() != data:
            part = path.with_suffix(".csv.part")
            part.write_bytes(data)
            part.replace(path)
    except OSError as error:
        return [
            Finding(
                "PUB-005",
                Level.WARNING,
                "register.csv",
                f"the accession register could not be written: {error.strerror}; new addresses are not kept",
                "give write permission to the content folder, or accept that addresses may change",
            )
        ]
    return []


# Data


def _write_data(bench: Bench, staging: Path) -> None:
    """Stream every data file and its schema into ``data/``."""
    bench.progress.begin("data", None)
    folder = staging / "data"
    (folder / "schema").mkdir(parents=True)
    for name, kind, _what in records.FILES:
        (folder / "schema" / f"{name}.json").write_bytes(records.schema(name, kind))
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / f"{name}.jsonl").open("wb"))
            for name, _kind, _what in records.FILES
            if name != "findings"
        }
        for name, record in _records(bench.store):
            files[name].write(records.line(record))
    bench.progress.end()


def _records(store: Store) -> Iterator[tuple[str, object]]:
    shelf = StoredCatalogue(store)
    concluded: dict[str, Sourced[str]] = {}
    withheld = {
        found.id: found.rights
        for (id,) in store.db.execute("SELECT id FROM article")
        if (found := shelf.article_card(id)).rights != "full"
    }
    for id in shelf.event_ids():
        event, card = shelf.event(id), shelf.event_card(id)
        concluded.update(event.published)
        yield "events", records.event_record(event, card.slug, card.sources, withheld)
    for _id, comparison in store.each("comparison", Comparison):
        yield from records.comparison_records(comparison, withheld)
    for id, article in store.each("article", Article):
        card_of = shelf.article_card(id)
        story = shelf.event_card(card_of.event).story if card_of.event else None
        topics = tuple(sorted(topic.slug for topic in shelf.topics_of(id)))
        versions = tuple(version.id for version in shelf.versions_of(id))
        published = article.published or concluded.get(id)
        yield (
            "articles",
            records.article_record(
                article, card_of, published=published, story=story, topics=topics, versions=versions
            ),
        )
    for story_card in sorted(shelf.stories(), key=lambda s: s.id):
        yield "stories", records.story_record(shelf.story(story_card.id), story_card.slug)
    for topic_card in sorted(shelf.topics(), key=lambda t: t.slug):
        yield "topics", records.topic_record(shelf.topic(topic_card.slug))
    for outlet_card in sorted(shelf.outlets(), key=lambda o: o.slug):
        yield "sources", records.source_record(outlet_card)


def _write_findings(store: Store, staging: Path) -> None:
    with (staging / "data" / "findings.jsonl").open("wb") as file:
        for finding in store.findings():
            file.write(records.line(records.finding_record(finding)))


# Pages


@dataclass(frozen=True, slots=True)
class PageTask:
    """What a worker must know to render pages."""

    catalogue: str
    staging: str
    templates: tuple[str, ...]
    site: SiteContext
    settings: Settings


@dataclass(frozen=True, slots=True)
class Press:
    """A worker's tools for pages."""

    task: PageTask
    shelf: StoredCatalogue
    environment: Any


def open_press(path: str) -> Press:
    """Open the catalogue and the templates, once a process."""
    task = decode(Path(path).read_bytes(), PageTask)
    store = Store(Path(task.catalogue), read_only=True)
    environment = render.environment([Path(t) for t in task.templates], language=task.site.settings.language)
    return Press(task, StoredCatalogue(store), environment)


def print_page(press: Press, key: str) -> bytes:
    """Render the files of one key and write them into the staging folder; return their paths, a line each."""
    made = []
    for page in render.pages(
        render.PageKey(*key.split("\t")), press.shelf, press.environment, press.task.site
    ):
        write_file(Path(press.task.staging), page.path, page.data)
        made.append(page.path)
    return "\n".join(made).encode()


def write_file(folder: Path, name: str, data: bytes) -> None:
    """Write a file below a folder. Raises OutputError for a path that would leave it."""
    if name.startswith("/") or ".." in name.split("/") or "\0" in name or "\\" in name:
        raise OutputError(f"{name!r}: not a path inside the site")
    path = f"{folder}/{name}"
    try:
        file = open(path, "wb")  # noqa: PTH123, SIM115 (ten files an article: a Path costs as much as its writing)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = open(path, "wb")  # noqa: PTH123, SIM115
    with file:
        file.write(data)


def _write_pages(bench: Bench, staging: Path, theme: Path) -> tuple[int, list[Finding]]:
    """Write every page, feed, original and index; return how many pages, and what Pelican remarked."""
    from .publish import pelican_site

    content = bench.content
    site = content.settings.site
    by_hand, findings = pelican_site.handwritten(content.folder)
    shelf = StoredCatalogue(bench.store)
    context = _site_context(content, shelf.stats(), theme, by_hand, shelf.dated_periods())
    overrides = theme_module.override_folders(content.folder)
    remarks = list(findings)
    count = 0

    def write_own(feeds: pelican_site.Feeds) -> None:
        nonlocal count
        count, found = _print_pages(bench, staging, (*overrides, theme / "templates"), context)
        remarks.extend(found)
        bench.progress.begin("feeds", None)
        _write_feeds(feeds, shelf)
        bench.progress.end()

    shell = pelican_site.Shell(
        content=content.folder,
        staging=staging,
        theme=theme,
        overrides=overrides,
        settings=content.settings,
        environment_options=dict(render.ENVIRONMENT_OPTIONS),
        filters=dict(render.FILTERS),
        globals=render.page_globals(context, (*overrides, theme / "templates")),
    )
    try:
        remarks += pelican_site.write(shell, by_hand, write_own)
    except render.TemplateError as error:
        raise ThemeError(f"{theme}: a template failed: {error}. Mend it, or choose another theme.") from error
    if content.settings.publish.originals:
        _write_originals(bench, staging, shelf)
    _write_addresses(staging, site.url, _moved(bench.register))
    if content.settings.publish.search:
        from .publish import search_index

        bench.progress.begin("search", None)
        search_index.write(staging)
        bench.progress.end()
    return count + len(by_hand), remarks


def _site_context(
    content: Content, stats: Stats, theme: Path, by_hand: Any, periods: frozenset[str]
) -> SiteContext:
    facts = theme_module.facts(theme)
    return SiteContext(
        settings=content.settings.site,
        stats=stats,
        theme=facts.get("name", theme.name),
        theme_version=facts.get("version", ""),
        generator=f"site_gen {__version__}",
        per_page=content.settings.index.per_page,
        search=content.settings.publish.search,
        originals=content.settings.publish.originals,
        pages=tuple((page.title, f"{page.slug}/") for page in by_hand),
        periods=periods,
    )


def _print_pages(
    bench: Bench, staging: Path, folders: tuple[Path, ...], context: SiteContext
) -> tuple[int, list[Finding]]:
    shelf = StoredCatalogue(bench.store)
    keys = ["\t".join((key.kind, key.key, key.part)) for key in render.keys(shelf, bench.content.settings)]
    task = PageTask(
        str(bench.store.path), str(staging), tuple(map(str, folders)), context, bench.content.settings
    )
    path = bench.work / "task-pages"
    path.write_bytes(encode(task))
    bench.progress.begin("render", len(keys))
    findings: list[Finding] = []
    written: Counter[str] = Counter()
    outcomes = bench.pool.run(
        print_page, keys, open_context=open_press, context_path=path, shard_items=SHARD_PAGES
    )
    for outcome in outcomes:
        bench.progress.advance()
        if outcome.value is None:
            where = outcome.key.replace("\t", " ").strip()
            trace = (outcome.trace or "").strip().splitlines()
            last = trace[-3].strip() if len(trace) > 2 else ""
            findings.append(
                Finding(
                    "PUB-004",
                    Level.ERROR,
                    where,
                    f"the page could not be made: {outcome.problem} {last}",
                    "report it",
                )
            )
        else:
            written.update(path.casefold() for path in outcome.value.decode().split("\n"))
    bench.progress.end()
    twice = sorted(path for path, count in written.items() if count > 1)
    if twice:
        raise OutputError(f"two pages want {twice[0]}. Rename one of them (a label in topics.toml, a title).")
    return sum(path.endswith(".html") for path in written), findings


def _write_feeds(feeds: Any, shelf: StoredCatalogue) -> None:
    from .publish.pelican_site import FEED_ITEMS

    feeds.write(render.urls.feed(), "", shelf.cards(Listing("all"), limit=FEED_ITEMS))
    for topic in shelf.topics():
        cards = shelf.cards(Listing("topic", topic.slug), limit=FEED_ITEMS)
        feeds.write(render.urls.feed(render.urls.topic(topic.kind, topic.slug)), topic.label, cards)
    for outlet in shelf.outlets():
        cards = shelf.cards(Listing("source", outlet.slug), limit=FEED_ITEMS)
        feeds.write(render.urls.feed(render.urls.outlet(outlet.slug)), outlet.name, cards)


def _write_originals(bench: Bench, staging: Path, shelf: StoredCatalogue) -> None:
    """Copy the original bytes of every capture that may be shown, under its digest; never with an ending that renders."""
    from .pipeline import Intake

    bench.progress.begin("originals", None)
    (staging / "originals").mkdir()
    for id in shelf.article_ids():
        if shelf.article_card(id).rights != "full":
            continue
        intake = bench.store.get("intake", id, Intake)
        if intake.record is not None:
            data = bench.store.get("record", intake.key, Record).data
        else:
            data = (bench.content.folder / intake.path).read_bytes()
        name = hashlib.sha256(data).hexdigest()
        (staging / "originals" / f"{name}.bin").write_bytes(data)
    bench.progress.end()


def _write_addresses(staging: Path, url: str, redirects: tuple[tuple[str, str], ...]) -> None:
    """Write the sitemap, robots.txt and the redirects of what has moved."""
    from .publish import addresses

    for name, data in addresses.redirect_files(redirects):
        write_file(staging, name, data)
    names = [name for name in output_module.files_of(staging) if name.split("/")[-1] == "index.html"]
    for name, data in addresses.sitemap_files(url, names):
        write_file(staging, name, data)
    write_file(staging, "robots.txt", addresses.robots(url))


def _moved(register: Register) -> tuple[tuple[str, str], ...]:
    """(old address, new address) of every event and story that another one took in."""
    moved = [(render.urls.event(old), render.urls.event(new)) for old, new in redirects(register, "event")]
    moved += [(render.urls.story(old), render.urls.story(new)) for old, new in redirects(register, "story")]
    return tuple(moved)


def _summary(bench: Bench, output: Path, *, pages: int, files: int, size: int, seconds: float) -> Summary:
    store = bench.store
    stats = StoredCatalogue(store).stats()
    levels = Counter(finding.level.value for finding in store.findings())
    has_article = {row[0] for row in store.db.execute("SELECT id FROM article")}
    from .pipeline import Intake

    left_out = []
    for id, intake in store.each("intake", Intake):
        if id not in has_article:
            why = next((f"{f.code} {f.message}" for f in store.findings(id)), "no article")
            left_out.append((intake.key, why))
    messages = tuple(
        f"{f.where}: {f.code} {f.level.value}: {_sentence(f.message)} {_sentence(f.hint)}"
        for f in store.findings()
        if f.level is not Level.NOTE
    )
    return Summary(
        content=str(bench.content.folder),
        output=str(output),
        captures=stats.captures,
        published=stats.articles,
        outlets=stats.outlets,
        events=stats.events,
        stories=stats.stories,
        topics=stats.topics,
        pages=pages,
        files=files,
        bytes=size,
        stated_dates=stats.articles - stats.inferred_dates - stats.undated,
        inferred_dates=stats.inferred_dates,
        undated=stats.undated,
        left_out=tuple(sorted(left_out)),
        findings=tuple((level.value, levels.get(level.value, 0)) for level in Level),
        messages=messages,
        seconds=round(seconds, 2),
    )
