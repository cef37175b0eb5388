"""The archive's open data: ``data/*.jsonl``, their schemas and the thesaurus, streamed from the finished catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .model import Article, Comparison, Sourced
from .render import recorded, records, thesaurus
from .settings import SiteSettings

THESAURUS = "topics.ttl"


def write(catalogue: Path, folder: Path, site: SiteSettings) -> None:
    """Stream every data file but the findings, its schema, and the topics as SKOS from a finished catalogue into a new folder.

    Opens the catalogue for itself, so that it may run beside the rendering of the pages.
    """
    (folder / "schema").mkdir(parents=True)
    for name, kind, _what in records.FILES:
        (folder / "schema" / f"{name}.json").write_bytes(records.schema(name, kind))
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / f"{name}.jsonl").open("wb"))
            for name, _kind, _what in records.FILES
            if name != "findings"
        }
        store = stack.enter_context(Store(catalogue, read_only=True))
        for name, record in _records(store):
            files[name].write(records.line(record))
        shelf = StoredCatalogue(store)
        cards = sorted(shelf.topics(), key=lambda t: t.slug)
        topics = (shelf.topic(card.slug) for card in cards)
        with (folder / THESAURUS).open("wb") as file:
            file.writelines(thesaurus.turtle(cards, topics, title=site.title, root=site.url))


def _records(store: Store) -> Iterator[tuple[str, object]]:
    shelf = StoredCatalogue(store)
    concluded: dict[str, Sourced[str]] = {}
    withheld = {
        found.id: found
        for (id,) in store.db.execute("SELECT id FROM article")
        if (found := shelf.article_card(id)).rights != "full"
    }
    for id in shelf.event_ids():
        event, card = shelf.event(id), shelf.event_card(id)
        concluded.update(event.published)
        yield "events", recorded.event_record(event, card.slug, card.sources, withheld)
    for _id, comparison in store.each("comparison", Comparison):
        yield from recorded.comparison_records(comparison, withheld)
    for id, article in store.each("article", Article):
        card_of = shelf.article_card(id)
        story = shelf.event_card(card_of.event).story if card_of.event else None
        topics = tuple(sorted(topic.slug for topic in shelf.topics_of(id)))
        versions = tuple(version.id for version in shelf.versions_of(id))
        published = article.published or concluded.get(id)
        yield (
            "articles",
            recorded.article_record(
                article, card_of, published=published, story=story, topics=topics, versions=versions
            ),
        )
    for story_card in sorted(shelf.stories(), key=lambda s: s.id):
        yield "stories", recorded.story_record(shelf.story(story_card.id), story_card.slug)
    for topic_card in sorted(shelf.topics(), key=lambda t: t.slug):
        yield "topics", recorded.topic_record(shelf.topic(topic_card.slug))
    for outlet_card in sorted(shelf.outlets(), key=lambda o: o.slug):
        yield "sources", recorded.source_record(outlet_card)


def write_findings(store: Store, folder: Path) -> None:
    """Write the findings, which are complete last."""
    with (folder / "findings.jsonl").open("wb") as file:
        for finding in store.findings():
            file.write(records.line(recorded.finding_record(finding)))
