"""Outlets known by name, and which a text's own lines name as theirs; the names are invented and stand as in sources.toml."""

from __future__ import annotations

import time

import pytest

from site_gen.describe.agencies import find_dateline
from site_gen.describe.authority import _list, _rows, listed_as
from site_gen.describe.dates import dates_in
from site_gen.describe.houses import is_section
from site_gen.describe.outlet import known_name
from site_gen.model import Outlet

from .captures import a_text, described, given

STORY = ("body", "A ferry sank off the northern pier, and all hands were brought ashore by the pilots' boat.")
MORE = ("body", "The harbour office told Meridian 9 that the wreck will be raised before winter.")
TITLE = ("title", "Ferry sinks off the northern pier")
KNOWN = (
    Outlet(
        "meridian-9",
        "Meridian 9",
        aliases=("Meridian 9 News", "M9 Broadcasting"),
        domains=("meridian9.example",),
    ),
    Outlet("tidewatch", "Tidewatch"),
)

NAMED = {
    "a menu's line and a page's foot": ((("nav", "Meridian 9"), TITLE, STORY, ("nav", "More from Meridian 9")), "Meridian 9"),
    "a notice of rights, in small letters": ((TITLE, STORY, ("publisher_notice", "© 2021 meridian 9")), "Meridian 9"),
    "a notice of rights with another form": ((TITLE, STORY, ("nav", "© 2021 M9 Broadcasting. All rights reserved.")), "Meridian 9"),
    "an address": ((("nav", "www.meridian9.example"), TITLE, STORY), "Meridian 9"),
    "an address of a page below its host": ((TITLE, ("nav", "https://go.meridian9.example/x1"), STORY), "Meridian 9"),
    "the first line, before a bar": ((("nav", "Tidewatch – news of the coast"), TITLE, STORY), "Tidewatch"),
    "mentions alone": ((TITLE, STORY, ("nav", "More from Tidewatch"), ("nav", "About Tidewatch")), None),
    "the article's own sentences": ((TITLE, STORY, MORE), None),
    "the name inside another word": ((("nav", "Tidewatchers"), TITLE, STORY, ("nav", "© 2021 Tidewatchers")), None),
    "a picture's credit": ((TITLE, ("image_credit", "Photo: Tidewatch"), ("image_caption", "© Tidewatch"), STORY), None),
    "two outlets alike": ((TITLE, STORY, ("nav", "© Tidewatch 2021"), ("nav", "© Meridian 9 2021")), None),
}  # fmt: skip


@pytest.mark.parametrize("case", NAMED)
def test_an_outlet_that_is_known_is_named_by_what_speaks_for_it_around_the_article(case: str) -> None:
    """Enough of it, and more than for any other; under the main name, with the place where it stands."""
    lines, name = NAMED[case]
    article, _ = described(a_text(*lines), outlets=KNOWN)
    if name is None:
        assert article.source is None or article.source.evidence.rule != "known outlet"
        return
    assert article.source is not None
    assert (article.source.value, article.source.evidence.rule) == (name, "known outlet")
    assert article.source.evidence.spans


def test_the_list_of_authority_has_one_main_name_for_each_form() -> None:
    """A form that stood in rows of two names would be given to the first by chance."""
    names: dict[str, str] = {}
    for row in _rows():
        assert row[0] and len(set(row[1:])) == len(row) - 1, row
        for form in row:
            assert names.setdefault(form, row[0]) == row[0], form


def test_an_address_in_a_sentence_only_mentions_an_outlet() -> None:
    """A copy of another outlet's report tells where that reports more."""
    lines = (("nav", "Tidewatch"), TITLE, STORY, ("nav", "More from Tidewatch"))
    more = ("nav", "Follow the coverage of the storm at https://meridian9.example/storm")
    article, _ = described(a_text(*lines, more), outlets=KNOWN)
    assert article.source is not None and article.source.value == "Tidewatch"


def test_a_person_who_holds_the_rights_is_the_author_and_no_outlet() -> None:
    """Of a newsletter the writer's name stands below the title and behind the sign of copyright."""
    letter = (TITLE, ("byline", "Martha Quill"), STORY, ("publisher_notice", "© 2021 Martha Quill"))
    article, _ = described(a_text(*letter))
    assert [a.value for a in article.authors] == ["Martha Quill"]
    assert article.source is None or article.source.value != "Martha Quill"


