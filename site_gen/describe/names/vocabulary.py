"""Names and subjects of the archivist's vocabulary in a text, by their labels and aliases."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.language import fold
from site_gen.model import Block, VocabularyTerm

from ..people import fold_keep
from .kinds import Named

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_ARABIC_PREFIX = r"(?:[وفبلك]|ال|وال|بال|لل|فال|كال)?"


def fold_phrase(text: str) -> str:
    """A phrase as it is looked up: words folded, points and marks gone, one space between."""
    return " ".join(
        fold(w.replace(".", "").replace("’", "'"))
        for w in _WORD.findall(text.replace(".", "") if "." in text else text)
    )


@lru_cache(maxsize=8)
def _name_pattern(
    vocabulary: tuple[VocabularyTerm, ...],
) -> tuple[re.Pattern[str] | None, dict[str, VocabularyTerm]]:
    """One pattern of all names, longest first, and the term of each folded name. Names of one letter are left out."""
    owners: dict[str, VocabularyTerm] = {}
    forms: set[str] = set()
    for term in vocabulary:
        if term.kind == "subject":
            continue
        for name in (term.label, *term.aliases):
            if len(fold_phrase(name)) > 1:
                owners.setdefault(fold_phrase(name), term)
                forms.add(name)
    if not forms:
        return None, owners
    ordered = sorted(forms, key=lambda f: (-len(f), f))
    body = "|".join(re.escape(f).replace(r"\ ", r"\s+").replace("'", "['’]") for f in ordered)
    return re.compile(rf"(?<![^\W_]){_ARABIC_PREFIX}(?P<name>{body})(?![^\W_])"), owners


def vocabulary_names(block: Block, vocabulary: tuple[VocabularyTerm, ...]) -> list[Named]:
    """The vocabulary's people, places and organisations in a block, each under its label. Case counts, as names are written."""
    pattern, owners = _name_pattern(vocabulary)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(block.text):
        term = owners.get(fold_phrase(match["name"]))
        if term is not None and term.kind != "subject":
            found.append(Named(term.label, term.kind, block.id, match.start("name"), match.end("name")))
    return found


@lru_cache(maxsize=8)
def _subject_patterns(
    vocabulary: tuple[VocabularyTerm, ...],
) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """By term: its label, the first words of its phrases, and the pattern of them all.

    To look a word up in a text costs a hundredth of a pattern: a thesaurus has a thousand terms, an article a few of them.
    """
    out = []
    for term in vocabulary:
        names = (term.label, *term.aliases) if term.kind == "subject" and not term.general else ()
        phrases = sorted({fold(p) for p in term.terms or names})
        if phrases:
            body = "|".join(
                re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=lambda p: (-len(p), p))
            )
            pattern = re.compile(rf"(?<![^\W_]){_ARABIC_PREFIX}(?:{body})(?:s|es|x)?(?![^\W_])")
            out.append((term.label, tuple(sorted({p.partition(" ")[0] for p in phrases})), pattern))
    return tuple(out)


def vocabulary_terms(text: str, vocabulary: tuple[VocabularyTerm, ...]) -> tuple[str, ...]:
    """The labels of the terms whose words and phrases a text uses, in the order of the vocabulary."""
    patterns = _subject_patterns(vocabulary)
    folded = fold_keep(text) if patterns else ""
    return tuple(
        label
        for label, openings, pattern in patterns
        if any(word in folded for word in openings) and pattern.search(folded)
    )
