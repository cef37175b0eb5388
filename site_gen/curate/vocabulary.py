"""The archivist's vocabulary: topics.toml, one ``[[topic]]`` a term, and topics.ttl, a thesaurus in SKOS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from site_gen.model import TOPIC_KINDS, Finding, VocabularyTerm

from .findings import finding, nearest
from .skos import FILE as SKOS_FILE
from .skos import read_concepts
from .toml import Holds, checked, line_of_key, lines_of_tables, parsed

FILE = "topics.toml"
KEYS: dict[str, Holds] = {
    "label": "text",
    "kind": "text",
    "aliases": "texts",
    "terms": "texts",
    "broader": "texts",
    "same_as": "web addresses",
    "hidden": "true or false",
    "position": "position",
    "description": "text",
}
"""Keys of a term and what each holds."""
_OTHER_SPELLINGS = {"organization": "organisation"}


Claims = dict[tuple[str, str], str]
"""(kind, folded name): file and line of the term that has it."""


def read_vocabulary(
    toml: bytes, skos: bytes = b"", *, language: str = "en"
) -> tuple[tuple[VocabularyTerm, ...], tuple[Finding, ...]]:
    """Return the terms of topics.toml, then those of topics.ttl, and findings with their lines.

    A term without a kind is a subject. A label or alias that an earlier term of its kind has stays with that one.
    Concepts of several languages are called as in ``language``.

    Raises ContentError where topics.ttl has anything in it and rdflib is not installed.
    """
    claims: Claims = {}
    terms, findings = _read_tables(toml, claims)
    if skos.strip():
        concepts, problems = read_concepts(skos, language)
        findings += problems
        for values, line in concepts:
            term, found = _admitted(values, f"{SKOS_FILE}:{line}", claims)
            findings += found
            terms += [term] if term is not None else []
    findings += _missing_broader(terms)
    return _without_circles(terms, findings), tuple(findings)


def _read_tables(data: bytes, claims: Claims) -> tuple[list[VocabularyTerm], list[Finding]]:
    tables, text, problems = parsed(data, FILE)
    findings = list(problems)
    lines = lines_of_tables(text)
    for key in tables:
        if key != "topic":
            line = lines.get(key, [line_of_key(text, 0, key)])[0]
            hint = nearest(key, ("topic",), "Write each term as [[topic]].")
            findings.append(finding("CUR-002", f"{FILE}:{line}", f'Unknown table "{key}".', hint))
    rows = tables.get("topic", [])
    if not isinstance(rows, list):
        line = lines.get("topic", [1])[0]
        findings.append(
            finding("CUR-002", f"{FILE}:{line}", "[topic] is one table.", "Write it as [[topic]].")
        )
        return [], findings
    terms: list[VocabularyTerm] = []
    for at, row in enumerate(rows):
        line = (lines.get("topic", []) + [1] * len(rows))[at]
        term, found = _term(row, text, line, claims)
        findings += found
        if term is not None:
            terms.append(term)
    return terms, findings


def _term(row: Any, text: str, line: int, claims: Claims) -> tuple[VocabularyTerm | None, list[Finding]]:
    where = f"{FILE}:{line}"
    if not isinstance(row, dict):
        return None, [finding("CUR-004", where, "The topic is no table.", "Write each term as [[topic]].")]
    values, found = checked(row, KEYS, file=FILE, text=text, line=line)
    if not values.get("label"):
        return None, [*found, finding("CUR-004", where, "The topic has no label.", 'Add a line: label = "…"')]
    kind = values.get("kind", "subject").casefold()
    values["kind"] = _OTHER_SPELLINGS.get(kind, kind)
    if values["kind"] not in TOPIC_KINDS:
        hint = nearest(kind, TOPIC_KINDS, f"Write one of {', '.join(TOPIC_KINDS)}.")
        message = f'kind = "{kind}" is not known; read as subject.'
        found.append(finding("CUR-003", f"{FILE}:{line_of_key(text, line, 'kind')}", message, hint))
        values["kind"] = "subject"
    term, repeated = _admitted(values, where, claims)
    return term, [*found, *repeated]


def _admitted(
    values: dict[str, Any], where: str, claims: Claims
) -> tuple[VocabularyTerm | None, list[Finding]]:
    """Return a term with the names that no earlier one of its kind has, and findings on the others."""
    found: list[Finding] = []
    label = values["label"]
    if (first := claims.setdefault((values["kind"], label.casefold()), where)) != where:
        message = f'"{label}" stands at {first} already; this entry is not read.'
        return None, [finding("CUR-005", where, message, "Join the two entries.")]
    aliases = _own_aliases(values, where, claims, found)
    return VocabularyTerm(**{**values, "aliases": aliases}, where=where), found


def _own_aliases(values: dict[str, Any], where: str, claims: Claims, found: list[Finding]) -> tuple[str, ...]:
    kept = []
    for alias in values.get("aliases", ()):
        first = claims.setdefault((values["kind"], alias.casefold()), where)
        if first == where:
            kept.append(alias)
            continue
        message = f'The alias "{alias}" stands at {first} already.'
        found.append(finding("CUR-005", where, message, "Leave it with one of the two."))
    return tuple(dict.fromkeys(kept))


def _without_circles(terms: Sequence[VocabularyTerm], findings: list[Finding]) -> tuple[VocabularyTerm, ...]:
    """The terms without the broader terms that lead back to the term itself; of a circle the last link in the file goes."""
    above: dict[str, list[str]] = {}
    kept = []
    for term in terms:
        circular = [broader for broader in term.broader if _leads_to(broader, term.label, above)]
        for broader in circular:
            message = f'The broader term "{broader}" of "{term.label}" leads back to "{term.label}".'
            findings.append(finding("CUR-008", term.where, message, "Delete one of the links of the circle."))
        straight = tuple(broader for broader in term.broader if broader not in circular)
        above.setdefault(term.label, []).extend(straight)
        kept.append(replace(term, broader=straight) if circular else term)
    return tuple(kept)


def _leads_to(label: str, end: str, above: Mapping[str, Sequence[str]]) -> bool:
    seen, ahead = {label}, [label]
    while ahead and end not in seen:
        further = [wider for wider in above.get(ahead.pop(), ()) if wider not in seen]
        seen.update(further)
        ahead += further
    return end in seen


def _missing_broader(terms: Sequence[VocabularyTerm]) -> list[Finding]:
    labels = {term.label.casefold() for term in terms} | {a.casefold() for t in terms for a in t.aliases}
    found = []
    for term in terms:
        for broader in term.broader:
            if broader.casefold() not in labels:
                hint = nearest(broader, labels, f'Add a [[topic]] with label = "{broader}".')
                message = f'The broader term "{broader}" of "{term.label}" is not in the vocabulary.'
                found.append(finding("CUR-006", term.where, message, hint))
    return found
