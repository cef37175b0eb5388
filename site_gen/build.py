"""One build: the stages of ``pipeline`` run by the engine, from the content folder to the finished catalogue.

Order of work: read the folder, ingest, learn what repeats, clean and describe, link, conclude and compare, index, make
the lists. Results of an earlier build are used again where the digest of all they rest on is the same.
``site`` then writes the pages from the catalogue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import clean, ingest
from .content import Content
from .curate import (
    Named,
    Register,
    RegisterRow,
    accessions,
    match_events,
    misleading,
    unmatched_decisions,
    with_copies,
)
from .engine.codec import decode, encode
from .engine.plan import code_version, digest, digest_of, plan
from .engine.report import Progress
from .engine.run import Pool
from .engine.shard import Outcome, Work
from .engine.store import SNAPSHOT, Product, Store
from .errors import ContentError, StageError
from .holdings import Found, list_captures
from .ingest import METADATA, unmatched_metadata
from .lists import list_all
from .model import Decision, Event, Given, LinkedAgain, Links, Story, Survey, VersionGroup
from .pipeline import (
    CaptureTask,
    Intake,
    Task,
    compare_one,
    decisions_on,
    describe_one,
    index_all,
    ingest_one,
    link_all,
    open_workshop,
    set_aside,
)


@dataclass(slots=True)
class Bench:
    """What one build works with."""

    content: Content
    store: Store
    pool: Pool
    progress: Progress
    work: Path
    register: Register
    ahead: Callable[[], None] = lambda: None
    """Called when one worker alone has something to do: gets ready what comes after the catalogue."""
    _tasks: int = 0

    def readable(self, pool: Pool) -> Path:
        """The catalogue as workers of a pool can read it: far ones get a copy, for SQLite's log cannot be shared by machines."""
        return self.store.snapshot(self.work / f"catalogue{SNAPSHOT}") if pool.far else self.store.path

    def task_path(self, catalogue: Path) -> Path:
        """Write down what workers need to know; a new file each time, so that no worker keeps an old one."""
        self._tasks += 1
        path = self.work / f"task-{self._tasks}"
        content = self.content
        path.write_bytes(
            encode(
                Task(
                    str(catalogue),
                    str(content.folder),
                    replace(content.settings, pelican={}),
                    content.outlets,
                    content.vocabulary,
                    content.decisions,
                )
            )
        )
        return path


def catalogue(bench: Bench) -> None:
    """Bring the catalogue up to date with the content folder."""
    bench.store.begin()
    bench.store.put_findings("content", "", bench.content.findings)
    bench.store.commit()
    _ingest(bench)
    _describe(bench, _repeated(bench))
    bench.ahead()
    links = _link(bench)
    _compare(bench, links)
    _index(bench, links.versions)
    _list(bench, links)


UNSURE = b""
"""Cache key of an item that was set aside. It fits no wanted one, so the next build tries again: memory, time and missing
packages fail on one day and not on another, and are no part of any digest."""


def _each(
    bench: Bench,
    stage: str,
    work: Work,
    wanted: dict[str, bytes],
    *,
    results: Sequence[str],
    names: dict[str, str],
) -> None:
    """Run a stage's work on every item whose digest is new; forget the items that are gone.

    ``results`` are the stages whose rows the work makes; ``names`` say where an item lies, for findings.
    """
    todo = plan(wanted, bench.store.digests(stage))
    bench.store.begin()
    bench.store.drop((stage, *results), todo.gone)
    bench.store.commit()
    bench.progress.begin(stage, len(todo.todo))
    if todo.todo:
        path = bench.task_path(bench.readable(bench.pool))
        outcomes = bench.pool.run(work, todo.todo, open_context=open_workshop, context_path=path)
        bench.store.begin()
        for number, outcome in enumerate(outcomes, start=1):
            product, seal = _product(outcome, names), wanted[outcome.key] if outcome.value else UNSURE
            made = {name for name, _value in product.results}
            bench.store.drop([name for name in results if name not in made], (outcome.key,))
            bench.store.put_product(outcome.key, seal, product, stage=stage)
            bench.progress.advance()
            if number % 500 == 0:
                bench.store.commit()
                bench.store.begin()
        bench.store.commit()
    bench.progress.end()


def _product(outcome: Outcome, names: Mapping[str, str]) -> Product:
    if outcome.value is not None:
        return decode(outcome.value, Product)
    where = names.get(outcome.key, outcome.key)
    return Product((), (set_aside(where, outcome.problem or "no result"),))


