"""The parts of an event's page, the margin, the alignment of two texts, the original, citations and figures."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from site_gen.model import Figure, FigureMention, Line
from site_gen.render.bands import MAX_MARKS, Peak, Span, band, buckets, month_ticks
from site_gen.render.cite import Cited, bibtex, csl, ris
from site_gen.render.compare import align
from site_gen.render.evidence import shown_date
from site_gen.render.frame import Frame
from site_gen.render.interface import Interface, plural_category
from site_gen.render.lines import (
    LONG_HEADLINE,
    article_line,
    event_line,
    headline,
    letter,
    machine_date,
    marks_of,
    number_language,
    number_words,
    outlets_words,
)
from site_gen.render.markup import quotation_marks
from site_gen.render.opening import range_told
from site_gen.render.telling import Told, count_rows
from site_gen.render.urls import compare, root_of
from site_gen.render.views import FigureRow, FigureValue, TextBlock

from .conftest import a_site, render_all
from .shelf import a_card, a_shelf, stated

CITED = Cited(
    id="a-1", title="Bridge & {town}", authors=("Ada de Venn",), outlet="The Lantern", date="1931-05-05~",
    date_words="about 5 May 1931", note="Date inferred: from the event", language="en",
    url="https://example.org/articles/x/", original_url="", archive="The Alder Archive",
)  # fmt: skip


def _section(page: str, id: str) -> str:
    """The text of one section of an event's page, spaces folded."""
    found = re.search(rf'<section id="{id}".*?(?=<section id=|</main>)', page, re.DOTALL)
    assert found, id
    return " ".join(re.sub(r"<[^>]*>", " ", found[0]).split())


def test_coverage_is_in_the_order_of_the_event_with_marks_and_own_wording(html: dict[str, str]) -> None:
    """A to D, each with outlet, headline, date and the share of own wording."""
    said = _section(html["events/bridge-falls/index.html"], "coverage")
    assert said.index("The Lantern") < said.index("Port Courier") < said.index("Le Guetteur")
    assert "61% own wording" in said and "about 5 May 1931" in said


def test_renderings_of_one_quote_stand_together_and_differences_are_underlined(html: dict[str, str]) -> None:
    """The second rendering marks its own words; the speaker stands once."""
    page = html["events/bridge-falls/index.html"]
    assert "like <u>the</u> ship" in page
    assert _section(page, "quoted").count("Mira Osk") == 1


def test_a_quote_of_one_outlet_only_is_folded(html: dict[str, str]) -> None:
    """It stands inside details, under its own heading."""
    page = html["events/bridge-falls/index.html"]
    folded = page[page.index("Quoted by one outlet only") :]
    assert "Nous avons entendu un bruit" in folded


def test_figures_say_that_they_differ_smallest_first_with_who_said_it(html: dict[str, str]) -> None:
    """Same numbers stand once with all their marks."""
    said = _section(html["events/bridge-falls/index.html"], "figures")
    assert said.index("at least 11") < said.index("14")
    assert "differ" in said and "said by officials" in said
    assert "at least 14" in said and "at least At least" not in said


def test_marks_lead_to_the_paragraph(html: dict[str, str]) -> None:
    """From the event to an article, and from one article to another."""
    assert 'href="../../articles/a2-slug/#p3"' in html["events/bridge-falls/index.html"]
    article = html["articles/a1-slug/index.html"]
    assert 'href="../../articles/a2-slug/#p2"' in article
    assert '<mark class="shared">divers searched' in article
    assert "figure differs" in article


def test_an_inferred_date_opens_its_ground(html: dict[str, str]) -> None:
    """The note, the rule and the articles that were used stand behind the mark."""
    page = html["articles/a4-slug/index.html"]
    assert "The others of the event appeared on 5 May." in page
    assert "event-date" in page
    assert 'href="../../articles/a1-slug/"' in page


def test_evidence_leads_to_the_line_of_the_capture(html: dict[str, str]) -> None:
    """A span becomes a line with a link to the page beside the original."""
    assert 'href="../../articles/a1-slug/original/#L2"' in html["articles/a1-slug/index.html"]
    assert 'id="L2"' in html["articles/a1-slug/original/index.html"]


def test_a_cut_line_is_struck_through_with_its_rule(html: dict[str, str]) -> None:
    """And the kept ones stand beside their paragraph."""
    page = html["articles/a1-slug/original/index.html"]
    assert re.search(r'<del dir="auto">Home &gt; News</del>.*?navigation', page)
    assert "went into the record: Headline" in page


