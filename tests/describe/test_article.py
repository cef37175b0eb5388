"""A text scrape described: outlet, agency, contributors, place, each with its ground."""

from __future__ import annotations

import pytest

from site_gen import describe
from site_gen.model import Basis, Decision, Outlet

from .captures import a_text, described, given

HARBOUR = (
    ("section_label", "World News"),
    ("title", "Harbour council bans night fishing"),
    ("body", "PORT ELLEN (Halyard) - The harbour council said on Thursday it had banned night fishing."),
    ("body", "The ban ends a nearly six-year dispute, the Associated Press reported, quoting the Northern News Agency."),
    ("image_credit", "© Getty"),
    ("credit_line", "Reporting by Ann Bee in Oban, Cal Dee in Glasgow and Eve Eff in Port Ellen, writing by Gil Hay"),
)  # fmt: skip


def test_the_agency_of_the_dateline_is_stated_with_its_place_in_the_capture() -> None:
    """Agency and place of ``CITY (Agency) -`` carry the span they were read from."""
    capture, body = a_text(*HARBOUR)
    article, _ = described((capture, body))
    assert article.agency is not None
    assert article.agency.value == "Halyard"
    assert article.agency.basis is Basis.STATED
    start, end = article.agency.evidence.spans[0]
    assert capture.text[start:end] == "Halyard"
    assert article.place is not None
    assert article.place.value == "Port Ellen"


def test_the_agency_stands_for_an_outlet_that_is_not_stated_and_says_so() -> None:
    """Inferred, with a note; never a quoted agency or a photographer's."""
    article, _ = described(a_text(*HARBOUR))
    assert article.source is not None
    assert (article.source.value, article.source.basis) == ("Halyard", Basis.INFERRED)


def test_quoted_agencies_and_photo_credits_name_no_outlet() -> None:
    """Without a dateline nothing is left, and a finding asks for the outlet."""
    article, findings = described(a_text(("title", "Harbour ban"), *HARBOUR[3:5]))
    assert article.source is None
    assert article.agency is None
    assert "DSC-001" in {f.code for f in findings}


def test_contributors_have_role_and_place() -> None:
    """The credit line is read clause by clause."""
    article, _ = described(a_text(*HARBOUR))
    assert [(c.name, c.role, c.place) for c in article.contributors] == [
        ("Ann Bee", "reporting", "Oban"),
        ("Cal Dee", "reporting", "Glasgow"),
        ("Eve Eff", "reporting", "Port Ellen"),
        ("Gil Hay", "writing", None),
    ]


def test_agencies_thanked_are_credited_and_are_not_the_outlet() -> None:
    """ "With reporting by" credits; a publisher notice names."""
    lines = (
        ("title", "Harbour ban"),
        ("body", "The harbour council banned night fishing."),
        ("credit_line", "With reporting by AP, AFP, and Reuters"),
        ("publisher_notice", "Quay Wire journalists report the news in 9 languages."),
        ("publisher_notice", "Quay Wire has been declared undesirable by the harbour council."),
    )
    article, _ = described(a_text(*lines))
    assert [a.value for a in article.credited_agencies] == ["AP", "AFP", "Reuters"]
    assert article.source is not None
    assert (article.source.value, article.source.basis) == ("Quay Wire", Basis.STATED)
    assert article.agency is None


def test_an_unnamed_source_line_is_a_credit() -> None:
    """ "Source: News Agencies" says nothing of the outlet."""
    article, _ = described(
        a_text(*HARBOUR[1:2], ("body", "A ban."), ("credit_line", "Source: News Agencies"))
    )
    assert [a.value for a in article.credited_agencies] == ["News Agencies"]
    assert article.source is None


def test_what_a_person_supplied_wins_under_the_outlets_main_name() -> None:
    """metadata.csv goes before the text; an alias of sources.toml becomes the main name."""
    outlet = Outlet("quay-wire", "Quay Wire", aliases=("QW",))
    article, _ = described(a_text(*HARBOUR, given=(given("source", "QW"),)), outlets=(outlet,))
    assert article.source is not None
    assert (article.source.value, article.source.basis) == ("Quay Wire", Basis.SUPPLIED)
    assert article.source.evidence.file == "metadata.csv:2"


