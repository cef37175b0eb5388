"""What repeats on a site is learned in any order, and never eats an article."""

from __future__ import annotations

import random

import pytest

from site_gen import clean
from site_gen.clean import repeats
from site_gen.model import SiteLines, Survey

from .captures import LONG, SETTINGS, a_capture, cleaned, roles, scrape

ODD = "Get the tide tables with your milk"
OTHER = (
    "The museum of nets opened its third room on Friday, with a whale's jaw and the log books of eleven captains on show.",
    "Its keeper, Osric Penhale, said the jaw had been found under the floor of a chapel when the dry rot was cut out.",
    "Entrance is free on Sundays, and children who can tie a bowline may come in on any day without a ticket.",
)
THIRD = (
    "A calf swam the estuary on Monday night and was found at breakfast in the garden of the customs house, eating leeks.",
    "Nobody has claimed it, and the constable says that it may stay until the market if somebody sees to the fence.",
    "It is the second beast to make the crossing this year, after the vicar's goat, which was returned by ferry.",
)


def _site() -> list[str]:
    heads = (
        "Harbour board shuts swing bridge for repairs",
        "Museum of nets opens a third room",
        "Calf swims the estuary",
    )
    return [
        scrape("Tides", head, *text[:2], ODD, *text[2:])
        for head, text in zip(heads, (LONG, OTHER, THIRD), strict=True)
    ]


def _captures() -> list:
    return [a_capture(text, path=f"captures/quay/{i}.txt") for i, text in enumerate(_site())]


def test_a_line_on_two_pages_of_a_site_is_cut_from_each() -> None:
    """The same short line on every page is the site's."""
    captures = _captures()
    learned = clean.learn(clean.survey(capture, SETTINGS) for capture in captures)
    body, _ = cleaned(captures[1], learned)
    assert roles(body)[ODD] == "nav"
    assert next(line for line in body.lines if line.text == ODD).rule == "repeated-on-site"
    assert [block.text for block in body.blocks] == list(OTHER)


def test_learning_does_not_depend_on_order_and_can_be_merged() -> None:
    """Any order, and any split merged, gives the same lines."""
    surveys = [clean.survey(capture, SETTINGS) for capture in _captures()]
    whole = clean.learn(surveys)
    shuffled = random.Random(7).sample(surveys, len(surveys))
    assert clean.learn(shuffled) == whole
    assert clean.merge(clean.learn(surveys[:1]), clean.learn(surveys[1:])) == whole
    assert clean.merge(clean.learn(surveys[2:]), clean.learn(surveys[:2])) == whole


def test_two_captures_of_one_article_do_not_make_its_lines_boilerplate() -> None:
    """Near-duplicates count once."""
    first, second = (
        _captures()[0],
        a_capture(_site()[0] + "\n\nAn updated line.", path="captures/quay/again.txt"),
    )
    learned = clean.learn([clean.survey(c, SETTINGS) for c in (first, second)])
    body, _ = cleaned(first, learned)
    assert learned.captures == 1
    assert [block.text for block in body.blocks if block.kind == "paragraph"] == list(LONG)


def test_a_title_listed_on_a_sibling_page_stays_that_pages_title() -> None:
    """A page's own title never counts as repeated."""
    texts = [f"{text}\n\nCalf swims the estuary" for text in _site()[:2]] + _site()[2:]
    captures = [a_capture(text, path=f"captures/quay/{i}.txt") for i, text in enumerate(texts)]
    learned = clean.learn(clean.survey(capture, SETTINGS) for capture in captures)
    body, _ = cleaned(captures[2], learned)
    assert [line.text for line in body.lines if line.role == "title"][:1] == ["Calf swims the estuary"]


def test_background_that_an_outlet_repeats_inside_its_reports_is_kept() -> None:
    """A paragraph on two of many pages, inside the article, is not boilerplate."""
    background = "The bridge was built in 1874 by public subscription and has been struck by ships on four occasions since."
    texts = [
        scrape(f"Report {chr(65 + i)} on the old bridge", LONG[i], background, LONG[i + 1]) for i in range(2)
    ]
    texts += _site()[1:]
    captures = [a_capture(text, path=f"captures/quay/{i}.txt") for i, text in enumerate(texts)]
    learned = clean.learn(clean.survey(capture, SETTINGS) for capture in captures)
    body, _ = cleaned(captures[0], learned)
    assert roles(body)[background] == "body"