def test_two_lines_that_start_on_one_line_of_the_file_have_one_anchor() -> None:
    """HTML captures hold many lines on one; the first takes the anchor."""
    from dataclasses import replace

    from .conftest import render_all
    from .shelf import a_shelf

    shelf = a_shelf()
    article = shelf.articles_by_id["a1"]
    double = Line(1, (0, 4), "Menu", "nav", "navigation")
    shelf.articles_by_id["a1"] = replace(article, lines=(double, *article.lines))
    assert render_all(shelf)["articles/a1-slug/original/index.html"].decode().count('id="L1"') == 1


def _blocks(prefix: str, n: int) -> list[TextBlock]:
    from markupsafe import Markup

    return [TextBlock(f"{prefix}-p{i}", str(i), "paragraph", Markup(""), ()) for i in range(1, n + 1)]


def test_shared_paragraphs_stand_at_one_height_and_nothing_is_lost() -> None:
    """What lies between is side by side; a pair that crosses another stays in place."""
    rows = align(_blocks("a", 4), _blocks("b", 4), [("p1", "p2"), ("p3", "p3"), ("p4", "p1")])
    ids = [([b.id for b in left], [b.id for b in right], shared) for left, right, shared in rows]
    assert ids == [
        ([], ["b-p1"], False),
        (["a-p1"], ["b-p2"], True),
        (["a-p2"], [], False),
        (["a-p3"], ["b-p3"], True),
        (["a-p4"], ["b-p4"], False),
    ]


def test_what_one_has_in_two_paragraphs_stands_beside_the_one_of_the_other() -> None:
    """Neither of the two looks as if it were shared with nobody; one far off stays in its place."""
    pairs = [("p1", "p1"), ("p2", "p2"), ("p3", "p2"), ("p4", "p3"), ("p1", "p4")]
    rows = align(_blocks("a", 4), _blocks("b", 4), pairs)
    ids = [([b.id for b in left], [b.id for b in right], shared) for left, right, shared in rows]
    assert ids == [
        (["a-p1"], ["b-p1"], True),
        (["a-p2", "a-p3"], ["b-p2"], True),
        (["a-p4"], ["b-p3"], True),
        ([], ["b-p4"], False),
    ]


def test_an_outlet_keeps_letter_and_colour_and_a_second_article_gets_a_number() -> None:
    """Outlets go in order, as on the event's card; a report of an unknown one has a letter of its own behind them."""
    cards = [
        a_card("x", "X", None),
        a_card("y", "Y", "One"),
        a_card("z", "Z", "Two"),
        a_card("w", "W", "One"),
        a_card("v", "V", None),
    ]
    marks = marks_of(cards)
    assert [marks[id].letter for id in "xyzwv"] == ["C", "A", "B", "A2", "D"]
    assert marks["x"].name == "X"
    assert marks["y"].colour == marks["w"].colour == 1
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_ris_has_type_news_and_the_ground_of_the_date() -> None:
    """One record, lines ended by CR LF, ended by ER."""
    made = ris([CITED])
    assert made.startswith("TY  - NEWS\r\n") and made.endswith("ER  - \r\n")
    assert "DA  - 1931/05/05/\r\n" in made and "N1  - Date inferred: from the event" in made


def test_csl_json_says_that_a_date_is_approximate() -> None:
    """article-newspaper, date parts as numbers, circa where the date is in doubt."""
    (item,) = json.loads(csl([CITED]))
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[1931, 5, 5]], "circa": True}


def test_bibtex_escapes_what_tex_would_read() -> None:
    """Braces and ampersands of a title are words."""
    assert r"title = {{Bridge \& \textbraceleft{}town\textbraceright{}}}" in bibtex([CITED])


def test_a_brace_without_its_partner_does_not_end_a_bibtex_entry() -> None:
    """BibTeX counts braces, also behind a backslash."""
    entry = bibtex([replace(CITED, title="a } b { c } \\", url="https://archive.example/}{x")])
    assert entry.count("{") == entry.count("}")
    assert "url = {https://archive.example/%7D%7Bx}" in entry


def test_a_machine_date_is_one_that_html_takes_or_nothing() -> None:
    """Marks of doubt go; intervals and unknown digits give nothing."""
    assert machine_date("1931-05-04~") == "1931-05-04"
    assert machine_date("1931-05-04T06:00:00-05:00") == "1931-05-04T06:00:00-05:00"
    assert [machine_date(text) for text in ("1931-05/1931-06", "193X", None)] == ["", "", ""]


