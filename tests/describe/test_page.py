"""An HTML page described: what structure states, in order, and what is passed over."""

from __future__ import annotations

import time

import pytest

from site_gen.model import Basis, Outlet

from .captures import a_page, described

PAGE = """<!doctype html><html lang="en-GB"><head>
<title>Ferry fare rises | The Quay Wire</title>
<link rel="canonical" href="https://www.quaywire.example/2019/05/ferry">
<meta property="og:title" content="Ferry fare rises &amp; dogs pay">
<meta property="og:site_name" content="The Quay Wire">
<meta property="article:modified_time" content="2019-05-05T09:00:00+01:00">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"Organization","@id":"#org","name":"The Quay Wire"},
 {"@type":"Person","@id":"#p1","name":"Ann Bee"},
 {"@type":"NewsArticle","headline":"Ferry fare rises & dogs pay","datePublished":"2019-05-03T08:30:00+01:00",
  "author":[{"@id":"#p1"},{"@type":"Person","name":"By Cal Dee, Staff Writer"}],"publisher":{"@id":"#org"},
  "articleSection":"Travel",}]}</script></head>
<body><h1>Ferry fare rises &amp; dogs pay</h1><p>Text.</p></body></html>"""


def test_json_ld_states_title_authors_publisher_and_date_with_its_zone() -> None:
    """Graphs, references, lists and a stray comma are read; names are cleaned."""
    article, findings = described(a_page(PAGE))
    assert article.title.value == "Ferry fare rises & dogs pay"
    assert [a.value for a in article.authors] == ["Ann Bee", "Cal Dee"]
    assert article.source is not None
    assert article.source.value == "The Quay Wire"
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2019-05-03T08:30:00+01:00", Basis.STATED)
    assert article.modified is not None
    assert article.modified.value == "2019-05-05T09:00:00+01:00"
    assert article.language.value == "en-GB"
    assert article.section is not None
    assert article.section.value == "Travel"
    assert article.url is not None
    assert article.url.value == "https://www.quaywire.example/2019/05/ferry"
    assert findings == ()


def test_every_stated_value_points_at_its_place() -> None:
    """The span of a date holds the text it was read from."""
    article, _ = described(a_page(PAGE))
    assert article.published is not None
    start, end = article.published.evidence.spans[0]
    assert PAGE[start:end] == "2019-05-03T08:30:00+01:00"


def test_the_domain_of_a_known_outlet_goes_before_the_pages_own_name_and_the_conflict_is_found() -> None:
    """sources.toml decides whose address it is."""
    outlet = Outlet("gull", "The Gull", domains=("quaywire.example",))
    article, findings = described(a_page(PAGE), outlets=(outlet,))
    assert article.source is not None
    assert article.source.value == "The Gull"
    assert "DSC-003" in {f.code for f in findings}


def test_a_known_outlet_that_its_page_calls_nearly_so_is_no_conflict() -> None:
    """An article left off, or a word more, is the same house."""
    outlet = Outlet("wire", "Quay Wire", domains=("quaywire.example",))
    article, findings = described(a_page(PAGE), outlets=(outlet,))
    assert article.source is not None
    assert (article.source.value, findings) == ("Quay Wire", ())


def test_sources_that_disagree_on_the_day_are_a_finding() -> None:
    """The first is kept."""
    page = PAGE.replace("<title>", '<meta property="article:published_time" content="2018-01-01"><title>')
    article, findings = described(a_page(page))
    assert article.published is not None
    assert article.published.value.startswith("2019-05-03")
    assert [f.code for f in findings] == ["DSC-003"]


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<p class="meta">Published on 3 May 2019</p>', "2019-05-03"),
        ("<div><span>May 3, 2019</span> · <span>4 min read</span></div>", "2019-05-03"),
        ('<time itemprop="datePublished" datetime="2019-05-03T10:00">Friday</time>', "2019-05-03T10:00"),
        ("<p>On 3 May 2019 the ferry sank with all hands, said the pilot of the port.</p>", None),
        ('<aside class="opening-hours">Friday, May 3, 2019</aside>', None),
        ("<p>Offer valid through <b>May 3, 2019</b></p>", None),
        ("<p>3/4/2019</p>", None),
    ],
)
def test_a_date_is_read_where_it_is_the_pages_own(markup: str, value: str | None) -> None:
    """Beside the headline, standing by itself; never from a sentence, a calendar or an ambiguous number."""
    page = f"<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks</h1>{markup}</body></html>"
    article, _ = described(a_page(page, url="https://q.example/news/ferry-sinks"))
    assert (article.published.value if article.published else None) == value


def test_a_page_that_states_only_its_last_change_gets_that_day_and_says_so() -> None:
    """The page states the day; the evidence says what it is the day of."""
    page = "<html><body><h1>Ferry sinks</h1><p>Last updated: <b>May 3, 2019</b></p></body></html>"
    article, _ = described(a_page(page, url="https://q.example/news/ferry-sinks"))
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2019-05-03", Basis.STATED)
    assert article.published.evidence.rule == "change shown"
    assert "last change" in (article.published.evidence.note or "")
    assert article.modified is not None


