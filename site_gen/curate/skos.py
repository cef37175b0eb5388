"""topics.ttl: a vocabulary as thesauri are published, concepts of SKOS in Turtle, as the entries of topics.toml.

SKOS: W3C Recommendation of 18 August 2009. Read are labels, notes, the hierarchy, exact matches, deprecation, types of
people, places and bodies, and positions of places; everything else of the file is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from site_gen.errors import ContentError
from site_gen.language.words import writable
from site_gen.model import Finding

from .findings import finding
from .toml import is_web

FILE = "topics.ttl"
_BASE = "https://topics.invalid/"
"""Before relative addresses of the file: these name nothing outside it."""
_CORE = "http://www.w3.org/2004/02/skos/core#"
_KINDS = {
    **dict.fromkeys(("person",), "person"),
    **dict.fromkeys(
        ("place", "location", "spatialthing", "geographicalthing", "populatedplace", "city", "country", "administrativearea"), "place"
    ),
    **dict.fromkeys(("organization", "organisation", "formalorganization", "corporatebody", "corporation", "newsmediaorganization"), "organisation"),
}  # fmt: skip
"""Last words of the types by which vocabularies (schema.org, FOAF, ORG, GND, DBpedia) tell people, places and bodies."""
_NOTES = (f"{_CORE}definition", f"{_CORE}scopeNote", "http://purl.org/dc/terms/description")
_SAME = (
    f"{_CORE}exactMatch",
    "http://www.w3.org/2002/07/owl#sameAs",
    "http://schema.org/sameAs",
    "https://schema.org/sameAs",
)
_POSITION = tuple(
    (f"{space}{lat}", f"{space}{long}")
    for space, lat, long in (
        ("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat", "long"),
        ("http://schema.org/", "latitude", "longitude"),
        ("https://schema.org/", "latitude", "longitude"),
    )
)
_OF_THE_PARSER = (
    SyntaxError, ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError,
)  # fmt: skip
"""It says by the first what is no Turtle, and stumbles over some of it by the others."""
_DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated"
_OPENING = re.compile(r"^[ \t]*(?:<([^<>\s]*)>|([^\s:<>\"#]*):([^\s;,]*))\s", re.M)
"""An address at the beginning of a line, whole or with a prefix."""


class Concept(NamedTuple):
    """An entry as topics.toml would have it, and the line where it begins."""

    values: dict[str, Any]
    line: int


def read_concepts(data: bytes, language: str) -> tuple[tuple[Concept, ...], tuple[Finding, ...]]:
    """Return the concepts in the order of the file, and a finding where it is not Turtle; then there are none.

    A label is that in ``language``, else the English one, else one without a language, else the first by language; all
    other labels are aliases. Labels kept hidden (``skos:hiddenLabel``) assign a subject without being shown. Left out
    are deprecated concepts and those without a label.

    Raises ContentError where rdflib, which reads them, is not installed.
    """
    try:
        from rdflib import RDF, Graph, URIRef
    except ImportError as error:
        raise ContentError(
            f"{FILE} is there, but rdflib, which reads it, is not installed. Run: pip install rdflib"
        ) from error
    graph = Graph(bind_namespaces="none")
    try:
        text = data.decode("utf-8-sig")
        graph.parse(data=text, format="turtle", publicID=_BASE)
    except _OF_THE_PARSER as error:
        line = _line_of_error(data, error)
        message = f"Not Turtle: {_first_words(error)}."
        return (), (
            finding("CUR-001", f"{FILE}:{line}", message, "Mend this line; nothing of the file is read."),
        )
    lines = _lines_of_subjects(text, {prefix: str(space) for prefix, space in graph.namespaces()})
    concepts = [
        node for node in graph.subjects(RDF.type, URIRef(f"{_CORE}Concept")) if isinstance(node, URIRef)
    ]
    book = _Book(graph, language, URIRef)
    labels = {
        node: label for node in concepts if (label := book.label(node)) and not book.is_deprecated(node)
    }
    made = [
        Concept(book.values(node, label, labels), lines.get(str(node), 1)) for node, label in labels.items()
    ]
    return tuple(sorted(made, key=lambda c: (c.line, c.values["label"], c.values["same_as"]))), ()


class _Book:
    """What a graph says of its concepts."""

    def __init__(self, graph: Any, language: str, uri: Any) -> None:
        self._graph, self._uri = graph, uri
        self._language = language.lower()

    def label(self, node: Any) -> str:
        """Return the label in the archive's language; empty where the concept has none."""
        return next(iter(self._texts(node, f"{_CORE}prefLabel")), "")

    def is_deprecated(self, node: Any) -> bool:
        return any(str(value).casefold() in ("true", "1") for value in self._values(node, _DEPRECATED))

    def values(self, node: Any, label: str, labels: Mapping[Any, str]) -> dict[str, Any]:
        """Return a concept as an entry of topics.toml."""
        others = [*self._texts(node, f"{_CORE}prefLabel"), *self._texts(node, f"{_CORE}altLabel")]
        aliases = tuple(text for text in dict.fromkeys(others) if text != label)
        hidden = self._texts(node, f"{_CORE}hiddenLabel")
        addresses = (str(node), *sorted(str(value) for key in _SAME for value in self._values(node, key)))
        kind = self._kind(node)
        found: dict[str, Any] = {
            "label": label,
            "kind": kind,
            "aliases": aliases,
            "terms": tuple(dict.fromkeys((label, *aliases, *hidden)))
            if hidden and kind == "subject"
            else tuple(hidden),
            "broader": tuple(sorted({labels[wider] for wider in self._broader(node) if wider in labels})),
            "same_as": tuple(dict.fromkeys(a for a in addresses if is_web(a) and not a.startswith(_BASE))),
            "description": next((text for key in _NOTES for text in self._texts(node, key)), None),
        }
        if (position := self._position(node)) is not None:
            found["position"] = position
        return found

    def _values(self, node: Any, address: str) -> Iterator[Any]:
        yield from self._graph.objects(node, self._uri(address))

    def _texts(self, node: Any, address: str) -> list[str]:
        """Texts, the archive's language first, white space folded."""
        found = []
        for value in self._values(node, address):
            tongue = (getattr(value, "language", None) or "").lower()
            if text := " ".join(writable(str(value)).split()):
                found.append((self._rank(tongue), tongue, text))
        return [text for _rank, _tongue, text in sorted(found)]

    def _rank(self, tongue: str) -> int:
        wanted = (self._language, self._language.partition("-")[0], "en", "")
        main = tongue.partition("-")[0]
        return next((n for n, code in enumerate(wanted) if code in (tongue, main)), len(wanted))

    def _kind(self, node: Any) -> str:
        types = sorted(
            str(value) for value in self._values(node, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        )
        names = (re.split("[#/]", address)[-1].casefold() for address in types)
        return next((_KINDS[name] for name in names if name in _KINDS), "subject")

    def _broader(self, node: Any) -> set[Any]:
        return {
            *self._values(node, f"{_CORE}broader"),
            *self._graph.subjects(self._uri(f"{_CORE}narrower"), node),
        }

    def _position(self, node: Any) -> tuple[float, float] | None:
        for lat, long in _POSITION:
            numbers = [
                next(iter(sorted(map(str, self._values(node, address)))), "") for address in (lat, long)
            ]
            try:
                latitude, longitude = map(float, numbers)
            except ValueError:
                continue
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return latitude, longitude
        return None


def _lines_of_subjects(text: str, prefixes: Mapping[str, str]) -> dict[str, int]:
    """Lines that begin with an address, by the address, the first of each."""
    lines: dict[str, int] = {}
    for found in _OPENING.finditer(text):
        whole, prefix, name = found.groups()
        if whole is None:
            address = prefixes.get(prefix, "\0") + name
        else:
            address = whole if ":" in whole else _BASE + whole
        lines.setdefault(address, text.count("\n", 0, found.start()) + 1)
    return lines


def _line_of_error(data: bytes, error: Exception) -> int:
    if isinstance(error, UnicodeDecodeError):
        return data[: error.start].count(b"\n") + 1
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else 1


def _first_words(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    found = re.search(r"Bad syntax \((.+?)\) at \^", str(error), re.S)
    return (found[1] if found else str(error).splitlines()[0])[:120].strip()