def test_the_site_is_the_domain_then_the_source_then_the_folder() -> None:
    """The key of what is learned together."""
    assert clean.site_of(a_capture("x", url="https://www.quay.example/a")) == "quay.example"
    linked = '<link rel="canonical" href="https://quay.example/b">'
    assert clean.site_of(a_capture(linked, "text/html")) == "quay.example"
    assert clean.site_of(a_capture("x")) == "captures/x"


def test_an_address_that_is_none_names_no_site() -> None:
    """A page may write anything as its own address."""
    linked = '<link rel="canonical" href="https://[::1">'
    assert clean.site_of(a_capture(linked, "text/html")) == "captures/x"


def test_bodies_cleans_the_captures_of_a_site_together() -> None:
    """The stand-alone way gives one body a capture, in order, repeats learned."""
    bodies = list(clean.bodies(_captures(), SETTINGS))
    assert [roles(body)[ODD] for body in bodies] == ["nav"] * 3


def test_reports_that_differ_in_their_numbers_alone_are_kept() -> None:
    """Weather and landings are written to a form: compared without numbers each line stands on every page."""
    pages = [
        scrape(
            "Tides",
            f"Landings of week {week}",
            f"The fleet landed {week * 31} crates of herring in week {week}, the harbour office said on Monday morning.",
            f"Another {week * 7} crates of crab came in on {week % 5 + 2} boats, and all of it was sold before noon.",
            f"The price of herring stood at {week + 40} pence, and that of crab at {week + 90} pence a pound on Friday.",
        )
        for week in range(1, 9)
    ]
    captures = [a_capture(text, path=f"captures/quay/{i}.txt") for i, text in enumerate(pages)]
    learned = clean.learn(clean.survey(capture, SETTINGS) for capture in captures)
    for capture in captures:
        body, _ = cleaned(capture, learned)
        assert len([block for block in body.blocks if "crates" in block.text]) == 2


def _surveyed(*pages: tuple[int, ...], own: tuple[int, ...] = ()) -> SiteLines:
    """What is learned of pages with these lines; odd numbers stand for long ones."""
    return clean.learn(Survey(f"a-{n}", "quay", lines, own) for n, lines in enumerate(pages))


def test_what_several_articles_call_their_title_is_none() -> None:
    """A title by markup that is the site's name on each page."""
    assert dict(_surveyed((2, 4), (2, 6), own=(2,)).counts) == {2: 2}


def test_pages_that_share_a_long_notice_alone_are_several() -> None:
    """Versions of one article share two long lines at least; what stands on many pages is the site's, however long."""
    assert _surveyed((3, 2), (3, 4)).captures == 2
    assert _surveyed((3, 5, 2), (3, 5, 4)).captures == 1
    assert _surveyed(*((3, 5, 2 * n) for n in range(10, 19))).captures == 9


@pytest.mark.parametrize(("count", "captures"), [(2, 3), (2, 4), (3, 5), (3, 6), (3, 7), (4, 8), (4, 9)])
def test_what_a_capture_is_told_leads_to_the_verdict_of_the_whole_site(count: int, captures: int) -> None:
    """Prose inside an article is the site's where it stands on three pages and half of all."""
    line = repeats.digest(LONG[0])
    site = SiteLines("quay", captures, ((line, count),))
    told = clean.own_lines(site, Survey("a-1", "quay", (line,)))
    verdict = repeats.is_boilerplate(LONG[0], told.counts[0][1], told.captures, at_edge=False)
    assert verdict == repeats.is_boilerplate(LONG[0], count, captures, at_edge=False)
    assert verdict == (count >= 3 and 2 * count >= captures)


@pytest.mark.parametrize("host", ("quay.example", "www.quay.example", "m.quay.example", "amp.quay.example"))
def test_the_copies_of_a_site_for_telephones_are_learned_with_it(host: str) -> None:
    """They have its lines."""
    assert clean.site_of(a_capture("x", url=f"https://{host}/a")) == "quay.example"
