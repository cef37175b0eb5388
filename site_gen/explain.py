"""Say why: an article's values and cuts, why a capture has none, an event's date and links, in plain words on a terminal."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from .curate import near_captures
from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .errors import OutputError
from .model import REMOVED_ROLES, Article, Event, Sourced
from .publish.output import work_folder
from .wording import many

_CAPTURES = "captures/"
_SHOWN_ARTICLES = 20
"""Articles of a topic that are named."""


def explanation(item: str, output: Path) -> str:
    """Return the explanation of an article, event, story, topic or capture, found by id, slug, address or path.

    ``captures/`` in front of a path may be left off; a capture without an article is explained by its findings.

    Raises OutputError where nothing was built, or nothing is called so (with the nearest names).
    """
    path = work_folder(output) / "catalogue.sqlite"
    if not path.is_file():
        raise OutputError(
            f"{output}: nothing has been built here yet. Run: python -m site_gen build --output {output}"
        )
    with Store(path, read_only=True) as store:
        found = _found(store, item)
        if found is not None:
            return "\n".join(found)
        keys = [row[0] for row in store.db.execute("SELECT key FROM article")]
        keys += [f.where for f in store.findings() if f.where.startswith(_CAPTURES)]
        slugs = [
            row[0] for table in ("article", "event") for row in store.db.execute(f"SELECT slug FROM {table}")
        ]
    near = near_captures(item, set(keys)) or difflib.get_close_matches(item, slugs, n=3, cutoff=0.6)
    raise OutputError(
        f'"{item}": no article, event, story, topic or capture is called so.'
        + (
            f" Near: {', '.join(near)}."
            if near
            else " Write a capture's path (captures/a.txt), an id or an address."
        )
    )


def _found(store: Store, item: str) -> list[str] | None:
    """The explanation of what is called so, or None."""
    catalogue = StoredCatalogue(store)
    last = item.strip("/").removesuffix("/index.html").split("/")[-1]
    names = (item, _CAPTURES + item) if item.startswith(_CAPTURES) else (item, last, _CAPTURES + item)
    explained: tuple[tuple[str, str, Callable[[str], list[str]]], ...] = (
        ("event", "id", lambda id: _event(catalogue, catalogue.event(id))),
        ("event", "slug", lambda id: _event(catalogue, catalogue.event(id))),
        ("article", "id", lambda id: _article(catalogue, catalogue.article(id))),
        ("article", "slug", lambda id: _article(catalogue, catalogue.article(id))),
        ("article", "key", lambda id: _article(catalogue, catalogue.article(id))),
        ("story", "id", lambda id: _story(catalogue, id)),
        ("story", "slug", lambda id: _story(catalogue, id)),
        ("topic", "slug", lambda slug: _topic(catalogue, slug)),
    )
    for table, column, explain in explained:
        id_column = "slug" if table == "topic" else "id"
        for wanted in names:
            row = store.db.execute(
                f"SELECT {id_column} FROM {table} WHERE {column} = ?", (wanted,)
            ).fetchone()
            if row:
                return explain(row[0])
    return next((lines for name in names if (lines := _left_out(store, name))), None)


def _left_out(store: Store, key: str) -> list[str]:
    """Why a capture has no article: what was remarked on it. Empty where nothing was."""
    said = [f for f in store.findings() if f.where == key or f.where.startswith((f"{key}:", f"{key}#"))]
    return [f"left out: {f.code} {f.level.value}: {f.where}: {f.message} {f.hint}" for f in said]


def _story(catalogue: StoredCatalogue, id: str) -> list[str]:
    story = catalogue.story(id)
    lines = [f"{story.id}  stories/{catalogue.story_card(id).slug}/", f"{'title':<12}{story.title}"]
    for event in story.events:
        card = catalogue.event_card(event)
        lines.append(f"{'event':<12}{card.id}  {card.title}  ({card.date or 'undated'})")
    return [*lines, *(f"{'linked':<12}{because.kind}: {because.text}" for because in story.because)]


def _topic(catalogue: StoredCatalogue, slug: str) -> list[str]:
    topic = catalogue.topic(slug)
    lines = [f"{topic.label}  ({topic.kind})"]
    lines += [f"{'also':<12}{', '.join(topic.aliases)}"] if topic.aliases else []
    lines += [f"{'broader':<12}{', '.join(topic.broader)}"] if topic.broader else []
    lines.append(
        f"{'articles':<12}{len(topic.articles)} in {len(topic.events)} events, by its names and terms:"
    )
    for id in topic.articles[:_SHOWN_ARTICLES]:
        card = catalogue.article_card(id)
        lines.append(f"{'':<12}{card.source or 'outlet unknown'}: {card.title}  ({card.date or 'undated'})")
    rest = len(topic.articles) - _SHOWN_ARTICLES
    return [*lines, f"{'':<12}and {rest} more"] if rest > 0 else lines


def _value(label: str, found: Sourced[str] | None, unknown: str = "unknown") -> list[str]:
    if found is None:
        return [f"{label:<12}{unknown}"]
    evidence = found.evidence
    ground = [f"rule {evidence.rule}"]
    ground += [evidence.file] if evidence.file else []
    ground += [f"characters {a}-{b}" for a, b in evidence.spans[:3]]
    lines = [f"{label:<12}{found.value}  ({found.basis.value}: {', '.join(ground)})"]
    return [*lines, f"{'':<12}{evidence.note}"] if evidence.note else lines


def _article(catalogue: StoredCatalogue, article: Article) -> list[str]:
    card = catalogue.article_card(article.id)
    published = article.published
    event = catalogue.event(card.event) if card.event else None
    if published is None and event is not None:
        published = dict(event.published).get(article.id)
    lines = [f"{article.id}  articles/{card.slug}/", f"{'capture':<12}{article.capture.key}"]
    for version in catalogue.versions_of(article.id):
        which = "former version" if catalogue.is_former(version.id) else "latest version"
        lines.append(f"{'version':<12}{version.id}  articles/{version.slug}/  ({which})")
    lines += (
        _value("title", article.title)
        + _value("outlet", article.source)
        + _value("agency", article.agency, "none")
    )
    for author in article.authors:
        lines += _value("author", author)
    lines += _value("published", published) + _value("place", article.place, "none")
    lines += _value("language", article.language)
    cut = Counter((line.role, line.rule) for line in article.lines if line.role in REMOVED_ROLES)
    lines.append(f"{'kept':<12}{many(len(article.blocks), 'block')}, {many(article.words, 'word')}")
    lines.append(f"{'cut':<12}{many(sum(cut.values()), 'line')}")
    for (role, rule), count in sorted(cut.items(), key=lambda i: (-i[1], i[0])):
        lines.append(f"{'':<12}{count:>3}  {role} (rule {rule})")
    if event:
        lines.append(f"{'event':<12}{event.id}  {event.title.value}")
        for reason in event.reasons:
            if article.id in (reason.a, reason.b):
                other = reason.b if reason.a == article.id else reason.a
                lines += _reason(catalogue, other, reason.score, [(b.kind, b.text) for b in reason.because])
    return lines


def _event(catalogue: StoredCatalogue, event: Event) -> list[str]:
    lines = [f"{event.id}  events/{catalogue.event_card(event.id).slug}/"]
    lines += _value("title", event.title) + _value("date", event.date) + _value("place", event.place)
    for id in event.articles:
        card = catalogue.article_card(id)
        lines.append(
            f"{'article':<12}{card.source or 'outlet unknown'}: {card.title}  ({card.date or 'undated'})"
        )
    for reason in event.reasons:
        lines.append(f"{'linked':<12}{catalogue.article_card(reason.a).title}")
        lines += _reason(catalogue, reason.b, reason.score, [(b.kind, b.text) for b in reason.because])
    for left in event.left_out:
        lines.append(
            f"{'left out':<12}{catalogue.article_card(left.article).title}  (score {left.score}): {left.why}"
        )
    return lines


def _reason(
    catalogue: StoredCatalogue, other: str, score: float, because: list[tuple[str, str]]
) -> list[str]:
    lines = [f"{'':<12}with {catalogue.article_card(other).title}  (score {score})"]
    return lines + [f"{'':<14}{kind}: {text}" for kind, text in because]