def test_an_outlet_given_by_its_address_is_one_outlet() -> None:
    """With ``www.`` or without; under its name where sources.toml knows the domain."""
    outlet = Outlet("quay-wire", "Quay Wire", domains=("quaywire.example",))
    for address, name in (("www.gull.example", "gull.example"), ("https://Gull.example/", "Gull.example")):
        article, _ = described(a_text(*HARBOUR, given=(given("source", address),)), outlets=(outlet,))
        assert article.source is not None
        assert article.source.value == name
    article, _ = described(
        a_text(*HARBOUR, given=(given("source", "www.quaywire.example"),)), outlets=(outlet,)
    )
    assert article.source is not None
    assert article.source.value == "Quay Wire"


@pytest.mark.parametrize("line", ["By Staff Reporter", "BY STAFF", "By Our Correspondent"])
@pytest.mark.parametrize("role", ["byline", "nav"])
def test_a_byline_without_a_name_is_no_outlet(line: str, role: str) -> None:
    """Nor an author."""
    text = ("body", "The harbour council said on Thursday it had banned night fishing.")
    article, _ = described(a_text(("title", "Harbour council bans night fishing"), (role, line), text))
    assert article.source is None
    assert not article.authors


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("News > World > Americas", "World"),
        ("Home | News | Sport | Business | Weather", None),
        ("\u200b > Americas", "Americas"),
        ("\u200b | *", None),
    ],
)
def test_a_trail_above_the_title_names_the_section_and_a_menu_does_not(
    line: str, section: str | None
) -> None:
    """Many names beside each other are a menu."""
    article, _ = described(a_text(("nav", line), *HARBOUR[1:]))
    assert (article.section.value if article.section else None) == section


def test_midnight_without_a_zone_is_no_time_of_day() -> None:
    """Programs write a day so; a time that somebody gave stays."""
    for value, read in (
        ("2019-05-03T00:00:00", "2019-05-03"),
        ("2019-05-03T00:30:00", "2019-05-03T00:30:00"),
    ):
        article, _ = described(a_text(*HARBOUR, given=(given("published", value),)))
        assert article.published is not None
        assert article.published.value == read


def test_a_decision_gives_the_date_unless_the_table_does() -> None:
    """Order: metadata.csv, decision, what came with the record."""
    decision = Decision("date", "captures/x.txt", "", "1912-04-16", "Ada", "seen in print", "decisions.csv:2")
    article, _ = described(a_text(*HARBOUR), decisions=(decision,))
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("1912-04-16", Basis.SUPPLIED)
    supplied = a_text(*HARBOUR, given=(given("published", "1912-04-15"),))
    article, _ = described(supplied, decisions=(decision,))
    assert article.published is not None
    assert article.published.value == "1912-04-15"


def test_a_date_that_cannot_be_read_is_a_finding_and_no_date() -> None:
    """Unknown stays unknown."""
    article, findings = described(a_text(*HARBOUR, given=(given("published", "soon"),)))
    assert article.published is None
    assert "DSC-004" in {f.code for f in findings}


def test_a_weekday_alone_gives_no_publication_date() -> None:
    """ "Thursday" is a clue for linking."""
    article, _ = described(a_text(*HARBOUR))
    assert article.published is None
    assert {c.kind for c in article.clues} == {"weekday", "age_years"}


def test_a_capture_without_title_takes_its_first_words_and_says_so() -> None:
    """Never an empty title, never a silent one."""
    article, findings = described(a_text(("body", "The harbour council met. Nobody came.")))
    assert article.title.value == "The harbour council met"
    assert article.title.basis is Basis.INFERRED
    assert "DSC-002" in {f.code for f in findings}
    assert describe.brief(article).summary == "Nobody came."


def test_a_title_from_the_text_is_cut_at_a_clause_or_a_word() -> None:
    """Without dateline, no small word at its end, and marked where it goes on."""
    titles = {
        "PORT ANSEL (Reuters) - A ferry sank off the northern pier on Thursday evening, and all hands were saved by pilots.": (
            "A ferry sank off the northern pier on Thursday evening …"
        ),
        "The harbour office said again that the divers had searched most of the wreck without any success.": (
            "The harbour office said again that the divers had searched most of the wreck …"
        ),
    }
    for text, title in titles.items():
        assert described(a_text(("body", text)))[0].title.value == title


