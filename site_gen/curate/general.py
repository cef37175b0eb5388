"""General subjects, for archives whose archivist keeps none: the labels of the tables of languages, as a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import languages
from site_gen.language.tables import own_table
from site_gen.model import VocabularyTerm

WHERE = "the general subjects"
_FALLBACK = "en"


def with_general_subjects(vocabulary: Sequence[VocabularyTerm], language: str) -> tuple[VocabularyTerm, ...]:
    """Return a vocabulary and the general subjects behind it; unchanged where it has subjects of its own.

    They are called as in ``language``, the archive's, else as in English; their labels in other languages are other names of them. A name that a
    person, place or organisation of the vocabulary has stays with that one.
    """
    if any(term.kind == "subject" for term in vocabulary):
        return tuple(vocabulary)
    taken = {name.casefold() for term in vocabulary for name in (term.label, *term.aliases)}
    own = _names(language)
    terms = []
    for key, english in _names(_FALLBACK).items():
        label, *_ = own.get(key, english)
        others = (name for code in (language, *languages()) for name in _names(code).get(key, ()))
        aliases = tuple(dict.fromkeys(n for n in others if n != label and n.casefold() not in taken))
        if label.casefold() not in taken:
            terms.append(VocabularyTerm(label, "subject", aliases=aliases, where=WHERE, general=key))
    return (*vocabulary, *terms)


def _names(language: str) -> dict[str, tuple[str, ...]]:
    """By key, what a language calls each subject that it has words for: its label, then other names."""
    subjects = own_table(language).get("subjects", {})
    return {key: (of["label"], *of.get("names", ())) for key, of in subjects.items()}
