"""Which day a page gets, where its structure and what it shows its readers differ."""

from __future__ import annotations

import pytest

from site_gen.model import Basis

from .captures import a_page, described

HIDDEN = '<script type="application/ld+json">{"@type":"Article","headline":"Ferry guide","datePublished":"2017-02-01"}</script>'
PUBLISHED_META = '<meta property="article:published_time" content="2017-02-01T08:00:00Z">'
UPDATED = "<p>Updated: May 3, 2019</p>"


def day(head: str, body: str, *, title: str = "Ferry guide") -> str | None:
    """The day that such a page gets, as far as the day."""
    page = f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}<p>Text.</p></body></html>"
    article, _ = described(a_page(page, url="https://q.example/guides/ferry"))
    return article.published.value[:10] if article.published else None


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (HIDDEN, UPDATED, "2019-05-03"),
        (HIDDEN + PUBLISHED_META, UPDATED, "2017-02-01"),
        (HIDDEN, "<p>February 1, 2017</p>" + UPDATED, "2017-02-01"),
        (HIDDEN.replace("2017-02-01", "2019-05-01"), UPDATED, "2019-05-01"),
        (HIDDEN, "<p>June 9, 2018</p>", "2018-06-09"),
        (HIDDEN, "", "2017-02-01"),
    ],
    ids=[
        "change shown",
        "confirmed by a meta",
        "shown itself",
        "same report",
        "another day shown",
        "nothing shown",
    ],
)
def test_a_day_that_only_hidden_structure_states_gives_way_to_the_readers_day(
    head: str, body: str, expected: str
) -> None:
    """Unless a meta of the head confirms it, the page shows it, or the change came within days."""
    assert day(head, body) == expected


CHANGED_IN_JUNE = '<meta property="article:modified_time" content="2018-06-09T09:00:00Z">'


@pytest.mark.parametrize(
    ("head", "markup_chars", "expected"),
    [
        (HIDDEN, 1500, "2018-06-09"),
        (HIDDEN, 1700, "2017-02-01"),
        (HIDDEN + CHANGED_IN_JUNE, 700, "2018-06-09"),
        (HIDDEN + CHANGED_IN_JUNE, 900, "2017-02-01"),
    ],
    ids=["near", "far", "a change, near", "a change, farther"],
)
def test_a_day_far_below_the_headline_is_not_the_pages_own(
    head: str, markup_chars: int, expected: str
) -> None:
    """It is of something else that the page tells; the day of the last change must stand nearer still."""
    assert day(head, f"<p>{'x' * markup_chars}</p><p>June 9, 2018</p>") == expected


@pytest.mark.parametrize(("markup_chars", "expected"), [(700, "2018-06-09"), (900, "2017-02-01")])
def test_a_day_far_above_the_headline_is_not_the_pages_own(markup_chars: int, expected: str) -> None:
    """A masthead's day stands farther away than the article's own."""
    above = f"<p>June 9, 2018</p><p>{'x' * markup_chars}</p><h1>Ferry guide</h1><p>Text.</p>"
    page = f"<html><head><title>Ferry guide</title>{HIDDEN}</head><body>{above}</body></html>"
    article, _ = described(a_page(page, url="https://q.example/guides/ferry"))
    assert article.published is not None and article.published.value[:10] == expected


def test_the_day_that_gave_way_is_a_finding() -> None:
    """Nothing that a page states is passed over in silence."""
    page = f"<html><head><title>Ferry guide</title>{HIDDEN}</head><body><h1>Ferry guide</h1>{UPDATED}</body></html>"
    _, findings = described(a_page(page, url="https://q.example/guides/ferry"))
    assert any(f.code == "DSC-003" and "2017-02-01" in f.message for f in findings)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<time datetime="2019-05-03T09:00:00+01:00">03/05/2019</time>', "2019-05-03"),
        ('<time datetime="2019-05-03T09:00:00+01:00">5/3 — 2019</time>', "2019-05-03"),
        ('<time datetime="2019-05-03T23:30:00Z">May 4, 2019</time>', "2019-05-04"),
        ('<p class="lead">03/05/2019</p>', None),
    ],
    ids=["numbers", "split", "another zone's day", "numbers alone"],
)
def test_a_time_element_says_what_its_numbers_mean(body: str, expected: str | None) -> None:
    """3/5 is May or March; the attribute tells. A day that differs by one is the reader's own."""
    assert day("", body) == expected