def test_the_heading_confirmed_by_the_page_wins_over_the_sites_name() -> None:
    """Two headings: one is the masthead."""
    page = "<html><head><title>Ann's Blog: The lean ferry</title><meta property='og:title' content='The lean ferry'></head><body><h1>Ann's Blog</h1><h1>The lean ferry</h1></body></html>"
    article, _ = described(a_page(page))
    assert article.title.value == "The lean ferry"


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<a rel="author" href="/ann">Ann Bee</a>', ["Ann Bee"]),
        ('<p class="byline">By <b>Ann Bee</b> and Cal Dee | May 3, 2019</p>', ["Ann Bee", "Cal Dee"]),
        ("<div><span>By</span> <span>Ann Bee</span></div>", ["Ann Bee"]),
        ('<p class="byline">Par Léa Mor, envoyée spéciale</p>', ["Léa Mor"]),
        ('<p class="byline">By Staff Writer</p>', []),
        ('<div class="comment-author">Bob Troll</div>', []),
    ],
)
def test_a_visible_byline_gives_names_or_nobody(markup: str, names: list[str]) -> None:
    """Roles, dates and joiners go; a byline that names nobody and a commenter give none."""
    page = f"<html><body><h1>Ferry sinks</h1>{markup}</body></html>"
    article, _ = described(a_page(page))
    assert [a.value for a in article.authors] == names


def test_a_hostile_page_ends_soon() -> None:
    """Unclosed tags, quotes and comments by the thousand cost no more than their length."""
    for piece in (
        "<meta content='",
        "<!--",
        "<script>",
        "<h1 class='author'>",
        '<a rel="author"',
        "{[",
        "> 2019 <",
    ):
        described(a_page("<html>" + piece * 20_000))


def test_a_gap_behind_a_by_costs_no_more_than_its_length() -> None:
    """Empty lines as far as a byline is looked for, and nobody named behind them."""
    start = time.process_time()
    article, _ = described(
        a_page("<html><body><h1>Ferry sinks</h1><p>By" + "\n" * 8_000 + "> Text.</p></body></html>")
    )
    assert article.authors == ()
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    ("heading", "og", "expected"),
    [
        ("Harbour news: Ferry sinks off pier", "Ferry sinks off pier", "Ferry sinks off pier"),
        (
            "<span>On the quay</span><span>Ferry sinks off pier</span>",
            "Ferry sinks off pier",
            "Ferry sinks off pier",
        ),
        ("<span>Quay</span><span>: </span>Ferry sinks", "Quay: Ferry sinks", "Quay: Ferry sinks"),
        (
            "The long and winding harbour awards: Best ferry",
            "Best ferry",
            "The long and winding harbour awards: Best ferry",
        ),
    ],
)
def test_a_kicker_is_no_part_of_the_title_where_the_page_shares_itself_without_it(
    heading: str, og: str, expected: str
) -> None:
    """A few words and a colon, or an element of its own; a longer first half stays."""
    page = f'<html><head><title>x</title><meta property="og:title" content="{og}"></head><body><h1>{heading}</h1></body></html>'
    assert described(a_page(page))[0].title.value == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Bee">',
            "",
            ["Ann Bee"],
        ),
        (
            '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="5 minutes">',
            "",
            [],
        ),
        ("", '<a href="/authors/ann-bee-12">Ann Bee</a>', ["Ann Bee"]),
        ("", '<a href="/authors/annabee">Annabee</a>', ["Annabee"]),
        ("", '<a href="/authors/ann-bee"><img alt="x">More by Ann</a>', []),
        ("", '<span>Reviewed by</span> <a href="/authors/ann-bee">Ann Bee</a>', []),
    ],
    ids=["card", "reading time", "link", "one name", "link that names nobody", "reviewer"],
)
def test_an_author_is_read_from_a_shares_card_and_from_a_link_to_the_authors_page(
    head: str, body: str, expected: list[str]
) -> None:
    """The link's text must be the name that its address spells."""
    page = f"<html><head><title>Ferry sinks</title>{head}</head><body><h1>Ferry sinks</h1>{body}<p>Text.</p></body></html>"
    assert [a.value for a in described(a_page(page))[0].authors] == expected


def test_an_author_far_from_the_headline_is_a_comments() -> None:
    """Microdata marks those who comment the same way."""
    by = '<span itemprop="author">{}</span>'
    body = by.format("Ann Bee") + "<p>Text.</p>" * 900 + by.format("Cal Dee")
    page = f"<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks</h1>{body}</body></html>"
    assert [a.value for a in described(a_page(page))[0].authors] == ["Ann Bee"]


@pytest.mark.parametrize("name", ("Hosted", "WordPress", "My Blog"))
def test_a_program_and_its_defaults_are_no_outlet(name: str) -> None:
    """The next source is asked."""
    page = f'<html><head><meta property="og:site_name" content="{name}"><meta name="dc.publisher" content="The Quay Post">'
    article, _ = described(a_page(page + "</head></html>"))
    assert article.source is not None and article.source.value == "The Quay Post"


