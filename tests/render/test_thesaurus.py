"""data/topics.ttl: what is written is SKOS, and reads back as the vocabulary that it is."""

from __future__ import annotations

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from site_gen.curate import read_vocabulary
from site_gen.model import Topic, TopicCard
from site_gen.render.thesaurus import turtle

HOSTILE = 'Fires" . <https://evil.example/> a <x> ;\\ \n\x7f\u2028 <b>'


def a_topic(slug: str, label: str, kind: str = "subject", **given: object) -> Topic:
    empty: dict[str, object] = {
        "aliases": (),
        "broader": (),
        "narrower": (),
        "same_as": (),
        "articles": ("a1",),
        "events": (),
    }
    return Topic(slug=slug, label=label, kind=kind, **(empty | given))  # type: ignore[arg-type]


TOPICS = (
    a_topic(
        "fires",
        HOSTILE,
        aliases=("Blazes", "حرائق"),
        broader=("mishaps",),
        same_as=('https://w.example/a>b"c|d e',),
    ),
    a_topic("mishaps", "Mishaps", narrower=("fires",), description="What went wrong."),
    a_topic("norham", "Norham", "place", position=(54.5, -2.1), same_as=("https://places.example/Zürich",)),
)


def graph_of(root: str) -> Graph:
    cards = [TopicCard(topic.slug, topic.label, topic.kind, 1, 0) for topic in TOPICS]
    written = b"".join(turtle(cards, TOPICS, title='The "Harbour" archive', root=root))
    return Graph().parse(data=written, format="turtle", publicID="https://host.example/data/topics.ttl")


def test_topics_are_concepts_named_by_their_pages() -> None:
    """No text of an archive ends its own literal; nothing but the topics is said."""
    graph = graph_of("https://archive.example")
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {
        URIRef(f"https://archive.example/{path}/")
        for path in ("topics/fires", "topics/mishaps", "places/norham")
    }
    fires, mishaps = (URIRef(f"https://archive.example/topics/{slug}/") for slug in ("fires", "mishaps"))
    assert graph.value(fires, SKOS.prefLabel) == Literal(HOSTILE)
    assert set(graph.objects(fires, SKOS.altLabel)) == {Literal("Blazes"), Literal("حرائق")}
    assert (fires, SKOS.broader, mishaps) in graph
    assert (mishaps, SKOS.narrower, fires) in graph
    assert set(graph.objects(fires, SKOS.exactMatch)) == {URIRef("https://w.example/a%3Eb%22c%7Cd%20e")}
    scheme = graph.value(fires, SKOS.inScheme)
    assert graph.value(scheme, SKOS.prefLabel) == Literal('The "Harbour" archive')


def test_without_an_address_of_the_archive_addresses_are_relative() -> None:
    """Read where it lies, the file names the pages beside it."""
    assert (URIRef("https://host.example/places/norham/"), RDF.type, SKOS.Concept) in graph_of("")


def test_an_archive_reads_what_another_gives() -> None:
    """The vocabulary of one archive is that of another."""
    cards = [TopicCard(topic.slug, topic.label, topic.kind, 1, 0) for topic in TOPICS]
    terms, findings = read_vocabulary(
        b"", b"".join(turtle(cards, TOPICS, title="One", root="https://one.example/"))
    )
    assert findings == ()
    by_label = {term.label: term for term in terms}
    assert by_label["Mishaps"].description == "What went wrong."
    assert (by_label["Norham"].kind, by_label["Norham"].position) == ("place", (54.5, -2.1))
    assert by_label["Norham"].same_as == (
        "https://one.example/places/norham/",
        "https://places.example/Zürich",
    )
    fires = next(term for term in terms if term.broader)
    assert (fires.broader, set(fires.aliases)) == (("Mishaps",), {"Blazes", "حرائق"})
