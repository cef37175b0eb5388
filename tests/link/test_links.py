"""Which articles become one event, which are versions, and what a person's decisions do."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from site_gen import describe, link
from site_gen.link.because import days_apart
from site_gen.link.corpus import read
from site_gen.link.decide import Verdicts
from site_gen.link.event import Group, event
from site_gen.model import Article, Decision
from tests.link.archive import (
    CLAIMS,
    COUNCIL,
    FERRY_A,
    FERRY_B,
    FERRY_C,
    MATCH,
    council,
    ferry,
    groups,
    linked,
    report,
)
from tests.make import stated


def decided(kind: str, a: str, b: str) -> Decision:
    """A row of decisions.csv."""
    return Decision(kind, a, b, "", "M. Archivist", "Checked by hand.", "decisions.csv:2")


def test_three_outlets_reporting_one_thing_are_one_event_and_an_unrelated_article_does_not_join() -> None:
    """Undated, so by names, figures and words alone."""
    assert groups([*ferry(), council()]) == {frozenset({"f1", "f2", "f3"})}


def test_articles_without_an_outlet_link_too() -> None:
    """An unknown outlet counts as one of its own."""
    found = groups(
        [report("u1", FERRY_A, title="Ferry aground"), report("u2", FERRY_B, title="Ferry strikes reef")]
    )
    assert found == {frozenset({"u1", "u2"})}


def test_two_articles_of_one_outlet_are_no_event() -> None:
    """An event needs two outlets."""
    pair = [report("f1", FERRY_A, title="Ferry aground", source="The Lantern"), report("f2", FERRY_B, title="Ferry strikes reef", source="the lantern")]  # fmt: skip
    assert groups(pair) == set()


def test_a_page_changed_months_later_is_compared_by_the_day_in_its_address() -> None:
    """The stated date is then that of the change; a day in the address of a report of its own time changes nothing."""
    changed = {"title": "Stranded Halcyon draws crowds to Port Ellery", "source": "The Gazette", "published": "2019-09-21"}  # fmt: skip
    early = ferry(published="2019-03-05")[:2]
    put = "https://gazette.example/{}/stranded-halcyon"
    assert days(report("f3", FERRY_C, **changed, url=put.format("2019/03/05"))) == days(early[0])
    assert days(report("f3", FERRY_C, **changed, url=put.format("20190305"))) == days(early[0])
    for other in ("2019/09/20", "2019/09/25", "2019/13/40", "news"):
        assert days(report("f3", FERRY_C, **changed, url=put.format(other))) == days(
            report("f3", FERRY_C, **changed)
        )
    both = [early[0], report("f3", FERRY_C, **changed, url=put.format("2019/03/05"))]
    assert days_apart(read(map(describe.brief, both), map(link.fingerprint, both)), 0, 1) == 200


def days(article: Article) -> list[int]:
    """The day by which an article is compared."""
    found = read([describe.brief(article)], [link.fingerprint(article)])
    return [int(day) for day in found.first_day]


def test_a_return_match_of_the_same_teams_is_not_the_same_event() -> None:
    """A recurring event: names and words alike, months apart."""
    games = [
        report("m1", MATCH.format(score="2-1", crowd="8,412", scorer="Tam Birkett"), title="Rovers beat Skerrow Town 2-1", source="The Lantern", published="2019-03-02"),
        report("m2", MATCH.format(score="1-0", crowd="9,120", scorer="Jon Askew"), title="Late goal sinks Skerrow Town", source="The Ledger", published="2019-09-21"),
    ]  # fmt: skip
    assert groups(games) == set()


def weekly(id: str, source: str, opening: str, first: bool) -> Article:
    """A report of one week's figures, in the words of the week before."""
    figures = (
        {"moved": "fell", "change": 7, "count": 218, "week": 2, "expected": 221, "before": 225, "average": 224}
        if first
        else {"moved": "rose", "change": 12, "count": 230, "week": 9, "expected": 220, "before": 218, "average": 223}
    )  # fmt: skip
    return report(
        id,
        CLAIMS.format(opening=opening, **figures),
        title=f"{opening} for benefits {'fall' if first else 'rise'}",
        source=source,
        published="2019-02-07" if first else "2019-02-14",
    )