def test_the_time_and_zone_of_a_shown_day_are_kept() -> None:
    """The element states more than it shows."""
    page = '<html><body><h1>Ferry guide</h1><time datetime="2019-05-03T09:00:00+01:00">May 3, 2019</time></body></html>'
    article, _ = described(a_page(page, url="https://q.example/guides/ferry"))
    assert article.published is not None
    assert article.published.value == "2019-05-03T09:00:00+01:00"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("2 days ago", "2017-02-01"), ("Fri", "2017-02-01"), ("3 May", "2019-05-03"), ("05/03", "2019-05-03")],
)
def test_a_distance_in_time_does_not_outweigh_a_confirmed_publication_and_a_day_does(
    shown: str, expected: str
) -> None:
    """A distance may be that of the last change; a month's name or two numbers are a day."""
    body = f'<time datetime="2019-05-03T09:00:00Z">{shown}</time>'
    modified = '<meta property="article:modified_time" content="2019-05-03T09:00:00Z">'
    assert day(HIDDEN + PUBLISHED_META + modified, body) == expected


def test_words_of_the_headline_are_no_label_of_the_date_below() -> None:
    """ "through" before a date marks an opening time, but not in a headline."""
    assert day("", "<p>May 3, 2019</p>", title="A walk through the harbour") == "2019-05-03"


def test_a_newsroom_that_calls_its_pages_website_keeps_its_stated_day() -> None:
    """og:type is a template's; a date in the head is the article's."""
    head = HIDDEN + '<meta property="og:type" content="website"><meta name="date" content="2017-02-01">'
    assert day(head, "") == "2017-02-01"
    assert day(HIDDEN + '<meta property="og:type" content="website">', "") is None


@pytest.mark.parametrize("address", ["2019/may/03/ferry", "2019/05/03/ferry", "2019/october/03/ferry"])
def test_an_address_states_its_day(address: str) -> None:
    """Months by number or by name."""
    page = "<html><body><h1>Ferry guide</h1><p>Text.</p></body></html>"
    article, _ = described(a_page(page, url=f"https://q.example/{address}"))
    assert article.published is not None
    assert article.published.evidence.rule == "url"
    assert article.published.value == ("2019-10-03" if "october" in address else "2019-05-03")


CHANGED_META = '<meta property="article:modified_time" content="2021-05-03T09:00:00Z">'
MICRODATA = '<meta itemprop="datePublished" content="2017-02-01">'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (PUBLISHED_META + CHANGED_META, "", None),
        (PUBLISHED_META + CHANGED_META + '<meta name="author" content="Ann Bee">', "", "2017-02-01"),
        (MICRODATA + CHANGED_META + '<meta name="author" content="Ann Bee">', "", None),
        (PUBLISHED_META + CHANGED_META, "<p>February 1, 2017</p>", "2017-02-01"),
        (PUBLISHED_META + CHANGED_META.replace("2021", "2017"), "", "2017-02-01"),
    ],
    ids=["nobody signs", "signed", "microdata alone", "shown", "changed soon"],
)
def test_the_hidden_day_on_which_a_standing_page_was_set_up_is_no_day_of_publication(
    head: str, body: str, expected: str | None
) -> None:
    """A page that its site rewrites for years, and nobody signs, was not published on the day that its head keeps."""
    assert day(head, body) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2016/11/the-ferry/", "2016-11"),
        ("2016/11/05/the-ferry/", "2016-11-05"),
        ("2016/13/the-ferry/", None),
        ("2016/11/", None),
        ("archive/the-ferry/", None),
    ],
)
def test_a_month_alone_in_the_address_is_inferred_and_no_day_is_made_of_it(
    path: str, expected: str | None
) -> None:
    """Where nothing gives a day, the month under which the publisher files the article, with its rule and place."""
    link = f'<link rel="canonical" href="https://harbour.example/{path}">'
    article, _ = described(a_page(f"<html><head>{link}</head><body><h1>The ferry sank</h1></body></html>"))
    found = article.published
    assert (found.value if found else None) == expected
    if found and expected == "2016-11":
        assert (found.basis, found.evidence.rule) == (Basis.INFERRED, "month of the address")
        assert found.evidence.spans


def test_a_day_that_is_shown_goes_before_the_month_of_the_address() -> None:
    """The month is asked for last."""
    link = '<link rel="canonical" href="https://harbour.example/2016/11/the-ferry/">'
    markup = f"<html><head>{link}{PUBLISHED_META}</head><body><h1>The ferry sank</h1></body></html>"
    article, _ = described(a_page(markup))
    assert article.published is not None and article.published.value.startswith("2017-02-01")
