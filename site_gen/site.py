"""From the finished catalogue to the finished site: data files, pages, feeds, search index, manifest, and the swap.

Pages are rendered by the pool's workers, each of which writes its pages into the staging folder; nothing reaches the
output folder before everything is there.
"""

from __future__ import annotations

import os
import re
import time
import traceback
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__, datafiles, render
from . import content as content_module
from .build import Bench, catalogue
from .content import Content
from .curate import read_register, write_register
from .engine.catalogue import StoredCatalogue
from .engine.cluster import Cluster, connected
from .engine.codec import encode
from .engine.disk import full_disk_named
from .engine.ledger import Ledger
from .engine.report import Progress
from .engine.run import Pool
from .engine.shard import Outcome
from .engine.store import SNAPSHOT, Store
from .errors import OutputError, ThemeError
from .model import Finding, Level, Listing, Topic
from .moves import moves
from .press import (
    ORIGINALS,
    PAGE,
    PageTask,
    common_seal,
    open_press,
    prepare,
    print_page,
    printed,
    write_file,
)
from .publish import appearance
from .publish import output as output_module
from .publish import theme as theme_module
from .render import SiteContext
from .settings import SiteSettings
from .summary import Summary, summary

if TYPE_CHECKING:  # Pelican is imported where a site is written: data files alone need none of it
    from .publish.pelican_site import Feeds, HandwrittenFile

SHARD_PAGES = 128
"""Keys of pages in one shard: a millisecond or two each."""


@dataclass(slots=True)
class Pages:
    """What was printed, and what there was to remark."""

    former: Path
    """The folder of the last site."""
    files: Ledger = field(default_factory=Ledger)
    findings: list[Finding] = field(default_factory=list)
    by_hand: int = 0
    kept: int = 0
    """Pages that were taken over from the last site."""
    same: int = 0
    """Pages that came out as they are in the last site."""

    @property
    def count(self) -> int:
        """How many pages a reader can open."""
        return self.by_hand + self.files.count(".html")


def build_site(
    content: Path,
    output: Path,
    *,
    theme: str | None,
    jobs: int | None,
    is_data_only: bool,
    may_be_empty: bool = False,
    executor: str | None = None,
    progress: Progress,
) -> Summary:
    """Build the archive of a content folder; return what was done.

    ``may_be_empty``: a site with articles may be replaced by one without any. ``executor``: workers of another kind than processes
    of this machine, ``dask:ADDRESS``.
    Raises an error of ``errors`` where nothing could be done; the last site is then as it was.
    """
    began = time.monotonic()
    if executor:
        content, output = content.resolve(), output.resolve()
    found = content_module.read(content)
    theme_folder = theme_module.find(theme or found.settings.publish.theme, content)
    output_module.check_apart(content, output, theme=theme_folder)
    with ExitStack() as stack:
        stack.enter_context(full_disk_named(output))
        work = stack.enter_context(output_module.only_build(output))
        if is_data_only:
            output_module.check_keeps_pages(output)
        if not may_be_empty:
            output_module.check_not_emptied(content, output, len(found.files))
        store = stack.enter_context(Store(work / "catalogue.sqlite"))
        stack.callback((work / f"catalogue{SNAPSHOT}").unlink, missing_ok=True)
        far = stack.enter_context(connected(executor, (content, work, theme_folder))) if executor else None
        pool, presses = (
            stack.enter_context(closing(_pool(jobs, work / name, far))) for name in ("shards", "shards-pages")
        )
        bench = Bench(found, store, pool, progress, work, found.register)
        made, (files, size) = _replaced(
            bench, presses, theme_folder, output, is_data_only=is_data_only, may_be_empty=may_be_empty
        )
        stack.callback(made.files.close)
        return summary(
            store,
            str(content),
            str(output),
            pages=made.count,
            pages_kept=made.kept,
            pages_same=made.same,
            files=files,
            size_bytes=size,
            seconds=time.monotonic() - began,
        )


def _replaced(
    bench: Bench, presses: Pool, theme: Path, output: Path, *, is_data_only: bool, may_be_empty: bool
) -> tuple[Pages, tuple[int, int]]:
    """Make the catalogue and the site of it, and put that in the place of the last; return what was printed, and how many files and bytes."""
    content = bench.content
    templates = (*theme_module.override_folders(content.folder), theme / "templates")
    if not is_data_only:
        bench.ahead = partial(_warm_up, presses, templates, content.settings.site.language)
    catalogue(bench)
    if not may_be_empty:
        articles = StoredCatalogue(bench.store).stats().articles
        output_module.check_not_emptied(content.folder, output, articles)
    made = Pages(output, findings=_keep_register(bench))
    staging = output_module.fresh_staging(bench.work)
    if is_data_only:
        _write_data(bench, staging / "data")
    else:
        _write_site(bench, presses, staging, theme, templates, made)
    return made, _finish(bench, staging, output, made)


def _pool(jobs: int | None, folder: Path, far: Cluster | None) -> Pool:
    """Workers of this machine, as many as were asked for or as it has processors; or those far away."""
    if far:
        return Pool(jobs or far.jobs, folder, far.executor)
    return Pool(jobs or os.cpu_count() or 1, folder)


