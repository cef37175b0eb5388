"""Shared wording and own wording."""

from __future__ import annotations

from site_gen.compare.passages import shared
from site_gen.compare.reading import read
from tests.make import an_article

WIRE = (
    "The last ferry left the burning pier with two hundred people aboard shortly before midnight on Sunday."
)


def test_a_passage_is_found_over_an_inserted_clause_and_other_marks() -> None:
    """Gaps are bridged, spelling of marks and hyphens does not matter."""
    a = read(an_article(WIRE, id="a", source="The Lantern", agency="Meridian"))
    b = read(
        an_article(
            "The last ferry left the burning pier, witnesses said, with two-hundred people aboard shortly before midnight on Sunday.",
            id="b",
            source="Port Courier",
        )
    )
    (passage,), (overlap,), own = shared([a, b], min_words=8)
    assert passage.agency == "Meridian" and passage.words >= 14
    assert overlap.share_of_a > 0.8 and own[0].share < 0.2


def test_words_are_not_credited_to_an_agency_whose_own_report_lacks_them() -> None:
    """Both outlets name the agency, but its copy is there to be read and says something else."""
    rows = [an_article(WIRE, id=i, source=i, credited_agencies=["Meridian"]) for i in "ab"]
    (passage,) = shared([read(r) for r in rows], min_words=8)[0]
    assert passage.agency == "Meridian"
    own = an_article("A ferry left the pier.", id="c", source="The Meridian")
    (passage,) = shared([read(r) for r in (*rows, own)], min_words=8)[0]
    assert passage.agency is None
    has_it = an_article(WIRE, id="c", source="Meridian", credited_agencies=["Meridian"])
    (passage,) = shared([read(r) for r in (*rows, has_it)], min_words=8)[0]
    assert passage.agency == "Meridian"


def test_an_agencys_own_report_does_not_show_where_anothers_words_are_from() -> None:
    """A speech that both quote is not the agency's copy; what another outlet signs with the agency's name is."""
    other = an_article(WIRE, id="b", source="The Gazette")
    for source in ("Meridian", "meridian.example"):
        own = an_article(WIRE, id="a", source=source, agency="Meridian")
        (passage,) = shared([read(own), read(other)], min_words=8)[0]
        assert passage.agency is None
    signed = an_article(WIRE, id="b", source="The Gazette", agency="Meridian")
    (passage,) = shared([read(own), read(signed)], min_words=8)[0]
    assert passage.agency == "Meridian"


def test_a_passage_over_two_paragraphs_is_one_for_each() -> None:
    """Every mention lies in one paragraph."""
    second = "Firemen pumped water from the harbour until the roof of the old customs house fell in."
    a, b = (read(an_article([WIRE, second], id=i)) for i in "ab")
    passages, _, _ = shared([a, b], min_words=8)
    assert [{m.paragraph for m in p.mentions} for p in passages] == [{"p1"}, {"p2"}]


def test_three_outlets_with_one_passage_are_one_entry() -> None:
    """Mentions of the same place are merged."""
    readings = [read(an_article(WIRE, id=i)) for i in "abc"]
    (passage,), overlaps, _ = shared(readings, min_words=8)
    assert [m.article for m in passage.mentions] == ["a", "b", "c"] and len(overlaps) == 3


def test_unlike_articles_share_nothing() -> None:
    """A few common words are no passage."""
    a = read(an_article("The council met on Monday to discuss the budget of the town.", id="a"))
    b = read(an_article("On Monday the council of the town met about the school.", id="b"))
    assert shared([a, b], min_words=8)[0] == ()


def test_a_very_large_event_is_compared_in_bounded_time() -> None:
    """Two hundred copies of one text give one passage and no quadratic work."""
    readings = [read(an_article(WIRE, id=f"a{n:03}")) for n in range(200)]
    (passage,), overlaps, _ = shared(readings, min_words=8)
    assert len(passage.mentions) == 200 and len(overlaps) < 4000