def test_arabic_and_french_count_by_their_own_rules() -> None:
    """CLDR categories of whole numbers."""
    assert [plural_category("ar", n) for n in (0, 1, 2, 3, 11, 100)] == [
        "zero",
        "one",
        "two",
        "few",
        "many",
        "other",
    ]
    assert [plural_category("fr", n) for n in (0, 1, 2)] == ["one", "one", "other"]
    assert Interface("fr").number(1234567) == "1\u202f234\u202f567"


def test_values_put_into_a_text_are_escaped() -> None:
    """A name that holds markup stays a name."""
    assert Interface("en").text("said by {name}", name="<b>") == "said by &lt;b&gt;"


def test_a_week_is_named_by_the_month_of_its_first_article() -> None:
    """1 November 2022 was a Tuesday; its week begins in October, where no article is."""
    days = [("2022-09-05", 1), ("2022-11-03", 1), ("2022-11-04", 2), ("2024-03-01", 1)]
    grain, found = buckets(days)
    assert grain == "week"
    assert [(period, n) for period, _start, n in found] == [("2022-09", 1), ("2022-11", 3), ("2024-03", 1)]


def test_a_band_of_many_days_is_drawn_in_weeks_months_or_years() -> None:
    """Never more marks than fit, whatever the span."""
    for last in ("1931-06-01", "1936-01-01", "1960-01-01", "2020-01-01"):
        days = [("1931-01-01", 1), (last, 2)]
        _, found = buckets(days)
        assert sum(n for _, _, n in found) == 3 and len(found) <= MAX_MARKS


def test_a_pair_of_long_slugs_still_fits_a_file_name() -> None:
    """Shortened in the middle, never longer than a file system takes."""
    address = compare("e", "a" * 200, "b" * 200)
    assert len(address.split("/")[3]) <= 180
    assert root_of("events/e/") == "../../" and root_of("") == "./"


def test_an_event_opens_with_the_words_of_the_report_whose_headline_it_has(html: dict[str, str]) -> None:
    """Its first sentences, verbatim, with a mark that leads to their paragraph."""
    page = html["events/bridge-falls/index.html"]
    opening = page[page.index('<section id="happened"') : page.index('<section id="coverage"')]
    title = re.search(r"<h1><bdi[^>]*>([^<]*)", page)
    assert title
    article = next(p for name, p in html.items() if name.startswith("articles/") and f"<h1>{title[1]}" in p)
    words = re.search(r'<blockquote class="opening"[^>]*><p>([^<]*)', opening)
    assert words and words[1] in re.sub("<[^>]*>", "", article)
    assert re.search(r'href="../../articles/[^"]*#p\d+"', opening)


def test_an_event_tells_in_brief_what_differs(html: dict[str, str]) -> None:
    """Figures from the least to the most, who is quoted by several, each leading to its part of the page."""
    page = html["events/bridge-falls/index.html"]
    brief = page[page.index('<dl class="brief"') : page.index('<section id="coverage"')]
    said = " ".join(re.sub(r"<[^>]*>", " ", re.sub("</?bdi>", "", brief)).split())
    assert "Figures that differ" in said and "People killed: at least 11 – at least 14" in said
    assert "Quoted by several outlets Mira Osk" in said
    assert '<a href="#figures">' in brief and '<a href="#quoted">' in brief


def test_words_of_articles_say_their_language_where_it_is_not_the_pages() -> None:
    """What is counted, its number in words, who says it, the line that a date rests on, and the lines of a capture."""
    french = {path: data.decode() for path, data in render_all(a_shelf(), language="fr").items()}
    event = french["events/bridge-falls/index.html"]
    assert "<bdi>at least 11" not in event
    assert '<span class="figure-value"><bdi lang="en" dir="ltr">at least 11</bdi>' in event
    assert 'selon <bdi lang="en" dir="ltr">officials</bdi>' in event
    assert 'selon <bdi lang="ar" dir="rtl">' in event
    assert '<q lang="en" dir="ltr">Alder bridge falls' in french["articles/a1-slug/index.html"]
    original = french["articles/a1-slug/original/index.html"]
    assert '<div class="beside-was" role="cell" lang="en">' in original
    assert '<span class="line-why" lang="fr">' in original