def _finish(bench: Bench, staging: Path, output: Path, made: Pages) -> tuple[int, int]:
    """Write what there is to remark and the manifest, and put the new site in its place; return how many files and bytes it has."""
    bench.store.put_findings("publish", "", made.findings)
    datafiles.write_findings(bench.store, staging / "data")
    bench.progress.begin("finish", None)
    files, size = output_module.write_manifest(staging, made.files.get)
    output_module.swap_in(staging, output, bench.work)
    bench.progress.end()
    return files, size


def _warm_up(presses: Pool, templates: Iterable[Path], language: str) -> None:
    """Let the workers of pages compile the templates while others link."""
    presses.prepare(prepare, tuple(map(str, templates)), language)


def _write_data(bench: Bench, data: Path) -> None:
    """Write the data files alone."""
    bench.progress.begin("data", None)
    datafiles.write(bench.store.path, data, bench.content.settings.site)
    bench.progress.end()


def _keep_register(bench: Bench) -> list[Finding]:
    """Write the accession register where it changed; not over rows that cannot be read, nor what somebody wrote meanwhile."""
    if any(found.code == "CUR-020" for found in bench.content.findings):
        return [
            _unkept("has rows that cannot be read, and is left as it is", "restore them, then build again")
        ]
    data = write_register(bench.register)
    path = bench.content.folder / "register.csv"
    try:
        there = path.read_bytes() if path.exists() else b""
        if read_register(there)[0].rows != bench.content.register.rows:
            return [_unkept("was changed while the archive was built, and is left as it is", "build again")]
        if there != data:
            part = path.with_suffix(".csv.part")
            part.write_bytes(data)
            part.replace(path)
    except OSError as error:
        why = f"could not be written: {error.strerror}"
        return [
            _unkept(why, "give write permission to the content folder, or accept that addresses may change")
        ]
    return []


def _unkept(why: str, hint: str) -> Finding:
    message = f"the accession register {why}; new addresses are not kept"
    return Finding("PUB-005", Level.WARNING, "register.csv", message, hint)


# Pages


def _write_site(
    bench: Bench, presses: Pool, staging: Path, theme: Path, templates: tuple[Path, ...], made: Pages
) -> None:
    """Write every page, data file, feed, original and index into staging; tell in ``made`` what was printed."""
    from .publish import pelican_site

    content = bench.content
    by_hand, findings = pelican_site.handwritten(content.folder)
    made.by_hand = len(by_hand)
    made.findings += findings
    shelf = StoredCatalogue(bench.store)
    context = _site_context(content, shelf, theme, by_hand)

    def write_own(feeds: pelican_site.Feeds) -> None:
        _print_pages(bench, presses, staging, templates, context, made)
        bench.progress.begin("feeds", None)
        _write_feeds(feeds, shelf)
        bench.progress.end()

    shell = pelican_site.Shell(
        content=content.folder,
        staging=staging,
        theme=theme,
        overrides=templates[:-1],
        settings=content.settings,
        environment_options=dict(render.ENVIRONMENT_OPTIONS),
        filters=dict(render.FILTERS),
        globals=render.page_globals(context, templates),
    )
    try:
        made.findings += pelican_site.write(shell, by_hand, write_own)
    except render.TemplateError as error:
        trace = "".join(traceback.format_exception(error))
        place = _template_place(trace) or getattr(error, "filename", None) or str(theme)
        raise ThemeError(f"{place}: the template failed: {error}. {MEND_TEMPLATE}.") from error
    made.findings += appearance.dress(content.folder, staging, content.settings.appearance)
    made.findings += theme_module.unspoken(content.settings.site.language, templates)
    has_search = content.settings.publish.search
    moved = moves(bench.register, shelf, content.outlets, bench.store.known("topics", tuple[Topic, ...]))
    _write_addresses(staging, content.settings.site, moved, has_search=has_search)
    if has_search:
        from .publish import search

        bench.progress.begin("search", None)
        found = render.searchables(shelf, context, templates)
        search.write(staging / "search" / "index", found)
        bench.progress.end()


def _site_context(
    content: Content, shelf: StoredCatalogue, theme: Path, by_hand: Iterable[HandwrittenFile]
) -> SiteContext:
    from .publish.pelican_site import FEED_ITEMS, fed

    stats = shelf.stats()
    sections = {"events": stats.events, "stories": stats.stories, "topics": stats.topics}
    facts = theme_module.facts(theme)
    has_cards = content.settings.publish.cards and bool(content.settings.site.url)
    return SiteContext(
        settings=content.settings.site,
        sections=tuple(name for name, listed in sections.items() if listed),
        theme=facts.get("name", theme.name),
        theme_version=facts.get("version", ""),
        generator=f"site_gen {__version__}",
        per_page=content.settings.index.per_page,
        search=content.settings.publish.search,
        originals=content.settings.publish.originals,
        pages=tuple((page.title, f"{page.slug}/") for page in by_hand),
        card_fonts=theme_module.card_fonts(theme) if has_cards else None,
        appearance=content.settings.appearance,
        is_dated=bool(fed(shelf.cards(Listing("all"), limit=FEED_ITEMS))),
    )