def test_a_weekly_figure_is_a_new_event_each_week() -> None:
    """Two outlets, two Thursdays, one set of words: the figures and the days tell them apart."""
    rows = [
        weekly("a1", "The Lantern", "New applications", True),
        weekly("a2", "The Ledger", "Claims", True),
        weekly("b1", "The Lantern", "New applications", False),
        weekly("b2", "The Ledger", "Claims", False),
    ]
    assert groups(rows) == {frozenset({"a1", "a2"}), frozenset({"b1", "b2"})}


GAMES = (
    ("Rovers beat Skerrow with a late header", "beat Skerrow Town with a header by Tam Birkett in the last minute, after Jon Askew had scored for the guests"),
    ("Rovers held by Ostrey in the rain", "drew with Ostrey Athletic in a thunderstorm that stopped play twice; Tam Birkett hit the post and the keeper Lew Harl held a penalty"),
    ("Birkett double sinks Velm", "won at Velm with two goals by Tam Birkett and a free kick by Olaf Reen, and climbed to third place of the league"),
)  # fmt: skip


def game(week: int, source: str) -> Article:
    """One outlet's report of one Saturday's match of a club."""
    title, told = GAMES[week]
    opening = (
        "Port Ellery Rovers {} on Saturday."
        if source == "The Lantern"
        else "On Saturday the Rovers of Port Ellery {}."
    )
    coach = 'Coach Nils Tofte said: "We never stopped running." Birkett was cheered from the field.'
    return report(
        f"{source[5]}{week}", f"{opening.format(told)}\n\n{coach}", title=f"{title}{'' if source == 'The Lantern' else ', says Tofte'}",
        source=source, published=f"2022-05-{7 * week + 7:02}",
    )  # fmt: skip


def test_each_weeks_match_of_a_club_is_an_event_of_its_own() -> None:
    """The club, its coach and its striker are the same each Saturday; the Saturday is another."""
    played = [game(week, source) for week in range(3) for source in ("The Lantern", "The Ledger")]
    assert groups(played) == {frozenset({f"a{week}", f"e{week}"}) for week in range(3)}


def test_a_report_that_carries_its_day_of_capture_still_joins() -> None:
    """Outlets' dates are wrong at times: the same figures and title words bear the link out."""
    late = replace(ferry(published="2019-03-06")[2], published=stated("2019-04-20"))
    found = groups([*ferry(published="2019-03-06")[:2], late])
    assert found == {frozenset({"f1", "f2", "f3"})}


def test_a_headline_too_short_to_tell_its_language_is_compared_all_the_same() -> None:
    """Its stop words tell enough; without them it would only meet others of an unknown language."""
    short = report("s1", "Lifeboats took all 214 passengers of the Halcyon to Port Ellery.", title="Ferry Halcyon aground on the Skerrow reef", language="und")  # fmt: skip
    assert groups([*ferry(), short]) == {frozenset({"f1", "f2", "f3", "s1"})}


def test_two_sentences_of_unknown_outlets_are_no_versions() -> None:
    """Alike because both took them from one agency; an unknown outlet counts as one of its own."""
    pair = [report(id, FERRY_A.split("\n")[0], title="Ferry aground") for id in ("u1", "u2")]
    assert linked(pair)[0].versions == ()


def test_the_result_does_not_hang_on_the_order_of_the_input() -> None:
    """Same archive, shuffled."""
    articles = [*ferry(), council()]
    first = linked(articles)
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        assert linked(articles) == first


def test_an_update_by_the_same_outlet_is_a_version_and_not_coverage() -> None:
    """The later capture stands for both; the event holds it only."""
    old, *others = ferry(published="2019-03-05")
    update = report("f9", FERRY_A + "\n\nDivers will inspect the hull.", title="Ferry on reef: all safe", source="The Lantern", published="2019-03-06")  # fmt: skip
    links, _ = linked([old, *others, update])
    assert [v.articles for v in links.versions] == [("f9", "f1")]
    assert "The Lantern" in links.versions[0].why
    assert [set(e.articles) for e in links.events] == [{"f2", "f3", "f9"}]


