"""All pages of a small archive: what is there, where it leads, and that it is safe and the same every time."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

from markupsafe import escape

from site_gen.model import OutletCard
from site_gen.render import PageKey, keys, pages
from site_gen.render.frame import Frame
from site_gen.render.front import HOME_OUTLETS, made_page, shown_outlets
from site_gen.render.interface import Interface
from site_gen.render.remarks import meanings
from site_gen.settings import IndexSettings, Settings

from .conftest import a_site, an_environment, render_all
from .shelf import Shelf, a_card, a_shelf, article_of, stated

ROOT = Path(__file__).parents[2]


class _Page(HTMLParser):
    """Links, anchors, headings and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.names: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.names.append(tag)
        self.attributes.append((tag, found))
        self.ids += [found["id"]] if found.get("id") else []  # type: ignore[list-item]
        for name in ("href", "src", "action"):
            if found.get(name):
                self.hrefs.append(str(found[name]))


def test_every_kind_of_page_is_there(site: dict[str, bytes]) -> None:
    """The addresses of the design, as directory addresses."""
    for path in (
        "index.html", "articles/index.html", "articles/a1-slug/index.html", "articles/a1-slug/original/index.html",
        "articles/a1-slug/cite.ris", "events/bridge-falls/index.html", "events/bridge-falls/cite.json",
        "events/bridge-falls/compare/a1-slug--a2-slug/index.html", "stories/alder/index.html", "topics/index.html",
        "topics/bridges/index.html", "people/index.html", "people/mira-osk/index.html", "places/port-alder/index.html",
        "organisations/harbour-office/index.html", "subjects/index.html", "sources/index.html", "sources/the-lantern/index.html",
        "dates/index.html", "dates/1931/index.html", "dates/1931/05/index.html", "dates/1931/05/04/index.html",
        "dates/undated/index.html", "search/index.html", "data/index.html", "made/index.html", "404.html",
    ):  # fmt: skip
        assert path in site, path


def test_every_internal_link_and_anchor_leads_somewhere(html: dict[str, str], site: dict[str, bytes]) -> None:
    """Links are relative and end at a page of the site, an anchor on it, or a file that publish writes."""
    parsed = {path: _Page(text) for path, text in html.items()}
    written = ("theme/", "search/index/", "opensearch.xml", "originals/", "data/", "feeds/")
    for path, page in parsed.items():
        base = "" if path == "404.html" else posixpath.dirname(path)
        for href in page.hrefs:
            if re.match(r"(https?|mailto):", href):
                continue
            if path == "404.html":
                assert href.startswith(("/a/", "#")), href
                href = "./" + href.removeprefix("/a/")
            target, _, anchor = href.partition("#")
            target = target.partition("?")[0]  # what is searched for
            full = posixpath.normpath(posixpath.join(base, target)) if target else base
            full = "" if full == "." else full
            assert not full.startswith(".."), (path, href)
            file = path if not target else f"{full}/index.html".lstrip("/") if target.endswith("/") else full
            if (file.startswith(written) and file != "data/index.html") or file.endswith(
                ("feed.atom.xml", "feed.json")
            ):
                continue
            assert file in site, (path, href)
            if anchor:
                assert anchor in parsed[file].ids, (path, href)


def test_no_page_says_one_id_twice(html: dict[str, str]) -> None:
    """Ids are unique on a page."""
    for path, text in html.items():
        ids = _Page(text).ids
        assert len(ids) == len(set(ids)), path


def test_each_page_has_one_main_heading_a_title_and_a_strict_policy(html: dict[str, str]) -> None:
    """One h1, one main, a window title that names the archive, and no unsafe source."""
    for path, text in html.items():
        names = _Page(text).names
        assert names.count("h1") == 1, path
        assert names.count("main") == 1, path
        assert "The Alder Archive</title>" in text, path
        assert "default-src &#39;none&#39;" in text, path
        assert "unsafe" not in text.split("Content-Security-Policy")[1].split(">")[0], path
        assert "unsafe-inline" not in text


