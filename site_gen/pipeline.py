"""READ THIS FIRST: the stages of a build, in order.

An article travels; nothing else moves. Each stage is a pure function of what stands in its row. ``Each`` works on one
article, ``ByKey`` on one event, ``Whole`` on the small things of all articles. Where results are kept, what must be
done again and in which process it happens is the engine's business: ``build.py`` hands these functions to it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from . import clean, compare, describe, index, ingest, link
from .engine.codec import decode, encode, pack
from .engine.plan import digest
from .engine.store import Product, Store
from .model import (
    REMOVED_ROLES,
    Article,
    Brief,
    Capture,
    Decision,
    Event,
    Finding,
    Fingerprint,
    Given,
    Level,
    Links,
    Outlet,
    Record,
    SiteLines,
    VocabularyTerm,
)
from .settings import Settings

Shape = Literal["Each", "ByKey", "Whole"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the table: what a stage takes and gives."""

    name: str
    shape: Shape
    takes: str
    gives: str
    functions: tuple[Any, ...]
    """The pure functions that do it."""


STAGES: tuple[Stage, ...] = (
    Stage("ingest", "Each", "Record", "Capture", (ingest.records, ingest.capture)),
    Stage(
        "clean", "Each", "Capture, what repeats on its site", "Body", (clean.survey, clean.learn, clean.body)
    ),
    Stage(
        "describe",
        "Each",
        "Capture, Body",
        "Article, Brief",
        (describe.article, describe.refusal, describe.brief),
    ),
    Stage(
        "link",
        "Whole",
        "Briefs, Fingerprints",
        "Events, Stories",
        (link.fingerprint, link.links, link.conclude),
    ),
    Stage("compare", "ByKey", "Event, its Articles", "Comparison", (compare.comparison,)),
    Stage("index", "Whole", "Briefs, Events, vocabulary", "Topics", (index.topics,)),
    Stage("render", "Each", "page key, catalogue", "Page", ()),
    Stage("publish", "Whole", "Pages", "the site", ()),
)
"""Render and publish work on the finished catalogue: see ``press.print_page`` and ``site.build_site``."""


# What workers do: read an item's input from the catalogue by its key, run the pure functions, return a Product.


@dataclass(frozen=True, slots=True)
class Intake:
    """One capture to be read: its permanent id, where it lies, and what was given beside it."""

    id: str
    path: str
    record: str | None
    """Of a container, whose records the catalogue holds; None for a file of its own."""
    given: tuple[Given, ...]

    @property
    def key(self) -> str:
        """Path, with ``#record`` behind it inside a container."""
        return self.path if self.record is None else f"{self.path}#{self.record}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as the last build found it."""

    size_bytes: int
    stamp: int
    sha256: str


@dataclass(frozen=True, slots=True)
class CaptureTask:
    """A capture to be cleaned and described."""

    id: str
    repeated: SiteLines | None