def test_the_same_text_by_two_outlets_is_coverage_and_not_a_version() -> None:
    """Wire copy: two outlets carry one text."""
    pair = [report("w1", FERRY_A, title="Ferry aground", source="The Lantern"), report("w2", FERRY_A, title="Ferry aground", source="The Ledger")]  # fmt: skip
    links, _ = linked(pair)
    assert links.versions == ()
    assert [set(e.articles) for e in links.events] == [{"w1", "w2"}]


def test_one_address_captured_twice_is_a_version() -> None:
    """Also where the outlet is known for one capture only, and whatever the address is decorated with."""
    pair = [
        report(
            "w1",
            FERRY_A,
            title="Ferry aground",
            source="The Lantern",
            url="https://lantern.example/ferry?utm=1",
        ),
        report("w2", FERRY_A[:400], title="Ferry aground", url="http://www.lantern.example/ferry/"),
    ]
    assert len(linked(pair)[0].versions) == 1


def test_a_decision_joins_what_the_scores_keep_apart_and_is_cited() -> None:
    """ "same event" by key or id, transitive."""
    links, findings = linked([*ferry(), council()], (decided("same event", "captures/c1.txt", "f1"),))
    (event,) = links.events
    assert set(event.articles) == {"f1", "f2", "f3", "c1"}
    assert findings == ()
    cited = [b.text for reason in event.reasons for b in reason.because if b.kind == "decision"]
    assert cited == ["decided by M. Archivist (decisions.csv:2): Checked by hand"]


@pytest.mark.parametrize("named", [("f1", "f3"), ("f3", "f1")])
def test_a_decision_keeps_an_article_out_and_the_event_says_so(named: tuple[str, str]) -> None:
    """ "not same event" blocks, with whatever else the two belong to, and whichever is named first."""
    links, _ = linked(ferry(), (decided("not same event", *named),))
    (event,) = links.events
    assert not {"f1", "f3"} <= set(event.articles)
    (out,) = [out for out in event.left_out if "decisions.csv:2" in out.why]
    assert out.article in {"f1", "f3"} - set(event.articles)
    assert out.why.endswith("by hand.")


def test_two_articles_of_one_outlet_are_an_event_where_a_person_says_so() -> None:
    """A decision outweighs that an event needs two outlets."""
    pair = [
        report(f"f{n}", text, title="Ferry aground", source="The Lantern")
        for n, text in enumerate((FERRY_A, COUNCIL))
    ]
    links, _ = linked(pair, (decided("same event", "f0", "f1"),))
    assert [set(e.articles) for e in links.events] == [{"f0", "f1"}]


def test_a_decision_parts_two_groups_whichever_of_its_articles_is_in_which() -> None:
    """And none where one of the two is in neither."""
    apart = decided("not same event", "f1", "f2")
    verdicts = Verdicts((), ((1, 2, apart),), ())
    assert verdicts.between({0, 1}, {2}) == verdicts.between({2}, {0, 1}) == apart
    assert verdicts.between({1}, {0}) is None
    assert verdicts.between({0}, {2}) is None
    assert verdicts.between({1, 2}, {0}) is None


def test_a_decision_on_an_article_that_is_not_there_is_a_finding_with_the_nearest_name() -> None:
    """The build goes on."""
    _, findings = linked(ferry(), (decided("same event", "captures/f1.text", "f2"),))
    assert [f.code for f in findings] == ["LNK-001"]
    assert "captures/f1.txt" in findings[0].hint
    assert findings[0].where == "decisions.csv:2"


def test_contradicting_decisions_are_a_finding_and_same_holds() -> None:
    """f1 = f2 and f2 = f3 make f1 and f3 one."""
    rows = (
        decided("same event", "f1", "f2"),
        decided("same event", "f2", "f3"),
        decided("not same event", "f1", "f3"),
    )
    links, findings = linked(ferry(), rows)
    assert [f.code for f in findings] == ["LNK-002"]
    assert {frozenset(e.articles) for e in links.events} == {frozenset({"f1", "f2", "f3"})}


