"""Topics of a corpus from briefs."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen import index
from site_gen.model import Basis, Brief, BriefName, Event, Evidence, Finding, Sourced, Topic, VocabularyTerm
from site_gen.model.article import NameKind
from site_gen.settings import IndexSettings


def a_brief(
    id: str,
    *names: tuple[str, NameKind] | tuple[str, NameKind, tuple[str, ...]],
    given: tuple[str, ...] = (),
    terms: tuple[str, ...] = (),
    published: str | None = None,
    section: str | None = None,
) -> Brief:
    """A brief that holds these names."""
    found = tuple(BriefName(n[0], n[1], 1, n[2] if len(n) > 2 else ()) for n in names)
    return Brief(
        id, f"{id}.txt", id, None, None, published, None, "en", section, "", None, 100, "0" * 64, found, given, terms
    )  # fmt: skip


def an_event(id: str, *articles: str, published: tuple[tuple[str, str], ...] = ()) -> Event:
    """An event of these articles, with dates concluded for some."""
    dates = tuple((a, Sourced(d, Basis.INFERRED, Evidence("event"))) for a, d in published)
    return Event(id, articles, Sourced(id, Basis.STATED, Evidence("t")), None, None, (), (), dates)


def made(
    briefs: Sequence[Brief],
    events: Sequence[Event] = (),
    vocabulary: Sequence[VocabularyTerm] = (),
    least: int = 1,
) -> tuple[dict[str, Topic], tuple[Finding, ...]]:
    """Topics by label, and findings."""
    topics, findings = index.topics(
        briefs, events, vocabulary, settings=IndexSettings(min_topic_articles=least)
    )
    return {t.label: t for t in topics}, findings


def test_forms_of_one_name_are_one_topic_with_aliases() -> None:
    """Particles, titles, acronyms, formal openings, other languages."""
    topics, _ = made(
        [
            a_brief(
                "a",
                ("Omar al-Hadidi", "person", ("Hadidi",)),
                ("United Nations", "organisation", ("U.N.",)),
                ("U.S.", "place"),
            ),
            a_brief("b", ("Omar Hadidi", "person"), ("UN", "organisation"), ("United States", "place")),
            a_brief("c", ("Omar al-Hadidi", "person"), ("Red Cross", "organisation"), ("Londres", "place")),
            a_brief(
                "d",
                ("International Committee of the Red Cross", "organisation", ("ICRC",)),
                ("London", "place"),
            ),
            a_brief("e", ("ICRC", "organisation")),
        ]
    )
    assert topics["Omar al-Hadidi"].aliases == ("Hadidi", "Omar Hadidi")
    assert topics["Omar al-Hadidi"].articles == ("a", "b", "c")
    assert topics["United Nations"].articles == ("a", "b")
    assert topics["United States"].articles == ("a", "b")
    assert topics["London"].articles == ("c", "d")
    assert [t.articles for label, t in topics.items() if "Red Cross" in label] == [("c", "d", "e")]


def test_relatives_namesakes_and_like_named_bodies_stay_apart() -> None:
    """No wrong merge."""
    names: tuple[tuple[str, NameKind], ...] = (
        ("Omar Hadidi", "person"), ("Amal Hadidi", "person"), ("Omar Hadidi Jr", "person"), ("American Red Cross", "organisation"),
        ("Red Cross", "organisation"), ("International Criminal Court", "organisation"), ("Criminal Court", "organisation"),
    )  # fmt: skip
    topics, _ = made([a_brief("a", *names)])
    assert len(topics) == len(names)


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    """Ambiguity is left standing."""
    topics, _ = made(
        [
            a_brief("a", ("John Warner", "person")),
            a_brief("b", ("James Warner", "person")),
            a_brief("c", ("J. Warner", "person")),
        ]
    )
    assert {label: t.articles for label, t in topics.items()} == {
        "John Warner": ("a",),
        "James Warner": ("b",),
        "J. Warner": ("c",),
    }


def test_a_surname_alone_goes_to_the_only_person_of_the_corpus_or_of_the_event() -> None:
    """Else it counts for none, and a finding says so."""
    briefs = [
        a_brief("a", ("Omar Hadidi", "person")),
        a_brief("b", ("Amal Hadidi", "person")),
        a_brief("c", ("Hadidi", "person")),
        a_brief("d", ("Hadidi", "person")),
    ]
    topics, findings = made(briefs, [an_event("e", "a", "c")])
    assert topics["Omar Hadidi"].articles == ("a", "c")
    assert topics["Amal Hadidi"].articles == ("b",)
    assert [f.code for f in findings] == ["IDX-003"]


def test_a_surname_that_an_article_sets_apart_is_nobody_s_whom_it_names_in_full() -> None:
    """ "Hadidi's daughter, Amal Hadidi": the only bearer of the corpus is not the one meant; one of the event may be."""
    apart = a_brief("a", ("Hadidi", "person"), ("Amal Hadidi", "person"))
    topics, findings = made([apart])
    assert topics["Amal Hadidi"].aliases == () and findings == ()
    topics, _ = made([apart, a_brief("b", ("Omar Hadidi", "person"))], [an_event("e", "a", "b")])
    assert topics["Omar Hadidi"].articles == ("a", "b")


def test_the_vocabulary_labels_merges_and_hides() -> None:
    """Its aliases win over what writing tells; its terms assign; broader and narrower are kept."""
    vocabulary = (
        VocabularyTerm("The Lion", "person", aliases=("Omar Hadidi",), same_as=("https://example.org/1",)),
        VocabularyTerm("Ferries", "subject", broader=("Shipping",)),
        VocabularyTerm("Shipping", "subject"),
        VocabularyTerm("London", "place", hidden=True),
    )
    topics, findings = made(
        [a_brief("a", ("Omar al-Hadidi", "person"), ("London", "place"), terms=("Ferries",))],
        vocabulary=vocabulary,
    )
    assert topics["The Lion"].articles == ("a",)
    assert topics["The Lion"].same_as == ("https://example.org/1",)
    assert topics["Ferries"].broader == (topics["Shipping"].slug,)
    assert topics["Shipping"].narrower == (topics["Ferries"].slug,)
    assert "London" not in topics
    assert findings == ()


def test_subjects_come_from_the_vocabulary_and_from_given_topics_only() -> None:
    """A publisher's section is no topic."""
    topics, _ = made(
        [a_brief("a", given=("Fish",), section="World News"), a_brief("b", given=("fish",))], least=2
    )
    assert {label: (t.kind, t.articles) for label, t in topics.items()} == {"Fish": ("subject", ("a", "b"))}