def test_an_editions_country_is_no_outlet_and_a_word_for_any_article_no_section() -> None:
    """The next source of each is asked."""
    page = (
        '<html><head><meta property="og:site_name" content="U.S."><meta name="dc.publisher" content="The Quay Post">'
        '<meta property="article:section" content="Articles"><meta name="section" content="Harbour"></head></html>'
    )
    article, _ = described(a_page(page))
    assert (article.source and article.source.value, article.section and article.section.value) == (
        "The Quay Post",
        "Harbour",
    )


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        ("Sea wall: what the council hides from us", "How the town will mend its wall"),
        ("Sea wall chaos: old stones a great risk", "Sea wall chaos: old stones a great danger"),
    ],
    ids=["a third line", "the same line in other words"],
)
def test_a_page_shared_under_a_third_line_keeps_the_heading_that_its_readers_saw(
    shared: str, expected: str
) -> None:
    """JSON-LD's headline goes before the heading only where og:title is like it."""
    line = "Sea wall chaos: old stones a great danger"
    page = (
        f'<html><head><title>{line}</title><meta property="og:title" content="{shared}">'
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{line}"}}</script></head>'
        "<body><h1>How the town will mend its wall</h1><p>Text of the flood.</p></body></html>"
    )
    article, _ = described(a_page(page))
    assert article.title.value == expected


def test_a_title_is_shown_without_what_no_reader_sees() -> None:
    """A soft hyphen, a space without width and a control that turns the direction of what follows do not reach a list."""
    page = PAGE.replace("<h1>Ferry fare", "<h1>Fer\u00adry\u200b \u202efare")
    assert described(a_page(page))[0].title.value == "Ferry fare rises & dogs pay"


def test_two_parts_of_the_markup_that_name_other_people_are_a_finding() -> None:
    """The first is kept. Whoever stands in both is no conflict."""
    page = PAGE.replace("<title>", '<meta name="author" content="Dot Farrow"><title>')
    article, findings = described(a_page(page))
    assert [a.value for a in article.authors] == ["Ann Bee", "Cal Dee"]
    assert [f.code for f in findings] == ["DSC-003"]
    assert '"Ann Bee; Cal Dee", meta author says "Dot Farrow"' in findings[0].message
    assert described(a_page(page.replace("Dot Farrow", "Cal Dee")))[1] == ()


def test_a_publisher_and_a_site_that_are_called_otherwise_are_a_finding() -> None:
    """Unless sources.toml knows both as one."""
    page = PAGE.replace('"og:site_name" content="The Quay Wire"', '"og:site_name" content="Gull Online"')
    assert [f.code for f in described(a_page(page))[1]] == ["DSC-003"]
    one = Outlet("quay", "The Quay Wire", aliases=("Gull Online",))
    assert described(a_page(page), outlets=(one,))[1] == ()


def test_parselys_older_tag_is_read() -> None:
    """One JSON object in one meta; what is no JSON says nothing."""
    tag = """<meta name='parsely-page' content='{"title": "Ferry fare rises", "authors": ["Ann Bee"], "section": "Travel",
        "pub_date": "2019-05-03T08:30:00Z", "link": "https://quaywire.example/ferry", "type": 4}'>"""
    article, _ = described(a_page(f"<html><head>{tag}</head><body><h1>Ferry fare rises</h1></body></html>"))
    assert [a.value for a in article.authors] == ["Ann Bee"]
    assert article.published is not None and article.published.value == "2019-05-03T08:30:00Z"
    assert article.section is not None and article.section.value == "Travel"
    assert article.url is not None and article.url.value == "https://quaywire.example/ferry"
    broken = tag.replace("{", "[")
    assert (
        described(a_page(f"<html><head>{broken}</head><body><h1>Ferry</h1></body></html>"))[0].authors == ()
    )


@pytest.mark.parametrize(
    "name", ['<meta itemprop="name" content="The Gull">', "<span>The Gull</span><span>2019</span>"]
)
def test_microdata_names_the_publisher(name: str) -> None:
    """By the name inside the element, or by its text."""
    page = f'<html><body><h1>Ferry</h1><div itemprop="publisher" itemscope>{name}</div></body></html>'
    article, _ = described(a_page(page))
    assert article.source is not None
    assert (article.source.value, article.source.evidence.rule) == ("The Gull", "itemprop publisher")


def test_each_of_two_authors_of_one_element_points_at_the_own_name() -> None:
    """The evidence is the name where it stands, not the whole value."""
    page = '<html><head><meta name="author" content="Ann Bee and Cal Dee"></head><body><h1>Ferry guide</h1><p>Text.</p></body></html>'
    article, _ = described(a_page(page))
    spans = [a.evidence.spans for a in article.authors]
    assert [[page[start:end] for start, end in found] for found in spans] == [["Ann Bee"], ["Cal Dee"]]