@dataclass(frozen=True, slots=True)
class Task:
    """What every worker of a build knows."""

    catalogue: str
    content: str
    settings: Settings
    outlets: tuple[Outlet, ...]
    vocabulary: tuple[VocabularyTerm, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """A worker's tools: the task and an open catalogue."""

    task: Task
    store: Store

    def close(self) -> None:
        """Close the catalogue."""
        self.store.close()


def open_workshop(path: str) -> Workshop:
    """Open the catalogue for reading, once a process."""
    task = decode(Path(path).read_bytes(), Task)
    return Workshop(task, Store(Path(task.catalogue), read_only=True))


def ingest_one(shop: Workshop, key: str) -> bytes:
    """Read one capture. A file that holds none gives findings only."""
    intake = shop.store.get("intake", key, Intake)
    findings: list[Finding] = []
    results: list[tuple[str, bytes]] = []
    record: Record | None = None
    if intake.record is not None:
        record = shop.store.get("record", intake.key, Record)
    else:
        path = Path(shop.task.content) / intake.path
        with path.open("rb") as stream:
            for item in ingest.records(intake.path, stream, path.stat().st_size, shop.task.settings.ingest):
                if isinstance(item, Finding):
                    findings.append(item)
                else:
                    record = item
    if record is not None:
        capture, found = ingest.capture(
            record, id=intake.id, given=intake.given, settings=shop.task.settings.ingest
        )
        findings += found
        if capture is not None:
            sheet = clean.sheet_of(capture)
            results = [
                ("capture", pack(capture)),
                ("sheet", pack(sheet)),
                ("survey", pack(clean.survey(capture, shop.task.settings.clean, sheet))),
                ("seal", pack(digest(capture))),
            ]
    return encode(Product(tuple(results), tuple(findings)))


def describe_one(shop: Workshop, key: str) -> bytes:
    """Clean and describe one capture; its brief and fingerprint are made on the way.

    What shows no text, or a server's refusal, gives findings only.
    """
    task, store = shop.task, shop.store
    capture = store.get("capture", key, Capture)
    repeated = store.get("repeated", key, CaptureTask).repeated
    decisions = decisions_on(task.decisions, capture.key, capture.id)
    body, cleaning = clean.body(
        capture,
        site_lines=repeated,
        decisions=decisions,
        settings=task.settings.clean,
        sheet=store.get("sheet", key, clean.Sheet),
    )
    if not body.lines:
        return encode(Product((), tuple(cleaning)))
    article, describing = describe.article(
        capture,
        body,
        outlets=task.outlets,
        vocabulary=task.vocabulary,
        decisions=decisions,
        settings=task.settings.describe,
    )
    if refused := describe.refusal(article):
        return encode(Product((), (refused,)))
    results = (
        ("article", pack(article)),
        ("brief", pack(describe.brief(article, task.vocabulary))),
        ("fingerprint", pack(link.fingerprint(article))),
        ("cuts", pack(_cuts(article))),
    )
    return encode(Product(results, (*cleaning, *describing)))


def _cuts(article: Article) -> tuple[tuple[str, str, int], ...]:
    """Count the lines that were cut, by role and rule."""
    cut = Counter((line.role, line.rule) for line in article.lines if line.role in REMOVED_ROLES)
    return tuple(sorted((role, rule, count) for (role, rule), count in cut.items()))


def compare_one(shop: Workshop, key: str) -> bytes:
    """Conclude the dates of one event and compare what its articles say."""
    store = shop.store
    draft = store.get("grouping", key, Event)
    briefs = tuple(store.get("brief", id, Brief) for id in draft.articles)
    clues = {id: store.get("fingerprint", id, Fingerprint).clues for id in draft.articles}
    event = link.conclude(draft, briefs, clues)
    articles = tuple(store.get("article", id, Article) for id in event.articles)
    comparison, findings = compare.comparison(event, articles, settings=shop.task.settings.compare)
    return encode(Product((("event", pack(event)), ("comparison", pack(comparison))), tuple(findings)))


def link_all(shop: Workshop, _key: str) -> bytes:
    """Group all articles into events and stories; what the last build found out beside this catalogue is used again."""
    from .remember import recall, remember  # numpy and scipy: the build process never needs them

    store, task = shop.store, shop.task
    briefs = (brief for _id, brief in store.each("brief", Brief))
    fingerprints = (print_ for _id, print_ in store.each("fingerprint", Fingerprint))
    catalogue = Path(task.catalogue)
    made = link.relinked(
        briefs,
        fingerprints,
        decisions=task.decisions,
        settings=task.settings.link,
        seals=store.seals("brief", "fingerprint"),
        memory=recall(catalogue),
    )
    remember(catalogue, made.memory)
    return encode(Product((("links", pack(made.links)), ("linked again", pack(made.again))), made.findings))


def index_all(shop: Workshop, _key: str) -> bytes:
    """Make the topics of all articles; a former version of an article does not count."""
    store, task = shop.store, shop.task
    former = {id for group in store.known("links", Links).versions for id in group.articles[1:]}
    briefs = (brief for id, brief in store.each("brief", Brief) if id not in former)
    events = (event for _id, event in store.each("event", Event))
    topics, findings = index.topics(briefs, events, task.vocabulary, settings=task.settings.index)
    return encode(Product((("topics", pack(topics)),), tuple(findings)))


def decisions_on(decisions: tuple[Decision, ...], key: str, id: str) -> tuple[Decision, ...]:
    """The decisions that name one article, by the key of its capture or by its id."""
    return tuple(d for d in decisions if d.a in (key, id) or d.b in (key, id))


def set_aside(where: str, problem: str) -> Finding:
    """The finding on a capture that could not be worked on."""
    return Finding(
        "ENG-001",
        Level.ERROR,
        where,
        f"the capture was set aside: {problem}",
        "look at the file; the rest of the archive is published. Leave it, mend it, or remove it",
    )
