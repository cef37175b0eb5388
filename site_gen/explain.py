"""Say why: for an article its values and cuts, for an event its date and links, in plain words on a terminal."""

from __future__ import annotations

import difflib
from collections import Counter
from pathlib import Path

from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .errors import OutputError
from .model import REMOVED_ROLES, Article, Event, Sourced
from .publish.output import work_folder


def explanation(item: str, output: Path) -> str:
    """Return the explanation of an article or event, found by id, slug, address or path of its capture.

    Raises OutputError where nothing was built, or nothing is called so (with the nearest names).
    """
    path = work_folder(output) / "catalogue.sqlite"
    if not path.is_file():
        raise OutputError(
            f"{output}: nothing has been built here yet. Run: python -m site_gen build --output {output}"
        )
    name = item.strip("/").removesuffix("/index.html").split("/")[-1] if "captures/" not in item else item
    with Store(path, read_only=True) as store:
        catalogue = StoredCatalogue(store)
        for table, column in (
            ("event", "id"),
            ("event", "slug"),
            ("article", "id"),
            ("article", "slug"),
            ("article", "key"),
        ):
            for wanted in (item, name):
                row = store.db.execute(f"SELECT id FROM {table} WHERE {column} = ?", (wanted,)).fetchone()
                if row and table == "event":
                    return "\n".join(_event(catalogue, catalogue.event(row[0])))
                if row:
                    return "\n".join(_article(catalogue, catalogue.article(row[0])))
        known = [n for row in store.db.execute("SELECT slug, key FROM article") for n in row]
        known += [row[0] for row in store.db.execute("SELECT slug FROM event")]
    near = difflib.get_close_matches(item, known, n=3, cutoff=0.3)
    raise OutputError(
        f'"{item}": no article or event is called so. ' + (f"Near: {', '.join(near)}." if near else "")
    )


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
    lines.append(f"{'kept':<12}{len(article.blocks)} blocks, {article.words} words")
    lines.append(f"{'cut':<12}{sum(cut.values())} lines")
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