def test_words_of_the_pages_language_are_not_marked(html: dict[str, str]) -> None:
    """Nothing is said twice: the page has said it."""
    assert '<div class="beside-was" role="cell">' in html["articles/a1-slug/original/index.html"]
    assert "<bdi>at least 11</bdi>" in html["events/bridge-falls/index.html"]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ("Tote", '<bdi lang="de" dir="ltr">Tote</bdi>: <bdi lang="de" dir="ltr">elf</bdi> – <bdi>14</bdi>'),
        (
            "mit … Toten",
            '<bdi lang="de" dir="ltr">mit <b><bdi>elf</bdi> – <bdi>14</bdi></b> Toten</bdi>',
        ),
    ],
)
def test_the_line_of_a_figure_says_its_language(counts: str, told: str) -> None:
    """Once for a whole clause, and for its words where the range stands outside them."""
    values = (FigureValue("elf", "", "", (), "de", "de"), FigureValue("14", "", "", ()))
    assert range_told(FigureRow(counts, "differ", values, "de"), "en") == told


@pytest.mark.parametrize(
    ("text", "hedge", "language"),
    [("11", None, ""), ("11", "at least", ""), ("At least 11", "at least", "en"), ("eleven", None, "en")],
)
def test_a_number_in_digits_has_no_language_of_its_own(text: str, hedge: str | None, language: str) -> None:
    """A hedge beside digits is in the words of the interface."""
    assert number_language(FigureMention("a1", "p1", (0, 1), text, 11, qualifier=hedge), "en") == language


def test_a_measure_that_differs_is_told_in_its_clause() -> None:
    """The least and the most stand where the number stood; what was captured is escaped."""
    values = tuple(FigureValue(text, "", "", ()) for text in ("20 s", "30 s"))
    told = range_told(FigureRow("<b>with … of fuel", "differ", values))
    assert told == "<bdi>&lt;b&gt;with <b><bdi>20 s</bdi> – <bdi>30 s</bdi></b> of fuel</bdi>"


@pytest.mark.parametrize(
    ("numbers", "status"),
    [
        ((("six-year", 6, None), ("6-year", 6, None)), "agree"),
        ((("nearly six-year", 6, "nearly"), ("five-year", 5, None)), "rounded"),
    ],
)
def test_numbers_that_agree_but_are_not_the_same_are_told_so(
    numbers: tuple[tuple[str, float, str | None], ...], status: str
) -> None:
    """Nobody reads "agree" beside a five and a six."""
    cards = [a_card(f"a{n}", "Pier falls", f"Outlet {n}") for n, _ in enumerate(numbers)]
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    mentions = tuple(
        FigureMention(card.id, "p1", (0, len(text)), text, value, qualifier=hedge)
        for card, (text, value, hedge) in zip(cards, numbers, strict=True)
    )
    several, _ = count_rows([Figure("war", "agree", mentions)], Told(cards, marks_of(cards), frame))
    assert [row.status for row in several] == [status]


def test_one_number_written_with_and_without_its_unit_is_not_rounded() -> None:
    """An age is told as "33-year-old" and as "33": the same number."""
    cards = [a_card(f"a{n}", "Pier falls", f"Outlet {n}") for n in range(2)]
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    mentions = tuple(
        FigureMention(card.id, "p1", (0, len(text)), text, 33, unit=unit)
        for card, (text, unit) in zip(cards, (("33-year-old", "year"), ("33", "")), strict=True)
    )
    several, _ = count_rows([Figure("age", "agree", mentions)], Told(cards, marks_of(cards), frame))
    assert [row.status for row in several] == ["agree"]


@pytest.mark.parametrize(
    ("hedge", "text", "language", "said"),
    [
        ("or so", "a year", "en", "a year or so"),
        ("about", "thirty", "en", "about thirty"),
        ("about", "thirty", "fr", "about thirty"),
        ("about", "30", "fr", "environ 30"),
        ("or so", "30", "fr", "environ 30"),
    ],
)
def test_a_hedge_stands_where_its_language_puts_it(hedge: str, text: str, language: str, said: str) -> None:
    """ "Or so a year" is no English, and "environ thirty" no language at all."""
    texts = {"about": "environ", "or so": "environ"} if language == "fr" else {}
    frame = Frame(site=a_site(a_shelf()), interface=Interface(language, texts, {}), path="events/pier/")
    mention = FigureMention("a1", "p1", (0, len(text)), text, 30, qualifier=hedge)
    assert number_words(mention, frame) == said