def test_nothing_runs_or_is_styled_inline_and_nothing_leaves_the_origin(html: dict[str, str]) -> None:
    """No inline script but data blocks, no style attribute, no event handler, no remote resource."""
    for path, text in html.items():
        for tag, attributes in _Page(text).attributes:
            assert "style" not in attributes, path
            assert not any(name.startswith("on") for name in attributes), path
            assert tag not in ("iframe", "object", "embed", "img", "style", "base"), path
            if tag == "script" and "src" not in attributes:
                assert attributes["type"] in ("application/ld+json", "application/json"), path
            if tag in ("script",) or (tag == "link" and attributes.get("rel") == "stylesheet"):
                assert not str(attributes.get("src") or attributes.get("href")).startswith("http"), path


def test_hostile_words_of_a_capture_stay_words() -> None:
    """A title and text full of markup come out escaped on every page, in JSON-LD too."""
    shelf = a_shelf()
    evil = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    shelf.article_cards["a5"] = replace(shelf.article_cards["a5"], title=evil, summary=evil, source=evil)
    shelf.articles_by_id["a5"] = article_of(shelf.article_cards["a5"], (evil, evil))
    shelf.event_cards["e2"] = replace(shelf.event_cards["e2"], title=evil, sources=(evil,), place=evil)
    for path, data in render_all(shelf).items():
        if path.endswith(".html"):
            assert b"<script>alert" not in data, path
            assert b"<img" not in data, path


def test_the_same_archive_gives_the_same_bytes_under_another_hash_seed(site: dict[str, bytes]) -> None:
    """Pages depend on the catalogue only."""
    code = (
        "import hashlib\nfrom tests.render.conftest import render_all\nfrom tests.render.shelf import a_shelf\n"
        "pages = render_all(a_shelf())\n"
        "print(hashlib.sha256(b''.join(p.encode() + d for p, d in sorted(pages.items()))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PATH": ""}, cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_a_page_needs_no_other_page_to_have_been_rendered(site: dict[str, bytes]) -> None:
    """One key alone gives what it gives among the others."""
    shelf = a_shelf()
    made = list(pages(PageKey("event", "e1"), shelf, an_environment(), a_site(shelf)))
    assert made and all(site[page.path] == page.data for page in made)


def _a_long_shelf(days: int) -> Shelf:
    shelf = a_shelf()
    for n in range(days):
        card = a_card(f"z{n}", f"Report {n:03}", "The Lantern", date=f"1932-{n % 3 + 1:02}-{n % 20 + 1:02}")
        shelf.article_cards[card.id] = card
        shelf.articles_by_id[card.id] = article_of(card, ("Nothing happened.",))
    topic = shelf.topics_by_slug["bridges"]
    shelf.topics_by_slug["bridges"] = replace(topic, articles=tuple(shelf.article_cards))
    return shelf


def test_a_long_list_leads_to_periods_whose_addresses_stay() -> None:
    """Years, then months where a year is longer than a page; more articles change no address that was there."""
    settings = Settings(index=IndexSettings(per_page=10))
    few = {key for key in keys(_a_long_shelf(30), settings) if key.kind.endswith("-period")}
    many = {key for key in keys(_a_long_shelf(60), settings) if key.kind.endswith("-period")}
    assert PageKey("topic-period", "bridges", "1932") in few
    assert PageKey("topic-period", "bridges", "1932-01") in few
    assert few <= many
    paths = render_all(_a_long_shelf(30), settings=settings, per_page=10)
    first = paths["topics/bridges/index.html"].decode()
    assert first.count('<li class="article-line">') == 10
    assert 'href="../../topics/bridges/1932/"' in first
    assert "topics/bridges/1932/01/index.html" in paths
    assert "topics/bridges/undated/index.html" in paths


def test_each_article_of_the_archive_has_exactly_one_key() -> None:
    """Dated by day, month, year or not at all."""
    shelf = a_shelf()
    for id, date in (("y1", "1930"), ("y2", "1930-07"), ("y3", "1930-07-02")):
        shelf.article_cards[id] = a_card(id, id, None, date=date)
    found = [key.key for key in keys(shelf, Settings()) if key.kind == "article"]
    assert sorted(found) == sorted(shelf.article_cards)


