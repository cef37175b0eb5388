"""The brief of an article: what corpus-wide stages may know of it, about 1 kB."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from site_gen.language import fold, sentences
from site_gen.model import Article, Basis, Brief, BriefName, VocabularyTerm
from site_gen.model.article import NameKind

from .datelines import TOLD, report_begins
from .names.vocabulary import vocabulary_terms
from .subjects import subjects_of

SUMMARY_CHARS = 300
LEAST_CHARS = 20
"""A block of no more characters tells nothing: a label, an hour."""
MAX_NAMES = 100
"""Most names of one brief, the most frequent first: a list of two hundred names is an index, not a report. At 40, long
reports fell out of the topics of what they name once."""
EXCERPT_PARAGRAPHS = 2
"""Paragraphs of an article whose rights mode is ``excerpt`` that are shown, on its page and in the data."""


def brief(article: Article, vocabulary: tuple[VocabularyTerm, ...] = ()) -> Brief:
    """Return the brief. ``terms`` holds the labels of the vocabulary that title, standfirst or body use or, of general subjects, are about."""
    published = article.published
    begins = report_begins(article.blocks)
    title = article.title.value
    text = _told(article)
    return Brief(
        id=article.id,
        key=article.capture.key,
        title=title,
        source=article.source.value if article.source else None,
        agency=article.agency.value if article.agency else None,
        published=published.value if published else None,
        published_basis=str(published.basis) if published else None,
        language=article.language.value,
        section=article.section.value if article.section else None,
        summary=_summary(article, begins),
        url=article.url.value if article.url else None,
        words=article.words,
        sha256=article.capture.sha256,
        names=_names(article),
        given_topics=tuple(topic.value for topic in article.given_topics),
        terms=(
            *vocabulary_terms(f"{title}\n{text}", vocabulary),
            *_general_terms(title, text, article.language.value, vocabulary),
        ),
        authors=tuple(author.value for author in article.authors),
        place=article.place.value if article.place else None,
        captured=article.capture.captured,
        rights=article.rights.value if article.rights else None,
        opening=tuple(b.id for b in article.blocks if b.kind == "paragraph")[:EXCERPT_PARAGRAPHS],
        begins=begins,
    )


def words_of_term(article: Article, term: VocabularyTerm) -> tuple[str, ...]:
    """Return the words and phrases by which the vocabulary's subject is assigned that an article uses, in the order of the term.

    Empty for people, places and organisations, which are found by name, and for general subjects, which weigh many words.
    """
    if term.kind != "subject" or term.general:
        return ()
    text = f"{article.title.value}\n{_told(article)}"
    phrases = dict.fromkeys(term.terms or (term.label, *term.aliases))
    return tuple(p for p in phrases if vocabulary_terms(text, (replace(term, terms=(p,)),)))


def _told(article: Article) -> str:
    """Standfirst and text; with the title, where the vocabulary's words are looked for."""
    return "\n".join((article.standfirst.value if article.standfirst else "", article.text()))


def _general_terms(
    title: str, text: str, language: str, vocabulary: tuple[VocabularyTerm, ...]
) -> tuple[str, ...]:
    """The labels of the vocabulary's general subjects that an article is about."""
    labels = {term.general: term.label for term in vocabulary if term.general}
    keys = subjects_of(title, text, language) if labels else ()
    return tuple(labels[key] for key in keys if key in labels)


def _summary(article: Article, begins: tuple[str, int] | None) -> str:
    """The standfirst, or the first sentence of the report that is not the title already; cut at a word with ``…`` where it
    is longer than 300 characters."""
    text = article.standfirst.value if article.standfirst else _first_sentence(article, begins)
    return text if len(text) <= SUMMARY_CHARS else text[: SUMMARY_CHARS - 1].rsplit(" ", 1)[0] + "…"


def _first_sentence(article: Article, begins: tuple[str, int] | None) -> str:
    """Of the first block that tells something: one above the dateline sums the report up as a standfirst does."""
    id, at = begins or ("", 0)
    told = (b for b in article.blocks if b.kind in TOLD and len(b.text) > LEAST_CHARS)
    text = next((b.text[at:] if b.id == id else b.text for b in told), "")
    found = (text[start:end] for start, end in sentences(text, article.language.value.split("-")[0]))
    return next((sentence for sentence in found if not _is_title(sentence, article)), "")


def _is_title(sentence: str, article: Article) -> bool:
    """Whether a sentence says no more than the title that was taken from it."""
    if article.title.basis is not Basis.INFERRED:
        return False
    return re.sub(r"\W", "", fold(sentence)) == re.sub(r"\W", "", fold(article.title.value))


def _names(article: Article) -> tuple[BriefName, ...]:
    """Names with their counts, most frequent first, and the other forms in which the text writes them."""
    texts = {block.id: block.text for block in article.blocks}
    counts: Counter[tuple[str, NameKind]] = Counter()
    forms: dict[tuple[str, NameKind], set[str]] = {}
    for mention in article.names:
        key = (mention.name, mention.kind)
        counts[key] += 1
        written = texts.get(mention.block, "")[mention.start : mention.end]
        if written and written != mention.name:
            forms.setdefault(key, set()).add(written)
    ranked = sorted(counts, key=lambda key: (-counts[key], key))[:MAX_NAMES]
    return tuple(BriefName(*key, counts[key], tuple(sorted(forms.get(key, ())))) for key in ranked)
