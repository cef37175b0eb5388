"""topics.ttl: concepts of SKOS as entries of the vocabulary."""

from __future__ import annotations

import builtins

import pytest

from site_gen.curate import read_vocabulary
from site_gen.errors import ContentError

HEAD = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <https://thesaurus.example/> .
@prefix schema: <https://schema.org/> .
"""
THESAURUS = (
    HEAD
    + """\
t: a skos:ConceptScheme ; skos:prefLabel "Thesaurus of the harbour"@en .
t:mishaps a skos:Concept ;
  skos:prefLabel "Mishaps"@en, "Malheurs"@fr ; skos:narrower t:fires .
t:fires a skos:Concept ;
  skos:prefLabel "Fires"@en, "Incendies"@fr ; skos:altLabel "Blazes"@en-GB ; skos:hiddenLabel "burned"@en ;
  skos:definition "What burns,\\n on land and at sea."@en ; skos:exactMatch <http://www.wikidata.org/entity/Q3196> .
t:lights a skos:Concept ; skos:prefLabel "Lights" ; <http://www.w3.org/2002/07/owl#deprecated> true .
t:nameless a skos:Concept .
<https://people.example/1> a skos:Concept, schema:Person ; skos:prefLabel "Ansel Roe" ; skos:hiddenLabel "Ansle Roe" .
<#norham> a skos:Concept, schema:Place ; skos:prefLabel "Norham" ; schema:latitude "54.5" ; schema:longitude -2.1 .
"""
)


def test_concepts_are_entries_of_the_vocabulary() -> None:
    """Labels, hierarchy from either side, notes, addresses, kinds and positions; the deprecated and the nameless are left out."""
    terms, findings = read_vocabulary(b"", THESAURUS.encode())
    assert findings == ()
    assert [(t.label, t.kind, t.where) for t in terms] == [
        ("Mishaps", "subject", "topics.ttl:5"),
        ("Fires", "subject", "topics.ttl:7"),
        ("Ansel Roe", "person", "topics.ttl:12"),
        ("Norham", "place", "topics.ttl:13"),
    ]
    mishaps, fires, roe, norham = terms
    assert (mishaps.aliases, mishaps.terms, mishaps.broader) == (("Malheurs",), (), ())
    assert fires.aliases == ("Incendies", "Blazes")
    assert fires.terms == ("Fires", "Incendies", "Blazes", "burned")
    assert fires.broader == ("Mishaps",)
    assert fires.description == "What burns, on land and at sea."
    assert fires.same_as == ("https://thesaurus.example/fires", "http://www.wikidata.org/entity/Q3196")
    assert (roe.aliases, roe.terms) == ((), ("Ansle Roe",))
    assert (norham.position, norham.same_as) == ((54.5, -2.1), ()), (
        "a relative address names nothing outside the file"
    )


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("fr", ["Malheurs", "Incendies"]),
        ("fr-CA", ["Malheurs", "Incendies"]),
        ("de", ["Mishaps", "Fires"]),
    ],
)
def test_labels_are_in_the_language_of_the_archive(language: str, labels: list[str]) -> None:
    """In its own, else in English; broader ones too."""
    terms, _ = read_vocabulary(b"", THESAURUS.encode(), language=language)
    assert [t.label for t in terms[:2]] == labels
    assert terms[1].broader == (labels[0],)


def test_the_order_of_a_concepts_types_and_labels_changes_nothing() -> None:
    """Programs write them in any order, and some in another one each time."""
    first = 't:roe a skos:Concept, schema:Person, schema:Place ; skos:prefLabel "Roe" ; skos:altLabel "Rogen", "Caviar" .'
    other = 't:roe a schema:Place, schema:Person, skos:Concept ; skos:prefLabel "Roe" ; skos:altLabel "Caviar", "Rogen" .'
    assert read_vocabulary(b"", (HEAD + first).encode()) == read_vocabulary(b"", (HEAD + other).encode())


def test_what_topics_toml_has_stays_with_it() -> None:
    """A label there already is not read again; an alias there already is taken from the concept alone."""
    toml = b'[[topic]]\nlabel = "Mishaps"\n[[topic]]\nlabel = "Flames"\naliases = ["Blazes"]\n'
    terms, findings = read_vocabulary(toml, THESAURUS.encode())
    assert [t.label for t in terms] == ["Mishaps", "Flames", "Fires", "Ansel Roe", "Norham"]
    assert [(f.code, f.where) for f in findings] == [("CUR-005", "topics.ttl:5"), ("CUR-005", "topics.ttl:7")]
    assert terms[2].aliases == ("Incendies",)
    assert terms[2].broader == ("Mishaps",)


@pytest.mark.parametrize(
    ("text", "line", "seen"),
    [
        (HEAD.encode() + b't:a skos:prefLabel "open\n', 4, "newline found in string"),
        (b"\n\nt:a a t:b .\n", 3, 'Prefix "t:" not bound'),
        (b"\n\xff\xfe", 2, "not UTF-8"),
        (b"[[topic]]\nlabel = 1\n", 1, "Not Turtle"),
        (b"(" * 5000, 1, "Not Turtle"),
    ],
)
def test_what_is_no_turtle_is_named_with_its_line(text: bytes, line: int, seen: str) -> None:
    """Nothing of it is read; what topics.toml has stands."""
    terms, findings = read_vocabulary(b'[[topic]]\nlabel = "Tides"\n', text)
    assert [t.label for t in terms] == ["Tides"]
    assert [(f.code, f.where) for f in findings] == [("CUR-001", f"topics.ttl:{line}")]
    assert seen in findings[0].message


def test_without_its_reader_nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """A vocabulary that is silently not there would take a library's subjects off its site."""
    real = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name.partition(".")[0] == "rdflib":
            raise ImportError(name)
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ContentError, match="pip install rdflib"):
        read_vocabulary(b"", THESAURUS.encode())
    assert read_vocabulary(b"", b"") == ((), ())