def test_an_older_capture_that_is_not_of_the_event_itself_still_leads_to_it() -> None:
    """A version knows its event, though another capture stands for it there."""
    shelf = a_shelf()
    old = replace(shelf.article_cards["a1"], id="a0", slug="a0-slug")
    shelf.article_cards["a0"] = old
    shelf.articles_by_id["a0"] = article_of(old, ("The bridge fell.",))
    page = render_all(shelf)["articles/a0-slug/index.html"].decode()
    assert 'href="../../events/bridge-falls/"' in page


def test_text_of_another_language_says_so(html: dict[str, str]) -> None:
    """An Arabic article is marked with language and direction; its title is isolated in lists."""
    page = html["articles/a4-slug/index.html"]
    assert '<article class="story" lang="ar" dir="rtl">' in page
    assert '<bdi lang="ar" dir="rtl">انهيار جسر ألدر</bdi>' in html["events/bridge-falls/index.html"]
    assert '<html lang="en" dir="ltr">' in page


def test_rights_decide_what_is_shown() -> None:
    """Excerpts stop, metadata-only shows no text, a taken-down article leaves a page that names nothing."""
    shelf = a_shelf()
    for id, rights in (("a1", "excerpt"), ("a2", "metadata-only"), ("a3", "taken-down")):
        shown = ("p1", "p2") if rights == "excerpt" else ()
        shelf.article_cards[id] = replace(shelf.article_cards[id], rights=rights, excerpt=shown)  # type: ignore[arg-type]
    made = render_all(shelf)
    excerpt = made["articles/a1-slug/index.html"].decode()
    assert 'id="p2"' in excerpt and 'id="p3"' not in excerpt
    metadata = made["articles/a2-slug/index.html"].decode()
    assert "Rescue boats" not in metadata
    gone = made["articles/a3-slug/index.html"].decode()
    assert "Le pont" not in gone and "Ada Venn" not in gone
    assert not any(
        path.startswith(f"articles/{id}-slug/original") for id in ("a1", "a2", "a3") for path in made
    )
    assert "Le pont" not in made["events/bridge-falls/index.html"].decode()
    assert "originals/" not in excerpt
    assert not any("/original/" in made[f"articles/{id}-slug/index.html"].decode() for id in ("a1", "a2"))


def test_json_ld_of_every_page_is_json(html: dict[str, str]) -> None:
    """Each record parses and has a type."""
    for path, text in html.items():
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            assert json.loads(block)["@type"], path


def test_the_articles_of_an_event_stand_behind_it() -> None:
    """So that what they share is read once; every article has its key once."""
    shelf = a_shelf()
    found = [key for key in keys(shelf, Settings()) if key.kind in ("event", "article")]
    for event in shelf.event_ids():
        at = found.index(PageKey("event", event))
        behind = [key.key for key in found[at + 1 : at + 1 + len(shelf.event(event).articles)]]
        assert behind == list(shelf.event(event).articles)
    assert sorted(key.key for key in found if key.kind == "article") == sorted(shelf.article_ids())


def test_undated_articles_fill_numbered_pages() -> None:
    """No list grows without bound: what no date splits goes on on pages that know each other."""
    shelf = a_shelf()
    for n in range(35):
        card = a_card(f"u{n:02}", f"Undated {n:02}", "The Lantern", date=None)
        shelf.article_cards[card.id] = card
        shelf.articles_by_id[card.id] = article_of(card, ("Nothing happened.",))
    paths = render_all(shelf, settings=Settings(index=IndexSettings(per_page=10)), per_page=10)
    pages_of = [f"dates/undated/{part}index.html" for part in ("", "page-2/", "page-3/", "page-4/")]
    texts = [paths[path].decode() for path in pages_of]
    listed = [re.findall(r'<li class="article-line">', text) for text in texts]
    assert [len(found) for found in listed] == [10, 10, 10, 6]
    assert (
        'href="../../../dates/undated/"' in texts[1] and 'href="../../../dates/undated/page-3/"' in texts[1]
    )
    assert "page 2 · The Alder Archive</title>" in texts[1]
    assert "sources/the-lantern/undated/page-4/index.html" in paths