def test_sums_in_two_currencies_bear_no_verdict() -> None:
    """No report says what a pound is in dollars: the page does not say that they agree."""
    cards = [a_card(f"a{n}", "Pier falls", f"Outlet {n}") for n in range(2)]
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    sums = (("£1,500,000", 1.5e6, "GBP"), ("$7,500,000", 7.5e6, "USD"))
    mentions = tuple(
        FigureMention(card.id, "p1", (0, len(text)), text, value, unit=unit)
        for card, (text, value, unit) in zip(cards, sums, strict=True)
    )
    several, _ = count_rows([Figure("cost", "agree", mentions)], Told(cards, marks_of(cards), frame))
    assert [row.status for row in several] == ["currencies"]


def _spans(*starts: str) -> list[Span]:
    return [Span(date.fromisoformat(day), n, f"d{n}/", day) for n, day in enumerate(starts, start=1)]


def test_labels_of_a_band_stand_in_rows_and_none_lies_over_another() -> None:
    """Three events in a year of a long span: each is named in a row of its own, the last to the left of its column."""
    spans = _spans("1931-01-01", "1931-07-01", "1932-01-01", "1940-01-01")
    peaks = [Peak(span.start, f"A bridge falls at Alder, part {n}", f"e{n}/") for n, span in enumerate(spans)]
    drawn = band(spans, label="Articles", ticks=(), peaks=peaks)
    rows = re.findall(r'class="peak" x="([\d.]+)%" dx="(-?6)" y="(\d+)"', drawn)
    assert [dx for _x, dx, _y in rows] == ["6", "6", "6", "-6"]
    heights = [int(y) for _x, _dx, y in rows]
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_the_last_year_under_a_band_is_told_on_a_phone_too() -> None:
    """Where the year before ends well short of it; one that it would touch has the place alone."""
    spans = _spans("1902-01-01", "1956-01-01", "1969-01-01")
    ticks = [(span.start, span.start.strftime("%Y")) for span in spans]
    drawn = band(spans, label="Articles", ticks=ticks)
    assert re.findall(r'<text class="(tick[^"]*)"[^>]*>(\d+)', drawn) == [
        ("tick", "1902"),
        ("tick", "1956"),
        ("tick", "1969"),
    ]
    near = [*ticks[:2], (date(1959, 1, 1), "1959"), ticks[2]]
    assert ("tick tick-wide", "1959") in re.findall(
        r'<text class="(tick[^"]*)"[^>]*>(\d+)', band(spans, label="", ticks=near)
    )


def test_of_labels_that_have_no_room_the_weightiest_stays() -> None:
    """Two of one day cannot both stand there."""
    spans = _spans("1931-01-01", "1940-01-01")
    peaks = [Peak(spans[0].start, f"A bridge falls at Alder, part {n}", f"e{n}/") for n in (1, 2)]
    drawn = band(spans, label="Articles", ticks=(), peaks=peaks)
    assert "part 1" in drawn and "part 2" not in drawn


def test_a_label_of_a_band_is_as_long_as_its_place_has_room_for() -> None:
    """Alone it is told whole; what stands beside another in the last row ends after a word."""
    spans = [Span(date(1900 + n, 1, 1), 2, f"p{n}/", str(n)) for n in range(3)]
    long = "A bridge falls at Alder in the night and the ferry takes the market people over"
    alone = band(spans, label="Articles", ticks=(), peaks=[Peak(spans[0].start, long, "e/")])
    assert f">{long}<" in alone
    crowd = [Peak(span.start, f"{long}, part {n}", f"e{n}/") for n, span in enumerate([*spans, spans[1]])]
    told = re.findall(r">(A bridge[^<]*)<", band(spans, label="Articles", ticks=(), peaks=crowd))
    assert told and any(text.endswith("…") for text in told)


def test_months_below_a_band_stand_at_an_even_distance() -> None:
    """Not where articles happen to lie: a gap is seen as one."""
    months = month_ticks(date(1931, 1, 20), date(1932, 11, 2))
    assert [day.isoformat()[:7] for day in months] == ["1931-01", "1931-07", "1932-01", "1932-07"]
    assert len(month_ticks(date(1931, 1, 20), date(1931, 6, 1))) == 6


def test_a_date_leads_to_its_day_where_that_day_has_a_page() -> None:
    """Articles may report a day on which none appeared; a month has no day."""
    site, words = a_site(a_shelf()), Interface("en", {}, {})
    frame = Frame(site=site, interface=words, path="events/pier/", has_period=lambda day: day == "2016-12-22")
    said = (shown_date(stated(day), frame) for day in ("2016-12-22", "2016-12-21", "2016-12"))
    assert [(shown.text, shown.url) for shown in said] == [
        ("22 December 2016", "../../dates/2016/12/22/"),
        ("21 December 2016", ""),
        ("December 2016", ""),
    ]