def _ingest(bench: Bench) -> None:
    """Read every capture that is new or changed."""
    store, content = bench.store, bench.content
    store.begin()
    task = bench.task_path(store.path)
    found, findings = list_captures(content, store, bench.pool, task=task, work=bench.work)
    everything = sorted(one.key for one in found)
    given = ingest.given_by_key(content.metadata)
    found, copied = _without_copies(bench, found, given)
    findings += ingest.copy_findings(copied)
    before = bench.register
    bench.register, ids = accessions(before, [(one.key, one.sha256) for one in found], present=copied)
    _check_names(content, before, ids)
    bench.register = with_copies(bench.register, copied)
    content = bench.content = replace(
        content, decisions=_on_originals(content.decisions, bench.register, copied)
    )
    base = digest(
        code_version("ingest", "clean"),
        content.settings.ingest,
        content.settings.clean.learn_repeated_lines,
    )
    known = store.digests("intake")
    wanted: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for one in found:
        intake = Intake(ids[one.key], one.path, one.record, ingest.given_for(given, one.key, ids[one.key]))
        wanted[intake.id], names[intake.id] = digest(base, intake, one.sha256), one.key
        if known.get(intake.id) != wanted[intake.id]:
            store.put("intake", intake.id, wanted[intake.id], intake)
    minted = [row.id for row in bench.register.rows]
    findings += unmatched_metadata(content.metadata, (*everything, *(id for id in minted if id[:2] == "a-")))
    findings += unmatched_decisions(content.decisions, (*everything, *minted))
    store.put_findings("intake", "", findings)
    store.drop(("intake",), plan(wanted, known).gone)
    store.commit()
    _each(bench, "ingest", ingest_one, wanted, results=("capture", "sheet", "survey", "seal"), names=names)


def _check_names(content: Content, before: Register, ids: Mapping[str, str]) -> None:
    """Raise ContentError where a row names a record by a place in which another one stands since: it would be done to the wrong article."""
    rows = [Named(f"{METADATA}:{row.line}", row.path) for row in content.metadata]
    rows += [Named(one.where, key) for one in content.decisions for key in (one.a, one.b)]
    stood = {row.key: row.id for row in before.rows if row.key}
    if told := misleading(rows, stood, ids):
        raise ContentError(
            f"{told}\nRecords without an id of their own are named by their place; nothing is built until these rows are clear."
        )


def _without_copies(
    bench: Bench, found: Sequence[Found], given: Mapping[str, tuple[Given, ...]]
) -> tuple[list[Found], dict[str, str]]:
    """The captures without those that are copies of another file, and the key that stands for each copy."""

    def number(key: str) -> int:
        row = bench.register.of_key(key)
        return row.number if row and not row.moved_to else len(bench.register.rows) + 1

    files = [(one.key, one.sha256) for one in found if one.record is None]
    copied = ingest.copies(files, given, number=number)
    return [one for one in found if one.key not in copied], copied


def _on_originals(
    decisions: Sequence[Decision], register: Register, copied: Mapping[str, str]
) -> tuple[Decision, ...]:
    """The decisions, those on a copy made ones on the capture that stands for it; none that then names one capture twice."""
    stands = dict(copied)
    for copy, kept in copied.items():
        if row := register.of_key(copy):
            stands[row.id] = kept
    made = (replace(one, a=stands.get(one.a, one.a), b=stands.get(one.b, one.b)) for one in decisions)
    return tuple(one for one in made if one.a != one.b)


def _repeated(bench: Bench) -> Iterator[CaptureTask]:
    """Learn, site by site, which lines repeat, and yield for each capture those that stand on it."""
    store = bench.store
    sites: dict[str, list[str]] = defaultdict(list)
    for id, survey in store.each("survey", Survey):
        sites[survey.site].append(id)
    learns = bench.content.settings.clean.learn_repeated_lines
    for site in sorted(sites):
        lines = clean.learn(store.get("survey", id, Survey) for id in sites[site]) if learns else None
        for id in sites[site]:
            yield CaptureTask(id, clean.own_lines(lines, store.get("survey", id, Survey)) if lines else None)


def _describe(bench: Bench, tasks: Iterable[CaptureTask]) -> None:
    """Clean and describe every capture that is new, or on which other lines repeat now."""
    store, content = bench.store, bench.content
    settings = content.settings
    base = digest(
        code_version("clean", "describe", "link"),
        settings.clean,
        settings.describe,
        content.outlets,
        content.vocabulary,
    )
    known = store.digests("describe")
    wanted: dict[str, bytes] = {}
    names: dict[str, str] = {}
    store.begin()
    for task in tasks:
        key = names[task.id] = store.get("intake", task.id, Intake).key
        decided = decisions_on(content.decisions, key, task.id)
        wanted[task.id] = seal = digest(base, store.get("seal", task.id, bytes), task, decided)
        if known.get(task.id) != seal:
            store.put("repeated", task.id, seal, task)
    store.commit()
    _each(
        bench,
        "describe",
        describe_one,
        wanted,
        results=("article", "brief", "fingerprint", "cuts"),
        names=names,
    )