def test_a_button_behind_a_name_is_no_part_of_it() -> None:
    """A scraper put the two together."""
    article, _ = described(a_text(TITLE, ("byline", "Par : Claire Dumas Suivre"), STORY))
    assert [a.value for a in article.authors] == ["Claire Dumas"]


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("11:08, 14 August 2018", "2018-08-14T11:08"),
        ("20:15 15.04.2019", "2019-04-15T20:15"),
        ("August 4, 2020 / 8:11 PM EDT", "2020-08-04T20:11-04:00"),
        ("14 August 2018 11:08 – 15 August 2018", "2018-08-14T11:08"),
    ],
)
def test_the_hour_may_stand_before_its_day(line: str, hour: str) -> None:
    """And is never taken from the day before."""
    found = list(dates_in(line))
    assert found[0][0] == hour
    assert all("T" not in value for value, _, _ in found[1:])


def test_datelines_of_russian_agencies_and_before_a_colon() -> None:
    """A place is one only where it is known, an agency only where it is one."""
    russian = find_dateline("ПАРИЖ, 15 апр — РИА Новости. Паром затонул у причала.")
    assert russian is not None and (russian.place, russian.agency) == ("ПАРИЖ", "РИА Новости")
    colon = find_dateline("LISBON: The ferry sank at the pier.")
    assert colon is not None and (colon.place, colon.agency) == ("Lisbon".upper(), None)
    assert find_dateline("UPDATE: The ferry sank at the pier.") is None


def test_a_line_of_hyphens_is_looked_at_for_a_dateline_in_moments() -> None:
    """Twenty take a thousandth of the limit; a hyphen that were part of a word and between words took minutes."""
    start = time.process_time()
    for number in range(20):
        assert find_dateline(f"{'A-' * 50}{number} (") is None
    assert time.process_time() - start < 5
    assert find_dateline("PORT-ELY-ON-THE-SEA-OF-SAND, Norland (HBN) - The ferry sank.") is not None


def test_a_dateline_names_a_place_of_six_words_at_most() -> None:
    """More are a sentence's."""
    found = find_dateline("PORT ELY ON THE SEA, Norland (HBN) - The ferry sank.")
    assert found is not None and found.place == "PORT ELY ON THE SEA, Norland"
    assert find_dateline("PORT ELY ON THE SEA, New South Norland (HBN) - The ferry sank.") is None


@pytest.mark.parametrize("place", range(0, len(_rows()), 40))
def test_an_outlet_given_by_its_address_stands_under_its_name(place: int) -> None:
    """Any host below the address of the list; the value says on what the name rests."""
    row = _rows()[place]
    for address in [form for form in row[1:] if "." in form and " " not in form and form.islower()]:
        article, _ = described(a_text(TITLE, STORY, given=(given("source", f"www.{address}"),)))
        assert article.source is not None
        assert article.source.value == row[0]
        if row[0].lower() != f"www.{address}":
            assert article.source.evidence.note == f"It is named by its address: www.{address}."


def test_an_agency_given_by_its_address_stands_under_its_name() -> None:
    """The list of agencies has addresses, too."""
    assert known_name("uk.reuters.com", ()) == "Reuters"


def test_an_outlet_is_written_as_the_list_writes_it_unless_two_are_told_apart_by_an_article() -> None:
    """An article or small letters make no second outlet."""
    assert known_name("the guardian", ()) == "The Guardian"
    assert known_name("the daily star", ()) == "the daily star"
    assert known_name("the meridian 9", KNOWN) == "Meridian 9"


@pytest.mark.parametrize("row", [row for row in _rows() if " " not in row[0]][::25])
def test_an_outlet_given_by_another_of_its_names_stands_under_its_main_one(row: tuple[str, ...]) -> None:
    """One outlet has one page, however its captures call it."""
    for form in row[1:]:
        assert known_name(form, ()) in (row[0], form)
        assert known_name(form, ()) == row[0] or form in _list("shared_forms")


def test_one_house_under_its_letters_its_name_and_its_site_is_one_outlet() -> None:
    """Of those on the lists; an archive's own sources.toml says it of others."""
    for names in (
        ("AP", "Associated Press", "The Associated Press", "AP News", "apnews.com"),
        ("Daily Mail", "MailOnline", "dailymail.co.uk"),
    ):
        assert {known_name(name, ()) for name in names} == {names[0]}