def test_the_events_of_a_full_day_are_listed_once_over_its_pages() -> None:
    """A page's worth on each, and what is left on the last."""
    shelf = a_shelf()
    for n in range(25):
        card = a_card(f"d{n:02}", f"Report {n:02}", "The Lantern", date="1932-05-05")
        shelf.article_cards[card.id] = card
        title, slug = f"Event {n:02}", f"event-{n:02}"
        shelf.event_cards[slug] = replace(
            shelf.event_cards["e2"], id=slug, slug=slug, title=title, date=card.date
        )
    site, env = a_site(shelf, per_page=10), an_environment()
    parts = (PageKey("day", "1932-05-05", part) for part in ("", "2", "3"))
    texts = [page.data.decode() for key in parts for page in pages(key, shelf, env, site)]
    listed = [re.findall(r">Event (\d\d)<", text) for text in texts]
    assert [len(found) for found in listed] == [10, 10, 5]
    assert sorted(chain(*listed)) == [f"{n:02}" for n in range(25)]


def test_an_outlet_says_whom_it_shares_with(html: dict[str, str]) -> None:
    """Outlet, share, events of both: a table that leads on."""
    page = html["sources/the-lantern/index.html"]
    assert 'id="shares-title"' in page and "31%" in page
    assert 'class="plain-table shares-table"' in page


def test_an_event_names_the_two_that_share_most(html: dict[str, str]) -> None:
    """A sentence beside the matrix, from the larger share."""
    page = html["events/bridge-falls/index.html"]
    assert ">44% of the words of Port Courier (B) are also in The Lantern (A).<" in page


def test_a_band_of_one_year_names_its_months(html: dict[str, str]) -> None:
    """A lone year under it would say nothing of when."""
    page = html["topics/bridges/index.html"]
    assert re.findall(r'<text class="tick[^>]*>([^<]+)<', page) == ["May 1931", "June 1931"]


def test_the_menu_and_the_indexes_name_only_what_lists_something(html: dict[str, str]) -> None:
    """Without stories there is no way to them, neither above nor on the page that is not found."""
    assert 'href="./stories/"' in html["index.html"]
    shelf = a_shelf()
    shelf.story_cards.clear()
    shelf.event_cards = {id: replace(card, story=None) for id, card in shelf.event_cards.items()}
    bare = render_all(shelf)
    for path in ("index.html", "404.html", "search/index.html"):
        page = bare[path].decode()
        assert 'stories/"' not in page and 'events/"' in page, path


def test_the_index_of_subjects_names_no_person_and_no_place(html: dict[str, str]) -> None:
    """As the other kinds have theirs; a subject's own page stays below topics/."""
    page = html["subjects/index.html"]
    assert "../topics/bridges/" in page and "mira-osk" not in page and "port-alder" not in page
    assert 'aria-current="page"' in page and "<h1>Subjects</h1>" in page


def test_the_home_page_tells_what_happened_in_its_lead(html: dict[str, str]) -> None:
    """The sentences with which the event's own page opens, and a way to their paragraph."""
    opening = re.compile(r"<blockquote[^>]*><p>(.+?)</p>")
    told = opening.search(html["index.html"])
    assert told and told[1] == opening.search(html["events/bridge-falls/index.html"])[1]  # type: ignore[index]
    source = re.search(r'class="opening-source">.*?href="([^"]+)"', html["index.html"])
    assert source and source[1].startswith("./articles/") and "#p" in source[1]


