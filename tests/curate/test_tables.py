"""sources.toml, topics.toml and decisions.csv: each problem has its file and line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.curate import near_captures, read_decisions, read_sources, read_vocabulary, unmatched_decisions
from site_gen.ingest import is_of_two_days, read_date
from site_gen.model import Finding


def places(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Code and place of each finding."""
    return [(f.code, f.where) for f in findings]


def test_an_outlet_is_read_with_all_it_says() -> None:
    """Domains lose their www and scheme; kind and rights have defaults."""
    outlets, findings = read_sources(
        b'[lantern]\nname = "The Lantern"\naliases = ["Lantern"]\ndomains = ["https://www.lantern.example/x"]\n'
        b'rights = "excerpt"\n\n["wire service"]\nname = "Wire"\nkind = "agency"\n'
    )
    assert findings == ()
    assert [(o.slug, o.name, o.kind, o.rights) for o in outlets] == [
        ("lantern", "The Lantern", "publisher", "excerpt"),
        ("wire-service", "Wire", "agency", "full"),
    ]
    assert outlets[0].domains == ("lantern.example",)


def test_problems_of_sources_name_their_line_and_the_nearest_word() -> None:
    """Unknown key, wrong type, unknown choice, no name, an alias twice."""
    outlets, findings = read_sources(
        b'title = "x"\n[a]\nname = "A"\nalias = ["x"]\nplace = 3\nkind = "agncy"\naliases = ["Wire"]\n'
        b'[b]\nplace = "Boston"\n[c]\nname = "C"\naliases = ["wire", "See"]\ndomains = ["not a domain"]\n'
    )
    assert places(findings) == [
        ("CUR-002", "sources.toml:1"),
        ("CUR-002", "sources.toml:4"),
        ("CUR-003", "sources.toml:5"),
        ("CUR-003", "sources.toml:6"),
        ("CUR-004", "sources.toml:8"),
        ("CUR-003", "sources.toml:10"),
        ("CUR-005", "sources.toml:10"),
    ]
    assert findings[1].hint == 'Did you mean "aliases"?'
    assert findings[3].hint == 'Did you mean "agency"?'
    assert [(o.slug, o.aliases) for o in outlets] == [("a", ("Wire",)), ("c", ("See",))]


def test_terms_are_read_with_their_line() -> None:
    """A term without a kind is a subject; the American spelling of organisation is understood."""
    terms, findings = read_vocabulary(
        b'[[topic]]\nlabel = "Ships"\nterms = ["iceberg"]\n\n[[topic]]\nlabel = "White Star Line"\nkind = "organization"\n'
        b'aliases = ["White Star"]\nbroader = ["ships"]\nhidden = true\n'
    )
    assert findings == ()
    assert [(t.label, t.kind, t.where) for t in terms] == [
        ("Ships", "subject", "topics.toml:1"),
        ("White Star Line", "organisation", "topics.toml:5"),
    ]
    assert terms[1].hidden


def test_problems_of_a_vocabulary_name_their_line() -> None:
    """No label, unknown key, kind and table, a label and an alias twice, a broader term that is not there."""
    terms, findings = read_vocabulary(
        b'[[topics]]\nlabel = "x"\n[[topic]]\nkind = "person"\n[[topic]]\nlabel = "Ann Lee"\nkind = "persn"\nalais = ["A"]\n'
        b'[[topic]]\nlabel = "ann lee"\n[[topic]]\nlabel = "Bo"\naliases = ["Ann Lee"]\nbroader = ["Ann Leee"]\n'
    )
    assert places(findings) == [
        ("CUR-002", "topics.toml:1"),
        ("CUR-004", "topics.toml:3"),
        ("CUR-002", "topics.toml:8"),
        ("CUR-003", "topics.toml:7"),
        ("CUR-005", "topics.toml:9"),
        ("CUR-005", "topics.toml:11"),
        ("CUR-006", "topics.toml:11"),
    ]
    assert [t.label for t in terms] == ["Ann Lee", "Bo"]


def test_a_broader_term_never_leads_back_to_its_topic() -> None:
    """A topic above itself, two above one another, three in a ring: the last link goes and is named; a ladder stays."""
    terms, findings = read_vocabulary(
        b'[[topic]]\nlabel = "A"\nbroader = ["A", "Top"]\n[[topic]]\nlabel = "B"\nbroader = ["C"]\n'
        b'[[topic]]\nlabel = "C"\nbroader = ["D", "Top"]\n[[topic]]\nlabel = "D"\nbroader = ["B"]\n'
        b'[[topic]]\nlabel = "Top"\nbroader = []\n[[topic]]\nlabel = "E"\nbroader = ["D", "C"]\n'
    )
    assert places(findings) == [("CUR-008", "topics.toml:1"), ("CUR-008", "topics.toml:10")]
    assert {t.label: t.broader for t in terms} == {
        "A": ("Top",), "B": ("C",), "C": ("D", "Top"), "D": (), "Top": (), "E": ("D", "C"),
    }  # fmt: skip