def test_a_part_of_an_outlet_is_the_outlet_where_it_is_known() -> None:
    """A section behind a dash or in brackets; of a name that no list has, it stays."""
    assert known_name("The Guardian - Opinion", ()) == "The Guardian"
    assert known_name("The Guardian (Online)", ()) == "The Guardian"
    assert known_name("Meridian 9 - News", KNOWN) == "Meridian 9"
    assert known_name("Port Ansel Herald - Opinion", ()) == "Port Ansel Herald - Opinion"
    assert known_name("The Guardian - Harbour Office", ()) == "The Guardian - Harbour Office"


@pytest.mark.parametrize("sign", ["©", "© ", "(c) © "])
def test_a_line_of_signs_of_rights_is_read_in_moments(sign: str) -> None:
    """What took twice as long with each sign would not end here; two signs before a name are one notice."""
    start = time.process_time()
    described(a_text(TITLE, STORY, MORE, ("nav", sign * 40 + "1|")))
    assert time.process_time() - start < 10
    notice = f"Copyright {sign.strip()} 2021 The Ostrey Lantern. All rights reserved."
    article, _ = described(a_text(TITLE, STORY, ("nav", notice)))
    assert article.source is not None and article.source.value == "The Ostrey Lantern"


SECTIONS = (
    "Technology News",
    "News & Events",
    "Share This Post",
    "Services",
    "Privacy Policy",
    "The Latest Stories",
    "Nachrichten & Themen",
    "Other News",
)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_a_button_or_a_slogan_is_no_outlet(section: str) -> None:
    """It stands above the title, in a menu and in the small print as an outlet's name does; the outlet is left unknown."""
    foot = ("publisher_notice", f"© 2021 {section}. All rights reserved.")
    article, _ = described(a_text(("nav", section), ("nav", "Home"), TITLE, ("byline", section), STORY, foot))
    assert article.source is None or article.source.value not in (section, "All rights reserved")


@pytest.mark.parametrize(
    "name", ["Port Ansel News", "The Coast Today", "Meridian Business Review", "Sky News", "The Local"]
)
def test_a_name_with_one_word_of_its_own_is_no_section(name: str) -> None:
    """Of words for sections alone no name of a house is made that no list has."""
    assert not is_section(name) or listed_as(name) == name


def test_the_words_that_reserve_rights_are_no_part_of_a_name() -> None:
    foot = ("publisher_notice", "Copyright © 2021 Port Ansel Tidings All Rights Reserved")
    article, _ = described(a_text(TITLE, STORY, foot))
    assert article.source is not None and article.source.value == "Port Ansel Tidings"


def test_an_owner_s_or_a_shared_name_is_no_outlet_s_alone() -> None:
    """ "The Standard" may be another's, and a publishing house has many."""
    for name in ("The Standard", "Vox Media", "ABC", "Insider"):
        assert known_name(name, ()) == name


@pytest.mark.parametrize(
    "text",
    [
        "FILE - In this March 5, 2019, file photo the ferry leaves.",
        "FILE- In this March 5, 2019, file photo the ferry leaves.",
        "UPDATE - The ferry has left.",
        "NATO — a study of its first years.",
        "WARREN: Well, the ferry has left.",
    ],
)
def test_a_label_before_a_dash_is_no_dateline(text: str) -> None:
    """Nor are a body's letters, or a speaker whose name is a small town's."""
    assert find_dateline(text) is None


def test_the_places_of_two_reporters_are_one_dateline() -> None:
    """Each with its state or country."""
    found = find_dateline("HALLOW BAY, Norl./PORT ANSEL, Norland (Halyard) - The ferry has left.")
    assert found is not None
    assert (found.place, found.agency) == ("HALLOW BAY, Norl./PORT ANSEL, Norland", "Halyard")


def test_a_known_station_alone_in_brackets_opens_a_report() -> None:
    """Other words in brackets do not, nor does one inside a sentence."""
    found = find_dateline("(CNN) The ferry has left.")
    assert found is not None
    assert (found.place, found.agency, found.end) == (None, "CNN", 6)
    for text in ("(Corrected) The ferry has left.", "(CNN) said so.", "(HBN) The ferry has left."):
        assert find_dateline(text) is None