def _whole(bench: Bench, stage: str, work: Work, seal: bytes, fact: str) -> bool:
    """Run a stage on the whole corpus in a worker, unless its fact is still the result of the same input.

    Returns whether it was run.
    """
    store = bench.store
    if store.fact(f"{fact} seal", bytes) == seal:
        return False
    product = decode(_apart(bench, stage, work), Product)
    store.begin()
    for name, value in product.results:
        store.set_packed_fact(name, value)
    store.set_fact(f"{fact} seal", seal)
    store.put_findings(stage, "", product.findings)
    store.commit()
    return True


def _apart(bench: Bench, stage: str, work: Work) -> bytes:
    """Have a worker do something on the whole corpus. Raises StageError where it fails."""
    path = bench.task_path(bench.store.path)
    outcome = bench.pool.whole(work, stage, open_context=open_workshop, context_path=path)
    if outcome.value is None:
        raise StageError(
            f"{stage}: failed on the whole archive: {outcome.problem}. The last site is as it was. Build with more memory,"
            f" or with fewer captures; if that does not help, report it with this:\n{outcome.trace or ''}"
        )
    return outcome.value


def _link(bench: Bench) -> Links:
    """Group the articles into events and stories, under the identities that the register keeps."""
    store, content = bench.store, bench.content
    bench.progress.begin("link", None)
    seal = digest(
        code_version("link"),
        content.settings.link,
        content.decisions,
        digest_of(store.blobs("brief", "fingerprint")),
    )
    if not _whole(bench, "link", link_all, seal, "links"):
        again = store.known("linked again", LinkedAgain)
        store.set_fact("linked again", replace(again, pairs_compared=0, events_made=0))
    bench.progress.end()
    kept = _with_kept_identities(bench, store.known("links", Links))
    _store_groupings(bench, kept.events)
    return kept


def _with_kept_identities(bench: Bench, links: Links) -> Links:
    """Give events and stories the ids that the register knows them by."""
    register, events = match_events(bench.register, [(event.id, event.articles) for event in links.events])
    chains = [(story.id, tuple(events[id] for id in story.events)) for story in links.stories]
    bench.register, stories = match_events(register, chains, kind="story")
    return replace(
        links,
        events=tuple(
            replace(event, id=events[event.id], story=stories[event.story] if event.story else None)
            for event in links.events
        ),
        stories=tuple(_renamed(story, stories[story.id], events) for story in links.stories),
    )


def _renamed(story: Story, id: str, events: dict[str, str]) -> Story:
    return replace(story, id=id, events=tuple(events[event] for event in story.events))


def _store_groupings(bench: Bench, events: Sequence[Event]) -> None:
    seals = bench.store.digests("describe")
    base = digest(code_version("link", "compare"), bench.content.settings.compare)
    known = bench.store.digests("grouping")
    wanted = {e.id: digest(base, e, [seals[id] for id in e.articles]) for e in events}
    bench.store.begin()
    for event in events:
        if known.get(event.id) != wanted[event.id]:
            bench.store.put("grouping", event.id, wanted[event.id], event)
    bench.store.drop(("grouping",), plan(wanted, known).gone)
    bench.store.commit()


def _compare(bench: Bench, links: Links) -> None:
    wanted = bench.store.digests("grouping")
    names = {event.id: event.title.value for event in links.events}
    _each(bench, "compare", compare_one, wanted, results=("event", "comparison"), names=names)


def _index(bench: Bench, versions: Sequence[VersionGroup]) -> None:
    """Make the topics of all articles."""
    content = bench.content
    bench.progress.begin("index", None)
    seal = digest(
        code_version("index"),
        content.settings.index,
        content.vocabulary,
        versions,
        digest_of(bench.store.blobs("brief", "event")),
    )
    _whole(bench, "index", index_all, seal, "topics")
    bench.progress.end()


def _list(bench: Bench, links: Links) -> None:
    """Make the lists that pages are made from, and the addresses of what has a page."""
    bench.progress.begin("catalogue", None)
    bench.store.begin()
    bench.store.set_fact("named links", links)
    bench.store.set_fact("register", bench.register.rows)
    bench.store.set_fact("vocabulary", bench.content.vocabulary)
    bench.store.commit()
    bench.register = Register(decode(_apart(bench, "catalogue", list_all), tuple[RegisterRow, ...]))
    bench.pool.close()
    bench.progress.end()