def test_the_outlets_name_behind_a_records_title_goes_where_the_text_shows_it_without() -> None:
    """What a person supplied stays as it is."""
    name = "Ferry sinks off the pier | The Harbour Herald"
    lines = (("title", "Ferry sinks off the pier"), *HARBOUR[1:])
    stated = described(a_text(*lines, given=(given("title", name, Basis.STATED),)))[0]
    supplied = described(a_text(*lines, given=(given("title", name),)))[0]
    assert (stated.title.value, supplied.title.value) == ("Ferry sinks off the pier", name)


def test_a_title_line_that_holds_the_whole_head_is_taken_apart() -> None:
    """Outlet, title, day and byline between bars."""
    head = "The Harbour Herald | Ferry sinks off the pier | 5 March 2021 | By Anna Bell"
    article, _ = described(a_text(("title", head), *HARBOUR[1:]))
    assert article.title.value == "Ferry sinks off the pier"
    assert [a.value for a in article.authors] == ["Anna Bell"]
    assert article.published and article.published.value == "2021-03-05"
    assert article.source and article.source.value == "The Harbour Herald"


def test_a_section_label_is_a_section_and_no_topic() -> None:
    """Nothing is invented from a kicker."""
    article, _ = described(a_text(*HARBOUR))
    assert article.section is not None
    assert article.section.value == "World News"
    assert article.given_topics == ()


def test_a_dateline_of_a_day_and_an_agency_names_the_agency() -> None:
    """Agencies leave the place away at times: ``May 26 (Name) -``."""
    article, _ = described(a_text(("title", "Cup won"), ("body", "May 26 (Halyard) - The cup was won late.")))
    assert article.agency is not None
    assert (article.agency.value, article.place) == ("Halyard", None)


def test_an_outlet_that_signs_its_own_dateline_is_no_agency() -> None:
    """A station's short name in the brackets is the station, not a wire it took copy from."""
    lines = a_text(*HARBOUR, given=(given("source", "Halyard News 8"),))
    assert described(lines)[0].agency is None


def test_a_notice_of_copyright_names_its_holder_without_the_word() -> None:
    """ "Copyright 1931 The Name. All rights reserved" never makes an outlet called Copyright."""
    notice = "Copyright 2018 The Associated Press. All rights reserved."
    article, _ = described(a_text(*HARBOUR[:3], ("publisher_notice", notice)))
    assert article.source is not None
    assert (article.source.value, article.source.basis) == ("Halyard", Basis.INFERRED)


def test_an_agencys_notice_names_it_whatever_else_that_forbids() -> None:
    """The usual notice below wire copy is longer than its rights; another holder's is no agency's."""
    told = (
        "body",
        "The old ferry sank off the pier on Monday, and nobody was hurt, the master of the harbour said.",
    )
    for holder, agency in (("The Associated Press", "AP"), ("Halyard News", None)):
        notice = f"Copyright 2018 {holder}. All rights reserved. Nobody may print, sing or sell this."
        article, _ = described(a_text(("title", "A ferry sinks"), told, ("publisher_notice", notice)))
        assert (article.agency.value if article.agency else None) == agency


def test_a_text_that_says_only_when_it_was_changed_is_dated_by_that_and_says_so() -> None:
    """The rule names the change; where the day of publication stands too, that one goes before."""
    changed = ("date_line", "Updated 6:14 PM EST, November 19, 2018")
    article, _ = described(a_text(HARBOUR[1], changed, *HARBOUR[2:4]))
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2018-11-19T18:14-05:00", Basis.STATED)
    assert article.published.evidence.rule == "change shown"
    both = a_text(HARBOUR[1], ("date_line", "Published November 18, 2018"), changed, HARBOUR[2])
    article, _ = described(both)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2018-11-18", Basis.STATED)


def test_control_characters_stay_in_no_title() -> None:
    """A C1 control is the Windows-1252 letter that it was mistaken for, or nothing."""
    article, _ = described(a_text(("title", "The pilot\x92s \x81tale"), HARBOUR[2]))
    assert article.title.value == "The pilot’s tale"