HEAD = "kind,a,b,value,who,why\n"


def test_decisions_are_read_with_who_and_why() -> None:
    """captures/ may be left off; an id stays an id; a line keeps its text."""
    decisions, findings = read_decisions(
        (
            HEAD
            + "same event,a.txt,a-3f9c51d20b7e,,M. Diaz,Same fire\nKeep_this_line,captures/a.txt,Read more: a poem,,M. Diaz,Verse\n"
        ).encode()
    )
    assert findings == ()
    assert [(d.kind, d.a, d.b, d.where) for d in decisions] == [
        ("same event", "captures/a.txt", "a-3f9c51d20b7e", "decisions.csv:2"),
        ("keep this line", "captures/a.txt", "Read more: a poem", "decisions.csv:3"),
    ]


def test_problems_of_decisions_name_their_line() -> None:
    """Unknown kind, a missing cell, one capture twice, a bad date, nobody who decided."""
    decisions, findings = read_decisions(
        (HEAD + "sme event,a.txt,b.txt,,x,y\nsame event,a.txt,,,x,y\nsame event,a.txt,captures/a.txt,,x,y\n"
         "date,a.txt,,22/12/2016,x,y\ntake down,a.txt,,,,\n").encode()
    )  # fmt: skip
    assert places(findings) == [
        ("CUR-010", "decisions.csv:2"),
        ("CUR-011", "decisions.csv:3"),
        ("CUR-011", "decisions.csv:4"),
        ("CUR-011", "decisions.csv:5"),
        ("CUR-013", "decisions.csv:6"),
    ]
    assert findings[0].hint == 'Did you mean "same event"?'
    assert [d.kind for d in decisions] == ["take down"]


def test_a_date_of_a_decision_that_may_be_of_two_days_is_named() -> None:
    """Unless archive.toml says which number is the day; one with a number above 12 has one reading."""
    data = b"kind,a,b,value,who,why\ndate,a.txt,,3/4/2019,Ada,seen\ndate,b.txt,,14/3/2019,Ada,seen\ndate,c.txt,,2019,Ada,seen\n"
    decisions, found = read_decisions(data, read_date, is_of_two_days)
    assert [d.value for d in decisions] == ["2019-04-03", "2019-03-14", "2019"]
    assert [(f.code, f.where) for f in found] == [("CUR-015", "decisions.csv:2")]
    assert "read as 2019-04-03" in found[0].message
    assert read_decisions(data, read_date)[1] == ()


def test_of_two_decisions_that_contradict_the_later_holds() -> None:
    """Whichever way round the pair is named."""
    decisions, findings = read_decisions(
        (
            HEAD
            + "same event,a.txt,b.txt,,x,y\nnot same event,b.txt,a.txt,,x,y\ndate,a.txt,,2016,x,y\ndate,a.txt,,2017,x,y\n"
        ).encode()
    )
    assert [(d.kind, d.value) for d in decisions] == [("not same event", ""), ("date", "2017")]
    assert places(findings) == [("CUR-014", "decisions.csv:3"), ("CUR-014", "decisions.csv:5")]


def test_decisions_on_two_lines_of_a_capture_do_not_contradict() -> None:
    """Of one line, to keep it contradicts to drop it."""
    rows = "keep this line,a.txt,One,,x,y\ndrop this line,a.txt,Two,,x,y\n"
    decisions, findings = read_decisions((HEAD + rows).encode())
    assert [(d.kind, d.b) for d in decisions] == [("keep this line", "One"), ("drop this line", "Two")]
    assert findings == ()
    decisions, findings = read_decisions((HEAD + rows + "drop this line,a.txt,One,,x,y\n").encode())
    assert [(d.kind, d.b) for d in decisions] == [("drop this line", "Two"), ("drop this line", "One")]
    assert places(findings) == [("CUR-014", "decisions.csv:4")]


def test_a_decision_that_matches_nothing_is_found_with_the_nearest_name() -> None:
    """Of a line only its capture is looked up; pairs are for linking, which would else say the same again."""
    decisions, _ = read_decisions(
        (
            HEAD + "date,halifx.txt,,2016,x,y\ndrop this line,a.txt,b.txt,,x,y\nsame event,c.txt,e-1,,x,y\n"
        ).encode()
    )
    findings = unmatched_decisions(decisions, ["captures/halifax.txt", "captures/a.txt", "e-1"])
    assert places(findings) == [("CUR-012", "decisions.csv:2")]
    assert findings[0].hint == 'Did you mean "captures/halifax.txt"?'


@pytest.mark.parametrize("read", [read_sources, read_vocabulary, read_decisions])
@pytest.mark.parametrize("data", [b"\xff", b"[a\n", b"\0", "é = 1".encode("latin-1")])
def test_a_file_that_cannot_be_read_is_a_finding(
    read: Callable[[bytes], tuple[tuple[Any, ...], tuple[Finding, ...]]], data: bytes
) -> None:
    """Not UTF-8, not TOML, no columns."""
    values, findings = read(data)
    assert values == ()
    assert findings or data == b"\0"
    assert read(b"") == ((), ())