def test_an_event_says_what_is_not_known_of_its_outlets_and_its_day() -> None:
    """Two outlets of five reports are those that are known; no certain day, but days on which it was reported."""
    shelf = a_shelf()
    frame = Frame(site=a_site(shelf), interface=Interface("en", {}, {}), path="events/")
    card = replace(shelf.event_card("e2"), unknown=3, date=None, reported=("1931-06-12", "1931-06-20"))
    line = event_line(card, frame)
    assert line.date == "reported 12 June – 20 June 1931" and not line.machine_date and not line.basis
    assert line.unknown == 3
    assert outlets_words(card, frame) == "2 outlets known"
    assert outlets_words(replace(card, unknown=0), frame) == "2 outlets"
    assert outlets_words(replace(card, sources=()), frame) == ""


def test_a_headline_longer_than_any_is_cut_behind_a_word_in_lists() -> None:
    """Fifteen names are for its own page."""
    assert headline("Bridge falls at Port Alder") == "Bridge falls at Port Alder"
    long = headline("Those present were " + "Mira Osk, Jon Vell, " * 15)
    assert len(long) <= LONG_HEADLINE + 1 and long.endswith((" Jon…", " Osk,…", " Vell,…", " Mira…"))


@pytest.mark.parametrize(
    ("agency", "said"), [("PP", ""), ("P.P.", ""), ("Port Press", ""), ("Halyard", "Halyard")]
)
def test_an_agency_that_is_the_outlet_is_not_named_twice(agency: str, said: str) -> None:
    """Nor by its initials: "Port Press", "PP"."""
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="articles/")
    card = replace(next(iter(a_shelf().article_cards.values())), source="Port Press", agency=agency)
    assert article_line(card, frame).agency == said


def test_a_number_that_a_mere_he_says_names_no_speaker() -> None:
    """ "said by he" tells nothing; a name does."""
    shelf = a_shelf()
    cards = tuple(shelf.article_cards.values())
    frame = Frame(site=a_site(shelf), interface=Interface("en", {}, {}), path="events/")
    told = Told(cards, marks_of(cards), frame)
    mention = FigureMention(cards[0].id, "p1", (0, 5), "seven", 7.0, said_by="He")
    (_, (row,)) = count_rows([Figure("People hurt", "single", (mention,))], told)
    assert row.values[0].said_by == ""
    named = replace(mention, said_by="Mira Osk")
    (_, (row,)) = count_rows([Figure("People hurt", "single", (named,))], told)
    assert row.values[0].said_by == "Mira Osk"


def test_who_says_a_number_is_told_as_such_beside_its_mark_too() -> None:
    """ "14 A¶1 (China)" might be a place; "(said by China)" is who says it. A place stands as it is."""
    cards = [a_card(f"a{n}", "Pier falls", f"Outlet {n}") for n in range(2)]
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    first = FigureMention("a0", "p1", (0, 2), "14", 14.0, said_by="Mira Osk", scope="in Alder")
    mentions = (first, replace(first, article="a1", said_by=None, scope=None))
    ((row,), _) = count_rows([Figure("dead", "agree", mentions)], Told(cards, marks_of(cards), frame))
    assert [ref.said for ref in row.values[0].refs] == ["in Alder, said by Mira Osk", ""]


def test_a_quotation_is_shown_in_the_marks_of_its_language() -> None:
    """French ones with their space, German ones low and high; English ones where a language has no table of them."""
    assert quotation_marks("fr") == ("«\u00a0", "\u00a0»")
    assert quotation_marks("de-AT") == ("„", "“")
    assert quotation_marks("fi") == quotation_marks("en") == ("“", "”")


def test_a_place_that_stands_in_what_is_counted_is_not_said_again() -> None:
    """ "Years in the company's service" needs no "in the company's service" beside the number; another place is told."""
    shelf = a_shelf()
    cards = tuple(shelf.article_cards.values())
    frame = Frame(site=a_site(shelf), interface=Interface("en", {}, {}), path="events/")
    told = Told(cards, marks_of(cards), frame)
    for scope, shown in (("in the company's service", ""), ("at sea", "at sea")):
        mention = FigureMention(cards[0].id, "p1", (0, 5), "seven", 7.0, scope=scope)
        figure = Figure("years in the company’s service", "single", (mention,), "en")
        (_, (row,)) = count_rows([figure], told)
        assert row.language == "en"
        assert (row.counts, row.values[0].scope) == ("Years in the company’s service", shown)