def test_every_link_names_what_the_two_articles_share() -> None:
    """Names, figures and days are those of both texts."""
    (event,) = linked(ferry(published="2019-03-06"))[0].events
    assert len(event.reasons) == len(event.articles) - 1
    said = {b.kind: b.text for reason in event.reasons for b in reason.because}
    assert "Northern Sound Lines" in said["names"]
    assert said["places"] == "Port Ellery"
    assert "214" in said["numbers"]
    assert said["dates"] == "published on the same day"
    assert event.title.value in {a.title.value for a in ferry()}


def test_the_reasons_of_an_event_join_all_its_articles_and_none_twice() -> None:
    """Of two pairs and what joins them, three links of four articles: no article is reached on two ways."""
    scores = {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.7, (0, 3): 0.6}
    texts = enumerate((FERRY_A, FERRY_B, FERRY_C, FERRY_A))
    articles = [report(f"f{n}", text, title=f"Ferry aground {n}") for n, text in texts]
    corpus = read(map(describe.brief, articles), map(link.fingerprint, articles))
    found = event(corpus, Group((0, 1, 2, 3)), scores, Verdicts((), (), ()), least=0.5).reasons
    assert [(r.a, r.b) for r in found] == [("f0", "f1"), ("f2", "f3"), ("f1", "f2")]


def test_a_place_beyond_those_listed_is_not_listed_among_the_names() -> None:
    """At most six of each are listed; the seventh place both articles name is still a place."""
    tour = "The envoy went to Paris, Cairo, Damascus, Beirut, Amman, Baghdad, Ankara and Riyadh within eight days, said Maren Oldcastle of Northern Sound Lines."
    pair = [
        report(id, f"{tour}\n\n{more}", title="Envoy ends tour of eight capitals", source=source)
        for id, more, source in (("t1", FERRY_A, "The Lantern"), ("t2", FERRY_B, "The Ledger"))
    ]
    links, _ = linked(pair)
    said = {b.kind: b.text for event in links.events for reason in event.reasons for b in reason.because}
    assert said["places"].count(",") == 5
    cities = {"Paris", "Cairo", "Damascus", "Beirut", "Amman", "Baghdad", "Ankara", "Riyadh"}
    assert not cities & set(said["names"].split(", ")), said


def test_an_empty_archive_has_no_links() -> None:
    """Nor has an archive of one article, or of articles without a word."""
    assert linked([])[0].events == ()
    assert groups([council()]) == set()
    assert groups([report("e1", "…", title="…"), report("e2", "…", title="…", source="The Ledger")]) == set()


def test_a_family_name_is_not_the_place_of_an_event() -> None:
    """Clinton is a town, and here a woman; where she is not named, the town it is."""
    for who, place in (("Harriet Clinton", None), ("the mayor", "Clinton")):
        more = f"An inquiry was opened in Clinton, {who} said. Crowds came in Clinton to hear of it."
        pair = [
            report(id, f"{text}\n\n{more}", title="Inquiry in Clinton into the ferry opens", source=source)
            for id, text, source in (("k1", FERRY_A, "The Lantern"), ("k2", FERRY_B, "The Ledger"))
        ]
        (event,) = linked(pair)[0].events
        assert (event.place.value if event.place else None) == place


def test_a_word_of_two_languages_is_as_usual_in_any_order_of_the_articles() -> None:
    """The article whose id comes first says of which language it is, not the one that is read first."""

    def rarity(*articles: Article) -> list[float]:
        """Of each word, in the order of the words."""
        return [*read(map(describe.brief, articles), map(link.fingerprint, articles)).rarity]

    english = report("a2", "The demand rose on Ellery.", title="Demand for ferries rises")
    french = report("a3", "On demande un port grand.", title="Port: la demande", language="fr")
    others = [
        report("a4", FERRY_A, title="Ferry aground"),
        report("a5", "On Ellery.", title="", language="fr"),
    ]
    found = rarity(english, french, *others)
    assert rarity(*others, french, english) == rarity(french, *others, english) == found
    assert rarity(replace(french, id="a1"), english, *others) != found
