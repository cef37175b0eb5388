"""Say why: what a topic's names come from, what a person decided on it, and why it has each of its articles."""

from __future__ import annotations

from collections.abc import Iterable

from .describe import words_of_term
from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .index import because
from .language import fold
from .model import Brief, Topic, VocabularyTerm
from .render import urls
from .wording import many

_SHOWN_ARTICLES = 20
"""Articles of a topic that are named."""


def topic_lines(store: Store, catalogue: StoredCatalogue, slug: str) -> list[str]:
    """Return the explanation of a topic that has a page: its names, its row of the vocabulary, its articles and their grounds."""
    topic = catalogue.topic(slug)
    term = next((t for t in _vocabulary(store) if t.label == topic.label), None)
    lines = [f"{topic.label}  ({topic.kind})  {urls.topic(topic.kind, slug)}", *_names(topic, term)]
    for label, slugs in (("broader", topic.broader), ("narrower", topic.narrower)):
        lines += [f"{label:<12}{', '.join(slugs)}"] if slugs else []
    told = (f for f in store.findings() if f.code.startswith("IDX-") and f'"{topic.label}"' in f.message)
    lines += [f"{'remark':<12}{f.code}: {f.message} {f.hint}" for f in told]
    return lines + _articles(store, catalogue, topic, term)


def _names(topic: Topic, term: VocabularyTerm | None) -> list[str]:
    """Who made the topic, its other names by where they come from, and the words that assign it."""
    given = term.aliases if term else ()
    found = [name for name in topic.aliases if name not in given]
    who = "names in the articles; no row of the vocabulary has it"
    if term:
        who = "the program's general subjects" if term.general else f"the vocabulary ({term.where})"
    lines = [f"{'made by':<12}{who}"]
    lines += [f"{'also':<12}{', '.join(given)}  (supplied: {term.where})"] if term and given else []
    lines += [f"{'also':<12}{', '.join(found)}  (inferred: forms in the articles)"] if found else []
    return lines + (
        [f"{'words':<12}{', '.join(term.terms)}  (supplied: {term.where})"] if term and term.terms else []
    )


def _articles(
    store: Store, catalogue: StoredCatalogue, topic: Topic, term: VocabularyTerm | None
) -> list[str]:
    events = f" of {many(len(topic.events), 'event')}" if topic.events else ""
    lines = [f"{'articles':<12}{len(topic.articles)}{events}"]
    for id in topic.articles[:_SHOWN_ARTICLES]:
        card = catalogue.article_card(id)
        words = words_of_term(catalogue.article(id), term) if term else ()
        lines.append(f"{'':<12}{card.source or 'outlet unknown'}: {card.title}  ({card.date or 'undated'})")
        lines += [f"{'':<14}{why}" for why in because(topic, store.get("brief", id, Brief), words)]
    rest = len(topic.articles) - _SHOWN_ARTICLES
    return [*lines, f"{'':<12}and {rest} more"] if rest > 0 else lines


def topic_called(store: Store, catalogue: StoredCatalogue, name: str) -> str | None:
    """Return the slug of the topic of that label, else of the one that has it as another name or a former address; None where there is none."""
    wanted = fold(name.replace("-", " "))
    rows = store.db.execute("SELECT slug, label FROM topic ORDER BY slug").fetchall()
    for slug, label in rows:
        if fold(label.replace("-", " ")) == wanted:
            return str(slug)
    for slug, _label in rows:
        topic = catalogue.topic(slug)
        if name in topic.other_slugs or wanted in {fold(alias.replace("-", " ")) for alias in topic.aliases}:
            return str(slug)
    return None


def without_page(store: Store, name: str) -> list[str] | None:
    """Why a name has no page: hidden by the vocabulary, or in too few articles; None where nothing is called so."""
    wanted = fold(name.replace("-", " "))
    for term in _vocabulary(store):
        if wanted in {fold(n.replace("-", " ")) for n in (term.label, *term.aliases)}:
            why = "hidden = true keeps it from having one" if term.hidden else "no article has it"
            return [f"{term.label}  ({term.kind})", f"{'no page':<12}{why}: {term.where}"]
    briefs = [brief for _id, brief in store.each("brief", Brief) if wanted in _called(brief)]
    if not briefs:
        return None
    lines = [
        name,
        f"{'no page':<12}{many(len(briefs), 'article')} of the archive, and no row of the vocabulary, has this name",
    ]
    return lines + [f"{'':<12}{b.source or 'outlet unknown'}: {b.title}" for b in briefs[:_SHOWN_ARTICLES]]


def _called(brief: Brief) -> set[str]:
    names: Iterable[str] = (*brief.given_topics, *(n.name for n in brief.names))
    return {fold(name.replace("-", " ")) for name in names}


def _vocabulary(store: Store) -> tuple[VocabularyTerm, ...]:
    """As the last build read it; empty where an older version built."""
    return store.fact("vocabulary", tuple[VocabularyTerm, ...]) or ()