def test_an_alias_claimed_twice_and_an_unknown_broader_term_are_findings() -> None:
    """With the file and line of the term; one that stands nowhere at all was named when the vocabulary was read."""
    vocabulary = (
        VocabularyTerm("Omar Hadidi", "person", aliases=("Lion",), where="topics.toml:1"),
        VocabularyTerm(
            "Leo Mor", "person", aliases=("Lion",), broader=("omar hadidi", "Cats"), where="topics.toml:5"
        ),
    )
    _, findings = made([], vocabulary=vocabulary)
    assert [(f.code, f.where) for f in findings] == [
        ("IDX-001", "topics.toml:5"),
        ("IDX-002", "topics.toml:5"),
    ]


def test_a_name_outside_the_vocabulary_needs_enough_articles() -> None:
    """min_topic_articles."""
    briefs = [a_brief("a", ("Omar Hadidi", "person"), ("Oban", "place")), a_brief("b", ("Oban", "place"))]
    assert list(made(briefs, least=2)[0]) == ["Oban"]


def test_articles_stand_newest_first_by_concluded_dates_undated_last() -> None:
    """Dates of the event count where the article states none."""
    briefs = [
        a_brief("a", ("Oban", "place")),
        a_brief("b", ("Oban", "place"), published="2016-12-20"),
        a_brief("c", ("Oban", "place")),
    ]
    topics, _ = made(briefs, [an_event("e", "a", "b", published=(("a", "2016-12-22~"),))])
    assert topics["Oban"].articles == ("a", "b", "c")
    assert topics["Oban"].events == ("e",)


def test_the_order_of_briefs_changes_nothing() -> None:
    """Byte for byte the same topics."""
    briefs = [
        a_brief(f"a{n}", (f"Omar Hadidi{n % 3}", "person"), ("Oban", "place"), ("UN", "organisation"))
        for n in range(9)
    ]
    assert index.topics(briefs, ()) == index.topics(briefs[::-1], ())