def _print_pages(
    bench: Bench, presses: Pool, staging: Path, templates: tuple[Path, ...], context: SiteContext, made: Pages
) -> None:
    """Print all pages in workers of their own, and write the data files beside them."""
    shelf = StoredCatalogue(bench.store)
    keys = ["\t".join((key.kind, key.key, key.part)) for key in render.keys(shelf, bench.content.settings)]
    path = bench.work / "task-pages"
    folders = tuple(map(str, templates))
    task = PageTask(
        catalogue=str(bench.readable(presses)),
        content=str(bench.content.folder),
        staging=str(staging),
        templates=folders,
        site=context,
        former=str(made.former),
        common=common_seal(context, templates),
        may_link=not bench.content.settings.pelican,
    )
    path.write_bytes(encode(task))
    bench.progress.begin("render", len(keys))
    with ThreadPoolExecutor(1) as beside:
        data = beside.submit(datafiles.write, bench.store.path, staging / "data", bench.content.settings.site)
        outcomes = presses.run(
            print_page, keys, open_context=open_press, context_path=path, shard_items=SHARD_PAGES
        )
        bench.store.begin()
        bench.store.drop((PAGE,), bench.store.digests(PAGE).keys() - set(keys))
        _collect(outcomes, bench, made)
        bench.store.commit()
        data.result()
    presses.close()
    bench.progress.end()


def _collect(outcomes: Iterable[Outcome], bench: Bench, made: Pages) -> None:
    """Note every file that was printed. Raises OutputError where two pages want one address."""
    for outcome in outcomes:
        bench.progress.advance()
        if outcome.value is None:
            made.findings.append(_not_printed(outcome, bench.content.folder))
        else:
            done = printed(outcome.value)
            made.files.add(done.files)
            pages = sum(path.endswith(".html") for path, _sha256, _bytes in done.files)
            made.kept += done.is_kept and pages
            made.same += done.is_same and pages
            if done.seal:
                bench.store.put_packed(PAGE, outcome.key, done.seal, done.notes)
    if twice := made.files.written_twice(f"{ORIGINALS}/"):
        raise OutputError(f"two pages want {twice}. Rename one of them (a label in topics.toml, a title).")


def _not_printed(outcome: Outcome, content: Path) -> Finding:
    trace = outcome.trace or ""
    key = outcome.key.replace("\t", " ").strip()
    if place := _template_place(trace):
        name = place.partition(":")[0]
        own = next((p for p in sorted((content / "theme").rglob("*")) if p.name == name), None)
        place = f"{own.parent.relative_to(content).as_posix()}/{place}" if own else f"the theme's {place}"
        return Finding(
            "PUB-004",
            Level.ERROR,
            key,
            f"the page could not be made: {place}: {outcome.problem}",
            MEND_TEMPLATE,
        )
    last = trace.strip().splitlines()
    seen = last[-3].strip() if len(last) > 2 else ""
    return Finding(
        "PUB-004", Level.ERROR, key, f"the page could not be made: {outcome.problem} {seen}", "report it"
    )


MEND_TEMPLATE = (
    "Mend the template there; one in theme/templates/ of the content folder may be deleted to use the theme's"
)


def _template_place(trace: str) -> str:
    """``file:line`` of the innermost template in a traceback; empty where none is."""
    found = re.findall(r'File "([^"\n]+\.(?:html|xml|txt))", line (\d+)', trace)
    return ":".join(found[-1]) if found else ""


def _write_feeds(feeds: Feeds, shelf: StoredCatalogue) -> None:
    from .publish.pelican_site import FEED_ITEMS

    def write(address: str, title: str, listing: Listing) -> None:
        cards = shelf.cards(listing, limit=FEED_ITEMS)
        feeds.write(address, render.urls.feeds(address), title, cards)

    write("", "", Listing("all"))
    for topic in shelf.topics():
        write(render.urls.topic(topic.kind, topic.slug), topic.label, Listing("topic", topic.slug))
    for outlet in shelf.outlets():
        write(render.urls.outlet(outlet.slug), outlet.name, Listing("source", outlet.slug))


def _write_addresses(
    staging: Path, site: SiteSettings, redirects: tuple[tuple[str, str], ...], *, has_search: bool
) -> None:
    """Write the sitemap, robots.txt, the redirects of what has moved, and how a browser searches here."""
    from .publish import addresses

    url = site.url
    for name, data in addresses.redirect_files(redirects):
        write_file(str(staging), name, data)
    left = {f"{old}index.html" for old, _new in redirects}
    pages = (name for name in output_module.files_of(staging) if name.split("/")[-1] == "index.html")
    names = [name for name in pages if name not in left]
    for name, data in addresses.sitemap_files(url, names):
        write_file(str(staging), name, data)
    write_file(str(staging), "robots.txt", addresses.robots(url))
    if site.url and has_search:
        write_file(
            str(staging), "opensearch.xml", addresses.opensearch(site.url, site.title, site.description)
        )