def test_the_home_page_shows_the_outlets_with_the_most_articles_by_name() -> None:
    """A long list by name would show its first letters alone."""
    few = [OutletCard(f"a{n:03}", f"A {n:03}", 1, None, None, None) for n in range(HOME_OUTLETS)]
    many = OutletCard("zenith", "Zenith", 5, None, None, None)
    shown = shown_outlets([*few, many])
    assert shown == (*few[:-1], many)


def test_a_headline_of_an_unknown_outlet_is_read_out_once() -> None:
    """It stands for the outlet's name elsewhere; behind itself it would be heard twice."""
    shelf = a_shelf()
    for id, card in shelf.article_cards.items():
        shelf.article_cards[id] = replace(card, source=None, source_slug=None)
    lead = (
        render_all(shelf)["index.html"].decode().split('class="front-headlines"', 1)[1].split("</ul>", 1)[0]
    )
    assert "<li>" in lead and 'class="unseen">, ' not in lead


def test_what_a_person_wrote_of_an_outlet_keeps_its_own_direction(html: dict[str, str]) -> None:
    """In a page read from right to left the full stop of an English sentence stays at its end."""
    assert re.search(
        r'<p class="standfirst"><bdi[^>]*>An evening paper.</bdi>', html["sources/the-lantern/index.html"]
    )


def test_every_table_of_ours_has_a_name(html: dict[str, str]) -> None:
    """A reader who goes from table to table hears what each is; those inside an article are the capture's."""
    ours = [tag for page in html.values() for tag in re.findall(r"<table[^>]+>", page)]
    assert len(ours) > 5
    assert [tag for tag in ours if "aria-label" not in tag] == []


def test_former_versions_are_told_where_all_articles_are_counted() -> None:
    """Lists leave them out, so that the page on the making counts more than the front page, and says why."""
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="made/")
    stats = a_shelf().stats()
    with_former = made_page(replace(stats, former_versions=2), frame)
    assert any("former versions (2) among them" in did for _step, _number, did in with_former.steps)
    assert not any("former" in did for _step, _number, did in made_page(stats, frame).steps)


def test_findings_are_told_in_words(html: dict[str, str]) -> None:
    """A code alone says nothing to a reader; links of the documentation are left out."""
    row = html["made/index.html"].split("CLN-003", 1)[1].split("</tr>", 1)[0]
    title, means = meanings()["CLN-003"]
    assert title in row and str(escape(means)) in row and "](" not in row and "`" not in row


def test_a_place_leads_to_its_page_where_it_has_one(html: dict[str, str]) -> None:
    """From the head of an event and from a dateline, however it is written."""
    event = html["events/bridge-falls/index.html"]
    assert '<div class="event-place"><a href="../../places/port-alder/">' in event
    byline = html["articles/a1-slug/index.html"].split('class="byline"', 1)[1].split("</header>", 1)[0]
    assert re.search(r'<a href="../../places/port-alder/">(<bdi>)?PORT ALDER', byline)


def test_a_name_of_the_outlet_is_not_said_twice() -> None:
    """A page that signs with its outlet's name, or stands in a section of that name; the record keeps both."""
    shelf = a_shelf()
    article = shelf.articles_by_id["a1"]
    shelf.articles_by_id["a1"] = replace(article, authors=(stated("LANTERN"),), section=stated("The Lantern"))
    page = render_all(shelf)["articles/a1-slug/index.html"].decode()
    head, record = page.split("</header>", 2)[1], page.split('class="record"', 1)[1]
    assert "story-section" not in head and "byline-authors" not in head
    assert "LANTERN" in record and "Section" in record


def test_articles_of_unknown_outlets_are_not_counted_as_outlets() -> None:
    """Two of them may be of one."""
    shelf = a_shelf()
    shelf.article_cards["a2"] = replace(shelf.article_cards["a2"], source=None, source_slug=None)
    shelf.event_cards["e1"] = replace(
        shelf.event_cards["e1"], sources=("The Lantern", "Le Guetteur", "المنارة")
    )
    page = render_all(shelf)["events/bridge-falls/index.html"].decode()
    assert "3 outlets" in page and "4 articles" in page and "coverage in 4 articles" in page