def test_slugs_are_ascii_and_unique_over_kinds() -> None:
    """The kind, then a number, stands behind a slug that is taken."""
    topics, _ = made([a_brief("a", ("Łódź", "place"), given=("Lodz",)), a_brief("b", ("Łódź", "place"))])
    assert sorted(t.slug for t in topics.values()) == ["lodz", "lodz-subject"]


def test_related_topics_are_those_met_in_the_same_articles() -> None:
    """By number of articles in common."""
    briefs = [a_brief(str(n), ("Oban", "place"), ("Omar Hadidi", "person")) for n in range(3)]
    topics, _ = made(briefs)
    assert topics["Oban"].related == (("omar-hadidi", 3),)


def test_a_body_without_its_state_is_the_only_one_that_has_it() -> None:
    """Where every state has such a body, or two are named, the bare form stays apart."""
    topics, _ = made(
        [
            a_brief("a", ("State Department", "organisation"), ("Foreign Ministry", "organisation")),
            a_brief(
                "b", ("U.S. State Department", "organisation"), ("Russian Foreign Ministry", "organisation")
            ),
            a_brief("c", ("UN Security Council", "organisation"), ("Security Council", "organisation")),
            a_brief("d", ("UN International Mill Bureau", "organisation")),
            a_brief("e", ("International Mill Bureau", "organisation")),
        ]
    )
    assert {label: t.articles for label, t in topics.items()} == {
        "UN International Mill Bureau": ("d", "e"),
        "U.S. State Department": ("a", "b"),
        "Foreign Ministry": ("a",),
        "Russian Foreign Ministry": ("b",),
        "UN Security Council": ("c",),
    }


def test_a_keyword_lends_a_name_its_articles_and_not_its_spelling() -> None:
    """Publishers write keywords small."""
    topics, _ = made(
        [
            a_brief("a", ("NTSA", "organisation")),
            *(a_brief(id, given=("ntsa",)) for id in "bc"),
        ]
    )
    assert topics["NTSA"].articles == ("a", "b", "c")


def test_letters_that_many_use_do_not_follow_the_one_article_that_writes_a_name_out() -> None:
    """A small body with the initials of a broadcaster is not the broadcaster."""
    topics, _ = made(
        [
            a_brief("a", ("National Bell Centre", "organisation", ("NBC",))),
            *(a_brief(id, ("NBC", "organisation")) for id in "bcdef"),
        ]
    )
    assert topics["NBC"].articles == ("b", "c", "d", "e", "f")
    assert topics["National Bell Centre"].articles == ("a",)


def test_letters_of_a_department_hold_its_of_and_letters_before_a_name_stand_whole() -> None:
    """ "DOJ" is the Department of Justice; "USC" is no court of the U.S."""
    topics, _ = made(
        [
            a_brief("a1", ("Department of Justice", "organisation"), ("U.S. Supreme Court", "organisation")),
            a_brief("a2", ("DOJ", "organisation"), ("USC", "organisation")),
        ]
    )
    assert topics["Department of Justice"].articles == ("a1", "a2")
    assert topics["U.S. Supreme Court"].articles == ("a1",)
    assert topics["USC"].articles == ("a2",)


def test_a_name_of_one_word_goes_to_the_person_whose_alias_it_is() -> None:
    """A surname that several people have, as IDX-003 advises, and a name by which everybody knows somebody."""
    briefs = [
        a_brief("a", ("Anne Varnholt", "person")), a_brief("b", ("Bob Varnholt", "person")), a_brief("c", ("Varnholt", "person")),
        a_brief("d", ("Luz Ostrander", "person")), a_brief("e", ("Lulu", "person")),
    ]  # fmt: skip
    assert [f.code for f in made(briefs)[1]] == ["IDX-003"]
    vocabulary = [
        VocabularyTerm("Bob Varnholt", "person", aliases=("Varnholt",)),
        VocabularyTerm("Luz Ostrander", "person", aliases=("Lulu",)),
    ]
    topics, findings = made(briefs, vocabulary=vocabulary)
    assert topics["Bob Varnholt"].articles == ("b", "c")
    assert topics["Anne Varnholt"].articles == ("a",)
    assert topics["Luz Ostrander"].articles == ("d", "e")
    assert findings == ()