def test_titles_and_names_are_no_shared_wording() -> None:
    """Anyone would write them so; as many words that tell something are."""
    title = "the former Minister of Harbours and Lights of Norham, Jane Mary Doe"
    for text, count in ((title, 0), ("the former keeper of lamps and lights told the court nothing", 1)):
        readings = [read(an_article(f"{lead} {text}", id=i)) for i, lead in (("a", "So"), ("b", "Then"))]
        assert len(shared(readings, min_words=8)[0]) == count


SAID = "“We counted every lamp along the quay and not a single one of them was burning that night.”"


def test_words_that_both_only_quote_are_a_passage_of_no_agency() -> None:
    """A speech is nobody's copy, whatever agency the reports name."""
    rows = (
        an_article(f"{SAID} Jane Doe said.", id="a", source="The Lantern", agency="Meridian"),
        an_article(f"The keeper told the court: {SAID}", id="b", source="Port Courier"),
    )
    (passage,) = shared([read(r) for r in rows], min_words=8)[0]
    assert passage.is_quoted and passage.agency is None


def test_a_copied_report_is_no_mere_quotation_though_it_quotes() -> None:
    """The paragraph that is all speech goes with the copy around it."""
    rows = (an_article([WIRE, SAID], id=i, source=i, agency="Meridian") for i in "ab")
    passages = shared([read(r) for r in rows], min_words=8)[0]
    assert [(p.is_quoted, p.agency) for p in passages] == [(False, "Meridian")] * 2


def test_words_that_only_one_puts_in_marks_are_quoted_too() -> None:
    """A post that one report shows as it stands and the other quotes."""
    rows = (an_article(text, id=i, source=i) for i, text in (("a", SAID), ("b", SAID.strip("“”"))))
    (passage,) = shared([read(r) for r in rows], min_words=8)[0]
    assert passage.is_quoted


def test_a_post_that_both_show_is_only_quoted() -> None:
    """Its author and day stand behind it, whether it is in marks or not; a sentence that names an account is no post."""
    post = f"{SAID.strip('“”')} — Jane Doe (@jane_doe) May 3, 2019"
    rows = (
        an_article(text, id=i, source=i) for i, text in (("a", post), ("b", f"Look at this: {post} Report"))
    )
    (passage,) = shared([read(r) for r in rows], min_words=8)[0]
    assert passage.is_quoted
    told = "The keeper of the lamps – Jane Doe (@jane_doe) – counted every lamp along the quay that night"
    rows = (an_article(told, id=i, source=i) for i in "ab")
    (passage,) = shared([read(r) for r in rows], min_words=8)[0]
    assert not passage.is_quoted


def test_what_an_outlet_repeats_of_itself_is_its_own_wording() -> None:
    """Two reports of one outlet share a passage, and both are their outlet's words."""
    one, two, other = (
        an_article(WIRE, id=i, source=s)
        for i, s in (("a", "The Lantern"), ("b", "Lantern"), ("c", "Port Courier"))
    )
    (passage,), (overlap,), own = shared([read(one), read(two)], min_words=8)
    assert len(passage.mentions) == 2 and overlap.share_of_a == 1
    assert [o.share for o in own] == [1, 1]
    own = shared([read(one), read(two), read(other)], min_words=8)[2]
    assert [o.share for o in own] == [0, 0, 0]


def test_a_passage_has_both_marks_of_a_quotation_or_none() -> None:
    """The mark before its first word where the quotation ends inside, the mark behind its last where it begins inside."""
    said = "“{}” Ada Brandt told the board of the harbour on Sunday in Norvale."
    rows = [an_article(said.format(WIRE), id=i) for i in "ab"]
    (passage,) = shared([read(r) for r in rows], min_words=8)[0]
    assert passage.mentions[0].text == said.format(WIRE)[:-1]
    told = "Ada Brandt told the board of the harbour on Sunday: “{}”"
    (passage,) = shared([read(an_article(told.format(WIRE), id=i)) for i in "ab"], min_words=8)[0]
    assert passage.mentions[0].text == told.format(WIRE)
    (passage,) = shared([read(an_article(f"“{WIRE}”", id=i)) for i in "ab"], min_words=8)[0]
    assert passage.mentions[0].text == WIRE[:-1]