@given(st.text(alphabet="ab[]=\"'\n,;.# topicname", max_size=120))
def test_no_text_makes_the_readers_fail(text: str) -> None:
    """Whatever a person typed."""
    for read in (read_sources, read_vocabulary, read_decisions):
        read(text.encode())


def test_each_outlet_has_an_address_of_its_own() -> None:
    """Tables whose names give one slug, a name that Windows keeps, and a name of which nothing can be written."""
    outlets, findings = read_sources(
        '["Ärzteblatt"]\nname = "A"\n[arzteblatt]\nname = "B"\n[con]\nname = "C"\n["☃"]\nname = "☃"\n'.encode()
    )
    assert [(o.slug, o.name) for o in outlets] == [
        ("arzteblatt", "A"),
        ("arzteblatt-2", "B"),
        ("con-2", "C"),
        ("outlet", "☃"),
    ]
    assert places(findings) == [("CUR-005", "sources.toml:3"), ("CUR-005", "sources.toml:5")]


@pytest.mark.parametrize(
    "address", ["javascript:x", "data:text/html,x", "https://[::1", "https://a b", "//a", "x"]
)
def test_what_is_no_web_address_never_becomes_a_link(address: str) -> None:
    """Of a topic elsewhere, of a licence: the entry stays, the address goes, with its line."""
    terms, found = read_vocabulary(f'[[topic]]\nlabel = "Tides"\nsame_as = ["{address}"]\n'.encode())
    assert (terms[0].same_as, places(found)) == ((), [("CUR-003", "topics.toml:3")])
    outlets, found = read_sources(f'[a]\nname = "A"\nrights_uri = "{address}"\n'.encode())
    assert (outlets[0].rights_uri, places(found)) == (None, [("CUR-003", "sources.toml:3")])


def test_a_label_holds_no_control_character() -> None:
    """TOML can write them; no page and no feed can."""
    terms, _ = read_vocabulary(b'[[topic]]\nlabel = "bell \\u0007 and \\ufffe"\n')
    assert terms[0].label == "bell and"


def test_a_place_of_the_vocabulary_may_have_a_position() -> None:
    """Latitude and longitude in degrees; anything else is a finding, and the place stays."""
    good, none = read_vocabulary(b'[[topic]]\nlabel = "Mont"\nkind = "place"\nposition = [14.81, -61.17]\n')
    assert good[0].position == (14.81, -61.17) and none == ()
    for position in (b'[140, "x"]', b"[90.5, 0]", b"[0, -180.5]", b"[14.81]"):
        line = b'[[topic]]\nlabel = "Mont"\nkind = "place"\nposition = ' + position + b"\n"
        bad, found = read_vocabulary(line)
        assert bad[0].position is None and [f.code for f in found] == ["CUR-003"], position


@pytest.mark.parametrize(
    "line", ['rights = "exerpt"', "rights = 3", 'right = "excerpt"', 'Rights = "excerpt"', 'rights = ""']
)
def test_rights_that_cannot_be_read_publish_metadata_only(line: str) -> None:
    """A slip must not publish a text; the message says what follows from it."""
    outlets, findings = read_sources(f'[a]\nname = "A"\n{line}\n'.encode())
    assert outlets[0].rights == "metadata-only"
    found = next(f for f in findings if f.code == "CUR-007")
    assert found.where == "sources.toml:3"
    assert "only metadata" in found.message


def test_a_kind_that_is_nearly_take_down_takes_down() -> None:
    """The row is remarked and holds."""
    decisions, findings = read_decisions(b"kind,a,b,value,who,why\ntak down,captures/a.txt,,,Ada,asked for\n")
    assert [d.kind for d in decisions] == ["take down"]
    assert places(findings) == [("CUR-010", "decisions.csv:2")]


def test_only_names_that_are_near_are_offered() -> None:
    """A common folder and ending make no two names alike."""
    keys = ["captures/empty.txt", "captures/halifax-relief.txt"]
    assert near_captures("captures/gone.txt", keys) == []
    assert near_captures("captures/halifax-relif.txt", keys) == ["captures/halifax-relief.txt"]


def test_a_topic_may_name_itself_elsewhere_by_several_addresses() -> None:
    """Or by one, without a list."""
    terms, found = read_vocabulary(
        b'[[topic]]\nlabel = "Tides"\nsame_as = ["https://one.example/t", "http://two.example/t"]\n'
        b'[[topic]]\nlabel = "Gales"\nsame_as = "https://one.example/g"\n'
    )
    assert found == ()
    assert [term.same_as for term in terms] == [
        ("https://one.example/t", "http://two.example/t"),
        ("https://one.example/g",),
    ]