def test_a_topic_knows_the_addresses_that_its_other_names_may_have_had() -> None:
    """Those that enough articles use; of a subject all that the vocabulary gives it."""
    briefs = [
        a_brief(id, (name, "person"), terms=("Ferries",))
        for id, name in (
            ("a", "Bram Oster"),
            ("b", "Bram Oster"),
            ("c", "Brandon Oster"),
            ("d", "Brandon Oster"),
            ("e", "Bramwell Oster"),
        )
    ]
    vocabulary = [
        VocabularyTerm("Bram Oster", "person", aliases=("Brandon Oster", "Bramwell Oster")),
        VocabularyTerm("Ferries", "subject", aliases=("Boats",)),
    ]
    topics, _ = made(briefs, vocabulary=vocabulary, least=2)
    assert topics["Bram Oster"].other_slugs == ("brandon-oster",)
    assert topics["Ferries"].other_slugs == ("boats",)


def test_a_ruler_has_a_page_and_is_nobody_of_that_surname() -> None:
    """ "King Salman" and "Pope Francis" are known by title and given name."""
    topics, _ = made(
        [
            a_brief("a", ("King Salman", "person")),
            a_brief("b", ("Mohammed bin Salman", "person"), ("Ming Francis", "person")),
            a_brief("c", ("King Salman", "person"), ("Pope Francis", "person")),
        ]
    )
    assert topics["King Salman"].articles == ("a", "c")
    assert topics["Mohammed bin Salman"].articles == ("b",)
    assert topics["Ming Francis"].articles == ("b",)


def test_an_initial_alone_joins_no_namesake() -> None:
    """ "R. Brink" of one article may be any of them."""
    topics, _ = made([a_brief("a", ("R. Brink", "person")), a_brief("b", ("Ray Brink", "person"))])
    assert {label: t.articles for label, t in topics.items()} == {"R. Brink": ("a",), "Ray Brink": ("b",)}


def test_short_forms_that_begin_otherwise_and_later_given_names_are_one() -> None:
    """ "Bill" and "William", and the second of two given names."""
    topics, _ = made(
        [
            a_brief("a", ("William Brink", "person"), ("Mohammad Javad Qorra", "person")),
            a_brief("b", ("William Brink", "person"), ("Mohammad Javad Qorra", "person")),
            a_brief("c", ("Bill Brink", "person"), ("Javad Qorra", "person")),
        ]
    )
    assert topics["William Brink"].articles == ("a", "b", "c")
    assert topics["Mohammad Javad Qorra"].articles == ("a", "b", "c")


def test_a_surname_with_a_particle_is_a_surname_alone() -> None:
    """ "de Brink" and "O'Brink" are given to the only person of that name."""
    topics, _ = made(
        [
            a_brief("a", ("Ada de Brink", "person"), ("Omar O'Quill", "person")),
            a_brief("b", ("de Brink", "person"), ("O'Quill", "person")),
        ]
    )
    assert {label: t.articles for label, t in topics.items()} == {
        "Ada de Brink": ("a", "b"),
        "Omar O'Quill": ("a", "b"),
    }


def test_a_word_glued_before_a_person_keeps_nobody_apart() -> None:
    """ "Meet Clara Brink" is Clara Brink, and no reason why "Clara Rodham Brink" should be another."""
    topics, _ = made(
        [
            a_brief("a", ("Clara Brink", "person")),
            a_brief("b", ("Clara Brink", "person"), ("Meet Clara Brink", "person")),
            a_brief("c", ("Clara R. Brink", "person")),
        ]
    )
    assert [t.articles for t in topics.values()] == [("a", "b", "c")]


def test_a_body_is_that_of_the_state_which_nearly_all_name() -> None:
    """ "Supreme Court" is the American one beside eleven articles and one of another state; of two against one nobody's."""
    bare = [a_brief("z", ("Supreme Court", "organisation"))]
    ours = [a_brief(f"a{n}", ("U.S. Supreme Court", "organisation")) for n in range(11)]
    other = [
        a_brief("y", ("Indian Supreme Court", "organisation")),
        a_brief("x", ("Texas Supreme Court", "organisation")),
    ]
    topics, _ = made([*bare, *ours, *other])
    assert "z" in topics["U.S. Supreme Court"].articles
    assert topics["Texas Supreme Court"].articles == ("x",)
    topics, _ = made([*bare, *ours[:2], *other])
    assert topics["Supreme Court"].articles == ("z",)
