"""Say why: an article's values and cuts, why a capture has none, an event's date and links, a topic's articles, in plain words."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from .curate import near_captures
from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .errors import OutputError
from .explain_topic import topic_called, topic_lines, without_page
from .language import fold
from .model import REMOVED_ROLES, Article, Event, Sourced
from .publish.output import work_folder
from .wording import many

_CAPTURES = "captures/"
_PAGES = ("topic", "outlet", "event", "story", "article")


def explanation(item: str, output: Path) -> str:
    """Return the explanation of an article, event, story, topic, outlet or capture, found by id, slug, address or path.

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
            row[0] for table in _PAGES for row in store.db.execute(f"SELECT slug FROM {table} ORDER BY slug")
        ]
    begun = sorted(key for key in keys if key.startswith((item, _CAPTURES + item)))[:3]
    near = begun or near_captures(item, set(keys)) or _near_slugs(item, slugs)
    raise OutputError(
        f'"{item}": no article, event, story, topic, outlet or capture is called so.'
        + (
            f" Near: {', '.join(near)}."
            if near
            else " Write a capture's path (captures/a.txt), an id or an address."
        )
    )


def _near_slugs(item: str, slugs: Sequence[str]) -> list[str]:
    """Addresses that have the words of what was written, else those written nearly so; three at most."""
    wanted = set(fold(item.replace("-", " ")).strip("/").split("/")[-1].split())
    having = [slug for slug in slugs if wanted and wanted <= set(slug.split("-"))]
    return sorted(having, key=lambda slug: (len(slug), slug))[:3] or difflib.get_close_matches(
        item, slugs, n=3, cutoff=0.6
    )


def _found(store: Store, item: str) -> list[str] | None:
    """The explanation of what is called so, or None."""
    catalogue = StoredCatalogue(store)
    names, last = _names(item)
    explained: tuple[tuple[str, str, Callable[[str], list[str]]], ...] = (
        ("event", "id", lambda id: _event(catalogue, catalogue.event(id))),
        ("event", "slug", lambda id: _event(catalogue, catalogue.event(id))),
        ("article", "id", lambda id: _article(catalogue, catalogue.article(id))),
        ("article", "slug", lambda id: _article(catalogue, catalogue.article(id))),
        ("article", "key", lambda id: _article(catalogue, catalogue.article(id))),
        ("story", "id", lambda id: _story(catalogue, id)),
        ("story", "slug", lambda id: _story(catalogue, id)),
        ("topic", "slug", lambda slug: topic_lines(store, catalogue, slug)),
        ("outlet", "slug", lambda slug: _outlet(store, catalogue, slug)),
    )
    for table, column, explain in explained:
        id_column = "slug" if table in ("topic", "outlet") else "id"
        for wanted in names:
            row = store.db.execute(
                f"SELECT {id_column} FROM {table} WHERE {column} = ?", (wanted,)
            ).fetchone()
            if row:
                return explain(row[0])
    return next((lines for name in names if (lines := _left_out(store, name))), None) or _by_name(
        store, catalogue, last
    )


def _names(item: str) -> tuple[tuple[str, ...], str]:
    """What an item may be called in the catalogue, and the last part of its address: a path or an address may come from anywhere."""
    if f"/{_CAPTURES}" in item:
        item = item[item.index(f"/{_CAPTURES}") + 1 :]
    address = re.split("[?#]", item)[0].strip("/").removesuffix("/index.html").removesuffix("/original")
    last = address.split("/")[-1]
    return ((item, _CAPTURES + item) if item.startswith(_CAPTURES) else (item, last, _CAPTURES + item)), last


def _by_name(store: Store, catalogue: StoredCatalogue, name: str) -> list[str] | None:
    """The topic of a label, an alias or a former address; else why a name has no page."""
    slug = topic_called(store, catalogue, name)
    return topic_lines(store, catalogue, slug) if slug else without_page(store, name)


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


def _outlet(store: Store, catalogue: StoredCatalogue, slug: str) -> list[str]:
    """Its names, addresses and rights, and on what the outlets of its articles rest."""
    outlet = catalogue.outlet(slug)
    lines = [f"{outlet.name}  ({outlet.kind})  sources/{slug}/", f"{'rights':<12}{outlet.rights}"]
    lines += [f"{'also':<12}{', '.join(outlet.aliases)}"] if outlet.aliases else []
    lines += [f"{'addresses':<12}{', '.join(outlet.domains)}"] if outlet.domains else []
    query = "SELECT id FROM article WHERE source = ? ORDER BY day, title, id"
    of_it = [catalogue.article(row[0]) for row in store.db.execute(query, (slug,))]
    rules = Counter((a.source.basis.value, a.source.evidence.rule) for a in of_it if a.source)
    lines.append(f"{'articles':<12}{len(of_it)}; its name is")
    return lines + [f"{'':<12}{n:>3}  {basis} (rule {rule})" for (basis, rule), n in sorted(rules.items())]


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
