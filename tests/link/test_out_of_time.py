"""An article whose date contradicts the day that the undated reports of its group tell does not join them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_gen import describe, link
from site_gen.model import Article, DateClue, Decision
from tests.link.archive import FERRY_A, ferry, groups, linked, report
from tests.link.test_memory import relinked

OTHER = FERRY_A.replace("214", "198").replace("17 people", "31 people").replace("Lifeboats", "Tugs")


def clue(kind: str, *, block: str = "p1", **parts: object) -> DateClue:
    """A mention of time in the opening paragraph."""
    return DateClue(kind, "then", (0, 4), block, **parts)  # type: ignore[arg-type]


MARCH_8 = clue("month_day", month=3, day=8)
TUESDAY = clue("weekday", weekday=1)
YEAR = clue("year", block="p2", year=2022)


def archive(published: str, *clues: DateClue) -> list[Article]:
    """Three undated reports of Tuesday 8 March 2022, and one much like them, published then, that says this of time."""
    told = [(MARCH_8, YEAR), (TUESDAY, YEAR), (TUESDAY,)]
    undated = [replace(a, clues=mine) for a, mine in zip(ferry(), told, strict=True)]
    other = report("o1", OTHER, title="Ferry Halcyon aground on Skerrow reef", source="The Courier", published=published, clues=clues)  # fmt: skip
    return [*undated, other]


FERRY = frozenset({"f1", "f2", "f3"})


def test_a_report_of_another_year_is_kept_apart_and_the_event_says_why() -> None:
    """The words alone would join it."""
    (event,) = linked(archive("2020-11-03"))[0].events
    assert set(event.articles) == FERRY
    (left,) = event.left_out
    assert left.article == "o1" and left.score >= 0.5
    assert left.why == "It is dated 3 November 2020; the reports of the event tell of 8 March 2022."


@pytest.mark.parametrize(
    "published, clues",
    [
        ("2022-03-09", ()),
        ("2022-04-20", ()),
        ("2023-03-01", (MARCH_8,)),
    ],
    ids=["of-the-day", "weeks-after", "names-the-day"],
)
def test_what_does_not_contradict_the_day_stays(published: str, clues: tuple[DateClue, ...]) -> None:
    """Follow-ups come within weeks; what names the day looks back at it, or has a wrong date."""
    assert groups(archive(published, *clues)) == {FERRY | {"o1"}}


def test_one_report_alone_does_not_contradict_a_date() -> None:
    """A day that one of them tells and no other bears out may be of the background."""
    told = archive("2020-11-03")
    quiet = [told[0], *(replace(a, clues=()) for a in told[1:3]), told[3]]
    assert groups(quiet) == {FERRY | {"o1"}}


def test_a_person_decides_against_the_days() -> None:
    """Who puts it there knows better."""
    told = archive("2020-11-03")
    same = Decision("same event", told[0].capture.key, told[3].capture.key, "", "M. Archivist", "Seen.", "decisions.csv:2")  # fmt: skip
    assert groups(told, (same,)) == {FERRY | {"o1"}}


def test_the_order_of_the_articles_changes_nothing() -> None:
    """Same articles, same links."""
    told = archive("2020-11-03")
    assert linked(told) == linked(told[::-1])


def test_what_is_remembered_gives_what_linking_from_nothing_gives() -> None:
    """The event is remembered without the article that comes later, and with one whose date changes."""
    told = archive("2020-11-03")
    before = {a.id: (describe.brief(a), link.fingerprint(a)) for a in told[:3]}
    both = {a.id: (describe.brief(a), link.fingerprint(a)) for a in told}
    dated = {a.id: (describe.brief(a), link.fingerprint(a)) for a in archive("2022-03-09")}
    memory = relinked(before, None).memory
    for now in (both, dated, both, before):
        found = relinked(now, memory)
        assert found.links == relinked(now, None).links
        memory = found.memory
    assert [left.article for event in relinked(both, memory).links.events for left in event.left_out] == [
        "o1"
    ]
