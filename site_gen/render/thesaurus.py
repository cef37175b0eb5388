"""The archive's topics as a thesaurus: concepts of SKOS in Turtle, the form that ``topics.ttl`` of a content folder has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ..model import Topic, TopicCard
from . import urls

_PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
"""
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f]")
_TYPES = {"person": "schema:Person", "place": "schema:Place", "organisation": "schema:Organization"}


def turtle(cards: Iterable[TopicCard], topics: Iterable[Topic], *, title: str, root: str) -> Iterator[bytes]:
    """Yield the file piece by piece: a scheme, then each topic, which is called by the address of its page.

    ``cards`` are those of all topics. ``root`` is where the archive is hosted; empty where that is not known: then addresses are relative to the file.
    """
    at = root if root.endswith("/") or not root else f"{root}/"
    place = at or "../"
    scheme = f"<{_iri(place)}topics/>"
    yield f"{_PREFIXES}\n{scheme} a skos:ConceptScheme ;\n  skos:prefLabel {_text(title)} .\n".encode()
    paths = {card.slug: urls.topic(card.kind, card.slug) for card in cards}
    for topic in topics:
        yield f"\n{_concept(topic, paths, place, scheme)}".encode()


def _concept(topic: Topic, paths: dict[str, str], place: str, scheme: str) -> str:
    def ours(slugs: Iterable[str]) -> list[str]:
        return [f"<{_iri(place + paths[slug])}>" for slug in slugs if slug in paths]

    types = ["skos:Concept", *([_TYPES[topic.kind]] if topic.kind in _TYPES else ())]
    says = [
        ("a", types),
        ("skos:prefLabel", [_text(topic.label)]),
        ("skos:altLabel", [_text(alias) for alias in topic.aliases]),
        ("skos:definition", [_text(topic.description)] if topic.description else []),
        ("skos:broader", ours(topic.broader)),
        ("skos:narrower", ours(topic.narrower)),
        ("skos:exactMatch", [f"<{_iri(address)}>" for address in topic.same_as]),
        ("geo:lat", [str(topic.position[0])] if topic.position else []),
        ("geo:long", [str(topic.position[1])] if topic.position else []),
        ("skos:inScheme", [scheme]),
    ]
    rows = [f"{verb} {', '.join(objects)}" for verb, objects in says if objects]
    return f"<{_iri(place + paths[topic.slug])}> " + " ;\n  ".join(rows) + " .\n"


def _text(text: str) -> str:
    """A text as Turtle writes it, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _iri(address: str) -> str:
    """An address without the characters that end or break one in Turtle."""
    return _NOT_IN_IRI.sub(lambda found: quote(found[0], safe=""), address)
